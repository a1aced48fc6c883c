/*
 * referents.h
 *	  Properties of mentions during coreference, which runs in the order of the text.
 */
#ifndef NQ_REFERENTS_H
#define NQ_REFERENTS_H

#include "core/document.h"

/* The last quotation, as far as pronouns depend on it. */
typedef struct LastSpeaker
{
	uint32_t	mention;		/* its referent, or NONE */
	uint32_t	sentence;		/* sentence of the quotation */
	uint32_t	span;			/* span of the quotation */
} LastSpeaker;

/* Before the first quotation. */
extern const LastSpeaker nq_nobody;

/*
 * Returns the mention that best identifies a referent: of a name, its fullest form; of a resolved mention, its
 * referent.
 */
uint32_t	nq_named(const Document *doc, uint32_t mention);

/* Whether a mention can be a person: a name not known to be a person's needs evidence for it. */
bool		nq_may_be_person(const Document *doc, const Mention *mention);

/* Returns the gender of the bearer of a name, as far as the article shows it; otherwise that of the words. */
uint8_t		nq_bearer_gender(const Document *doc, const Mention *mention);

/*
 * "the sheriff", "Ohio's governor": whether a phrase is a definite singular description of a person without a
 * name beside it.
 */
bool		nq_is_description(const Document *doc, const Mention *mention);

/*
 * "Ann Hale is a lawyer from Ostby", "Ann Hale, who was a lawyer": the subject of a singular phrase for a person after a form of
 * "to be"; NONE if the phrase is no predicate.
 */
uint32_t	nq_subject_of_predicate(const Document *doc, uint32_t number);

/* Returns how often the article names the entity of a referent. */
uint32_t	nq_times_named(const Document *doc, uint32_t referent);

/* Whether a mention is probably the subject of its sentence. */
bool		nq_may_be_subject(const Document *doc, uint32_t mention);

/* The mention that an apposition follows, in a language whose heads come first; otherwise the mention itself. */
uint32_t	nq_before_apposition(const Document *doc, uint32_t mention);

#define MAX_ANTECEDENTS 24

/* The number of sentences, including the pronoun's own, whose reporter is looked up. */
#define REPORTERS_BACK 3

/* A possible antecedent of a pronoun. */
typedef struct Antecedent
{
	uint32_t	referent;		/* the mention that best identifies it */
	uint32_t	latest;			/* the latest mention before the pronoun */
	uint32_t	recent;			/* number of its mentions within reach */
	bool		quoted;			/* named inside a quotation of the pronoun's own sentence */
} Antecedent;

typedef struct Antecedents
{
	uint32_t	count;
	Antecedent	who[MAX_ANTECEDENTS];	/* nearest first */
	uint32_t	most;			/* the largest number of namings of any of them */
	uint32_t	last_subject;	/* the nearest one that was the subject of its sentence, or NONE */
	uint32_t	reporters[REPORTERS_BACK];	/* the reporters in the pronoun's sentence and in the ones before;
											 * or NONE */
} Antecedents;

/*
 * The mentions that identify joint speakers, in the order of the text, at least two and at most MAX_JOINT; writes their
 * number.  The array is Document.joint_speakers, valid until the next mention is resolved.
 */
static inline const uint32_t *
nq_joint_speakers(const Document *doc, uint32_t joint, uint32_t *count)
{
	*count = doc->joint_speakers[joint];
	return doc->joint_speakers + joint + 1;
}

/*
 * The reporter a number of sentences before the pronoun: the first one with a strong verb, which is the main
 * clause's; otherwise the last one.  NONE if there is none.
 */
uint32_t	nq_last_reporter(const Document *doc, uint32_t pronoun, uint32_t back);

/* Drops an antecedent, if it is one. */
void		nq_drop_antecedent(Antecedents *antecedents, uint32_t referent);

#endif							/* NQ_REFERENTS_H */
