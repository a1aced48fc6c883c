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
#define CHAIN_REACH 16

/* Naming somebody twice as often weighs as much as naming him so many mentions later. */
#define PROMINENCE_MENTIONS 150

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

/* A name to be linked, or a capitalised noun that may turn out to be one: what the passes ask of it. */
typedef struct Entry
{
	uint32_t	mention;
	uint32_t	surname;		/* token */
	uint32_t	hash;			/* of the surname */
	bool		is_name;
	bool		is_short;		/* one word: see is_short() */
	bool		is_addressed;	/* Mr. Obama */
	bool		is_forename;	/* a forename, by itself and without a title */
} Entry;

/* The entries that a pass is for. */
typedef enum Pass
{
	PASS_LONG,
	PASS_FORENAMES,
	PASS_ADDRESSED,
	PASSES
} Pass;

typedef struct Index
{
	Document   *doc;
	uint32_t   *slots;			/* newest key of each, or NONE */
	uint32_t	mask;
	Key		   *keys;
	uint32_t	key_count;
	uint32_t	key_capacity;
	uint32_t	entity_capacity;
	Entry	   *entries;		/* in the order of the text */
	uint32_t	entry_count;
	uint32_t	entry_capacity;
	uint64_t   *passes[PASSES];	/* a bit for each entry */
	uint32_t   *last_named;		/* of each entity: the latest mention by its full name that the second pass has met; NULL before */
} Index;

/* ---- words ---- */

/*
 * A word that is in the lexicon is known by its entry: the entry is one for every way
 * to print the word.  Entries for endings are not: see W_ENDING_LY.
 */
static bool
is_listed(uint32_t word)
{
	return (word != W_UNKNOWN) & (word != W_ENDING_LY) & (word != W_ENDING_ED) & (word != W_ENDING_ING) & (word < FIRST_MARK);
}

static uint32_t
word_hash(const Lexicon *lexicon, const char *text, uint32_t length)
{
	uint64_t	hash = nq_hash(text, length, text + length);
	uint32_t	word = nq_find_slot(lexicon, hash)->word;

	return (uint32_t) ((is_listed(word) ? nq_hash_piece(word) : hash) >> 32);
}

/* Bytes of the apostrophe within a word at p, curly or straight; 0 when none stands there. */
static uint32_t
apostrophe_at(const char *p, const char *end)
{
	if (*p == '\'')
		return 1;
	return end - p >= 3 && memcmp(p, "\xe2\x80\x99", 3) == 0 ? 3 : 0;
}

/* The hash of a word; O'Neill has one whichever apostrophe it is printed with. */
static uint32_t
token_hash(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *p = doc->text + token->start;
	const char *end = p + token->length;
	char		plain[LEXICON_KEY_BYTES];
	uint32_t	length = 0;

	if (is_listed(token->word))
		return (uint32_t) (nq_hash_piece(token->word) >> 32);
	if (memchr(p, 0xe2, token->length) == NULL)
		return (uint32_t) (nq_hash(p, token->length < sizeof(plain) ? token->length : sizeof(plain), doc->text + doc->length) >> 32);
	while (p < end && length < sizeof(plain))
	{
		uint32_t	apostrophe = apostrophe_at(p, end);

		plain[length++] = (char) (apostrophe > 0 ? '\'' : *p);
		p += apostrophe > 0 ? apostrophe : 1;
	}
	return (uint32_t) (nq_hash(plain, length, plain + length) >> 32);
}

static bool
is_same_text(const Document *doc, const Token *x, const Token *y)
{
	const char *p = doc->text + x->start;
	const char *q = doc->text + y->start;
	const char *p_end = p + x->length;
	const char *q_end = q + y->length;

	if (x->length == y->length && memcmp(p, q, x->length) == 0)
		return true;
	while (p < p_end && q < q_end)
	{
		uint32_t	apostrophe_p = apostrophe_at(p, p_end);
		uint32_t	apostrophe_q = apostrophe_at(q, q_end);

		if (apostrophe_p > 0 && apostrophe_q > 0)
		{
			p += apostrophe_p;
			q += apostrophe_q;
		}
		else if ((*p++ | 0x20) != (*q++ | 0x20))
			return false;
	}
	return p == p_end && q == q_end;
}

bool
nq_same_word(const Document *doc, uint32_t a, uint32_t b)
{
	const Token *x = token_at(doc, a);
	const Token *y = token_at(doc, b);

	if (is_listed(x->word) || is_listed(y->word))
		return x->word == y->word;
	return is_same_text(doc, x, y);
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

	while ((token_has(doc, last, WC_SUFFIX) || token_at(doc, last)->kind == TOKEN_COMMA) && last > mention->name_first)
		last--;
	return last;
}

