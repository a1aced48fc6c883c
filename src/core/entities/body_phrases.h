/*
 * body_phrases.h
 *	  The referent of a phrase for an organisation or a document: "the group", "the company", "a statement from
 *	  Orbis Air".
 */
#ifndef NQ_BODY_PHRASES_H
#define NQ_BODY_PHRASES_H

#include "core/entities/referents.h"

/*
 * Returns the mention that identifies the organisation or document that a phrase refers to; NONE if only the
 * phrase itself does.
 */
uint32_t	nq_body_of_phrase(const Document *doc, uint32_t number, LastSpeaker last);

#endif							/* NQ_BODY_PHRASES_H */
