/*
 * echoes.c
 *	  Quotations whose speaker is found at another quotation.
 *
 * A heading quotes words without naming the speaker.  The text below it names the speaker: it repeats the words
 * in a quotation with a cue, or begins with other words of the same speaker.  A phrase that is quoted again,
 * far from any mention that may speak it, has the speaker of its first quotation.  So has an excerpt of a longer
 * quotation, if its own sentence does not report.
 *
 * Takes the attributions and finds, for each such span, the span that lends its speaker.  A span that lends
 * has a cue and a definite speaker, and a span that borrows has not, so there are no chains.
 */
#include "core/entities/headings.h"
#include "core/entities/name_words.h"
#include "core/stages.h"

/* The spans before and after a span that are searched for its words, and the tokens searched in each. */
#define ECHO_SPANS_BEFORE 12
#define ECHO_SPANS_AFTER 24
#define ECHO_TOKENS 80

/* An echo has at least this many words other than function words (in a heading, one), and at most this many tokens. */
#define ECHO_WORDS 2
#define ECHO_LENGTH 24

/* The words of an echo that has all words of its source. */
#define ECHO_ALL 3

/* Spans after a heading that are searched for one with a cue. */
#define HEADING_SPANS 3

/* ---- headings ---- */

/*
 * "Boss hails ‘incredible’ win", "PM slams ‘lie’": whether the speaker of a heading's span is a description, or a short name
 * of nobody whom the article names in full.
 */
static bool
is_vague(const Document *doc, uint32_t span)
{
	uint32_t	speaker = doc->attributions[span].speaker;
	const Mention *mention;

	if (speaker == NONE || !nq_is_heading(doc, doc->span_sentences[span]))
		return false;
	mention = &doc->mentions[speaker];
	if (mention->kind == MENTION_NOMINAL)
		return mention->type == TYPE_PERSON && !is_apposed(mention);
	return mention->kind == MENTION_NAME && mention->name_last == mention->name_first + 1 && doc->entities[mention->entity].forename == NONE &&
		doc->entities[mention->entity].type == TYPE_UNKNOWN;
}

/* ---- who lends ---- */

/* Whether the reporting words of a span tell its speaker. */
static bool
has_reporter(const Document *doc, uint32_t span)
{
	return nq_is_quotation(doc, span) && doc->attributions[span].cue != NONE && !is_vague(doc, span);
}

/* Returns the first quotation with a cue between a heading and the next one, or NONE. */
static uint32_t
first_below(const Document *doc, uint32_t span)
{
	for (uint32_t k = span + 1; k < doc->span_count && k <= span + HEADING_SPANS; k++)
	{
		if (doc->span_sentences[k] == doc->span_sentences[span])
			continue;
		if (nq_is_heading(doc, doc->span_sentences[k]))
			return NONE;
		if (has_reporter(doc, k))
			return k;
	}
	return NONE;
}

/* Compares the words of two spans from token k of the second one on; punctuation is ignored. */
static bool
words_begin_at(const Document *doc, const QuotedSpan *echo, const QuotedSpan *in, uint32_t k, uint32_t enough)
{
	uint32_t	words = 0;
	uint32_t	all = 0;
	bool		whole = k == in->first;

	for (uint32_t i = echo->first; i < echo->last; i++)
	{
		if (!is_word(doc, i))
			continue;
		all++;
		while (k < in->last && !is_word(doc, k))
			k++;
		if (k >= in->last || !nq_same_word(doc, i, k))
			return false;
		k++;
		words += !token_has(doc, i, WC_DET | WC_PREP | WC_COORD | WC_AUX | WC_PRONOUN);
	}
	while (k < in->last && !is_word(doc, k))
		k++;
	/* Function words alone, "I've had enough", must be all of both. */
	return words >= enough || (whole && k >= in->last && all >= ECHO_ALL);
}

static bool
holds_words(const Document *doc, const QuotedSpan *in, const QuotedSpan *echo, uint32_t enough)
{
	uint32_t	end = in->last - in->first > ECHO_TOKENS ? in->first + ECHO_TOKENS : in->last;

	if (in->last - in->first + 1 < echo->last - echo->first)
		return false;
	for (uint32_t k = in->first; k < end; k++)
		if (words_begin_at(doc, echo, in, k, enough))
			return true;
	return false;
}

/* Returns a quotation with a cue that contains the words of a span, or NONE.  Earlier quotations are preferred. */
static uint32_t
source_of_words(const Document *doc, uint32_t span, bool heading)
{
	const QuotedSpan *echo = &doc->spans[span];
	uint32_t	enough = heading ? 1 : ECHO_WORDS;

	if (echo->last - echo->first > ECHO_LENGTH)
		return NONE;
	for (uint32_t k = span; k-- > 0 && k + ECHO_SPANS_BEFORE >= span;)
		if (has_reporter(doc, k) && holds_words(doc, &doc->spans[k], echo, enough))
			return k;
	for (uint32_t k = span + 1; k < doc->span_count && k <= span + ECHO_SPANS_AFTER; k++)
		if (has_reporter(doc, k) && holds_words(doc, &doc->spans[k], echo, enough))
			return k;
	return NONE;
}