/* The forename, or NONE for a bare surname, with or without its particles. */
static uint32_t
forename_before(const Document *doc, const Mention *mention, uint32_t surname)
{
	if (surname == mention->name_first)
		return NONE;
	if (token_has(doc, mention->name_first, WC_PARTICLE) && !token_has(doc, mention->name_first, WC_FORENAME))
		return NONE;
	return mention->name_first;
}

static uint32_t
forename_of(const Document *doc, const Mention *mention)
{
	return forename_before(doc, mention, surname_of(doc, mention));
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
		return stop(index->doc, NQ_NO_MEMORY);
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
	return count < 2 || put_key(index, word_hash(doc->lexicon, letters, count), entity, KEY_ACRONYM);
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

/* "Governor Hall", "Tom Hale, the sheriff": what "the governor" and "the sheriff" will mean. */
static void
note_role(const Document *doc, Entity *entity, const Mention *mention)
{
	if (mention->role != NONE && !token_has(doc, mention->role, WC_HONORIFIC))
		entity->role = mention->role;
	else if (entity->role == NONE && mention->apposed != NONE && doc->mentions[mention->apposed].kind == MENTION_NOMINAL)
		entity->role = doc->mentions[mention->apposed].head;
}

static bool
new_entity(Index *index, uint32_t number)
{
	Document   *doc = index->doc;
	Mention    *mention = &doc->mentions[number];
	Entity	   *entity;

	if (!nq_reserve(doc->arena, (void **) &doc->entities, &index->entity_capacity, doc->entity_count, sizeof(Entity)))
		return stop(doc, NQ_NO_MEMORY);
	entity = &doc->entities[doc->entity_count];
	entity->mention = number;
	entity->mentions = 1;
	entity->surname = surname_of(doc, mention);
	entity->forename = forename_of(doc, mention);
	entity->type = mention->type;
	entity->gender = mention->gender;
	entity->role = NONE;
	note_role(doc, entity, mention);
	mention->entity = doc->entity_count++;
	if (index->last_named != NULL)
		index->last_named[mention->entity] = NONE;
	return put_keys(index, mention->entity);
}

/* ---- names of several words ---- */

static bool
shouts(const Document *doc, const Mention *mention)
{
	return (token_at(doc, mention->name_last - 1)->flags & TOKEN_UPPER) != 0;
}

/* "Crooked Hillary Clinton" is no fuller than "Hillary Clinton": what it has more is no forename. */
static bool
has_odd_front(const Document *doc, const Mention *longer, const Mention *shorter)
{
	return is_personal(longer->type) && name_words(shorter) >= 2 && name_words(longer) > name_words(shorter) &&
		token_has(doc, shorter->name_first, WC_FORENAME) && !token_has(doc, longer->name_first, WC_FORENAME) &&
		(token_at(doc, longer->name_first)->flags & TOKEN_INITIAL) == 0;
}

static uint32_t
name_bytes(const Document *doc, const Mention *mention)
{
	return token_end(token_at(doc, mention->name_last - 1)) - token_at(doc, mention->name_first)->start;
}

/* More words; as many, but not in capitals; or longer ones: Kenneth for Ken. */
static bool
is_fuller(const Document *doc, const Mention *mention, const Mention *known)
{
	if (has_odd_front(doc, mention, known))
		return false;
	if (has_odd_front(doc, known, mention) || name_words(mention) > name_words(known))
		return true;
	if (name_words(mention) < name_words(known) || shouts(doc, mention))
		return false;
	return shouts(doc, known) || name_bytes(doc, mention) > name_bytes(doc, known);
}

static void
join_entity(Document *doc, Mention *mention, uint32_t number)
{
	Entity	   *entity = &doc->entities[number];
	uint32_t	this = (uint32_t) (mention - doc->mentions);

	mention->entity = number;
	entity->mentions++;
	if (is_fuller(doc, mention, &doc->mentions[entity->mention]))
	{
		entity->mention = this;
		if (entity->forename == NONE || is_personal(mention->type))
			entity->forename = forename_of(doc, mention);
	}
	if (entity->type == TYPE_UNKNOWN)
		entity->type = mention->type;
	if (entity->gender == GENDER_UNKNOWN)
		entity->gender = mention->gender;
	note_role(doc, entity, mention);
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

/* "Suu Kyi" of "Aung San Suu Kyi", "Ms. Sampson Rawlings" of "Donna Sampson Rawlings". */
static bool
ends_name(const Document *doc, const Mention *shorter, const Mention *longer)
{
	uint32_t	a = surname_of(doc, shorter) + 1;
	uint32_t	b = surname_of(doc, longer) + 1;

	if (a - shorter->name_first >= b - longer->name_first)
		return false;
	while (a > shorter->name_first)
		if (!nq_same_word(doc, --a, --b))
			return false;
	return true;
}

/* Whether a name and an entity with the same last word may be one: their other words agree. */
static bool
is_same_bearer(const Document *doc, const Entry *entry, const Entity *entity)
{
	const Mention *mention = &doc->mentions[entry->mention];
	const Mention *known = &doc->mentions[entity->mention];
	uint32_t	forename = forename_of(doc, mention);

	if (is_personal(mention->type) && is_personal(entity->type))
	{
		if (forename != NONE && (ends_name(doc, mention, known) || ends_name(doc, known, mention)))
			return true;
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
link_long_name(Index *index, const Entry *entry)
{
	Document   *doc = index->doc;
	uint32_t	hash = entry->hash;
	uint32_t	steps = 0;

	for (uint32_t k = index->slots[hash & index->mask]; k != NONE && steps < CHAIN_REACH; k = index->keys[k].next)
	{
		const Key  *key = &index->keys[k];

		steps++;
		if (key->hash == hash && key->kind == KEY_SURNAME &&
			is_same_bearer(doc, entry, &doc->entities[key->entity]) &&
			nq_same_word(doc, entry->surname, doc->entities[key->entity].surname))
		{
			join_entity(doc, &doc->mentions[entry->mention], key->entity);
			return true;
		}
	}
	return new_entity(index, entry->mention);
}

/* ---- names of one word ---- */

/* Of two who share a surname: who was named last, unless the other is named far more often. */
static uint32_t
prominence(const Index *index, uint32_t number)
{
	uint32_t	mentions = index->doc->entities[number].mentions;
	uint32_t	doublings = 0;

	if (index->last_named[number] == NONE)
		return mentions > 1;
	while (mentions > 2)
	{
		mentions /= 2;
		doublings++;
	}
	return 1000 + index->last_named[number] + doublings * PROMINENCE_MENTIONS;
}

static bool
has_gender(uint8_t gender)
{
	return gender == GENDER_MALE || gender == GENDER_FEMALE;
}

/* "Mr. Obama": an honorific says that a name of one word is a person's. */
static bool
is_addressed(const Document *doc, const Mention *mention)
{
	return mention->role != NONE && token_has(doc, mention->role, WC_HONORIFIC);
}

/* "Sir Edwin": these two stand before the forename. */
static bool
is_knighted(const Document *doc, const Mention *mention)
{
	return token_is(doc, mention->role, W_SIR) || token_is(doc, mention->role, W_DAME);
}

static bool
behind_the(const Document *doc, const Mention *mention)
{
	return mention->name_first > 0 && token_is(doc, mention->name_first - 1, W_THE);
}

/* How well an entity explains a name of one word, if a surname whose hash is the same is the same; 0: not at all. */
static uint32_t
fitness(const Index *index, const Entry *entry, const Key *key)
{
	const Document *doc = index->doc;
	const Mention *mention = &doc->mentions[entry->mention];
	const Entity *entity = &doc->entities[key->entity];
	const Mention *known = &doc->mentions[entity->mention];
	bool		titled = mention->role != NONE;
	uint32_t	word = entry->surname;

	if (has_gender(mention->gender) && has_gender(entity->gender) && mention->gender != entity->gender &&
		(titled || (key->kind == KEY_SURNAME && !token_has(doc, word, WC_FORENAME))))
		return 0;
	switch ((KeyKind) key->kind)
	{
		case KEY_SURNAME:
			if (is_personal(entity->type) && (entity->forename != NONE || is_addressed(doc, known)))
				return 100 + prominence(index, key->entity);
			if (entity->forename == NONE)
				return 1;
			/* "the Times": the New York Times */
			return !titled && token_has(doc, word, WC_OUTLET) && behind_the(doc, mention) ? 60 : 0;
		case KEY_FORENAME:
			if (entity->forename == NONE || (titled && !is_knighted(doc, mention)) || !nq_same_word(doc, word, entity->forename))
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
link_short_name(Index *index, const Entry *entry)
{
	Document   *doc = index->doc;
	uint32_t	hash = entry->hash;
	uint32_t	best = 0;
	const Key  *chosen = NULL;
	uint32_t	steps = 0;

	for (uint32_t k = index->slots[hash & index->mask]; k != NONE && steps < CHAIN_REACH; k = index->keys[k].next)
	{
		const Key  *key = &index->keys[k];
		uint32_t	fit;

		steps++;
		if (key->hash != hash)
			continue;
		fit = fitness(index, entry, key);
		/* The chain runs from the newest entity: of two that fit alike, the first in the text wins. */
		if (fit >= best && fit > 0)
		{
			best = fit;
			chosen = key;
		}
	}
	/* The words themselves are compared once: they lie far apart in a long article. */
	if (chosen == NULL ||
		(chosen->kind == KEY_SURNAME && !nq_same_word(doc, entry->surname, doc->entities[chosen->entity].surname)))
		return new_entity(index, entry->mention);
	join_entity(doc, &doc->mentions[entry->mention], chosen->entity);
	return true;
}

/* A surname without a forename, its particles aside; or any other single word. */
static bool
is_short(const Document *doc, const Mention *mention, uint32_t surname)
{
	return surname == mention->name_first ||
		(is_personal(mention->type) && forename_before(doc, mention, surname) == NONE);
}

/* A forename alone tells how prominent its bearer is, before it is decided who the surnames mean. */
static bool
count_forename(Index *index, const Entry *entry)
{
	Document   *doc = index->doc;
	uint32_t	forename = doc->mentions[entry->mention].name_first;
	uint32_t	hash = forename == entry->surname ? entry->hash : token_hash(doc, forename);
	uint32_t	steps = 0;

	for (uint32_t k = index->slots[hash & index->mask]; k != NONE && steps < CHAIN_REACH; k = index->keys[k].next, steps++)
		if (index->keys[k].hash == hash && index->keys[k].kind == KEY_FORENAME)
			doc->entities[index->keys[k].entity].mentions++;
	return true;
}

/* A capitalised noun by itself may be a surname. */
static bool
may_be_surname(const Document *doc, const Mention *mention)
{
	return (mention->kind == MENTION_NOMINAL) & (mention->last == mention->first + 1) & !mention->plural &
		((token_at(doc, mention->first)->flags & TOKEN_CAPITAL) != 0);
}

/* "Weaver said": a capitalised noun that is a surname here; "Ban said": or the first name of Ban Ki-moon, his family's. */
static bool
is_surname_here(Index *index, const Entry *entry)
{
	const Document *doc = index->doc;
	uint32_t	hash = entry->hash;
	uint32_t	steps = 0;

	for (uint32_t k = index->slots[hash & index->mask]; k != NONE && steps < CHAIN_REACH; k = index->keys[k].next, steps++)
	{
		const Entity *entity = &doc->entities[index->keys[k].entity];

		if (index->keys[k].hash != hash || entity->type != TYPE_PERSON || entity->forename == NONE)
			continue;
		if (index->keys[k].kind == KEY_SURNAME && nq_same_word(doc, entry->surname, entity->surname))
			return true;
		if (index->keys[k].kind == KEY_FORENAME && !token_has(doc, entry->surname, WC_FORENAME) &&
			nq_same_word(doc, entry->surname, entity->forename))
			return true;
	}
	return false;
}

static void
make_name_of(Mention *mention)
{
	mention->kind = MENTION_NAME;
	mention->type = TYPE_PERSON;
	mention->gender = GENDER_UNKNOWN;
	mention->name_first = mention->first;
	mention->name_last = mention->last;
	mention->role = NONE;
}

/* ---- the passes ---- */

static Entry
entry_of(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	Entry		entry = {.mention = number, .surname = mention->first, .is_short = true};

	if (mention->kind == MENTION_NAME)
	{
		entry.surname = surname_of(doc, mention);
		entry.is_name = true;
		entry.is_short = is_short(doc, mention, entry.surname);
		entry.is_addressed = is_addressed(doc, mention);
		entry.is_forename = entry.is_short && mention->role == NONE && token_has(doc, mention->name_first, WC_FORENAME);
	}
	entry.hash = token_hash(doc, entry.surname);
	return entry;
}

/* Which of 64 mentions, from first on, are names, or may be after all: a bit for each. */
static uint64_t
find_names(const Document *doc, uint32_t first)
{
	uint32_t	count = doc->mention_count - first < 64 ? doc->mention_count - first : 64;
	uint64_t	names = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		const Mention *mention = &doc->mentions[first + i];
		uint64_t	is_name = mention->kind == MENTION_NAME;

		names |= (is_name | may_be_surname(doc, mention)) << i;
	}
	return names;
}

static bool
list_entries(Index *index)
{
	Document   *doc = index->doc;

	index->entry_capacity = doc->mention_count / 4 * 3;
	for (uint32_t first = 0; first < doc->mention_count; first += 64)
		for (uint64_t names = find_names(doc, first); names != 0; names &= names - 1)
		{
			if (!nq_reserve(doc->arena, (void **) &index->entries, &index->entry_capacity, index->entry_count, sizeof(Entry)))
				return stop(doc, NQ_NO_MEMORY);
			index->entries[index->entry_count++] = entry_of(doc, first + (uint32_t) __builtin_ctzll(names));
		}
	index->entity_capacity = index->key_capacity = index->entry_count / 2;
	return true;
}

static bool
make_slots(Index *index)
{
	uint32_t	slots = 16;

	while (slots < index->entry_count * 2)
		slots *= 2;
	index->slots = nq_arena_alloc(index->doc->arena, slots * sizeof(uint32_t));
	if (index->slots == NULL)
		return stop(index->doc, NQ_NO_MEMORY);
	memset(index->slots, 0xff, slots * sizeof(uint32_t));
	index->mask = slots - 1;
	return true;
}

/* Which pass is for which entries: found once, so that each goes from one of its entries to the next. */
static bool
sort_entries(Index *index)
{
	uint32_t	words = index->entry_count / 64 + 1;

	for (uint32_t pass = 0; pass < PASSES; pass++)
	{
		index->passes[pass] = nq_arena_alloc(index->doc->arena, words * sizeof(uint64_t));
		if (index->passes[pass] == NULL)
			return stop(index->doc, NQ_NO_MEMORY);
		memset(index->passes[pass], 0, words * sizeof(uint64_t));
	}
	for (uint32_t e = 0; e < index->entry_count; e++)
	{
		const Entry *entry = &index->entries[e];

		index->passes[PASS_LONG][e / 64] |= (uint64_t) !entry->is_short << e % 64;
		index->passes[PASS_FORENAMES][e / 64] |= (uint64_t) entry->is_forename << e % 64;
		index->passes[PASS_ADDRESSED][e / 64] |= (uint64_t) (entry->is_short & entry->is_addressed) << e % 64;
	}
	return true;
}

/* Calls a function for each entry of a pass, as long as it returns true. */
static bool
go_through(Index *index, Pass pass, bool (*function) (Index *index, const Entry *entry))
{
	for (uint32_t first = 0; first < index->entry_count; first += 64)
	{
		if (!goes_on_at(index->doc, first, 0xfff))
			return false;
		for (uint64_t entries = index->passes[pass][first / 64]; entries != 0; entries &= entries - 1)
			if (!function(index, &index->entries[first + (uint32_t) __builtin_ctzll(entries)]))
				return false;
	}
	return true;
}

/* Room for all entities that there can be. */
static bool
make_last_named(Index *index)
{
	Document   *doc = index->doc;

	index->last_named = nq_arena_alloc(doc->arena, ((size_t) index->entry_count + 1) * sizeof(uint32_t));
	if (index->last_named == NULL)
		return stop(doc, NQ_NO_MEMORY);
	memset(index->last_named, 0xff, doc->entity_count * sizeof(uint32_t));
	return true;
}

static bool
link_in_order(Index *index)
{
	Document   *doc = index->doc;

	for (uint32_t e = 0; e < index->entry_count; e++)
	{
		const Entry *entry = &index->entries[e];
		Mention    *mention = &doc->mentions[entry->mention];

		if (!goes_on_at(doc, e, 0xfff))
			return false;
		if (!entry->is_name)
		{
			if (!is_surname_here(index, entry))
				continue;
			make_name_of(mention);
		}
		if (!entry->is_short)
			index->last_named[mention->entity] = entry->mention;
		else if (!entry->is_addressed && !link_short_name(index, entry))
			return false;
	}
	return true;
}

/* All but the entities is needed here only. */
static void
drop_index(Index *index)
{
	Arena	   *arena = index->doc->arena;

	nq_arena_drop(arena, index->last_named);
	for (uint32_t pass = PASSES; pass-- > 0;)
		nq_arena_drop(arena, index->passes[pass]);
	nq_arena_drop(arena, index->keys);
	nq_arena_drop(arena, index->slots);
	nq_arena_drop(arena, index->entries);
}

bool
nq_link_names(Document *doc)
{
	Index		index = {.doc = doc};

	if (!list_entries(&index) || !sort_entries(&index) || !make_slots(&index) ||
		!go_through(&index, PASS_LONG, link_long_name) || !make_last_named(&index) ||
		!go_through(&index, PASS_FORENAMES, count_forename))
		return false;
	/* Those with Mr. and Ms. come first: they say what sex a bare surname's bearer has. */
	if (!go_through(&index, PASS_ADDRESSED, link_short_name) || !link_in_order(&index))
		return false;
	drop_index(&index);
	return true;
}
