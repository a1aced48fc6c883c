/*
 * names.c
 *	  Runs of capitalised words to names.
 *
 * Takes the tokens from a given one on; gives the run of words that belong to
 * one name, with its titles split off, and says whether it names a person, an
 * organisation, a place or a thing.
 *
 * A run is a sequence of capitalised words, joined by name particles (van der
 * Meer), by "of", "for", "on" and "and" in the names of organisations, and by a nickname
 * between marks (Robert "Bobby" Scott).  The first word of a sentence counts only if it is no
 * ordinary word; in a headline every ordinary word breaks the run.
 *
 * A run is read once, and no look ahead is longer than RUN_WORDS: linear.
 */
#include "core/base/bounds.h"
#include "core/base/search.h"
#include "core/entities/names.h"

#include <string.h>

/* A shorter word may come again in a name. */
#define REPEATED_BYTES 3

/* "Jr.", "Sr.", "III": longer suffixes are degrees. */
#define GENERATION_BYTES 3

static bool
is_capital_word(const Document *doc, uint32_t i)
{
	return (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0;
}

/* The first word of a sentence or of a quotation: capitalised whatever it is. */
static bool
opens_sentence(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (i == walk->floor || i == doc->sentences[walk->sentence].first)
		return true;
	return (1 << token_at(doc, i - 1)->kind & (1 << TOKEN_MARK | 1 << TOKEN_COLON | 1 << TOKEN_STOP | 1 << TOKEN_ELLIPSIS |
											   1 << TOKEN_OTHER)) != 0;
}

/* "Texas-based", "Russian-backed": what follows the hyphen is an adjective or participle. */
static bool
is_compound_adjective(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	uint32_t	start = token_end(token);
	uint32_t	word;

	if ((token->flags & TOKEN_HYPHEN) == 0 || token->word != 0)
		return false;
	while (start > token->start && doc->text[start - 1] != '-')
		start--;
	if (doc->text[start] < 'a' || doc->text[start] > 'z')
		return false;
	word = nq_lookup(doc->lexicon, doc->text + start, token_end(token) - start, doc->text + doc->length);
	return (classes_of(doc->lexicon, word) & (WC_PARTICIPLE | WC_ADJ | WC_ROLE)) != 0;
}

/* Whether a capitalised word can be a part of a name at this place. */
static bool
can_be_in_name(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (has_property(doc, i, walk->in_name))
		return !is_compound_adjective(doc, i);
	return has_property(doc, i, PROP_ACRONYM) && (token_at(doc, i)->flags & TOKEN_UPPER) != 0 && token_at(doc, i)->length == 2;
}

/* "Chastened, he left": an unlisted word with a participle's or adverb's ending. */
static bool
ends_like_ordinary_word(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	return token->length >= 6 && nq_find_ending(&doc->lexicon->endings, doc->text + token_end(token), token->length) != 0;
}

/* "Texas-based": the ending of what is no name. */
static bool
ends_like_compound(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	return nq_find_ending(&doc->language->phrases->compound_endings, doc->text + token_end(token), token->length) != 0;
}

/* "Die Ablösung", "einen alten Kalfater": after an article or an adjective, a noun that is in no list. */
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

/* Where nouns are capitalised: whether a capitalised word is a noun here, and begins no name. */
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

bool
nq_name_begins(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	classes;

	if (!can_be_in_name(walk, i))
		return false;
	if (doc->language->phrases->capital_nouns && (is_capital_noun(walk, i) || is_second_abbreviation(doc, i)))
		return false;
	if (!opens_sentence(walk, i))
		return true;
	classes = classes_at(doc, i);
	if ((classes & NAME_WORDS) != 0 && (classes & WC_NAMEWORD) == 0)
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
	/* "Rose said": a forename alone before a verb */
	return (classes & WC_NAMEWORD) != 0 && token_has(doc, i + 1, WC_CUE) && token_has(doc, i + 1, WC_FINITE);
}

/* ---- the run ---- */

/* Lower-case particles that lead to a capitalised word: "van der Meer". */
static uint32_t
after_particles(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	next = i;

	while (next < walk->limit && next < i + PARTICLES && token_has(doc, next, WC_PARTICLE) && !is_capital_word(doc, next))
		next++;
	if (next == i || next >= walk->limit || !is_capital_word(doc, next))
		return i;
	/* "Jan Roy de Lyon": where he is from, in a language whose particle is "of". */
	if (doc->language->phrases->forename_particles && i > first + 1 && token_does(doc, i, FN_GENITIVE))
		return i;
	if (token_does(doc, next - 1, FN_GENITIVE) && token_has(doc, next, WC_PLACE | WC_COUNTRY | WC_ORG | WC_OUTLET | WC_ORGWORD) &&
		!token_has(doc, next, WC_FORENAME))
		return i;
	return next;
}

/* "Van der Meer" in the middle of a sentence: the lower-case particles before the run that begins at i. */
static uint32_t
before_particles(const Walk *walk, uint32_t i)
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

/* "of", "for", "on", "without": within the names of organisations and offices. */
static uint32_t
after_connector(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	next = i + 1;
	bool		of = token_does(doc, i, FN_GENITIVE | FN_GOAL);
	bool		org_before = false;

	if (!token_does(doc, i, FN_CONNECTOR))
		return i;
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
	return of && token_has(doc, i - 1, WC_OFFICE | WC_TITLE) ? next : i;
}

/* "Securities and Exchange Commission", "Johnson & Johnson" */
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
	/* The words on both sides are ordinary ones, and an organisation's word ends the run or came before. */
	if (!token_has(doc, i - 1, ORDINARY_WORDS) || token_has(doc, i - 1, WC_ORGWORD))
		return i;
	if (token_has(doc, end - 1, WC_ORGWORD) || (i > first + 1 && token_has(doc, first, WC_ORGWORD)))
		return i + 1;
	return i;
}

