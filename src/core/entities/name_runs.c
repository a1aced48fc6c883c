/*
 * name_runs.c
 *	  Runs of capitalised words that can be a name: where they end.
 *
 * A run is a sequence of capitalised words, joined by name particles (van der Meer), by "of", "for", "on" and
 * "and" in the names of organisations, and by a quoted nickname (Robert "Bobby" Scott).  In a headline every ordinary word
 * breaks the run.  name_starts.c says where it begins.
 *
 * A run is read once, and no look-ahead exceeds RUN_WORDS, so it is linear.
 */
#include "core/entities/name_runs.h"

#include "core/base/bounds.h"
#include "core/base/search.h"
#include "core/entities/name_tags.h"

#include <string.h>
#include "core/entities/noun_phrases.h"

/* The most tokens without a capital between two capitalised ones of a name, according to the tagger. */
#define TAGGED_BRIDGE 3

/* How many tokens before its last word, at most, a card about somebody begins with the name. */
#define GLUED_BACK 4

/* A shorter word may be repeated in a name. */
#define REPEATED_BYTES 3

/* ---- the run ---- */

/*
 * "Anna Lund den Plan", "Anna Lund von der Partei": whether a particle after a name begins a phrase, in a language
 * that capitalises nouns.  "Hilde von der Heide", "Karl der Alte" are names.
 */
static bool
begins_phrase_after_name(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;

	if (!doc->language->phrases->capital_nouns || i == first)
		return false;
	if (token_does(doc, i, FN_DEFINITE))
		return token_does(doc, i, FN_OBLIQUE) || !token_has(doc, i + 1, WC_ADJ);
	return i > first + 1 && token_has(doc, i, WC_PREP) && !token_has(doc, i - 1, WC_FORENAME | WC_TITLE) && (token_at(doc, i - 1)->flags & TOKEN_INITIAL) == 0;
}

/* The capitalised word after lower-case particles: "van der Meer". */
static uint32_t
after_particles(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	next = i;

	while (next < walk->limit && next < i + PARTICLES && token_has(doc, next, WC_PARTICLE) && !is_capital_word(doc, next))
		next++;
	if (next == i || next >= walk->limit || !is_capital_word(doc, next))
		return i;
	if (begins_phrase_after_name(walk, first, i))
		return i;
	/* "Jan Roy de Lyon": the origin of the bearer, in a language whose particle is "of". */
	if (doc->language->phrases->forename_particles && i > first + 1 && token_does(doc, i, FN_GENITIVE))
		return i;
	/* "Juan Rojas del UC Ostby": an acronym is not a surname. */
	if (doc->language->phrases->head_first && i > first && token_does(doc, next - 1, FN_GENITIVE) &&
		(token_at(doc, next)->flags & TOKEN_UPPER) != 0 && token_at(doc, next)->length > 1)
		return i;
	if (token_does(doc, next - 1, FN_GENITIVE) && token_has(doc, next, WC_PLACE | WC_COUNTRY | WC_ORG | WC_OUTLET | WC_ORGWORD) &&
		!token_has(doc, next, WC_FORENAME))
		return i;
	return next;
}

/* "Van der Meer" inside a sentence: the first of the lower-case particles before the run that begins at i. */
uint32_t
nq_before_particles(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	first = i;

	while (first > walk->floor && i - first < PARTICLES && token_has(doc, first - 1, WC_PARTICLE) && !is_capital_word(doc, first - 1) &&
		   !token_has(doc, first - 1, FUNCTION_WORDS | WC_NUM))
		first--;
	/* "The van Hale drove" */
	if (first > walk->floor && token_has(doc, first - 1, WC_DET | WC_POSSESSIVE | WC_ADJ | WC_NUM))
		return i;
	return first;
}

static bool
is_person_start(const Document *doc, uint32_t first, uint32_t i)
{
	for (uint32_t k = first; k < i; k++)
		if (token_has(doc, k, WC_FORENAME | WC_TITLE) || (token_at(doc, k)->flags & TOKEN_INITIAL) != 0)
			return !token_has(doc, k, WC_ORGWORD);
	return false;
}

