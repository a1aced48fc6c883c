/*
 * english.c
 *	  English: see lang/language.h.
 */
#include "core/stages.h"
#include "lang/language.h"

NQ_DECLARE_LANGUAGE(english);

const NqLanguage nq_english = {
	NQ_LANGUAGE_TABLES(english),
	.names = &nq_english_names,
	.hooks = {.find_indirect = nq_find_indirect}
};
