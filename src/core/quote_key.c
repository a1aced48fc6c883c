/*
 * quote_key.c
 *	  Reprints of the same words: a key, the bands of a MinHash signature, and the similarity of two quotations.
 *
 * Takes words as they are stored, such as a row's quote.
 *
 * The key has the words as a reader sees them (plain.c), in lower case, without accents and apostrophes, separated by
 * one blank.  Each ideograph and each kana letter is a word of its own.  Prints that differ only in marks, case,
 * blanks, entities, tags and punctuation have the same key.
 *
 * A shingle is a run of SHINGLE_WORDS words of the key; a shorter quotation is one shingle.  The similarity of two
 * quotations is the number of their common shingles divided by the number of all their shingles (Jaccard).
 *
 * The minimum of the hashes of a set of shingles is the same for two sets with a probability equal to their similarity
 * (A. Broder, "On the resemblance and containment of documents", 1997).  A band combines BAND_ROWS such minima, each
 * under a hash function of its own.  So two quotations of similarity s have at least one of NQ_QUOTE_BANDS bands in
 * common with the probability 1 - (1 - s^3)^16: 0.98 at 0.6, 0.9997 at 0.75, 0.35 at 0.3, 0.016 at 0.1.  A search for
 * equal bands therefore finds nearly all reprints, which the similarity then confirms.  Different bands are equal with
 * a probability of 2^-32.  The hash functions are fixed, so bands can be stored.
 *
 * Limits.  A short quotation within a long one has a small similarity.  A change of one word changes three shingles:
 * two quotations of six words that differ in a middle word are not near reprints.  Numbers and abbreviations are
 * compared as printed.
 *
 * The keys and bands are linear in the words; the similarity takes n log n.
 */
#include "core/base/case_fold.h"
#include "core/base/characters.h"
#include "core/base/letters.h"
#include "core/nq.h"

#include <string.h>

#define SHINGLE_WORDS 3
#define BAND_ROWS 3
#define MINIMA (NQ_QUOTE_BANDS * BAND_ROWS)

/* Words or comparisons between two interrupt checks. */
#ifndef ASK_AFTER				/* overridden by the fuzzer, whose quotations are short */
#define ASK_AFTER 4096
#endif

/* ---- the key ---- */

typedef struct KeyWriter
{
	char	   *key;
	size_t		length;
	bool		in_word;
} KeyWriter;

/* Is a character a word by itself, written without blanks? */
static bool
is_word_alone(uint32_t c)
{
	return (c >= 0x3041 && c < 0x3100) || (c >= 0x3400 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00) || c >= 0x20000;
}

/* Is a character invisible or part of the letter before it: a combining accent, a soft hyphen, a joiner? */
static bool
is_invisible(uint32_t c)
{
	return (c >= 0x300 && c < 0x370) || c == 0xad || c == 0x200c || c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f);
}

static bool
is_letter_or_digit(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
	return nq_is_letter(c);
}

static bool
is_apostrophe(uint32_t c)
{
	return c == '\'' || c == '`' || c == 0x2019 || c == 0x2018 || c == 0x2bc || c == 0xb4;
}

static void
end_word(KeyWriter *w)
{
	if (w->in_word)
		w->key[w->length++] = ' ';
	w->in_word = false;
}

/* A lower-case letter has as many bytes as its capital. */
static void
append_folded(KeyWriter *w, Character c, const unsigned char *printed)
{
	uint32_t	lower = nq_fold_case(c.code);
	const char *plain = c.code < 0x80 ? NULL : nq_plain_letters(c.code);
	char	   *to = w->key + w->length;

	if (plain != NULL)
	{
		memcpy(to, plain, strlen(plain));
		w->length += strlen(plain);
		return;
	}
	if (c.bytes == 1)
		*to = (char) (c.code >= 'A' && c.code <= 'Z' ? c.code + ('a' - 'A') : c.code);
	else if (c.bytes == 2 && lower < 0x800)
	{
		to[0] = (char) (0xc0 | lower >> 6);
		to[1] = (char) (0x80 | (lower & 0x3f));
	}
	else
		memcpy(to, printed, c.bytes);
	w->length += c.bytes;
}

static void
append_character(KeyWriter *w, const unsigned char *p, const unsigned char *end)
{
	Character	c = nq_decode(p, end);

	if (is_invisible(c.code))
		return;
	if (is_apostrophe(c.code) && w->in_word && p + c.bytes < end && is_letter_or_digit(nq_decode(p + c.bytes, end).code))
		return;
	if (!is_letter_or_digit(c.code))
	{
		end_word(w);
		return;
	}
	if (is_word_alone(c.code))
		end_word(w);
	append_folded(w, c, p);
	w->in_word = true;
	if (is_word_alone(c.code))
		end_word(w);
}

