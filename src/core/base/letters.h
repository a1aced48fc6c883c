/*
 * letters.h
 *	  Latin letters without their accents: é and É are e.
 *
 * For keys of names and for comparisons of names, which newsrooms print with and without accents.
 * The lexicon keeps accents, and folds case alone: case_fold.h.
 */
#ifndef NQ_LETTERS_H
#define NQ_LETTERS_H

#include <stdint.h>

/*
 * The plain letters, in lower case, of a Latin letter outside ASCII: "e" of U+00C9, "ss" of U+00DF.  NULL when
 * the character is kept as it is.  Never more bytes than the character has in UTF-8.
 */
const char *nq_plain_letters(uint32_t c);

#endif							/* NQ_LETTERS_H */
