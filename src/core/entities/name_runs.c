/*
 * name_runs.c
 *	  Runs of capitalised words that can be a name: their bounds.
 *
 * A run is a sequence of capitalised words, joined by name particles (van der Meer), by "of", "for", "on" and
 * "and" in the names of organisations, and by a quoted nickname (Robert "Bobby" Scott).  The first word of a
 * sentence counts only if it is not an ordinary word; in a headline every ordinary word breaks the run.
 *
 * A run is read once, and no look-ahead exceeds RUN_WORDS, so it is linear.
 */
#include "core/entities/name_runs.h"

#include "core/base/bounds.h"
#include "core/base/search.h"
#include "core/entities/name_tags.h"
#include "core/entities/name_words.h"

#include <string.h>

/* The most tokens without a capital between two capitalised ones of a name, according to the tagger. */
#define TAGGED_BRIDGE 3

/* So many tokens before its last word a card about somebody begins with the name. */
#define GLUED_BACK 4

/* The number after an outlet's name has at most so many digits. */
#define OUTLET_DIGITS 2

/* A shorter word may be repeated in a name. */
#define REPEATED_BYTES 3

/* Whether a token is the first word of a sentence or quotation, which is always capitalised. */
static bool
opens_sentence(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (i == walk->floor || i == doc->sentences[walk->sentence].first)
		return true;
	return (1 << token_at(doc, i - 1)->kind & (1 << TOKEN_MARK | 1 << TOKEN_COLON | 1 << TOKEN_STOP | 1 << TOKEN_ELLIPSIS |
											   1 << TOKEN_OTHER)) != 0;
}

/* "Chang Je-won": whether a word is tagged as the rest of a person's name, after a capitalised word. */
static bool
is_tagged_given_name(const Document *doc, uint32_t i)
{
	NameTag		tag;

	if (!has_name_tags(doc) || i == 0 || !is_capital_word(doc, i - 1) || token_at(doc, i)->length > GIVEN_NAME_BYTES)
		return false;
	tag = name_tag_at(doc, i);
	return tag.name_class == NAME_PERSON && !tag.begins && tag.margin >= TRUSTED_MARGIN;
}

/* "Texas-based", "Russian-backed": whether an adjective or participle follows the hyphen. */
static bool
is_compound_adjective(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	uint32_t	start = token_end(token);
	uint32_t	word;

	if ((token->flags & TOKEN_HYPHEN) == 0 || token->word != 0 || is_tagged_given_name(doc, i))
		return false;
	while (start > token->start && doc->text[start - 1] != '-')
		start--;
	if (doc->text[start] < 'a' || doc->text[start] > 'z')
		return false;
	word = nq_lookup(doc->lexicon, doc->text + start, token_end(token) - start, doc->text + doc->length);
	return (classes_of(doc->lexicon, word) & (WC_PARTICIPLE | WC_ADJ | WC_ROLE)) != 0;
}

/* "Who said it?": whether a function word is written like an organisation's acronym, but not in capitals. */
static bool
is_acronym_in_lower_case(const Document *doc, uint32_t i)
{
	return token_has(doc, i, WC_ORG) && token_has(doc, i, FUNCTION_WORDS) && (token_at(doc, i)->flags & TOKEN_UPPER) == 0;
}

/* Whether a capitalised word can be part of a name at this place. */
static bool
can_be_in_name(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (has_property(doc, i, walk->in_name))
		return !is_compound_adjective(doc, i) && !is_acronym_in_lower_case(doc, i);
	return has_property(doc, i, PROP_ACRONYM) && (token_at(doc, i)->flags & TOKEN_UPPER) != 0 && token_at(doc, i)->length == 2;
}

/* "Chastened, he left": whether an unlisted word ends like a participle or adverb. */
static bool
ends_like_ordinary_word(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	return token->length >= 6 && nq_find_ending(&doc->lexicon->endings, doc->text + token_end(token), token->length) != 0;
}

/* "Texas-based": whether a word ends like a compound that is not a name. */
static bool
ends_like_compound(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	return nq_find_ending(&doc->language->phrases->compound_endings, doc->text + token_end(token), token->length) != 0;
}

/* "Die Ablösung", "einen alten Kalfater": whether an unlisted noun follows an article or an adjective. */
static bool
follows_modifier(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	before;

	if (i == walk->floor || !is_word(doc, i - 1) || is_capital_word(doc, i - 1))
		return i > walk->floor && token_at(doc, i - 1)->kind == TOKEN_NUMBER;
	before = classes_at(doc, i - 1);
	return (before & (WC_DET | WC_POSSESSIVE | WC_ADJ | WC_NUM)) != 0 || before == 0 || token_does(doc, i - 1, FN_DEFINITE);
}

