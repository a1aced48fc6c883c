/*
 * referent_features.h
 *	  The features of an antecedent as the referent of a mention.
 */
#ifndef NQ_REFERENT_FEATURES_H
#define NQ_REFERENT_FEATURES_H

#include "core/entities/referents.h"
#include "core/model/features.h"
#include "core/model/model.h"

/* Computes the features of one antecedent of a mention. */
void		nq_referent_features(const Document *doc, uint32_t mention, LastSpeaker last,
								 const Antecedents *antecedents, uint32_t which, FeatureSet *set);

#endif							/* NQ_REFERENT_FEATURES_H */
