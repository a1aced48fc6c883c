/*
 * markup.c
 *	  Tags and entities: the stored article to the reader's text.
 *
 * Takes the stored article; gives what a browser would show of it, and where each piece is stored (reader_text.h).
 * The text alone says what it is:
 *
 *	- It is HTML when it holds what nobody writes in plain text: a tag of an element that HTML knows, with an attribute, with its
 *	  closing tag, or of an element that needs none (<p>, <br>); a comment; a document type.  "a < b", "<3", "<a@example.org>"
 *	  and a lone "<b>" are none of these.
 *	- In HTML, tags are read as browsers read them.  Block elements end a paragraph, <br> ends a line, inline elements are as if
 *	  they were not there; comments, scripts, styles and what else is not shown as words are left out, captions and navigation
 *	  too, for they are not the article's own words.  A run of blanks and line breaks is a blank.  Where the text has no block
 *	  elements at all, its line breaks stay.  Outside paragraphs an empty line ends one: many tables hold such text.
 *	- <q> is a pair of quotation marks, where its words have none.  So is a <blockquote> after a colon, or one with a <cite> or <footer>;
 *	  these, and the caption of a figure that holds one, sign it: they are a line with a dash before it.
 *	- A broken tag takes as little with it as possible, where a browser may lose the rest of the page: it ends after the last
 *	  attribute that is whole.
 *	- Entities are resolved in any text, those without a semicolon in HTML alone.
 *
 * Everything else is plain text, which is not touched nor copied.
 *
 * Linear: places of quotation marks and of closing tags are looked for from one place to the next, and never twice.
 */
#include "core/text/markup.h"

#include "core/base/characters.h"
#include "core/stages.h"
#include "core/text/byte_classes.h"
#include "core/text/reader_text.h"

#include <string.h>

/* ---- elements ---- */

typedef enum ElementKind
{
	ELEMENT_UNKNOWN,
	ELEMENT_INLINE,
	ELEMENT_VOID,				/* the same, without a closing tag */
	ELEMENT_BLOCK,
	ELEMENT_TEXT,				/* a block of running text: an empty line ends no paragraph in it */
	ELEMENT_BREAK,				/* <br> */
	ELEMENT_QUOTE,				/* <q> */
	ELEMENT_BLOCKQUOTE,
	ELEMENT_CITE,				/* inline, or the signature of a <blockquote> */
	ELEMENT_FOOTER,				/* a block, or the same */
	ELEMENT_FIGURE,
	ELEMENT_CAPTION,			/* of a figure: left out, or the same */
	ELEMENT_PRE,				/* lines stay lines */
	ELEMENT_SKIPPED,			/* not read, up to its closing tag */
	ELEMENT_LEFT_OUT			/* the same, and separates the words around it */
} ElementKind;

