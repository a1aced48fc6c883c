/*
 * checks.h
 *	  Assertions about whole arrays, after the stages that write them: see base/assert.h.
 */
#ifndef NQ_CHECKS_H
#define NQ_CHECKS_H

#include "core/document.h"

#ifdef NQ_DEBUG
/* The arrays from tokens to spans. */
bool		nq_check_spans(const Document *doc);

/* Sentences, mentions and cues. */
bool		nq_check_mentions(const Document *doc);

/* Clauses and rows. */
bool		nq_check_rows(const Document *doc);
#else
#define nq_check_spans(doc) true
#define nq_check_mentions(doc) true
#define nq_check_rows(doc) true
#endif

#endif							/* NQ_CHECKS_H */
