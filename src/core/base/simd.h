/*
 * simd.h
 *	  Vector instructions, each with an equivalent in plain C.
 *
 * All CPU-specific code is here: seven kernels, each in two versions with the same result (25_portable.t
 * compares the rows of both builds).  SSE2 is part of x86-64. 32-bit x86 uses the plain version, because it
 * lacks the moves between vectors and 64-bit registers.
 */
#ifndef NQ_SIMD_H
#define NQ_SIMD_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/bits.h"
#include "core/base/bytes.h"

#if defined(__SSE2__) && defined(__x86_64__)
#define USE_SSE2
#include <emmintrin.h>
#endif

/* Text is searched in windows of this many bytes, with one bit for each byte. */
#define WINDOW_BYTES 64

#ifdef USE_SSE2
/* Gathers the high bit of each byte that a predicate sets, for the four vectors of the window at p. */
#define WINDOW_MASK(p, predicate) \
	((uint64_t) SIXTEEN_MASK(p, predicate) | (uint64_t) SIXTEEN_MASK((p) + 16, predicate) << 16 | \
	 (uint64_t) SIXTEEN_MASK((p) + 32, predicate) << 32 | (uint64_t) SIXTEEN_MASK((p) + 48, predicate) << 48)
#define SIXTEEN_MASK(p, predicate) ((uint32_t) _mm_movemask_epi8(predicate(_mm_loadu_si128((const __m128i *) (p)))))

/* SSE2 compares signed bytes, so the letters are shifted to the lowest values. */
static inline __m128i
letters_of_sixteen(__m128i bytes)
{
	__m128i		folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));

	return _mm_cmplt_epi8(_mm_add_epi8(folded, _mm_set1_epi8((char) (0x80 - 'a'))), _mm_set1_epi8(-128 + 26));
}

static inline __m128i
blanks_of_sixteen(__m128i bytes)
{
	return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(' '));
}

/* As signed bytes, 0x80 to 0xbf are the lowest values. */
static inline __m128i
continuations_of_sixteen(__m128i bytes)
{
	return _mm_cmplt_epi8(bytes, _mm_set1_epi8((char) 0xc0));
}
#endif

/* Which bytes of a window are ASCII letters? */
static inline uint64_t
letters_of_window(const unsigned char *p)
{
#ifdef USE_SSE2
	return WINDOW_MASK(p, letters_of_sixteen);
#else
	uint64_t	found = 0;

	for (uint32_t i = 0; i < WINDOW_BYTES; i++)
		found |= (uint64_t) ((unsigned) ((p[i] | 0x20) - 'a') < 26) << i;
	return found;
#endif
}

/* Which bytes of a window are blanks? */
static inline uint64_t
blanks_of_window(const unsigned char *p)
{
#ifdef USE_SSE2
	return WINDOW_MASK(p, blanks_of_sixteen);
#else
	uint64_t	found = 0;

	for (uint32_t i = 0; i < WINDOW_BYTES; i++)
		found |= (uint64_t) (p[i] == ' ') << i;
	return found;
#endif
}

/* Which bytes of a window continue a UTF-8 character (10xxxxxx)? */
static inline uint64_t
continuations_of_window(const unsigned char *p)
{
#ifdef USE_SSE2
	return WINDOW_MASK(p, continuations_of_sixteen);
#else
	uint64_t	found = 0;

	for (uint32_t i = 0; i < WINDOW_BYTES; i++)
		found |= (uint64_t) ((p[i] & 0xc0) == 0x80) << i;
	return found;
#endif
}

/* An ASCII word of up to 16 bytes. */
typedef struct FoldedWord
{
	uint64_t	first,
				second;			/* its bytes with bit 5 set, zero padded, the first one lowest */
	bool		capital;		/* bit 5 of the first byte is clear */
	bool		upper;			/* bit 5 of every byte is clear */
} FoldedWord;

