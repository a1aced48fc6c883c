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

/* Whether words right before a token, none before floor, introduce a name or term by the list: "stands for". */
bool		nq_follows_naming_phrase(const Document *doc, uint32_t floor, uint32_t end);

/* Whether a naming word right before a span names it: "titled", "known as the". */
bool		nq_is_named_so(const Document *doc, const QuoteContext *view);

#endif							/* NQ_QUOTATION_FEATURES_H */
