/*
 * late_names.h
 *	  Phrases and pronouns that no earlier name explains: see late_names.c.
 */
#ifndef NQ_LATE_NAMES_H
#define NQ_LATE_NAMES_H

#include "core/document.h"

/* These return the mention of the name or of the fuller phrase; NONE if there is none. */

/* For a description that otherwise stands for somebody unnamed. */
uint32_t	nq_described_elsewhere(const Document *doc, uint32_t mention);

/* For a description in the lead: the person whom the next paragraph introduces. */
uint32_t	nq_named_after_lead(const Document *doc, uint32_t mention);

/* For a description with a seat: the member for it. */
uint32_t	nq_constituent_named_ahead(const Document *doc, uint32_t mention);

/* For a pronoun without an antecedent: the person who is the subject of a sentence shortly after. */
uint32_t	nq_named_after(const Document *doc, uint32_t pronoun);

/* For a pronoun in a question: the person who was asked, named after the comma. */
uint32_t	nq_asked_after(const Document *doc, uint32_t pronoun);

#endif							/* NQ_LATE_NAMES_H */
