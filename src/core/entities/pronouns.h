/*
 * pronouns.h
 *	  Whom a pronoun cannot mean.
 */
#ifndef NQ_PRONOUNS_H
#define NQ_PRONOUNS_H

#include "core/entities/referents.h"

/*
 * "He said Lund was late", "he told Lund", "the clerk alleged that Lund had asked": drops those who are named in the clause
 * that the pronoun or description is reported to have said: the reporter of a name is somebody else.
 */
void		nq_drop_reported(const Document *doc, uint32_t number, Antecedents *antecedents);

/* Drops the antecedents of a pronoun that its clause, or the sentence before, excludes. */
void		nq_drop_impossible(const Document *doc, uint32_t pronoun, Antecedents *antecedents);

/*
 * "Asked what she would do, Ada Quist smiled": the subject after a participle and its question, with which a sentence begins; NONE if
 * it does not begin so.
 */
uint32_t	nq_one_who_was_asked(const Document *doc, uint32_t sentence);

#endif							/* NQ_PRONOUNS_H */
