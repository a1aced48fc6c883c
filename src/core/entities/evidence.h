/*
 * evidence.h
 *	  What an entity is, by all that the article says of it.
 */
#ifndef NQ_EVIDENCE_H
#define NQ_EVIDENCE_H

#include "core/document.h"

/* Sets the type, gender and personality of each entity; the last step of linking names.  False when the stage has to stop. */
bool		nq_weigh_evidence(Document *doc);

#endif							/* NQ_EVIDENCE_H */
