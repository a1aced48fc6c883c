/*
 * settings.h
 *	  A language with the caller's own cues and patterns.
 */
#ifndef NQ_SETTINGS_H
#define NQ_SETTINGS_H

#include "core/base/arena.h"
#include "core/lexical/lexicon.h"
#include "lang/language.h"

typedef struct Pattern Pattern;	/* private to patterns.c */
typedef struct WordProperties WordProperties;	/* see word_properties.h */

/* A lexicon being extended, with the arrays that it owns. */
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
	WordProperties  *properties;			/* of each set of the lexicon: see word_properties.h */
	struct NameSet *name_sets;	/* of each set of the lexicon: see name_features.h */
	struct NameTable *name_table;	/* NULL if the language has no name tagger */
	Pattern    *patterns;
	uint32_t	pattern_count;
};

/* Returns the language that is used if none is given. */
const NqLanguage *nq_default_language(void);

/* Returns the languages one by one, the default one first; NULL after the last. */
const NqLanguage *nq_language_at(uint32_t i);

/* Adds the forms of a base form to settings->extended, which nq_extend_lexicon() made. */
NqStatus	nq_add_cue(NqSettings *settings, NqSlice cue);

/* Makes settings->extended a copy of the language's lexicon with room for the caller's words. */
NqStatus	nq_extend_lexicon(NqSettings *settings, const Lexicon *lexicon, size_t cues);

/*
 * Makes name_sets and name_table of the lexicon.  Returns false without memory.  A model without rows is yet to
 * be fitted and has no table.
 */
bool		nq_prepare_tagger(NqSettings *settings);

/* Compiles the patterns into settings->patterns. */
NqStatus	nq_compile_patterns(NqSettings *settings, const NqSlice *patterns, size_t count, NqError *error);
void		nq_release_patterns(NqSettings *settings);

#endif							/* NQ_SETTINGS_H */
