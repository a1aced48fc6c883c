/*
 * reading.h
 *	  The reading of an article by one call, for all SQL functions that read one.
 */
#ifndef NEWSQUOTE_READING_H
#define NEWSQUOTE_READING_H

#include "pg/encoding.h"
#include "pg/settings_cache.h"

typedef struct Reading
{
	MemoryContext caller;		/* the current context before and after */
	MemoryContext context;		/* the current context in between */
	Article		article;
	NqResult	result;
	NqCandidates candidates;
} Reading;

/* Until reading_close(), the current memory context is the call's own. */
extern void reading_open(Reading *reading);

/* Finds the possible speakers of each quotation. */
extern void reading_find_candidates(Reading *reading, text *article, const SettingsArguments *arguments);

/*
 * Opens and finds, for a function whose first argument is the article and one of whose others, with this
 * number, is the language, followed by cues and patterns; a NULL language is the default one.  A function of
 * version 0.2 ends with the language.
 */
extern void reading_start(Reading *reading, FunctionCallInfo fcinfo, bool indirect, int language);

/* Does the same for a function that needs the displayed text. */
extern void reading_start_displayed(Reading *reading, FunctionCallInfo fcinfo, bool indirect, int language);

extern void reading_close(Reading *reading);

/* Closes, and copies a value that was made in between to the caller's context. */
extern struct varlena *reading_close_with(Reading *reading, const void *value);

/* The names in SQL of a row's kind and its speaker's type and gender. */
extern const char *row_kind_name(NqKind kind);
extern const char *speaker_type_name(NqSpeakerType type);
extern const char *gender_name(NqGender gender);

#endif							/* NEWSQUOTE_READING_H */
