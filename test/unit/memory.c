/*
 * memory.c
 *	  Every allocation fails in turn, and every check returns "cancelled" in turn: the engine unwinds, leaks
 *	  nothing, and returns the right status.
 *
 *	memory [REPEATS]
 */
#include "core/base/arena.h"
#include "texts.h"
#include "unit.h"

#include <stdlib.h>
#include <string.h>

/*
 * The sample, repeated many times: in a short article one block holds every array, in this one each array has
 * to grow by allocations of its own.
 */
static Bytes article;

static void
repeat(const char *text, size_t repeats)
{
	size_t		length = strlen(text);

	free(article.data);
	article.data = malloc(length * repeats);
	if (article.data == NULL)
		abort();
	for (article.length = 0; article.length < length * repeats; article.length += length)
		memcpy(article.data + article.length, text, length);
}

static void
make_article(size_t repeats)
{
	repeat(sample, repeats);
}

/* The same as HTML, for which the reader's text and its runs are arrays of their own. */
static void
make_page(size_t repeats)
{
	static const char begin[] = "<div class=\"story\"><p><b>One</b>&nbsp;";
	static const char end[] = "</p></div>\n";
	size_t		length = strlen(sample);
	char	   *page = malloc(sizeof(begin) + length + sizeof(end));

	if (page == NULL)
		abort();
	memcpy(page, begin, sizeof(begin) - 1);
	memcpy(page + sizeof(begin) - 1, sample, length);
	memcpy(page + sizeof(begin) - 1 + length, end, sizeof(end));
	repeat(page, repeats);
	free(page);
}

/* Creates settings with everything in them and extracts; sets nothing on failure. */
static NqStatus
run(TestHost *test, bool patterns, bool indirect, NqSettings **settings, NqResult *result, NqError *error)
{
	NqSlice		cues[] = {slice("yodel"), slice("quip")};
	NqSlice		pattern[] = {slice("(?<speaker>[A-Z]\\w+): (?<quote>\\w+)"), slice("(?<quote>\\d+)")};
	NqStatus	status;

	memset(error, 0, sizeof(*error));
	status = nq_settings_create(&test->host, slice("english"), cues, 2, pattern, patterns ? 2 : 0,
								settings, error);
	if (status != NQ_OK)
		return status;
	status = nq_extract(*settings, &test->host, article.data, article.length, indirect, result, error);
	if (status != NQ_OK)
	{
		nq_settings_release(*settings);
		*settings = NULL;
	}
	return status;
}

static void
finish(NqSettings *settings, NqResult *result)
{
	nq_result_release(result);
	nq_settings_release(settings);
}

/* Whether the call fails cleanly or succeeds without the allocation (JIT only improves speed). */
static bool
fails_cleanly(bool patterns, bool indirect, size_t at, bool on, const NqResult *wanted)
{
	TestHost	test;
	NqSettings *settings;
	NqResult	result;
	NqError		error;
	NqStatus	status;
	bool		good;

	host_open(&test);
	test.fail_at = at;
	test.fail_on = on;
	status = run(&test, patterns, indirect, &settings, &result, &error);
	if (status == NQ_OK)
	{
		good = same_result(&result, wanted);
		finish(settings, &result);
	}
	else
		good = status == NQ_NO_MEMORY && error.status == NQ_NO_MEMORY;
	if (!good || test.live != 0)
		diag("allocation %zu: status %d, %zu blocks left", at, (int) status, test.live);
	return good && test.live == 0;
}

