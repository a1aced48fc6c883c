/*
 * entity_linking.c
 *	  Names to entities: finds the names with the same bearer.
 *
 * Names of several words are linked first, in the order of the text, by comparison (name_comparison.c) with the
 * entities that share a word with them.  Names of one word are linked next (short_names.c), and with them the
 * capitalised nouns that turn out to be surnames.  Finally evidence.c decides the type of each entity.
 *
 * Linear: names are looked up by their words in a hash table, and a bounded number of entries is compared
 * (entity_index.h).
 */
#include "core/base/bounds.h"
#include "core/entities/evidence.h"
#include "core/entities/name_tags.h"
#include "core/entities/name_words.h"
#include "core/entities/short_names.h"
#include "core/stages.h"

#include <string.h>

/* A pronoun about a short name must be within this many mentions after it. */
#define PRONOUN_REACH 6

/* ---- names of several words ---- */

/*
 * Whether an entity that shares a word with the name has to be compared.  Names of the same number of words can
 * agree only if they share the surname, or if the surname of one is the first word of the other.
 */
static bool
may_be_bearer(const EntityIndex *index, const LinkedName *name, uint32_t word, const EntityKey *key)
{
	if (key->kind == KEY_ACRONYM || key->kind == KEY_START)
		return false;
	if (index->bearers[key->entity].words != name->count)
		return true;
	return (word + 1 == name->count && (key->kind == KEY_SURNAME || key->kind == KEY_FORENAME)) || (word == 0 && key->kind == KEY_SURNAME);
}

/* The entity that shares a word with the name and has the same bearer; NONE if there is none. */
static uint32_t
bearer_with_word(const EntityIndex *index, const LinkedName *name, uint32_t word)
{
	FOR_EACH_KEY(index, name->keys[word], k, steps)
	{
		const EntityKey  *key = &index->keys[k];

		if (may_be_bearer(index, name, word, key) && nq_is_same_bearer(index->doc, name, key->entity))
			return key->entity;
	}
	return NONE;
}

/* The entity in whose name the surname has one letter more or less; NONE if there is none. */
static uint32_t
bearer_with_misprint(const EntityIndex *index, const LinkedName *name)
{
	const Document *doc = index->doc;
	uint64_t	start = name->is_person && name->count >= 2 ? nq_start_key(doc, name->surname) : 0;

	if (start == 0)
		return NONE;
	FOR_EACH_KEY(index, start, k, steps)
	{
		LinkedName		known;

		if (index->keys[k].kind != KEY_START || index->bearers[index->keys[k].entity].words != name->count)
			continue;
		nq_read_linked_name(doc, doc->entities[index->keys[k].entity].mention, &known);
		if (nq_is_misprinted(doc, name, &known))
			return index->keys[k].entity;
	}
	return NONE;
}

/* The bearer of a name of several words, or NONE. */
static uint32_t
bearer_of(const EntityIndex *index, const LinkedName *name)
{
	/* The surname comes first, because it is the most specific. */
	for (uint32_t i = name->count; i-- > 0;)
	{
		uint32_t	bearer = (name->particles >> i & 1) != 0 ? NONE : bearer_with_word(index, name, i);

		if (bearer != NONE)
			return bearer;
	}
	return bearer_with_misprint(index, name);
}

/*
 * "At the Lindby Harbour Conference Holt said": the surname of a person already named, right after an
 * organisation or event.  Returns that person; NONE if the last word is not such a surname.
 */
static uint32_t
bearer_after_body(const EntityIndex *index, const NameEntry *entry, const LinkedName *name)
{
	const Document *doc = index->doc;

	if (name->words < 3 || !token_has(doc, name->surname - 1, WC_ORGWORD | WC_EVENTWORD) ||
		token_has(doc, name->surname, WC_ORGWORD | WC_EVENTWORD | WC_SITEWORD | WC_PLACE | NOUN_WORDS) || doc->mentions[entry->mention].last != name->surname + 1)
		return NONE;
	FOR_EACH_KEY(index, entry->surname, k, steps)
	{
		const EntityKey *key = &index->keys[k];

		if (key->kind != KEY_SURNAME || doc->entities[key->entity].type != TYPE_PERSON || doc->entities[key->entity].forename == NONE)
			continue;
		return key->entity;
	}
	return NONE;
}

