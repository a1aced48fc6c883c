/*
 * lexicon.c
 *	  Looking words up: see ../lexicon/lexicon.h.
 *
 * A word is folded eight bytes at a time.  The bytes behind it, up to eight, are
 * read with it and masked off where the text goes on so far.
 *
 * A slot holds the first eight bytes of its key, which is all of most words that
 * are ever looked up: one place in memory tells whether a word is in a list, and its classes.
 */
#include "../lexicon/lexicon.h"

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

void
nq_hash_key(FoldedKey *key)
{
	uint64_t	folded = 0;

	for (uint32_t i = (key->length + 7) / 8; i-- > 0;)
		folded = nq_fold_piece(key->piece[i], folded);
	key->hash = nq_hash_piece(folded);
}

void
nq_fold(const char *text, uint32_t length, const char *limit, FoldedKey *key)
{
	uint32_t	pieces = 0;

	key->length = length;
	key->piece[0] = key->piece[1] = 0;
	for (; length > 0; text += 8, pieces++)
	{
		key->piece[pieces] = length >= 8 ? nq_load_eight(text) | FOLD_EIGHT : load_rest(text, length, limit);
		length -= length >= 8 ? 8 : length;
	}
	nq_hash_key(key);
}

static bool
is_key(const LexiconSlot *slot, const uint64_t *rests, const FoldedKey *key)
{
	if (slot->first != key->piece[0] || slot->length != key->length)
		return false;
	for (uint32_t i = 1; i * 8 < key->length; i++)
		if (rests[slot->rest + i - 1] != key->piece[i])
			return false;
	return true;
}

/* The caller's word that a key is; a free slot when there is none. */
static const LexiconSlot *
find_own(const Lexicon *lexicon, const FoldedKey *key)
{
	uint32_t	at = (uint32_t) (key->hash >> 32) & lexicon->own_mask;

	while (lexicon->own_slots[at].word != 0 && !is_key(&lexicon->own_slots[at], lexicon->own_rests, key))
		at = (at + 1) & lexicon->own_mask;
	return &lexicon->own_slots[at];
}

const LexiconSlot *
nq_find_key(const Lexicon *lexicon, const FoldedKey *key)
{
	static const LexiconSlot none;
	const LexiconSlot *slot;

	if (lexicon->own_slots != NULL)
	{
		slot = find_own(lexicon, key);
		if (slot->word != 0)
			return slot;
	}
	slot = nq_slot_of_hash(lexicon, key->hash);
	return is_key(slot, lexicon->rests, key) ? slot : &none;
}

uint32_t
nq_lookup(const Lexicon *lexicon, const char *text, uint32_t length, const char *limit)
{
	FoldedKey	key;

	if (length == 0 || length > LEXICON_KEY_BYTES)
		return 0;
	nq_fold(text, length, limit, &key);
	return nq_find_key(lexicon, &key)->word;
}
