/*
 * antecedents.h
 *	  Whom a pronoun or a description may mean.
 */
#ifndef NQ_ANTECEDENTS_H
#define NQ_ANTECEDENTS_H

#include "core/entities/referents.h"

/* Whether the mention is resolved by ranking antecedents: a pronoun, or a description of somebody known. */
bool		nq_find_antecedents(const Document *doc, uint32_t mention, LastSpeaker last, Antecedents *antecedents);

#endif							/* NQ_ANTECEDENTS_H */
