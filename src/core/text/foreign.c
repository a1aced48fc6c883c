/*
 * foreign.c
 *	  Text in another language than the one asked for.
 *
 * Takes the tagged tokens; sets the document's flag foreign.  Determiners, prepositions and coordinating conjunctions
 * are about a third of the words of a text in the language asked for, and few words of a text in another language look
 * like them.  The language gives the share below which a text is not in it (phrases.txt).  Short texts are never
 * foreign.  Of a foreign text, nq_attribute() keeps the spans with reporting words, labels or a pattern.
 *
 * Linear, with one step for each block of tokens.
 */
#include "core/base/bounds.h"
#include "core/stages.h"

void
nq_find_foreign(Document *doc)
{
	uint64_t	words = 0;
	uint64_t	function = 0;

	for (uint32_t i = 0; i <= doc->token_count / BLOCK_TOKENS; i++)
	{
		words += count_bits(doc->blocks[i].tag_bits[TAG_WORD]);
		function += count_bits(doc->blocks[i].tag_bits[TAG_FUNCTION]);
	}
	doc->foreign = words >= FOREIGN_WORDS && function * 100 < words * doc->language->phrases->function_share;
}
