/*
 * coreference.h
 *	  Which name a mention stands for.
 */
#ifndef NQ_COREFERENCE_H
#define NQ_COREFERENCE_H

#include "core/entities/referents.h"

/* Allocates Document.referents, all NONE, and links roles. */
bool		nq_prepare_referents(Document *doc);

/* A mention, or NONE, that was found in a way whose share of right ones is known. */
Referent	nq_resolved(const Document *doc, uint32_t mention, Resolution resolution);

/* Whom a mention stands for; NONE: nobody.  Remembers it for later pronouns, so quotations come in the order of the text. */
Referent	nq_resolve(Document *doc, uint32_t mention, LastSpeaker last);

#endif							/* NQ_COREFERENCE_H */
