/*
 * fuzz.c
 *	  Hostile input for the engine: for any input, every promise must hold.
 *
 * An input is, in this order:
 *
 *	- a byte of options, see the masks below: the low bits of a digit (or of ":;<=>?") for an English article; a byte
 *	  from blank to slash for a Spanish one, smaller bytes for French and German; a capital letter or "@" if the rest
 *	  is a name, whose key is made; a byte from 128 for two quotations to compare, the first one ending with its
 *	  line; a byte from 192 for an article whose language is detected;
 *	- a byte of trouble: below 128 none (usually a line feed), below 192 the allocation that fails, otherwise the
 *	  check that cancels the call;
 *	- with OWN_CUE, a line that is a cue;
 *	- with OWN_PATTERN, a line that is a pattern;
 *	- the article.
 *
 * So an input can be written by hand, like those in seeds/.
 *
 * Settings that do not depend on the input are made once, because they take a hundred times as long as a short
 * article.  Those of an input's own cue cost as much, so that the last ones are kept; patterns are cheaper.
 */
#include "fuzz.h"

#include "../unit/unit.h"
#include "core/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define INDIRECT		0x01
#define SETTINGS_MASK	0x06
#define FIXED_SETTINGS	0x02
#define OWN_PATTERN		0x04	/* with FIXED_SETTINGS, both bits: an own cue as well */
#define OWN_CUE			0x06
#define CANDIDATES		0x08	/* possible speakers instead of rows */
#define LANGUAGE_MASK	0x30	/* in a digit, English */
#define TARGET_MASK		0xc0
#define TARGET_KEY		0x40
#define TARGET_QUOTE	0x80
#define TARGET_LANGUAGE	0xc0

/* Checks after which a call with a pattern of the input's own is cancelled, because it may run long. */
#define PATIENCE		2000

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Input
{
	uint8_t		options;
	uint8_t		trouble;
	NqSlice		cue;
	NqSlice		pattern;
	char	   *article;		/* a block of exactly its size, so that sanitizers detect reading beyond it */
	size_t		length;
} Input;

/* Whether an input has patterns and cues: only articles do. */
static bool
has_own_settings(const Input *input)
{
	return (input->options & (TARGET_MASK | OWN_PATTERN)) == OWN_PATTERN;
}

/* Removes the first line from the data. */
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
	if ((input->options & (TARGET_MASK | SETTINGS_MASK)) == OWN_CUE)
		input->cue = take_line(&data, &size);
	if (has_own_settings(input))
		input->pattern = take_line(&data, &size);
	input->article = malloc(size > 0 ? size : 1);
	if (input->article == NULL)
		abort();
	memcpy(input->article, data, size);
	input->length = size;
}

/* Indexed by the bits of the options. */
static const char *const languages[] = {"german", "french", "spanish", "english"};

#define LANGUAGES (sizeof(languages) / sizeof(languages[0]))

/*
 * The settings that are kept: those of all inputs, plain and with cues and patterns, and those of the last own
 * cue.
 */
static NqSettings *fixed[LANGUAGES][2];
static NqSettings *of_cue;

/* Returns settings shared by all inputs of a language: with or without cues and patterns. */
static const NqSettings *
fixed_settings(size_t language, bool more)
{
	static TestHost keepers[LANGUAGES][2];
	TestHost   *keeper = &keepers[language][more];
	NqSlice		cues[] = {slice("yodel"), slice("hold forth")};
	NqSlice		patterns[] = {slice("(?m)^(?<speaker>[A-Z]+)[:.] (?<quote>.*)$"), slice("(?<cue>\\w+) <(?<quote>[^>]*)>")};
	NqError		error;

	if (fixed[language][more] != NULL)
		return fixed[language][more];
	host_open(keeper);
	if (nq_settings_create(&keeper->host, slice(languages[language]), cues, more ? 2 : 0, patterns, more ? 2 : 0,
						   &fixed[language][more], &error) != NQ_OK)
		abort();
	return fixed[language][more];
}

/* Returns settings with the input's own cue; NULL if it is invalid.  Consecutive inputs often have the same cue. */
static const NqSettings *
cue_settings(NqSlice cue)
{
	static TestHost keeper;
	static char last[LEXICON_KEY_BYTES];
	static uint32_t last_length;
	NqError		error;

	if (of_cue != NULL && cue.length == last_length && memcmp(cue.data, last, cue.length) == 0)
		return of_cue;
	nq_settings_release(of_cue);
	host_open(&keeper);
	if (nq_settings_create(&keeper.host, slice("english"), &cue, 1, NULL, 0, &of_cue, &error) != NQ_OK ||
		cue.length > sizeof(last))
		return of_cue;
	memcpy(last, cue.data, cue.length);
	last_length = cue.length;
	return of_cue;
}

