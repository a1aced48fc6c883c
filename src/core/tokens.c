/*
 * tokens.c
 *	  Text to tokens.
 *
 * Takes UTF-8 bytes; gives words, numbers, punctuation and possible quotation
 * marks in the order of the text, each with its byte offset, the number of
 * characters before it and its lexicon entry.  Blanks are no tokens: the flags
 * of the token behind them remember them.
 *
 * One pass over the bytes, steered by a table of 256 byte classes; only bytes
 * above 0x7f are decoded.  Most words are a few ASCII letters with a blank or the
 * like behind them: where these begin and end is found for 64 bytes at a time, and they are looked up
 * a block of tokens at a time.  A word holds its inner hyphens, apostrophes and full stops
 * (co-founder, O'Neill, D.C.), and its own full stop when it is an abbreviation; the clitics
 * 's, 're, 've, 'll, 'd and 'm become tokens of their own.
 *
 * News archives print marks as HTML entities; &ldquo; is read as the character
 * that it stands for.
 */
#include "characters.h"
#include "stages.h"
#include "traits.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* A token's length is 16 bits; a longer run becomes several tokens. */
#define MAX_TOKEN_BYTES 60000

/* Asks the host every so many blocks of tokens, and every so many bytes that may hold few: a few milliseconds' work. */
#define BLOCKS_BETWEEN_CHECKS 0xff
#define BYTES_BETWEEN_CHECKS (1 << 20)

/* Times a byte: that byte eight times. */
#define EACH_BYTE UINT64_C(0x0101010101010101)

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

/* The key of a plain word, and the slot that it has if it is in the lexicon. */
typedef struct PlainKey
{
	uint64_t	first;			/* folded pieces of eight bytes */
	uint64_t	second;
	const LexiconSlot *slot;
} PlainKey;

/* Which of the bytes from one on are ASCII letters, and which are blanks: a bit for each. */
#define WINDOW_BYTES 64

typedef struct Window
{
	uint64_t	letters;
	uint64_t	blanks;
} Window;

typedef struct Reader
{
	Document   *doc;
	const unsigned char *text;
	uint32_t	length;
	uint32_t	at;				/* in bytes */
	uint32_t	trailing;		/* bytes before at that begin no character */
	uint32_t	block_end;		/* token_count at which the next block begins */
	uint32_t	token_capacity;
	uint32_t	block_capacity;
	uint32_t	mark_capacity;
	uint32_t	line_capacity;
	uint8_t		pending;		/* TOKEN_SPACE ... for the next token */
	uint32_t	waiting;		/* a bit for each token of the block whose word is not looked up yet */
	PlainKey	keys[BLOCK_TOKENS]; /* of these, the slot on its way into the cache */
} Reader;

static Character
decode(const Reader *r, uint32_t at)
{
	return nq_decode(r->text + at, r->text + r->length);
}

/* The entities that matter here: marks, blanks and dashes. */
static const struct
{
	const char *name;
	uint32_t	code;
}			entities[] = {
	{"quot", '"'}, {"apos", '\''}, {"amp", '&'}, {"nbsp", 0xa0},
	{"ldquo", 0x201c}, {"rdquo", 0x201d}, {"bdquo", 0x201e},
	{"lsquo", 0x2018}, {"rsquo", 0x2019}, {"sbquo", 0x201a},
	{"laquo", 0xab}, {"raquo", 0xbb}, {"lsaquo", 0x2039}, {"rsaquo", 0x203a},
	{"mdash", 0x2014}, {"ndash", 0x2013}, {"hellip", 0x2026},
};

/* &#8220; and &#x201c; */
static uint32_t
numeric_entity(const unsigned char *p, uint32_t length)
{
	bool		hex = length > 1 && (p[1] | 0x20) == 'x';
	uint32_t	code = 0;

	for (uint32_t i = hex ? 2 : 1; i < length; i++)
	{
		unsigned	digit;

		if (p[i] >= '0' && p[i] <= '9')
			digit = p[i] - '0';
		else if (hex && (p[i] | 0x20) >= 'a' && (p[i] | 0x20) <= 'f')
			digit = (p[i] | 0x20) - 'a' + 10;
		else
			return 0;
		code = code * (hex ? 16 : 10) + digit;
	}
	return code;
}

/* The character that an HTML entity at this byte stands for; 0 bytes when there is none. */
static Character
decode_entity(const Reader *r, uint32_t at)
{
	const unsigned char *p = r->text + at + 1;
	uint32_t	left = r->length - at - 1;
	uint32_t	length = 0;
	Character	none = {0, 0};

	while (length < left && length < 8 && p[length] != ';')
		length++;
	if (length < 3 || length == left || p[length] != ';')
		return none;
	if (p[0] == '#')
	{
		uint32_t	code = numeric_entity(p, length);

		return code == 0 ? none : (Character) {code, length + 2};
	}
	for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++)
		if (strlen(entities[i].name) == length && memcmp(entities[i].name, p, length) == 0)
			return (Character) {entities[i].code, length + 2};
	return none;
}

/* The character at a byte, an entity read as what it stands for. */
static Character
character(const Reader *r, uint32_t at)
{
	if (r->text[at] == '&')
	{
		Character	entity = decode_entity(r, at);

		if (entity.bytes > 0)
			return entity;
	}
	return decode(r, at);
}

/* How many of a character's bytes begin none: those of an entity all do, and one that stands where none may does not. */
static uint32_t
continuation_of(const Reader *r, uint32_t at, Character c)
{
	return r->text[at] == '&' ? 0 : c.bytes - 1 + ((r->text[at] & 0xc0) == 0x80);
}

static bool
is_word_byte(unsigned char b)
{
	uint8_t		class = byte_class[b];

	return class == B_LOWER || class == B_UPPER || class == B_DIGIT;
}

/* Bytes of the letter at this byte, 0 when none stands there. */
static uint32_t
letter_bytes(const Reader *r, uint32_t at)
{
	Character	c;

	if (at >= r->length)
		return 0;
	if (is_word_byte(r->text[at]))
		return 1;
	if (byte_class[r->text[at]] != B_HIGH)
		return 0;
	c = decode(r, at);
	return nq_is_letter(c.code) ? c.bytes : 0;
}

/* Bytes of the apostrophe at this byte (straight, curly or an entity of these), 0 when none stands there. */
static uint32_t
apostrophe_bytes(const Reader *r, uint32_t at)
{
	Character	c;

	if (at >= r->length)
		return 0;
	if (r->text[at] == '\'')
		return 1;
	if (r->text[at] != 0xe2 && r->text[at] != '&')
		return 0;
	c = character(r, at);
	return c.code == 0x2019 || c.code == '\'' ? c.bytes : 0;
}

/* The upper bit of each of eight bytes that is no ASCII letter. */
static inline uint64_t
other_than_letters(uint64_t bytes)
{
	uint64_t	low = (bytes | FOLD_EIGHT) & 0x7f * EACH_BYTE;
	uint64_t	from_a = low + (0x80 - 'a') * EACH_BYTE;
	uint64_t	behind_z = low + (0x7f - 'z') * EACH_BYTE;

	return (~from_a | behind_z | bytes) & 0x80 * EACH_BYTE;
}

