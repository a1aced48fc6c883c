/*
 * arguments.h
 *	  The settings arguments of a call.
 */
#ifndef NEWSQUOTE_ARGUMENTS_H
#define NEWSQUOTE_ARGUMENTS_H

#include "core/nq.h"
#include "utils/array.h"

/* The arguments from which settings are made. */
typedef struct SettingsArguments
{
	text	   *language;		/* NULL: the default language */
	ArrayType  *cues;			/* NULL: none */
	ArrayType  *patterns;		/* NULL: none */
} SettingsArguments;

/* Returns the non-NULL elements of the array in UTF-8, in the current memory context. */
extern NqSlice *slices_from_array(ArrayType *array, size_t *count);

#endif							/* NEWSQUOTE_ARGUMENTS_H */
