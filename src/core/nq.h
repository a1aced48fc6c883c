/*
 * nq.h
 *	  The engine's public interface: who said what in a news article, and where.
 *
 * The engine takes UTF-8 bytes and gives an array of rows.  It knows nothing of
 * PostgreSQL: memory and cancellation come from the caller (NqHost), trouble
 * goes back as a status with a message.  It never aborts, prints, jumps, reads
 * the locale or a file, and keeps no mutable static data, so one NqSettings may
 * serve any number of calls, one after the other or side by side.
 *
 * All offsets and lengths are bytes of the article, from 0, unless the name
 * says chars; chars count code points.  Every span is half open: [start, end).
 *
 * Bytes that are not valid UTF-8 do no harm: they belong to no word, and count as
 * characters unless they have the form of a continuation byte (10xxxxxx).
 */
#ifndef NQ_H
#define NQ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The longest article, in bytes: offsets are 32 bits wide and PostgreSQL's own text ends at 1 GB. */
#define NQ_MAX_ARTICLE ((size_t) 0x3fffffff)

/* How many cues and patterns are taken, and how many bytes a pattern has at most. */
#define NQ_MAX_CUES 1000
#define NQ_MAX_PATTERNS 1000
#define NQ_MAX_PATTERN 16384

/* The longest name, in bytes: what is longer names nobody. */
#define NQ_MAX_NAME ((size_t) 500)

typedef enum NqStatus
{
	NQ_OK = 0,
	NQ_NO_MEMORY,				/* NqHost.alloc returned NULL */
	NQ_CANCELLED,				/* NqHost.cancelled said yes */
	NQ_TOO_LARGE,				/* the article is longer than NQ_MAX_ARTICLE */
	NQ_UNKNOWN_LANGUAGE,		/* message lists the known ones, comma separated */
	NQ_BAD_CUE,					/* a cue that is no word or words; item names it */
	NQ_BAD_PATTERN,				/* PCRE2 refuses it: message is PCRE2's, offset is where */
	NQ_NO_QUOTE_GROUP,			/* a pattern without a group named quote */
	NQ_SEVERAL_GROUPS,			/* a pattern with several groups of one name, which is the message */
	NQ_LIMIT,					/* too many cues or patterns, or too large ones: message says which */
	NQ_RUNAWAY_PATTERN			/* a pattern that takes more than it is allowed: message says "too many steps" or "too much memory" */
} NqStatus;

/* What went wrong.  Filled by every function that returns another status than NQ_OK. */
typedef struct NqError
{
	NqStatus	status;
	uint32_t	item;			/* which pattern or cue, from 0 */
	size_t		offset;			/* bytes into that pattern */
	char		message[256];	/* for people, NUL-terminated, ASCII; may be empty */
} NqError;

/*
 * What the engine asks of its caller.  alloc returns NULL on failure (it must not
 * jump) and memory aligned for any type; release takes what alloc returned.
 * cancelled is asked at least every few milliseconds.
 */
typedef struct NqHost
{
	void	   *context;
	void	   *(*alloc) (void *context, size_t bytes);
	void		(*release) (void *context, void *block);
	bool		(*cancelled) (void *context);
} NqHost;

/* A run of bytes that is owned by somebody else and not NUL-terminated. */
typedef struct NqSlice
{
	const char *data;			/* NULL: absent */
	uint32_t	length;			/* in bytes */
} NqSlice;

/* A run of the article. */
typedef struct NqRange
{
	uint32_t	start;			/* in bytes, from 0 */
	uint32_t	end;			/* equal to start: absent */
	uint32_t	start_chars;	/* characters before start */
	uint32_t	length_chars;	/* characters within */
} NqRange;

typedef enum NqKind
{
	NQ_DIRECT,
	NQ_MIXED,
	NQ_INDIRECT
} NqKind;

/* What sort of speaker. */
typedef enum NqSpeakerType
{
	NQ_NO_TYPE,					/* nobody, or words of a caller's pattern that the engine knows nothing about */
	NQ_PERSON,
	NQ_ORGANISATION,
	NQ_GROUP,					/* several people */
	NQ_DOCUMENT
} NqSpeakerType;

typedef enum NqGender
{
	NQ_NO_GENDER,				/* no person, or the article does not show it */
	NQ_FEMALE,
	NQ_MALE
} NqGender;

typedef struct NqRow
{
	NqSlice		speaker;		/* UTF-8, in the article or in the result's memory; data is NULL for nobody; of NQ_MAX_NAME bytes at most */
	NqRange		quote;			/* never absent, never empty */
	NqRange		cue;
	NqRange		mention;
	NqKind		kind;
	uint32_t	utterance;		/* from 1, in order of first appearance */
	float		confidence;		/* 0 to 1 */
	NqSpeakerType speaker_type;
	NqGender	speaker_gender;
	bool		speaker_named;	/* a proper name; says nothing where speaker_type is NQ_NO_TYPE */
	bool		asserted;		/* whether the article says that it was said */
	NqSlice		speaker_role;	/* as speaker; data is NULL where the article prints none */
	const NqSlice *joint;		/* of two who speak together, the one and the other, as speaker; NULL for one alone */
} NqRow;

