/*
 * speaker_facts.h
 *	  What the article shows of a speaker: sort, gender, role.
 */
#ifndef NQ_SPEAKER_FACTS_H
#define NQ_SPEAKER_FACTS_H

#include "core/document.h"

/* What is known of somebody with a name, or of a body. */
typedef struct EntityFacts
{
	uint32_t	role_first,
				role_last;		/* tokens of the fullest role; empty for none */
	uint8_t		gender;
} EntityFacts;

/* What is known of who speaks a row. */
typedef struct SpeakerFacts
{
	NqSpeakerType type;
	bool		named;
	NqGender	gender;
	uint32_t	role_first,
				role_last;		/* tokens; empty for none */
} SpeakerFacts;

/* Facts of whom a referent means. */
SpeakerFacts nq_facts_of_speaker(const Document *doc, const Referent *referent);

#endif							/* NQ_SPEAKER_FACTS_H */