/* Folds the word of length bytes (<= 16) at p; 16 bytes must be readable. */
static inline FoldedWord
fold_word(const unsigned char *p, uint32_t length)
{
	static const unsigned char masks[32] = {
		0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff
	};
	const unsigned char *mask = masks + 16 - length;
	FoldedWord	word;

#ifdef USE_SSE2
	__m128i		in_word = _mm_loadu_si128((const __m128i *) mask);
	__m128i		bytes = _mm_and_si128(_mm_loadu_si128((const __m128i *) p), in_word);
	__m128i		key = _mm_or_si128(bytes, _mm_and_si128(_mm_set1_epi8(0x20), in_word));
	/* Bit 5 of each byte, moved to bit 7. */
	unsigned	lower = (unsigned) _mm_movemask_epi8(_mm_slli_epi16(bytes, 2));

	word.first = (uint64_t) _mm_cvtsi128_si64(key);
	word.second = (uint64_t) _mm_cvtsi128_si64(_mm_unpackhi_epi64(key, key));
	word.capital = (~lower & 1) != 0;
	word.upper = lower == 0;
#else
	uint64_t	first = load_eight(p) & load_eight(mask);
	uint64_t	second = load_eight(p + 8) & load_eight(mask + 8);

	word.first = first | (load_eight(mask) & FOLD_EIGHT);
	word.second = second | (load_eight(mask + 8) & FOLD_EIGHT);
	word.capital = (first & 0x20) == 0;
	word.upper = ((first | second) & FOLD_EIGHT) == 0;
#endif
	return word;
}

/* Transposes 32 numbers of 16 bits: bit i of columns[n] is bit n of rows[i]. */
static inline void
transpose_bits(const uint16_t rows[32], uint32_t columns[16])
{
#ifdef USE_SSE2
	const __m128i low = _mm_set1_epi16(0xff);
	__m128i		of_eight[4];

	for (uint32_t i = 0; i < 4; i++)
		of_eight[i] = _mm_loadu_si128((const __m128i *) (rows + (size_t) 8 * i));
	for (uint32_t half = 0; half < 2; half++)
	{
		__m128i		first = _mm_packus_epi16(_mm_and_si128(of_eight[0], low), _mm_and_si128(of_eight[1], low));
		__m128i		second = _mm_packus_epi16(_mm_and_si128(of_eight[2], low), _mm_and_si128(of_eight[3], low));

		/* movemask gathers the high bit of each byte; shifting left brings each bit there in turn. */
		for (uint32_t n = (half + 1) * 8; n-- > half * 8;)
		{
			columns[n] = (uint32_t) _mm_movemask_epi8(first) | (uint32_t) _mm_movemask_epi8(second) << 16;
			first = _mm_add_epi8(first, first);
			second = _mm_add_epi8(second, second);
		}
		for (uint32_t i = 0; i < 4; i++)
			of_eight[i] = _mm_srli_epi16(of_eight[i], 8);
	}
#else
	for (uint32_t n = 0; n < 16; n++)
	{
		columns[n] = 0;
		for (uint32_t i = 0; i < 32; i++)
			columns[n] |= (uint32_t) (rows[i] >> n & 1) << i;
	}
#endif
}

/* Sixteen sums of 16 bits, which the compiler keeps in registers.  They must not overflow. */
typedef struct SixteenSums
{
#ifdef USE_SSE2
	__m128i		low,
				high;
#else
	int16_t		of[16];
#endif
} SixteenSums;

static inline SixteenSums
load_sums(const int16_t sums[16])
{
	SixteenSums loaded;

#ifdef USE_SSE2
	loaded.low = _mm_loadu_si128((const __m128i *) sums);
	loaded.high = _mm_loadu_si128((const __m128i *) (sums + 8));
#else
	memcpy(loaded.of, sums, sizeof(loaded.of));
#endif
	return loaded;
}

