/*
 * arguments.h
 *	  What a call says about its settings.
 */
#ifndef NEWSQUOTE_ARGUMENTS_H
#define NEWSQUOTE_ARGUMENTS_H

#include "core/nq.h"
#include "utils/array.h"

/* What settings are made of, as the call's arguments give it. */
typedef struct SettingsArguments
{
	text	   *language;		/* NULL: the default language */
	ArrayType  *cues;			/* NULL: none */
	ArrayType  *patterns;		/* NULL: none */
} SettingsArguments;

/* The array's elements in UTF-8, less the NULLs, in the current memory context. */
extern NqSlice *slices_from_array(ArrayType *array, size_t *count);

#endif							/* NEWSQUOTE_ARGUMENTS_H */
