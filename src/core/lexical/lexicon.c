/*
 * lexicon.c
 *	  Looking words up: see ../lexicon/lexicon.h.
 *
 * A word is folded eight bytes at a time.  The bytes after it, up to eight, are
 * read with it and masked off where the text goes on so far.
 */
#include "core/lexical/lexicon.h"

/* One to seven bytes, folded; the others are zero. */
static inline uint64_t
load_rest(const char *text, uint32_t length, const char *limit)
{
	uint64_t	bytes = 0;

	if (limit - text >= 8)
		return (nq_load_eight(text) | FOLD_EIGHT) & ((UINT64_C(1) << (8 * length)) - 1);
	for (uint32_t i = 0; i < length; i++)
		bytes |= (uint64_t) ((unsigned char) text[i] | 0x20) << (8 * i);
	return bytes;
}

uint64_t
nq_hash(const char *text, uint32_t length, const char *limit)
{
	uint32_t	whole = length - length % 8;
	uint64_t	folded = whole < length ? load_rest(text + whole, length - whole, limit) : 0;

	while (whole > 0)
	{
		whole -= 8;
		folded = nq_fold_piece(nq_load_eight(text + whole) | FOLD_EIGHT, folded);
	}
	return nq_hash_piece(folded);
}

/* The caller's word that has a hash; a free slot when there is none. */
static const LexiconSlot *
find_own(const Lexicon *lexicon, uint32_t check)
{
	uint32_t	at = check & lexicon->own_mask;

	while (lexicon->own_slots[at].word != 0 && lexicon->own_slots[at].check != check)
		at = (at + 1) & lexicon->own_mask;
	return &lexicon->own_slots[at];
}

const LexiconSlot *
nq_find_slot(const Lexicon *lexicon, uint64_t hash)
{
	static const LexiconSlot none;
	uint32_t	check = nq_check_of_hash(hash);
	const LexiconSlot *slot;

	if (lexicon->own_slots != NULL)
	{
		slot = find_own(lexicon, check);
		if (slot->word != 0)
			return slot;
	}
	slot = nq_slot_of_hash(lexicon, hash);
	return slot->check == check ? slot : &none;
}

uint32_t
nq_lookup(const Lexicon *lexicon, const char *text, uint32_t length, const char *limit)
{
	if (length == 0 || length > LEXICON_KEY_BYTES)
		return 0;
	return nq_find_slot(lexicon, nq_hash(text, length, limit))->word;
}