static bool
link_long_name(EntityIndex *index, const NameEntry *entry)
{
	LinkedName		name;
	uint32_t	bearer;

	if (entry->is_short)
		return true;
	bearer = nq_bearer_of_alias(index->doc, entry);
	if (bearer != NONE)
		return nq_give_alias(index, entry, bearer);
	nq_read_linked_name(index->doc, entry->mention, &name);
	bearer = bearer_of(index, &name);
	if (bearer != NONE)
		return nq_join_entity(index, entry, bearer);
	bearer = bearer_after_body(index, entry, &name);
	if (bearer == NONE)
		return nq_new_entity(index, entry, &name);
	/* The run as a whole is not this person's name. */
	index->doc->mentions[entry->mention].entity = bearer;
	index->doc->entities[bearer].mentions++;
	return true;
}

/* ---- forenames and surnames alone ---- */

/* Whether a name is a surname without a forename, not counting particles, or any other single word. */
static bool
is_short(const Document *doc, const Mention *mention, uint32_t surname)
{
	return surname == mention->name_first ||
		(is_personal(mention->type) && nq_forename_before(doc, mention, surname) == NONE);
}

/*
 * Counts a forename alone as a mention of every entity with it; prominence() needs the counts before surnames
 * are linked.
 */
static bool
count_forename(EntityIndex *index, const NameEntry *entry)
{
	Document   *doc = index->doc;
	uint64_t	forename;

	if (!entry->is_forename)
		return true;
	forename = nq_word_key(doc, doc->mentions[entry->mention].name_first);
	FOR_EACH_KEY(index, forename, k, steps)
	{
		if (index->keys[k].kind == KEY_FORENAME)
			doc->entities[index->keys[k].entity].mentions++;
	}
	return true;
}

/* Whether a capitalised noun by itself can be a surname. */
static bool
may_be_surname(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && mention->last == mention->first + 1 &&
		(token_at(doc, mention->first)->flags & TOKEN_CAPITAL) != 0;
}

/*
 * "Weaver said": whether a capitalised noun is a person's surname here, or a family name that comes first ("Ban
 * Ki-moon").
 */
static bool
is_surname_here(EntityIndex *index, const NameEntry *entry)
{
	const Document *doc = index->doc;

	FOR_EACH_KEY(index, entry->surname, k, steps)
	{
		const EntityKey  *key = &index->keys[k];
		const Entity *entity = &doc->entities[key->entity];

		if ((entity->type != TYPE_PERSON && !(entity->type == TYPE_UNKNOWN && begins_person(doc, doc->mentions[entry->mention].first))) ||
			entity->forename == NONE)
			continue;
		if (key->kind == KEY_SURNAME ||
			(key->kind == KEY_FORENAME && !token_has(doc, doc->mentions[entry->mention].first, WC_FORENAME)))
			return true;
	}
	return false;
}

/* Turns a common noun into a name: see Mention. */
static void
make_name_of(Mention *mention)
{
	mention->surname = true;
	mention->kind = MENTION_NAME;
	mention->type = TYPE_PERSON;
	mention->gender = GENDER_UNKNOWN;
	mention->plural = false;
	mention->name_first = mention->first;
	mention->name_last = mention->last;
	mention->role = NONE;
}

/* With at least this margin, the tagger decides that an unlisted name is an organisation: see document.h. */
#define BODY_MARGIN 32

static bool
is_tagged_body(const Document *doc, const Mention *mention)
{
	NameTag		tag;

	if (!has_name_tags(doc))
		return false;
	tag = name_tag_at(doc, mention->name_last - 1);
	return tag.name_class == NAME_ORGANISATION && tag.margin >= BODY_MARGIN;
}

/* ---- the passes ---- */

/* "Mr. Obama": whether a one-word name has an honorific, and so is a person's. */
static bool
is_addressed(const Document *doc, const Mention *mention)
{
	return mention->role != NONE && token_has(doc, mention->role, WC_HONORIFIC);
}

