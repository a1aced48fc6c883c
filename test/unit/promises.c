/*
 * promises.c
 *	  Invariants of every result: verbatim spans, right character counts, order, bounds, and marked words that
 *	  do not depend on whether reported speech is requested; tested on the articles given as arguments, all
 *	  prefixes of a sample, and hostile input.
 */
#include "texts.h"
#include "unit.h"

#include <stdlib.h>
#include <string.h>

static TestHost test;
static NqSettings *settings;

/* Reads a copy of the exact size, so that sanitizers detect reading beyond it. */
static const char *
try(const char *text, size_t length, bool indirect)
{
	char	   *article = malloc(length > 0 ? length : 1);
	const char *trouble;
	NqResult	first;
	NqResult	second;
	NqError		error;

	if (article == NULL)
		abort();
	memcpy(article, text, length);
	trouble = "extraction fails";
	if (nq_extract_displayed(settings, &test.host, article, length, indirect, &first, &error) == NQ_OK)
	{
		trouble = complaint(article, length, indirect, &first);
		if (nq_extract(settings, &test.host, article, length, indirect, &second, &error) != NQ_OK ||
			!same_result(&first, &second))
			trouble = "the second time it is another result";
		nq_result_release(&first);
		nq_result_release(&second);
	}
	free(article);
	return trouble;
}

