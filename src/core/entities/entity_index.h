/*
 * entity_index.h
 *	  Entities and the words by which they are found, while names are linked.
 *
 * A hash table from the key of a word (nq_word_key()) to the entities that it may name, and as what.
 */
#ifndef NQ_ENTITY_INDEX_H
#define NQ_ENTITY_INDEX_H

#include "core/entities/name_comparison.h"

/* The most entities with one word in their names that a name is compared with. */
#define CHAIN_REACH 16

/* What a word is in the name of its entity. */
typedef enum KeyKind
{
	KEY_SURNAME,
	KEY_FORENAME,				/* the first word of a person's name */
	KEY_INNER,					/* a word between these */
	KEY_ORGANISATION,			/* the first word of its name */
	KEY_ACRONYM,
	KEY_START					/* how a long surname begins */
} KeyKind;

typedef struct EntityKey
{
	uint64_t	word;			/* see nq_word_key() */
	uint32_t	entity;
	uint32_t	next;			/* key of the same slot, or NONE */
	uint8_t		kind;
} EntityKey;

/* A name, or a capitalised noun that may be a surname. */
typedef struct NameEntry
{
	uint64_t	surname;		/* its key: see nq_word_key() */
	uint32_t	mention;
	bool		is_name;
	bool		is_short;		/* one word, its particles aside: see is_short() */
	bool		is_addressed;	/* Mr. Obama */
	bool		is_forename;	/* a forename, by itself and without a title */
	uint8_t		pronoun;		/* of a short name: the gender of the "he" or "she" that goes on about it, or GENDER_UNKNOWN */
} NameEntry;

/* What an article shows of a surname by itself. */
typedef struct SurnameUse
{
	uint64_t	word;			/* its key; 0: of none */
	uint32_t	first;			/* the first mention by it, headlines aside */
	uint16_t	he,
				she;			/* such pronouns that go on about it */
} SurnameUse;

/* What linking knows of an entity, besides what the stage writes. */
typedef struct Bearer
{
	uint32_t	words;			/* of its fullest name, NAME_WORDS_MAX at most */
	uint32_t	introduced;		/* the first mention by a full name, or by any where there is none */
	uint32_t	last_named;		/* the latest mention by a full name before the one that is being linked, or NONE */
	bool		is_addressed;	/* by an honorific, where the name has one word */
	bool		is_kin;			/* introduced as somebody's relation: her husband, Max Lund */
} Bearer;

typedef struct EntityIndex
{
	Document   *doc;
	uint32_t   *slots;			/* newest key of each, or NONE */
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
	SurnameUse *uses;			/* of each slot, of the first word that fell into it */
} EntityIndex;

static inline uint32_t
slot_of(const EntityIndex *index, uint64_t word)
{
	return (uint32_t) (word >> 32) & index->mask;
}

/* The next key of a word, from one on; NONE when there is none within reach. */
uint32_t	nq_next_key(const EntityIndex *index, uint64_t word, uint32_t k, uint32_t *steps);

/* NOLINTBEGIN(bugprone-macro-parentheses): k and steps are declared by it */
#define FOR_EACH_KEY(index, wanted, k, steps) \
	for (uint32_t steps = 0, k = nq_next_key(index, wanted, (index)->slots[slot_of(index, wanted)], &steps); k != NONE; \
		 k = nq_next_key(index, wanted, (index)->keys[k].next, &steps))
/* NOLINTEND(bugprone-macro-parentheses) */

/* Makes an entity of a name.  False when the stage has to stop; so the next function. */
bool		nq_new_entity(EntityIndex *index, const NameEntry *entry);

/* Gives a mention to an entity, whose fullest name it may be. */
bool		nq_join_entity(EntityIndex *index, uint32_t mention, uint32_t entity);

#endif							/* NQ_ENTITY_INDEX_H */
