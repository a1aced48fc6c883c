/*
 * mentions.c
 *	  Tokens to mentions: the phrases that may name a speaker.
 *
 * Gives, in the order of their heads, the names (names.c) with the roles
 * and other words before them, the pronouns, and the phrases headed by a
 * common noun ("the sheriff", "two senior officials at the ministry").  Within a quotation only names
 * are read: it may print the fullest form of a name.
 *
 * A common noun heads a phrase when nothing noun-like follows it; in a language whose
 * phrases have their head first (PhraseRules), when no common noun stands before it.  The phrase
 * reaches left over its modifiers to the article, and right over those after the head, "of ..." and
 * the like.  Words that are in no list count as nouns or adjectives: the closed
 * classes and the verbs are listed, the open ones need not be.
 *
 * Both reaches are bounded: linear.
 */
#include "core/base/bounds.h"
#include "core/entities/mentions.h"
#include "core/stages.h"

#include <string.h>

/* Marks the mentions that the newest one contains, or that contain it. */
static void
mark_contained(Document *doc, uint32_t this)
{
	Mention    *mention = &doc->mentions[this];

	for (uint32_t k = this; k-- > 0 && k + LEFT_REACH > this;)
	{
		Mention    *other = &doc->mentions[k];

		if (other->inside != mention->inside)
			break;
		if (other->first >= mention->first && other->last <= mention->last)
			other->nested = true;
		else if (other->last > mention->first)
			mention->nested = true;
	}
}

/* Room for the mentions of one token, two at most: a name, and a mention of it and the name before it. */
static bool
reserve_mentions(Walk *walk)
{
	Document   *doc = walk->doc;

	if (!nq_reserve_several(doc->arena, (void **) &doc->mentions, &walk->capacity, doc->mention_count, 2, sizeof(Mention)))
		return fail(doc, NQ_NO_MEMORY);
	return true;
}

/* There is room: see reserve_mentions(). */
static Mention *
put_mention(Walk *walk, MentionKind kind, uint32_t first, uint32_t last, uint32_t head)
{
	Document   *doc = walk->doc;
	uint32_t	this = doc->mention_count++;
	Mention    *mention = &doc->mentions[this];
	uint32_t	reach = walk->reach;

	*mention = (Mention) {
		.first = first, .last = last, .head = head,
		.name_first = last, .name_last = last,
		.sentence = walk->sentence, .inside = walk->within,
		.entity = NONE, .role = NONE, .appositive = NONE,
		.kind = (uint8_t) kind, .person = 3
	};
	walk->reach = last > reach ? last : reach;
	/* Most mentions begin after all that were found. */
	if (first < reach)
		mark_contained(doc, this);
	return mention;
}

/* ---- the words of a noun phrase ---- */

/* "The supporters' trust": a mark after a plural. */
static bool
is_possessive_mark(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	return mark_at(doc, i)->role == ROLE_NOTHING && (token->flags & TOKEN_SPACE) == 0 &&
		i > 0 && is_word(doc, i - 1) &&
		nq_find_ending(&doc->language->tokens->plural_endings, doc->text + token->start, token_at(doc, i - 1)->length) != 0;
}

static inline bool
is_possessive(const Document *doc, uint32_t i)
{
	if (token_at(doc, i)->kind == TOKEN_MARK)
		return is_possessive_mark(doc, i);
	return has_property(doc, i, PROP_POSSESSIVE);
}

static inline bool
can_be_noun(const Document *doc, uint32_t i)
{
	return has_property(doc, i, PROP_NOUN);
}

/* Whether a word can be between the article and the head. */
static inline bool
can_modify(const Document *doc, uint32_t i)
{
	if (token_at(doc, i)->kind == TOKEN_MARK)
		return is_possessive_mark(doc, i);
	return has_property(doc, i, PROP_MODIFIER);
}

static inline bool
is_head_first(const Document *doc)
{
	return doc->language->phrases->head_first;
}

static inline bool
is_common_noun(const Document *doc, uint32_t i)
{
	return can_be_noun(doc, i) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0;
}

/* Whether the noun at i is the head of its phrase: its last noun, or its first one. */
static inline bool
is_head(const Walk *walk, uint32_t i)
{
	if (is_head_first(walk->doc))
		return i == walk->floor || !is_common_noun(walk->doc, i - 1);
	return i + 1 >= walk->limit || has_property(walk->doc, i + 1, PROP_ENDS_NOUN_PHRASE);
}

static inline bool
is_article(const Document *doc, uint32_t i)
{
	return has_property(doc, i, PROP_ARTICLE);
}