static inline void
store_sums(const SixteenSums *sums, int16_t stored[16])
{
#ifdef USE_SSE2
	_mm_storeu_si128((__m128i *) stored, sums->low);
	_mm_storeu_si128((__m128i *) (stored + 8), sums->high);
#else
	memcpy(stored, sums->of, sizeof(sums->of));
#endif
}

/* Adds a row of sixteen bytes, or zeroes.  Avoids a branch, which would be unpredictable. */
static inline void
add_bytes_if(SixteenSums *sums, bool adds, const int8_t *row)
{
#ifdef USE_SSE2
	__m128i		bytes = _mm_and_si128(_mm_loadu_si128((const __m128i *) row), _mm_set1_epi32(-(int) adds));
	__m128i		signs = _mm_cmpgt_epi8(_mm_setzero_si128(), bytes);

	sums->low = _mm_add_epi16(sums->low, _mm_unpacklo_epi8(bytes, signs));
	sums->high = _mm_add_epi16(sums->high, _mm_unpackhi_epi8(bytes, signs));
#else
	for (uint32_t i = 0; i < 16; i++)
		sums->of[i] = (int16_t) (sums->of[i] + adds * row[i]);
#endif
}

/* Adds a row of sixteen numbers of 16 bits. */
static inline void
add_words(SixteenSums *sums, const int16_t row[16])
{
#ifdef USE_SSE2
	sums->low = _mm_add_epi16(sums->low, _mm_loadu_si128((const __m128i *) row));
	sums->high = _mm_add_epi16(sums->high, _mm_loadu_si128((const __m128i *) (row + 8)));
#else
	for (uint32_t i = 0; i < 16; i++)
		sums->of[i] = (int16_t) (sums->of[i] + row[i]);
#endif
}

/* Replaces the sums of the lanes where which is 0 by others; elsewhere, which is -1 and others is 0. */
static inline void
replace_sums(SixteenSums *sums, const int16_t which[16], const int16_t others[16])
{
#ifdef USE_SSE2
	sums->low = _mm_or_si128(_mm_and_si128(sums->low, _mm_loadu_si128((const __m128i *) which)), _mm_loadu_si128((const __m128i *) others));
	sums->high = _mm_or_si128(_mm_and_si128(sums->high, _mm_loadu_si128((const __m128i *) (which + 8))), _mm_loadu_si128((const __m128i *) (others + 8)));
#else
	for (uint32_t i = 0; i < 16; i++)
		sums->of[i] = (int16_t) ((sums->of[i] & which[i]) | others[i]);
#endif
}

/* The index of the largest of sixteen numbers; the first one if several are equal. */
static inline uint32_t
largest_of_sixteen(const int16_t numbers[16])
{
#ifdef USE_SSE2
	__m128i		low = _mm_loadu_si128((const __m128i *) numbers);
	__m128i		high = _mm_loadu_si128((const __m128i *) (numbers + 8));
	__m128i		most = _mm_max_epi16(low, high);

	most = _mm_max_epi16(most, _mm_shuffle_epi32(most, _MM_SHUFFLE(1, 0, 3, 2)));
	most = _mm_max_epi16(most, _mm_shuffle_epi32(most, _MM_SHUFFLE(2, 3, 0, 1)));
	most = _mm_max_epi16(most, _mm_shufflehi_epi16(_mm_shufflelo_epi16(most, _MM_SHUFFLE(2, 3, 0, 1)), _MM_SHUFFLE(2, 3, 0, 1)));
	return first_bit((uint32_t) _mm_movemask_epi8(_mm_packs_epi16(_mm_cmpeq_epi16(low, most), _mm_cmpeq_epi16(high, most))));
#else
	uint32_t	largest = 0;

	for (uint32_t i = 1; i < 16; i++)
		if (numbers[i] > numbers[largest])
			largest = i;
	return largest;
#endif
}

#endif							/* NQ_SIMD_H */
