/*
 * reader_text.h
 *	  The article as a reader sees it, and the stored position of each piece of it.
 *
 * All stages read the reader's text, Document.text: without tags, with entities resolved.  If it differs from
 * the stored article, it is made of runs, in the order of both texts; stored bytes between two runs are not
 * read.  Rows hold positions in the stored article, which rows.c gets from nq_range().  All positions are in
 * bytes.
 */
#ifndef NQ_READER_TEXT_H
#define NQ_READER_TEXT_H

#include "core/document.h"

/*
 * A run of the reader's text, up to the next one: either a copy of equally many stored bytes, or a replacement
 * for them as a whole, like the character of an entity.
 */
typedef struct TextRun
{
	uint32_t	read;			/* first byte in the reader's text */
	uint32_t	stored;
	uint32_t	stored_end;
} TextRun;

/* The reader's text while it is written. */
typedef struct TextWriter
{
	Document   *doc;
	char	   *text;
	uint32_t	length;
	uint32_t	capacity;		/* bytes of text */
	TextRun    *runs;
	uint32_t	run_count;
	uint32_t	run_capacity;
	bool		copies;			/* the last run is a copy */
} TextWriter;

/* Begins a text that is expected to have no more than this many bytes; it grows if it has more. */
bool		nq_begin_text(TextWriter *w, Document *doc, uint32_t expected);

/* Appends a copy of stored bytes from a position on. */
bool		nq_copy_text(TextWriter *w, const char *bytes, uint32_t length, uint32_t stored);

/* Appends a replacement for the stored bytes [stored, stored_end). */
bool		nq_put_text(TextWriter *w, const char *bytes, uint32_t length, uint32_t stored, uint32_t stored_end);

/*
 * Makes the written text the Document's text.  Its positions refer to the previous text, which may consist of
 * runs itself.
 */
bool		nq_end_text(TextWriter *w);

/*
 * Converts the range [*start, *end) of the reader's text to the stored bytes that it is made of, without blanks at either
 * end; with pairs, includes the tags right around it.
 */
void		nq_stored_range(const Document *doc, bool pairs, uint32_t *start, uint32_t *end);

/*
 * Folds every run of blanks and line breaks to one blank and trims both ends, in a copy if necessary.  Returns
 * false without memory or when cancelled.
 */
bool		nq_fold_blanks(Arena *arena, NqSlice *words);

/*
 * Returns the first byte of the reader's text that is not stored before a position; with runs == NULL, the same
 * position.
 */
uint32_t	nq_reader_place(const TextRun *runs, size_t count, uint32_t length, uint32_t stored);

#endif							/* NQ_READER_TEXT_H */
