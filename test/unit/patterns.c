/*
 * patterns.c
 *	  The caller's patterns: whatever they hit, every promise holds.
 *
 *	patterns [PAIRS [SEED]]
 *
 * Tries random pairs of a pattern and an article, each made of small pieces, so that
 * matches meet punctuation, blanks, parts of words, marks, several paragraphs, each other
 * and nothing.  The pieces are few and the articles short: most pairs of neighbours come up.
 */
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

/* Bodies of the group quote, and what may stand around it. */
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

/* A number below limit: xorshift64*, the same ones from the same seed. */
static size_t
pick(size_t limit)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (size_t) ((state * UINT64_C(0x2545f4914f6cdd1d)) >> 33) % limit;
}

/* What is being tried, for the one who has to find out why the program ended. */
static char trying[4 * MOST_BYTES];

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

static void
show_trying(int number)
{
	(void) number;
	diag("ended by %s", trying);
}

/* English settings with patterns; much cheaper than settings made anew. */
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

/* Extracts from a copy of the exact size, so that a sanitizer sees every byte read beyond it. */
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
	/* Not every combination is a pattern: a lookbehind has a bounded length. */
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
	nq_settings_release(base);
	ok(test.live == 0, "nothing is left allocated");
	return done();
}