/* A nickname between marks: Robert "Bobby" Scott. */
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

/* ", Jr."; not ", M.D." */
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

/* "Luc Le Roy": a particle with a capital, which is an article elsewhere. */
static bool
is_capital_particle(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	return token_has(doc, i, WC_PARTICLE) && token_has(doc, i, WC_DET) && is_capital_word(doc, i) && token_has(doc, i - 1, WC_FORENAME) &&
		i + 1 < walk->limit && is_capital_word(doc, i + 1) && !token_has(doc, i + 1, FUNCTION_WORDS);
}

/* "Parlement européen": where adjectives follow their noun, they belong to the name of a body that one noun makes. */
static bool
is_adjective_of_body(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;

	return doc->language->phrases->head_first && !walk->inside && i == first + 1 && is_word(doc, i) && !is_capital_word(doc, i) &&
		token_has(doc, i, WC_ADJ) && !token_has(doc, i, FUNCTION_WORDS | WC_NUM | WC_ADV) &&
		token_has(doc, first, WC_ORGWORD) && !token_has(doc, first, WC_FORENAME | WC_TITLE | WC_OUTLET);
}

/* Whether the run may go on from one capitalised word to the next. */
static bool
goes_on(const Walk *walk, uint32_t first, uint32_t i)
{
	const Document *doc = walk->doc;
	const Token *token = token_at(doc, i);

	if ((!can_be_in_name(walk, i) && !is_capital_particle(walk, i)) || (token->flags & TOKEN_NEWLINE) != 0)
		return false;
	/* "William Hale Jr." is complete. */
	if (token_has(doc, i - 1, WC_SUFFIX) && (token_at(doc, i - 1)->flags & TOKEN_DOTTED) != 0)
		return false;
	/* "Thursday Trump", "WASHINGTON Donald": an all-capital word and another kind of word are two names. */
	if ((token->flags & TOKEN_UPPER) == 0 && i == first + 1 && (token_at(doc, first)->flags & TOKEN_UPPER) != 0 &&
		token_at(doc, first)->length > ACRONYM_BYTES && !token_has(doc, i, WC_ORGWORD))
		return false;
	return true;
}

