/*
 * noun_reports.c
 *	  The owner of the noun of speech that gives a quotation: "Lund's claim that", "a warning from Lund".
 *
 * Takes a span with the cues around it.  The noun is before the span, or it names the words in the next sentence.
 */
#include "core/speech/noun_reports.h"

#include "core/base/bounds.h"

/* Tokens between a noun of speech and the span. */
#define NOUN_REACH 14

/* Whether a finite verb or an auxiliary is among the tokens, at most as many as a label has. */
static bool
has_verb_among(const Document *doc, uint32_t first, uint32_t last)
{
	if (last > first + NOUN_REACH)
		return true;
	for (uint32_t i = first; i < last; i++)
		if (is_word(doc, i) && token_has(doc, i, WC_FINITE | WC_AUX) && !token_has(doc, i, WC_NOUN | WC_ADJ | WC_CUENOUN) &&
			(token_at(doc, i)->flags & TOKEN_CAPITAL) == 0)
			return true;
	return false;
}

/* The nearest cue before the span; "Lund's claim that Holt wanted “…”": the noun with "that" before a verb of thought. */
static const Cue *
noun_before(const Document *doc, const QuoteContext *view)
{
	const Cue  *cue = nearest_cue(view, SIDE_BEFORE);

	if (view->first_cue_after >= view->first_cue + 2 && cue == &doc->cues[view->first_cue_after - 1] && cue->form == FORM_FINITE &&
		(cue->frames & CUE_THOUGHT) != 0 && cue[-1].form == FORM_NOUN && token_does(doc, cue[-1].last, FN_COMPLEMENTISER))
		return cue - 1;
	/* "Lund's remark that the plan was “…”": the second noun has no owner of its own. */
	if (view->first_cue_after >= view->first_cue + 2 && cue == &doc->cues[view->first_cue_after - 1] && cue->form == FORM_NOUN && cue[-1].form == FORM_NOUN &&
		cue->subject == cue[-1].subject && cue->subject != NONE && doc->mentions[cue->subject].last <= cue[-1].first && token_does(doc, cue[-1].last, FN_COMPLEMENTISER))
		return cue - 1;
	return cue;
}

/* "Lund's claim he was “late”": whether a pronoun and its verb follow a noun of speech, without "that". */
static bool
begins_bare_claim(const Document *doc, uint32_t i)
{
	return names_show_capitals(doc) && is_word(doc, i) && token_has(doc, i, WC_PRONOUN) && token_has(doc, i, WC_SUBJECT) && token_has(doc, i + 1, WC_FINITE | WC_AUX);
}

/* "Lund's view that", "claims by Lund that": whether somebody named owns a noun of speech with "that" right after it. */
static bool
is_claim_of_name(const Document *doc, const Cue *noun)
{
	uint32_t	that = doc->mentions[noun->subject].first >= noun->last ? doc->mentions[noun->subject].last : noun->last;

	return (noun->link == SUBJECT_POSSESSOR || noun->link == SUBJECT_AGENT) && doc->mentions[noun->subject].kind == MENTION_NAME &&
		((token_does(doc, that, FN_COMPLEMENTISER) && !token_has(doc, that + 1, WC_FINITE | WC_AUX)) || begins_bare_claim(doc, that));
}

/* "Lund's description of the quay as “…”": whether the owner of a noun of speech gives something its name. */
static bool
is_description(const Document *doc, const Cue *noun, uint32_t open)
{
	uint32_t	as = open - 1;

	if (noun->link != SUBJECT_POSSESSOR || noun->last + 2 >= open || !is_word(doc, noun->last) || !token_does(doc, noun->last, FN_GENITIVE))
		return false;
	if (is_word(doc, as) && token_does(doc, as, FN_INDEFINITE | FN_DEFINITE))
		as--;
	if (!is_word(doc, as) || !token_does(doc, as, FN_AS))
		return false;
	for (uint32_t i = noun->last; i < as; i++)
		if (token_at(doc, i)->kind == TOKEN_COMMA || token_at(doc, i)->kind == TOKEN_MARK || (is_word(doc, i) && token_has(doc, i, WC_COORD | WC_RELATIVE | WC_AUX)))
			return false;
	return true;
}

