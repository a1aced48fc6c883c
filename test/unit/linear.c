/*
 * linear.c
 *	  Long articles of every pathological shape take time and memory in proportion
 *	  to their length, and the engine keeps asking whether to go on.
 *
 * linear SHAPES reads the shapes from a file (test/pathological.tsv says how).
 * Each is read with and without reported speech, at two lengths of which the
 * second is ten times the first: what is quadratic takes a hundred times as long.
 * Times are the processor's own, and of a few tries the best one counts, so that a
 * busy machine changes nothing.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SHORT_BYTES		1000000
#define LONG_BYTES		10000000

/*
 * How many times the time and the memory ten times the length may take.  Thirty
 * may be where the short article's memory is there already and the long one's is not.
 */
#define MAX_RATIO		60

/* Less is too little to compare; more is given up, for it would be a hundred times too slow. */
#define MIN_SECONDS		0.02
#define MAX_SECONDS		10.0

/* The longest time without a question, in seconds. */
#define MAX_SILENCE		0.1

#define MAX_TRIES		3
#define MAX_PIECE		1000

static double
processor_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* A host that takes the time between questions, and ends what takes too long. */
typedef struct Watch
{
	TestHost	test;			/* first, since the host's context is both */
	double		end;			/* when the answer becomes yes */
	double		asked;			/* when the last question was */
	double		silence;		/* the longest time without one */
} Watch;

static void
take_time(Watch *watch)
{
	double		now = processor_seconds();

	if (now - watch->asked > watch->silence)
		watch->silence = now - watch->asked;
	watch->asked = now;
}

static bool
watch_cancelled(void *context)
{
	Watch	   *watch = context;

	take_time(watch);
	return watch->asked > watch->end;
}

typedef struct Figures
{
	double		seconds;
	double		silence;
	size_t		peak_bytes;
	const char *trouble;		/* NULL: none */
} Figures;

static Figures
measure(const NqSettings *settings, Bytes article, bool indirect, double seconds_allowed)
{
	Watch		watch;
	Figures		figures;
	NqResult	result;
	NqError		error;
	NqStatus	status;
	double		start;

	memset(&watch, 0, sizeof(watch));
	host_open(&watch.test);
	watch.test.host.cancelled = watch_cancelled;
	start = processor_seconds();
	watch.asked = start;
	watch.end = start + seconds_allowed;
	status = nq_extract(settings, &watch.test.host, article.data, article.length, indirect, &result, &error);
	take_time(&watch);
	figures.seconds = watch.asked - start;

	if (status == NQ_OK)
		figures.trouble = complaint(article.data, article.length, indirect, &result);
	else
		figures.trouble = status == NQ_CANCELLED ? "it takes too long" : "extraction fails";

	watch.asked = processor_seconds();
	nq_result_release(&result);
	take_time(&watch);
	figures.silence = watch.silence;
	figures.peak_bytes = watch.test.peak_bytes;
	return figures;
}

/* "\n" is a line feed, "\xHH" a byte; the rest stands for itself. */
static void
unescape(char *to, const char *from)
{
	while (*from != '\0')
	{
		if (strncmp(from, "\\x", 2) == 0 && strlen(from) >= 4)
		{
			char		digits[] = {from[2], from[3], '\0'};

			*to++ = (char) strtol(digits, NULL, 16);
			from += 4;
		}
		else if (strncmp(from, "\\n", 2) == 0)
		{
			*to++ = '\n';
			from += 2;
		}
		else
			*to++ = *from++;
	}
	*to = '\0';
}

/* A number, its digits as the letters a to j; returns how many. */
static size_t
put_number(char *to, size_t number)
{
	size_t		digits = (size_t) sprintf(to, "%zu", number);

	for (size_t i = 0; i < digits; i++)
		to[i] = (char) (to[i] - '0' + 'a');
	return digits;
}

/* As many whole pieces as reach the length. */
static void
fill(Bytes *article, size_t length, const char *piece)
{
	article->length = 0;
	for (size_t number = 1; article->length < length; number++)
	{
		for (const char *c = piece; *c != '\0'; c++)
		{
			if (*c == '#')
				article->length += put_number(article->data + article->length, number);
			else
				article->data[article->length++] = *c;
		}
	}
}

/* Fills in trouble when the second is not ten times the first, by and large. */
static void
compare(const Figures *brief, Figures *full)
{
	if (full->trouble != NULL)
		return;
	if (full->seconds > MIN_SECONDS && full->seconds > brief->seconds * MAX_RATIO)
		full->trouble = "time is not linear";
	else if (full->peak_bytes > brief->peak_bytes * MAX_RATIO)
		full->trouble = "memory is not linear";
	else if (full->silence > MAX_SILENCE)
		full->trouble = "it does not ask whether to go on";
}

static void
stays_linear(const NqSettings *settings, const char *name, const char *piece, Bytes *article, bool indirect)
{
	Figures		brief;
	Figures		full;

	for (int i = 0; i < MAX_TRIES; i++)
	{
		fill(article, SHORT_BYTES, piece);
		brief = measure(settings, *article, indirect, MAX_SECONDS / 10);
		fill(article, LONG_BYTES, piece);
		full = measure(settings, *article, indirect, MAX_SECONDS);
		compare(&brief, &full);
		if (full.trouble == NULL || full.seconds > MAX_SECONDS)
			break;
	}
	ok(full.trouble == NULL, "%s%s: %.0f MB/s, %.0f times the time, %.0f ms between questions, %.0f times the memory",
	   name, indirect ? ", reported speech" : "",
	   (double) article->length / full.seconds / 1e6, full.seconds / brief.seconds, full.silence * 1e3,
	   (double) full.peak_bytes / (double) article->length);
	if (full.trouble != NULL)
		diag("%s: %s", name, full.trouble);
}

int
main(int argc, char **argv)
{
	TestHost	test;
	NqSettings *settings;
	Bytes		shapes;
	Bytes		article = {NULL, 0};

	if (argc != 2)
		return EXIT_FAILURE;
	article.data = malloc(LONG_BYTES + 2 * MAX_PIECE);
	if (article.data == NULL)
		return EXIT_FAILURE;
	host_open(&test);
	settings = default_settings(&test.host);
	shapes = read_file(argv[1]);
	for (char *line = strtok(shapes.data, "\n"); line != NULL; line = strtok(NULL, "\n"))
	{
		char	   *tab = strchr(line, '\t');
		char		piece[MAX_PIECE];

		if (line[0] == '#' || tab == NULL || strlen(tab) >= sizeof(piece))
			continue;
		*tab = '\0';
		unescape(piece, tab + 1);
		stays_linear(settings, line, piece, &article, false);
		stays_linear(settings, line, piece, &article, true);
	}
	free(shapes.data);
	free(article.data);
	nq_settings_release(settings);
	return done();
}