/* The first token of the phrase whose head is at i: its modifiers and its article. */
static uint32_t
phrase_start(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	first = i;

	while (first > walk->floor && i - first < LEFT_REACH)
	{
		uint32_t	before = first - 1;

		if (is_article(doc, before))
		{
			if (before > walk->floor && is_article(doc, before - 1))
				return before - 1;	/* all the, both his */
			return before;
		}
		if (is_head_first(doc) && can_be_noun(doc, before))
			break;
		if (!can_modify(doc, before))
		{
			/* "her then-husband", "black and Hispanic voters": a coordinated modifier */
			if (token_does(doc, before, FN_AND) && before > walk->floor + 1 && token_has(doc, before - 1, WC_ADJ | WC_DEMONYM) &&
				token_has(doc, first, WC_ADJ | WC_DEMONYM))
			{
				first = before - 1;
				continue;
			}
			break;
		}
		first = before;
	}
	while (first < i && is_possessive(doc, first))
		first++;
	return first;
}

/* "El ministro de Economía Luis Rojas", "l'avocat de la victime Luc Roy": a name begins after what belongs to the noun. */
static bool
is_name_after_office(const Walk *walk, uint32_t k, bool has_words)
{
	const Document *doc = walk->doc;

	if (!is_head_first(doc) || !has_words || (token_at(doc, k)->flags & TOKEN_CAPITAL) == 0 || !is_word(doc, k - 1))
		return false;
	if ((token_at(doc, k - 1)->flags & TOKEN_CAPITAL) == 0)
		return !token_has(doc, k - 1, WC_DET | WC_POSSESSIVE | WC_PREP);
	return k + 1 < walk->limit && (token_at(doc, k + 1)->flags & TOKEN_CAPITAL) != 0 &&
		token_has(doc, k, WC_FORENAME) && !token_has(doc, k, WC_PLACE | WC_ORGWORD) && !token_has(doc, k - 1, WC_FORENAME);
}

/* One prepositional phrase after a noun: "of the ministry"; returns where it ends, or i. */
static uint32_t
after_prepositional(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	k = i + 1;
	uint32_t	noun = NONE;
	uint32_t	modifier = NONE;

	if (k < walk->limit && token_has(doc, k, WC_TIME) && !token_has(doc, k, WC_FORENAME))
		return i;
	while (k < walk->limit && k < i + RIGHT_REACH)
	{
		if (is_possessive(doc, k) || token_at(doc, k)->kind == TOKEN_NUMBER)
			k++;
		else if (is_word(doc, k) && (token_has(doc, k, WC_DET | WC_POSSESSIVE)) && noun == NONE)
			k++;
		else if (token_has(doc, k, WC_TIME) && noun != NONE)
			break;
		else if (is_name_after_office(walk, k, noun != NONE || modifier != NONE))
			break;
		else if (can_be_noun(doc, k) || (can_modify(doc, k) && (token_at(doc, k)->flags & TOKEN_CAPITAL) != 0))
			noun = k++;
		else if (can_modify(doc, k) && noun != NONE && is_head_first(doc))
			noun = k++;
		else if (can_modify(doc, k))
			modifier = k++;
		else
			break;
	}
	/* "A spokeswoman for the mill issued a statement": no modifier without a noun. */
	if (noun == NONE)
		noun = modifier;
	return noun == NONE ? i : noun + 1;
}

/* The end of the adjectives and nouns after a head that comes first: "un diplomate européen". */
static uint32_t
after_modifiers(const Walk *walk, uint32_t head)
{
	const Document *doc = walk->doc;
	uint32_t	end = head + 1;

	while (end < walk->limit && end <= head + RIGHT_REACH && is_word(doc, end) && can_modify(doc, end) &&
		   (token_at(doc, end)->flags & TOKEN_CAPITAL) == 0 && !token_has(doc, end, WC_FINITE))
		end++;
	return end;
}

/* "A person familiar with the plan", "a source close to her": an adjective after a noun for somebody, and what it leads to. */
static uint32_t
after_complement(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	preposition = i + 1;
	uint32_t	next;

	if (i + 2 >= walk->limit || !token_has(doc, i, WC_ADJ) || token_has(doc, i, WC_PARTICIPLE) ||
		(token_at(doc, i)->flags & TOKEN_CAPITAL) != 0)
		return i;
	/* "Close to the mill", not "ready to vote" */
	if (!token_does(doc, preposition, FN_COMPLEMENT) &&
		(!token_does(doc, preposition, FN_INFINITIVE) ||
		 (!token_has(doc, preposition + 1, WC_DET | WC_POSSESSIVE) && (token_at(doc, preposition + 1)->flags & TOKEN_CAPITAL) == 0)))
		return i;
	next = after_prepositional(walk, preposition);
	return next == preposition ? i : next;
}

/* The end of a phrase with the prepositional phrases that belong to it; those of a thing begin with "of". */
static uint32_t
phrase_end(const Walk *walk, uint32_t head, bool human)
{
	uint64_t	prepositions = human ? FN_COMPLEMENT : FN_GENITIVE;
	uint32_t	end = is_head_first(walk->doc) ? after_modifiers(walk, head) : head + 1;

	if (human && !is_head_first(walk->doc))
		end = after_complement(walk, end);
	for (int i = 0; i < PHRASES_AFTER_NOUN + is_head_first(walk->doc) && end < walk->limit && token_does(walk->doc, end, prepositions); i++)
	{
		uint32_t	next = after_prepositional(walk, end);

		if (next == end)
			break;
		end = next;
	}
	return end;
}

