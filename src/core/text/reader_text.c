/*
 * reader_text.c
 *	  The article as a reader sees it, and the stored position of each piece of it.
 *
 * A range of the reader's text maps to the stored bytes from its first character to its last.  A tag right
 * before or after the range belongs to it if its counterpart does: "we are <a>shut</a>", not "we are <a>shut".
 * A quotation is everything between its marks and also takes tags around all of its words: <em>a farce</em>.
 * Tags are counted, not compared by name.
 */
#include "core/text/reader_text.h"

#include "core/base/characters.h"
#include "core/base/search.h"
#include "core/text/markup_tags.h"

#include <string.h>

/* ---- writing ---- */

bool
nq_begin_text(TextWriter *w, Document *doc, uint32_t expected)
{
	memset(w, 0, sizeof(*w));
	w->doc = doc;
#ifdef NQ_DEBUG
	expected = 1;				/* texts rarely grow; here they always do */
#endif
	w->capacity = expected;
	w->run_capacity = doc->length / 64;
	w->text = nq_arena_alloc(doc->arena, expected);
	return w->text != NULL || fail(doc, NQ_NO_MEMORY);
}

static bool
new_run(TextWriter *w, uint32_t stored, uint32_t stored_end)
{
	if (!nq_reserve(w->doc->arena, (void **) &w->runs, &w->run_capacity, w->run_count, sizeof(TextRun)))
		return fail(w->doc, NQ_NO_MEMORY);
	w->runs[w->run_count++] = (TextRun) {w->length, stored, stored_end};
	return true;
}

/* Makes room for more bytes. */
static bool
make_room(TextWriter *w, uint32_t length)
{
	size_t		capacity = 2 * ((size_t) w->length + length);
	char	   *text;

	if (length <= w->capacity - w->length)
		return true;
	text = capacity <= UINT32_MAX ? nq_arena_alloc(w->doc->arena, capacity) : NULL;
	if (text == NULL)
		return fail(w->doc, NQ_NO_MEMORY);
	memcpy(text, w->text, w->length);
	nq_arena_drop(w->doc->arena, w->text);
	w->text = text;
	w->capacity = (uint32_t) capacity;
	return true;
}

static bool
append(TextWriter *w, const char *bytes, uint32_t length)
{
	if (!make_room(w, length))
		return false;
	memcpy(w->text + w->length, bytes, length);
	w->length += length;
	return true;
}

bool
nq_copy_text(TextWriter *w, const char *bytes, uint32_t length, uint32_t stored)
{
	TextRun    *last = w->run_count > 0 ? &w->runs[w->run_count - 1] : NULL;

	if (length == 0)
		return true;
	if (last != NULL && w->copies && last->stored_end == stored)
		last->stored_end += length;
	else if (!new_run(w, stored, stored + length))
		return false;
	w->copies = true;
	return append(w, bytes, length);
}

bool
nq_put_text(TextWriter *w, const char *bytes, uint32_t length, uint32_t stored, uint32_t stored_end)
{
	if (!new_run(w, stored, stored_end))
		return false;
	w->copies = false;
	return append(w, bytes, length);
}

static uint32_t run_at(const Document *doc, uint32_t read);
static bool is_copied(const Document *doc, uint32_t run);

/* The end of a run of the current text. */
static uint32_t
end_of_run(const Document *doc, uint32_t run)
{
	return run + 1 < doc->run_count ? doc->runs[run + 1].read : doc->length;
}

/* The stored position of a byte of the current text. */
static uint32_t
stored_place(const Document *doc, uint32_t read)
{
	uint32_t	run;

	if (read == doc->length)
		return doc->runs[doc->run_count - 1].stored_end;
	run = run_at(doc, read);
	return doc->runs[run].stored + (is_copied(doc, run) ? read - doc->runs[run].read : 0);
}

/* Converts a run that copies the current text to runs of stored bytes. */
static bool
compose_copy(TextWriter *w, TextRun run)
{
	const Document *doc = w->doc;

	for (uint32_t old = run_at(doc, run.stored), at = run.stored; at < run.stored_end; old++)
	{
		uint32_t	end = end_of_run(doc, old) < run.stored_end ? end_of_run(doc, old) : run.stored_end;
		uint32_t	stored = doc->runs[old].stored;

		w->length = run.read + (at - run.stored);
		if (!is_copied(doc, old) ? !new_run(w, stored, doc->runs[old].stored_end) :
			!new_run(w, stored + (at - doc->runs[old].read), stored + (end - doc->runs[old].read)))
			return false;
		at = end;
	}
	return true;
}

