/*
 * body_phrases.c
 *	  Phrases for organisations and documents to names.
 *
 * An organisation is referred to by the noun of its name ("the board", "the health department") or by its kind
 * ("the company", "the group"), and its words by the document that has them ("the statement", "the article").
 * The following rules, one function each, are tried in order until one finds a name:
 *
 *	- a part of a document: one section of the law, another provision;
 *	- a document with its owner beside it: a statement from Orbis Air, an op-ed in the Lindby Gazette;
 *	- the last name that has the words of the phrase, or the last longer phrase with its noun;
 *	- for a noun that fits any organisation or company: the last fitting one that was the subject of a sentence,
 *	  otherwise the one named most often;
 *	- for an article: the last outlet;
 *	- for a statement: the last reporter.
 *
 * Looks back over a bounded number of mentions, so it is linear.
 */
#include "core/entities/body_phrases.h"

#include "core/entities/antecedents.h"
#include "core/entities/described.h"
#include "core/entities/name_starts.h"
#include "core/entities/name_types.h"
#include "core/entities/name_words.h"
#include "core/entities/noun_phrases.h"
#include "core/lexical/word_properties.h"

/* How many mentions back the name of a phrase can be. */
#define BODY_MENTIONS 400

/* How many sentences back the name of a noun that fits many organisations can be. */
#define BODY_SENTENCES 8

/* The same for a name that no list has. */
#define UNKNOWN_SENTENCES 3

/* How many sentences before a statement its author must have reported. */
#define AUTHOR_SENTENCES 3

/* How many sentences before a statement it is introduced. */
#define INTRODUCED_SENTENCES 12

/* The first mentions of a sentence, one of which is its subject. */
#define SUBJECT_MENTIONS 12

/* How many sentences before a part the document is named. */
#define PART_SENTENCES 3

/* How many times a longer phrase is looked for from the one before. */
#define PHRASES_BACK 3

/* How many mentions ahead a body is looked for that is called by its noun before it is named. */
#define BODY_AHEAD 60

/* How often the article must name an entity that is taken for an organisation only because it is a subject. */
#define NAMED_OFTEN 3

/* Evidence for a person that a verb of speech or the tagger alone gives. */
#define HARDLY_PERSONAL 1

/* Mentions on each side of a name, one of which contains it. */
#define EMPLOYED_MENTIONS 3

/* Mentions after a document that are searched for its owner. */
#define OWNERS_AHEAD 3

static bool
is_lower(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0;
}

/* The end of the noun's own words, without complements: "le parti écologiste". */
static uint32_t
end_of_noun(const Document *doc, const Mention *mention)
{
	uint32_t	end = mention->head + 1;

	while (doc->language->phrases->head_first && end < mention->last && is_lower(doc, end) && !token_has(doc, end, FUNCTION_WORDS))
		end++;
	return end;
}

/* "The workers' union": whether a token is the apostrophe after a plural in lower case, which tells the kind and not the owner. */
static bool
is_of_plural(const Document *doc, uint32_t i)
{
	return token_at(doc, i)->kind == TOKEN_MARK && is_lower(doc, i - 1) && token_has(doc, i - 1, WC_PLURAL);
}

/*
 * "The board", "this group", "the health department", "le parti écologiste": whether a definite phrase has only
 * lower-case words.
 */
static bool
is_plain_definite(const Document *doc, const Mention *mention)
{
	if (!token_does(doc, mention->first, FN_DEFINITE | FN_DEMONSTRATIVE) || mention->last != end_of_noun(doc, mention))
		return false;
	for (uint32_t i = mention->first + 1; i < mention->head; i++)
		if (!is_lower(doc, i) && !(mention->type == TYPE_ORGANISATION && is_of_plural(doc, i)))
			return false;
	return true;
}

/* Whether a phrase has words that narrow its noun: "a ballot commission", "des agents de la mairie". */
static bool
says_more(const Document *doc, const Mention *mention)
{
	return mention->head > mention->first + 1 || (doc->language->phrases->head_first && mention->last > mention->head + 1);
}

/* ---- names of bodies ---- */

