/*
 * highlight.h
 *	  An article with its quotations highlighted: the interface of an output format.
 */
#ifndef NEWSQUOTE_HIGHLIGHT_H
#define NEWSQUOTE_HIGHLIGHT_H

#include "lib/stringinfo.h"
#include "pg/reading.h"
#include "pg/speakers.h"

typedef struct Highlighter
{
	const struct Format *format;
	const char *start_mark;		/* of the text format */
	const char *stop_mark;
	StringInfoData out;
	const NqResult *result;
	NqSlice		language;		/* its name; empty for the default */
	Speakers	speakers;		/* of the HTML format, like all that follow */
	uint32		depth;			/* number of open rows */
	bool		in_paragraph;
} Highlighter;

/* Rows are opened and closed like brackets. */
typedef struct Format
{
	void		(*begin) (Highlighter *h);
	void		(*words) (Highlighter *h, const char *words, Size bytes);
	void		(*open) (Highlighter *h, size_t row);
	void		(*close) (Highlighter *h);
	void		(*end) (Highlighter *h);
} Format;

extern const Format html_format;

#endif							/* NEWSQUOTE_HIGHLIGHT_H */