/* Converts all runs, which refer to the current text, to runs of stored bytes. */
static bool
compose_runs(TextWriter *w)
{
	TextRun    *runs = w->runs;
	uint32_t	count = w->run_count;
	uint32_t	length = w->length;

	w->runs = NULL;
	w->run_count = 0;
	w->run_capacity = w->doc->run_count + count;
	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t	end = i + 1 < count ? runs[i + 1].read : length;

		if (!check_interrupts(w->doc, i, EVERY_4096))
			return false;
		w->length = runs[i].read;
		if (end - runs[i].read == runs[i].stored_end - runs[i].stored)
		{
			if (!compose_copy(w, runs[i]))
				return false;
		}
		else if (!new_run(w, stored_place(w->doc, runs[i].stored), stored_place(w->doc, runs[i].stored_end)))
			return false;
	}
	w->length = length;
	nq_arena_drop(w->doc->arena, runs);
	return true;
}

/* Releases the current text, if it is a copy, and its runs, but not the displayed text. */
static void
drop_text(const Document *doc)
{
	if (doc->text != doc->stored && doc->text != doc->shown)
		nq_arena_drop(doc->arena, (char *) doc->text);
	if (doc->runs != NULL && doc->runs != doc->shown_runs)
		nq_arena_drop(doc->arena, doc->runs);
}

bool
nq_end_text(TextWriter *w)
{
	Document   *doc = w->doc;

	if (doc->runs != NULL && !compose_runs(w))
		return false;
	drop_text(doc);
	doc->text = w->text;
	doc->length = w->length;
	doc->runs = w->runs;
	doc->run_count = w->run_count;
	return true;
}

/* ---- places ---- */

/* The last run that begins at or before a byte of the reader's text; the first run begins at 0. */
static uint32_t
run_at(const Document *doc, uint32_t read)
{
	return FIRST_FROM(TextRun, read, doc->runs, 0, doc->run_count, read + 1) - 1;
}

static bool
is_copied(const Document *doc, uint32_t run)
{
	const TextRun *r = &doc->runs[run];
	uint32_t	end = run + 1 < doc->run_count ? r[1].read : doc->length;

	return end - r->read == r->stored_end - r->stored;
}

/* The stored bytes between a run and the next one, which are not read: [*from, *to). */
static void
gap_after(const Document *doc, uint32_t run, uint32_t *from, uint32_t *to)
{
	*from = doc->runs[run].stored_end;
	*to = run + 1 < doc->run_count ? doc->runs[run + 1].stored : doc->stored_length;
}

/* The stored bytes before a run that are not read. */
static void
gap_before(const Document *doc, uint32_t run, uint32_t *from, uint32_t *to)
{
	*from = run > 0 ? doc->runs[run - 1].stored_end : 0;
	*to = doc->runs[run].stored;
}

/* The maximum number of tags on each side. */
#define TAGS_BESIDE 16

/* Counts the inline tags in the gaps of a range that are opened but not closed, and closed but not opened. */
static void
count_tags(const Document *doc, uint32_t first, uint32_t last, uint32_t *opened, uint32_t *closed)
{
	*opened = *closed = 0;
	for (uint32_t run = first; run < last; run++)
	{
		uint32_t	at;
		uint32_t	end;
		StoredTag	tag;

		gap_after(doc, run, &at, &end);
		while (nq_next_tag(doc, &at, end, &tag))
		{
			if (!tag.is_inline)
				continue;
			if (!tag.closing)
				++*opened;
			else if (*opened > 0)
				--*opened;
			else
				++*closed;
		}
	}
}

/* Collects the opening tags right before a run, the nearest first; returns their number. */
static uint32_t
tags_before(const Document *doc, uint32_t run, uint32_t places[TAGS_BESIDE])
{
	uint32_t	all[TAGS_BESIDE];
	uint32_t	count = 0;
	uint32_t	at;
	uint32_t	end;
	StoredTag	tag;

	gap_before(doc, run, &at, &end);
	if (end - at > TAGS_BESIDE * 1024)
		return 0;
	while (nq_next_tag(doc, &at, end, &tag))
	{
		if (tag.closing || !tag.is_inline || count == TAGS_BESIDE)
			count = 0;
		if (!tag.closing && tag.is_inline)
			all[count++] = tag.start;
	}
	for (uint32_t i = 0; i < count; i++)
		places[i] = all[count - 1 - i];
	return count;
}

/* Collects the ends of the closing tags right after a run, the nearest first; returns their number. */
static uint32_t
tags_after(const Document *doc, uint32_t run, uint32_t places[TAGS_BESIDE])
{
	uint32_t	count = 0;
	uint32_t	at;
	uint32_t	end;
	StoredTag	tag;

	gap_after(doc, run, &at, &end);
	while (count < TAGS_BESIDE && nq_next_tag(doc, &at, end, &tag) && tag.closing && tag.is_inline)
		places[count++] = tag.end;
	return count;
}

