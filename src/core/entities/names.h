/*
 * names.h
 *	  Runs of capitalised words that are a name.
 */
#ifndef NQ_NAMES_H
#define NQ_NAMES_H

#include "core/entities/mention_writer.h"

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

/* Reads the run at token i. */
void		nq_read_name(const Walk *walk, uint32_t i, NameRun *run);

/* Where nouns are capitalised: the second letter of an abbreviation, and no initial: "z. B.". */
static inline bool
is_second_abbreviation(const Document *doc, uint32_t i)
{
	return doc->language->phrases->capital_nouns && i > 0 && (token_at(doc, i)->flags & TOKEN_INITIAL) != 0 &&
		token_at(doc, i - 1)->length == 2 && (token_at(doc, i - 1)->flags & (TOKEN_DOTTED | TOKEN_CAPITAL)) == TOKEN_DOTTED;
}

#endif							/* NQ_NAMES_H */
