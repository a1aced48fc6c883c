/*
 * checks.h
 *	  Assertions about whole arrays, after the stages that write them: see base/assert.h.
 */
#ifndef NQ_CHECKS_H
#define NQ_CHECKS_H

#include "core/document.h"

#ifdef NQ_DEBUG
/* The arrays from tokens to spans. */
bool		nq_check_spans(Document *doc);

/* Mentions, before and after names are linked. */
bool		nq_check_found_mentions(Document *doc);
bool		nq_check_linked_mentions(Document *doc);

/* Sentences, mentions and cues. */
bool		nq_check_cues(Document *doc);

/* Attributions, and speakers. */
bool		nq_check_attributions(Document *doc);
bool		nq_check_speakers(Document *doc);

/* Clauses and rows; and that every earlier array is unchanged. */
bool		nq_check_rows(Document *doc);
#else
#define nq_check_spans(doc) true
#define nq_check_found_mentions(doc) true
#define nq_check_linked_mentions(doc) true
#define nq_check_cues(doc) true
#define nq_check_attributions(doc) true
#define nq_check_speakers(doc) true
#define nq_check_rows(doc) true
#endif

#endif							/* NQ_CHECKS_H */