/* "Sheriff's Office", "Attorney General's Office": an office's owner and its word. */
static uint32_t
after_office(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (!has_property(doc, i, PROP_POSSESSIVE) || i + 1 >= walk->limit || !is_capital_word(doc, i + 1) ||
		!token_has(doc, i + 1, WC_ORGWORD) || !token_has(doc, i - 1, WC_TITLE | WC_OFFICE))
		return i;
	return i + 1;
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
			break;
		i = next + 1;
	}
	return i;
}

/* The run's end, with a nickname and what follows it, and a suffix. */
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
	/* No farther than the span after the nickname. */
	if (walk->span + 1 < sentence->last_span)
		last = doc->spans[walk->span + 1].open;
	while (next < last && is_capital_word(doc, next) &&
		   !token_has(doc, next, FUNCTION_WORDS) && next < first + 2 * RUN_WORDS)
		next++;
	return next;
}

/* Whether a word begins like an earlier one, and goes on, if at all, with a capital: Lund, LundSenate. */
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
 * "Otto Lund Otto Karl LundSenate votes", "Max Lund Maximilian (Max) Lund": a page's card about somebody has run into the text,
 * and the name comes again.  Returns where it ends the first time; it may be within a nickname's marks.
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

/* The same, or the mark before it that it would part from the other one. */
static uint32_t
before_repetition(const Document *doc, uint32_t first, uint32_t last)
{
	uint32_t	end = find_repetition(doc, first, last);
	uint32_t	span = FIRST_FROM(QuotedSpan, close, doc->spans, 0, doc->span_count, end);

	return span < doc->span_count && doc->spans[span].open > first && doc->spans[span].open < end ? doc->spans[span].open : end;
}

/* ---- titles ---- */

/* Whether a word that may be a title is used as a title or role here, and not as a part of the name (Larry King, Dean Baker). */
static bool
is_title_here(const Document *doc, uint32_t first, uint32_t i, uint32_t last)
{
	if (i > first && ((token_at(doc, i - 1)->flags & TOKEN_INITIAL) != 0 ||
					  (token_has(doc, i - 1, WC_FORENAME) && !token_has(doc, i - 1, WC_TITLE | WC_PLACE))))
		return false;
	/* Dr. Hyun-ju Pak: a title in another language, after a word that is in no list */
	if (i > first && i + 1 == last && classes_at(doc, i - 1) == 0)
		return false;
	/* Mr. King */
	return i == first || i + 1 < last || !token_has(doc, i - 1, WC_HONORIFIC);
}

static bool
after_article(const Document *doc, uint32_t i)
{
	return i > 0 && token_has(doc, i - 1, WC_DET | WC_POSSESSIVE | WC_ADJ | WC_ROLEADJ);
}

