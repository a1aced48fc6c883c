/*
 * word_properties.h
 *	  What a token can be in its sentence, judged by the token alone.
 *
 * The properties depend only on the token's set (its classes, its kind, whether it is capitalised), so they are
 * computed once for every set, when the settings are made.  Those that stages search for most are also tags,
 * bits in the token's block, so that a stage can go from one tagged token to the next.
 */
#ifndef NQ_WORD_PROPERTIES_H
#define NQ_WORD_PROPERTIES_H

#include "core/base/bits.h"
#include "core/document.h"

#define PROP_NOUN			0x01	/* can be a noun: listed as one, or not listed at all */
#define PROP_ARTICLE		0x02	/* a determiner, except "which" and "that", which begin clauses */
#define PROP_POSSESSIVE		0x04	/* 's */
#define PROP_ENDS_NOUN_PHRASE	0x08	/* cannot continue a noun phrase: a noun right before it is the head */
#define PROP_IN_NAME		0x10	/* a capitalised word that can be part of a name ... */
#define PROP_IN_HEADLINE_NAME	0x20	/* ... in a headline, too, where every word is capitalised */
#define PROP_ACRONYM		0x40	/* ... only if it is two capitals: US, IT */
#define PROP_MODIFIER		0x80	/* can be between an article and its noun */
#define PROP_JOINS			0x100	/* can join the words of a name: of, and, van, & */
#define PROP_UNTYPED		0x200	/* type unknown; alone and in capitals, the name of an organisation */

/* What the contexts of features show of a word instead of the word itself: see speech/speaker_contexts.c. */
typedef enum WordSort
{
	SORT_FUNCTION,				/* a function word, which is shown as itself */
	SORT_CUE,					/* a reporting verb: gerund, finite form, base form, participle */
	SORT_CAPITAL = SORT_CUE + 4,
	SORT_VERB,					/* the same forms of any other verb that is nothing else */
	SORT_VERB_OR_NOUN = SORT_VERB + 4,
	SORT_ADVERB,
	SORT_TIME,
	SORT_PERSON,
	SORT_PEOPLE,
	SORT_DOCUMENT,
	SORT_CUE_NOUN,
	SORT_BODY,
	SORT_ADJECTIVE,
	SORT_NOUN,					/* any other word */
	SORTS
} WordSort;

/* Whether a word shows the structure of its sentence. */
typedef enum StructureWord
{
	STRUCTURE_NONE,
	STRUCTURE_VERB,
	STRUCTURE_LINK				/* a conjunction, relative, "of", "by", "as" ... */
} StructureWord;

/*
 * The properties of a set of classes in one case.  Packed into eight bytes, so that those of all sets stay in
 * the cache.
 */
typedef struct WordProperties
{
	unsigned	properties:15;		/* PROP_ bits */
	unsigned	sort:5;			/* WordSort of a word */
	unsigned	structure:2;	/* StructureWord */
	unsigned	type:3;			/* EntityType of a one-word name that is not an acronym */
	unsigned	gender:2;		/* Gender of a person whose name begins with it */
	unsigned	noun_type:3;	/* EntityType of a phrase headed by this noun */
	unsigned	noun_gender:2;	/* Gender of such a phrase */
	uint16_t	tags;			/* 1 << TokenTag for each tag */
} WordProperties;

/* Groups of classes, from which the larger groups are made. */
#define HUMAN_NOUNS (WC_ROLE | WC_PEOPLE | WC_PERSON | WC_BODY)
#define NOUN_WORDS (HUMAN_NOUNS | WC_NOUN | WC_DOCUMENT | WC_CUENOUN | WC_OCCASION | WC_WORK)

/* Words that are never part of a name, whatever their case. */
#define FUNCTION_WORDS (WC_DET | WC_PRONOUN | WC_POSSESSIVE | WC_PREP | WC_COORD | WC_SUBORD | WC_AUX | \
						WC_WH | WC_INTERJ | WC_LINKER | WC_RELATIVE | WC_NEG)

/* Words that are not names merely because they are capitalised at the beginning of a sentence. */
#define ORDINARY_WORDS (FUNCTION_WORDS | WC_ADV | WC_NUM | WC_VERB | WC_ADJ | WC_NOUN | WC_CUENOUN | \
						WC_ROLE | WC_PEOPLE | WC_BODY | WC_DOCUMENT | WC_WORK | WC_OCCASION | WC_TIME | WC_INDEFINITE)

/* Function words, which features show as themselves. */
#define SHOWN_WORDS (WC_DET | WC_PREP | WC_AUX | WC_WH | WC_RELATIVE | WC_COORD | WC_SUBORD | WC_NEG | WC_PRONOUN | WC_POSSESSIVE)

/* Words that can be parts of names although they are also ordinary words. */
#define NAME_WORDS (WC_FORENAME | WC_TITLE | WC_COUNTRY | WC_PLACE | WC_DEMONYM | WC_SEAT | WC_ORG)

/* Computes the properties of every set of the lexicon; the array has 2 * set_count elements. */
void		nq_find_properties(const Lexicon *lexicon, const PhraseRules *phrases, WordProperties *properties);

/* The properties of a token. */
static inline const WordProperties *
properties_at(const Document *doc, uint32_t i)
{
	return &doc->properties[doc->tokens[i].class_set];
}

static inline bool
has_property(const Document *doc, uint32_t i, uint32_t property)
{
	return (properties_at(doc, i)->properties & property) != 0;
}

/* The tag bits of the tokens from i on, at least 33 of them (from two blocks); bit 0 is token i. */
static inline uint64_t
tagged_from(const Document *doc, TokenTag tag, uint32_t i)
{
	const TokenBlock *block = &doc->blocks[i / BLOCK_TOKENS];

	return (block[0].tag_bits[tag] | (uint64_t) block[1].tag_bits[tag] << BLOCK_TOKENS) >> i % BLOCK_TOKENS;
}

/* The most tokens whose bits tagged_within() returns.  Few sentences are longer. */
#define TAGGED_AT_ONCE 63

/* The tag bits of the tokens from i up to last, at most TAGGED_AT_ONCE; bit 0 is token i. */
static inline uint64_t
tagged_within(const Document *doc, TokenTag tag, uint32_t i, uint32_t last)
{
	/* If there is no third block, that of last takes its place: its bits are masked below. */
	uint32_t	third = i / BLOCK_TOKENS + 2 < last / BLOCK_TOKENS ? i / BLOCK_TOKENS + 2 : last / BLOCK_TOKENS;
	uint64_t	after = (uint64_t) doc->blocks[third].tag_bits[tag] << 1 << (63 - i % BLOCK_TOKENS);

	return (tagged_from(doc, tag, i) | after) & lowest_bits(last - i < TAGGED_AT_ONCE ? last - i : TAGGED_AT_ONCE);
}

/* The first token from i up to last that has a tag; last (or i, if that is greater) when there is none. */
static inline uint32_t
next_tagged(const Document *doc, TokenTag tag, uint32_t i, uint32_t last)
{
	while (i < last)
	{
		uint64_t	bits = tagged_from(doc, tag, i);

		if (bits != 0)
		{
			i += first_bit(bits);
			return i < last ? i : last;
		}
		i += 2 * BLOCK_TOKENS - i % BLOCK_TOKENS;
		if (i > last)
			return last;
	}
	return i;
}

#endif							/* NQ_WORD_PROPERTIES_H */
