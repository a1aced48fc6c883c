/*
 * cue_finder.h
 *	  The walk that finds cues, and the mentions beside its token.
 */
#ifndef NQ_CUE_FINDER_H
#define NQ_CUE_FINDER_H

#include "core/lexical/word_properties.h"

typedef struct CueFinder
{
	Document   *doc;
	uint32_t	capacity;
	uint32_t	sentence;
	uint32_t	mention;		/* the first one that begins at or after the current token */
	uint32_t	floor;			/* first token of the sentence */
	uint32_t	limit;			/* its end */
	uint32_t	words_first,
				words_last;		/* the reporter's words being read: between spans */
	bool		in_incise;		/* these words are inside a span */
	uint32_t	rounds;			/* of the loop over tokens, for check_interrupts */
} CueFinder;

/*
 * Returns the longest mention in the reporter's words that ends before token i and has one of the types (a bit
 * set); NONE if there is none.
 */
uint32_t	nq_typed_mention_ending(const CueFinder *f, uint32_t i, uint32_t types);

/* The same for any type. */
static inline uint32_t
nq_mention_ending(const CueFinder *f, uint32_t i)
{
	return nq_typed_mention_ending(f, i, ~0u);
}

/*
 * Returns the longest mention at the nearest token, within a number of tokens from i on, at which a mention in
 * the reporter's words begins; NONE if there is none.
 */
uint32_t	nq_mention_beginning(const CueFinder *f, uint32_t i, uint32_t tokens);

/* Returns the mention right after the reporting words, across at most two adverbs. */
uint32_t	nq_first_mention_after(const CueFinder *f, uint32_t i);

/* Returns the mention whose head is a token of the sentence; NONE if there is none. */
uint32_t	nq_mention_at(const CueFinder *f, uint32_t token);

/* Whether a mention can be a subject by its form: not "him", not a possessive. */
bool		nq_can_be_subject(const Document *doc, const Mention *mention);

bool		nq_after_preposition(const CueFinder *f, const Mention *mention);

/* Sets a cue's subject, if there is one.  The subject of a description beside a name is the name. */
void		nq_set_cue_subject(const Document *doc, Cue *cue, uint32_t subject, SubjectLink link);

#endif							/* NQ_CUE_FINDER_H */
