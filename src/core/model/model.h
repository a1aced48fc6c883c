/*
 * model.h
 *	  A fitted model: features that hold to a score.
 *
 * Whoever scores something collects the features that hold in a FeatureSet and
 * calls nq_score().  What the model does with them is its own affair: today it
 * adds a weight for each feature and one for each of those pairs of features that say more
 * together than apart.  The models of a language are made from its weights.tsv, which
 * train/train.py writes, by weights.pl.
 */
#ifndef NQ_MODEL_H
#define NQ_MODEL_H

#include <stdbool.h>
#include <stdint.h>

/* The most features that hold at once. */
#define MAX_FEATURES 96

/* ... and the most contexts: see contexts.h. */
#define MAX_CONTEXTS 96

/* The features that hold, each once. */
typedef struct FeatureSet
{
	uint32_t	count;
	uint32_t	context_count;
	uint32_t	dropped;		/* for which there was no room: a mistake in MAX_FEATURES or MAX_CONTEXTS */
	uint16_t	ids[MAX_FEATURES];
	uint32_t	contexts[MAX_CONTEXTS];	/* hashes */
} FeatureSet;

/* A context's weight.  An empty slot has no weight: 0. */
typedef struct ContextWeight
{
	uint32_t	hash;
	float		weight;
} ContextWeight;

/* No model has more features. */
#define MAX_MODEL_FEATURES 512

typedef struct Model
{
	uint32_t	features;		/* how many there are */
	const float *weights;		/* of each */
	const char *const *names;	/* of each, as in weights.tsv */
	const ContextWeight *contexts;	/* a hash table with linear probing, never full */
	uint32_t	context_mask;	/* its size less one, a power of two less one */
	const uint16_t *first_pairs;	/* of each, its first pair; one more entry ends the last */
	const uint16_t *partners;	/* of each pair: the other feature */
	const float *pair_weights;	/* of each pair */
} Model;

static inline void
nq_clear_features(FeatureSet *set)
{
	set->count = 0;
	set->context_count = 0;
	set->dropped = 0;
}

static inline void
nq_add_feature(FeatureSet *set, uint32_t feature, bool holds)
{
	if (!holds)
		return;
	if (set->count < MAX_FEATURES)
		set->ids[set->count++] = (uint16_t) feature;
	else
		set->dropped++;
}

/* The score of what has these features; the features are the model's. */
float		nq_score(const Model *model, const FeatureSet *set);

/* 1 / (1 + e^-x), the same on every platform */
float		nq_logistic(float x);

/* How the logit of a model's probability leads to that of held-out articles. */
typedef struct Calibration
{
	float		bias;
	float		slope;
} Calibration;

/* The calibrated probability (J. Platt, 1999).  What is certain, or impossible, stays so. */
float		nq_calibrate(float probability, Calibration calibration);

/* The probability of each of several: its share of the exponentials of their scores; best is the one with the highest. */
void		nq_shares(const float *scores, uint32_t count, uint32_t best, float *shares);

/* The same of the best one alone. */
float		nq_share_of_best(const float *scores, uint32_t count, uint32_t best);

#endif							/* NQ_MODEL_H */
