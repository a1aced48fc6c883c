/*
 * quotation_features.h
 *	  Whether a span is a quotation: its features.
 *
 * The features are listed in model/features.def.
 */
#ifndef NQ_QUOTATION_FEATURES_H
#define NQ_QUOTATION_FEATURES_H

#include "core/speech/quote_context.h"

/* The features of a span as a quotation; its best mention is known. */
void		nq_quotation_features(const Document *doc, const QuoteContext *view, FeatureSet *set);

#endif							/* NQ_QUOTATION_FEATURES_H */