/* In the order of their names. */
static const struct
{
	char		name[12];
	uint8_t		kind;
}			elements[] = {
	{"a", ELEMENT_INLINE}, {"abbr", ELEMENT_INLINE}, {"acronym", ELEMENT_INLINE}, {"address", ELEMENT_BLOCK},
	{"applet", ELEMENT_SKIPPED}, {"area", ELEMENT_VOID}, {"article", ELEMENT_BLOCK}, {"aside", ELEMENT_BLOCK},
	{"audio", ELEMENT_SKIPPED}, {"b", ELEMENT_INLINE}, {"base", ELEMENT_VOID}, {"bdi", ELEMENT_INLINE},
	{"bdo", ELEMENT_INLINE}, {"big", ELEMENT_INLINE}, {"blockquote", ELEMENT_BLOCKQUOTE}, {"body", ELEMENT_BLOCK},
	{"br", ELEMENT_BREAK}, {"button", ELEMENT_SKIPPED}, {"canvas", ELEMENT_SKIPPED}, {"caption", ELEMENT_LEFT_OUT},
	{"center", ELEMENT_BLOCK}, {"cite", ELEMENT_CITE}, {"code", ELEMENT_INLINE}, {"col", ELEMENT_VOID},
	{"colgroup", ELEMENT_BLOCK}, {"data", ELEMENT_INLINE}, {"dd", ELEMENT_TEXT}, {"del", ELEMENT_INLINE},
	{"details", ELEMENT_BLOCK}, {"dfn", ELEMENT_INLINE}, {"dialog", ELEMENT_BLOCK}, {"dir", ELEMENT_BLOCK},
	{"div", ELEMENT_BLOCK}, {"dl", ELEMENT_BLOCK}, {"dt", ELEMENT_TEXT}, {"em", ELEMENT_INLINE},
	{"embed", ELEMENT_VOID}, {"fieldset", ELEMENT_BLOCK}, {"figcaption", ELEMENT_CAPTION}, {"figure", ELEMENT_FIGURE},
	{"font", ELEMENT_INLINE}, {"footer", ELEMENT_FOOTER}, {"form", ELEMENT_BLOCK}, {"frameset", ELEMENT_BLOCK},
	{"h1", ELEMENT_TEXT}, {"h2", ELEMENT_TEXT}, {"h3", ELEMENT_TEXT}, {"h4", ELEMENT_TEXT},
	{"h5", ELEMENT_TEXT}, {"h6", ELEMENT_TEXT}, {"head", ELEMENT_LEFT_OUT}, {"header", ELEMENT_BLOCK},
	{"hgroup", ELEMENT_BLOCK}, {"hr", ELEMENT_BLOCK}, {"html", ELEMENT_BLOCK}, {"i", ELEMENT_INLINE},
	{"iframe", ELEMENT_SKIPPED}, {"img", ELEMENT_VOID}, {"input", ELEMENT_VOID}, {"ins", ELEMENT_INLINE},
	{"kbd", ELEMENT_INLINE}, {"label", ELEMENT_INLINE}, {"legend", ELEMENT_BLOCK}, {"li", ELEMENT_TEXT},
	{"link", ELEMENT_VOID}, {"main", ELEMENT_BLOCK}, {"map", ELEMENT_INLINE}, {"mark", ELEMENT_INLINE},
	{"math", ELEMENT_SKIPPED}, {"menu", ELEMENT_BLOCK}, {"meta", ELEMENT_VOID}, {"meter", ELEMENT_SKIPPED},
	{"nav", ELEMENT_LEFT_OUT}, {"nobr", ELEMENT_INLINE}, {"noembed", ELEMENT_SKIPPED}, {"noframes", ELEMENT_SKIPPED},
	{"noscript", ELEMENT_SKIPPED}, {"object", ELEMENT_SKIPPED}, {"ol", ELEMENT_BLOCK}, {"optgroup", ELEMENT_BLOCK},
	{"option", ELEMENT_BLOCK}, {"output", ELEMENT_INLINE}, {"p", ELEMENT_TEXT}, {"param", ELEMENT_VOID},
	{"picture", ELEMENT_INLINE}, {"pre", ELEMENT_PRE}, {"progress", ELEMENT_SKIPPED}, {"q", ELEMENT_QUOTE},
	{"rp", ELEMENT_INLINE}, {"rt", ELEMENT_INLINE}, {"ruby", ELEMENT_INLINE}, {"s", ELEMENT_INLINE},
	{"samp", ELEMENT_INLINE}, {"script", ELEMENT_SKIPPED}, {"search", ELEMENT_BLOCK}, {"section", ELEMENT_BLOCK},
	{"select", ELEMENT_SKIPPED}, {"slot", ELEMENT_INLINE}, {"small", ELEMENT_INLINE}, {"source", ELEMENT_VOID},
	{"span", ELEMENT_INLINE}, {"strike", ELEMENT_INLINE}, {"strong", ELEMENT_INLINE}, {"style", ELEMENT_SKIPPED},
	{"sub", ELEMENT_INLINE}, {"summary", ELEMENT_BLOCK}, {"sup", ELEMENT_INLINE}, {"svg", ELEMENT_SKIPPED},
	{"table", ELEMENT_BLOCK}, {"tbody", ELEMENT_BLOCK}, {"td", ELEMENT_TEXT}, {"template", ELEMENT_SKIPPED},
	{"textarea", ELEMENT_SKIPPED}, {"tfoot", ELEMENT_BLOCK}, {"th", ELEMENT_TEXT}, {"thead", ELEMENT_BLOCK},
	{"time", ELEMENT_INLINE}, {"title", ELEMENT_LEFT_OUT}, {"tr", ELEMENT_BLOCK}, {"track", ELEMENT_VOID},
	{"tt", ELEMENT_INLINE}, {"u", ELEMENT_INLINE}, {"ul", ELEMENT_BLOCK}, {"var", ELEMENT_INLINE},
	{"video", ELEMENT_SKIPPED}, {"wbr", ELEMENT_VOID},
};

#define ELEMENTS (sizeof(elements) / sizeof(elements[0]))
#define UNKNOWN_ELEMENT ELEMENTS

/* The number of the element of a name, in any case. */
static uint32_t
find_element(const unsigned char *name, uint32_t length)
{
	char		folded[sizeof(elements[0].name)] = {0};
	uint32_t	low = 0;
	uint32_t	high = ELEMENTS;

	if (length >= sizeof(folded))
		return UNKNOWN_ELEMENT;
	for (uint32_t i = 0; i < length; i++)
		folded[i] = (char) (name[i] >= 'A' && name[i] <= 'Z' ? name[i] | 0x20 : name[i]);
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;
		int			order = strcmp(elements[middle].name, folded);

		if (order == 0)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return UNKNOWN_ELEMENT;
}

