/*
 * referents.h
 *	  What is known of a mention while mentions are resolved, in the order of the text.
 */
#ifndef NQ_REFERENTS_H
#define NQ_REFERENTS_H

#include "core/document.h"

/* The quotation before, as far as a pronoun's meaning depends on it. */
typedef struct LastSpeaker
{
	uint32_t	mention;		/* its referent, or NONE */
	uint32_t	sentence;		/* of the quotation */
	uint32_t	span;			/* the quotation */
} LastSpeaker;

/* Before the first quotation. */
extern const LastSpeaker nq_nobody;

/* The mention that says best who somebody is: of a name, its fullest form; of what was resolved, whom it was found to mean. */
uint32_t	nq_named(const Document *doc, uint32_t mention);

/* Whether a mention may be somebody: a word that is no person's name for sure needs a sign that it is one. */
bool		nq_may_be_person(const Document *doc, const Mention *mention);

/* The gender of whoever bears the name, as far as the article tells it; else that of the words. */
uint8_t		nq_bearer_gender(const Document *doc, const Mention *mention);

/* "the sheriff", "Ohio's governor": one person, definite, and not named beside it. */
bool		nq_is_description(const Document *doc, const Mention *mention);

/* How often the article names the bearer of a referent. */
uint32_t	nq_times_named(const Document *doc, uint32_t referent);

/* Whether a mention is likely to be its sentence's subject. */
bool		nq_may_be_subject(const Document *doc, uint32_t mention);

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

#endif							/* NQ_REFERENTS_H */
