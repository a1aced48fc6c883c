/*
 * short_names.c
 *	  One-word names to the entities that they fit best.
 *
 * Such a word can be any word of a person's name, an acronym, or the first word of an organisation's name.  Any
 * other word becomes an entity of its own.
 *
 * If several persons have the same surname, it refers to the one who was the subject of a sentence shortly before,
 * under the full name or the surname; without such a person, to the one whose full name was printed last, where a
 * person who is named more often counts as named later (PROMINENCE_MENTIONS).  A person introduced as a relative ("her
 * husband, Max Lund") does not take the surname over from those named before.
 */
#include "core/entities/short_names.h"

#include "core/base/bounds.h"
#include "core/entities/name_tags.h"
#include "core/entities/name_words.h"

/* A person named twice as often counts as named this many mentions later. */
#define PROMINENCE_MENTIONS 150

/* An organisation named this often can be called by its first word, even if that is a forename. */
#define WELL_KNOWN 3

/* Exceeds any prominence. */
#define SAME_ROLE (UINT32_C(1) << 30)

/* This many pronouns of one gender, and none of the other, decide the gender of a surname. */
#define AGREED_PRONOUNS 1

/* How well a word fits an entity; the best fit is chosen. */
enum
{
	FIT_NONE = 0,
	FIT_SAME_WORD = 1,
	FIT_ORGANISATION = 20,
	FIT_ACRONYM = 30,
	FIT_MISPRINT = 35,
	FIT_TITLED_FORENAME = 36,
	FIT_KIN = 37,
	FIT_BARE = 38,
	FIT_INNER = 40,
	FIT_FORENAME = 50,
	FIT_OUTLET = 60,
	FIT_SURNAME = 100
};

/* For how many mentions after a sentence a surname refers to its subject. */
#define SUBJECT_MENTIONS 40

/* Exceeds any prominence but that of a role. */
#define RECENT_SUBJECT (UINT32_C(1) << 29)

bool
nq_is_recent_subject(const EntityIndex *index, uint32_t entity, uint32_t mention)
{
	uint32_t	subject = index->bearers[entity].last_subject;

	return subject != NONE && subject < mention && subject + SUBJECT_MENTIONS >= mention;
}

bool
nq_is_family_first(const Document *doc, const Entity *entity)
{
	return entity->forename != NONE && entity->surname == entity->forename + 1 && nq_is_two_syllables(doc, entity->surname);
}

/* The value that selects among persons with the same surname; the highest wins: see the head of this file. */
static uint32_t
prominence(const EntityIndex *index, uint32_t number)
{
	uint32_t	mentions = index->doc->entities[number].mentions;
	uint32_t	last_named = index->bearers[number].last_named;
	uint32_t	doublings = 0;

	if (last_named == NONE)
		return mentions > 1;
	while (mentions > 2)
	{
		mentions /= 2;
		doublings++;
	}
	return 1000 + last_named + doublings * PROMINENCE_MENTIONS;
}

/* "Sir Edwin": whether the role is one of the titles that precede a forename. */
static bool
is_knighted(const Document *doc, const Mention *mention)
{
	return token_does(doc, mention->role, FN_FORENAME_TITLE);
}

static bool
after_the(const Document *doc, const Mention *mention)
{
	return mention->name_first > 0 && token_does(doc, mention->name_first - 1, FN_DEFINITE);
}

/*
 * "The University", "the Chamber": how well the word for a kind of organisation fits; the last one named is
 * preferred.
 */
static uint32_t
head_fitness(const EntityIndex *index, const Mention *mention, uint32_t number)
{
	const Document *doc = index->doc;

	if (mention->role != NONE || !after_the(doc, mention) || !token_has(doc, mention->head, WC_ORGWORD) ||
		token_has(doc, mention->head, WC_ORG | WC_SEAT | WC_FORENAME) || doc->entities[number].type != TYPE_ORGANISATION ||
		index->bearers[number].last_named == NONE)
		return FIT_NONE;
	return FIT_SURNAME + prominence(index, number);
}

