/*
 * speaker_features.h
 *	  The features of a candidate as the speaker of a span.
 *
 * The features are listed in model/features.def.
 */
#ifndef NQ_SPEAKER_FEATURES_H
#define NQ_SPEAKER_FEATURES_H

#include "core/speech/quote_context.h"

/* Computes the features of a mention, or of NONE, as the speaker of a span; requires the view's surroundings. */
void		nq_speaker_features(const Document *doc, const QuoteContext *view, uint32_t mention, FeatureSet *set);

#endif							/* NQ_SPEAKER_FEATURES_H */