/*
 * Whether a mention is an organisation by the lists and the tagger, or is named often, is a subject here and is
 * not a person.
 */
static bool
is_body(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	const Entity *entity;

	/* The group “Harbour Watch” */
	if (mention->kind != MENTION_NAME || (mention->inside != NONE && nq_is_quotation(doc, mention->inside)))
		return false;
	entity = &doc->entities[mention->entity];
	if (entity->type == TYPE_ORGANISATION)
		return true;
	return entity->type == TYPE_UNKNOWN && entity->personal <= 0 &&
		(mention->tagged_body || (entity->mentions >= NAMED_OFTEN && mention->inside == NONE && nq_is_first_phrase(doc, number)));
}

static bool
has_words(const Document *doc, const Mention *mention, uint64_t classes)
{
	for (uint32_t i = mention->name_first; i < mention->name_last; i++)
		if (token_has(doc, i, classes))
			return true;
	return false;
}

/* Whether a name can be a company's: not a ministry, court, university or newspaper, but a bank. */
static bool
may_be_company(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	if (!is_body(doc, number))
		return false;
	for (uint32_t i = mention->name_first; i < mention->name_last; i++)
		if (token_has(doc, i, WC_BODY | WC_OFFICE | WC_SEAT | WC_OUTLET | WC_COUNTRY | WC_PEOPLE) && !token_does(doc, i, FN_FIRM) &&
			!(i > mention->name_first && token_does(doc, i - 1, FN_GENITIVE)))
			return false;
	return true;
}

/* "The streaming service Vidora": whether a phrase for no person, which begins its sentence, is right before a name. */
static bool
is_described_subject(const Document *doc, uint32_t number)
{
	const Mention *before = number == 0 ? NULL : &doc->mentions[number - 1];

	return before != NULL && before->kind == MENTION_NOMINAL && before->type != TYPE_PERSON && before->type != TYPE_GROUP && before->sentence == doc->mentions[number].sentence &&
		before->last == doc->mentions[number].first && before->last == before->head + 1 && nq_is_first_phrase(doc, number - 1);
}

/*
 * "Orbis bought two shops.  The retailer ...", "The Tin Sailors play in Ostby.  The band ...": whether a name that no list has
 * as a body, and that is no person, is the subject of a sentence.
 */
static bool
may_be_unknown_body(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	const Entity *entity;

	if (mention->kind != MENTION_NAME || mention->inside != NONE || mention->plural || (!nq_is_first_phrase(doc, number) && !is_described_subject(doc, number)))
		return false;
	/* "OSTBY — The band" */
	if (token_at(doc, mention->last)->kind == TOKEN_DASH && mention->first == doc->paragraphs[doc->sentences[mention->sentence].paragraph].first)
		return false;
	entity = &doc->entities[mention->entity];
	/* "Velvet Harbour plays in Ostby": words for a place, but no place that a list has */
	if (entity->type == TYPE_PLACE && mention->name_last > mention->name_first + 1 && !has_words(doc, mention, WC_COUNTRY | WC_SEAT | WC_DEMONYM) &&
		(nq_classes_of_words(doc, mention->name_first, mention->name_last) & WC_PLACE) == 0)
		return entity->personal <= HARDLY_PERSONAL;
	return (entity->type == TYPE_UNKNOWN || entity->type == TYPE_THING) && entity->personal <= HARDLY_PERSONAL;
}

/*
 * "Zentra's translator knows two languages", "a Zentra spokesman", "Otto Lund, chief executive of Zentra": whether a name that no
 * list has, and that is no person, owns or employs the subject of a sentence.
 */
static bool
may_be_employer(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	const Entity *entity;

	if (mention->kind != MENTION_NAME || mention->inside != NONE || mention->plural || !mention->nested)
		return false;
	entity = &doc->entities[mention->entity];
	if ((entity->type != TYPE_UNKNOWN && entity->type != TYPE_THING) || entity->personal > HARDLY_PERSONAL || token_has(doc, mention->head, WC_DEMONYM))
		return false;
	for (uint32_t k = number < EMPLOYED_MENTIONS ? 0 : number - EMPLOYED_MENTIONS; k < doc->mention_count && k <= number + EMPLOYED_MENTIONS; k++)
	{
		const Mention *whole = &doc->mentions[k];

		if (k == number || whole->sentence != mention->sentence || whole->first > mention->first || whole->last < mention->last)
			continue;
		if (whole->type == TYPE_PERSON || mention->possessive)
			return true;
	}
	return false;
}

