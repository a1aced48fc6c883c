/*
 * languages.h
 *	  The built-in languages, the default one first.
 *
 * A new language needs a folder and a line here.
 */
#ifndef NQ_LANGUAGES_H
#define NQ_LANGUAGES_H

#include "lang/language.h"

#define NQ_LANGUAGES(X) \
	X(english) \
	X(spanish) \
	X(french) \
	X(german) \
	/* so that every language has a line */

#endif							/* NQ_LANGUAGES_H */
