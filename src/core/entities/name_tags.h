/*
 * name_tags.h
 *	  How far the tagger of names is believed where lists and rules say something else.
 */
#ifndef NQ_NAME_TAGS_H
#define NQ_NAME_TAGS_H

#include "core/document.h"

/* From this margin on, the tagger outweighs the lists: see document.h. */
#define TRUSTED_MARGIN 32

/* ... and where it sees two names in a row, or a title that is a name, from this one. */
#define TRUSTED_EDGE 64

/* Whether the tagger has a person's name begin at a token. */
static inline bool
begins_person(const Document *doc, uint32_t i)
{
	const NameTag *tag;

	if (doc->name_tags == NULL)
		return false;
	tag = &doc->name_tags[i];
	return tag->name_class == NAME_PERSON && tag->begins && tag->margin >= TRUSTED_MARGIN;
}

#endif							/* NQ_NAME_TAGS_H */
