/*
 * traits.c
 *	  What a token can be in its sentence: see traits.h.
 *
 * Takes the lexicon's sets of classes; gives the traits of each.  Then, for an article,
 * takes its tokens; gives the notes of each block of them, without a branch that
 * depends on the text.
 */
#include "traits.h"

#include "stages.h"

/* Of a lower-case word: whether it can be a noun, being listed as such or in no list. */
static bool
can_be_noun(uint64_t classes)
{
	if ((classes & CLOSED_WORDS) != 0)
		return false;
	return (classes & NOUN_WORDS) != 0 || (classes & (WC_VERB | WC_ADV | WC_ADJ | WC_CUE | WC_NUM | WC_TIME)) == 0;
}

static bool
can_modify(uint64_t classes, bool capital)
{
	if ((classes & CLOSED_WORDS) != 0)
		return false;
	if (capital)
		return (classes & (WC_MONTH | WC_DAY)) == 0 || (classes & WC_FORENAME) != 0;
	/* "The ad uses footage": a plural that can be a verb is one */
	if ((classes & WC_PLURAL) != 0 && (classes & WC_FINITE) != 0)
		return false;
	if ((classes & (WC_ADJ | WC_ROLEADJ | NOUN_WORDS | WC_NUM | WC_DEMONYM)) != 0)
		return true;
	if ((classes & (WC_FINITE | WC_CUE)) != 0 && (classes & (WC_PARTICIPLE | WC_GERUND)) == 0)
		return false;
	if ((classes & (WC_PARTICIPLE | WC_GERUND)) != 0)
		return (classes & WC_CUE) == 0;
	return (classes & (WC_ADV | WC_VERB | WC_TIME)) == 0;
}

/* Whether a noun right before the word is the last of its phrase. */
static bool
no_noun_goes_on(uint64_t classes, bool capital)
{
	if (capital)
		return true;
	if ((classes & NOUN_WORDS) != 0)
		return (classes & (WC_CUE | WC_FINITE)) != 0 && (classes & HUMAN_NOUNS) == 0 && (classes & WC_BASE) == 0;
	return !can_be_noun(classes);
}

/* How a capitalised word can be a part of a name. */
static uint16_t
name_traits(uint64_t classes)
{
	if ((classes & NAME_WORDS) != 0 && (classes & (WC_NAMEWORD | WC_DET | WC_PRONOUN)) == 0)
		return TRAIT_IN_NAME | TRAIT_IN_HEADLINE_NAME;
	if ((classes & (WC_MONTH | WC_DAY)) != 0 && (classes & WC_FORENAME) == 0)
		return 0;
	if ((classes & FUNCTION_WORDS) != 0 && (classes & WC_FORENAME) == 0)
		return (classes & WC_ORG) != 0 ? TRAIT_ACRONYM : 0;
	if ((classes & ORDINARY_WORDS) == 0 || (classes & (WC_FORENAME | WC_ORGWORD)) != 0)
		return TRAIT_IN_NAME | TRAIT_IN_HEADLINE_NAME;
	return TRAIT_IN_NAME;
}

static uint16_t
traits_of_word(uint64_t classes, bool capital)
{
	uint16_t	traits = 0;

	if (can_be_noun(classes))
		traits |= TRAIT_NOUN;
	if (can_modify(classes, capital))
		traits |= TRAIT_MODIFIER;
	if ((classes & (WC_DET | WC_POSSESSIVE)) != 0 && (classes & WC_RELATIVE) == 0)
		traits |= TRAIT_ARTICLE;
	if (no_noun_goes_on(classes, capital))
		traits |= TRAIT_NO_NOUN_GOES_ON;
	if (capital || (classes & (WC_PRONOUN | WC_POSSESSIVE | WC_INDEFINITE)) != 0 || can_be_noun(classes))
		traits |= NOTED(NOTE_PHRASE);
	if (capital)
		traits |= NOTED(NOTE_NAME) | name_traits(classes);
	if ((classes & (WC_CUE | WC_PREPCUE | WC_CUENOUN | WC_DOCUMENT | WC_STARTS)) != 0)
		traits |= NOTED(NOTE_CUE);
	return traits;
}

static uint16_t
traits_of_kind(TokenKind kind, bool possessive)
{
	switch (kind)
	{
		case TOKEN_NUMBER:
			return TRAIT_NO_NOUN_GOES_ON | TRAIT_MODIFIER;
		case TOKEN_CLITIC:
			return TRAIT_NO_NOUN_GOES_ON | (possessive ? TRAIT_MODIFIER | TRAIT_POSSESSIVE : 0);
		case TOKEN_HANDLE:
			return TRAIT_NO_NOUN_GOES_ON | NOTED(NOTE_PHRASE) | NOTED(NOTE_NAME);
		case TOKEN_STOP:
		case TOKEN_ELLIPSIS:
			return TRAIT_NO_NOUN_GOES_ON | NOTED(NOTE_STOP);
		default:
			return TRAIT_NO_NOUN_GOES_ON;
	}
}

void
nq_find_traits(const Lexicon *lexicon, uint16_t *traits)
{
	for (uint32_t set = 0; set < lexicon->set_count * 2; set++)
	{
		uint32_t	kind = set / 2;

		traits[set] = kind < TOKEN_KINDS && kind != TOKEN_WORD ? traits_of_kind((TokenKind) kind, set & 1) :
			traits_of_word(lexicon->classes[set], set & 1);
	}
}

/* Bit n of each of eight bytes, the first byte's lowest. */
static inline uint32_t
gather_bits(uint64_t bytes, uint32_t n)
{
	/* The product moves the lowest bits of the bytes into the highest byte. */
	return (uint32_t) (((bytes >> n & UINT64_C(0x0101010101010101)) * UINT64_C(0x0102040810204080)) >> 56);
}

/* The notes of a block's tokens. */
static void
note_block(const Document *doc, uint32_t first, uint32_t last, uint32_t *noted)
{
	unsigned char notes[BLOCK_TOKENS] = {0};

	/* An abbreviation may end a sentence as well. */
	for (uint32_t i = first; i < last; i++)
		notes[i - first] = (unsigned char) (doc->traits[doc->tokens[i].set] / NOTED(0) |
											(doc->tokens[i].flags & TOKEN_DOTTED) / (TOKEN_DOTTED >> NOTE_STOP));
	for (uint32_t n = 0; n < NOTES; n++)
	{
		noted[n] = 0;
		for (uint32_t k = 0; k < BLOCK_TOKENS; k += 8)
			noted[n] |= gather_bits(nq_load_eight(notes + k), n) << k;
	}
}

bool
nq_note_tokens(Document *doc)
{
	for (uint32_t block = 0; block * BLOCK_TOKENS < doc->token_count; block++)
	{
		uint32_t	first = block * BLOCK_TOKENS;
		uint32_t	left = doc->token_count - first;

		if (!goes_on_at(doc, block, 0x3ff))
			return false;
		note_block(doc, first, first + (left < BLOCK_TOKENS ? left : BLOCK_TOKENS), doc->blocks[block].noted);
	}
	return true;
}