/* Whether a name can be a group, agency or institution, and not an outlet. */
static bool
may_be_group(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	/* "El Gobierno regional" is not a "sindicato". */
	if (doc->language->phrases->head_first && token_has(doc, mention->name_first, WC_BODY))
		return false;
	return is_body(doc, number) && !token_has(doc, mention->name_last - 1, WC_SEAT | WC_OUTLET | WC_COUNTRY | WC_PLATFORM);
}

static bool
may_publish(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	return mention->kind == MENTION_NAME && mention->inside == NONE &&
		(token_has(doc, mention->name_last - 1, WC_OUTLET) || token_at(doc, mention->name_last - 1)->kind == TOKEN_NUMBER) &&
		doc->entities[mention->entity].type == TYPE_ORGANISATION;
}

/*
 * The last fitting organisation that was the subject of a sentence; otherwise the one that the article names
 * most often.  NONE if there is none.
 */
static uint32_t
last_body(const Document *doc, uint32_t number, uint32_t sentences, bool (*fits) (const Document *doc, uint32_t number))
{
	uint32_t	sentence = doc->mentions[number].sentence;
	uint32_t	most = NONE;

	for (uint32_t k = number; k-- > 0 && k + BODY_MENTIONS > number && doc->mentions[k].sentence + sentences >= sentence;)
	{
		if (!fits(doc, k) || nq_is_link(doc, doc->mentions[k].sentence))
			continue;
		if (nq_is_first_phrase(doc, k))
			return k;
		if (most == NONE || nq_times_named(doc, k) > nq_times_named(doc, most))
			most = k;
	}
	return most;
}

/* ---- the noun of the name ---- */

/* "The newspaper", "the network": whether a token is a noun for an outlet. */
static bool
is_outlet_noun(const Document *doc, uint32_t i)
{
	uint64_t	listed = classes_of(doc->lexicon, token_at(doc, i)->word);

	return (listed & WC_OUTLET) != 0 && (listed & WC_BODY) != 0;
}

/* "The newspaper", "the radio station": whether a phrase is a noun for an outlet, with nothing but words for a medium before it. */
static bool
is_outlet_phrase(const Document *doc, const Mention *mention)
{
	if (!is_outlet_noun(doc, mention->head))
		return false;
	for (uint32_t i = mention->first + 1; i < mention->head; i++)
	{
		uint64_t	listed = classes_of(doc->lexicon, token_at(doc, i)->word);

		if ((listed & WC_OUTLET) == 0 || (listed & WC_BODY) != 0)
			return false;
	}
	return true;
}

/* "This law", after the Harbour Act: whether two nouns for a document are of one family. */
static bool
is_same_writing(const Document *doc, uint32_t a, uint32_t b)
{
	uint16_t	lemma = doc->lexicon->words[token_at(doc, a)->word].lemma;

	return lemma != 0 && lemma == doc->lexicon->words[token_at(doc, b)->word].lemma && token_has(doc, a, WC_DOCUMENT) && token_has(doc, b, WC_DOCUMENT);
}

static bool
has_word(const Document *doc, const Mention *name, uint32_t word)
{
	for (uint32_t i = name->name_first; i < name->name_last; i++)
		if (nq_same_word(doc, i, word) || is_same_writing(doc, i, word))
			return true;
	return false;
}

/* "The health department", after the Lindby Department of Health. */
static bool
has_all_words(const Document *doc, const Mention *name, const Mention *phrase)
{
	if (name->name_last - name->name_first < 2)
		return false;
	for (uint32_t i = phrase->first + 1; i <= phrase->head; i++)
		if (!has_word(doc, name, i))
			return false;
	return true;
}

