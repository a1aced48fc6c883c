/*
 * entity_index.h
 *	  Entities and an index of their words, while names are linked.
 *
 * A hash table from the key of a word (nq_word_key()) to the entities that it can name, and the word's part in
 * the name.
 */
#ifndef NQ_ENTITY_INDEX_H
#define NQ_ENTITY_INDEX_H

#include "core/entities/name_comparison.h"

/* The most entities with one word in their names that are compared with a name. */
#define CHAIN_REACH 16

/* The part of a word in the name of its entity. */
typedef enum KeyKind
{
	KEY_SURNAME,
	KEY_FORENAME,				/* the first word of a person's name */
	KEY_INNER,					/* a word between first and last */
	KEY_ORGANISATION,			/* the first word of its name */
	KEY_ACRONYM,
	KEY_START					/* how a long surname begins */
} KeyKind;

typedef struct EntityKey
{
	uint64_t	word;			/* see nq_word_key() */
	uint32_t	entity : 29;
	uint32_t	kind : 3;		/* KeyKind */
	uint32_t	next;			/* key of the same slot, or NONE */
} EntityKey;

_Static_assert(NQ_MAX_ARTICLE / 2 < (size_t) 1 << 29, "an entity has at least two bytes");

/* A name, or a capitalised noun that can be a surname. */
typedef struct NameEntry
{
	uint64_t	surname;		/* its key: see nq_word_key() */
	uint32_t	mention;
	bool		is_name : 1;
	bool		is_short : 1;	/* one word, not counting particles: see is_short() */
	bool		is_addressed : 1;	/* Mr. Obama */
	bool		is_forename : 1;	/* a forename alone, without a title */
	uint8_t		pronoun;		/* of a short name: the gender of the following pronoun about it, or GENDER_UNKNOWN */
} NameEntry;

/* What an article shows of a surname used alone. */
typedef struct SurnameUse
{
	uint64_t	word;			/* its key; 0: unused */
	uint32_t	first;			/* the first mention by it, outside headlines */
	uint16_t	he,
				she;			/* numbers of following pronouns about it */
} SurnameUse;

/* What linking needs to know of an entity, besides the stage's output. */
typedef struct Bearer
{
	uint32_t	words;			/* of its fullest name, at most NAME_WORDS_MAX */
	uint32_t	introduced;		/* the first mention by a full name, or the first mention if there is none */
	uint32_t	last_named;		/* the latest mention by a full name before the current one, or NONE */
	uint32_t	last_subject;	/* the latest mention as a subject: see nq_is_recent_subject(); or NONE */
	bool		is_addressed;	/* by an honorific, if the name has one word */
	bool		is_kin;			/* introduced as a relative: her husband, Max Lund */
} Bearer;

typedef struct EntityIndex
{
	Document   *doc;
	uint32_t   *slots;			/* the newest key of each slot, or NONE */
	uint32_t	mask;
	EntityKey  *keys;
	uint32_t	key_count;
	uint32_t	key_capacity;
	uint32_t	entity_capacity;
	Bearer	   *bearers;		/* of each entity */
	uint32_t	bearer_capacity;
	NameEntry  *entries;		/* in the order of the text */
	uint32_t	entry_count;
	uint32_t	entry_capacity;
	uint32_t   *use_slots;		/* one per slot: the use of the first word hashed to it, or NONE */
	SurnameUse *uses;
	uint32_t	use_count;
	uint32_t	use_capacity;
} EntityIndex;

static inline uint32_t
slot_of(const EntityIndex *index, uint64_t word)
{
	return (uint32_t) (word >> 32) & index->mask;
}

/* Returns the use in the slot of a surname, which may be that of another surname; an empty one if the slot has none. */
static inline const SurnameUse *
use_of(const EntityIndex *index, uint64_t surname)
{
	static const SurnameUse none;
	uint32_t	use = index->use_slots[slot_of(index, surname)];

	return use != NONE ? &index->uses[use] : &none;
}

/* Returns the next key of a word from index k on; NONE if there is none within reach. */
uint32_t	nq_next_key(const EntityIndex *index, uint64_t word, uint32_t k, uint32_t *steps);

/* NOLINTBEGIN(bugprone-macro-parentheses): k and steps are declared by it */
#define FOR_EACH_KEY(index, wanted, k, steps) \
	for (uint32_t steps = 0, k = nq_next_key(index, wanted, (index)->slots[slot_of(index, wanted)], &steps); k != NONE; \
		 k = nq_next_key(index, wanted, (index)->keys[k].next, &steps))
/* NOLINTEND(bugprone-macro-parentheses) */

/* Makes an entity of a name.  Returns false when the stage has to stop; the same holds for the next function. */
bool		nq_new_entity(EntityIndex *index, const NameEntry *entry, const LinkedName *name);

/* Assigns a mention to an entity, whose fullest name it may become. */
bool		nq_join_entity(EntityIndex *index, const NameEntry *entry, uint32_t entity);

/* The entity of the person whose other name a mention is: see aliases.h; NONE if there is none yet. */
uint32_t	nq_bearer_of_alias(const Document *doc, const NameEntry *entry);

/* Whether a word in capitals has the initials of an office, its noun included. */
bool		nq_spells_office(const Document *doc, uint32_t word, uint32_t role);

/*
 * "The CEC" after "Chief Election Commissioner Ann Hale": returns the person whose office, named before the mention, has
 * the letters; NONE if there is none.
 */
uint32_t	nq_bearer_of_office(const EntityIndex *index, uint32_t number);

/* Assigns another name of a person to the entity, which it can name from here on. */
bool		nq_give_alias(EntityIndex *index, const NameEntry *entry, uint32_t entity);

#endif							/* NQ_ENTITY_INDEX_H */
