/*
 * spanish.c
 *	  Spanish: see lang/language.h.
 */
#include "core/stages.h"
#include "lang/language.h"

NQ_DECLARE_LANGUAGE(spanish);

const NqLanguage nq_spanish = {
	NQ_LANGUAGE_TABLES(spanish),
	.hooks = {.find_indirect = nq_find_indirect}
};
