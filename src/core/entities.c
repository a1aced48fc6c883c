/*
 * entities.c
 *	  Names to entities: which of the names in an article have one bearer.
 *
 * First the names of several words: two name the same person when their last
 * words agree and their first words do not contradict each other (Joseph and Joe,
 * J. and Joseph), the same organisation when one holds the other's words.  Then
 * the names of one word: a surname, a forename, an acronym or the first word of an organisation's name
 * leads to the entity that bears it; what leads nowhere is an entity of its own.
 * Where several persons bear a surname, the one of the right gender that the article
 * names most often is meant.
 *
 * Names are looked up by their words in a hash table whose chains are followed
 * for a bounded number of steps: linear.
 */
#include "entities.h"
#include "stages.h"

#include <string.h>

/* How many entities of one surname are compared. */
#define CHAIN_REACH 32

/* What a word is to the entity that it leads to. */
typedef enum KeyKind
{
	KEY_SURNAME,
	KEY_FORENAME,
	KEY_ORGANISATION,			/* the first word of its name */
	KEY_ACRONYM
} KeyKind;

typedef struct Key
{
	uint32_t	hash;
	uint32_t	entity;
	uint32_t	next;			/* key of the same slot, or NONE */
	uint8_t		kind;
} Key;

typedef struct Index
{
	Document   *doc;
	uint32_t   *slots;			/* newest key of each, or NONE */
	uint32_t	mask;
	Key		   *keys;
	uint32_t	key_count;
	uint32_t	key_capacity;
	uint32_t	entity_capacity;
} Index;

static bool
fail(Document *doc, NqStatus status)
{
	doc->status = status;
	return false;
}

/* ---- words ---- */

static uint32_t
word_hash(const char *text, uint32_t length)
{
	FoldedKey	key;

	nq_fold(text, length > LEXICON_KEY_BYTES ? LEXICON_KEY_BYTES : length, &key);
	return key.hash;
}

static uint32_t
token_hash(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	return word_hash(doc->text + token->start, token->length);
}

bool
nq_same_word(const Document *doc, uint32_t a, uint32_t b)
{
	const Token *x = token_at(doc, a);
	const Token *y = token_at(doc, b);
	const char *p = doc->text + x->start;
	const char *q = doc->text + y->start;

	if (x->length != y->length)
		return false;
	for (uint32_t i = 0; i < x->length; i++)
		if ((p[i] | 0x20) != (q[i] | 0x20))
			return false;
	return true;
}

/* An initial and a word that begins with it, or a nickname and its full form. */
static bool
forenames_agree(const Document *doc, uint32_t a, uint32_t b)
{
	const Token *x = token_at(doc, a);
	const Token *y = token_at(doc, b);
	uint16_t	lemma_a;
	uint16_t	lemma_b;

	if (nq_same_word(doc, a, b))
		return true;
	if ((x->flags & TOKEN_INITIAL) != 0 || (y->flags & TOKEN_INITIAL) != 0)
		return (doc->text[x->start] | 0x20) == (doc->text[y->start] | 0x20);
	lemma_a = doc->lexicon->words[x->word].lemma;
	lemma_b = doc->lexicon->words[y->word].lemma;
	return lemma_a != 0 && lemma_a == lemma_b;
}

/* ---- the parts of a name ---- */

static uint32_t
surname_of(const Document *doc, const Mention *mention)
{
	uint32_t	last = mention->name_last - 1;

	while (last > mention->name_first &&
		   (token_has(doc, last, WC_SUFFIX) || token_at(doc, last)->kind == TOKEN_COMMA))
		last--;
	return last;
}

/* The forename, or NONE for a bare surname, with or without its particles. */
static uint32_t
forename_of(const Document *doc, const Mention *mention)
{
	if (surname_of(doc, mention) == mention->name_first)
		return NONE;
	if (token_has(doc, mention->name_first, WC_PARTICLE) && !token_has(doc, mention->name_first, WC_FORENAME))
		return NONE;
	return mention->name_first;
}

static uint32_t
name_words(const Mention *mention)
{
	return mention->name_last - mention->name_first;
}

static bool
is_personal(uint8_t type)
{
	return type == TYPE_PERSON || type == TYPE_UNKNOWN;
}

/* ---- the index ---- */

static bool
put_key(Index *index, uint32_t hash, uint32_t entity, KeyKind kind)
{
	Key		   *key;
	uint32_t   *slot = &index->slots[hash & index->mask];

	if (!nq_reserve(index->doc->arena, (void **) &index->keys, &index->key_capacity, index->key_count, sizeof(Key)))
		return fail(index->doc, NQ_NO_MEMORY);
	key = &index->keys[index->key_count];
	key->hash = hash;
	key->entity = entity;
	key->next = *slot;
	key->kind = (uint8_t) kind;
	*slot = index->key_count++;
	return true;
}

