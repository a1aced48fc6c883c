/*
 * nq.h
 *	  The public interface of the engine: the quotations in a news article, their speakers and positions.
 *
 * The engine takes UTF-8 bytes and gives an array of rows.  It knows nothing of PostgreSQL: memory and
 * cancellation come from the caller (NqHost), failures are returned as a status with a message.  It never
 * aborts, prints, jumps or reads the locale or a file, and has no mutable static data.  So one NqSettings can
 * serve any number of calls, in sequence or concurrently.
 *
 * All offsets and lengths are in bytes of the article, from 0, unless the name says chars, which are code
 * points.  Every range is half open: [start, end).
 *
 * Invalid UTF-8 is harmless: such bytes belong to no word, and each counts as a character unless it has the
 * form of a continuation byte (10xxxxxx).
 */
#ifndef NQ_H
#define NQ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The longest article, in bytes: offsets have 32 bits, and PostgreSQL's text is limited to 1 GB. */
#define NQ_MAX_ARTICLE ((size_t) 0x3fffffff)

/* The maximum numbers of cues and patterns, and the maximum length of a pattern in bytes. */
#define NQ_MAX_CUES 1000
#define NQ_MAX_PATTERNS 1000
#define NQ_MAX_PATTERN 16384

/* The longest name, in bytes; a longer text is not a name. */
#define NQ_MAX_NAME ((size_t) 500)

typedef enum NqStatus
{
	NQ_OK = 0,
	NQ_NO_MEMORY,				/* NqHost.alloc returned NULL */
	NQ_CANCELLED,				/* NqHost.cancelled returned true */
	NQ_TOO_LARGE,				/* the article is longer than NQ_MAX_ARTICLE */
	NQ_UNKNOWN_LANGUAGE,		/* message lists the known ones, comma separated */
	NQ_BAD_CUE,					/* a cue that is not a word or words; item is its number */
	NQ_BAD_PATTERN,				/* PCRE2 rejects it; message is PCRE2's, offset the position */
	NQ_NO_QUOTE_GROUP,			/* a pattern without a group named quote */
	NQ_SEVERAL_GROUPS,			/* a pattern with several groups of one name; message is the name */
	NQ_LIMIT,					/* too many or too large cues or patterns; message says which */
	NQ_RUNAWAY_PATTERN			/* a pattern that exceeds its limits; message is "too many steps" or "too much
								 * memory" */
} NqStatus;

/* Details of a failure.  Set by every function that returns a status other than NQ_OK. */
typedef struct NqError
{
	NqStatus	status;
	uint32_t	item;			/* number of the pattern or cue, from 0 */
	size_t		offset;			/* in bytes, into that pattern */
	char		message[256];	/* NUL-terminated ASCII; may be empty */
} NqError;

/*
 * Services of the caller. alloc returns memory aligned for any type, or NULL on failure (it must not jump);
 * release frees what alloc returned. cancelled is called at least every few milliseconds.
 */
typedef struct NqHost
{
	void	   *context;
	void	   *(*alloc) (void *context, size_t bytes);
	void		(*release) (void *context, void *block);
	bool		(*cancelled) (void *context);
} NqHost;

/* A byte string that somebody else owns; not NUL-terminated. */
typedef struct NqSlice
{
	const char *data;			/* NULL: absent */
	uint32_t	length;			/* in bytes */
} NqSlice;

/* A range of the article. */
typedef struct NqRange
{
	uint32_t	start;			/* in bytes, from 0 */
	uint32_t	end;			/* equal to start: absent */
	uint32_t	start_chars;	/* characters before start */
	uint32_t	length_chars;	/* in characters */
} NqRange;

typedef enum NqKind
{
	NQ_DIRECT,
	NQ_MIXED,
	NQ_INDIRECT
} NqKind;

/* The type of a speaker. */
typedef enum NqSpeakerType
{
	NQ_NO_TYPE,					/* no speaker, or one from a caller's pattern that the engine knows nothing about */
	NQ_PERSON,
	NQ_ORGANISATION,
	NQ_GROUP,					/* several people */
	NQ_DOCUMENT
} NqSpeakerType;

typedef enum NqGender
{
	NQ_NO_GENDER,				/* not a person, or not shown by the article */
	NQ_FEMALE,
	NQ_MALE
} NqGender;

typedef struct NqRow
{
	NqSlice		speaker;		/* UTF-8, in the article or in the result's memory, at most NQ_MAX_NAME bytes;
								 * data is NULL if there is no speaker */
	NqRange		quote;			/* never absent, never empty */
	NqRange		cue;
	NqRange		mention;
	NqKind		kind;
	uint32_t	utterance;		/* from 1, in order of first appearance */
	float		confidence;		/* 0 to 1 */
	NqSpeakerType speaker_type;
	NqGender	speaker_gender;
	bool		speaker_named;	/* a proper name; undefined if speaker_type is NQ_NO_TYPE */
	bool		asserted;		/* the article asserts that the words were said */
	NqSlice		speaker_role;	/* like speaker; data is NULL if the article prints none */
	const NqSlice *joint;		/* joint speakers individually, like speaker; otherwise NULL */
	size_t		joint_count;	/* how many they are, at least two; otherwise 0 */
} NqRow;

/* Rows sorted by quote.start, then by quote.end descending. */
typedef struct NqResult
{
	NqRow	   *rows;
	size_t		count;
	NqSlice		reading;		/* the article as a reader sees it; data is NULL if it has no tags or entities, and after
								 * nq_extract() */
	const struct TextRun *runs;	/* for nq_reading_place() */
	size_t		run_count;
	void	   *memory;			/* private; see nq_result_release() */
} NqResult;