static ElementKind
kind_of_element(uint32_t element)
{
	return element == UNKNOWN_ELEMENT ? ELEMENT_UNKNOWN : (ElementKind) elements[element].kind;
}

static bool
is_block(ElementKind kind)
{
	return kind == ELEMENT_BLOCK || kind == ELEMENT_TEXT || kind == ELEMENT_PRE || kind == ELEMENT_BLOCKQUOTE ||
		kind == ELEMENT_FOOTER || kind == ELEMENT_FIGURE;
}

/* ---- tags ---- */

typedef enum TagSort
{
	TAG_OPENING,
	TAG_CLOSING,
	TAG_COMMENT,				/* or a declaration */
	TAG_CDATA
} TagSort;

/* What stands from one "<" to the end of its tag. */
typedef struct MarkupTag
{
	uint32_t	end;
	uint32_t	element;
	uint8_t		sort;
	bool		empty;			/* <br/> */
	bool		attributes;		/* one at least has a value */
	bool		broken;
} MarkupTag;

/* The stored bytes, and what is known of what stands ahead. */
typedef struct Scanner
{
	Document   *doc;			/* whose host is asked in long searches; or NULL */
	const unsigned char *text;
	uint32_t	length;
	uint32_t	asked_quote[2];	/* where " and ' were looked for last ... */
	uint32_t	next_quote[2];	/* ... and found, or length */
	bool		no_comment_end;	/* no "-->" from some place on */
	bool		no_cdata_end;
	bool		no_end[ELEMENTS];	/* no closing tag from some place on */
} Scanner;

static void
begin_scan(Scanner *s, Document *doc, const char *text, uint32_t length)
{
	memset(s, 0, sizeof(*s));
	s->doc = doc;
	s->text = (const unsigned char *) text;
	s->length = length;
	s->asked_quote[0] = s->asked_quote[1] = UINT32_MAX;
}

static bool
is_blank_byte(unsigned char b)
{
	return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f';
}

static bool
is_letter_byte(unsigned char b)
{
	return (unsigned) ((b | 0x20) - 'a') < 26;
}

/* The byte at a place, NUL after the end. */
static unsigned char
byte_at(const Scanner *s, uint32_t at)
{
	return at < s->length ? s->text[at] : '\0';
}

/* The first place of a byte from at on, or length. */
static uint32_t
find_byte(const Scanner *s, uint32_t at, char byte)
{
	const unsigned char *found = at < s->length ? memchr(s->text + at, byte, s->length - at) : NULL;

	return found == NULL ? s->length : (uint32_t) (found - s->text);
}

/* Whether a long search may go on; else the document's status says that the stage has to stop. */
static bool
goes_on(const Scanner *s, uint32_t round)
{
	return s->doc == NULL || check_interrupts(s->doc, round, EVERY_4096);
}

/* The first place of a text from at on, or length. */
static uint32_t
find_text(const Scanner *s, uint32_t at, const char *text)
{
	uint32_t	bytes = (uint32_t) strlen(text);
	uint32_t	round = 0;

	for (at = find_byte(s, at, text[0]); at < s->length && goes_on(s, round); at = find_byte(s, at + 1, text[0]), round++)
		if (s->length - at >= bytes && memcmp(s->text + at, text, bytes) == 0)
			return at;
	return s->length;
}

/* The first quotation mark, " or ', from at on, or length. */
static uint32_t
find_quote(Scanner *s, uint32_t at, char quote)
{
	uint32_t	which = quote == '\'';

	if (s->asked_quote[which] > at || s->next_quote[which] < at)
	{
		s->asked_quote[which] = at;
		s->next_quote[which] = find_byte(s, at, quote);
	}
	return s->next_quote[which];
}

static uint32_t
skip_blanks(const Scanner *s, uint32_t at)
{
	while (at < s->length && is_blank_byte(s->text[at]))
		at++;
	return at;
}

static bool
is_name_byte(unsigned char b)
{
	return is_letter_byte(b) || (b >= '0' && b <= '9') || b == '-' || b == '_' || b == ':';
}

/* Whether another attribute begins right at a place, as in href="x"class="y". */
static bool
begins_attribute(const Scanner *s, uint32_t at)
{
	uint32_t	end = at;

	while (end < s->length && end - at < 40 && is_name_byte(s->text[end]))
		end++;
	return end > at && byte_at(s, end) == '=';
}

