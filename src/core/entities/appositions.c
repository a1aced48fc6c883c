/*
 * appositions.c
 *	  A name and a description beside it: "Tom Hale, the sheriff".
 *
 * Takes the newest mention; joins it with the one before it if both are of the same person or organisation, by
 * setting Mention.apposed, and propagates type and gender between them.  Looks back at most LEFT_REACH
 * mentions, twice.
 */
#include "core/entities/appositions.h"

#include "core/base/bounds.h"
#include "core/entities/aliases.h"
#include "core/entities/name_tags.h"
#include "core/entities/noun_phrases.h"

/* The most mentions between a name and another description of its bearer; Mention.apposed has room for them. */
#define APPOSED_REACH 60

/* The token after a bracket right after a name: "(D-N.C.)". */
uint32_t
nq_after_bracket(const Document *doc, uint32_t i)
{
	if (token_at(doc, i)->kind != TOKEN_OPEN)
		return i;
	for (uint32_t k = i + 1; k < doc->token_count && k < i + RIGHT_REACH; k++)
		if (token_at(doc, k)->kind == TOKEN_CLOSE)
			return k + 1;
	return i;
}

static bool
is_human(const Mention *mention)
{
	return mention->type == TYPE_PERSON || mention->type == TYPE_UNKNOWN;
}

/*
 * "El viceconsejero de Salud Luis Rojas": a definite phrase with an unlisted noun, right before a person's full
 * name.
 */
static bool
is_unlisted_office(const Document *doc, const Mention *phrase, const Mention *name)
{
	return phrase->type == TYPE_THING && name->type == TYPE_PERSON && name->name_last > name->name_first + 1 &&
		token_does(doc, phrase->first, FN_DEFINITE) && !token_has(doc, phrase->head, NOUN_WORDS | WC_VERB | WC_EVENTWORD);
}

/*
 * Finds the phrase right before a name: "le professeur d'histoire Luc Roy", "l'association Les Amis", in a
 * language whose adjectives follow their noun; otherwise one with a complement or bracket: "the inspector of Lindby
 * harbour Mo Adib", "Minister of State (Trade) Mo Adib".
 */
static uint32_t
right_before_name(Document *doc, const Walk *walk, const Mention *mention)
{
	uint32_t	this = doc->mention_count - 1;

	if (mention->kind != MENTION_NAME || mention->first <= walk->floor || (!is_head_first(doc) && mention->type != TYPE_PERSON && !begins_person(doc, mention->first)))
		return NONE;
	for (uint32_t k = this; k-- > 0 && k + LEFT_REACH > this;)
	{
		Mention    *other = &doc->mentions[k];
		uint32_t	after;

		if (other->sentence != mention->sentence || other->inside != NONE)
			return NONE;
		if (!other->nested && other->last == mention->first && other->kind == MENTION_NOMINAL && is_head_first(doc) &&
			is_unlisted_office(doc, other, mention))
			other->type = TYPE_PERSON;
		after = nq_after_bracket(doc, other->last);
		if (!other->nested && after == mention->first && other->kind == MENTION_NOMINAL && !other->plural &&
			(is_head_first(doc) || after > other->head + 1) &&
			(other->type == TYPE_PERSON ? is_human(mention) : other->type == TYPE_ORGANISATION && mention->type != TYPE_PERSON))
			return k;
	}
	return NONE;
}

/* "A teacher named Tom Hale": the phrase for one person before the participle that introduces a name; NONE if there is none. */
static uint32_t
before_naming(const Document *doc, const Walk *walk, const Mention *name)
{
	uint32_t	this = doc->mention_count - 1;

	if (!names_show_capitals(doc) || name->kind != MENTION_NAME || name->first < walk->floor + 2 ||
		!token_does(doc, name->first - 1, FN_SAME) || !token_has(doc, name->first - 1, WC_PARTICIPLE))
		return NONE;
	for (uint32_t k = this; k-- > 0 && k + LEFT_REACH > this && doc->mentions[k].sentence == name->sentence;)
		if (doc->mentions[k].last + 1 == name->first && doc->mentions[k].kind == MENTION_NOMINAL && !doc->mentions[k].nested &&
			doc->mentions[k].type == TYPE_PERSON && !doc->mentions[k].plural && doc->mentions[k].inside == NONE &&
			token_does(doc, doc->mentions[k].first, FN_INDEFINITE))
			return k;
	return NONE;
}

