/*
 * html.c
 *	  An article with its quotations highlighted, as HTML.
 *
 * Gives a complete fragment: its own style, no script, no external reference.  A legend counts the quotations
 * of each speaker.  The article follows in paragraphs, each quotation a <mark> in its speaker's colour with the
 * speaker's number at its end, and with the name and other facts as its title.
 *
 * The text of the element nq-article is the article, byte for byte, or what a reader sees of it if it has tags
 * or entities; numbers and names are inserted by the style sheet.  All text from the article is escaped, so it
 * cannot add elements or attributes.
 *
 * A paragraph ends at a blank line, but not within a quotation, so that rows and paragraphs nest.  Line breaks
 * within a paragraph are kept.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "pg/highlight.h"
#include "miscadmin.h"
#include "utils/builtins.h"

/* Colours are reused after this many speakers. */
#define COLOURS	8

/* Bytes that are escaped between two CHECK_FOR_INTERRUPTS(). */
#define INTERRUPT_BYTES 65536

/*
 * A speaker's colour is a hue; the lightness of fill and line depends on the reader's colour scheme.  The hues
 * are ordered so that neighbours differ.
 */
static const char style[] =
"<style>\n"
".newsquote{--nq-ink:#1c1c22;--nq-page:#fff;--nq-fill:86%;--nq-line:40%;color-scheme:light dark;\n"
" max-width:42em;padding:1em 1.25em;font:1.05em/1.7 Georgia,'Times New Roman',serif;\n"
" color:var(--nq-ink);background:var(--nq-page)}\n"
"@media (prefers-color-scheme:dark){.newsquote{--nq-ink:#e9e9ee;--nq-page:#17171b;--nq-fill:22%;--nq-line:68%}}\n"
".newsquote p{margin:0 0 1em;white-space:pre-wrap;overflow-wrap:anywhere}\n"
".newsquote [data-nq]{position:relative;padding:.1em .2em;border-radius:.2em;color:inherit;\n"
" background:hsl(var(--nq-hue) var(--nq-vivid,75%) var(--nq-fill));\n"
" -webkit-box-decoration-break:clone;box-decoration-break:clone;print-color-adjust:exact}\n"
".newsquote [data-nq]::after{content:'\\2060' attr(data-nq);position:relative;top:-.5em;\n"
" margin-left:.15em;font:.65em/1 sans-serif;opacity:.8}\n"
".newsquote [data-nq='']::after{content:none}\n"
".newsquote .nq-indirect{padding:0;border-radius:0;background:none;text-decoration:underline .12em;\n"
" text-decoration-color:hsl(var(--nq-hue) var(--nq-vivid,75%) var(--nq-line));text-underline-offset:.22em}\n"
".newsquote mark:focus-visible{outline:.12em solid;outline-offset:.1em}\n"
".newsquote mark:focus-visible::before{content:attr(title);position:absolute;z-index:1;left:0;bottom:100%;\n"
" padding:.3em .6em;border-radius:.3em;font:.8em/1.3 sans-serif;white-space:nowrap;color:var(--nq-page);background:var(--nq-ink)}\n"
".newsquote ul{display:flex;flex-wrap:wrap;gap:.3em 1.2em;margin:0 0 1.2em;padding:0 0 .9em;list-style:none;\n"
" font:.85em/1.6 sans-serif;border-bottom:1px solid hsl(0 0% 50% / .4)}\n"
".nq-0{--nq-hue:0;--nq-vivid:0%}.nq-1{--nq-hue:48}.nq-2{--nq-hue:205}.nq-3{--nq-hue:335}.nq-4{--nq-hue:135}\n"
".nq-5{--nq-hue:270}.nq-6{--nq-hue:20}.nq-7{--nq-hue:175}.nq-8{--nq-hue:235}\n"
"</style>\n";

/* An HTML parser reads a carriage return as a line feed. */
static const char *
escape_of(char c)
{
	switch (c)
	{
		case '&':
			return "&amp;";
		case '<':
			return "&lt;";
		case '>':
			return "&gt;";
		case '"':
			return "&quot;";
		case '\'':
			return "&#39;";
		case '\r':
			return "&#13;";
		default:
			return NULL;
	}
}

/* In every server encoding, an ASCII byte is that character and not part of another one. */
static void
append_escaped(StringInfo out, const char *words, Size bytes)
{
	Size		done = 0;

	for (Size i = 0; i < bytes; i++)
	{
		const char *escape = escape_of(words[i]);

		if (i % INTERRUPT_BYTES == 0)
			CHECK_FOR_INTERRUPTS();
		if (escape != NULL)
		{
			appendBinaryStringInfo(out, words + done, (int) (i - done));
			appendStringInfoString(out, escape);
			done = i + 1;
		}
	}
	appendBinaryStringInfo(out, words + done, (int) (bytes - done));
}

static void
append_name(StringInfo out, NqSlice name)
{
	text	   *words = text_from_slice(name);

	append_escaped(out, VARDATA(words), VARSIZE(words) - VARHDRSZ);
	pfree(words);
}

/* Appends a word of the page, in the article's language. */
static void
append_label(Highlighter *h, const char *english)
{
	append_name(&h->out, nq_label(h->language, english));
}

