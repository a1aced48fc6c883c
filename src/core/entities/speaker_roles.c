/*
 * speaker_roles.c
 *	  The role of a person with a name.
 *
 * It is printed right beside the name, in any of its mentions:
 *
 *	- before it: Russian Foreign Ministry spokesman Ivan Petrov;
 *	- after a comma: Ada Quist, a retired teacher;
 *	- in front, with a comma: the sheriff, Tom Hale;
 *	- in brackets or between commas: (D-Mich.), (PSOE).
 *
 * The role with the most words is used.  An honorific is not a role.  If there is none, a description of an
 * office that was resolved to the person is used: "the former secretary of state".
 *
 * All searches around a mention are bounded.
 */
#include "core/base/bounds.h"
#include "core/entities/name_types.h"
#include "core/entities/referents.h"
#include "core/entities/speaker_facts.h"
#include "core/lexical/word_properties.h"
#include "core/stages.h"

/* A range of tokens. */
typedef struct Words
{
	uint32_t	first,
				last;
} Words;

static const Words no_words = {0, 0};

/* ---- words before a name ---- */

/* The most words in a bracket of a role. */
#define BRACKET_WORDS 3

/* "Justice (retd)": whether the last of the words closes a bracket that one of them opens. */
static bool
end_with_bracket(const Document *doc, Words words)
{
	if (token_at(doc, words.last - 1)->kind != TOKEN_CLOSE)
		return false;
	for (uint32_t i = words.last - 1; i-- > words.first + 1 && i + BRACKET_WORDS + 2 >= words.last;)
		if (token_at(doc, i)->kind == TOKEN_OPEN)
			return true;
	return false;
}

/* Trims the article and punctuation of a role. */
static Words
trimmed(const Document *doc, Words words)
{
	while (words.first < words.last &&
		   (token_does(doc, words.first, FN_DEFINITE | FN_INDEFINITE | FN_DEMONSTRATIVE) ||
			(!is_word(doc, words.first) && token_at(doc, words.first)->kind != TOKEN_NUMBER)))
		words.first++;
	/* "Tan Sri" */
	if (words.last >= words.first + 2 && (nq_classes_of_words(doc, words.last - 2, words.last) & WC_HONORIFIC) != 0)
		words.last -= 2;
	while (words.last > words.first && !end_with_bracket(doc, words) &&
		   (token_has(doc, words.last - 1, WC_HONORIFIC) ||
			(!is_word(doc, words.last - 1) && token_at(doc, words.last - 1)->kind != TOKEN_NUMBER)))
		words.last--;
	return words;
}

/* Whether the token before continues a role's capitalised words to the left. */
static bool
is_word_of_role(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 &&
		!token_has(doc, i, (FUNCTION_WORDS & ~WC_PRONOUN) | WC_ADV | WC_TIME | WC_FORENAME | WC_FINITE);
}

/* "Secretary of State", "March for Ostby President": the start of the capitalised words that end before a token. */
static uint32_t
capitals_before(const Document *doc, uint32_t floor, uint32_t i)
{
	uint32_t	first = i;

	while (first > floor && i - first < LEFT_REACH)
	{
		if (is_word_of_role(doc, first - 1))
			first--;
		else if (first < i && first >= floor + 2 && token_does(doc, first - 1, FN_CONNECTOR) && is_word_of_role(doc, first - 2))
			first -= 2;
		else
			break;
	}
	return first;
}

static bool
has_role_word(const Document *doc, Words words)
{
	for (uint32_t i = words.first; i < words.last; i++)
		if (token_has(doc, i, WC_OFFICE | WC_ROLE | WC_TITLE) && !token_has(doc, i, WC_PLURAL | WC_HONORIFIC))
			return true;
	return false;
}

/* "Russian Foreign Ministry spokesman Ivan Petrov", "Secretary of State Ada Quist" */
static Words
role_before(const Document *doc, const Mention *mention)
{
	Words		words = {mention->first, mention->name_first};
	uint32_t	start;

	if (mention->name_first == mention->name_last)
		return no_words;
	/* In a headline, all words are capitalised. */
	start = doc->sentences[mention->sentence].title_case ? mention->first :
		capitals_before(doc, doc->sentences[mention->sentence].first, mention->first);
	if (has_role_word(doc, (Words) {start, mention->name_first}))
		words.first = start;
	/* "The Ostby Herald's Otto Lund": an employer is not a role. */
	else if (words.first == words.last || token_at(doc, words.last - 1)->kind == TOKEN_CLITIC)
		return no_words;
	return trimmed(doc, words);
}

