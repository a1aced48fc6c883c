/*
 * token_writer.h
 *	  What reads text into tokens: the reader, and the classes of bytes.
 *
 * tokenizer.c reads anything, one token at a time; tokenizer_ascii.c reads plain text, a window of
 * bytes at a time, and looks the words of both up.
 */
#ifndef NQ_TOKEN_WRITER_H
#define NQ_TOKEN_WRITER_H

#include "core/base/simd.h"
#include "core/stages.h"

#include <string.h>

enum ByteClass
{
	B_OTHER,
	B_SPACE,
	B_NEWLINE,
	B_LOWER,
	B_UPPER,
	B_DIGIT,
	B_HIGH,						/* part of a character of several bytes */
	B_APOSTROPHE,
	B_QUOTE,
	B_GRAVE,
	B_STOP,						/* . ! ? */
	B_COMMA,
	B_COLON,
	B_SEMICOLON,
	B_HYPHEN,
	B_OPEN,
	B_CLOSE,
	B_AMPERSAND,
	B_AT							/* @ and # */
};

#define O B_OTHER
#define S B_SPACE
#define N B_NEWLINE
#define L B_LOWER
#define U B_UPPER
#define D B_DIGIT
#define H B_HIGH
static const uint8_t byte_class[256] = {
	S, S, S, S, S, S, S, S, S, S, N, S, S, N, S, S,
	S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
	S, B_STOP, B_QUOTE, B_AT, O, O, B_AMPERSAND, B_APOSTROPHE,
	B_OPEN, B_CLOSE, O, O, B_COMMA, B_HYPHEN, B_STOP, O,
	D, D, D, D, D, D, D, D, D, D, B_COLON, B_SEMICOLON, O, O, O, B_STOP,
	B_AT, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, B_OPEN, O, B_CLOSE, O, O,
	B_GRAVE, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, B_OPEN, O, B_CLOSE, O, S,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H
};
#undef O
#undef S
#undef N
#undef L
#undef U
#undef D
#undef H

/* Punctuation that is a token by itself, whatever stands beside it; and a stop. */
static const uint8_t kind_of_class[B_AT + 1] = {
	[B_OTHER] = TOKEN_OTHER, [B_COMMA] = TOKEN_COMMA, [B_COLON] = TOKEN_COLON, [B_SEMICOLON] = TOKEN_SEMICOLON,
	[B_OPEN] = TOKEN_OPEN, [B_CLOSE] = TOKEN_CLOSE, [B_STOP] = TOKEN_STOP
};

/* A word that was read and is not looked up yet. */
typedef struct WaitingWord
{
	uint64_t	hash;
	const LexiconSlot *slot;	/* that it has if it is in the lexicon, on its way into the cache */
	Token	   *token;
} WaitingWord;

/* What is read between two calls of make_room(): so many tokens, marks and lines at the most, however dense they stand. */
#define ROOM (WINDOW_BYTES + 2)

/* Words are looked up when so many wait. */
#define ENOUGH_WAIT 96
#define MOST_WAIT (ENOUGH_WAIT + ROOM)

typedef struct Reader
{
	Document   *doc;
	const unsigned char *text;
	uint32_t	length;
	uint32_t	at;				/* in bytes */
	uint32_t	asked;			/* the byte at which the host was asked last */
	uint32_t	token_capacity;
	uint32_t	mark_capacity;
	uint32_t	line_capacity;
	uint32_t	abbreviation_capacity;
	uint8_t		pending;		/* TOKEN_SPACE ... for the next token */
	uint32_t	waiting_count;
	WaitingWord *waiting;		/* room for MOST_WAIT */
} Reader;

/* Asks the host every so many bytes: a few milliseconds' work, whatever they hold. */
#define BYTES_BETWEEN_CHECKS (1 << 16)

/* Makes room for what is read next, looks words up and asks the host, each where it is due. */
bool		nq_make_room(Reader *r);

/* Sees to it that there is room for what is read next, and asks the host now and then; false when the stage has to stop. */
static inline bool
make_room(Reader *r)
{
	const Document *doc = r->doc;
	bool		room = (doc->token_count + ROOM <= r->token_capacity) & (doc->mark_count + ROOM <= r->mark_capacity) &
		(doc->line_count + ROOM <= r->line_capacity) & (doc->abbreviation_count + ROOM <= r->abbreviation_capacity);

	return (room & (r->waiting_count < ENOUGH_WAIT) & (r->at - r->asked < BYTES_BETWEEN_CHECKS)) || nq_make_room(r);
}

