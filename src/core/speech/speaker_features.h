/*
 * speaker_features.h
 *	  Who may have spoken a span: the features of a candidate.
 *
 * The features are listed in model/features.def.
 */
#ifndef NQ_SPEAKER_FEATURES_H
#define NQ_SPEAKER_FEATURES_H

#include "core/speech/quote_context.h"

/* The features of a mention, or of NONE (nobody), as the speaker of a span; the view has its surroundings. */
void		nq_speaker_features(const Document *doc, const QuoteContext *view, uint32_t mention, FeatureSet *set);

#endif							/* NQ_SPEAKER_FEATURES_H */
