/*
 * referent_contexts.h
 *	  The words around a pronoun or description and around an antecedent.
 */
#ifndef NQ_REFERENT_CONTEXTS_H
#define NQ_REFERENT_CONTEXTS_H

#include "core/entities/referents.h"
#include "core/model/model.h"

/* Adds the contexts of an antecedent of a mention. */
void		nq_referent_contexts(const Document *doc, uint32_t number, const Antecedents *antecedents, uint32_t which, FeatureSet *set);

#endif							/* NQ_REFERENT_CONTEXTS_H */
