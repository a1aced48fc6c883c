/*
 * headings.c
 *	  Headings, and whom the words in them refer to: see headings.h.
 *
 * A heading leaves out articles: "Minister slams plan", "council says".  The text below it introduces whom it means, who has that
 * office, or the body that has that word in its name.  Looks ahead over a bounded number of mentions.
 */
#include "core/entities/headings.h"

#include "core/entities/entity_index.h"
#include "core/entities/name_words.h"

/* Longest heading, in tokens. */
#define HEADING_TOKENS 14

/* Mentions and sentences below a heading that can name whom it means. */
#define BELOW_MENTIONS 40
#define BELOW_SENTENCES 3

bool
nq_is_heading(const Document *doc, uint32_t number)
{
	const Sentence *sentence = &doc->sentences[number];
	const Paragraph *paragraph = &doc->paragraphs[sentence->paragraph];
	uint32_t	last = sentence->last - 1;

	if (paragraph->first != sentence->first || paragraph->last != sentence->last || sentence->paragraph + 1 >= doc->paragraph_count ||
		sentence->last - sentence->first > HEADING_TOKENS)
		return false;
	if (token_at(doc, last)->kind == TOKEN_MARK && last > sentence->first)
		last--;
	return is_word(doc, last) || token_at(doc, last)->kind == TOKEN_NUMBER;
}

/* Whether one of the words of a role is the same office as a word of a heading: "Prime Minister", "premier". */
static bool
is_office(const Document *doc, uint32_t first, uint32_t role, uint32_t word)
{
	uint16_t	lemma = doc->lexicon->words[token_at(doc, word)->word].lemma;

	for (uint32_t i = first; i <= role; i++)
		if (nq_same_word(doc, i, word) || (lemma != 0 && doc->lexicon->words[token_at(doc, i)->word].lemma == lemma))
			return true;
	return (token_at(doc, word)->flags & (TOKEN_UPPER | TOKEN_DOTTED)) == TOKEN_UPPER && token_at(doc, word)->length > 1 && nq_spells_office(doc, word, role);
}

/* "Health minister Otto Lund", "the minister, Otto Lund": whether a mention is of somebody named, with the office of a word. */
static bool
holds_office(const Document *doc, const Mention *other, uint32_t word)
{
	if (other->kind == MENTION_NAME)
		return other->role != NONE && other->name_last > other->name_first && is_office(doc, other->first, other->role, word);
	return other->kind == MENTION_NOMINAL && other->type == TYPE_PERSON && is_apposed(other) && doc->mentions[appositive_of(doc, other)].kind == MENTION_NAME &&
		is_office(doc, other->first, other->head, word);
}

/* "Lindby Council": whether a word is in the name of a body of several words. */
static bool
has_in_name(const Document *doc, const Mention *other, uint32_t word)
{
	if (other->kind != MENTION_NAME || other->type != TYPE_ORGANISATION || other->name_last < other->name_first + 2)
		return false;
	for (uint32_t i = other->name_first; i < other->name_last; i++)
		if (nq_same_word(doc, i, word))
			return true;
	return false;
}

uint32_t
nq_named_below(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	word = mention->first;
	bool		office;

	if (!names_show_capitals(doc) || mention->last != word + 1 || mention->inside != NONE || is_apposed(mention) || !nq_is_heading(doc, mention->sentence))
		return NONE;
	office = token_has(doc, word, WC_ROLE | WC_OFFICE | WC_TITLE) && !token_has(doc, word, WC_PLURAL | WC_FORENAME);
	if (!office && (mention->kind != MENTION_NOMINAL || !token_has(doc, word, WC_BODY) || token_has(doc, word, WC_PLURAL)))
		return NONE;
	for (uint32_t k = number + 1; k < doc->mention_count && k <= number + BELOW_MENTIONS && doc->mentions[k].sentence <= mention->sentence + BELOW_SENTENCES; k++)
	{
		const Mention *other = &doc->mentions[k];

		if (other->sentence == mention->sentence || other->inside != NONE)
			continue;
		if (office ? holds_office(doc, other, word) : has_in_name(doc, other, word))
			return k;
	}
	return NONE;
}
