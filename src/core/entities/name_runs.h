/*
 * name_runs.h
 *	  Runs of capitalised words that can be a name.
 */
#ifndef NQ_NAME_RUNS_H
#define NQ_NAME_RUNS_H

#include "core/entities/name_starts.h"

/* A run as read. */
typedef struct NameRun
{
	uint32_t	first,
				last;			/* the whole run, including titles */
	uint32_t	name_first,
				name_last;		/* the name; empty if the run is a title alone: "the President" */
	uint32_t	role;			/* token of the title or role before the name, or NONE */
	uint8_t		type;
	uint8_t		gender;
} NameRun;

/* The longest of "Jr.", "Sr.", "III"; longer suffixes are degrees. */
#define GENERATION_BYTES 3

/* Returns the end of the run at token i, including nicknames and suffixes. */
uint32_t	nq_run_end(const Walk *walk, uint32_t i);

/*
 * "Department for Culture, Media and Sport", "the Health, Labour, and Pensions Committee": returns the last of the fields
 * after the comma at i, in the name of a body or office that begins at first; i if no list of fields is there.
 */
uint32_t	nq_after_fields(const Walk *walk, uint32_t first, uint32_t i);

/* The word after "and" at i in "Securities and Exchange Commission", "Johnson & Johnson", of a name that begins at first; otherwise i. */
uint32_t	nq_after_and(const Walk *walk, uint32_t first, uint32_t i);

/*
 * "Mia d'Arlo Henning", "Ministry for Tides, Winds and Ports", "Lindby/Dunmore First Nation": skips words
 * without a capital, commas and slashes inside a name, according to the tagger.  Returns the capitalised word
 * after them, or i.
 */
uint32_t	nq_after_tagged(const Walk *walk, uint32_t i);

/* "Section 4", "Article III, Section 2": returns the end of the numbered parts of a law that begin at first; first if there are none. */
uint32_t	nq_after_numbers(const Walk *walk, uint32_t first);

/* "Save the Elms said", "Mothers Against Noise": returns the end of a campaign's name of which i is the first word; i if it is not. */
uint32_t	nq_end_of_campaign(const Walk *walk, uint32_t i);

/* Returns the first of the lower-case particles right before a run: "van der" before "Meer". */
uint32_t	nq_before_particles(const Walk *walk, uint32_t first);

/* Whether a word is glued to the end of a name that the text repeats: LundSenate. */
bool		nq_is_glued(const Document *doc, uint32_t i);

#endif							/* NQ_NAME_RUNS_H */