/* Writes the key into an empty writer, in memory from the host.  A character of three bytes needs at most four. */
static NqStatus
make_key(const NqHost *host, NqSlice words, KeyWriter *w)
{
	const unsigned char *p = (const unsigned char *) words.data;
	const unsigned char *end = p + words.length;
	uint32_t	round = 0;

	w->key = host->alloc(host->context, (size_t) words.length + words.length / 2 + 2);
	if (w->key == NULL)
		return NQ_NO_MEMORY;
	while (p < end)
	{
		if (++round % ASK_AFTER == 0 && host->cancelled(host->context))
			return NQ_CANCELLED;
		append_character(w, p, end);
		p += nq_decode(p, end).bytes;
	}
	end_word(w);
	if (w->length > 0)
		w->length--;
	return NQ_OK;
}

/* Makes a key.  On failure nothing stays allocated. */
static NqStatus
key_of(const NqHost *host, NqSlice words, KeyWriter *w, NqError *error)
{
	NqPlain		plain;

	memset(w, 0, sizeof(*w));
	if (nq_plain_words(host, words.data, words.length, &plain, error) != NQ_OK)
		return error->status;
	error->status = make_key(host, plain.words, w);
	nq_plain_release(&plain);
	if (error->status != NQ_OK && w->key != NULL)
		host->release(host->context, w->key);
	return error->status;
}

NqStatus
nq_quote_key(const NqHost *host, NqSlice words, NqQuoteKey *result, NqError *error)
{
	KeyWriter	w;

	memset(result, 0, sizeof(*result));
	if (key_of(host, words, &w, error) != NQ_OK)
		return error->status;
	result->key = (NqSlice) {w.key, (uint32_t) w.length};
	result->memory = w.key;
	return NQ_OK;
}

void
nq_quote_key_release(const NqHost *host, NqQuoteKey *result)
{
	if (result->memory != NULL)
		host->release(host->context, result->memory);
	memset(result, 0, sizeof(*result));
}

/* ---- shingles ---- */

