/*
 * markup.c
 *	  Tags and entities: the stored article to the reader's text.
 *
 * Takes the stored article; gives the text that a browser would show, and where each piece of it is stored
 * (reader_text.h).  The kind of text is judged from the text alone:
 *
 *	- It is HTML if it has something that nobody writes in plain text: a tag of a known element that has an
 *	  attribute or a closing tag, or needs none (<p>, <br>); a comment; a document type.  "a < b", "<3",
 *	  "<a@example.org>" and a lone "<b>" are not sufficient.
 *	- In HTML, tags are read as browsers read them.  Block elements end a paragraph, <br> ends a line, inline
 *	  elements are ignored.  Comments, scripts, styles and other content that is not shown as words are left out,
 *	  and so are captions and navigation, which are not the article's own words.  A run of blanks and line breaks
 *	  is one blank.  If the text has no block elements at all, its line breaks are kept.  Outside paragraph
 *	  elements an empty line ends a paragraph, because many tables hold such text.
 *	- <q> is a pair of quotation marks, unless its words have their own.  So is a <blockquote> after a colon, or
 *	  one with a <cite> or <footer>.  These two, and the caption of a figure that contains a <blockquote>, are its
 *	  signature: a line that begins with a dash.
 *	- A broken tag ends after its last whole attribute, where a browser may lose the rest of the page.
 *	- Entities are resolved in any text, those without a semicolon only in HTML.
 *
 * Everything else is plain text, which is neither changed nor copied.
 *
 * Linear: quotation marks and closing tags are searched forward only, each position once.
 */
#include "core/text/markup.h"

#include "core/stages.h"
#include "core/text/byte_classes.h"
#include "core/text/markup_entities.h"
#include "core/text/markup_tags.h"
#include "core/text/reader_text.h"

#include <string.h>

static uint32_t
encode(uint32_t code, char bytes[4])
{
	if (code < 0x80)
	{
		bytes[0] = (char) code;
		return 1;
	}
	if (code < 0x800)
	{
		bytes[0] = (char) (0xc0 | code >> 6);
		bytes[1] = (char) (0x80 | (code & 0x3f));
		return 2;
	}
	if (code < 0x10000)
	{
		bytes[0] = (char) (0xe0 | code >> 12);
		bytes[1] = (char) (0x80 | (code >> 6 & 0x3f));
		bytes[2] = (char) (0x80 | (code & 0x3f));
		return 3;
	}
	bytes[0] = (char) (0xf0 | code >> 18);
	bytes[1] = (char) (0x80 | (code >> 12 & 0x3f));
	bytes[2] = (char) (0x80 | (code >> 6 & 0x3f));
	bytes[3] = (char) (0x80 | (code & 0x3f));
	return 4;
}

/* ---- what is it ---- */

typedef enum Markup
{
	MARKUP_NONE,
	MARKUP_ENTITIES,			/* plain text with entities */
	MARKUP_INLINE,				/* HTML without block elements; line breaks are kept */
	MARKUP_BLOCKS
} Markup;

/* Is an opening tag without attributes one that plain text would not have there? */
static bool
is_evident(const MarkupScanner *s, const MarkupTag *tag)
{
	ElementKind kind = nq_kind_of_element(tag->element);
	uint32_t	next = skip_blanks(s, tag->end);

	return !tag->broken && (nq_is_block(kind) || kind == ELEMENT_BREAK) && byte_class[byte_at(s, next)] != B_LOWER;
}

/* Finds out the kind of markup from the tags.  Returns false when the stage has to stop. */
static bool
find_markup(Document *doc, bool slice, Markup *markup)
{
	bool		html = false;
	bool		blocks = false;
	uint32_t	round = 0;
	MarkupScanner		s;

	nq_begin_scan(&s, doc, doc->text, doc->length);
	*markup = MARKUP_NONE;
	for (uint32_t at = nq_find_byte(&s, 0, '<'); at < s.length && !(html && blocks); round++)
	{
		MarkupTag	tag;
		ElementKind kind;

		if (doc->status != NQ_OK || !check_interrupts(doc, round, EVERY_64))
			return false;
		if (!nq_scan_tag(&s, at, &tag))
		{
			at = nq_find_byte(&s, at + 1, '<');
			continue;
		}
		kind = nq_kind_of_element(tag.element);
		if (tag.sort == TAG_COMMENT || tag.sort == TAG_CDATA)
			html = true;
		else if (kind != ELEMENT_UNKNOWN)
		{
			html |= slice || tag.attributes || tag.sort == TAG_CLOSING || is_evident(&s, &tag);
			blocks |= nq_is_block(kind) || kind == ELEMENT_BREAK;
		}
		at = nq_find_byte(&s, tag.end, '<');
	}
	if (doc->status != NQ_OK)
		return false;
	if (html)
		*markup = blocks ? MARKUP_BLOCKS : MARKUP_INLINE;
	for (uint32_t at = html ? s.length : nq_find_byte(&s, 0, '&'); at < s.length; at = nq_find_byte(&s, at + 1, '&'), round++)
	{
		if (!check_interrupts(doc, round, EVERY_4096))
			return false;
		if (nq_decode_entity(&s, at, slice ? BARE_APART : BARE_NEVER).bytes > 0)
		{
			*markup = MARKUP_ENTITIES;
			break;
		}
	}
	return true;
}

