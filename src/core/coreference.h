/*
 * coreference.h
 *	  Which name stands behind a mention.
 */
#ifndef NQ_COREFERENCE_H
#define NQ_COREFERENCE_H

#include "types.h"

/* What a mention leads to: a name, or the mention's own words when nobody is named. */
typedef struct Referent
{
	uint32_t	mention;		/* whose name (or phrase) says who; NONE: nobody can tell, or the article's own voice */
	float		sure;			/* probability that it is right */
} Referent;

/*
 * Resolves the speaker of one stretch or clause.  To be called in the order of
 * the text: spoke_last is the referent of the quotation before, or NONE.
 */
Referent	nq_resolve(const Document *doc, uint32_t mention, uint32_t spoke_last);

#endif							/* NQ_COREFERENCE_H */