/* "President Holt" is President Max Holt rather than Anna Holt, named after him. */
static bool
has_same_role(const Document *doc, const Mention *mention, const Entity *entity)
{
	return mention->role != NONE && entity->role != NONE && !token_has(doc, mention->role, WC_HONORIFIC) &&
		nq_same_word(doc, mention->role, entity->role);
}

static uint32_t
surname_fitness(const EntityIndex *index, const Mention *mention, uint32_t number)
{
	const Document *doc = index->doc;
	const Entity *entity = &doc->entities[number];
	const Bearer *bearer = &index->bearers[number];
	uint32_t	this = (uint32_t) (mention - doc->mentions);

	if (is_personal(entity->type) && (entity->forename != NONE || bearer->is_addressed))
	{
		/* "Her husband, Max Lund": an earlier "Lund" is somebody else. */
		if (bearer->is_kin)
			return bearer->introduced < this ? FIT_KIN : FIT_NONE;
		return (nq_is_recent_subject(index, number, this) ? RECENT_SUBJECT + bearer->last_subject : FIT_SURNAME + prominence(index, number)) + (has_same_role(doc, mention, entity) ? SAME_ROLE : 0);
	}
	if (entity->forename == NONE)
		return FIT_BARE;
	/* "the Times": the New York Times */
	if (mention->role == NONE && token_has(doc, mention->head, WC_OUTLET) && after_the(doc, mention))
		return FIT_OUTLET;
	/* "El Supremo": el Tribunal Supremo */
	if (doc->language->phrases->head_first && mention->role == NONE && entity->type == TYPE_ORGANISATION && token_has(doc, mention->head, WC_ADJ) && after_the(doc, mention))
		return FIT_OUTLET;
	return head_fitness(index, mention, number);
}

/* "Charlotte": whether the name of a town is a person's forename here. */
static bool
may_be_forename(const Document *doc, const Mention *mention, uint32_t word, const Entity *entity)
{
	if (is_personal(mention->type))
		return true;
	return entity->type == TYPE_PERSON && token_has(doc, word, WC_FORENAME) && !follows_preposition(doc, mention);
}

/* "Lund Democrats", "Lund Supporters": whether the name of an entity is one for people, after somebody's name. */
static bool
is_for_followers(const Document *doc, const Entity *entity)
{
	const Mention *fullest = &doc->mentions[entity->mention];
	uint32_t	last = fullest->name_last - 1;

	return last > fullest->name_first && token_has(doc, last, WC_PLURAL) && token_has(doc, last, WC_ROLE | WC_PEOPLE | WC_DEMONYM);
}

static uint32_t
forename_fitness(const EntityIndex *index, const Mention *mention, uint32_t word, uint32_t number)
{
	const Document *doc = index->doc;
	const Entity *entity = &doc->entities[number];

	if (entity->forename == NONE || !may_be_forename(doc, mention, word, entity))
		return FIT_NONE;
	/* "Lund" is not short for "Lund Truthers". */
	if (is_for_followers(doc, entity) || (!token_has(doc, word, WC_FORENAME) && !nq_goes_on_as_person(doc, entity->surname)))
		return FIT_NONE;
	if (nq_is_family_first(doc, entity))
		return nq_is_recent_subject(index, number, (uint32_t) (mention - doc->mentions)) ? RECENT_SUBJECT + index->bearers[number].last_subject :
			FIT_SURNAME + prominence(index, number);
	return mention->role == NONE || is_knighted(doc, mention) ? FIT_FORENAME : FIT_TITLED_FORENAME;
}

/*
 * "Holm" for the Holm Centre: whether a listed forename or person's name is not a person's, according to the
 * tagger.
 */
static bool
is_tagged_body(const Document *doc, uint32_t word)
{
	return has_name_tags(doc) && name_tag_at(doc, word).name_class == NAME_ORGANISATION;
}

