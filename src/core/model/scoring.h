/*
 * scoring.h
 *	  Scoring of a candidate, reported to an observer such as nqdump or the trainer.
 */
#ifndef NQ_SCORING_H
#define NQ_SCORING_H

#include "core/model/features.h"
#include "core/model/model.h"

static inline float
nq_weigh(const Document *doc, const Model *model, Decision decision, uint32_t number, uint32_t candidate, const FeatureSet *features)
{
	float		score = nq_score(model, features);

	if (doc->observer != NULL)
		doc->observer->scored(doc->observer->context, doc, decision, number, candidate, features, score);
	return score;
}

#endif							/* NQ_SCORING_H */
