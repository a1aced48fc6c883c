/*
 * name_tags.h
 *	  The margins from which the name tagger overrides lists and rules.
 */
#ifndef NQ_NAME_TAGS_H
#define NQ_NAME_TAGS_H

#include "core/document.h"

/* With this margin, the tagger overrides the lists: see document.h. */
#define TRUSTED_MARGIN 32

/* The margin for two names in a row, or for a title that is a name. */
#define TRUSTED_EDGE 64

/* Whether a person's name begins at a token, according to the tagger. */
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
