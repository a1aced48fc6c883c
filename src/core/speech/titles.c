/*
 * titles.c
 *	  Spans that a rule takes for no quotation, without a model: nicknames, titles of works and programmes, names of
 *	  things, letters, words before a noun, and stage directions.
 *
 * Takes the span's QuoteContext.  What these have in common is that their words say so themselves or with the words
 * right beside them; the model of quotations decides the rest.
 */
#include "core/speech/titles.h"

#include "core/base/bounds.h"
#include "core/entities/aliases.h"
#include "core/entities/name_types.h"
#include "core/entities/noun_phrases.h"

/* Robert "Bobby" Scott: whether the span is part of a name or a quoted name. */
static bool
is_nickname(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];

	/* Mentions are sorted by their heads, and the last word of the name follows the span. */
	for (uint32_t k = view->first_mention_after; k < view->first_mention_after + 2 && k < doc->mention_count; k++)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->kind == MENTION_NAME && mention->name_first < span->open && mention->name_last > span->close)
			return true;
	}
	for (uint32_t k = view->first_mention_after; k-- > 0 && k + 2 >= view->first_mention_after;)
		if (doc->mentions[k].inside == view->span && nq_alias_owner(doc, k) != NONE)
			return true;
	/* The span can also be the name itself, whose head precedes the words after the span. */
	for (uint32_t k = view->first_mention_after; k-- > 0 && k + 2 >= view->first_mention_after;)
		if (doc->mentions[k].inside == NONE && doc->mentions[k].last == span->close + 1 &&
			(doc->mentions[k].name_first == span->first || (doc->language->quotes->marked_names && doc->mentions[k].name_first == span->first + 1)))
			return true;
	return false;
}

/* "Low Tide", "Lantern", "60 Hours": whether a span is in title case, or is one word that may be a title. */
static bool
is_like_title(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	const Inside *inside = &view->inside;

	if (is_in_title_case(inside))
		return true;
	/* "“Furious” captain Otto Lund": at the beginning of a sentence, the capital shows nothing. */
	if (span->open == doc->sentences[view->sentence].first && token_has(doc, span->first, WC_ADJ | WC_ADV | WC_PARTICIPLE | WC_GERUND | WC_INTERJ))
		return false;
	return inside->lower == 0 && inside->capitals == 1 && (inside->words == 1 || (inside->words == 2 && inside->number));
}

/*
 * "“Low Tide” director Greta Holm": whether a span in title case is right before a role without an article and a
 * person's name, and so is the work or body that the role belongs to.
 */
static bool
is_before_role(const Document *doc, const QuoteContext *view)
{
	uint32_t	after = doc->spans[view->span].close + 1;

	if (!is_like_title(doc, view) || ends_in_comma(doc, &doc->spans[view->span]) || after + 1 >= doc->sentences[view->sentence].last ||
		!is_word(doc, after) || !token_has(doc, after, WC_ROLE) || token_has(doc, after, WC_CUE | WC_PLURAL | WC_PREP | WC_COORD) ||
		(token_at(doc, after)->flags & TOKEN_CAPITAL) != 0)
		return false;
	return (token_at(doc, after + 1)->flags & TOKEN_CAPITAL) != 0;
}

/*
 * "On Lindby Radio's “Morning Tide”", "told “Good Morning Lindby” that": whether a span in title case is a programme of the
 * outlet before it, or in the place of somebody who is told something.
 */
static bool
is_programme(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	before = span->open - 1;

	if (!is_like_title(doc, view) || span->open < floor + 2 || is_question_mark(doc, span->last - 1))
		return false;
	/* With a preposition before the outlet, a stop at the end is the sentence's. */
	if (is_possessive(doc, before) && token_has(doc, before - 1, WC_OUTLET) && span->open > floor + 2 && token_has(doc, before - 2, WC_PREP))
		return true;
	if (!is_in_title_case(&view->inside) || token_at(doc, span->last - 1)->kind == TOKEN_STOP)
		return false;
	if (is_possessive(doc, before))
		return token_has(doc, before - 1, WC_OUTLET);
	return token_has(doc, before, WC_CUE) && token_has(doc, before, WC_FINITE) && span->close + 1 < doc->sentences[view->sentence].last &&
		is_word(doc, span->close + 1) && !token_has(doc, span->close + 1, WC_COORD) &&
		(doc->lexicon->words[token_at(doc, before)->word].cue & (CUE_OBJ_THAT | CUE_THAT)) == CUE_OBJ_THAT;
}

