/*
 * lexicon.c
 *	  Looking words up: see ../lexicon/lexicon.h.
 */
#include "../lexicon/lexicon.h"

#include <string.h>

/* Sets bit 5 of every byte: the fold of a key. */
#define FOLD_EIGHT UINT64_C(0x2020202020202020)

void
nq_fold(const char *text, uint32_t length, FoldedKey *key)
{
	uint64_t	hash = length * UINT64_C(0x9e3779b97f4a7c15);
	uint32_t	piece = 0;

	memset(key->piece, 0, sizeof(key->piece));
	for (uint32_t at = 0; at < length; at += 8, piece++)
	{
		uint32_t	left = length - at;
		uint64_t	bytes = 0;

		if (left >= 8)
		{
			memcpy(&bytes, text + at, 8);
			bytes |= FOLD_EIGHT;
		}
		else
		{
			/* Byte by byte: never beyond the word, which may end the article. */
			for (uint32_t i = 0; i < left; i++)
				bytes |= (uint64_t) ((unsigned char) text[at + i] | 0x20) << (8 * i);
		}
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
		if (left >= 8)
			bytes = __builtin_bswap64(bytes);
#endif
		key->piece[piece] = bytes;
		hash = (hash ^ bytes) * UINT64_C(0xff51afd7ed558ccd);
		hash ^= hash >> 32;
	}
	key->hash = (uint32_t) (hash ^ (hash >> 16));
}

uint32_t
nq_lookup(const Lexicon *lexicon, const char *text, uint32_t length)
{
	FoldedKey	key;
	uint32_t	slot;

	if (length == 0 || length > LEXICON_KEY_BYTES)
		return 0;
	nq_fold(text, length, &key);
	for (slot = key.hash & lexicon->slot_mask;; slot = (slot + 1) & lexicon->slot_mask)
	{
		uint32_t	entry = lexicon->slots[slot];

		if (entry == 0)
			return 0;
		if ((entry ^ key.hash) >> 16 == 0 &&
			memcmp(lexicon->keys[entry & 0xffff], key.piece, sizeof(key.piece)) == 0)
			return entry & 0xffff;
	}
}
