/*
 * reader_text.h
 *	  The article as a reader sees it, and where each piece of it is stored.
 *
 * All stages read the reader's text, Document.text: without tags, with entities resolved.  Where it differs from the stored article,
 * it is made of runs, in the order of both texts; what is between two runs' places in the stored article is not read.
 * Rows hold places of the stored article, which rows.c gets from nq_range().
 */
#ifndef NQ_READER_TEXT_H
#define NQ_READER_TEXT_H

#include "core/document.h"

/*
 * A run of the reader's text, up to the next run's: of as many stored bytes, one for one, or else made as a whole of them, as the
 * character of an entity is.
 */
typedef struct TextRun
{
	uint32_t	read;			/* its first byte in the reader's text */
	uint32_t	stored;
	uint32_t	stored_end;
} TextRun;

/* The reader's text as it is written. */
typedef struct TextWriter
{
	Document   *doc;
	char	   *text;
	uint32_t	length;
	uint32_t	most;			/* its longest length */
	TextRun    *runs;
	uint32_t	run_count;
	uint32_t	run_capacity;
	bool		copies;			/* the last run is bytes one for one */
} TextWriter;

/* The text will have this many bytes at the most. */
bool		nq_begin_text(TextWriter *w, Document *doc, uint32_t most);

/* Appends bytes that stand for as many stored ones from a place on, one for one. */
bool		nq_copy_text(TextWriter *w, const char *bytes, uint32_t length, uint32_t stored);

/* Appends bytes that are made of [stored, stored_end). */
bool		nq_put_text(TextWriter *w, const char *bytes, uint32_t length, uint32_t stored, uint32_t stored_end);

/* Makes what was written the Document's text.  Places are those of the text that it was made of, which may be made of runs itself. */
bool		nq_end_text(TextWriter *w);

/* [*start, *end) of the reader's text to the stored bytes that it is made of; with pairs, also the tags right around it. */
void		nq_stored_range(const Document *doc, bool pairs, uint32_t *start, uint32_t *end);

/* Makes one blank of every run of blanks and line breaks, in a copy where that is needed; none stays at the ends.  False without memory or when cancelled. */
bool		nq_fold_blanks(Arena *arena, NqSlice *words);

/* The first byte of the reader's text that is not stored before a place; runs == NULL: the same one. */
uint32_t	nq_reader_place(const TextRun *runs, size_t count, uint32_t length, uint32_t stored);

#endif							/* NQ_READER_TEXT_H */
