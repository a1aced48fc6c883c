/*
 * letters.c
 *	  Latin letters without diacritics: see letters.h.
 */
#include "core/base/letters.h"

#include <stddef.h>

/*
 * The plain letter of each Latin letter from U+00C0 and from U+1E00 on.  An upper-case letter stands for two
 * letters (pair_of), a full stop for a letter that is kept.
 */
static const char latin[] =
"aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTy"	/* U+00C0 */
"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkk.lllllll"	/* U+0100 */
"lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz."	/* U+0140 */
"b..............a................oo.............uu..............."	/* U+0180 */
"....DDDLLLNNNaaiioouuuuuuuuuu.aaaaAA..ggkkoooo..jDDDgg..nnaaAAoo"	/* U+01C0 */
"aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"	/* U+0200 */
"...b............";			/* U+0240 */

static const char latin_additional[] =
"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"	/* U+1E00 */
"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"	/* U+1E40 */
"wwwwwwwwwwxxxxyyzzzzzzhtwya...S.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"	/* U+1E80 */
"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";	/* U+1EC0 */

static const char alphabet[26][2] = {
	"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m",
	"n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z"
};

static const char *
pair_of(char letter)
{
	switch (letter)
	{
		case 'A':
			return "ae";
		case 'D':
			return "dz";
		case 'I':
			return "ij";
		case 'L':
			return "lj";
		case 'N':
			return "nj";
		case 'O':
			return "oe";
		case 'S':
			return "ss";
		default:
			return "th";
	}
}

/* Expands a letter of the tables. */
static const char *
letters_of(char letter)
{
	if (letter == '.')
		return NULL;
	return letter >= 'a' ? alphabet[letter - 'a'] : pair_of(letter);
}

const char *
nq_plain_letters(uint32_t c)
{
	if (c >= 0xc0 && c < 0x250)
		return letters_of(latin[c - 0xc0]);
	if (c == 0x259)
		return "a";
	if (c >= 0x1e00 && c < 0x1f00)
		return letters_of(latin_additional[c - 0x1e00]);
	return NULL;
}