/* The end of the value at a place; false when it has none. */
static bool
scan_value(Scanner *s, uint32_t at, uint32_t *end)
{
	unsigned char b = byte_at(s, at);

	if (b == '"' || b == '\'')
	{
		uint32_t	close = find_quote(s, at + 1, (char) b);
		unsigned char after = byte_at(s, close + 1);

		*end = close + 1;
		if (close == s->length)
			return false;
		return close + 1 == s->length || is_blank_byte(after) || after == '/' || after == '>' || begins_attribute(s, close + 1);
	}
	while (at < s->length && !is_blank_byte(s->text[at]) && s->text[at] != '>' && s->text[at] != '<')
		at++;
	*end = at;
	return true;
}

/*
 * Ends a tag that has no end of its own from a place on, after so many attributes without a value: at the text's end where it
 * is cut off there, else after its last whole attribute.  Returns false where nothing says that it is a tag.
 */
static bool
end_broken_tag(const Scanner *s, MarkupTag *tag, uint32_t name, uint32_t last_good, uint32_t last, uint32_t names)
{
	tag->broken = true;
	if (tag->element == UNKNOWN_ELEMENT ||
		(tag->sort == TAG_OPENING && !tag->attributes && last_good == name + 1 && (s->text[name] | 0x20) != 'p'))
		return false;
	while (last < s->length && s->text[last] != '>' && s->text[last] != '<')
		last++;
	if (byte_at(s, last) == '>')
		tag->end = last + 1;	/* a mark is missing: <a href="x> */
	else
		tag->end = last == s->length && names <= 2 ? s->length : last_good;
	return true;
}

/* The attributes and the end of the tag whose name ends at a place. */
static bool
scan_attributes(Scanner *s, MarkupTag *tag, uint32_t name, uint32_t at)
{
	uint32_t	last_good = at;
	uint32_t	names = 0;		/* without a value, since the last one that has one */

	for (;;)
	{
		uint32_t	start;
		uint32_t	value;

		while (at < s->length && (is_blank_byte(s->text[at]) || s->text[at] == '/'))
			at++;
		if (byte_at(s, at) == '>' && at < s->length)
		{
			tag->empty = s->text[at - 1] == '/';
			tag->end = at + 1;
			return true;
		}
		if (at == s->length || s->text[at] == '<')
			return end_broken_tag(s, tag, name, last_good, at, names);
		start = at++;
		while (at < s->length && !is_blank_byte(s->text[at]) && s->text[at] != '=' && s->text[at] != '>' &&
			   s->text[at] != '<' && s->text[at] != '/')
			at++;
		names++;
		value = skip_blanks(s, at);
		if (byte_at(s, value) != '=')
			continue;
		tag->attributes = true;
		if (!scan_value(s, skip_blanks(s, value + 1), &at))
			return end_broken_tag(s, tag, name, last_good, start, 0);
		last_good = at;
		names = 0;
	}
}

/* <!-- ... -->, <!doctype ...>, <![CDATA[ ... ]]>, <?xml ... ?> */
static bool
scan_declaration(Scanner *s, uint32_t at, MarkupTag *tag)
{
	uint32_t	end;

	tag->sort = TAG_COMMENT;
	if (s->length - at >= 4 && memcmp(s->text + at, "<!--", 4) == 0)
	{
		/* <!--> and <!---> are whole. */
		if (!s->no_comment_end && (end = find_text(s, at + 2, "-->")) < s->length)
		{
			tag->end = end + 3;
			return true;
		}
		s->no_comment_end = true;
	}
	if (s->length - at >= 9 && memcmp(s->text + at, "<![CDATA[", 9) == 0)
	{
		if (!s->no_cdata_end && (end = find_text(s, at + 9, "]]>")) < s->length)
		{
			tag->sort = TAG_CDATA;
			tag->end = end + 3;
			return true;
		}
		s->no_cdata_end = true;
	}
	if (!is_letter_byte(byte_at(s, at + 2)) && byte_at(s, at + 2) != '-' && byte_at(s, at + 2) != '[')
		return false;
	for (end = at + 2; end < s->length && s->text[end] != '<'; end++)
		if (s->text[end] == '>')
		{
			tag->end = end + 1;
			return true;
		}
	return false;
}

/* The tag that begins with the "<" at a place; false when it is none. */
static bool
scan_tag(Scanner *s, uint32_t at, MarkupTag *tag)
{
	uint32_t	name = at + 1;
	uint32_t	end;
	unsigned char after;

	memset(tag, 0, sizeof(*tag));
	tag->element = UNKNOWN_ELEMENT;
	if (byte_at(s, name) == '!' || byte_at(s, name) == '?')
		return scan_declaration(s, at, tag);
	if (byte_at(s, name) == '/')
	{
		tag->sort = TAG_CLOSING;
		name++;
	}
	if (!is_letter_byte(byte_at(s, name)))
		return false;
	for (end = name + 1; end < s->length && is_name_byte(s->text[end]);)
		end++;
	after = byte_at(s, end);
	if (s->text[end - 1] == ':' || (end < s->length && !is_blank_byte(after) && after != '/' && after != '>' && after != '<'))
		return false;
	tag->element = find_element(s->text + name, end - name);
	return scan_attributes(s, tag, name, end);
}