/* Splits the titles off the front of the run. */
static void
split_titles(const Document *doc, NameRun *run)
{
	uint64_t	titles = tagged_from(doc, TAG_TITLE, run->first) & lowest_bits(run->last - run->first);
	uint32_t	after = run->first;

	/* Earl Ray Tomblin, Dean Baker: a title that is a forename is none. */
	for (; titles != 0; titles &= titles - 1)
	{
		uint32_t	i = run->first + first_bit(titles);

		if (is_title_here(doc, run->first, i, run->last))
		{
			run->role = i;
			after = i + 1;
		}
	}
	/* "Dean said": a standalone title without an article is somebody's name. */
	if (after == run->last && run->last == run->first + 1 && !after_article(doc, run->first))
	{
		run->role = NONE;
		after = run->first;
	}
	run->name_first = after;
	run->name_last = run->last;
	if (run->role == NONE)
		return;
	/* The Sheriff's Office */
	if (after < run->last && has_property(doc, after, PROP_POSSESSIVE))
	{
		run->role = NONE;
		run->name_first = run->first;
		return;
	}
	/* Secretary of State John Kerry: the name begins with the forename. */
	if (after < run->last && !is_capital_word(doc, after) && !token_has(doc, after, WC_PARTICLE))
	{
		while (run->name_first < run->last && !token_has(doc, run->name_first, WC_FORENAME))
			run->name_first++;
	}
	/* "Coordinación General de Puertos": the name's first word says what it is. */
	if (doc->language->phrases->head_first && token_has(doc, run->first, WC_ORGWORD) && !token_has(doc, run->first, WC_TITLE | WC_ROLE))
	{
		run->role = NONE;
		run->name_first = run->first;
		return;
	}
	/* Justice Department, General Electric: no title but a part of the name. */
	if (run->name_first < run->last && token_has(doc, run->last - 1, WC_ORGWORD | WC_EVENTWORD) &&
		!token_has(doc, run->name_first, WC_FORENAME))
	{
		run->role = NONE;
		run->name_first = run->first;
	}
}

static bool
opens_line(const Document *doc, uint32_t i)
{
	return (token_at(doc, i)->flags & TOKEN_NEWLINE) != 0;
}

/* "New York Democrat Chuck Schumer", "Texas Republican Ted Cruz": the forename begins the name. */
static void
split_premodifiers(const Document *doc, NameRun *run)
{
	for (uint32_t i = run->name_first + 1; i + 1 < run->name_last; i++)
		if (token_has(doc, i, WC_FORENAME) && !token_has(doc, i, WC_NAMEWORD | WC_ORGWORD | WC_PLACE) &&
			token_has(doc, i - 1, WC_DEMONYM | WC_COUNTRY | WC_PLACE | WC_ORG | WC_OUTLET | WC_ORGWORD) &&
			!token_has(doc, i - 1, WC_FORENAME) &&
			is_capital_word(doc, i + 1) && !token_has(doc, run->name_last - 1, WC_ORGWORD | WC_SITEWORD | WC_EVENTWORD))
		{
			run->name_first = i;
			return;
		}
	/* "Crooked Hillary Clinton": an ordinary word before a forename */
	if (run->name_last - run->name_first >= 3 && token_has(doc, run->name_first + 1, WC_FORENAME) &&
		!token_has(doc, run->name_first + 1, WC_NAMEWORD | WC_PLACE | WC_ORGWORD) &&
		!token_has(doc, run->name_first, WC_FORENAME | WC_ORG | WC_PARTICLE) &&
		!token_has(doc, run->name_last - 1, WC_ORGWORD | WC_SITEWORD | WC_EVENTWORD) &&
		(token_has(doc, run->name_first, ORDINARY_WORDS | WC_DEMONYM | WC_PLACE) || opens_line(doc, run->name_first)) &&
		(token_at(doc, run->name_first)->flags & TOKEN_INITIAL) == 0)
		run->name_first++;
}

/* ---- types ---- */

/* The classes of a name of several words, as the lexicon lists it. */
static uint64_t
classes_of_words(const Document *doc, uint32_t first, uint32_t last)
{
	const char *text = doc->text + token_at(doc, first)->start;
	uint32_t	length = token_end(token_at(doc, last - 1)) - token_at(doc, first)->start;

	return classes_of(doc->lexicon, nq_lookup(doc->lexicon, text, length, doc->text + doc->length));
}

static bool
has_initial(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first + 1; i < last; i++)
		if ((token_at(doc, i)->flags & TOKEN_INITIAL) != 0)
			return true;
	return false;
}

static bool
all_ordinary(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (!token_has(doc, i, ORDINARY_WORDS | WC_EVENTWORD | WC_SITEWORD) || token_has(doc, i, WC_FORENAME))
			return false;
	return true;
}