/* Extends the range by the tags beside it; with pairs, also by those around it: see the file's head. */
static void
take_tags(const Document *doc, uint32_t first, uint32_t last, bool from_start, bool to_end, bool pairs, uint32_t *start, uint32_t *end)
{
	uint32_t	before[TAGS_BESIDE];
	uint32_t	after[TAGS_BESIDE];
	uint32_t	opened;
	uint32_t	closed;
	uint32_t	left = from_start ? tags_before(doc, first, before) : 0;
	uint32_t	right = to_end ? tags_after(doc, last, after) : 0;
	uint32_t	around;

	if (left == 0 && right == 0)
		return;
	count_tags(doc, first, last, &opened, &closed);
	closed = closed < left ? closed : left;
	opened = opened < right ? opened : right;
	around = left - closed < right - opened ? left - closed : right - opened;
	if (!pairs)
		around = 0;
	if (closed + around > 0)
		*start = before[closed + around - 1];
	if (opened + around > 0)
		*end = after[opened + around - 1];
}

void
nq_stored_range(const Document *doc, bool pairs, uint32_t *start, uint32_t *end)
{
	uint32_t	first;
	uint32_t	last;
	uint32_t	last_byte;
	bool		from_start;
	bool		to_end;

	if (doc->runs == NULL || *start == *end)
		return;
	first = run_at(doc, *start);
	last = run_at(doc, *end - 1);
	from_start = !is_copied(doc, first) || *start == doc->runs[first].read;
	*start = doc->runs[first].stored + (is_copied(doc, first) ? *start - doc->runs[first].read : 0);
	last_byte = *end - 1 - doc->runs[last].read;
	to_end = !is_copied(doc, last) || doc->runs[last].stored + last_byte + 1 == doc->runs[last].stored_end;
	*end = is_copied(doc, last) ? doc->runs[last].stored + last_byte + 1 : doc->runs[last].stored_end;
	take_tags(doc, first, last, from_start, to_end, pairs, start, end);
	/* What layout and markup add is stored where blanks are. */
	while (*start + 1 < *end && is_blank_byte((unsigned char) doc->stored[*start]))
		++*start;
	while (*end > *start + 1 && is_blank_byte((unsigned char) doc->stored[*end - 1]))
		--*end;
}

uint32_t
nq_reader_place(const TextRun *runs, size_t count, uint32_t length, uint32_t stored)
{
	uint32_t	run;
	uint32_t	end;

	if (runs == NULL)
		return stored;
	run = FIRST_FROM(TextRun, stored_end, runs, 0, (uint32_t) count, stored + 1);
	if (run == count)
		return length;
	end = run + 1 < count ? runs[run + 1].read : length;
	if (stored <= runs[run].stored || end - runs[run].read != runs[run].stored_end - runs[run].stored)
		return runs[run].read;
	return runs[run].read + (stored - runs[run].stored);
}

/* ---- blanks ---- */

/* Returns 1 for a blank or a line break, 2 for an invisible character such as a soft hyphen, otherwise 0. */
static int
sort_of_blank(uint32_t code)
{
	if (code == 0xad || code == 0x200b || code == 0x2060 || code == 0xfeff)
		return 2;
	return code <= ' ' || nq_is_space(code) || nq_is_newline(code);
}

static bool
is_folded(NqSlice words)
{
	for (uint32_t i = 0; i < words.length; i++)
	{
		unsigned char b = (unsigned char) words.data[i];

		if (b < ' ' || (b == ' ' && (i == 0 || i + 1 == words.length || words.data[i + 1] == ' ')) ||
			b == 0xc2 || b == 0xe1 || b == 0xe2 || b == 0xe3 || b == 0xef)
			return false;
	}
	return true;
}

bool
nq_fold_blanks(Arena *arena, NqSlice *words)
{
	const unsigned char *p;
	const unsigned char *end;
	uint32_t	length = 0;
	uint32_t	round = 0;
	bool		blank = false;
	char	   *folded;

	if (words->data == NULL || is_folded(*words))
		return true;
	folded = nq_arena_alloc(arena, (size_t) words->length + 1);
	if (folded == NULL)
		return false;
	p = (const unsigned char *) words->data;
	end = p + words->length;
	while (p < end)
	{
		Character	c = nq_decode(p, end);
		int			sort = sort_of_blank(c.code);

		if (sort == 0)
		{
			if (blank && length > 0)
				folded[length++] = ' ';
			memcpy(folded + length, p, c.bytes);
			length += c.bytes;
			blank = false;
		}
		blank = blank || sort == 1;
		p += c.bytes;
		if ((++round & EVERY_65536) == 0 && arena->host->cancelled(arena->host->context))
		{
			arena->cancelled = true;
			return false;
		}
	}
	*words = (NqSlice) {folded, length};
	return true;
}
