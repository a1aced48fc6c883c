/*
 * verb_groups.h
 *	  The words of a verb group, and the form of its verb.
 */
#ifndef NQ_VERB_GROUPS_H
#define NQ_VERB_GROUPS_H

#include "core/speech/cue_finder.h"

/* "Dit-il", "a-t-il ajouté": whether a pronoun is joined by a hyphen to the verb before it. */
bool		nq_is_joined_subject(const CueFinder *f, uint32_t i);

/* Returns the first token of the verb group: auxiliaries, adverbs, clitics and "not" before the verb. */
uint32_t	nq_verb_group_start(const CueFinder *f, uint32_t verb);

/* Whether one of the words has one of the classes. */
bool		nq_has_between(const Document *doc, uint32_t first, uint32_t last, uint64_t classes);

/* "the call", "his claims", "Trump's remark", "new reports": whether a possible verb is a noun. */
bool		nq_is_noun_use(const CueFinder *f, uint32_t verb);

/* Returns the first token of a verb's clause: after a comma or another separator of clauses. */
uint32_t	nq_clause_start(const CueFinder *f, uint32_t verb);

/*
 * "Wurde am Montag als Farce bezeichnet": returns the auxiliary of a passive, far before its verb; NONE if
 * there is none.
 */
uint32_t	nq_far_passive(const CueFinder *f, uint32_t verb);

/* Returns the form of a verb whose group begins at a token. */
CueForm		nq_form_of_verb(const CueFinder *f, uint32_t verb, uint32_t group, uint32_t frames);

#endif							/* NQ_VERB_GROUPS_H */
