/*
 * lines.c
 *	  Hard-wrapped lines: the reader's text with one line for a paragraph.
 *
 * Takes the reader's text; if its lines are wrapped, at whatever width, joins those of each paragraph.  Lines
 * quoted as in mail lose their "> ".  A text with one line per paragraph is unchanged, and so is one in which
 * no two lines are adjacent.
 *
 * Two lines with no empty line between them are a break.  A break is broken if the second line continues the
 * sentence of the first one in lower case; it is open if the first line ends within a sentence.  A text is
 * wrapped if
 *
 *	- a quarter of its breaks, and at least WRAPPED_LINES, are broken; or
 *	- it is brief, one break is broken, and half of them are broken or open; or
 *	- half of its breaks are broken or open, and its paragraphs, delimited by empty lines, have the shape: all lines
 *	  but the last are of similar width, and the last one ends its sentence.
 *
 * A break of a wrapped text ends a paragraph if the next line is indented or is a list item, or if the next
 * word would have fitted into the line and the line ends a sentence or is short.  A word hyphenated at the end
 * of a line is joined.  The hyphen is kept if it belongs to a compound: if both parts are words, or if the same
 * compound is printed nearby.
 */
#include "core/base/bounds.h"
#include "core/base/characters.h"
#include "core/lexical/lexicon.h"
#include "core/stages.h"
#include "core/text/byte_classes.h"
#include "core/text/reader_text.h"

#include <string.h>

/* Widths above this many characters are not distinguished.  A text with more than a few such lines is not wrapped. */
#define WIDTH_MAX 400

typedef struct Line
{
	uint32_t	start;			/* after quoting marks and blanks */
	uint32_t	end;			/* before trailing blanks */
	uint32_t	next;			/* start of the next line */
	uint32_t	indent;
	uint32_t	width;			/* in characters, including the indent */
	uint32_t	first_word;		/* length of the first word, in characters */
	uint32_t	begin;			/* including everything before its words */
	bool		quoted;			/* begins with ">" */
} Line;

typedef struct LineReader
{
	Document   *doc;
	const unsigned char *text;
	uint32_t	length;
	/* Statistics of all lines. */
	uint32_t	breaks;
	uint32_t	broken;
	uint32_t	open;
	uint32_t	widths[WIDTH_MAX + 1];	/* of lines that a break follows */
	uint32_t	indents[WIDTH_MAX + 1];	/* of all lines */
	uint32_t	full;			/* the width that few lines exceed */
	uint32_t	margin;			/* the indent of lines that do not begin a paragraph */
	bool		shaped;			/* paragraphs have the shape of wrapped text */
	bool		filled;			/* lines take every word that fits */
	bool		wrapped;
} LineReader;

/* ---- lines ---- */

static bool
is_line_blank(unsigned char b)
{
	return b == ' ' || b == '\t' || b == '\r' || b == '\f';
}

/* Skips the "> " of quoted lines. */
static uint32_t
skip_quoting(const LineReader *r, uint32_t at, uint32_t end)
{
	uint32_t	after = at;

	while (after < end && (r->text[after] == '>' || (after > at && r->text[after] == ' ' && after + 1 < end && r->text[after + 1] == '>')))
		after++;
	if (after > at && after < end && r->text[after] == ' ')
		after++;
	return after;
}

static uint32_t
count_characters(const unsigned char *p, uint32_t bytes)
{
	uint32_t	count = 0;

	for (uint32_t i = 0; i < bytes; i++)
		count += (p[i] & 0xc0) != 0x80;
	return count;
}

/* The end of the line that begins at a position, without its line feed. */
static uint32_t
line_feed(const LineReader *r, uint32_t at)
{
	const unsigned char *feed = memchr(r->text + at, '\n', r->length - at);

	return feed == NULL ? r->length : (uint32_t) (feed - r->text);
}

/* Finds the bounds and the indent of the line at a position. */
static void
find_line(const LineReader *r, uint32_t at, Line *line)
{
	uint32_t	end = line_feed(r, at);
	uint32_t	start;

	line->begin = at;
	line->next = end < r->length ? end + 1 : end;
	while (end > at && is_line_blank(r->text[end - 1]))
		end--;
	start = skip_quoting(r, at, end);
	line->quoted = start > at;
	line->indent = 0;
	for (; start < end && is_line_blank(r->text[start]); start++)
		line->indent += r->text[start] == '\t' ? 8 : 1;
	if (line->indent > WIDTH_MAX)
		line->indent = WIDTH_MAX;
	line->start = start;
	line->end = end;
}