static uint32_t
organisation_fitness(const EntityIndex *index, const Mention *mention, uint32_t word, uint32_t number)
{
	const Document *doc = index->doc;
	const Entity *entity = &doc->entities[number];
	const Mention *fullest = &doc->mentions[entity->mention];
	uint32_t	fit = head_fitness(index, mention, number);

	if (fit != FIT_NONE)
		return fit;
	if (mention->role != NONE ||
		((mention->type == TYPE_PERSON || token_has(doc, word, WC_FORENAME)) && !is_tagged_body(doc, word) &&
		 (index->bearers[number].last_named == NONE || entity->mentions < WELL_KNOWN)) ||
		token_has(doc, word, WC_DEMONYM | WC_COUNTRY | WC_PLACE | WC_ORG | WC_OUTLET) || is_for_followers(doc, entity) ||
		token_has(doc, fullest->name_last - 1, WC_SITEWORD | WC_EVENTWORD))
		return FIT_NONE;
	return FIT_ORGANISATION;
}

/* The gender of the person by the title.  A listed forename may be the surname, and gives no gender. */
static uint8_t
gender_of_word(const Document *doc, const Mention *mention, uint32_t word)
{
	if (!token_has(doc, word, WC_FORENAME))
		return mention->gender;
	if (mention->role == NONE || token_has(doc, mention->role, WC_MALE) == token_has(doc, mention->role, WC_FEMALE))
		return GENDER_UNKNOWN;
	return token_has(doc, mention->role, WC_MALE) ? GENDER_MALE : GENDER_FEMALE;
}

/* How well a one-word name fits the entity of a key. */
static uint32_t
fitness(const EntityIndex *index, const NameEntry *entry, const EntityKey *key, uint8_t pronoun)
{
	const Document *doc = index->doc;
	const Mention *mention = &doc->mentions[entry->mention];
	const Entity *entity = &doc->entities[key->entity];
	bool		titled = mention->role != NONE;
	uint32_t	word = nq_surname_of(doc, mention);

	if (nq_genders_differ(gender_of_word(doc, mention, word), entity->gender) ||
		(key->kind == KEY_SURNAME && nq_genders_differ(pronoun, entity->gender)))
		return FIT_NONE;
	if ((key->kind == KEY_SURNAME || key->kind == KEY_ORGANISATION) && nq_ends_in_owner(doc, &doc->mentions[entity->mention], word))
		return FIT_NONE;
	switch ((KeyKind) key->kind)
	{
		case KEY_SURNAME:
			return surname_fitness(index, mention, key->entity);
		case KEY_FORENAME:
			return forename_fitness(index, mention, word, key->entity);
		case KEY_INNER:
			return is_personal(mention->type) ? FIT_INNER : FIT_NONE;
		case KEY_ORGANISATION:
			return organisation_fitness(index, mention, word, key->entity);
		case KEY_ACRONYM:
			return !titled && ((token_at(doc, word)->flags & TOKEN_UPPER) != 0 || token_at(doc, word)->length > ACRONYM_BYTES) ?
				FIT_ACRONYM : FIT_NONE;
		case KEY_START:
			break;
	}
	return FIT_NONE;
}

/* The entity that a one-word name fits best, excluding persons of the other gender than the pronoun's; or NONE. */
static uint32_t
bearer_by_pronoun(const EntityIndex *index, const NameEntry *entry, uint8_t pronoun)
{
	uint32_t	best = FIT_NONE;
	uint32_t	bearer = NONE;

	FOR_EACH_KEY(index, entry->surname, k, steps)
	{
		uint32_t	fit = fitness(index, entry, &index->keys[k], pronoun);

		/* The chain begins with the newest entity, so ">=" prefers the first one in the text. */
		if (fit >= best && fit > FIT_NONE)
		{
			best = fit;
			bearer = index->keys[k].entity;
		}
	}
	return bearer;
}

