/*
 * ahead.h
 *	  Asking for memory before it is looked at.
 *
 * In a long article what one stage has looked at is in no cache when the next one comes
 * there, and each look would cost as much as some hundred instructions.  The stages go forward, so
 * what they come to is known: they ask for it in time.  Asking changes nothing, and may be left out anywhere.
 *
 * These are inlined in any case: gcc drops the call of a function that does no more.
 */
#ifndef NQ_AHEAD_H
#define NQ_AHEAD_H

#include "types.h"

#define ALWAYS_INLINE inline __attribute__((always_inline))

/* How far ahead each is asked for. */
#define MARKS_AHEAD 32
#define BLOCKS_AHEAD 4
#define SENTENCES_AHEAD 4
#define STRETCHES_AHEAD 4

#define CACHE_LINE 64

/* Whether the article is so long that asking pays. */
static inline bool
is_long(const Document *doc)
{
	return doc->length >= 256 * 1024;
}

static ALWAYS_INLINE void
ask_for_lines(const void *memory, uint32_t lines)
{
	for (uint32_t i = 0; i < lines; i++)
		__builtin_prefetch((const char *) memory + i * CACHE_LINE);
}

/* The lines on which the tokens around i stand: from so many before it. */
static ALWAYS_INLINE void
ask_for_tokens(const Document *doc, uint32_t i, uint32_t before, uint32_t lines)
{
	ask_for_lines(&doc->tokens[i > before ? i - before : 0], lines);
}

/* The tokens beside a mark. */
static ALWAYS_INLINE void
ask_for_mark(const Document *doc, uint32_t mark)
{
	if (is_long(doc) && mark < doc->mark_count)
		ask_for_tokens(doc, doc->marks[mark].token, 2, 2);
}

/* The tokens of a block. */
static ALWAYS_INLINE void
ask_for_block(const Document *doc, uint32_t block)
{
	if (is_long(doc) && block * BLOCK_TOKENS < doc->token_count)
		ask_for_lines(&doc->tokens[block * BLOCK_TOKENS], BLOCK_TOKENS * sizeof(Token) / CACHE_LINE);
}

/* A sentence's tokens: the first forty, which are all that most sentences have. */
static ALWAYS_INLINE void
ask_for_sentence(const Document *doc, uint32_t sentence)
{
	if (is_long(doc) && sentence < doc->sentence_count)
		ask_for_tokens(doc, doc->sentences[sentence].first, 0, 8);
}

/* A sentence's bytes, whose tokens have been asked for: the first 192. */
static ALWAYS_INLINE void
ask_for_text(const Document *doc, uint32_t sentence)
{
	if (is_long(doc) && sentence < doc->sentence_count)
		ask_for_lines(doc->text + doc->tokens[doc->sentences[sentence].first].start, 3);
}

/* What the attribution of a stretch looks at: the blocks and tokens beside it, its sentence's mentions and cues. */
static ALWAYS_INLINE void
ask_for_stretch(const Document *doc, uint32_t number)
{
	const Stretch *stretch;
	uint32_t	sentence;

	if (!is_long(doc) || number >= doc->stretch_count)
		return;
	stretch = &doc->stretches[number];
	sentence = doc->stretch_sentences[number];
	ask_for_lines(&doc->blocks[stretch->open / BLOCK_TOKENS], 2);
	ask_for_lines(&doc->blocks[stretch->close / BLOCK_TOKENS], 2);
	ask_for_tokens(doc, doc->sentences[sentence].first, 0, 4);
	ask_for_tokens(doc, stretch->open, 6, 3);
	ask_for_tokens(doc, stretch->close, 4, 3);
	if (doc->mention_count > 0)
		ask_for_lines(&doc->mentions[doc->sentence_mentions[sentence]], 5);
	if (doc->cue_count > 0)
		ask_for_lines(&doc->cues[doc->sentence_cues[sentence]], 2);
}

#endif							/* NQ_AHEAD_H */
