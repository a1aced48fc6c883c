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

/* "Kwon Min-su": whether a given name of two syllables follows the family name. */
bool		nq_is_family_first(const Document *doc, const Entity *entity);

/*
 * Whether a person was the subject of a sentence shortly before a mention, under the full name or the surname; a person whose family name
 * comes first need not be the subject.
 */
bool		nq_is_recent_subject(const EntityIndex *index, uint32_t entity, uint32_t mention);

#endif							/* NQ_SHORT_NAMES_H */
