/*
 * body_phrases.h
 *	  The name that a phrase means for a body or a writing: "the group", "the company", "a statement from Orbis Air".
 */
#ifndef NQ_BODY_PHRASES_H
#define NQ_BODY_PHRASES_H

#include "core/entities/referents.h"

/* The mention that says best who or what a phrase for a body or writing means; NONE: nobody but itself. */
uint32_t	nq_body_of_phrase(const Document *doc, uint32_t number, LastSpeaker last);

#endif							/* NQ_BODY_PHRASES_H */
