/*
 * layout.c
 *	  The layout of a page, turned into words and signs in the reader's text.
 *
 * Takes the reader's text, in which each line is a paragraph.  Rewrites what the layout shows in a form that
 * later stages know:
 *
 *	- the page's own lines (page.txt) are left out, and a sentence that they interrupt is joined;
 *	- a line that signs the quotation before it is joined to it with a dash, even across empty lines:
 *	  "- Hilda Moreau", "Hilda Moreau, farmer", "(Hilda Moreau)";
 *	- a name on a line of its own above a quotation becomes its label, with a colon;
 *	- a paragraph that ends with a comma is joined to the next one if that begins in lower case;
 *	- signs of emphasis and other page signs (page_signs.h) are left out.
 *
 * A name between two quotations belongs to the one that no empty line separates from it; otherwise to the one
 * before, unless earlier names preceded their quotations.  A bare name between empty lines may be a byline, so
 * it counts only if there is more than one.
 *
 * A first walk finds out whether anything has to be changed, a second one changes it; the text of most articles
 * is left alone.  A walk sees three lines at a time.
 */
#include "core/stages.h"
#include "core/text/page_lines.h"
#include "core/text/page_signs.h"
#include "core/text/reader_text.h"

/* How a line is joined to the next one. */
typedef enum LineJoin
{
	JOIN_NONE,
	JOIN_BLANK,
	JOIN_DASH,
	JOIN_COMMA,
	JOIN_COLON
} LineJoin;

static const struct
{
	const char *text;
	uint32_t	bytes;
}			joints[] = {
	[JOIN_BLANK] = {" ", 1},
	[JOIN_DASH] = {" \xe2\x80\x94 ", 5},
	[JOIN_COMMA] = {", ", 2},
	[JOIN_COLON] = {": ", 2},
};

typedef struct PageReader
{
	Document   *doc;
	TextWriter *writer;			/* NULL in the first walk */
	PageLine	line;
	PageLine	next;
	PageLine	after;			/* the line after next */
	LineJoin	before;			/* how the line was joined to the one before it */
	bool		named;			/* the line is a quotation whose speaker is named above it */
	bool		signs;			/* the line is a signature, or the first half of one */
	bool		above;			/* some name preceded its quotation */
	uint32_t	bare;			/* number of bare names beside quotations, separated by empty lines */
	bool		changes;
} PageReader;

/* ---- decisions ---- */

static bool
is_name(const PageLine *line)
{
	return line->look == LOOK_NAME || line->look == LOOK_NAMED;
}

/* A name in one line and a description of its bearer in the next one.  A mark between would open a quotation that begins with the comma. */
static bool
is_in_two_lines(const Document *doc, const PageLine *name, const PageLine *next)
{
	return name->look == LOOK_NAME && next->look == LOOK_DESCRIPTION && (!next->gap || name->gap) && !nq_ends_with_mark(doc, name);
}

/* Can a bare name be a byline or a heading?  Nothing links it to the quotation beside it. */
static bool
is_doubtful(PageReader *r, const PageLine *name, bool gap)
{
	if (name->look != LOOK_NAME || !gap)
		return false;
	if (r->writer == NULL)
		r->bare++;
	return r->bare < 2;
}

/* Does the next line name the speaker of the quotation in this line? */
static bool
is_named_below(PageReader *r)
{
	if (r->line.look != LOOK_QUOTED || r->named || !is_name(&r->next))
		return false;
	if (is_in_two_lines(r->doc, &r->next, &r->after))
		return true;
	if (r->after.look == LOOK_QUOTED && ((r->next.gap && !r->after.gap) || (r->above && r->next.gap == r->after.gap)))
		return false;
	return !is_doubtful(r, &r->next, r->next.gap);
}

/* Does this line name the speaker of the quotation in the next one? */
static bool
is_named_above(PageReader *r)
{
	/* A mark at the end of the line would open a quotation that begins with the colon. */
	if (r->signs || r->next.look != LOOK_QUOTED || nq_ends_with_mark(r->doc, &r->line))
		return false;
	if (r->before == JOIN_COMMA && r->line.look == LOOK_DESCRIPTION)
		return true;
	return is_name(&r->line) && !is_doubtful(r, &r->line, r->next.gap);
}

/* How the line is joined to the next one. */
static LineJoin
choose_join(PageReader *r)
{
	if (r->next.look == LOOK_END)
		return JOIN_NONE;
	/* A dash alone in a line, and the name in the next one. */
	if (r->signs && r->line.look == LOOK_DASH)
		return JOIN_BLANK;
	if (nq_ends_with_mark(r->doc, &r->line))
	{
		if (r->next.look == LOOK_SIGNATURE || (r->next.look == LOOK_DASH && is_name(&r->after)))
			return JOIN_BLANK;
		if (is_named_below(r))
			return JOIN_DASH;
	}
	if (is_in_two_lines(r->doc, &r->line, &r->next) && (r->signs || (r->after.look == LOOK_QUOTED && (!r->after.gap || r->next.gap))))
		return JOIN_COMMA;
	if (is_named_above(r))
		return JOIN_COLON;
	if (nq_begins_lower(r->doc, &r->next) && nq_breaks_off(r->doc, &r->line, r->next.interrupted))
		return JOIN_BLANK;
	return JOIN_NONE;
}

/* ---- writing ---- */

/* Bytes of a line that are searched for a sign between two checks for interrupts. */
#define SIGN_BYTES 16384