/*
 * "In a talk with Ada Holm on “The Long Watch,” Lund said": whether a span in title case, with the comma of its clause, is a programme
 * after a preposition in the phrase that opens the sentence.
 */
static bool
is_programme_in_opening(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	floor = doc->sentences[view->sentence].first;

	if (!names_show_capitals(doc) || !is_in_title_case(&view->inside) || !ends_in_comma(doc, span) || span->open < floor + 2 || !is_word(doc, span->open - 1) ||
		!token_has(doc, span->open - 1, WC_PREP) || token_has(doc, span->open - 1, WC_PREPCUE | WC_SUBORD) || !token_has(doc, floor, WC_PREP | WC_GERUND) ||
		span->close + 1 >= doc->sentences[view->sentence].last || !is_word(doc, span->close + 1))
		return false;
	for (uint32_t i = floor; i < span->open; i++)
		if (!is_word(doc, i) || token_has(doc, i, WC_FINITE | WC_AUX))
			return false;
	return true;
}

/* How many words of a phrase are read for its article. */
#define NAMED_WORDS 4

/* "Her latest ad", "a new study", but not "the banner": whether a noun for a writing ends a phrase that says whose it is, or that it is new. */
static bool
is_somebodys_writing(const Document *doc, uint32_t floor, uint32_t noun)
{
	if (!is_word(doc, noun) || !token_has(doc, noun, WC_DOCUMENT) || token_has(doc, noun, WC_PLURAL) || token_does(doc, noun, FN_AUTHORED))
		return false;
	for (uint32_t i = noun; i-- > floor && i + NAMED_WORDS >= noun;)
		if (token_has(doc, i, WC_DET | WC_POSSESSIVE) || is_possessive(doc, i))
			return token_has(doc, i, WC_POSSESSIVE) || is_possessive(doc, i) || token_does(doc, i, FN_INDEFINITE);
		else if (!is_word(doc, i))
			return false;
	return false;
}

/*
 * "In their book, “The Long Way,” they", "the scheme, dubbed “Rowers First,” was": whether a span in title case between commas
 * is the title of the work before it, or a name after a participle.
 */
static bool
is_title_between_commas(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	before = span->open - 1;

	if (span->open < floor + 2)
		return false;
	/* After a noun and a comma, a stop at the end is the sentence's. */
	if (token_at(doc, before)->kind == TOKEN_COMMA)
		return is_like_title(doc, view) && (ends_in_comma(doc, span) || token_at(doc, span->last - 1)->kind == TOKEN_STOP) &&
			((token_has(doc, before - 1, WC_WORK) && !token_has(doc, before - 1, WC_CUE | WC_PLURAL)) ||
			 (is_in_title_case(&view->inside) && view->inside.words > 2 && is_somebodys_writing(doc, floor, before - 1)));
	if (!is_in_title_case(&view->inside) || !ends_in_comma(doc, span))
		return false;
	/* "The bill, dubbed the “Rowers' Charter,” passed" */
	if (token_does(doc, before, FN_DEFINITE) && before > floor + 1)
		before--;
	return token_at(doc, before - 1)->kind == TOKEN_COMMA && token_has(doc, before, WC_PARTICIPLE) && token_has(doc, before, WC_CUE) &&
		(doc->lexicon->words[token_at(doc, before)->word].cue & (CUE_OBJ | CUE_THAT)) == CUE_OBJ;
}

/* "Group", "scheme", but not "mayor": whether a word is a common noun for something that cannot call anything so itself. */
static bool
is_thing(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, i, WC_NOUN | WC_BODY | WC_WORK | WC_DOCUMENT) &&
		!token_has(doc, i, WC_PEOPLE | WC_PERSON | WC_ROLE | WC_KIN | WC_OFFICE | WC_PRONOUN);
}

/*
 * "A scheme called “tide fund”": whether a participle after a common noun names the noun.  In "a scheme the board called “…”" and
 * "what the board called “…”", the noun is the subject of a clause that says what somebody calls something.
 */
static bool
is_named_after_noun(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	open = doc->spans[view->span].open;
	uint32_t	first;

	if (open < floor + 3 || !token_does(doc, open - 1, FN_SAME) || !token_has(doc, open - 1, WC_PARTICIPLE) || !token_has(doc, open - 1, WC_NAMING))
		return false;
	/* "Several groups, including one called “Rowers First”" */
	if (token_does(doc, open - 2, FN_ONE) && is_in_title_case(&view->inside))
		return true;
	if (!is_thing(doc, open - 2))
		return false;
	for (first = open - 2; !token_has(doc, first, WC_DET | WC_POSSESSIVE | WC_WH | WC_RELATIVE); first--)
		if (first == floor || first + NAMED_WORDS < open || !is_word(doc, first))
			return true;
	if (token_has(doc, first, WC_WH | WC_RELATIVE) || (first > floor && token_has(doc, first - 1, WC_WH | WC_RELATIVE)))
		return false;
	return token_does(doc, first, FN_INDEFINITE) || !token_has(doc, open - 2, WC_BODY);
}