/* "Pete King of Lindby": whether a word is a surname after a forename, which would be a title without it. */
static bool
is_after_forename(const Document *doc, uint32_t first, uint32_t i)
{
	return i > first && token_has(doc, i - 1, WC_FORENAME) && !token_has(doc, i - 1, WC_ORGWORD | WC_TITLE | WC_PLACE);
}

#define YEAR_DIGITS 4

/* The word after "of", "for", "on" or "without" in the name of an organisation or office. */
static uint32_t
after_connector(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	next = i + 1;
	bool		of = token_does(doc, i, FN_GENITIVE | FN_GOAL);
	bool		org_before = false;

	if (!token_does(doc, i, FN_CONNECTOR))
		return i;
	/* "The Harbour Act of 1907" */
	if (i > first + 1 && next < walk->limit && token_does(doc, i, FN_GENITIVE) && token_has(doc, i - 1, WC_DOCUMENT) &&
		token_at(doc, next)->kind == TOKEN_NUMBER && token_at(doc, next)->length == YEAR_DIGITS)
		return next;
	if (next < walk->limit && token_does(doc, next, FN_DEFINITE))
		next++;
	if (next >= walk->limit || !nq_can_be_in_name(walk, next) || token_has(doc, next, WC_FORENAME | WC_HONORIFIC))
		return i;
	for (uint32_t k = first; k < i; k++)
		org_before |= token_has(doc, k, WC_ORGWORD | WC_EVENTWORD | WC_BODY | WC_ORG) ||
			(of && token_has(doc, k, WC_TITLE | WC_OFFICE));
	if (token_does(doc, i, FN_LOCATIVE))
		return org_before && token_has(doc, next, WC_PLACE) && token_has(doc, first, WC_ORGWORD) ? next : i;
	if (org_before && !is_person_start(doc, first, i))
		return next;
	/* Citizens for Tax Justice, Doctors Without Borders */
	if (!of && token_has(doc, i - 1, WC_PEOPLE | WC_PLURAL))
		return next;
	return of && token_has(doc, i - 1, WC_OFFICE | WC_TITLE) && !is_after_forename(doc, first, i - 1) ? next : i;
}

/* Whether a capitalised word can be one of the fields of an office: "Culture, Media and Sport". */
static bool
is_field(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	return i < walk->limit && nq_can_be_in_name(walk, i) && token_has(doc, i, ORDINARY_WORDS | WC_ORGWORD | WC_SITEWORD) &&
		!token_has(doc, i, FUNCTION_WORDS | WC_FORENAME | WC_HONORIFIC | WC_COUNTRY | WC_PLACE | WC_DEMONYM) &&
		(!token_has(doc, i, WC_TITLE) || i + 1 >= walk->limit || !is_capital_word(doc, i + 1));
}

/* Whether words of an office or body, with what they lead to, are among the tokens: "Department for", "Minister of". */
static bool
leads_to_fields(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i + 1 < last; i++)
		if (token_has(doc, i, WC_ORGWORD | WC_BODY | WC_OFFICE | WC_TITLE) && token_does(doc, i + 1, FN_CONNECTOR))
			return true;
	return false;
}

static bool
holds_title(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (token_has(doc, i, WC_TITLE))
			return true;
	return false;
}

