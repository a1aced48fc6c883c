/*
 * languages.h
 *	  The languages that are built in, the default one first.
 *
 * A new language is a folder and a line here.
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
