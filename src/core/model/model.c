/*
 * model.c
 *	  Scores and probabilities.
 *
 * Weights are integers, and no function of libm is called, so that a score is the same on every platform.
 */
#include "core/model/model.h"

#include <stddef.h>

/*
 * The weight of a context, or 0.  Nearly half of the contexts of a candidate have a weight, unpredictably, so the
 * hash is perfect, as the lexicon's, and there is no branch: the low bits choose the seed that gives each listed
 * hash a slot of its own.
 */
static int32_t
weight_of_context(const Model *model, uint32_t hash)
{
	uint32_t	seed = model->seeds[hash & ((UINT32_C(1) << model->seed_bits) - 1)];
	const ContextWeight *slot = &model->contexts[hash * (2 * seed + 1) >> (32 - model->slot_bits)];

	return slot->weight & -(int32_t) (slot->hash == hash);
}

/*
 * Sums the weights of the pairs of features that both hold.  Few features are in pairs, so all pairs of these are looked up in
 * a matrix.  Avoids branches, which would be unpredictable.
 */
static int32_t
score_pairs(const Model *model, const FeatureSet *set)
{
	uint8_t		held[MAX_FEATURES];
	uint32_t	count = 0;
	int32_t		sum = 0;

	for (uint32_t i = 0; i < set->count; i++)
	{
		held[count] = model->paired[set->ids[i]];
		count += held[count] != 0;
	}
	for (uint32_t i = 1; i < count; i++)
	{
		const int32_t *weights = &model->pair_weights[(size_t) held[i] * model->pair_columns];

		for (uint32_t k = 0; k < i; k++)
			sum += weights[held[k]];
	}
	return sum;
}

float
nq_score(const Model *model, const FeatureSet *set)
{
	int32_t		sum = score_pairs(model, set);

	for (uint32_t i = 0; i < set->count; i++)
		sum += model->weights[set->ids[i]];
	for (uint32_t i = 0; i < set->context_count; i++)
		sum += weight_of_context(model, set->contexts[i]);
	return (float) sum / WEIGHT_UNITS;
}

/*
 * e^x with six significant digits for x from -80 to 80; x is clamped to that range.  Does not use libm: results
 * must be the same on every platform.
 */
static inline float
exponential(float x)
{
	union
	{
		float		f;
		uint32_t	i;
	}			power;
	float		scaled;
	float		rest;
	int			whole;

	x = x < -80 ? -80 : x > 80 ? 80 : x;
	/* e^x = 2^whole * e^rest with |rest| <= ln 2 / 2 */
	scaled = x * 1.44269504f;
	whole = (int) (scaled + (scaled < 0 ? -0.5f : 0.5f));
	rest = x - (float) whole * 0.693147181f;
	power.i = (uint32_t) (whole + 127) << 23;
	return power.f * (1 + rest * (1 + rest * (0.5f + rest * (0.166666667f + rest *
																(0.0416666667f + rest * 0.00833333333f)))));
}

float
nq_logistic(float x)
{
	return 1 / (1 + exponential(-x));
}

/*
 * The natural logarithm of x > 0 with six significant digits: that of the exponent plus that of the mantissa,
 * by the series of artanh.
 */
static inline float
logarithm(float x)
{
	union
	{
		float		f;
		uint32_t	i;
	}			mantissa = {x};
	int			exponent = (int) (mantissa.i >> 23) - 127;
	float		t;

	mantissa.i = (mantissa.i & 0x7fffff) | 127u << 23;
	if (mantissa.f > 1.41421356f)
	{
		mantissa.f /= 2;
		exponent++;
	}
	t = (mantissa.f - 1) / (mantissa.f + 1);
	return (float) exponent * 0.693147181f + 2 * t * (1 + t * t * (0.333333333f + t * t * (0.2f + t * t * 0.142857143f)));
}

float
nq_log_odds(float p)
{
	float		least = nq_logistic(-LOG_ODDS);

	if (p <= least || p >= 1 - least)
		return p <= least ? -LOG_ODDS : LOG_ODDS;
	return logarithm(p) - logarithm(1 - p);
}

float
nq_calibrate(float probability, Calibration calibration)
{
	if (probability <= 0 || probability >= 1)
		return probability;
	return nq_logistic(calibration.bias + calibration.slope * (logarithm(probability) - logarithm(1 - probability)));
}

void
nq_shares(const float *scores, uint32_t count, uint32_t best, float *shares)
{
	float		sum = 0;

	for (uint32_t i = 0; i < count; i++)
		sum += shares[i] = exponential(scores[i] - scores[best]);
	for (uint32_t i = 0; i < count; i++)
		shares[i] /= sum;
}

float
nq_share_of_best(const float *scores, uint32_t count, uint32_t best)
{
	float		sum = 0;

	for (uint32_t i = 0; i < count; i++)
		sum += exponential(scores[i] - scores[best]);
	return 1 / sum;
}
