/*
 * lexicon.c
 *	  Words are found in the lexicon however they are printed.
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

/* The spellings are one entry, which has a class. */
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

int
main(void)
{
	test_folding();
	return done();
}
