/*
 * standalone.c
 *	  The fuzz target without libFuzzer.
 *
 *	standalone FILE...			replays inputs, and prints TAP
 *	standalone -t FILE...		replays inputs with each failure in turn: of an allocation, or by cancellation
 *	standalone -SECONDS FILE...		mutates them for so long; the input that breaks a promise or
 *								crashes is in the file last-input
 */
#include "fuzz.h"

#include "../unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

/* Copies a piece of a seed with some bytes changed, moved or inserted. */
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

static int
replay(char **paths, int count)
{
	for (int i = 0; i < count; i++)
	{
		Bytes		input = read_file(paths[i]);
		const char *trouble = broken_promise((const uint8_t *) input.data, input.length);

		ok(trouble == NULL, "%s", paths[i]);
		if (trouble != NULL)
			diag("%s", trouble);
		free(input.data);
	}
	forget_settings();
	return done();
}

/* The bytes that inject a failure: see fuzz.c. */
#define FIRST_TROUBLE 128
#define LAST_TROUBLE 255

static int
replay_with_troubles(char **paths, int count)
{
	for (int i = 0; i < count; i++)
	{
		Bytes		input = read_file(paths[i]);
		int			bad = 0;

		for (int trouble = FIRST_TROUBLE; trouble <= LAST_TROUBLE && input.length >= 2; trouble++)
		{
			input.data[1] = (char) trouble;
			bad += broken_promise((const uint8_t *) input.data, input.length) != NULL;
		}
		ok(bad == 0, "%s, with troubles", paths[i]);
		free(input.data);
	}
	forget_settings();
	return done();
}

/* Written before it is tried, so that it remains after a crash, as with libFuzzer. */
static void
keep_input(const uint8_t *input, size_t length)
{
	FILE	   *file = fopen("last-input", "wb");

	if (file == NULL || fwrite(input, 1, length, file) != length || fclose(file) != 0)
	{
		perror("last-input");
		exit(EXIT_FAILURE);
	}
}

static void
mutate_for(long seconds, const Bytes *seeds, size_t count)
{
	static uint8_t input[100000];
	time_t		end = time(NULL) + seconds;
	size_t		runs = 0;

	while (time(NULL) < end)
	{
		size_t		length = 2 + mutate((char *) input + 2, sizeof(input) - 2, &seeds[below(count)]);
		const char *trouble;

		input[0] = (uint8_t) next_random();
		input[1] = below(4) == 0 ? (uint8_t) next_random() : '\n';
		keep_input(input, length);
		trouble = broken_promise(input, length);
		if (trouble != NULL)
		{
			fprintf(stderr, "broken promise: %s\n", trouble);
			exit(EXIT_FAILURE);
		}
		runs++;
	}
	remove("last-input");
	printf("%zu articles\n", runs);
}

int
main(int argc, char **argv)
{
	Bytes	   *seeds;

	if (argc > 2 && strcmp(argv[1], "-t") == 0)
		return replay_with_troubles(argv + 2, argc - 2);
	if (argc < 2 || argv[1][0] != '-')
		return replay(argv + 1, argc - 1);
	if (argc == 2)
		return EXIT_FAILURE;
	seeds = calloc((size_t) argc, sizeof(Bytes));
	if (seeds == NULL)
		return EXIT_FAILURE;
	for (int i = 2; i < argc; i++)
		seeds[i - 2] = read_file(argv[i]);
	mutate_for(strtol(argv[1] + 1, NULL, 10), seeds, (size_t) argc - 2);
	for (int i = 2; i < argc; i++)
		free(seeds[i - 2].data);
	free(seeds);
	forget_settings();
	return EXIT_SUCCESS;
}