/* Measures a line, in characters, up to WIDTH_MAX. */
static void
measure_line(const LineReader *r, Line *line)
{
	uint32_t	start = line->start;
	uint32_t	end = line->end;

	line->width = end - start > WIDTH_MAX ? WIDTH_MAX : count_characters(r->text + start, end - start);
	if (line->width < WIDTH_MAX)
		line->width += line->indent;
	if (line->width > WIDTH_MAX)
		line->width = WIDTH_MAX;
	line->first_word = 0;
	for (uint32_t i = start; i < end && i - start < WIDTH_MAX && !is_line_blank(r->text[i]); i++)
		line->first_word += (r->text[i] & 0xc0) != 0x80;
}

static void
read_line(const LineReader *r, uint32_t at, Line *line)
{
	find_line(r, at, line);
	measure_line(r, line);
}

static bool
is_empty(const Line *line)
{
	return line->start == line->end;
}

/* ---- breaks ---- */

/* The last character of a non-empty line. */
static Character
last_character(const LineReader *r, const Line *line)
{
	uint32_t	at = line->end - 1;

	while (at > line->start && (r->text[at] & 0xc0) == 0x80)
		at--;
	return nq_decode(r->text + at, r->text + line->end);
}

static bool
is_letter(uint32_t code)
{
	return code < 0x80 ? byte_class[code] == B_LOWER || byte_class[code] == B_UPPER : nq_is_letter(code);
}

static bool
is_quotation_mark(uint32_t code)
{
	return code == '"' || code == '\'' || (code >= 0x2018 && code <= 0x201f) || code == 0xab || code == 0xbb;
}

/* Does a line end within a sentence? */
static bool
is_open(const LineReader *r, const Line *line)
{
	uint32_t	code = last_character(r, line).code;

	return is_letter(code) || (code >= '0' && code <= '9') || code == ',' || code == ';' || code == '-' || code == '(' ||
		code == '&' || (code >= 0x2010 && code <= 0x2015);
}

/* Does a line end with the end of a sentence, possibly followed by closing marks? */
static bool
ends_sentence(const LineReader *r, const Line *line)
{
	uint32_t	end = line->end;

	while (end > line->start)
	{
		uint32_t	at = end - 1;
		uint32_t	code;

		while (at > line->start && (r->text[at] & 0xc0) == 0x80)
			at--;
		code = nq_decode(r->text + at, r->text + end).code;
		if (code == '.' || code == '!' || code == '?' || code == 0x2026)
			return true;
		if (!is_quotation_mark(code) && code != ')')
			return false;
		end = at;
	}
	return false;
}

/* Does a line begin with a lower-case letter? */
static bool
begins_lower(const LineReader *r, const Line *line)
{
	Character	c = nq_decode(r->text + line->start, r->text + line->end);

	return c.code < 0x80 ? byte_class[c.code] == B_LOWER : nq_is_letter(c.code) && !nq_is_capital(c.code);
}

/* Does the next line continue the sentence of this one? */
static bool
is_broken(const LineReader *r, const Line *line, const Line *next)
{
	uint32_t	code = last_character(r, line).code;

	return begins_lower(r, next) && code != '.' && code != '!' && code != '?' && code != ':';
}

/* Would the first word of the next line have fitted into this one? */
static bool
had_room(const LineReader *r, const Line *line, const Line *next)
{
	return line->width + 1 + next->first_word <= r->full;
}

/* ---- what the text is ---- */

/* The lines of one paragraph, delimited by empty lines. */
typedef struct Group
{
	uint32_t	lines;
	uint32_t	narrowest;		/* of all lines but the last */
	bool		running;		/* a line but the last has punctuation of running text */
} Group;

static bool
is_running(const LineReader *r, const Line *line)
{
	for (uint32_t i = line->start; i + 1 < line->end && i - line->start < WIDTH_MAX; i++)
		if (r->text[i] == ',' || r->text[i] == '"' || r->text[i] == '.' || (r->text[i] == 0xe2 && r->text[i + 1] == 0x80))
			return true;
	return false;
}

