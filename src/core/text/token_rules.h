/*
 * token_rules.h
 *	  The rules of a language for endings, prefixes and clitics.
 */
#ifndef NQ_TOKEN_RULES_H
#define NQ_TOKEN_RULES_H

#include "core/document.h"

/* The entry of an unlisted lower-case word by its ending; the word ends before end. */
static inline uint32_t
word_of_ending(const Lexicon *lexicon, const unsigned char *end, uint32_t length)
{
	return length < 5 ? 0 : nq_find_ending(&lexicon->endings, (const char *) end, length);
}

/*
 * The set of an unlisted capitalised word by its last part, in a language that joins compounds:
 * Verkehrsminister has that of Minister.  The set of the unknown word if no noun ends it.
 */
uint16_t	nq_set_of_compound(const Lexicon *lexicon, const char *text, uint32_t length, const char *limit);

/*
 * The set of an unlisted word that is a prefix of the language and a role: exministro, vice-président; 0 if it
 * is not one.
 */
uint16_t	nq_set_of_prefixed(const Document *doc, const char *text, uint32_t length);

/*
 * Guesses the classes of an unlisted word: from a prefix before a role; from the ending of a lower-case word;
 * from the last part of a capitalised word, in a language that joins compounds.  Sets *word and *set (that of
 * the lower case), or leaves them unchanged.
 */
static inline void
guess_word(const Document *doc, const unsigned char *text, uint32_t length, uint8_t flags, uint32_t *word, uint32_t *set)
{
	const Lexicon *lexicon = doc->lexicon;
	uint16_t	prefixed = doc->language->tokens->prefixes.count == 0 ? 0 : nq_set_of_prefixed(doc, (const char *) text, length);

	if (prefixed != 0)
		*set = prefixed;
	else if ((flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) == 0)
	{
		*word = word_of_ending(lexicon, text + length, length);
		*set = lexicon->words[*word].class_set;
	}
	else if ((flags & (TOKEN_CAPITAL | TOKEN_DOTTED)) == TOKEN_CAPITAL && doc->language->tokens->joined_compounds)
		*set = nq_set_of_compound(lexicon, (const char *) text, length, doc->text + doc->length);
}

/* Do the letters after an apostrophe form a possessive clitic? */
static inline bool
is_possessive_clitic(const Document *doc, const unsigned char *p, uint32_t length)
{
	return nq_has_letters(&doc->language->tokens->possessives, (const char *) p, length);
}

/* Do the letters after an apostrophe form a clitic? */
static inline bool
is_clitic(const Document *doc, const unsigned char *p, uint32_t length)
{
	return is_possessive_clitic(doc, p, length) || nq_has_letters(&doc->language->tokens->clitics, (const char *) p, length);
}

/* Do the letters before an apostrophe form a word of their own? */
static inline bool
is_proclitic(const Document *doc, const unsigned char *p, uint32_t length)
{
	return nq_has_letters(&doc->language->tokens->proclitics, (const char *) p, length);
}

#endif							/* NQ_TOKEN_RULES_H */
