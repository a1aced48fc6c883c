/*
 * owned_phrases.c
 *	  "His team" to "Lund's team".
 *
 * Takes a phrase whose owner is a pronoun; gives the phrase with the same noun whose owner is named.  Looks back and ahead over a
 * bounded number of mentions.
 */
#include "core/entities/owned_phrases.h"

#include "core/entities/name_words.h"
#include "core/lexical/word_properties.h"

/* Mentions before and after "his team" that are searched for "Lund's team". */
#define OWNED_BACK 200
#define OWNED_AHEAD 60

/* How many sentences before "his team" another's team can be that is taken for it. */
#define OWNED_SENTENCES 3

uint32_t
nq_owning_pronoun(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	const Mention *before = mention - 1;

	if (number == 0 || mention->head != mention->first + 1 || mention->last != mention->head + 1)
		return NONE;
	return before->first == mention->first && before->kind == MENTION_PRONOUN && before->possessive && before->person == 3 && !before->plural ? number - 1 : NONE;
}

/* The name of the owner in "Lund's team"; NONE if a phrase is not a noun after such a name, or the noun is not the given one. */
static uint32_t
owner_named(const Document *doc, uint32_t number, uint32_t head)
{
	const Mention *mention = &doc->mentions[number];
	const Mention *before = mention - 1;

	if (number == 0 || mention->kind != MENTION_NOMINAL || mention->inside != NONE || mention->last != mention->head + 1 || !nq_same_word(doc, mention->head, head))
		return NONE;
	return before->first == mention->first && before->kind == MENTION_NAME && before->possessive && before->last + 1 >= mention->head ? number - 1 : NONE;
}

/* Whether a name can be the owner that a pronoun refers to. */
static bool
may_own(const Document *doc, const Mention *name, const Mention *pronoun)
{
	uint8_t		gender = nq_bearer_gender(doc, name);

	return gender == pronoun->gender || (gender == GENDER_UNKNOWN && (pronoun->gender == GENDER_NEUTER) != nq_may_be_person(doc, name));
}

uint32_t
nq_phrase_with_owner(const Document *doc, uint32_t number, uint32_t pronoun, uint32_t owner)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	near = NONE;

	for (uint32_t k = number; k-- > 0 && k + OWNED_BACK > number;)
	{
		uint32_t	name = owner_named(doc, k, mention->head);

		if (name == NONE)
			continue;
		if (owner != NONE && nq_named(doc, name) == owner)
			return k;
		if (near == NONE && doc->mentions[k].sentence + OWNED_SENTENCES >= mention->sentence && may_own(doc, &doc->mentions[name], &doc->mentions[pronoun]))
			near = k;
	}
	for (uint32_t k = number + 1; near == NONE && owner != NONE && k < doc->mention_count && k < number + OWNED_AHEAD; k++)
	{
		uint32_t	name = owner_named(doc, k, mention->head);

		if (name != NONE && nq_named(doc, name) == owner)
			return k;
	}
	return near;
}