/* Tokens between a description and the word that introduces a name: "who asked the paper to be". */
#define INTRODUCTION_WORDS 8

/* "By her surname, Moyo", "whose name is Moyo": the noun for a name right before a name; NONE if there is none. */
static uint32_t
noun_before_name(const Document *doc, const Mention *name, uint32_t floor)
{
	uint32_t	i = name->first;

	if (i < floor + 3 || (token_at(doc, i - 1)->kind != TOKEN_COMMA && !token_does(doc, i - 1, FN_COPULA)) || !token_does(doc, i - 2, FN_NAMED) ||
		token_has(doc, i - 2, WC_PARTICIPLE))
		return NONE;
	for (uint32_t k = i - 2; k-- > floor && k + LEFT_REACH > i && is_word(doc, k);)
		if (token_has(doc, k, WC_POSSESSIVE))
			return i - 2;
	return NONE;
}

/*
 * "A trader who identified himself as Chidi", "a nurse, who gave only her first name, Grace,": the phrase for one person before
 * the participle or relative clause that introduces a name; NONE if there is none.
 */
static uint32_t
before_introduction(const Document *doc, const Walk *walk, const Mention *name)
{
	uint32_t	this = doc->mention_count - 1;
	uint32_t	word;

	if (!names_show_capitals(doc) || name->kind != MENTION_NAME || !is_human(name))
		return NONE;
	word = noun_before_name(doc, name, walk->floor);
	if (word == NONE)
		word = nq_introducing_word(doc, name, walk->floor);
	if (word == NONE || token_does(doc, word, FN_SAME))
		return NONE;
	for (uint32_t k = this; k-- > 0 && k + LEFT_REACH > this && doc->mentions[k].sentence == name->sentence;)
	{
		const Mention *other = &doc->mentions[k];
		uint32_t	i = other->last;

		if (other->kind == MENTION_NAME || other->inside != NONE || i + INTRODUCTION_WORDS < word)
			return NONE;
		if (other->kind != MENTION_NOMINAL || other->type != TYPE_PERSON || other->plural || other->nested || i > word)
			continue;
		i += token_at(doc, i)->kind == TOKEN_COMMA;
		return i == word || (token_has(doc, i, WC_RELATIVE) && !holds_kind(doc, i, word, TOKEN_COMMA)) ? k : NONE;
	}
	return NONE;
}

/* "The pilot – Tom Hale – said": whether a mention is between two dashes. */
static bool
is_between_dashes(const Document *doc, const Mention *mention)
{
	return token_at(doc, mention->first - 1)->kind == TOKEN_DASH && token_at(doc, mention->last)->kind == TOKEN_DASH;
}

/* The mention that ends before the comma that precedes the newest one, or before a dash; NONE if there is none. */
static uint32_t
before_comma(const Document *doc, const Walk *walk, const Mention *mention)
{
	uint32_t	this = doc->mention_count - 1;

	if (mention->first <= walk->floor + 1 || (token_at(doc, mention->first - 1)->kind != TOKEN_COMMA && !is_between_dashes(doc, mention)))
		return NONE;
	for (uint32_t k = this; k-- > 0 && k + LEFT_REACH > this;)
	{
		const Mention *other = &doc->mentions[k];

		if (other->sentence != mention->sentence || other->inside != NONE)
			return NONE;
		if (nq_after_bracket(doc, other->last) + 1 != mention->first)
			continue;
		/* "Lund and the other witness, Otto Holm", "Otto Holm and Ada Quist, its owner" */
		if (other->kind == MENTION_CONJOINED && !mention->plural)
			return k - 1;
		if (!other->nested && other->kind != MENTION_CONJOINED)
			return k;
	}
	return NONE;
}

/*
 * "The retired teacher across the road, Tom Hale", "her opponent in the May vote, Tom Hale": the phrase for a
 * person to which a prepositional phrase before the comma belongs; otherwise the mention itself.
 */
