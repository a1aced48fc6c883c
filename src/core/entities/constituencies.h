/*
 * constituencies.h
 *	  The party and constituency printed after a name.
 */
#ifndef NQ_CONSTITUENCIES_H
#define NQ_CONSTITUENCIES_H

#include "core/entities/referents.h"

typedef enum ConstituencyFit
{
	CONSTITUENCY_UNKNOWN,		/* none is printed with the name, or the description names none */
	CONSTITUENCY_FITS_NOT,
	CONSTITUENCY_FITS
} ConstituencyFit;

/* Whether a description names a place that can be a constituency: "the New Mexico Democrat". */
bool		nq_names_constituency(const Document *doc, uint32_t number);

/* Whether the party and constituency printed with an antecedent fit the words of a description. */
ConstituencyFit nq_constituency_fits(const Document *doc, uint32_t number, const Antecedent *who);

/*
 * "A Montana Republican resigned.  Otto Lund (R-Mont.)": the first name after a description that is printed with its constituency; NONE if
 * there is none.
 */
uint32_t	nq_constituent_ahead(const Document *doc, uint32_t number);

#endif							/* NQ_CONSTITUENCIES_H */
