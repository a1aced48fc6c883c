/*
 * name_starts.h
 *	  Where a run of capitalised words begins that can be a name.
 */
#ifndef NQ_NAME_STARTS_H
#define NQ_NAME_STARTS_H

#include "core/entities/mention_writer.h"

/* Whether a run of capitalised words that can be a name begins at token i. */
bool		nq_name_begins(const Walk *walk, uint32_t i);

/* "Justice A K Rao", "P A Rao": whether a capital that is an article elsewhere is an initial. */
bool		nq_is_bare_initial(const Walk *walk, uint32_t i);

/* "“We won,” Weld said": whether a capitalised word after a quotation that ends with a comma is a name. */
bool		nq_is_name_by_comma(const Walk *walk, uint32_t i);

/* Whether a capitalised word can be part of a name at this place. */
bool		nq_can_be_in_name(const Walk *walk, uint32_t i);

/* "Radio 1", "Channel 4", "No 10": whether a token is the number of an outlet or seat, and not the day of a month. */
bool		nq_is_outlet_number(const Document *doc, uint32_t i);

/* The token after a quoted nickname: Robert "Bobby" Scott. */
uint32_t	nq_after_nickname(const Walk *walk, uint32_t i);

static inline bool
is_capital_word(const Document *doc, uint32_t i)
{
	return (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0;
}

/* "Texas-based", "Russian-backed": whether an adjective or participle follows the hyphen. */
bool		nq_is_compound_adjective(const Document *doc, uint32_t i);

/*
 * "z. B.": whether a token is the second letter of an abbreviation and not an initial, in a language that
 * capitalises nouns.
 */
static inline bool
is_second_abbreviation(const Document *doc, uint32_t i)
{
	return doc->language->phrases->capital_nouns && i > 0 && (token_at(doc, i)->flags & TOKEN_INITIAL) != 0 &&
		token_at(doc, i - 1)->length == 2 && (token_at(doc, i - 1)->flags & (TOKEN_DOTTED | TOKEN_CAPITAL)) == TOKEN_DOTTED;
}

#endif							/* NQ_NAME_STARTS_H */