uint32_t
nq_after_and(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;
	const Token *token = token_at(doc, i);
	uint32_t	end = i + 1;

	if (token->kind == TOKEN_OTHER && doc->text[token->start] == '&')
	{
		/* "Ada Quist & Otto Lund" are two, each with a forename. */
		if (i > first + 1 && token_has(doc, first, WC_FORENAME) && i + 2 < walk->limit && token_has(doc, i + 1, WC_FORENAME) && is_capital_word(doc, i + 2))
			return i;
		return i + 1 < walk->limit && is_capital_word(doc, i + 1) ? i + 1 : i;
	}
	/* "Minister for Health and Social Services" */
	if (token_does(doc, i, FN_AND) && i + 1 < walk->limit && leads_to_fields(doc, first, i) && token_has(doc, first, WC_TITLE) && is_field(walk, i - 1) && is_field(walk, i + 1))
		return i + 1;
	if (!token_does(doc, i, FN_AND) || is_person_start(doc, first, i) || token_has(doc, i - 1, WC_COUNTRY | WC_PLACE))
		return i;
	while (end < walk->limit && end <= i + WORDS_AFTER_AND && nq_can_be_in_name(walk, end))
		end++;
	if (end == i + 1 || token_has(doc, i + 1, WC_FORENAME | WC_TITLE))
		return i;
	/* The words on both sides are ordinary, and a word for organisations ends the run or precedes. */
	if (!token_has(doc, i - 1, ORDINARY_WORDS) || token_has(doc, i - 1, WC_ORGWORD))
		return i;
	if (token_has(doc, end - 1, WC_ORGWORD) || (i > first + 1 && token_has(doc, first, WC_ORGWORD)))
		return i + 1;
	return i;
}

/* The token after a suffix ", Jr.", but not ", M.D." */
static uint32_t
after_suffix(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	word = i + 1;

	if (word < walk->limit && token_has(doc, word, WC_SUFFIX) && token_at(doc, i)->kind == TOKEN_COMMA && is_capital_word(doc, word) &&
		(token_at(doc, word)->flags & TOKEN_DOTTED) != 0 && token_at(doc, word)->length <= GENERATION_BYTES)
		return word + 1;
	return i;
}

/* "Luc Le Roy": whether a capitalised article is a particle. */
static bool
is_capital_particle(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	return token_has(doc, i, WC_PARTICLE) && token_has(doc, i, WC_DET) && is_capital_word(doc, i) && token_has(doc, i - 1, WC_FORENAME) &&
		i + 1 < walk->limit && is_capital_word(doc, i + 1) && !token_has(doc, i + 1, FUNCTION_WORDS);
}

/* "Parlement européen": whether an adjective belongs to the name of an organisation whose noun it follows. */
static bool
is_adjective_of_body(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;

	return doc->language->phrases->head_first && !walk->inside && i == first + 1 && is_word(doc, i) && !is_capital_word(doc, i) &&
		token_has(doc, i, WC_ADJ) && !token_has(doc, i, FUNCTION_WORDS | WC_NUM | WC_ADV) &&
		token_has(doc, first, WC_ORGWORD) && !token_has(doc, first, WC_FORENAME | WC_TITLE | WC_OUTLET);
}

/*
 * "L'envoyé en Irak Hans Lund", "la Clínica de Cali Juan Rivas": whether a person's name begins after a place, in a
 * language whose heads come first.
 */
static bool
is_person_after_place(const Document *doc, uint32_t i)
{
	return doc->language->phrases->head_first && token_has(doc, i - 1, WC_COUNTRY | WC_PLACE) && !token_has(doc, i - 1, WC_FORENAME | WC_ORGWORD) &&
		token_has(doc, i, WC_FORENAME) && token_has(doc, i, WC_MALE | WC_FEMALE) && !token_has(doc, i, WC_PLACE | WC_COUNTRY | WC_ORGWORD) &&
		(is_capital_word(doc, i + 1) || token_has(doc, i + 1, WC_PARTICLE));
}

/*
 * "JUST WATCHED Lund", "MUST WATCH Lund": whether words in capitals, the last of which is a verb, are before a word of
 * another kind, and so are a label of the page and no part of its name.
 */
static bool
is_label_before(const Document *doc, uint32_t first, uint32_t i)
{
	if ((token_at(doc, i)->flags & TOKEN_UPPER) != 0 || !token_has(doc, i - 1, WC_FINITE | WC_BASE | WC_PARTICIPLE) ||
		token_has(doc, i - 1, NAME_WORDS | WC_OUTLET))
		return false;
	while (i > first && (token_at(doc, i - 1)->flags & TOKEN_UPPER) != 0)
		i--;
	return i == first;
}

