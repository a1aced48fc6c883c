/*
 * noun_phrases.c
 *	  The extent of the phrase around a noun: see noun_phrases.h.
 *
 * Takes the token of a noun; gives the first token of its phrase, which includes its modifiers and article, and
 * the end of the phrase, which includes complements such as "of ..." and, in a head-first language, adjectives.
 * Both searches are bounded.
 */
#include "core/entities/noun_phrases.h"

#include "core/base/bounds.h"
#include "core/entities/name_runs.h"
#include "core/entities/name_starts.h"
#include "core/entities/name_tags.h"
#include "core/entities/name_types.h"
#include "core/entities/names.h"

/* "The supporters' trust": whether a mark after a plural is a possessive. */
bool
nq_is_possessive_mark(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	return mark_at(doc, i)->role == ROLE_NOTHING && (token->flags & TOKEN_SPACE) == 0 &&
		i > 0 && is_word(doc, i - 1) &&
		nq_find_ending(&doc->language->tokens->plural_endings, doc->text + token->start, token_at(doc, i - 1)->length) != 0;
}

/* Whether a word can be between the article and the head. */
inline bool
nq_can_modify(const Document *doc, uint32_t i)
{
	if (token_at(doc, i)->kind == TOKEN_MARK)
		return nq_is_possessive_mark(doc, i);
	return has_property(doc, i, PROP_MODIFIER);
}

/* "Lund's harbour plan": whether the words from i to the head begin with a possessor. */
static bool
begins_possessor(const Document *doc, uint32_t i, uint32_t head)
{
	if ((token_at(doc, i)->flags & TOKEN_CAPITAL) == 0)
		return false;
	for (uint32_t k = i + 1; k < head; k++)
		if (is_possessive(doc, k))
			return true;
	return false;
}

/*
 * "The flood forced Lund's mill", "the suit named five owners", "sites were printing angry letters", "“We won,”
 * noted team members": whether a possible modifier is the verb before the phrase.
 */
static bool
is_verb_before(const Walk *walk, uint32_t i, uint32_t first, uint32_t head)
{
	const Document *doc = walk->doc;

	if ((token_at(doc, i)->flags & TOKEN_CAPITAL) != 0)
		return false;
	if (!is_head_first(doc) && i > walk->floor && token_has(doc, i - 1, WC_AUX) && token_has(doc, i, WC_GERUND | WC_PARTICIPLE) &&
		!token_has(doc, i, WC_ADJ))
		return true;
	/* "Did not buy cover", "could hear police"; not "could pressure lenders to pay", which reports nothing. */
	if (!is_head_first(doc) && i > walk->floor && token_has(doc, i, WC_BASE) && (token_has(doc, i - 1, WC_NEG) || token_does(doc, i - 1, FN_FUTURE | FN_HABIT | FN_ABILITY)) &&
		!token_has(doc, i, WC_ADJ | WC_CUE))
		return true;
	/* "Lund was there, carrying signs" */
	if (!is_head_first(doc) && i > walk->floor && token_at(doc, i - 1)->kind == TOKEN_COMMA && first == head && token_has(doc, i, WC_GERUND) &&
		token_has(doc, head, WC_DOCUMENT) && token_has(doc, head, WC_PLURAL))
		return true;
	if (!token_has(doc, i, WC_FINITE))
		return false;
	if (i == walk->floor && i > 0 && token_at(doc, i - 1)->kind == TOKEN_MARK && token_has(doc, i, WC_CUE))
		return true;
	/* "Gray leaned forward": a word for a person without an article. */
	if (!is_head_first(doc) && i > walk->floor && first == head && is_word(doc, i - 1) && (token_at(doc, i - 1)->flags & TOKEN_CAPITAL) != 0 &&
		!is_article(doc, i - 1) && token_has(doc, head, WC_ADV) && !token_has(doc, head, WC_PLURAL))
		return true;
	/* "Rowers carried banners", "the minister faced charges": people do not describe a thing. */
	if (!is_head_first(doc) && i > walk->floor && is_word(doc, i - 1) &&
		token_has(doc, i - 1, WC_ROLE | WC_PERSON | WC_PEOPLE) && !token_has(doc, i - 1, FUNCTION_WORDS | WC_ADJ | WC_FINITE | WC_BODY) &&
		token_has(doc, i, WC_PARTICIPLE) && token_has(doc, first, NOUN_WORDS | WC_ADJ))
		return true;
	return !is_head_first(doc) && i > walk->floor && is_word(doc, i - 1) && !is_article(doc, i - 1) &&
		((is_number(doc, first) && token_has(doc, head, HUMAN_NOUNS)) ||
		 begins_possessor(doc, first, head));
}