/* ---- writing ---- */

/* The nesting depth of <q>. */
#define QUOTE_DEPTH 32

/* What separates the next words from those before. */
typedef enum Separation
{
	SEPARATION_NONE,
	SEPARATION_BLANK,
	SEPARATION_LINE,
	SEPARATION_PARAGRAPH
} Separation;

typedef struct MarkupReader
{
	MarkupScanner		scanner;
	TextWriter	writer;
	Markup		markup;
	Bare		bare;
	uint32_t	at;
	uint8_t		separation;		/* before the next words: Separation */
	uint32_t	separation_start,
				separation_end;	/* the stored bytes of the separation */
	bool		in_text;		/* within an element of running text */
	uint32_t	pre;			/* number of open <pre> elements */
	uint32_t	quotes;			/* number of open <q> elements */
	uint32_t	marked;			/* one bit for each open <q> that got marks */
	uint32_t	cdata_end;		/* end of the CDATA section that is read as text */
	uint32_t	blockquotes;	/* number of open <blockquote> elements */
	bool		figure_quotes;	/* the current figure has a <blockquote> */
	bool		slice;
	uint8_t		block_marks;	/* of the current <blockquote>: BlockMarks */
} MarkupReader;

/* The marks around the paragraphs of a <blockquote>. */
typedef enum BlockMarks
{
	MARKS_NONE,
	MARKS_WANTED,				/* to be written before its first words */
	MARKS_OPEN
} BlockMarks;

/* Records a separation before the next words. */
static void
separate(MarkupReader *r, Separation separation, uint32_t start, uint32_t end)
{
	if (r->separation == SEPARATION_LINE && separation == SEPARATION_LINE)
		separation = SEPARATION_PARAGRAPH;
	if (separation < (Separation) r->separation)
		return;
	if (r->separation == SEPARATION_NONE)
		r->separation_start = start;
	r->separation_end = end;
	r->separation = (uint8_t) separation;
}

/* Writes the separation before the next words. */
static bool
put_separation(MarkupReader *r)
{
	uint32_t	start = r->separation_start;
	Separation	separation = (Separation) r->separation;
	bool		marks = r->block_marks == MARKS_WANTED || (r->block_marks == MARKS_OPEN && separation == SEPARATION_PARAGRAPH);

	r->separation = SEPARATION_NONE;
	if (separation != SEPARATION_NONE && r->writer.length > 0)
	{
		if (separation == SEPARATION_BLANK ? !nq_copy_text(&r->writer, " ", 1, start) :
			!nq_put_text(&r->writer, "\n\n", separation == SEPARATION_LINE ? 1 : 2, start, r->separation_end))
			return false;
	}
	if (!marks)
		return true;
	r->block_marks = MARKS_OPEN;
	return nq_put_text(&r->writer, "\xe2\x80\x9c", 3, r->at, r->at);
}

/* Closes the marks of a <blockquote> right after its words. */
static bool
close_block_marks(MarkupReader *r)
{
	uint32_t	at = r->separation != SEPARATION_NONE ? r->separation_start : r->at;
	bool		opened = r->block_marks == MARKS_OPEN;

	r->block_marks = MARKS_NONE;
	return !opened || nq_put_text(&r->writer, "\xe2\x80\x9d", 3, at, at);
}

/* Soft hyphens, and zero-width blanks and joiners. */
static bool
is_unseen(uint32_t code)
{
	return code == 0xad || code == 0x200b || code == 0x2060 || code == 0xfeff;
}

/* The length of an invisible character at a position, in bytes; 0 for any other character. */
static uint32_t
unseen_bytes(const MarkupScanner *s, uint32_t at)
{
	unsigned char b = s->text[at];
	Character	c;

	if (b != 0xc2 && b != 0xe2 && b != 0xef)
		return 0;
	c = nq_decode(s->text + at, s->text + s->length);
	return is_unseen(c.code) ? c.bytes : 0;
}

