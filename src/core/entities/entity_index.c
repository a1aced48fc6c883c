/*
 * entity_index.c
 *	  An index from words to entities: see entity_index.h.
 *
 * A new entity gets a key for each word that can name it alone; a fuller name adds its own words.  At most
 * CHAIN_REACH keys of a slot are examined, so that linking a name takes constant time.
 */
#include "core/entities/entity_index.h"

#include "core/entities/aliases.h"
#include "core/base/bounds.h"
#include "core/entities/name_words.h"

#include <string.h>

/* The letters of an acronym that are compared. */
#define ACRONYM_LETTERS 16

/* ---- keys ---- */

/* Returns the next key of a word from index k on; NONE if there is none within reach. */
uint32_t
nq_next_key(const EntityIndex *index, uint64_t word, uint32_t k, uint32_t *steps)
{
	while (k != NONE && (*steps)++ < CHAIN_REACH)
	{
		if (index->keys[k].word == word)
			return k;
		k = index->keys[k].next;
	}
	return NONE;
}

static bool
has_key(const EntityIndex *index, uint64_t word, uint32_t entity, KeyKind kind)
{
	FOR_EACH_KEY(index, word, k, steps)
	{
		if (index->keys[k].entity == entity && index->keys[k].kind == kind)
			return true;
	}
	return false;
}

static bool
put_key(EntityIndex *index, uint64_t word, uint32_t entity, KeyKind kind)
{
	EntityKey		   *key;
	uint32_t   *slot = &index->slots[slot_of(index, word)];

	if (has_key(index, word, entity, kind))
		return true;
	if (!nq_reserve(index->doc->arena, (void **) &index->keys, &index->key_capacity, index->key_count, sizeof(EntityKey)))
		return fail(index->doc, NQ_NO_MEMORY);
	key = &index->keys[index->key_count];
	*key = (EntityKey) {.word = word, .entity = entity, .kind = kind, .next = *slot};
	*slot = index->key_count++;
	return true;
}

