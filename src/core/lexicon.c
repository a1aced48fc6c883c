/*
 * lexicon.c
 *	  Looking words up: see ../lexicon/lexicon.h.
 *
 * A word is folded eight bytes at a time.  The bytes behind it, up to eight, are
 * read with it and masked off where the text goes on so far.
 */
#include "../lexicon/lexicon.h"

#include <string.h>

/* Bit 5 of every byte: the fold of a key. */
#define FOLD_EIGHT UINT64_C(0x2020202020202020)

static inline uint64_t
load_eight(const char *text)
{
	uint64_t	bytes;

	memcpy(&bytes, text, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	bytes = __builtin_bswap64(bytes);
#endif
	return bytes;
}

/* One to seven bytes, folded; the others are zero. */
static inline uint64_t
load_rest(const char *text, uint32_t length, const char *limit)
{
	uint64_t	bytes = 0;

	if (limit - text >= 8)
		return (load_eight(text) | FOLD_EIGHT) & ((UINT64_C(1) << (8 * length)) - 1);
	for (uint32_t i = 0; i < length; i++)
		bytes |= (uint64_t) ((unsigned char) text[i] | 0x20) << (8 * i);
	return bytes;
}

static inline void
fold(const char *text, uint32_t length, const char *limit, FoldedKey *key)
{
	uint64_t	hash = length * UINT64_C(0x9e3779b97f4a7c15);
	uint32_t	pieces = 0;

	for (; length > 0; text += 8, pieces++)
	{
		uint64_t	bytes = length >= 8 ? load_eight(text) | FOLD_EIGHT : load_rest(text, length, limit);

		key->piece[pieces] = bytes;
		hash = (hash ^ bytes) * UINT64_C(0xff51afd7ed558ccd);
		hash ^= hash >> 32;
		length -= length >= 8 ? 8 : length;
	}
	key->pieces = pieces;
	key->hash = (uint32_t) (hash ^ (hash >> 16));
}

void
nq_fold(const char *text, uint32_t length, const char *limit, FoldedKey *key)
{
	fold(text, length, limit, key);
}

static inline bool
is_key(const uint64_t *stored, const FoldedKey *key)
{
	for (uint32_t i = 0; i < key->pieces; i++)
		if (stored[i] != key->piece[i])
			return false;
	return key->pieces == LEXICON_KEY_BYTES / 8 || stored[key->pieces] == 0;
}

uint32_t
nq_lookup(const Lexicon *lexicon, const char *text, uint32_t length, const char *limit)
{
	FoldedKey	key;

	if (length == 0 || length > LEXICON_KEY_BYTES)
		return 0;
	fold(text, length, limit, &key);
	for (uint32_t slot = key.hash & lexicon->slot_mask;; slot = (slot + 1) & lexicon->slot_mask)
	{
		uint32_t	entry = lexicon->slots[slot];

		if (entry == 0)
			return 0;
		if ((entry ^ key.hash) >> 16 == 0 && is_key(lexicon->keys[entry & 0xffff], &key))
			return entry & 0xffff;
	}
}
