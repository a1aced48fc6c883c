/*
 * slow.c
 *	  Slow patterns: interrupts are checked all the time, and memory is bounded.
 *
 * Each pattern scans much text between two of PCRE2's callouts, or needs many steps or much memory, or there
 * are many patterns.  Times are CPU times, relative to a reference loop that runs beside each case, so that
 * neither a slow nor a busy machine matters.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The longest time between two checks, and the time allowed for a case, in runs of the reference loop. */
#define MAX_SILENCE		1.0
#define TIME_ALLOWED	4.0

/* Steps of the reference loop, each of which depends on the one before: about 100 ms on a processor of 2025. */
#define REFERENCE_STEPS	(60u << 20)

/* Memory allowed in addition to the article and its matches, in bytes: PCRE2 doubles its memory up to a limit. */
#define MAX_MEMORY		(128u << 20)

#define MAX_TRIES		3
#define ARTICLE_BYTES	1000000

typedef struct Case
{
	const char *name;
	const char *pattern;		/* "@" is replaced by repeats */
	const char *repeats;
	size_t		times;
	size_t		patterns;		/* number of copies of the pattern */
	const char *piece;			/* of the article */
} Case;

static const Case cases[] = {
	{"a long bounded repetition", "(?<quote>\\p{L}{60000})[xq]", "", 0, 1, "мир"},
	{"one that fails", "(?<quote>\\p{L}{65535})", "", 0, 1, "aaaaaaaaaaaaa "},
	{"graphemes", "(?<quote>\\X*+[qx])", "", 0, 1, "é"},
	{"everything", "(?s)(?<quote>.*+[qx])", "", 0, 1, "a "},
	{"looking ahead", "(?s)(?=.*+[qx])(?<quote>[qx])", "", 0, 1, "a"},
	{"letters in either case", "(?i)(?<quote>ж|straße|x)", "", 0, 1, "a"},
	{"a class of 5000 properties", "(?<quote>[x@м]*+[qx])", "\\pN", 5000, 1, "м"},
	{"a class of 100 properties", "(?<quote>[x@м]*+[qx])", "\\p{Lu}", 80, 1, "м"},
	{"a class of 10 properties", "(?<quote>[x@м]*+[qx])", "\\p{Lu}", 10, 1, "м"},
	{"a class of 1500 ranges", "(?<quote>[x@м]*+[qx])", "\\x{2460}", 1500, 1, "м"},
	{"40 long repetitions", "(?<quote>q@)", "|\\p{L}{60000}[qx]", 40, 1, "мир"},
	{"a long lookbehind", "(?<=\\p{L}{60000})(?<quote>[qx])", "", 0, 1, "a"},
	{"many alternatives", "(?<quote>q@)", "|a{9}[bc]", 400, 1, "a"},
	{"1000 patterns", "(?<quote>[XYZ]i)", "", 0, 1000, "a "},
	{"1000 patterns that match", "(?<quote>a)", "", 0, 1000, "a "},
	{"1000 patterns of which each finds something else", "(?<=a{#} )(?<quote>a)", "", 0, 1000, "a aa aaa "},
	{"much memory", "(?<quote>(?:a|b)*)[YZ]", "", 0, 1, "ab"},
	{"much memory without JIT", "(*NO_JIT)(?<quote>(?:a|b)*)[YZ]@", "()", 2000, 1, "ab"},
	{"steps without end", "(?<quote>(a+)+)(?:a+)+$", "", 0, 1, "a"},
	{"repeated words", "(?<quote>(a{20000})\\2\\2\\2[bc])", "", 0, 1, "a"},
};

static double
processor_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Measures the current time of the reference loop, in seconds. */
static double
reference_seconds(void)
{
	double		start = processor_seconds();
	volatile uint32_t kept;
	uint32_t	hash = 1;

	for (uint32_t i = 0; i < REFERENCE_STEPS; i++)
		hash = (hash ^ i) * 0x9E3779B1u;
	kept = hash;
	(void) kept;
	return processor_seconds() - start;
}

