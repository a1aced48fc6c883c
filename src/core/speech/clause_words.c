/*
 * clause_words.c
 *	  What the words of a reported clause are: whether a verb, a phrase or a clause begins, and whether a
 *	  reporting verb is a noun here.
 */
#include "core/speech/clause_reader.h"

#include "core/base/bounds.h"
#include "core/base/search.h"

/* Whether the reporter's words between two tokens have a verb that can be finite. */
bool
nq_has_finite_verb(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
	{
		i = after_span(doc, i);
		if (i >= last)
			return false;
		if (is_word(doc, i) && token_has(doc, i, WC_FINITE | WC_AUX) &&
			!token_has(doc, i, WC_DET | WC_PREP))
			return true;
		if (token_at(doc, i)->kind == TOKEN_CLITIC && token_at(doc, i)->length > 2)
			return true;
	}
	return false;
}

/* Whether a token can begin a noun phrase. */
bool
nq_begins_phrase(const Document *doc, uint32_t i)
{
	uint64_t	classes = classes_at(doc, i);

	if (token_at(doc, i)->kind == TOKEN_NUMBER)
		return true;
	if (!is_word(doc, i))
		return false;
	if ((token_at(doc, i)->flags & TOKEN_CAPITAL) != 0)
		return (classes & (WC_MONTH | WC_DAY)) == 0 || token_at(doc, i + 1)->kind == TOKEN_CLITIC;
	if ((classes & (WC_DET | WC_POSSESSIVE | WC_NUM | WC_INDEFINITE)) != 0)
		return true;
	if ((classes & WC_PRONOUN) != 0)
		return (classes & WC_SUBJECT) != 0;
	/* "more than 40", "at least nine" */
	if ((classes & (WC_ADV | WC_PREP)) != 0 && is_word(doc, i + 1) && token_has(doc, i + 1, WC_ADV | WC_PREP | WC_ADJ) &&
		(token_at(doc, i + 2)->kind == TOKEN_NUMBER || (is_word(doc, i + 2) && token_has(doc, i + 2, WC_NUM))))
		return true;
	/* "only the town", "even they" */
	if (token_does(doc, i, FN_MERELY) && is_word(doc, i + 1) && token_has(doc, i + 1, WC_DET | WC_POSSESSIVE | WC_SUBJECT))
		return true;
	/* "there is", "nearly half", "about 40" */
	if ((classes & (WC_ADV | WC_PREP)) != 0 &&
		(token_has(doc, i + 1, WC_NUM) || ((classes & WC_ADV) != 0 && token_has(doc, i + 1, WC_INDEFINITE)) || token_at(doc, i + 1)->kind == TOKEN_NUMBER ||
		 ((classes & WC_ADV) != 0 && (token_has(doc, i + 1, WC_AUX) || token_at(doc, i + 1)->kind == TOKEN_CLITIC))))
		return true;
	/* "having nine boats would help" */
	if ((classes & (WC_AUX | WC_GERUND)) == (WC_AUX | WC_GERUND))
		return true;
	if ((classes & (WC_PREP | WC_COORD | WC_SUBORD | WC_AUX | WC_NEG | WC_TIME | WC_RELATIVE)) != 0)
		return false;
	/* "said closing the lock would cost more" */
	return (classes & (WC_NOUN | WC_ROLE | WC_PEOPLE | WC_BODY | WC_ADJ | WC_DOCUMENT | WC_CUENOUN | WC_GERUND)) != 0 || classes == 0 ||
		(classes & (WC_ADV | WC_VERB)) == 0;
}

/*
 * How many of the reporter's words can follow quoted words without being part of the report: "said “no” in
 * Ostby on Monday".
 */
#define WORDS_AFTER_MARKS 4

/* "said “the lock” will be drained in May": whether quoted words are part of the clause that they begin. */
bool
nq_goes_on_after_marks(const ClauseReader *r, uint32_t open)
{
	const Document *doc = r->doc;
	const QuotedSpan *span = &doc->spans[span_opened(doc, open)];
	uint32_t	words = 0;

	if ((token_at(doc, span->first)->flags & TOKEN_CAPITAL) != 0)
		return false;
	/* "“...” and that the lock leaks" */
	if (token_has(doc, span->close + 1, WC_COORD) && token_does(doc, span->close + 2, FN_COMPLEMENTISER))
		return true;
	for (uint32_t i = span->close + 1; i < r->limit && is_word(doc, i) && words < WORDS_AFTER_MARKS; i++)
		words++;
	return words == WORDS_AFTER_MARKS && !token_has(doc, span->close + 1, WC_COORD | WC_GERUND);
}

/*
 * "said if it rains, the lock will shut": the comma after an adverbial clause or phrase that begins a report; the limit if
 * there is none.
 */
