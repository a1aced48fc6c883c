/*
 * speaker_roles.c
 *	  The role of a person or body with a name.
 *
 * It is printed right beside the name, in any of its mentions:
 *
 *	- before it: Russian Foreign Ministry spokesman Ivan Petrov;
 *	- after a comma: Ada Quist, a retired teacher; Otto Lund of Vermont, now a judge;
 *	- in front, with a comma: the sheriff, Tom Hale; as president of the union, Otto Lund;
 *	- in a predicate: Otto Lund is a baker;
 *	- in brackets or between commas: (D-Mich.), (PSOE).
 *
 * The role with the most words is used.  An honorific or an employer is not a role.  If there is none, a description of an
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

/* "Then", "now", "formerly" */
static bool
is_adverb_of_time(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && token_has(doc, i, WC_ADV) && token_has(doc, i, WC_TIME) && !token_has(doc, i, WC_ADJ | NOUN_WORDS);
}

/* "The" or "then" before an office: whether the first word is not part of a role. */
static bool
is_before_role(const Document *doc, uint32_t i)
{
	return token_does(doc, i, FN_DEFINITE | FN_INDEFINITE | FN_DEMONSTRATIVE) || is_adverb_of_time(doc, i) ||
		(!is_word(doc, i) && token_at(doc, i)->kind != TOKEN_NUMBER);
}

