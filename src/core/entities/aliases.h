/*
 * aliases.h
 *	  Names that the article introduces as another name of a person.
 */
#ifndef NQ_ALIASES_H
#define NQ_ALIASES_H

#include "core/document.h"

/* "Ellen Carver, known to all as “Nell”": the mention of the person whose other name a mention is, or NONE. */
uint32_t	nq_alias_owner(const Document *doc, uint32_t number);

/* The token from "floor" on of the word that introduces the name of a mention, "known as", "nicknamed"; NONE if there is none. */
uint32_t	nq_introducing_word(const Document *doc, const Mention *mention, uint32_t floor);

#endif							/* NQ_ALIASES_H */
