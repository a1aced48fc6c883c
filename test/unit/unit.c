/*
 * unit.c
 *	  Functions shared by the engine's tests; see unit.h.
 */
#include "unit.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int	tests;
static int	failures;
static int	diagnostics;			/* since the last test */

bool
ok(bool passed, const char *format,...)
{
	va_list		args;

	printf("%sok %d - ", passed ? "" : "not ", ++tests);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	putchar('\n');
	fflush(stdout);
	failures += !passed;
	diagnostics = 0;
	return passed;
}

void
diag(const char *format,...)
{
	char		line[1000];
	va_list		args;

	if (diagnostics++ >= 5)
		return;
	va_start(args, format);
	vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	fputs("# ", stderr);
	for (const char *c = line; *c != '\0'; c++)
	{
		if (*c == '\n')
			fputs("\\n", stderr);
		else
			fputc(*c, stderr);
	}
	fputc('\n', stderr);
}

int
done(void)
{
	printf("1..%d\n", tests);
	fflush(stdout);
	return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Every block is preceded by its size. */
typedef union Header
{
	size_t		bytes;
	max_align_t align;
} Header;

static void *
test_alloc(void *context, size_t bytes)
{
	TestHost   *test = context;
	Header	   *header;

	test->allocations++;
	if (test->fail_at != 0 &&
		(test->allocations == test->fail_at || (test->fail_on && test->allocations > test->fail_at)))
		return NULL;
	header = malloc(sizeof(Header) + bytes);
	if (header == NULL)
		return NULL;
	header->bytes = bytes;
#ifndef UNPAINTED
	memset(header + 1, 0xa5, bytes);
#endif
	test->live++;
	test->live_bytes += bytes;
	if (test->live_bytes > test->peak_bytes)
		test->peak_bytes = test->live_bytes;
	return header + 1;
}

static void
test_release(void *context, void *block)
{
	TestHost   *test = context;
	Header	   *header = (Header *) block - 1;

	test->live--;
	test->live_bytes -= header->bytes;
	free(header);
}

static bool
test_cancelled(void *context)
{
	TestHost   *test = context;

	test->questions++;
	return test->cancel_at != 0 && test->questions >= test->cancel_at;
}

void
host_open(TestHost *test)
{
	memset(test, 0, sizeof(*test));
	test->host.context = test;
	test->host.alloc = test_alloc;
	test->host.release = test_release;
	test->host.cancelled = test_cancelled;
}

Bytes
read_file(const char *path)
{
	Bytes		bytes = {NULL, 0};
	FILE	   *file = fopen(path, "rb");
	size_t		capacity = 0;

	if (file == NULL)
	{
		perror(path);
		exit(EXIT_FAILURE);
	}
	for (;;)
	{
		size_t		got;

		/* Leaves room for the terminating NUL. */
		if (bytes.length + 1 >= capacity)
			bytes.data = realloc(bytes.data, capacity = capacity * 2 + 65536);
		if (bytes.data == NULL)
			abort();
		got = fread(bytes.data + bytes.length, 1, capacity - bytes.length - 1, file);
		if (got == 0)
			break;
		bytes.length += got;
	}
	fclose(file);
	bytes.data[bytes.length] = '\0';
	return bytes;
}

NqSlice
slice(const char *string)
{
	NqSlice		result = {string, (uint32_t) strlen(string)};

	return result;
}

NqSettings *
settings_of(const NqHost *host, const char *language)
{
	NqSettings *settings;
	NqError		error;

	if (nq_settings_create(host, slice(language), NULL, 0, NULL, 0, &settings, &error) != NQ_OK)
	{
		fprintf(stderr, "no settings of %s: %s\n", language, error.message);
		exit(EXIT_FAILURE);
	}
	return settings;
}

NqSettings *
default_settings(const NqHost *host)
{
	return settings_of(host, "english");
}

/* Byte classes: see the head of nq.h. */
static bool
continues(char c)
{
	return ((unsigned char) c & 0xc0) == 0x80;
}

/* Counts the characters before each byte; the caller frees the array. */
static uint32_t *
count_characters(const char *article, size_t length)
{
	uint32_t   *before = malloc((length + 1) * sizeof(uint32_t));
	uint32_t	count = 0;

	if (before == NULL)
		abort();
	for (size_t i = 0; i < length; i++)
	{
		before[i] = count;
		count += !continues(article[i]);
	}
	before[length] = count;
	return before;
}

/* The length of the character at the beginning of the text; 0 if it is not valid UTF-8. */
static size_t
character_length(const char *text, size_t length)
{
	unsigned char lead = (unsigned char) text[0];
	unsigned char next = length > 1 ? (unsigned char) text[1] : 0;
	size_t		bytes = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;

	if ((lead >= 0x80 && lead < 0xc2) || lead > 0xf4 || bytes > length ||
		(lead == 0xe0 && next < 0xa0) || (lead == 0xed && next > 0x9f) ||
		(lead == 0xf0 && next < 0x90) || (lead == 0xf4 && next > 0x8f))
		return 0;
	for (size_t i = 1; i < bytes; i++)
	{
		if (!continues(text[i]))
			return 0;
	}
	return bytes;
}

static bool
valid(const char *text, size_t length)
{
	while (length > 0)
	{
		size_t		bytes = character_length(text, length);

		if (bytes == 0)
			return false;
		text += bytes;
		length -= bytes;
	}
	return true;
}

/* The article with which rows are compared. */
typedef struct Article
{
	const char *text;
	size_t		length;
	uint32_t   *before;			/* characters before each byte */
	bool		valid;			/* UTF-8 */
	bool		indirect;		/* reported speech was requested */
} Article;

static const char *
span_complaint(const Article *article, NqRange span)
{
	const uint32_t *before = article->before;

	if (span.start == span.end)
		return NULL;
	if (span.start > span.end || span.end > article->length)
		return "a span is out of bounds";
	if (article->valid && !valid(article->text + span.start, span.end - span.start))
		return "a span cuts a character in two";
	if (span.start_chars != before[span.start])
		return "start_chars is wrong";
	if (span.length_chars != before[span.end] - before[span.start])
		return "length_chars is wrong";
	return NULL;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *
speaker_complaint(const Article *article, NqSlice speaker)
{
	if (speaker.data == NULL)
		return NULL;
	if (speaker.length == 0)
		return "a speaker is empty";
	if (speaker.length > NQ_MAX_NAME)
		return "a speaker is too long for a name";
	/* Reads every byte, so that sanitizers detect a bad pointer. */
	if (memchr(speaker.data, '\0', speaker.length) != NULL && memchr(article->text, '\0', article->length) == NULL)
		return "a speaker holds a NUL";
	if (article->valid && !valid(speaker.data, speaker.length))
		return "a speaker is no UTF-8";
	return NULL;
}

static const char *
row_complaint(const Article *article, const NqRow *row)
{
	const char *text = article->text;
	const char *trouble;

	if (row->quote.start >= row->quote.end)
		return "a quote is empty";
	if ((trouble = span_complaint(article, row->quote)) != NULL ||
		(trouble = span_complaint(article, row->cue)) != NULL ||
		(trouble = span_complaint(article, row->mention)) != NULL)
		return trouble;
	if (blank(text[row->quote.start]) || blank(text[row->quote.end - 1]))
		return "a quote is not trimmed";
	if (row->kind != NQ_DIRECT && row->kind != NQ_MIXED && !(article->indirect && row->kind == NQ_INDIRECT))
		return "a kind that was not asked for";
	if (!(row->confidence >= 0 && row->confidence <= 1))
		return "a confidence that is no probability";
	if (row->speaker.data == NULL && row->speaker_type != NQ_NO_TYPE)
		return "a type of nobody";
	if (row->speaker_type != NQ_PERSON && row->speaker_gender != NQ_NO_GENDER)
		return "a gender of what is no person";
	if (row->speaker_type != NQ_PERSON && row->speaker_type != NQ_ORGANISATION && row->speaker_role.data != NULL)
		return "a role of what is neither a person nor an organisation";
	if (row->speaker_role.data != NULL && !row->speaker_named)
		return "a role of somebody described";
	if ((trouble = speaker_complaint(article, row->speaker_role)) != NULL)
		return trouble;
	return speaker_complaint(article, row->speaker);
}

const char *
plain_complaint(const char *text, size_t length, NqSlice words)
{
	if (words.length > length)
		return "plain words are longer than those stored";
	if (valid(text, length) && !valid(words.data, words.length))
		return "plain words are no UTF-8";
	if (words.length > 0 && (blank(words.data[0]) || blank(words.data[words.length - 1])))
		return "plain words are not trimmed";
	for (uint32_t i = 0; i < words.length; i++)
		if ((unsigned char) words.data[i] < ' ')
			return "plain words are not in one line";
	return NULL;
}

/* Checks the reader's text against the rows. */
static const char *
reading_complaint(const Article *article, const NqResult *result)
{
	if (result->reading.data == NULL)
		return NULL;
	if (result->reading.length > 2 * article->length)
		return "the reading is longer than the article";
	if (article->valid && !valid(result->reading.data, result->reading.length))
		return "the reading is no UTF-8";
	for (size_t i = 0; i < result->count; i++)
	{
		uint32_t	start = nq_reading_place(result, result->rows[i].quote.start);
		uint32_t	end = nq_reading_place(result, result->rows[i].quote.end);

		if (start >= end || end > result->reading.length)
			return "a quote is not in the reading";
		if (blank(result->reading.data[start]) || blank(result->reading.data[end - 1]))
			return "a quote is not trimmed in the reading";
	}
	return NULL;
}

const char *
complaint(const char *text, size_t length, bool indirect, const NqResult *result)
{
	Article		article = {text, length, count_characters(text, length), valid(text, length), indirect};
	const char *trouble = NULL;
	uint32_t	utterances = 0;
	uint32_t	marked_end = 0;

	for (size_t i = 0; i < result->count && trouble == NULL; i++)
	{
		const NqRow *row = &result->rows[i];

		trouble = row_complaint(&article, row);
		if (i > 0 && (row[-1].quote.start > row->quote.start ||
					  (row[-1].quote.start == row->quote.start && row[-1].quote.end < row->quote.end)))
			trouble = "rows are out of order";
		if (row->utterance < 1 || row->utterance > utterances + 1)
			trouble = "utterances are not numbered in order of appearance";
		if (row->utterance > utterances)
			utterances = row->utterance;
		if (row->kind != NQ_INDIRECT)
		{
			if (row->quote.start < marked_end)
				trouble = "marked spans overlap";
			marked_end = row->quote.end;
		}
	}
	if (trouble == NULL)
		trouble = reading_complaint(&article, result);
	free(article.before);
	return trouble;
}

static const char *
candidate_complaint(const Article *article, const NqCandidate *candidate)
{
	const char *trouble;

	if (candidate->quote.start >= candidate->quote.end)
		return "a quote is empty";
	if ((trouble = span_complaint(article, candidate->quote)) != NULL ||
		(trouble = span_complaint(article, candidate->mention)) != NULL)
		return trouble;
	if (!(candidate->probability >= 0 && candidate->probability <= 1))
		return "a probability that is none";
	return speaker_complaint(article, candidate->speaker);
}

const char *
candidates_complaint(const char *text, size_t length, const NqCandidates *result)
{
	Article		article = {text, length, count_characters(text, length), valid(text, length), false};
	const char *trouble = NULL;

	for (size_t i = 0; i < result->count && trouble == NULL; i++)
	{
		const NqCandidate *candidate = &result->candidates[i];
		bool		same_quote = i > 0 && candidate[-1].quote.start == candidate->quote.start;

		trouble = candidate_complaint(&article, candidate);
		if (candidate->rank != (same_quote ? candidate[-1].rank + 1 : 1))
			trouble = "candidates are not ranked from 1 on";
		if (same_quote && candidate[-1].probability < candidate->probability)
			trouble = "a candidate is more probable than the one before it";
		if (i > 0 && candidate[-1].quote.start > candidate->quote.start)
			trouble = "candidates are out of order";
	}
	free(article.before);
	return trouble;
}

static bool
same_span(NqRange a, NqRange b)
{
	return a.start == b.start && a.end == b.end &&
		(a.start == a.end || (a.start_chars == b.start_chars && a.length_chars == b.length_chars));
}

static bool
same_slice(NqSlice a, NqSlice b)
{
	if (a.data == NULL || b.data == NULL)
		return a.data == b.data;
	return a.length == b.length && memcmp(a.data, b.data, a.length) == 0;
}

bool
same_result(const NqResult *a, const NqResult *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
	{
		const NqRow *x = &a->rows[i];
		const NqRow *y = &b->rows[i];

		if (!same_slice(x->speaker, y->speaker) || !same_span(x->quote, y->quote) ||
			!same_span(x->cue, y->cue) || !same_span(x->mention, y->mention) ||
			x->kind != y->kind || x->utterance != y->utterance || x->confidence != y->confidence ||
			x->speaker_type != y->speaker_type || x->speaker_named != y->speaker_named || x->speaker_gender != y->speaker_gender ||
			!same_slice(x->speaker_role, y->speaker_role) || x->asserted != y->asserted)
			return false;
	}
	return true;
}