/* Adds a pattern to existing settings. */
static NqStatus
add_pattern(const NqSettings *base, const Input *input, const NqHost *host, NqSettings *settings, NqError *error)
{
	memset(error, 0, sizeof(*error));
	*settings = *base;
	settings->host = *host;
	nq_arena_init(&settings->arena, &settings->host, 4096);
	return error->status = nq_compile_patterns(settings, &input->pattern, input->pattern.length > 0, error);
}

static void
drop_pattern(NqSettings *settings)
{
	nq_release_patterns(settings);
	nq_arena_release(&settings->arena);
}

static size_t
language_of(const Input *input)
{
	return (input->options & LANGUAGE_MASK) / (LANGUAGE_MASK & -LANGUAGE_MASK);
}

static void
set_trouble(TestHost *test, const Input *input)
{
	if (has_own_settings(input))
		test->cancel_at = PATIENCE;
	if (input->trouble >= 192)
		test->cancel_at = input->trouble - 191u;
	else if (input->trouble >= 128)
		test->fail_at = input->trouble - 127u;
}

/* Whether a call can end with a status, given the injected failure and the options. */
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
		case NQ_SEVERAL_GROUPS:
		case NQ_LIMIT:
		case NQ_RUNAWAY_PATTERN:
			return own_settings;
		default:
			return false;
	}
}