/* Whether a capitalised word is a noun here, and not the start of a name, in a language that capitalises nouns. */
static bool
is_capital_noun(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	classes = classes_at(doc, i);
	bool		goes_on = i + 1 < walk->limit && is_capital_word(doc, i + 1) && can_be_in_name(walk, i + 1);

	if ((classes & (WC_FORENAME | WC_TITLE | WC_COUNTRY | WC_PLACE | WC_DEMONYM | WC_SEAT | WC_ORG)) != 0 ||
		(token_at(doc, i)->flags & (TOKEN_INITIAL | TOKEN_UPPER)) != 0)
		return false;
	if ((classes & (NOUN_WORDS | WC_TIME)) != 0)
		return !goes_on || token_has(doc, i + 1, NOUN_WORDS) || (classes & WC_ORGWORD) == 0;
	if ((classes & (WC_ORGWORD | WC_SITEWORD | WC_EVENTWORD | WC_VERB)) != 0)
		return !goes_on;
	return classes == 0 && !goes_on && follows_modifier(walk, i);
}

/*
 * "Zero Harbour called", "Brown said": whether, according to the tagger, a name begins with an ordinary word at
 * the beginning of a sentence.  A noun alone is a phrase, which entity_linking.c may recognise as a surname.
 */
static bool
is_tagged_start(const Walk *walk, uint32_t i)
{
	NameTag		tag;
	NameTag		next;

	if (!has_name_tags(walk->doc))
		return false;
	tag = name_tag_at(walk->doc, i);
	if (!tag.begins || tag.margin < TRUSTED_EDGE)
		return false;
	if (i + 1 >= walk->limit || !is_capital_word(walk->doc, i + 1))
		return tag.name_class == NAME_PERSON && !token_has(walk->doc, i, NOUN_WORDS);
	next = name_tag_at(walk->doc, i + 1);
	return (tag.name_class == NAME_PERSON || tag.name_class == NAME_ORGANISATION) && next.name_class == tag.name_class && !next.begins;
}