/* "A March audit", "a March 2019 audit": whether a month precedes a noun, or a year before it. */
static bool
is_month_before(const Document *doc, uint32_t i, uint32_t first)
{
	return token_at(doc, first)->kind == TOKEN_NUMBER && token_has(doc, i, WC_MONTH) && (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0;
}

/* "The US envoy", "an IT clerk": whether two capitals, a pronoun in lower case, are an acronym. */
static bool
is_acronym_before(const Document *doc, uint32_t i, uint32_t first)
{
	return (token_at(doc, i)->flags & TOKEN_UPPER) != 0 && token_at(doc, i)->length == 2 && token_has(doc, i, WC_PRONOUN) &&
		(token_at(doc, first)->flags & TOKEN_UPPER) == 0;
}

/* "Lund, der den Steg sah": whether an article before another one is a relative pronoun. */
static bool
is_relative_article(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	return doc->language->phrases->capital_nouns && i > walk->floor && token_does(doc, i, FN_DEFINITE) && token_at(doc, i - 1)->kind == TOKEN_COMMA;
}

/*
 * "Una de las vecinas", "un des élus", "l'un de ces élus": whether the article at i is the pronoun "one", in a language in
 * which that word is both.
 */
static bool
is_partitive_one(const Document *doc, uint32_t i)
{
	return is_head_first(doc) && token_does(doc, i, FN_ONE) && token_has(doc, i, WC_DET) && i + 2 < doc->token_count && is_word(doc, i + 1) &&
		token_does(doc, i + 1, FN_GENITIVE) && (token_has(doc, i + 1, WC_DET) || token_has(doc, i + 2, WC_DET | WC_POSSESSIVE));
}

uint32_t
nq_one_before(const Walk *walk, uint32_t first)
{
	const Document *doc = walk->doc;
	uint32_t	one = token_does(doc, first, FN_GENITIVE) ? first - 1 : first - 2;	/* des élus; de las vecinas */

	if (first < walk->floor + 2 - (first - one == 1) || !is_partitive_one(doc, one))
		return NONE;
	return one > walk->floor && is_word(doc, one - 1) && token_does(doc, one - 1, FN_DEFINITE) ? one - 1 : one;
}

/* "A leaked memo", "the charging document": whether a participle, or a gerund before a writing or people, is between an article and its noun. */
static bool
is_participle_before(const Walk *walk, uint32_t i, uint32_t first)
{
	const Document *doc = walk->doc;

	return !is_head_first(doc) && i > walk->floor && !token_has(doc, i, WC_BASE) &&
		(token_has(doc, i, WC_PARTICIPLE) || (names_show_capitals(doc) && token_has(doc, i, WC_GERUND) &&
											  token_has(doc, first, WC_DOCUMENT | WC_ROLE | WC_PERSON | WC_PEOPLE))) &&
		(token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 && is_article(doc, i - 1) && token_has(doc, first, NOUN_WORDS | WC_ADJ);
}

/* "Serious talking heads", "the usual voting blocs": whether a gerund is between an adjective that begins a phrase and a plural. */
static bool
is_gerund_between(const Walk *walk, uint32_t i, uint32_t first, uint32_t head)
{
	const Document *doc = walk->doc;
	uint32_t	adjective = i - 1;

	if (!names_show_capitals(doc) || i <= walk->floor || first != head || !token_has(doc, i, WC_GERUND) || (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 ||
		!token_has(doc, head, WC_PLURAL) || !token_has(doc, head, HUMAN_NOUNS) || !is_word(doc, adjective) || !token_has(doc, adjective, WC_ADJ) ||
		token_has(doc, adjective, FUNCTION_WORDS | WC_FINITE | WC_ADV))
		return false;
	return adjective == walk->floor || is_article(doc, adjective - 1) || token_has(doc, adjective - 1, WC_PREP);
}

/*
 * "The health and safety officer", "a search and rescue official": whether the word before "and" is one of two things that
 * describe somebody or a body, because an article precedes both.
 */
static bool
is_coordinated_before(const Walk *walk, uint32_t and, uint32_t first, uint32_t head)
{
	const Document *doc = walk->doc;
	uint32_t	i = and - 1;

	if (!names_show_capitals(doc) || first == head || !token_has(doc, head, HUMAN_NOUNS) ||
		(token_at(doc, first)->flags & TOKEN_CAPITAL) != 0 || i <= walk->floor || !is_word(doc, i) || !can_be_noun(doc, i) ||
		(token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 || token_has(doc, i, HUMAN_NOUNS | WC_TIME) ||
		(token_has(doc, head, WC_PLURAL | WC_PEOPLE) && token_has(doc, i, WC_DOCUMENT | WC_PLURAL)))
		return false;
	for (i--; i > walk->floor && i + 2 >= and - 1 && !is_article(doc, i); i--)
		if (!is_word(doc, i) || !nq_can_modify(doc, i))
			return false;
	return is_article(doc, i);
}

/* "The remarkably active rower": whether an adverb is between an article and an adjective. */
static bool
is_adverb_before(const Walk *walk, uint32_t i, uint32_t first)
{
	const Document *doc = walk->doc;

	return !is_head_first(doc) && i > walk->floor && token_has(doc, i, WC_ADV) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 &&
		token_has(doc, first, WC_ADJ) && is_article(doc, i - 1);
}

/*
 * "A move critics call “…”", "an offer the crews rejected": where the phrase of a plural begins after the singular noun that
 * an indefinite article before both belongs to; otherwise first.
 */
static uint32_t
after_singular(const Walk *walk, uint32_t first, uint32_t head)
{
	const Document *doc = walk->doc;
	uint32_t	noun = first + 1;

	if (is_head_first(doc) || first + 2 > head || !token_does(doc, first, FN_INDEFINITE) || !token_has(doc, head, HUMAN_NOUNS) ||
		!(token_has(doc, head, WC_PLURAL) || (token_has(doc, head, WC_PEOPLE) && (token_at(doc, head)->flags & TOKEN_CAPITAL) != 0)) ||
		head + 1 >= walk->limit || !token_has(doc, head + 1, WC_CUE | WC_AUX | WC_FINITE | WC_ADV))
		return first;
	for (uint32_t k = noun; k < head; k++)
		if (!is_word(doc, k) || is_number(doc, k) || is_possessive(doc, k) || token_has(doc, k, WC_PLURAL))
			return first;
	while (noun < head && (!token_has(doc, noun, NOUN_WORDS | WC_BASE) || token_has(doc, noun, WC_ADJ)))
		noun++;
	return noun < head ? noun + 1 : first;
}

/*
 * "A Lindby/Ostby poll", "a University of Lindby poll": the first token of two capitalised words that a slash joins, or of a body's
 * name with "of", if its last one is the first of a phrase so far; otherwise that one.
 */
static uint32_t
with_joined_name(const Walk *walk, uint32_t first, uint32_t head)
{
	const Document *doc = walk->doc;
	const Token *joint = token_at(doc, first - 1);

	if (first == head || first < walk->floor + 2 || (token_at(doc, first)->flags & TOKEN_CAPITAL) == 0 || (token_at(doc, first - 2)->flags & TOKEN_CAPITAL) == 0)
		return first;
	if (joint->kind == TOKEN_OTHER && doc->text[joint->start] == '/' && ((joint->flags | token_at(doc, first)->flags) & TOKEN_SPACE) == 0)
		return first - 2;
	return token_does(doc, first - 1, FN_GENITIVE) && token_has(doc, first - 2, WC_ORGWORD) && !is_head_first(doc) ? first - 2 : first;
}

/* Returns the first token of the phrase whose head is at i, including modifiers and article. */
uint32_t
nq_phrase_start(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	first = i;

	while (first > walk->floor && i - first < LEFT_REACH)
	{
		uint32_t	before = with_joined_name(walk, first, i) - 1;

		if (before + 1 < first)
		{
			first = before + 1;
			continue;
		}
		if (is_article(doc, before))
		{
			if (before > walk->floor && is_article(doc, before - 1) && !is_relative_article(walk, before - 1) &&
				!is_partitive_one(doc, before - 1))
				return before - 1;	/* all the, both his */
			return after_singular(walk, before, i);
		}
		/* "El también director" */
		if (is_head_first(doc) && before > walk->floor && token_has(doc, before, WC_ADV) && token_does(doc, before - 1, FN_DEFINITE) &&
			(token_at(doc, before)->flags & TOKEN_CAPITAL) == 0)
			return before - 1;
		if ((is_head_first(doc) && can_be_noun(doc, before)) || is_verb_before(walk, before, first, i) || nq_is_glued(doc, before))
			break;
		/* "Mr. Holt last year" */
		if (token_has(doc, i, WC_TIME) && first < i && (token_at(doc, before)->flags & TOKEN_CAPITAL) != 0)
			break;
		if (!nq_can_modify(doc, before) && !is_month_before(doc, before, first) && !is_acronym_before(doc, before, first) &&
			!is_participle_before(walk, before, first) && !is_adverb_before(walk, before, first) && !is_gerund_between(walk, before, first, i))
		{
			/* "her then-husband", "black and Hispanic voters": a coordinated modifier */
			if (token_does(doc, before, FN_AND) && before > walk->floor + 1 &&
				((token_has(doc, before - 1, WC_ADJ | WC_DEMONYM) && token_has(doc, first, WC_ADJ | WC_DEMONYM)) ||
				 is_coordinated_before(walk, before, first, i)))
			{
				first = before - 1;
				continue;
			}
			break;
		}
		first = before;
	}
	while (first < i && is_possessive(doc, first))
		first++;
	return first;
}

bool
nq_is_party_label(const Walk *walk, uint32_t k)
{
	const Document *doc = walk->doc;

	if (!is_head_first(doc) || k <= walk->floor || k >= walk->limit || (token_at(doc, k)->flags & TOKEN_UPPER) == 0 ||
		token_at(doc, k)->length > ACRONYM_BYTES || !is_word(doc, k - 1) || (token_at(doc, k - 1)->flags & TOKEN_CAPITAL) != 0)
		return false;
	return k + 1 >= walk->limit || (token_at(doc, k + 1)->flags & TOKEN_CAPITAL) == 0;
}

/*
 * "La fille de Marine Le Roy", "le porte-parole d'Ursula von Lund": whether a particle at k continues a name in a
 * prepositional phrase, in a language whose heads come first.
 */
static bool
is_particle_of_name(const Walk *walk, uint32_t k)
{
	const Document *doc = walk->doc;
	uint32_t	next = k + 1;

	if (!is_head_first(doc) || !token_has(doc, k, WC_PARTICLE) || !is_word(doc, k - 1) || !token_has(doc, k - 1, WC_FORENAME) ||
		(token_at(doc, k - 1)->flags & TOKEN_CAPITAL) == 0)
		return false;
	if ((token_at(doc, k)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, k, FUNCTION_WORDS))
		return false;
	while (next < walk->limit && next < k + PARTICLES && token_has(doc, next, WC_PARTICLE) && (token_at(doc, next)->flags & TOKEN_CAPITAL) == 0)
		next++;
	return next < walk->limit && is_word(doc, next) && (token_at(doc, next)->flags & TOKEN_CAPITAL) != 0 && !token_has(doc, next, FUNCTION_WORDS);
}

/*
 * "El ministro de Economía Luis Rojas", "l'avocat de la victime Luc Roy": whether a name begins after the
 * complement of a noun.
 */
static bool
is_name_after_office(const Walk *walk, uint32_t k, bool has_words)
{
	const Document *doc = walk->doc;

	if (!is_head_first(doc) || !has_words || (token_at(doc, k)->flags & TOKEN_CAPITAL) == 0 || !is_word(doc, k - 1) ||
		nq_is_party_label(walk, k))
		return false;
	/* "Un proche du Premier ministre Luc Roy": the office is that of the bearer of the name. */
	if (token_has(doc, k - 1, WC_OFFICE) && !token_has(doc, k - 1, WC_PLURAL) && k >= walk->floor + 3 &&
		(token_does(doc, k - 2, FN_GENITIVE) || (token_has(doc, k - 2, WC_ADJ | WC_NUM) && token_does(doc, k - 3, FN_GENITIVE))))
		return false;
	if ((token_at(doc, k - 1)->flags & TOKEN_CAPITAL) == 0)
		return !token_has(doc, k - 1, WC_DET | WC_POSSESSIVE | WC_PREP);
	return k + 1 < walk->limit && ((token_at(doc, k + 1)->flags & TOKEN_CAPITAL) != 0 || is_particle_of_name(walk, k + 1)) &&
		token_has(doc, k, WC_FORENAME) && !token_has(doc, k, WC_PLACE | WC_ORGWORD) && !token_has(doc, k - 1, WC_FORENAME);
}

/*
 * "The head of Lindby College Mo Adib": whether a listed forename follows a word for an organisation, if the
 * tagger is not sure.
 */
static bool
is_forename_after_body(const Document *doc, uint32_t k)
{
	return has_name_tags(doc) && token_has(doc, k - 1, WC_ORGWORD | WC_SITEWORD) && token_has(doc, k, WC_FORENAME) &&
		token_has(doc, k, WC_MALE | WC_FEMALE) && !token_has(doc, k, WC_NAMEWORD | WC_PLACE | WC_ORGWORD) && k + 1 < doc->token_count &&
		(token_at(doc, k + 1)->flags & TOKEN_CAPITAL) != 0 && !token_has(doc, k + 1, WC_ORGWORD | WC_SITEWORD | WC_EVENTWORD) &&
		(name_tag_at(doc, k).name_class == NAME_PERSON || name_tag_at(doc, k).second == NAME_PERSON);
}

/* "The leader of ODK Mo Adib": whether a person's full name follows an acronym, if the tagger is not sure. */
static bool
is_person_after_acronym(const Document *doc, uint32_t k)
{
	const Token *before = token_at(doc, k - 1);

	return has_name_tags(doc) && (before->flags & TOKEN_UPPER) != 0 && before->length > 2 && before->length <= ACRONYM_BYTES &&
		k + 1 < doc->token_count && (token_at(doc, k)->flags & (TOKEN_CAPITAL | TOKEN_UPPER)) == TOKEN_CAPITAL &&
		(token_at(doc, k + 1)->flags & (TOKEN_CAPITAL | TOKEN_UPPER)) == TOKEN_CAPITAL && token_has(doc, k, WC_FORENAME) &&
		!token_has(doc, k, WC_ORGWORD | WC_PLACE) && !token_has(doc, k + 1, NOUN_WORDS | WC_ORGWORD | WC_SITEWORD | WC_EVENTWORD);
}

/* "The chief justice of India Mo Adib", "the head of the Institute of Health Mo Adib": whether a listed forename follows a place or field. */
static bool
is_forename_after_field(const Document *doc, uint32_t k)
{
	if (!token_has(doc, k, WC_FORENAME) || token_has(doc, k, WC_PLACE | WC_ORGWORD | WC_NAMEWORD) || k + 1 >= doc->token_count ||
		(token_at(doc, k + 1)->flags & TOKEN_CAPITAL) == 0)
		return false;
	return nq_ends_in_place_after_of(doc, k) || (token_has(doc, k - 1, WC_PLACE | WC_NOUN) && !token_has(doc, k - 1, WC_FORENAME | WC_NAMEWORD) &&
												 name_tag_at(doc, k - 1).name_class != NAME_PERSON);
}

/* "Director of rowing Mo Adib": whether a person's name follows a gerund in lower case. */
static bool
is_person_after_activity(const Document *doc, uint32_t k)
{
	return names_show_capitals(doc) && token_has(doc, k - 1, WC_GERUND) && (token_at(doc, k - 1)->flags & TOKEN_CAPITAL) == 0 && begins_person(doc, k);
}

/* "The head of the union Dr Mo Adib": whether a title and a name follow a common noun for a thing or body. */
static bool
is_titled_person(const Document *doc, uint32_t k)
{
	return names_show_capitals(doc) && k + 1 < doc->token_count && (token_at(doc, k)->flags & token_at(doc, k + 1)->flags & TOKEN_CAPITAL) != 0 &&
		token_has(doc, k, WC_TITLE) && !token_has(doc, k, WC_FORENAME | WC_NAMEWORD) && !token_has(doc, k + 1, FUNCTION_WORDS | WC_ORGWORD) &&
		(token_at(doc, k - 1)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, k - 1, NOUN_WORDS) && !token_has(doc, k - 1, HUMAN_NOUNS & ~WC_BODY);
}

/*
 * "The inspector of Lindby harbour Mo Adib", "the head of Lindby College Mo Adib": whether a person's name
 * begins after the complement of an office.
 */
static bool
is_person_after_office(const Document *doc, uint32_t k)
{
	uint64_t	before = classes_at(doc, k - 1);

	if (is_head_first(doc) || !is_word(doc, k - 1) || (token_at(doc, k - 1)->flags & TOKEN_INITIAL) != 0)
		return false;
	if (!begins_person(doc, k))
		return is_forename_after_body(doc, k) || is_person_after_acronym(doc, k) || is_titled_person(doc, k);
	if (is_forename_after_field(doc, k))
		return true;
	/*
	 * "A friend of former governor Mo Adib", "an adviser to Democrat Mo Adib": the words describe the person
	 * named.
	 */
	if ((before & (WC_ROLE | WC_PERSON | WC_TITLE | WC_FORENAME | WC_DEMONYM | FUNCTION_WORDS)) != 0 && (before & WC_PLURAL) == 0)
		return false;
	if ((token_at(doc, k - 1)->flags & TOKEN_CAPITAL) != 0)
		return (name_tag_at(doc, k).edge_margin >= TRUSTED_EDGE && name_tag_at(doc, k - 1).name_class != NAME_PERSON) ||
			is_person_after_acronym(doc, k);
	return (before & (NOUN_WORDS | WC_ORGWORD)) != 0 || before == 0;
}

/*
 * "Permanent Secretary in the Ministry of Works Harit Bawa", "Minister of State for Ports Harit Bawa": whether a name
 * follows the field of a capitalised office, which ends with the head.
 */
static bool
is_name_after_capital_office(const Walk *walk, uint32_t head, uint32_t k)
{
	const Document *doc = walk->doc;
	uint32_t	office = head >= walk->floor + 2 && token_does(doc, head - 1, FN_GENITIVE) ? head - 2 : head;

	return (token_at(doc, office)->flags & TOKEN_CAPITAL) != 0 && token_has(doc, office, WC_ROLE | WC_OFFICE | WC_TITLE) &&
		!token_has(doc, office, WC_PLURAL) && nq_is_name_after_field(doc, k);
}

bool
nq_is_member_after_seat(const Document *doc, uint32_t head, uint32_t preposition, uint32_t k)
{
	if (!names_show_capitals(doc) || !token_has(doc, head, WC_OFFICE) || token_has(doc, head, WC_PLURAL) || !token_does(doc, preposition, FN_SOURCE | FN_GOAL) ||
		k + 1 >= doc->token_count || k < preposition + 2 || !is_word(doc, k - 1) || !is_word(doc, k + 1))
		return false;
	if ((token_at(doc, k - 1)->flags & token_at(doc, k)->flags & token_at(doc, k + 1)->flags & TOKEN_CAPITAL) == 0)
		return false;
	return token_has(doc, k, WC_FORENAME) && token_has(doc, k, WC_MALE | WC_FEMALE) && !token_has(doc, k, WC_PLACE | WC_ORGWORD | WC_NAMEWORD) &&
		!token_has(doc, k - 1, FUNCTION_WORDS | WC_TITLE) && !token_has(doc, k + 1, FUNCTION_WORDS | WC_PLACE | WC_COUNTRY | WC_ORGWORD | WC_SITEWORD | WC_EVENTWORD);
}

bool
nq_leads_to_report(const Document *doc, uint32_t i)
{
	TokenKind	kind = (TokenKind) token_at(doc, i)->kind;

	return kind == TOKEN_COMMA || kind == TOKEN_COLON || kind == TOKEN_MARK || token_does(doc, i, FN_COMPLEMENTISER | FN_DEFINITE | FN_INDEFINITE);
}

bool
nq_is_verb_after_adjective(const Walk *walk, uint32_t k)
{
	const Document *doc = walk->doc;

	return names_show_capitals(doc) && k >= walk->floor + 2 && k + 1 < walk->limit && token_does(doc, k - 2, FN_DEFINITE) && is_word(doc, k - 1) &&
		token_has(doc, k - 1, WC_ADJ) && token_has(doc, k, WC_CUE) && token_has(doc, k, WC_BASE) && (token_at(doc, k)->flags & TOKEN_CAPITAL) == 0 &&
		is_word(doc, k + 1) && (token_does(doc, k + 1, FN_DEFINITE) || token_has(doc, k + 1, WC_PRONOUN));
}

/* "A transcript of the call shows Lund", "the video of the race shows him": whether a plural is the verb of a writing before "of". */
static bool
is_verb_of_writing(const Document *doc, uint32_t head, uint32_t k)
{
	return names_show_capitals(doc) && token_has(doc, head, WC_DOCUMENT) && !token_has(doc, head, WC_PLURAL) && token_has(doc, k, WC_FINITE) &&
		token_has(doc, k, WC_PLURAL) && token_has(doc, k - 1, NOUN_WORDS) && !token_has(doc, k - 1, WC_PLURAL) &&
		((is_capital_word(doc, k + 1) && (token_at(doc, k - 1)->flags & TOKEN_CAPITAL) == 0) || token_has(doc, k + 1, WC_PRONOUN));
}

/*
 * "The authors of the report note, and ...", "the history of the mill states that ...": whether a possible noun
 * is the verb after a phrase.
 */
static bool
is_verb_after(const Walk *walk, uint32_t head, uint32_t k)
{
	const Document *doc = walk->doc;

	if (!token_has(doc, k, WC_FINITE | WC_BASE) || (token_at(doc, k)->flags & TOKEN_CAPITAL) != 0 || is_head_first(doc))
		return false;
	/* "Researchers at Dunmore College tested 300 mice": no participle follows the noun that it describes. */
	if (token_has(doc, k, WC_FINITE) && token_has(doc, k, WC_PARTICIPLE) && !token_has(doc, k, NOUN_WORDS | WC_ROLEADJ) && !doc->language->phrases->capital_nouns &&
		token_at(doc, k - 1)->kind == TOKEN_WORD && can_be_noun(doc, k - 1) && !token_has(doc, k - 1, FUNCTION_WORDS | WC_ADJ))
		return true;
	/* "The text of the law forbids “…”" */
	if (token_at(doc, k + 1)->kind == TOKEN_MARK && token_has(doc, k, WC_FINITE) && token_has(doc, k, WC_PLURAL) && token_has(doc, k - 1, WC_DOCUMENT) &&
		!token_has(doc, k - 1, WC_PLURAL))
		return true;
	if (nq_is_verb_after_adjective(walk, k))
		return true;
	/* "The keeper of the lock calls me" */
	if (token_has(doc, k, WC_FINITE) && token_has(doc, k, WC_PLURAL) && !token_has(doc, head, WC_PLURAL) && token_has(doc, head, HUMAN_NOUNS) &&
		is_word(doc, k + 1) && token_has(doc, k + 1, WC_PRONOUN) &&
		!token_has(doc, k + 1, WC_SUBJECT | WC_POSSESSIVE | WC_RELATIVE | WC_INDEFINITE))
		return true;
	if (!token_has(doc, k, WC_CUE) || token_has(doc, k - 1, FUNCTION_WORDS | WC_ADJ))
		return false;
	if (is_verb_of_writing(doc, head, k))
		return true;
	/* "The text of the bill calls for", "the head of the union calls for" */
	if (token_has(doc, k, WC_FINITE) && token_has(doc, k, WC_PLURAL) && !token_has(doc, head, WC_PLURAL) && token_has(doc, k - 1, NOUN_WORDS) && !token_has(doc, k - 1, WC_PLURAL) &&
		(doc->lexicon->words[token_at(doc, k)->word].cue & CUE_FOR) != 0 && token_does(doc, k + 1, FN_GOAL) && names_show_capitals(doc))
		return true;
	/* "Others on the pier accused Holt" */
	if (token_has(doc, k, WC_FINITE) && !token_has(doc, k, NOUN_WORDS) && is_word(doc, k + 1) &&
		((token_at(doc, k + 1)->flags & TOKEN_CAPITAL) != 0 || token_has(doc, k + 1, WC_PRONOUN)))
		return true;
	/* "People familiar with the Ostby plans": the verb of a plural has no ending. */
	if (token_has(doc, k, WC_PLURAL) && !token_has(doc, k, WC_BASE) && token_has(doc, head, WC_PLURAL | WC_PEOPLE) && token_has(doc, head, HUMAN_NOUNS))
		return false;
	return nq_leads_to_report(doc, k + 1);
}

/*
 * "Les filles grimacent", "un riverain contacté", "la ligue juge que": whether a word after a noun is a verb, a
 * participle or an unlisted word that does not agree with a plural noun, in a language whose heads come first.
 */
static bool
is_verb_after_first(const Document *doc, uint32_t noun, uint32_t k)
{
	uint64_t	classes = classes_at(doc, k);
	const TextList *agreements = &doc->language->phrases->agreements;

	if (!is_head_first(doc) || !is_word(doc, k) || (token_at(doc, k)->flags & TOKEN_CAPITAL) != 0)
		return false;
	if ((classes & (WC_FINITE | WC_PARTICIPLE | WC_GERUND)) != 0)
		return (classes & (WC_ADJ | WC_ROLEADJ)) == 0 && (classes & NOUN_WORDS & ((classes & WC_PARTICIPLE) != 0 ? ~HUMAN_NOUNS : ~0ull)) == 0 ? true :
			((classes & WC_CUE) != 0 && (classes & WC_FINITE) != 0 && k + 1 < doc->token_count && nq_leads_to_report(doc, k + 1));
	return classes == 0 && token_has(doc, noun, WC_PLURAL) && agreements->count > 0 &&
		nq_find_ending(agreements, doc->text + token_end(token_at(doc, k)), token_at(doc, k)->length) == 0;
}

/*
 * "A doctor on which parts ...", "the owner of saying ...", "suspended a clerk for holding a banner": whether a token
 * begins a clause after a preposition.
 */
static bool
begins_clause(const Document *doc, uint32_t k)
{
	return (token_has(doc, k, WC_WH | WC_RELATIVE) && !token_does(doc, k, FN_DEMONSTRATIVE)) ||
		(token_has(doc, k, WC_GERUND) && (token_at(doc, k)->flags & TOKEN_CAPITAL) == 0 &&
		 (token_has(doc, k, WC_CUE) || (k + 1 < doc->token_count && is_word(doc, k + 1) && token_has(doc, k + 1, WC_DET | WC_POSSESSIVE | WC_PRONOUN | WC_ADV))));
}

/* "A woman from San Luis, Calif., said": the token after the state or country that follows a place and a comma; otherwise i. */
static uint32_t
after_state(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	last = i + 2;

	if (!names_show_capitals(doc) || last >= walk->limit || token_at(doc, i)->kind != TOKEN_COMMA || (token_at(doc, i - 1)->flags & TOKEN_CAPITAL) == 0 ||
		token_has(doc, i - 1, WC_DAY | WC_MONTH | HUMAN_NOUNS) || (token_at(doc, i + 1)->flags & TOKEN_CAPITAL) == 0)
		return i;
	if ((token_at(doc, last)->flags & TOKEN_CAPITAL) != 0 && token_has(doc, last, WC_PLACE | WC_COUNTRY))
		last++;
	else if (!token_has(doc, i + 1, WC_PLACE | WC_COUNTRY))
		return i;
	return last < walk->limit && token_at(doc, last)->kind == TOKEN_COMMA && !token_has(doc, i + 1, WC_FORENAME | WC_ORGWORD) ? last : i;
}

/* "The Ministry of Trade and Industry": the word after the "and" at k of a name with words before a preposition; otherwise k. */
static uint32_t
after_and_of_name(const Walk *walk, uint32_t preposition, uint32_t k)
{
	const Document *doc = walk->doc;
	uint32_t	first = preposition;

	if (!names_show_capitals(doc) || !token_does(doc, k, FN_AND))
		return k;
	while (first > walk->floor && first + RIGHT_REACH > preposition && is_word(doc, first - 1) && (token_at(doc, first - 1)->flags & TOKEN_CAPITAL) != 0)
		first--;
	if (first == preposition)
		return k;
	first = nq_after_and(walk, first, k);
	return first == k ? nq_after_tagged(walk, k) : first;
}

/*
 * Returns the end of one prepositional phrase after a noun, "of the ministry", or the preposition if there is
 * none.
 */
static uint32_t
after_prepositional(const Walk *walk, uint32_t head, uint32_t preposition)
{
	const Document *doc = walk->doc;
	uint32_t	i = preposition;
	uint32_t	k = i + 1;
	uint32_t	noun = NONE;
	uint32_t	modifier = NONE;

	/* "Of one of the mills" */
	if (k + 1 < walk->limit && token_does(doc, k, FN_ONE) && token_does(doc, k + 1, FN_GENITIVE) && !is_head_first(doc))
	{
		i += 2;
		k = i + 1;
	}
	if (k < walk->limit && ((token_has(doc, k, WC_TIME) && !token_has(doc, k, WC_FORENAME)) || begins_clause(doc, k)))
		return preposition;
	while (k < walk->limit && k < i + RIGHT_REACH)
	{
		/* "Un journaliste d'Europe 1" */
		if (is_head_first(doc) && token_at(doc, k)->kind == TOKEN_NUMBER && noun == k - 1 && (token_at(doc, noun)->flags & TOKEN_CAPITAL) != 0)
			noun = k++;
		else if (noun == k - 1 && is_particle_of_name(walk, k))
		{
			while (token_has(doc, k, WC_PARTICLE))
				k++;
			noun = k++;
		}
		else if (is_possessive(doc, k) || token_at(doc, k)->kind == TOKEN_NUMBER)
			k++;
		else if (is_word(doc, k) && (token_has(doc, k, WC_DET | WC_POSSESSIVE)) && noun == NONE)
			k++;
		/* "Half of those polled" */
		else if (noun == NONE && token_does(doc, k - 1, FN_DEMONSTRATIVE) && token_has(doc, k, WC_PARTICIPLE))
			return k + 1;
		else if (token_has(doc, k, WC_TIME) && noun != NONE)
			break;
		/* "A mother of two Ana Gil" */
		else if (noun == NONE && modifier == k - 1 && token_has(doc, modifier, WC_NUM) && begins_person(doc, k))
			break;
		else if (is_name_after_office(walk, k, noun != NONE || modifier != NONE) ||
				 (noun != NONE && (is_person_after_office(doc, k) || nq_is_member_after_seat(doc, head, i, k) || is_name_after_capital_office(walk, head, k) || is_verb_after(walk, head, k) ||
								   is_verb_after_first(doc, noun, k))) ||
				 (noun == NONE && modifier == k - 1 && (nq_is_verb_after_adjective(walk, k) || is_person_after_activity(doc, k))))
			break;
		else if (can_be_noun(doc, k) || (nq_can_modify(doc, k) && (token_at(doc, k)->flags & TOKEN_CAPITAL) != 0))
			noun = k++;
		else if (nq_can_modify(doc, k) && noun != NONE && is_head_first(doc))
			noun = k++;
		else if (nq_can_modify(doc, k))
			modifier = k++;
		else
		{
			uint32_t	field = noun == k - 1 ? nq_after_fields(walk, preposition - 1, k) : k;

			if (field == k && noun == k - 1)
				field = after_and_of_name(walk, preposition, k);
			if (field == k)
				break;
			noun = field;
			k = noun + 1;
		}
	}
	/* "A spokeswoman for the mill issued a statement": a modifier needs a noun. */
	if (noun == NONE)
		noun = modifier;
	return noun == NONE ? preposition : after_state(walk, noun + 1);
}

/* "Un diplomate européen": the end of the adjectives and nouns after a head that comes first. */
static uint32_t
after_modifiers(const Walk *walk, uint32_t head)
{
	const Document *doc = walk->doc;
	uint32_t	end = head + 1;

	if (nq_is_party_label(walk, end))
		end++;
	while (end < walk->limit && end <= head + RIGHT_REACH && is_word(doc, end) && nq_can_modify(doc, end) &&
		   (token_at(doc, end)->flags & TOKEN_CAPITAL) == 0 && !token_has(doc, end, WC_FINITE) &&
		   (!token_has(doc, end, WC_PARTICIPLE) || token_has(doc, end, WC_ADJ)) && !is_verb_after_first(doc, head, end))
		end++;
	/* "Le secrétaire général UDR du port" */
	if (end > head + 1 && nq_is_party_label(walk, end) && end + 1 < walk->limit && token_does(doc, end + 1, FN_GENITIVE))
		end++;
	return end;
}

/*
 * "A person familiar with the plan", "a source close to her": the end of an adjective after a noun for a
 * person, with its complement.
 */
uint32_t
nq_after_complement(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	preposition = i + 1;
	uint32_t	next;

	if (i + 2 >= walk->limit || !token_has(doc, i, WC_ADJ) || token_has(doc, i, WC_PARTICIPLE) ||
		(token_at(doc, i)->flags & TOKEN_CAPITAL) != 0)
		return i;
	/* "Close to the mill", not "ready to vote" */
	if (!token_does(doc, preposition, FN_COMPLEMENT) &&
		(!token_does(doc, preposition, FN_INFINITIVE) ||
		 (!token_has(doc, preposition + 1, WC_DET | WC_POSSESSIVE) && (token_at(doc, preposition + 1)->flags & TOKEN_CAPITAL) == 0)))
		return i;
	next = after_prepositional(walk, i - 1, preposition);
	if (next > preposition)
		return next;
	/* "A source close to her said" */
	return names_show_capitals(doc) && preposition + 2 < walk->limit && token_has(doc, preposition + 1, WC_PRONOUN) &&
		token_has(doc, preposition + 2, WC_FINITE | WC_AUX) ? preposition + 2 : i;
}

/*
 * "The message in the body of the letter reads: “…”", "an invitation to the dinner reminds guests": whether the verb of a document
 * follows a prepositional phrase, which is then within its subject.
 */
static bool
is_before_verb(const Walk *walk, uint32_t head, uint32_t preposition)
{
	const Document *doc = walk->doc;
	uint32_t	end = preposition;

	if (!names_show_capitals(doc) || token_does(doc, head, FN_PUBLISHED) || !token_does(doc, preposition, FN_COMPLEMENT) ||
		token_has(doc, preposition + 1, WC_TIME | WC_DAY | WC_MONTH))
		return false;
	for (int i = 0; i < PHRASES_AFTER_NOUN && end + 1 < walk->limit && is_word(doc, end) && token_has(doc, end, WC_PREP); i++)
	{
		uint32_t	next = after_prepositional(walk, head, end);

		if (next == end)
			return false;
		end = next;
	}
	return end > preposition && end < walk->limit && is_word(doc, end) && token_has(doc, end, WC_CUE) &&
		token_has(doc, end, token_has(doc, head, WC_PLURAL) ? WC_FINITE | WC_BASE : WC_FINITE) &&
		(!token_has(doc, end, NOUN_WORDS | WC_ADJ) || token_at(doc, end + 1)->kind == TOKEN_COLON || opens_span(doc, end + 1));
}

/*
 * "An article on the flood", "an article in the Herald", "a memo from the owner's office": whether a
 * prepositional phrase belongs to a document.  The name of an owner does not: "a statement from Orbis Air".
 */
static bool
belongs_to_writing(const Walk *walk, uint32_t head, uint32_t preposition)
{
	const Document *doc = walk->doc;

	if (token_does(doc, preposition, FN_GENITIVE))
		return true;
	if (is_head_first(doc) || token_does(doc, head, FN_AUTHORED) || preposition + 1 >= walk->limit)
		return false;
	if (token_does(doc, preposition, FN_SOURCE | FN_AGENT))
		return is_word(doc, preposition + 1) && (token_at(doc, preposition + 1)->flags & TOKEN_CAPITAL) == 0 &&
			!token_has(doc, preposition + 1, WC_PRONOUN);
	if (token_does(doc, preposition, FN_GOAL) || is_before_verb(walk, head, preposition))
		return true;
	return token_does(doc, preposition, FN_COMPLEMENT) && !token_does(doc, preposition, FN_LOCATIVE) &&
		(token_does(doc, preposition, FN_CONNECTOR) || token_does(doc, head, FN_PUBLISHED));
}

/*
 * "An adviser to the mayor", "aides to Lund": whether "to" follows a noun for a person, and is not that of an
 * infinitive.
 */
static bool
is_goal_of_role(const Walk *walk, uint32_t head, uint32_t i)
{
	const Document *doc = walk->doc;

	return !is_head_first(doc) && token_has(doc, head, WC_ROLE) && token_does(doc, i, FN_INFINITIVE) && i + 1 < walk->limit &&
		(token_has(doc, i + 1, WC_DET | WC_POSSESSIVE) || (token_at(doc, i + 1)->flags & TOKEN_CAPITAL) != 0);
}

static bool
belongs(const Walk *walk, uint32_t head, uint32_t i, Belongings belongings)
{
	if (belongings == BELONGS_TO_SOMEBODY)
		return token_does(walk->doc, i, FN_COMPLEMENT) || is_goal_of_role(walk, head, i);
	return belongings == BELONGS_TO_WRITING ? belongs_to_writing(walk, head, i) : token_does(walk->doc, i, FN_GENITIVE);
}

uint32_t
nq_phrase_end(const Walk *walk, uint32_t head, Belongings belongings)
{
	uint32_t	end = is_head_first(walk->doc) ? after_modifiers(walk, head) : head + 1;
	int			phrases = is_head_first(walk->doc) ? PHRASES_AFTER_FIRST_NOUN : PHRASES_AFTER_NOUN;

	if (belongings == BELONGS_TO_SOMEBODY && !is_head_first(walk->doc))
		end = nq_after_complement(walk, end);
	if (nq_after_numbers(walk, head) > head)
		end = nq_after_numbers(walk, head);
	/* "Section 4 of the act" */
	else if (!is_head_first(walk->doc) && end + 1 < walk->limit && token_at(walk->doc, end)->kind == TOKEN_NUMBER &&
		(token_does(walk->doc, head, FN_PART) || (token_at(walk->doc, head)->flags & TOKEN_CAPITAL) != 0) &&
		token_does(walk->doc, end + 1, FN_GENITIVE))
		end++;
	for (int i = 0; i < phrases && end < walk->limit && belongs(walk, head, end, belongings); i++)
	{
		uint32_t	next = after_prepositional(walk, head, end);

		if (next == end)
			break;
		end = next;
	}
	return end;
}

/* "The 46-year-old": whether a token is a person by age. */
bool
nq_is_age(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	return (token->flags & TOKEN_HYPHEN) != 0 &&
		nq_find_ending(&doc->language->phrases->ages, doc->text + token_end(token), token->length) != 0;
}
