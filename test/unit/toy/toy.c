/*
 * toy.c
 *	  A language that is there for a test: see test/t/75_language.t.
 */
#include "lang/language.h"

NQ_DECLARE_LANGUAGE(toy);

const NqLanguage nq_toy = {NQ_LANGUAGE_TABLES(toy)};