/* Whether a token is one capital without a full stop. */
static bool
is_single_capital(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && token_at(doc, i)->length == 1 && (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0;
}

bool
nq_is_bare_initial(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	next = i + 1;

	if (!names_show_capitals(doc) || walk->inside || next >= walk->limit || !is_single_capital(doc, i) || !token_does(doc, i, FN_INDEFINITE) ||
		!is_capital_word(doc, next) || (token_at(doc, next)->flags & TOKEN_NEWLINE) != 0 || doc->sentences[walk->sentence].title_case)
		return false;
	if (is_single_capital(doc, next))
		return next + 1 < walk->limit && is_capital_word(doc, next + 1);
	/* "P A Rao", "party leader A Raja" */
	return i > walk->floor && (is_single_capital(doc, i - 1) || token_has(doc, i - 1, WC_ROLE | WC_TITLE)) && !token_has(doc, next, FUNCTION_WORDS | NOUN_WORDS);
}

/* "“We won,” Weld said": an ordinary word would be in lower case after the comma. */
bool
nq_is_name_by_comma(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	return i == walk->floor && i >= 2 && token_at(doc, i - 2)->kind == TOKEN_COMMA && closes_span(doc, i - 1) &&
		!token_has(doc, i, HUMAN_NOUNS | WC_DOCUMENT | WC_WORK | FUNCTION_WORDS) && token_has(doc, i + 1, WC_CUE) &&
		token_has(doc, i + 1, WC_FINITE);
}

/* "Radio 1", "Channel 4", "No 10": whether a token is the number of an outlet or seat, and not the day of a month. */
static bool
is_outlet_number(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	uint32_t	start;
	uint32_t	word;

	if (token->kind != TOKEN_NUMBER || token->length > OUTLET_DIGITS || (token->flags & TOKEN_SPACE) == 0 || (token->flags & TOKEN_NEWLINE) != 0 ||
		!is_capital_word(doc, i - 1))
		return false;
	if (token_has(doc, i - 1, WC_OUTLET))
		return !token_has(doc, i + 1, WC_MONTH | WC_TIME);
	start = token_at(doc, i - 1)->start;
	word = nq_lookup(doc->lexicon, doc->text + start, token_end(token) - start, doc->text + doc->length);
	return (classes_of(doc->lexicon, word) & WC_SEAT) != 0;
}

/* The token after a quoted nickname: Robert "Bobby" Scott. */
static uint32_t
after_nickname(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	const QuotedSpan *span;
	uint32_t	number = walk->inside ? NONE : span_opened(doc, i);

	if (number == NONE)
		return i;
	span = &doc->spans[number];
	if (span->match != NONE || !span->closed || span->last - span->first > NICKNAME_WORDS || span->close + 1 >= doc->token_count ||
		!is_capital_word(doc, span->first) || span->close + 1 >= doc->sentences[walk->sentence].last ||
		!is_capital_word(doc, span->close + 1) || token_has(doc, span->close + 1, FUNCTION_WORDS) ||
		token_at(doc, span->last - 1)->kind != TOKEN_WORD)
		return i;
	return span->close + 1;
}

/*
 * "Delgado afirmó", "Petit a dit": whether an adjective or participle at the beginning of a sentence is before a
 * reporting verb, whose subject it must be, in a language whose adjectives follow nouns.
 */
static bool
is_name_by_verb(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	verb = i + 1;

	if (!doc->language->phrases->head_first || (!token_has(doc, i, WC_ADJ | WC_PARTICIPLE) && !ends_like_ordinary_word(doc, i)) ||
		token_has(doc, i, FUNCTION_WORDS | WC_ADV | WC_NUM | WC_FINITE | NOUN_WORDS | WC_PLURAL))
		return false;
	if (verb < walk->limit && token_has(doc, verb, WC_AUX) && !token_does(doc, verb, FN_COPULA))
		verb++;
	return verb < walk->limit && is_word(doc, verb) && (token_at(doc, verb)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, verb, WC_CUE) &&
		token_has(doc, verb, WC_FINITE | WC_PARTICIPLE) && (verb > i + 1 || token_has(doc, verb, WC_FINITE)) &&
		!token_has(doc, verb, FUNCTION_WORDS | NOUN_WORDS | WC_ADJ);
}

/* Mentions back among which a person's full name is searched whose surname is an ordinary word. */
#define SURNAMES_BACK 200

/*
 * "Size, whose album won", "Earnest on Thursday said", after "Paula Size": whether an ordinary word that is the subject of the
 * sentence is the surname of a person named before.
 */
static bool
is_known_surname(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	next = i + 1;

	if (!names_show_capitals(doc) || walk->inside || next + 1 >= walk->limit || token_has(doc, i, FUNCTION_WORDS | HUMAN_NOUNS | WC_PLURAL))
		return false;
	/* "Size, a singer", "Size on Thursday said"; but "White walls", "Rich, he left" */
	if (token_at(doc, next)->kind == TOKEN_COMMA)
	{
		if (!token_has(doc, next + 1, WC_RELATIVE) && !token_does(doc, next + 1, FN_INDEFINITE) && !token_does(doc, next + 1, FN_DEFINITE))
			return false;
	}
	else if (token_does(doc, next, FN_LOCATIVE | FN_COMPLEMENT) ? !token_has(doc, next + 1, WC_DAY) :
			 !is_word(doc, next) || !token_has(doc, next, WC_CUE | WC_AUX) || !token_has(doc, next, WC_FINITE | WC_AUX) ||
			 token_has(doc, next, NOUN_WORDS | WC_ADJ))
		return false;
	for (uint32_t k = doc->mention_count; k-- > 0 && k + SURNAMES_BACK >= doc->mention_count;)
		if (doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].type == TYPE_PERSON && doc->mentions[k].name_last > doc->mentions[k].name_first + 1 &&
			nq_same_word(doc, doc->mentions[k].name_last - 1, i))
			return true;
	return false;
}

bool
nq_name_begins(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	classes;

	if (!can_be_in_name(walk, i))
		return false;
	if (doc->language->phrases->capital_nouns && (is_capital_noun(walk, i) || is_second_abbreviation(doc, i)))
		return false;
	if (!opens_sentence(walk, i) || is_tagged_start(walk, i) || is_outlet_number(doc, i + 1))
		return true;
	classes = classes_at(doc, i);
	if (((classes & NAME_WORDS) != 0 && (classes & WC_NAMEWORD) == 0) || is_name_by_verb(walk, i))
		return true;
	if (classes == 0 && ends_like_ordinary_word(doc, i))
		return is_capital_word(doc, i + 1) && !token_has(doc, i + 1, FUNCTION_WORDS);
	if ((classes & ORDINARY_WORDS) == 0)
		return (token_at(doc, i)->flags & TOKEN_HYPHEN) == 0 || (token_at(doc, i)->flags & TOKEN_INITIAL) != 0 ||
			is_capital_word(doc, i + 1) || !ends_like_compound(doc, i);
	/* "House Speaker", "Justice Department", "Will Smith": what follows decides. */
	if ((classes & (WC_ROLE | WC_NOUN | WC_BODY | WC_NAMEWORD | WC_ORGWORD | WC_ADJ)) != 0 && i + 1 < walk->limit &&
		is_capital_word(doc, i + 1) && !token_has(doc, i + 1, FUNCTION_WORDS))
		return (classes & (WC_ROLEADJ | WC_PEOPLE)) == 0 || token_has(doc, i + 1, WC_ORGWORD);
	/* University of Lindby */
	if ((classes & (WC_ORGWORD | WC_BODY)) != 0 && (classes & WC_PLURAL) == 0 && names_show_capitals(doc) && i + 2 < walk->limit &&
		token_does(doc, i + 1, FN_GENITIVE) && is_capital_word(doc, i + 2) && !token_has(doc, i + 2, FUNCTION_WORDS))
		return true;
	/* Frank “Rusty” Moss */
	if ((classes & WC_NAMEWORD) != 0 && i + 1 == walk->limit && after_nickname(walk, i + 1) > i + 1)
		return true;
	if (is_known_surname(walk, i))
		return true;
	/* "Rose said": a forename alone before a verb */
	return ((classes & WC_NAMEWORD) != 0 && token_has(doc, i + 1, WC_CUE) && token_has(doc, i + 1, WC_FINITE)) ||
		nq_is_name_by_comma(walk, i);
}

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
	if (next >= walk->limit || !can_be_in_name(walk, next) || token_has(doc, next, WC_FORENAME | WC_HONORIFIC))
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