/* Mentions before a span among which its owner is. */
#define OWNERS_BACK 3

/* "Lund's “late” remark": the mention whose possessive is right before the span; NONE if there is none. */
static uint32_t
owner_of_span(const Document *doc, const QuoteContext *view)
{
	uint32_t	open = doc->spans[view->span].open;

	for (uint32_t k = view->first_mention_after; k-- > doc->sentence_mentions[view->sentence] && k + OWNERS_BACK >= view->first_mention_after;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->inside == NONE && mention->kind != MENTION_PRONOUN && mention->possessive && !mention->nested && mention->last <= open && mention->last + 1 >= open)
			return k;
	}
	return NONE;
}

/*
 * "Lund's “dead harbour” remark", "Lund's “I paid for this boat” moment": the owner of the words that the span is, right before it; NONE
 * if there is none.  In "Lund's “rude” remark", the adjective is somebody else's.
 */
static uint32_t
owner_of_words(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	next = span->close + 1;
	uint32_t	owner = owner_of_span(doc, view);

	if (owner == NONE || next >= doc->sentences[view->sentence].last || !may_be_modified(doc, next) || (token_at(doc, next)->flags & TOKEN_CAPITAL) != 0 ||
		is_in_title_case(&view->inside) || doc->mentions[owner].type == TYPE_THING || doc->mentions[owner].type == TYPE_PLACE)
		return NONE;
	if (view->inside.first_person && view->inside.words > 2)
		return owner;
	return token_has(doc, next, WC_CUENOUN) && !token_has(doc, next, WC_PLURAL | WC_OCCASION | WC_FINITE) && view->inside.words > 1 ? owner : NONE;
}

/* "Lund's motion urging “…”": the owner of the noun of speech right before the gerund that leads up to the span; NONE if there is none. */
static uint32_t
owner_before_gerund(const Document *doc, const QuoteContext *view)
{
	const Cue  *cue = nearest_cue(view, SIDE_BEFORE);
	const Cue  *noun;
	uint32_t	open = doc->spans[view->span].open;

	if (view->first_cue_after < view->first_cue + 2 || cue != &doc->cues[view->first_cue_after - 1] || cue->form != FORM_GERUND || token_has(doc, cue->first, WC_PREP) ||
		cue->last + NOUN_REACH < open)
		return NONE;
	noun = cue - 1;
	if (noun->form != FORM_NOUN || noun->subject == NONE)
		return NONE;
	if ((doc->mentions[noun->subject].first >= noun->last ? doc->mentions[noun->subject].last : noun->last) != cue->verb_first)
		return NONE;
	if (token_has(doc, noun->first, WC_DOCUMENT) && !token_does(doc, noun->first, FN_OWN | FN_AUTHORED | FN_PUBLISHED))
		return NONE;
	for (uint32_t i = cue->last; i < open; i++)
		if (token_at(doc, i)->kind == TOKEN_COMMA || token_at(doc, i)->kind == TOKEN_MARK || (is_word(doc, i) && token_has(doc, i, WC_RELATIVE | WC_COORD) && !token_does(doc, i, FN_COMPLEMENTISER)))
			return NONE;
	return noun->subject;
}

/* Mentions after a span among which that of the owner is. */
#define MENTIONS_AFTER 5

/* Tokens between a noun of speech and the name of its owner: "from Lindby's first mayor". */
#define NAME_REACH 8

/* Words between a copula and the noun of speech after it: "was the only clear demand of". */
#define PREDICATE_WORDS 4

