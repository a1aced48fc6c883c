/*
 * keys.c
 *	  Keys of randomly composed names, under sanitizers.
 *
 * The pieces are those that the rules look for, in orders that nobody would print.
 */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 200000

static const char *const pieces[] = {
	"Clara ", "Brandt", "Jr.", ", ", "& ", "and ", "’s", "'", "\"", "(", ")", "“", "”", ".", "-", "F.", "Mr. ",
	"The ", "Inc. ", "é", "\xff", "\xe2", "ﬃ", "ß", "Ж", "李", "A", "King ", "III", "\xcc\x81", "of ", "von ",
	"\xc2\xad", "Ａ", "General ", "Motors ", "１", "\xf0\x9f\x99\x82", "\n"
};

static uint32_t state = 1;

/* A reproducible random number below a limit. */
static uint32_t
draw(uint32_t below)
{
	state = state * 1664525 + 1013904223;
	return (state >> 8) % below;
}

/* Copies a name to a block of exactly its size, so that sanitizers detect reading beyond it. */
static Bytes
draw_name(void)
{
	char		buffer[NQ_MAX_NAME];
	Bytes		name = {NULL, 0};
	uint32_t	wanted = draw(50) == 0 ? 1000 : draw(12);

	for (uint32_t i = 0; i < wanted; i++)
	{
		const char *piece = pieces[draw(sizeof(pieces) / sizeof(pieces[0]))];

		if (name.length + strlen(piece) > sizeof(buffer))
			break;
		memcpy(buffer + name.length, piece, strlen(piece));
		name.length += strlen(piece);
	}
	name.data = malloc(name.length + (name.length == 0));
	memcpy(name.data, buffer, name.length);
	return name;
}

/* Every letter that is folded to two, and one outside the tables. */
static void
letters(void)
{
	static const char *const pairs[][2] = {
		{"Æbi", "aebi"}, {"ǅeko", "dzeko"}, {"ĳsel", "ijsel"}, {"Ǉuba", "ljuba"}, {"ǌego", "njego"}, {"Œuf", "oeuf"},
		{"Voß", "voss"}, {"Þór", "thor"}, {"Əli", "ali"}, {"Məmməd", "mammad"}, {"Núñez", "nunez"}, {"Žižek", "zizek"},
		{"Nguyễn", "nguyen"}, {"Ǝbo", "Ǝbo"}
	};
	char		key[NQ_MAX_KEY];

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
	{
		size_t		length = nq_speaker_key(pairs[i][0], strlen(pairs[i][0]), key);

		if (!ok(length == strlen(pairs[i][1]) && memcmp(key, pairs[i][1], length) == 0, "%s: %s", pairs[i][0], pairs[i][1]))
			diag("%.*s", (int) length, key);
	}
}

/* Keys, bands and similarities of random words: reproducible, equal for equal text, and absent without words. */
static void
quotes(void)
{
	TestHost	test;
	size_t		different = 0;
	size_t		wordless = 0;
	size_t		apart = 0;

	host_open(&test);
	for (int i = 0; i < ROUNDS / 100; i++)
	{
		Bytes		words = draw_name();
		NqSlice		text = {words.data, (uint32_t) words.length};
		NqQuoteKey	key = {{NULL, 0}, NULL};
		NqQuoteKey	again = {{NULL, 0}, NULL};
		uint32_t	bands[NQ_QUOTE_BANDS];
		uint32_t	count = 1;
		float		similarity = -1;
		NqError		error;

		if (nq_quote_key(&test.host, text, &key, &error) != NQ_OK || nq_quote_key(&test.host, text, &again, &error) != NQ_OK ||
			nq_quote_bands(&test.host, text, bands, &count, &error) != NQ_OK ||
			nq_quote_similarity(&test.host, text, text, &similarity, &error) != NQ_OK)
			different++;
		different += key.key.length != again.key.length || (key.key.length > 0 && memcmp(key.key.data, again.key.data, key.key.length) != 0);
		wordless += (key.key.length == 0) != (count == 0) || (count != 0 && count != NQ_QUOTE_BANDS);
		apart += key.key.length > 0 && similarity < 1;
		nq_quote_key_release(&test.host, &key);
		nq_quote_key_release(&test.host, &again);
		free(words.data);
	}
	ok(different == 0, "the same words have the same key");
	ok(wordless == 0, "what has a key has bands, and nothing else has");
	ok(apart == 0, "words are like themselves");
	ok(test.live == 0, "nothing stays allocated");
}

int
main(void)
{
	char	   *key = malloc(NQ_MAX_KEY);
	char	   *again = malloc(NQ_MAX_KEY);
	size_t		too_long = 0;
	size_t		empty = 0;
	size_t		different = 0;

	for (int i = 0; i < ROUNDS; i++)
	{
		Bytes		name = draw_name();
		size_t		length = nq_speaker_key(name.data, name.length, key);

		too_long += length > NQ_MAX_KEY;
		empty += (length == 0) != (name.length == 0);
		memset(again, 'x', NQ_MAX_KEY);
		different += nq_speaker_key(name.data, name.length, again) != length || memcmp(key, again, length) != 0;
		free(name.data);
	}
	ok(too_long == 0, "no key is longer than there is room");
	ok(empty == 0, "the empty name alone has an empty key");
	ok(different == 0, "the same name has the same key");
	memset(again, '&', NQ_MAX_NAME);
	ok(nq_speaker_key(again, NQ_MAX_NAME, key) == NQ_MAX_KEY - 1, "the longest key");
	letters();
	quotes();
	free(key);
	free(again);
	return done();
}
