/*
 * coreference.c
 *	  Mentions to the names behind them.
 *
 * A name leads to the fullest name of its entity.  "The sheriff" leads to the
 * name that a sheriff came with; a pronoun to the most salient earlier mention
 * that agrees with it in gender and number.  Salience is weighed by where the
 * mention stands, in the manner of Lappin and Leass (An Algorithm for Pronominal
 * Anaphora Resolution, 1994): recent before old, subject before object, the last
 * speaker before others.
 *
 * Looks back over a bounded number of mentions and sentences.
 */
#include "coreference.h"
#include "entities.h"

/* How many mentions and sentences a pronoun looks back. */
#define PRONOUN_MENTIONS 60
#define PRONOUN_SENTENCES 12

/* How many mentions a role ("the sheriff") looks through, back and ahead. */
#define ROLE_MENTIONS 400

static bool
is_person(const Document *doc, const Mention *mention)
{
	uint8_t		type = mention->entity != NONE ? doc->entities[mention->entity].type : mention->type;

	if (mention->kind == MENTION_NAME)
		return type == TYPE_PERSON || type == TYPE_UNKNOWN;
	return mention->kind == MENTION_NOMINAL && mention->type == TYPE_PERSON;
}

static uint8_t
gender_of(const Document *doc, const Mention *mention)
{
	uint8_t		gender = mention->gender;

	if ((gender == GENDER_UNKNOWN || gender == GENDER_NEUTER) && mention->entity != NONE)
		gender = doc->entities[mention->entity].gender;
	if (gender == GENDER_UNKNOWN && mention->apposed != NONE)
		gender = doc->mentions[mention->apposed].gender;
	return gender;
}

/* The mention that says best who an entity is. */
static uint32_t
named(const Document *doc, uint32_t mention)
{
	const Mention *m = &doc->mentions[mention];

	if (m->kind == MENTION_NAME && m->entity != NONE)
		return doc->entities[m->entity].mention;
	if (m->apposed != NONE && doc->mentions[m->apposed].entity != NONE)
		return doc->entities[doc->mentions[m->apposed].entity].mention;
	return mention;
}

/* ---- pronouns ---- */

static bool
agrees(const Document *doc, const Mention *pronoun, const Mention *candidate)
{
	uint8_t		gender;

	if (candidate->kind == MENTION_PRONOUN || candidate->kind == MENTION_JOINT)
		return false;
	if (pronoun->plural)
		return candidate->plural || candidate->type == TYPE_GROUP ||
			(candidate->kind == MENTION_NAME && candidate->type == TYPE_ORGANISATION);
	if (pronoun->gender == GENDER_NEUTER)
		return !candidate->plural && !is_person(doc, candidate) && candidate->type != TYPE_THING;
	if (candidate->plural || !is_person(doc, candidate))
		return false;
	gender = gender_of(doc, candidate);
	if (gender == GENDER_NEUTER)
		return false;
	return gender == GENDER_UNKNOWN || pronoun->gender == GENDER_UNKNOWN || gender == pronoun->gender;
}

static bool
is_first_phrase(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	for (uint32_t k = doc->sentence_mentions[mention->sentence]; k < number; k++)
		if (!doc->mentions[k].contained && doc->mentions[k].inside == NONE && !doc->mentions[k].possessive &&
			!(doc->mentions[k].first > 0 && token_has(doc, doc->mentions[k].first - 1, WC_PREP)))
			return false;
	return true;
}

static float
salience(const Document *doc, const Mention *pronoun, uint32_t number, uint32_t spoke_last)
{
	const Mention *candidate = &doc->mentions[number];
	uint32_t	back = pronoun->sentence - candidate->sentence;
	float		weight = 10;

	weight -= back * (back > 2 ? 1.5f : 1.2f);
	if (candidate->contained || candidate->possessive)
		weight -= 1.5f;
	if (is_first_phrase(doc, number))
		weight += 3;
	else if (candidate->first > 0 && token_has(doc, candidate->first - 1, WC_PREP))
		weight -= 1.5f;
	if (candidate->inside != NONE)
		weight -= 4;
	if (candidate->kind == MENTION_NAME)
		weight += 1;
	if (pronoun->gender != GENDER_UNKNOWN && gender_of(doc, candidate) == pronoun->gender)
		weight += 2.5f;
	if (candidate->entity != NONE)
	{
		const Entity *entity = &doc->entities[candidate->entity];

		weight += entity->mentions > 5 ? 1 : entity->mentions * 0.2f;
		if (entity->type == TYPE_PERSON && pronoun->type == TYPE_PERSON)
			weight += 1.5f;
	}
	if (spoke_last != NONE && named(doc, number) == named(doc, spoke_last))
		weight += 3;
	if (doc->sentences[candidate->sentence].title_case)
		weight -= 2;
	return weight;
}

