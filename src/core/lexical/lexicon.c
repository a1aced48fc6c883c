/*
 * lexicon.c
 *	  Lexicon look-up: see lexicon.h.
 *
 * A word is folded eight bytes at a time.  Up to eight bytes after the word are loaded with it and masked off,
 * if the text is long enough.  A word with non-ASCII letters is folded letter by letter first.
 */
#include "core/lexical/lexicon.h"

#include "core/base/bytes.h"
#include "core/base/case_fold.h"
#include "core/base/characters.h"

/* Loads one to seven bytes, folded; the other bytes of the result are zero. */
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

/* The hash of a text whose non-ASCII capitals are folded.  Sets *wide if the text has bytes outside ASCII. */
static uint64_t
hash_folded(const char *text, uint32_t length, const char *limit, bool *wide)
{
	uint32_t	whole = length - length % 8;
	uint64_t	folded = whole < length ? load_rest(text + whole, length - whole, limit) : 0;
	uint64_t	bits = folded;

	while (whole > 0)
	{
		uint64_t	piece = load_eight(text + (whole -= 8)) | FOLD_EIGHT;

		bits |= piece;
		folded = nq_fold_piece(piece, folded);
	}
	*wide = (bits & HIGH_EIGHT) != 0;
	return nq_hash_piece(folded);
}

/* Folds non-ASCII capitals; length <= LEXICON_KEY_BYTES. */
static void
fold_wide(const char *text, uint32_t length, char *folded)
{
	const unsigned char *p = (const unsigned char *) text;
	const unsigned char *end = p + length;

	for (Character c; p < end; p += c.bytes, folded += c.bytes)
	{
		uint32_t	lower;

		c = nq_decode(p, end);
		lower = nq_fold_case(c.code);
		memcpy(folded, p, c.bytes);
		if (c.bytes == 2)
			folded[0] = (char) (0xc0 | lower >> 6);
		if (c.bytes == 3)
			folded[1] = (char) (0x80 | (lower >> 6 & 0x3f));
		if (c.bytes > 1 && c.bytes < 4)
			folded[c.bytes - 1] = (char) (0x80 | (lower & 0x3f));
	}
}

uint64_t
nq_hash(const char *text, uint32_t length, const char *limit)
{
	bool		wide;
	uint64_t	hash = hash_folded(text, length, limit, &wide);

	/* A longer text cannot be a key. */
	if (wide && length <= LEXICON_KEY_BYTES)
	{
		char		folded[LEXICON_KEY_BYTES];

		fold_wide(text, length, folded);
		hash = hash_folded(folded, length, folded + length, &wide);
	}
	return hash;
}

/* The slot of the caller's word with this check value, or a free slot. */
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

uint32_t
nq_lookup_phrase(const Lexicon *lexicon, const char *text, uint32_t length, const char *limit)
{
	uint64_t	hash;

	if (length > LEXICON_KEY_BYTES)
		return 0;
	hash = nq_hash(text, length, limit);
	return nq_may_be_phrase(lexicon, nq_check_of_hash(hash)) ? nq_find_slot(lexicon, hash)->word : 0;
}
