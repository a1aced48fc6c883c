/*
 * appositions.h
 *	  A name and a description beside it.
 */
#ifndef NQ_APPOSITIONS_H
#define NQ_APPOSITIONS_H

#include "core/entities/mention_writer.h"

/* The token after a bracket that begins at token i; i if none does, or none that ends within RIGHT_REACH. */
uint32_t	nq_after_bracket(const Document *doc, uint32_t i);

/* "Tom Hale, the sheriff" and "the sheriff, Tom Hale": joins the newest mention with the one before the comma. */
void		nq_appose(Document *doc, const Walk *walk);

/*
 * "Tom Hale, a farmer and spokesman for the union": joins the second description, the newest mention, with the
 * same person.
 */
void		nq_share_apposition(Document *doc);

#endif							/* NQ_APPOSITIONS_H */
