/*
 * indirect.c
 *	  Indirect speech: cues to reported clauses outside quotation marks.
 *
 * Takes the cues and their subjects; gives the clauses that they report, in the order of the text, without
 * overlaps.
 *
 * The clause of a reporting verb follows it ("said that ...", "told him ...", "promised to ..."), precedes it
 * ("..., she said"), or surrounds it ("The dam, engineers warned, would not hold").  The frames of a verb
 * (lexicon.h) say what it takes.  A clause without "that" is recognised by its own subject and verb, one that
 * begins with a relative pronoun ("the ferry, which Holm said leaked") by its verb.  It ends with the sentence,
 * or before the next cue.
 *
 * Quoted words inside a clause belong to it; a report that is only a quotation gives no clause.
 *
 * Each cue is examined within its own sentence and within bounds, so the stage is linear.
 */
#include "core/speech/attribution.h"
#include "core/base/bounds.h"
#include "core/base/search.h"
#include "core/speech/clauses.h"
#include "core/stages.h"

/* How many sentences after a report can continue it by mood alone. */
#define SENTENCES_ON 3

typedef struct Reader
{
	Document   *doc;
	uint32_t	capacity;
	uint32_t	cue;			/* the current cue */
	uint32_t	floor;			/* the first token of its sentence that is in no clause yet */
	uint32_t	limit;			/* the sentence's end, without its full stop */
} Reader;

/* ---- what is a clause ---- */

/* Whether the reporter's words between two tokens have a verb that can be finite. */
static bool
has_finite_verb(const Document *doc, uint32_t first, uint32_t last)
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
static bool
begins_phrase(const Document *doc, uint32_t i)
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
static bool
goes_on_after_marks(const Reader *r, uint32_t open)
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

