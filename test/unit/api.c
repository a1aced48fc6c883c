/*
 * api.c
 *	  The public interface: settings and their errors, results and their release.
 */
#include "texts.h"
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static TestHost test;

static NqStatus
create(const char *language, const NqSlice *cues, size_t cue_count,
	   const NqSlice *patterns, size_t pattern_count, NqSettings **settings, NqError *error)
{
	*settings = (NqSettings *) &test;	/* to be overwritten */
	memset(error, 0, sizeof(*error));
	return nq_settings_create(&test.host, slice(language), cues, cue_count,
							  patterns, pattern_count, settings, error);
}

static void
refuses_language(const char *language)
{
	NqSettings *settings;
	NqError		error;

	ok(create(language, NULL, 0, NULL, 0, &settings, &error) == NQ_UNKNOWN_LANGUAGE &&
	   error.status == NQ_UNKNOWN_LANGUAGE && settings == NULL &&
	   strstr(error.message, "english") != NULL,
	   "language \"%s\" is refused, and the known ones are named", language);
}

static void
refuses_pattern(const char *pattern, NqStatus wanted, size_t offset)
{
	NqSlice		patterns[] = {slice("(?<quote>x)"), slice(pattern)};
	NqSettings *settings;
	NqError		error;
	NqStatus	status = create("english", NULL, 0, patterns, 2, &settings, &error);

	if (!ok(status == wanted && error.status == wanted && settings == NULL && error.item == 1 &&
			(wanted != NQ_BAD_PATTERN || (error.offset == offset && error.message[0] != '\0')) &&
			memchr(error.message, '\0', sizeof(error.message)) != NULL,
			"pattern \"%s\" is refused", pattern))
		diag("status %d, item %u, offset %zu, message %s", (int) status, error.item, error.offset, error.message);
	nq_settings_release(settings);
}

static void
refuses_cue(const char *cue)
{
	NqSlice		cues[] = {slice("quip"), slice(cue)};
	NqSettings *settings;
	NqError		error;
	NqStatus	status = create("english", cues, 2, NULL, 0, &settings, &error);

	ok(status == NQ_BAD_CUE && settings == NULL && error.item == 1, "cue \"%s\" is refused", cue);
	nq_settings_release(settings);
}

/* A cue that is NULL, as an element of an SQL array can be. */
static void
refuses_no_cue(void)
{
	NqSlice		cue = {NULL, 0};
	NqSettings *settings;
	NqError		error;

	ok(create("english", &cue, 1, NULL, 0, &settings, &error) == NQ_BAD_CUE && settings == NULL, "no cue is refused");
}

/* Creates settings from the same cue and pattern, repeated, and expects them to be refused. */
static void
refuses_many(const char *cue, size_t cues, const char *pattern, size_t patterns, NqStatus wanted, const char *message)
{
	NqSlice    *slices = malloc((cues + patterns + 1) * sizeof(NqSlice));
	NqSettings *settings;
	NqError		error;
	NqStatus	status;

	if (slices == NULL)
		abort();
	for (size_t i = 0; i < cues + patterns; i++)
		slices[i] = slice(i < cues ? cue : pattern);
	status = create("english", slices, cues, slices + cues, patterns, &settings, &error);
	if (!ok(status == wanted && error.status == wanted && settings == NULL && strcmp(error.message, message) == 0,
			"%zu cues, %zu patterns: %s", cues, patterns, message))
		diag("status %d, message %s", (int) status, error.message);
	nq_settings_release(settings);
	free(slices);
}

