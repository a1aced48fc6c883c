/*
 * antecedents.h
 *	  Whom a pronoun or a description may mean.
 */
#ifndef NQ_ANTECEDENTS_H
#define NQ_ANTECEDENTS_H

#include "core/entities/referents.h"

#define MAX_ANTECEDENTS 24

/* In how many sentences, the pronoun's own among them, the reporter is asked for. */
#define REPORTERS_BACK 3

/* Somebody whom a pronoun may mean. */
typedef struct Antecedent
{
	uint32_t	referent;		/* the mention that says best who it is */
	uint32_t	latest;			/* the latest mention before the pronoun */
	uint32_t	recent;			/* how many mentions within reach */
	bool		quoted;			/* named between the marks of the pronoun's own sentence */
} Antecedent;

typedef struct Antecedents
{
	uint32_t	count;
	Antecedent	who[MAX_ANTECEDENTS];	/* nearest first */
	uint32_t	most;			/* how often the article names the one that it names most often */
	uint32_t	last_subject;	/* the nearest one that was its sentence's subject, or NONE */
	uint32_t	reporters[REPORTERS_BACK];	/* who reported in the pronoun's sentence and in those before it; or NONE */
} Antecedents;

/* Whether the mention is resolved by ranking antecedents: a pronoun, or a description of somebody known. */
bool		nq_find_antecedents(const Document *doc, uint32_t mention, LastSpeaker last, Antecedents *antecedents);

#endif							/* NQ_ANTECEDENTS_H */
