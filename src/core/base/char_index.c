/*
 * char_index.c
 *	  Bytes to characters: where spans begin, and how long they are.
 *
 * Takes the text; gives the characters before every 64th byte, and from these the span of
 * any two bytes.  Every byte is a character, but for those that go on from another one (10xxxxxx):
 * in text that is no valid UTF-8, too.
 */
#include "core/stages.h"
#include "core/lexical/word_properties.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The bytes that are looked at together: a bit for each. */
#define WINDOW_BYTES 64

/* Which of the bytes of a whole window go on from another one. */
static inline uint64_t
find_continuations(const unsigned char *p)
{
	uint64_t	found = 0;

#ifdef __SSE2__
#pragma GCC unroll 4
	for (uint32_t i = 0; i < WINDOW_BYTES; i += 16)
	{
		/* As signed bytes these are the lowest: 0x80 to 0xbf. */
		__m128i		those = _mm_cmplt_epi8(_mm_loadu_si128((const __m128i *) (p + i)), _mm_set1_epi8((char) 0xc0));

		found |= (uint64_t) (uint32_t) _mm_movemask_epi8(those) << i;
	}
#else
	for (uint32_t i = 0; i < WINDOW_BYTES; i++)
		found |= (uint64_t) ((p[i] & 0xc0) == 0x80) << i;
#endif
	return found;
}

/* Whether all of the bytes of a whole window are ASCII. */
static inline bool
is_ascii(const unsigned char *p)
{
	uint64_t	any = 0;

#pragma GCC unroll 8
	for (uint32_t i = 0; i < WINDOW_BYTES; i += 8)
		any |= nq_load_eight(p + i);
	return (any & UINT64_C(0x8080808080808080)) == 0;
}

bool
nq_count_chars(Document *doc)
{
	const unsigned char *text = (const unsigned char *) doc->text;
	size_t		windows = doc->length / WINDOW_BYTES;
	uint32_t	chars = 0;

	doc->chars_before = nq_arena_alloc(doc->arena, (windows + 1) * sizeof(uint32_t));
	if (doc->chars_before == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (size_t i = 0; i < windows; i++)
	{
		const unsigned char *window = text + i * WINDOW_BYTES;

		if (!check_interrupts(doc, (uint32_t) i, EVERY_65536))
			return false;
		doc->chars_before[i] = chars;
		chars += WINDOW_BYTES;
		if (!is_ascii(window))
			chars -= count_bits(find_continuations(window));
	}
	doc->chars_before[windows] = chars;
	return true;
}

static uint32_t
chars_before(const Document *doc, uint32_t byte)
{
	const unsigned char *text = (const unsigned char *) doc->text;
	uint32_t	start = byte - byte % WINDOW_BYTES;
	uint32_t	chars = doc->chars_before[byte / WINDOW_BYTES];

	if (doc->length - start >= WINDOW_BYTES)
	{
		/* Whether a window is ASCII is known from those before it and after. */
		chars += byte - start;
		if (doc->chars_before[byte / WINDOW_BYTES + 1] - doc->chars_before[byte / WINDOW_BYTES] < WINDOW_BYTES)
			chars -= count_bits(find_continuations(text + start) & lowest_bits(byte - start));
		return chars;
	}
	for (; start < byte; start++)
		chars += (text[start] & 0xc0) != 0x80;
	return chars;
}

NqRange
nq_range(const Document *doc, uint32_t start, uint32_t end)
{
	uint32_t	before = chars_before(doc, start);

	return (NqRange) {start, end, before, chars_before(doc, end) - before};
}