bool
nq_next_tag(const Document *doc, uint32_t *at, uint32_t end, StoredTag *tag)
{
	Scanner		s;

	if (*at >= end)
		return false;
	begin_scan(&s, NULL, doc->stored, end);
	while ((*at = find_byte(&s, *at, '<')) < end)
	{
		MarkupTag	found;
		ElementKind kind;

		if (!scan_tag(&s, *at, &found))
		{
			++*at;
			continue;
		}
		tag->start = *at;
		tag->end = *at = found.end;
		tag->closing = found.sort == TAG_CLOSING;
		kind = kind_of_element(found.element);
		tag->is_inline = kind == ELEMENT_INLINE || kind == ELEMENT_CITE || kind == ELEMENT_UNKNOWN;
		if (found.sort == TAG_COMMENT || found.sort == TAG_CDATA || found.empty || kind == ELEMENT_VOID)
			continue;
		return true;
	}
	return false;
}

/* ---- entities ---- */

#define ENTITY_NAME_BYTES 32

static const struct
{
	char		name[ENTITY_NAME_BYTES];
	uint32_t	code;
	bool		bare;			/* browsers take it without its semicolon */
}			entities[] = {
#define ENTITY(name, code, bare) {name, code, bare},
#include "core/text/entity_names.def"
#undef ENTITY
};

/* The entity of a name, or NULL. */
static const uint32_t *
find_entity(const char *name, uint32_t length, bool bare)
{
	uint32_t	low = 0;
	uint32_t	high = sizeof(entities) / sizeof(entities[0]);

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;
		int			order = strncmp(entities[middle].name, name, length);

		if (order == 0)
			order = entities[middle].name[length] != '\0';
		if (order == 0)
			return !bare || entities[middle].bare ? &entities[middle].code : NULL;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* What browsers make of a number: those of Windows-1252 are its characters. */
static uint32_t
character_of_number(uint32_t code)
{
	static const uint16_t windows[32] = {
		0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f,
		0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178
	};

	if (code >= 0x80 && code < 0xa0)
		return windows[code - 0x80];
	if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
		return 0xfffd;
	return code;
}

static uint32_t
digit_value(unsigned char b, bool hex)
{
	if (b >= '0' && b <= '9')
		return b - '0';
	if (hex && (unsigned) ((b | 0x20) - 'a') < 6)
		return (b | 0x20) - 'a' + 10;
	return NONE;
}

/* Where an entity may lack its semicolon. */
typedef enum Bare
{
	BARE_NEVER,					/* plain text */
	BARE_APART,					/* a slice, which may be of HTML: where no letter or digit follows */
	BARE_ANYWHERE				/* HTML */
} Bare;

/* Whether an entity may end before a byte that is no semicolon. */
static bool
ends_bare(Bare bare, unsigned char after)
{
	return bare == BARE_ANYWHERE ||
		(bare == BARE_APART && !is_letter_byte(after) && (after < '0' || after > '9') && after != '=');
}

/* &#8220; and &#x201c; */
static Character
numeric_entity(const Scanner *s, uint32_t at, Bare bare)
{
	bool		hex = (byte_at(s, at + 2) | 0x20) == 'x';
	uint32_t	first = at + (hex ? 3 : 2);
	uint32_t	end = first;
	uint32_t	code = 0;

	for (uint32_t digit; end < s->length && (digit = digit_value(s->text[end], hex)) != NONE; end++)
		code = code > 0x10ffff ? code : code * (hex ? 16 : 10) + digit;
	if (end == first || (byte_at(s, end) != ';' && !ends_bare(bare, byte_at(s, end))))
		return (Character) {0, 0};
	return (Character) {character_of_number(code), end + (byte_at(s, end) == ';') - at};
}

/* The character of the entity whose "&" is at a place; 0 bytes when there is none. */
static Character
decode_entity(const Scanner *s, uint32_t at, Bare bare)
{
	const char *name = (const char *) s->text + at + 1;
	const uint32_t *code;
	uint32_t	length = 0;

	if (byte_at(s, at + 1) == '#')
		return numeric_entity(s, at, bare);
	while (length < ENTITY_NAME_BYTES - 1 && at + 1 + length < s->length &&
		   (is_letter_byte((unsigned char) name[length]) || (name[length] >= '0' && name[length] <= '9')))
		length++;
	if (length < 2)
		return (Character) {0, 0};
	if (byte_at(s, at + 1 + length) == ';' && (code = find_entity(name, length, false)) != NULL)
		return (Character) {*code, length + 2};
	/* "&copy2020": the longest name; none of these has more than six letters. */
	for (length = length < 6 ? length : 6; bare != BARE_NEVER && length >= 2; length--)
		if (ends_bare(bare, byte_at(s, at + 1 + length)) && (code = find_entity(name, length, true)) != NULL)
			return (Character) {*code, length + 1};
	return (Character) {0, 0};
}

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
	MARKUP_INLINE,				/* HTML without block elements: lines stay lines */
	MARKUP_BLOCKS
} Markup;

