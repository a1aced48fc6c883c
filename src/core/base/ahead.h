/*
 * ahead.h
 *	  Asking for memory before it is looked at.
 *
 * In a long article what one stage has looked at is in no cache when the next one comes
 * there, and each look would cost as much as some hundred instructions.  The stages go forward, so
 * what they come to is known: they ask for it in time.  Asking changes nothing, and may be left out anywhere.
 */
#ifndef NQ_AHEAD_H
#define NQ_AHEAD_H

#include "core/document.h"

#define CACHE_LINE 64

/* How far ahead each is asked for. */
#define MARKS_AHEAD 32
#define BLOCKS_AHEAD 4
#define SENTENCES_AHEAD 4
#define SPANS_AHEAD 4

/* Whether the article is so long that asking pays. */
static inline bool
is_long_article(const Document *doc)
{
	return doc->length >= 256 * 1024;
}

/* Inlined in any case: gcc drops the call of a function that it sees to do no more than this. */
static inline __attribute__((always_inline)) void
ask_for_lines(const void *memory, uint32_t lines)
{
	const char *line = memory;

	for (; lines > 0; lines--, line += CACHE_LINE)
		__builtin_prefetch(line);
}

/* The tokens beside a mark.  The number of this and of all below may be beyond the last one. */
void		nq_ask_for_mark(const Document *doc, uint32_t mark);

/* The tokens of a block. */
void		nq_ask_for_block(const Document *doc, uint32_t block);

/* A sentence's first tokens, which are all that most sentences have. */
void		nq_ask_for_sentence(const Document *doc, uint32_t sentence);

/* A sentence's first bytes, whose tokens have been asked for. */
void		nq_ask_for_text(const Document *doc, uint32_t sentence);

/* What the attribution of a span looks at: the blocks and tokens beside it, its sentence's mentions and cues. */
void		nq_ask_for_span(const Document *doc, uint32_t number);

/* What the row of a span is made of, for those some way after this one. */
void		nq_ask_for_rows(const Document *doc, uint32_t number);

#endif							/* NQ_AHEAD_H */