/* "Spelled with a “k”": whether a span is a letter, which the words before it mention. */
static bool
is_letter(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];

	return span->last == span->first + 1 && is_word(doc, span->first) && token_at(doc, span->first)->length == 1 &&
		view->left != NONE && is_word(doc, view->left) && !token_has(doc, view->left, WC_CUE | WC_PREPCUE);
}

/* "A “no” vote", "the “yes” camp": whether a span is an interjection or a negation, in lower case, right before the noun that it modifies. */
static bool
is_interjection_before_noun(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	after = span->close + 1;

	if (span->last != span->first + 1 || (token_at(doc, span->first)->flags & TOKEN_CAPITAL) != 0 || !token_has(doc, span->first, WC_INTERJ | WC_NEG) ||
		after >= doc->sentences[view->sentence].last || !is_word(doc, after) || (token_at(doc, after)->flags & TOKEN_CAPITAL) != 0)
		return false;
	/* In "a “whoa” moment", somebody said it. */
	return may_be_modified(doc, after) && !token_has(doc, after, WC_PRONOUN | WC_CUE | WC_TIME);
}

bool
nq_is_stage_direction(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];

	return span->last - span->first > 2 && token_at(doc, span->first)->kind == TOKEN_OPEN &&
		token_at(doc, span->last - 1)->kind == TOKEN_CLOSE;
}

/*
 * "Stands for", "the letter": whether words of the list right before the span introduce a name or term.  A work has a
 * capitalised title: "found the play “long”".
 */
static bool
follows_naming_phrase(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	end = doc->spans[view->span].open;

	if (end < floor + 2 || !is_word(doc, end - 1))
		return false;
	if (token_has(doc, end - 1, WC_WORK) && (token_at(doc, end + 1)->flags & TOKEN_CAPITAL) == 0)
		return false;
	for (uint32_t first = end - 1; first-- > floor && first + PHRASE_WORDS >= end && is_word(doc, first);)
		if (first + 1 < end && (nq_classes_of_words(doc, first, end) & WC_TITLED) != 0)
			return true;
	return false;
}

/* "On the set of “Nine Gulls,” Lund said": whether a span of several capitalised words, with the comma of its clause, follows "of" and a noun that is none of speech. */
static bool
is_genitive_title(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	of = span->open - 1;

	return names_show_capitals(doc) && is_in_title_case(&view->inside) && span->open > doc->sentences[view->sentence].first + 3 && is_word(doc, of) &&
		token_does(doc, of, FN_GENITIVE) && is_word(doc, of - 1) && !token_has(doc, of - 1, WC_CUENOUN | WC_CUE | WC_DET) && is_word(doc, of - 2) && token_has(doc, of - 2, WC_DET | WC_POSSESSIVE) &&
		!is_question_mark(doc, span->last - 1) && (token_at(doc, of - 1)->flags & TOKEN_CAPITAL) == 0;
}

/* "Penned “A Year of Tides”": whether a span of several capitalised words is the object of a verb that reports nothing. */
static bool
is_object_of_verb(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	verb = span->open - 1;
	uint32_t	next = span->close + 1;

	if (!names_show_capitals(doc) || !is_in_title_case(&view->inside) ||
		span->open <= doc->sentences[view->sentence].first || !is_word(doc, verb) ||
		!token_has(doc, verb, WC_FINITE | WC_PARTICIPLE) || token_has(doc, verb, WC_CUE | WC_CUENOUN | WC_AUX | WC_PREP | WC_NAMING | WC_ADJ | WC_DOCUMENT) || is_question_mark(doc, span->last - 1))
		return false;
	/* "Wore “Rowers for Lund” shirts" */
	return next >= doc->sentences[view->sentence].last || !is_word(doc, next) || !may_be_modified(doc, next) || token_has(doc, next, WC_FINITE | WC_TIME);
}

/*
 * "The show “Harbour Nights”", "her latest book is: “A Year of Tides”": whether a span in title case is right after a noun for a work, or
 * after that and a form of "be".
 */