/* Whether the run continues from one capitalised word to the next. */
static bool
goes_on(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;
	const Token *token = token_at(doc, i);

	if (nq_is_outlet_number(doc, i))
		return true;
	if ((!nq_can_be_in_name(walk, i) && !is_capital_particle(walk, i) && !nq_is_bare_initial(walk, i)) || (token->flags & TOKEN_NEWLINE) != 0)
		return false;
	if (is_person_after_place(doc, i))
		return false;
	/* "William Hale Jr." is complete. */
	if (token_has(doc, i - 1, WC_SUFFIX) && (token_at(doc, i - 1)->flags & TOKEN_DOTTED) != 0)
		return false;
	if (names_show_capitals(doc) && is_label_before(doc, first, i))
		return false;
	/* "Thursday Trump", "WASHINGTON Donald": a word in capitals and a word of another kind are two names, but for "INGRID Sandell" and "V.V.S. Rao". */
	if ((token->flags & TOKEN_UPPER) == 0 && i == first + 1 && (token_at(doc, first)->flags & TOKEN_UPPER) != 0 &&
		token_at(doc, first)->length > ACRONYM_BYTES && (token_at(doc, first)->flags & TOKEN_INITIAL) == 0 && !token_has(doc, i, WC_ORGWORD) &&
		(!token_has(doc, first, WC_FORENAME) || token_has(doc, first, WC_PLACE | WC_COUNTRY | WC_ORGWORD | WC_MONTH) || token_has(doc, i, WC_FORENAME)))
		return false;
	return true;
}

/*
 * "Greta Holm Children's Trust": whether a plural or common noun with 's is inside an organisation's name,
 * according to the tagger.
 */
static bool
is_tagged_owner(const Document *doc, uint32_t i)
{
	NameTag		tag;

	if (!has_name_tags(doc) || !token_has(doc, i - 1, WC_PEOPLE | WC_PLURAL | WC_KIN))
		return false;
	tag = name_tag_at(doc, i);
	return tag.name_class == NAME_ORGANISATION && !tag.begins && tag.margin >= TRUSTED_MARGIN && !name_tag_at(doc, i + 1).begins;
}

/* "The Seafarers' Union", "Miners' Forum": whether the word for a body follows the plural of those who are in it. */
static bool
is_body_of_members(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	next = i + 2;

	if (!names_show_capitals(doc) || !is_word(doc, i - 1) || !is_capital_word(doc, i - 1) || !token_has(doc, i - 1, WC_PLURAL | WC_PEOPLE) ||
		!token_has(doc, i - 1, WC_ROLE | WC_PERSON) || token_has(doc, i - 1, WC_DEMONYM))
		return false;
	/* "The Guards' Club members" */
	return next >= walk->limit || !is_word(doc, next) || is_capital_word(doc, next) || !token_has(doc, next, NOUN_WORDS) || token_has(doc, next, WC_CUE);
}

/* "Sheriff's Office", "Attorney General's Office": the token after the word for the office. */
static uint32_t
after_office(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (i + 1 >= walk->limit || !is_capital_word(doc, i + 1) || !token_has(doc, i + 1, WC_ORGWORD))
		return i;
	if (token_at(doc, i)->kind == TOKEN_MARK)
		return nq_is_possessive_mark(doc, i) && is_body_of_members(walk, i) ? i + 1 : i;
	return has_property(doc, i, PROP_POSSESSIVE) && (token_has(doc, i - 1, WC_TITLE | WC_OFFICE) || is_tagged_owner(doc, i)) ? i + 1 : i;
}

/*
 * Whether a token belongs to the same name of a person or organisation as the one before it, according to the
 * tagger.
 */
static bool
goes_on_by_tag(const Document *doc, uint32_t i)
{
	NameTag		tag = name_tag_at(doc, i);

	if (tag.begins || tag.name_class != name_tag_at(doc, i - 1).name_class || (token_at(doc, i)->flags & TOKEN_NEWLINE) != 0)
		return false;
	if (tag.name_class == NAME_PERSON)
		return tag.margin >= TRUSTED_MARGIN && is_word(doc, i) && !token_has(doc, i, FUNCTION_WORDS);
	return tag.name_class == NAME_ORGANISATION && tag.margin >= TRUSTED_MARGIN && tag.edge_margin >= TRUSTED_MARGIN &&
		token_at(doc, i)->kind != TOKEN_CLITIC;
}

