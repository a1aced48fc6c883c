/*
 * lexicon.c
 *	  Looking words up: see ../lexicon/lexicon.h.
 *
 * A word is folded eight bytes at a time.  The bytes behind it, up to eight, are
 * read with it and masked off where the text goes on so far.
 *
 * A slot holds the first eight bytes of its key, which is all of most words that
 * are ever looked up: one place in memory tells whether and where a word is.
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
nq_fold(const char *text, uint32_t length, const char *limit, FoldedKey *key)
{
	uint32_t	pieces = 0;

	key->length = length;
	key->piece[0] = 0;
	key->hash = 0;
	for (; length > 0; text += 8, pieces++)
	{
		key->piece[pieces] = length >= 8 ? nq_load_eight(text) | FOLD_EIGHT : load_rest(text, length, limit);
		key->hash = nq_hash_piece(key->piece[pieces] ^ key->hash);
		length -= length >= 8 ? 8 : length;
	}
}

static inline bool
is_key(const LexiconSlot *slot, const uint64_t *rests, const FoldedKey *key)
{
	if (slot->first != key->piece[0] || slot->length != key->length)
		return false;
	for (uint32_t i = 1; i * 8 < key->length; i++)
		if (rests[slot->rest + i - 1] != key->piece[i])
			return false;
	return true;
}

static inline const LexiconSlot *
find_in(const LexiconSlot *slots, uint32_t mask, const uint64_t *rests, const FoldedKey *key)
{
	uint32_t	at = key->hash & mask;

	while (slots[at].word != 0 && !is_key(&slots[at], rests, key))
		at = (at + 1) & mask;
	return &slots[at];
}

const LexiconSlot *
nq_find_key(const Lexicon *lexicon, const FoldedKey *key)
{
	if (lexicon->own_slots != NULL)
	{
		const LexiconSlot *own = find_in(lexicon->own_slots, lexicon->own_mask, lexicon->own_rests, key);

		if (own->word != 0)
			return own;
	}
	return find_in(lexicon->slots, lexicon->slot_mask, lexicon->rests, key);
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
