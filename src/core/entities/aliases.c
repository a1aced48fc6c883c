/*
 * aliases.c
 *	  Names that the article introduces as another name of a person.
 *
 * "Ellen Carver, better known as “Nell”, won": the words between the two names are a participle that introduces a
 * name, adverbs and those who call the person so.  Takes the mention of the other name, and looks back at most
 * ALIAS_WORDS tokens.
 */
#include "core/entities/aliases.h"

/* Tokens between a person's name and the other name: "who was known to everybody in the town as". */
#define ALIAS_WORDS 10

/* Mentions between the two, such as those who use the name. */
#define ALIAS_MENTIONS 4

/* "Goes by the name of Teddy": the token after "by", which is that of the name if no noun is between. */
static uint32_t
before_word_for_name(const Document *doc, uint32_t i, uint32_t floor)
{
	uint32_t	k = i;

	if (k > floor + 3 && token_does(doc, k - 1, FN_GENITIVE))
		k--;
	return k > floor + 3 && is_word(doc, k - 1) && token_has(doc, k - 1, WC_NOUN) && token_does(doc, k - 2, FN_DEFINITE) ? k - 2 : i;
}

uint32_t
nq_introducing_word(const Document *doc, const Mention *mention, uint32_t floor)
{
	uint32_t	i = mention->name_first;
	uint32_t	by;

	/* "aka Lady Vex": a title belongs to the mention, and so may "aka". */
	while (i > mention->first && !token_does(doc, i - 1, FN_SAME))
		i--;
	/* “the Bear” */
	if (i > floor && mention->inside != NONE && token_does(doc, i - 1, FN_DEFINITE))
		i--;
	if (i > floor && mention->inside != NONE && token_at(doc, i - 1)->kind == TOKEN_MARK)
		i--;
	if (i == floor || !is_word(doc, i - 1))
		return NONE;
	if (token_does(doc, i - 1, FN_SAME))
		return i - 1;
	by = before_word_for_name(doc, i, floor);
	if (by > floor + 1 && token_does(doc, by - 1, FN_AGENT) && token_does(doc, by - 2, FN_SAME))
		return by - 2;
	if (!token_does(doc, i - 1, FN_AS))
		return NONE;
	for (uint32_t k = i - 1; k-- > floor && k + ALIAS_WORDS >= i && is_word(doc, k);)
		if (token_does(doc, k, FN_NAMED))
			return k;
	return NONE;
}

/* Whether a span has nothing but a name, and the mention may be that name. */
static bool
is_whole_span(const Document *doc, const Mention *mention)
{
	const QuotedSpan *span = &doc->spans[mention->inside];

	return mention->last + 1 >= span->last && mention->first <= span->first + 1;
}

/* "Shay Frame (@shayframe)": the name before the bracket that has a handle; NONE if there is none. */
static uint32_t
before_bracket(const Document *doc, uint32_t number)
{
	const Mention *handle = &doc->mentions[number];

	for (uint32_t k = number; k-- > 0 && k + ALIAS_MENTIONS >= number && doc->mentions[k].sentence == handle->sentence;)
		if (doc->mentions[k].last + 1 == handle->first && token_at(doc, handle->first - 1)->kind == TOKEN_OPEN && doc->mentions[k].kind == MENTION_NAME)
			return k;
	return NONE;
}

uint32_t
nq_alias_owner(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	floor = doc->sentences[mention->sentence].first;
	uint32_t	word;
	bool		relative = false;
	bool		auxiliary = false;

	if (mention->kind != MENTION_NAME || (mention->inside != NONE && !is_whole_span(doc, mention)))
		return NONE;
	if (token_at(doc, mention->head)->kind == TOKEN_HANDLE)
		return before_bracket(doc, number);
	word = nq_introducing_word(doc, mention, floor);
	if (word == NONE)
		return NONE;
	/* "Carver, who goes by" */
	auxiliary = token_does(doc, word + 1, FN_AGENT);
	/* "Carver, who is also better known as" */
	while (word > floor && word + ALIAS_WORDS > mention->first && is_word(doc, word - 1) && token_has(doc, word - 1, WC_ADV | WC_AUX | WC_RELATIVE | WC_ADJ) &&
		   (token_at(doc, word - 1)->flags & TOKEN_CAPITAL) == 0)
	{
		word--;
		relative |= token_has(doc, word, WC_RELATIVE);
		auxiliary |= token_does(doc, word, FN_COPULA);
	}
	/* "Carver, who called Lund" */
	if (relative && !auxiliary)
		return NONE;
	if (word > floor && (token_at(doc, word - 1)->kind == TOKEN_COMMA || token_at(doc, word - 1)->kind == TOKEN_OPEN ||
						 token_at(doc, word - 1)->kind == TOKEN_DASH))
		word--;
	else if (!auxiliary)
		return NONE;
	for (uint32_t k = number; k-- > 0 && k + ALIAS_MENTIONS >= number && doc->mentions[k].sentence == mention->sentence;)
		if (doc->mentions[k].last == word && doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].inside == NONE)
			return k;
	return NONE;
}
