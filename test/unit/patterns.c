/*
 * patterns.c
 *	  Patterns of the caller: whatever they match, every promise holds.
 *
 *	patterns [PAIRS [SEED]]
 *
 * Tries random pairs of a pattern and an article, each composed of small pieces, so that matches meet
 * punctuation, blanks, parts of words, marks, several paragraphs, each other and nothing.  The pieces are few
 * and the articles short, so that most neighbours occur.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "core/settings.h"
#include "unit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAIRS 10000
#define ARTICLES_PER_PATTERN 20
#define MOST_TEXT_PIECES 16
#define MOST_BYTES 512

static const char *const text_pieces[] = {
	"“", "”", "\"", "'", "‘", "’", "«", "»", "``", "''", "&ldquo;", "&quot;", ".", ".", ",", "?", "!", "...", "…", ":", ";", "—", "-",
	"(", ")", "[", "]", " ", " ", " ", " ", " ", " ", "\n", "\n\n", "\t", "\302\240", "\r\n", "\v", "1", "6", "'s", "U.S.", "Inc.", "Jr.", ", Jr.",
	"Mr.", "Dr.", "Mr. Hale", "Ada Quist", "Robert", "Scott", "Moscow", "the", "The", "the sheriff", "He", "she", "they", "we", "who",
	"said", "says", "told him", "asked", "adding", "wrote", "denied", "called it", "according to", "that", "to", "of", "and", "and A",
	"not", "would", "whether", "a farce", "We are ready", "no", "x", "Y", "é", "🙂", "我们", "\xcc\x81", "</p>", "<b>", "&amp;", "@ada", "#tag"
};

/* The group quote, and what can surround it. */
static const char *const quote_pieces[] = {
	".", "..", ".{3}", ".*", ".+?", "[^.]*", "\\S+", "\\S+ \\S+", "\\s", "\\s+", "\\W", "\\W+", "\\W{2,5}", "\\w", "\\w+", "\\p{Lu}\\w*", "\\P{L}",
	"\"[^\"]+\"", "“[^”]*”", "[^“”]+", "[\"“”'‘’]", "\\)", "\\(", "[.,;:!?]", "[.!?] ?", "\\n", "\\n+\\s*\\w", "(?s).", "(?s).+", "(?s).{5,40}",
	"(?s).*?\\n.*?\\n", "x", "Y", "said", "we", "that", "He \\w+", "$", "^", "", "\\b", "(?:a|b)*", "[^\\x00-\\x7f]", "[a-z]{2}", "s", "d t",
	"\\X", "(?i)the \\w+", "Hale|Quist|Scott", "(?<x>\\w)\\w*", "\\S+$", "^\\S+"
};

static const char *const around[] = {
	"%s", "%s", "%s", "%s", "(?=%s)", "(?<=%s)", "(?<=.)%s", "(?<=\\.)%s", "(?<=,) ?%s", "\"%s", "%s\"", "“%s”", "%s said", "said %s", "^%s", "%s$", "(?m)^.%s",
	".%s", "%s.", "(?<cue>\\w+)%s", "(?<speaker>\\w+)\\W+%s", "%s\\W*(?<speaker>\\p{Lu}\\w+)", "%s(?<cue>\\s*said)?", "(?<speaker>.)?%s(?<cue>.)?",
	"(?:x|%s)", "\\K%s", "(?<!\\w)%s(?!\\w)", "(?s)%s.*", "\\s%s\\s", "(?=.*?(?<speaker>\\p{Lu}\\w+))%s"
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static TestHost test;
static NqSettings *base;
static uint64_t state;

/* A number below limit: xorshift64*, reproducible from the seed. */
static size_t
pick(size_t limit)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (size_t) ((state * UINT64_C(0x2545f4914f6cdd1d)) >> 33) % limit;
}

/* The current case, printed if the program is ended by a signal. */
static char trying[4 * MOST_BYTES];

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the sanitizers' names */
const char *__asan_default_options(void);
const char *__ubsan_default_options(void);

const char *
__asan_default_options(void)
{
	return "abort_on_error=1";
}