/* "d'Arlo": whether a word is a letter, an apostrophe and a capital. */
static bool
is_elided_particle(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *text = doc->text + token->start;
	uint32_t	mark = 1;

	if (!is_word(doc, i) || token->length < 4 || text[0] < 'a' || text[0] > 'z')
		return false;
	if (text[1] != '\'')
		mark = memcmp(text + 1, "\342\200\231", 3) == 0 ? 3 : 0;	/* ’ */
	return mark > 0 && token->length > 1 + mark && text[1 + mark] >= 'A' && text[1 + mark] <= 'Z';
}

/* Whether a word can be part of a person's name, according to the tagger. */
static bool
may_be_person_word(const Document *doc, uint32_t i)
{
	NameTag		tag = name_tag_at(doc, i);

	return tag.name_class == NAME_PERSON || tag.second == NAME_PERSON;
}

uint32_t
nq_after_tagged(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	next = i;

	if (!has_name_tags(doc) || walk->inside || doc->language->phrases->head_first)
		return i;
	if (is_elided_particle(doc, i) && i + 1 < walk->limit && is_capital_word(doc, i + 1))
		return may_be_person_word(doc, i + 1) ? i + 1 : i;
	while (next < walk->limit && next < i + TAGGED_BRIDGE && !is_capital_word(doc, next) && goes_on_by_tag(doc, next))
		next++;
	return next > i && next < walk->limit && is_capital_word(doc, next) && goes_on_by_tag(doc, next) ? next : i;
}

uint32_t
nq_after_fields(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	floor = first > walk->floor + 1 && token_does(doc, first - 1, FN_CONNECTOR) ? first - 2 : first;
	uint32_t	k = i;
	bool		last = false;

	/* "Minister for Sustainability and the Environment" */
	if (token_does(doc, i, FN_AND) && i + 2 < walk->limit && token_does(doc, i + 1, FN_DEFINITE) && !walk->inside && names_show_capitals(doc) &&
		i >= walk->floor + 2 && leads_to_fields(doc, floor, i) && holds_title(doc, floor, i) && is_field(walk, i - 1) && is_field(walk, i + 2) &&
		!token_has(doc, i + 2, WC_ORGWORD | WC_BODY))
		return i + 2;
	if (token_at(doc, i)->kind != TOKEN_COMMA || walk->inside || !names_show_capitals(doc) ||
		i < walk->floor + 2 || !is_field(walk, i - 1) || (token_has(doc, i - 1, WC_ORGWORD) && !token_does(doc, i - 2, FN_CONNECTOR)))
		return i;
	while (!last && k < i + RUN_WORDS)
	{
		uint32_t	end;

		if (token_at(doc, k)->kind == TOKEN_COMMA)
			k++;
		if (k < walk->limit && token_does(doc, k, FN_AND))
		{
			last = true;
			k++;
		}
		for (end = k; end < k + WORDS_AFTER_AND && is_field(walk, end); end++)
			;
		if (end == k || (!last && (end >= walk->limit || (token_at(doc, end)->kind != TOKEN_COMMA && !token_does(doc, end, FN_AND)))))
			return i;
		k = end;
	}
	return last && (leads_to_fields(doc, floor, i) || token_has(doc, k - 1, WC_ORGWORD)) ? k - 1 : i;
}

/*
 * "Les Amis du fleuve", "Los Vecinos de la ribera": the common noun that ends a name whose first word is a capitalised
 * plural after a capitalised article, in a language whose heads come first; otherwise i.
 */
static uint32_t
after_common_complement(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	noun = i + 1;

	if (!doc->language->phrases->head_first || walk->inside || i != first + 1 || first <= walk->floor || !token_does(doc, i, FN_GENITIVE) ||
		!token_does(doc, first - 1, FN_DEFINITE) || !is_capital_word(doc, first - 1) || !token_has(doc, first, WC_PLURAL) ||
		!token_has(doc, first, NOUN_WORDS) || token_has(doc, first, NAME_WORDS | WC_OUTLET | WC_OFFICE))
		return i;
	if (noun < walk->limit && token_does(doc, noun, FN_DEFINITE))
		noun++;
	return noun < walk->limit && is_word(doc, noun) && !is_capital_word(doc, noun) && has_property(doc, noun, PROP_NOUN) ? noun : i;
}

