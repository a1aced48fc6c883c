/*
 * speaker_facts.c
 *	  The type, gender and role of entities and descriptions.
 *
 * speaker_roles.c finds the roles.
 *
 * The gender is that of evidence.c, by titles, kinship, pronouns and forenames.  If that is unknown, the
 * pronouns resolved by coreference decide.  This stage runs before reported clauses are searched, so its result
 * does not depend on them.
 *
 * One pass over the mentions, with bounded searches around each, so it is linear.
 */
#include "core/entities/referents.h"
#include "core/entities/speaker_facts.h"
#include "core/lexical/word_properties.h"
#include "core/stages.h"

#include <string.h>

/* The most pronouns of one gender that are counted. */
#define MOST_PRONOUNS 100

/* Marks the entities that speak a span.  Who says a reported clause is not known yet. */
static bool
mark_speakers(Document *doc)
{
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		uint32_t	mention = doc->speakers[i].referent.mention;

		if (!check_interrupts(doc, i, EVERY_4096))
			return false;
		if (mention != NONE && doc->mentions[mention].entity != NONE)
			doc->entity_facts[doc->mentions[mention].entity].wanted = true;
	}
	for (uint32_t i = 0; doc->indirect && i < doc->entity_count; i++)
	{
		if (!check_interrupts(doc, i, EVERY_4096))
			return false;
		doc->entity_facts[i].wanted = true;
	}
	return true;
}

/* ---- gender ---- */

/* Counts a pronoun for its referent. */
static void
count_pronoun(Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	referent = doc->referents[number];
	int8_t	   *count;

	if (mention->kind != MENTION_PRONOUN || referent == NONE || (mention->gender != GENDER_MALE && mention->gender != GENDER_FEMALE))
		return;
	count = &doc->pronoun_genders[referent];
	if (mention->gender == GENDER_FEMALE && *count < MOST_PRONOUNS)
		(*count)++;
	else if (mention->gender == GENDER_MALE && *count > -MOST_PRONOUNS)
		(*count)--;
}

/* The gender known so far, or that of the pronouns. */
static uint8_t
gender_with_pronouns(const Document *doc, uint8_t gender, uint32_t mention)
{
	int			count = (int) doc->pronoun_genders[mention];	/* NOLINT(bugprone-signed-char-misuse,cert-str34-c): a number */

	if (gender == GENDER_MALE || gender == GENDER_FEMALE || count == 0)
		return gender;
	return count > 0 ? GENDER_FEMALE : GENDER_MALE;
}

static void
find_gender(Document *doc, uint32_t number)
{
	const Entity *entity = &doc->entities[number];

	doc->entity_facts[number].gender = gender_with_pronouns(doc, entity->gender, entity->mention);
}

bool
nq_find_speaker_facts(Document *doc)
{
	size_t		entities = ((size_t) doc->entity_count + 1) * sizeof(EntityFacts);

	doc->entity_facts = nq_arena_alloc(doc->arena, entities);
	doc->pronoun_genders = nq_arena_alloc(doc->arena, (size_t) doc->mention_count + 1);
	if (doc->entity_facts == NULL || doc->pronoun_genders == NULL)
		return fail(doc, NQ_NO_MEMORY);
	memset(doc->entity_facts, 0, entities);
	memset(doc->pronoun_genders, 0, (size_t) doc->mention_count + 1);
	if (!mark_speakers(doc))
		return false;
	for (uint32_t i = 0; i < doc->mention_count; i++)
	{
		if (!check_interrupts(doc, i, EVERY_4096))
			return false;
		nq_find_role(doc, i);
		count_pronoun(doc, i);
	}
	for (uint32_t i = 0; i < doc->mention_count; i++)
	{
		if (!check_interrupts(doc, i, EVERY_4096))
			return false;
		nq_find_described_role(doc, i);
	}
	for (uint32_t i = 0; i < doc->entity_count; i++)
	{
		if (!check_interrupts(doc, i, EVERY_4096))
			return false;
		find_gender(doc, i);
	}
	return true;
}

/* ---- of a row's speaker ---- */

/* "House Republicans", "a Democrat": whether a name is a group of people. */
static bool
is_kind_of_people(const Document *doc, const Mention *mention)
{
	uint32_t	last = mention->name_last - 1;

	/* "Council on Foreign Relations": the noun before the preposition says what it is. */
	for (uint32_t i = mention->name_first + 1; i < last; i++)
		if (is_word(doc, i) && token_has(doc, i, WC_PREP) && token_has(doc, i - 1, WC_ORGWORD))
			return false;
	return token_has(doc, last, WC_PEOPLE | WC_DEMONYM | WC_ROLE) && !token_has(doc, last, WC_FORENAME | WC_ORG | WC_ORGWORD | WC_COUNTRY);
}

