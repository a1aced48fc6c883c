/*
 * finite_subjects.h
 *	  The subject of a finite reporting verb, and of its clause.
 */
#ifndef NQ_FINITE_SUBJECTS_H
#define NQ_FINITE_SUBJECTS_H

#include "core/speech/cue_finder.h"

/* Finds the subject of a finite verb, by the language's clause rules. */
void		nq_find_finite_subject(const CueFinder *f, Cue *cue);

/*
 * Returns the subject of an infinitive, by the verb that governs it: "a man who loves to say"; NONE if there is
 * none.
 */
uint32_t	nq_governing_subject(const CueFinder *f, const Cue *cue);

/*
 * "Hat Lund gestern gesagt", "wie ein Sprecher am Montag sagte": returns the first possible subject in the
 * verb's own clause.
 */
uint32_t	nq_subject_in_clause(const CueFinder *f, uint32_t verb);

#endif							/* NQ_FINITE_SUBJECTS_H */