/* Whether an opening tag without attributes stands where text that is no HTML would not have it. */
static bool
stands_alone(const Scanner *s, const MarkupTag *tag)
{
	ElementKind kind = kind_of_element(tag->element);
	uint32_t	next = skip_blanks(s, tag->end);

	return !tag->broken && (is_block(kind) || kind == ELEMENT_BREAK) && byte_class[byte_at(s, next)] != B_LOWER;
}

/* What the text is, by its tags; false when the stage has to stop. */
static bool
find_markup(Document *doc, bool slice, Markup *markup)
{
	bool		html = false;
	bool		blocks = false;
	uint32_t	round = 0;
	Scanner		s;

	begin_scan(&s, doc, doc->text, doc->length);
	*markup = MARKUP_NONE;
	for (uint32_t at = find_byte(&s, 0, '<'); at < s.length && !(html && blocks); round++)
	{
		MarkupTag	tag;
		ElementKind kind;

		if (doc->status != NQ_OK || !check_interrupts(doc, round, EVERY_64))
			return false;
		if (!scan_tag(&s, at, &tag))
		{
			at = find_byte(&s, at + 1, '<');
			continue;
		}
		kind = kind_of_element(tag.element);
		if (tag.sort == TAG_COMMENT || tag.sort == TAG_CDATA)
			html = true;
		else if (kind != ELEMENT_UNKNOWN)
		{
			html |= slice || tag.attributes || tag.sort == TAG_CLOSING || stands_alone(&s, &tag);
			blocks |= is_block(kind) || kind == ELEMENT_BREAK;
		}
		at = find_byte(&s, tag.end, '<');
	}
	if (doc->status != NQ_OK)
		return false;
	if (html)
		*markup = blocks ? MARKUP_BLOCKS : MARKUP_INLINE;
	for (uint32_t at = html ? s.length : find_byte(&s, 0, '&'); at < s.length; at = find_byte(&s, at + 1, '&'), round++)
	{
		if (!check_interrupts(doc, round, EVERY_4096))
			return false;
		if (decode_entity(&s, at, slice ? BARE_APART : BARE_NEVER).bytes > 0)
		{
			*markup = MARKUP_ENTITIES;
			break;
		}
	}
	return true;
}

/* ---- writing ---- */

/* Marks of <q> within <q>. */
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
	Scanner		scanner;
	TextWriter	writer;
	Markup		markup;
	Bare		bare;
	uint32_t	at;
	uint8_t		separation;		/* before the next words: Separation */
	uint32_t	separation_start,
				separation_end;	/* the stored bytes of the separation */
	bool		in_text;		/* within an element of running text */
	uint32_t	pre;			/* how many <pre> are open */
	uint32_t	quotes;			/* how many <q> are open */
	uint32_t	marked;			/* a bit for each of these that gave a mark */
	uint32_t	cdata_end;		/* of the section that is read as text */
	uint32_t	blockquotes;	/* how many are open */
	bool		figure_quotes;	/* a <blockquote> is in the figure at hand */
	bool		slice;
	uint8_t		block_marks;	/* of the <blockquote> at hand: BlockMarks */
} MarkupReader;

/* Marks around the paragraphs of a <blockquote>. */
typedef enum BlockMarks
{
	MARKS_NONE,
	MARKS_WANTED,				/* before its first words */
	MARKS_OPEN
} BlockMarks;

/* Remembers that something separates what comes next. */
static void
separate(MarkupReader *r, Separation separation, uint32_t start, uint32_t end)
{
	if (r->separation == SEPARATION_LINE && separation == SEPARATION_LINE)
		separation = SEPARATION_PARAGRAPH;
	if (separation < (Separation) r->separation)
		return;
	if (separation > SEPARATION_BLANK)
	{
		if (r->separation <= SEPARATION_BLANK)
			r->separation_start = start;
		r->separation_end = end;
	}
	else if (r->separation == SEPARATION_NONE)
	{
		r->separation_start = start;
		r->separation_end = end;
	}
	r->separation = (uint8_t) separation;
}

/* Writes what separates the next words from those before. */
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