static uint32_t
somebody_before(const Document *doc, const Walk *walk, uint32_t number)
{
	uint32_t	before;

	if (number == NONE || doc->mentions[number].kind != MENTION_NOMINAL || doc->mentions[number].type == TYPE_PERSON ||
		doc->mentions[number].first < walk->floor + 2)
		return number;
	before = doc->mentions[number].first - 1;
	if (!token_has(doc, before, WC_PREP))
		return number;
	for (uint32_t k = number; k-- > 0 && k + LEFT_REACH > number && doc->mentions[k].sentence == doc->mentions[number].sentence;)
		if (doc->mentions[k].last == before && !doc->mentions[k].nested && doc->mentions[k].kind == MENTION_NOMINAL)
			return doc->mentions[k].type == TYPE_PERSON && !doc->mentions[k].plural ? k : number;
	return number;
}

/*
 * "In the words of the manager, Tom Hale, it": the person or role that ends a phrase for a thing before the comma, if
 * the newest mention is a name between commas; otherwise the phrase.
 */
static uint32_t
owner_before(const Document *doc, const Mention *name, uint32_t number)
{
	const Mention *phrase;

	if (number == NONE || !names_show_capitals(doc) || name->kind != MENTION_NAME || name->type != TYPE_PERSON ||
		token_at(doc, name->last)->kind != TOKEN_COMMA)
		return number;
	phrase = &doc->mentions[number];
	if (phrase->kind != MENTION_NOMINAL || phrase->type == TYPE_PERSON || phrase->type == TYPE_GROUP)
		return number;
	for (uint32_t k = number + 1; k + 1 < doc->mention_count && doc->mentions[k].first < phrase->last; k++)
		if (doc->mentions[k].last == phrase->last && doc->mentions[k].kind == MENTION_NOMINAL && doc->mentions[k].type == TYPE_PERSON &&
			!doc->mentions[k].plural && token_does(doc, doc->mentions[k].first, FN_DEFINITE))
			return k;
	return number;
}

/*
 * "According to his wife, Selma, it": whether a forename between commas after the phrase for a relative is a person's,
 * although it is a place's too.
 */
static bool
is_forename_of_kin(const Document *doc, const Mention *role, const Mention *name)
{
	return token_has(doc, role->head, WC_KIN) && token_has(doc, role->first, WC_POSSESSIVE) && name->first == role->last + 1 &&
		name->name_last == name->name_first + 1 && name->last == name->name_last && token_has(doc, name->name_first, WC_FORENAME) &&
		token_at(doc, name->last)->kind == TOKEN_COMMA;
}

/*
 * "La presidenta del comité que hizo el plan, la doctora Ana Gil, ...": the description of one person, with a relative
 * clause without commas, before the name between commas, in a language whose heads come first; NONE if there is none.
 */
static uint32_t
before_relative_clause(const Document *doc, const Walk *walk, const Mention *name)
{
	uint32_t	this = doc->mention_count - 1;
	uint32_t	comma = name->first - 1;

	if (!is_head_first(doc) || name->kind != MENTION_NAME || !is_human(name) || name->first <= walk->floor + 1 ||
		token_at(doc, comma)->kind != TOKEN_COMMA ||
		(token_at(doc, name->last)->kind != TOKEN_COMMA && token_at(doc, name->last)->kind != TOKEN_STOP))
		return NONE;
	for (uint32_t k = this; k-- > 0 && k + LEFT_REACH > this && doc->mentions[k].sentence == name->sentence;)
	{
		const Mention *other = &doc->mentions[k];

		if (other->inside != NONE || (other->last < comma && holds_kind(doc, other->last, comma, TOKEN_COMMA)))
			return NONE;
		if (!other->nested && other->kind == MENTION_NOMINAL && other->type == TYPE_PERSON && !other->plural && other->last < comma)
			return token_has(doc, other->last, WC_RELATIVE) && token_does(doc, other->first, FN_DEFINITE) ? k : NONE;
	}
	return NONE;
}

/* Tokens of a participle and its object between a description and the comma before the name. */
#define PARTICIPLE_REACH 8

/*
 * "The lawyer representing the guards, Tom Hale, said": the description of one person, with a participle and its object, before
 * the name between commas; NONE if there is none.
 */