static bool
put_character(MarkupReader *r, uint32_t code, uint32_t bytes)
{
	char		character[4];

	if (code < ' ' || code == 0x7f)
	{
		/* A line feed or tab given by number. */
		if (r->markup == MARKUP_BLOCKS)
			separate(r, SEPARATION_BLANK, r->at, r->at + bytes);
		else if (!nq_put_text(&r->writer, " ", 1, r->at, r->at + bytes))
			return false;
		r->at += bytes;
		return true;
	}
	if (!is_unseen(code))
	{
		if (!put_separation(r) || !nq_put_text(&r->writer, character, encode(code, character), r->at, r->at + bytes))
			return false;
	}
	r->at += bytes;
	return true;
}

/* Reads blanks and line breaks in running text. */
static void
read_blanks(MarkupReader *r)
{
	const MarkupScanner *s = &r->scanner;
	uint32_t	start = r->at;
	uint32_t	lines = 0;

	for (; r->at < s->length && is_blank_byte(s->text[r->at]); r->at++)
		lines += s->text[r->at] == '\n' || (s->text[r->at] == '\r' && byte_at(s, r->at + 1) != '\n');
	if (r->pre > 0 && lines > 0)
		separate(r, lines > 1 ? SEPARATION_PARAGRAPH : SEPARATION_LINE, start, r->at);
	else if (lines > 1 && !r->in_text)
		separate(r, SEPARATION_PARAGRAPH, start, r->at);
	else
		separate(r, SEPARATION_BLANK, start, r->at);
}

/* The end of the words that can be copied unchanged. */
static uint32_t
end_of_words(const MarkupReader *r)
{
	const MarkupScanner *s = &r->scanner;
	uint32_t	at = r->at;

	if (r->markup != MARKUP_BLOCKS)
	{
		while (at < s->length && s->text[at] != '&' && (s->text[at] != '<' || r->markup == MARKUP_ENTITIES))
			at++;
		return at;
	}
	for (; at < s->length; at++)
	{
		unsigned char b = s->text[at];

		if (b > '<')
		{
			if (unseen_bytes(s, at) > 0)
				return at;
			continue;
		}
		if (b == '&' || b == '<')
			return at;
		if (b > ' ')
			continue;
		if (b != ' ' ? is_blank_byte(b) : is_blank_byte(byte_at(s, at + 1)) || byte_at(s, at + 1) == '<')
			return at;
	}
	return at;
}

static bool
read_words(MarkupReader *r)
{
	uint32_t	end = end_of_words(r);

	/* A "<" or "&" that begins neither a tag nor an entity. */
	if (end == r->at)
		end++;
	if (!put_separation(r) ||
		!nq_copy_text(&r->writer, (const char *) r->scanner.text + r->at, end - r->at, r->at))
		return false;
	r->at = end;
	return true;
}

/* Do the words at a position begin with a quotation mark of their own? */
static bool
begins_with_mark(const MarkupScanner *s, uint32_t at)
{
	Character	c;

	at = skip_blanks(s, at);
	if (at == s->length)
		return false;
	c = s->text[at] == '&' ? nq_decode_entity(s, at, BARE_ANYWHERE) : nq_decode(s->text + at, s->text + s->length);
	return c.code == '"' || c.code == '\'' || c.code == '`' || (c.code >= 0x2018 && c.code <= 0x201f) || c.code == 0xab || c.code == 0xbb;
}

/*
 * <q> opens and </q> closes, with single marks nested in double ones.  A <q> that is cut off after its name opens
 * nothing: its mark would be longer than the tag.
 */
static bool
read_quote_tag(MarkupReader *r, const MarkupTag *tag)
{
	bool		opens = tag->sort == TAG_OPENING;
	bool		marks;
	uint32_t	depth;

	if (tag->empty || (opens ? tag->broken || r->quotes == QUOTE_DEPTH : r->quotes == 0))
		return true;
	depth = opens ? r->quotes++ : --r->quotes;
	marks = opens ? !begins_with_mark(&r->scanner, tag->end) : (r->marked >> depth & 1) != 0;
	r->marked = opens && marks ? r->marked | UINT32_C(1) << depth : r->marked & ~(UINT32_C(1) << depth);
	if (!marks)
		return true;
	/* Blanks before the closing mark are not part of the words. */
	if (!opens && r->separation == SEPARATION_BLANK)
		r->separation = SEPARATION_NONE;
	if (!put_separation(r))
		return false;
	return nq_put_text(&r->writer, depth % 2 == 0 ? (opens ? "\xe2\x80\x9c" : "\xe2\x80\x9d") : (opens ? "\xe2\x80\x98" : "\xe2\x80\x99"), 3,
					   r->at, tag->end);
}

