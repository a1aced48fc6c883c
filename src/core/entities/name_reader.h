/*
 * name_reader.h
 *	  The article as the tagger of names sees it: see name_reader.c.
 */
#ifndef NQ_NAME_READER_H
#define NQ_NAME_READER_H

#include "core/stages.h"

/* Tokens before and after the one whose features are asked for. */
#define NAME_WINDOW 2

/* The longest run, in tokens. */
#define MAX_NAME_RUN 40

/* What is known of a token for the sake of its neighbours' features. */
typedef struct WordForm
{
	uint32_t	hash;			/* of the word, whatever its case */
	uint32_t	evidence;		/* EVIDENCE bits of the word in this article, if it is capitalised */
	uint32_t	shape;
	uint32_t	phrase;			/* of a listed phrase: which sort, and where in it; else 0 */
} WordForm;

/* The article as the tagger sees it. */
typedef struct NameReader
{
	Document   *doc;
	uint32_t	first_form;		/* the token whose form is the first one */
	WordForm	forms[MAX_NAME_RUN + 2 * NAME_WINDOW];	/* of the tokens of the run that was read last, and of a window beside it */
	uint32_t   *words;			/* hash table of the capitalised words' hashes, ... */
	uint32_t   *evidence;		/* ... with the evidence of each */
	uint32_t	word_mask;
} NameReader;

/* What the article shows of a word, one bit each. */
enum Evidence
{
	EVIDENCE_LOWER,				/* it is printed in lower case too */
	EVIDENCE_MIDDLE,			/* capitalised where nothing asks for it */
	EVIDENCE_START,				/* capitalised at the beginning of a sentence */
	EVIDENCE_TITLE,				/* after a title */
	EVIDENCE_FORENAME,			/* after a forename */
	EVIDENCE_ORGWORD,			/* before a word that organisations or places have in their names */
	EVIDENCE_POSSESSIVE,		/* before 's */
	EVIDENCE_CUE,				/* beside a reporting verb */
	EVIDENCE_VERB,				/* before another verb */
	EVIDENCE_IN,				/* after a preposition that places may follow */
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

/* The sorts of listed phrases, and the places in one: WordForm.phrase is 4 * sort + place. */
#define PHRASE_SORTS 5
#define PHRASE_PLACES (4 * (PHRASE_SORTS + 1))

/* Why a token would be capitalised whatever it is. */
typedef enum Opening
{
	OPENING_NONE,
	OPENING_PARAGRAPH,
	OPENING_STOP,
	OPENING_MARK,
	OPENING_COLON,
	OPENINGS
} Opening;

/* Gathers what the article shows of its capitalised words; false when the stage has to stop. */
bool		nq_open_name_reader(Document *doc, NameReader *reader);

/* Gives back what was gathered, as far as the arena can take it. */
void		nq_close_name_reader(NameReader *reader);

/* The next run of tokens that may hold names, from *last on; false when there is none, or the host wants the call to end. */
bool		nq_next_name_run(const NameReader *reader, uint32_t *first, uint32_t *last);

/* Reads the forms of a run's tokens, and of those in a window beside it. */
void		nq_read_name_run(NameReader *reader, uint32_t first, uint32_t last);

/* The opening before a token. */
Opening		nq_opening_of(const Document *doc, uint32_t i);

/* The form of a token of the run that was read last, or of a window beside it. */
static inline WordForm *
name_form_at(NameReader *reader, uint32_t i)
{
	return &reader->forms[i - reader->first_form];
}

/* The first of its paragraph, or of its line where lines tell something. */
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
