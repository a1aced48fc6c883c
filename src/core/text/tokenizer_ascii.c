/*
 * tokenizer_ascii.c
 *	  The fast path of the tokenizer: plain ASCII text.
 *
 * Reads words of up to 14 ASCII letters with their clitics and the full stops of abbreviations, single
 * punctuation, short numbers, double marks, blanks and line breaks, and stops at anything else, which
 * tokenizer.c reads.  Must give the same tokens as tokenizer.c.
 *
 * Letters and blanks are found in windows of 64 bytes.  The length and case of a word are unpredictable, so the
 * inner loop does not branch on them.
 */
#include "core/text/tokenizer_ascii.h"

#include "core/text/byte_classes.h"
#include "core/text/token_rules.h"

#include <string.h>

/* ---- words ---- */

/* The longest plain word in letters, and the number of bytes that must be readable after a window. */
#define PLAIN_LETTERS 14
#define PLAIN_BYTES 32

/* Bytes that end a word because they cannot be part of one. */
#define ENDS_PLAIN_WORD (1 << B_OTHER | 1 << B_SPACE | 1 << B_NEWLINE | 1 << B_QUOTE | 1 << B_GRAVE | 1 << B_COMMA | \
						 1 << B_SEMICOLON | 1 << B_OPEN | 1 << B_CLOSE | 1 << B_AT)

/* A plain word as it was read. */
typedef struct PlainWord
{
	FoldedWord	folded;
	uint32_t	length;			/* including the full stop of an abbreviation */
	uint8_t		flags;			/* TOKEN_CAPITAL and TOKEN_UPPER */
} PlainWord;

/* The word of length bytes at p; sixteen bytes must be readable. */
static inline PlainWord
plain_word(const unsigned char *p, uint32_t length)
{
	PlainWord	word = {.folded = fold_word(p, length), .length = length};

	word.flags = (uint8_t) (word.folded.capital * TOKEN_CAPITAL | (word.folded.upper & (length > 1)) * TOKEN_UPPER);
	return word;
}

/* ---- after a word ---- */

/* The slot of the word of length letters at p with the full stop after it; NULL if that is not listed. */
static inline const LexiconSlot *
find_with_stop(const Lexicon *lexicon, const unsigned char *p, uint32_t length)
{
	PlainWord	word = plain_word(p, length + 1);
	uint64_t	hash = hash_of_folded(&word.folded);
	const LexiconSlot *slot = nq_slot_of_hash(lexicon, hash);

	return slot->check == nq_check_of_hash(hash) ? slot : NULL;
}

/* Is there neither a letter or digit nor another stop at p? */
static inline bool
no_letter_at(const unsigned char *p)
{
	if (p[0] >= 0x80)
		return p[0] == 0xe2 && p[1] == 0x80;	/* a quotation mark or dash */
	return (1 << byte_class[p[0]] & (1 << B_LOWER | 1 << B_UPPER | 1 << B_DIGIT | 1 << B_STOP | 1 << B_AMPERSAND)) == 0;
}

/*
 * Is the word at p, which precedes a full stop, plain: does the stop end it, or belong to a capitalised
 * abbreviation?  In the latter case the stop is added to the word.
 */
static bool
is_plain_before_stop(const Lexicon *lexicon, const unsigned char *p, PlainWord *word)
{
	const LexiconSlot *with_stop;
	uint8_t		flags = word->flags;

	if (!no_letter_at(p + word->length + 1) || word->length == 1 || lexicon->own_slots != NULL)
		return false;
	with_stop = find_with_stop(lexicon, p, word->length);
	if (with_stop == NULL)
		return true;
	/* At the end of a paragraph, takes_stop() decides. */
	if ((flags & TOKEN_CAPITAL) == 0 || (lexicon->classes[with_stop->class_set + 1] & WC_ABBREV) == 0 || p[word->length + 1] == '\n' || p[word->length + 1] == '\0')
		return false;
	*word = plain_word(p, word->length + 1);
	word->flags = flags;
	return true;
}

/* The length of the clitic at p after a plain word, in bytes; 0 if there is none or the word goes on after it. */
static inline uint32_t
plain_clitic(const Document *doc, const unsigned char *p, bool *possessive)
{
	uint32_t	apostrophe = p[0] == '\'' ? 1 : p[0] == 0xe2 && p[1] == 0x80 && p[2] == 0x99 ? 3 : 0;
	uint32_t	letters = count_letters(load_eight(p + apostrophe));

	if (apostrophe == 0 || !is_clitic(doc, p + apostrophe, letters) || (ENDS_PLAIN_WORD >> byte_class[p[apostrophe + letters]] & 1) == 0)
		return 0;
	*possessive = is_possessive_clitic(doc, p + apostrophe, letters);
	return apostrophe + letters;
}

