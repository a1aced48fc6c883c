/*
 * ahead.c
 *	  What the stages ask for before they look at it: see ahead.h.
 */
#include "core/base/ahead.h"

/* The lines on which the tokens around i stand: from so many before it. */
static inline __attribute__((always_inline)) void
ask_for_tokens(const Document *doc, uint32_t i, uint32_t before, uint32_t lines)
{
	ask_for_lines(&doc->tokens[i > before ? i - before : 0], lines);
}

void
nq_ask_for_mark(const Document *doc, uint32_t mark)
{
	if (mark < doc->mark_count)
		ask_for_tokens(doc, doc->marks[mark].token, 2, 2);
}

void
nq_ask_for_block(const Document *doc, uint32_t block)
{
	uint32_t	first = block * BLOCK_TOKENS;

	if (first < doc->token_count)
		ask_for_tokens(doc, first, 0, BLOCK_TOKENS * sizeof(Token) / CACHE_LINE);
}

void
nq_ask_for_sentence(const Document *doc, uint32_t sentence)
{
	if (sentence < doc->sentence_count)
		ask_for_tokens(doc, doc->sentences[sentence].first, 0, 8);
}

void
nq_ask_for_text(const Document *doc, uint32_t sentence)
{
	if (sentence < doc->sentence_count)
		ask_for_lines(doc->text + doc->tokens[doc->sentences[sentence].first].start, 3);
}

void
nq_ask_for_span(const Document *doc, uint32_t number)
{
	const QuotedSpan *span;
	uint32_t	sentence;

	if (number >= doc->span_count)
		return;
	span = &doc->spans[number];
	sentence = doc->span_sentences[number];
	ask_for_lines(&doc->blocks[span->open / BLOCK_TOKENS], 2);
	ask_for_lines(&doc->blocks[span->close / BLOCK_TOKENS], 2);
	ask_for_tokens(doc, doc->sentences[sentence].first, 0, 4);
	ask_for_tokens(doc, span->open, 6, 3);
	ask_for_tokens(doc, span->close, 4, 3);
	if (doc->mention_count > 0)
		ask_for_lines(&doc->mentions[doc->sentence_mentions[sentence]], 5);
	if (doc->cue_count > 0)
		ask_for_lines(&doc->cues[doc->sentence_cues[sentence]], 2);
}

/* ---- rows ---- */

/*
 * What a row is made of lies all over the article, so it is asked for in three steps: each goes on from what
 * the one before has asked for, so many spans ago.
 */
#define STEP_AHEAD 2

/* First, what a span's numbers lead to. */
static void
ask_for_parts(const Document *doc, uint32_t number)
{
	const QuotedSpan *span = &doc->spans[number];
	const Attribution *attribution = &doc->attributions[number];

	__builtin_prefetch(&doc->tokens[span->first]);
	__builtin_prefetch(&doc->tokens[span->last - 1]);
	__builtin_prefetch(&doc->sentences[doc->span_sentences[number]]);
	if (attribution->cue != NONE)
		__builtin_prefetch(&doc->cues[attribution->cue]);
	if (attribution->speaker != NONE)
	{
		__builtin_prefetch(&doc->referents[attribution->speaker]);
		ask_for_lines(&doc->mentions[attribution->speaker], 1);
		ask_for_lines(&doc->mentions[attribution->speaker].kind, 1);
	}
}

/* What a pronoun or description may stand for: the mentions before it, and the tokens beside them. */
static void
ask_for_antecedents(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	ask_for_lines(&doc->mentions[number > 20 ? number - 20 : 0], 20 * sizeof(Mention) / CACHE_LINE);
	ask_for_tokens(doc, mention->first, 100, 100 * sizeof(Token) / CACHE_LINE + 1);
	__builtin_prefetch(&doc->sentence_mentions[mention->sentence > 2 ? mention->sentence - 3 : 0]);
}

/* Then its words, and what the speaker leads to. */
static void
ask_for_speaker(const Document *doc, uint32_t number)
{
	const Attribution *attribution = &doc->attributions[number];
	const Mention *mention;

	ask_for_lines(doc->text + token_at(doc, doc->spans[number].first)->start, 2);
	if (attribution->cue != NONE)
		__builtin_prefetch(&doc->tokens[doc->cues[attribution->cue].first]);
	if (attribution->speaker == NONE)
		return;
	mention = &doc->mentions[attribution->speaker];
	__builtin_prefetch(&doc->tokens[mention->first]);
	if (mention->entity != NONE)
		__builtin_prefetch(&doc->mentions[doc->entities[mention->entity].mention]);
	else
		ask_for_antecedents(doc, attribution->speaker);
}

/* Last, the name. */
static void
ask_for_name(const Document *doc, uint32_t number)
{
	uint32_t	speaker = doc->attributions[number].speaker;

	if (speaker == NONE)
		return;
	__builtin_prefetch(doc->text + token_at(doc, doc->mentions[speaker].first)->start);
	if (doc->mentions[speaker].entity != NONE)
		__builtin_prefetch(&doc->tokens[doc->mentions[doc->entities[doc->mentions[speaker].entity].mention].name_first]);
}

void
nq_ask_for_rows(const Document *doc, uint32_t number)
{
	if (number + 3 * STEP_AHEAD >= doc->span_count)
		return;
	ask_for_parts(doc, number + 3 * STEP_AHEAD);
	ask_for_speaker(doc, number + 2 * STEP_AHEAD);
	ask_for_name(doc, number + STEP_AHEAD);
}