/* Collects the initials of a name's words, optionally only of capitalised ones.  Returns their number. */
static uint32_t
initials_of(const Document *doc, const Mention *mention, bool capitals, char *letters)
{
	uint32_t	count = 0;

	for (uint32_t i = mention->name_first; i < mention->name_last && count < ACRONYM_LETTERS; i++)
		if (is_word(doc, i) && (!capitals || (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0))
			letters[count++] = nq_initial(doc, i);
	return count;
}

/*
 * "The Lindby Harbour Trust (LiHa)": the bracketed word after an organisation's name, if it has the same first
 * letter; otherwise NONE.
 */
static uint32_t
word_in_bracket(const Document *doc, const Mention *mention)
{
	uint32_t	i = mention->last;

	if (i + 2 >= doc->token_count || token_at(doc, i)->kind != TOKEN_OPEN || token_at(doc, i + 2)->kind != TOKEN_CLOSE ||
		!is_word(doc, i + 1) || (token_at(doc, i + 1)->flags & TOKEN_CAPITAL) == 0 ||
		nq_initial(doc, i + 1) != nq_initial(doc, mention->name_first))
		return NONE;
	return i + 1;
}

/* Adds the acronyms DJ and DOJ of Department of Justice, or the bracketed word after the name. */
static bool
put_acronyms(EntityIndex *index, uint32_t entity, const Mention *mention)
{
	const Document *doc = index->doc;
	char		letters[ACRONYM_LETTERS];
	uint32_t	capitals = initials_of(doc, mention, true, letters);
	uint32_t	bracket = word_in_bracket(doc, mention);

	if (capitals >= 2)
	{
		uint32_t	all;

		if (!put_key(index, nq_key_of_letters(letters, capitals), entity, KEY_ACRONYM))
			return false;
		all = initials_of(doc, mention, false, letters);
		if (all > capitals && !put_key(index, nq_key_of_letters(letters, all), entity, KEY_ACRONYM))
			return false;
	}
	return bracket == NONE || put_key(index, nq_word_key(doc, bracket), entity, KEY_ACRONYM);
}

/* Adds the words that can name a person. */
static bool
put_words(EntityIndex *index, uint32_t entity, const LinkedName *name)
{
	const Document *doc = index->doc;
	uint64_t	start = nq_start_key(doc, name->surname);

	if (!name->has_forename)
		return true;
	if (start != 0 && !put_key(index, start, entity, KEY_START))
		return false;
	for (uint32_t i = 0; i + 1 < name->count; i++)
		if ((name->particles >> i & 1) == 0 && !put_key(index, name->keys[i], entity, i == 0 ? KEY_FORENAME : KEY_INNER))
			return false;
	return true;
}

static bool
put_keys(EntityIndex *index, uint32_t entity, const LinkedName *name)
{
	const Document *doc = index->doc;

	if (name->count == 0)
		return true;
	if (!put_key(index, name->keys[name->count - 1], entity, KEY_SURNAME))
		return false;
	if (name->count < 2)
		return true;
	if (name->is_person)
		return put_words(index, entity, name);
	return put_key(index, name->keys[0], entity, KEY_ORGANISATION) &&
		put_acronyms(index, entity, &doc->mentions[name->mention]);
}

/* ---- entities ---- */

/*
 * "Governor Hall", "Tom Hale, the sheriff": records the role, to which "the governor" and "the sheriff" will
 * refer.
 */
static void
note_role(const Document *doc, Entity *entity, const Mention *mention)
{
	if (mention->role != NONE && !token_has(doc, mention->role, WC_HONORIFIC))
		entity->role = mention->role;
	else if (entity->role == NONE && is_apposed(mention) && doc->mentions[appositive_of(doc, mention)].kind == MENTION_NOMINAL)
		entity->role = doc->mentions[appositive_of(doc, mention)].head;
}

/* "Her husband, Max Lund", "his son Max Lund" */
static bool
is_kin(const Document *doc, const Mention *mention)
{
	if (mention->role != NONE && token_has(doc, mention->role, WC_KIN))
		return true;
	return is_apposed(mention) && token_has(doc, doc->mentions[appositive_of(doc, mention)].head, WC_KIN);
}

bool
nq_new_entity(EntityIndex *index, const NameEntry *entry, const LinkedName *name)
{
	Document   *doc = index->doc;
	Mention    *mention = &doc->mentions[entry->mention];
	Entity	   *entity;

	if (!nq_reserve(doc->arena, (void **) &doc->entities, &index->entity_capacity, doc->entity_count, sizeof(Entity)) ||
		!nq_reserve(doc->arena, (void **) &index->bearers, &index->bearer_capacity, doc->entity_count, sizeof(Bearer)))
		return fail(doc, NQ_NO_MEMORY);
	entity = &doc->entities[doc->entity_count];
	*entity = (Entity) {
		.mention = entry->mention, .mentions = 1,
		.surname = name->surname, .forename = name->has_forename ? name->first : NONE,
		.role = NONE, .type = mention->type, .gender = mention->gender
	};
	note_role(doc, entity, mention);
	index->bearers[doc->entity_count] = (Bearer) {
		.words = name->count, .introduced = entry->mention, .last_named = NONE, .last_subject = NONE,
		.is_addressed = entry->is_addressed, .is_kin = is_kin(doc, mention)
	};
	mention->entity = doc->entity_count++;
	return put_keys(index, mention->entity, name);
}

/* Makes a name the fullest one of an entity and adds its words. */
static bool
take_name(EntityIndex *index, uint32_t number, const LinkedName *name)
{
	Document   *doc = index->doc;
	Entity	   *entity = &doc->entities[number];

	entity->mention = name->mention;
	index->bearers[number].words = name->count;
	if (entity->forename == NONE || name->is_person)
	{
		entity->forename = name->has_forename ? name->first : NONE;
		entity->surname = name->surname;
	}
	return put_keys(index, number, name);
}

bool
nq_join_entity(EntityIndex *index, const NameEntry *entry, uint32_t number)
{
	Document   *doc = index->doc;
	Entity	   *entity = &doc->entities[number];
	Mention    *mention = &doc->mentions[entry->mention];
	LinkedName		name;
	LinkedName		known;

	mention->entity = number;
	entity->mentions++;
	if (entity->type == TYPE_UNKNOWN)
		entity->type = mention->type;
	if (entity->gender == GENDER_UNKNOWN)
		entity->gender = mention->gender;
	note_role(doc, entity, mention);
	/* A one-word name is never fuller than one of several words. */
	if (mention->name_last - mention->name_first == 1 &&
		doc->mentions[entity->mention].name_last - doc->mentions[entity->mention].name_first > 1)
		return true;
	nq_read_linked_name(doc, entry->mention, &name);
	nq_read_linked_name(doc, entity->mention, &known);
	return !nq_is_fuller(doc, &name, &known) || take_name(index, number, &name);
}

bool
nq_give_alias(EntityIndex *index, const NameEntry *entry, uint32_t number)
{
	index->doc->mentions[entry->mention].entity = number;
	index->doc->entities[number].mentions++;
	return put_key(index, entry->surname, number, KEY_SURNAME);
}

/* The persons of an article that are compared with a handle. */
#define HANDLE_ENTITIES 64

static bool
is_roman_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* The longest part of a handle before a name. */
#define HANDLE_PREFIX 8

/* Whether two bytes are the same letter in either case. */
static bool
same_letter(char a, char b)
{
	return (a | 0x20) == (b | 0x20);
}

/* The byte after the letters of a word in a handle that ends at a byte, from "at" on; NONE if others are there. */
static uint32_t
after_letters(const Document *doc, uint32_t word, uint32_t at, uint32_t end)
{
	const Token *token = token_at(doc, word);

	for (uint32_t i = token->start; i < token_end(token); i++)
	{
		if (!is_roman_letter(doc->text[i]))
			continue;
		while (at < end && !is_roman_letter(doc->text[at]))
			at++;
		if (at == end || !same_letter(doc->text[at], doc->text[i]))
			return NONE;
		at++;
	}
	return at;
}

/* The same for all words of a name. */
static uint32_t
after_name(const Document *doc, const Mention *name, uint32_t at, uint32_t end)
{
	for (uint32_t i = name->name_first; at != NONE && i < name->name_last; i++)
		at = after_letters(doc, i, at, end);
	return at;
}

/* "@shayframe", "@realShayFrame", "@sframe": whether a handle has the letters of a name, or its initial and surname alone. */
static bool
spells_name(const Document *doc, uint32_t handle, const Mention *name)
{
	uint32_t	start = token_at(doc, handle)->start + 1;
	uint32_t	end = token_end(token_at(doc, handle));

	for (uint32_t at = start; at < end && at <= start + HANDLE_PREFIX; at++)
		if (after_name(doc, name, at, end) != NONE)
			return true;
	return start < end && is_roman_letter(doc->text[start]) && same_letter(doc->text[start], doc->text[token_at(doc, name->name_first)->start]) &&
		after_letters(doc, name->name_last - 1, start + 1, end) == end;
}

/* The person whose name a handle spells; NONE if there is none. */
static uint32_t
bearer_of_handle(const Document *doc, uint32_t handle)
{
	for (uint32_t e = 0; e < doc->entity_count && e < HANDLE_ENTITIES; e++)
		if (doc->entities[e].forename != NONE && is_personal(doc->entities[e].type) && spells_name(doc, handle, &doc->mentions[doc->entities[e].mention]))
			return e;
	return NONE;
}

/* The persons of an article whose offices are compared with an acronym. */
#define OFFICE_ENTITIES 64

/* The words of an office, and the letters of its acronym, that are compared. */
#define OFFICE_WORDS 6
#define OFFICE_LETTERS 16

/* The initials of the words of an office, in capitals. */
typedef struct Initials
{
	char		letters[OFFICE_LETTERS];
	uint32_t	count;
	uint32_t	role;			/* the number of letters up to the noun of the office, with it */
} Initials;

/* Adds the initials of the parts of a word, "Inspector-General", but of no function word. */
static void
add_initials(const Document *doc, uint32_t i, Initials *initials)
{
	const Token *token = token_at(doc, i);
	const char *text = doc->text + token->start;
	bool		begins = true;

	if (token_has(doc, i, FUNCTION_WORDS))
		return;
	for (uint32_t k = 0; k < token->length && initials->count < OFFICE_LETTERS; k++)
	{
		/* "Officer-in-charge": a part of two letters is a preposition. */
		bool		is_short = k > 0 && k + 2 < token->length && text[k + 2] == '-';

		if (begins && is_roman_letter(text[k]) && !is_short)
			initials->letters[initials->count++] = (char) (text[k] & ~0x20);
		begins = text[k] == '-';
	}
}

static bool
is_office_word(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && !token_has(doc, i, WC_DET | WC_POSSESSIVE | WC_CUE | WC_AUX | WC_PRONOUN | WC_COORD);
}

/* "Interior Cabinet Secretary", "Commissioner of Police": the initials of the words around the noun of an office. */
static void
read_initials(const Document *doc, uint32_t role, Initials *initials)
{
	uint32_t	first = role;
	uint32_t	last = role + 1;

	*initials = (Initials) {.count = 0};
	while (first > 0 && first + OFFICE_WORDS > role && (token_at(doc, first)->flags & TOKEN_NEWLINE) == 0 && is_office_word(doc, first - 1))
		first--;
	while (first < role && token_has(doc, first, FUNCTION_WORDS))
		first++;
	if (last < doc->token_count && token_does(doc, last, FN_GENITIVE))
		while (last < doc->token_count && last < role + OFFICE_WORDS && is_office_word(doc, last))
			last++;
	for (uint32_t i = first; i < last; i++)
	{
		add_initials(doc, i, initials);
		if (i == role)
			initials->role = initials->count;
	}
}

bool
nq_spells_office(const Document *doc, uint32_t word, uint32_t role)
{
	const Token *token = token_at(doc, word);
	Initials	initials;

	read_initials(doc, role, &initials);
	for (uint32_t at = 0; at + token->length <= initials.count && at < initials.role; at++)
		if (at + token->length >= initials.role && memcmp(initials.letters + at, doc->text + token->start, token->length) == 0)
			return true;
	return false;
}

uint32_t
nq_bearer_of_office(const EntityIndex *index, uint32_t number)
{
	const Document *doc = index->doc;
	const Mention *mention = &doc->mentions[number];
	const Token *token = token_at(doc, mention->head);
	uint32_t	bearer = NONE;

	if (!names_show_capitals(doc) || mention->last != mention->head + 1 || mention->head == 0 || !token_does(doc, mention->head - 1, FN_DEFINITE) ||
		(token->flags & (TOKEN_UPPER | TOKEN_DOTTED)) != TOKEN_UPPER || token->length < 2 || token->length > ACRONYM_BYTES ||
		token_has(doc, mention->head, WC_ORG | WC_COUNTRY | WC_PLACE | WC_OUTLET))
		return NONE;
	for (uint32_t e = 0; e < doc->entity_count && e < OFFICE_ENTITIES; e++)
		if (is_personal(doc->entities[e].type) && doc->entities[e].role != NONE && index->bearers[e].introduced < number &&
			nq_spells_office(doc, mention->head, doc->entities[e].role))
			bearer = e;
	return bearer;
}

uint32_t
nq_bearer_of_alias(const Document *doc, const NameEntry *entry)
{
	uint32_t	owner = entry->is_name ? nq_alias_owner(doc, entry->mention) : NONE;
	uint32_t	entity = owner == NONE ? NONE : doc->mentions[owner].entity;
	uint32_t	head = doc->mentions[entry->mention].head;

	if (entity == NONE && token_at(doc, head)->kind == TOKEN_HANDLE)
		return bearer_of_handle(doc, head);

	return entity != NONE && doc->entities[entity].forename != NONE && is_personal(doc->entities[entity].type) ? entity : NONE;
}
