/*
 * coreference.h
 *	  Which name a mention stands for.
 */
#ifndef NQ_COREFERENCE_H
#define NQ_COREFERENCE_H

#include "core/model/scoring.h"
#include "core/speech/quote_context.h"

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

/* Allocates Document.referents, all NONE, and links roles. */
bool		nq_prepare_referents(Document *doc);

/* Whom a mention stands for; NONE: nobody.  Remembers it for later pronouns, so quotations come in the order of the text. */
Referent	nq_resolve(Document *doc, uint32_t mention, LastSpeaker last);

/* ---- for the trainer ---- */

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
void		nq_referent_features(const Document *doc, uint32_t mention, LastSpeaker last,
								 const Antecedents *antecedents, uint32_t which, FeatureSet *set);

#endif							/* NQ_COREFERENCE_H */
