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
	return length < 5 ? 0 : nq_find_ending(&lexicon->endings, (const char *) end, length);
}

/*
 * The set of what a capitalised word in no list is by its last part, where nouns are written as one word: of
 * Verkehrsminister, that of Minister.  That of the unknown word when no noun ends it.
 */
uint16_t	nq_set_of_compound(const Lexicon *lexicon, const char *text, uint32_t length, const char *limit);

/* The class set of a word in no list that is a prefix of the language and a role: exministro, vice-président; 0 where it is none. */
uint16_t	nq_set_of_prefixed(const Document *doc, const char *text, uint32_t length);

/*
 * What a word in no list is: with a prefix before a role, that role; by its ending one in lower case, by its last part a capitalised one where the language joins compounds.
 * Writes the entry and the set of the lower case; both stay where nothing is known.
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

/* Whether the letters after an apostrophe make a possessive. */
static inline bool
is_possessive_clitic(const Document *doc, const unsigned char *p, uint32_t length)
{
	return nq_has_letters(&doc->language->tokens->possessives, (const char *) p, length);
}

/* Whether the letters after an apostrophe are a clitic. */
static inline bool
is_clitic(const Document *doc, const unsigned char *p, uint32_t length)
{
	return is_possessive_clitic(doc, p, length) || nq_has_letters(&doc->language->tokens->clitics, (const char *) p, length);
}

/* Whether the letters before an apostrophe are a word of their own with it. */
static inline bool
is_proclitic(const Document *doc, const unsigned char *p, uint32_t length)
{
	return nq_has_letters(&doc->language->tokens->proclitics, (const char *) p, length);
}

#endif							/* NQ_TOKEN_RULES_H */
