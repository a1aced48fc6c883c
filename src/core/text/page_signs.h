/*
 * page_signs.h
 *	  Text left out of a line of a page.
 */
#ifndef NQ_PAGE_SIGNS_H
#define NQ_PAGE_SIGNS_H

#include "core/document.h"

/* Emphasis that can be open at once. */
#define OPEN_SIGNS 4

/* The bytes with which a sign can begin. */
#define SIGN_BEGINNINGS 4

/* The open emphasis of a line, and what lies ahead. */
typedef struct PageSigns
{
	uint32_t	closing[OPEN_SIGNS];	/* positions of the closing runs */
	uint32_t	count;
	uint32_t	next[SIGN_BEGINNINGS];	/* the next position of each byte, or how far it was searched */
} PageSigns;

/* Is there anything to leave out?  Returns false also when the stage has to stop (see the status). */
bool		nq_has_page_signs(Document *doc);

/*
 * Returns the first position in [at, stop) that may begin text to be left out, in a line that ends at end; stop
 * if there is none.
 */
uint32_t	nq_next_page_sign(const Document *doc, PageSigns *signs, uint32_t at, uint32_t stop, uint32_t end);

/*
 * Returns the end of the text to be left out at a position, in a line from start to end; the same position if
 * there is none.
 */
uint32_t	nq_after_page_sign(const Document *doc, PageSigns *signs, uint32_t at, uint32_t start, uint32_t end);

#endif							/* NQ_PAGE_SIGNS_H */