/* The most words for parts of a law, each with its number, one after another. */
#define NUMBERED_PARTS 3

/* "12", "III", but not the pronoun "I". */
static bool
is_numeral(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	const Token *token = token_at(doc, i);

	if (token->kind == TOKEN_NUMBER)
		return true;
	if (!is_word(doc, i))
		return false;
	for (uint32_t k = 0; k < token->length; k++)
		if (strchr("IVX", doc->text[token->start + k]) == NULL)
			return false;
	return token->length > 1 || (i + 1 < walk->limit && (token_at(doc, i + 1)->kind == TOKEN_COMMA || token_does(doc, i + 1, FN_GENITIVE)));
}

uint32_t
nq_after_numbers(const Walk *walk, uint32_t first)
{
	const Document *doc = walk->doc;
	uint32_t	end = first;
	uint32_t	i = first;

	if (!names_show_capitals(doc))
		return first;
	for (int parts = 0; parts < NUMBERED_PARTS && i + 1 < walk->limit && is_capital_word(doc, i) &&
		 (token_has(doc, i, WC_DOCUMENT) || token_does(doc, i, FN_PART)) && is_numeral(walk, i + 1); parts++)
	{
		end = i + 2;
		i = end < walk->limit && token_at(doc, end)->kind == TOKEN_COMMA ? end + 1 : end;
	}
	return end;
}

/* "Article III, Section 2 of the Harbour Charter": the end of the name of the law after a numbered part of it, or of the part. */
static uint32_t
after_numbered_part(const Walk *walk, uint32_t end)
{
	const Document *doc = walk->doc;
	uint32_t	of = end + 1 < walk->limit && token_at(doc, end)->kind == TOKEN_COMMA ? end + 1 : end;
	uint32_t	law = of + 1;

	if (law + 1 >= walk->limit || !token_does(doc, of, FN_GENITIVE))
		return end;
	if (token_does(doc, law, FN_DEFINITE))
		law++;
	if (!nq_can_be_in_name(walk, law))
		return end;
	while (law < walk->limit && law < end + RUN_WORDS && nq_can_be_in_name(walk, law))
		law++;
	return law;
}

/* "Ada Strand of Foundation Friends": whether "of" follows the forename and surname of somebody, whose name ends there. */
static bool
is_of_after_person(const Document *doc, uint32_t first, uint32_t i)
{
	return names_show_capitals(doc) && !doc->language->phrases->head_first && i > first + 1 && token_does(doc, i, FN_GENITIVE) &&
		token_has(doc, first, WC_FORENAME) && !token_has(doc, i - 1, WC_ORGWORD | WC_ORG | WC_TIME | WC_PLACE | NOUN_WORDS);
}

static uint32_t
run_end(const Walk *walk, uint32_t first)
{
	const Document *doc = walk->doc;
	uint32_t	i = first + 1;

	if (nq_after_numbers(walk, first) > first)
		return after_numbered_part(walk, nq_after_numbers(walk, first));
	while (i < walk->limit && i < first + RUN_WORDS)
	{
		uint32_t	next;

		if (goes_on(walk, first, i) || is_adjective_of_body(walk, first, i))
		{
			i++;
			continue;
		}
		next = after_office(walk, i);
		if (next == i)
			next = is_of_after_person(doc, first, i) ? i : nq_after_tagged(walk, i);
		if (next == i)
			next = nq_after_fields(walk, first, i);
		if (next > i)
		{
			i = next + 1;
			continue;
		}
		if (!has_property(doc, i, PROP_JOINS) || (token_at(doc, i)->flags & TOKEN_NEWLINE) != 0)
			break;
		next = after_particles(walk, first, i);
		if (next == i)
			next = after_connector(walk, first, i);
		if (next == i)
			next = nq_after_and(walk, first, i);
		if (next == i)
			next = after_common_complement(walk, first, i);
		if (next == i)
			break;
		i = next + 1;
	}
	return i;
}

