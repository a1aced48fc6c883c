/*
 * sure_places.h
 *	  Speakers by their place, where it leaves no doubt: see sure_places.c.
 */
#ifndef NQ_SURE_PLACES_H
#define NQ_SURE_PLACES_H

#include "core/speech/quote_context.h"

/* Returns the mention whose place shows that it speaks the span; NONE if no rule decides. */
uint32_t	nq_speaker_by_place(const Document *doc, const QuoteContext *view);

#endif							/* NQ_SURE_PLACES_H */