/* How many of eight bytes, from the first on, are ASCII letters. */
static inline uint32_t
count_letters(uint64_t bytes)
{
	uint64_t	others = other_than_letters(bytes);

	return others == 0 ? 8 : (uint32_t) __builtin_ctzll(others) / 8;
}

/* How many of these few bytes begin no character. */
static uint32_t
continuation_bytes(const unsigned char *p, uint32_t length)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < length; i++)
		n += (p[i] & 0xc0) == 0x80;
	return n;
}

static void find_waiting(Reader *r);

/* Begins the next block of tokens: room for all of them (the capacity is whole blocks), and what stands before it. */
static bool
begin_block(Reader *r)
{
	Document   *doc = r->doc;
	uint32_t	block = doc->token_count / BLOCK_TOKENS;

	find_waiting(r);
	if (!nq_reserve(doc->arena, (void **) &doc->blocks, &r->block_capacity, block, sizeof(TokenBlock)) ||
		!nq_reserve(doc->arena, (void **) &doc->tokens, &r->token_capacity, doc->token_count, sizeof(Token)))
		return stop(doc, NQ_NO_MEMORY);
	doc->blocks[block] = (TokenBlock) {.chars = r->at - r->trailing, .marks = doc->mark_count};
	r->block_end += BLOCK_TOKENS;
	return goes_on_at(doc, block + 1, BLOCKS_BETWEEN_CHECKS);
}

/* Notes that the next token is the first of its line. */
static bool
begin_line(Reader *r)
{
	Document   *doc = r->doc;

	if (!nq_reserve(doc->arena, (void **) &doc->lines, &r->line_capacity, doc->line_count, sizeof(uint32_t)))
		return stop(doc, NQ_NO_MEMORY);
	doc->lines[doc->line_count++] = doc->token_count;
	return true;
}

/* Writes the next token, which stands at p, and sees to the block and the line that it may begin. */
static inline bool
write_token(Reader *r, const unsigned char *p, TokenKind kind, uint32_t length, uint32_t set, uint8_t flags)
{
	Document   *doc = r->doc;
	Token	   *token;

	if (doc->token_count == r->block_end || (flags & TOKEN_NEWLINE) != 0)
	{
		r->at = (uint32_t) (p - r->text);
		if ((doc->token_count == r->block_end && !begin_block(r)) || ((flags & TOKEN_NEWLINE) != 0 && !begin_line(r)))
			return false;
	}
	if ((flags & TOKEN_DOTTED) != 0)
		doc->blocks[doc->token_count / BLOCK_TOKENS].noted[NOTE_STOP] |= UINT32_C(1) << doc->token_count % BLOCK_TOKENS;
	token = &doc->tokens[doc->token_count++];
	token->start = (uint32_t) (p - r->text);
	token->length = (uint16_t) length;
	token->word = 0;
	token->set = (uint16_t) set;
	token->kind = (uint8_t) kind;
	token->flags = flags;
	return true;
}

/*
 * Writes a token of length bytes at the reader's place and moves behind it.
 * continuation says how many of the bytes begin no character.
 */
static inline bool
put_entry(Reader *r, TokenKind kind, uint32_t length, uint32_t continuation, uint32_t word, uint32_t set, uint8_t flags)
{
	if (!write_token(r, r->text + r->at, kind, length, set + ((flags & TOKEN_CAPITAL) != 0), flags | r->pending))
		return false;
	r->doc->tokens[r->doc->token_count - 1].word = (uint16_t) word;
	r->pending = 0;
	r->at += length;
	r->trailing += continuation;
	return true;
}

static bool
put_token(Reader *r, TokenKind kind, uint32_t length, uint32_t continuation, uint32_t word, uint8_t flags)
{
	uint32_t	set = kind == TOKEN_WORD ? r->doc->lexicon->words[word].set : set_of_kind(kind);

	return put_entry(r, kind, length, continuation, word, set, flags);
}

static bool
put_mark(Reader *r, MarkSign sign, uint32_t length, uint32_t continuation)
{
	Document   *doc = r->doc;
	Mark	   *mark;

	if (!nq_reserve(doc->arena, (void **) &doc->marks, &r->mark_capacity, doc->mark_count, sizeof(Mark)))
		return stop(doc, NQ_NO_MEMORY);
	mark = &doc->marks[doc->mark_count];
	mark->token = doc->token_count;
	mark->stretch = NONE;
	mark->sign = (uint8_t) sign;
	mark->role = ROLE_NOTHING;
	if (!put_token(r, TOKEN_MARK, length, continuation, 0, 0))
		return false;
	doc->tokens[mark->token].word =
		(uint16_t) (FIRST_MARK + doc->mark_count++ - doc->blocks[mark->token / BLOCK_TOKENS].marks);
	return true;
}

/* ---- words ---- */

typedef struct WordScan
{
	uint32_t	end;			/* in bytes */
	uint32_t	continuation;
	uint32_t	apostrophe;		/* offset of the last inner apostrophe, 0: none */
	uint32_t	apostrophe_bytes;
	uint32_t	letters;
	bool		hyphen;
	bool		stops;			/* holds an inner full stop */
	bool		all_initials;	/* every part before a stop was one capital letter */
	bool		digits;			/* nothing but digits and their points */
} WordScan;

/* One run of letters and digits, from scan->end on. */
static void
scan_letters(const Reader *r, WordScan *scan)
{
	for (;;)
	{
		uint32_t	bytes;

		while (r->length - scan->end >= 8 && (bytes = count_letters(nq_load_eight(r->text + scan->end))) > 0)
		{
			scan->end += bytes;
			scan->letters += bytes;
			scan->digits = false;
		}
		while (scan->end < r->length && is_word_byte(r->text[scan->end]))
		{
			scan->digits &= byte_class[r->text[scan->end]] == B_DIGIT;
			scan->end++;
			scan->letters++;
		}
		bytes = letter_bytes(r, scan->end);
		if (bytes == 0)
			return;
		scan->end += bytes;
		scan->continuation += bytes - 1;
		scan->letters++;
		scan->digits = false;
	}
}

/* A full stop at scan->end that belongs within the word: U.S, a.m, 3.5, example.com. */
static bool
stop_is_inner(const Reader *r, const WordScan *scan, uint32_t part_start)
{
	uint32_t	next = scan->end + 1;
	bool		next_capital;

	if (letter_bytes(r, next) == 0)
		return false;
	if (scan->digits)
		return byte_class[r->text[next]] == B_DIGIT;
	next_capital = nq_is_capital(decode(r, next).code);
	return !next_capital || scan->end - part_start == 1;
}

