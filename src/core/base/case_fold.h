/*
 * case_fold.h
 *	  Folding of capital letters outside ASCII to lower case.
 *
 * Unicode's simple case folding for the scripts of news that have case: Latin, Greek, Cyrillic and Armenian.
 * The table has only letters whose lower case has the same number of bytes in UTF-8, so that a text can be
 * folded in place.  The generator of the lexicons reads this table too, so that keys and texts are folded
 * alike.
 *
 * Accents are kept; letters.h removes them as well.
 */
#ifndef NQ_CASE_FOLD_H
#define NQ_CASE_FOLD_H

#include <stddef.h>
#include <stdint.h>

typedef struct CaseRange
{
	uint16_t	first,
				last;			/* capital letters */
	uint8_t		step;			/* 2 where capitals and small letters alternate */
	int8_t		to_lower;		/* distance to the lower case */
} CaseRange;

static const CaseRange nq_case_ranges[] = {
	{0x00c0, 0x00d6, 1, 32},
	{0x00d8, 0x00de, 1, 32},
	{0x0100, 0x012e, 2, 1},
	{0x0132, 0x0136, 2, 1},
	{0x0139, 0x0147, 2, 1},
	{0x014a, 0x0176, 2, 1},
	{0x0178, 0x0178, 1, -121},
	{0x0179, 0x017d, 2, 1},
	{0x01cd, 0x01db, 2, 1},
	{0x01de, 0x01ee, 2, 1},
	{0x01f8, 0x021e, 2, 1},
	{0x0222, 0x0232, 2, 1},
	{0x0386, 0x0386, 1, 38},
	{0x0388, 0x038a, 1, 37},
	{0x038c, 0x038c, 1, 64},
	{0x038e, 0x038f, 1, 63},
	{0x0391, 0x03a1, 1, 32},
	{0x03a3, 0x03ab, 1, 32},
	{0x03c2, 0x03c2, 1, 1},
	{0x0400, 0x040f, 1, 80},
	{0x0410, 0x042f, 1, 32},
	{0x0460, 0x0480, 2, 1},
	{0x048a, 0x04be, 2, 1},
	{0x04c1, 0x04cd, 2, 1},
	{0x04d0, 0x052e, 2, 1},
	{0x0531, 0x0556, 1, 48},
	{0x1e00, 0x1e94, 2, 1},
	{0x1ea0, 0x1efe, 2, 1},
};

/* Returns the letter in lower case; any other character unchanged. */
static inline uint32_t
nq_fold_case(uint32_t c)
{
	for (size_t i = 0; i < sizeof(nq_case_ranges) / sizeof(nq_case_ranges[0]); i++)
	{
		const CaseRange *range = &nq_case_ranges[i];

		if (c < range->first)
			return c;
		if (c <= range->last)
			return (c - range->first) % range->step == 0 ? c + (uint32_t) range->to_lower : c;
	}
	return c;
}

#endif							/* NQ_CASE_FOLD_H */
