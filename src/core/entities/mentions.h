/*
 * mentions.h
 *	  What the two halves of mention finding share: names.c reads runs of
 *	  capitalised words, mentions.c walks the text and reads the other phrases.
 */
#ifndef NQ_MENTIONS_H
#define NQ_MENTIONS_H

#include "core/lexical/word_properties.h"

/* The walk over the tokens of a sentence. */
typedef struct Walk
{
	Document   *doc;
	uint32_t	capacity;		/* of Document.mentions */
	uint32_t	sentence;
	uint32_t	span;		/* the next span to meet, or the one within which the walk is */
	uint32_t	limit;			/* first token that no phrase may reach: the span's or sentence's end */
	uint32_t	floor;			/* first token that a phrase may start with */
	bool		inside;			/* a span */
	uint32_t	within;			/* that span, or NONE */
	uint32_t	in_name;		/* the property of a word that can be in a name here: in a headline, fewer can */
	uint32_t	reach;			/* the farthest end of a mention so far */
	uint32_t	rounds;			/* of the loop over tokens, for check_interrupts */
} Walk;

/* A name as it was read. */
typedef struct NameRun
{
	uint32_t	first,
				last;			/* tokens of the whole run, titles included */
	uint32_t	name_first,
				name_last;		/* the name; empty when the run is a standalone title: "the President" */
	uint32_t	role;			/* token of the title or role before the name, or NONE */
	uint8_t		type;
	uint8_t		gender;
} NameRun;

/* Whether a run of capitalised words that may be a name begins at token i. */
bool		nq_name_begins(const Walk *walk, uint32_t i);

/* Reads the run at token i. */
void		nq_read_name(const Walk *walk, uint32_t i, NameRun *run);

/* Where nouns are capitalised: the second letter of an abbreviation, and no initial: "z. B.". */
static inline bool
is_second_abbreviation(const Document *doc, uint32_t i)
{
	return doc->language->phrases->capital_nouns && i > 0 && (token_at(doc, i)->flags & TOKEN_INITIAL) != 0 &&
		token_at(doc, i - 1)->length == 2 && (token_at(doc, i - 1)->flags & (TOKEN_DOTTED | TOKEN_CAPITAL)) == TOKEN_DOTTED;
}

#endif							/* NQ_MENTIONS_H */
