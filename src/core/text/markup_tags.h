/*
 * markup_tags.h
 *	  The elements and tags of HTML.
 */
#ifndef NQ_MARKUP_TAGS_H
#define NQ_MARKUP_TAGS_H

#include "core/document.h"

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

/* How many elements are known: see markup_tags.c; the number of any other one. */
#define ELEMENTS 126
#define UNKNOWN_ELEMENT ELEMENTS

/* The longest name and its end. */
#define ELEMENT_NAME_BYTES 12

typedef enum TagSort
{
	TAG_OPENING,
	TAG_CLOSING,
	TAG_COMMENT,				/* or a declaration */
	TAG_CDATA
} TagSort;

/* A tag, from its "<" on. */
typedef struct MarkupTag
{
	uint32_t	end;
	uint32_t	element;
	uint8_t		sort;
	bool		empty;			/* <br/> */
	bool		attributes;		/* one at least has a value */
	bool		broken;
} MarkupTag;

/* The stored bytes, and what is known of the bytes ahead. */
typedef struct MarkupScanner
{
	Document   *doc;			/* whose host is asked in long searches; or NULL */
	const unsigned char *text;
	uint32_t	length;
	uint32_t	asked_quote[2];	/* where " and ' were looked for last ... */
	uint32_t	next_quote[2];	/* ... and found, or length */
	bool		no_comment_end;	/* no "-->" from some place on */
	bool		no_cdata_end;
	bool		no_end[ELEMENTS];	/* no closing tag from some place on */
} MarkupScanner;

static inline bool
is_blank_byte(unsigned char b)
{
	return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f';
}

static inline bool
is_letter_byte(unsigned char b)
{
	return (unsigned) ((b | 0x20) - 'a') < 26;
}

static inline bool
is_name_byte(unsigned char b)
{
	return is_letter_byte(b) || (b >= '0' && b <= '9') || b == '-' || b == '_' || b == ':';
}

/* The byte at a place, NUL after the end. */
static inline unsigned char
byte_at(const MarkupScanner *s, uint32_t at)
{
	return at < s->length ? s->text[at] : '\0';
}

static inline uint32_t
skip_blanks(const MarkupScanner *s, uint32_t at)
{
	while (at < s->length && is_blank_byte(s->text[at]))
		at++;
	return at;
}

/* The number of the element of a name, in any case. */
uint32_t	nq_find_element(const unsigned char *name, uint32_t length);

ElementKind nq_kind_of_element(uint32_t element);

bool		nq_is_block(ElementKind kind);

/* The document's host is asked in long searches; NULL: nobody is. */
void		nq_begin_scan(MarkupScanner *s, Document *doc, const char *text, uint32_t length);

/* The first place of a byte from at on, or length. */
uint32_t	nq_find_byte(const MarkupScanner *s, uint32_t at, char byte);

/* The tag that begins with the "<" at a place; false when it is none. */
bool		nq_scan_tag(MarkupScanner *s, uint32_t at, MarkupTag *tag);

/* The place after the closing tag of an element that is not read, whose opening tag ends at a place. */
uint32_t	nq_end_of_skipped(MarkupScanner *s, uint32_t element, uint32_t at);

/* ---- of bytes that are not read ---- */

/* A tag of the stored article. */
typedef struct StoredTag
{
	uint32_t	start,
				end;
	bool		closing;
	bool		is_inline;		/* as if it were not there: <em>, </a> */
} StoredTag;

/* The next tag of stored bytes that are not read, from *at on, which moves after it.  Comments and what has no closing tag are stepped over. */
bool		nq_next_tag(const Document *doc, uint32_t *at, uint32_t end, StoredTag *tag);

#endif							/* NQ_MARKUP_TAGS_H */
