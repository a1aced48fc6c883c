/*
 * page_lines.h
 *	  What a line of a page looks like, by itself.
 */
#ifndef NQ_PAGE_LINES_H
#define NQ_PAGE_LINES_H

#include "core/document.h"

typedef enum LineLook
{
	LOOK_END,					/* there is no line */
	LOOK_TEXT,
	LOOK_FURNITURE,				/* the page's, not the article's: "Read more: ..." */
	LOOK_QUOTED,				/* nothing but one quotation */
	LOOK_QUOTED_NAMED,			/* one quotation, and after it a name without a verb: see PageLine.name */
	LOOK_SIGNATURE,				/* a dash and a name, or a name in brackets */
	LOOK_DASH,					/* a dash alone */
	LOOK_NAME,					/* a name alone */
	LOOK_NAMED,					/* a name, and after a comma or bracket who that is */
	LOOK_DESCRIPTION			/* few words that may say who somebody is */
} LineLook;

/* A line that is not empty. */
typedef struct PageLine
{
	uint32_t	begin;
	uint32_t	start;			/* without blanks and signs of emphasis */
	uint32_t	end;			/* ... nor these at its end */
	uint32_t	next;			/* where the next line begins */
	uint32_t	name;			/* of LOOK_QUOTED_NAMED: where the name begins */
	bool		gap;			/* an empty line is before it */
	bool		interrupted;	/* furniture was left out before it */
	uint8_t		look;
} PageLine;

/* Reads the first line that is not empty from a place on; false when the stage has to stop. */
bool		nq_read_page_line(Document *doc, uint32_t at, PageLine *line);

/* Whether a line ends with a quotation mark. */
bool		nq_ends_with_mark(const Document *doc, const PageLine *line);

/* Whether a line begins in lower case. */
bool		nq_begins_lower(const Document *doc, const PageLine *line);

/* Whether a line breaks off: with a comma, a mark after it or not; in the middle of a sentence, where only a letter has to be the last. */
bool		nq_breaks_off(const Document *doc, const PageLine *line, bool letter);

#endif							/* NQ_PAGE_LINES_H */
