/*
 * speakers.h
 *	  Who speaks in an article: each speaker once, numbered.
 */
#ifndef NEWSQUOTE_SPEAKERS_H
#define NEWSQUOTE_SPEAKERS_H

#include "core/nq.h"

/* The number of a row whose speaker is NULL. */
#define NO_SPEAKER	PG_UINT32_MAX

typedef struct Speaker
{
	NqSlice		name;
	uint32		rows;			/* how many the speaker has */
} Speaker;

typedef struct Speakers
{
	Speaker    *speakers;		/* in order of first quotation */
	uint32		count;
	uint32	   *of_row;			/* each row's speaker, an index or NO_SPEAKER; NULL from speakers_list */
	uint32		unknown;		/* how many rows have none */
} Speakers;

/* Everything is allocated in the current memory context; the names are the result's. */
extern void speakers_number(Speakers *speakers, const NqResult *result);

/* The same, with two who speak together one by one. */
extern void speakers_list(Speakers *speakers, const NqResult *result);

#endif							/* NEWSQUOTE_SPEAKERS_H */