static WordScan
scan_word(const Reader *r)
{
	WordScan	scan = {.end = r->at, .all_initials = true, .digits = true};
	uint32_t	part = r->at;

	for (;;)
	{
		uint32_t	bytes;

		scan_letters(r, &scan);
		if (scan.end >= r->length || scan.end - r->at > MAX_TOKEN_BYTES / 2)
			return scan;
		switch (byte_class[r->text[scan.end]])
		{
			case B_HYPHEN:
				if (letter_bytes(r, scan.end + 1) == 0)
					return scan;
				scan.hyphen = true;
				scan.digits = false;
				scan.all_initials = false;
				scan.end++;
				break;
			case B_STOP:
				if (r->text[scan.end] != '.' || !stop_is_inner(r, &scan, part))
					return scan;
				scan.all_initials &= scan.end - part == 1 && byte_class[r->text[part]] == B_UPPER;
				scan.stops = true;
				scan.end++;
				part = scan.end;
				break;
			case B_COMMA:
				if (!scan.digits || scan.end + 1 >= r->length || byte_class[r->text[scan.end + 1]] != B_DIGIT)
					return scan;
				scan.end++;
				break;
			case B_APOSTROPHE:
			case B_HIGH:
			case B_AMPERSAND:
				bytes = apostrophe_bytes(r, scan.end);
				/* AT&T, R&B */
				if (bytes == 0 && r->text[scan.end] == '&' && character(r, scan.end).code == '&' &&
					scan.end + 1 < r->length && byte_class[r->text[scan.end + 1]] == B_UPPER)
				{
					scan.end++;
					break;
				}
				if (bytes == 0 || letter_bytes(r, scan.end + bytes) == 0)
					return scan;
				scan.apostrophe = scan.end;
				scan.apostrophe_bytes = bytes;
				scan.continuation += continuation_bytes(r->text + scan.end, bytes);
				scan.digits = false;
				scan.end += bytes;
				break;
			default:
				return scan;
		}
	}
}

/* Whether the letters behind an apostrophe are a clitic: 's 're 've 'll 'd 'm. */
static bool
is_clitic(const unsigned char *p, uint32_t length)
{
	if (length == 1)
		return strchr("sdmSDM", p[0]) != NULL && p[0] != '\0';
	return length == 2 && ((p[0] | 0x20) == 'r' || (p[0] | 0x20) == 'v' || (p[0] | 0x20) == 'l') &&
		(p[1] | 0x20) == ((p[0] | 0x20) == 'l' ? 'l' : 'e');
}

/* The lexicon entry of a word that may hold a curly apostrophe: don't. */
static uint32_t
lookup_word(const Reader *r, const WordScan *scan)
{
	const char *text = (const char *) r->text + r->at;
	uint32_t	length = scan->end - r->at;
	char		plain[LEXICON_KEY_BYTES];
	uint32_t	before = scan->apostrophe - r->at;
	uint32_t	after;

	if (scan->apostrophe == 0 || scan->apostrophe_bytes == 1)
		return nq_lookup(r->doc->lexicon, text, length, (const char *) r->text + r->length);
	after = scan->end - scan->apostrophe - scan->apostrophe_bytes;
	if (before + 1 + after > sizeof(plain))
		return 0;
	memcpy(plain, text, before);
	plain[before] = '\'';
	memcpy(plain + before + 1, r->text + scan->apostrophe + scan->apostrophe_bytes, after);
	return nq_lookup(r->doc->lexicon, plain, before + 1 + after, plain + sizeof(plain));
}

/*
 * Whether the full stop behind a word belongs to it; *word is the entry of both, where there is one.  Initials
 * take theirs always; an abbreviation that is an ordinary word too ("no.", "art.") only when it is capitalised.
 */
static bool
takes_stop(const Reader *r, const WordScan *scan, uint8_t flags, uint32_t *word)
{
	uint32_t	length = scan->end - r->at;
	bool		capital = (flags & TOKEN_CAPITAL) != 0;
	uint32_t	with_stop;

	*word = 0;
	if (scan->end >= r->length || r->text[scan->end] != '.')
		return false;
	if (scan->end + 1 < r->length && r->text[scan->end + 1] == '.')
		return false;			/* an ellipsis */
	with_stop = nq_lookup(r->doc->lexicon, (const char *) r->text + r->at, length + 1,
						  (const char *) r->text + r->length);
	if (with_stop != 0 && (classes_of(r->doc->lexicon, with_stop) & WC_ABBREV) != 0 &&
		(capital || scan->stops || lookup_word(r, scan) == 0))
	{
		*word = with_stop;
		return true;
	}
	return (length == 1 && capital && r->text[r->at] != 'I') || scan->stops;
}

/* "al-Rashid": a name's particle, and the name. */
static bool
begins_with_particle(const Reader *r, const WordScan *scan)
{
	const unsigned char *hyphen = scan->hyphen ? memchr(r->text + r->at, '-', scan->end - r->at) : NULL;
	uint32_t	particle;

	if (hyphen == NULL || hyphen + 1 >= r->text + scan->end || !nq_is_capital(decode(r, (uint32_t) (hyphen + 1 - r->text)).code))
		return false;
	particle = nq_lookup(r->doc->lexicon, (const char *) r->text + r->at, (uint32_t) (hyphen - r->text) - r->at,
						 (const char *) r->text + r->length);
	return (classes_of(r->doc->lexicon, particle) & WC_PARTICLE) != 0;
}

static uint8_t
case_flags(const Reader *r, const WordScan *scan)
{
	uint8_t		flags = 0;
	uint32_t	capitals = 0;

	if (begins_with_particle(r, scan))
		flags |= TOKEN_CAPITAL;
	if (nq_is_capital(decode(r, r->at).code))
	{
		flags |= TOKEN_CAPITAL;
		if (scan->letters > 1)
		{
			uint32_t	i = r->at;

			while (i < scan->end && byte_class[r->text[i]] != B_LOWER)
				i++, capitals++;
			if (i == scan->end && capitals > 1)
				flags |= TOKEN_UPPER;
		}
	}
	return flags;
}

/* What the ending of a lower-case word tells that is in no list; it ends before end. */
static uint32_t
word_of_ending(const unsigned char *end, uint32_t length)
{
	if (length < 5)
		return 0;
	if (end[-2] == 'l' && end[-1] == 'y')
		return W_ENDING_LY;
	if (end[-2] == 'e' && end[-1] == 'd')
		return W_ENDING_ED;
	return end[-3] == 'i' && end[-2] == 'n' && end[-1] == 'g' ? W_ENDING_ING : 0;
}

/* ---- plain words ---- */

/*
 * Most text is words of a few ASCII letters with a blank, a comma or a full stop behind
 * them.  What a word is cannot be foreseen, so nothing here depends on it by a branch: not its length, not whether
 * it is capitalised, not where in the lexicon it stands.
 */

/* What is one token by itself between a plain word and a blank. */
#define SPACED (1 << B_COMMA | 1 << B_COLON | 1 << B_SEMICOLON | 1 << B_CLOSE)

/* A plain word has so many letters at the most; so many bytes are read to see what stands behind it. */
#define PLAIN_LETTERS 14
#define PLAIN_BYTES 32

/* What stands behind most plain words: nothing that could be a part of it. */
#define ENDS_PLAIN_WORD (1 << B_OTHER | 1 << B_SPACE | 1 << B_NEWLINE | 1 << B_QUOTE | 1 << B_GRAVE | 1 << B_COMMA | \
						 1 << B_SEMICOLON | 1 << B_OPEN | 1 << B_CLOSE | 1 << B_AT)

/* A plain word as it was read. */
typedef struct PlainWord
{
	uint64_t	first,
				second;			/* its key: its bytes folded, zero padded, the first one lowest */
	uint32_t	length;			/* 0: none stands here; more than PLAIN_LETTERS: too long a one */
	uint8_t		flags;			/* TOKEN_CAPITAL and TOKEN_UPPER */
} PlainWord;

