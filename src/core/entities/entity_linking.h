/*
 * entity_linking.h
 *	  Questions about names that later stages ask as well.
 */
#ifndef NQ_ENTITY_LINKING_H
#define NQ_ENTITY_LINKING_H

#include "core/document.h"

/* Whether two tokens are the same word, whatever their case. */
bool		nq_same_word(const Document *doc, uint32_t a, uint32_t b);

#endif							/* NQ_ENTITY_LINKING_H */