/* "Ban Ki-moon": a given name as Korean and Chinese ones are written in Latin letters. */
static bool
is_joined_given_name(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *hyphen;

	if ((token->flags & TOKEN_HYPHEN) == 0 || (token->word != 0 && !token_has(doc, i, WC_FORENAME)))
		return false;
	hyphen = memchr(doc->text + token->start, '-', token->length);
	return hyphen != NULL && hyphen[1] >= 'a' && hyphen[1] <= 'z' && token->length <= GIVEN_NAME_BYTES;
}

static uint8_t
type_of_several(const Document *doc, const NameRun *run, uint64_t classes)
{
	uint32_t	first = run->name_first;
	uint32_t	last = run->name_last;
	uint64_t	final = classes_at(doc, last - 1);
	uint64_t	head = doc->language->phrases->head_first ? classes_at(doc, first) : final;

	if ((classes & (WC_ORG | WC_OUTLET)) != 0)
		return TYPE_ORGANISATION;
	if ((classes & (WC_PLACE | WC_COUNTRY | WC_SEAT)) != 0)
		return TYPE_PLACE;
	if (has_initial(doc, first, last) && (final & WC_ORGWORD) == 0)
		return TYPE_PERSON;
	if (last - first == 2 && is_joined_given_name(doc, last - 1))
		return TYPE_PERSON;
	if ((final & WC_ORGWORD) != 0 || token_has(doc, first, WC_ORGWORD))
		return TYPE_ORGANISATION;
	if (token_has(doc, first, WC_FORENAME) && !all_ordinary(doc, first, last))
		return TYPE_PERSON;
	for (uint32_t i = first; i + 1 < last; i++)
		if (token_has(doc, i, WC_ORGWORD) && !is_capital_word(doc, i + 1))
			return TYPE_ORGANISATION;	/* Board of Elections */
	if ((head & WC_SITEWORD) != 0)
		return TYPE_PLACE;
	if ((head & WC_EVENTWORD) != 0)
		return TYPE_THING;
	if ((final & WC_SUFFIX) != 0)
		return TYPE_PERSON;
	for (uint32_t i = first; i < last; i++)
		if (token_has(doc, i, WC_ORGWORD | WC_ORG) || (token_at(doc, i)->kind == TOKEN_OTHER))
			return TYPE_ORGANISATION;
	if (all_ordinary(doc, first, last))
		return TYPE_THING;
	return TYPE_UNKNOWN;
}

/* The type of the bearer of a name without a title, by its words. */
static uint8_t
type_of_name(const Document *doc, const NameRun *run)
{
	const Token *first = token_at(doc, run->name_first);
	const WordProperties *properties = properties_at(doc, run->name_first);

	if (run->name_last - run->name_first > 1)
		return type_of_several(doc, run, classes_of_words(doc, run->name_first, run->name_last));
	if ((first->flags & TOKEN_UPPER) != 0 && first->length <= ACRONYM_BYTES && (properties->properties & PROP_UNTYPED) != 0)
		return TYPE_ORGANISATION;
	return (uint8_t) properties->type;
}

/* The gender that the first word tells; one that may be a surname tells it before another word alone: Owen Hale. */
static uint8_t
gender_of_forename(const Document *doc, const NameRun *run)
{
	bool		man = token_does(doc, run->name_first, FN_HE);
	bool		woman = token_does(doc, run->name_first, FN_SHE);

	if (run->name_last - run->name_first < 2 || man == woman)
		return properties_at(doc, run->name_first)->gender;
	return man ? GENDER_MALE : GENDER_FEMALE;
}

/* The gender of the role or title, else of the forename. */
static uint8_t
gender_with_role(const Document *doc, const NameRun *run)
{
	uint64_t	role = classes_at(doc, run->role);
	Gender		forename = run->name_first < run->name_last ? (Gender) gender_of_forename(doc, run) : GENDER_UNKNOWN;

	/* "Le professeur Anne Roy": a role's gender may be grammatical. */
	if (doc->language->phrases->head_first && (role & WC_HONORIFIC) == 0 && forename != GENDER_UNKNOWN)
		return (uint8_t) forename;
	if ((role & WC_FEMALE) != 0)
		return GENDER_FEMALE;
	if ((role & WC_MALE) != 0)
		return GENDER_MALE;
	return (uint8_t) forename;
}

