/*
 * cue_subjects.h
 *	  The subjects of cues.
 */
#ifndef NQ_CUE_SUBJECTS_H
#define NQ_CUE_SUBJECTS_H

#include "core/speech/cue_finder.h"

/* Finds the subject and the object of a cue. */
void		nq_find_cue_subject(const CueFinder *f, Cue *cue);

/*
 * Returns the source beside a cue that is not a verb: right after it, also after "nach Angaben von", or before
 * a postposition.
 */
uint32_t	nq_source_of_cue(const CueFinder *f, const Cue *cue);

#endif							/* NQ_CUE_SUBJECTS_H */
