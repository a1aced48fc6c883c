/*
 * antecedents.h
 *	  The possible antecedents of a pronoun or a description.
 */
#ifndef NQ_ANTECEDENTS_H
#define NQ_ANTECEDENTS_H

#include "core/entities/referents.h"

/*
 * Finds the antecedents of a third-person pronoun, or of a description that nq_is_description() accepts.  There
 * may be none.
 */
void		nq_find_antecedents(const Document *doc, uint32_t mention, LastSpeaker last, Antecedents *antecedents);

/* Whether a sentence is the heading of another page: "SEE ALSO: Brandt Buys Third Ferry". */
bool		nq_is_link(const Document *doc, uint32_t sentence);

#endif							/* NQ_ANTECEDENTS_H */
