/*
 * name_starts.c
 *	  Where a run of capitalised words begins that can be a name.
 *
 * A capital shows a name, except that of the first word of a sentence or quotation: that counts only if it is not an ordinary
 * word, or if the tagger or the words after it show a name.
 */
#include "core/entities/name_starts.h"

#include "core/base/bounds.h"
#include "core/entities/name_runs.h"
#include "core/entities/name_tags.h"
#include "core/entities/name_words.h"

/* The most digits of an age. */
#define AGE_DIGITS 2

/* The most digits of the number after an outlet's name. */
#define OUTLET_DIGITS 2

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

bool
nq_is_compound_adjective(const Document *doc, uint32_t i)
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

bool
nq_can_be_in_name(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (has_property(doc, i, walk->in_name))
		return !nq_is_compound_adjective(doc, i) && !is_acronym_in_lower_case(doc, i);
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
	bool		goes_on = i + 1 < walk->limit && is_capital_word(doc, i + 1) && nq_can_be_in_name(walk, i + 1);

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
	return is_word(doc, i) && token_at(doc, i)->length == 1 && is_capital_word(doc, i);
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

/* The last token, after a name alone, of a second name after "and". */
#define SECOND_NAME 5

/* "“We won,” Weld said", "“We won,” Price and Weld said": an ordinary word would be in lower case after the comma. */
bool
nq_is_name_by_comma(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	verb = i + 1;

	if (i != walk->floor || i < 2 || token_at(doc, i - 2)->kind != TOKEN_COMMA || !closes_span(doc, i - 1) ||
		token_has(doc, i, HUMAN_NOUNS | WC_DOCUMENT | WC_WORK | FUNCTION_WORDS))
		return false;
	if (names_show_capitals(doc) && verb + 2 < walk->limit && token_does(doc, verb, FN_AND) && is_capital_word(doc, verb + 1))
		for (verb++; verb + 1 < walk->limit && verb < i + SECOND_NAME && is_capital_word(doc, verb);)
			verb++;
	return token_has(doc, verb, WC_CUE) && token_has(doc, verb, WC_FINITE);
}

bool
nq_is_outlet_number(const Document *doc, uint32_t i)
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

uint32_t
nq_after_nickname(const Walk *walk, uint32_t i)
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

/* "Rose said", "May also told the crew", "Hope, 9,": whether a forename alone is before a reporting verb. */
static bool
is_forename_before_cue(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	verb = i + 1;

	if (!token_has(doc, i, WC_NAMEWORD))
		return false;
	/* "Hope, 9, said" */
	if (names_show_capitals(doc) && verb + 2 < walk->limit && token_at(doc, verb)->kind == TOKEN_COMMA && token_at(doc, verb + 1)->kind == TOKEN_NUMBER &&
		token_at(doc, verb + 1)->length <= AGE_DIGITS && token_at(doc, verb + 2)->kind == TOKEN_COMMA)
		return true;
	if (names_show_capitals(doc) && verb + 1 < walk->limit && is_word(doc, verb) && token_has(doc, verb, WC_ADV) && !token_has(doc, verb, WC_NEG | WC_FINITE) &&
		!token_has(doc, verb + 1, WC_BASE))
		verb++;
	return token_has(doc, verb, WC_CUE) && token_has(doc, verb, WC_FINITE);
}

/* "Banning told the crew": whether a word that looks like a participle or adverb is right before a strong verb of speech in the past. */
static bool
is_subject_of_past(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	return names_show_capitals(doc) && !walk->inside && i + 1 < walk->limit && is_word(doc, i + 1) && (token_at(doc, i + 1)->flags & TOKEN_CAPITAL) == 0 &&
		token_has(doc, i + 1, WC_CUE) && token_has(doc, i + 1, WC_FINITE) && !token_has(doc, i + 1, WC_BASE | NOUN_WORDS | WC_ADJ) &&
		(doc->lexicon->words[token_at(doc, i + 1)->word].cue & CUE_STRONG) != 0;
}

/* "Ann Hale, R-Ostby, said": whether a word is the party and constituency of the name before it, and no name. */
static bool
is_party_and_place(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	const Token *token = token_at(doc, i);
	const char *text = doc->text + token->start;

	return names_show_capitals(doc) && (token->flags & TOKEN_HYPHEN) != 0 && token->length > 3 && text[1] == '-' && text[2] >= 'A' && text[2] <= 'Z' &&
		i > walk->floor + 1 && (token_at(doc, i - 1)->kind == TOKEN_COMMA || token_at(doc, i - 1)->kind == TOKEN_OPEN) && is_capital_word(doc, i - 2);
}

bool
nq_name_begins(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	classes;

	if (!nq_can_be_in_name(walk, i) || is_party_and_place(walk, i))
		return false;
	if (doc->language->phrases->capital_nouns && (is_capital_noun(walk, i) || is_second_abbreviation(doc, i)))
		return false;
	if (!opens_sentence(walk, i) || is_tagged_start(walk, i) || nq_is_outlet_number(doc, i + 1))
		return true;
	classes = classes_at(doc, i);
	if (((classes & NAME_WORDS) != 0 && (classes & WC_NAMEWORD) == 0) || is_name_by_verb(walk, i))
		return true;
	if (classes == 0 && ends_like_ordinary_word(doc, i))
		return (is_capital_word(doc, i + 1) && !token_has(doc, i + 1, FUNCTION_WORDS)) || is_subject_of_past(walk, i);
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
	if ((classes & WC_NAMEWORD) != 0 && i + 1 == walk->limit && nq_after_nickname(walk, i + 1) > i + 1)
		return true;
	if (is_known_surname(walk, i))
		return true;
	return is_forename_before_cue(walk, i) || nq_is_name_by_comma(walk, i) || ((classes & WC_GERUND) != 0 && is_subject_of_past(walk, i)) ||
		nq_end_of_campaign(walk, i) > i;
}