/* Sixteen bytes at p, of which so many are the word. */
static inline PlainWord
plain_word(const unsigned char *p, uint32_t length)
{
	static const unsigned char masks[32] = {
		0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff
	};
	const unsigned char *mask = masks + 16 - length;
	PlainWord	word = {.length = length};
	unsigned	capital;
	unsigned	upper;

#ifdef __SSE2__
	__m128i		in_word = _mm_loadu_si128((const __m128i *) mask);
	__m128i		bytes = _mm_loadu_si128((const __m128i *) p);
	__m128i		key = _mm_and_si128(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), in_word);

	/* The bit that tells lower case comes to stand highest in its byte. */
	unsigned	lower = (unsigned) _mm_movemask_epi8(_mm_slli_epi16(_mm_and_si128(bytes, in_word), 2));

	word.first = (uint64_t) _mm_cvtsi128_si64(key);
	word.second = (uint64_t) _mm_cvtsi128_si64(_mm_unpackhi_epi64(key, key));
	capital = ~lower & 1;
	upper = lower == 0;
#else
	uint64_t	first = nq_load_eight(p) & nq_load_eight(mask);
	uint64_t	second = nq_load_eight(p + 8) & nq_load_eight(mask + 8);

	word.first = first | (nq_load_eight(mask) & FOLD_EIGHT);
	word.second = second | (nq_load_eight(mask + 8) & FOLD_EIGHT);
	capital = (unsigned) (~first >> 5 & 1);
	upper = ((first | second) & FOLD_EIGHT) == 0;
#endif
	word.flags = (uint8_t) (capital * TOKEN_CAPITAL | (upper & (length > 1)) * TOKEN_UPPER);
	return word;
}

#ifdef __SSE2__
/* Which bytes are ASCII letters: all bits of these. */
static inline __m128i
letters_of_sixteen(__m128i bytes)
{
	__m128i		folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));

	/* Bytes are compared as signed ones: the letters are moved to the lowest. */
	return _mm_cmplt_epi8(_mm_add_epi8(folded, _mm_set1_epi8((char) (0x80 - 'a'))), _mm_set1_epi8(-128 + 26));
}
#endif

/* How many ASCII letters stand at p, where sixteen bytes can be read: fifteen at the most. */
static inline uint32_t
count_plain_letters(const unsigned char *p)
{
#ifdef __SSE2__
	__m128i		letters = letters_of_sixteen(_mm_loadu_si128((const __m128i *) p));

	return (uint32_t) __builtin_ctz(~(uint32_t) _mm_movemask_epi8(letters) | 0x8000);
#else
	uint64_t	others = other_than_letters(nq_load_eight(p));
	uint64_t	longer = (uint64_t) (others != 0) - 1;

	/* The last of the sixteen counts as none. */
	others |= (other_than_letters(nq_load_eight(p + 8)) | UINT64_C(1) << 63) & longer;
	return (uint32_t) __builtin_ctzll(others) / 8 + (longer & 8);
#endif
}

/* The key of a plain word, for a lexicon without words of the caller's. */
static inline PlainKey
key_of_plain(const Lexicon *lexicon, const PlainWord *word)
{
	return (PlainKey) {
		word->first, word->second, nq_slot_of_hash(lexicon, nq_hash_piece(nq_fold_piece(word->first, word->second)))
	};
}

/*
 * Whether its slot is that of the key.  Two pieces tell: they end in a zero, so no longer word begins
 * with them, and two of different lengths are padded differently.
 */
static inline bool
is_found(const Lexicon *lexicon, const PlainKey *key)
{
	return (key->slot->first == key->first) & (lexicon->rests[key->slot->rest] == key->second);
}

/* Whether the plain word at p is in the lexicon with the full stop behind it. */
static inline bool
find_with_stop(const Lexicon *lexicon, const unsigned char *p, uint32_t length, PlainWord *with_stop, PlainKey *key)
{
	*with_stop = plain_word(p, length + 1);
	*key = key_of_plain(lexicon, with_stop);
	return is_found(lexicon, key);
}

/* Nothing that could be a letter or digit, nor another stop, stands at p. */
static inline bool
no_letter_at(const unsigned char *p)
{
	if (p[0] >= 0x80)
		return p[0] == 0xe2 && p[1] == 0x80;	/* a mark or dash */
	return (1 << byte_class[p[0]] & (1 << B_LOWER | 1 << B_UPPER | 1 << B_DIGIT | 1 << B_STOP | 1 << B_AMPERSAND)) == 0;
}

/*
 * Whether the plain word at p, which a full stop follows, is a plain one all the same: no
 * stop within a word follows.  That of a capitalised abbreviation is taken into the word.
 */
static bool
is_plain_before_stop(const Lexicon *lexicon, const unsigned char *p, PlainWord *word)
{
	PlainWord	with_stop;
	PlainKey	key;

	if (!no_letter_at(p + word->length + 1) || word->length == 1 || lexicon->own_slots != NULL)
		return false;
	if (!find_with_stop(lexicon, p, word->length, &with_stop, &key))
		return true;
	if ((word->flags & TOKEN_CAPITAL) == 0 || (lexicon->classes[key.slot->set + 1] & WC_ABBREV) == 0)
		return false;
	with_stop.flags = word->flags | TOKEN_DOTTED;
	*word = with_stop;
	return true;
}

/* Bytes of the clitic at p, behind a plain word, where nothing follows it that could belong to the word; 0 for none. */
static inline uint32_t
plain_clitic(const unsigned char *p)
{
	uint32_t	apostrophe = p[0] == '\'' ? 1 : p[0] == 0xe2 && p[1] == 0x80 && p[2] == 0x99 ? 3 : 0;
	uint32_t	letters = count_letters(nq_load_eight(p + apostrophe));

	if (apostrophe == 0 || !is_clitic(p + apostrophe, letters) || (ENDS_PLAIN_WORD >> byte_class[p[apostrophe + letters]] & 1) == 0)
		return 0;
	return apostrophe + letters;
}

/*
 * Whether the plain word at p, which no blank follows, ends there; with the full stop of an
 * abbreviation, or with a clitic behind it.
 */
static bool
ends_plain_word(const Lexicon *lexicon, const unsigned char *p, PlainWord *word, uint32_t *clitic)
{
	const unsigned char *behind = p + word->length;

	if ((ENDS_PLAIN_WORD >> byte_class[behind[0]] & 1) != 0)
		return true;
	if (behind[0] == '.')
		return is_plain_before_stop(lexicon, p, word);
	if (behind[0] == ':')
		return behind[1] != '/';
	*clitic = plain_clitic(behind);
	/* A dash or mark outside ASCII. */
	return *clitic > 0 || (behind[0] == 0xe2 && behind[1] == 0x80 && behind[2] >= 0x93 && behind[2] <= 0xa6 && behind[2] != 0x99);
}

/* The slot of a plain word, whose key has been made, where the lexicon holds words of the caller's. */
static const LexiconSlot *
find_own_slot(const Lexicon *lexicon, const PlainKey *plain, uint32_t length)
{
	FoldedKey	key = {.piece = {plain->first, plain->second}, .length = length};

	nq_hash_key(&key);
	return nq_find_key(lexicon, &key);
}

