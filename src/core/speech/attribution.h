/*
 * attribution.h
 *	  What attribution shares with the trainer: candidates and their scores.
 */
#ifndef NQ_ATTRIBUTION_H
#define NQ_ATTRIBUTION_H

#include "core/speech/quote_context.h"

#define MAX_CANDIDATES 32

typedef struct Candidates
{
	uint32_t	count;			/* at least one: nobody */
	uint32_t	mentions[MAX_CANDIDATES];	/* NONE: nobody */
} Candidates;

/* The mentions that may speak a span, nobody last; and what tells them apart, in the view. */
void		nq_find_candidates(const Document *doc, QuoteContext *view, Candidates *candidates);

/* The cue that reports the span in a speaker's name, or NONE. */
uint32_t	nq_reporting_cue(const Document *doc, const QuoteContext *view, uint32_t speaker);

#endif							/* NQ_ATTRIBUTION_H */