static uint32_t
before_participle(const Document *doc, const Walk *walk, const Mention *name)
{
	uint32_t	this = doc->mention_count - 1;
	uint32_t	comma = name->first - 1;

	if (!names_show_capitals(doc) || name->kind != MENTION_NAME || name->type != TYPE_PERSON || name->first <= walk->floor + 1 ||
		token_at(doc, comma)->kind != TOKEN_COMMA || token_at(doc, name->last)->kind != TOKEN_COMMA)
		return NONE;
	for (uint32_t k = this; k-- > 0 && k + LEFT_REACH > this && doc->mentions[k].sentence == name->sentence;)
	{
		const Mention *other = &doc->mentions[k];

		if (other->inside != NONE || other->last + PARTICIPLE_REACH < comma || holds_kind(doc, other->last, comma, TOKEN_COMMA))
			return NONE;
		if (!other->nested && other->kind == MENTION_NOMINAL && other->type == TYPE_PERSON && !other->plural && other->last + 1 < comma &&
			token_has(doc, other->last, WC_GERUND) && token_does(doc, other->first, FN_DEFINITE) && other->first == walk->floor)
			return k;
	}
	return NONE;
}

/* The most words of a name between commas: "Chief Justice Tom J. Hale". */
#define NAME_BETWEEN_COMMAS 6

/*
 * "In a talk with Ada Holm, the sheriff, Tom Hale, said": whether a definite phrase after a preposition's complement describes the
 * person who is named between the next commas, before a verb.
 */
