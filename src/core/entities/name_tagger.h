/*
 * name_tagger.h
 *	  The interface of the name tagger and its trainer: see name_tagger.c.
 */
#ifndef NQ_NAME_TAGGER_H
#define NQ_NAME_TAGGER_H

#include "core/entities/name_features.h"

/* Weights and transitions are integers in units of this fraction of a logit. */
#define NAME_STEPS 32

/* Whether a tag can follow another one. */
static inline bool
nq_name_tag_may_follow(uint32_t before, uint32_t tag)
{
	return tag == 0 || tag % 2 == 1 || before == tag || before == tag - 1;
}

/* Tags the article with a given model and its table.  Returns false when the stage has to stop. */
bool		nq_tag_names_by(Document *doc, const NameModel *model, const NameTable *table);

#endif							/* NQ_NAME_TAGGER_H */