/* ---- words after a name ---- */

/* Whether a token ends an apposition: punctuation, a verb, a relative pronoun, a quotation. */
static bool
ends_apposition(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	switch ((TokenKind) token->kind)
	{
		case TOKEN_WORD:
			break;
		case TOKEN_NUMBER:
		case TOKEN_CLITIC:
		case TOKEN_OTHER:
			return false;
		case TOKEN_MARK:
			return mark_at(doc, i)->role != ROLE_NOTHING;
		default:
			return true;
	}
	if (token_has(doc, i, WC_RELATIVE | WC_SUBORD | WC_PRONOUN) && !token_has(doc, i, WC_PREP) && (token->flags & TOKEN_UPPER) == 0)
		return true;
	return token_has(doc, i, WC_AUX | WC_FINITE) && (token->flags & TOKEN_CAPITAL) == 0 &&
		!token_has(doc, i, WC_ADJ | NOUN_WORDS | WC_PREP | WC_PARTICIPLE);
}

/* The end of a description that continues after a mention: "a farmer in Ohio and head of the union". */
static uint32_t
description_end(const Document *doc, const Mention *mention)
{
	uint32_t	limit = doc->sentences[mention->sentence].last;
	uint32_t	end = mention->last;

	while (end < limit && end < mention->last + ROLE_REACH && !ends_apposition(doc, end))
		end++;
	/* If a verb follows, the words up to it are not a description. */
	return end == limit || !is_word(doc, end) ? end : mention->last;
}

/* The token after a bracket, or an age between commas, that can separate a name and its description. */
static uint32_t
after_aside(const Document *doc, uint32_t i, uint32_t limit)
{
	if (i < limit && token_at(doc, i)->kind == TOKEN_OPEN)
		for (uint32_t k = i + 1; k < limit && k < i + RIGHT_REACH; k++)
			if (token_at(doc, k)->kind == TOKEN_CLOSE)
				return k + 1;
	if (i + 2 < limit && token_at(doc, i)->kind == TOKEN_COMMA && token_at(doc, i + 1)->kind == TOKEN_NUMBER)
		return i + 2;
	return i;
}

/* The longest description that begins at a token, among the mentions after one; NONE if there is none. */
static uint32_t
description_at(const Document *doc, uint32_t number, uint32_t i)
{
	uint32_t	found = NONE;
	uint32_t	end = doc->sentence_mentions[doc->mentions[number].sentence + 1];

	for (uint32_t k = number + 1; k < end && k < number + SUBJECT_REACH; k++)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->kind == MENTION_NOMINAL && mention->inside == NONE && mention->first == i && !mention->plural &&
			(mention->type == TYPE_PERSON || (mention->type == TYPE_THING && token_does(doc, i, FN_INDEFINITE) &&
											  !token_has(doc, mention->head, WC_TIME))) &&
			(found == NONE || mention->last > doc->mentions[found].last))
			found = k;
	}
	return found;
}

/* "Ada Quist, a retired teacher", "Otto Lund (PSOE), director of the fund" */
static Words
role_after(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	limit = doc->sentences[mention->sentence].last;
	uint32_t	i = after_aside(doc, mention->last, limit);
	uint32_t	found;

	if (mention->inside != NONE || i + 1 >= limit ||
		(token_at(doc, i)->kind != TOKEN_COMMA && token_at(doc, i)->kind != TOKEN_DASH))
		return no_words;
	found = description_at(doc, number, i + 1);
	/* "Otto Lund, no friend of the mayor's": a negated description is not a role. */
	if (found == NONE || token_has(doc, i + 1, WC_NEG))
		return no_words;
	return trimmed(doc, (Words) {doc->mentions[found].first, description_end(doc, &doc->mentions[found])});
}

/* "The sheriff, Tom Hale" */
static Words
role_in_front(const Document *doc, const Mention *mention)
{
	const Mention *role;

	if (!is_apposed(mention))
		return no_words;
	role = &doc->mentions[appositive_of(doc, mention)];
	/* "Another, Tom Hale, said" */
	if (role->kind != MENTION_NOMINAL || role->type != TYPE_PERSON || role->first >= mention->first || token_has(doc, role->head, WC_INDEFINITE))
		return no_words;
	return trimmed(doc, (Words) {role->first, role->last});
}