static const char *
error_complaint(NqStatus status, const NqError *error, const TestHost *test, const Input *input)
{
	if (!may_fail(status, test, has_own_settings(input)))
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
try_candidates(const Input *input, const NqSettings *settings, TestHost *test)
{
	const char *trouble;
	NqCandidates result;
	NqError		error;
	NqStatus	status = nq_extract_candidates(settings, &test->host, input->article, input->length, &result, &error);

	if (status != NQ_OK)
		return result.count == 0 ? error_complaint(status, &error, test, input) : "candidates of a call that failed";
	trouble = candidates_complaint(input->article, input->length, &result);
	nq_candidates_release(&result);
	return trouble;
}

/* Reads the article as if it were a slice. */
static const char *
try_plain(const Input *input, TestHost *test)
{
	const char *trouble;
	NqPlain		plain;
	NqError		error;
	NqStatus	status = nq_plain_words(&test->host, input->article, input->length, &plain, &error);

	if (status != NQ_OK)
		return error_complaint(status, &error, test, input);
	trouble = plain_complaint(input->article, input->length, plain.words);
	nq_plain_release(&plain);
	return trouble;
}

static const char *
try_extraction(const Input *input, const NqSettings *settings, TestHost *test)
{
	bool		indirect = input->options & INDIRECT;
	const char *trouble;
	NqResult	result;
	NqError		error;
	NqStatus	status;

	if ((input->options & CANDIDATES) != 0)
		return try_candidates(input, settings, test);
	status = nq_extract_displayed(settings, &test->host, input->article, input->length, indirect, &result, &error);
	if (status != NQ_OK)
		return result.count == 0 ? error_complaint(status, &error, test, input) : "rows of a call that failed";
	trouble = complaint(input->article, input->length, indirect, &result);
	nq_result_release(&result);
	return trouble != NULL ? trouble : try_plain(input, test);
}

/* A key is bounded, reproducible, and empty only for an empty name; the key of a key may differ. */
static const char *
try_key(const Input *input)
{
	char		key[NQ_MAX_KEY];
	char		again[NQ_MAX_KEY];
	size_t		length;

	if (input->length > NQ_MAX_NAME)
		return NULL;
	length = nq_speaker_key(input->article, input->length, key);
	if (length > sizeof(key))
		return "a key is too long";
	if ((length == 0) != (input->length == 0))
		return "a name has no key";
	if (nq_speaker_key(input->article, input->length, again) != length || memcmp(key, again, length) != 0)
		return "the second time it is another key";
	return NULL;
}

/* Checks that keys, bands and similarity of a quotation and of the rest are consistent. */
static const char *
try_quotes(const Input *input, TestHost *test)
{
	const char *data = input->article;
	size_t		size = input->length;
	NqSlice		a = take_line(&data, &size);
	NqSlice		b = {data, (uint32_t) size};
	uint32_t	bands[NQ_QUOTE_BANDS];
	uint32_t	count;
	float		likeness;
	float		inverse;
	NqQuoteKey	key;
	NqError		error;
	NqStatus	status = nq_quote_key(&test->host, a, &key, &error);
	const char *trouble = NULL;

	if (status != NQ_OK)
		return error_complaint(status, &error, test, input);
	status = nq_quote_bands(&test->host, a, bands, &count, &error);
	if (status == NQ_OK && count != (key.key.length == 0 ? 0 : NQ_QUOTE_BANDS))
		trouble = "bands without words, or words without bands";
	if (status == NQ_OK)
		status = nq_quote_similarity(&test->host, a, b, &likeness, &error);
	if (status == NQ_OK)
		status = nq_quote_similarity(&test->host, b, a, &inverse, &error);
	if (status == NQ_OK && (likeness != inverse || !(likeness >= 0 && likeness <= 1)))
		trouble = "likeness is no share, or another one the other way round";
	nq_quote_key_release(&test->host, &key);
	return status == NQ_OK ? trouble : error_complaint(status, &error, test, input);
}

static const char *
try_language(const Input *input, TestHost *test)
{
	const char *language;
	NqError		error;
	NqStatus	status = nq_article_language(&test->host, input->article, input->length, &language, &error);

	if (status != NQ_OK)
		return language == NULL ? error_complaint(status, &error, test, input) : "a language of a call that failed";
	for (size_t i = 0; language != NULL && i <= LANGUAGES; i++)
	{
		if (i == LANGUAGES)
			return "a language that there is not";
		if (strcmp(language, languages[i]) == 0)
			break;
	}
	return NULL;
}

/* Creates settings as a caller does, with an injected failure or an invalid cue. */
static const char *
try_all_anew(const Input *input, TestHost *keeper, TestHost *test)
{
	NqSettings *settings;
	NqError		error;
	NqStatus	status;
	const char *trouble;

	status = nq_settings_create(&keeper->host, slice("english"), &input->cue, input->cue.length > 0,
								&input->pattern, input->pattern.length > 0, &settings, &error);
	if (status != NQ_OK)
		return error_complaint(status, &error, keeper, input);
	trouble = try_extraction(input, settings, test);
	nq_settings_release(settings);
	return trouble;
}

static const char *
try_own_pattern(const NqSettings *base, const Input *input, TestHost *keeper, TestHost *test)
{
	NqSettings	settings;
	NqError		error;
	NqStatus	status = add_pattern(base, input, &keeper->host, &settings, &error);
	const char *trouble;

	if (status == NQ_OK)
		trouble = try_extraction(input, &settings, test);
	else
		trouble = error_complaint(status, &error, keeper, input);
	drop_pattern(&settings);
	return trouble;
}

static const char *
try_input(const Input *input, TestHost *keeper, TestHost *test)
{
	const NqSettings *base;

	switch (input->options & TARGET_MASK)
	{
		case TARGET_KEY:
			return try_key(input);
		case TARGET_QUOTE:
			return try_quotes(input, test);
		case TARGET_LANGUAGE:
			return try_language(input, test);
		default:
			break;
	}
	switch (input->options & SETTINGS_MASK)
	{
		case OWN_CUE:
			base = input->trouble < 128 && input->cue.length > 0 ? cue_settings(input->cue) : NULL;
			return base == NULL ? try_all_anew(input, keeper, test) : try_own_pattern(base, input, keeper, test);
		case OWN_PATTERN:
			return try_own_pattern(fixed_settings(language_of(input), false), input, keeper, test);
		default:
			return try_extraction(input, fixed_settings(language_of(input), (input->options & SETTINGS_MASK) == FIXED_SETTINGS), test);
	}
}

void
forget_settings(void)
{
	for (size_t i = 0; i < LANGUAGES; i++)
	{
		nq_settings_release(fixed[i][0]);
		nq_settings_release(fixed[i][1]);
		fixed[i][0] = fixed[i][1] = NULL;
	}
	nq_settings_release(of_cue);
	of_cue = NULL;
}

const char *
broken_promise(const uint8_t *data, size_t size)
{
	const char *trouble;
	TestHost	keeper;
	TestHost	test;
	Input		input;

	read_input(&input, (const char *) data, size);
	host_open(&keeper);
	host_open(&test);
	set_trouble(&keeper, &input);
	set_trouble(&test, &input);
	trouble = try_input(&input, &keeper, &test);
	if (trouble == NULL && (keeper.live != 0 || test.live != 0))
		trouble = "memory is left";
	free(input.article);
	return trouble;
}

/* Whether FUZZ_TARGET names another target than the input's.  Without it every target is fuzzed. */
static bool
is_for_another_target(uint8_t options)
{
	static const char *const targets[] = {"articles", "keys", "quotes", "languages"};
	const char *wanted = getenv("FUZZ_TARGET");

	return wanted != NULL && *wanted != '\0' && strcmp(wanted, targets[(options & TARGET_MASK) / TARGET_KEY]) != 0;
}

/* An input for another target reaches no code, so that libFuzzer does not keep it. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *trouble;

	if (is_for_another_target(size > 0 ? data[0] : 0))
		return 0;
	trouble = broken_promise(data, size);
	if (trouble != NULL)
	{
		fprintf(stderr, "broken promise: %s\n", trouble);
		abort();
	}
	return 0;
}
