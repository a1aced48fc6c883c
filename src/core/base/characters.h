/*
 * characters.h
 *	  UTF-8 to code points, and classes of code points.
 *
 * Covers the scripts that news is printed in, as far as is needed to tell words from what separates them.
 * Independent of locale and platform.
 */
#ifndef NQ_CHARACTERS_H
#define NQ_CHARACTERS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Character
{
	uint32_t	code;
	uint32_t	bytes;
} Character;

/* Decodes the character at p, which is before end.  A byte that is not valid UTF-8 is decoded as U+FFFD. */
static inline Character
nq_decode(const unsigned char *p, const unsigned char *end)
{
	uint32_t	left = end - p > 4 ? 4 : (uint32_t) (end - p);
	Character	odd = {0xfffd, 1};

	if (p[0] < 0x80)
		return (Character) {p[0], 1};
	if (p[0] >= 0xc2 && p[0] <= 0xdf && left >= 2 && (p[1] & 0xc0) == 0x80)
		return (Character) {(uint32_t) (p[0] & 0x1f) << 6 | (p[1] & 0x3f), 2};
	if (p[0] >= 0xe0 && p[0] <= 0xef && left >= 3 && (p[1] & 0xc0) == 0x80 && (p[2] & 0xc0) == 0x80)
		return (Character) {(uint32_t) (p[0] & 0x0f) << 12 | (uint32_t) (p[1] & 0x3f) << 6 | (p[2] & 0x3f), 3};
	if (p[0] >= 0xf0 && p[0] <= 0xf4 && left >= 4 && (p[1] & 0xc0) == 0x80 &&
		(p[2] & 0xc0) == 0x80 && (p[3] & 0xc0) == 0x80)
		return (Character) {(uint32_t) (p[0] & 0x07) << 18 | (uint32_t) (p[1] & 0x3f) << 12 |
			(uint32_t) (p[2] & 0x3f) << 6 | (p[3] & 0x3f), 4};
	return odd;
}

/* Letters and digits outside ASCII, and combining marks: everything but punctuation, symbols and blanks. */
static inline bool
nq_is_letter(uint32_t c)
{
	if (c < 0xc0)
		return c == 0xaa || c == 0xad || c == 0xb5 || c == 0xba;
	if (c < 0x2000)
		return c != 0xd7 && c != 0xf7;
	if (c < 0x2c00)
		return c == 0x200c || c == 0x200d || (c >= 0x2070 && c < 0x20a0) || (c >= 0x20d0 && c < 0x2190);
	if (c < 0x3040)
		return c < 0x2e00 || c == 0x3005;
	return c < 0xd800 || (c >= 0xf900 && c < 0xfdd0) || (c >= 0xff10 && c < 0xff1a) ||
		(c >= 0xff21 && c < 0xff3b) || (c >= 0xff41 && c < 0xff5b) ||
		(c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xff66 && c < 0xffe0) || (c >= 0x20000 && c < 0x32000);
}

static inline bool
nq_is_space(uint32_t c)
{
	return c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200b) || c == 0x202f || c == 0x205f ||
		c == 0x3000 || c == 0xfeff || c == 0x85;
}

static inline bool
nq_is_newline(uint32_t c)
{
	return c == 0x2028 || c == 0x2029;
}

/* Capital letters of Latin, Greek and Cyrillic.  Scripts without case have none. */
static inline bool
nq_is_capital(uint32_t c)
{
	if (c >= 'A' && c <= 'Z')
		return true;
	if (c >= 0xc0 && c <= 0xde)
		return c != 0xd7;
	if (c >= 0x100 && c <= 0x137)
		return (c & 1) == 0;
	if (c >= 0x139 && c <= 0x148)
		return (c & 1) == 1;
	if (c >= 0x14a && c <= 0x177)
		return (c & 1) == 0;
	if (c == 0x178 || c == 0x179 || c == 0x17b || c == 0x17d)
		return true;
	if (c >= 0x386 && c <= 0x3ab)
		return c != 0x390;
	return (c >= 0x400 && c <= 0x42f) || (c >= 0x1e00 && c <= 0x1eff && (c & 1) == 0);
}

#endif							/* NQ_CHARACTERS_H */
