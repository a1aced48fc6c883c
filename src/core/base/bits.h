/*
 * bits.h
 *	  Sets of small numbers as the bits of a word.
 */
#ifndef NQ_BITS_H
#define NQ_BITS_H

#include <stdint.h>

/* Mask of the count lowest bits; count <= 63. */
static inline uint64_t
lowest_bits(uint32_t count)
{
	return (UINT64_C(1) << count) - 1;
}

/* The number of the lowest bit set; bits != 0. */
static inline uint32_t
first_bit(uint64_t bits)
{
	return (uint32_t) __builtin_ctzll(bits);
}

/*
 * The number of bits set.  Written out because __builtin_popcountll() calls a function on targets without the
 * instruction.
 */
static inline uint32_t
count_bits(uint64_t bits)
{
	bits -= bits >> 1 & UINT64_C(0x5555555555555555);
	bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
	bits = (bits + (bits >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
	return (uint32_t) (bits * UINT64_C(0x0101010101010101) >> 56);
}

#endif							/* NQ_BITS_H */
