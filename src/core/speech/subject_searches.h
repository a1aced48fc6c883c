/*
 * subject_searches.h
 *	  Searches for the subject of a verb: see subject_searches.c.
 */
#ifndef NQ_SUBJECT_SEARCHES_H
#define NQ_SUBJECT_SEARCHES_H

#include "core/speech/cue_finder.h"

/* "Lucy Allen of Harvard": returns the noun phrase to which a final prepositional phrase belongs. */
uint32_t	nq_head_phrase(const CueFinder *f, uint32_t number);

/*
 * Returns the subject of the clause that ends before token i: the first noun phrase of the sentence that can be
 * one.
 */
uint32_t	nq_clause_subject(const CueFinder *f, uint32_t i);

/* "Ryan said", "because Ryan said": whether a mention begins its sentence or a clause of it. */
bool		nq_begins_clause(const CueFinder *f, const Mention *mention);

/*
 * "Mark Jones, a farmer in Ohio, said", "Mark Jones (I., Ohio) said": the name before an apposition or bracket,
 * given the comma or bracket before the verb.
 */
uint32_t	nq_name_before_apposition(const CueFinder *f, uint32_t comma);

/*
 * "Algunos lo piensan, anota": whether a phrase agrees in number with the finite verb of a group, in a language
 * whose verbs show it.
 */
bool		nq_agrees_in_number(const CueFinder *f, const Cue *cue, uint32_t number);

/* Whether a mention is a person or organisation, or a pronoun for one. */
bool		nq_can_report(const Document *doc, const Mention *mention);

/* "After Lund told them": whether a mention follows a word that can be a preposition but begins a clause here. */
bool		nq_is_after_conjunction(const CueFinder *f, const Mention *mention);

/* "Ryan on Monday told": whether only adverbs, times and prepositional phrases are between. */
bool		nq_only_adverbials(const Document *doc, uint32_t first, uint32_t last);

/* The nearest possible subject before token i with only adverbials after it. */
uint32_t	nq_across_adverbials(const CueFinder *f, uint32_t i);

/* The subject that a verb without one continues: that of the last report or, if it is later, of the sentence before. */
uint32_t	nq_previous_subject(const CueFinder *f, const Cue *cue);

/* "A dit mardi à l'AFP Luc Roy": the nearest possible subject after the verb. */
uint32_t	nq_later_subject(const CueFinder *f, uint32_t i);

#endif							/* NQ_SUBJECT_SEARCHES_H */