/* The type and gender of a name without a title.  A forename with a gender makes the bearer a person. */
static void
decide_type(const Document *doc, NameRun *run)
{
	Gender		gender = properties_at(doc, run->name_first)->gender;

	run->type = type_of_name(doc, run);
	if (run->type == TYPE_PERSON)
		run->gender = gender_of_forename(doc, run);
	else
		run->gender = (uint8_t) (run->type == TYPE_UNKNOWN ? gender : GENDER_NEUTER);
	if (run->type == TYPE_UNKNOWN && gender != GENDER_UNKNOWN && run->name_last - run->name_first >= 2)
		run->type = TYPE_PERSON;
}

/* From this margin on, the tagger outweighs the lists: see document.h. */
#define TRUSTED_MARGIN 32

/* ... and where it sees two persons in a row, from this one. */
#define TRUSTED_EDGE 64

/* Whether the tagger has a person's name begin at a word, and end with the run. */
static bool
is_tagged_person(const Document *doc, uint32_t i, uint32_t last)
{
	const NameTag *tags = doc->name_tags;

	if (!tags[i].begins || tags[i].name_class != NAME_PERSON || tags[i].margin < TRUSTED_MARGIN ||
		(tags[i - 1].name_class == NAME_PERSON && tags[i].edge_margin < TRUSTED_EDGE))
		return false;
	for (uint32_t k = i + 1; k < last; k++)
		if (tags[k].begins || tags[k].name_class != NAME_PERSON)
			return false;
	return true;
}

/* "Ostby Mayor Otto Lind", "H E Peter Brandt": the name begins where the tagger has a person begin. */
static void
split_by_tags(const Document *doc, NameRun *run)
{
	if (doc->name_tags == NULL)
		return;
	for (uint32_t i = run->name_first + 1; i < run->name_last; i++)
	{
		if (!is_tagged_person(doc, i, run->name_last) || !is_capital_word(doc, i - 1) || !is_word(doc, i - 1) ||
			token_has(doc, i, WC_TITLE) || token_has(doc, i - 1, WC_FORENAME | WC_PARTICLE))
			continue;
		if (token_has(doc, i - 1, WC_TITLE | WC_ROLE) && run->role == NONE)
			run->role = i - 1;
		run->name_first = i;
		return;
	}
}

/* "Former secretary of State Hall": the first word of the run is the office's, not the name's. */
static void
split_office(const Walk *walk, NameRun *run)
{
	const Document *doc = walk->doc;

	if (run->first < walk->floor + 2 || !token_does(doc, run->first - 1, FN_GENITIVE) ||
		run->role != NONE || run->name_last - run->name_first < 2 || !token_has(doc, run->first - 2, WC_OFFICE | WC_TITLE) ||
		!token_has(doc, run->first, ORDINARY_WORDS) || token_has(doc, run->first + 1, ORDINARY_WORDS | WC_ORGWORD))
		return;
	run->first -= 2;
	run->role = run->first;
	run->name_first++;
}

/* "France Info Luc Roy", "Medef Pierre Roy": a body that is listed runs into the name after it. */
static void
split_body_before(const Document *doc, NameRun *run)
{
	if (!doc->language->phrases->head_first || run->role != NONE)
		return;
	for (uint32_t k = run->name_first + 1; k + 1 < run->name_last && k < run->name_first + BODY_WORDS; k++)
		if (token_has(doc, k, WC_FORENAME) && !token_has(doc, k, WC_PLACE | WC_ORGWORD | WC_ORG) && is_capital_word(doc, k + 1) &&
			(classes_of_words(doc, run->name_first, k) & (WC_ORG | WC_OUTLET)) != 0 && !token_has(doc, run->name_first, WC_FORENAME))
		{
			run->name_first = k;
			return;
		}
}