/* "The board": the last organisation with that word in its name; of those in one sentence, its subject. */
static uint32_t
body_with_words(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	bool		outlet = is_outlet_phrase(doc, mention);
	uint32_t	found = NONE;

	for (uint32_t k = number; k-- > 0 && k + BODY_MENTIONS > number;)
	{
		const Mention *other = &doc->mentions[k];

		if (found != NONE && other->sentence != doc->mentions[found].sentence)
			break;
		if (other->kind == MENTION_NAME && other->inside == NONE && ((outlet && may_publish(doc, k)) || has_all_words(doc, other, mention)) &&
			(found == NONE || nq_is_first_phrase(doc, k)))
			found = k;
	}
	return found;
}

/* "The ministry denied it. The Ministry of Ports has nine ships": the first body after a phrase with its words in the name. */
static uint32_t
body_ahead(const Document *doc, uint32_t number)
{
	for (uint32_t k = number + 1; k < doc->mention_count && k < number + BODY_AHEAD; k++)
		if (doc->mentions[k].inside == NONE && is_body(doc, k) && has_all_words(doc, &doc->mentions[k], &doc->mentions[number]))
			return k;
	return NONE;
}

/* The body that a phrase, or the longer one before it, leads to: that one, or the name after both. */
static uint32_t
later_named(const Document *doc, uint32_t number, uint32_t body)
{
	uint32_t	named;

	if (body == NONE)
		return body_ahead(doc, number);
	if (doc->mentions[body].kind != MENTION_NOMINAL || is_apposed(&doc->mentions[body]) || !is_plain_definite(doc, &doc->mentions[body]))
		return body;
	named = body_ahead(doc, body);
	return named == NONE ? body : named;
}

/* Whether a word before a noun identifies it: "the harbour audit", "the 2019 audit", but not "the long audit". */
static bool
tells_which(const Document *doc, uint32_t i)
{
	return token_at(doc, i)->kind == TOKEN_NUMBER || (is_word(doc, i) && !token_has(doc, i, WC_ADJ | FUNCTION_WORDS));
}

/* How specific a phrase is: 0 only the noun, 1 described, 2 identified. */
static uint32_t
fullness(const Document *doc, const Mention *mention)
{
	uint32_t	full = mention->last > mention->head + 1 ? 2 : 0;

	for (uint32_t i = mention->first; i < mention->head; i++)
		if (tells_which(doc, i))
			full = 2;
		else if (full == 0 && !token_has(doc, i, FUNCTION_WORDS) && !token_does(doc, i, FN_PASSING))
			full = 1;
	return full;
}

/* Whether a phrase has every word that another one has before its noun. */
static bool
has_modifiers(const Document *doc, const Mention *phrase, const Mention *mention)
{
	for (uint32_t i = mention->first + 1; i < mention->head; i++)
	{
		uint32_t	k = phrase->first;

		while (k < phrase->head && !nq_same_word(doc, k, i))
			k++;
		if (k == phrase->head)
			return false;
	}
	return true;
}

/* Whether a phrase has every word that another one has before its noun, and more words before or after it. */
static bool
adds_words(const Document *doc, const Mention *phrase, const Mention *mention)
{
	if (!has_modifiers(doc, phrase, mention))
		return false;
	return mention->head == mention->first + 1 || phrase->head - phrase->first > mention->head - mention->first ||
		phrase->last > phrase->head + 1;
}

/* "The military", after "the Danish army": whether two nouns for a body are the same or of one family. */
static bool
is_same_kind(const Document *doc, uint32_t a, uint32_t b)
{
	uint16_t	lemma = doc->lexicon->words[token_at(doc, a)->word].lemma;

	return nq_same_word(doc, a, b) || (lemma != 0 && lemma == doc->lexicon->words[token_at(doc, b)->word].lemma && token_has(doc, a, WC_BODY) &&
									   !token_does(doc, a, FN_FIRM | FN_GROUP));
}

/*
 * "The commission", after "a New Hampshire ballot commission": the last longer phrase with that noun; of
 * documents, preferably one that is identified.  "The oil company" is no more specific than "the company".
 */