/* "said the plan would fail": whether a clause without "that" begins here, by its subject and its verb. */
static bool
begins_bare_clause(const Reader *r, uint32_t i, bool sure)
{
	const Document *doc = r->doc;

	if (i < r->limit && opens_span(doc, i))
		return goes_on_after_marks(r, i);
	if (i >= r->limit || !begins_phrase(doc, i))
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

/* ---- nouns that look like cues ---- */

/* Whether a cue is a noun or, as "reports", a verb form that can be one. */
static bool
can_be_noun(const Document *doc, const Cue *cue)
{
	return cue->form == FORM_NOUN || (cue->form == FORM_FINITE && cue->verb_first == cue->first && token_has(doc, cue->first, WC_PLURAL) &&
		token_has(doc, cue->first, WC_NOUN | WC_CUENOUN | WC_DOCUMENT | WC_BODY));
}

/* "New reports that show": whether a verb begins right after the word for "that". */
static bool
begins_verb(const Document *doc, const Cue *cue, uint32_t i)
{
	bool		noun = cue->form == FORM_NOUN;

	return is_word(doc, i) && token_has(doc, i, WC_AUX | WC_FINITE | (noun ? 0 : WC_BASE)) &&
		!token_has(doc, i, WC_DET | WC_PREP | (noun ? 0 : WC_NOUN | WC_ADJ));
}

/*
 * "Won in both states", "responded to emails": whether such a form has the subject of another verb without a conjunction or
 * adverb between the two, so that it is a noun.
 */
static bool
is_noun_in_clause(const Document *doc, const Cue *cue)
{
	return cue->form == FORM_FINITE && can_be_noun(doc, cue) && cue->subject != NONE && cue->link == SUBJECT_SHARED &&
		cue->first > 0 && is_word(doc, cue->first - 1) && !token_has(doc, cue->first - 1, WC_COORD | WC_ADV | WC_RELATIVE | WC_PRONOUN);
}

/* ---- the clause after the cue ---- */

/* The words between the beginning of a sentence and the reporting words of its first clause: "When voters were asked". */
#define WORDS_TO_FRONTED 4

/*
 * "While Lund said the lock leaks, he ...", "Asked whether the lock leaks, he ...": whether a report is in a clause
 * before the main one.
 */
static bool
is_fronted(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	floor = doc->sentences[cue->sentence].first;

	if (cue->form == FORM_FINITE && cue->link == SUBJECT_ADJACENT && cue->subject != NONE)
		return is_word(doc, floor) && token_has(doc, floor, WC_SUBORD) && doc->mentions[cue->subject].first <= floor + 2;
	if ((cue->subject != NONE && cue->link != SUBJECT_AGENT) || (cue->form != FORM_FINITE && cue->form != FORM_PASSIVE))
		return false;
	if (is_word(doc, floor) && token_has(doc, floor, WC_COORD))
		floor++;
	return cue->verb_first == floor ||
		(is_word(doc, floor) && token_has(doc, floor, WC_SUBORD) && cue->verb_first <= floor + WORDS_TO_FRONTED);
}

static uint32_t after_adverbials(const Reader *r, uint32_t i);
static bool begins_infinitive(const Reader *r, uint32_t i);

/* The token after the addressee, time and place between a cue and its clause. */
static uint32_t
after_object(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	i = cue->last;

	if (cue->link == SUBJECT_INVERTED && cue->subject != NONE)
		return doc->mentions[cue->subject].last;
	/* "Asked by Lund whether" */
	if (cue->link == SUBJECT_AGENT && cue->subject != NONE && cue->form == FORM_PASSIVE && doc->mentions[cue->subject].first > i &&
		doc->mentions[cue->subject].first <= i + WORDS_TO_PHRASE)
		return doc->mentions[cue->subject].last;
	/* "When told the lock was shut": the addressee is not named. */
	if (cue->subject == NONE && is_fronted(r, cue))
		return i;
	if (cue->object != NONE && doc->mentions[cue->object].first >= i && (cue->frames & (CUE_OBJ_THAT | CUE_OBJ_TO_INF | CUE_OF | CUE_FOR)) != 0 &&
		((cue->frames & CUE_THAT) == 0 || token_does(doc, doc->mentions[cue->object].last, FN_COMPLEMENTISER) ||
		 ((cue->frames & CUE_OBJ_TO_INF) != 0 && begins_infinitive(r, after_adverbials(r, doc->mentions[cue->object].last)))))
		return (cue->frames & CUE_OF) != 0 ? doc->mentions[cue->object].head + 1 : doc->mentions[cue->object].last;
	return i;
}

/*
 * "At the end of that night", "told that story": whether a word for "that" is a determiner: after a
 * preposition, or right after a verb that needs an addressee before its clause.
 */
static bool
is_determiner(const Reader *r, const Cue *cue, uint32_t first, uint32_t that)
{
	const Document *doc = r->doc;

	if (!token_does(doc, that, FN_DEMONSTRATIVE) || cue->form == FORM_NOUN)
		return false;
	if (that > first)
		return is_word(doc, that - 1) && token_has(doc, that - 1, WC_PREP) && !token_has(doc, that - 1, WC_ADV | WC_SUBORD | WC_TIME);
	return that == cue->last && cue->form == FORM_FINITE && (cue->frames & CUE_OBJ_THAT) != 0 && (cue->frames & CUE_THAT) == 0;
}

/*
 * "Published the letters that she had": whether the verb has a thing as its object, so that a relative clause
 * follows.
 */
static bool
has_thing(const Reader *r, const Cue *cue, uint32_t i)
{
	const Document *doc = r->doc;

	if ((cue->frames & CUE_OBJ) == 0 || (cue->frames & CUE_OBJ_THAT) != 0 || cue->form == FORM_NOUN || cue->form == FORM_PASSIVE ||
		i + 1 >= r->limit || !is_word(doc, i) || (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 || token_does(doc, i, FN_COMPLEMENTISER) ||
		!token_has(doc, i, WC_DET | WC_POSSESSIVE | WC_NUM | WC_NOUN) || token_has(doc, i, WC_PRONOUN | WC_PREP | WC_ADV))
		return false;
	return !token_has(doc, i, WC_TIME) && !token_has(doc, i + 1, WC_TIME) && !token_has(doc, i + 2, WC_TIME);
}

/* "Said that is late": whether the word for "that" is the clause's own subject. */
static bool
is_own_subject(const Document *doc, uint32_t that)
{
	return token_does(doc, that, FN_DEMONSTRATIVE) && is_word(doc, that + 1) && token_has(doc, that + 1, WC_AUX) &&
		!token_has(doc, that + 1, WC_NOUN | WC_DET);
}

/* The first token of a clause after its conjunction: "that, if it rains, the lock ...". */
static uint32_t
after_that(const Reader *r, uint32_t that)
{
	if (is_own_subject(r->doc, that))
		return that;
	return that + 2 < r->limit && token_at(r->doc, that + 1)->kind == TOKEN_COMMA ? that + 2 : that + 1;
}

/*
 * "Said he hopes to stay, insisting that ...": the next cue of the sentence that can have a clause with "that";
 * the limit if there is none.  Such a word after it belongs to that cue.
 */
static uint32_t
next_that_cue(const Reader *r)
{
	const Document *doc = r->doc;

	for (uint32_t k = r->cue + 1; k < doc->cue_count && k < r->cue + CUES_BACK && doc->cues[k].first < r->limit; k++)
	{
		const Cue  *next = &doc->cues[k];
		bool		own = next->form == FORM_GERUND || next->form == FORM_INFINITIVE ||
			(next->form == FORM_FINITE && next->subject != NONE && doc->mentions[next->subject].first >= doc->cues[r->cue].last &&
			 (doc->mentions[next->subject].kind == MENTION_PRONOUN || !token_has(doc, next->first, WC_NOUN | WC_CUENOUN | WC_DOCUMENT)));

		if (own && (next->frames & (CUE_THAT | CUE_OBJ_THAT)) != 0)
			return next->first;
	}
	return r->limit;
}

/*
 * "Said on the radio, where he has a show, that ...": the word for "that" right after the words between two commas
 * or dashes; the limit if there is none.
 */
static uint32_t
that_after_aside(const Reader *r, uint32_t first, uint32_t limit)
{
	const Document *doc = r->doc;
	uint8_t		mark = token_at(doc, first)->kind;

	for (uint32_t i = first + 1; i + 1 < limit && i <= first + BRIDGE_REACH && !opens_span(doc, i); i++)
		if (token_at(doc, i)->kind == mark)
			return token_does(doc, i + 1, FN_COMPLEMENTISER) ? i + 1 : r->limit;
	return r->limit;
}

/* The word for "that" within reach of the cue, with only adverbials before it; the limit if there is none. */
static uint32_t
find_that(const Reader *r, const Cue *cue, uint32_t i)
{
	const Document *doc = r->doc;
	uint32_t	limit = next_that_cue(r);

	/* "Said Holm of the Boatmen's Union, a body that": words about the speaker. */
	if (has_thing(r, cue, i) || (cue->subject != NONE && cue->link == SUBJECT_INVERTED && token_at(doc, i)->kind == TOKEN_COMMA))
		return r->limit;
	for (uint32_t k = i; k < limit && k < i + BRIDGE_REACH; k++)
	{
		uint64_t	classes = classes_at(doc, k);

		if (token_does(doc, k, FN_COMPLEMENTISER) && !is_determiner(r, cue, i, k))
			return k;
		/* "Said on “The Lindby Hour” that" */
		if (opens_span(doc, k) && token_does(doc, after_span(doc, k), FN_COMPLEMENTISER) &&
			(token_at(doc, k - 1)->kind == TOKEN_CLITIC || token_has(doc, k - 1, WC_PREP)))
			return after_span(doc, k);
		if (opens_span(doc, k) || token_at(doc, k)->kind == TOKEN_SEMICOLON)
			return r->limit;
		if (cue->link != SUBJECT_INVERTED && (token_at(doc, k)->kind == TOKEN_COMMA || token_at(doc, k)->kind == TOKEN_DASH))
		{
			uint32_t	that = that_after_aside(r, k, limit);

			if (that < limit)
				return that;
		}
		if (k > i && is_word(doc, k) && (token_at(doc, k)->flags & TOKEN_CAPITAL) == 0 && (classes & (WC_FINITE | WC_AUX | WC_COORD | WC_SUBORD)) != 0 &&
			(classes & (WC_PREP | WC_NOUN | WC_DET | WC_TIME)) == 0)
			return r->limit;
	}
	return r->limit;
}

/* "Last year", "this week", but not "the days", "each year": whether a time without a preposition begins. */
static bool
begins_time(const Document *doc, uint32_t i)
{
	return ((token_has(doc, i, WC_ADJ) && !token_has(doc, i, WC_DET)) || (token_does(doc, i, FN_DEMONSTRATIVE) && !token_does(doc, i, FN_COMPLEMENTISER))) &&
		token_has(doc, i + 1, WC_TIME);
}

/*
 * The token after times, places and occasions between the cue and a clause without "that": "said on Monday",
 * "said in a statement".
 */
static uint32_t
after_adverbials(const Reader *r, uint32_t i)
{
	const Document *doc = r->doc;

	for (int steps = 0; steps < ADVERBIALS; steps++)
	{
		uint32_t	k = i;

		/* "Last year", "this week" */
		if (k + 2 < r->limit && is_word(doc, k) && begins_time(doc, k) &&
			!token_has(doc, k + 2, WC_AUX | WC_FINITE) && token_at(doc, k + 2)->kind != TOKEN_CLITIC)
			k += 2;
		while (k < r->limit && is_word(doc, k) && token_has(doc, k, WC_TIME | WC_ADV) && !token_has(doc, k, WC_DET) &&
			   !token_has(doc, k + 1, WC_AUX) && token_at(doc, k + 1)->kind != TOKEN_CLITIC)
			k++;
		if (k < r->limit && is_word(doc, k) && token_has(doc, k, WC_PREP) &&
			!token_does(doc, k, FN_INFINITIVE | FN_GENITIVE | FN_GOAL))
		{
			uint32_t	noun = k + 1;

			while (noun < r->limit && noun < k + ADVERBIAL_WORDS && (is_word(doc, noun) || token_at(doc, noun)->kind == TOKEN_NUMBER) &&
				   !token_has(doc, noun, WC_OCCASION | WC_DOCUMENT | WC_TIME | WC_PLACE | WC_CUENOUN | WC_PLATFORM) &&
				   !token_has(doc, noun, WC_FINITE | WC_AUX | WC_SUBORD))
				noun++;
			if (noun >= r->limit || noun == k + ADVERBIAL_WORDS ||
				!token_has(doc, noun, WC_OCCASION | WC_DOCUMENT | WC_TIME | WC_PLACE | WC_CUENOUN | WC_PLATFORM))
				return k;
			k = noun + 1;
		}
		if (k < r->limit && token_at(doc, k)->kind == TOKEN_COMMA && k > i && !begins_bare_clause(r, k + 1, true))
			return i;
		if (k == i)
			return i;
		i = k;
	}
	return i;
}

/* "asked whether ...", "explained how ...": whether an indirect question begins. */
static bool
begins_question(const Reader *r, const Cue *cue, uint32_t i)
{
	const Document *doc = r->doc;

	if (!is_word(doc, i) || (cue->frames & (CUE_IF | CUE_BARE)) == 0)
		return false;
	if (token_does(doc, i, FN_WHETHER))
		return (cue->frames & CUE_IF) != 0;
	return token_has(doc, i, WC_WH) && has_finite_verb(doc, i, r->limit);
}

/*
 * "“Leave now,” Lind tweeted the day after a storm had come": whether the quoted words before the cue are its
 * report.
 */
static bool
follows_quotation(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	start = report_start(doc, cue);
	uint32_t	floor = doc->sentences[cue->sentence].first;

	uint32_t	close;
	uint32_t	span;

	if (cue->form != FORM_FINITE || start <= floor + 1)
		return false;
	close = closes_span(doc, start - 1) ? start - 1 : start - 2;
	if (!closes_span(doc, close) || (close == start - 2 && token_at(doc, start - 1)->kind != TOKEN_COMMA))
		return false;
	/* "To a question on the “public yards,” Lund said" */
	span = FIRST_FROM(QuotedSpan, close, doc->spans, 0, doc->span_count, close);
	return span >= doc->span_count || doc->spans[span].open == floor || !is_word(doc, doc->spans[span].open - 1) ||
		(token_at(doc, doc->spans[span].first)->flags & TOKEN_CAPITAL) != 0;
}

/*
 * "Still, he said, the lock leaks", "As he said, the lock leaks": whether the cue follows a comma or "as", with
 * no verb before that.
 */
static bool
stands_between_commas(const Reader *r, const Cue *cue)
{
	uint32_t	start = report_start(r->doc, cue);

	return start > r->floor && (token_at(r->doc, start - 1)->kind == TOKEN_COMMA || token_does(r->doc, start - 1, FN_AS)) &&
		cue->form == FORM_FINITE && cue->link == SUBJECT_ADJACENT && !has_finite_verb(r->doc, r->floor, start);
}

/* "Asked for them in court": whether only a pronoun follows, which is not a report; "called for him to go" is one. */
static bool
is_pronoun_alone(const Reader *r, uint32_t i)
{
	return i < r->limit && is_word(r->doc, i) && token_has(r->doc, i, WC_PRONOUN) && !token_has(r->doc, i, WC_DET | WC_POSSESSIVE | WC_INDEFINITE) &&
		!token_does(r->doc, i + 1, FN_INFINITIVE);
}

/* "Declined to comment on Monday": whether the infinitive after a refusal only says that nothing was said. */
static bool
is_silence(const Reader *r, const Cue *cue, uint32_t to)
{
	const Document *doc = r->doc;
	uint32_t	next = to + 2;

	if (!token_does(doc, cue->first, FN_REFUSAL) || !is_word(doc, to + 1) || !token_has(doc, to + 1, WC_CUE))
		return false;
	return next >= r->limit || !is_word(doc, next) ||
		(token_has(doc, next, WC_PREP | WC_COORD | WC_TIME | WC_ADV) && !token_has(doc, next, WC_WH) && !token_does(doc, next, FN_COMPLEMENTISER | FN_WHETHER));
}

static bool follows_clause(const Reader *r, const Cue *cue);

/* The comma outside marks between two tokens; the limit if there is none. */
static uint32_t
next_comma(const Reader *r, uint32_t first, uint32_t last)
{
	uint32_t	i = first;

	while (i < r->limit && i < last && token_at(r->doc, i)->kind != TOKEN_COMMA)
		i = opens_span(r->doc, i) ? after_span(r->doc, i) : i + 1;
	return i < r->limit && token_at(r->doc, i)->kind == TOKEN_COMMA ? i : r->limit;
}

/* "According to Lund, ...", "As reported by Lund, ...": the start of the clause after a source; the limit if there is none. */
static uint32_t
clause_after_source(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	const Mention *source;
	uint32_t	i;

	if (cue->subject == NONE)
		return r->limit;
	source = &doc->mentions[cue->subject];
	i = next_comma(r, source->last, cue->last + SOURCE_REACH);
	/* "According to Lund, a keeper, ..." */
	if (source->appositive != NONE && doc->mentions[source->appositive].first == i + 1)
	{
		uint32_t	comma = next_comma(r, doc->mentions[source->appositive].last, cue->last + SOURCE_REACH);

		if (comma < r->limit && !has_finite_verb(doc, i + 1, comma))
			i = comma;
	}
	/* "But according to X, ...": before the sentence's own verb. */
	return i < r->limit && !has_finite_verb(doc, r->floor, cue->verb_first) && has_finite_verb(doc, i + 1, r->limit) ? i + 1 : r->limit;
}

/* "Asked the minister during the debate whether ...": the question after an object and its adverbials; the limit if there is none. */
static uint32_t
find_question(const Reader *r, const Cue *cue, uint32_t i)
{
	const Document *doc = r->doc;

	if ((cue->frames & (CUE_IF | CUE_THAT)) != CUE_IF || cue->form == FORM_NOUN)
		return r->limit;
	for (uint32_t k = i; k < r->limit && k < i + BRIDGE_REACH && (is_word(doc, k) || token_at(doc, k)->kind == TOKEN_CLITIC); k++)
	{
		if (token_does(doc, k, FN_WHETHER))
			return k;
		if (token_does(doc, k, FN_INFINITIVE))
			break;
		if (token_has(doc, k, WC_FINITE | WC_AUX | WC_COORD | WC_SUBORD) && !token_has(doc, k, WC_PREP | WC_NOUN | WC_DET | WC_TIME) &&
			(token_at(doc, k)->flags & TOKEN_CAPITAL) == 0)
			break;
	}
	return r->limit;
}

/* The infinitive or its negation at a token: "promised not to sail". */
static bool
begins_infinitive(const Reader *r, uint32_t i)
{
	if (is_word(r->doc, i) && token_has(r->doc, i, WC_NEG) && !token_has(r->doc, i, WC_AUX))
		i++;
	return token_does(r->doc, i, FN_INFINITIVE) && i + 1 < r->limit && is_word(r->doc, i + 1);
}

/* The start of the report after a cue; the limit if there is none. */
static uint32_t
clause_after(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	i = after_object(r, cue);
	uint32_t	that;
	uint32_t	k;

	if (cue->form == FORM_PREPOSITION || (cue->form == FORM_PASSIVE && cue->verb_first > r->floor && cue->subject != NONE &&
										  token_does(doc, cue->verb_first - 1, FN_AS)))
		return clause_after_source(r, cue);
	if ((cue->frames & (CUE_THAT | CUE_OBJ_THAT)) != 0)
	{
		that = find_that(r, cue, i);
		/* "the claim that": nothing but an adverb or a time may be between */
		if (cue->form == FORM_NOUN && that > i + 1)
			that = r->limit;
		/* "rules that could lead to ...", "new reports that show": a relative clause. */
		if (that < r->limit && can_be_noun(doc, cue) && begins_verb(doc, cue, that + 1))
			return r->limit;
		if (that < r->limit)
			return opens_span(doc, that + 1) && !goes_on_after_marks(r, that + 1) ? r->limit : after_that(r, that);
	}
	if (i < r->limit && begins_question(r, cue, i))
		return i;
	k = find_question(r, cue, i);
	if (k < r->limit)
		return k;
	k = after_adverbials(r, i);
	if (k < r->limit && token_at(doc, k)->kind == TOKEN_COMMA && (k > i || stands_between_commas(r, cue)))
	{
		/*
		 * "The dam will be sold, the owner said on Monday, two days after it broke": the words before the cue
		 * are the report.
		 */
		if (k > i && follows_clause(r, cue))
			return r->limit;
		k++;
	}
	if (k >= r->limit || (opens_span(doc, k) && !goes_on_after_marks(r, k)))
		return r->limit;
	if (begins_question(r, cue, k))
		return k;
	/* "Now, he said, while they hope ...": what follows the reporting words between commas needs a verb alone. */
	if (k == i + 1 && stands_between_commas(r, cue) && (cue->frames & CUE_STRONG) != 0 &&
		!token_has(doc, k, WC_COORD | WC_RELATIVE | WC_GERUND | WC_AUX | WC_FINITE) && has_finite_verb(doc, k, r->limit))
		return k;
	/* "Asked not to be named": a wish for oneself. */
	if ((cue->frames & CUE_TO_INF) == 0 && i == cue->last && cue->form != FORM_PASSIVE && !token_does(doc, k, FN_INFINITIVE) && begins_infinitive(r, k))
		return r->limit;
	if ((cue->frames & (CUE_TO_INF | CUE_OBJ_TO_INF)) != 0 && begins_infinitive(r, k))
		return is_silence(r, cue, k) ? r->limit : k;
	/* "She was asked for help": what nobody in particular asked for is not a report. */
	if (cue->form == FORM_NOUN || (cue->form == FORM_PASSIVE && cue->subject == NONE && token_has(doc, k, WC_PREP)))
		return r->limit;
	if ((cue->frames & CUE_OF) != 0 && (cue->frames & CUE_THAT) == 0 && token_does(doc, k, FN_GENITIVE))
		return follows_quotation(r, cue) ? r->limit : k + 1;
	if ((cue->frames & CUE_FOR) != 0 && (cue->frames & CUE_THAT) == 0 && token_does(doc, k, FN_GOAL))
		return follows_quotation(r, cue) || is_pronoun_alone(r, k + 1) ? r->limit : k + 1;
	/* "told him the plan would fail" needs an addressee. */
	if ((cue->frames & CUE_BARE) != 0 &&
		((cue->frames & CUE_THAT) != 0 || i > cue->last || cue->form == FORM_PASSIVE || (cue->subject == NONE && is_fronted(r, cue))) &&
		!follows_quotation(r, cue) && begins_bare_clause(r, k, (cue->frames & CUE_STRONG) != 0))
		return k;
	return r->limit;
}

/* A token of a sentence, or the opening mark of the span that contains it. */
static uint32_t
before_span(const Document *doc, const Sentence *sentence, uint32_t token)
{
	uint32_t	span = FIRST_FROM(QuotedSpan, open, doc->spans, sentence->first_span, sentence->last_span, token);

	if (span > sentence->first_span && doc->spans[span - 1].close >= token)
		return doc->spans[span - 1].open;
	return token;
}

/* The comma or semicolon before a clause or its conjunction. */
static uint32_t
comma_before(const Document *doc, uint32_t clause)
{
	uint8_t		before = token_at(doc, clause - 1)->kind;

	return before == TOKEN_COMMA || before == TOKEN_SEMICOLON || before == TOKEN_DASH ? clause - 1 : clause - 2;
}

/* "Asked whether he knew, she replied"; "..., and the owner said": whether a main clause with its own cue begins. */
static bool
begins_another_report(const Document *doc, const Cue *next, uint32_t first)
{
	uint32_t	subject;

	if (next->form != FORM_FINITE || next->subject == NONE || (next->frames & (CUE_STRONG | CUE_MEDIUM)) == 0 ||
		(next->frames & CUE_THAT) == 0)
		return false;
	subject = doc->mentions[next->subject].first;
	/* "..., and Lund, the owner, said" */
	if (next->link == SUBJECT_APPOSITION && subject > first + 2)
		return is_word(doc, subject - 1) && token_has(doc, subject - 1, WC_COORD) && token_at(doc, subject - 2)->kind == TOKEN_COMMA;
	if (next->link != SUBJECT_ADJACENT || subject <= first + 1 || doc->mentions[next->subject].last != next->verb_first)
		return false;
	return token_at(doc, subject - 1)->kind == TOKEN_COMMA || token_at(doc, subject - 1)->kind == TOKEN_SEMICOLON || token_at(doc, subject - 1)->kind == TOKEN_DASH ||
		(subject > first + 2 && token_has(doc, subject - 1, WC_COORD) && token_at(doc, subject - 2)->kind == TOKEN_COMMA);
}

/* The comma that ends the report in a clause before the main one; the limit if there is none. */
static uint32_t
end_of_fronted_clause(const Reader *r, uint32_t first)
{
	const Document *doc = r->doc;
	const Cue  *cue = &doc->cues[r->cue];

	if (!is_fronted(r, cue))
		return r->limit;
	for (uint32_t i = first; i + 2 < r->limit && i < first + CLAUSE_WORDS; i++)
	{
		uint32_t	end = after_span(doc, i);
		bool		marked = end > i && token_at(doc, end - 2)->kind == TOKEN_COMMA;
		uint32_t	main = marked ? end : end + 1;

		i = marked ? end - 1 : end;
		if (main + 1 < r->limit && (marked || token_at(doc, end)->kind == TOKEN_COMMA) && begins_phrase(doc, main) &&
			!token_has(doc, main, WC_ADV | WC_GERUND) && has_finite_verb(doc, main, r->limit) &&
			(cue->link != SUBJECT_ADJACENT || has_finite_verb(doc, first, end)))
			return end;
	}
	return r->limit;
}

/* The comma before the next cue of the same report: ", adding ...", ", and said ...". */
static uint32_t
end_after(const Reader *r, uint32_t first)
{
	const Document *doc = r->doc;
	uint32_t	end = end_of_fronted_clause(r, first);

	if (end > first + CLAUSE_REACH)
		end = before_span(doc, &doc->sentences[doc->cues[r->cue].sentence], first + CLAUSE_REACH);
	for (uint32_t k = r->cue + 1; k < doc->cue_count && k < r->cue + 12 && doc->cues[k].sentence == doc->cues[r->cue].sentence; k++)
	{
		const Cue  *next = &doc->cues[k];
		uint32_t	start = next->verb_first;

		if (next->first <= first || next->first >= end || is_noun_in_clause(doc, next))
			continue;
		if (next->form == FORM_GERUND && start > first && token_at(doc, start - 1)->kind == TOKEN_COMMA &&
			next->subject == doc->cues[r->cue].subject)
			return start - 1;
		if (next->link == SUBJECT_SHARED && start > first + 1 && next->form == FORM_FINITE &&
			next->subject == doc->cues[r->cue].subject && token_has(doc, start - 1, WC_COORD) &&
			(next->frames & (CUE_STRONG | CUE_MEDIUM)) != 0 && (next->frames & CUE_THOUGHT) == 0)
			return token_at(doc, start - 2)->kind == TOKEN_COMMA ? start - 2 : start - 1;
		if (begins_another_report(doc, next, first))
			return comma_before(doc, doc->mentions[next->subject].first);
		if (next->form == FORM_PREPOSITION && start > first && token_at(doc, start - 1)->kind == TOKEN_COMMA)
			return start - 1;
	}
	return end;
}

/* ---- the clause before the cue ---- */

/* The end of the reporting words, including an inverted subject, before the comma of an apposition. */
static uint32_t
report_end(const Document *doc, const Cue *cue)
{
	uint32_t	last = cue->last;

	if (cue->subject != NONE && (cue->link == SUBJECT_INVERTED || cue->link == SUBJECT_AGENT) &&
		doc->mentions[cue->subject].last > last)
		last = doc->mentions[cue->subject].last;
	if (cue->object != NONE && doc->mentions[cue->object].last > last)
		last = doc->mentions[cue->object].last;
	return last;
}

/* The comma after the reporting words and their complements; the limit if there is none. */
static uint32_t
comma_after(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	i = report_end(doc, cue);

	while (i < r->limit && i < cue->last + BRIDGE_REACH && token_at(doc, i)->kind != TOKEN_COMMA && !opens_span(doc, i))
		i++;
	return i < r->limit && token_at(doc, i)->kind == TOKEN_COMMA && !opens_span(doc, i + 1) ? i : r->limit;
}

/*
 * The comma before the verb of a clause whose subject precedes the reporting words: "The dam, said Otto Holm, the
 * keeper, would not hold"; the limit if there is none.
 */
static uint32_t
comma_before_verb(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	comma = comma_after(r, cue);

	for (uint32_t i = comma; i + 1 < r->limit && i < comma + VERB_REACH && !opens_span(doc, i); i++)
	{
		if (token_at(doc, i)->kind == TOKEN_COMMA && is_word(doc, i + 1) && token_has(doc, i + 1, WC_AUX | WC_FINITE) &&
			!token_has(doc, i + 1, WC_CUE | WC_GERUND))
			return i;
		if (cue->link != SUBJECT_INVERTED)
			break;
	}
	return r->limit;
}

/* "The dam, engineers warned, would not hold": whether the verb of the clause follows the cue. */
static bool
goes_on_after(const Reader *r, const Cue *cue)
{
	return comma_before_verb(r, cue) < r->limit;
}

/* Whether a cue after its clause can end before a token: at punctuation, an adverbial, an adverbial clause. */
static bool
may_end_report(const Reader *r, uint32_t i)
{
	const Document *doc = r->doc;
	uint64_t	classes;

	if (i >= r->limit || (!is_word(doc, i) && token_at(doc, i)->kind != TOKEN_NUMBER))
		return true;
	classes = classes_at(doc, i);
	return (classes & (WC_PREP | WC_ADV | WC_TIME | WC_SUBORD | WC_COORD | WC_RELATIVE | WC_GERUND | WC_DAY | WC_MONTH)) != 0 &&
		!token_does(doc, i, FN_INFINITIVE | FN_COMPLEMENTISER);
}

/* "..., she said": whether a verb can follow its report. */
static bool
can_be_parenthetical(const Cue *cue)
{
	if ((cue->frames & (CUE_STRONG | CUE_BARE)) != 0)
		return true;
	return (cue->frames & CUE_THAT) != 0 && (cue->frames & CUE_DIRECT) != 0;
}

/*
 * "The lock leaks, according to Lund", but not "was attributed to Lund", "costs nine euros per boat" and "“No,” she
 * said, citing Lund": whether the words before a preposition can be the report of its source.
 */
static bool
is_from_source(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	before = cue->first - 1;

	if (is_word(doc, before) && token_has(doc, before, WC_AUX))
		return false;
	/* "The yard closed, citing Lund": the words are not his. */
	if (token_has(doc, cue->first, WC_GERUND))
		return false;
	/* "Costs nine euros per nine boats" */
	if (cue->subject == NONE && (is_word(doc, before) || token_at(doc, before)->kind == TOKEN_NUMBER))
		return false;
	if (is_word(doc, before) && cue->subject != NONE && doc->mentions[cue->subject].kind == MENTION_NOMINAL && doc->mentions[cue->subject].type == TYPE_THING)
		return false;
	for (uint32_t k = r->cue; k-- > 0 && k + CUES_BACK >= r->cue && doc->cues[k].first >= r->floor && doc->cues[k].sentence == cue->sentence;)
		if (doc->cues[k].form == FORM_FINITE && (doc->cues[k].frames & CUE_STRONG) != 0 && doc->cues[k].subject != NONE &&
			token_at(doc, before)->kind == TOKEN_COMMA && doc->cues[k].last == before)
			return false;
	return true;
}

static bool is_quoted_part(const Document *doc, uint32_t first, uint32_t close);

/* Whether a cue follows its clause: after a comma, or as "according to". */
static bool
follows_clause(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	start = report_start(doc, cue);

	if (start <= r->floor + 1)
		return false;
	if (cue->form == FORM_PREPOSITION)
		return is_from_source(r, cue);
	if (cue->form != FORM_FINITE || cue->subject == NONE || !can_be_parenthetical(cue))
		return false;
	/* "The ride to Lindby “felt like a voyage,” Holm said": the verb can be among the marked words. */
	if (!has_finite_verb(doc, r->floor, start) && !goes_on_after(r, cue) &&
		!(closes_span(doc, start - 1) && is_quoted_part(doc, r->floor, start - 1)))
		return false;
	if (cue->link != SUBJECT_ADJACENT && cue->link != SUBJECT_INVERTED && cue->link != SUBJECT_APPOSITION)
		return false;
	if (!may_end_report(r, report_end(doc, cue)))
		return false;
	return token_at(doc, start - 1)->kind == TOKEN_COMMA || token_at(doc, start - 1)->kind == TOKEN_DASH || closes_span(doc, start - 1);
}

/* ---- clauses ---- */

static bool
put_clause(Reader *r, uint32_t first, uint32_t last, uint32_t part_of)
{
	Clause		clause = {.first = first, .last = last, .cue = r->cue, .speaker = r->doc->cues[r->cue].subject, .part_of = part_of};

	return nq_put_clause(r->doc, &r->capacity, clause, &r->floor);
}

/* The token after opening words of a sentence that precede its report: "But", "However,", "On Monday,". */
static uint32_t
after_opening(const Reader *r, uint32_t first, uint32_t last)
{
	const Document *doc = r->doc;

	if (first < last && is_word(doc, first) && token_has(doc, first, WC_COORD | WC_LINKER))
	{
		first++;
		if (first < last && token_at(doc, first)->kind == TOKEN_COMMA)
			first++;
	}
	return first;
}

/* The tokens after a conjunction within which a verb of the speaker can follow: "but on Monday he told". */
#define WORDS_TO_OWN_VERB 6

/*
 * "The dam leaks, Holm said, and left", "..., but he declined to explain": whether the words after a conjunction are
 * about the speaker.
 */
static bool
turns_to_speaker(const Reader *r, uint32_t coord)
{
	const Document *doc = r->doc;

	if (is_word(doc, coord + 1) && token_has(doc, coord + 1, WC_FINITE | WC_AUX) && !token_has(doc, coord + 1, WC_DET))
		return true;
	for (uint32_t k = r->cue + 1; k < doc->cue_count && k < r->cue + CUES_BACK && doc->cues[k].first < r->limit; k++)
		if (doc->cues[k].first > coord && doc->cues[k].first <= coord + WORDS_TO_OWN_VERB && doc->cues[k].form == FORM_FINITE &&
			(doc->cues[k].frames & (CUE_STRONG | CUE_MEDIUM)) != 0 && (doc->cues[k].frames & CUE_THOUGHT) == 0)
			return true;
	return false;
}

/* "The dam, engineers warned, would not hold": the clause's second half. */
static bool
read_second_half(Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	/* "..., said Lund, the keeper, who was there": words about the speaker follow. */
	uint32_t	i = cue->link == SUBJECT_INVERTED ? comma_before_verb(r, cue) : comma_after(r, cue);

	if (i == r->limit)
		return true;
	if (token_has(doc, i + 1, WC_GERUND | WC_RELATIVE) || (token_has(doc, i + 1, WC_COORD) && turns_to_speaker(r, i + 1)) ||
		(!has_finite_verb(doc, i + 1, r->limit) && !token_does(doc, i + 1, FN_INFINITIVE)))
		return true;
	/* "..., she said, two days after it broke": the time of saying. */
	if (i + 2 < r->limit && token_has(doc, i + 1, WC_NUM | WC_DET) && is_word(doc, i + 2) && token_has(doc, i + 2, WC_TIME))
		return true;
	return put_clause(r, i + 1, end_after(r, i + 1), doc->clause_count - 1);
}

/*
 * "The pumps are “past saving,” Lind said": whether the span that ends with a token continues the reporter's
 * words since first.
 */
static bool
is_quoted_part(const Document *doc, uint32_t first, uint32_t close)
{
	uint32_t	span = FIRST_FROM(QuotedSpan, close, doc->spans, 0, doc->span_count, close);
	uint32_t	open;

	if (span >= doc->span_count || doc->spans[span].open <= first)
		return false;
	open = doc->spans[span].open;
	return (token_at(doc, doc->spans[span].first)->flags & TOKEN_CAPITAL) == 0 ||
		(is_word(doc, open - 1) && has_finite_verb(doc, first, open) && !token_has(doc, open - 1, WC_CUE));
}

/*
 * "As the crew left the yard, Lind said: “...”": whether the words are an adverbial clause and the quotation is
 * the report.
 */
static bool
leads_to_quotation(const Reader *r, const Cue *cue, uint32_t first)
{
	const Document *doc = r->doc;
	uint32_t	i = report_end(doc, cue);

	while (i < r->limit && i < cue->last + BRIDGE_REACH && !opens_span(doc, i) &&
		   (is_word(doc, i) || token_at(doc, i)->kind == TOKEN_COMMA || token_at(doc, i)->kind == TOKEN_COLON))
		i++;
	return i < r->limit && opens_span(doc, i) && (token_at(doc, i + 1)->flags & TOKEN_CAPITAL) != 0 &&
		token_has(doc, first, WC_PREP | WC_SUBORD | WC_WH | WC_PARTICIPLE | WC_GERUND);
}

/*
 * "The lock is, in the words of Lind, “a sieve”": whether the clause before the source is incomplete without
 * the quoted words after it.
 */
static bool
leads_into_marks(const Reader *r, const Cue *cue, uint32_t last)
{
	const Document *doc = r->doc;
	uint32_t	i = report_end(doc, cue);

	if (cue->form != FORM_PREPOSITION || !is_word(doc, last - 1) || !token_has(doc, last - 1, WC_AUX | WC_FINITE | WC_PREP | WC_DET))
		return false;
	return i + 1 < r->limit && token_at(doc, i)->kind == TOKEN_COMMA && opens_span(doc, i + 1);
}

/* "The spokesman for the mill, Otto Lund, asked": whether the words before the subject describe it. */
static bool
describes_subject(const Document *doc, const Cue *cue, uint32_t first)
{
	const Mention *subject;

	if (cue->subject == NONE || !doc->language->phrases->head_first)
		return false;
	subject = &doc->mentions[cue->subject];
	return subject->kind == MENTION_NAME && subject->appositive != NONE && doc->mentions[subject->appositive].first <= first &&
		doc->mentions[subject->appositive].last < subject->first;
}

/*
 * "The plan, according to Lund, is late", "It leaks and, according to Lund, has leaked for years": whether a clause goes on
 * after a source between commas.
 */
static bool
interrupts_clause(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;

	if (cue->first < 2 || token_at(doc, cue->first - 1)->kind != TOKEN_COMMA)
		return false;
	return goes_on_after(r, cue) || (is_word(doc, cue->first - 2) && token_has(doc, cue->first - 2, WC_COORD | WC_SUBORD));
}

/* Adds the words before the reporting words.  A subject of one word counts: "That, they say, is late". */
static bool
put_half(Reader *r, const Cue *cue, uint32_t first, uint32_t last)
{
	Clause		clause = {.first = first, .last = last, .cue = r->cue, .speaker = cue->subject, .part_of = NONE};

	if (last - first == 1 && is_word(r->doc, first) && cue->form == FORM_FINITE && goes_on_after(r, cue))
		return nq_put_any_clause(r->doc, &r->capacity, clause, &r->floor);
	return put_clause(r, first, last, NONE);
}

static bool
read_before(Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	last = report_start(doc, cue);
	uint32_t	first = after_opening(r, r->floor, last);
	uint32_t	before = doc->clause_count;

	if (last > first && (token_at(doc, last - 1)->kind == TOKEN_COMMA || token_at(doc, last - 1)->kind == TOKEN_DASH))
		last--;
	if (last <= first || last - first > CLAUSE_REACH || (closes_span(doc, last - 1) && !is_quoted_part(doc, first, last - 1)))
		return true;
	if (leads_to_quotation(r, cue, first) || describes_subject(doc, cue, first) || leads_into_marks(r, cue, last))
		return true;
	if (!put_half(r, cue, first, last))
		return false;
	if (doc->clause_count == before || (cue->form == FORM_PREPOSITION && !interrupts_clause(r, cue)))
		return true;
	return read_second_half(r, cue);
}

/*
 * "The ferry, which Holm said leaked, was sold": whether the relative pronoun before the cue's subject is the
 * clause's subject.
 */
static bool
has_gap(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	start = report_start(doc, cue);

	/* "It is a change Holm said could help" */
	if (cue->form == FORM_FINITE && cue->link == SUBJECT_ADJACENT && (cue->frames & CUE_BARE) != 0 && start > r->floor + 1 &&
		is_word(doc, start - 1) && token_has(doc, start - 1, WC_NOUN | WC_PEOPLE | WC_ROLE | WC_DOCUMENT) && cue->last + 1 < r->limit &&
		is_word(doc, cue->last) && token_has(doc, cue->last, WC_AUX) && !token_has(doc, cue->last, WC_NOUN | WC_NEG))
		return true;
	return cue->form == FORM_FINITE && cue->link == SUBJECT_ADJACENT && start > doc->sentences[cue->sentence].first && cue->last + 1 < r->limit &&
		token_has(doc, start - 1, WC_RELATIVE | WC_WH) && is_word(doc, cue->last) &&
		token_has(doc, cue->last, WC_AUX | WC_FINITE) && !token_has(doc, cue->last, WC_PREP | WC_DET);
}

/* Such a clause ends with the relative clause, at a comma. */
static uint32_t
end_of_gap(const Reader *r, uint32_t first)
{
	uint32_t	i = first;

	while (i < r->limit && i < first + CLAUSE_REACH && token_at(r->doc, i)->kind != TOKEN_COMMA && token_at(r->doc, i)->kind != TOKEN_DASH)
		i = opens_span(r->doc, i) ? after_span(r->doc, i) : i + 1;
	return i;
}

static bool
reports_speech(const Document *doc, const Cue *cue)
{
	if ((cue->frames & CUE_THOUGHT) != 0 || is_noun_in_clause(doc, cue))
		return false;
	/* "Some four in ten say they ...": the subject is not a known phrase. */
	if (cue->subject == NONE && ((cue->form != FORM_FINITE && cue->form != FORM_PREPOSITION && cue->form != FORM_PASSIVE) || (cue->frames & CUE_STRONG) == 0))
		return false;
	/* "It is too soon to say who won" */
	if (cue->subject != NONE && cue->form == FORM_INFINITIVE && token_does(doc, doc->mentions[cue->subject].head, FN_NEUTER))
		return false;
	/* "According to their consciences" */
	if (cue->subject != NONE && cue->form == FORM_PREPOSITION && doc->mentions[cue->subject].kind == MENTION_NOMINAL &&
		doc->mentions[cue->subject].type == TYPE_THING && token_has(doc, doc->mentions[cue->subject].first, WC_POSSESSIVE))
		return false;
	return (cue->frames & (CUE_STRONG | CUE_MEDIUM)) != 0;
}

/*
 * "Asked whether the governor had urged them to stay": whether a report is inside a report whose speaker is not
 * named.
 */
static bool
reports_within(const Document *doc, uint32_t cue)
{
	const Cue  *next = &doc->cues[cue + 1];

	if (cue + 1 >= doc->cue_count || next->sentence != doc->cues[cue].sentence)
		return false;
	for (uint32_t i = doc->cues[cue].last; i < next->first && i < doc->cues[cue].last + CLAUSE_REACH; i++)
		if (token_at(doc, i)->kind == TOKEN_COMMA)
			return false;
	return next->subject != NONE && reports_speech(doc, next) &&
		doc->mentions[next->subject].first < next->first && !token_has(doc, next->first, WC_GERUND) &&
		(next->frames & (CUE_THAT | CUE_OBJ_THAT | CUE_TO_INF | CUE_OBJ_TO_INF)) != 0;
}

/* "The town never refused to pay, she said": the complement of a refusal is part of the next cue's report. */
static bool
is_refusal_within(const Reader *r)
{
	const Document *doc = r->doc;
	const Cue  *cue = &doc->cues[r->cue];
	const Cue  *next = cue + 1;

	if ((cue->frames & CUE_TO_INF) == 0 || !token_does(doc, cue->first, FN_REFUSAL) || r->cue + 1 >= doc->cue_count ||
		next->sentence != cue->sentence || (next->frames & CUE_STRONG) == 0 || next->form != FORM_FINITE || next->link != SUBJECT_ADJACENT ||
		report_start(doc, next) <= cue->last || token_at(doc, report_start(doc, next) - 1)->kind != TOKEN_COMMA)
		return false;
	return next->last >= r->limit || token_at(doc, next->last)->kind == TOKEN_COMMA;
}

/*
 * "Lark spoke when asked whether he would “sell it”": whether marked words are in a question that nobody in
 * particular asked, whose speaker is decided by other stages.
 */
static bool
leaves_marks_to_others(const Document *doc, const Cue *cue, uint32_t first, uint32_t last)
{
	const Sentence *sentence = &doc->sentences[cue->sentence];
	uint32_t	span = FIRST_FROM(QuotedSpan, open, doc->spans, sentence->first_span, sentence->last_span, first);

	return cue->subject == NONE && cue->form == FORM_PASSIVE && span < sentence->last_span && doc->spans[span].open < last;
}

static bool
read_cue(Reader *r)
{
	const Document *doc = r->doc;
	const Cue  *cue = &doc->cues[r->cue];
	uint32_t	first;

	if (cue->first < r->floor || !reports_speech(doc, cue) || is_refusal_within(r) || (doc->incise_count > 0 && nq_is_in_incise(doc, cue->first)))
		return true;
	if (has_gap(r, cue))
		return put_clause(r, cue->last, end_of_gap(r, cue->last), NONE);
	first = clause_after(r, cue);
	if (first < r->limit && cue->subject == NONE && begins_question(r, cue, first) && reports_within(doc, r->cue))
		return true;
	if (first < r->limit)
	{
		uint32_t	end = end_after(r, first);

		return leaves_marks_to_others(doc, cue, first, end) || put_clause(r, first, end, NONE);
	}
	return !follows_clause(r, cue) || read_before(r, cue);
}

static uint32_t
without_stop(const Document *doc, const Sentence *sentence)
{
	uint32_t	last = sentence->last;

	while (last > sentence->first && (token_at(doc, last - 1)->kind == TOKEN_STOP || token_at(doc, last - 1)->kind == TOKEN_COLON))
		last--;
	return last;
}

/*
 * "Il aurait été réparé", "Habría sido reparado": whether the first finite verb of a sentence without a
 * condition is one of hearsay.
 */
static bool
is_hearsay(const Document *doc, const Sentence *sentence)
{
	bool		hearsay = false;

	for (uint32_t i = sentence->first; i < sentence->last && i < sentence->first + CLAUSE_REACH; i++)
	{
		if (opens_span(doc, i) || (is_word(doc, i) && token_does(doc, i, FN_WHETHER | FN_CONDITION)) || token_at(doc, i)->kind == TOKEN_MARK)
			return false;
		if (!hearsay && is_word(doc, i) && token_has(doc, i, WC_AUX | WC_FINITE) && !token_has(doc, i, WC_DET | WC_PREP | WC_NOUN | WC_ADJ))
		{
			if (!token_does(doc, i, FN_HEARSAY))
				return false;
			hearsay = true;
		}
	}
	return hearsay && !sentence->standalone;
}

/*
 * "Selon la mairie, le pont serait sûr. Il aurait été réparé en mars.": sentences right after a report of a
 * named source continue it, up to the next cue, if their mood marks reported speech, in languages that list
 * such verbs.
 */
static bool
read_on(Reader *r, uint32_t sentence, uint32_t next)
{
	Document   *doc = r->doc;
	uint32_t	last = doc->clause_count - 1;
	uint32_t	cue;

	if (doc->clause_count == 0 || sentence == NONE || doc->clauses[last].last <= doc->sentences[sentence].first ||
		doc->clauses[last].speaker == NONE)
		return true;
	cue = doc->clauses[last].cue;
	for (uint32_t s = sentence + 1; s < next && s <= sentence + SENTENCES_ON; s++)
	{
		Clause		clause = {.first = doc->sentences[s].first, .last = without_stop(doc, &doc->sentences[s]), .cue = cue,
		.speaker = doc->clauses[last].speaker, .part_of = doc->clause_count - 1};

		if (doc->sentences[s].paragraph != doc->sentences[sentence].paragraph || !is_hearsay(doc, &doc->sentences[s]))
			break;
		if (!nq_put_clause(doc, &r->capacity, clause, &r->floor))
			return false;
	}
	return true;
}

bool
nq_find_indirect(Document *doc)
{
	Reader		r = {.doc = doc};
	uint32_t	sentence = NONE;

	for (; r.cue < doc->cue_count; r.cue++)
	{
		if (doc->cues[r.cue].sentence != sentence)
		{
			if (!read_on(&r, sentence, doc->cues[r.cue].sentence))
				return false;
			sentence = doc->cues[r.cue].sentence;
			r.floor = doc->sentences[sentence].first;
			r.limit = without_stop(doc, &doc->sentences[sentence]);
		}
		if (!check_interrupts(doc, r.cue, EVERY_256))
			return false;
		if (!read_cue(&r))
			return false;
	}
	return read_on(&r, sentence, doc->sentence_count);
}
