/*
 * article_language.c
 *	  The language of an article: see nq.h.
 *
 * Takes the stored article; gives the name of its language, or nothing in doubt.  The words of the reader's
 * text are looked up among the most common function words of several languages (lang/common_words.def).  The
 * answer is the language that most of them belong to, if these are a sufficient share of all words and clearly
 * more than those of any other language.  So there is no answer for a short text, a text in two languages, or
 * one in a language that is not listed.
 *
 * Text in capitals counts too: ASCII and Latin-1 capitals are folded to lower case.
 *
 * Linear: a word is looked up once, in constant time.
 */
#include "core/base/arena.h"
#include "core/base/characters.h"
#include "core/extract.h"
#include "core/stages.h"

#include <string.h>

/* The languages of common_words.def; those that can be the answer come first. */
enum
{
	ENGLISH = 1 << 0,
	FRENCH = 1 << 1,
	GERMAN = 1 << 2,
	SPANISH = 1 << 3,
	CATALAN = 1 << 4,
	DUTCH = 1 << 5,
	ITALIAN = 1 << 6,
	PORTUGUESE = 1 << 7
};

#define LANGUAGES 8

static const char *const told[] = {"english", "french", "german", "spanish"};

#define TOLD (sizeof(told) / sizeof(told[0]))

/* The longest common word, in bytes. */
#define WORD_BYTES 8

/* Sorted by their bytes. */
static const struct
{
	char		text[WORD_BYTES + 1];
	uint8_t		languages;
}			common_words[] = {
#define COMMON_WORD(text, languages) {text, languages},
#include "lang/common_words.def"
#undef COMMON_WORD
};

#define COMMON_WORDS (sizeof(common_words) / sizeof(common_words[0]))

/* The common words that a text must have to be recognised. */
#define WORDS_NEEDED 6

/* Common words must be at least one in this many words: a quarter. */
#define SHARE_OF_ALL 4

/* The words of the second language may be at most eight tenths of those of the first. */
#define SECOND_TENTHS 8

typedef struct Count
{
	uint32_t	words;
	uint32_t	common[LANGUAGES];
} Count;

/* The languages in which a word, padded with zeros, is common. */
static uint8_t
languages_of(const char *word)
{
	size_t		low = 0;
	size_t		high = COMMON_WORDS;

	while (low < high)
	{
		size_t		middle = low + (high - low) / 2;
		int			order = memcmp(common_words[middle].text, word, WORD_BYTES);

		if (order == 0)
			return common_words[middle].languages;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

static void
count_word(Count *count, const char *word, uint32_t length)
{
	uint8_t		languages = length <= WORD_BYTES ? languages_of(word) : 0;

	count->words++;
	for (uint32_t i = 0; i < LANGUAGES; i++)
		count->common[i] += languages >> i & 1;
}

/* Appends a letter, folded to lower case, to the word; a letter that does not fit is dropped. */
static void
add_letter(char *word, uint32_t length, const unsigned char *letter, uint32_t bytes)
{
	if (length + bytes > WORD_BYTES)
		return;
	memcpy(word + length, letter, bytes);
	if (bytes == 1 && letter[0] >= 'A' && letter[0] <= 'Z')
		word[length] += 'a' - 'A';
	/* Latin-1: U+00C0 to U+00DE */
	else if (bytes == 2 && letter[0] == 0xc3 && letter[1] >= 0x80 && letter[1] <= 0x9e)
		word[length + 1] = (char) (letter[1] + 0x20);
}

static bool
is_ascii_letter(uint32_t c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool
count_words(Document *doc, Count *count)
{
	const unsigned char *p = (const unsigned char *) doc->text;
	const unsigned char *end = p + doc->length;
	char		word[WORD_BYTES] = {0};
	uint32_t	length = 0;

	for (uint32_t round = 0; p < end; round++)
	{
		Character	c = nq_decode(p, end);

		if (!check_interrupts(doc, round, EVERY_65536))
			return false;
		if (is_ascii_letter(c.code) || (c.code >= 0x80 && c.code != 0xfffd && nq_is_letter(c.code)))
		{
			add_letter(word, length, p, c.bytes);
			length = length + c.bytes > WORD_BYTES ? WORD_BYTES + 1 : length + c.bytes;
		}
		else if (length > 0)
		{
			count_word(count, word, length);
			memset(word, 0, sizeof(word));
			length = 0;
		}
		p += c.bytes;
	}
	if (length > 0)
		count_word(count, word, length);
	return true;
}

/* The language recognised; NULL in doubt. */
static const char *
decide(const Count *count)
{
	uint32_t	best = 0;
	uint64_t	second = 0;

	for (uint32_t i = 1; i < LANGUAGES; i++)
		if (count->common[i] > count->common[best])
			best = i;
	for (uint32_t i = 0; i < LANGUAGES; i++)
		if (i != best && count->common[i] > second)
			second = count->common[i];
	if (best >= TOLD || count->common[best] < WORDS_NEEDED ||
		(uint64_t) count->common[best] * SHARE_OF_ALL < count->words ||
		second * 10 > (uint64_t) count->common[best] * SECOND_TENTHS)
		return NULL;
	return told[best];
}

NqStatus
nq_article_language(const NqHost *host, const char *article, size_t length, const char **language, NqError *error)
{
	Document	doc;
	Arena		arena;
	Count		count = {0};

	*language = NULL;
	memset(error, 0, sizeof(*error));
	if (length > NQ_MAX_ARTICLE)
		return error->status = NQ_TOO_LARGE;
	nq_open_text(&doc, &arena, host, article, length, length + 256);
	if (nq_read_markup(&doc) && count_words(&doc, &count))
		*language = decide(&count);
	if (arena.cancelled)
		doc.status = NQ_CANCELLED;
	nq_arena_release(&arena);
	return error->status = doc.status;
}
