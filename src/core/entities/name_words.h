/*
 * name_words.h
 *	  Keys and comparison of the words of names.
 */
#ifndef NQ_NAME_WORDS_H
#define NQ_NAME_WORDS_H

#include "core/document.h"

/*
 * Returns the key of a word: a hash of its letters without case, accents, apostrophes and a hyphenated
 * particle.  Sánchez and SANCHEZ have the same key, as have O'Neill and O’Neill, al-Hadi and Hadi.  Two words
 * with the same key (once in 2^64 pairs) count as one word.
 */
uint64_t	nq_word_key(const Document *doc, uint32_t token);

/* Returns the first letter of a word, as in the word's key. */
char		nq_initial(const Document *doc, uint32_t token);

/* Returns the key of letters that are not a token. */
uint64_t	nq_key_of_letters(const char *letters, uint32_t length);

/* Returns the key of a word's first letters; 0 if the word is too short for it. */
uint64_t	nq_start_key(const Document *doc, uint32_t token);

/*
 * Whether two long words differ by one extra letter; with same_length, also by one other letter or two swapped
 * ones.
 */
bool		nq_is_misprint(const Document *doc, uint32_t a, uint32_t b, bool same_length);

/* "Min-su": whether a word is two syllables with a hyphen, the second in lower case, as Korean and Chinese given names are printed. */
bool		nq_is_two_syllables(const Document *doc, uint32_t token);

/* Whether two tokens are the same word, regardless of case. */
bool		nq_same_word(const Document *doc, uint32_t a, uint32_t b);

#endif							/* NQ_NAME_WORDS_H */
