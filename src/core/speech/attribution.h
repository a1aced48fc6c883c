/*
 * attribution.h
 *	  The parts of attribution that the trainer uses: candidates and their scores.
 */
#ifndef NQ_ATTRIBUTION_H
#define NQ_ATTRIBUTION_H

#include "core/speech/quote_context.h"

#define MAX_CANDIDATES 32

typedef struct Candidates
{
	uint32_t	count;			/* at least one: NONE */
	uint32_t	mentions[MAX_CANDIDATES];	/* NONE: nobody */
} Candidates;

/* Finds the mentions that can speak a span, with NONE last; adds to the view what distinguishes them. */
void		nq_find_candidates(const Document *doc, QuoteContext *view, Candidates *candidates);

/* Returns the cue that reports the span with a speaker as its subject, or NONE. */
uint32_t	nq_reporting_cue(const Document *doc, const QuoteContext *view, uint32_t speaker);

#endif							/* NQ_ATTRIBUTION_H */
