/*
 * nominals.h
 *	  Phrases headed by a common noun.
 */
#ifndef NQ_NOMINALS_H
#define NQ_NOMINALS_H

#include "core/entities/mention_writer.h"

/* Writes the phrase whose last noun is at a token, if it can name a speaker. */
void		nq_read_nominal(Walk *walk, uint32_t last_noun);

/* "many", "others", "someone", "both": reads an indefinite pronoun. */
void		nq_read_indefinite(Walk *walk, uint32_t i);

#endif							/* NQ_NOMINALS_H */
