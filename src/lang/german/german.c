/*
 * german.c
 *	  German: see lang/language.h.
 */
#include "core/stages.h"
#include "lang/language.h"

NQ_DECLARE_LANGUAGE(german);

const NqLanguage nq_german = {
	NQ_LANGUAGE_TABLES(german),
	.hooks = {.find_indirect = nq_find_german_indirect}
};