/* DOJ, of Department of Justice: the initials of its capitalised words. */
static bool
put_acronym(Index *index, uint32_t entity, const Mention *mention)
{
	const Document *doc = index->doc;
	char		letters[16];
	uint32_t	count = 0;

	for (uint32_t i = mention->name_first; i < mention->name_last && count < sizeof(letters); i++)
		if ((token_at(doc, i)->flags & TOKEN_CAPITAL) != 0)
			letters[count++] = doc->text[token_at(doc, i)->start];
	return count < 2 || put_key(index, word_hash(letters, count), entity, KEY_ACRONYM);
}

static bool
put_keys(Index *index, uint32_t number)
{
	const Document *doc = index->doc;
	const Entity *entity = &doc->entities[number];
	const Mention *mention = &doc->mentions[entity->mention];

	if (!put_key(index, token_hash(doc, entity->surname), number, KEY_SURNAME))
		return false;
	if (name_words(mention) < 2)
		return true;
	if (is_personal(entity->type))
		return entity->forename == NONE ||
			put_key(index, token_hash(doc, entity->forename), number, KEY_FORENAME);
	return put_key(index, token_hash(doc, mention->name_first), number, KEY_ORGANISATION) &&
		put_acronym(index, number, mention);
}

static bool
new_entity(Index *index, uint32_t number)
{
	Document   *doc = index->doc;
	Mention    *mention = &doc->mentions[number];
	Entity	   *entity;

	if (!nq_reserve(doc->arena, (void **) &doc->entities, &index->entity_capacity, doc->entity_count, sizeof(Entity)))
		return fail(doc, NQ_NO_MEMORY);
	entity = &doc->entities[doc->entity_count];
	entity->mention = number;
	entity->mentions = 1;
	entity->surname = surname_of(doc, mention);
	entity->forename = forename_of(doc, mention);
	entity->type = mention->type;
	entity->gender = mention->gender;
	mention->entity = doc->entity_count++;
	return put_keys(index, mention->entity);
}

/* ---- names of several words ---- */

static bool
shouts(const Document *doc, const Mention *mention)
{
	return (token_at(doc, mention->name_last - 1)->flags & TOKEN_UPPER) != 0;
}

static void
join_entity(Document *doc, Mention *mention, uint32_t number)
{
	Entity	   *entity = &doc->entities[number];
	const Mention *fullest = &doc->mentions[entity->mention];
	uint32_t	this = (uint32_t) (mention - doc->mentions);

	mention->entity = number;
	entity->mentions++;
	if (name_words(mention) > name_words(fullest) ||
		(name_words(mention) == name_words(fullest) && shouts(doc, fullest) && !shouts(doc, mention)))
	{
		entity->mention = this;
		if (entity->forename == NONE || is_personal(mention->type))
			entity->forename = forename_of(doc, mention);
	}
	if (entity->type == TYPE_UNKNOWN)
		entity->type = mention->type;
	if (entity->gender == GENDER_UNKNOWN)
		entity->gender = mention->gender;
}

/* Whether all words of the shorter name stand in the longer one, in order. */
static bool
words_within(const Document *doc, const Mention *shorter, const Mention *longer)
{
	uint32_t	k = longer->name_first;

	for (uint32_t i = shorter->name_first; i < shorter->name_last; i++)
	{
		while (k < longer->name_last && !nq_same_word(doc, i, k))
			k++;
		if (k++ >= longer->name_last)
			return false;
	}
	return true;
}

static bool
is_same_bearer(const Document *doc, const Mention *mention, const Entity *entity)
{
	const Mention *known = &doc->mentions[entity->mention];
	uint32_t	forename = forename_of(doc, mention);

	if (!nq_same_word(doc, surname_of(doc, mention), entity->surname))
		return false;
	if (is_personal(mention->type) && is_personal(entity->type))
	{
		if (mention->gender != GENDER_UNKNOWN && entity->gender != GENDER_UNKNOWN && mention->gender != entity->gender)
			return false;
		if (forename == NONE)
			return true;
		/* A name with particles and no forename: van der Meer. */
		return entity->forename == NONE || forenames_agree(doc, forename, entity->forename);
	}
	return name_words(mention) < name_words(known) ? words_within(doc, mention, known) : words_within(doc, known, mention);
}