/*
 * The gender of the pronoun that follows a mention, in its sentence or as the first phrase of the next one,
 * before anybody else is mentioned; GENDER_UNKNOWN if there is none.
 */
static uint8_t
pronoun_after(const Document *doc, uint32_t number)
{
	uint32_t	sentence = doc->mentions[number].sentence;

	for (uint32_t k = number + 1; k < doc->mention_count && k <= number + PRONOUN_REACH; k++)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->sentence > sentence + 1 || (mention->sentence > sentence && !nq_is_first_phrase(doc, k)))
			break;
		if (mention->inside != NONE)
			continue;
		if (mention->kind == MENTION_PRONOUN && mention->person == 3 && !mention->plural)
			return mention->gender == GENDER_MALE || mention->gender == GENDER_FEMALE ? mention->gender : GENDER_UNKNOWN;
		if (mention->type == TYPE_PERSON || mention->type == TYPE_GROUP || mention->kind == MENTION_NAME || mention->sentence > sentence)
			break;
	}
	return GENDER_UNKNOWN;
}

static NameEntry
entry_of(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	surname = mention->first;
	NameEntry		entry = {.mention = number, .is_short = true};

	if (mention->kind == MENTION_NAME)
	{
		surname = nq_surname_of(doc, mention);
		entry.is_name = true;
		entry.is_short = is_short(doc, mention, surname);
		entry.is_addressed = is_addressed(doc, mention);
		entry.is_forename = entry.is_short && mention->role == NONE && token_has(doc, mention->name_first, WC_FORENAME);
		if (entry.is_short && is_personal(mention->type) && mention->inside == NONE)
			entry.pronoun = pronoun_after(doc, number);
	}
	entry.surname = nq_word_key(doc, surname);
	return entry;
}

/* Whether a mention is a name, or a noun that can be one. */
static bool
is_entry(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NAME || may_be_surname(doc, mention);
}

static bool
make_arrays(EntityIndex *index)
{
	Document   *doc = index->doc;
	uint32_t	entries = 0;

	for (uint32_t i = 0; i < doc->mention_count; i++)
	{
		if (!check_interrupts(doc, i, EVERY_4096))
			return false;
		entries += is_entry(doc, &doc->mentions[i]);
	}
	/* A short article has an entity for two or three names, a long one repeats its names. */
	index->entity_capacity = index->bearer_capacity = entries / 4 + 64;
	index->key_capacity = entries / 2;
	index->use_capacity = entries / 8;
	index->entry_capacity = entries;
	/* The entities, which stay, precede the arrays that are freed together. */
	return (nq_reserve(doc->arena, (void **) &doc->entities, &index->entity_capacity, 0, sizeof(Entity)) &&
			nq_reserve(doc->arena, (void **) &index->entries, &index->entry_capacity, 0, sizeof(NameEntry))) || fail(doc, NQ_NO_MEMORY);
}

static bool
list_entries(EntityIndex *index)
{
	Document   *doc = index->doc;

	if (!make_arrays(index))
		return false;
	for (uint32_t i = 0; i < doc->mention_count; i++)
	{
		if (!check_interrupts(doc, i, EVERY_256))
			return false;
		if (is_entry(doc, &doc->mentions[i]))
			index->entries[index->entry_count++] = entry_of(doc, i);
	}
	return true;
}

/* In an article with more names than this, most of them are repeated, so that fewer slots suffice. */
#define MANY_NAMES 16384

static bool
make_slots(EntityIndex *index)
{
	uint32_t	slots = 16;

	while (slots < MANY_NAMES && slots < index->entry_count * 2)
		slots *= 2;
	while (slots < index->entry_count / 4)
		slots *= 2;
	index->slots = nq_arena_alloc(index->doc->arena, slots * sizeof(uint32_t));
	if (index->slots == NULL)
		return fail(index->doc, NQ_NO_MEMORY);
	memset(index->slots, 0xff, slots * sizeof(uint32_t));
	index->mask = slots - 1;
	index->use_slots = nq_arena_alloc(index->doc->arena, slots * sizeof(uint32_t));
	if (index->use_slots == NULL)
		return fail(index->doc, NQ_NO_MEMORY);
	memset(index->use_slots, 0xff, slots * sizeof(uint32_t));
	return true;
}