/* A language with the caller's cues and patterns, compiled.  Immutable. */
typedef struct NqSettings NqSettings;

/*
 * Compiles settings. language is matched exactly ("english"); cues are base forms of verbs in UTF-8; patterns
 * are PCRE2 patterns with a named group quote and optionally speaker and cue.  The inputs need not outlive the
 * call.  The host must stay valid until nq_settings_release().  *settings is NULL on failure.
 */
NqStatus	nq_settings_create(const NqHost *host, NqSlice language,
							   const NqSlice *cues, size_t cue_count,
							   const NqSlice *patterns, size_t pattern_count,
							   NqSettings **settings, NqError *error);

/* Returns the size in bytes of the patterns' machine code, which PCRE2 allocates itself and not from the host. */
size_t		nq_settings_machine_code(const NqSettings *settings);

/* Releases what nq_settings_create() allocated.  NULL is allowed. */
void		nq_settings_release(NqSettings *settings);

/*
 * Extracts the quotations of one article.  The article must outlive the result.  With indirect, reported speech
 * outside quotation marks is returned too.  On failure nothing stays allocated and *result is empty.
 */
NqStatus	nq_extract(const NqSettings *settings, const NqHost *host,
					   const char *article, size_t length, bool indirect,
					   NqResult *result, NqError *error);

/* Does the same, and sets the reading of an article that has tags or entities. */
NqStatus	nq_extract_displayed(const NqSettings *settings, const NqHost *host,
								 const char *article, size_t length, bool indirect,
								 NqResult *result, NqError *error);

/* Maps a byte of the article to the result's reading; a byte that is not part of it maps to the next one that is. */
uint32_t	nq_reading_place(const NqResult *result, uint32_t stored);

/* A possible speaker of a quotation. */
typedef struct NqCandidate
{
	NqRange		quote;			/* that of the row */
	NqSlice		speaker;		/* as in NqRow */
	NqRange		mention;		/* the likeliest mention of the speaker; absent if there is no speaker */
	uint32_t	rank;			/* from 1, among the candidates of the quotation */
	float		probability;	/* that this is the speaker, given that it is a quotation */
} NqCandidate;

/* Sorted by quotation, then by rank; a few for each quotation. */
typedef struct NqCandidates
{
	NqCandidate *candidates;
	size_t		count;
	void	   *memory;			/* private; see nq_candidates_release() */
} NqCandidates;

/*
 * Like nq_extract() without reported speech, but returns the possible speakers of each quotation.  If a
 * caller's pattern matched the speaker, that is the only candidate.
 */
NqStatus	nq_extract_candidates(const NqSettings *settings, const NqHost *host,
								  const char *article, size_t length,
								  NqCandidates *result, NqError *error);

void		nq_candidates_release(NqCandidates *result);

/* Releases a result's memory.  The result is empty afterwards. */
void		nq_result_release(NqResult *result);

/*
 * Finds the language of an article by its most common function words: "english", "french", "german" or
 * "spanish", whether nq_settings_create() knows that language or not.  *language is a constant string, or NULL
 * in doubt and on failure.
 */
NqStatus	nq_article_language(const NqHost *host, const char *article, size_t length, const char **language, NqError *error);

/* Words as a reader sees them. */
typedef struct NqPlain
{
	NqSlice		words;			/* in the input or in the memory */
	void	   *memory;			/* private */
} NqPlain;

/*
 * Converts a slice of an article, such as a row's quote, to plain words: without tags, with entities resolved,
 * each run of blanks and line breaks folded to one blank.
 */
NqStatus	nq_plain_words(const NqHost *host, const char *words, size_t length, NqPlain *result, NqError *error);

void		nq_plain_release(NqPlain *result);

/* The longest key, in bytes: some letters are folded to two. */
#define NQ_MAX_KEY (2 * NQ_MAX_NAME)

/*
 * Writes one key for the variants of a printed name, to compare names of different articles: see name_key.c.
 * Returns its length; the key is empty only for an empty name.
 */
size_t		nq_speaker_key(const char *name, size_t length, char key[NQ_MAX_KEY]);

/* The key of a quotation. */
typedef struct NqQuoteKey
{
	NqSlice		key;			/* empty if there is no word */
	void	   *memory;			/* private */
} NqQuoteKey;

/*
 * Computes one key for prints of the same words: see quote_key.c.  On failure nothing stays allocated; the same
 * holds for the next two functions.
 */
NqStatus	nq_quote_key(const NqHost *host, NqSlice words, NqQuoteKey *result, NqError *error);

void		nq_quote_key_release(const NqHost *host, NqQuoteKey *result);

/* The number of bands of a quotation. */
#define NQ_QUOTE_BANDS 16

/* Computes the bands by which near reprints are found; *count is NQ_QUOTE_BANDS, or 0 if there is no word. */
NqStatus	nq_quote_bands(const NqHost *host, NqSlice words, uint32_t bands[NQ_QUOTE_BANDS], uint32_t *count, NqError *error);

/* Computes the similarity of two quotations, from 0 to 1; 0 if one of them has no word. */
NqStatus	nq_quote_similarity(const NqHost *host, NqSlice a, NqSlice b, float *similarity, NqError *error);

/* Returns the known languages, comma separated. */
const char *nq_languages(void);

/*
 * A word of a page that shows quotations ("unknown speaker", "female") in a language, by the language's name;
 * the English word where the language is not known or has none.
 */
NqSlice		nq_label(NqSlice language, const char *english);

#endif							/* NQ_H */
