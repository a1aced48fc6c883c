/*
 * inscriptions.c
 *	  The things that words are written on: see inscriptions.h.
 *
 * The noun is right after the span, a “Free the tide” banner, or right before words that introduce an inscription, banners
 * emblazoned with “Free the tide”.  The language's page.txt lists the nouns and these words.
 */
#include "core/speech/inscriptions.h"

#include "core/lexical/word_properties.h"

/* The most words that introduce an inscription: "with the words". */
#define INTRODUCING_WORDS 3

/* Mentions on one side of a span among which is that of the thing. */
#define THINGS_BESIDE 4

static bool
is_sign(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	/* "T-shirt", but not "Banner" */
	return is_word(doc, i) && ((token->flags & TOKEN_CAPITAL) == 0 || (token->flags & TOKEN_HYPHEN) != 0) &&
		nq_has_letters(&doc->language->page->signs, doc->text + token->start, token->length);
}

/* Whether the words of a span are more than an adjective: "a “great” sign" is none that somebody painted. */
static bool
may_be_written(const Document *doc, const QuotedSpan *span)
{
	return (token_at(doc, span->first)->flags & TOKEN_CAPITAL) != 0 && !token_has(doc, span->first, WC_DEMONYM);
}

/* "A “Free the tide” banner": the thing right after the span. */
static uint32_t
thing_after(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	next = span->close + 1;

	if (next >= doc->sentences[view->sentence].last || !is_sign(doc, next) || span->open == doc->sentences[view->sentence].first || !may_be_written(doc, span))
		return NONE;
	for (uint32_t k = view->first_mention_after; k < doc->sentence_mentions[view->sentence + 1] && k < view->first_mention_after + THINGS_BESIDE; k++)
		if (doc->mentions[k].first == next && doc->mentions[k].head == next && doc->mentions[k].inside == NONE)
			return k;
	return NONE;
}

/* The first of the words right before a span that introduce an inscription; NONE if there are none. */
static uint32_t
introducing_words(const Document *doc, const QuoteContext *view)
{
	uint32_t	open = doc->spans[view->span].open;
	uint32_t	floor = doc->sentences[view->sentence].first;
	const char *text = doc->text;

	for (uint32_t i = open; i-- > floor && i + INTRODUCING_WORDS >= open && is_word(doc, i);)
		if (nq_has_text(&doc->language->page->inscribed, text + token_at(doc, i)->start, token_end(token_at(doc, open - 1)) - token_at(doc, i)->start))
			return i;
	return NONE;
}

/* "Banners emblazoned with “Free the tide”", "her T-shirt bore the words “Free the tide”": the thing before the words that introduce the span. */
static uint32_t
thing_before(const Document *doc, const QuoteContext *view)
{
	uint32_t	words = introducing_words(doc, view);

	if (words == NONE)
		return NONE;
	for (uint32_t k = view->first_mention_after; k-- > doc->sentence_mentions[view->sentence] && k + THINGS_BESIDE >= view->first_mention_after;)
		if (doc->mentions[k].last == words && doc->mentions[k].inside == NONE)
			return is_sign(doc, doc->mentions[k].head) ? k : NONE;
	return NONE;
}

uint32_t
nq_inscribed_thing(const Document *doc, const QuoteContext *view)
{
	uint32_t	thing = thing_before(doc, view);

	return thing == NONE ? thing_after(doc, view) : thing;
}
