/*
 * reading.h
 *	  One call's reading of an article, for every SQL function that does so.
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

/* From here to reading_close, the current memory context is the call's own. */
extern void reading_open(Reading *reading);

/* Finds the article's quotations.  Raises an error for arguments that are no settings. */
extern void reading_find(Reading *reading, text *article, bool indirect,
						 const SettingsArguments *arguments);

/* Finds who may have spoken each of them. */
extern void reading_find_candidates(Reading *reading, text *article, const SettingsArguments *arguments);

/*
 * Opens and finds, for a function whose first argument is the article and one of whose
 * others is the language, after which cues and patterns come; NULL stands for the default.  A function
 * that version 0.2 made ends with the language.
 */
extern void reading_start(Reading *reading, FunctionCallInfo fcinfo, bool indirect, int language);

extern void reading_close(Reading *reading);

/* Closes, and gives a value that was made in between to the caller's context. */
extern struct varlena *reading_close_with(Reading *reading, const void *value);

/* How SQL names a row's kind, its speaker's type and gender. */
extern const char *row_kind_name(NqKind kind);
extern const char *speaker_type_name(NqSpeakerType type);
extern const char *gender_name(NqGender gender);

#endif							/* NEWSQUOTE_READING_H */