static bool
is_title_after_work(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	work = doc->spans[view->span].open;

	if (!names_show_capitals(doc) || !is_in_title_case(&view->inside) || work < floor + 3)
		return false;
	work--;
	if (token_at(doc, work)->kind == TOKEN_COLON)
		work--;
	if (is_word(doc, work) && token_does(doc, work, FN_COPULA))
		work--;
	if (work <= floor || !is_word(doc, work) || !token_has(doc, work, WC_WORK) || token_has(doc, work, WC_PLURAL) || (token_at(doc, work)->flags & TOKEN_CAPITAL) != 0)
		return false;
	/* "The NBC show", in contrast to "the polls show" */
	return !token_has(doc, work, WC_CUE) || (token_at(doc, work - 1)->flags & TOKEN_CAPITAL) != 0 || token_has(doc, work - 1, WC_DET | WC_POSSESSIVE) ||
		(token_has(doc, work - 1, WC_NOUN) && !token_has(doc, work - 1, WC_PLURAL));
}

/*
 * "Our new book, out now from Reef Press: “A Year of Tides”": whether a span of several capitalised words follows a colon, a noun for a
 * work is before that, and nothing of what somebody says.
 */
static bool
is_title_after_colon(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	open = doc->spans[view->span].open;
	bool		work = false;

	if (!names_show_capitals(doc) || !view->colon || !is_in_title_case(&view->inside) || view->inside.words < 3)
		return false;
	if (open > floor + CLAUSE_WORDS)
		return false;
	for (uint32_t i = floor; i + 1 < open; i++)
	{
		if (token_at(doc, i)->kind == TOKEN_MARK || (is_word(doc, i) && token_has(doc, i, WC_CUENOUN) && !token_has(doc, i, WC_WORK)))
			return false;
		work |= is_word(doc, i) && token_has(doc, i, WC_WORK) && !token_has(doc, i, WC_CUE | WC_PLURAL);
	}
	return work && (view->first_cue_after == view->first_cue || (strength_of(nearest_cue(view, SIDE_BEFORE)) > 0 && view->proximity[SIDE_BEFORE] != PROXIMITY_TOUCHING));
}

/* How many words a span can have that is mentioned as a word. */
#define MENTIONED_WORDS 4

/* "The term “night toll” has meant many things": whether a span is the name of the word, term or phrase that begins the sentence as its subject. */
static bool
is_word_as_subject(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	next = span->close + 1;

	if (span->open < 2 || span->open - 2 != doc->sentences[view->sentence].first || view->inside.words > MENTIONED_WORDS || next >= doc->sentences[view->sentence].last ||
		!token_does(doc, span->open - 2, FN_DEFINITE) || (nq_classes_of_words(doc, span->open - 2, span->open) & WC_NAMING) == 0)
		return false;
	return ends_in_comma(doc, span) || (is_word(doc, next) && token_has(doc, next, WC_AUX | WC_FINITE) && !token_has(doc, next, WC_CUE));
}

/* The film titled "...", the so-called "...", known as the "...": whether the quoted words are a name. */
static bool
is_named_so(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	open = doc->spans[view->span].open;

	if (open > floor && token_has(doc, open - 1, WC_TITLED))
		return true;
	/* "An essay headlined, “The Long Way”" */
	if (open > floor + 2 && (token_at(doc, open - 1)->kind == TOKEN_COMMA || token_at(doc, open - 1)->kind == TOKEN_COLON) && token_has(doc, open - 2, WC_TITLED) &&
		(token_has(doc, open - 2, WC_PARTICIPLE) || !token_has(doc, open - 2, WC_OF_NOUNS)) && (open < floor + 4 || !token_does(doc, open - 3, FN_COPULA) || !token_has(doc, open - 4, WC_AUX)))
		return true;
	if (open > floor && token_has(doc, open - 1, WC_DET))
		open--;
	return open > floor + 1 && token_does(doc, open - 1, FN_AS) && token_does(doc, open - 2, FN_NAMED);
}

bool
nq_is_no_quotation(const Document *doc, const QuoteContext *view)
{
	return is_nickname(doc, view) || is_before_role(doc, view) || is_programme(doc, view) || is_programme_in_opening(doc, view) ||
		is_title_between_commas(doc, view) || is_named_after_noun(doc, view) || is_interjection_before_noun(doc, view) ||
		nq_is_stage_direction(doc, view) || is_letter(doc, view) ||
		is_object_of_verb(doc, view) || is_genitive_title(doc, view) || is_title_after_work(doc, view) || is_title_after_colon(doc, view) ||
		is_word_as_subject(doc, view) || is_named_so(doc, view) || follows_naming_phrase(doc, view);
}
