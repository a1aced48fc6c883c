/*
 * char_index.c
 *	  Byte offsets to character offsets.
 *
 * Takes the stored article; gives the number of characters before every 64th byte, and from these the range in
 * characters of any range of bytes.  Every byte that is not a continuation byte (10xxxxxx) counts as one
 * character, in text that is not valid UTF-8 too.
 */
#include "core/base/simd.h"
#include "core/stages.h"
#include "core/text/reader_text.h"

/* Are all bytes of a window ASCII? */
static inline bool
is_ascii(const unsigned char *p)
{
	uint64_t	any = 0;

#pragma GCC unroll 8
	for (uint32_t i = 0; i < WINDOW_BYTES; i += 8)
		any |= load_eight(p + i);
	return (any & HIGH_EIGHT) == 0;
}

bool
nq_count_chars(Document *doc)
{
	const unsigned char *text = (const unsigned char *) doc->stored;
	size_t		windows = doc->stored_length / WINDOW_BYTES;
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
			chars -= count_bits(continuations_of_window(window));
	}
	doc->chars_before[windows] = chars;
	return true;
}

static uint32_t
chars_before(const Document *doc, uint32_t byte)
{
	const unsigned char *text = (const unsigned char *) doc->stored;
	uint32_t	start = byte - byte % WINDOW_BYTES;
	uint32_t	chars = doc->chars_before[byte / WINDOW_BYTES];

	if (doc->stored_length - start >= WINDOW_BYTES)
	{
		/* The counts before and after a window tell whether it is all ASCII. */
		chars += byte - start;
		if (doc->chars_before[byte / WINDOW_BYTES + 1] - doc->chars_before[byte / WINDOW_BYTES] < WINDOW_BYTES)
			chars -= count_bits(continuations_of_window(text + start) & lowest_bits(byte - start));
		return chars;
	}
	for (; start < byte; start++)
		chars += (text[start] & 0xc0) != 0x80;
	return chars;
}

static NqRange
range_of(const Document *doc, uint32_t start, uint32_t end, bool pairs)
{
	uint32_t	before;

	nq_stored_range(doc, pairs, &start, &end);
	before = chars_before(doc, start);
	return (NqRange) {start, end, before, chars_before(doc, end) - before};
}

NqRange
nq_range(const Document *doc, uint32_t start, uint32_t end)
{
	return range_of(doc, start, end, false);
}

NqRange
nq_range_of_quote(const Document *doc, uint32_t start, uint32_t end)
{
	return range_of(doc, start, end, true);
}