/* "D-Mich", "R-N": whether a token is one capital letter before a hyphen, like abbreviated parties. */
static bool
is_party_and_place(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *text = doc->text + token->start;

	return token->kind == TOKEN_WORD && token->length > 2 && (token->flags & (TOKEN_HYPHEN | TOKEN_CAPITAL)) == (TOKEN_HYPHEN | TOKEN_CAPITAL) &&
		text[1] == '-' && (text[2] < 'a' || text[2] > 'z');
}

/* "(D-Mich.)", "(PSOE)", and "D-Mich.," between commas: a role without lower-case words. */
static Words
role_in_bracket(const Document *doc, const Mention *mention)
{
	uint32_t	limit = doc->sentences[mention->sentence].last;
	uint32_t	i = mention->last;
	Words		words = {i + 1, i + 1};

	if (i + 2 >= limit)
		return no_words;
	if (token_at(doc, i)->kind == TOKEN_COMMA && is_party_and_place(doc, i + 1))
	{
		while (words.last < limit && words.last < words.first + BRACKET_REACH && token_at(doc, words.last)->kind != TOKEN_COMMA &&
			   token_at(doc, words.last)->kind != TOKEN_DASH && token_at(doc, words.last)->kind != TOKEN_MARK &&
			   (words.last == words.first || token_at(doc, words.last)->kind == TOKEN_STOP ||
				(token_at(doc, words.last)->flags & (TOKEN_CAPITAL | TOKEN_SPACE)) == TOKEN_CAPITAL))
			words.last++;
		return words;
	}
	if (token_at(doc, i)->kind != TOKEN_OPEN)
		return no_words;
	while (words.last < limit && token_at(doc, words.last)->kind != TOKEN_CLOSE)
	{
		if (words.last == words.first + BRACKET_REACH ||
			(is_word(doc, words.last) && (token_at(doc, words.last)->flags & TOKEN_CAPITAL) == 0))
			return no_words;
		words.last++;
	}
	if (words.last >= limit || words.first == words.last)
		return no_words;
	return is_party_and_place(doc, words.first) || (token_at(doc, words.first)->flags & (TOKEN_UPPER | TOKEN_INITIAL)) != 0 ? words : no_words;
}

/* ---- the fullest one ---- */

static uint32_t
count_words(const Document *doc, Words words)
{
	uint32_t	count = 0;

	for (uint32_t i = words.first; i < words.last; i++)
		count += is_word(doc, i);
	return count;
}

static void
offer(const Document *doc, EntityFacts *facts, Words words)
{
	if (words.first < words.last &&
		count_words(doc, words) > count_words(doc, (Words) {facts->role_first, facts->role_last}))
	{
		facts->role_first = words.first;
		facts->role_last = words.last;
	}
}

void
nq_find_role(Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	EntityFacts *facts;

	if (mention->entity == NONE)
		return;
	facts = &doc->entity_facts[mention->entity];
	if (!facts->wanted)
		return;
	offer(doc, facts, role_before(doc, mention));
	offer(doc, facts, role_in_front(doc, mention));
	offer(doc, facts, role_after(doc, number));
	offer(doc, facts, role_in_bracket(doc, mention));
}

/* "The former secretary of state", resolved to a person without a role beside the name: uses the description. */
void
nq_find_described_role(Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	referent = doc->referents[number];
	uint32_t	entity = referent == NONE ? NONE : doc->mentions[referent].entity;

	if (mention->kind != MENTION_NOMINAL || mention->type != TYPE_PERSON || mention->plural || entity == NONE ||
		!doc->entity_facts[entity].wanted || !token_has(doc, mention->head, WC_OFFICE) || mention->last < mention->first + 3 ||
		doc->entity_facts[entity].role_first < doc->entity_facts[entity].role_last)
		return;
	/* "The chief of staff Otto Lund": the description contains another person's name. */
	for (uint32_t i = mention->first; i < mention->last; i++)
		if (token_has(doc, i, WC_FORENAME))
			return;
	offer(doc, &doc->entity_facts[entity], trimmed(doc, (Words) {mention->first, mention->last}));
}
