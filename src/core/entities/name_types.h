/*
 * name_types.h
 *	  The type of a name, by the lists and the name tagger.
 */
#ifndef NQ_NAME_TYPES_H
#define NQ_NAME_TYPES_H

#include "core/entities/name_runs.h"

/* Sets the type and gender of a name without a title.  A forename with a gender makes it a person's. */
void		nq_decide_name_type(const Document *doc, NameRun *run);

/* Returns the gender by the role or title; otherwise by the forename. */
uint8_t		nq_gender_with_role(const Document *doc, const NameRun *run);

/* Returns the classes of a name of several words that is listed as a whole. */
uint64_t	nq_classes_of_words(const Document *doc, uint32_t first, uint32_t last);

#endif							/* NQ_NAME_TYPES_H */