/* Closes the marks of a <blockquote>, right after its words. */
static bool
close_block_marks(MarkupReader *r)
{
	uint32_t	at = r->separation != SEPARATION_NONE ? r->separation_start : r->at;
	bool		opened = r->block_marks == MARKS_OPEN;

	r->block_marks = MARKS_NONE;
	return !opened || nq_put_text(&r->writer, "\xe2\x80\x9d", 3, at, at);
}

static bool
put_character(MarkupReader *r, uint32_t code, uint32_t bytes)
{
	char		character[4];

	if (code < ' ' || code == 0x7f)
	{
		/* A line feed or tab, by number. */
		if (r->markup == MARKUP_BLOCKS)
			separate(r, SEPARATION_BLANK, r->at, r->at + bytes);
		else if (!nq_put_text(&r->writer, " ", 1, r->at, r->at + bytes))
			return false;
		r->at += bytes;
		return true;
	}
	/* A soft hyphen is not seen. */
	if (code != 0xad)
	{
		if (!put_separation(r) || !nq_put_text(&r->writer, character, encode(code, character), r->at, r->at + bytes))
			return false;
	}
	r->at += bytes;
	return true;
}

/* Blanks and lines' ends in running text. */
static void
read_blanks(MarkupReader *r)
{
	const Scanner *s = &r->scanner;
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

/* Where words that are copied as they are end. */
static uint32_t
end_of_words(const MarkupReader *r)
{
	const Scanner *s = &r->scanner;
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
			/* A soft hyphen is not seen. */
			if (b == 0xc2 && byte_at(s, at + 1) == 0xad)
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

	/* A "<" or "&" that is nothing but itself. */
	if (end == r->at)
		end++;
	if (!put_separation(r) ||
		!nq_copy_text(&r->writer, (const char *) r->scanner.text + r->at, end - r->at, r->at))
		return false;
	r->at = end;
	return true;
}

/* The place after the closing tag of an element that is not read, whose opening tag ends at a place. */
static uint32_t
end_of_skipped(Scanner *s, uint32_t element, uint32_t at)
{
	const char *name = elements[element].name;
	uint32_t	bytes = (uint32_t) strlen(name);
	uint32_t	start = at;
	uint32_t	depth = 1;
	uint32_t	round = 0;
	bool		nests = strcmp(name, "svg") == 0 || strcmp(name, "template") == 0 || strcmp(name, "object") == 0;

	if (s->no_end[element])
		return start;
	for (at = find_byte(s, at, '<'); at < s->length && goes_on(s, round); at = find_byte(s, at + 1, '<'), round++)
	{
		bool		closing = byte_at(s, at + 1) == '/';
		uint32_t	from = at + 1 + closing;

		if (s->length - from < bytes || find_element(s->text + from, bytes) != element || is_name_byte(byte_at(s, from + bytes)))
			continue;
		if (!closing)
		{
			depth += nests;
			continue;
		}
		if (--depth > 0)
			continue;
		at = find_byte(s, from + bytes, '>');
		return at < s->length ? at + 1 : s->length;
	}
	s->no_end[element] = true;
	/* As in a browser, a script that is never closed takes the rest; other elements do not. */
	return strcmp(name, "script") == 0 || strcmp(name, "style") == 0 ? s->length : start;
}

/* Whether the words at a place begin with a mark of their own. */
static bool
begins_with_mark(const Scanner *s, uint32_t at)
{
	Character	c;

	at = skip_blanks(s, at);
	if (at == s->length)
		return false;
	c = s->text[at] == '&' ? decode_entity(s, at, BARE_ANYWHERE) : nq_decode(s->text + at, s->text + s->length);
	return c.code == '"' || c.code == '\'' || c.code == '`' || (c.code >= 0x2018 && c.code <= 0x201f) || c.code == 0xab || c.code == 0xbb;
}

/* <q> opens, </q> closes, with single marks within double ones. */
static bool
read_quote_tag(MarkupReader *r, const MarkupTag *tag)
{
	bool		opens = tag->sort == TAG_OPENING;
	bool		marks;
	uint32_t	depth;

	if (tag->empty || (!opens && r->quotes == 0) || (opens && r->quotes == QUOTE_DEPTH))
		return true;
	depth = opens ? r->quotes++ : --r->quotes;
	marks = opens ? !begins_with_mark(&r->scanner, tag->end) : (r->marked >> depth & 1) != 0;
	r->marked = opens && marks ? r->marked | UINT32_C(1) << depth : r->marked & ~(UINT32_C(1) << depth);
	if (!marks)
		return true;
	/* Blanks before the closing mark are not the words'. */
	if (!opens && r->separation == SEPARATION_BLANK)
		r->separation = SEPARATION_NONE;
	if (!put_separation(r))
		return false;
	return nq_put_text(&r->writer, depth % 2 == 0 ? (opens ? "\xe2\x80\x9c" : "\xe2\x80\x9d") : (opens ? "\xe2\x80\x98" : "\xe2\x80\x99"), 3,
					   r->at, tag->end);
}

/* ---- <blockquote> ---- */

/* Bytes in which the signature of a <blockquote> is looked for, and tags before its words. */
#define BLOCKQUOTE_BYTES 4096
#define BLOCKQUOTE_TAGS 16

/* Whether the <blockquote> whose tag ends at a place has its signature in it. */
static bool
has_signature(const Scanner *s, uint32_t at)
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
		while (bytes < sizeof(elements[0].name) && is_letter_byte(byte_at(s, name + bytes)))
			bytes++;
		kind = kind_of_element(find_element(s->text + name, bytes));
		if (kind == ELEMENT_BLOCKQUOTE)
			return false;
		if (!closing && (kind == ELEMENT_CITE || kind == ELEMENT_FOOTER))
			return true;
	}
	return false;
}

