/*
 * bytes.h
 *	  Eight bytes of text as one number.
 */
#ifndef NQ_BYTES_H
#define NQ_BYTES_H

#include <stdint.h>
#include <string.h>

/* A byte times this is that byte repeated eight times. */
#define EACH_BYTE UINT64_C(0x0101010101010101)

/* Bit 5 of every byte; setting it folds ASCII letters to lower case. */
#define FOLD_EIGHT (0x20 * EACH_BYTE)

/* Bit 7 of every byte; set in bytes that are not ASCII. */
#define HIGH_EIGHT (0x80 * EACH_BYTE)

/* Loads eight bytes, the first one lowest, on big-endian machines too. */
static inline uint64_t
load_eight(const void *text)
{
	uint64_t	bytes;

	memcpy(&bytes, text, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	bytes = __builtin_bswap64(bytes);
#endif
	return bytes;
}

/* Stores what load_eight() loads. */
static inline void
store_eight(void *text, uint64_t bytes)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	bytes = __builtin_bswap64(bytes);
#endif
	memcpy(text, &bytes, 8);
}

/* How many of the eight bytes are ASCII letters, counted from the first up to one that is not. */
static inline uint32_t
count_letters(uint64_t bytes)
{
	uint64_t	low = (bytes | FOLD_EIGHT) & 0x7f * EACH_BYTE;
	uint64_t	from_a = low + (0x80 - 'a') * EACH_BYTE;
	uint64_t	after_z = low + (0x7f - 'z') * EACH_BYTE;
	/* The high bit of each byte that is not a letter. */
	uint64_t	others = (~from_a | after_z | bytes) & HIGH_EIGHT;

	return others == 0 ? 8 : (uint32_t) __builtin_ctzll(others) / 8;
}

#endif							/* NQ_BYTES_H */
