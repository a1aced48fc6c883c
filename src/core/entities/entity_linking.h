/*
 * entity_linking.h
 *	  Questions about names that later stages ask as well.
 */
#ifndef NQ_ENTITIES_H
#define NQ_ENTITIES_H

#include "core/document.h"

/* Whether two tokens are the same word, whatever their case. */
bool		nq_same_word(const Document *doc, uint32_t a, uint32_t b);

#endif							/* NQ_ENTITIES_H */
