/*
 * name_words.c
 *	  Keys of the words of names.
 *
 * A name is printed with and without accents, with a straight or a curly apostrophe, with and without a
 * hyphenated particle, with an initial that no blank follows, and occasionally with a wrong letter.  All work is bounded by WORD_BYTES.
 */
#include "core/entities/name_words.h"

#include "core/base/bytes.h"
#include "core/base/characters.h"
#include "core/base/assert.h"
#include "core/base/letters.h"

#include <string.h>

/* Bytes of a word that are compared; longer words are cut. */
#define WORD_BYTES 48

/* The longest hyphenated particle of a name, with its hyphen, in bytes. */
#define PARTICLE_BYTES 5

/* The shortest word that can have a misprint, and the bytes at its beginning that must agree. */
#define MISPRINT_BYTES 6
#define START_BYTES 3

typedef struct Letters
{
	uint32_t	length;
	char		bytes[WORD_BYTES + 8];	/* zero after length, as far as it is hashed in pieces of eight bytes */
} Letters;

/* ---- letters ---- */

/* The bytes of an initial that is printed without a blank after it: "K.Brandt"; 0 if there is none. */
static uint32_t
initial_bytes(const Document *doc, const Token *token)
{
	const char *p = doc->text + token->start;

	return token->length >= 4 && p[1] == '.' && p[0] >= 'A' && p[0] <= 'Z' && p[2] >= 'A' && p[2] <= 'Z' && p[3] >= 'a' && p[3] <= 'z' ? 2 : 0;
}

/* The bytes of the hyphenated particle at the front of a word: "el-"; 0 if there is none. */
static uint32_t
particle_bytes(const Document *doc, const Token *token)
{
	const char *p = doc->text + token->start;
	const char *hyphen;
	uint32_t	length = token->length < PARTICLE_BYTES ? token->length : PARTICLE_BYTES;

	if ((token->flags & TOKEN_HYPHEN) == 0)
		return 0;
	hyphen = memchr(p, '-', length);
	if (hyphen == NULL)
		return 0;
	length = (uint32_t) (hyphen + 1 - p);
	return (classes_of(doc->lexicon, nq_lookup(doc->lexicon, p, length, doc->text + doc->length)) & WC_PARTICLE) != 0 ? length : 0;
}

static bool
is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2bc || c == 0xb4;
}

static void
add_letter(Letters *letters, Character c, const char *printed)
{
	const char *plain = c.code < 0x80 ? NULL : nq_plain_letters(c.code);
	uint32_t	bytes = plain != NULL ? (uint32_t) strlen(plain) : c.bytes;

	if (is_apostrophe(c.code) || letters->length + bytes > WORD_BYTES)
		return;
	memcpy(letters->bytes + letters->length, plain != NULL ? plain : printed, bytes);
	if (c.code >= 'A' && c.code <= 'Z')
		letters->bytes[letters->length] |= 0x20;
	letters->length += bytes;
}

/* Finds apostrophes among eight bytes: bit 7 of the first one is set; later bits can be wrong. */
static uint64_t
apostrophes(uint64_t bytes)
{
	bytes ^= EACH_BYTE * '\'';
	return (bytes - EACH_BYTE) & ~bytes & HIGH_EIGHT;
}

/* Sets bit 5 of those ASCII bytes that are capitals, or other characters of the same columns, which no word has. */
static uint64_t
fold_ascii(uint64_t bytes)
{
	return bytes | (bytes & 0x40 * EACH_BYTE) >> 1;
}

/*
 * Reads an ASCII word without an apostrophe, eight letters at a time.  Returns false for any other word, or one
 * at the end of the text.
 */
static bool
read_plain_letters(const Document *doc, const char *p, uint32_t length, Letters *letters)
{
	if (length > WORD_BYTES || (size_t) (doc->text + doc->length - p) < length + 8)
		return false;
	for (uint32_t at = 0; at < length; at += 8)
	{
		uint64_t	bytes = load_eight(p + at);

		if (length - at < 8)
			bytes &= (UINT64_C(1) << 8 * (length - at)) - 1;
		if ((bytes & HIGH_EIGHT) != 0 || apostrophes(bytes) != 0)
			return false;
		store_eight(letters->bytes + at, fold_ascii(bytes));
	}
	letters->length = length;
	return true;
}

