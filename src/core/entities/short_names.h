/*
 * short_names.h
 *	  Names of one word to entities.
 */
#ifndef NQ_SHORT_NAMES_H
#define NQ_SHORT_NAMES_H

#include "core/entities/entity_index.h"

/* Links a name of one word with the entity that it fits best, or with a new one.  False when the stage has to stop. */
bool		nq_link_short_name(EntityIndex *index, const NameEntry *entry);

#endif							/* NQ_SHORT_NAMES_H */