/* ---- <blockquote> ---- */

/* Bytes that are searched for the signature of a <blockquote>, and tags skipped before its words. */
#define BLOCKQUOTE_BYTES 4096
#define BLOCKQUOTE_TAGS 16

/* Does the <blockquote> whose tag ends at a position contain its signature? */
static bool
has_signature(const MarkupScanner *s, uint32_t at)
{
	uint32_t	end = s->length - at > BLOCKQUOTE_BYTES ? at + BLOCKQUOTE_BYTES : s->length;

	for (; at < end; at++)
	{
		bool		closing = byte_at(s, at + 1) == '/';
		uint32_t	name = at + 1 + closing;
		uint32_t	bytes = 0;
		ElementKind kind;

		if (s->text[at] != '<')
			continue;
		while (bytes < ELEMENT_NAME_BYTES && is_letter_byte(byte_at(s, name + bytes)))
			bytes++;
		kind = nq_kind_of_element(nq_find_element(s->text + name, bytes));
		if (kind == ELEMENT_BLOCKQUOTE)
			return false;
		if (!closing && (kind == ELEMENT_CITE || kind == ELEMENT_FOOTER))
			return true;
	}
	return false;
}

/* Do the first words at a position, after any tags, begin with a mark or dash of their own? */
static bool
block_begins_with_mark(MarkupScanner *s, uint32_t at)
{
	MarkupTag	tag;

	at = skip_blanks(s, at);
	for (uint32_t i = 0; i < BLOCKQUOTE_TAGS && byte_at(s, at) == '<' && nq_scan_tag(s, at, &tag); i++)
		at = skip_blanks(s, tag.end);
	return begins_with_mark(s, at);
}

/* The last byte written, NUL at the beginning. */
static char
last_written(const MarkupReader *r)
{
	if (r->writer.length == 0)
		return '\0';
	return (char) r->writer.text[r->writer.length - 1];
}

static bool
read_blockquote_tag(MarkupReader *r, const MarkupTag *tag)
{
	if (!close_block_marks(r))
		return false;
	if (tag->sort == TAG_CLOSING)
	{
		r->blockquotes -= r->blockquotes > 0;
		r->figure_quotes = true;
	}
	else if (!tag->empty)
	{
		r->blockquotes++;
		if (!r->slice && r->markup == MARKUP_BLOCKS && (last_written(r) == ':' || has_signature(&r->scanner, tag->end)) &&
			!block_begins_with_mark(&r->scanner, tag->end))
			r->block_marks = MARKS_WANTED;
	}
	separate(r, SEPARATION_PARAGRAPH, r->at, tag->end);
	r->in_text = false;
	return true;
}

/* Does the tag open the signature of a <blockquote>: after a paragraph or sentence of it, or after all of it? */
static bool
is_signature_tag(const MarkupReader *r, const MarkupTag *tag, ElementKind kind)
{
	char		last = last_written(r);

	if (tag->sort != TAG_OPENING || tag->empty || r->slice || r->markup != MARKUP_BLOCKS || r->writer.length == 0)
		return false;
	if (kind == ELEMENT_CAPTION)
		return r->figure_quotes;
	return r->blockquotes > 0 && (kind == ELEMENT_FOOTER || r->separation >= SEPARATION_LINE ||
								  last == '.' || last == '"' || last == '!' || last == '?' || last == '\x9d');
}

/* Begins a line with a dash for the signature, unless its words begin with one. */
static bool
begin_signature(MarkupReader *r, const MarkupTag *tag)
{
	const MarkupScanner *s = &r->scanner;
	uint32_t	next = skip_blanks(s, tag->end);
	Character	c = {0, 0};

	if (!close_block_marks(r))
		return false;
	separate(r, SEPARATION_PARAGRAPH, r->at, tag->end);
	r->in_text = false;
	if (next < s->length)
		c = s->text[next] == '&' ? nq_decode_entity(s, next, BARE_ANYWHERE) : nq_decode(s->text + next, s->text + s->length);
	if (c.code == '-' || (c.code >= 0x2010 && c.code <= 0x2015) || c.code == '<' || c.code == 0)
		return true;
	return put_separation(r) && nq_put_text(&r->writer, "\xe2\x80\x94 ", 4, tag->end, tag->end);
}

/* ---- the walk ---- */

