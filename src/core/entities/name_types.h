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

/*
 * "The chief justice of India Mo Adib", "the mayor of New York Mo Adib": whether a country or place that may be a forename
 * too, after "of", ends right before a token.
 */
bool		nq_ends_in_place_after_of(const Document *doc, uint32_t k);

#endif							/* NQ_NAME_TYPES_H */
