/*
 * encoding.h
 *	  Between the database's encoding and the engine's UTF-8.
 */
#ifndef NEWSQUOTE_ENCODING_H
#define NEWSQUOTE_ENCODING_H

#include "core/nq.h"

/* An article as it is stored, and as the engine reads it. */
typedef struct Article
{
	const char *stored;			/* bytes in the database's encoding */
	Size		stored_bytes;
	const char *utf8;			/* the same pointer when nothing was recoded */
	Size		utf8_bytes;
	bool		count_bytes;	/* positions are bytes, as substr() counts in SQL_ASCII */
	uint32	   *landmarks;		/* byte offset of every LANDMARK_STEP-th stored character, or NULL */
} Article;

/* Everything is allocated in the current memory context. */
extern void article_open(Article *article, text *value);
extern int32 article_position(const Article *article, NqRange span);
extern text *article_slice(const Article *article, NqRange span);

/* The bytes of article->stored that the span is: [*start, *end). */
extern void article_bytes(const Article *article, NqRange span, Size *start, Size *end);

extern NqSlice slice_from_text(text *value);
extern text *text_from_slice(NqSlice slice);

/* The number of characters, as the database counts them, in the first bytes of a slice_from_text. */
extern int	slice_characters(NqSlice slice, Size bytes);

#endif							/* NEWSQUOTE_ENCODING_H */
