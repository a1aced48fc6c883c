/*
 * short_names.h
 *	  One-word names to entities.
 */
#ifndef NQ_SHORT_NAMES_H
#define NQ_SHORT_NAMES_H

#include "core/entities/entity_index.h"

/*
 * Links a one-word name to the entity that it fits best, or to a new one.  Returns false when the stage has to
 * stop.
 */
bool		nq_link_short_name(EntityIndex *index, const NameEntry *entry);

#endif							/* NQ_SHORT_NAMES_H */
