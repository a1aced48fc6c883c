/*
 * entity_linking.c
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
 * Names are looked up by their words in a hash table; a chain of it is followed for
 * CHAIN_REACH steps at the most: linear.
 *
 * A word is compared by its key, a hash of 64 bits.  Words of the lexicon and words of up to eight bytes have
 * distinct keys; two longer words with the same key (once in 2^64 pairs) count as one word.  What a
 * comparison needs of an entity is kept beside it (Bearer).
 */
#include "core/entities/entity_linking.h"
#include "core/stages.h"

#include <string.h>

/* The most entities with one surname that a name is compared with. */
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
	uint32_t	hash;			/* the upper half of the word's key */
	uint32_t	entity;
	uint32_t	next;			/* key of the same slot, or NONE */
	uint8_t		kind;
} Key;

/* A name to be linked, or a capitalised noun that may turn out to be a surname. */
typedef struct Entry
{
	uint64_t	surname;		/* key of the word */
	uint32_t	mention;
	bool		is_name;
	bool		is_short;		/* one word, its particles aside: see is_short() */
	bool		is_addressed;	/* Mr. Obama */
	bool		is_forename;	/* a forename, by itself and without a title */
} Entry;

/* A forename, as far as it is compared with others. */
typedef struct Forename
{
	uint64_t	key;
	uint32_t	start;			/* in bytes */
	uint16_t	word;
	bool		is_initial;
} Forename;

/* A name, as far as it is compared with others. */
typedef struct Name
{
	Forename	first;			/* the first word, whether it is a forename or not */
	uint32_t	words;
	uint32_t	up_to_surname;	/* the number of words up to the surname: those after it are suffixes */
	uint32_t	bytes;
	uint8_t		type;
	bool		has_forename;	/* the first word is used as one */
	bool		is_listed;		/* the first word is a forename of the lexicon's */
	bool		is_addressed;
	bool		shouts;
	bool		is_event;		/* ends in a word for a place or an event */
} Name;

/* The names of an entity, as far as new names are compared with them. */
typedef struct Bearer
{
	uint64_t	surname;		/* of the entity: key of the word */
	Forename	forename;		/* of the entity's, if it has one */
	Name		fullest;		/* of the entity's mention */
	uint32_t	last_named;		/* the latest mention by the full name before the one that is being linked, or NONE */
} Bearer;

typedef struct Index
{
	Document   *doc;
	uint32_t   *slots;			/* newest key of each, or NONE */
	uint32_t	mask;
	Key		   *keys;
	uint32_t	key_count;
	uint32_t	key_capacity;
	uint32_t	entity_capacity;
	Bearer	   *bearers;		/* of each entity */
	uint32_t	bearer_capacity;
	Entry	   *entries;		/* in the order of the text */
	uint32_t	entry_count;
	uint32_t	entry_capacity;
} Index;

/* ---- words ---- */

/*
 * A word that is in the lexicon is known by its entry, which is one for every way to print the word.
 * With its last bit turned, for without it the key would be that of a text of one or two bytes.
 */
static uint64_t
listed_key(uint32_t word)
{
	return nq_hash_piece(word) ^ 1;
}

/* The key of the text so far and of a further piece after it. */
static uint64_t
add_to_key(uint64_t so_far, const char *text, uint32_t length, const char *limit)
{
	uint64_t	piece = nq_hash(text, length, limit);

	return so_far == 0 ? piece : nq_hash_piece(nq_fold_piece(piece, so_far));
}

/* The key of letters that are no token. */
static uint64_t
key_of_letters(const Lexicon *lexicon, const char *letters, uint32_t length)
{
	uint32_t	word = nq_lookup(lexicon, letters, length, letters + length);

	return nq_is_listed(lexicon, word) ? listed_key(word) : nq_hash(letters, length, letters + length);
}

/* Bytes of the apostrophe within a word at p, curly or straight; 0 when none stands there. */
static uint32_t
apostrophe_at(const char *p, const char *end)
{
	if (*p == '\'')
		return 1;
	return end - p >= 3 && memcmp(p, "\xe2\x80\x99", 3) == 0 ? 3 : 0;
}

/* The key of a word in which curly apostrophes may stand: as if they were straight. */
static uint64_t
key_of_plain_text(const char *p, const char *end)
{
	char		plain[LEXICON_KEY_BYTES] = {0};
	uint32_t	length = 0;
	uint64_t	key = 0;

	while (p < end)
	{
		uint32_t	apostrophe = apostrophe_at(p, end);

		if (length == sizeof(plain))
		{
			key = add_to_key(key, plain, length, plain + length);
			length = 0;
		}
		plain[length++] = (char) (apostrophe > 0 ? '\'' : *p);
		p += apostrophe > 0 ? apostrophe : 1;
	}
	return add_to_key(key, plain, length, plain + length);
}

