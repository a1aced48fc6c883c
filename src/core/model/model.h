/*
 * model.h
 *	  A fitted model, which turns features into a score.
 *
 * The caller collects the features that hold in a FeatureSet and calls nq_score().  The score is the sum of a
 * weight for each feature and one for each listed pair of features. weights.pl generates the models of a
 * language from its weights.tsv, which train/train.py writes.
 */
#ifndef NQ_MODEL_H
#define NQ_MODEL_H

#include <stdbool.h>
#include <stdint.h>

/* The maximum number of features that hold at once ... */
#define MAX_FEATURES 96

/* ... and of contexts: see contexts.h. */
#define MAX_CONTEXTS 96

/* The features that hold; no duplicates. */
typedef struct FeatureSet
{
	uint32_t	count;
	uint32_t	context_count;
	uint32_t	dropped;		/* features and contexts that did not fit; must be 0 */
	uint16_t	ids[MAX_FEATURES];
	uint32_t	contexts[MAX_CONTEXTS];	/* hashes */
} FeatureSet;

/* Weights are integers, so that a score does not depend on the order in which they are added up: this many make 1. */
#define WEIGHT_UNITS 10000

/* The weight of a context.  The weight of a free slot is 0. */
typedef struct ContextWeight
{
	uint32_t	hash;
	int32_t		weight;
} ContextWeight;

/* The maximum number of features of a model. */
#define MAX_MODEL_FEATURES 512

typedef struct Model
{
	uint32_t	features;		/* number of features */
	const int32_t *weights;		/* one per feature */
	const char *const *names;	/* one per feature, as in weights.tsv */
	const ContextWeight *contexts;	/* a perfect hash table with 1 << slot_bits slots: see nq_score() */
	const uint16_t *seeds;		/* 1 << seed_bits of them */
	uint32_t	seed_bits;
	uint32_t	slot_bits;
	const uint8_t *paired;		/* for each feature, its number among those that are in pairs, from 1; otherwise 0 */
	uint32_t	pair_columns;	/* the number of these, and 1 */
	const int32_t *pair_weights;	/* pair_columns for each of these; 0 if two are no pair */
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

/* Returns the score of a set of features.  The features must be those of the model. */
float		nq_score(const Model *model, const FeatureSet *set);

/* Returns 1 / (1 + e^-x), the same on every platform. */
float		nq_logistic(float x);

/* Returns the x of which p is the nq_logistic(), from -LOG_ODDS to LOG_ODDS, the same on every platform. */
#define LOG_ODDS 4.0f
float		nq_log_odds(float p);

/* A linear map from the logit of a model's probability to the logit observed on held-out articles. */
typedef struct Calibration
{
	float		bias;
	float		slope;
} Calibration;

/* Returns the calibrated probability (J. Platt, 1999). 0 and 1 are unchanged. */
float		nq_calibrate(float probability, Calibration calibration);

/* Computes the softmax of count scores into shares; best is the index of the highest score. */
void		nq_shares(const float *scores, uint32_t count, uint32_t best, float *shares);

/* Returns the softmax of the best score alone. */
float		nq_share_of_best(const float *scores, uint32_t count, uint32_t best);

#endif							/* NQ_MODEL_H */
