/*
 * fuzz.c
 *	  Hostile articles for the engine: anything may come in, every promise must hold.
 *
 * An input is, in this order:
 *
 *	- a byte of options: see the masks below; of a digit they are the low bits;
 *	- a byte of trouble: below 128 none (a line feed is usual), below 192
 *	  the allocation that fails, else the question that is answered with yes;
 *	- with OWN_SETTINGS a line that is a cue and a line that is a pattern;
 *	- the article.
 *
 * So an input can be written by hand, as those in seeds/ are.
 */
#include "fuzz.h"

#include "../unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define INDIRECT		0x01
#define SETTINGS_MASK	0x06
#define FIXED_SETTINGS	0x02
#define OWN_SETTINGS	0x04

/* Questions after which a call ends that has a pattern of the input's own: it may run for long. */
#define PATIENCE		20

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Input
{
	uint8_t		options;
	uint8_t		trouble;
	NqSlice		cue;
	NqSlice		pattern;
	char	   *article;		/* a block of exactly its size, so that a byte read too far is seen */
	size_t		length;
} Input;

/* Takes the first line off the data. */
static NqSlice
take_line(const char **data, size_t *size)
{
	const char *end = memchr(*data, '\n', *size);
	NqSlice		line = {*data, (uint32_t) (end == NULL ? *size : (size_t) (end - *data))};
	size_t		taken = line.length + (end != NULL);

	*data += taken;
	*size -= taken;
	return line;
}

static void
read_input(Input *input, const char *data, size_t size)
{
	memset(input, 0, sizeof(*input));
	input->options = size > 0 ? (uint8_t) data[0] : 0;
	input->trouble = size > 1 ? (uint8_t) data[1] : 0;
	data += size < 2 ? size : 2;
	size -= size < 2 ? size : 2;
	if ((input->options & SETTINGS_MASK) == OWN_SETTINGS)
	{
		input->cue = take_line(&data, &size);
		input->pattern = take_line(&data, &size);
	}
	input->article = malloc(size > 0 ? size : 1);
	if (input->article == NULL)
		abort();
	memcpy(input->article, data, size);
	input->length = size;
}

static NqStatus
create_settings(const Input *input, const NqHost *host, NqSettings **settings, NqError *error)
{
	NqSlice		cues[] = {slice("yodel"), slice("hold forth")};
	NqSlice		patterns[] = {slice("(?m)^(?<speaker>[A-Z]+)[:.] (?<quote>.*)$"), slice("(?<cue>\\w+) <(?<quote>[^>]*)>")};

	if ((input->options & SETTINGS_MASK) == OWN_SETTINGS)
		return nq_settings_create(host, slice("english"), &input->cue, input->cue.length > 0,
								  &input->pattern, input->pattern.length > 0, settings, error);
	if ((input->options & SETTINGS_MASK) == FIXED_SETTINGS)
		return nq_settings_create(host, slice("english"), cues, 2, patterns, 2, settings, error);
	return nq_settings_create(host, slice("english"), NULL, 0, NULL, 0, settings, error);
}

static void
set_trouble(TestHost *test, const Input *input)
{
	if ((input->options & SETTINGS_MASK) == OWN_SETTINGS)
		test->cancel_at = PATIENCE;
	if (input->trouble >= 192)
		test->cancel_at = input->trouble - 191u;
	else if (input->trouble >= 128)
		test->fail_at = input->trouble - 127u;
}

/* Whether a call may end so, given what was in its way and what was asked. */
static bool
may_fail(NqStatus status, const TestHost *test, bool own_settings)
{
	switch (status)
	{
		case NQ_NO_MEMORY:
			return test->fail_at != 0 && test->allocations >= test->fail_at;
		case NQ_CANCELLED:
			return test->cancel_at != 0 && test->questions >= test->cancel_at;
		case NQ_BAD_CUE:
		case NQ_BAD_PATTERN:
		case NQ_NO_QUOTE_GROUP:
		case NQ_RUNAWAY_PATTERN:
			return own_settings;
		default:
			return false;
	}
}

static const char *
error_complaint(NqStatus status, const NqError *error, const TestHost *test, const Input *input)
{
	if (!may_fail(status, test, (input->options & SETTINGS_MASK) == OWN_SETTINGS))
		return "a call fails without a reason";
	if (error->status != status)
		return "an error has another status than the call";
	if (memchr(error->message, '\0', sizeof(error->message)) == NULL)
		return "a message has no end";
	if (status == NQ_BAD_PATTERN && (error->message[0] == '\0' || error->offset > input->pattern.length))
		return "a bad pattern is not explained";
	return NULL;
}

static const char *
try_extraction(const Input *input, const NqSettings *settings, TestHost *test)
{
	bool		indirect = input->options & INDIRECT;
	const char *trouble;
	NqResult	result;
	NqError		error;
	NqStatus	status = nq_extract(settings, &test->host, input->article, input->length, indirect, &result, &error);

	if (status != NQ_OK)
		return result.count == 0 ? error_complaint(status, &error, test, input) : "rows of a call that failed";
	trouble = complaint(input->article, input->length, indirect, &result);
	nq_result_release(&result);
	return trouble;
}

const char *
broken_promise(const uint8_t *data, size_t size)
{
	const char *trouble;
	NqSettings *settings;
	TestHost	keeper;
	TestHost	test;
	NqError		error;
	NqStatus	status;
	Input		input;

	read_input(&input, (const char *) data, size);
	host_open(&keeper);
	host_open(&test);
	set_trouble(&keeper, &input);
	set_trouble(&test, &input);
	status = create_settings(&input, &keeper.host, &settings, &error);
	if (status == NQ_OK)
	{
		trouble = try_extraction(&input, settings, &test);
		nq_settings_release(settings);
	}
	else
		trouble = error_complaint(status, &error, &keeper, &input);
	if (trouble == NULL && (keeper.live != 0 || test.live != 0))
		trouble = "memory is left";
	free(input.article);
	return trouble;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *trouble = broken_promise(data, size);

	if (trouble != NULL)
	{
		fprintf(stderr, "broken promise: %s\n", trouble);
		abort();
	}
	return 0;
}
