/*
 * fuzz.c
 *	  Hostile articles for the engine: anything may come in, every promise must hold.
 *
 * The first byte chooses the options, the rest is the article.  Built with
 * -fsanitize=fuzzer where the compiler has it; with -DSTANDALONE there is a main
 * that mutates the files it is given, for as many seconds as it is told.
 */
#include "../unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(bool good, const char *what)
{
	if (!good)
	{
		fprintf(stderr, "broken promise: %s\n", what);
		abort();
	}
}

/* Settings without and with additions, made once. */
static const NqSettings *
settings(const TestHost *test, bool additions)
{
	static NqSettings *made[2];
	NqSlice		cues[] = {slice("yodel"), slice("hold forth")};
	NqSlice		patterns[] = {slice("(?m)^(?<speaker>[A-Z]+)[:.] (?<quote>.*)$"), slice("(?<cue>\\w+) <(?<quote>[^>]*)>")};
	NqError		error;

	if (made[additions] == NULL)
		check(nq_settings_create(&test->host, slice("english"), cues, additions ? 2 : 0,
								 patterns, additions ? 2 : 0, &made[additions], &error) == NQ_OK, "settings");
	return made[additions];
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static TestHost keeper;
	TestHost	test;
	NqResult	result;
	NqError		error;
	const char *trouble;
	bool		indirect;
	bool		additions;

	if (size == 0)
		return 0;
	if (keeper.host.alloc == NULL)
		host_open(&keeper);
	host_open(&test);
	indirect = data[0] & 1;
	additions = (data[0] & 6) == 6;
	check(nq_extract(settings(&keeper, additions), &test.host, (const char *) data + 1, size - 1,
					 indirect, &result, &error) == NQ_OK, "extraction fails");
	trouble = complaint((const char *) data + 1, size - 1, indirect, &result);
	check(trouble == NULL, trouble);
	nq_result_release(&result);
	check(test.live == 0, "memory is left");
	return 0;
}

#ifdef STANDALONE

static uint64_t
next_random(void)
{
	static uint64_t state = 0x9e3779b97f4a7c15u;

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state;
}

static size_t
below(size_t limit)
{
	return limit == 0 ? 0 : (size_t) (next_random() % limit);
}

static const char *const tokens[] = {
	"“", "”", "‘", "’", "\"", "'", "''", "``", "«", "»", "„", "「", "&quot;", "&ldquo;", "&#8220;", "\n", "\n\n", " said ",
	" he said", "said that ", "according to ", "Mr. ", ", ", ". ", ": ", "—", "U.S. ", " and ", "\xff", "\xe2\x80", "🙂", "́"
};

/* A piece of a seed with some of its bytes changed, moved, or set between. */
static size_t
mutate(char *out, size_t capacity, const Bytes *seed)
{
	size_t		start = below(seed->length);
	size_t		length = below(seed->length - start);
	size_t		changes = 1 + below(20);

	if (length > capacity / 2)
		length = capacity / 2;
	memcpy(out, seed->data + start, length);
	for (size_t i = 0; i < changes; i++)
	{
		const char *token = tokens[below(sizeof(tokens) / sizeof(tokens[0]))];
		size_t		bytes = strlen(token);
		size_t		at = below(length);
		size_t		run = below(length - at < 200 ? length - at : 200);

		switch (below(4))
		{
			case 0:				/* insert */
				if (length + bytes > capacity)
					break;
				memmove(out + at + bytes, out + at, length - at);
				memcpy(out + at, token, bytes);
				length += bytes;
				break;
			case 1:				/* delete */
				memmove(out + at, out + at + run, length - at - run);
				length -= run;
				break;
			case 2:				/* overwrite */
				if (length > 0)
					out[at] = (char) next_random();
				break;
			default:			/* repeat */
				if (length + run > capacity)
					break;
				memmove(out + at + run, out + at, length - at);
				length += run;
				break;
		}
	}
	return length;
}

/* fuzz SECONDS FILE... */
int
main(int argc, char **argv)
{
	time_t		end = time(NULL) + (argc > 1 ? atol(argv[1]) : 0);
	size_t		capacity = 100000;
	uint8_t    *input = malloc(capacity + 1);
	Bytes	   *seeds = calloc((size_t) argc, sizeof(Bytes));
	size_t		seed_count = 0;
	size_t		runs = 0;

	if (input == NULL || seeds == NULL || argc < 3)
		return EXIT_FAILURE;
	for (int i = 2; i < argc; i++)
		seeds[seed_count++] = read_file(argv[i]);
	while (time(NULL) < end)
	{
		for (int i = 0; i < 100; i++, runs++)
		{
			size_t		length = mutate((char *) input + 1, capacity, &seeds[below(seed_count)]);

			input[0] = (uint8_t) next_random();
			/* The input of a crash is kept, as libFuzzer does. */
			FILE	   *file = fopen("last-input", "wb");

			if (file != NULL)
			{
				fwrite(input, 1, length + 1, file);
				fclose(file);
			}
			LLVMFuzzerTestOneInput(input, length + 1);
		}
	}
	for (size_t i = 0; i < seed_count; i++)
		free(seeds[i].data);
	free(seeds);
	free(input);
	printf("%zu articles\n", runs);
	return EXIT_SUCCESS;
}

#endif							/* STANDALONE */
