/*
 * authors.h
 *	  A writing to its author.
 */
#ifndef NQ_AUTHORS_H
#define NQ_AUTHORS_H

#include "core/document.h"

/*
 * "A letter from the school", "Lund's e-mail", "a joint statement by Lindby and Dunmore": the mention of the one whose
 * writing a phrase is; the phrase itself if it names nobody, or is no writing in somebody's own words.
 */
uint32_t	nq_author_of(const Document *doc, uint32_t mention);

#endif							/* NQ_AUTHORS_H */
