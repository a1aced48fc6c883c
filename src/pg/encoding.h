/*
 * encoding.h
 *	  Conversion between the database encoding and the engine's UTF-8.
 */
#ifndef NEWSQUOTE_ENCODING_H
#define NEWSQUOTE_ENCODING_H

#include "core/nq.h"

/* An article as stored, and as the engine reads it. */
typedef struct Article
{
	const char *stored;			/* bytes in the database encoding */
	Size		stored_bytes;
	const char *utf8;			/* the same pointer if nothing was recoded */
	Size		utf8_bytes;
	bool		count_bytes;	/* positions are bytes, as substr() counts in SQL_ASCII */
	uint32	   *landmarks;		/* byte offset of every LANDMARK_STEP-th stored character, or NULL */
} Article;

/* Allocates everything in the current memory context. */
extern void article_open(Article *article, text *value);
extern int32 article_position(const Article *article, NqRange span);
extern text *article_slice(const Article *article, NqRange span);

/* Sets [*start, *end) to the bytes of article->stored that the range covers. */
extern void article_bytes(const Article *article, NqRange span, Size *start, Size *end);

extern NqSlice slice_from_text(text *value);
extern text *text_from_slice(NqSlice slice);

/* Returns the number of characters, in the database encoding, of the first bytes of a slice_from_text(). */
extern int	slice_characters(NqSlice slice, Size bytes);

#endif							/* NEWSQUOTE_ENCODING_H */