/* The key of a word; O'Neill has one whichever apostrophe it is printed with. */
static uint64_t
word_key(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *p = doc->text + token->start;

	if (nq_is_listed(doc->lexicon, token->word))
		return listed_key(token->word);
	if (token->length > LEXICON_KEY_BYTES || memchr(p, 0xe2, token->length) != NULL)
		return key_of_plain_text(p, p + token->length);
	return nq_hash(p, token->length, doc->text + doc->length);
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

	if (nq_is_listed(doc->lexicon, x->word) || nq_is_listed(doc->lexicon, y->word))
		return x->word == y->word;
	return is_same_text(doc, x, y);
}

/* An initial and a word that begins with it, or a nickname and its full form. */
static bool
forenames_agree(const Document *doc, const Forename *a, const Forename *b)
{
	uint16_t	lemma;

	if (a->key == b->key)
		return true;
	if (a->is_initial || b->is_initial)
		return (doc->text[a->start] | 0x20) == (doc->text[b->start] | 0x20);
	lemma = doc->lexicon->words[a->word].lemma;
	return lemma != 0 && lemma == doc->lexicon->words[b->word].lemma;
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

/* The forename, or NONE for a standalone surname, with or without its particles. */
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
name_words(const Mention *mention)
{
	return mention->name_last - mention->name_first;
}

static Forename
forename_at(const Document *doc, uint32_t i, uint64_t key)
{
	const Token *token = token_at(doc, i);

	return (Forename) {
		.key = key, .start = token->start, .word = token->word, .is_initial = (token->flags & TOKEN_INITIAL) != 0
	};
}

static Name
name_of(const Document *doc, const Entry *entry)
{
	const Mention *mention = &doc->mentions[entry->mention];
	uint32_t	first = mention->name_first;
	uint32_t	last = mention->name_last - 1;
	uint32_t	surname = surname_of(doc, mention);

	return (Name) {
		.first = forename_at(doc, first, surname == first ? entry->surname : word_key(doc, first)),
		.words = name_words(mention),
		.up_to_surname = surname + 1 - first,
		.bytes = token_end(token_at(doc, last)) - token_at(doc, first)->start,
		.type = mention->type,
		.has_forename = forename_before(doc, mention, surname) != NONE,
		.is_listed = token_has(doc, first, WC_FORENAME),
		.is_addressed = entry->is_addressed,
		.shouts = (token_at(doc, last)->flags & TOKEN_UPPER) != 0,
		.is_event = token_has(doc, last, WC_SITEWORD | WC_EVENTWORD)
	};
}

static bool
is_personal(uint8_t type)
{
	return type == TYPE_PERSON || type == TYPE_UNKNOWN;
}

/* ---- the index ---- */

static uint32_t
hash_of(uint64_t word)
{
	return (uint32_t) (word >> 32);
}

static bool
put_key(Index *index, uint64_t word, uint32_t entity, KeyKind kind)
{
	Key		   *key;
	uint32_t	hash = hash_of(word);
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
	return count < 2 || put_key(index, key_of_letters(doc->lexicon, letters, count), entity, KEY_ACRONYM);
}

static bool
put_keys(Index *index, uint32_t number)
{
	const Document *doc = index->doc;
	const Entity *entity = &doc->entities[number];
	const Name *name = &index->bearers[number].fullest;

	if (!put_key(index, index->bearers[number].surname, number, KEY_SURNAME))
		return false;
	if (name->words < 2)
		return true;
	if (is_personal(entity->type))
		return entity->forename == NONE || put_key(index, name->first.key, number, KEY_FORENAME);
	return put_key(index, name->first.key, number, KEY_ORGANISATION) &&
		put_acronym(index, number, &doc->mentions[entity->mention]);
}

/* "Governor Hall", "Tom Hale, the sheriff": what "the governor" and "the sheriff" will mean. */
static void
note_role(const Document *doc, Entity *entity, const Mention *mention)
{
	if (mention->role != NONE && !token_has(doc, mention->role, WC_HONORIFIC))
		entity->role = mention->role;
	else if (entity->role == NONE && mention->appositive != NONE && doc->mentions[mention->appositive].kind == MENTION_NOMINAL)
		entity->role = doc->mentions[mention->appositive].head;
}

static bool
new_entity(Index *index, const Entry *entry, const Name *name)
{
	Document   *doc = index->doc;
	Mention    *mention = &doc->mentions[entry->mention];
	Entity	   *entity;

	if (!nq_reserve(doc->arena, (void **) &doc->entities, &index->entity_capacity, doc->entity_count, sizeof(Entity)) ||
		!nq_reserve(doc->arena, (void **) &index->bearers, &index->bearer_capacity, doc->entity_count, sizeof(Bearer)))
		return fail(doc, NQ_NO_MEMORY);
	entity = &doc->entities[doc->entity_count];
	entity->mention = entry->mention;
	entity->mentions = 1;
	entity->surname = mention->name_first + name->up_to_surname - 1;
	entity->forename = name->has_forename ? mention->name_first : NONE;
	entity->type = mention->type;
	entity->gender = mention->gender;
	entity->role = NONE;
	note_role(doc, entity, mention);
	index->bearers[doc->entity_count] = (Bearer) {entry->surname, name->first, *name, NONE};
	mention->entity = doc->entity_count++;
	return put_keys(index, mention->entity);
}

/* ---- names of several words ---- */

/* "Crooked Hillary Clinton" is no fuller than "Hillary Clinton": what it has more is no forename. */
static bool
has_odd_front(const Name *longer, const Name *shorter)
{
	return is_personal(longer->type) && shorter->words >= 2 && longer->words > shorter->words &&
		shorter->is_listed && !longer->is_listed && !longer->first.is_initial;
}

/* More words; as many, but not in capitals; or longer ones: Kenneth for Ken. */
static bool
is_fuller(const Name *name, const Name *known)
{
	if (has_odd_front(name, known))
		return false;
	if (has_odd_front(known, name) || name->words > known->words)
		return true;
	if (name->words < known->words || name->shouts)
		return false;
	return known->shouts || name->bytes > known->bytes;
}

static void
join_entity(Index *index, uint32_t this, const Name *name, uint32_t number)
{
	Document   *doc = index->doc;
	Entity	   *entity = &doc->entities[number];
	Bearer	   *bearer = &index->bearers[number];
	Mention    *mention = &doc->mentions[this];

	mention->entity = number;
	entity->mentions++;
	if (is_fuller(name, &bearer->fullest))
	{
		entity->mention = this;
		bearer->fullest = *name;
		if (entity->forename == NONE || is_personal(mention->type))
		{
			entity->forename = name->has_forename ? mention->name_first : NONE;
			bearer->forename = name->first;
		}
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
ends_name(const Document *doc, const Mention *shorter, uint32_t shorter_words, const Mention *longer, uint32_t longer_words)
{
	uint32_t	a;
	uint32_t	b;

	if (shorter_words >= longer_words)
		return false;
	a = shorter->name_first + shorter_words;
	b = longer->name_first + longer_words;
	while (a > shorter->name_first)
		if (!nq_same_word(doc, --a, --b))
			return false;
	return true;
}

/* Whether the words of the one name are in the other one, whichever is the longer. */
static bool
words_agree(const Document *doc, const Mention *mention, const Name *name, const Mention *known, const Name *known_name)
{
	/* Most names have two words. */
	if (name->words == 2 && known_name->words == 2 && name->up_to_surname == 2 && known_name->up_to_surname == 2)
		return name->first.key == known_name->first.key;
	return name->words < known_name->words ? words_within(doc, mention, known) : words_within(doc, known, mention);
}

/* Whether a name and an entity with the same last word may be one: their other words agree. */
static bool
is_same_bearer(const Index *index, const Entry *entry, const Name *name, uint32_t number)
{
	const Document *doc = index->doc;
	const Entity *entity = &doc->entities[number];
	const Bearer *bearer = &index->bearers[number];
	const Name *fullest = &bearer->fullest;
	const Mention *mention = &doc->mentions[entry->mention];
	const Mention *known = &doc->mentions[entity->mention];

	if (is_personal(mention->type) && is_personal(entity->type))
	{
		if (name->has_forename && (ends_name(doc, mention, name->up_to_surname, known, fullest->up_to_surname) ||
								   ends_name(doc, known, fullest->up_to_surname, mention, name->up_to_surname)))
			return true;
		if (mention->gender != GENDER_UNKNOWN && entity->gender != GENDER_UNKNOWN && mention->gender != entity->gender)
			return false;
		/* A name with particles and no forename: van der Meer. */
		return !name->has_forename || entity->forename == NONE || forenames_agree(doc, &name->first, &bearer->forename);
	}
	return words_agree(doc, mention, name, known, fullest);
}

static bool
link_long_name(Index *index, const Entry *entry)
{
	Name		name;
	uint32_t	hash = hash_of(entry->surname);
	uint32_t	steps = 0;

	if (entry->is_short)
		return true;
	name = name_of(index->doc, entry);
	for (uint32_t k = index->slots[hash & index->mask]; k != NONE && steps < CHAIN_REACH; k = index->keys[k].next)
	{
		const Key  *key = &index->keys[k];

		steps++;
		if (key->hash == hash && key->kind == KEY_SURNAME && index->bearers[key->entity].surname == entry->surname &&
			is_same_bearer(index, entry, &name, key->entity))
		{
			join_entity(index, entry->mention, &name, key->entity);
			return true;
		}
	}
	return new_entity(index, entry, &name);
}

/* ---- names of one word ---- */

/* Of two who share a surname: who was named last, unless the other is named far more often. */
static uint32_t
prominence(const Index *index, uint32_t number)
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
	return token_does(doc, mention->role, FN_FORENAME_TITLE);
}

static bool
after_the(const Document *doc, const Mention *mention)
{
	return mention->name_first > 0 && token_does(doc, mention->name_first - 1, FN_DEFINITE);
}

/* How well an entity explains a name of one word, if a surname whose hash is the same is the same; 0: not at all. */
static uint32_t
fitness(const Index *index, const Entry *entry, const Key *key)
{
	const Document *doc = index->doc;
	const Mention *mention = &doc->mentions[entry->mention];
	const Entity *entity = &doc->entities[key->entity];
	const Bearer *bearer = &index->bearers[key->entity];
	bool		titled = mention->role != NONE;
	uint32_t	word = surname_of(doc, mention);

	if (has_gender(mention->gender) && has_gender(entity->gender) && mention->gender != entity->gender &&
		(titled || (key->kind == KEY_SURNAME && !token_has(doc, word, WC_FORENAME))))
		return 0;
	switch ((KeyKind) key->kind)
	{
		case KEY_SURNAME:
			if (is_personal(entity->type) && (entity->forename != NONE || bearer->fullest.is_addressed))
				return 100 + prominence(index, key->entity);
			if (entity->forename == NONE)
				return 1;
			/* "the Times": the New York Times */
			return !titled && token_has(doc, word, WC_OUTLET) && after_the(doc, mention) ? 60 : 0;
		case KEY_FORENAME:
			if (entity->forename == NONE || (titled && !is_knighted(doc, mention)) || entry->surname != bearer->forename.key)
				return 0;
			return 50;
		case KEY_ORGANISATION:
			if (titled || entry->surname != bearer->fullest.first.key || mention->type == TYPE_PERSON ||
				token_has(doc, word, WC_DEMONYM | WC_COUNTRY | WC_PLACE | WC_ORG | WC_OUTLET))
				return 0;
			return token_has(doc, word, WC_FORENAME) || bearer->fullest.is_event ? 0 : 20;
		case KEY_ACRONYM:
			return (token_at(doc, word)->flags & TOKEN_UPPER) != 0 && !titled ? 30 : 0;
	}
	return 0;
}

static bool
link_short_name(Index *index, const Entry *entry)
{
	Name		name = name_of(index->doc, entry);
	uint32_t	hash = hash_of(entry->surname);
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
	if (chosen == NULL ||
		(chosen->kind == KEY_SURNAME && entry->surname != index->bearers[chosen->entity].surname))
		return new_entity(index, entry, &name);
	join_entity(index, entry->mention, &name, chosen->entity);
	return true;
}

/* A surname without a forename, its particles aside; or any other single word. */
static bool
is_short(const Document *doc, const Mention *mention, uint32_t surname)
{
	return surname == mention->name_first ||
		(is_personal(mention->type) && forename_before(doc, mention, surname) == NONE);
}

/* A forename alone counts as a mention of its bearers, before it is decided who the surnames mean. */
static bool
count_forename(Index *index, const Entry *entry)
{
	Document   *doc = index->doc;
	const Mention *mention = &doc->mentions[entry->mention];
	uint32_t	hash;
	uint32_t	steps = 0;

	if (!entry->is_forename)
		return true;
	hash = hash_of(word_key(doc, mention->name_first));
	for (uint32_t k = index->slots[hash & index->mask]; k != NONE && steps < CHAIN_REACH; k = index->keys[k].next, steps++)
		if (index->keys[k].hash == hash && index->keys[k].kind == KEY_FORENAME)
			doc->entities[index->keys[k].entity].mentions++;
	return true;
}

/* A capitalised noun by itself may be a surname. */
static bool
may_be_surname(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && mention->last == mention->first + 1 && !mention->plural &&
		(token_at(doc, mention->first)->flags & TOKEN_CAPITAL) != 0;
}

/* "Weaver said": a capitalised noun that is a surname here; "Ban said": or the first name of Ban Ki-moon, his family's. */
static bool
is_surname_here(Index *index, const Entry *entry)
{
	const Document *doc = index->doc;
	uint32_t	hash = hash_of(entry->surname);
	uint32_t	steps = 0;

	for (uint32_t k = index->slots[hash & index->mask]; k != NONE && steps < CHAIN_REACH; k = index->keys[k].next, steps++)
	{
		const Key  *key = &index->keys[k];
		const Entity *entity = &doc->entities[key->entity];
		const Bearer *bearer = &index->bearers[key->entity];

		if (key->hash != hash || entity->type != TYPE_PERSON || entity->forename == NONE)
			continue;
		if (key->kind == KEY_SURNAME && entry->surname == bearer->surname)
			return true;
		if (key->kind == KEY_FORENAME && entry->surname == bearer->forename.key &&
			!token_has(doc, doc->mentions[entry->mention].first, WC_FORENAME))
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
	uint32_t	surname = mention->first;
	Entry		entry = {.mention = number, .is_short = true};

	if (mention->kind == MENTION_NAME)
	{
		surname = surname_of(doc, mention);
		entry.is_name = true;
		entry.is_short = is_short(doc, mention, surname);
		entry.is_addressed = is_addressed(doc, mention);
		entry.is_forename = entry.is_short && mention->role == NONE && token_has(doc, mention->name_first, WC_FORENAME);
	}
	entry.surname = word_key(doc, surname);
	return entry;
}

static bool
list_entries(Index *index)
{
	Document   *doc = index->doc;

	index->entry_capacity = doc->mention_count / 4 * 3;
	for (uint32_t i = 0; i < doc->mention_count; i++)
	{
		const Mention *mention = &doc->mentions[i];

		if (!check_interrupts(doc, i, EVERY_4096))
			return false;
		if (mention->kind != MENTION_NAME && !may_be_surname(doc, mention))
			continue;
		if (!nq_reserve(doc->arena, (void **) &index->entries, &index->entry_capacity, index->entry_count, sizeof(Entry)))
			return fail(doc, NQ_NO_MEMORY);
		index->entries[index->entry_count++] = entry_of(doc, i);
	}
	index->entity_capacity = index->bearer_capacity = index->key_capacity = index->entry_count / 2;
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
		return fail(index->doc, NQ_NO_MEMORY);
	memset(index->slots, 0xff, slots * sizeof(uint32_t));
	index->mask = slots - 1;
	return true;
}

/* Calls a function for each entry, as long as it returns true. */
static bool
for_each_entry(Index *index, bool (*function) (Index *index, const Entry *entry))
{
	for (uint32_t e = 0; e < index->entry_count; e++)
		if (!check_interrupts(index->doc, e, EVERY_4096) || !function(index, &index->entries[e]))
			return false;
	return true;
}

static bool
link_addressed(Index *index, const Entry *entry)
{
	return !entry->is_short || !entry->is_addressed || link_short_name(index, entry);
}

static bool
link_in_order(Index *index, const Entry *entry)
{
	Mention    *mention = &index->doc->mentions[entry->mention];

	if (!entry->is_name)
	{
		if (!is_surname_here(index, entry))
			return true;
		make_name_of(mention);
	}
	if (!entry->is_short)
		index->bearers[mention->entity].last_named = entry->mention;
	else if (!entry->is_addressed)
		return link_short_name(index, entry);
	return true;
}

static void
drop_index(Index *index)
{
	Arena	   *arena = index->doc->arena;

	nq_arena_drop(arena, index->bearers);
	nq_arena_drop(arena, index->keys);
	nq_arena_drop(arena, index->slots);
	nq_arena_drop(arena, index->entries);
}

bool
nq_link_names(Document *doc)
{
	Index		index = {.doc = doc};

	/* "Mr. Hale" and "Ms. Hale" come before "Hale": the honorific gives the gender of the bearer. */
	if (!list_entries(&index) || !make_slots(&index) ||
		!for_each_entry(&index, link_long_name) ||
		!for_each_entry(&index, count_forename) ||
		!for_each_entry(&index, link_addressed) ||
		!for_each_entry(&index, link_in_order))
		return false;
	drop_index(&index);
	return true;
}