/* A host that measures the time between checks, and cancels a call that takes too long. */
typedef struct Watch
{
	TestHost	test;			/* must be first, because it is the host's context */
	double		end;			/* when to cancel */
	double		asked;			/* when the last check was */
	double		silence;		/* the longest time between two checks */
} Watch;

static bool
watch_cancelled(void *context)
{
	Watch	   *watch = context;
	double		now = processor_seconds();

	if (now - watch->asked > watch->silence)
		watch->silence = now - watch->asked;
	watch->asked = now;
	return now > watch->end;
}

static void
watch_open(Watch *watch, double seconds_allowed)
{
	memset(watch, 0, sizeof(*watch));
	host_open(&watch->test);
	watch->test.host.cancelled = watch_cancelled;
	watch->asked = processor_seconds();
	watch->end = watch->asked + seconds_allowed;
}

/* Makes one of the case's patterns; the caller frees it. */
static char *
make_pattern(const Case *c)
{
	const char *at = strchr(c->pattern, '@');
	size_t		head = at == NULL ? strlen(c->pattern) : (size_t) (at - c->pattern);
	char	   *pattern = malloc(strlen(c->pattern) + strlen(c->repeats) * c->times + 1);

	if (pattern == NULL)
		abort();
	memcpy(pattern, c->pattern, head);
	pattern[head] = '\0';
	for (size_t i = 0; i < c->times; i++)
		memcpy(pattern + head + i * strlen(c->repeats), c->repeats, strlen(c->repeats) + 1);
	if (at != NULL)
		memcpy(pattern + head + strlen(c->repeats) * c->times, at + 1, strlen(at + 1) + 1);
	return pattern;
}

static Bytes
make_article(const char *piece)
{
	Bytes		article = {malloc(ARTICLE_BYTES + strlen(piece)), 0};

	if (article.data == NULL)
		abort();
	for (; article.length < ARTICLE_BYTES; article.length += strlen(piece))
		memcpy(article.data + article.length, piece, strlen(piece));
	return article;
}

static NqStatus
compile(Watch *watch, double seconds_allowed, const Case *c, NqSettings **settings, NqError *error)
{
	char	   *pattern = make_pattern(c);
	NqSlice    *slices = calloc(c->patterns, sizeof(NqSlice));
	NqStatus	status;

	if (slices == NULL)
		abort();
	for (size_t i = 0; i < c->patterns; i++)
		slices[i] = slice(pattern);
	watch_open(watch, seconds_allowed);
	status = nq_settings_create(&watch->test.host, slice("english"), NULL, 0, slices, c->patterns, settings, error);
	(void) watch_cancelled(watch);
	free(slices);
	free(pattern);
	return status;
}

static void
keeps_asking(const Case *c)
{
	Bytes		article = make_article(c->piece);
	Watch		keeper;
	Watch		watch;
	NqSettings *settings;
	NqResult	result;
	NqError		error;
	NqStatus	status = NQ_OK;
	double		reference = 0;
	bool		asks = false;

	for (int i = 0; i < MAX_TRIES && !asks; i++)
	{
		NqStatus	compiled;

		reference = reference_seconds();
		compiled = compile(&keeper, reference * TIME_ALLOWED, c, &settings, &error);

		if (compiled != NQ_OK)
		{
			ok(false, "%s", c->name);
			diag("%s: status %d, %s", c->name, (int) compiled, error.message);
			free(article.data);
			return;
		}
		watch_open(&watch, reference * TIME_ALLOWED);
		status = nq_extract(settings, &watch.test.host, article.data, article.length, false, &result, &error);
		(void) watch_cancelled(&watch);
		nq_result_release(&result);
		nq_settings_release(settings);
		asks = keeper.silence <= reference * MAX_SILENCE && watch.silence <= reference * MAX_SILENCE;
	}
	ok(asks && watch.test.peak_bytes <= MAX_MEMORY &&
	   (status == NQ_OK || status == NQ_CANCELLED || status == NQ_RUNAWAY_PATTERN),
	   "%s: %.2f of the reference loop between questions, compiling %.2f, %zu MB; status %d", c->name,
	   watch.silence / reference, keeper.silence / reference,
	   watch.test.peak_bytes >> 20, (int) status);
	free(article.data);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		keeps_asking(&cases[i]);
	return done();
}
