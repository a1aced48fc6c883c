/*
 * page_signs.h
 *	  What is left out within a line of a page.
 */
#ifndef NQ_PAGE_SIGNS_H
#define NQ_PAGE_SIGNS_H

#include "core/document.h"

/* Runs of signs that are open at once. */
#define OPEN_SIGNS 4

/* The signs of emphasis of one line that are open. */
typedef struct PageSigns
{
	uint32_t	closing[OPEN_SIGNS];	/* where they close */
	uint32_t	count;
} PageSigns;

/* Whether anything is left out in the text; false too when the stage has to stop: see the status. */
bool		nq_has_page_signs(Document *doc);

/* The first byte from a place on that may begin what is left out, in a line with that end; stop when there is none before it. */
uint32_t	nq_next_page_sign(const Document *doc, uint32_t at, uint32_t stop, uint32_t end);

/* The end of what is left out from a place on, in a line from start to end; the same place where nothing is. */
uint32_t	nq_after_page_sign(const Document *doc, PageSigns *signs, uint32_t at, uint32_t start, uint32_t end);

#endif							/* NQ_PAGE_SIGNS_H */
