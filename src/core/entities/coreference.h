/*
 * coreference.h
 *	  The referents of mentions.
 */
#ifndef NQ_COREFERENCE_H
#define NQ_COREFERENCE_H

#include "core/entities/referents.h"

/* Allocates Document.referents, initialised to NONE, and links roles. */
bool		nq_prepare_referents(Document *doc);

/* Returns the referent for a mention, or NONE, with the measured probability of this kind of resolution. */
Referent	nq_resolved(const Document *doc, uint32_t mention, Resolution resolution);

/*
 * Resolves a mention; the referent's mention is NONE if there is none.  Stores the result for later pronouns,
 * so quotations must be resolved in the order of the text.
 */
Referent	nq_resolve(Document *doc, uint32_t mention, LastSpeaker last);

#endif							/* NQ_COREFERENCE_H */