/* Looks up the words of the block that wait. */
static void
find_waiting(Reader *r)
{
	const Lexicon lexicon = *r->doc->lexicon;
	Token	   *block;

	/* Before the first block there are no tokens. */
	if (r->waiting == 0)
		return;
	block = r->doc->tokens + r->block_end - BLOCK_TOKENS;
	for (uint32_t waiting = r->waiting; waiting != 0; waiting &= waiting - 1)
	{
		uint32_t	i = (uint32_t) __builtin_ctz(waiting);
		const PlainKey *key = &r->keys[i];
		Token	   *token = &block[i];
		uint32_t	capital = token->flags / TOKEN_CAPITAL & 1;
		const LexiconSlot *slot = key->slot;

		if (lexicon.own_slots != NULL)
			slot = find_own_slot(&lexicon, key, token->length);
		else if (!is_found(&lexicon, key))
			slot = NULL;
		if (slot != NULL && slot->word != 0)
		{
			token->word = slot->word;
			token->set = (uint16_t) (slot->set + capital);
		}
		else
		{
			token->word = (uint16_t) ((token->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) != 0 ? 0 : word_of_ending(r->text + token_end(token), token->length));
			token->set = (uint16_t) (lexicon.words[token->word].set + capital);
		}
	}
	r->waiting = 0;
}

/* Makes the key of a word that waits, and has its slot fetched. */
static inline void
fetch_key(PlainKey *key, const Lexicon *lexicon, const PlainWord *word)
{
	*key = key_of_plain(lexicon, word);
	__builtin_prefetch(key->slot);
}

/* Lets the newest token's word wait. */
static inline void
wait_for(Reader *r, const PlainWord *word)
{
	uint32_t	i = (r->doc->token_count - 1) % BLOCK_TOKENS;

	fetch_key(&r->keys[i], r->doc->lexicon, word);
	r->waiting |= UINT32_C(1) << i;
}

/* Punctuation that is a token by itself, whatever stands beside it; and a stop. */
static const uint8_t kind_of_class[B_AT + 1] = {
	[B_OTHER] = TOKEN_OTHER, [B_COMMA] = TOKEN_COMMA, [B_COLON] = TOKEN_COLON, [B_SEMICOLON] = TOKEN_SEMICOLON,
	[B_OPEN] = TOKEN_OPEN, [B_CLOSE] = TOKEN_CLOSE, [B_STOP] = TOKEN_STOP
};

/* The kind of the punctuation at p when it is one byte; 0 for all else. */
static inline uint8_t
plain_punctuation(const unsigned char *p)
{
	uint8_t		class = byte_class[p[0]];

	/* A run of stops, or ". . .", is one token. */
	if (class == B_STOP && (byte_class[p[1]] == B_STOP || (p[1] == ' ' && p[2] == '.')))
		return 0;
	return kind_of_class[class];
}

/*
 * The kind of the punctuation between the plain word at p and a blank, where it is one token by itself; a
 * full stop that no abbreviation takes may stand at a line's end, too.  0 for anything else.
 */
static inline uint8_t
punctuation_behind(const Lexicon *lexicon, const unsigned char *p, uint32_t length)
{
	const unsigned char *behind = p + length;
	uint8_t		class = byte_class[behind[0]];

	if (class == B_STOP)
	{
		PlainWord	with_stop;
		PlainKey	key;

		if ((behind[1] != ' ' && behind[1] != '\n') || behind[2] == '.' || length == 1 || lexicon->own_slots != NULL ||
			find_with_stop(lexicon, p, length, &with_stop, &key))
			return 0;
		return TOKEN_STOP;
	}
	return (SPACED >> class & 1) != 0 && behind[1] == ' ' ? kind_of_class[class] : 0;
}

static inline Window
look_through_window(const unsigned char *p)
{
	Window		window = {0, 0};

#ifdef __SSE2__
#pragma GCC unroll 4
	for (uint32_t i = 0; i < WINDOW_BYTES; i += 16)
	{
		__m128i		bytes = _mm_loadu_si128((const __m128i *) (p + i));

		window.letters |= (uint64_t) (uint32_t) _mm_movemask_epi8(letters_of_sixteen(bytes)) << i;
		window.blanks |= (uint64_t) (uint32_t) _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(' '))) << i;
	}
#else
	for (uint32_t i = 0; i < WINDOW_BYTES; i++)
	{
		window.letters |= (uint64_t) ((unsigned) ((p[i] | 0x20) - 'a') < 26) << i;
		window.blanks |= (uint64_t) (p[i] == ' ') << i;
	}
#endif
	return window;
}

/* Writes a plain word, and its key; what it is in the lexicon is written when it was found. */
static inline void
write_plain(Token *token, PlainKey *key, const Lexicon *lexicon, const PlainWord *word, uint32_t start, uint8_t flags)
{
	token->start = start;
	token->length = (uint16_t) word->length;
	token->kind = TOKEN_WORD;
	token->flags = flags | word->flags;
	fetch_key(key, lexicon, word);
}

/*
 * Reads words from p on for as long as all is plain: each has a blank behind it, or a comma or the
 * like and a blank, and the block has room.  Returns where it stopped.  The block must have begun, and no line may begin at p.
 */
static const unsigned char *
read_spaced_words(Reader *r, const unsigned char *p, const unsigned char *text_end, uint8_t *pending)
{
	Document   *doc = r->doc;
	const Lexicon *lexicon = doc->lexicon;
	uint32_t	begin = BLOCK_TOKENS - (r->block_end - doc->token_count);
	Token	   *token = &doc->tokens[doc->token_count];
	PlainKey   *key = &r->keys[begin];
	uint32_t	waits = UINT32_C(1) << begin;
	uint32_t	waiting = r->waiting;
	uint8_t		flags = *pending;
	bool		plain = true;

	while (plain && text_end - p >= WINDOW_BYTES + PLAIN_BYTES)
	{
		uint32_t	start = (uint32_t) (p - r->text);
		Window		window = look_through_window(p);
		uint32_t	at = 0;

		/* A word that begins in it must end in it, and what stands behind that. */
		while (at < WINDOW_BYTES - 16)
		{
			uint32_t	length = (uint32_t) __builtin_ctzll(~(window.letters >> at) | UINT64_C(1) << (PLAIN_LETTERS + 1));
			uint32_t	end = at + length;
			uint8_t		kind = 0;
			PlainWord	word;

			/* There must be room for the punctuation as well: behind the last token, waits is 0. */
			plain = (length - 1 < PLAIN_LETTERS) & (waits - 1 < (UINT32_C(1) << (BLOCK_TOKENS - 1)) - 1);
			if (plain && (window.blanks >> end & 1) == 0)
			{
				kind = punctuation_behind(lexicon, p + at, length);
				plain = kind != 0;
			}
			if (!plain)
				break;
			word = plain_word(p + at, length);
			write_plain(token++, key++, lexicon, &word, start + at, flags);
			waiting |= waits;
			waits <<= 1;
			if (kind != 0)
			{
				*token++ = (Token) {.start = start + end++, .length = 1, .set = (uint16_t) set_of_kind(kind), .kind = kind};
				key++;
				waits <<= 1;
			}
			/* Behind a stop a line may end. */
			flags = window.blanks >> end & TOKEN_SPACE;
			at = end + flags;
		}
		p += at;
	}
	doc->token_count = (uint32_t) (token - doc->tokens);
	r->waiting = waiting;
	*pending = flags;
	return p;
}

