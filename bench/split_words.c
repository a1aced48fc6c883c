/*
 * split_words.c
 *	  The speed at which PCRE2's JIT merely splits a text into words: the yardstick for extract_quotes.
 *
 * Takes a file of UTF-8 and a number of runs; prints the bytes, the words, and the median run in seconds.  The
 * text is validated once, before the clock starts.
 */
#define PCRE2_CODE_UNIT_WIDTH 8

#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec + time.tv_nsec / 1e9;
}

static int
ascending(const void *a, const void *b)
{
	double		x = *(const double *) a;
	double		y = *(const double *) b;

	return (x > y) - (x < y);
}

static void
fail(const char *what)
{
	fprintf(stderr, "split_words: %s\n", what);
	exit(EXIT_FAILURE);
}

static PCRE2_UCHAR *
read_text(const char *path, size_t *length)
{
	FILE	   *file = fopen(path, "rb");
	PCRE2_UCHAR *text;
	long		bytes;

	if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (bytes = ftell(file)) < 0)
		fail("cannot read the file");
	rewind(file);
	text = malloc((size_t) bytes + 1);
	if (text == NULL || fread(text, 1, (size_t) bytes, file) != (size_t) bytes)
		fail("cannot read the file");
	fclose(file);
	*length = (size_t) bytes;
	return text;
}

static size_t
count_words(const pcre2_code *code, pcre2_match_data *match, const PCRE2_UCHAR *text, size_t length)
{
	const PCRE2_SIZE *found = pcre2_get_ovector_pointer(match);
	size_t		count = 0;

	for (PCRE2_SIZE at = 0; pcre2_jit_match(code, text, length, at, 0, match, NULL) > 0; at = found[1])
		count++;
	return count;
}

int
main(int argc, char **argv)
{
	int			runs = argc > 2 ? atoi(argv[2]) : 5;
	double	   *seconds = calloc(runs > 0 ? (size_t) runs : 1, sizeof(double));
	size_t		words = 0;
	size_t		length;
	PCRE2_UCHAR *text;
	pcre2_code *code;
	pcre2_match_data *match;
	PCRE2_SIZE	offset;
	int			error;

	if (argc < 2 || runs < 1 || seconds == NULL)
		fail("usage: split_words FILE [RUNS]");
	text = read_text(argv[1], &length);
	code = pcre2_compile((PCRE2_SPTR) "\\p{L}+", PCRE2_ZERO_TERMINATED, PCRE2_UTF | PCRE2_UCP, &error, &offset, NULL);
	if (code == NULL || pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) != 0)
		fail("PCRE2 has no JIT here");
	match = pcre2_match_data_create_from_pattern(code, NULL);
	if (match == NULL || pcre2_match(code, text, length, 0, 0, match, NULL) < -1)
		fail("the text is not UTF-8");

	for (int i = 0; i < runs; i++)
	{
		double		start = now();

		words = count_words(code, match, text, length);
		seconds[i] = now() - start;
	}
	qsort(seconds, (size_t) runs, sizeof(double), ascending);
	printf("%zu %zu %.6f\n", length, words, seconds[runs / 2]);

	pcre2_match_data_free(match);
	pcre2_code_free(code);
	free(text);
	free(seconds);
	return EXIT_SUCCESS;
}
