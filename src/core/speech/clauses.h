/*
 * clauses.h
 *	  Functions shared by the stages that find reported clauses.
 */
#ifndef NQ_CLAUSES_H
#define NQ_CLAUSES_H

#include "core/document.h"

/* A comma, dash, semicolon or colon. */
static inline bool
is_pause(const Document *doc, uint32_t i)
{
	const uint32_t pauses = 1u << TOKEN_COMMA | 1u << TOKEN_DASH | 1u << TOKEN_SEMICOLON | 1u << TOKEN_COLON;

	return (pauses >> token_at(doc, i)->kind & 1) != 0;
}

/* Whether there are at least two words outside spans. */
bool		nq_has_own_words(const Document *doc, uint32_t first, uint32_t last);

/*
 * Adds a clause, without the punctuation at its end, and advances *floor past it.  A clause without words of
 * its own is skipped.  Returns false when the stage has to stop.
 */
bool		nq_put_clause(Document *doc, uint32_t *capacity, Clause clause, uint32_t *floor);

/* The same for a clause of one word, which is returned too: "Trump, they say, is late". */
bool		nq_put_any_clause(Document *doc, uint32_t *capacity, Clause clause, uint32_t *floor);

#endif							/* NQ_CLAUSES_H */