/* A feed may keep the whole article in a CDATA section: one before any words that has tags inside. */
static bool
is_article_in_cdata(const MarkupReader *r, uint32_t end)
{
	const MarkupScanner *s = &r->scanner;

	return r->writer.length == 0 && (end - r->at) / 2 >= (s->length - r->at) / 4 && memchr(s->text + r->at + 9, '<', end - r->at - 9) != NULL;
}

/* Handles the tag at the reader's position: its text, and how it separates the words around it. */
static bool
read_tag(MarkupReader *r, const MarkupTag *tag)
{
	ElementKind kind = nq_kind_of_element(tag->element);
	uint32_t	end = tag->end;

	if (tag->sort == TAG_CDATA && is_article_in_cdata(r, end))
	{
		r->cdata_end = end - 3;
		end = r->at + 9;
	}
	if (is_signature_tag(r, tag, kind) && (kind == ELEMENT_CITE || kind == ELEMENT_FOOTER || kind == ELEMENT_CAPTION))
	{
		if (!begin_signature(r, tag))
			return false;
	}
	else if (kind == ELEMENT_BLOCKQUOTE)
	{
		if (!read_blockquote_tag(r, tag))
			return false;
	}
	else if (kind == ELEMENT_SKIPPED && tag->sort == TAG_OPENING && !tag->empty)
		end = nq_end_of_skipped(&r->scanner, tag->element, end);
	else if (kind == ELEMENT_LEFT_OUT || kind == ELEMENT_CAPTION)
	{
		if (tag->sort == TAG_OPENING && !tag->empty)
			end = nq_end_of_skipped(&r->scanner, tag->element, end);
		separate(r, SEPARATION_PARAGRAPH, r->at, end);
	}
	else if (kind == ELEMENT_BREAK)
		separate(r, SEPARATION_LINE, r->at, end);
	else if (nq_is_block(kind))
	{
		separate(r, SEPARATION_PARAGRAPH, r->at, end);
		if (kind == ELEMENT_FIGURE)
			r->figure_quotes = false;
		r->in_text = kind == ELEMENT_TEXT && tag->sort == TAG_OPENING;
		if (kind == ELEMENT_PRE)
			r->pre = tag->sort == TAG_OPENING ? r->pre + 1 : r->pre - (r->pre > 0);
	}
	else if (kind == ELEMENT_QUOTE && !read_quote_tag(r, tag))
		return false;
	r->at = end;
	return true;
}

static bool
read_special(MarkupReader *r)
{
	MarkupScanner    *s = &r->scanner;
	unsigned char b = s->text[r->at];
	Character	entity;
	MarkupTag	tag;

	if (b == '<' && r->markup != MARKUP_ENTITIES && nq_scan_tag(s, r->at, &tag) && tag.end > r->at)
		return read_tag(r, &tag);
	if (b == '&' && (entity = nq_decode_entity(s, r->at, r->bare)).bytes > 0)
		return put_character(r, entity.code, entity.bytes);
	if (r->markup == MARKUP_BLOCKS && is_blank_byte(b))
	{
		read_blanks(r);
		return true;
	}
	if (r->markup == MARKUP_BLOCKS && unseen_bytes(s, r->at) > 0)
	{
		r->at += unseen_bytes(s, r->at);
		return true;
	}
	return read_words(r);
}

static bool
read_markup(Document *doc, bool slice)
{
	MarkupReader r = {.markup = MARKUP_NONE};
	uint32_t	asked = 0;

	if (!find_markup(doc, slice, &r.markup))
		return false;
	if (r.markup == MARKUP_NONE)
		return true;
	r.slice = slice;
	r.bare = r.markup != MARKUP_ENTITIES ? BARE_ANYWHERE : slice ? BARE_APART : BARE_NEVER;
	nq_begin_scan(&r.scanner, doc, doc->text, doc->length);
	if (!nq_begin_text(&r.writer, doc, doc->length))
		return false;
	for (uint32_t round = 0; r.at < doc->length; round++)
	{
		if (r.at == r.cdata_end && r.at > 0)
			r.at += 3;			/* "]]>" */
		else if (!read_special(&r))
			return false;
		if (doc->status != NQ_OK || !check_interrupts(doc, round, EVERY_1024))
			return false;
		if (r.at - asked > (1u << 22))
		{
			asked = r.at;
			if (!check_interrupts(doc, EVERY_1024, EVERY_1024))
				return false;
		}
	}
	doc->is_markup = true;
	return nq_end_text(&r.writer);
}

bool
nq_read_markup(Document *doc)
{
	return read_markup(doc, false);
}

bool
nq_read_slice(Document *doc)
{
	return read_markup(doc, true);
}