/*
 * Does the plain word at p end there, although no blank follows?  Adds the full stop of an abbreviation to it
 * and sets *clitic to the length of the clitic after it.
 */
static bool
ends_plain_word(const Document *doc, const unsigned char *p, PlainWord *word, uint32_t *clitic, bool *possessive)
{
	const unsigned char *after = p + word->length;

	if ((ENDS_PLAIN_WORD >> byte_class[after[0]] & 1) != 0)
		return true;
	if (after[0] == '.')
		return is_plain_before_stop(doc->lexicon, p, word);
	if (after[0] == ':')
		return after[1] != '/';
	*clitic = plain_clitic(doc, after, possessive);
	/* A dash or quotation mark outside ASCII. */
	return *clitic > 0 || (after[0] == 0xe2 && after[1] == 0x80 && after[2] >= 0x93 && after[2] <= 0xa6 && after[2] != 0x99);
}

/* ---- between words ---- */

/* The kind of the punctuation at p if it is a token of one byte; otherwise 0. */
static inline uint8_t
plain_punctuation(const unsigned char *p)
{
	uint8_t		class = byte_class[p[0]];

	/* A run of stops, or ". . .", is one token. */
	if (class == B_STOP && (byte_class[p[1]] == B_STOP || (p[1] == ' ' && p[2] == '.')))
		return 0;
	return kind_of_class[class];
}

/* The length of the number at p, a few digits followed by a blank; 0 if there is none. */
static inline uint32_t
plain_number(const unsigned char *p)
{
	uint32_t	bytes = 0;

	while (bytes < 8 && byte_class[p[bytes]] == B_DIGIT)
		bytes++;
	return p[bytes] == ' ' ? bytes : 0;
}

/* The length and the sign of the double mark at p; 0 if there is none. */
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

/* ---- windows ---- */

/* The ASCII letters and the blanks of a window, one bit for each byte. */
typedef struct Window
{
	uint64_t	letters;
	uint64_t	blanks;
} Window;

/* A plain word that begins at least this many bytes before the end of a window ends within it. */
#define WINDOW_REST 16

/* The position within a window. */
typedef struct Place
{
	uint32_t	start;			/* of the window, in the text */
	uint32_t	at;				/* relative to start, in bytes */
	Token	   *token;			/* the next one */
	WaitingWord *waiting;		/* the next one */
	uint8_t		flags;			/* of the next token */
} Place;

/* Writes the next token, of length bytes, without its entry and set. */
static inline Token *
write_token(Place *place, uint32_t length, TokenKind kind, uint8_t flags)
{
	Token	   *token = place->token++;

	token->start = place->start + place->at;
	token->length = (uint16_t) length;
	token->kind = (uint8_t) kind;
	token->flags = place->flags | flags;
	place->at += length;
	return token;
}

static inline void
write_word(Place *place, const Lexicon *lexicon, const PlainWord *word)
{
	set_waiting(place->waiting++, lexicon, &word->folded, write_token(place, word->length, TOKEN_WORD, word->flags));
}

/*
 * Writes a token that is not a word.  Its set is that of its kind, or the next one if odd, as for a possessive
 * clitic.
 */
static inline void
write_other(Place *place, uint32_t length, TokenKind kind, uint32_t odd)
{
	Token	   *token = write_token(place, length, kind, 0);

	token->word = 0;
	token->class_set = (uint16_t) (set_of_kind(kind) + odd);
	place->flags = 0;
}

/*
 * The kind of the punctuation between the plain word at p and a blank or line break; 0 if it is not a single
 * token, or is the full stop of an abbreviation.
 */
static inline uint32_t
punctuation_after(const Lexicon *lexicon, const unsigned char *p, uint32_t letters)
{
	const unsigned char *after = p + letters;
	uint32_t	class = byte_class[after[0]];

	if (after[1] != ' ' && after[1] != '\n')
		return 0;
	if (class == B_STOP && (after[2] == '.' || letters == 1 || lexicon->own_slots != NULL || find_with_stop(lexicon, p, letters) != NULL))
		return 0;
	return kind_of_class[class];
}

/* Reads the plain word at p, which no blank follows, and its clitic.  Returns false if the word goes on. */
static inline bool
read_unspaced_word(Document *doc, Place *place, const unsigned char *p, uint32_t letters)
{
	PlainWord	word = plain_word(p, letters);
	uint32_t	clitic = 0;
	bool		possessive = false;
	uint32_t	kind = punctuation_after(doc->lexicon, p, letters);

	if (kind != 0)
	{
		write_word(place, doc->lexicon, &word);
		place->flags = 0;
		write_other(place, 1, (TokenKind) kind, 0);
		return true;
	}
	if (!ends_plain_word(doc, p, &word, &clitic, &possessive))
		return false;
	if (word.length > letters)
		word.flags |= add_abbreviation(doc, (uint32_t) (place->token - doc->tokens));
	write_word(place, doc->lexicon, &word);
	place->flags = 0;
	if (clitic > 0)
		write_other(place, clitic, TOKEN_CLITIC, possessive);
	return true;
}