/* Reads plain text from the reader's place on, as much as there is; false when the stage has to stop. */
bool		nq_read_plain(Reader *r);

/* Lets the newest token, an ASCII word of less than 16 bytes at p, be looked up with others; so many bytes are read there. */
void		nq_wait_for_word(Reader *r, const unsigned char *p, uint32_t length);

/* Looks up the words that wait. */
void		nq_find_waiting(Reader *r);

/* What the ending of a lower-case word tells that is in no list; it ends before end. */
static inline uint32_t
word_of_ending(const Lexicon *lexicon, const unsigned char *end, uint32_t length)
{
	return length < 5 ? 0 : nq_ending_of(lexicon, (const char *) end, length);
}

/* Whether the letters after an apostrophe are a clitic: 's 're 've 'll 'd 'm. */
static inline bool
is_clitic(const unsigned char *p, uint32_t length)
{
	unsigned char first = length > 0 ? p[0] | 0x20 : 0;

	if (length == 1)
		return first == 's' || first == 'd' || first == 'm';
	return length == 2 && (first == 'r' || first == 'v' || first == 'l') && (p[1] | 0x20) == (first == 'l' ? 'l' : 'e');
}

/* Whether a clitic that ends before end is 's. */
static inline bool
is_possessive_clitic(const unsigned char *end)
{
	return (end[-1] | 0x20) == 's';
}

/* The flags of a token, so far those given, before which a line ends. */
static inline uint8_t
begin_line(Document *doc, uint32_t token, uint8_t flags)
{
	if ((flags & TOKEN_NEWLINE) != 0)
		return flags | TOKEN_BLANKLINE;
	doc->lines[doc->line_count++] = token;
	return flags | TOKEN_NEWLINE | TOKEN_SPACE;
}

/* Writes a token of length bytes at the reader's place and moves after it.  The set is that of its lower case. */
static inline void
put_entry(Reader *r, TokenKind kind, uint32_t length, uint32_t word, uint32_t set, uint8_t flags)
{
	Document   *doc = r->doc;

	doc->tokens[doc->token_count++] = (Token) {
		.start = r->at, .length = (uint16_t) length, .word = (uint16_t) word,
		.class_set = (uint16_t) (set + ((flags & TOKEN_CAPITAL) != 0)), .kind = (uint8_t) kind, .flags = flags | r->pending
	};
	r->pending = 0;
	r->at += length;
}

static inline void
put_token(Reader *r, TokenKind kind, uint32_t length, uint8_t flags)
{
	put_entry(r, kind, length, 0, set_of_kind(kind), flags);
}

/* Adds the abbreviation that the next token is, and returns that token's flag. */
static inline uint8_t
add_abbreviation(Document *doc, uint32_t token)
{
	doc->abbreviations[doc->abbreviation_count++] = token;
	return TOKEN_DOTTED;
}

/* Adds the mark that the next token is, and returns that token's word: see FIRST_MARK. */
static inline uint32_t
add_mark(Document *doc, uint32_t token, MarkSign sign)
{
	uint32_t	before = doc->mark_count > 0 ? doc->marks[doc->mark_count - 1].token : NONE;
	bool		follows = before / BLOCK_TOKENS == token / BLOCK_TOKENS;

	doc->marks[doc->mark_count++] = (Mark) {.token = token, .span = NONE, .sign = (uint8_t) sign, .role = ROLE_NOTHING};
	return follows ? doc->tokens[before].word + 1u : FIRST_MARK;
}

static inline void
put_mark(Reader *r, MarkSign sign, uint32_t length)
{
	uint32_t	word = add_mark(r->doc, r->doc->token_count, sign);

	put_entry(r, TOKEN_MARK, length, word, set_of_kind(TOKEN_MARK), 0);
}

static inline void
skip_newline(Reader *r, uint32_t bytes)
{
	r->pending = begin_line(r->doc, r->doc->token_count, r->pending);
	r->at += bytes;
}

static inline void
skip_blank(Reader *r, uint32_t bytes)
{
	r->pending |= TOKEN_SPACE;
	r->at += bytes;
}

#endif							/* NQ_TOKEN_WRITER_H */