/* The plain word at p, with the clitic behind it: its bytes in *bytes, 0 when no plain word stands there. */
static inline bool
read_plain_word(Reader *r, const unsigned char *p, uint8_t pending, uint32_t *bytes)
{
	PlainWord	word = plain_word(p, count_plain_letters(p));
	uint32_t	clitic = 0;

	*bytes = 0;
	if (word.length == 0 ||
		(p[word.length] != ' ' && (word.length > PLAIN_LETTERS || !ends_plain_word(r->doc->lexicon, p, &word, &clitic))))
		return true;
	if (!write_token(r, p, TOKEN_WORD, word.length, 0, pending | word.flags))
		return false;
	wait_for(r, &word);
	*bytes = word.length + clitic;
	if (clitic > 0)
	{
		bool		possessive = (p[*bytes - 1] | 0x20) == 's';

		if (!write_token(r, p + word.length, TOKEN_CLITIC, clitic, set_of_kind(TOKEN_CLITIC) + possessive, 0))
			return false;
		/* A curly apostrophe has two bytes that begin no character. */
		r->trailing += p[word.length] == '\'' ? 0 : 2;
	}
	return true;
}

/* A number of a few digits with a blank behind it: its bytes, 0 for none. */
static inline uint32_t
plain_number(const unsigned char *p)
{
	uint32_t	bytes = 0;

	while (bytes < 8 && byte_class[p[bytes]] == B_DIGIT)
		bytes++;
	return p[bytes] == ' ' ? bytes : 0;
}

/* The double mark at p, by its sign and in bytes; 0 bytes for none. */
static inline uint32_t
plain_mark(const unsigned char *p, MarkSign *sign)
{
	if (p[0] == '"')
	{
		*sign = SIGN_DOUBLE_STRAIGHT;
		return 1;
	}
	*sign = p[2] == 0x9c ? SIGN_DOUBLE_OPEN : SIGN_DOUBLE_CLOSE;
	return p[0] == 0xe2 && p[1] == 0x80 && (p[2] == 0x9c || p[2] == 0x9d) ? 3 : 0;
}

static bool
read_plain_mark(Reader *r, const unsigned char *p, uint8_t pending, uint32_t *bytes)
{
	MarkSign	sign;

	*bytes = plain_mark(p, &sign);
	if (*bytes == 0)
		return true;
	r->at = (uint32_t) (p - r->text);
	r->pending = pending;
	return put_mark(r, sign, *bytes, *bytes - 1);
}

/* Reads plain words, and the punctuation and numbers between them, as many as there are. */
static bool
read_plain(Reader *r)
{
	const unsigned char *p = r->text + r->at;
	const unsigned char *end = r->text + r->length;
	uint8_t		pending = r->pending;

	while (end - p >= PLAIN_BYTES)
	{
		uint8_t		class;
		uint8_t		kind;
		uint32_t	bytes;

		/* A line's first word is for write_token(), as is a block's. */
		if ((pending & TOKEN_NEWLINE) == 0 && r->doc->token_count < r->block_end)
			p = read_spaced_words(r, p, end, &pending);
		class = byte_class[*p];
		if (class == B_LOWER || class == B_UPPER)
		{
			if (!read_plain_word(r, p, pending, &bytes))
				return false;
		}
		else if (*p == ' ' && p[1] != ' ')
		{
			/* Many blanks are left to the caller, who asks whether to go on; so are more than two lines' ends. */
			pending |= TOKEN_SPACE;
			p++;
			continue;
		}
		else if (*p == '\n' && (pending & TOKEN_BLANKLINE) == 0)
		{
			pending |= (uint8_t) (TOKEN_SPACE | TOKEN_NEWLINE | ((pending & TOKEN_NEWLINE) != 0 ? TOKEN_BLANKLINE : 0));
			p++;
			continue;
		}
		else if (class == B_QUOTE || class == B_HIGH)
		{
			if (!read_plain_mark(r, p, pending, &bytes))
				return false;
		}
		else
		{
			kind = class == B_DIGIT ? TOKEN_NUMBER : plain_punctuation(p);
			bytes = class == B_DIGIT ? plain_number(p) : kind != 0;
			if (bytes > 0 && !write_token(r, p, (TokenKind) kind, bytes, set_of_kind((TokenKind) kind), pending))
				return false;
		}
		if (bytes == 0)
			break;
		p += bytes;
		pending = *p == ' ' ? TOKEN_SPACE : 0;
		p += *p == ' ';
	}
	r->at = (uint32_t) (p - r->text);
	r->pending = pending;
	return true;
}

/* ---- everything else ---- */

/* Whether a word can be looked up with the others of its block: fifteen bytes of ASCII at the most, with no full stop behind them. */
static bool
can_wait(const Reader *r, const WordScan *scan)
{
	return scan->continuation == 0 && (scan->apostrophe == 0 || scan->apostrophe_bytes == 1) &&
		scan->end - r->at < PLAIN_BYTES / 2 && r->length - r->at >= PLAIN_BYTES && r->text[scan->end] != '.';
}

/* Whether every part of a word that takes its stop is one letter: J., U.S. */
static bool
is_initial(const Reader *r, const WordScan *scan, uint8_t flags)
{
	return scan->all_initials && scan->letters <= 4 && (flags & TOKEN_CAPITAL) != 0 &&
		scan->end - r->at == scan->letters * 2 - 1;
}

/* A word that has to be known before what stands behind it can be read. */
static bool
put_known_word(Reader *r, WordScan *scan, bool clitic, uint8_t flags)
{
	uint32_t	word = 0;

	if (!clitic && takes_stop(r, scan, flags, &word))
		flags |= is_initial(r, scan, flags) ? TOKEN_DOTTED | TOKEN_INITIAL : TOKEN_DOTTED;
	/* "Jock A. Finlayson": a letter with a full stop is no article. */
	if ((flags & TOKEN_INITIAL) != 0 && scan->letters == 1)
		word = 0;
	else if (word == 0)
		word = lookup_word(r, scan);
	if (word == 0 && (flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) == 0)
		word = word_of_ending(r->text + scan->end, scan->end - r->at);
	scan->end += (flags & TOKEN_DOTTED) != 0;
	return put_token(r, TOKEN_WORD, scan->end - r->at, scan->continuation, word, flags);
}

static bool
put_word(Reader *r, WordScan *scan, bool clitic)
{
	PlainWord	word;
	uint8_t		flags;

	if (scan->digits)
		return put_token(r, TOKEN_NUMBER, scan->end - r->at, scan->continuation, 0, 0);
	flags = case_flags(r, scan) | (scan->hyphen ? TOKEN_HYPHEN : 0);
	if (!can_wait(r, scan))
		return put_known_word(r, scan, clitic, flags);
	word = plain_word(r->text + r->at, scan->end - r->at);
	if (!put_token(r, TOKEN_WORD, word.length, 0, 0, flags))
		return false;
	wait_for(r, &word);
	return true;
}