/* Counts the breaks, the widths and the indents of all lines. */
static bool
survey_lines(LineReader *r)
{
	Line		line = {.start = 0, .end = 0};
	Line		before = line;
	uint32_t	round = 0;

	for (uint32_t at = 0; at < r->length; at = line.next, round++)
	{
		if (!check_interrupts(r->doc, round, EVERY_256))
			return false;
		find_line(r, at, &line);
		if (!is_empty(&line))
			r->indents[line.indent]++;
		if (!is_empty(&line) && !is_empty(&before))
		{
			measure_line(r, &before);
			r->breaks++;
			r->widths[before.width]++;
			if (is_broken(r, &before, &line))
				r->broken++;
			else if (is_open(r, &before))
				r->open++;
		}
		before = line;
	}
	return true;
}

/* Do the paragraphs look as if they were wrapped at the full width? */
static bool
check_shape(LineReader *r)
{
	Group		group = {0, 0, false};
	Line		line;
	Line		before = {.start = 0, .end = 0};
	uint32_t	round = 0;

	r->shaped = true;
	for (uint32_t at = 0; at <= r->length && r->shaped; at = line.next, round++)
	{
		if (!check_interrupts(r->doc, round, EVERY_256))
			return false;
		read_line(r, at, &line);
		if (is_empty(&line))
		{
			if (group.lines > 1)
				r->shaped = group.running && group.narrowest * 2 >= r->full && before.width <= r->full && ends_sentence(r, &before);
			group = (Group) {0, 0, false};
		}
		else
		{
			if (group.lines > 0)
			{
				group.narrowest = group.lines == 1 || before.width < group.narrowest ? before.width : group.narrowest;
				group.running |= is_running(r, &before);
			}
			group.lines++;
		}
		before = line;
		if (at == r->length)
			break;
	}
	return true;
}

/*
 * Sets full, the width that at most one line in fifty exceeds, and margin, the least indent that more than one
 * line in twenty has.
 */
static void
set_measures(LineReader *r)
{
	uint32_t	wider = 0;
	uint32_t	width = WIDTH_MAX;
	uint32_t	lines = 0;

	for (; width > 0 && (wider += r->widths[width]) <= r->breaks / 50; width--)
		;
	r->full = width;
	for (uint32_t i = 0; i <= WIDTH_MAX; i++)
		lines += r->indents[i];
	while (r->margin < WIDTH_MAX && r->indents[r->margin] <= lines / 20)
		r->margin++;
}

/* Are lines filled: does the next word not fit in nine of ten breaks that are certainly within a paragraph? */
static bool
check_filling(LineReader *r)
{
	uint32_t	filled = 0;
	uint32_t	round = 0;
	Line		line;
	Line		before = {.start = 0, .end = 0};

	for (uint32_t at = 0; at < r->length; at = line.next, round++)
	{
		if (!check_interrupts(r->doc, round, EVERY_256))
			return false;
		read_line(r, at, &line);
		if (!is_empty(&line) && !is_empty(&before) && is_broken(r, &before, &line))
			filled += !had_room(r, &before, &line);
		before = line;
	}
	r->filled = r->broken >= WRAPPED_LINES && filled >= r->broken - r->broken / 10;
	return true;
}

/* Decides whether the text is wrapped.  Returns false when the stage has to stop. */
static bool
find_wrapping(LineReader *r)
{
	if (!survey_lines(r))
		return false;
	if (r->broken + r->open == 0)
		return true;
	set_measures(r);
	/* Lines of the maximal width are whole paragraphs. */
	if (r->full == WIDTH_MAX)
		return true;
	if (r->broken >= WRAPPED_LINES && r->broken >= r->breaks / WRAPPED_SHARE)
		r->wrapped = true;
	else if ((r->broken + r->open) * 2 >= r->breaks && r->full <= WRAPPED_WIDTH)
	{
		if (!check_shape(r))
			return false;
		r->wrapped = r->shaped || (r->broken > 0 && r->breaks <= WRAPPED_BRIEF);
	}
	return !r->wrapped || check_filling(r);
}