static bool
same_slice(NqSlice a, NqSlice b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

/* Compares everything but the number of the utterance. */
static bool
same_row(const NqRow *a, const NqRow *b)
{
	return same_slice(a->speaker, b->speaker) && memcmp(&a->quote, &b->quote, sizeof(a->quote)) == 0 &&
		memcmp(&a->mention, &b->mention, sizeof(a->mention)) == 0 && memcmp(&a->cue, &b->cue, sizeof(a->cue)) == 0 &&
		a->kind == b->kind && a->confidence == b->confidence && a->speaker_type == b->speaker_type &&
		a->speaker_named == b->speaker_named && a->speaker_gender == b->speaker_gender &&
		same_slice(a->speaker_role, b->speaker_role) && a->asserted == b->asserted;
}

/* Whether the rows of marked words are the same when reported speech is also requested. */
static const char *
compare_marked(const NqResult *marked, const NqResult *all)
{
	size_t		found = 0;

	for (size_t i = 0; i < all->count; i++)
		if (all->rows[i].kind != NQ_INDIRECT &&
			(found == marked->count || !same_row(&marked->rows[found++], &all->rows[i])))
			return "reported speech changes the rows of marked words";
	return found == marked->count ? NULL : "reported speech removes rows of marked words";
}

static const char *
try_both(const char *article, size_t length)
{
	NqResult	marked;
	NqResult	all;
	NqError		error;
	const char *trouble = "extraction fails";

	if (nq_extract(settings, &test.host, article, length, false, &marked, &error) != NQ_OK)
		return trouble;
	if (nq_extract(settings, &test.host, article, length, true, &all, &error) == NQ_OK)
	{
		trouble = compare_marked(&marked, &all);
		nq_result_release(&all);
	}
	nq_result_release(&marked);
	return trouble;
}

/* Plain words are valid UTF-8 if the text is, never longer, in one line without blanks at its ends. */
static const char *
try_plain(const char *text, size_t length)
{
	NqPlain		plain;
	NqError		error;
	const char *trouble;

	if (nq_plain_words(&test.host, text, length, &plain, &error) != NQ_OK)
		return "no plain words";
	trouble = plain_complaint(text, length, plain.words);
	nq_plain_release(&plain);
	return trouble;
}

static const char *
try_candidates(const char *article, size_t length)
{
	NqCandidates candidates;
	NqError		error;
	const char *trouble;

	if (nq_extract_candidates(settings, &test.host, article, length, &candidates, &error) != NQ_OK)
		return "extraction of candidates fails";
	trouble = candidates_complaint(article, length, &candidates);
	nq_candidates_release(&candidates);
	return trouble;
}

static bool
keeps(const char *text, size_t length)
{
	const char *trouble = try(text, length, false);

	if (trouble == NULL)
		trouble = try_candidates(text, length);
	if (trouble == NULL)
		trouble = try(text, length, true);
	if (trouble == NULL)
		trouble = try_both(text, length);
	if (trouble == NULL)
		trouble = try_plain(text, length);
	if (trouble != NULL)
		diag("%s: %.*s", trouble, (int) (length < 300 ? length : 300), text);
	return trouble == NULL;
}

static void
beginnings(void)
{
	size_t		bad = 0;

	for (size_t length = 0; length <= strlen(sample); length++)
		bad += !keeps(sample, length);
	ok(bad == 0, "every beginning of the sample, characters cut in two as well");
}

static void
endings(void)
{
	size_t		bad = 0;

	for (size_t start = 0; start <= strlen(sample); start++)
		bad += !keeps(sample + start, strlen(sample) - start);
	ok(bad == 0, "every ending of the sample");
}

/* Overwrites each byte in turn. */
static void
damages(void)
{
	static const char bytes[] = {'"', '\'', ' ', '\n', '\0', '\x80', '\xff', 'A'};
	char	   *copy = malloc(sizeof(sample));
	size_t		bad = 0;

	if (copy == NULL)
		abort();
	for (size_t i = 0; i < strlen(sample); i++)
	{
		memcpy(copy, sample, sizeof(sample));
		copy[i] = bytes[i % sizeof(bytes)];
		bad += !keeps(copy, strlen(sample));
	}
	free(copy);
	ok(bad == 0, "the sample with one byte damaged");
}

static void
hostile_texts(void)
{
	size_t		bad = 0;

	for (size_t i = 0; i < HOSTILE_COUNT; i++)
		bad += !keeps(hostile[i], strlen(hostile[i]));
	ok(bad == 0, "%zu hostile texts", HOSTILE_COUNT);
}

/* Long runs of one piece, alone and before the sample. */
static void
hostile_runs(size_t length)
{
	char	   *article = malloc(length + sizeof(sample));
	size_t		bad = 0;

	if (article == NULL)
		abort();
	for (size_t i = 0; i < PIECE_COUNT; i++)
	{
		size_t		piece = strlen(hostile_pieces[i]);
		size_t		filled = 0;

		for (; filled + piece <= length; filled += piece)
			memcpy(article + filled, hostile_pieces[i], piece);
		bad += !keeps(article, filled);
		memcpy(article + filled, sample, strlen(sample));
		bad += !keeps(article, filled + strlen(sample));
	}
	free(article);
	ok(bad == 0, "runs of %zu bytes of %zu hostile pieces", length, PIECE_COUNT);
}

static void
every_byte_pair(void)
{
	size_t		bad = 0;

	for (int i = 0; i < 65536; i++)
	{
		char		pair[6] = {'\xe2', '\x80', '\x9c', (char) (i >> 8), (char) i, '"'};

		const char *trouble = try(pair, sizeof(pair), i % 2 == 0);

		if (trouble != NULL)
			diag("%s: bytes %02x %02x", trouble, i >> 8, i & 0xff);
		bad += trouble != NULL;
	}
	ok(bad == 0, "every pair of bytes after an opening mark");
}

/*
 * The tokenizer reads beyond a word to see what follows it: words of each length, followed by each possible
 * character, at each distance from the article's end.
 */
static void
ends_of_words(void)
{
	static const char *const after[] = {
		" ", ".", ". ", ".a", "...", ". . .", ":", ":/", ",", "-a", "'s", "'s ", "'ll", "\xe2\x80\x99s", "\xe2\x80\x99s ",
		"\xe2\x80\x99re ", "\xe2\x80\x94", "\xe2\x80", "\xe2", "\xc2\xa0", "&rsquo;s", "&", "1 ", "\n"
	};
	char		text[128];
	size_t		bad = 0;

	for (size_t letters = 0; letters <= 20; letters++)
		for (size_t k = 0; k < sizeof(after) / sizeof(after[0]); k++)
			for (size_t rest = 0; rest <= 40; rest++)
			{
				size_t		length = letters;

				memset(text, 'm', sizeof(text));
				memcpy(text + length, after[k], strlen(after[k]));
				length += strlen(after[k]) + rest;
				bad += !keeps(text, length);
				text[0] = 'M';
				bad += !keeps(text, length);
			}
	ok(bad == 0, "words of each length, and what follows them, near the article's end");
}

int
main(int argc, char **argv)
{
	host_open(&test);
	settings = default_settings(&test.host);

	for (int i = 1; i < argc; i++)
	{
		Bytes		article = read_file(argv[i]);

		ok(keeps(article.data, article.length), "%s", argv[i]);
		free(article.data);
	}
	hostile_texts();
	hostile_runs(1000);
	hostile_runs(20000);
	every_byte_pair();
	beginnings();
	endings();
	ends_of_words();
	damages();

	nq_settings_release(settings);
	ok(test.live == 0, "nothing is left allocated");
	return done();
}
