/*
 * french.c
 *	  French: see lang/language.h.
 */
#include "core/stages.h"
#include "lang/language.h"

NQ_DECLARE_LANGUAGE(french);

const NqLanguage nq_french = {
	NQ_LANGUAGE_TABLES(french),
	.hooks = {.find_indirect = nq_find_indirect}
};
