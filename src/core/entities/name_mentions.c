/*
 * name_mentions.c
 *	  The mention of a name, with the role and other words before it.
 *
 * Takes a run that names.c read; writes its mention, which begins at the article, title, role or employer
 * before the name.
 */
#include "core/entities/name_mentions.h"

#include "core/base/bounds.h"
#include "core/entities/appositions.h"
#include "core/entities/joint_mentions.h"
#include "core/entities/name_tags.h"
#include "core/entities/name_types.h"
#include "core/entities/name_words.h"
#include "core/entities/names.h"
#include "core/entities/noun_phrases.h"

#include <string.h>

/* A longer word for a nationality is not looked up. */
#define NATION_BYTES 32

/* "Chief of staff Ada Holm", "director of rugby Otto Lind": whether a word is the field of the office before it, and so no role or description of its own. */
static bool
is_field_of_office(const Walk *walk, uint32_t i)
{
	return names_show_capitals(walk->doc) && i >= walk->floor + 2 && token_does(walk->doc, i - 1, FN_GENITIVE) && token_has(walk->doc, i - 2, WC_ROLE | WC_OFFICE);
}

/*
 * "campaign manager Robby Mook", "Ministry spokesman Ivan Petrov": whether a lower-case role is right before a
 * name.
 */
bool
nq_is_role_before(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	classes;

	if (i < walk->floor || !is_word(doc, i) || ((token_at(doc, i)->flags & TOKEN_SPACE) == 0 && (i == 0 || !is_word(doc, i - 1))))
		return false;
	classes = classes_at(doc, i);
	if ((classes & (WC_ROLE | WC_PERSON)) == 0 && is_field_of_office(walk, i))
		return false;
	return (classes & (WC_ROLE | WC_TITLE | WC_PERSON)) != 0 && (classes & (WC_PLURAL | FUNCTION_WORDS)) == 0;
}

/*
 * "“We won,” said eighth seed Holm": whether a noun without an article is between the verb after a quotation
 * and a person's name.
 */
static bool
is_inverted_description(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	first;

	if (is_head_first(doc) || !can_be_noun(doc, i) || token_has(doc, i, WC_TIME | WC_PLURAL | WC_ADV) || !begins_person(doc, i + 1))
		return false;
	first = nq_phrase_start(walk, i);
	return first > walk->floor && first - 1 == walk->floor && first >= 2 && token_at(doc, first - 2)->kind == TOKEN_MARK &&
		!is_article(doc, first) && token_has(doc, first - 1, WC_CUE) && token_has(doc, first - 1, WC_FINITE);
}

/*
 * "25-year-old Abebe", "arrestee Greta Holm": whether an age is before a name, or an unlisted noun before a
 * forename.
 */
