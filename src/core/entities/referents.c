/*
 * referents.c
 *	  What is known of a mention while mentions are resolved: see referents.h.
 */
#include "core/entities/referents.h"

#include "core/lexical/word_properties.h"

/* Before the first quotation. */
const LastSpeaker nq_nobody = {NONE, 0, NONE};

/* Whether a mention may be somebody: a word that is no person's name for sure needs a sign that it is one. */
bool
nq_may_be_person(const Document *doc, const Mention *mention)
{
	const Entity *entity;

	if (mention->kind == MENTION_NOMINAL)
		return mention->type == TYPE_PERSON;
	/* Of all others, only names have one. */
	if (mention->entity == NONE)
		return false;
	entity = &doc->entities[mention->entity];
	if (entity->type == TYPE_UNKNOWN)
		return entity->personal > 0 || (entity->personal == 0 && entity->forename != NONE);
	return entity->type == TYPE_PERSON;
}

/* The gender of whoever bears the name, as far as the article tells it; else that of the words. */
uint8_t
nq_bearer_gender(const Document *doc, const Mention *mention)
{
	uint32_t	referent = doc->referents[mention - doc->mentions];

	if (mention->entity != NONE && doc->entities[mention->entity].type == TYPE_PERSON)
		return doc->entities[mention->entity].gender;
	/* A phrase that was found to mean somebody. */
	if (mention->gender == GENDER_UNKNOWN && mention->kind == MENTION_NOMINAL && referent != NONE && doc->mentions[referent].entity != NONE)
		return doc->entities[doc->mentions[referent].entity].gender;
	if (mention->gender == GENDER_UNKNOWN && mention->appositive != NONE)
		return doc->mentions[mention->appositive].gender;
	return mention->gender;
}

/* The mention that says best who an entity is. */
uint32_t
nq_named(const Document *doc, uint32_t mention)
{
	const Mention *m = &doc->mentions[mention];

	if (doc->referents[mention] != NONE)
		return doc->referents[mention];
	if (m->entity != NONE)
		return doc->entities[m->entity].mention;
	if (m->appositive != NONE && doc->mentions[m->appositive].entity != NONE)
		return doc->entities[doc->mentions[m->appositive].entity].mention;
	return mention;
}

/* "The sheriff", "his doctor", "President": a phrase that may mean somebody who was named. */
static bool
is_definite(const Document *doc, const Mention *mention)
{
	if (token_does(doc, mention->first, FN_DEFINITE) || token_has(doc, mention->first, WC_POSSESSIVE) ||
		(doc->language->phrases->demonstrative_definite && token_does(doc, mention->first, FN_DEMONSTRATIVE)))
		return true;
	return (token_at(doc, mention->first)->flags & TOKEN_CAPITAL) != 0 && !token_has(doc, mention->first, WC_DET | WC_NUM);
}

/* "the sheriff", "Ohio's governor": one person, definite, and not named beside it. */
bool
nq_is_description(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && mention->type == TYPE_PERSON && !mention->plural &&
		mention->appositive == NONE && is_definite(doc, mention);
}

uint32_t
nq_times_named(const Document *doc, uint32_t referent)
{
	uint32_t	entity = doc->mentions[referent].entity;

	return entity == NONE ? 1 : doc->entities[entity].mentions;
}

/* Whether a mention is likely to be its sentence's subject. */
bool
nq_may_be_subject(const Document *doc, uint32_t number)
{
	return doc->mentions[number].inside == NONE && nq_is_first_phrase(doc, number);
}