/* Reads a token at p that is not a word, or a blank or line break.  Returns false if it is not plain. */
static inline bool
read_between(Document *doc, Place *place, const unsigned char *p)
{
	TokenKind	kind;
	MarkSign	sign;
	uint32_t	bytes;

	switch (byte_class[*p])
	{
		case B_SPACE:
			if (*p != ' ')
				return false;
			place->flags |= TOKEN_SPACE;
			place->at++;
			return true;
		case B_NEWLINE:
			if (*p != '\n')
				return false;
			do
			{
				place->flags = begin_line(doc, (uint32_t) (place->token - doc->tokens), place->flags);
				place->at++;
			} while (*++p == '\n' && place->at < WINDOW_BYTES);
			return true;
		case B_QUOTE:
		case B_HIGH:
			kind = TOKEN_MARK;
			bytes = plain_mark(p, &sign);
			if (bytes > 0)
				add_mark(doc, (uint32_t) (place->token - doc->tokens), sign);
			break;
		case B_DIGIT:
			kind = TOKEN_NUMBER;
			bytes = plain_number(p);
			break;
		default:
			kind = (TokenKind) plain_punctuation(p);
			bytes = kind != 0;
	}
	if (bytes > 0)
		write_other(place, bytes, kind, 0);
	return bytes > 0;
}

/* The number of letters from a byte of the window on, at most PLAIN_LETTERS + 1. */
static inline uint32_t
letters_at(Window window, uint32_t at)
{
	return first_bit(~(window.letters >> at) | UINT64_C(1) << (PLAIN_LETTERS + 1));
}

/* Reads plain words that are each followed by a blank, up to anything else. */
static inline void
read_spaced_words(Place *place, const Lexicon *lexicon, const unsigned char *p, Window window)
{
	while (place->at < WINDOW_BYTES - WINDOW_REST)
	{
		uint32_t	letters = letters_at(window, place->at);
		PlainWord	word;

		if (letters - 1 >= PLAIN_LETTERS || (window.blanks >> (place->at + letters) & 1) == 0)
			return;
		word = plain_word(p + place->at, letters);
		write_word(place, lexicon, &word);
		place->flags = TOKEN_SPACE;
		place->at++;
	}
}

/*
 * Reads the window at p, at the writer's position.  Returns true if all of it was plain, so that the next
 * window can be read.
 */
static bool
read_window(TokenWriter *w, const unsigned char *p)
{
	Document   *doc = w->doc;
	const Window window = {letters_of_window(p), blanks_of_window(p)};
	Place		place = {
		.start = w->at, .token = &doc->tokens[doc->token_count], .waiting = &w->waiting[w->waiting_count], .flags = w->pending
	};
	bool		plain = true;

	for (;;)
	{
		uint32_t	letters;

		read_spaced_words(&place, doc->lexicon, p, window);
		if (place.at >= WINDOW_BYTES - WINDOW_REST)
			break;
		letters = letters_at(window, place.at);
		plain = letters == 0 ? read_between(doc, &place, p + place.at) :
			letters <= PLAIN_LETTERS && read_unspaced_word(doc, &place, p + place.at, letters);
		if (!plain)
			break;
		if (p[place.at] == ' ')
		{
			place.flags |= TOKEN_SPACE;
			place.at++;
		}
	}
	w->at += place.at;
	w->pending = place.flags;
	w->waiting_count = (uint32_t) (place.waiting - w->waiting);
	doc->token_count = (uint32_t) (place.token - doc->tokens);
	return plain;
}

bool
nq_read_ascii(TokenWriter *w)
{
	if (w->at < w->length && w->text[w->at] == ' ')
		skip_blank(w, 1);
	while (w->at < w->length)
	{
		unsigned char tail[WINDOW_BYTES + PLAIN_BYTES];
		uint32_t	left = w->length - w->at;
		const unsigned char *p = w->text + w->at;

		/* Pad the text with zeros, which are not plain. */
		if (left < sizeof(tail))
		{
			memcpy(tail, p, left);
			memset(tail + left, 0, sizeof(tail) - left);
			p = tail;
		}
		if (!make_room(w))
			return false;
		if (!read_window(w, p))
			return true;
	}
	return true;
}
