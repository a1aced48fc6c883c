/*
 * speaker_candidates.h
 *	  The mentions that can speak a span.
 */
#ifndef NQ_SPEAKER_CANDIDATES_H
#define NQ_SPEAKER_CANDIDATES_H

#include "core/speech/quote_context.h"

#define MAX_CANDIDATES 32

typedef struct Candidates
{
	uint32_t	count;			/* at least one: NONE */
	uint32_t	mentions[MAX_CANDIDATES];	/* NONE: nobody */
} Candidates;

/* Finds the mentions that can speak a span, with NONE last; adds to the view what distinguishes them. */
void		nq_find_candidates(const Document *doc, QuoteContext *view, Candidates *candidates);

#endif							/* NQ_SPEAKER_CANDIDATES_H */
