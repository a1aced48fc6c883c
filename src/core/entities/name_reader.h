/*
 * name_reader.h
 *	  The input of the name tagger: see name_reader.c.
 */
#ifndef NQ_NAME_READER_H
#define NQ_NAME_READER_H

#include "core/stages.h"

/* Tokens before and after a token whose words and shapes contribute to its features. */
#define NAME_WINDOW 1

/* The longest run, in tokens. */
#define MAX_NAME_RUN 40

/* What the features of a token and its neighbours need of it. */
typedef struct WordForm
{
	uint32_t	hash;			/* of the word, regardless of case */
	uint32_t	evidence;		/* EVIDENCE bits of the word in this article, if it is capitalised */
	uint32_t	shape;
	uint32_t	phrase;			/* the kind of a listed phrase and the position in it; otherwise 0 */
} WordForm;

/* The article as the tagger sees it. */
typedef struct NameReader
{
	Document   *doc;
	uint32_t	first_form;		/* the token of forms[0] */
	WordForm	forms[MAX_NAME_RUN + 2 * NAME_WINDOW];	/* of the tokens of the current run, and of a window
														 * around it */
	uint32_t   *words;			/* hash table of the capitalised words' hashes, ... */
	uint32_t   *evidence;		/* ... with the evidence of each */
	uint32_t	word_mask;
} NameReader;

/* The evidence of the article for a word, one bit each. */
enum Evidence
{
	EVIDENCE_LOWER,				/* it is printed in lower case too */
	EVIDENCE_MIDDLE,			/* capitalised inside a sentence */
	EVIDENCE_START,				/* capitalised at the beginning of a sentence */
	EVIDENCE_TITLE,				/* after a title */
	EVIDENCE_FORENAME,			/* after a forename */
	EVIDENCE_ORGWORD,			/* before a word that is common in names of organisations or places */
	EVIDENCE_POSSESSIVE,		/* before 's */
	EVIDENCE_CUE,				/* beside a reporting verb */
	EVIDENCE_VERB,				/* before another verb */
	EVIDENCE_IN,				/* after a preposition of place */
	EVIDENCE_THE,				/* after "the" */
	EVIDENCE_WHO,				/* before "who" */
	EVIDENCE_AGE,				/* before ", 52" */
	EVIDENCE_BRACKET,			/* before a bracket */
	EVIDENCE_UPPER,				/* all capitals */
	EVIDENCE_FIRST,				/* first of several capitalised words */
	EVIDENCE_INNER,
	EVIDENCE_LAST,
	EVIDENCE_ALONE,
	EVIDENCE_BITS
};

#define EVIDENCE(what) (1u << EVIDENCE_##what)

/* The kinds of listed phrases, and the positions in one: WordForm.phrase is 4 * kind + position. */
#define PHRASE_SORTS 5
#define PHRASE_PLACES (4 * (PHRASE_SORTS + 1))

/* Why any token would be capitalised at this place. */
typedef enum Opening
{
	OPENING_NONE,
	OPENING_PARAGRAPH,
	OPENING_STOP,
	OPENING_MARK,
	OPENING_COLON,
	OPENINGS
} Opening;

/* Gathers the evidence for the capitalised words of the article.  Returns false when the stage has to stop. */
bool		nq_open_name_reader(Document *doc, NameReader *reader);

/* Releases the evidence, as far as the arena can. */
void		nq_close_name_reader(NameReader *reader);

/*
 * Finds the next run of tokens that can have names, from *last on.  Returns false if there is none, or if the
 * host cancels the call.
 */
bool		nq_next_name_run(const NameReader *reader, uint32_t *first, uint32_t *last);

/* Reads the forms of the tokens of a run and of a window around it. */
void		nq_read_name_run(NameReader *reader, uint32_t first, uint32_t last);

/* Returns the opening before a token. */
Opening		nq_opening_of(const Document *doc, uint32_t i);

/* The form of a token of the current run, or of the window around it. */
static inline WordForm *
name_form_at(NameReader *reader, uint32_t i)
{
	return &reader->forms[i - reader->first_form];
}

/* Whether a token is the first of its paragraph, or of its line if lines matter. */
static inline bool
opens_line(const Document *doc, uint32_t i)
{
	return i == 0 || (token_at(doc, i)->flags & TOKEN_NEWLINE) != 0;
}

static inline bool
has_before(const Document *doc, uint32_t i)
{
	return !opens_line(doc, i);
}

static inline bool
has_after(const Document *doc, uint32_t i)
{
	return i + 1 < doc->token_count && !opens_line(doc, i + 1);
}

static inline bool
is_capitalised(const Document *doc, uint32_t i)
{
	return (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0;
}

/* A byte of a word in lower case, if it is ASCII. */
static inline unsigned char
fold_byte(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (unsigned char) byte | 0x20 : (unsigned char) byte;
}

#endif							/* NQ_NAME_READER_H */
