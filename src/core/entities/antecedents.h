/*
 * antecedents.h
 *	  Whom a pronoun or a description may mean.
 */
#ifndef NQ_ANTECEDENTS_H
#define NQ_ANTECEDENTS_H

#include "core/entities/referents.h"

/* Of a pronoun of the third person, or of a description of somebody known (nq_is_description); none is found at times. */
void		nq_find_antecedents(const Document *doc, uint32_t mention, LastSpeaker last, Antecedents *antecedents);

#endif							/* NQ_ANTECEDENTS_H */