bool
nq_is_description_before(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (i < walk->floor || !is_word(doc, i) || (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 ||
		token_has(doc, i + 1, WC_DEMONYM | WC_COUNTRY | WC_ORG) || is_field_of_office(walk, i))
		return false;
	return nq_is_age(doc, i) || is_inverted_description(walk, i) ||
		(token_at(doc, i)->word == 0 && (token_at(doc, i)->flags & TOKEN_HYPHEN) == 0 &&
		 token_has(doc, i + 1, WC_FORENAME) && !token_has(doc, i + 1, WC_PLACE | WC_NAMEWORD) &&
		 (token_at(doc, i + 2)->flags & TOKEN_CAPITAL) != 0);
}

/*
 * "L'hydrobiologiste Luc Roy": whether an unlisted noun is between an article and a forename, in a language
 * whose adjectives follow their noun.
 */
static bool
is_unlisted_role(const Walk *walk, uint32_t i, uint32_t name)
{
	const Document *doc = walk->doc;

	if (i > walk->floor + 1 && token_has(doc, i - 2, WC_PREP))
		return false;
	return is_head_first(doc) && i > walk->floor && is_common_noun(doc, i) && !token_has(doc, i, NOUN_WORDS | WC_VERB) &&
		token_has(doc, i - 1, WC_DET) && token_has(doc, name, WC_FORENAME) && !token_has(doc, name, WC_PLACE | WC_ORGWORD);
}

/* The most words in a bracket between a title and a name. */
#define BRACKET_WORDS 3

/*
 * "Chief election commissioner (CEC)", "superintendent of police (SP)": the role before a bracket with an acronym; NONE
 * if there is none.
 */
static uint32_t
role_with_acronym(const Walk *walk, uint32_t open)
{
	const Document *doc = walk->doc;
	uint32_t	role = open > walk->floor + 2 && token_does(doc, open - 2, FN_GENITIVE) ? open - 3 : open - 1;

	return names_show_capitals(doc) && token_has(doc, role, WC_ROLE) && !token_has(doc, role, WC_PLURAL) && token_at(doc, open + 2)->kind == TOKEN_CLOSE &&
		(token_at(doc, open + 1)->flags & TOKEN_UPPER) != 0 && token_at(doc, open + 1)->length > 1 ? role : NONE;
}

/* "Justice (retd) Otto Lind": the title before the bracket that precedes a name; NONE if there is none. */
static uint32_t
title_before_bracket(const Walk *walk, uint32_t name)
{
	const Document *doc = walk->doc;
	uint32_t	i = name - 1;

	if (name <= walk->floor + 3 || token_at(doc, i)->kind != TOKEN_CLOSE)
		return NONE;
	while (i-- > walk->floor + 1 && i + BRACKET_WORDS + 2 >= name)
		if (token_at(doc, i)->kind == TOKEN_OPEN)
			return token_has(doc, i - 1, WC_TITLE) && is_capital_word(doc, i - 1) ? i - 1 : role_with_acronym(walk, i);
	return NONE;
}

/*
 * "Le président français Luc Roy": the role before a name, across adjectives if they follow their noun; NONE if
 * there is none.
 */
static uint32_t
role_before(const Walk *walk, uint32_t name)
{
	const Document *doc = walk->doc;
	uint32_t	adjectives = is_head_first(doc) ? ADJECTIVES_OF_ROLE : 0;
	uint32_t	title = title_before_bracket(walk, name);

	if (title != NONE)
		return title;
	for (uint32_t i = name; i-- > walk->floor && i + adjectives + 1 >= name;)
	{
		if (nq_is_role_before(walk, i) || is_unlisted_role(walk, i, name))
			return i;
		if (!is_word(doc, i) || (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 || !token_has(doc, i, WC_ADJ))
			return NONE;
	}
	return NONE;
}

static void
put_name(Walk *walk, const NameRun *run, uint32_t first)
{
	bool		named = run->name_first < run->name_last;
	uint32_t	last = run->last;
	Mention    *mention;

	/* "The Secretary of State for the Tides" */
	if (!named && !walk->inside && !is_head_first(walk->doc))
		last = nq_phrase_end(walk, run->last - 1, BELONGS_TO_SOMEBODY);
	mention = nq_put_mention(walk, named ? MENTION_NAME : MENTION_NOMINAL, first, last, named ? run->name_last - 1 : run->role);

	mention->name_first = named ? run->name_first : run->last;
	mention->name_last = named ? run->name_last : run->last;
	mention->role = run->role;
	mention->type = run->type;
	mention->gender = run->gender;
	mention->possessive = last < walk->limit && is_possessive(walk->doc, last);
	mention->plural = run->type == TYPE_GROUP;
}

/* Whether "the" precedes a name that is not a person's, and so belongs to its mention. */
static bool
follows_the(const Walk *walk, const NameRun *run)
{
	return !walk->inside && run->first > walk->floor && run->name_first < run->name_last && run->type != TYPE_PERSON &&
		token_does(walk->doc, run->first - 1, FN_DEFINITE);
}

/* "Says ODK's Lund": whether a name of unknown type follows an organisation in capitals, beside a reporting verb. */
static bool
is_reporter_of_body(const Walk *walk, const NameRun *run, const Mention *body)
{
	const Document *doc = walk->doc;
	uint32_t	verb = body->first > walk->floor && token_has(doc, body->first - 1, WC_CUE) ? body->first - 1 : run->last;

	return !is_head_first(doc) && !doc->language->phrases->capital_nouns && run->last == run->first + 1 &&
		(token_at(doc, body->name_last - 1)->flags & TOKEN_UPPER) != 0 && token_at(doc, body->name_last - 1)->length > 1 &&
		verb < walk->limit && token_has(doc, verb, WC_CUE) && token_has(doc, verb, WC_FINITE);
}

/* "The Ostby Herald's Otto Lund": an organisation before a person's name belongs to the person's mention. */
static uint32_t
before_employer(const Walk *walk, const NameRun *run)
{
	const Document *doc = walk->doc;
	const Mention *body;

	if (walk->inside || (run->type != TYPE_PERSON && run->type != TYPE_UNKNOWN) || doc->mention_count == 0 || run->first < walk->floor + 2 ||
		!is_possessive(doc, run->first - 1))
		return run->first;
	body = &doc->mentions[doc->mention_count - 1];
	if (body->kind != MENTION_NAME || body->last != run->first - 1 || body->first < walk->floor || body->type == TYPE_PERSON ||
		(run->type == TYPE_UNKNOWN && !is_reporter_of_body(walk, run, body)))
		return run->first;
	return body->first;
}

/*
 * "Many prominent Republicans": writes people named by their party or nation, with their modifiers, as a phrase
 * instead of a name.
 */
static bool
put_people(Walk *walk, const NameRun *run)
{
	const Document *doc = walk->doc;
	uint32_t	first;
	Mention    *mention;

	if (walk->inside || run->role != NONE || run->name_last != run->name_first + 1 || !token_has(doc, run->name_first, WC_PEOPLE | WC_DEMONYM) ||
		!token_has(doc, run->name_first, WC_PLURAL | WC_PEOPLE) || (run->last < walk->limit && can_be_noun(doc, run->last)))
		return false;
	first = nq_phrase_start(walk, run->first);
	if (first == run->first || token_does(doc, first, FN_DEFINITE | FN_DEMONSTRATIVE))
		return false;
	mention = nq_put_mention(walk, MENTION_NOMINAL, first, run->last, run->name_first);
	mention->type = TYPE_GROUP;
	mention->plural = true;
	return true;
}

/* Whether the lexicon has the plural of a nationality's word: "Germans", so that "the German" is one person; but "the French". */
static bool
is_countable(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const TextList *endings = &doc->language->phrases->plurals;

	for (uint32_t k = 0; k < endings->count; k++)
	{
		const ListedText *ending = &endings->texts[k];
		char		plural[NATION_BYTES] = {0};
		size_t		length = (size_t) token->length + ending->length;
		uint64_t	classes;

		if (length > sizeof(plural))
			continue;
		memcpy(plural, doc->text + token->start, token->length);
		memcpy(plural + token->length, ending->text, ending->length);
		classes = classes_of(doc->lexicon, nq_lookup(doc->lexicon, plural, length, plural + sizeof(plural)));
		if ((classes & WC_DEMONYM) != 0 && (classes & (WC_PLURAL | WC_PEOPLE)) != 0)
			return true;
	}
	return false;
}

/* Mentions back in which a person can be named with the nationality. */
#define COMPATRIOTS_BACK 60

/* "Swiss champion Greta Holm", before "the Swiss": whether a person was named with the nationality. */
static bool
has_compatriot(const Walk *walk, uint32_t nationality)
{
	const Document *doc = walk->doc;

	for (uint32_t k = doc->mention_count; k-- > 0 && k + COMPATRIOTS_BACK > doc->mention_count;)
		if (doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].type == TYPE_PERSON)
			for (uint32_t i = doc->mentions[k].first; i < doc->mentions[k].name_first; i++)
				if (nq_same_word(doc, i, nationality))
					return true;
	return false;
}

/* "The German said", "said the Dane", "an Irishman": a description by the nationality, not a name. */
static bool
put_national(Walk *walk, const NameRun *run)
{
	const Document *doc = walk->doc;
	Mention    *mention;

	if (walk->inside || run->role != NONE || run->name_last != run->name_first + 1 ||
		run->last != run->name_last || run->first == walk->floor || !token_does(doc, run->first - 1, FN_DEFINITE | FN_INDEFINITE) ||
		!token_has(doc, run->name_first, WC_DEMONYM) || token_has(doc, run->name_first, WC_PLURAL | WC_PEOPLE) ||
		(run->last < walk->limit && is_word(doc, run->last) && !token_has(doc, run->last, WC_CUE | WC_AUX | WC_ADV | WC_PREP | WC_RELATIVE)) ||
		(!token_has(doc, run->name_first, WC_MALE | WC_FEMALE) && !is_countable(doc, run->name_first) && !has_compatriot(walk, run->name_first)))
		return false;
	mention = nq_put_mention(walk, MENTION_NOMINAL, run->first - 1, run->last, run->name_first);
	mention->type = TYPE_PERSON;
	mention->gender = token_has(doc, run->name_first, WC_MALE) ? GENDER_MALE : token_has(doc, run->name_first, WC_FEMALE) ? GENDER_FEMALE : GENDER_UNKNOWN;
	return true;
}

/*
 * The start of the titles, roles and modifiers before a name: after the verb in "Greta Holm met Mayor Lind",
 * but "the convicted captain Lind".
 */
static uint32_t
titled_start(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	first = nq_phrase_start(walk, i);

	/* "A cake, something Mayor Lind called": an indefinite pronoun has no noun after it. */
	if (names_show_capitals(doc) && first < i && token_has(doc, first, WC_INDEFINITE) && !token_has(doc, first, WC_DET | WC_NUM | WC_ADJ) &&
		(token_at(doc, first)->flags & TOKEN_CAPITAL) == 0)
		return first + 1;
	/* "The college fired scholar Otto Lind": a participle does not follow the noun that it describes. */
	if (names_show_capitals(doc))
		for (uint32_t k = i; k-- > first + 1;)
			if (token_has(doc, k, WC_FINITE) && token_has(doc, k, WC_PARTICIPLE) && !token_has(doc, k, NOUN_WORDS) &&
				(token_at(doc, k)->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) == 0 && is_word(doc, k - 1) && !token_has(doc, k - 1, WC_ADJ | WC_DEMONYM | FUNCTION_WORDS) &&
				(token_has(doc, k - 1, NOUN_WORDS) || (!is_article(doc, first) && (token_at(doc, k - 1)->flags & TOKEN_CAPITAL) != 0)))
				return k + 1;
	if (is_article(doc, first))
		return first;
	/* "A motion, naming Mr. Lund, that" */
	if (names_show_capitals(doc) && first > walk->floor && token_at(doc, first - 1)->kind == TOKEN_COMMA && token_has(doc, first, WC_GERUND) &&
		!token_has(doc, first, WC_ADJ | WC_ROLEADJ | NOUN_WORDS) && first < i)
		return first + 1;
	for (uint32_t k = i; k-- > first;)
		if ((token_at(doc, k)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, k, WC_FINITE) && !token_has(doc, k, WC_ADJ | WC_NOUN | WC_ROLE))
			return k + 1;
	return first;
}

/* "The head of the union Dr Greta Holm": whether a title before the name follows the complement of a description. */
static bool
follows_description(const Walk *walk, const NameRun *run)
{
	const Document *doc = walk->doc;
	const Mention *before;

	if (walk->inside || !names_show_capitals(doc) || doc->mention_count == 0 || run->role == NONE || run->type != TYPE_PERSON || !is_capital_word(doc, run->first))
		return false;
	before = &doc->mentions[doc->mention_count - 1];
	for (uint32_t k = doc->mention_count; before->nested && k-- > 0 && doc->mentions[k].last == run->first;)
		before = &doc->mentions[k];
	return before->kind == MENTION_NOMINAL && before->type == TYPE_PERSON && !before->plural && !before->nested && before->inside == NONE && before->last == run->first &&
		before->head + 1 < before->last && before->first >= walk->floor;
}

/*
 * "The head of Dunmore College Greta Holm": whether the words of the run before the name belong to the phrase
 * before it.
 */
static bool
follows_office(const Walk *walk, const NameRun *run)
{
	const Document *doc = walk->doc;
	const Mention *before;

	if (walk->inside || doc->mention_count == 0 || run->role != NONE || run->type != TYPE_PERSON || run->name_first == run->first)
		return false;
	before = &doc->mentions[doc->mention_count - 1];
	return before->kind == MENTION_NOMINAL && before->type == TYPE_PERSON && !before->plural && before->inside == NONE &&
		before->last == run->name_first && before->head < run->first && before->first >= walk->floor;
}

/*
 * "University of Lindby president Greta Holm": an organisation whose last words look like modifiers of the role
 * belongs to the mention as a whole.
 */
static uint32_t
before_body(const Walk *walk, uint32_t first)
{
	const Document *doc = walk->doc;
	const Mention *body;

	if (walk->inside || doc->mention_count == 0 || walk->reach <= first)
		return first;
	body = &doc->mentions[doc->mention_count - 1];
	return body->kind == MENTION_NAME && body->type != TYPE_PERSON && body->inside == NONE && body->first >= walk->floor &&
		body->first < first && body->last > first ? body->first : first;
}

/*
 * "Ex-diver and harbour critic Otto Lund": two coordinated descriptions before the name, without articles, are
 * of one person.  "Media and PR strategist": the first noun is a part of the second description.
 */
static uint32_t
before_second_role(const Walk *walk, uint32_t first)
{
	const Document *doc = walk->doc;
	const Mention *before;
	uint32_t	k = doc->mention_count;

	if (walk->inside || is_head_first(doc) || first < walk->floor + 2 || !token_does(doc, first - 1, FN_AND) || is_article(doc, first))
		return first;
	/* "And Ostby Herald critic": the organisation already has a mention. */
	while (k > 0 && doc->mentions[k - 1].first >= first && k + LEFT_REACH > doc->mention_count)
		k--;
	if (k == 0)
		return first;
	before = &doc->mentions[k - 1];
	if (before->kind != MENTION_NOMINAL || before->last != first - 1 || before->plural || before->inside != NONE || before->first < walk->floor || before->possessive)
		return first;
	/* "The Jesuit priest and scholar Otto Lind": one article for both. */
	if (is_article(doc, before->first))
		return before->type == TYPE_PERSON && names_show_capitals(doc) && token_does(doc, before->first, FN_DEFINITE) && before->last == before->head + 1 &&
			(token_at(doc, first)->flags & TOKEN_CAPITAL) == 0 ? before->first : first;
	/* "Media and PR strategist Otto Lind" */
	return before->type == TYPE_PERSON || before->type == TYPE_THING || (before->type == TYPE_ORGANISATION && before->last == before->first + 1) ? before->first : first;
}

/*
 * "Said oil company Norvik Energy", "by the charity Shelter Now": whether a word for a body is right before a name that is
 * no person's.  Before a verb the name alone may be the subject of a relative clause: "the firm Lund founded".
 */
static bool
follows_body(const Walk *walk, const NameRun *run)
{
	const Document *doc = walk->doc;
	uint32_t	before = run->first - 1;

	if (walk->inside || !names_show_capitals(doc) || run->first <= walk->floor || run->type == TYPE_PERSON ||
		run->type == TYPE_GROUP || run->role != NONE || run->first != run->name_first || !is_word(doc, before) ||
		(token_at(doc, before)->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) != 0 ||
		!token_has(doc, before, WC_BODY) || token_has(doc, before, WC_PLURAL | FUNCTION_WORDS | WC_TIME) || begins_person(doc, run->first))
		return false;
	return run->last >= walk->limit || !is_word(doc, run->last) || !token_has(doc, run->last, WC_FINITE | WC_AUX | WC_ADV);
}

bool
nq_is_compound_before(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	return names_show_capitals(doc) && i > walk->floor && (token_at(doc, i - 1)->flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) == (TOKEN_CAPITAL | TOKEN_HYPHEN) &&
		is_word(doc, i - 1) && !token_has(doc, i - 1, NOUN_WORDS) && has_property(doc, i, PROP_IN_NAME) && nq_is_compound_adjective(doc, i - 1);
}

/* "The Glasgow Kelvin MP": the holder of an office in capitals, by the constituency, not a name before it. */
static bool
put_member(Walk *walk, const NameRun *run)
{
	const Document *doc = walk->doc;
	uint32_t	office = run->last - 1;
	Mention    *mention;

	if (walk->inside || !names_show_capitals(doc) || run->first == walk->floor || run->last < run->first + 2 || !token_does(doc, run->first - 1, FN_DEFINITE) ||
		(token_at(doc, office)->flags & TOKEN_UPPER) == 0 || !token_has(doc, office, WC_OFFICE) || !token_has(doc, office, WC_TITLE) ||
		(token_has(doc, run->first, WC_FORENAME) && !token_has(doc, run->first, WC_PLACE)))
		return false;
	mention = nq_put_mention(walk, MENTION_NOMINAL, run->first - 1, run->last, office);
	mention->type = TYPE_PERSON;
	mention->role = office;
	nq_appose(walk->doc, walk);
	return true;
}

/* Classes of words in a title, and of words that are in no body's name before one. */
#define TITLE_WORDS (WC_TITLE | WC_ROLE | WC_ROLEADJ)
#define NO_EMPLOYER (WC_DEMONYM | WC_COUNTRY | WC_SEAT | WC_TIME | FUNCTION_WORDS)

/* "Zentra CEO Otto Lund": writes the mention of the body in capitals before the title, which is nested in the person's. */
static void
put_employer(Walk *walk, const NameRun *run)
{
	const Document *doc = walk->doc;
	NameRun		body = {.first = run->first, .name_first = run->first, .role = NONE};
	uint32_t	last = run->first;

	if (walk->inside || !names_show_capitals(doc) || run->role == NONE || run->name_first == run->name_last ||
		token_has(doc, run->first, WC_ADJ | WC_PLACE | NOUN_WORDS))
		return;
	while (last < run->role && (token_at(doc, last)->flags & TOKEN_CAPITAL) != 0 && !token_has(doc, last, TITLE_WORDS | NO_EMPLOYER))
		last++;
	if (last == run->first || !token_has(doc, last, TITLE_WORDS) || token_has(doc, last, WC_HONORIFIC))
		return;
	body.last = body.name_last = last;
	nq_decide_name_type(doc, &body);
	if (body.type != TYPE_PERSON)
		put_name(walk, &body, body.first);
}

/* Writes the mention of a name, with the role or article before it. */
static void
put_whole_name(Walk *walk, NameRun *run)
{
	Document   *doc = walk->doc;
	bool		named = run->name_first < run->name_last;
	uint32_t	first = run->first;
	uint32_t	role = NONE;

	/* "“We won,” Park said" */
	if (named && !walk->inside && (run->type == TYPE_THING || run->type == TYPE_PLACE) &&
		!token_has(doc, run->first, WC_PLACE | WC_COUNTRY | WC_SEAT | WC_ORGWORD) && nq_is_name_by_comma(walk, run->first))
	{
		run->type = TYPE_UNKNOWN;
		run->gender = GENDER_UNKNOWN;
	}
	if (named && !walk->inside && run->role == NONE && !nq_is_party_label(walk, run->first))
		role = role_before(walk, run->first);
	/* "A senior U.S. diplomat": the run is an adjective, not a name. */
	if (role != NONE && token_has(doc, role, WC_ROLEADJ | WC_ADJ) && (run->type == TYPE_ORGANISATION || run->type == TYPE_PLACE) &&
		!begins_person(doc, run->first) && !is_head_first(doc))
		role = NONE;
	/* A capitalised run before a common noun modifies it: "Trump supporters", "Justice Department officials". */
	if (!named && !walk->inside && run->last < walk->limit && can_be_noun(doc, run->last) &&
		(token_at(doc, run->last)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, run->last, NOUN_WORDS))
		return;
	if (put_people(walk, run) || put_national(walk, run) || put_member(walk, run))
		return;
	if (run->role != NONE && !walk->inside)
		first = titled_start(walk, run->first);
	else if (role != NONE)
	{
		run->role = role;
		first = titled_start(walk, run->role);
		run->type = TYPE_PERSON;
		if (run->gender == GENDER_UNKNOWN || run->gender == GENDER_NEUTER)
			run->gender = gender_of_person(classes_at(doc, run->role));
	}
	else if (named && !walk->inside && run->first > walk->floor && (run->type == TYPE_PERSON || run->type == TYPE_UNKNOWN) &&
			 nq_is_description_before(walk, run->first - 1))
	{
		first = nq_phrase_start(walk, run->first - 1);
		run->type = TYPE_PERSON;
	}
	/* "Lindby-based Greta Holm" */
	else if (named && !walk->inside && (run->type == TYPE_PERSON || run->type == TYPE_UNKNOWN) && nq_is_compound_before(walk, run->first))
	{
		first = nq_phrase_start(walk, run->first - 1);
		run->type = TYPE_PERSON;
	}
	else if (named && follows_body(walk, run))
	{
		first = nq_phrase_start(walk, run->first - 1);
		run->type = TYPE_ORGANISATION;
		run->gender = GENDER_NEUTER;
	}
	else if (follows_the(walk, run))
		first--;
	else
		first = before_employer(walk, run);
	/* "La député Roy" is a woman; "le professeur Anne Roy" may be one. */
	if (is_head_first(doc) && run->type == TYPE_PERSON && first < run->first && token_has(doc, first, WC_DET) &&
		(token_has(doc, first, WC_FEMALE) || run->gender == GENDER_UNKNOWN))
		run->gender = gender_of_person(classes_at(doc, first));
	if (named && follows_office(walk, run))
		first = run->name_first;
	if (named && follows_description(walk, run))
		first = run->first;
	if (named && run->role != NONE && run->type == TYPE_PERSON)
		first = before_second_role(walk, before_body(walk, first));
	put_employer(walk, run);
	put_name(walk, run, first);
	nq_appose(doc, walk);
	nq_read_joint(walk);
}

/* Reads the name that begins at token i.  Returns the token after it. */
uint32_t
nq_read_name_mention(Walk *walk, uint32_t i)
{
	NameRun		run;

	nq_read_name(walk, i, &run);
	put_whole_name(walk, &run);
	return run.last;
}