static void
read_letters(const Document *doc, uint32_t i, Letters *letters)
{
	const Token *token = token_at(doc, i);
	const char *end = doc->text + token_end(token);
	const char *p = doc->text + token->start + particle_bytes(doc, token) + initial_bytes(doc, token);

	letters->bytes[0] = '\0';
	if (token->kind == TOKEN_WORD && read_plain_letters(doc, p, (uint32_t) (end - p), letters))
		return;
	memset(letters, 0, sizeof(*letters));
	while (p < end)
	{
		Character	c = nq_decode((const unsigned char *) p, (const unsigned char *) end);

		add_letter(letters, c, p);
		p += c.bytes;
	}
}

/* ---- keys ---- */

static uint64_t
hash_of_letters(const char *bytes, uint32_t length)
{
	uint64_t	key = 0;

	for (uint32_t at = 0; at < length; at += 8)
		key = nq_hash_piece(nq_fold_piece(load_eight(bytes + at), key));
	return key ^ length;
}

uint64_t
nq_word_key(const Document *doc, uint32_t token)
{
	Letters		letters;

	read_letters(doc, token, &letters);
	return hash_of_letters(letters.bytes, letters.length);
}

char
nq_initial(const Document *doc, uint32_t token)
{
	Letters		letters;

	read_letters(doc, token, &letters);
	return letters.bytes[0];
}

uint64_t
nq_key_of_letters(const char *letters, uint32_t length)
{
	char		bytes[WORD_BYTES + 8] = {0};

	NQ_ASSERT(length <= WORD_BYTES);
	for (uint32_t i = 0; i < length; i++)
		bytes[i] = (char) (letters[i] >= 'A' && letters[i] <= 'Z' ? letters[i] | 0x20 : letters[i]);
	return hash_of_letters(bytes, length);
}

uint64_t
nq_start_key(const Document *doc, uint32_t token)
{
	Letters		letters;
	char		start[8] = {0};

	read_letters(doc, token, &letters);
	if (letters.length < MISPRINT_BYTES)
		return 0;
	memcpy(start, letters.bytes, START_BYTES);
	/* Complemented, so that it differs from the key of a short word. */
	return ~hash_of_letters(start, START_BYTES);
}

bool
nq_is_two_syllables(const Document *doc, uint32_t token)
{
	const Token *word = token_at(doc, token);
	const char *text = doc->text + word->start;
	const char *hyphen = (word->flags & TOKEN_HYPHEN) != 0 ? memchr(text, '-', word->length) : NULL;

	return hyphen != NULL && hyphen + 1 < text + word->length && hyphen[1] >= 'a' && hyphen[1] <= 'z';
}

/* ---- comparisons ---- */

bool
nq_is_misprint(const Document *doc, uint32_t a, uint32_t b, bool same_length)
{
	Letters		x;
	Letters		y;
	uint32_t	front = 0;
	uint32_t	back = 0;
	uint32_t	longer;
	uint32_t	shorter;

	read_letters(doc, a, &x);
	read_letters(doc, b, &y);
	longer = x.length > y.length ? x.length : y.length;
	shorter = x.length + y.length - longer;
	if (shorter < MISPRINT_BYTES || longer - shorter > 1 || (longer == shorter && !same_length))
		return false;
	while (front < shorter && x.bytes[front] == y.bytes[front])
		front++;
	if (front == longer)
		return false;
	while (back < shorter - front && x.bytes[x.length - 1 - back] == y.bytes[y.length - 1 - back])
		back++;
	/* "The Lunds" is not a misprint. */
	if (longer > shorter && front == shorter && (x.length > y.length ? x : y).bytes[front] == 's')
		return false;
	/* At most one letter of the longer word is in neither part; or two letters are swapped. */
	if (front + back + 1 >= longer)
		return true;
	return longer == shorter && front + back + 2 == longer &&
		x.bytes[front] == y.bytes[front + 1] && x.bytes[front + 1] == y.bytes[front];
}

/* Words of the lexicon are compared by entry, which covers all their printed forms. */
bool
nq_same_word(const Document *doc, uint32_t a, uint32_t b)
{
	const Token *x = token_at(doc, a);
	const Token *y = token_at(doc, b);

	if (nq_is_listed(doc->lexicon, x->word) && nq_is_listed(doc->lexicon, y->word))
		return x->word == y->word;
	if (x->length == y->length && memcmp(doc->text + x->start, doc->text + y->start, x->length) == 0)
		return true;
	return nq_word_key(doc, a) == nq_word_key(doc, b);
}