static bool
describes_next_name(const Document *doc, const Walk *walk, const Mention *name, const Mention *role)
{
	uint32_t	i = role->last + 1;

	if (!names_show_capitals(doc) || name->first <= walk->floor || !is_word(doc, name->first - 1) || !token_has(doc, name->first - 1, WC_PREP) ||
		!token_does(doc, role->first, FN_DEFINITE) || i + 2 >= walk->limit || token_at(doc, role->last)->kind != TOKEN_COMMA)
		return false;
	while (i < walk->limit && i <= role->last + NAME_BETWEEN_COMMAS && is_word(doc, i) && (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 &&
		   !token_has(doc, i, FUNCTION_WORDS))
		i++;
	return i > role->last + 2 && i + 1 < walk->limit && token_at(doc, i)->kind == TOKEN_COMMA && is_word(doc, i + 1) &&
		token_has(doc, i + 1, WC_FINITE | WC_AUX) && !token_has(doc, i + 1, NOUN_WORDS | WC_RELATIVE);
}

/* "Lund's office", "the mayor's clerk": whether a phrase begins with a possessor. */
static bool
begins_with_owner(const Document *doc, const Mention *phrase)
{
	for (uint32_t i = phrase->first + 1; i < phrase->head; i++)
		if (is_possessive(doc, i))
			return true;
	return false;
}

/*
 * "After he met Tom Hale, the sheriff said", "in a letter to the Herald, Lund's office said": whether a definite phrase after a
 * clause that ends with a name is the subject of the next verb.
 */
static bool
is_next_subject(const Document *doc, const Walk *walk, const Mention *name, const Mention *role)
{
	return !is_head_first(doc) && !doc->language->phrases->capital_nouns && name->first > walk->floor && role->last < walk->limit &&
		(token_does(doc, role->first, FN_DEFINITE) || begins_with_owner(doc, role)) && token_has(doc, role->last, WC_CUE) && token_has(doc, role->last, WC_FINITE) &&
		!token_has(doc, role->last, WC_NOUN) &&
		(token_has(doc, name->first - 1, WC_PREP) || token_has(doc, doc->sentences[walk->sentence].first, WC_PREP | WC_SUBORD | WC_GERUND));
}

/*
 * "According to the sheriff, Tom Hale was late": whether a name after a phrase that does not begin the sentence
 * is the subject of the next verb.
 */
static bool
is_next_name(const Document *doc, const Walk *walk, const Mention *role, const Mention *name)
{
	uint32_t	next = name->last;

	return !is_head_first(doc) && !doc->language->phrases->capital_nouns && role->first > walk->floor && next < walk->limit &&
		is_word(doc, next) && (token_at(doc, next)->flags & TOKEN_CAPITAL) == 0 &&
		(token_has(doc, next, WC_AUX) || (token_has(doc, next, WC_FINITE) && !token_has(doc, next, WC_NOUN | WC_ADJ | WC_PREP | WC_ADV))) &&
		(token_has(doc, role->first - 1, WC_PREP) || token_does(doc, role->first, FN_INDEFINITE));
}

/* "The town's oldest library, the Athenaeum of Dunmore, was closed": a body's name between commas after a definite phrase for a body. */
static bool
is_body_between_commas(const Document *doc, const Mention *role, const Mention *name)
{
	return !is_head_first(doc) && role->type == TYPE_ORGANISATION && (name->type == TYPE_ORGANISATION || name->type == TYPE_UNKNOWN) && role->first < role->head &&
		!token_does(doc, role->first, FN_INDEFINITE) && token_at(doc, name->last)->kind == TOKEN_COMMA;
}

/*
 * "Zentra, a software company, said", "Velvet Harbour, a rock band from Lindby": whether an indefinite phrase for a body after a
 * name that no list has tells what it is.  In "Lund, a bank and a shop" it is a part of a list.
 */
static bool
tells_body(const Document *doc, const Mention *name, const Mention *role)
{
	uint32_t	next = role->last;

	if (!names_show_capitals(doc) || role->type != TYPE_ORGANISATION || !token_does(doc, role->first, FN_INDEFINITE) || role->first != name->last + 1 ||
		(name->type != TYPE_UNKNOWN && (name->type != TYPE_PLACE || name->name_last < name->name_first + 2)))
		return false;
	return token_at(doc, next)->kind == TOKEN_COMMA || token_at(doc, next)->kind == TOKEN_STOP || token_at(doc, next)->kind == TOKEN_DASH ||
		token_has(doc, next, WC_PREP | WC_RELATIVE | WC_PARTICIPLE);
}

/*
 * "Its owner, Corvus Media, said": whether a body's name between commas, before a verb, is that of the owner or rival whom a
 * possessive phrase describes, which need not be a person.
 */
static bool
is_owning_body(const Document *doc, const Mention *role, const Mention *name)
{
	return !is_head_first(doc) && !doc->language->phrases->capital_nouns && role->type == TYPE_PERSON && name->type == TYPE_ORGANISATION &&
		name->first == role->last + 1 && token_has(doc, role->head, WC_ROLE) && !token_has(doc, role->head, WC_SPOKES) &&
		(token_has(doc, role->first, WC_POSSESSIVE) || holds_kind(doc, role->first, role->head, TOKEN_CLITIC)) &&
		token_at(doc, name->last)->kind == TOKEN_COMMA && is_word(doc, name->last + 1) && token_has(doc, name->last + 1, WC_FINITE | WC_AUX);
}

/* "Another, Otto Pahl, said": whether a person's name is between commas after an indefinite pronoun, before a verb. */
static bool
is_one_of_several(const Document *doc, const Mention *role, const Mention *name)
{
	return names_show_capitals(doc) && role->type == TYPE_GROUP && role->last == role->first + 1 && token_has(doc, role->head, WC_DET) &&
		token_has(doc, role->head, WC_INDEFINITE) && !token_has(doc, role->head, WC_PLURAL) && name->type == TYPE_PERSON && token_at(doc, name->last)->kind == TOKEN_COMMA &&
		is_word(doc, name->last + 1) && token_has(doc, name->last + 1, WC_FINITE | WC_AUX);
}

/* "Sur le plateau", but not "selon le capitaine": whether a phrase follows a preposition, in a language whose heads come first. */
static bool
is_place_before(const Document *doc, const Mention *phrase)
{
	return is_head_first(doc) && follows_preposition(doc, phrase) && !token_has(doc, phrase->first - 1, WC_PREPCUE) &&
		!token_does(doc, phrase->first - 1, FN_AGENT | FN_SOURCE);
}

/* "After the meeting, Tom Hale, the mayor,": whether a phrase after a preposition is headed by a listed noun or verb. */
static bool
is_occasion_before(const Document *doc, const Mention *phrase)
{
	return names_show_capitals(doc) && follows_preposition(doc, phrase) && token_has(doc, phrase->head, NOUN_WORDS | WC_VERB);
}

/* "A candidate, Chief (Mrs) Ada Quist,": a description joined with the title alone is to be joined with the whole name. */
static void
release_contained(Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	for (uint32_t k = number; k-- > 0 && k + LEFT_REACH > number && doc->mentions[k].sentence == mention->sentence;)
		if (doc->mentions[k].nested && doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].first >= mention->first && doc->mentions[k].last <= mention->last &&
			is_apposed(&doc->mentions[k]))
		{
			uint32_t	other = appositive_of(doc, &doc->mentions[k]);

			if (other < k && doc->mentions[other].first < mention->first)
				doc->mentions[other].apposed = doc->mentions[k].apposed = 0;
		}
}