/* Copies a range of a line without its page signs. */
static bool
copy_words(PageReader *r, uint32_t start, uint32_t end)
{
	TextWriter *w = r->writer;
	PageSigns	signs = {.count = 0};
	uint32_t	from = start;

	for (uint32_t at = start, round = 0; at < end; round++)
	{
		uint32_t	stop = end - at > SIGN_BYTES ? at + SIGN_BYTES : end;
		uint32_t	after;

		/* A line can be as long as the article. */
		if (!check_interrupts(r->doc, round, EVERY_16))
			return false;
		at = nq_next_page_sign(r->doc, &signs, at, stop, end);
		if (at == stop)
			continue;
		after = nq_after_page_sign(r->doc, &signs, at, start, end);
		if (after > at)
		{
			if (!nq_copy_text(w, r->doc->text + from, at - from, from))
				return false;
			from = after;
		}
		at = after > at ? after : at + 1;
	}
	return nq_copy_text(w, r->doc->text + from, end - from, from);
}

/* The end of a line, including signs of emphasis. */
static uint32_t
end_of_line(const PageReader *r, const PageLine *line)
{
	uint32_t	end = line->next;

	while (end > line->end && (r->doc->text[end - 1] == '\n' || r->doc->text[end - 1] == '\r' || r->doc->text[end - 1] == ' '))
		end--;
	return end;
}

/* Writes the line and the joint after it. */
static bool
write_line(PageReader *r, LineJoin join)
{
	TextWriter *w = r->writer;
	const PageLine *line = &r->line;
	uint32_t	end = end_of_line(r, line);
	uint32_t	from = line->begin;

	if (line->look == LOOK_QUOTED_NAMED)
	{
		if (!copy_words(r, from, line->name) || !nq_put_text(w, "\xe2\x80\x94 ", 4, line->name, line->name))
			return false;
		from = line->name;
	}
	/* A tilde is written as a dash. */
	if (line->look == LOOK_SIGNATURE && r->doc->text[line->start] == '~')
	{
		if (!nq_copy_text(w, r->doc->text + from, line->start - from, from) || !nq_put_text(w, "\xe2\x80\x94", 3, line->start, line->start + 1))
			return false;
		from = line->start + 1;
	}
	if (!copy_words(r, from, end))
		return false;
	if (join != JOIN_NONE)
		return nq_put_text(w, joints[join].text, joints[join].bytes, end, r->next.begin);
	if (!r->next.interrupted)
		return nq_copy_text(w, r->doc->text + end, r->next.begin - end, end);
	return r->next.look == LOOK_END || nq_put_text(w, "\n\n", 2, end, r->next.begin);
}

/* ---- the walk ---- */

/* Reads the next line that belongs to the article. */
static bool
read_line(PageReader *r, uint32_t at, PageLine *line)
{
	bool		gap = false;
	bool		interrupted = false;
	uint32_t	round = 0;

	if (!nq_read_page_line(r->doc, at, line))
		return false;
	for (; line->look == LOOK_FURNITURE; round++)
	{
		gap = interrupted = true;
		if (!check_interrupts(r->doc, round, EVERY_256) || !nq_read_page_line(r->doc, line->next, line))
			return false;
	}
	line->gap |= gap;
	line->interrupted = interrupted;
	r->changes |= interrupted;
	return true;
}

static void
step(PageReader *r, LineJoin join)
{
	r->signs = join == JOIN_DASH || (join == JOIN_BLANK && (r->next.look == LOOK_SIGNATURE || r->next.look == LOOK_DASH || r->line.look == LOOK_DASH)) ||
		(join == JOIN_COMMA && r->signs);
	r->named = join == JOIN_COLON;
	r->above |= join == JOIN_COLON;
	r->changes |= join != JOIN_NONE || r->line.look == LOOK_QUOTED_NAMED;
	r->before = join;
	r->line = r->next;
	r->next = r->after;
}

static bool
walk_lines(PageReader *r)
{
	uint32_t	round = 0;

	r->before = JOIN_NONE;
	r->named = r->signs = r->above = false;
	if (!read_line(r, 0, &r->line) || !read_line(r, r->line.next, &r->next))
		return false;
	r->line.gap = true;
	/* Keep the blanks before the first line. */
	if (r->writer != NULL && !r->line.interrupted && !nq_copy_text(r->writer, r->doc->text, r->line.begin, 0))
		return false;
	while (r->line.look != LOOK_END)
	{
		LineJoin	join;

		if (!check_interrupts(r->doc, round++, EVERY_16) || !read_line(r, r->next.next, &r->after))
			return false;
		join = choose_join(r);
		if (r->writer != NULL && !write_line(r, join))
			return false;
		step(r, join);
	}
	return true;
}

bool
nq_read_layout(Document *doc)
{
	PageReader	r = {.doc = doc};
	TextWriter	writer;

	if (doc->is_markup && doc->displayed)
	{
		doc->shown = doc->text;
		doc->shown_length = doc->length;
		doc->shown_runs = doc->runs;
		doc->shown_run_count = doc->run_count;
	}
	if (doc->length == 0)
		return true;
	if (!walk_lines(&r))
		return false;
	if (!r.changes && r.bare < 2 && !nq_has_page_signs(doc))
		return doc->status == NQ_OK;
	if (!nq_begin_text(&writer, doc, doc->length))
		return false;
	r.writer = &writer;
	if (!walk_lines(&r))
		return false;
	nq_end_text(&writer);
	return doc->status == NQ_OK;
}
