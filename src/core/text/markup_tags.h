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
	ELEMENT_VOID,				/* inline, without a closing tag */
	ELEMENT_BLOCK,
	ELEMENT_TEXT,				/* a block of running text: an empty line does not end a paragraph in it */
	ELEMENT_BREAK,				/* <br> */
	ELEMENT_QUOTE,				/* <q> */
	ELEMENT_BLOCKQUOTE,
	ELEMENT_CITE,				/* inline, or the signature of a <blockquote> */
	ELEMENT_FOOTER,				/* a block, or such a signature */
	ELEMENT_FIGURE,
	ELEMENT_CAPTION,			/* of a figure: left out, or such a signature */
	ELEMENT_PRE,				/* line breaks are kept */
	ELEMENT_SKIPPED,			/* skipped up to its closing tag */
	ELEMENT_LEFT_OUT			/* skipped, and separates the words around it */
} ElementKind;

/* The number of known elements (see markup_tags.c), and the number of an unknown one. */
#define ELEMENTS 126
#define UNKNOWN_ELEMENT ELEMENTS

/* The size of the longest name, including its terminating zero. */
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
	bool		attributes;		/* at least one has a value */
	bool		broken;
} MarkupTag;

/* The stored bytes, and the state of forward searches. */
typedef struct MarkupScanner
{
	Document   *doc;			/* for interrupt checks in long searches; or NULL */
	const unsigned char *text;
	uint32_t	length;
	uint32_t	searched_quote[2];	/* where the last searches for " and ' began ... */
	uint32_t	next_quote[2];	/* ... and what they found, or length */
	bool		no_comment_end;	/* there is no "-->" from some position on */
	bool		no_cdata_end;
	bool		no_end[ELEMENTS];	/* there is no closing tag from some position on */
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

/* The byte at a position, NUL after the end. */
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

/* Returns the number of an element by name, in any case. */
uint32_t	nq_find_element(const unsigned char *name, uint32_t length);

ElementKind nq_kind_of_element(uint32_t element);

bool		nq_is_block(ElementKind kind);

/* Starts a scan. doc is used for interrupt checks in long searches; NULL: no checks. */
void		nq_begin_scan(MarkupScanner *s, Document *doc, const char *text, uint32_t length);

/* Returns the first position of a byte from at on, or length. */
uint32_t	nq_find_byte(const MarkupScanner *s, uint32_t at, char byte);

/* Scans the tag that begins with the "<" at a position.  Returns false if there is none. */
bool		nq_scan_tag(MarkupScanner *s, uint32_t at, MarkupTag *tag);

/* Returns the position after the closing tag of a skipped element whose opening tag ends at a position. */
uint32_t	nq_end_of_skipped(MarkupScanner *s, uint32_t element, uint32_t at);

/* ---- of bytes that are not read ---- */

/* A tag of the stored article. */
typedef struct StoredTag
{
	uint32_t	start,
				end;
	bool		closing;
	bool		is_inline;		/* does not separate words: <em>, </a> */
} StoredTag;

/*
 * Finds the next tag among stored bytes that are not read, from *at on, and advances *at past it.  Skips
 * comments and elements without a closing tag.
 */
bool		nq_next_tag(const Document *doc, uint32_t *at, uint32_t end, StoredTag *tag);

#endif							/* NQ_MARKUP_TAGS_H */
