/*
 * page_signs.c
 *	  Text left out of a line of a page: signs of emphasis, shortcodes, brackets that refer to other pages,
 *	  addresses of pictures.
 *
 * Emphasis is as in Markdown: **so**, *so*, __so__, _so_. A run of signs opens where a word or mark begins and
 * is closed by an equal run where one ends in the same line; both are left out.
 *
 * A shortcode is a bracket with an attribute, or one that closes: [caption id="a1"] ... [/caption].  A bracket refers to
 * another page when it begins with a label of the language's page.txt: (RELATED: ...).
 *
 * A bounded number of bytes is searched from each position.
 */
#include "core/text/page_signs.h"

#include "core/text/byte_classes.h"

#include <string.h>

/* The longest emphasis, shortcode and bracket, in bytes; and the number of runs searched for a closing one. */
#define EMPHASIS_BYTES 600
#define SHORTCODE_BYTES 200
#define BRACKET_BYTES 300
#define EMPHASIS_RUNS 4

/* The address of a picture, which pages print right after the last word. */
static const char picture_link[] = "pic.twitter.com/";

#define LINK_BYTES (sizeof(picture_link) - 1)

static bool
is_blank(char b)
{
	return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == '\f';
}

static bool
is_letter(char b)
{
	uint8_t		class = byte_class[(unsigned char) b];

	return class == B_LOWER || class == B_UPPER;
}

static bool
is_plain_letter_or_digit(char b)
{
	return is_letter(b) || byte_class[(unsigned char) b] == B_DIGIT;
}

/* Whether a character that begins with a byte is a letter or digit: one of ASCII, or probably any other. */
static bool
is_letter_or_digit(char b)
{
	return is_plain_letter_or_digit(b) || (unsigned char) b >= 0xc3;
}

/* ---- emphasis ---- */

/* The longest run of signs that is emphasis. */
#define EMPHASIS_SIGNS 3

/* The length of the run of equal signs at a position; EMPHASIS_SIGNS + 1 for any longer run. */
static uint32_t
run_at(const Document *doc, uint32_t at, uint32_t end)
{
	uint32_t	length = 1;

	while (length <= EMPHASIS_SIGNS && at + length < end && doc->text[at + length] == doc->text[at])
		length++;
	return length;
}

/* Is a position inside a run of signs? */
static bool
is_within_run(const Document *doc, uint32_t at, uint32_t start)
{
	return at > start && doc->text[at - 1] == doc->text[at];
}

/* The run that closes the emphasis opened at a position, or NONE. */
static uint32_t
closing_run(const Document *doc, uint32_t at, uint32_t length, uint32_t end)
{
	const char *text = doc->text;
	uint32_t	limit = end - at > EMPHASIS_BYTES ? at + EMPHASIS_BYTES : end;

	at += length;
	for (uint32_t i = 0; i < EMPHASIS_RUNS; i++)
	{
		const char *found = at < limit ? memchr(text + at, text[at - 1], limit - at) : NULL;
		uint32_t	run;

		if (found == NULL)
			return NONE;
		at = (uint32_t) (found - text);
		run = run_at(doc, at, end);
		if (run == length && text[at - 1] != text[at] && !is_blank(text[at - 1]) && (at + run == end || !is_letter_or_digit(text[at + run])))
			return at;
		at += run;
	}
	return NONE;
}

static uint32_t
after_emphasis(const Document *doc, PageSigns *signs, uint32_t at, uint32_t start, uint32_t end)
{
	const char *text = doc->text;
	uint32_t	length = run_at(doc, at, end);
	uint32_t	close;

	for (uint32_t i = 0; i < signs->count; i++)
		if (signs->closing[i] == at)
			return at + length;
	if (length > EMPHASIS_SIGNS || is_within_run(doc, at, start) || signs->count == OPEN_SIGNS || at + length == end || is_blank(text[at + length]) ||
		(at > start && is_letter_or_digit(text[at - 1])))
		return at;
	close = closing_run(doc, at, length, end);
	if (close == NONE)
		return at;
	signs->closing[signs->count++] = close;
	return at + length;
}

/* ---- brackets ---- */

/*
 * The position after the bracket that closes the one at a position, within a number of bytes; the same position
 * if there is none.
 */
static uint32_t
after_bracket(const Document *doc, uint32_t at, uint32_t end, uint32_t bytes)
{
	const char *text = doc->text;
	uint32_t	limit = end - at > bytes ? at + bytes : end;
	char		close = text[at] == '[' ? ']' : ')';
	const char *found = memchr(text + at, close, limit - at);

	return found == NULL ? at : (uint32_t) (found - text) + 1;
}

static uint32_t
after_shortcode(const Document *doc, uint32_t at, uint32_t end)
{
	const char *text = doc->text;
	bool		closes = at + 1 < end && text[at + 1] == '/';
	uint32_t	name = at + 1 + closes;
	uint32_t	after = name;

	while (after < end && after - name < 32 && (is_letter(text[after]) || text[after] == '_' || text[after] == '-'))
		after++;
	if (after == name || after == end)
		return at;
	if (closes)
		return text[after] == ']' ? after + 1 : at;
	/* An attribute: a blank, a name, and "=". */
	if (text[after] != ' ')
		return at;
	for (name = ++after; after < end && after - name < 32 && (is_letter(text[after]) || text[after] == '_' || text[after] == '-');)
		after++;
	return after > name && after < end && text[after] == '=' ? after_bracket(doc, at, end, SHORTCODE_BYTES) : at;
}

