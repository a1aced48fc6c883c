/*
 * inner_reports.h
 *	  The speaker within somebody else's report: see inner_reports.c.
 */
#ifndef NQ_INNER_REPORTS_H
#define NQ_INNER_REPORTS_H

#include "core/speech/quote_context.h"

/* Returns the mention whose words the innermost report before a span gives; NONE if no rule decides. */
uint32_t	nq_speaker_of_inner_report(const Document *doc, const QuoteContext *view);

#endif							/* NQ_INNER_REPORTS_H */