/* The end of a run, including a nickname, the words after it, and a suffix. */
static uint32_t
full_run_end(const Walk *walk, uint32_t first)
{
	const Document *doc = walk->doc;
	const Sentence *sentence = &doc->sentences[walk->sentence];
	uint32_t	i = run_end(walk, first);
	uint32_t	next = i == walk->limit ? nq_after_nickname(walk, i) : i;
	uint32_t	last = sentence->last;

	if (next == i)
		return after_suffix(walk, i);
	/* Stops at the next span after the nickname. */
	if (walk->span + 1 < sentence->last_span)
		last = doc->spans[walk->span + 1].open;
	while (next < last && is_capital_word(doc, next) &&
		   !token_has(doc, next, FUNCTION_WORDS) && next < first + 2 * RUN_WORDS)
		next++;
	return next;
}

/* Whether a word begins like an earlier one and ends there or continues with a capital: Lund, LundSenate. */
static bool
begins_with_word(const Document *doc, uint32_t i, uint32_t earlier)
{
	const Token *token = token_at(doc, i);
	const Token *other = token_at(doc, earlier);
	char		next;

	if (other->length < REPEATED_BYTES || token->length < other->length || !is_word(doc, earlier) ||
		memcmp(doc->text + token->start, doc->text + other->start, other->length) != 0)
		return false;
	next = 'A';
	if (token->length != other->length)
		next = doc->text[token->start + other->length];
	return next >= 'A' && next <= 'Z';
}

/*
 * "Saif bin Ahmed bin Saif Hamdan", "Ali Hassan Ali": whether a word is repeated within one name, as a particle, after one, or as the forename
 * of the bearer's grandfather, which ends the name.
 */
static bool
is_repeated_in_name(const Document *doc, uint32_t first, uint32_t i, uint32_t earlier, uint32_t last)
{
	return token_has(doc, earlier, WC_PARTICLE) || token_has(doc, i - 1, WC_PARTICLE) ||
		(earlier == first && i == first + 2 && last == i + 1 && token_has(doc, i, WC_FORENAME) && token_at(doc, i)->length == token_at(doc, first)->length);
}

/* "LundSenate" after "Otto Lund Otto Karl": a card about somebody that has run into the text, whose last word is glued to the next one. */
bool
nq_is_glued(const Document *doc, uint32_t i)
{
	if ((token_at(doc, i)->flags & (TOKEN_CAPITAL | TOKEN_UPPER)) != TOKEN_CAPITAL)
		return false;
	for (uint32_t k = i; k-- > 0 && k + GLUED_BACK >= i;)
		if (token_at(doc, k)->length < token_at(doc, i)->length && begins_with_word(doc, i, k))
			return true;
	return false;
}

/* "Otto Lund Otto Karl Lund Harbour to close": where the name of a card ends that follows the name in the text; last when none does. */
static uint32_t
end_of_card(const Document *doc, uint32_t first, uint32_t last)
{
	bool		repeats = false;

	if (last < first + 3)
		return last;
	for (uint32_t k = first; k-- > 0 && k + GLUED_BACK > first && !repeats;)
		repeats = k + 1 < first && begins_with_word(doc, first, k) && token_at(doc, first)->length == token_at(doc, k)->length;
	for (uint32_t i = first + 1; repeats && i + 1 < last; i++)
		if (begins_with_word(doc, i, first - 1))
			return i + 1;
	return last;
}

/*
 * "Otto Lund Otto Karl LundSenate votes", "Max Lund Maximilian (Max) Lund": a biographical box of the page has
 * run into the text, so that the name is repeated.  Returns the end of the first occurrence, which may be
 * inside the quotation marks of a nickname.
 */