/* The finaliser of splitmix64: flipping a bit of the input flips each bit of the hash with probability one half. */
static uint64_t
mix(uint64_t number)
{
	number = (number ^ number >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	number = (number ^ number >> 27) * UINT64_C(0x94d049bb133111eb);
	return number ^ number >> 31;
}

typedef struct ShingleReader
{
	const char *p;
	const char *end;
	uint64_t	words[SHINGLE_WORDS];	/* hashes of the last words, the newest last */
	uint32_t	count;			/* words read */
} ShingleReader;

static void
open_shingles(ShingleReader *reader, const KeyWriter *key)
{
	memset(reader, 0, sizeof(*reader));
	reader->p = key->key;
	reader->end = key->key + key->length;
}

static void
read_word(ShingleReader *reader)
{
	uint64_t	hash = UINT64_C(0xcbf29ce484222325);

	for (; reader->p < reader->end && *reader->p != ' '; reader->p++)
		hash = (hash ^ (unsigned char) *reader->p) * UINT64_C(0x100000001b3);
	if (reader->p < reader->end)
		reader->p++;
	memmove(reader->words, reader->words + 1, (SHINGLE_WORDS - 1) * sizeof(uint64_t));
	reader->words[SHINGLE_WORDS - 1] = mix(hash);
	reader->count++;
}

/* Computes the next shingle's hash; returns false after the last one. */
static bool
next_shingle(ShingleReader *reader, uint64_t *shingle)
{
	if (reader->p == reader->end)
		return false;
	do
		read_word(reader);
	while (reader->count < SHINGLE_WORDS && reader->p < reader->end);
	*shingle = 0;
	for (uint32_t i = 0; i < SHINGLE_WORDS; i++)
		*shingle = mix(*shingle + reader->words[i] + i);
	return true;
}

/* ---- bands ---- */

static void
add_shingle(uint64_t minima[MINIMA], uint64_t shingle)
{
	for (uint32_t i = 0; i < MINIMA; i++)
	{
		uint64_t	hash = mix(shingle ^ (i + 1) * UINT64_C(0x9e3779b97f4a7c15));

		if (hash < minima[i])
			minima[i] = hash;
	}
}

NqStatus
nq_quote_bands(const NqHost *host, NqSlice words, uint32_t bands[NQ_QUOTE_BANDS], uint32_t *count, NqError *error)
{
	KeyWriter	key;
	ShingleReader reader;
	uint64_t	minima[MINIMA];
	uint64_t	shingle;
	uint32_t	round = 0;

	*count = 0;
	if (key_of(host, words, &key, error) != NQ_OK)
		return error->status;
	memset(minima, 0xff, sizeof(minima));
	open_shingles(&reader, &key);
	while (next_shingle(&reader, &shingle))
	{
		add_shingle(minima, shingle);
		if (++round % ASK_AFTER == 0 && host->cancelled(host->context))
		{
			error->status = NQ_CANCELLED;
			break;
		}
	}
	for (uint32_t i = 0; i < NQ_QUOTE_BANDS && key.length > 0; i++)
	{
		uint64_t	band = i;

		for (uint32_t row = 0; row < BAND_ROWS; row++)
			band = mix(band + minima[i * BAND_ROWS + row]);
		bands[i] = (uint32_t) (band >> 32);
	}
	*count = key.length > 0 ? NQ_QUOTE_BANDS : 0;
	host->release(host->context, key.key);
	return error->status;
}

/* ---- similarity ---- */

typedef struct Shingles
{
	uint64_t   *hashes;			/* sorted, without duplicates */
	size_t		count;
} Shingles;

static void
sift_down(uint64_t *heap, size_t root, size_t count)
{
	uint64_t	value = heap[root];

	for (size_t child; (child = 2 * root + 1) < count; root = child)
	{
		if (child + 1 < count && heap[child + 1] > heap[child])
			child++;
		if (heap[child] <= value)
			break;
		heap[root] = heap[child];
	}
	heap[root] = value;
}

/* Heapsort: needs no memory and has no slow input.  Returns false if the host cancels the call. */
static bool
sort_hashes(const NqHost *host, uint64_t *hashes, size_t count)
{
	for (size_t i = count / 2; i-- > 0;)
	{
		sift_down(hashes, i, count);
		if (i % ASK_AFTER == 1 && host->cancelled(host->context))
			return false;
	}
	for (size_t i = count; i-- > 1;)
	{
		uint64_t	last = hashes[i];

		hashes[i] = hashes[0];
		hashes[0] = last;
		sift_down(hashes, 0, i);
		if (i % ASK_AFTER == 1 && host->cancelled(host->context))
			return false;
	}
	return true;
}

/* Collects the shingles.  On failure nothing stays allocated. */
static NqStatus
shingles_of(const NqHost *host, NqSlice words, Shingles *shingles, NqError *error)
{
	KeyWriter	key;
	ShingleReader reader;
	uint64_t	shingle;
	size_t		unique = 0;

	memset(shingles, 0, sizeof(*shingles));
	if (key_of(host, words, &key, error) != NQ_OK)
		return error->status;
	/* A word and the blank after it have at least two bytes. */
	shingles->hashes = host->alloc(host->context, (key.length / 2 + 1) * sizeof(uint64_t));
	if (shingles->hashes == NULL)
		error->status = NQ_NO_MEMORY;
	else
	{
		open_shingles(&reader, &key);
		while (error->status == NQ_OK && next_shingle(&reader, &shingle))
		{
			shingles->hashes[shingles->count++] = shingle;
			if (shingles->count % ASK_AFTER == 0 && host->cancelled(host->context))
				error->status = NQ_CANCELLED;
		}
		if (error->status == NQ_OK && !sort_hashes(host, shingles->hashes, shingles->count))
			error->status = NQ_CANCELLED;
		for (size_t i = 0; i < shingles->count; i++)
			if (i == 0 || shingles->hashes[i] != shingles->hashes[unique - 1])
				shingles->hashes[unique++] = shingles->hashes[i];
		shingles->count = unique;
		if (error->status != NQ_OK)
			host->release(host->context, shingles->hashes);
	}
	host->release(host->context, key.key);
	return error->status;
}

static size_t
count_common(const Shingles *a, const Shingles *b)
{
	size_t		i = 0;
	size_t		j = 0;
	size_t		common = 0;

	while (i < a->count && j < b->count)
	{
		common += a->hashes[i] == b->hashes[j];
		if (a->hashes[i] <= b->hashes[j])
			i++;
		else
			j++;
	}
	return common;
}

NqStatus
nq_quote_similarity(const NqHost *host, NqSlice a, NqSlice b, float *similarity, NqError *error)
{
	Shingles	of_a;
	Shingles	of_b;

	*similarity = 0;
	if (shingles_of(host, a, &of_a, error) != NQ_OK)
		return error->status;
	if (shingles_of(host, b, &of_b, error) == NQ_OK)
	{
		size_t		common = count_common(&of_a, &of_b);
		size_t		all = of_a.count + of_b.count - common;

		if (all > 0)
			*similarity = (float) ((double) common / (double) all);
		host->release(host->context, of_b.hashes);
	}
	host->release(host->context, of_a.hashes);
	return error->status;
}
