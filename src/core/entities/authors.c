/*
 * authors.c
 *	  A writing to its author.
 *
 * Takes the mention of a writing, which has words but says nothing by itself: a letter, a post, a statement; gives the mention of whoever
 * wrote it.  The owner of the account, the issuer, the signer, and the owner of the noun are looked for in this order.  Documents that
 * speak for themselves (reports, laws, polls) are their own speakers.
 *
 * Every search is bounded in mentions or cues.
 */
#include "core/entities/authors.h"

#include "core/lexical/word_properties.h"

/* Cues of a sentence that are searched for the noun of a writing. */
#define WRITING_CUES 12

/* Mentions within the phrase for a writing. */
#define WRITING_MENTIONS 6

/* "A post on Greta Holm's Instagram account": the owner of the account on which a writing is published; NONE if there is none. */
static uint32_t
holder_of_account(const Document *doc, uint32_t number)
{
	const Mention *writing = &doc->mentions[number];
	bool		published = false;

	if (writing->kind != MENTION_NOMINAL || writing->type != TYPE_DOCUMENT || writing->plural || !token_has(doc, writing->head + 1, WC_PREP) ||
		token_does(doc, writing->head + 1, FN_GENITIVE | FN_SOURCE | FN_GOAL))
		return NONE;
	for (uint32_t i = writing->head + 2; i < writing->last; i++)
		published |= token_has(doc, i, WC_PLATFORM);
	for (uint32_t k = number; published && k + 1 < doc->mention_count && k < number + WRITING_MENTIONS; k++)
		if (doc->mentions[k + 1].first > writing->head + 1 && doc->mentions[k + 1].last < writing->last && doc->mentions[k + 1].possessive &&
			doc->mentions[k + 1].type != TYPE_PLACE)
			return k + 1;
	return NONE;
}

/* The longest phrase from a token after a writing on that may name its author; NONE if there is none. */
static uint32_t
author_from(const Document *doc, uint32_t number, uint32_t first)
{
	uint32_t	author = NONE;

	for (uint32_t k = number + 1; k < doc->mention_count && k < number + WRITING_MENTIONS; k++)
		if (doc->mentions[k].first == first && doc->mentions[k].type != TYPE_THING && doc->mentions[k].type != TYPE_DOCUMENT &&
			(author == NONE || doc->mentions[k].last > doc->mentions[author].last))
			author = k;
	return author;
}

/*
 * "A letter signed by Lund and Hale", "the note, written by Lund,": the mention of the agent of a participle after a writing;
 * NONE if there is none.
 */
static uint32_t
signer_of(const Document *doc, uint32_t number)
{
	const Mention *writing = &doc->mentions[number];
	uint32_t	participle = token_at(doc, writing->last)->kind == TOKEN_COMMA ? writing->last + 1 : writing->last;

	/* Not "a letter seen by the Gazette" */
	if (!is_word(doc, participle) || !token_has(doc, participle, WC_PARTICIPLE) || !token_has(doc, participle, WC_CUE) ||
		(doc->lexicon->words[token_at(doc, participle)->word].cue & CUE_DIRECT) == 0 || !token_does(doc, participle + 1, FN_AGENT))
		return NONE;
	return author_from(doc, number, participle + 2);
}

/* "The study, by Clara Lund and Hugo Hale, found": the mention of the authors in apposition to a writing; NONE if there is none. */
static uint32_t
apposed_author(const Document *doc, uint32_t number)
{
	const Mention *writing = &doc->mentions[number];

	if (token_at(doc, writing->last)->kind != TOKEN_COMMA || !token_does(doc, writing->last + 1, FN_AGENT))
		return NONE;
	return author_from(doc, number, writing->last + 2);
}

/* The tokens of the verb between an issuer and a writing: "has now put out". */
#define WORDS_TO_WRITING 5

/* "Lund issued a statement saying": the subject of the verb whose object is a statement; NONE if there is none. */
static uint32_t
issuer_of(const Document *doc, uint32_t number)
{
	const Mention *writing = &doc->mentions[number];
	uint32_t	verb = writing->first - 1;

	if (writing->kind != MENTION_NOMINAL || writing->plural || !token_does(doc, writing->head, FN_AUTHORED) ||
		!token_does(doc, writing->first, FN_INDEFINITE) || writing->first <= doc->sentences[writing->sentence].first + 1)
		return NONE;
	for (uint32_t k = number; k-- > doc->sentence_mentions[writing->sentence] && k + WRITING_MENTIONS > number;)
	{
		const Mention *issuer = &doc->mentions[k];

		if (issuer->inside != NONE || issuer->possessive || issuer->nested || issuer->last > verb || issuer->last + WORDS_TO_WRITING < writing->first)
			continue;
		if (issuer->type == TYPE_THING || issuer->type == TYPE_DOCUMENT)
			return NONE;
		for (uint32_t i = issuer->last; i <= verb; i++)
			if (!is_word(doc, i) || token_has(doc, i, WC_COORD | WC_SUBORD | WC_RELATIVE))
				return NONE;
		return token_has(doc, issuer->last, WC_FINITE | WC_AUX) && (token_at(doc, issuer->last)->flags & TOKEN_CAPITAL) == 0 ? k : NONE;
	}
	return NONE;
}

uint32_t
nq_author_of(const Document *doc, uint32_t number)
{
	const Mention *writing = &doc->mentions[number];
	uint32_t	holder = holder_of_account(doc, number);
	uint32_t	apposed;

	if (holder != NONE)
		return holder;
	holder = issuer_of(doc, number);
	if (holder != NONE)
		return holder;
	if (writing->kind == MENTION_NOMINAL && !doc->language->phrases->head_first && token_does(doc, writing->head, FN_OWN | FN_AUTHORED))
	{
		uint32_t	signer = signer_of(doc, number);

		if (signer != NONE)
			return signer;
	}
	if (writing->kind != MENTION_NOMINAL || writing->type != TYPE_DOCUMENT || writing->plural)
		return number;
	apposed = doc->language->phrases->head_first ? NONE : apposed_author(doc, number);
	if (apposed != NONE)
		return apposed;
	if (!token_does(doc, writing->head, FN_OWN) && !token_does(doc, writing->head + 1, FN_AGENT))
		return number;
	for (uint32_t c = doc->sentence_cues[writing->sentence]; c < doc->sentence_cues[writing->sentence + 1] && c < doc->sentence_cues[writing->sentence] + WRITING_CUES; c++)
	{
		const Cue  *cue = &doc->cues[c];
		const Mention *author;

		if (cue->form != FORM_NOUN || cue->first > writing->head || cue->last <= writing->head || cue->subject == NONE)
			continue;
		author = &doc->mentions[cue->subject];
		if (author->type != TYPE_THING && author->type != TYPE_DOCUMENT && author->inside == NONE && author->person != 1 &&
			(author->first == writing->first || (author->first > writing->head && !author->possessive)))
			return cue->subject;
	}
	return number;
}