static uint32_t
longer_phrase(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	last = NONE;

	if (is_head_first(doc) && says_more(doc, mention))
		return NONE;
	for (uint32_t k = number; k-- > 0 && k + BODY_MENTIONS > number;)
	{
		const Mention *other = &doc->mentions[k];
		uint32_t	full;

		if (other->kind != MENTION_NOMINAL || other->inside != NONE || !is_same_kind(doc, other->head, mention->head) ||
			(!is_head_first(doc) && !adds_words(doc, other, mention)) ||
			(token_does(doc, mention->head, FN_FIRM | FN_GROUP) && is_plain_definite(doc, other)))
			continue;
		full = is_head_first(doc) ? (says_more(doc, other) ? 2 : 0) : fullness(doc, other);
		if (full == 2 || (full == 1 && mention->type != TYPE_DOCUMENT))
			return k;
		if (full == 1 && last == NONE)
			last = k;
	}
	return last;
}

/* The longer phrase that a phrase goes back to, over those between: "a government climate report", "the climate report", "the report". */
static uint32_t
longest_phrase(const Document *doc, uint32_t number)
{
	uint32_t	phrase = longer_phrase(doc, number);

	for (uint32_t steps = 0; phrase != NONE && steps < PHRASES_BACK; steps++)
	{
		uint32_t	longer = is_plain_definite(doc, &doc->mentions[phrase]) ? longer_phrase(doc, phrase) : NONE;

		if (longer == NONE)
			break;
		phrase = longer;
	}
	return phrase;
}

/*
 * "The copyright firm Orbis Data", "car maker Orbis", "the group “Harbour Watch”": the name right after a phrase, which it describes;
 * otherwise the phrase.
 */
static uint32_t
name_described(const Document *doc, uint32_t phrase)
{
	const Mention *mention = &doc->mentions[phrase];
	uint32_t	first = token_at(doc, mention->last)->kind == TOKEN_MARK ? mention->last + 1 : mention->last;

	for (uint32_t k = phrase + 1; k < doc->mention_count && k <= phrase + OWNERS_AHEAD; k++)
		if (doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].first == first && !doc->mentions[k].possessive &&
			doc->mentions[k].sentence == mention->sentence && mention->last == mention->head + 1)
			return k;
	return phrase;
}

/* "The copyright firm Orbis Data", before "the firm": the last name that the noun of a phrase describes; NONE if there is none. */
static uint32_t
last_described(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	for (uint32_t k = number; k-- > 0 && k + BODY_MENTIONS > number;)
	{
		uint32_t	named;

		if (doc->mentions[k].kind != MENTION_NOMINAL || doc->mentions[k].inside != NONE || !nq_same_word(doc, doc->mentions[k].head, mention->head) ||
			!has_modifiers(doc, &doc->mentions[k], mention))
			continue;
		named = name_described(doc, k);
		if (named != k && !nq_may_be_person(doc, &doc->mentions[named]))
			return named;
	}
	return NONE;
}

/* ---- nouns that fit many bodies or writings ---- */

/* "A letter to the board", "the Harbour Act": whether a mention is a writing that a noun for any writing can refer to. */
static bool
may_be_writing(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	if (mention->inside != NONE || mention->plural)
		return false;
	if (mention->kind == MENTION_NAME)
		return doc->entities[mention->entity].type == TYPE_DOCUMENT;
	return mention->kind == MENTION_NOMINAL && mention->type == TYPE_DOCUMENT && !token_does(doc, mention->head, FN_PART | FN_GROUP) &&
		!is_plain_definite(doc, mention);
}

/* The organisation or writing that "the company", "the group" or "the text" refers to; NONE if there is none. */
static uint32_t
body_of_kind(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	uint32_t	body;
	uint32_t	unknown;

	if (!token_does(doc, mention->head, FN_FIRM | FN_GROUP))
		return NONE;
	if (mention->type == TYPE_DOCUMENT)
		return last_body(doc, number, BODY_SENTENCES, may_be_writing);
	body = last_body(doc, number, BODY_SENTENCES, token_does(doc, mention->head, FN_FIRM) ? may_be_company : may_be_group);
	/* "The band" is rather the band “Tin Sailors” than a name that no list has. */
	if (last_described(doc, number) != NONE)
		return body;
	unknown = last_body(doc, number, UNKNOWN_SENTENCES, may_be_unknown_body);
	if (unknown != NONE && body != NONE && doc->mentions[unknown].sentence > doc->mentions[body].sentence)
		return unknown;
	if (body == NONE)
		body = unknown;
	return body == NONE ? last_body(doc, number, UNKNOWN_SENTENCES, may_be_employer) : body;
}

