/*
 * name_runs.h
 *	  Runs of capitalised words that may be a name.
 */
#ifndef NQ_NAME_RUNS_H
#define NQ_NAME_RUNS_H

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

/* "Jr.", "Sr.", "III": longer suffixes are degrees. */
#define GENERATION_BYTES 3

/* Whether a run of capitalised words that may be a name begins at token i. */
bool		nq_name_begins(const Walk *walk, uint32_t i);

/* "“We won,” Weld said": whether a word after a quotation that ends with a comma is a name because it has a capital. */
bool		nq_is_name_by_comma(const Walk *walk, uint32_t i);

/* Where the run at token i ends, nicknames and suffixes included. */
uint32_t	nq_run_end(const Walk *walk, uint32_t i);

/* The first of the lower-case particles right before a run: "van der" before "Meer". */
uint32_t	nq_before_particles(const Walk *walk, uint32_t first);

static inline bool
is_capital_word(const Document *doc, uint32_t i)
{
	return (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0;
}

/* Where nouns are capitalised: the second letter of an abbreviation, and no initial: "z. B.". */
static inline bool
is_second_abbreviation(const Document *doc, uint32_t i)
{
	return doc->language->phrases->capital_nouns && i > 0 && (token_at(doc, i)->flags & TOKEN_INITIAL) != 0 &&
		token_at(doc, i - 1)->length == 2 && (token_at(doc, i - 1)->flags & (TOKEN_DOTTED | TOKEN_CAPITAL)) == TOKEN_DOTTED;
}

#endif							/* NQ_NAME_RUNS_H */