const char *
__ubsan_default_options(void)
{
	return "abort_on_error=1";
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

static void
show_trying(int number)
{
	(void) number;
	diag("ended by %s", trying);	/* NOLINT(bugprone-signal-handler,cert-sig30-c): the program ends anyway */
}

/* Adds patterns to English settings, which is much cheaper than making new ones. */
static bool
add_patterns(NqSettings *settings, const NqSlice *patterns, size_t count)
{
	NqError		error;

	*settings = *base;
	nq_arena_init(&settings->arena, &test.host, 4096);
	if (nq_compile_patterns(settings, patterns, count, &error) == NQ_OK)
		return true;
	nq_release_patterns(settings);
	nq_arena_release(&settings->arena);
	return false;
}

static void
drop_patterns(NqSettings *settings)
{
	nq_release_patterns(settings);
	nq_arena_release(&settings->arena);
}

static void
make_pattern(char pattern[MOST_BYTES])
{
	char		quote[MOST_BYTES];

	snprintf(quote, sizeof(quote), "(?<quote>%s)", quote_pieces[pick(COUNT(quote_pieces))]);
	if (pick(4) == 0)
		snprintf(quote, sizeof(quote), "(?<quote>%s%s)", quote_pieces[pick(COUNT(quote_pieces))],
				 quote_pieces[pick(COUNT(quote_pieces))]);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	snprintf(pattern, MOST_BYTES, around[pick(COUNT(around))], quote);
#pragma GCC diagnostic pop
}

static size_t
make_article(char article[MOST_BYTES])
{
	size_t		length = 0;

	for (size_t pieces = 1 + pick(MOST_TEXT_PIECES); pieces > 0; pieces--)
	{
		const char *piece = text_pieces[pick(COUNT(text_pieces))];

		memcpy(article + length, piece, strlen(piece));
		length += strlen(piece);
		if (pick(2) == 0)
			article[length++] = ' ';
	}
	return length;
}

/* Extracts from a copy of the exact size, so that sanitizers detect reading beyond it. */
static const char *
try(const NqSettings *settings, const char *text, size_t length, bool indirect)
{
	char	   *article = malloc(length);
	const char *trouble = "extraction fails";
	NqResult	result;
	NqError		error;

	if (article == NULL)
		abort();
	memcpy(article, text, length);
	if (nq_extract(settings, &test.host, article, length, indirect, &result, &error) == NQ_OK)
	{
		trouble = complaint(article, length, indirect, &result);
		nq_result_release(&result);
	}
	free(article);
	return trouble;
}

/* Tries articles with one or two patterns; counts the pairs, and those that break a promise. */
static void
try_patterns(size_t *pairs, size_t *bad)
{
	char		patterns[2][MOST_BYTES];
	NqSlice		slices[2];
	size_t		count = 1 + (pick(4) == 0);
	NqSettings	settings;

	for (size_t i = 0; i < count; i++)
	{
		make_pattern(patterns[i]);
		slices[i] = slice(patterns[i]);
	}
	/* Some combinations are not valid patterns: a lookbehind has a bounded length. */
	if (!add_patterns(&settings, slices, count))
		return;
	for (int i = 0; i < ARTICLES_PER_PATTERN; i++)
	{
		char		article[MOST_BYTES];
		size_t		length = make_article(article);
		bool		indirect = pick(2) == 0;
		const char *trouble;

		snprintf(trying, sizeof(trying), "patterns {%s} {%s}, %s article {%.*s}", patterns[0], count == 2 ? patterns[1] : "",
				 indirect ? "indirect," : "", (int) length, article);
		trouble = try(&settings, article, length, indirect);
		if (trouble != NULL)
			diag("%s: %s", trouble, trying);
		*bad += trouble != NULL;
	}
	*pairs += ARTICLES_PER_PATTERN;
	drop_patterns(&settings);
}

/* Returns the number of rows that a pattern gives in an article. */
static size_t
count_rows(const char *pattern, const char *article, size_t length)
{
	NqSlice		source = slice(pattern);
	NqSettings	settings;
	NqResult	result;
	NqError		error;
	size_t		count;

	snprintf(trying, sizeof(trying), "pattern %s", pattern);
	if (!add_patterns(&settings, &source, 1) ||
		nq_extract(&settings, &test.host, article, length, false, &result, &error) != NQ_OK)
		abort();
	count = result.count;
	nq_result_release(&result);
	drop_patterns(&settings);
	return count;
}

/* In a long article, a pattern is matched piece by piece: no match is lost or added at the joints. */
static void
long_articles(void)
{
	static const char *const patterns[] = {
		"(?<quote>needle)", "(?<=a )(?<quote>needle)(?= )", "(?<quote>nee[d]le)", 
		"(?<quote>[m-n]eedle)", "(?<quote>ne{2}dle) "
	};
	size_t		length = 700001;
	char	   *article = malloc(length);
	size_t		needles = 0;
	size_t		bad = 0;

	if (article == NULL)
		abort();
	for (size_t at = 0; at < length; at++)
		article[at] = at % 2 == 0 ? 'a' : ' ';
	for (size_t at = 2; at + 100 < length; at += 10 + 2 * pick(500))
	{
		memcpy(article + at, "needle ", 7);
		needles++;
	}
	for (size_t i = 0; i < COUNT(patterns); i++)
	{
		size_t		count = count_rows(patterns[i], article, length);

		bad += count != needles;
		if (count != needles)
			diag("%s: %zu matches of %zu", patterns[i], count, needles);
	}
	ok(bad == 0, "%zu matches in a long article, by each of several patterns", needles);
	ok(count_rows("(?<quote>a)$", article, length) == 1 && count_rows("(?<quote>a)\\Z", article, length) <= 1 &&
	   count_rows("^(?<quote>a)", article, length) == 1 && count_rows("\\A(?<quote>a)", article, length) == 1,
	   "what the engine shows of it at a time has no line's end, but begins where the article does");
#ifndef REACH_MAX				/* otherwise a word is longer than a piece */
	/* Characters of three bytes, so that pieces end inside one. */
	for (size_t at = 0; at + 3 <= length; at += 3)
		memcpy(article + at, at % 3000 == 0 ? "  \n" : "我", 3);
	article[length - 1] = article[length - 2] = ' ';
	needles = count_rows("(?<quote>我+)", article, length);
	ok(needles == (length + 2999) / 3000, "stretches end between characters: %zu words of 999", needles);
#endif
	free(article);
}

/* Whether PCRE2 accepts bytes as UTF-8. */
static bool
pcre2_takes(const char *bytes, size_t length)
{
	int			code;
	PCRE2_SIZE	offset;
	pcre2_code *pattern = pcre2_compile((PCRE2_SPTR) "(?s).", PCRE2_ZERO_TERMINATED, PCRE2_UTF, &code, &offset, NULL);
	pcre2_match_data *data = pcre2_match_data_create(1, NULL);

	if (pattern == NULL || data == NULL)
		abort();
	code = pcre2_match(pattern, (PCRE2_SPTR) bytes, length, 0, 0, data, NULL);
	pcre2_match_data_free(data);
	pcre2_code_free(pattern);
	return code > 0;
}

/* The engine and PCRE2 must agree on what is UTF-8, because PCRE2 relies on the engine's check. */
static void
encodings(void)
{
	static const unsigned char edges[] = {
		'a', 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff
	};
	NqSlice		source = slice("(?s)(?<quote>.+)");
	NqSettings	settings;
	size_t		bad = 0;
	size_t		taken = 0;

	if (!add_patterns(&settings, &source, 1))
		abort();
	for (int i = 0; i < 50000; i++)
	{
		char		bytes[7] = {'x'};
		size_t		length = 2 + pick(sizeof(bytes) - 1);
		NqResult	result;
		NqError		error;
		bool		utf8;

		for (size_t k = 1; k < length; k++)
			bytes[k] = (char) (k == 1 || pick(3) == 0 ? edges[pick(COUNT(edges))] : edges[2 + pick(6)]);
		utf8 = pcre2_takes(bytes, length);
		taken += utf8;
		if (nq_extract(&settings, &test.host, bytes, length, false, &result, &error) != NQ_OK)
			abort();
		bad += (result.count > 0) != utf8;
		nq_result_release(&result);
	}
	drop_patterns(&settings);
	ok(bad == 0 && taken > 1000, "patterns match in UTF-8 alone: %zu of 50000 byte strings", taken);
}

int
main(int argc, char **argv)
{
	size_t		wanted = argc > 1 ? strtoul(argv[1], NULL, 10) : PAIRS;
	size_t		pairs = 0;
	size_t		bad = 0;

	state = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
	signal(SIGABRT, show_trying);
	host_open(&test);
	base = default_settings(&test.host);
	while (pairs < wanted)
		try_patterns(&pairs, &bad);
	ok(bad == 0, "%zu pairs of a pattern and an article", pairs);
	long_articles();
	encodings();
	nq_settings_release(base);
	ok(test.live == 0, "nothing is left allocated");
	return done();
}