/* Does a bracket begin with a label of page.txt? */
static bool
is_labelled(const Document *doc, uint32_t at, uint32_t end)
{
	const TextList *list = &doc->language->page->beginnings;

	while (at < end && is_blank(doc->text[at]))
		at++;
	for (uint32_t i = 0; i < list->count; i++)
	{
		const ListedText *listed = &list->texts[i];
		uint32_t	k = 0;

		if (listed->text[listed->length - 1] != ':' || end - at < listed->length)
			continue;
		while (k + 1 < listed->length && (doc->text[at + k] | 0x20) == listed->text[k])
			k++;
		if (k + 1 == listed->length && doc->text[at + k] == ':')
			return true;
	}
	return false;
}

/* ---- all of it ---- */

static const char beginnings[] = "*_[(";

_Static_assert(sizeof(beginnings) == SIGN_BEGINNINGS + 1, "PageSigns.next has a place for each");

/* The next position in [at, stop) of one of these bytes; stop or a later position if there is none. */
static uint32_t
next_beginning(const Document *doc, PageSigns *signs, uint32_t which, uint32_t at, uint32_t stop)
{
	uint32_t	from = signs->next[which] > at ? signs->next[which] : at;

	if (from < stop && doc->text[from] != beginnings[which])
	{
		const char *found = memchr(doc->text + from, beginnings[which], stop - from);

		from = found == NULL ? stop : (uint32_t) (found - doc->text);
	}
	return signs->next[which] = from;
}

/* The address of a picture that begins in a part of a line, or the end of that part.  It is searched by its last byte. */
static uint32_t
next_link(const Document *doc, uint32_t at, uint32_t stop, uint32_t end)
{
	const char *text = doc->text;
	const char *from = text + at;
	const char *limit = text + (end - stop < LINK_BYTES ? end : stop + LINK_BYTES - 1);

	while (from < limit && (from = memchr(from, '/', (size_t) (limit - from))) != NULL)
	{
		from++;
		if (from - (text + at) >= (ptrdiff_t) LINK_BYTES && memcmp(from - LINK_BYTES, picture_link, LINK_BYTES) == 0)
			return (uint32_t) (from - text - LINK_BYTES);
	}
	return stop;
}

uint32_t
nq_next_page_sign(const Document *doc, PageSigns *signs, uint32_t at, uint32_t stop, uint32_t end)
{
	uint32_t	first = stop;

	for (uint32_t i = 0; i < SIGN_BEGINNINGS; i++)
	{
		uint32_t	next = next_beginning(doc, signs, i, at, stop);

		first = next < first ? next : first;
	}
	return next_link(doc, at, first, end);
}

uint32_t
nq_after_page_sign(const Document *doc, PageSigns *signs, uint32_t at, uint32_t start, uint32_t end)
{
	switch (doc->text[at])
	{
		case '*':
		case '_':
			return after_emphasis(doc, signs, at, start, end);
		case '[':
			if (is_labelled(doc, at + 1, end))
				return after_bracket(doc, at, end, BRACKET_BYTES);
			return after_shortcode(doc, at, end);
		case '(':
			return is_labelled(doc, at + 1, end) ? after_bracket(doc, at, end, BRACKET_BYTES) : at;
		default:
			at += LINK_BYTES;
			while (at < end && is_plain_letter_or_digit(doc->text[at]))
				at++;
			return at;
	}
}

/* Does any occurrence of a sign begin text to be left out? */
static bool
has_sign(Document *doc, char sign)
{
	const char *text = doc->text;
	const char *end = text + doc->length;
	uint32_t	round = 0;

	for (const char *p = memchr(text, sign, doc->length); p != NULL; p = memchr(p + 1, sign, (size_t) (end - p - 1)), round++)
	{
		uint32_t	at = (uint32_t) (p - text);
		uint32_t	limit = doc->length - at > EMPHASIS_BYTES ? at + EMPHASIS_BYTES : doc->length;
		const char *feed = memchr(p, '\n', limit - at);
		PageSigns	signs = {.count = 0};

		if (!check_interrupts(doc, round, EVERY_256))
			return false;
		if (feed != NULL)
			limit = (uint32_t) (feed - text);
		if (sign == '/')
		{
			if (at + 1 >= LINK_BYTES && memcmp(p + 1 - LINK_BYTES, picture_link, LINK_BYTES) == 0)
				return true;
		}
		else if (nq_after_page_sign(doc, &signs, at, at > 0 && !is_blank(p[-1]) ? at - 1 : at, limit) > at)
			return true;
	}
	return false;
}

bool
nq_has_page_signs(Document *doc)
{
	for (const char *sign = "*_[(/"; *sign != '\0'; sign++)
	{
		if (has_sign(doc, *sign))
			return true;
		if (doc->status != NQ_OK)
			return false;
	}
	return false;
}