static NqSpeakerType
type_of_entity(const Document *doc, const Entity *entity)
{
	switch ((EntityType) entity->type)
	{
		case TYPE_PERSON:
			return NQ_PERSON;
		case TYPE_GROUP:
			return NQ_GROUP;
		case TYPE_DOCUMENT:
			return NQ_DOCUMENT;
		case TYPE_UNKNOWN:
			return entity->personal > 0 || (entity->personal == 0 && token_at(doc, entity->surname)->kind != TOKEN_HANDLE) ? NQ_PERSON : NQ_ORGANISATION;
		case TYPE_THING:
			return token_has(doc, doc->mentions[entity->mention].name_last - 1, WC_EVENTWORD | WC_WORK | WC_DOCUMENT) ? NQ_DOCUMENT : NQ_ORGANISATION;
		default:
			return NQ_ORGANISATION;
	}
}

/* An unlisted noun that speaks heads a phrase for people as often as not. */
static NqSpeakerType
type_of_thing(const Document *doc, const Mention *mention)
{
	if (token_has(doc, mention->head, WC_NOUN | WC_CUENOUN | WC_DOCUMENT | WC_WORK | WC_OCCASION))
		return NQ_DOCUMENT;
	return mention->plural ? NQ_GROUP : NQ_PERSON;
}

static NqSpeakerType
type_of_description(const Document *doc, const Mention *mention)
{
	switch ((EntityType) mention->type)
	{
		case TYPE_PERSON:
			return mention->plural ? NQ_GROUP : NQ_PERSON;
		case TYPE_GROUP:
			return NQ_GROUP;
		case TYPE_DOCUMENT:
			return NQ_DOCUMENT;
		case TYPE_ORGANISATION:
			return NQ_ORGANISATION;
		default:
			return type_of_thing(doc, mention);
	}
}

static NqGender
public_gender(uint8_t gender)
{
	return gender == GENDER_FEMALE ? NQ_FEMALE : gender == GENDER_MALE ? NQ_MALE : NQ_NO_GENDER;
}

static SpeakerFacts
facts_of_name(const Document *doc, const Mention *mention)
{
	const EntityFacts *known = &doc->entity_facts[mention->entity];
	SpeakerFacts facts = {.type = type_of_entity(doc, &doc->entities[mention->entity]), .named = true};

	if (facts.type == NQ_GROUP || (facts.type != NQ_PERSON && is_kind_of_people(doc, mention)))
	{
		facts.named = facts.type != NQ_GROUP && !is_kind_of_people(doc, mention);
		if (facts.type != NQ_GROUP)
			facts.type = token_has(doc, mention->name_last - 1, WC_PLURAL | WC_PEOPLE) ? NQ_GROUP : NQ_PERSON;
	}
	else if (facts.type == NQ_PERSON)
		facts.gender = public_gender(known->gender);
	if (facts.named && (facts.type == NQ_PERSON || (facts.type == NQ_ORGANISATION && doc->entities[mention->entity].type != TYPE_PLACE)))
	{
		facts.role_first = known->role_first;
		facts.role_last = known->role_last;
	}
	return facts;
}

static SpeakerFacts
facts_of_description(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	SpeakerFacts facts = {.type = type_of_description(doc, mention)};

	if (facts.type == NQ_PERSON)
		facts.gender = public_gender(gender_with_pronouns(doc, mention->gender, number));
	return facts;
}

/* Whether any of those who speak together has a name. */
static bool
names_somebody(const Document *doc, uint32_t joint)
{
	uint32_t	count;
	const uint32_t *mentions = nq_joint_speakers(doc, joint, &count);

	for (uint32_t i = 0; i < count; i++)
		if (doc->mentions[mentions[i]].kind == MENTION_NAME)
			return true;
	return false;
}

SpeakerFacts
nq_facts_of_speaker(const Document *doc, const Referent *referent)
{
	const Mention *mention = &doc->mentions[referent->mention];

	if (referent->joint != NONE)
		return (SpeakerFacts) {.type = NQ_GROUP, .named = names_somebody(doc, referent->joint)};
	if (mention->entity != NONE)
		return facts_of_name(doc, mention);
	return facts_of_description(doc, referent->mention);
}
