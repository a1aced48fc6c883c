/*
 * page_lines.h
 *	  Classification of the lines of a page, each by itself.
 */
#ifndef NQ_PAGE_LINES_H
#define NQ_PAGE_LINES_H

#include "core/document.h"

typedef enum LineLook
{
	LOOK_END,					/* no more lines */
	LOOK_TEXT,
	LOOK_FURNITURE,				/* the page's own text, not the article's: "Read more: ..." */
	LOOK_QUOTED,				/* one quotation and nothing else */
	LOOK_QUOTED_NAMED,			/* one quotation followed by a name without a verb: see PageLine.name */
	LOOK_SIGNATURE,				/* a dash and a name, or a name in brackets */
	LOOK_DASH,					/* a dash alone */
	LOOK_NAME,					/* a name alone */
	LOOK_NAMED,					/* a name followed by a comma or bracket and a description */
	LOOK_DESCRIPTION			/* a few words that can describe a person */
} LineLook;

/* A non-empty line. */
typedef struct PageLine
{
	uint32_t	begin;
	uint32_t	start;			/* after blanks and signs of emphasis */
	uint32_t	end;			/* before blanks and signs of emphasis */
	uint32_t	next;			/* start of the next line */
	uint32_t	name;			/* LOOK_QUOTED_NAMED: start of the name */
	bool		gap;			/* follows an empty line */
	bool		interrupted;	/* follows furniture that is left out */
	uint8_t		look;
} PageLine;

/* Reads the first non-empty line from a position on.  Returns false when the stage has to stop. */
bool		nq_read_page_line(Document *doc, uint32_t at, PageLine *line);

/* Does a line end with a quotation mark? */
bool		nq_ends_with_mark(const Document *doc, const PageLine *line);

/* Does a line begin in lower case? */
bool		nq_begins_lower(const Document *doc, const PageLine *line);

/*
 * Does a line break off: with a comma, before a closing mark or not?  With letter set, also if it ends with a
 * letter.
 */
bool		nq_breaks_off(const Document *doc, const PageLine *line, bool letter);

#endif							/* NQ_PAGE_LINES_H */
