/*
 * languages.c
 *	  Two languages in one engine; run by test/t/75_language.t, with the toy language built in.
 */
#include "unit.h"

#include "core/settings.h"

#include <stdio.h>
#include <string.h>

static NqStatus
make_settings(TestHost *test, const char *language, const char *cue, NqSettings **settings, NqError *error)
{
	NqSlice		cues[1] = {slice(cue != NULL ? cue : "")};

	host_open(test);
	return nq_settings_create(&test->host, slice(language), cues, cue != NULL, NULL, 0, settings, error);
}

/* Whether the article's only row has this speaker and these words. */
static void
finds(const char *language, const char *cue, const char *article, const char *speaker, const char *quote)
{
	TestHost	test;
	NqSettings *settings;
	NqResult	result = {0};
	NqError		error;
	bool		right = false;

	if (make_settings(&test, language, cue, &settings, &error) == NQ_OK &&
		nq_extract(settings, &test.host, article, strlen(article), true, &result, &error) == NQ_OK && result.count == 1)
	{
		const NqRow *row = &result.rows[0];

		right = row->speaker.data != NULL && row->speaker.length == strlen(speaker) &&
			memcmp(row->speaker.data, speaker, row->speaker.length) == 0 &&
			row->quote.end - row->quote.start == strlen(quote) &&
			memcmp(article + row->quote.start, quote, strlen(quote)) == 0;
		if (!right)
			diag("%.*s: %.*s", (int) row->speaker.length, row->speaker.data != NULL ? row->speaker.data : "",
				 (int) (row->quote.end - row->quote.start), article + row->quote.start);
	}
	else
		diag("%zu rows", result.count);
	ok(right, "%s: %s", language, article);
	nq_result_release(&result);
	nq_settings_release(settings);
}

/* Whether a word is in the lexicon of a language, with one of these classes. */
static bool
knows(const char *language, const char *word, uint64_t classes)
{
	TestHost	test;
	NqSettings *settings;
	NqError		error;
	uint64_t	found = 0;

	if (make_settings(&test, language, NULL, &settings, &error) == NQ_OK)
		found = classes_of(settings->lexicon, nq_lookup(settings->lexicon, word, (uint32_t) strlen(word), word + strlen(word)));
	nq_settings_release(settings);
	return (found & classes) != 0;
}

int
main(void)
{
	TestHost	test;
	NqSettings *settings;
	NqError		error;

	ok(strstr(nq_languages(), "english, ") != NULL && strstr(nq_languages(), "toy") != NULL, "both languages are listed");
	ok(make_settings(&test, "toyish", NULL, &settings, &error) == NQ_UNKNOWN_LANGUAGE && strcmp(error.message, nq_languages()) == 0,
	   "and named where a language is not known");

	finds("toy", NULL, "“Ni venkos la ludon hieraŭ,” diris Ada Brandt.", "Ada Brandt", "Ni venkos la ludon hieraŭ");
	finds("toy", NULL, "“La rivero estas profunda,” aldonas la prezidanto de la klubo.", "prezidanto de la klubo", "La rivero estas profunda");
	finds("toy", NULL, "“La rivero estas profunda,” aldonas la prezidanto maljuna de la klubo.", "prezidanto maljuna de la klubo", "La rivero estas profunda");
	finds("toy", NULL, "“Ni venkos la ludon hieraŭ”, diris Ada Brandt.", "Ada Brandt", "Ni venkos la ludon hieraŭ");
	finds("toy", NULL, "Jen la prezidanto\n\nŝafisto maljuna diris ke “la rivero estas tro profunda”.", "ŝafisto maljuna", "la rivero estas tro profunda");
	finds("toy", NULL, "Ĝojo Kirs kaj Ada Brandt diris ke “la rivero estas tro profunda”.", "Ĝojo Kirs kaj Ada Brandt", "la rivero estas tro profunda");
	finds("toy", "murmuri", "“La rivero estas profunda nun,” murmuris Ada Brandt.", "Ada Brandt", "La rivero estas profunda nun");
	finds("english", NULL, "“The river is too deep,” said Ada Brandt.", "Ada Brandt", "The river is too deep");

	ok(knows("toy", "RIVEROJ", WC_NOUN) && knows("toy", "ŜAFISTOJ", WC_ROLE), "plurals are made by the rules of inflection");
	ok(knows("toy", "Beatrice", WC_FORENAME), "lists that languages share hold for the language");
	ok(knows("english", "Dean", WC_FORENAME) && !knows("toy", "Dean", WC_FORENAME), "but for what it says is not so");
	ok(knows("toy", "Ĝojo", WC_FORENAME) && !knows("english", "Ĝojo", WC_FORENAME), "and what is its own is nobody else's");
	return done();
}