/* "Tom Hale, the sheriff" and "the sheriff, Tom Hale": joins the two mentions around the comma. */
void
nq_appose(Document *doc, const Walk *walk)
{
	uint32_t	this = doc->mention_count - 1;
	Mention    *mention = &doc->mentions[this];
	uint32_t	other;
	Mention    *name;
	Mention    *role;
	bool		named = false;

	if (walk->inside)
		return;
	if (mention->kind == MENTION_NAME)
		release_contained(doc, this);
	other = right_before_name(doc, walk, mention);
	if (other != NONE && doc->mentions[other].type == TYPE_ORGANISATION)
		mention->type = TYPE_ORGANISATION;
	if (other == NONE)
	{
		other = before_naming(doc, walk, mention);
		if (other == NONE)
			other = before_introduction(doc, walk, mention);
		named = other != NONE;
		if (other == NONE)
			other = before_relative_clause(doc, walk, mention);
		if (other == NONE)
			other = before_participle(doc, walk, mention);
		if (other == NONE)
			other = somebody_before(doc, walk, owner_before(doc, mention, before_comma(doc, walk, mention)));
	}
	if (other == NONE || doc->mentions[other].kind == mention->kind)
		return;
	name = mention->kind == MENTION_NAME ? mention : &doc->mentions[other];
	role = mention->kind == MENTION_NAME ? &doc->mentions[other] : mention;
	/*
	 * "The harbour master, Otto Pahl, said": an unlisted noun with a name between commas is a person, but not "sur le plateau,
	 * Luc Roy, ...".
	 */
	if (name == mention && !is_place_before(doc, role) && !is_occasion_before(doc, role) && name->type == TYPE_PERSON && role->type == TYPE_THING && token_does(doc, role->first, FN_DEFINITE) &&
		token_at(doc, name->last)->kind == TOKEN_COMMA)
		role->type = TYPE_PERSON;
	if (name == mention && is_one_of_several(doc, role, name))
	{
		role->type = TYPE_PERSON;
		role->plural = false;
	}
	if (name->kind != MENTION_NAME || role->kind != MENTION_NOMINAL || role->plural || is_apposed(name) ||
		is_apposed(role))
		return;
	/* "The aide of Lund, Holm's opponent, said" */
	if (mention == name && name->possessive && !is_head_first(doc))
		return;
	if (mention == role ? is_next_subject(doc, walk, name, role) || describes_next_name(doc, walk, name, role) : !named && is_next_name(doc, walk, role, name))
		return;
	if (mention == name && is_owning_body(doc, role, name))
		role->type = TYPE_ORGANISATION;
	if (mention == role && tells_body(doc, name, role))
		name->type = TYPE_ORGANISATION;
	if (role->type == TYPE_PERSON ? !is_human(name) && !(mention == name && is_forename_of_kin(doc, role, name)) :
		mention == name ? !is_body_between_commas(doc, role, name) : role->type != TYPE_ORGANISATION || name->type != TYPE_ORGANISATION)
		return;
	mention->apposed = (int8_t) ((int) other - (int) this);
	doc->mentions[other].apposed = (int8_t) -mention->apposed;
	if (role->type != TYPE_PERSON)
		return;
	name->type = TYPE_PERSON;
	if (name->gender == GENDER_UNKNOWN || name->gender == GENDER_NEUTER)
		name->gender = role->gender;
}

/* "Tom Hale, a farmer and spokesman for the union": joins the second description with the person too. */
void
nq_share_apposition(Document *doc)
{
	Mention    *mention = &doc->mentions[doc->mention_count - 1];
	const Mention *before = mention - 1;

	if (doc->mention_count < 2 || is_apposed(mention) || mention->type != TYPE_PERSON || mention->plural ||
		mention->first == 0 || !token_does(doc, mention->first - 1, FN_AND))
		return;
	if (before->kind == MENTION_NOMINAL && before->apposed < 0 && before->apposed > -APPOSED_REACH && before->last == mention->first - 1 &&
		before->inside == mention->inside && !token_has(doc, mention->first, WC_DET | WC_POSSESSIVE))
		mention->apposed = (int8_t) (before->apposed - 1);
}