/* "“No more tolls” was the demand of the rowers": the phrase after the noun of speech by which the sentence calls the span; NONE if there is none. */
static uint32_t
owner_in_predicate(const Document *doc, const QuoteContext *view)
{
	uint32_t	copula = doc->spans[view->span].close + 1;
	uint32_t	last = doc->sentences[view->sentence].last;
	uint32_t	noun = copula + 1;
	uint32_t	owner = NONE;

	if (copula + 4 >= last || doc->spans[view->span].open != doc->sentences[view->sentence].first || !is_word(doc, copula) || !token_does(doc, copula, FN_COPULA) ||
		!is_word(doc, noun) || !token_does(doc, noun, FN_DEFINITE | FN_INDEFINITE))
		return NONE;
	for (noun++; noun + 2 < last && noun <= copula + PREDICATE_WORDS && is_word(doc, noun) && !token_has(doc, noun, WC_CUENOUN); noun++)
		if (!token_has(doc, noun, WC_ADJ | WC_NUM))
			return NONE;
	if (noun + 2 >= last || !is_word(doc, noun) || !token_has(doc, noun, WC_CUENOUN) || token_has(doc, noun, WC_PLURAL) ||
		!is_word(doc, noun + 1) || !token_does(doc, noun + 1, FN_GENITIVE | FN_SOURCE | FN_AGENT))
		return NONE;
	for (uint32_t k = view->first_mention_after; k < doc->sentence_mentions[view->sentence + 1] && k < view->first_mention_after + MENTIONS_AFTER; k++)
		if (doc->mentions[k].first == noun + 2 && doc->mentions[k].inside == NONE && doc->mentions[k].type != TYPE_THING && doc->mentions[k].type != TYPE_PLACE)
			owner = k;
		/* "The order from Lindby's mayor Otto Lund" */
		else if (owner != NONE && doc->mentions[owner].possessive && doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].inside == NONE &&
				 doc->mentions[k].type == TYPE_PERSON && doc->mentions[k].first <= noun + NAME_REACH)
			owner = k;
	return owner;
}

/*
 * "Asked about Lund's claim that the crew was “lazy”, Hale laughed": the owner of the noun of speech that leads up to
 * the span, with "that" or a preposition after it and no other verb of speech; NONE if there is none.
 */
uint32_t
nq_owner_of_noun(const Document *doc, const QuoteContext *view)
{
	const Cue  *noun = noun_before(doc, view);
	uint32_t	open = doc->spans[view->span].open;
	uint32_t	i = noun->last;
	uint32_t	owner = owner_of_words(doc, view);

	if (owner == NONE)
		owner = owner_before_gerund(doc, view);
	if (owner == NONE)
		owner = owner_in_predicate(doc, view);
	if (owner != NONE)
		return owner;
	if (noun->subject == NONE || noun->form != FORM_NOUN || i + NOUN_REACH < open || i >= open)
		return NONE;
	/* "Others said that, in Lund's words, “…”" */
	if (token_at(doc, i)->kind == TOKEN_COMMA && i + 1 == open && token_has(doc, i - 1, WC_CUENOUN) && token_has(doc, i - 1, WC_PLURAL) &&
		!token_has(doc, i - 1, WC_DOCUMENT | WC_OCCASION) && doc->mentions[noun->subject].first > doc->sentences[view->sentence].first &&
		token_does(doc, doc->mentions[noun->subject].first - 1, FN_COMPLEMENT) && token_has(doc, doc->mentions[noun->subject].first - 1, WC_STARTS))
		return noun->subject;
	/* "Lund's claim that it is “safe,” Hale said" */
	if (view->adjacent_subject != NONE && (nearest_cue(view, SIDE_AFTER)->subject != view->adjacent_subject || strength_of(nearest_cue(view, SIDE_AFTER)) == 0))
		return NONE;
	/* "Shouts of “Out!” from the gallery" */
	if (doc->mentions[noun->subject].first > doc->spans[view->span].close)
		return i + 1 == open ? noun->subject : NONE;
	if (doc->mentions[noun->subject].first >= noun->last)
		i = doc->mentions[noun->subject].last;
	/* "Lund's pledge to “clean the locks”", "Lund's talk of a “long winter”" */
	if ((i + 1 == open || (i + 2 == open && token_does(doc, i + 1, FN_INDEFINITE | FN_DEFINITE))) && is_word(doc, i) && doc->mentions[noun->subject].kind != MENTION_PRONOUN &&
		(token_does(doc, i, FN_INFINITIVE) ||
		 (i == noun->last && token_does(doc, i, FN_GENITIVE) && !holds_kind(doc, doc->mentions[noun->subject].last, noun->first, TOKEN_MARK)) ||
		 (i > noun->last && token_has(doc, i, WC_PREP) && !token_does(doc, i, FN_AS | FN_LOCATIVE))))
		return noun->subject;
	if (is_description(doc, noun, open))
		return noun->subject;
	/* "Holt said he shared Lund's view that it was “late”" */
	for (uint32_t k = view->first_cue; k < view->last_cue && k < view->first_cue + CUES_SCANNED && !is_claim_of_name(doc, noun); k++)
		if (strength_of(&doc->cues[k]) == 0 && doc->cues[k].form == FORM_FINITE && doc->cues[k].subject != NONE)
			return NONE;
	/* "The verdict of Lund: “Grim.”", "Lund's verdict on the food: “…”" */
	if (view->colon && !has_verb_among(doc, doc->sentences[view->sentence].first, open))
		return noun->subject;
	if (view->colon || i >= open || !is_word(doc, i) || (!token_does(doc, i, FN_COMPLEMENTISER) && !begins_bare_claim(doc, i)))
		return NONE;
	/* "Holt dismissed Lund's claim that it had sunk as “nonsense”" */
	if (is_word(doc, open - 1) && token_does(doc, open - 1, FN_AS) && view->first_cue < view->first_cue_after && doc->cues[view->first_cue].form == FORM_FINITE &&
		doc->cues[view->first_cue].last <= doc->mentions[noun->subject].first && (doc->cues[view->first_cue].frames & CUE_OBJ) != 0)
		return NONE;
	for (; i < open; i++)
		if (token_at(doc, i)->kind == TOKEN_COMMA || token_at(doc, i)->kind == TOKEN_MARK || (is_word(doc, i) && token_does(doc, i, FN_CONTRAST)))
			return NONE;
	return noun->subject;
}

