/*
 * lexicon.c
 *	  Look-ups in the lexicon in all spellings, and the caller's verbs in all forms.
 */
#include "unit.h"

#include "core/base/case_fold.h"
#include "core/settings.h"

#include <string.h>

static uint32_t
look_up(const char *word)
{
	return nq_lookup(nq_default_language()->lexicon, word, (uint32_t) strlen(word), word + strlen(word));
}

/* Whether the spellings are one entry with a class. */
static void
same_entry(const char *const *spellings, uint64_t class)
{
	uint32_t	entry = look_up(spellings[0]);

	ok(entry != 0 && (classes_of(nq_default_language()->lexicon, entry) & class) != 0, "%s is in its list", spellings[0]);
	for (size_t i = 1; spellings[i] != NULL; i++)
		ok(look_up(spellings[i]) == entry, "%s is the same word as %s", spellings[i], spellings[0]);
}

static void
test_folding(void)
{
	static const char *const ascii[] = {"Senator", "senator", "SENATOR", NULL};
	static const char *const latin_1[] = {"José", "JOSÉ", "josé", NULL};
	static const char *const others[] = {"Agnieška", "AGNIEŠKA", "agnieška", NULL};
	static const char *const at_first[] = {"Žaneta", "žaneta", "ŽANETA", NULL};

	same_entry(ascii, WC_ROLE);
	same_entry(latin_1, WC_FORENAME);
	same_entry(others, WC_FORENAME);
	same_entry(at_first, WC_FORENAME);
	ok(look_up("Agnieská") == 0, "another letter is another word");
	ok(nq_fold_case(0x416) == 0x436 && nq_fold_case(0x3a9) == 0x3c9, "capitals of Cyrillic and Greek are folded");
	ok(nq_fold_case(0xd7) == 0xd7 && nq_fold_case(0x436) == 0x436 && nq_fold_case(0x674e) == 0x674e, "and nothing else");
}

/* The forms that the rules of inflection.txt make of a caller's verb. */
static void
test_inflection(void)
{
	static const struct
	{
		const char *cue;
		const char *form;
		uint64_t	class;
	}			forms[] = {
		{"yodel", "yodel", WC_BASE}, {"yodel", "yodels", WC_FINITE}, {"yodel", "yodeled", WC_FINITE},
		{"yodel", "yodelled", WC_PARTICIPLE}, {"yodel", "yodelling", WC_GERUND},
		{"kvetch", "kvetches", WC_FINITE}, {"kvetch", "kvetched", WC_PARTICIPLE},
		{"eulogy", "eulogies", WC_FINITE}, {"eulogy", "eulogied", WC_FINITE}, {"eulogy", "eulogying", WC_GERUND},
		{"filibustee", "filibusteeing", WC_GERUND}, {"chirre", "chirring", WC_GERUND}, {"untie", "untying", WC_GERUND},
		{"hold forth", "hold", WC_STARTS}, {"hold forth", "hold forth", WC_BASE},
		{"pontif up", "pontiffed up", WC_PARTICIPLE}, {"YODEL", "yodelled", WC_FINITE},
		{"abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyzing", WC_GERUND}
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
	{
		TestHost	test;
		NqSettings *settings;
		NqError		error;
		NqSlice		cue = slice(forms[i].cue);
		uint32_t	length = (uint32_t) strlen(forms[i].form);
		uint32_t	entry;

		host_open(&test);
		nq_settings_create(&test.host, slice("english"), &cue, 1, NULL, 0, &settings, &error);
		entry = nq_lookup(settings->lexicon, forms[i].form, length, forms[i].form + length);
		ok((classes_of(settings->lexicon, entry) & forms[i].class) != 0 &&
		   (forms[i].class == WC_STARTS || (settings->lexicon->words[entry].cue & CUE_STRONG) != 0),
		   "%s: %s", forms[i].cue, forms[i].form);
		nq_settings_release(settings);
	}
}

int
main(void)
{
	test_folding();
	test_inflection();
	return done();
}
