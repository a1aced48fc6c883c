/*
 * linear.c
 *	  Long articles of pathological shapes: work and memory are proportional to the length, and interrupts are
 *	  checked all the time.
 *
 * linear SHAPES reads the shapes from a file (see test/pathological.tsv).  Each is read with and without
 * reported speech, at two lengths with a ratio of ten: quadratic behaviour takes a hundred times the work.
 * Work is counted (work.h), not timed, so that the load of the machine does not matter.
 */
#include "unit.h"
#include "work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHORT_BYTES		150000
#define LONG_BYTES		1500000

/* The maximal ratio of work and of memory for ten times the length. */
#define MAX_RATIO		25

/* Work per byte from which an article is given up. */
#define MAX_WORK_OF_BYTE	20000

/* The most work between two interrupt checks: a few milliseconds. */
#define MAX_SILENCE		2000000

#define MAX_PIECE		1000

/* A host that measures the work between checks, and cancels a call that takes too much. */
typedef struct Watch
{
	TestHost	test;			/* must be first, because it is the host's context */
	uint64_t	end;			/* when to cancel */
	uint64_t	asked;			/* when the last check was */
	uint64_t	silence;		/* the most work between two checks */
} Watch;

static void
note_work(Watch *watch)
{
	if (work_done - watch->asked > watch->silence)
		watch->silence = work_done - watch->asked;
	watch->asked = work_done;
}

static bool
watch_cancelled(void *context)
{
	Watch	   *watch = context;

	note_work(watch);
	return watch->asked > watch->end;
}

typedef struct Figures
{
	uint64_t	work;
	uint64_t	silence;
	size_t		peak_bytes;
	const char *trouble;		/* NULL: none */
} Figures;

static Figures
measure(const NqSettings *settings, Bytes article, bool indirect)
{
	Watch		watch;
	Figures		figures;
	NqResult	result;
	NqError		error;
	NqStatus	status;
	uint64_t	start = work_done;

	memset(&watch, 0, sizeof(watch));
	host_open(&watch.test);
	watch.test.host.cancelled = watch_cancelled;
	watch.asked = start;
	watch.end = start + article.length * MAX_WORK_OF_BYTE;
	status = nq_extract(settings, &watch.test.host, article.data, article.length, indirect, &result, &error);
	note_work(&watch);
	figures.work = watch.asked - start;

	if (status == NQ_OK)
		figures.trouble = complaint(article.data, article.length, indirect, &result);
	else
		figures.trouble = status == NQ_CANCELLED ? "it takes too much work" : "extraction fails";

	watch.asked = work_done;
	nq_result_release(&result);
	note_work(&watch);
	figures.silence = watch.silence;
	figures.peak_bytes = watch.test.peak_bytes;
	return figures;
}

/* Expands "\n" to a line feed and "\xHH" to a byte. */
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

/* Writes a number with the letters a to j as digits; returns its length. */
static size_t
put_number(char *to, size_t number)
{
	size_t		digits = (size_t) sprintf(to, "%zu", number);

	for (size_t i = 0; i < digits; i++)
		to[i] = (char) (to[i] - '0' + 'a');
	return digits;
}

/* Repeats a piece up to the length. */
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

/* Describes what is wrong with the second figures, which should be about ten times the first. */
static const char *
trouble_of(const Figures *brief, const Figures *full)
{
	if (full->trouble != NULL)
		return full->trouble;
	if (full->work > brief->work * MAX_RATIO)
		return "work is not linear";
	if (full->peak_bytes > brief->peak_bytes * MAX_RATIO)
		return "memory is not linear";
	if (full->silence > MAX_SILENCE)
		return "it does not ask whether to go on";
	return NULL;
}

static void
stays_linear(const NqSettings *settings, const char *name, const char *piece, Bytes *article, bool indirect)
{
	Figures		brief;
	Figures		full;
	const char *trouble;

	fill(article, SHORT_BYTES, piece);
	brief = measure(settings, *article, indirect);
	fill(article, LONG_BYTES, piece);
	full = measure(settings, *article, indirect);
	trouble = trouble_of(&brief, &full);
	ok(trouble == NULL, "%s%s: %.1f units of work a byte, %.1f times the work, %.0f thousand units between questions, %.0f times the memory",
	   name, indirect ? ", reported speech" : "",
	   (double) full.work / (double) article->length, (double) full.work / (double) brief.work,
	   (double) full.silence / 1e3, (double) full.peak_bytes / (double) article->length);
	if (trouble != NULL)
		diag("%s: %s", name, trouble);
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