/* A word of letters, hyphens, apostrophes and full stops, with the clitic behind it. */
static bool
read_word(Reader *r)
{
	WordScan	scan = scan_word(r);
	uint32_t	clitic = 0;
	uint32_t	clitic_continuation = 0;
	bool		possessive = (r->text[scan.end - 1] | 0x20) == 's';

	if (scan.apostrophe > r->at && is_clitic(r->text + scan.apostrophe + scan.apostrophe_bytes,
											 scan.end - scan.apostrophe - scan.apostrophe_bytes))
	{
		clitic = scan.end - scan.apostrophe;
		clitic_continuation = continuation_bytes(r->text + scan.apostrophe, clitic);
		scan.end = scan.apostrophe;
		scan.continuation -= clitic_continuation;
		scan.apostrophe = 0;
	}
	return put_word(r, &scan, clitic > 0) &&
		(clitic == 0 || put_entry(r, TOKEN_CLITIC, clitic, clitic_continuation, 0, set_of_kind(TOKEN_CLITIC) + possessive, 0));
}

/* @name, #tag: to the end of the letters. */
static bool
read_handle(Reader *r)
{
	WordScan	scan = {.end = r->at + 1};

	while (scan.end < r->length && scan.end - r->at < MAX_TOKEN_BYTES / 2)
	{
		uint32_t	before = scan.end;

		scan_letters(r, &scan);
		if (scan.end < r->length && r->text[scan.end] == '_')
			scan.end++;
		if (scan.end == before)
			break;
	}
	return put_token(r, scan.end > r->at + 1 ? TOKEN_HANDLE : TOKEN_OTHER, scan.end - r->at, scan.continuation, 0, 0);
}

/* http://...: to the next blank or mark. */
static bool
read_address(Reader *r)
{
	uint32_t	end = r->at;

	while (end < r->length && end - r->at < MAX_TOKEN_BYTES && r->text[end] < 0x80 &&
		   byte_class[r->text[end]] != B_SPACE && byte_class[r->text[end]] != B_NEWLINE &&
		   byte_class[r->text[end]] != B_QUOTE && byte_class[r->text[end]] != B_CLOSE)
		end++;
	while (end > r->at + 1 && (byte_class[r->text[end - 1]] == B_STOP || byte_class[r->text[end - 1]] == B_COMMA))
		end--;
	return put_token(r, TOKEN_HANDLE, end - r->at, 0, 0, 0);
}

static bool
at_address(const Reader *r)
{
	static const char *const schemes[] = {"http://", "https://", "www."};

	if ((r->text[r->at] | 0x20) != 'h' && (r->text[r->at] | 0x20) != 'w')
		return false;
	for (size_t i = 0; i < 3; i++)
	{
		size_t		n = strlen(schemes[i]);

		if (r->length - r->at > n && memcmp(r->text + r->at, schemes[i], n) == 0)
			return true;
	}
	return false;
}

/* A run of . ! ? is one token; three full stops or more are an ellipsis, ". . ." too. */
static bool
read_stops(Reader *r)
{
	uint32_t	end = r->at;
	uint32_t	spaced = r->at;
	uint32_t	points = 0;
	bool		only_points = true;

	while (end < r->length && byte_class[r->text[end]] == B_STOP && end - r->at < MAX_TOKEN_BYTES)
	{
		only_points &= r->text[end] == '.';
		end++;
	}
	if (!only_points)
		return put_token(r, TOKEN_STOP, end - r->at, 0, 0, 0);
	if (end - r->at >= 2)
		return put_token(r, TOKEN_ELLIPSIS, end - r->at, 0, 0, 0);
	while (spaced + 2 < r->length && points < 3 && r->text[spaced] == '.' &&
		   r->text[spaced + 1] == ' ' && r->text[spaced + 2] == '.')
	{
		spaced += 2;
		points++;
	}
	if (points >= 2)
		return put_token(r, TOKEN_ELLIPSIS, spaced + 1 - r->at, 0, 0, 0);
	return put_token(r, TOKEN_STOP, 1, 0, 0, 0);
}

/* -, -- and --- */
static bool
read_hyphens(Reader *r)
{
	uint32_t	end = r->at;

	while (end < r->length && r->text[end] == '-' && end - r->at < MAX_TOKEN_BYTES)
		end++;
	return put_token(r, TOKEN_DASH, end - r->at, 0, 0, 0);
}

/* The mark that a character is, or twice the same character; -1 for none. */
static int
sign_of(uint32_t code, bool twice)
{
	switch (code)
	{
		case '"':
		case 0xff02:
			return SIGN_DOUBLE_STRAIGHT;
		case '\'':
			return twice ? SIGN_TWIN_STRAIGHT : SIGN_SINGLE_STRAIGHT;
		case '`':
			return twice ? SIGN_TWIN_GRAVE : SIGN_GRAVE;
		case 0x2018:
		case 0x201b:
			return twice ? SIGN_TWIN_OPEN : SIGN_SINGLE_OPEN;
		case 0x2019:
			return twice ? SIGN_TWIN_CLOSE : SIGN_SINGLE_CLOSE;
		case 0x201a:
			return SIGN_SINGLE_LOW;
		case 0x201c:
		case 0x201f:
			return SIGN_DOUBLE_OPEN;
		case 0x201d:
			return SIGN_DOUBLE_CLOSE;
		case 0x201e:
			return SIGN_DOUBLE_LOW;
		case 0xab:
			return SIGN_GUILLEMET_LEFT;
		case 0xbb:
			return SIGN_GUILLEMET_RIGHT;
		case 0x2039:
			return SIGN_ANGLE_LEFT;
		case 0x203a:
			return SIGN_ANGLE_RIGHT;
		case 0x300c:
			return SIGN_CORNER_OPEN;
		case 0x300d:
			return SIGN_CORNER_CLOSE;
		case 0x300e:
			return SIGN_WHITE_CORNER_OPEN;
		case 0x300f:
			return SIGN_WHITE_CORNER_CLOSE;
	}
	return -1;
}

static bool
read_mark(Reader *r, Character c)
{
	uint32_t	next = r->at + c.bytes;
	uint32_t	continuation = continuation_of(r, r->at, c);
	bool		twice = false;

	if (next < r->length && (c.code == '\'' || c.code == '`' || c.code == 0x2018 || c.code == 0x2019))
	{
		Character	second = character(r, next);

		twice = second.code == c.code;
		if (twice)
		{
			continuation += continuation_of(r, next, second);
			c.bytes += second.bytes;
		}
	}
	return put_mark(r, (MarkSign) sign_of(c.code, twice), c.bytes, continuation);
}

static TokenKind
punctuation_kind(uint32_t code)
{
	switch (code)
	{
		case 0x2010:
		case 0x2011:
		case 0x2012:
		case 0x2013:
		case 0x2014:
		case 0x2015:
		case 0x2212:
			return TOKEN_DASH;
		case 0x2026:
			return TOKEN_ELLIPSIS;
		case 0x3002:
		case 0xff01:
		case 0xff1f:
		case 0xff0e:
			return TOKEN_STOP;
		case 0x3001:
		case 0xff0c:
			return TOKEN_COMMA;
		case 0xff1a:
			return TOKEN_COLON;
		case 0xff1b:
			return TOKEN_SEMICOLON;
		case 0xff08:
		case 0x3010:
			return TOKEN_OPEN;
		case 0xff09:
		case 0x3011:
			return TOKEN_CLOSE;
		default:
			return TOKEN_OTHER;
	}
}