/* ---- what the walk meets ---- */

static uint8_t
gender_of_person(uint64_t classes)
{
	if ((classes & WC_FEMALE) != 0)
		return GENDER_FEMALE;
	return (classes & WC_MALE) != 0 ? GENDER_MALE : GENDER_UNKNOWN;
}

static void
read_pronoun(Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	classes = classes_at(doc, i);
	Mention    *mention = put_mention(walk, MENTION_PRONOUN, i, i + 1, i);

	mention->possessive = (classes & WC_POSSESSIVE) != 0;
	mention->plural = (classes & WC_PLURAL) != 0;
	if (token_does(doc, i, FN_NEUTER))
	{
		mention->type = TYPE_ORGANISATION;
		mention->gender = GENDER_NEUTER;
	}
	else
	{
		mention->type = mention->plural ? TYPE_GROUP : TYPE_PERSON;
		mention->gender = gender_of_person(classes);
	}
	if (token_does(doc, i, FN_PERSON1))
		mention->person = 1;
	else if (token_does(doc, i, FN_PERSON2))
		mention->person = 2;
}

/* The token after a bracket right after a name: "(D-N.C.)". */
static uint32_t
after_bracket(const Document *doc, uint32_t i)
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

/* "Le professeur d'histoire Luc Roy", "l'association Les Amis": the phrase right before a name, where adjectives follow their noun. */
static uint32_t
right_before_name(const Document *doc, const Walk *walk, const Mention *mention)
{
	uint32_t	this = doc->mention_count - 1;

	if (!is_head_first(doc) || mention->kind != MENTION_NAME || mention->first <= walk->floor)
		return NONE;
	for (uint32_t k = this; k-- > 0 && k + LEFT_REACH > this;)
	{
		const Mention *other = &doc->mentions[k];

		if (other->sentence != mention->sentence || other->inside != NONE)
			return NONE;
		if (!other->nested && other->last == mention->first && other->kind == MENTION_NOMINAL && !other->plural &&
			(other->type == TYPE_PERSON ? is_human(mention) : other->type == TYPE_ORGANISATION && mention->type != TYPE_PERSON))
			return k;
	}
	return NONE;
}

/* The mention that ends before the comma before the newest one; NONE when there is none. */
static uint32_t
before_comma(const Document *doc, const Walk *walk, const Mention *mention)
{
	uint32_t	this = doc->mention_count - 1;

	if (mention->first <= walk->floor + 1 || token_at(doc, mention->first - 1)->kind != TOKEN_COMMA)
		return NONE;
	for (uint32_t k = this; k-- > 0 && k + LEFT_REACH > this;)
	{
		const Mention *other = &doc->mentions[k];

		if (other->sentence != mention->sentence || other->inside != NONE)
			return NONE;
		if (!other->nested && other->kind != MENTION_CONJOINED && after_bracket(doc, other->last) + 1 == mention->first)
			return k;
	}
	return NONE;
}

/* "Tom Hale, the sheriff" and "the sheriff, Tom Hale": joins the two mentions around the comma. */
static void
appose(Document *doc, const Walk *walk)
{
	uint32_t	this = doc->mention_count - 1;
	Mention    *mention = &doc->mentions[this];
	uint32_t	other;
	Mention    *name;
	Mention    *role;

	if (walk->inside)
		return;
	other = right_before_name(doc, walk, mention);
	if (other != NONE && doc->mentions[other].type == TYPE_ORGANISATION)
		mention->type = TYPE_ORGANISATION;
	if (other == NONE)
		other = before_comma(doc, walk, mention);
	if (other == NONE || doc->mentions[other].kind == mention->kind)
		return;
	name = mention->kind == MENTION_NAME ? mention : &doc->mentions[other];
	role = mention->kind == MENTION_NAME ? &doc->mentions[other] : mention;
	/* "The harbour master, Otto Pahl, said": a name between commas makes an unlisted noun a person. */
	if (name == mention && name->type == TYPE_PERSON && role->type == TYPE_THING && token_does(doc, role->first, FN_DEFINITE) &&
		token_at(doc, name->last)->kind == TOKEN_COMMA)
		role->type = TYPE_PERSON;
	if (name->kind != MENTION_NAME || role->kind != MENTION_NOMINAL || role->plural || name->appositive != NONE ||
		role->appositive != NONE)
		return;
	if (role->type == TYPE_PERSON ? !is_human(name) : mention == name || role->type != TYPE_ORGANISATION || name->type != TYPE_ORGANISATION)
		return;
	mention->appositive = other;
	doc->mentions[other].appositive = this;
	if (role->type != TYPE_PERSON)
		return;
	name->type = TYPE_PERSON;
	if (name->gender == GENDER_UNKNOWN || name->gender == GENDER_NEUTER)
		name->gender = role->gender;
}

