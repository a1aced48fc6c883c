/*
 * name_words.h
 *	  The words of names, as far as one word of a name is compared with another.
 */
#ifndef NQ_NAME_WORDS_H
#define NQ_NAME_WORDS_H

#include "core/document.h"

/*
 * The key of a word: a hash of its letters without case, accents, apostrophes and a particle that is hyphenated to it, so that
 * Sánchez and SANCHEZ, O'Neill and O’Neill, al-Hadi and Hadi have one key each.  Two words with the same key (once
 * in 2^64 pairs) count as one word.
 */
uint64_t	nq_word_key(const Document *doc, uint32_t token);

/* The first letter of a word, as it is in the word's key. */
char		nq_initial(const Document *doc, uint32_t token);

/* The key of letters that are no token. */
uint64_t	nq_key_of_letters(const char *letters, uint32_t length);

/* The key of a word's first letters; 0 when the word is too short to be compared by them. */
uint64_t	nq_start_key(const Document *doc, uint32_t token);

/*
 * Whether two long words differ by one letter too many; or, if words of the same length are compared too, by one other letter or
 * by two that changed places.
 */
bool		nq_is_misprint(const Document *doc, uint32_t a, uint32_t b, bool same_length);

/* Whether two tokens are the same word, whatever their case. */
bool		nq_same_word(const Document *doc, uint32_t a, uint32_t b);

#endif							/* NQ_NAME_WORDS_H */