/* "German", "Munich-based": whether a word before a noun tells the nation or place of a body. */
static bool
is_of_place(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	if (!is_word(doc, i) || (token->flags & TOKEN_CAPITAL) == 0)
		return false;
	return (token->flags & TOKEN_HYPHEN) != 0 ? nq_is_compound_adjective(doc, i) : token_has(doc, i, WC_DEMONYM | WC_COUNTRY);
}

/* "The German carmaker", "the Munich-based company": whether a definite phrase has the nation or place of a body before its noun. */
static bool
is_definite_of_place(const Document *doc, const Mention *mention)
{
	bool		place = false;

	if (!names_show_capitals(doc) || !token_does(doc, mention->first, FN_DEFINITE) || mention->last != mention->head + 1)
		return false;
	for (uint32_t i = mention->first + 1; i < mention->head; i++)
	{
		if (!is_lower(doc, i) && !is_of_place(doc, i))
			return false;
		place |= is_of_place(doc, i);
	}
	return place;
}

/* Whether a phrase has a nation or place, and not one that another phrase has. */
static bool
has_other_place(const Document *doc, uint32_t first, uint32_t last, const Mention *mention)
{
	/* "The Munich-based company" can be "the German company". */
	for (uint32_t i = mention->first; i < mention->head; i++)
		if ((token_at(doc, i)->flags & TOKEN_HYPHEN) != 0 && is_of_place(doc, i))
			return false;
	for (uint32_t i = first; i < last; i++)
		if (is_of_place(doc, i))
			return !nq_shares_words(doc, mention, first, last);
	return false;
}

/*
 * "The German carmaker", after "German carmaker Voltra" or "a German carmaker": the last body printed with that nation and noun, or
 * with that nation; otherwise the body that the noun alone would refer to, unless it is of another nation.
 */
static uint32_t
body_of_nation(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	body;

	for (uint32_t k = number; k-- > 0 && k + BODY_MENTIONS > number;)
	{
		const Mention *other = &doc->mentions[k];

		if (other->inside != NONE || other->plural)
			continue;
		if (other->kind == MENTION_NOMINAL && nq_same_word(doc, other->head, mention->head) && nq_shares_words(doc, mention, other->first, other->head))
		{
			body = name_described(doc, k);
			if (body != k || !is_definite_of_place(doc, other))
				return body;
		}
		if (other->kind == MENTION_NAME && is_body(doc, k) && nq_shares_words(doc, mention, other->first, other->name_first))
			return k;
	}
	body = body_of_kind(doc, number);
	if (body == NONE || has_other_place(doc, doc->mentions[body].first, doc->mentions[body].name_first, mention) ||
		(is_apposed(&doc->mentions[body]) && has_other_place(doc, doc->mentions[appositive_of(doc, &doc->mentions[body])].first,
																  doc->mentions[appositive_of(doc, &doc->mentions[body])].head, mention)))
		return NONE;
	return body;
}

/* ---- writings ---- */

/*
 * "By Dunmore College", "from Orbis Air", "in the Lindby Gazette": the name after the noun and a preposition;
 * NONE if there is none.
 */
static uint32_t
owner_after(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	preposition = mention->head + 1;
	bool		by = token_does(doc, preposition, FN_AGENT | FN_SOURCE);

	if (!by && !token_does(doc, preposition, FN_COMPLEMENT))
		return NONE;
	for (uint32_t k = number + 1; k < doc->mention_count && k <= number + OWNERS_AHEAD; k++)
	{
		const Mention *other = &doc->mentions[k];

		if (other->kind != MENTION_NAME || other->inside != NONE || other->name_first > preposition + 2 || other->possessive)
			continue;
		if (other->name_first <= preposition || (other->name_first == preposition + 2 && !token_does(doc, preposition + 1, FN_DEFINITE)))
			continue;
		if (by ? !has_words(doc, other, WC_TIME) : may_publish(doc, k))
			return k;
		return NONE;
	}
	return NONE;
}