static void
limits(void)
{
	char		pattern[NQ_MAX_PATTERN + 2];
	size_t		head = (size_t) sprintf(pattern, "(?<quote>x)(?#");
	NqSlice		cue = slice("quip");
	NqSlice		many[NQ_MAX_CUES];
	NqSettings *settings;
	NqError		error;

	refuses_many("quip", NQ_MAX_CUES + 1, "", 0, NQ_LIMIT, "too many cues: at most 1000");
	refuses_many("", 0, "(?<quote>x)", NQ_MAX_PATTERNS + 1, NQ_LIMIT, "too many patterns: at most 1000");
	memset(pattern + head, '-', sizeof(pattern) - head);
	pattern[NQ_MAX_PATTERN] = ')';
	pattern[NQ_MAX_PATTERN + 1] = '\0';
	refuses_many("", 0, pattern, 1, NQ_LIMIT, "pattern is too long: at most 16384 bytes");
	pattern[NQ_MAX_PATTERN - 1] = ')';
	pattern[NQ_MAX_PATTERN] = '\0';
	for (size_t i = 0; i < NQ_MAX_CUES; i++)
		many[i] = cue;
	cue = slice(pattern);
	ok(create("english", many, NQ_MAX_CUES, &cue, 1, &settings, &error) == NQ_OK, "as many cues, and as long a pattern, as can be");
	ok(nq_settings_machine_code(settings) < 1000000, "the size of machine code is known");
	nq_settings_release(settings);
	head = (size_t) sprintf(pattern, "(?<quote>");
	memset(pattern + head, 'x', 6000);
	memcpy(pattern + head + 6000, ")", sizeof(")"));
	refuses_many("", 0, pattern, NQ_MAX_PATTERNS, NQ_LIMIT, "patterns are too large: at most 32 MB when compiled");
}

static void
runaway_pattern(void)
{
	NqSlice		pattern = slice("(?<quote>(a+)+)(?:a+)+$");
	char		article[64];
	NqSettings *settings;
	NqResult	result;
	NqError		error;

	memset(article, 'a', sizeof(article));
	article[63] = 'b';
	ok(create("english", NULL, 0, &pattern, 1, &settings, &error) == NQ_OK, "a pattern that can run away compiles");
	ok(nq_extract(settings, &test.host, article, sizeof(article), false, &result, &error) == NQ_RUNAWAY_PATTERN &&
	   error.status == NQ_RUNAWAY_PATTERN && error.item == 0 && result.count == 0, "and is stopped");
	nq_settings_release(settings);
}

static void
extraction(void)
{
	NqSettings *settings = default_settings(&test.host);
	NqCandidates candidates;
	NqResult	first;
	NqResult	second;
	NqError		error;

	ok(nq_extract(settings, &test.host, sample, strlen(sample), false, &first, &error) == NQ_OK &&
	   first.count > 10, "the sample has quotations");
	ok(nq_extract(settings, &test.host, sample, strlen(sample), false, &second, &error) == NQ_OK &&
	   same_result(&first, &second), "the same ones the second time, beside the first result");
	nq_result_release(&first);
	ok(first.count == 0 && first.rows == NULL, "a released result is empty");
	nq_result_release(&first);
	nq_result_release(&second);

	ok(nq_extract(settings, &test.host, sample, strlen(sample), true, &first, &error) == NQ_OK,
	   "reported speech as well");
	ok(first.count > 10 && complaint(sample, strlen(sample), true, &first) == NULL, "which keeps the promises");
	nq_result_release(&first);

	ok(nq_extract(settings, &test.host, NULL, 0, true, &first, &error) == NQ_OK && first.count == 0,
	   "an empty article has no quotations");
	nq_result_release(&first);
	ok(nq_extract(settings, &test.host, sample, NQ_MAX_ARTICLE + 1, false, &first, &error) == NQ_TOO_LARGE &&
	   error.status == NQ_TOO_LARGE && first.count == 0, "too large an article is refused before it is read");
	ok(nq_extract_candidates(settings, &test.host, sample, NQ_MAX_ARTICLE + 1, &candidates, &error) == NQ_TOO_LARGE &&
	   candidates.count == 0, "for candidates, too");
	ok(nq_extract_candidates(settings, &test.host, "No marks.", 9, &candidates, &error) == NQ_OK && candidates.count == 0,
	   "an article without quotations has no candidates");
	nq_candidates_release(&candidates);
	nq_settings_release(settings);
}

static void
additions(void)
{
	NqSlice		cues[] = {slice("yodel"), slice("hold forth")};
	NqSlice		patterns[] = {slice("(?m)^(?<speaker>[QA])\\. (?<quote>.*)$")};
	const char *article = "“We are ready,” yodelled Clara Brandt.\nQ. Where was it?\n";
	NqSettings *settings;
	NqResult	result;
	NqError		error;

	ok(create("english", cues, 2, patterns, 1, &settings, &error) == NQ_OK, "cues and patterns compile");
	memset(cues, 0, sizeof(cues));
	memset(patterns, 0, sizeof(patterns));
	ok(nq_extract(settings, &test.host, article, strlen(article), false, &result, &error) == NQ_OK &&
	   result.count == 2, "and are used");
	ok(complaint(article, strlen(article), false, &result) == NULL, "and the rows keep the promises");
	nq_result_release(&result);
	nq_settings_release(settings);
}

