/*
 * markup_entities.h
 *	  The entities of HTML: &quot; and the like.
 */
#ifndef NQ_MARKUP_ENTITIES_H
#define NQ_MARKUP_ENTITIES_H

#include "core/base/characters.h"
#include "core/text/markup_tags.h"

/* Where an entity can lack its semicolon. */
typedef enum Bare
{
	BARE_NEVER,					/* plain text */
	BARE_APART,					/* a slice, which may be HTML: if no letter or digit follows */
	BARE_ANYWHERE				/* HTML */
} Bare;

/* Returns the character of the entity whose "&" is at a position; 0 bytes if there is none. */
Character	nq_decode_entity(const MarkupScanner *s, uint32_t at, Bare bare);

#endif							/* NQ_MARKUP_ENTITIES_H */