/* The word after "and" in "Securities and Exchange Commission", "Johnson & Johnson". */
static uint32_t
after_and(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;
	const Token *token = token_at(doc, i);
	uint32_t	end = i + 1;

	if (token->kind == TOKEN_OTHER && doc->text[token->start] == '&')
		return i + 1 < walk->limit && is_capital_word(doc, i + 1) ? i + 1 : i;
	if (!token_does(doc, i, FN_AND) || is_person_start(doc, first, i) || token_has(doc, i - 1, WC_COUNTRY | WC_PLACE))
		return i;
	while (end < walk->limit && end <= i + WORDS_AFTER_AND && can_be_in_name(walk, end))
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

	if (is_outlet_number(doc, i))
		return true;
	if ((!can_be_in_name(walk, i) && !is_capital_particle(walk, i) && !nq_is_bare_initial(walk, i)) || (token->flags & TOKEN_NEWLINE) != 0)
		return false;
	if (is_person_after_place(doc, i))
		return false;
	/* "William Hale Jr." is complete. */
	if (token_has(doc, i - 1, WC_SUFFIX) && (token_at(doc, i - 1)->flags & TOKEN_DOTTED) != 0)
		return false;
	if (names_show_capitals(doc) && is_label_before(doc, first, i))
		return false;
	/* "Thursday Trump", "WASHINGTON Donald": a word in capitals and a word of another kind are two names, but for "INGRID Sandell". */
	if ((token->flags & TOKEN_UPPER) == 0 && i == first + 1 && (token_at(doc, first)->flags & TOKEN_UPPER) != 0 &&
		token_at(doc, first)->length > ACRONYM_BYTES && !token_has(doc, i, WC_ORGWORD) &&
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

/* "Sheriff's Office", "Attorney General's Office": the token after the word for the office. */
static uint32_t
after_office(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (!has_property(doc, i, PROP_POSSESSIVE) || i + 1 >= walk->limit || !is_capital_word(doc, i + 1) ||
		!token_has(doc, i + 1, WC_ORGWORD) || (!token_has(doc, i - 1, WC_TITLE | WC_OFFICE) && !is_tagged_owner(doc, i)))
		return i;
	return i + 1;
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

/*
 * "Mia d'Arlo Henning", "Ministry for Tides, Winds and Ports", "Lindby/Dunmore First Nation": skips words
 * without a capital, commas and slashes inside a name, according to the tagger.  Returns the capitalised word
 * after them, or i.
 */
static uint32_t
after_tagged(const Walk *walk, uint32_t i)
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

/* Whether a capitalised word can be one of the fields of an office: "Culture, Media and Sport". */
static bool
is_field(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	return i < walk->limit && can_be_in_name(walk, i) && token_has(doc, i, ORDINARY_WORDS | WC_ORGWORD | WC_SITEWORD) &&
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

uint32_t
nq_after_fields(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	floor = first > walk->floor + 1 && token_does(doc, first - 1, FN_CONNECTOR) ? first - 2 : first;
	uint32_t	k = i;
	bool		last = false;

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

static uint32_t
run_end(const Walk *walk, uint32_t first)
{
	const Document *doc = walk->doc;
	uint32_t	i = first + 1;

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
			next = after_tagged(walk, i);
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
			next = after_and(walk, first, i);
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
	uint32_t	next = i == walk->limit ? after_nickname(walk, i) : i;
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
			if (begins_with_word(doc, i, k))
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