static Referent
resolve_pronoun(const Document *doc, uint32_t number, uint32_t spoke_last)
{
	const Mention *pronoun = &doc->mentions[number];
	Referent	best = {NONE, 0.5f};
	float		best_weight = 0;

	for (uint32_t k = number; k-- > 0 && k + PRONOUN_MENTIONS > number;)
	{
		const Mention *candidate = &doc->mentions[k];
		float		weight;

		if (candidate->sentence + PRONOUN_SENTENCES < pronoun->sentence)
			break;
		if (!agrees(doc, pronoun, candidate))
			continue;
		weight = salience(doc, pronoun, k, spoke_last);
		if (best.mention == NONE || weight > best_weight)
		{
			best.mention = named(doc, k);
			best_weight = weight;
		}
	}
	/* The last speaker may stand farther back than the mentions around. */
	if (spoke_last != NONE && best.mention == NONE && agrees(doc, pronoun, &doc->mentions[spoke_last]))
		best.mention = named(doc, spoke_last);
	best.sure = 0.8f;
	return best;
}

/* ---- roles ---- */

static uint16_t
lemma_at(const Document *doc, uint32_t i)
{
	return i == NONE ? 0 : doc->lexicon->words[token_at(doc, i)->word].lemma;
}

/* Whether a mention with a name bears the role that the phrase names. */
static bool
bears_role(const Document *doc, const Mention *mention, uint16_t lemma)
{
	if (mention->kind == MENTION_NAME && mention->role != NONE && lemma_at(doc, mention->role) == lemma)
		return true;
	return mention->kind == MENTION_NOMINAL && mention->apposed != NONE && lemma_at(doc, mention->head) == lemma;
}

static bool
is_definite(const Document *doc, const Mention *mention)
{
	return token_is(doc, mention->first, W_THE) || token_has(doc, mention->first, WC_POSSESSIVE) ||
		(token_at(doc, mention->first)->flags & TOKEN_CAPITAL) != 0;
}

static Referent
resolve_role(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint16_t	lemma = lemma_at(doc, mention->head);
	Referent	itself = {named(doc, number), 0.8f};

	if (mention->apposed != NONE)
		return (Referent) {named(doc, number), 0.9f};
	if (mention->plural || !is_definite(doc, mention) || lemma == 0 || mention->type != TYPE_PERSON)
		return itself;
	for (uint32_t k = number; k-- > 0 && k + ROLE_MENTIONS > number;)
		if (bears_role(doc, &doc->mentions[k], lemma))
			return (Referent) {named(doc, k), 0.8f};
	for (uint32_t k = number + 1; k < doc->mention_count && k < number + ROLE_MENTIONS / 4; k++)
		if (bears_role(doc, &doc->mentions[k], lemma))
			return (Referent) {named(doc, k), 0.6f};
	return itself;
}

Referent
nq_resolve(const Document *doc, uint32_t mention, uint32_t spoke_last)
{
	const Mention *m;

	if (mention == NONE)
		return (Referent) {NONE, 0.5f};
	m = &doc->mentions[mention];
	switch ((MentionKind) m->kind)
	{
		case MENTION_NAME:
			return (Referent) {named(doc, mention), 0.95f};
		case MENTION_PRONOUN:
			if (m->person != 3)
				return (Referent) {NONE, 0.7f};
			return resolve_pronoun(doc, mention, spoke_last);
		case MENTION_NOMINAL:
			return resolve_role(doc, mention);
		case MENTION_JOINT:
			return (Referent) {mention, 0.8f};
	}
	return (Referent) {NONE, 0};
}
