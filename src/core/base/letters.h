/*
 * letters.h
 *	  Latin letters without their accents: é and É are e.
 *
 * For keys and comparisons of names, which some newsrooms print with accents and others without.  The lexicon
 * keeps accents and only folds case: see case_fold.h.
 */
#ifndef NQ_LETTERS_H
#define NQ_LETTERS_H

#include <stdint.h>

/*
 * The plain lower-case letters of a Latin letter outside ASCII: "e" for U+00C9, "ss" for U+00DF.  NULL if the
 * character is kept.  The result never has more bytes than the character has in UTF-8.
 */
const char *nq_plain_letters(uint32_t c);

#endif							/* NQ_LETTERS_H */