/* ---- joining ---- */

/* Does a line begin like a list item? */
static bool
is_item(const LineReader *r, const Line *line)
{
	Character	c = nq_decode(r->text + line->start, r->text + line->end);
	uint32_t	at = line->start + c.bytes;

	while (c.code >= '0' && c.code <= '9' && at < line->end && byte_class[r->text[at]] == B_DIGIT)
		at++;
	if (c.code >= '0' && c.code <= '9')
		return at + 1 < line->end && (r->text[at] == '.' || r->text[at] == ')') && r->text[at + 1] == ' ';
	return (c.code == 0x2022 || c.code == 0xb7 || c.code == '*' || c.code == '-' || (c.code >= 0x2013 && c.code <= 0x2015)) &&
		at < line->end && is_line_blank(r->text[at]);
}

/* Do two lines belong to one paragraph? */
static bool
belong_together(const LineReader *r, const Line *line, const Line *next)
{
	bool		open = is_open(r, line);

	if (is_broken(r, line, next))
		return true;
	if (next->indent > r->margin)
		return false;
	if (!open && is_item(r, next))
		return false;
	if (!had_room(r, line, next))
		return true;
	return open && !r->filled && line->width * 2 > r->full;
}

/* Is a line joined with the next one? */
static bool
joins(const LineReader *r, const Line *line, const Line *next)
{
	return !is_empty(line) && !is_empty(next) && belong_together(r, line, next);
}

/* Number of letter bytes right before or after a position. */
static uint32_t
letters_before(const LineReader *r, uint32_t at, uint32_t floor)
{
	uint32_t	start = at;

	while (start > floor && (r->text[start - 1] >= 0x80 || is_letter(r->text[start - 1])))
		start--;
	return at - start;
}

static uint32_t
letters_after(const LineReader *r, uint32_t at, uint32_t end)
{
	uint32_t	after = at;

	while (after < end && ((r->text[after] >= 0x80 && r->text[after] != 0xe2) || is_letter(r->text[after])))
		after++;
	return after - at;
}

/* The range around a hyphenated word that is searched for it, and the longest parts, in bytes. */
#define NEAR_BYTES 16384
#define PART_BYTES 24

static bool
is_printed_near(const LineReader *r, uint32_t at, const char *word, uint32_t bytes)
{
	uint32_t	from = at > NEAR_BYTES ? at - NEAR_BYTES : 0;
	uint32_t	to = r->length - at > NEAR_BYTES ? at + NEAR_BYTES : r->length;
	const unsigned char *p = r->text + from;

	while (r->text + to >= p + bytes && (p = memchr(p, word[0], (size_t) (r->text + to - p) - bytes + 1)) != NULL)
	{
		if (memcmp(p, word, bytes) == 0)
			return true;
		p++;
	}
	return false;
}

static bool
is_listed_word(const LineReader *r, const char *word, uint32_t bytes)
{
	const Lexicon *lexicon = r->doc->lexicon;

	return nq_is_listed(lexicon, nq_lookup(lexicon, word, bytes, word + bytes));
}

/* Is it a listed word in lower case too? */
static bool
is_lower_word(const LineReader *r, const char *word, uint32_t bytes)
{
	const Lexicon *lexicon = r->doc->lexicon;
	uint32_t	entry = nq_lookup(lexicon, word, bytes, word + bytes);

	return nq_is_listed(lexicon, entry) && lexicon->classes[lexicon->words[entry].class_set] != 0;
}

/* What to do with a hyphen at the end of a line. */
typedef enum Hyphen
{
	HYPHEN_NONE,				/* not part of a word */
	HYPHEN_STAYS,
	HYPHEN_GOES
} Hyphen;

