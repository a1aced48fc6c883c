/*
 * name_types.h
 *	  What a name is of, by the lists.
 */
#ifndef NQ_NAME_TYPES_H
#define NQ_NAME_TYPES_H

#include "core/entities/name_runs.h"

/* Sets the type and gender of a name without a title.  A forename with a gender makes the bearer a person. */
void		nq_decide_name_type(const Document *doc, NameRun *run);

/* The gender of the role or title, else of the forename. */
uint8_t		nq_gender_with_role(const Document *doc, const NameRun *run);

/* The classes of a name of several words, as the lexicon lists it. */
uint64_t	nq_classes_of_words(const Document *doc, uint32_t first, uint32_t last);

#endif							/* NQ_NAME_TYPES_H */