static void
failures(bool patterns, bool indirect)
{
	TestHost	test;
	NqSettings *settings;
	NqResult	wanted;
	NqError		error;
	size_t		allocations;
	size_t		bad = 0;

	host_open(&test);
	if (!ok(run(&test, patterns, indirect, &settings, &wanted, &error) == NQ_OK, "with memory it works"))
		return;
	allocations = test.allocations;
	for (size_t at = 1; at <= allocations; at++)
	{
		bad += !fails_cleanly(patterns, indirect, at, false, &wanted);
		bad += !fails_cleanly(patterns, indirect, at, true, &wanted);
	}
	ok(bad == 0, "each of %zu allocations may fail%s%s", allocations,
	   patterns ? ", with patterns" : "", indirect ? ", with reported speech" : "");
	finish(settings, &wanted);
	ok(test.live == 0, "nothing is left allocated");
}

static void
cancellations(bool patterns, bool indirect)
{
	size_t		questions = 0;
	size_t		bad = 0;

	for (;;)
	{
		TestHost	test;
		NqSettings *settings;
		NqResult	result;
		NqError		error;
		NqStatus	status;

		host_open(&test);
		test.cancel_at = questions + 1;
		status = run(&test, patterns, indirect, &settings, &result, &error);
		if (status == NQ_OK)
		{
			finish(settings, &result);
			bad += test.live != 0;
			break;
		}
		bad += status != NQ_CANCELLED || error.status != NQ_CANCELLED || test.live != 0;
		questions++;
	}
	ok(bad == 0, "cancelled at each of %zu questions%s%s", questions,
	   patterns ? ", with patterns" : "", indirect ? ", with reported speech" : "");
	ok(questions > 0, "the question is asked");
}

/* The last allocation fails in articles of many lengths; in some of them it is that of the result. */
static void
last_failures(void)
{
	size_t		bad = 0;

	for (size_t repeats = 1; repeats <= 40; repeats++)
	{
		TestHost	test;
		NqSettings *settings;
		NqResult	wanted;
		NqError		error;

		make_article(repeats);
		host_open(&test);
		bad += run(&test, false, false, &settings, &wanted, &error) != NQ_OK;
		bad += !fails_cleanly(false, false, test.allocations, false, &wanted);
		finish(settings, &wanted);
	}
	ok(bad == 0, "the last allocation of an article may fail, however long it is");
}

/* Like fails_cleanly() and cancellations(), for candidates: whether the run fails as expected or succeeds. */
static bool
candidates_fail(const NqSettings *settings, size_t fail_at, size_t cancel_at, bool *done)
{
	TestHost	test;
	NqCandidates candidates;
	NqError		error;
	NqStatus	status;

	host_open(&test);
	test.fail_at = fail_at;
	test.cancel_at = cancel_at;
	status = nq_extract_candidates(settings, &test.host, article.data, article.length, &candidates, &error);
	*done = status == NQ_OK;
	if (*done && candidates_complaint(article.data, article.length, &candidates) != NULL)
		return false;
	nq_candidates_release(&candidates);
	return (*done || status == (fail_at > 0 ? NQ_NO_MEMORY : NQ_CANCELLED)) && test.live == 0;
}

static void
candidates(bool cancel)
{
	TestHost	test;
	NqSettings *settings;
	size_t		bad = 0;
	bool		done = false;
	size_t		at;

	host_open(&test);
	settings = default_settings(&test.host);
	for (at = 1; !done; at++)
		bad += !candidates_fail(settings, cancel ? 0 : at, cancel ? at : 0, &done);
	ok(bad == 0, "of candidates, %zu %s", at - 2, cancel ? "questions may be answered with yes" : "allocations may fail");
	nq_settings_release(settings);
}

/* Like candidates_fail(), for nq_plain_words(). */
static bool
plain_fails(size_t fail_at, size_t cancel_at, bool *done)
{
	TestHost	test;
	NqPlain		plain;
	NqError		error;
	NqStatus	status;

	host_open(&test);
	test.fail_at = fail_at;
	test.cancel_at = cancel_at;
	status = nq_plain_words(&test.host, article.data, article.length, &plain, &error);
	*done = status == NQ_OK;
	if (*done && plain_complaint(article.data, article.length, plain.words) != NULL)
		return false;
	nq_plain_release(&plain);
	return (*done || (status == (fail_at > 0 ? NQ_NO_MEMORY : NQ_CANCELLED) && error.status == status)) && test.live == 0;
}