/* "Tom Hale, a farmer and spokesman for the union": the second description is of the same person. */
static void
share_apposition(Document *doc)
{
	Mention    *mention = &doc->mentions[doc->mention_count - 1];
	const Mention *before = mention - 1;

	if (doc->mention_count < 2 || mention->appositive != NONE || mention->type != TYPE_PERSON || mention->plural ||
		mention->first == 0 || !token_does(doc, mention->first - 1, FN_AND))
		return;
	if (before->kind == MENTION_NOMINAL && before->appositive != NONE && before->last == mention->first - 1 &&
		before->inside == mention->inside && !token_has(doc, mention->first, WC_DET | WC_POSSESSIVE))
		mention->appositive = before->appositive;
}

/* "Health and Human Services Secretary Otto Lind": an office's words, and no first person. */
static bool
is_office_of_two(const Document *doc, const Mention *first, const Mention *second)
{
	return second->role != NONE && second->name_first > second->first + 1 && first->type != TYPE_PERSON && first->role == NONE &&
		token_has(doc, first->name_last - 1, ORDINARY_WORDS) && !token_has(doc, first->name_last - 1, WC_FORENAME);
}

/* "Smith and Jones", "Sen. Grassley and Sen. Leahy": one mention of both. */
static void
read_joint(Walk *walk)
{
	Document   *doc = walk->doc;
	uint32_t	this = doc->mention_count - 1;
	const Mention *second = &doc->mentions[this];
	const Mention *first;
	Mention    *joint;

	if (this == 0 || second->kind != MENTION_NAME || second->first < 2 || !token_does(doc, second->first - 1, FN_AND))
		return;
	first = second - 1;
	if (first->last != second->first - 1 || first->kind != MENTION_NAME || first->inside != second->inside ||
		first->sentence != second->sentence ||
		first->name_first == first->name_last || second->name_first == second->name_last)
		return;
	if (is_office_of_two(doc, first, second))
	{
		doc->mentions[this].first = first->first;
		mark_contained(doc, this);
		return;
	}
	joint = put_mention(walk, MENTION_CONJOINED, first->first, second->last, second->head);
	joint->plural = true;
	joint->type = second->type == TYPE_PERSON ? TYPE_GROUP : second->type;
}

/* A lower-case role right before a name: "campaign manager Robby Mook", "Ministry spokesman Ivan Petrov". */
static bool
is_role_before(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	classes;

	if (i < walk->floor || !is_word(doc, i) || ((token_at(doc, i)->flags & TOKEN_SPACE) == 0 && (i == 0 || !is_word(doc, i - 1))))
		return false;
	classes = classes_at(doc, i);
	return (classes & (WC_ROLE | WC_TITLE | WC_PERSON)) != 0 && (classes & (WC_PLURAL | FUNCTION_WORDS)) == 0;
}

/* "The 46-year-old": a person by the age. */
static bool
is_age(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	return (token->flags & TOKEN_HYPHEN) != 0 &&
		nq_find_ending(&doc->language->phrases->ages, doc->text + token_end(token), token->length) != 0;
}