static uint32_t
find_repetition(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first + 2; i < last; i++)
		for (uint32_t k = first; k + 1 < i; k++)
			if (begins_with_word(doc, i, k) && !is_repeated_in_name(doc, first, i, k, last))
				return token_at(doc, i)->length == token_at(doc, k)->length ? i : k + 1;
	if (last - first < 3 || last + 2 >= doc->token_count || token_at(doc, last)->kind != TOKEN_OPEN ||
		token_at(doc, last + 2)->kind != TOKEN_CLOSE)
		return last;
	for (uint32_t k = first; k + 1 < last; k++)
		if (token_at(doc, last + 1)->length == token_at(doc, k)->length && begins_with_word(doc, last + 1, k))
			return last - 1;
	return last;
}

/* The same, or the quotation mark before it if the marks would be separated. */
static uint32_t
before_repetition(const Document *doc, uint32_t first, uint32_t last)
{
	uint32_t	end = find_repetition(doc, first, end_of_card(doc, first, last));
	uint32_t	span;

	if (end == last)
		return last;
	span = FIRST_FROM(QuotedSpan, close, doc->spans, 0, doc->span_count, end);
	return span < doc->span_count && doc->spans[span].open > first && doc->spans[span].open < end ? doc->spans[span].open : end;
}

uint32_t
nq_run_end(const Walk *walk, uint32_t i)
{
	return before_repetition(walk->doc, i, full_run_end(walk, i));
}

/* ---- campaigns ---- */

/* The end of the capitalised words from a token on, which are no function words. */
static uint32_t
end_of_capitals(const Walk *walk, uint32_t first)
{
	const Document *doc = walk->doc;
	uint32_t	i = first;

	while (i < walk->limit && i < first + RUN_WORDS && is_word(doc, i) && is_capital_word(doc, i) && !token_has(doc, i, FUNCTION_WORDS) &&
		   (token_at(doc, i)->flags & TOKEN_NEWLINE) == 0)
		i++;
	return i;
}

/* Whether a capitalised word can only be in a name here: after a word in lower case, or before a verb or apposition, which no imperative's object has. */
static bool
is_named_by_place(const Walk *walk, uint32_t first, uint32_t end)
{
	const Document *doc = walk->doc;

	if (first > walk->floor && is_word(doc, first - 1) && !is_capital_word(doc, first - 1))
		return true;
	if (end + 1 >= walk->limit)
		return false;
	if (token_at(doc, end)->kind == TOKEN_COMMA)
		return token_does(doc, end + 1, FN_DEFINITE | FN_INDEFINITE) && !is_capital_word(doc, end + 1);
	return is_word(doc, end) && !is_capital_word(doc, end) && token_has(doc, end, WC_FINITE | WC_AUX) && !token_has(doc, end, NOUN_WORDS | WC_ADJ | WC_PREP);
}

uint32_t
nq_end_of_campaign(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	classes = classes_at(doc, i);
	uint32_t	next = i + 1;
	uint32_t	end;

	if (walk->inside || (classes & (WC_BASE | WC_PLURAL | WC_PEOPLE)) == 0 || next + 1 >= walk->limit || !is_word(doc, next) || !is_capital_word(doc, i) ||
		(classes & (NAME_WORDS | WC_AUX | WC_PREP)) != 0 || !names_show_capitals(doc) || doc->sentences[walk->sentence].title_case ||
		(token_at(doc, i)->flags & TOKEN_UPPER) != 0)
		return i;
	/* "Mothers Against Noise" */
	if ((classes & (WC_PLURAL | WC_PEOPLE)) != 0 && is_capital_word(doc, next) && token_has(doc, next, WC_PREP) && (token_at(doc, next)->flags & TOKEN_UPPER) == 0)
	{
		end = end_of_capitals(walk, next + 1);
		return end > next + 1 ? end : i;
	}
	if ((classes & WC_BASE) == 0)
		return i;
	/* "Save the Elms", "Save Our Sands", "Unite Lindby"; without an article, a noun may be the first word of any name. */
	if (token_does(doc, next, FN_DEFINITE) || (token_does(doc, next, FN_PERSON1) && token_has(doc, next, WC_POSSESSIVE)))
		next++;
	else if ((classes & (NOUN_WORDS | WC_ADJ)) != 0)
		return i;
	end = end_of_capitals(walk, next);
	return end > next && is_named_by_place(walk, i, end) ? end : i;
}