/* Appends the class and the number that give the look of a speaker's quotations and of the entry in the legend. */
static void
append_look(StringInfo out, uint32 speaker, bool indirect)
{
	const char *more = indirect ? " nq-indirect" : "";

	if (speaker == NO_SPEAKER)
		appendStringInfo(out, "class=\"nq-0%s\" data-nq=\"\"", more);
	else
		appendStringInfo(out, "class=\"nq-%u%s\" data-nq=\"%u\"", speaker % COLOURS + 1, more, speaker + 1);
}

static void
append_entry(Highlighter *h, uint32 speaker, uint32 rows)
{
	appendStringInfoString(&h->out, "<li><span ");
	append_look(&h->out, speaker, false);
	appendStringInfoChar(&h->out, '>');
	if (speaker == NO_SPEAKER)
		append_label(h, "unknown speaker");
	else
		append_name(&h->out, h->speakers.speakers[speaker].name);
	appendStringInfo(&h->out, "</span> %u ", rows);
	append_label(h, rows == 1 ? "quotation" : "quotations");
	appendStringInfoString(&h->out, "</li>\n");
}

static void
append_legend(Highlighter *h)
{
	if (h->result->count == 0)
		return;
	appendStringInfoString(&h->out, "<ul role=\"list\" aria-label=\"");
	append_label(h, "Speakers");
	appendStringInfoString(&h->out, "\">\n");
	for (uint32 i = 0; i < h->speakers.count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		append_entry(h, i, h->speakers.speakers[i].rows);
	}
	if (h->speakers.unknown > 0)
		append_entry(h, NO_SPEAKER, h->speakers.unknown);
	appendStringInfoString(&h->out, "</ul>\n");
}

static void
html_begin(Highlighter *h)
{
	speakers_number(&h->speakers, h->result);
	appendStringInfoString(&h->out, "<div class=\"newsquote\">\n");
	appendStringInfoString(&h->out, style);
	append_legend(h);
	appendStringInfoString(&h->out, "<div class=\"nq-article\">");
}

static void
begin_paragraph(Highlighter *h)
{
	if (!h->in_paragraph)
		appendStringInfoString(&h->out, "<p>");
	h->in_paragraph = true;
}

static void
end_paragraph(Highlighter *h)
{
	if (h->in_paragraph)
		appendStringInfoString(&h->out, "</p>");
	h->in_paragraph = false;
}

static Size
blanks_at(const char *words, Size bytes)
{
	Size		n = 0;

	while (n < bytes && (words[n] == ' ' || words[n] == '\t' || words[n] == '\r' || words[n] == '\n'))
		n++;
	return n;
}

/* Do the blanks contain an empty line? */
static bool
is_break(const char *blanks, Size bytes)
{
	const char *first = memchr(blanks, '\n', bytes);

	return first != NULL && memchr(first + 1, '\n', bytes - (first + 1 - blanks)) != NULL;
}

static void
html_words(Highlighter *h, const char *words, Size bytes)
{
	Size		i = 0;

	while (i < bytes && h->depth == 0)
	{
		Size		blanks = blanks_at(words + i, bytes - i);
		Size		line = i + blanks;
		const char *line_end = memchr(words + line, '\n', bytes - line);

		if (is_break(words + i, blanks))
			end_paragraph(h);
		append_escaped(&h->out, words + i, blanks);
		i = line_end == NULL ? bytes : (Size) (line_end - words);
		if (i > line)
			begin_paragraph(h);
		append_escaped(&h->out, words + line, i - line);
	}
	append_escaped(&h->out, words + i, bytes - i);
}

/* "Clara Brandt, senator; person, female; not presented as said" */
static void
append_title(Highlighter *h, const NqRow *row)
{
	if (row->speaker.data == NULL)
		append_label(h, "unknown speaker");
	else
		append_name(&h->out, row->speaker);
	if (row->speaker_role.data != NULL)
	{
		appendStringInfoString(&h->out, ", ");
		append_name(&h->out, row->speaker_role);
	}
	if (row->speaker_type != NQ_NO_TYPE)
	{
		appendStringInfoString(&h->out, "; ");
		append_label(h, speaker_type_name(row->speaker_type));
	}
	if (row->speaker_gender != NQ_NO_GENDER)
	{
		appendStringInfoString(&h->out, ", ");
		append_label(h, gender_name(row->speaker_gender));
	}
	if (!row->asserted)
	{
		appendStringInfoString(&h->out, "; ");
		append_label(h, "not presented as said");
	}
}

static void
html_open(Highlighter *h, size_t row)
{
	uint32		speaker = h->speakers.of_row[row];

	begin_paragraph(h);
	appendStringInfoString(&h->out, "<mark ");
	append_look(&h->out, speaker, h->result->rows[row].kind == NQ_INDIRECT);
	appendStringInfoString(&h->out, " title=\"");
	append_title(h, &h->result->rows[row]);
	appendStringInfoString(&h->out, "\" tabindex=\"0\">");
}

static void
html_close(Highlighter *h)
{
	appendStringInfoString(&h->out, "</mark>");
}

static void
html_end(Highlighter *h)
{
	end_paragraph(h);
	appendStringInfoString(&h->out, "</div>\n</div>\n");
}

const Format html_format = {html_begin, html_words, html_open, html_close, html_end};