/* "Lund's answer?  “Never.”": the owner of the noun that is the whole sentence before the span, a question; NONE if there is none. */
static uint32_t
owner_asked_before(const Document *doc, const QuoteContext *view)
{
	const Sentence *before;
	const Cue  *noun;

	if (!view->standalone || view->sentence == 0)
		return NONE;
	before = &doc->sentences[view->sentence - 1];
	if (before->paragraph != doc->sentences[view->sentence].paragraph || before->first_span < before->last_span || !is_question_mark(doc, before->last - 1) ||
		doc->sentence_cues[view->sentence - 1] == doc->sentence_cues[view->sentence])
		return NONE;
	noun = &doc->cues[doc->sentence_cues[view->sentence] - 1];
	return noun->form == FORM_NOUN && noun->link == SUBJECT_POSSESSOR && noun->last == before->last - 1 && doc->mentions[noun->subject].first == before->first ?
		noun->subject : NONE;
}

/* Tokens from the beginning of a sentence to the noun that says what the words before it were. */
#define NAMED_AFTER 8

/* "“Enough.”  That was the message from the mayor.": the owner of the noun by which the next sentence calls the span; NONE if it does not. */
uint32_t
nq_owner_named_after(const Document *doc, const QuoteContext *view)
{
	uint32_t	next = view->sentence + 1;
	uint32_t	first = owner_asked_before(doc, view);

	if (first != NONE)
		return first;
	if (!view->standalone || next >= doc->sentence_count || doc->sentences[next].first_span < doc->sentences[next].last_span)
		return NONE;
	first = doc->sentences[next].first;
	if (first + 2 >= doc->sentences[next].last || !token_does(doc, first, FN_DEMONSTRATIVE) || !token_does(doc, first + 1, FN_COPULA))
		return NONE;
	for (uint32_t k = doc->sentence_cues[next]; k < doc->sentence_cues[next + 1] && doc->cues[k].first < first + NAMED_AFTER; k++)
		if (doc->cues[k].form == FORM_NOUN && doc->cues[k].subject != NONE && doc->mentions[doc->cues[k].subject].type != TYPE_THING)
			return doc->cues[k].subject;
	return NONE;
}
