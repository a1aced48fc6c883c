/*
 * settings.h
 *	  A language with the caller's own cues and patterns.
 */
#ifndef NQ_SETTINGS_H
#define NQ_SETTINGS_H

#include "core/base/arena.h"
#include "core/lexical/lexicon.h"
#include "lang/language.h"

typedef struct Pattern Pattern;	/* patterns.c's own */
typedef struct WordProperties WordProperties;	/* see word_properties.h */

/* A lexicon that is being extended: its arrays, and the lexicon that they make. */
typedef struct LexiconBuilder
{
	Lexicon		lexicon;
	Word	   *words;
	uint64_t   *classes;
	uint64_t   *functions;
	LexiconSlot *own_slots;
} LexiconBuilder;

struct NqSettings
{
	NqHost		host;
	Arena		arena;
	const NqLanguage *language;
	const Lexicon *lexicon;		/* the language's, or &extended.lexicon */
	LexiconBuilder extended;	/* with the caller's cues */
	WordProperties  *properties;			/* of each of the lexicon's sets: see word_properties.h */
	struct NameSet *name_sets;	/* of each of the lexicon's sets: see name_features.h */
	struct NameTable *name_table;	/* NULL when the language has no tagger of names */
	Pattern    *patterns;
	uint32_t	pattern_count;
};

/* The language of what names no other. */
const NqLanguage *nq_default_language(void);

/* The languages one after another, the default one first; NULL after the last. */
const NqLanguage *nq_language_at(uint32_t i);

/* Adds the forms of a verb's base form to settings->extended, which nq_extend_lexicon made. */
NqStatus	nq_add_cue(NqSettings *settings, NqSlice cue);

/* Makes settings->extended the language's lexicon with room for the caller's words. */
NqStatus	nq_extend_lexicon(NqSettings *settings, const Lexicon *lexicon, size_t cues);

/* Makes name_sets and name_table of the lexicon; false without memory.  Without rows, a model is one that is to be fitted, and has no table. */
bool		nq_prepare_tagger(NqSettings *settings);

/* Compiles the patterns into settings->patterns. */
NqStatus	nq_compile_patterns(NqSettings *settings, const NqSlice *patterns, size_t count, NqError *error);
void		nq_release_patterns(NqSettings *settings);

#endif							/* NQ_SETTINGS_H */
