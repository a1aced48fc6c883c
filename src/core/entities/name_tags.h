/*
 * name_tags.h
 *	  The tags that the name tagger wrote, and the margins from which it overrides lists and rules.
 *
 * Only runs of words that can belong to names are tagged, which are about a fifth of the tokens, so only their
 * tags are stored.
 */
#ifndef NQ_NAME_TAGS_H
#define NQ_NAME_TAGS_H

#include "core/document.h"

/* With this margin, the tagger overrides the lists: see document.h. */
#define TRUSTED_MARGIN 32

/* The margin for two names in a row, or for a title that is a name. */
#define TRUSTED_EDGE 64

/* Whether the language has a name tagger, and its tags are not yet freed. */
static inline bool
has_name_tags(const Document *doc)
{
	return doc->name_tag_blocks != NULL;
}

/* The tag of a token; the other tokens are certainly outside names.  Valid if has_name_tags(). */
static inline NameTag
name_tag_at(const Document *doc, uint32_t i)
{
	const NameTagBlock *block = &doc->name_tag_blocks[i / BLOCK_TOKENS];

	if ((block->bits >> i % BLOCK_TOKENS & 1) == 0)
		return (NameTag) {.name_class = NAME_NONE, .second = NAME_PERSON, .margin = UINT8_MAX, .edge_margin = UINT8_MAX};
	return doc->name_tags[block->tags + count_bits(block->bits & lowest_bits(i % BLOCK_TOKENS))];
}

/* Whether a person's name begins at a token, according to the tagger. */
static inline bool
begins_person(const Document *doc, uint32_t i)
{
	NameTag		tag;

	if (!has_name_tags(doc))
		return false;
	tag = name_tag_at(doc, i);
	return tag.name_class == NAME_PERSON && tag.begins && tag.margin >= TRUSTED_MARGIN;
}

#endif							/* NQ_NAME_TAGS_H */
