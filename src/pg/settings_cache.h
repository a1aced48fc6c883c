/*
 * settings_cache.h
 *	  The engine's settings for a call's language, cues and patterns, compiled
 *	  once a backend.
 */
#ifndef NEWSQUOTE_SETTINGS_H
#define NEWSQUOTE_SETTINGS_H

#include "core/nq.h"
#include "utils/array.h"

/* What settings are made of, as the call's arguments give it. */
typedef struct SettingsArguments
{
	text	   *language;		/* NULL: the default language */
	ArrayType  *cues;			/* NULL: none */
	ArrayType  *patterns;		/* NULL: none */
} SettingsArguments;

/* Valid until the next call.  Raises an error for arguments that are no settings. */
extern const NqSettings *settings_get(const SettingsArguments *arguments);

/* The array's elements in UTF-8, less the NULLs, in the current memory context. */
extern NqSlice *slices_from_array(ArrayType *array, size_t *count);

#endif							/* NEWSQUOTE_SETTINGS_H */
