/*
 * inscriptions.h
 *	  The things that words are written on.
 */
#ifndef NQ_INSCRIPTIONS_H
#define NQ_INSCRIPTIONS_H

#include "core/speech/quote_context.h"

/* Returns the mention of the thing that a span is written on: a banner, a T-shirt; NONE if there is none. */
uint32_t	nq_inscribed_thing(const Document *doc, const QuoteContext *view);

#endif							/* NQ_INSCRIPTIONS_H */
