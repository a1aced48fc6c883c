/*
 * name_runs.h
 *	  Runs of capitalised words that may be a name.
 */
#ifndef NQ_NAME_RUNS_H
#define NQ_NAME_RUNS_H

#include "core/entities/mention_writer.h"

/* "Jr.", "Sr.", "III": longer suffixes are degrees. */
#define GENERATION_BYTES 3

/* Whether a run of capitalised words that may be a name begins at token i. */
bool		nq_name_begins(const Walk *walk, uint32_t i);

/* Where the run at token i ends, nicknames and suffixes included. */
uint32_t	nq_run_end(const Walk *walk, uint32_t i);

/* The first of the lower-case particles right before a run: "van der" before "Meer". */
uint32_t	nq_before_particles(const Walk *walk, uint32_t first);

static inline bool
is_capital_word(const Document *doc, uint32_t i)
{
	return (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0;
}

#endif							/* NQ_NAME_RUNS_H */