/* "Otto Lund's statement": the possessor; NONE if it is not named. */
static uint32_t
possessor(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	for (uint32_t k = number; k-- > 0 && k + OWNERS_AHEAD >= number;)
		if (doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].possessive && doc->mentions[k].first == mention->first)
			return k;
	return NONE;
}

/* "White House", "ODK": whether a name that no list has as an organisation can only be one before a writing. */
static bool
is_seat_or_acronym(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	return (nq_classes_of_words(doc, mention->name_first, mention->name_last) & WC_SEAT) != 0 ||
		(doc->entities[mention->entity].type == TYPE_UNKNOWN && (token_at(doc, mention->name_last - 1)->flags & TOKEN_UPPER) != 0 &&
		 token_at(doc, mention->name_last - 1)->length > 1);
}

/* "An ODK statement": the body named right before the noun; NONE if there is none. */
static uint32_t
owner_before(const Document *doc, uint32_t number)
{
	uint32_t	head = doc->mentions[number].head;

	for (uint32_t k = number; k-- > 0 && k + OWNERS_AHEAD >= number;)
		if (doc->mentions[k].last == head && (is_body(doc, k) || (doc->mentions[k].kind == MENTION_NAME && is_seat_or_acronym(doc, k))) &&
			!token_has(doc, head - 1, WC_PLATFORM | WC_TIME))
			return k;
	return NONE;
}

/* The name that is the first phrase of the sentence before a mention; NONE if there is none. */
static uint32_t
subject_of_sentence(const Document *doc, uint32_t number)
{
	uint32_t	first = doc->sentence_mentions[doc->mentions[number].sentence];

	for (uint32_t k = first; k < number && k < first + SUBJECT_MENTIONS; k++)
		if (doc->mentions[k].inside == NONE && nq_is_first_phrase(doc, k))
			return doc->mentions[k].kind == MENTION_NAME ? k : is_apposed(&doc->mentions[k]) && doc->mentions[nq_named(doc, k)].kind == MENTION_NAME ? nq_named(doc, k) : NONE;
	return NONE;
}

/*
 * "A statement from Orbis Air", "Otto Lund issued a statement", before "the statement": the owner of the phrase that
 * introduces a writing, or the subject of its sentence; NONE if neither is named.
 */
static uint32_t
introducer(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	for (uint32_t k = number; k-- > 0 && k + BODY_MENTIONS > number && doc->mentions[k].sentence + INTRODUCED_SENTENCES >= mention->sentence;)
	{
		const Mention *other = &doc->mentions[k];
		uint32_t	owner;

		if (other->kind != MENTION_NOMINAL || other->inside != NONE || !nq_same_word(doc, other->head, mention->head) ||
			token_does(doc, other->first, FN_DEFINITE | FN_DEMONSTRATIVE))
			continue;
		owner = owner_after(doc, k);
		if (owner == NONE)
			owner = possessor(doc, k);
		return owner == NONE ? subject_of_sentence(doc, k) : owner;
	}
	return NONE;
}

/* The last reporter shortly before a statement: "The firm issued a statement. ... the statement said". */
static uint32_t
last_author(const Document *doc, uint32_t number, LastSpeaker last)
{
	if (last.mention == NONE || last.sentence + AUTHOR_SENTENCES < doc->mentions[number].sentence)
		return NONE;
	return last.mention;
}

static uint32_t
owner_of_writing(const Document *doc, uint32_t number, LastSpeaker last)
{
	const Mention *mention = &doc->mentions[number];
	bool		authored = token_does(doc, mention->head, FN_AUTHORED);
	uint32_t	owner = owner_after(doc, number);

	if (owner == NONE && authored)
		owner = possessor(doc, number);
	if (owner == NONE && authored)
		owner = owner_before(doc, number);
	if (owner != NONE || mention->plural || !is_plain_definite(doc, mention))
		return owner;
	if (authored)
	{
		owner = introducer(doc, number);
		return owner == NONE ? last_author(doc, number, last) : owner;
	}
	return token_does(doc, mention->head, FN_PUBLISHED) ? last_body(doc, number, BODY_MENTIONS, may_publish) : NONE;
}