/* The gender by pronouns: the one that follows this mention, or all of the article's if they agree. */
static uint8_t
gender_by_pronouns(const NameEntry *entry, const SurnameUse *use)
{
	if (entry->pronoun != GENDER_UNKNOWN)
		return entry->pronoun;
	if (use->word != entry->surname || (use->he > 0) == (use->she > 0) || use->he + use->she < AGREED_PRONOUNS)
		return GENDER_UNKNOWN;
	return use->he > 0 ? GENDER_MALE : GENDER_FEMALE;
}

/*
 * The bearer; or another person, distinguished by pronouns, who was named by that word alone before the bearer
 * was introduced.
 */
static uint32_t
bare_before(const EntityIndex *index, const NameEntry *entry, uint32_t bearer)
{
	const Document *doc = index->doc;

	if (doc->entities[bearer].forename == NONE || !is_personal(doc->entities[bearer].type))
		return bearer;
	FOR_EACH_KEY(index, entry->surname, k, steps)
	{
		const EntityKey *key = &index->keys[k];
		const Entity *entity = &doc->entities[key->entity];

		if (key->kind == KEY_SURNAME && entity->forename == NONE && is_personal(entity->type) &&
			index->bearers[key->entity].introduced < index->bearers[bearer].introduced)
			return key->entity;
	}
	return bearer;
}

/*
 * The entity that a one-word name fits best, or NONE.  "Mayor Holt ... he ... Anna Holt": a person excluded by
 * pronouns is not chosen if the surname was used alone before that person was introduced, or if another person
 * has it.
 */
static uint32_t
bearer_of_word(const EntityIndex *index, const NameEntry *entry)
{
	const SurnameUse *use = use_of(index, entry->surname);
	uint8_t		pronoun = gender_by_pronouns(entry, use);
	uint32_t	bearer = bearer_by_pronoun(index, entry, GENDER_UNKNOWN);
	uint32_t	other;

	if (bearer == NONE)
		return NONE;
	if (pronoun == GENDER_UNKNOWN)
		return bare_before(index, entry, bearer);
	other = bearer_by_pronoun(index, entry, pronoun);
	if (other == NONE && (use->word != entry->surname || use->first == NONE || use->first >= index->bearers[bearer].introduced))
		return bearer;
	return other;
}

/* The person whose long surname differs from the word by one letter, or NONE. */
static uint32_t
bearer_of_misprint(const EntityIndex *index, const NameEntry *entry)
{
	const Document *doc = index->doc;
	const Mention *mention = &doc->mentions[entry->mention];
	uint32_t	word = nq_surname_of(doc, mention);
	uint64_t	start;

	if (!is_personal(mention->type) || token_at(doc, word)->kind != TOKEN_WORD)
		return NONE;
	start = nq_start_key(doc, word);
	if (start == 0)
		return NONE;
	FOR_EACH_KEY(index, start, k, steps)
	{
		const EntityKey  *key = &index->keys[k];

		if (key->kind == KEY_START && nq_is_misprint(doc, word, doc->entities[key->entity].surname, true))
			return key->entity;
	}
	return NONE;
}

/* Whether an entity is known by one word only. */
static bool
is_acronym_alone(const EntityIndex *index, uint32_t number)
{
	return index->bearers[number].words < 2;
}

bool
nq_link_short_name(EntityIndex *index, const NameEntry *entry)
{
	uint32_t	bearer = nq_bearer_of_alias(index->doc, entry);
	LinkedName	name;

	if (bearer != NONE)
		return nq_give_alias(index, entry, bearer);
	bearer = bearer_of_word(index, entry);
	if (bearer == NONE)
		bearer = bearer_of_misprint(index, entry);
	if (bearer == NONE || is_acronym_alone(index, bearer))
	{
		uint32_t	holder = nq_bearer_of_office(index, entry->mention);

		bearer = holder != NONE ? holder : bearer;
	}
	if (bearer != NONE)
		return nq_join_entity(index, entry, bearer);
	nq_read_linked_name(index->doc, entry->mention, &name);
	return nq_new_entity(index, entry, &name);
}