static void
skip_newline(Reader *r, Character c)
{
	if (r->pending & TOKEN_NEWLINE)
		r->pending |= TOKEN_BLANKLINE;
	r->pending |= TOKEN_NEWLINE | TOKEN_SPACE;
	r->trailing += continuation_of(r, r->at, c);
	r->at += c.bytes;
}

static void
skip_blank(Reader *r, Character c)
{
	r->pending |= TOKEN_SPACE;
	r->trailing += continuation_of(r, r->at, c);
	r->at += c.bytes;
}

/* A character outside ASCII, or an HTML entity. */
static bool
read_wide(Reader *r)
{
	Character	c = character(r, r->at);
	int			sign = sign_of(c.code, false);

	if (sign >= 0)
		return read_mark(r, c);
	if (nq_is_newline(c.code))
	{
		skip_newline(r, c);
		return true;
	}
	if (nq_is_space(c.code))
	{
		skip_blank(r, c);
		return true;
	}
	if (byte_class[r->text[r->at]] == B_HIGH && nq_is_letter(c.code))
		return read_word(r);
	return put_token(r, punctuation_kind(c.code), c.bytes, continuation_of(r, r->at, c), 0, 0);
}

static bool
read_next(Reader *r)
{
	unsigned char b = r->text[r->at];

	switch (byte_class[b])
	{
		case B_SPACE:
			r->pending |= TOKEN_SPACE;
			r->at++;
			return true;
		case B_NEWLINE:
			/* CR LF is one line's end */
			if (b == '\r' && r->at + 1 < r->length && r->text[r->at + 1] == '\n')
				r->at++;
			skip_newline(r, (Character) {b, 1});
			return true;
		case B_LOWER:
		case B_UPPER:
			return at_address(r) ? read_address(r) : read_word(r);
		case B_DIGIT:
			return read_word(r);
		case B_HIGH:
		case B_AMPERSAND:
			return read_wide(r);
		case B_APOSTROPHE:
		case B_QUOTE:
		case B_GRAVE:
			return read_mark(r, (Character) {b, 1});
		case B_STOP:
			return read_stops(r);
		case B_HYPHEN:
			return read_hyphens(r);
		case B_AT:
			return read_handle(r);
		case B_COMMA:
			return put_token(r, TOKEN_COMMA, 1, 0, 0, 0);
		case B_COLON:
			return put_token(r, TOKEN_COLON, 1, 0, 0, 0);
		case B_SEMICOLON:
			return put_token(r, TOKEN_SEMICOLON, 1, 0, 0, 0);
		case B_OPEN:
			return put_token(r, TOKEN_OPEN, 1, 0, 0, 0);
		case B_CLOSE:
			return put_token(r, TOKEN_CLOSE, 1, 0, 0, 0);
		default:
			return put_token(r, TOKEN_OTHER, 1, 0, 0, 0);
	}
}

/*
 * The end is a token like any other, but not counted.  So are those behind it in its block, of which
 * nothing is noted, and a block behind that one, so that two blocks can be looked at from anywhere.
 */
static bool
end_tokens(Reader *r)
{
	Document   *doc = r->doc;
	uint32_t	count = doc->token_count;

	find_waiting(r);
	r->pending |= TOKEN_SPACE;
	if (!put_token(r, TOKEN_END, 0, 0, 0, 0))
		return false;
	doc->tokens[count].flags |= TOKEN_NEWLINE;
	memset(&doc->tokens[count + 1], 0, (r->block_end - count - 1) * sizeof(Token));
	doc->token_count = count;
	if (!nq_reserve(doc->arena, (void **) &doc->blocks, &r->block_capacity, r->block_end / BLOCK_TOKENS, sizeof(TokenBlock)))
		return stop(doc, NQ_NO_MEMORY);
	memset(&doc->blocks[r->block_end / BLOCK_TOKENS], 0, sizeof(TokenBlock));
	return true;
}

bool
nq_find_tokens(Document *doc)
{
	Reader		r = {.doc = doc, .text = (const unsigned char *) doc->text, .length = doc->length};
	uint32_t	asked = 0;

	/* English has a token for every five bytes or so. */
	r.block_capacity = doc->length / 5 / BLOCK_TOKENS + 2;
	r.token_capacity = r.block_capacity * BLOCK_TOKENS;
	r.line_capacity = r.mark_capacity = doc->length / 100;
	r.pending = TOKEN_NEWLINE | TOKEN_BLANKLINE | TOKEN_SPACE;
	while (r.at < r.length)
	{
		if (r.at - asked >= BYTES_BETWEEN_CHECKS)
		{
			asked = r.at;
			if (!goes_on_at(doc, 0, 0))
				return false;
		}
		if (byte_class[r.text[r.at]] != B_NEWLINE && byte_class[r.text[r.at]] != B_SPACE && !read_plain(&r))
			return false;
		if (r.at < r.length && !read_next(&r))
			return false;
	}

	return end_tokens(&r);
}

/* Which of the bytes from one on begin no character: a bit for each. */
static inline uint64_t
continuation_in_window(const unsigned char *p)
{
	uint64_t	found = 0;

#ifdef __SSE2__
#pragma GCC unroll 4
	for (uint32_t i = 0; i < WINDOW_BYTES; i += 16)
	{
		/* As signed bytes these are the lowest: 0x80 to 0xbf. */
		__m128i		those = _mm_cmplt_epi8(_mm_loadu_si128((const __m128i *) (p + i)), _mm_set1_epi8((char) 0xc0));

		found |= (uint64_t) (uint32_t) _mm_movemask_epi8(those) << i;
	}
#else
	for (uint32_t i = 0; i < WINDOW_BYTES; i++)
		found |= (uint64_t) ((p[i] & 0xc0) == 0x80) << i;
#endif
	return found;
}

/* Most spans lie within one window: how long they are cannot be foreseen. */
uint32_t
nq_count_chars(const Document *doc, uint32_t start, uint32_t end)
{
	const unsigned char *text = (const unsigned char *) doc->text;
	uint32_t	chars = end - start;

	for (; start < end && doc->length - start >= WINDOW_BYTES; start += WINDOW_BYTES)
	{
		uint64_t	counts = end - start < WINDOW_BYTES ? lowest_bits(end - start) : UINT64_MAX;

		chars -= count_bits(continuation_in_window(text + start) & counts);
	}
	return start < end ? chars - continuation_bytes(text + start, end - start) : chars;
}

uint32_t
nq_chars_before(const Document *doc, uint32_t i)
{
	const TokenBlock *block = &doc->blocks[i / BLOCK_TOKENS];
	const Token *first = token_at(doc, i - i % BLOCK_TOKENS);

	return block->chars + nq_count_chars(doc, first->start, token_at(doc, i)->start);
}

uint32_t
nq_token_from(const Document *doc, uint32_t byte)
{
	uint32_t	low = 0;
	uint32_t	high = doc->token_count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (token_end(token_at(doc, middle)) <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
