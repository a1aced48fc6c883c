/*
 * reported_mood.h
 *	  Sentences whose verb shows that they go on with somebody's words: "Der Steg sei alt."
 */
#ifndef NQ_REPORTED_MOOD_H
#define NQ_REPORTED_MOOD_H

#include "core/speech/quote_context.h"

/* Whether a verb can be finite, and is not a participle. */
bool		nq_is_finite_verb(const Document *doc, uint32_t i);

/* Returns the first finite verb of the main clause between two tokens; NONE if there is none near. */
uint32_t	nq_main_verb(const Document *doc, uint32_t first, uint32_t last);

/* Whether a verb is in the mood of reported speech. */
bool		nq_is_subjunctive(const Document *doc, uint32_t i);

/* Sets whose words the span's sentence goes on with, by the mood of its verb. */
void		nq_find_voice(const Document *doc, QuoteContext *view);

#endif							/* NQ_REPORTED_MOOD_H */