static uint32_t
comma_after_adverbial(const ClauseReader *r, uint32_t i)
{
	const Document *doc = r->doc;

	if (i >= r->limit || !is_word(doc, i) || !token_has(doc, i, WC_SUBORD) || token_has(doc, i, WC_PREP) || token_does(doc, i, FN_AS))
		return r->limit;
	for (uint32_t k = i + 1; k < r->limit && k < i + CLAUSE_WORDS && !opens_span(doc, k); k++)
		if (token_at(doc, k)->kind == TOKEN_COMMA)
			return nq_has_finite_verb(doc, i, k) ? k : r->limit;
	return r->limit;
}

/* "said the plan would fail": whether a clause without "that" begins here, by its subject and its verb. */
bool
nq_begins_bare_clause(const ClauseReader *r, uint32_t i, bool sure)
{
	const Document *doc = r->doc;
	uint32_t	comma = sure ? comma_after_adverbial(r, i) : r->limit;

	if (comma < r->limit)
		i = comma + 1;
	if (i < r->limit && opens_span(doc, i))
		return nq_goes_on_after_marks(r, i);
	if (i >= r->limit || !nq_begins_phrase(doc, i))
		return false;
	for (uint32_t k = i + 1; k < r->limit && k < i + VERB_REACH; k++)
	{
		uint64_t	classes = classes_at(doc, k);
		bool		after_pronoun;

		if (opens_span(doc, k))
			return true;
		if (token_at(doc, k)->kind == TOKEN_COMMA || token_at(doc, k)->kind == TOKEN_SEMICOLON)
			continue;
		after_pronoun = token_has(doc, k - 1, WC_SUBJECT) || (k == i + 1 && token_has(doc, i, WC_ADV));
		if (token_at(doc, k)->kind == TOKEN_CLITIC && (token_at(doc, k)->length > 2 || after_pronoun))
			return true;
		if (!is_word(doc, k))
			continue;
		/* "They empathize": the verb can be an unlisted word. */
		if ((classes & WC_AUX) != 0 || (after_pronoun && ((classes & WC_BASE) != 0 || classes == 0)))
			return true;
		/*
		 * "wrote a paper published in May": a possible participle is not sufficient after a verb with such
		 * objects.
		 */
		if ((classes & WC_FINITE) != 0 && (classes & (WC_DET | WC_PREP)) == 0 && (sure || (classes & WC_PARTICIPLE) == 0 ||
			 (is_word(doc, k - 1) && !token_has(doc, k + 1, WC_PREP))))
			return true;
		if ((classes & WC_BASE) != 0 && (classes & (WC_NOUN | WC_ADJ | WC_PREP)) == 0 && !token_does(doc, k - 1, FN_INFINITIVE))
			return true;
	}
	return false;
}


/* Whether a cue is a noun or, as "reports", a verb form that can be one. */
bool
nq_can_be_noun(const Document *doc, const Cue *cue)
{
	return cue->form == FORM_NOUN || (cue->form == FORM_FINITE && cue->verb_first == cue->first && token_has(doc, cue->first, WC_PLURAL) &&
		token_has(doc, cue->first, WC_NOUN | WC_CUENOUN | WC_DOCUMENT | WC_BODY));
}

/* "New reports that show": whether a verb begins right after the word for "that". */
bool
nq_begins_verb(const Document *doc, const Cue *cue, uint32_t i)
{
	bool		noun = cue->form == FORM_NOUN;

	return is_word(doc, i) && token_has(doc, i, WC_AUX | WC_FINITE | (noun ? 0 : WC_BASE)) &&
		!token_has(doc, i, WC_DET | WC_PREP | (noun ? 0 : WC_NOUN | WC_ADJ));
}

/*
 * "Won in both states", "responded to emails": whether a cue that can be a noun has the subject of another verb, without
 * a conjunction or adverb between the two, so that it is one.
 */
bool
nq_is_noun_in_clause(const Document *doc, const Cue *cue)
{
	return cue->form == FORM_FINITE && nq_can_be_noun(doc, cue) && cue->subject != NONE && cue->link == SUBJECT_SHARED &&
		cue->first > 0 && is_word(doc, cue->first - 1) && !token_has(doc, cue->first - 1, WC_COORD | WC_ADV | WC_RELATIVE | WC_PRONOUN);
}

/*
 * "The pumps are “past saving,” Lind said": whether the span that ends with a token continues the reporter's
 * words since first.
 */
bool
nq_is_quoted_part(const Document *doc, uint32_t first, uint32_t close)
{
	uint32_t	span = FIRST_FROM(QuotedSpan, close, doc->spans, 0, doc->span_count, close);
	uint32_t	open;

	if (span >= doc->span_count || doc->spans[span].open <= first)
		return false;
	open = doc->spans[span].open;
	return (token_at(doc, doc->spans[span].first)->flags & TOKEN_CAPITAL) == 0 ||
		(is_word(doc, open - 1) && nq_has_finite_verb(doc, first, open) && !token_has(doc, open - 1, WC_CUE));
}
