/*
 * noun_reports.h
 *	  The owners of nouns of speech: see noun_reports.c.
 */
#ifndef NQ_NOUN_REPORTS_H
#define NQ_NOUN_REPORTS_H

#include "core/speech/quote_context.h"

/* Returns the owner of the noun of speech that leads up to a span; NONE if there is none. */
uint32_t	nq_owner_of_noun(const Document *doc, const QuoteContext *view);

/* Returns the owner of the noun by which the next sentence calls the span; NONE if it does not. */
uint32_t	nq_owner_named_after(const Document *doc, const QuoteContext *view);

#endif							/* NQ_NOUN_REPORTS_H */