/* Rows in order of quote.start, then of quote.end descending. */
typedef struct NqResult
{
	NqRow	   *rows;
	size_t		count;
	NqSlice		reading;		/* the article as a reader sees it, without tags and entities; data is NULL when it has none */
	const struct TextRun *runs;	/* for nq_reading_place() */
	size_t		run_count;
	void	   *memory;			/* the engine's own: for nq_result_release */
} NqResult;

/* A language with the caller's cues and patterns, ready for use.  Immutable. */
typedef struct NqSettings NqSettings;

/*
 * Compiles settings.  language is matched exactly ("english"); cues are base forms
 * of verbs in UTF-8; patterns are PCRE2 patterns with named groups quote, and
 * if wanted speaker and cue.  The three inputs need not outlive the call.  The
 * host must stay valid until nq_settings_release; *settings is NULL on failure.
 */
NqStatus	nq_settings_create(const NqHost *host, NqSlice language,
							   const NqSlice *cues, size_t cue_count,
							   const NqSlice *patterns, size_t pattern_count,
							   NqSettings **settings, NqError *error);

/* The bytes of the patterns' machine code, which is PCRE2's own and not the host's memory. */
size_t		nq_settings_machine_code(const NqSettings *settings);

/* Gives back all that nq_settings_create took.  NULL does nothing. */
void		nq_settings_release(NqSettings *settings);

/*
 * Extracts the quotations of one article.  The article must outlive the result.
 * With indirect, reported speech outside marks is returned as well.  On failure
 * nothing stays allocated and *result is empty.
 */
NqStatus	nq_extract(const NqSettings *settings, const NqHost *host,
					   const char *article, size_t length, bool indirect,
					   NqResult *result, NqError *error);

/* Where a byte of the article is in the result's reading; the next one that is in it, where it is in none itself. */
uint32_t	nq_reading_place(const NqResult *result, uint32_t stored);

/* Somebody who may have spoken a quotation. */
typedef struct NqCandidate
{
	NqRange		quote;			/* of the row */
	NqSlice		speaker;		/* as in NqRow */
	NqRange		mention;		/* the likeliest words that point at the speaker; absent for nobody */
	uint32_t	rank;			/* among the candidates of the quotation, from 1 */
	float		probability;	/* that this is the speaker, if it is a quotation */
} NqCandidate;

/* In order of their quotations, and of rank; a few for each. */
typedef struct NqCandidates
{
	NqCandidate *candidates;
	size_t		count;
	void	   *memory;			/* the engine's own */
} NqCandidates;

/* As nq_extract without reported speech, but who may have spoken each quotation.  A caller's patterns that name the speaker leave one candidate. */
NqStatus	nq_extract_candidates(const NqSettings *settings, const NqHost *host,
								  const char *article, size_t length,
								  NqCandidates *result, NqError *error);

void		nq_candidates_release(NqCandidates *result);

/* Gives back a result's memory.  The result is empty afterwards. */
void		nq_result_release(NqResult *result);

/*
 * Which language an article is in, by its commonest function words: "english", "french", "german" or "spanish", whether nq_settings_create()
 * knows that language or not.  *language is NULL when in doubt, and on failure; else it is constant.
 */
NqStatus	nq_article_language(const NqHost *host, const char *article, size_t length, const char **language, NqError *error);

/* Words as a reader sees them. */
typedef struct NqPlain
{
	NqSlice		words;			/* in what was given or in the memory */
	void	   *memory;			/* the engine's own */
} NqPlain;

/* A slice of an article, such as a row's quote, without tags, with entities resolved, each run of blanks and line breaks as one blank. */
NqStatus	nq_plain_words(const NqHost *host, const char *words, size_t length, NqPlain *result, NqError *error);

void		nq_plain_release(NqPlain *result);

/* The longest key, in bytes: some letters are folded into two. */
#define NQ_MAX_KEY (2 * NQ_MAX_NAME)

/*
 * One key for the ways in which a name is printed, for comparing names of different
 * articles: see name_key.c.  Writes the key, which is empty for an empty name
 * alone, and returns its length.
 */
size_t		nq_speaker_key(const char *name, size_t length, char key[NQ_MAX_KEY]);

/* A quotation's key. */
typedef struct NqQuoteKey
{
	NqSlice		key;			/* empty when there is no word in it */
	void	   *memory;			/* the engine's own */
} NqQuoteKey;

/* One key for prints of the same words: see quote_key.c.  On failure nothing stays allocated; so with the next two. */
NqStatus	nq_quote_key(const NqHost *host, NqSlice words, NqQuoteKey *result, NqError *error);

void		nq_quote_key_release(const NqHost *host, NqQuoteKey *result);

/* How many bands a quotation has. */
#define NQ_QUOTE_BANDS 16

/* The bands by which near reprints are found; *count is NQ_QUOTE_BANDS, or 0 for what has no word. */
NqStatus	nq_quote_bands(const NqHost *host, NqSlice words, uint32_t bands[NQ_QUOTE_BANDS], uint32_t *count, NqError *error);

/* How much two quotations have in common, from 0 to 1; 0 when one has no word. */
NqStatus	nq_quote_similarity(const NqHost *host, NqSlice a, NqSlice b, float *similarity, NqError *error);

/* The known languages, comma separated. */
const char *nq_languages(void);

#endif							/* NQ_H */