/* Counts the pronouns about a surname used alone. */
static bool
count_use(EntityIndex *index, const NameEntry *entry)
{
	const Mention *mention = &index->doc->mentions[entry->mention];
	uint32_t   *slot = &index->use_slots[slot_of(index, entry->surname)];
	SurnameUse *use;

	if (!entry->is_name || !entry->is_short || entry->is_forename || !is_personal(mention->type) || mention->inside != NONE)
		return true;
	if (*slot == NONE)
	{
		if (!nq_reserve(index->doc->arena, (void **) &index->uses, &index->use_capacity, index->use_count, sizeof(SurnameUse)))
			return fail(index->doc, NQ_NO_MEMORY);
		index->uses[index->use_count] = (SurnameUse) {.word = entry->surname, .first = NONE};
		*slot = index->use_count++;
	}
	use = &index->uses[*slot];
	if (use->word != entry->surname)
		return true;
	/* A headline has the surname of a person whom the text introduces later. */
	if (use->first == NONE && (mention->role != NONE || mention->sentence > 0))
		use->first = entry->mention;
	if (entry->pronoun == GENDER_MALE && use->he < UINT16_MAX)
		use->he++;
	if (entry->pronoun == GENDER_FEMALE && use->she < UINT16_MAX)
		use->she++;
	return true;
}

/* Calls a function for each entry until it returns false. */
static bool
for_each_entry(EntityIndex *index, bool (*function) (EntityIndex *index, const NameEntry *entry))
{
	for (uint32_t e = 0; e < index->entry_count; e++)
		if (!check_interrupts(index->doc, e, EVERY_4) || !function(index, &index->entries[e]))
			return false;
	return true;
}

static bool
link_addressed(EntityIndex *index, const NameEntry *entry)
{
	return !entry->is_short || !entry->is_addressed || nq_link_short_name(index, entry);
}

static bool
link_in_order(EntityIndex *index, const NameEntry *entry)
{
	Mention    *mention = &index->doc->mentions[entry->mention];

	if (!entry->is_name)
	{
		if (!is_surname_here(index, entry))
			return true;
		make_name_of(mention);
	}
	mention->tagged_body = is_tagged_body(index->doc, mention);
	if (!entry->is_short)
	{
		index->bearers[mention->entity].last_named = entry->mention;
		if (mention->inside == NONE && !mention->possessive && (nq_is_first_phrase(index->doc, entry->mention) ||
				nq_is_family_first(index->doc, &index->doc->entities[mention->entity])))
			index->bearers[mention->entity].last_subject = entry->mention;
	}
	else if (!entry->is_addressed)
	{
		if (!nq_link_short_name(index, entry))
			return false;
		/* "President Holt" counts as a full name. */
		if (mention->role != NONE && index->bearers[mention->entity].last_named != NONE)
			index->bearers[mention->entity].last_named = index->bearers[mention->entity].last_subject = entry->mention;
		else if (mention->inside == NONE && nq_is_recent_subject(index, mention->entity, entry->mention))
			index->bearers[mention->entity].last_subject = entry->mention;
	}
	return true;
}

static void
drop_index(EntityIndex *index)
{
	Arena	   *arena = index->doc->arena;

	nq_arena_drop(arena, index->bearers);
	nq_arena_drop(arena, index->keys);
	nq_arena_drop(arena, index->uses);
	nq_arena_drop(arena, index->use_slots);
	nq_arena_drop(arena, index->slots);
	nq_arena_drop(arena, index->entries);
}

bool
nq_link_names(Document *doc)
{
	EntityIndex		index = {.doc = doc};

	/* "Mr. Hale" and "Ms. Hale" are linked before "Hale": the honorific gives the gender of the bearer. */
	if (!list_entries(&index) || !make_slots(&index) ||
		!for_each_entry(&index, count_use) ||
		!for_each_entry(&index, link_long_name) ||
		!for_each_entry(&index, count_forename) ||
		!for_each_entry(&index, link_addressed) ||
		!for_each_entry(&index, link_in_order))
		return false;
	drop_index(&index);
	return nq_weigh_evidence(doc);
}
