/*
 * headings.h
 *	  Headings, and whom the words in them refer to.
 */
#ifndef NQ_HEADINGS_H
#define NQ_HEADINGS_H

#include "core/document.h"

/* Whether a sentence is a short paragraph of its own, followed by another one, without punctuation at its end. */
bool		nq_is_heading(const Document *doc, uint32_t sentence);

/*
 * "Minister slams plan", "‘Rotten’ bridge to close, says council", above "Health minister Otto Lund" and "Lindby Council": the mention that
 * names the office or body of a heading's word in the text below; NONE if there is none.
 */
uint32_t	nq_named_below(const Document *doc, uint32_t mention);

#endif							/* NQ_HEADINGS_H */
