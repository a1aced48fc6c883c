/*
 * quotation_features.h
 *	  The features of a span as a quotation.
 *
 * The features are listed in model/features.def.
 */
#ifndef NQ_QUOTATION_FEATURES_H
#define NQ_QUOTATION_FEATURES_H

#include "core/speech/quote_context.h"

/* Computes the features of a span as a quotation, after its speaker was chosen. */
void		nq_quotation_features(const Document *doc, const QuoteContext *view, FeatureSet *set);

#endif							/* NQ_QUOTATION_FEATURES_H */