static bool
link_long_name(Index *index, uint32_t number)
{
	Document   *doc = index->doc;
	Mention    *mention = &doc->mentions[number];
	uint32_t	hash = token_hash(doc, surname_of(doc, mention));
	uint32_t	steps = 0;

	for (uint32_t k = index->slots[hash & index->mask]; k != NONE && steps < CHAIN_REACH; k = index->keys[k].next)
	{
		const Key  *key = &index->keys[k];

		steps++;
		if (key->hash == hash && key->kind == KEY_SURNAME &&
			is_same_bearer(doc, mention, &doc->entities[key->entity]))
		{
			join_entity(doc, mention, key->entity);
			return true;
		}
	}
	return new_entity(index, number);
}

/* ---- names of one word ---- */

/* How well an entity explains a name of one word; 0: not at all. */
static uint32_t
fitness(const Document *doc, const Mention *mention, const Key *key)
{
	const Entity *entity = &doc->entities[key->entity];
	const Mention *known = &doc->mentions[entity->mention];
	bool		titled = mention->role != NONE;
	uint32_t	word = mention->name_first;

	if (mention->gender != GENDER_UNKNOWN && mention->gender != GENDER_NEUTER && entity->gender != GENDER_UNKNOWN &&
		mention->gender != entity->gender && (titled || key->kind == KEY_SURNAME) &&
		!token_has(doc, word, WC_FORENAME))
		return 0;
	switch ((KeyKind) key->kind)
	{
		case KEY_SURNAME:
			if (!nq_same_word(doc, word, entity->surname))
				return 0;
			if (name_words(known) == 1)
				return 1;
			return is_personal(entity->type) ? 100 + (entity->mentions > 1000 ? 1000 : entity->mentions) : 0;
		case KEY_FORENAME:
			if (!nq_same_word(doc, word, entity->forename) || titled)
				return 0;
			return 50;
		case KEY_ORGANISATION:
			if (titled || !nq_same_word(doc, word, known->name_first) || token_has(doc, word, WC_DEMONYM | WC_COUNTRY | WC_PLACE | WC_ORG | WC_OUTLET) ||
				mention->type == TYPE_PERSON)
				return 0;
			return token_has(doc, word, WC_FORENAME) || token_has(doc, known->name_last - 1, WC_SITEWORD | WC_EVENTWORD) ? 0 : 20;
		case KEY_ACRONYM:
			return (token_at(doc, word)->flags & TOKEN_UPPER) != 0 && !titled ? 30 : 0;
	}
	return 0;
}

static bool
link_short_name(Index *index, uint32_t number)
{
	Document   *doc = index->doc;
	Mention    *mention = &doc->mentions[number];
	uint32_t	hash = token_hash(doc, mention->name_first);
	uint32_t	best = 0;
	uint32_t	entity = NONE;
	uint32_t	steps = 0;

	for (uint32_t k = index->slots[hash & index->mask]; k != NONE && steps < CHAIN_REACH; k = index->keys[k].next)
	{
		const Key  *key = &index->keys[k];
		uint32_t	fit;

		steps++;
		if (key->hash != hash)
			continue;
		fit = fitness(doc, mention, key);
		/* The chain runs from the newest entity: of two that fit alike, the first in the text wins. */
		if (fit >= best && fit > 0)
		{
			best = fit;
			entity = key->entity;
		}
	}
	if (entity == NONE)
		return new_entity(index, number);
	join_entity(doc, mention, entity);
	return true;
}

static bool
make_slots(Index *index)
{
	uint32_t	names = 0;
	uint32_t	slots = 16;

	for (uint32_t i = 0; i < index->doc->mention_count; i++)
		names += index->doc->mentions[i].kind == MENTION_NAME;
	while (slots < names * 2)
		slots *= 2;
	index->slots = nq_arena_alloc(index->doc->arena, slots * sizeof(uint32_t));
	if (index->slots == NULL)
		return fail(index->doc, NQ_NO_MEMORY);
	memset(index->slots, 0xff, slots * sizeof(uint32_t));
	index->mask = slots - 1;
	return true;
}

static bool
is_short(const Document *doc, const Mention *mention)
{
	return surname_of(doc, mention) == mention->name_first;
}

bool
nq_link_names(Document *doc)
{
	Index		index = {.doc = doc};

	if (!make_slots(&index))
		return false;
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < doc->mention_count; i++)
		{
			const Mention *mention = &doc->mentions[i];

			if ((i & 0xfff) == 0 && doc->host->cancelled(doc->host->context))
				return fail(doc, NQ_CANCELLED);
			if (mention->kind != MENTION_NAME || is_short(doc, mention) != (pass == 1))
				continue;
			if (!(pass == 0 ? link_long_name(&index, i) : link_short_name(&index, i)))
				return false;
		}
	return true;
}
