/*
 * markup_entities.h
 *	  The entities of HTML: &quot; and the like.
 */
#ifndef NQ_MARKUP_ENTITIES_H
#define NQ_MARKUP_ENTITIES_H

#include "core/base/characters.h"
#include "core/text/markup_tags.h"

/* Where an entity may lack its semicolon. */
typedef enum Bare
{
	BARE_NEVER,					/* plain text */
	BARE_APART,					/* a slice, which may be of HTML: where no letter or digit follows */
	BARE_ANYWHERE				/* HTML */
} Bare;

/* The character of the entity whose "&" is at a place; 0 bytes when there is none. */
Character	nq_decode_entity(const MarkupScanner *s, uint32_t at, Bare bare);

#endif							/* NQ_MARKUP_ENTITIES_H */