/* Whether the first words from a place on, tags before them or not, begin with a mark or dash of their own. */
static bool
block_begins_with_mark(Scanner *s, uint32_t at)
{
	MarkupTag	tag;

	at = skip_blanks(s, at);
	for (uint32_t i = 0; i < BLOCKQUOTE_TAGS && byte_at(s, at) == '<' && scan_tag(s, at, &tag); i++)
		at = skip_blanks(s, tag.end);
	return begins_with_mark(s, at);
}

/* The last byte that was written, NUL at the beginning. */
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

/* Whether the tag opens what signs a <blockquote>: at the end of a paragraph or sentence of it, or after it. */
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

/* A line with a dash before the words of the signature, where they have none. */
static bool
begin_signature(MarkupReader *r, const MarkupTag *tag)
{
	const Scanner *s = &r->scanner;
	uint32_t	next = skip_blanks(s, tag->end);
	Character	c = {0, 0};

	if (!close_block_marks(r))
		return false;
	separate(r, SEPARATION_PARAGRAPH, r->at, tag->end);
	r->in_text = false;
	if (next < s->length)
		c = s->text[next] == '&' ? decode_entity(s, next, BARE_ANYWHERE) : nq_decode(s->text + next, s->text + s->length);
	if (c.code == '-' || (c.code >= 0x2010 && c.code <= 0x2015) || c.code == '<' || c.code == 0)
		return true;
	return put_separation(r) && nq_put_text(&r->writer, "\xe2\x80\x94 ", 4, tag->end, tag->end);
}

/* A feed may keep the whole article in a section: one before any words, with tags in it. */
static bool
is_article_in_cdata(const MarkupReader *r, uint32_t end)
{
	const Scanner *s = &r->scanner;

	return r->writer.length == 0 && (end - r->at) / 2 >= (s->length - r->at) / 4 && memchr(s->text + r->at + 9, '<', end - r->at - 9) != NULL;
}

/* The tag at the reader's place, of which the words around it are to be separated or not. */
static bool
read_tag(MarkupReader *r, const MarkupTag *tag)
{
	ElementKind kind = kind_of_element(tag->element);
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
		end = end_of_skipped(&r->scanner, tag->element, end);
	else if (kind == ELEMENT_LEFT_OUT || kind == ELEMENT_CAPTION)
	{
		if (tag->sort == TAG_OPENING && !tag->empty)
			end = end_of_skipped(&r->scanner, tag->element, end);
		separate(r, SEPARATION_PARAGRAPH, r->at, end);
	}
	else if (kind == ELEMENT_BREAK)
		separate(r, SEPARATION_LINE, r->at, end);
	else if (is_block(kind))
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
	Scanner    *s = &r->scanner;
	unsigned char b = s->text[r->at];
	Character	entity;
	MarkupTag	tag;

	if (b == '<' && r->markup != MARKUP_ENTITIES && scan_tag(s, r->at, &tag) && tag.end > r->at)
		return read_tag(r, &tag);
	if (b == '&' && (entity = decode_entity(s, r->at, r->bare)).bytes > 0)
		return put_character(r, entity.code, entity.bytes);
	if (r->markup == MARKUP_BLOCKS && is_blank_byte(b))
	{
		read_blanks(r);
		return true;
	}
	if (r->markup == MARKUP_BLOCKS && b == 0xc2 && byte_at(s, r->at + 1) == 0xad)
	{
		r->at += 2;
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
	begin_scan(&r.scanner, doc, doc->text, doc->length);
	/* A mark for each paragraph of a <blockquote> may make the text longer: of a letter after an empty line come six bytes. */
	if (!nq_begin_text(&r.writer, doc, r.markup == MARKUP_BLOCKS && !slice ? 2 * doc->length : doc->length))
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
	nq_end_text(&r.writer);
	doc->is_markup = true;
	return true;
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
