/*
 * speaker_facts.h
 *	  The type, gender and role of a speaker.
 */
#ifndef NQ_SPEAKER_FACTS_H
#define NQ_SPEAKER_FACTS_H

#include "core/document.h"

/* Facts about a person or organisation with a name. */
typedef struct EntityFacts
{
	uint32_t	role_first,
				role_last;		/* tokens of the fullest role; empty if there is none */
	uint8_t		gender;
	bool		wanted;			/* it speaks; no role is looked for otherwise */
} EntityFacts;

/* Facts about the speaker of a row. */
typedef struct SpeakerFacts
{
	NqSpeakerType type;
	bool		named;
	NqGender	gender;
	uint32_t	role_first,
				role_last;		/* tokens; empty if there is none */
} SpeakerFacts;

/* Offers each role printed beside a mention to its entity, if that is wanted: the fullest one stays. */
void		nq_find_role(Document *doc, uint32_t mention);

/* Offers a description to the entity that it refers to, if that has no role so far. */
void		nq_find_described_role(Document *doc, uint32_t mention);

/* Returns the facts about a referent. */
SpeakerFacts nq_facts_of_speaker(const Document *doc, const Referent *referent);

#endif							/* NQ_SPEAKER_FACTS_H */
