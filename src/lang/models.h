/*
 * models.h
 *	  The fitted models of each language: see core/model/model.h.
 */
#ifndef NQ_MODELS_H
#define NQ_MODELS_H

#include "core/model/model.h"

extern const Model nq_english_speaker;
extern const Model nq_english_quotation;
extern const Model nq_english_referent;

#endif							/* NQ_MODELS_H */