/* Detects the language of a text; every byte of it is significant. */
static void
reads_language(const char *article, const char *language)
{
	NqError		error;
	const char *found = "";
	size_t		length = strlen(article);
	char	   *exact = malloc(length + 1);
	NqStatus	status;

	memcpy(exact, article, length);
	status = nq_article_language(&test.host, exact, length, &found, &error);
	free(exact);
	ok(status == NQ_OK && (language == NULL ? found == NULL : found != NULL && strcmp(found, language) == 0),
	   "%s: %s", language != NULL ? language : "no language", article);
}

/* Checks the order of the words that article_language.c finds by binary search. */
static void
orders_common_words(void)
{
	static const char *const words[] = {
#define COMMON_WORD(text, languages) text,
#include "lang/common_words.def"
#undef COMMON_WORD
	};
	bool		ordered = true;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		ordered = ordered && strlen(words[i]) <= 8 && (i == 0 || strcmp(words[i - 1], words[i]) < 0);
	ok(ordered, "the common words are in order, and short enough");
}

static void
stops_reading_language(void)
{
	NqError		error;
	const char *found = "";
	size_t		length = 1 << 20;
	char	   *article = malloc(length);

	memset(article, ' ', length);
	test.cancel_at = 1;
	ok(nq_article_language(&test.host, article, length, &found, &error) == NQ_CANCELLED && found == NULL, "a cancelled call has no language");
	test.cancel_at = 0;
	free(article);
}

static bool
is_label(const char *language, const char *english, const char *expected)
{
	NqSlice		label = nq_label((NqSlice) {language, strlen(language)}, english);

	return label.length == strlen(expected) && memcmp(label.data, expected, label.length) == 0;
}

int
main(void)
{
	host_open(&test);

	ok(strstr(nq_languages(), "english") != NULL, "English is known");
	ok(is_label("german", "unknown speaker", "unbekannt"), "a word of the page has the article's language");
	ok(is_label("english", "female", "female") && is_label("klingon", "female", "female") && is_label("german", "unknown", "unknown"),
	   "a word that the language does not translate is the English one");
	refuses_language("");
	refuses_language("klingon");
	refuses_language("English");
	refuses_language("english ");
	refuses_language("engl");
	orders_common_words();
	reads_language("", NULL);
	reads_language("The council has not said when it will be open to the public.", "english");
	reads_language("Le maire n’a pas dit quand le pont sera ouvert, et pour qui.", "french");
	reads_language("Der Rat hat noch nicht gesagt, wann sie für alle offen ist und", "german");
	reads_language("La alcaldesa no ha dicho por qué el puente está cerrado a los coches", "spanish");
	reads_language("the of and to in is \xe2", "english");
	reads_language("the of and to in \xc3", NULL);
	reads_language("\xff\xfe\x80 the-of-and-to-in-is-was \xed\xa0\x80", "english");
	reads_language("theofandtoinaisthatforitwason", NULL);
	stops_reading_language();
	refuses_pattern("(?<quote>a", NQ_BAD_PATTERN, 10);
	refuses_pattern("(?<quote>a)(", NQ_BAD_PATTERN, 12);
	refuses_pattern("(?<quote>a)\\C", NQ_BAD_PATTERN, 13);
	refuses_pattern("(?<speaker>a)", NQ_NO_QUOTE_GROUP, 0);
	refuses_pattern("", NQ_NO_QUOTE_GROUP, 0);
	refuses_pattern("(?J)(?<quote>a)|(?<quote>b)", NQ_SEVERAL_GROUPS, 0);
	refuses_pattern("(?J)(?<quote>a)(?:(?<cue>a)|(?<cue>b))", NQ_SEVERAL_GROUPS, 0);
	limits();
	refuses_cue("");
	refuses_cue(" ");
	refuses_cue("“");
	refuses_cue("abcdefghijklmnopqrstuvwxyza");
	refuses_no_cue();
	runaway_pattern();
	extraction();
	additions();
	nq_settings_release(NULL);
	ok(test.live == 0, "nothing is left allocated");
	return done();
}
