/*
 * owned_phrases.h
 *	  "His team" to "Lund's team".
 */
#ifndef NQ_OWNED_PHRASES_H
#define NQ_OWNED_PHRASES_H

#include "core/entities/referents.h"

/* "His team": the pronoun that owns a phrase; NONE if there is none. */
uint32_t	nq_owning_pronoun(const Document *doc, uint32_t number);

/*
 * "Lund's team said no.  His team said": the phrase with the name of the owner that a phrase with a pronoun repeats; that of "owner", whom the
 * pronoun refers to (or NONE), or the last one shortly before whose owner it can mean.  NONE if there is none.
 */
uint32_t	nq_phrase_with_owner(const Document *doc, uint32_t number, uint32_t pronoun, uint32_t owner);

#endif							/* NQ_OWNED_PHRASES_H */