/* "25-year-old Abebe", "arrestee Greta Holm": an age before a name, or a noun in no list before a forename. */
static bool
is_description_before(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (i < walk->floor || !is_word(doc, i) || (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 ||
		token_has(doc, i + 1, WC_DEMONYM | WC_COUNTRY | WC_ORG))
		return false;
	return is_age(doc, i) || (token_at(doc, i)->word == 0 && (token_at(doc, i)->flags & TOKEN_HYPHEN) == 0 &&
							  token_has(doc, i + 1, WC_FORENAME) && !token_has(doc, i + 1, WC_PLACE | WC_NAMEWORD) &&
							  (token_at(doc, i + 2)->flags & TOKEN_CAPITAL) != 0);
}

/* "L'hydrobiologiste Luc Roy": where adjectives follow their noun, a noun in no list between an article and a forename. */
static bool
is_unlisted_role(const Walk *walk, uint32_t i, uint32_t name)
{
	const Document *doc = walk->doc;

	if (i > walk->floor + 1 && token_has(doc, i - 2, WC_PREP))
		return false;
	return is_head_first(doc) && i > walk->floor && is_common_noun(doc, i) && !token_has(doc, i, NOUN_WORDS | WC_VERB) &&
		token_has(doc, i - 1, WC_DET) && token_has(doc, name, WC_FORENAME) && !token_has(doc, name, WC_PLACE | WC_ORGWORD);
}

/* The role before a name, over adjectives where they follow it: "le président français Luc Roy"; NONE for none. */
static uint32_t
role_before(const Walk *walk, uint32_t name)
{
	const Document *doc = walk->doc;
	uint32_t	adjectives = is_head_first(doc) ? ADJECTIVES_OF_ROLE : 0;

	for (uint32_t i = name; i-- > walk->floor && i + adjectives + 1 >= name;)
	{
		if (is_role_before(walk, i) || is_unlisted_role(walk, i, name))
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
	Mention    *mention = put_mention(walk, named ? MENTION_NAME : MENTION_NOMINAL, first, run->last,
									  named ? run->name_last - 1 : run->role);

	mention->name_first = named ? run->name_first : run->last;
	mention->name_last = named ? run->name_last : run->last;
	mention->role = run->role;
	mention->type = run->type;
	mention->gender = run->gender;
	mention->possessive = run->last < walk->limit && is_possessive(walk->doc, run->last);
	mention->plural = run->type == TYPE_GROUP;
}

/* "The" before a name belongs to its mention, but not where it is a person's. */
static bool
follows_the(const Walk *walk, const NameRun *run)
{
	return !walk->inside && run->first > walk->floor && run->name_first < run->name_last && run->type != TYPE_PERSON &&
		token_does(walk->doc, run->first - 1, FN_DEFINITE);
}

/* "The Ostby Herald's Otto Lund": a body before a person's name belongs to the person's mention. */
static uint32_t
before_employer(const Walk *walk, const NameRun *run)
{
	const Document *doc = walk->doc;
	const Mention *body;

	if (walk->inside || run->type != TYPE_PERSON || doc->mention_count == 0 || run->first < walk->floor + 2 ||
		!is_possessive(doc, run->first - 1))
		return run->first;
	body = &doc->mentions[doc->mention_count - 1];
	if (body->kind != MENTION_NAME || body->last != run->first - 1 || body->first < walk->floor || body->type == TYPE_PERSON)
		return run->first;
	return body->first;
}

/* "Many prominent Republicans": people by their party or nation, with words that say which ones; no name then. */
static bool
put_people(Walk *walk, const NameRun *run)
{
	const Document *doc = walk->doc;
	uint32_t	first;
	Mention    *mention;

	if (walk->inside || run->role != NONE || run->name_last != run->name_first + 1 || !token_has(doc, run->name_first, WC_PEOPLE | WC_DEMONYM) ||
		!token_has(doc, run->name_first, WC_PLURAL | WC_PEOPLE) || (run->last < walk->limit && can_be_noun(doc, run->last)))
		return false;
	first = phrase_start(walk, run->first);
	if (first == run->first || token_does(doc, first, FN_DEFINITE | FN_DEMONSTRATIVE))
		return false;
	mention = put_mention(walk, MENTION_NOMINAL, first, run->last, run->name_first);
	mention->type = TYPE_GROUP;
	mention->plural = true;
	return true;
}

/* Where the titles, roles and modifiers before a name begin: after the verb in "Greta Holm met Mayor Lind", but "the convicted captain Lind". */
static uint32_t
titled_start(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	first = phrase_start(walk, i);

	if (is_article(doc, first))
		return first;
	for (uint32_t k = i; k-- > first;)
		if ((token_at(doc, k)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, k, WC_FINITE) && !token_has(doc, k, WC_ADJ | WC_NOUN | WC_ROLE))
			return k + 1;
	return first;
}

/* Puts a name, with the role or article before it. */
static void
put_whole_name(Walk *walk, NameRun *run)
{
	Document   *doc = walk->doc;
	bool		named = run->name_first < run->name_last;
	uint32_t	first = run->first;
	uint32_t	role = named && !walk->inside && run->role == NONE ? role_before(walk, run->first) : NONE;

	/* A capitalised run before a common noun modifies it: "Trump supporters", "Justice Department officials". */
	if (!named && !walk->inside && run->last < walk->limit && can_be_noun(doc, run->last) &&
		(token_at(doc, run->last)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, run->last, NOUN_WORDS))
		return;
	if (put_people(walk, run))
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
			 is_description_before(walk, run->first - 1))
	{
		first = phrase_start(walk, run->first - 1);
		run->type = TYPE_PERSON;
	}
	else if (follows_the(walk, run))
		first--;
	else
		first = before_employer(walk, run);
	/* "La député Roy"; "le professeur Anne Roy" may be a woman. */
	if (is_head_first(doc) && run->type == TYPE_PERSON && first < run->first && token_has(doc, first, WC_DET) &&
		(token_has(doc, first, WC_FEMALE) || run->gender == GENDER_UNKNOWN))
		run->gender = gender_of_person(classes_at(doc, first));
	put_name(walk, run, first);
	appose(doc, walk);
	read_joint(walk);
}

/* Reads the name that begins at token i.  Returns the token after it. */
static uint32_t
read_name(Walk *walk, uint32_t i)
{
	NameRun		run;

	nq_read_name(walk, i, &run);
	put_whole_name(walk, &run);
	return run.last;
}

/* A standalone plural or an unlisted noun counts only beside a reporting verb: "Swimmers said". */
static bool
stands_by_cue(const Walk *walk, uint32_t first, uint32_t last)
{
	const Document *doc = walk->doc;

	if (last < walk->limit && token_has(doc, last, WC_CUE | WC_AUX | WC_ADV))
		return true;
	return first > walk->floor && token_has(doc, first - 1, WC_CUE);
}

static bool
has_article(const Document *doc, uint32_t first)
{
	return token_at(doc, first)->kind == TOKEN_NUMBER || token_has(doc, first, WC_DET | WC_POSSESSIVE | WC_NUM);
}

static bool
holds_possessive(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (is_possessive(doc, i))
			return true;
	return false;
}

/* "The front-runner and former secretary of state": one person by two descriptions, the second without an article. */
static uint32_t
before_coordination(const Walk *walk, uint32_t first)
{
	const Document *doc = walk->doc;
	const Mention *before;

	if (doc->mention_count == 0 || first < walk->floor + 2 || !token_does(doc, first - 1, FN_AND) || has_article(doc, first))
		return first;
	before = &doc->mentions[doc->mention_count - 1];
	if (before->kind == MENTION_NOMINAL && before->type == TYPE_PERSON && !before->plural && before->last == first - 1 &&
		token_does(doc, before->first, FN_DEFINITE) && before->first >= walk->floor)
		return before->first;
	return first;
}

/* "A source close to the keeper": an adjective that may be a noun, after the noun of the phrase. */
static bool
is_complement(const Walk *walk, uint32_t i)
{
	return i > walk->floor && !is_head_first(walk->doc) && token_has(walk->doc, i, WC_ADJ) &&
		token_has(walk->doc, i - 1, WC_ROLE | WC_PEOPLE | WC_PERSON) && after_complement(walk, i) != i;
}

static void
read_nominal(Walk *walk, uint32_t last_noun)
{
	Document   *doc = walk->doc;
	uint32_t	i = is_complement(walk, last_noun) ? last_noun - 1 : last_noun;
	uint64_t	classes = classes_at(doc, i);
	bool		human = (classes & HUMAN_NOUNS) != 0;
	Mention    *mention;
	uint32_t	first;
	uint32_t	last;

	if (!is_head(walk, last_noun))
		return;
	/* "The Times reports", "the ad uses": a plural that can be a verb, after its subject. */
	if ((classes & WC_PLURAL) != 0 && (classes & WC_FINITE) != 0 && i > walk->floor && is_word(doc, i - 1) &&
		((token_at(doc, i - 1)->flags & TOKEN_CAPITAL) != 0 || token_has(doc, i - 1, NOUN_WORDS)) &&
		!token_has(doc, i - 1, FUNCTION_WORDS | WC_ADJ))
		return;
	/* The role before a name is part of the name's mention. */
	if (i + 1 < walk->limit && has_property(doc, i + 1, PROP_IN_NAME | PROP_ACRONYM) &&
		(is_role_before(walk, i) || is_description_before(walk, i)) && nq_name_begins(walk, i + 1))
		return;
	first = phrase_start(walk, i);
	if ((classes & (HUMAN_NOUNS | WC_DOCUMENT)) == 0 && !has_article(doc, first) && !holds_possessive(doc, first, i) &&
		!stands_by_cue(walk, first, i + 1))
		return;
	last = phrase_end(walk, i, human && (classes & WC_BODY) == 0);
	if (human)
		first = before_coordination(walk, first);
	mention = put_mention(walk, MENTION_NOMINAL, first, last, i);
	mention->type = properties_at(doc, i)->noun_type;
	mention->gender = properties_at(doc, i)->noun_gender;
	if (is_age(doc, i))
	{
		mention->type = TYPE_PERSON;
		mention->gender = gender_of_person(classes);
	}
	/* "La ministre", "la député" */
	if ((mention->gender == GENDER_UNKNOWN || (is_head_first(doc) && mention->type == TYPE_PERSON)) && first < i &&
		token_has(doc, first, WC_DET) && token_has(doc, first, WC_MALE | WC_FEMALE))
		mention->gender = gender_of_person(classes_at(doc, first));
	mention->plural = (classes & (WC_PLURAL | WC_PEOPLE)) != 0;
	mention->role = (classes & (WC_ROLE | WC_PERSON)) != 0 ? i : NONE;
	mention->possessive = i + 1 < walk->limit && is_possessive(doc, i + 1);
	if (mention->possessive)
		mention->last = i + 1;
	appose(doc, walk);
	share_apposition(doc);
}

/* "many", "others", "someone", "both": an indefinite by itself. */
static void
read_indefinite(Walk *walk, uint32_t i)
{
	Mention    *mention = put_mention(walk, MENTION_NOMINAL, i, phrase_end(walk, i, true), i);

	/* "One of the directors, Ada Quist": somebody, where the others are several. */
	mention->type = token_does(walk->doc, i, FN_ONE) ? TYPE_PERSON : TYPE_GROUP;
	mention->plural = mention->type == TYPE_GROUP;
	appose(walk->doc, walk);
}

/* "@name" */
static void
put_handle(Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (doc->text[token_at(doc, i)->start] == '@' && token_at(doc, i)->length >= 2)
		put_mention(walk, MENTION_NAME, i, i + 1, i)->name_first = i;
}

/* Reads what is no name and begins or ends at token i. */
static void
visit_word(Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	classes = classes_at(doc, i);

	/* "Selon lui": after a preposition it names somebody. */
	if (token_does(doc, i, FN_CLITIC) && (i == walk->floor || !token_has(doc, i - 1, WC_PREP | WC_PREPCUE)))
		return;
	/* "Dieser sagte", but not "dieser Mann" */
	if (token_does(doc, i, FN_DEMONSTRATIVE) && (classes & WC_INDEFINITE) != 0 && i + 1 < walk->limit &&
		(can_be_noun(doc, i + 1) || can_modify(doc, i + 1)))
		return;
	if ((classes & (WC_PRONOUN | WC_POSSESSIVE)) != 0 && (classes & WC_RELATIVE) == 0)
	{
		if ((classes & WC_INDEFINITE) != 0)
			read_indefinite(walk, i);
		else
			read_pronoun(walk, i);
	}
	else if ((classes & WC_INDEFINITE) != 0 && is_head(walk, i))
		read_indefinite(walk, i);
	else if (can_be_noun(doc, i))
		read_nominal(walk, i);
}

/* Reads what begins or ends at token i, and says where to go on. */
static uint32_t
visit_token(Walk *walk, uint32_t i)
{
	const Token *token = token_at(walk->doc, i);

	if (has_property(walk->doc, i, PROP_IN_NAME | PROP_ACRONYM) && nq_name_begins(walk, i))
		return read_name(walk, i);
	if (token->kind == TOKEN_HANDLE)
		put_handle(walk, i);
	else if (!walk->inside && !is_second_abbreviation(walk->doc, i))
		visit_word(walk, i);
	return i + 1;
}

/* How often walk_tokens() asks the host, in rounds of TAGGED_AT_ONCE tokens: a power of two less one. */
#define ROUNDS_MASK 0x3f

static bool
walk_tokens(Walk *walk, uint32_t first, uint32_t last)
{
	TokenTag	tag = walk->inside ? TAG_NAME : TAG_PHRASE;
	uint32_t	next = first;

	if (first >= last)
		return true;
	walk->floor = first;
	walk->limit = last;
	walk->in_name = !walk->inside && walk->doc->sentences[walk->sentence].title_case ? PROP_IN_HEADLINE_NAME : PROP_IN_NAME;
	/* A noun at the floor is a head that comes first, whatever stands before. */
	if (tag == TAG_PHRASE && is_head_first(walk->doc) && first > 0 && is_common_noun(walk->doc, first - 1) && can_be_noun(walk->doc, first))
	{
		if (!reserve_mentions(walk))
			return false;
		next = visit_token(walk, first);
	}
	for (uint32_t i = first; i < last; i += TAGGED_AT_ONCE)
	{
		uint64_t	tag_bits = tagged_within(walk->doc, tag, i, last);

		if (!check_interrupts(walk->doc, walk->rounds++, ROUNDS_MASK))
			return false;
		next = next > i ? next : i;
		/* A name is stepped over, and may reach beyond these. */
		while ((tag_bits &= ~lowest_bits(next - i < TAGGED_AT_ONCE ? next - i : TAGGED_AT_ONCE)) != 0)
		{
			if (!reserve_mentions(walk))
				return false;
			next = visit_token(walk, i + first_bit(tag_bits));
		}
	}
	/* A noun at the limit is a head that comes last, whatever follows. */
	if (tag == TAG_PHRASE && !is_head_first(walk->doc) && next < last && can_be_noun(walk->doc, last - 1) &&
		!has_property(walk->doc, last, PROP_ENDS_NOUN_PHRASE))
	{
		if (!reserve_mentions(walk))
			return false;
		visit_token(walk, last - 1);
	}
	return true;
}

/* The words of a span, and the reporter's words in it. */
static bool
walk_span(Walk *walk, const QuotedSpan *span)
{
	const Document *doc = walk->doc;
	uint32_t	i = span->first;

	for (uint32_t incise = nq_incise_from(doc, span->first); incise <= doc->incise_count; incise++)
	{
		bool		is_last = incise == doc->incise_count || doc->incises[incise].first >= span->last;
		uint32_t	end = is_last ? span->last : doc->incises[incise].first;

		walk->inside = true;
		walk->within = walk->span;
		if (!walk_tokens(walk, i, end))
			return false;
		walk->inside = false;
		walk->within = NONE;
		if (is_last)
			break;
		if (!walk_tokens(walk, end, doc->incises[incise].last))
			return false;
		i = doc->incises[incise].last;
	}
	return true;
}

/* Whether the few words in a span's marks can be a name by their capitals. */
static bool
is_capitalised(const Document *doc, const QuotedSpan *span)
{
	if (!span->closed || span->match != NONE || span->last - span->first > MARKED_NAME_WORDS)
		return false;
	for (uint32_t i = span->first; i < span->last; i++)
		if (!is_word(doc, i) || ((token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 && (i == span->first || i + 1 == span->last ||
																				   !token_has(doc, i, WC_DET | WC_PREP))))
			return false;
	return true;
}

static bool
is_listed_organisation(const Document *doc, const QuotedSpan *span)
{
	uint32_t	start = token_at(doc, span->first)->start;
	uint32_t	word = nq_lookup(doc->lexicon, doc->text + start, token_end(token_at(doc, span->last - 1)) - start, doc->text + doc->length);

	return (classes_of(doc->lexicon, word) & (WC_ORG | WC_OUTLET)) != 0;
}

/*
 * "Schreibt die „Morgenpost“", "laut „Umschau“", "das Magazin „Umschau“": words in marks that are a name.  Gives where
 * the mention begins.
 */
static bool
is_marked_name(const Walk *walk, const QuotedSpan *span, uint32_t *first)
{
	const Document *doc = walk->doc;
	uint32_t	floor = doc->sentences[walk->sentence].first;
	uint32_t	i = span->open;
	bool		beside_cue;

	*first = i;
	if (!doc->language->quotes->marked_names || !is_capitalised(doc, span) || i == floor)
		return i == floor && doc->language->quotes->marked_names && is_capitalised(doc, span) && is_listed_organisation(doc, span);
	if (token_has(doc, i - 1, WC_PREPCUE))
		return true;
	if (token_has(doc, i - 1, WC_OUTLET) && token_has(doc, i - 1, WC_BODY))
	{
		*first = i >= floor + 2 && is_article(doc, i - 2) ? i - 2 : i - 1;
		return true;
	}
	if (is_article(doc, i - 1))
	{
		*first = i - 1;
		beside_cue = (i >= floor + 2 && token_has(doc, i - 2, WC_CUE | WC_PREPCUE)) || token_has(doc, span->close + 1, WC_CUE);
		return beside_cue || is_listed_organisation(doc, span);
	}
	return is_listed_organisation(doc, span);
}

/* Puts the mention of words in marks that are a name. */
static bool
put_marked_name(Walk *walk, const QuotedSpan *span, uint32_t first)
{
	Mention    *mention;

	if (!reserve_mentions(walk))
		return false;
	mention = put_mention(walk, MENTION_NAME, first, span->close + 1, span->last - 1);
	mention->name_first = span->first;
	mention->name_last = span->last;
	mention->type = TYPE_ORGANISATION;
	mention->gender = GENDER_NEUTER;
	return true;
}

/* The reporter's words and the spans of one sentence, in turn. */
static bool
walk_sentence(Walk *walk)
{
	const Document *doc = walk->doc;
	const Sentence *sentence = &doc->sentences[walk->sentence];
	uint32_t	i = sentence->first;
	uint32_t	first;

	walk->inside = false;
	walk->within = NONE;
	for (walk->span = sentence->first_span; walk->span < sentence->last_span; walk->span++)
	{
		const QuotedSpan *span = &doc->spans[walk->span];

		if (!check_interrupts(walk->doc, walk->span, EVERY_4096))
			return false;
		/* A name may have run over a nickname's marks. */
		if (span->open < i)
			continue;
		if (!walk_tokens(walk, i, span->open))
			return false;
		if (doc->mention_count > 0 && doc->mentions[doc->mention_count - 1].last > span->open)
		{
			i = doc->mentions[doc->mention_count - 1].last;
			continue;
		}
		if (is_marked_name(walk, span, &first))
		{
			if (!put_marked_name(walk, span, first))
				return false;
			i = span->close + 1;
			continue;
		}
		if (!walk_span(walk, span))
			return false;
		i = span->close + 1;
	}
	return walk_tokens(walk, i, sentence->last);
}

static bool
can_be_first_subject(const Document *doc, const Mention *mention)
{
	return !mention->nested && mention->inside == NONE && !mention->possessive && !follows_preposition(doc, mention);
}

/* Where the first phrase that can be the sentence's subject ends, of the mentions from first on; NONE when there is none. */
static uint32_t
first_phrase_end(const Document *doc, uint32_t first)
{
	uint32_t	end = NONE;

	for (uint32_t k = first; k < doc->mention_count && k < first + FIRST_MENTIONS; k++)
		if (can_be_first_subject(doc, &doc->mentions[k]) && doc->mentions[k].last < end)
			end = doc->mentions[k].last;
	return end;
}

bool
nq_find_mentions(Document *doc)
{
	/* News has a mention for every five tokens. */
	Walk		walk = {.doc = doc, .capacity = doc->token_count / 4};

	doc->sentence_mentions = nq_arena_alloc(doc->arena, ((size_t) doc->sentence_count + 1) * sizeof(uint32_t));
	doc->first_phrase_ends = nq_arena_alloc(doc->arena, ((size_t) doc->sentence_count + 1) * sizeof(uint32_t));
	if (doc->sentence_mentions == NULL || doc->first_phrase_ends == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (; walk.sentence < doc->sentence_count; walk.sentence++)
	{
		uint32_t	first = doc->mention_count;

		doc->sentence_mentions[walk.sentence] = first;
		if (!walk_sentence(&walk))
			return false;
		doc->first_phrase_ends[walk.sentence] = first_phrase_end(doc, first);
		if (!check_interrupts(doc, walk.sentence, EVERY_4096))
			return false;
	}
	doc->sentence_mentions[doc->sentence_count] = doc->mention_count;
	return true;
}
