/*
 * speakers.h
 *	  The speakers of an article, numbered.
 */
#ifndef NEWSQUOTE_SPEAKERS_H
#define NEWSQUOTE_SPEAKERS_H

#include "core/nq.h"

/* The number of a row whose speaker is NULL. */
#define NO_SPEAKER	PG_UINT32_MAX

typedef struct Speaker
{
	NqSlice		name;
	uint32		rows;			/* number of rows */
} Speaker;

typedef struct Speakers
{
	Speaker    *speakers;		/* in order of first quotation */
	uint32		count;
	uint32	   *of_row;			/* the speaker of each row, an index or NO_SPEAKER; NULL from speakers_list() */
	uint32		unknown;		/* number of rows without a speaker */
} Speakers;

/* Allocates everything in the current memory context; the names belong to the result. */
extern void speakers_number(Speakers *speakers, const NqResult *result);

/* The same, but counts joint speakers individually. */
extern void speakers_list(Speakers *speakers, const NqResult *result);

#endif							/* NEWSQUOTE_SPEAKERS_H */