/* The role before "of", over adjectives: "ministra española de", "ministre délégué de la"; NONE for none. */
static uint32_t
role_before_genitive(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (i > walk->floor && token_has(doc, i - 1, WC_DET) && !token_does(doc, i - 1, FN_COMPLEMENT))
		i--;
	if (i <= walk->floor + 1 || !token_does(doc, i - 1, FN_COMPLEMENT))
		return NONE;
	for (uint32_t k = i - 2; k + ADJECTIVES_OF_ROLE + 2 > i; k--)
	{
		if (token_has(doc, k, WC_ROLE | WC_OFFICE) && !token_has(doc, k, WC_PLURAL))
			return k;
		if (!is_word(doc, k) || !token_has(doc, k, WC_ADJ) || k == walk->floor)
			return NONE;
	}
	return NONE;
}

/* "El ministro de Economía Luis Rojas": the office's words run into the name, which begins with the forename. */
static void
split_office_before(const Walk *walk, NameRun *run)
{
	const Document *doc = walk->doc;
	uint32_t	role;

	if (!doc->language->phrases->head_first || walk->inside || run->role != NONE || run->name_last - run->name_first < 3)
		return;
	role = role_before_genitive(walk, run->first);
	if (role == NONE || token_has(doc, run->name_first, WC_FORENAME))
		return;
	for (uint32_t k = run->name_first + 1; k + 1 < run->name_last; k++)
		if (token_has(doc, k, WC_FORENAME) && !token_has(doc, k, WC_PLACE | WC_ORGWORD) && is_capital_word(doc, k + 1))
		{
			run->first = run->role = role;
			run->name_first = k;
			return;
		}
}

/* Splits off what does not belong to the name: titles, particles before it, its modifiers, an office. */
static void
split_run(const Walk *walk, NameRun *run)
{
	const Document *doc = walk->doc;
	uint32_t	first = run->first;

	split_titles(doc, run);
	if (run->name_first == first)
		run->first = run->name_first = before_particles(walk, first);
	split_office_before(walk, run);
	split_body_before(doc, run);
	if (run->role == NONE && run->name_last - run->name_first >= 3)
		split_premodifiers(doc, run);
	if (!doc->language->phrases->head_first)
		split_office(walk, run);
	split_by_tags(doc, run);
}

/* "Milo Hart MP", "Greta Holm OBE", "Ida Crane M.D.": letters after a name that are no part of it; "Milo Hart III" is. */
static bool
is_honour(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *text = doc->text + token->start;

	if (!token_has(doc, i, WC_SUFFIX) || token_has(doc, i, WC_FORENAME) || (token->flags & (TOKEN_UPPER | TOKEN_DOTTED)) == 0)
		return false;
	if ((token->flags & TOKEN_DOTTED) != 0)
		return token->length > GENERATION_BYTES;
	for (uint32_t k = 0; k < token->length; k++)
		if (text[k] != 'I' && text[k] != 'V' && text[k] != 'X')
			return true;
	return false;
}

static void
drop_honours(const Document *doc, NameRun *run)
{
	while (run->name_last > run->name_first + 1 && is_honour(doc, run->name_last - 1))
		run->name_last--;
}

void
nq_read_name(const Walk *walk, uint32_t i, NameRun *run)
{
	run->first = run->name_first = i;
	run->last = run->name_last = before_repetition(walk->doc, i, full_run_end(walk, i));
	run->role = NONE;
	split_run(walk, run);
	drop_honours(walk->doc, run);
	if (run->role == NONE)
	{
		decide_type(walk->doc, run);
		return;
	}
	/* A standalone title, or one before the name */
	run->type = TYPE_PERSON;
	run->gender = gender_with_role(walk->doc, run);
}
