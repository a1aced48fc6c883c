/*
 * evidence.h
 *	  The type and gender of each entity, by all of the article's evidence.
 */
#ifndef NQ_EVIDENCE_H
#define NQ_EVIDENCE_H

#include "core/document.h"

/*
 * Sets the type, gender and personality of each entity; the last step of linking names.  Returns false when the
 * stage has to stop.
 */
bool		nq_weigh_evidence(Document *doc);

#endif							/* NQ_EVIDENCE_H */