/* The later of two mentions; NONE is the earliest. */
static uint32_t
later(uint32_t a, uint32_t b)
{
	return a == NONE || (b != NONE && b > a) ? b : a;
}

/* ---- parts of writings ---- */

/*
 * "One section of the law": the phrase after "of"; "another section": the last document before it.  NONE if
 * there is none.
 */
static uint32_t
whole_of_part(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	of = mention->head + 1;

	/* "Section 4 of the law" */
	if (token_at(doc, of)->kind == TOKEN_NUMBER)
		of++;
	if (mention->last > of + 1 && token_does(doc, of, FN_GENITIVE))
	{
		for (uint32_t k = number + 1; k < doc->mention_count && k <= number + OWNERS_AHEAD; k++)
			if (doc->mentions[k].first == of + 1 && (doc->mentions[k].type == TYPE_DOCUMENT || doc->mentions[k].kind == MENTION_NAME))
				return k;
		return NONE;
	}
	/* "Section 4 says" */
	if (of > mention->head + 1 && of <= mention->last)
		return NONE;
	for (uint32_t k = number; k-- > 0 && k + BODY_MENTIONS > number && doc->mentions[k].sentence + PART_SENTENCES >= doc->mentions[number].sentence;)
		if (doc->mentions[k].kind == MENTION_NOMINAL && doc->mentions[k].type == TYPE_DOCUMENT && doc->mentions[k].inside == NONE &&
			!doc->mentions[k].plural && !token_does(doc, doc->mentions[k].head, FN_PART))
			return k;
	return NONE;
}

/* The name of a whole: the law after "one section of the law". */
static uint32_t
body_of_whole(const Document *doc, uint32_t whole, LastSpeaker last)
{
	uint32_t	body = doc->mentions[whole].type == TYPE_DOCUMENT ? owner_of_writing(doc, whole, last) : NONE;

	if (body == NONE && is_plain_definite(doc, &doc->mentions[whole]) && !doc->mentions[whole].plural)
		body = later(body_with_words(doc, whole), longest_phrase(doc, whole));
	return body == NONE ? whole : body;
}

uint32_t
nq_body_of_phrase(const Document *doc, uint32_t number, LastSpeaker last)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	body = NONE;
	uint32_t	phrase;

	/* "The text" alone is not of the last document, but the last document. */
	if (token_does(doc, mention->head, FN_PART) && !mention->plural && (!token_does(doc, mention->head, FN_GROUP) || mention->last > mention->head + 1))
	{
		uint32_t	whole = whole_of_part(doc, number);

		if (whole != NONE)
			whole = body_of_whole(doc, whole, last);
		/* "The text of a bill" */
		if (whole != NONE && (!token_does(doc, mention->head, FN_GROUP) || doc->mentions[whole].kind == MENTION_NAME))
			return nq_named(doc, whole);
	}
	if (mention->type == TYPE_DOCUMENT)
		body = owner_of_writing(doc, number, last);
	if (body == NONE && is_plain_definite(doc, mention))
	{
		if (!mention->plural)
			body = later(body_with_words(doc, number), body_of_kind(doc, number));
		phrase = longest_phrase(doc, number);
		if (phrase != NONE)
			phrase = name_described(doc, phrase);
		body = later(body, phrase);
		if (!mention->plural)
			body = later(body, last_described(doc, number));
		if (!mention->plural && mention->type == TYPE_ORGANISATION)
			body = later_named(doc, number, body);
	}
	if (body == NONE && !mention->plural && mention->type == TYPE_ORGANISATION && token_does(doc, mention->head, FN_FIRM | FN_GROUP) &&
		is_definite_of_place(doc, mention))
		body = body_of_nation(doc, number);
	return body == NONE ? NONE : nq_named(doc, body);
}
