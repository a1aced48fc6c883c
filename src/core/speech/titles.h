/*
 * titles.h
 *	  Spans that a rule takes for no quotation: titles, names, letters, stage directions.
 */
#ifndef NQ_TITLES_H
#define NQ_TITLES_H

#include "core/speech/quote_context.h"

/* Whether a span is certainly no quotation, whoever may seem to speak it. */
bool		nq_is_no_quotation(const Document *doc, const QuoteContext *view);

/* "(Laughter.)": whether a span is in brackets, which nobody says. */
bool		nq_is_stage_direction(const Document *doc, const QuoteContext *view);

#endif							/* NQ_TITLES_H */