/* "Citizen Lund", "the author of “Tides”", "Senator the Hon. Lund": whether the last word is an honorific, an article, or a preposition whose object is cut. */
static bool
is_after_role(const Document *doc, uint32_t i)
{
	if (!is_word(doc, i))
		return token_at(doc, i)->kind != TOKEN_NUMBER;
	return (token_has(doc, i, WC_HONORIFIC) && (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0) ||
		((token_has(doc, i, WC_PREP) || token_does(doc, i, FN_DEFINITE)) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0);
}

/* Trims the article and punctuation of a role. */
static Words
trimmed(const Document *doc, Words words)
{
	while (words.first < words.last && is_before_role(doc, words.first))
		words.first++;
	/* "Tan Sri" */
	if (words.last >= words.first + 2 && (nq_classes_of_words(doc, words.last - 2, words.last) & WC_HONORIFIC) != 0)
		words.last -= 2;
	while (words.last > words.first && !end_with_bracket(doc, words) && is_after_role(doc, words.last - 1))
		words.last--;
	/* "His Excellency Otto Lund" */
	if (words.last == words.first + 1 && token_has(doc, words.first, WC_POSSESSIVE))
		words.first = words.last;
	return words;
}

/* Whether the token before continues a role's capitalised words to the left. */
static bool
is_word_of_role(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 &&
		!token_has(doc, i, (FUNCTION_WORDS & ~WC_PRONOUN) | WC_ADV | WC_TIME | WC_FORENAME | WC_FINITE);
}

/* "March for Lights": whether a capitalised word for a time is not the time of anything ("in March for"). */
static bool
is_named_like_month(const Document *doc, uint32_t floor, uint32_t i)
{
	return is_word(doc, i) && (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 && token_has(doc, i, WC_TIME) &&
		(i == floor || !token_has(doc, i - 1, WC_PREP));
}

/* "Secretary of State", "March for Lights President": the start of the capitalised words that end before a token. */
static uint32_t
capitals_before(const Document *doc, uint32_t floor, uint32_t i)
{
	uint32_t	first = i;

	while (first > floor && i - first < LEFT_REACH)
	{
		if (is_word_of_role(doc, first - 1))
			first--;
		else if ((first < i || is_word_of_role(doc, i)) && first >= floor + 2 && token_does(doc, first - 1, FN_CONNECTOR) &&
				 (is_word_of_role(doc, first - 2) || is_named_like_month(doc, floor, first - 2)))
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

/* "The Ostby Herald's Otto Lund", "the Vintar Times’ Otto Lund", "of the FAO Otto Lund": an employer is not a role. */
static bool
is_employer(const Document *doc, Words words)
{
	const Token *last = token_at(doc, words.last - 1);

	if (last->kind == TOKEN_CLITIC || last->kind == TOKEN_MARK)
		return true;
	return words.last == words.first + 1 && words.first > 0 && (last->flags & TOKEN_UPPER) != 0 &&
		!token_has(doc, words.first, WC_ROLE | WC_TITLE | WC_OFFICE | WC_PEOPLE) && token_does(doc, words.first - 1, FN_DEFINITE);
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
	else if (words.first == words.last || is_employer(doc, words))
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

/* Whether a token is a verb such as "said", which nearly always reports. */
static bool
is_strong_cue(const Document *doc, uint32_t i)
{
	return token_has(doc, i, WC_CUE) && token_has(doc, i, WC_FINITE) && (doc->lexicon->words[token_at(doc, i)->word].cue & CUE_STRONG) != 0;
}

/* The end of a description that continues after a mention: "a farmer in Ohio and head of the union". */
static uint32_t
description_end(const Document *doc, const Mention *mention)
{
	uint32_t	limit = doc->sentences[mention->sentence].last;
	uint32_t	end = mention->last;

	while (end < limit && end < mention->last + ROLE_REACH && !ends_apposition(doc, end) && !is_strong_cue(doc, end))
		end++;
	/* If a verb follows, the words up to it are not a description. */
	return end == limit || !is_word(doc, end) ? end : mention->last;
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

static bool
is_capitalised_word(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0;
}

/* "D-Vt.", "Vermont", "Institute for Tides": the first token from i on that is not one of some capitalised words, or the end of the search. */
static uint32_t
after_capitals(const Document *doc, uint32_t i, uint32_t limit)
{
	uint32_t	end = i + BRACKET_REACH < limit ? i + BRACKET_REACH : limit;

	while (i < end && (is_capitalised_word(doc, i) || (i + 1 < end && token_does(doc, i, FN_CONNECTOR) && is_capitalised_word(doc, i + 1))))
		i++;
	return i;
}

/*
 * "Otto Lund (pictured), the mayor", "Otto Lund, 52, the mayor", "Otto Lund, D-Vt., the chairman", "Otto Lund of Vermont, the
 * chairman", "Otto Lund of the Institute for Tides, an engineer": the token after what separates a name and its description; i if there is nothing between.
 */
static uint32_t
after_aside(const Document *doc, uint32_t i, uint32_t limit)
{
	uint32_t	end;

	if (i + 2 >= limit)
		return i;
	if (token_at(doc, i)->kind == TOKEN_OPEN)
		for (uint32_t k = i + 1; k < limit && k < i + RIGHT_REACH; k++)
			if (token_at(doc, k)->kind == TOKEN_CLOSE)
				return k + 1;
	if (token_at(doc, i)->kind == TOKEN_COMMA && token_at(doc, i + 1)->kind == TOKEN_NUMBER)
		return i + 2;
	if (token_at(doc, i)->kind == TOKEN_COMMA && is_party_and_place(doc, i + 1))
	{
		end = after_capitals(doc, i + 1, limit);
		return end < limit && token_at(doc, end)->kind == TOKEN_STOP ? end + 1 : end;
	}
	end = token_does(doc, i, FN_GENITIVE) ? after_capitals(doc, i + 1 + token_does(doc, i + 1, FN_DEFINITE), limit) : i;
	return end > i + 1 && end < limit && token_at(doc, end)->kind == TOKEN_COMMA ? end : i;
}

/* Whether the article knows the bearer of a name as a body. */
static bool
is_body(const Document *doc, const Mention *name)
{
	return name->entity != NONE && doc->entities[name->entity].type == TYPE_ORGANISATION;
}

/* Whether a phrase can describe the bearer of a name: one person, or one body. */
static bool
can_describe(const Document *doc, const Mention *name, const Mention *phrase)
{
	if (phrase->kind != MENTION_NOMINAL || phrase->plural)
		return false;
	switch ((EntityType) phrase->type)
	{
		case TYPE_PERSON:
			return !is_body(doc, name);
		case TYPE_ORGANISATION:
			return is_body(doc, name) || (name->entity != NONE && doc->entities[name->entity].type == TYPE_UNKNOWN);
		case TYPE_DOCUMENT:
			return is_body(doc, name);
		case TYPE_THING:
			return !is_body(doc, name) && token_does(doc, phrase->first, FN_INDEFINITE) && !token_has(doc, phrase->head, WC_TIME);
		default:
			return false;
	}
}

/* "Orbis CEO", "a Vermont Democrat", "Republican of Ohio": whether a mention is capitalised words, the last of which is a role, at a token. */
static bool
is_capitalised_role_at(const Document *doc, const Mention *mention, uint32_t i)
{
	uint32_t	last = mention->last - 1;

	return mention->kind == MENTION_NAME && mention->name_first == mention->first && mention->name_last == mention->last &&
		(mention->first == i || (mention->first == i + 1 && token_has(doc, i, WC_DET))) &&
		(mention->last > mention->first + 1 || token_does(doc, last + 1, FN_GENITIVE)) && token_has(doc, last, WC_ROLE | WC_OFFICE | WC_TITLE) && !token_has(doc, last, WC_PLURAL | WC_HONORIFIC) &&
		!token_has(doc, mention->first, WC_FORENAME);
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

		if (mention->inside == NONE && ((mention->first == i && can_describe(doc, &doc->mentions[number], mention)) || (!is_body(doc, &doc->mentions[number]) && is_capitalised_role_at(doc, mention, i))) &&
			(found == NONE || mention->last > doc->mentions[found].last))
			found = k;
	}
	return found;
}

/*
 * "..., the only member who could stop it": whether a relative clause without a comma says which one is meant, so that the words
 * before it do not describe the person.
 */
static bool
needs_relative_clause(const Document *doc, Words words)
{
	return words.last < doc->token_count && token_has(doc, words.last, WC_RELATIVE) && words.first + 1 < words.last &&
		token_does(doc, words.first + 1, FN_MERELY);
}

/* "They dismissed Otto Lund, a spokesman said": whether somebody unnamed after a name in the middle of a sentence reports it. */
static bool
is_subject_of_report(const Document *doc, const Mention *mention, Words words)
{
	return mention->first > doc->sentences[mention->sentence].first && token_does(doc, words.first, FN_INDEFINITE) && words.last < doc->sentences[mention->sentence].last &&
		is_strong_cue(doc, words.last);
}

/* "..., a doctor in Vintar, and an expert on lungs, said": the end of a second description between commas; otherwise the end given. */
static uint32_t
with_second_description(const Document *doc, uint32_t number, uint32_t end)
{
	uint32_t	limit = doc->sentences[doc->mentions[number].sentence].last;
	uint32_t	found;
	uint32_t	last;

	if (end + 2 >= limit || token_at(doc, end)->kind != TOKEN_COMMA || !token_does(doc, end + 1, FN_AND) || !token_does(doc, end + 2, FN_INDEFINITE | FN_DEFINITE))
		return end;
	found = description_at(doc, number, end + 2);
	if (found == NONE)
		return end;
	last = description_end(doc, &doc->mentions[found]);
	return last == limit || !is_word(doc, last) ? last : end;
}

/*
 * Whether a phrase for a body can end before a token: at punctuation, or where something modifies it ("similar to", "outlawed by", "in",
 * "a group that").  Otherwise a clause begins: "Orbis, the company filed a claim".
 */
static bool
ends_or_modifies(const Document *doc, uint32_t first, uint32_t i)
{
	if (!is_word(doc, i) || token_has(doc, i, WC_PREP | WC_ADJ))
		return true;
	if (token_has(doc, i, WC_RELATIVE))
		return token_does(doc, first, FN_INDEFINITE);
	return token_has(doc, i, WC_PARTICIPLE) && i + 1 < doc->token_count && token_has(doc, i + 1, WC_PREP);
}

static bool
describes_body(const Document *doc, uint32_t phrase)
{
	return doc->mentions[phrase].type == TYPE_ORGANISATION || doc->mentions[phrase].type == TYPE_DOCUMENT;
}

/* "Ada Quist, a retired teacher", "Otto Lund (PSOE), director of the fund", "Otto Lund, now a judge" */
static Words
role_after(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	limit = doc->sentences[mention->sentence].last;
	uint32_t	i = after_aside(doc, mention->last, limit);
	bool		aside = i > mention->last;
	uint32_t	found;
	Words		words;

	if (mention->inside != NONE || i + 2 >= limit ||
		(token_at(doc, i)->kind != TOKEN_COMMA && token_at(doc, i)->kind != TOKEN_DASH))
		return no_words;
	i += is_adverb_of_time(doc, i + 1) ? 2 : 1;
	found = description_at(doc, number, i);
	/* "Otto Lund, no friend of the mayor's": a negated description is not a role. */
	if (found == NONE || token_has(doc, i, WC_NEG))
		return no_words;
	/* "Otto Lund of the Institute for Tides, a think tank" */
	if (aside && doc->mentions[found].type != TYPE_PERSON && doc->mentions[found].kind == MENTION_NOMINAL)
		return no_words;
	words = (Words) {i, doc->mentions[found].last};
	if (needs_relative_clause(doc, words) || is_subject_of_report(doc, mention, words))
		return no_words;
	if (describes_body(doc, found) && words.last < limit && !ends_or_modifies(doc, words.first, words.last))
		return no_words;
	words.last = with_second_description(doc, number, description_end(doc, &doc->mentions[found]));
	return trimmed(doc, words);
}

/* "Otto Lund is a baker from Vintar", "Ada Quist, who was the mayor": a predicate that names an occupation. */
static Words
role_of_predicate(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	limit = doc->sentences[mention->sentence].last;
	uint32_t	i = mention->last;
	uint32_t	found;

	if (mention->inside != NONE || i + 3 >= limit)
		return no_words;
	if (token_at(doc, i)->kind == TOKEN_COMMA && token_does(doc, i + 1, FN_PERSONAL))
		i += 2;
	if (!token_does(doc, i, FN_COPULA) || token_has(doc, i, WC_NEG) || !token_does(doc, i + 1, FN_DEFINITE | FN_INDEFINITE))
		return no_words;
	found = description_at(doc, number, i + 1);
	if (found == NONE || doc->mentions[found].type == TYPE_THING || token_has(doc, doc->mentions[found].head, WC_PERSON) ||
		(doc->mentions[found].type == TYPE_PERSON && !token_has(doc, doc->mentions[found].head, WC_ROLE | WC_OFFICE | WC_SPOKES)))
		return no_words;
	return trimmed(doc, (Words) {i + 1, doc->mentions[found].last});
}

/* "The director for Africa of the ILO Ada Quist", "As president of the union, Otto Lund": a phrase that is no apposition of the name. */
static Words
phrase_in_front(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	first = doc->sentences[mention->sentence].first;

	for (uint32_t k = number; k-- > doc->sentence_mentions[mention->sentence] && k + SUBJECT_REACH > number;)
	{
		const Mention *phrase = &doc->mentions[k];

		if (phrase->kind != MENTION_NOMINAL || phrase->type != TYPE_PERSON || !can_describe(doc, mention, phrase) ||
			!token_has(doc, phrase->head, WC_ROLE | WC_OFFICE | WC_SPOKES))
			continue;
		if (phrase->last == mention->name_first && phrase->first < mention->first)
			return trimmed(doc, (Words) {phrase->first, phrase->last});
		if (phrase->first == first + 1 && token_does(doc, first, FN_AS) && phrase->last + 1 == mention->first && token_at(doc, phrase->last)->kind == TOKEN_COMMA)
			return trimmed(doc, (Words) {phrase->first, phrase->last});
	}
	return no_words;
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
	if (role->kind != MENTION_NOMINAL || role->type == TYPE_THING || role->first >= mention->first || token_has(doc, role->head, WC_INDEFINITE) ||
		!can_describe(doc, mention, role))
		return no_words;
	return trimmed(doc, (Words) {role->first, role->last});
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

static uint32_t
bytes_of(const Document *doc, Words words)
{
	return words.first == words.last ? 0 : token_end(token_at(doc, words.last - 1)) - token_at(doc, words.first)->start;
}

/*
 * Keeps the words if they are the fullest role so far: the one with the most words, and of several words the longest ("Pentagon
 * spokesman", not "Lt. Col.").
 */
static void
offer(const Document *doc, EntityFacts *facts, Words words)
{
	Words		known = {facts->role_first, facts->role_last};
	uint32_t	more = count_words(doc, words);
	uint32_t	count = count_words(doc, known);

	if (words.first < words.last && (more > count || (more == count && more > 1 && bytes_of(doc, words) > bytes_of(doc, known))))
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
	offer(doc, facts, phrase_in_front(doc, number));
	offer(doc, facts, role_after(doc, number));
	offer(doc, facts, role_of_predicate(doc, number));
	/* "Sen. Otto Lund (R-Utah)": the title, which says more. */
	if (facts->role_first == facts->role_last && !is_body(doc, mention))
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
