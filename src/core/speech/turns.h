/*
 * turns.h
 *	  Speakers that a rule decides, without a model.
 */
#ifndef NQ_TURNS_H
#define NQ_TURNS_H

#include "core/speech/quote_context.h"

/* Whether a mention that is the actor of a sentence owns the phrase that acts: "his voice broke". */
uint32_t	nq_owner_of_gesture(const Document *doc, uint32_t mention);

/* Returns the mention that certainly speaks the span: by whose turn it is, a gesture before it, an inner report or a noun of speech.  NONE: no rule decides. */
uint32_t	nq_speaker_by_turn(const Document *doc, const QuoteContext *view);

#endif							/* NQ_TURNS_H */
