/*
 * described.h
 *	  The antecedents that a description can refer to.
 */
#ifndef NQ_DESCRIBED_H
#define NQ_DESCRIBED_H

#include "core/entities/referents.h"

/* Drops the antecedents that the words of a description exclude. */
void		nq_drop_excluded(const Document *doc, uint32_t number, Antecedents *antecedents);

/* Whether any mention of the antecedent has the role of the description. */
bool		nq_came_with_role(const Document *doc, uint32_t number, const Antecedent *who);

/* Whether one of the words before a description's noun is also in a phrase. */
bool		nq_shares_words(const Document *doc, const Mention *mention, uint32_t first, uint32_t last);

/*
 * "The Ostby mayor", after "Ann Hale of Ostby" or "the Ostby lawyer, Ann Hale": whether a word before the noun
 * is printed with the name.
 */
bool		nq_shares_modifier(const Document *doc, const Mention *mention, const Antecedent *who);

/* "The Greek leader": whether a description is an office after a nation or place. */
bool		nq_has_nation(const Document *doc, const Mention *mention);

#endif							/* NQ_DESCRIBED_H */
