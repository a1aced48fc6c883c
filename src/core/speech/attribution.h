/*
 * attribution.h
 *	  The part of attribution that rows and the trainer use.
 */
#ifndef NQ_ATTRIBUTION_H
#define NQ_ATTRIBUTION_H

#include "core/speech/speaker_candidates.h"

/* Returns the cue that reports the span with a speaker as its subject, or NONE. */
uint32_t	nq_reporting_cue(const Document *doc, const QuoteContext *view, uint32_t speaker);

#endif							/* NQ_ATTRIBUTION_H */