/* "People bought tickets for the “floating shed”": whether an article takes up words as known. */
static bool
is_taken_up(const Document *doc, uint32_t span)
{
	uint32_t	open = doc->spans[span].open;

	return open > doc->sentences[doc->span_sentences[span]].first && is_word(doc, open - 1) && token_does(doc, open - 1, FN_DEFINITE | FN_DEMONSTRATIVE);
}

/* A span borrows if it has no cue and its own sentence, unless that is a heading, does not mention the speaker. */
static bool
may_borrow(const Document *doc, uint32_t span, bool heading)
{
	const Attribution *attribution = &doc->attributions[span];

	if (!nq_is_quotation(doc, span) || doc->spans[span].match != NONE || doc->spans[span].continues != NONE ||
		(attribution->cue != NONE && !is_vague(doc, span)) ||
		(attribution->speaker != NONE && attribution->p_speaker >= 1 && !is_vague(doc, span)))
		return false;
	return heading || attribution->speaker == NONE || is_taken_up(doc, span) || (!follows_colon(doc, &doc->spans[span]) &&
		doc->mentions[attribution->speaker].sentence != doc->span_sentences[span]);
}

/* "‘Late’: Otto Lund on his ferry": whether a colon and then the speaker are right after a span. */
static bool
is_named_after(const Document *doc, uint32_t span)
{
	uint32_t	speaker = doc->attributions[span].speaker;
	uint32_t	colon = doc->spans[span].close + 1;

	return speaker != NONE && colon + 1 < doc->token_count && token_at(doc, colon)->kind == TOKEN_COLON && doc->mentions[speaker].first == colon + 1;
}

/* How many more tokens a quotation has, at least, than one that repeats a part of it. */
#define MORE_TOKENS 3

/* A speaker of at most this probability gives way to the speaker of the same words in a longer quotation. */
#define DOUBTFUL 0.75f

/* Whether a verb of speech touches a span from the left: "saying, “…”". */
static bool
is_introduced(const Document *doc, uint32_t span)
{
	uint32_t	before = doc->spans[span].open;
	uint32_t	floor = doc->sentences[doc->span_sentences[span]].first;

	if (before > floor && token_at(doc, before - 1)->kind == TOKEN_COMMA)
		before--;
	return before > floor && token_has(doc, before - 1, WC_CUE);
}

/* "A man was hurt after guards “returned fire”": whether a span has no cue, and a doubtful speaker in its own sentence. */
static bool
may_be_excerpt(const Document *doc, uint32_t span)
{
	const Attribution *attribution = &doc->attributions[span];

	return nq_is_quotation(doc, span) && doc->spans[span].match == NONE && doc->spans[span].continues == NONE && attribution->cue == NONE &&
		attribution->p_speaker < DOUBTFUL && !is_introduced(doc, span);
}

/* Whether a quotation is longer than a span whose words it has, and of a person or body: the words of a law are used as terms. */
static bool
tells_more(const Document *doc, uint32_t source, uint32_t span)
{
	const QuotedSpan *a = &doc->spans[source];
	const QuotedSpan *b = &doc->spans[span];

	return a->last - a->first >= b->last - b->first + MORE_TOKENS && doc->mentions[doc->attributions[source].speaker].type != TYPE_DOCUMENT;
}

bool
nq_find_lenders(Document *doc)
{
	doc->lenders = nq_arena_alloc(doc->arena, ((size_t) doc->span_count + 1) * sizeof(uint32_t));
	if (doc->lenders == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		bool		heading = nq_is_heading(doc, doc->span_sentences[i]);

		if (!check_interrupts(doc, i, EVERY_64))
			return false;
		doc->lenders[i] = NONE;
		if (!may_borrow(doc, i, heading))
		{
			uint32_t	source = may_be_excerpt(doc, i) ? source_of_words(doc, i, false) : NONE;

			if (source != NONE && tells_more(doc, source, i))
				doc->lenders[i] = source;
			continue;
		}
		doc->lenders[i] = source_of_words(doc, i, heading);
		/* "Lund: ‘…’": the words before a colon may name the speaker. */
		if (doc->lenders[i] == NONE && heading && doc->attributions[i].cue == NONE && !is_named_after(doc, i) &&
			(doc->attributions[i].speaker == NONE || !follows_colon(doc, &doc->spans[i])))
			doc->lenders[i] = first_below(doc, i);
	}
	return true;
}
