/*
 * traits.h
 *	  What a token can be in its sentence, as far as the token alone tells.
 *
 * The answers depend on the token's set alone (its classes, its kind, whether it is
 * capitalised), so they are found once for every set, when the settings are made, and
 * looked up afterwards.  What the stages look for most often is noted in a bit
 * of each token's block as well: they go from one such token to the next.
 */
#ifndef NQ_TRAITS_H
#define NQ_TRAITS_H

#include "types.h"

#define TRAIT_NOUN			0x01	/* a word that can be a noun: it is listed as one, or in no list */
#define TRAIT_MODIFIER		0x02	/* may stand between an article and its noun */
#define TRAIT_ARTICLE		0x04	/* a determiner, but not "which" and "that", which open clauses */
#define TRAIT_POSSESSIVE	0x08	/* 's */
#define TRAIT_NO_NOUN_GOES_ON 0x10	/* a phrase whose noun stands right before it ends there */
/* ... and above these, NOTED() of each note that it gets */
#define NOTED(note)			(0x20 << (note))

/* The groups of which words of several groups are made. */
#define CLOSED_WORDS (WC_DET | WC_PRONOUN | WC_POSSESSIVE | WC_PREP | WC_COORD | WC_SUBORD | WC_AUX | WC_WH | \
					  WC_RELATIVE | WC_NEG | WC_INTERJ | WC_LINKER)
#define HUMAN_NOUNS (WC_ROLE | WC_PEOPLE | WC_PERSON | WC_BODY)
#define NOUN_WORDS (HUMAN_NOUNS | WC_NOUN | WC_DOCUMENT | WC_CUENOUN | WC_OCCASION | WC_WORK)

/* The traits of every set of the lexicon's; the array has 2 * set_count elements. */
void		nq_find_traits(const Lexicon *lexicon, uint16_t *traits);

static inline bool
has_trait(const Document *doc, uint32_t i, uint16_t trait)
{
	return (doc->traits[doc->tokens[i].set] & trait) != 0;
}

/* The first token, from i on and before last, that has a note; last (or i, when that is more) for none. */
static inline uint32_t
next_noted(const Document *doc, Note note, uint32_t i, uint32_t last)
{
	while (i < last)
	{
		uint32_t	bits = doc->blocks[i / BLOCK_TOKENS].noted[note] >> i % BLOCK_TOKENS;

		if (bits != 0)
		{
			i += (uint32_t) __builtin_ctz(bits);
			return i < last ? i : last;
		}
		i += BLOCK_TOKENS - i % BLOCK_TOKENS;
		if (i > last)
			return last;
	}
	return i;
}

#endif							/* NQ_TRAITS_H */
