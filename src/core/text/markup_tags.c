/*
 * markup_tags.c
 *	  The tags of HTML: see markup_tags.h.
 *
 * Takes the stored bytes; finds the tag at a position.  Tags are read as browsers read them, except that a
 * broken tag ends after its last whole attribute, where a browser may lose the rest of the page.
 *
 * Linear: quotation marks and closing tags are searched forward only, each position once.
 */
#include "core/text/markup_tags.h"

#include <string.h>

/* ---- elements ---- */

/* Sorted by name. */
static const struct
{
	char		name[ELEMENT_NAME_BYTES];
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

_Static_assert(sizeof(elements) / sizeof(elements[0]) == ELEMENTS, "markup_tags.h says how many there are");

/* Returns the number of an element by name, in any case. */
uint32_t
nq_find_element(const unsigned char *name, uint32_t length)
{
	char		folded[ELEMENT_NAME_BYTES] = {0};
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

ElementKind
nq_kind_of_element(uint32_t element)
{
	return element == UNKNOWN_ELEMENT ? ELEMENT_UNKNOWN : (ElementKind) elements[element].kind;
}

bool
nq_is_block(ElementKind kind)
{
	return kind == ELEMENT_BLOCK || kind == ELEMENT_TEXT || kind == ELEMENT_PRE || kind == ELEMENT_BLOCKQUOTE ||
		kind == ELEMENT_FOOTER || kind == ELEMENT_FIGURE;
}

/* ---- the bytes ahead ---- */

void
nq_begin_scan(MarkupScanner *s, Document *doc, const char *text, uint32_t length)
{
	memset(s, 0, sizeof(*s));
	s->doc = doc;
	s->text = (const unsigned char *) text;
	s->length = length;
	s->searched_quote[0] = s->searched_quote[1] = UINT32_MAX;
}

/* Returns the first position of a byte from at on, or length. */
uint32_t
nq_find_byte(const MarkupScanner *s, uint32_t at, char byte)
{
	const unsigned char *found = at < s->length ? memchr(s->text + at, byte, s->length - at) : NULL;

	return found == NULL ? s->length : (uint32_t) (found - s->text);
}

/* Checks for interrupts in a long search.  Returns false when the stage has to stop. */
static bool
may_continue(const MarkupScanner *s, uint32_t round)
{
	return s->doc == NULL || check_interrupts(s->doc, round, EVERY_4096);
}

/* The first position of a string from at on, or length. */
static uint32_t
find_text(const MarkupScanner *s, uint32_t at, const char *text)
{
	uint32_t	bytes = (uint32_t) strlen(text);
	uint32_t	round = 0;

	for (at = nq_find_byte(s, at, text[0]); at < s->length && may_continue(s, round); at = nq_find_byte(s, at + 1, text[0]), round++)
		if (s->length - at >= bytes && memcmp(s->text + at, text, bytes) == 0)
			return at;
	return s->length;
}

/* The first quotation mark, " or ', from at on, or length. */
static uint32_t
find_quote(MarkupScanner *s, uint32_t at, char quote)
{
	uint32_t	which = quote == '\'';

	if (s->searched_quote[which] > at || s->next_quote[which] < at)
	{
		s->searched_quote[which] = at;
		s->next_quote[which] = nq_find_byte(s, at, quote);
	}
	return s->next_quote[which];
}

/* ---- tags ---- */

/* Does another attribute begin right at a position, as in href="x"class="y"? */
static bool
begins_attribute(const MarkupScanner *s, uint32_t at)
{
	uint32_t	end = at;

	while (end < s->length && end - at < 40 && is_name_byte(s->text[end]))
		end++;
	return end > at && byte_at(s, end) == '=';
}

/* Sets *end to the end of the attribute value at a position; returns false if the value is not terminated. */
static bool
scan_value(MarkupScanner *s, uint32_t at, uint32_t *end)
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
 * Ends a tag without a ">". names counts the attributes without a value before this position.  The tag ends
 * with the text if the text is cut off there, otherwise after its last whole attribute.  Returns false if it is
 * no tag at all.
 */
static bool
end_broken_tag(const MarkupScanner *s, MarkupTag *tag, uint32_t name, uint32_t last_good, uint32_t last, uint32_t names)
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

/* Scans the attributes and the end of the tag whose name ends at a position. */
static bool
scan_attributes(MarkupScanner *s, MarkupTag *tag, uint32_t name, uint32_t at)
{
	uint32_t	last_good = at;
	uint32_t	names = 0;		/* attributes without a value since the last one with a value */

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
scan_declaration(MarkupScanner *s, uint32_t at, MarkupTag *tag)
{
	uint32_t	end;

	tag->sort = TAG_COMMENT;
	if (s->length - at >= 4 && memcmp(s->text + at, "<!--", 4) == 0)
	{
		/* <!--> and <!---> are complete comments. */
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

/* Scans the tag that begins with the "<" at a position.  Returns false if there is none. */
bool
nq_scan_tag(MarkupScanner *s, uint32_t at, MarkupTag *tag)
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
	tag->element = nq_find_element(s->text + name, end - name);
	return scan_attributes(s, tag, name, end);
}

/* Returns the position after the closing tag of a skipped element whose opening tag ends at a position. */
uint32_t
nq_end_of_skipped(MarkupScanner *s, uint32_t element, uint32_t at)
{
	const char *name = elements[element].name;
	uint32_t	bytes = (uint32_t) strlen(name);
	uint32_t	start = at;
	uint32_t	depth = 1;
	uint32_t	round = 0;
	bool		nests = strcmp(name, "svg") == 0 || strcmp(name, "template") == 0 || strcmp(name, "object") == 0;

	if (s->no_end[element])
		return start;
	for (at = nq_find_byte(s, at, '<'); at < s->length && may_continue(s, round); at = nq_find_byte(s, at + 1, '<'), round++)
	{
		bool		closing = byte_at(s, at + 1) == '/';
		uint32_t	from = at + 1 + closing;

		if (s->length - from < bytes || nq_find_element(s->text + from, bytes) != element || is_name_byte(byte_at(s, from + bytes)))
			continue;
		if (!closing)
		{
			depth += nests;
			continue;
		}
		if (--depth > 0)
			continue;
		at = nq_find_byte(s, from + bytes, '>');
		return at < s->length ? at + 1 : s->length;
	}
	s->no_end[element] = true;
	/* As in a browser, an unclosed script swallows the rest; other elements do not. */
	return strcmp(name, "script") == 0 || strcmp(name, "style") == 0 ? s->length : start;
}

bool
nq_next_tag(const Document *doc, uint32_t *at, uint32_t end, StoredTag *tag)
{
	MarkupScanner		s;

	if (*at >= end)
		return false;
	nq_begin_scan(&s, NULL, doc->stored, end);
	while ((*at = nq_find_byte(&s, *at, '<')) < end)
	{
		MarkupTag	found;
		ElementKind kind;

		if (!nq_scan_tag(&s, *at, &found))
		{
			++*at;
			continue;
		}
		tag->start = *at;
		tag->end = *at = found.end;
		tag->closing = found.sort == TAG_CLOSING;
		kind = nq_kind_of_element(found.element);
		tag->is_inline = kind == ELEMENT_INLINE || kind == ELEMENT_CITE || kind == ELEMENT_UNKNOWN;
		if (found.sort == TAG_COMMENT || found.sort == TAG_CDATA || found.empty || kind == ELEMENT_VOID)
			continue;
		return true;
	}
	return false;
}
