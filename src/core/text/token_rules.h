/*
 * token_rules.h
 *	  What a language says of words' endings and of clitics.
 */
#ifndef NQ_TOKEN_RULES_H
#define NQ_TOKEN_RULES_H

#include "core/document.h"

/* What the ending of a lower-case word tells that is in no list; it ends before end. */
static inline uint32_t
word_of_ending(const Lexicon *lexicon, const unsigned char *end, uint32_t length)
{
	return length < 5 ? 0 : nq_ending_of(lexicon, (const char *) end, length);
}

/* Whether the letters after an apostrophe are a clitic: 's 're 've 'll 'd 'm. */
static inline bool
is_clitic(const unsigned char *p, uint32_t length)
{
	unsigned char first = length > 0 ? p[0] | 0x20 : 0;

	if (length == 1)
		return first == 's' || first == 'd' || first == 'm';
	return length == 2 && (first == 'r' || first == 'v' || first == 'l') && (p[1] | 0x20) == (first == 'l' ? 'l' : 'e');
}

/* Whether a clitic that ends before end is 's. */
static inline bool
is_possessive_clitic(const unsigned char *end)
{
	return (end[-1] | 0x20) == 's';
}

#endif							/* NQ_TOKEN_RULES_H */
