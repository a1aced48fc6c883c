/*
 * name_tagger.h
 *	  What the tagger of names shares with its trainer: see name_tagger.c.
 */
#ifndef NQ_NAME_TAGGER_H
#define NQ_NAME_TAGGER_H

#include "core/entities/name_features.h"

/* Weights and transitions are whole numbers of this part of a logit. */
#define NAME_STEPS 32

/* Whether a tag may follow another one. */
static inline bool
nq_name_tag_may_follow(uint32_t before, uint32_t tag)
{
	return tag == 0 || tag % 2 == 1 || before == tag || before == tag - 1;
}

/* Tags with a given model, and its table; false when the stage has to stop. */
bool		nq_tag_names_by(Document *doc, const NameModel *model, const NameTable *table);

#endif							/* NQ_NAME_TAGGER_H */
