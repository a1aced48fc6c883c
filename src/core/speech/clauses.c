/*
 * clauses.c
 *	  Output of reported clauses: see clauses.h.
 */
#include "core/speech/clauses.h"

bool
nq_has_own_words(const Document *doc, uint32_t first, uint32_t last)
{
	uint32_t	words = 0;

	for (uint32_t i = first; i < last && words < 2; i++)
	{
		i = after_span(doc, i);
		words += i < last && is_word(doc, i);
	}
	return words >= 2;
}

bool
nq_put_clause(Document *doc, uint32_t *capacity, Clause clause, uint32_t *floor)
{
	return !nq_has_own_words(doc, clause.first, clause.last) || nq_put_any_clause(doc, capacity, clause, floor);
}

/* A pause, or a closing mark that closes nothing, as layout leaves it: no clause begins with it. */
static bool
is_left_over(const Document *doc, uint32_t i)
{
	return is_pause(doc, i) ||
		(token_at(doc, i)->kind == TOKEN_MARK && mark_at(doc, i)->role == ROLE_NOTHING && mark_at(doc, i)->sign == SIGN_DOUBLE_CLOSE);
}

bool
nq_put_any_clause(Document *doc, uint32_t *capacity, Clause clause, uint32_t *floor)
{
	while (clause.last > clause.first && is_pause(doc, clause.last - 1))
		clause.last--;
	while (clause.first < clause.last && is_left_over(doc, clause.first))
		clause.first++;
	if (clause.last <= clause.first)
		return true;
	if (!nq_reserve(doc->arena, (void **) &doc->clauses, capacity, doc->clause_count, sizeof(Clause)))
		return fail(doc, NQ_NO_MEMORY);
	doc->clauses[doc->clause_count++] = clause;
	*floor = clause.last;
	return true;
}