static Hyphen
hyphen_between(const LineReader *r, const Line *line, const Line *next)
{
	uint32_t	hyphen = line->end - 1;
	uint32_t	before;
	uint32_t	after;
	char		word[2 * PART_BYTES + 1];
	const char *second;

	if (r->text[hyphen] != '-' || hyphen == line->start)
		return HYPHEN_NONE;
	before = letters_before(r, hyphen, line->start);
	after = letters_after(r, next->start, next->end);
	if (before == 0 || after == 0)
		return before + after > 0 && byte_class[r->text[hyphen - 1]] == B_DIGIT ? HYPHEN_STAYS : HYPHEN_NONE;
	if (before > PART_BYTES || after > PART_BYTES || !begins_lower(r, next) ||
		(hyphen > line->start + before && r->text[hyphen - before - 1] == '-'))
		return HYPHEN_STAYS;
	memcpy(word, r->text + hyphen - before, before);
	word[before] = '-';
	second = word + before + 1;
	memcpy(word + before + 1, r->text + next->start, after);
	/* "pre- and post-war" */
	if ((functions_of(r->doc->lexicon, nq_lookup(r->doc->lexicon, second, after, second + after)) & FN_AND) != 0)
		return HYPHEN_NONE;
	if (is_printed_near(r, hyphen, word, before + 1 + after))
		return HYPHEN_STAYS;
	memmove(word + before, word + before + 1, after);
	if (is_listed_word(r, word, before + after) || is_printed_near(r, hyphen, word, before + after))
		return HYPHEN_GOES;
	return is_listed_word(r, word, before) && is_lower_word(r, word + before, after) ? HYPHEN_STAYS : HYPHEN_GOES;
}

/* The number of hyphens that are examined in one text; any further ones are removed. */
#define HYPHENS_MAX 256

/*
 * Writes the lines, joined where they belong together, with line feeds replaced by blanks.  Only hyphens,
 * quoting marks and the blanks beside these are left out.
 */
static bool
write_lines(LineReader *r)
{
	const char *text = (const char *) r->text;
	uint32_t	hyphens = 0;
	uint32_t	round = 0;
	bool		hyphenated = false;	/* the line continues the word before it, without a blank */
	TextWriter	w;
	Line		line;
	Line		next;

	if (!nq_begin_text(&w, r->doc, r->length))
		return false;
	if (r->length > 0)
		read_line(r, 0, &line);
	for (uint32_t at = 0; at < r->length; at = line.begin, round++)
	{
		uint32_t	start = line.quoted || hyphenated ? line.start : line.begin;
		bool		last = line.next == r->length;
		bool		joined = false;
		Hyphen		hyphen = HYPHEN_NONE;

		if (!check_interrupts(r->doc, round, EVERY_16))
			return false;
		if (!last)
			read_line(r, line.next, &next);
		if (!last)
			joined = joins(r, &line, &next);
		if (joined && !is_empty(&line) && r->text[line.end - 1] == '-')
			hyphen = hyphens++ < HYPHENS_MAX ? hyphen_between(r, &line, &next) : HYPHEN_GOES;
		if (hyphen != HYPHEN_NONE)
		{
			if (!nq_copy_text(&w, text + start, line.end - start - (hyphen == HYPHEN_GOES), start))
				return false;
		}
		else if (!nq_copy_text(&w, text + start, line.next - start, start))
			return false;
		else if (joined)
		{
			for (uint32_t i = w.length - (line.next - line.end); i < w.length; i++)
				w.text[i] = ' ';
		}
		if (last)
			break;
		hyphenated = hyphen != HYPHEN_NONE;
		line = next;
	}
	return nq_end_text(&w);
}

/* The reader's text of markup is a copy, so line feeds are replaced in place. */
static bool
join_in_place(LineReader *r)
{
	char	   *text = (char *) r->doc->text;
	uint32_t	round = 0;
	Line		line;
	Line		next;

	read_line(r, 0, &line);
	for (; line.next < r->length; line = next, round++)
	{
		if (!check_interrupts(r->doc, round, EVERY_256))
			return false;
		read_line(r, line.next, &next);
		if (joins(r, &line, &next))
			text[line.next - 1] = ' ';
	}
	return true;
}

bool
nq_join_lines(Document *doc)
{
	LineReader	r;

	if (doc->length == 0 || memchr(doc->text, '\n', doc->length) == NULL)
		return true;
	memset(&r, 0, sizeof(r));
	r.doc = doc;
	r.text = (const unsigned char *) doc->text;
	r.length = doc->length;
	if (!find_wrapping(&r))
		return false;
	if (!r.wrapped)
		return true;
	return doc->is_markup ? join_in_place(&r) : write_lines(&r);
}