static void
plain_words(bool cancel)
{
	size_t		bad = 0;
	bool		done = false;
	size_t		at;

	for (at = 1; !done; at++)
		bad += !plain_fails(cancel ? 0 : at, cancel ? at : 0, &done);
	ok(bad == 0 && at > 2, "of plain words, %zu %s", at - 2, cancel ? "questions may be answered with yes" : "allocations may fail");
}

/* In some lengths, the last allocation of a slice is that of the result. */
static void
plain_limits(void)
{
	NqPlain		plain;
	NqError		error;
	TestHost	test;
	size_t		bad = 0;

	for (size_t repeats = 1; repeats <= 40; repeats++)
	{
		bool		done;

		make_page(repeats);
		host_open(&test);
		bad += nq_plain_words(&test.host, article.data, article.length, &plain, &error) != NQ_OK;
		nq_plain_release(&plain);
		bad += !plain_fails(test.allocations, 0, &done) || done;
	}
	ok(bad == 0, "the last allocation of plain words may fail, however many they are");
	host_open(&test);
	ok(nq_plain_words(&test.host, article.data, NQ_MAX_ARTICLE + 1, &plain, &error) == NQ_TOO_LARGE && plain.memory == NULL,
	   "too large a slice is refused before it is read");
}

/* An ordinary block that is full to the last byte is not the block of a large request. */
static void
dropping(void)
{
	TestHost	test;
	Arena		arena;
	char	   *first;
	char	   *second;
	char	   *large;
	size_t		before;

	host_open(&test);
	nq_arena_init(&arena, &test.host, 256);
	first = nq_arena_alloc(&arena, 128);
	second = nq_arena_alloc(&arena, 128);
	nq_arena_alloc(&arena, 64);	/* begins the next block */
	memset(second, 'x', 128);
	before = test.live;
	nq_arena_drop(&arena, first);
	ok(test.live == before && second[127] == 'x', "a small thing is not given back with its neighbours");
	large = nq_arena_alloc(&arena, 1000);
	nq_arena_drop(&arena, large);
	ok(test.live == before, "a large thing is given back by itself");
	nq_arena_release(&arena);
	ok(test.live == 0, "and all of the others together");
}

/* Moving much memory takes long enough to be cancelled. */
static void
growing(void)
{
	TestHost	test;
	Arena		arena;
	uint64_t   *numbers = NULL;
	uint32_t	capacity = 2 << 20;

	host_open(&test);
	nq_arena_init(&arena, &test.host, 256);
	ok(nq_reserve(&arena, (void **) &numbers, &capacity, 0, sizeof(uint64_t)), "an array of 16 MB is made");
	memset(numbers, 'x', capacity * sizeof(uint64_t));
	test.cancel_at = test.questions + 2;
	ok(!nq_reserve(&arena, (void **) &numbers, &capacity, capacity, sizeof(uint64_t)) && arena.cancelled,
	   "its growth is cancelled half way");
	nq_arena_release(&arena);
	ok(test.live == 0, "and leaves nothing");
}

int
main(int argc, char **argv)
{
	size_t		repeats = argc > 1 ? strtoul(argv[1], NULL, 10) : 300;

	dropping();
	growing();
	make_article(repeats);
	failures(false, false);
	failures(false, true);
	failures(true, true);
	candidates(false);
	make_page(repeats);
	failures(false, true);
	plain_words(false);
	plain_words(true);
	make_article(repeats / 15 + 1);
	candidates(true);
	cancellations(false, false);
	/* Patterns check for interrupts often. */
	make_article(repeats / 75 + 1);
	cancellations(true, true);
	last_failures();
	plain_limits();
	free(article.data);
	return done();
}
