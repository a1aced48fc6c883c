/*
 * entity_linking.c
 *	  Names to entities: which of the names in an article have one bearer.
 *
 * Names of several words are linked first, in the order of the text.  Two of them name the same person
 *
 *	- when their last words agree and their first words do not contradict each other: Joseph and Joe, J. and Joseph;
 *	- when the words of one are a part of the other without a gap: Mario Rojas and Mario Rojas Pinto;
 *	- when they have the same two words in the other order;
 *	- when only one letter of a long surname differs.
 *
 * Two of them name the same organisation when the longer one has all words of the shorter one and ends like it, or
 * goes on after it with a preposition: the Rivers Council for Clean Water.
 *
 * Names of one word are linked next.  Such a word may be any word of a person's name, an acronym, or the first word
 * of an organisation's name.  A word that is none of these makes an entity of its own.
 *
 * When several persons have a surname, it means the one whose full name was printed last; a person who is named
 * more often counts as named later (PROMINENCE_MENTIONS).  A person who is introduced as somebody's relation ("her husband, Max Lund") does
 * not take a surname over from those who had it before.
 *
 * Time is linear: names are looked up by their words in a hash table, and at most CHAIN_REACH entries of a chain are
 * compared.  Bearer keeps what a comparison needs of an entity.
 */
#include "core/entities/entity_linking.h"
#include "core/base/bounds.h"
#include "core/entities/evidence.h"
#include "core/entities/name_words.h"
#include "core/lexical/word_properties.h"
#include "core/stages.h"

#include <string.h>

/* The most entities with one word in their names that a name is compared with. */
#define CHAIN_REACH 16

/* The words of a name that are compared. */
#define NAME_WORDS_MAX 8

/* A person who is named twice as often counts as named this many mentions later. */
#define PROMINENCE_MENTIONS 150

/* The longest run of initials without full stops, in bytes. */
#define INITIALS_BYTES 3

/* From this margin on, the tagger is believed that a word is no part of a person's name: see document.h. */
#define TRUSTED_MARGIN 32

/* The letters of an acronym that are compared. */
#define ACRONYM_LETTERS 16

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

typedef struct Key
{
	uint64_t	word;			/* see nq_word_key() */
	uint32_t	entity;
	uint32_t	next;			/* key of the same slot, or NONE */
	uint8_t		kind;
} Key;

/* A name, or a capitalised noun that may be a surname. */
typedef struct Entry
{
	uint64_t	surname;		/* its key: see nq_word_key() */
	uint32_t	mention;
	bool		is_name;
	bool		is_short;		/* one word, its particles aside: see is_short() */
	bool		is_addressed;	/* Mr. Obama */
	bool		is_forename;	/* a forename, by itself and without a title */
} Entry;

/* The parts of a name that comparisons look at. */
typedef struct Name
{
	uint32_t	mention;
	uint32_t	first;			/* token of its first word */
	uint32_t	surname;		/* token of its last word, suffixes aside */
	uint32_t	words;			/* tokens, suffixes among them */
	uint32_t	count;			/* of keys */
	uint32_t	particles;		/* a bit for each key of a particle's */
	uint64_t	keys[NAME_WORDS_MAX];	/* of its words up to the surname; of a longer name, the first ones and the surname */
	bool		is_person;		/* or may be */
	bool		has_forename;	/* its first word is a forename, by position */
	bool		all_caps;		/* its last word is printed in capitals */
} Name;

/* What linking knows of an entity, besides what the stage writes. */
typedef struct Bearer
{
	uint32_t	words;			/* of its fullest name, NAME_WORDS_MAX at most */
	uint32_t	introduced;		/* the first mention by a full name, or by any where there is none */
	uint32_t	last_named;		/* the latest mention by a full name before the one that is being linked, or NONE */
	bool		is_addressed;	/* by an honorific, where the name has one word */
	bool		is_kin;			/* introduced as somebody's relation: her husband, Max Lund */
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

static bool
is_personal(uint8_t type)
{
	return type == TYPE_PERSON || type == TYPE_UNKNOWN;
}

static bool
has_gender(uint8_t gender)
{
	return gender == GENDER_MALE || gender == GENDER_FEMALE;
}

static bool
is_gender_other(uint8_t a, uint8_t b)
{
	return has_gender(a) && has_gender(b) && a != b;
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

static bool
is_particle(const Document *doc, uint32_t i)
{
	return token_has(doc, i, WC_PARTICLE) && !token_has(doc, i, WC_FORENAME);
}

/* The forename, or NONE for a standalone surname, with or without its particles. */
static uint32_t
forename_before(const Document *doc, const Mention *mention, uint32_t surname)
{
	if (surname == mention->name_first || is_particle(doc, mention->name_first))
		return NONE;
	return mention->name_first;
}

static void
add_word(const Document *doc, Name *name, uint32_t i)
{
	if (!is_word(doc, i) && token_at(doc, i)->kind != TOKEN_HANDLE)
		return;
	/* The last place is the surname's. */
	if (name->count == NAME_WORDS_MAX)
		name->count--;
	name->particles &= ~(1u << name->count);
	if (is_particle(doc, i))
		name->particles |= 1u << name->count;
	name->keys[name->count++] = nq_word_key(doc, i);
}

static void
read_name(const Document *doc, uint32_t number, Name *name)
{
	const Mention *mention = &doc->mentions[number];

	memset(name, 0, sizeof(*name));
	name->mention = number;
	name->first = mention->name_first;
	name->surname = surname_of(doc, mention);
	name->words = mention->name_last - mention->name_first;
	name->is_person = is_personal(mention->type);
	name->has_forename = forename_before(doc, mention, name->surname) != NONE;
	name->all_caps = (token_at(doc, mention->name_last - 1)->flags & TOKEN_UPPER) != 0;
	for (uint32_t i = name->first; i <= name->surname; i++)
		add_word(doc, name, i);
}

/* "J." and "J.K."; "JK" as well */
static bool
is_initial(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	return (token->flags & TOKEN_INITIAL) != 0 ||
		((token->flags & TOKEN_CAPITAL) != 0 && token->length <= INITIALS_BYTES && !token_has(doc, i, WC_FORENAME) &&
		 (token->length == 1 || (token->flags & TOKEN_UPPER) != 0));
}

/* An initial and a word that begins with it, or a nickname and its full form. */
static bool
forenames_agree(const Document *doc, uint32_t a, uint32_t b)
{
	const Token *x = token_at(doc, a);
	const Token *y = token_at(doc, b);
	uint16_t	lemma;

	if (is_initial(doc, a) || is_initial(doc, b))
		return (doc->text[x->start] | 0x20) == (doc->text[y->start] | 0x20);
	lemma = doc->lexicon->words[x->word].lemma;
	if (lemma != 0 && lemma == doc->lexicon->words[y->word].lemma)
		return true;
	return nq_word_key(doc, a) == nq_word_key(doc, b);
}

/* The number of words that are no particles. */
static uint32_t
content_words(const Name *name)
{
	return name->count - (uint32_t) count_bits(name->particles);
}

/* ---- comparisons of names ---- */

/* Whether all words of the shorter name stand in the longer one, in order, particles aside. */
static bool
words_within(const Name *shorter, const Name *longer)
{
	uint32_t	k = 0;

	for (uint32_t i = 0; i < shorter->count; i++)
	{
		if ((shorter->particles >> i & 1) != 0)
			continue;
		while (k < longer->count && shorter->keys[i] != longer->keys[k])
			k++;
		if (k++ >= longer->count)
			return false;
	}
	return true;
}

/* Whether the longer name has the shorter one's words without a gap, the first of them at "from"; particles aside. */
static bool
words_from(const Name *shorter, const Name *longer, uint32_t from)
{
	uint32_t	k = from;

	for (uint32_t i = 0; i < shorter->count; i++)
	{
		if ((shorter->particles >> i & 1) != 0)
			continue;
		while (k < longer->count && (longer->particles >> k & 1) != 0)
			k++;
		if (k >= longer->count || shorter->keys[i] != longer->keys[k++])
			return false;
	}
	return true;
}

/* "Max Lund Radio": whether a last word is no part of a person's name. */
static bool
is_odd_word(const Document *doc, uint32_t i)
{
	return (token_at(doc, i)->flags & TOKEN_UPPER) != 0 || token_has(doc, i, WC_ORG | WC_ORGWORD | FUNCTION_WORDS | WC_ADV | WC_TIME);
}

/* "Suu Kyi" and "Aung San" in "Aung San Suu Kyi": a part of it, of two words or more. */
static bool
is_part(const Document *doc, const Name *shorter, const Name *longer)
{
	if (content_words(shorter) < 2 || content_words(shorter) >= content_words(longer))
		return false;
	for (uint32_t from = longer->count; from-- > 0;)
		if (words_from(shorter, longer, from))
			return from + shorter->count == longer->count || !is_odd_word(doc, longer->surname);
	return false;
}

/* "Kwon Min-su" and "Min-su Kwon" */
static bool
is_turned_round(const Name *a, const Name *b)
{
	return a->count == 2 && b->count == 2 && a->keys[0] == b->keys[1] && a->keys[1] == b->keys[0];
}

/* "Otto Brandner" and "Otto Brandnner": all words but the surname agree, and one surname has a letter more. */
static bool
is_misprinted(const Document *doc, const Name *a, const Name *b)
{
	if (a->count != b->count || a->count < 2)
		return false;
	for (uint32_t i = 0; i + 1 < a->count; i++)
		if (a->keys[i] != b->keys[i])
			return false;
	/* Another letter tells two people apart. */
	return nq_is_misprint(doc, a->surname, b->surname, false);
}

/* "George W. Lund" is not "George H. Lund". */
static bool
has_other_initial(const Document *doc, const Name *a, const Name *b)
{
	uint32_t	x = a->first + 1;
	uint32_t	y = b->first + 1;

	if (a->count < 3 || b->count < 3 || (!is_initial(doc, x) && !is_initial(doc, y)))
		return false;
	return (doc->text[token_at(doc, x)->start] | 0x20) != (doc->text[token_at(doc, y)->start] | 0x20);
}

static bool
is_same_person(const Document *doc, const Name *name, const Name *known)
{
	uint8_t		gender = doc->mentions[name->mention].gender;
	uint8_t		known_gender = doc->mentions[known->mention].gender;

	if (name->has_forename && known->has_forename && (is_part(doc, name, known) || is_part(doc, known, name)))
		return true;
	if (name->keys[name->count - 1] != known->keys[known->count - 1])
		return is_turned_round(name, known);
	if (is_gender_other(gender, known_gender) || has_other_initial(doc, name, known))
		return false;
	/* A name with particles and no forename: van der Meer. */
	return !name->has_forename || !known->has_forename || forenames_agree(doc, name->first, known->first);
}

/* "The Rivers Council" and "the Rivers Council for Clean Water": a preposition or comma follows in the longer name. */
static bool
goes_on_with_connector(const Document *doc, const Name *shorter, const Name *longer)
{
	const Mention *mention = &doc->mentions[longer->mention];
	uint32_t	next = mention->name_first + shorter->words;

	return next < mention->name_last && words_from(shorter, longer, 0) && shorter->count >= 2 &&
		(token_has(doc, next, WC_PREP) || token_at(doc, next)->kind == TOKEN_COMMA);
}

static bool
is_same_body(const Document *doc, const Name *name, const Name *known)
{
	const Name *shorter = name->words < known->words ? name : known;
	const Name *longer = name->words < known->words ? known : name;

	if (shorter->keys[shorter->count - 1] == longer->keys[longer->count - 1])
		return words_within(shorter, longer);
	return goes_on_with_connector(doc, shorter, longer);
}

static bool
is_same_bearer(const Document *doc, const Name *name, uint32_t entity)
{
	Name		known;

	read_name(doc, doc->entities[entity].mention, &known);
	if (name->count == 0 || known.count == 0)
		return false;
	if (name->is_person && known.is_person)
		return is_same_person(doc, name, &known);
	return is_same_body(doc, name, &known);
}

/* ---- the index ---- */

static uint32_t
slot_of(const Index *index, uint64_t word)
{
	return (uint32_t) (word >> 32) & index->mask;
}

/* The next key of a word, from one on; NONE when there is none within reach. */
static uint32_t
next_key(const Index *index, uint64_t word, uint32_t k, uint32_t *steps)
{
	while (k != NONE && (*steps)++ < CHAIN_REACH)
	{
		if (index->keys[k].word == word)
			return k;
		k = index->keys[k].next;
	}
	return NONE;
}

/* NOLINTBEGIN(bugprone-macro-parentheses): k and steps are declared by it */
#define FOR_EACH_KEY(index, wanted, k, steps) \
	for (uint32_t steps = 0, k = next_key(index, wanted, (index)->slots[slot_of(index, wanted)], &steps); k != NONE; \
		 k = next_key(index, wanted, (index)->keys[k].next, &steps))
/* NOLINTEND(bugprone-macro-parentheses) */

static bool
has_key(const Index *index, uint64_t word, uint32_t entity, KeyKind kind)
{
	FOR_EACH_KEY(index, word, k, steps)
	{
		if (index->keys[k].entity == entity && index->keys[k].kind == kind)
			return true;
	}
	return false;
}

static bool
put_key(Index *index, uint64_t word, uint32_t entity, KeyKind kind)
{
	Key		   *key;
	uint32_t   *slot = &index->slots[slot_of(index, word)];

	if (has_key(index, word, entity, kind))
		return true;
	if (!nq_reserve(index->doc->arena, (void **) &index->keys, &index->key_capacity, index->key_count, sizeof(Key)))
		return fail(index->doc, NQ_NO_MEMORY);
	key = &index->keys[index->key_count];
	*key = (Key) {word, entity, *slot, (uint8_t) kind};
	*slot = index->key_count++;
	return true;
}

/* The initials of a name's words; of the capitalised ones alone if so wanted.  Returns how many. */
static uint32_t
initials_of(const Document *doc, const Mention *mention, bool capitals, char *letters)
{
	uint32_t	count = 0;

	for (uint32_t i = mention->name_first; i < mention->name_last && count < ACRONYM_LETTERS; i++)
		if (is_word(doc, i) && (!capitals || (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0))
			letters[count++] = nq_initial(doc, i);
	return count;
}

/* "The Lindby Harbour Trust (LiHa)": a word in a bracket after a body's name, with its first letter; NONE for none. */
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

/* DJ and DOJ, of Department of Justice; or what stands in a bracket after it. */
static bool
put_acronyms(Index *index, uint32_t entity, const Mention *mention)
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

/* The words that may stand for a person. */
static bool
put_words(Index *index, uint32_t entity, const Name *name)
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
put_keys(Index *index, uint32_t entity, const Name *name)
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

/* "Governor Hall", "Tom Hale, the sheriff": what "the governor" and "the sheriff" will mean. */
static void
note_role(const Document *doc, Entity *entity, const Mention *mention)
{
	if (mention->role != NONE && !token_has(doc, mention->role, WC_HONORIFIC))
		entity->role = mention->role;
	else if (entity->role == NONE && mention->appositive != NONE && doc->mentions[mention->appositive].kind == MENTION_NOMINAL)
		entity->role = doc->mentions[mention->appositive].head;
}

/* "Her husband, Max Lund", "his son Max Lund" */
static bool
is_kin(const Document *doc, const Mention *mention)
{
	if (mention->role != NONE && token_has(doc, mention->role, WC_KIN))
		return true;
	return mention->appositive != NONE && token_has(doc, doc->mentions[mention->appositive].head, WC_KIN);
}

static bool
new_entity(Index *index, const Entry *entry)
{
	Document   *doc = index->doc;
	Mention    *mention = &doc->mentions[entry->mention];
	Entity	   *entity;
	Name		name;

	if (!nq_reserve(doc->arena, (void **) &doc->entities, &index->entity_capacity, doc->entity_count, sizeof(Entity)) ||
		!nq_reserve(doc->arena, (void **) &index->bearers, &index->bearer_capacity, doc->entity_count, sizeof(Bearer)))
		return fail(doc, NQ_NO_MEMORY);
	read_name(doc, entry->mention, &name);
	entity = &doc->entities[doc->entity_count];
	*entity = (Entity) {
		.mention = entry->mention, .mentions = 1,
		.surname = name.surname, .forename = name.has_forename ? name.first : NONE,
		.role = NONE, .type = mention->type, .gender = mention->gender
	};
	note_role(doc, entity, mention);
	index->bearers[doc->entity_count] = (Bearer) {
		.words = name.count, .introduced = entry->mention, .last_named = NONE,
		.is_addressed = entry->is_addressed, .is_kin = is_kin(doc, mention)
	};
	mention->entity = doc->entity_count++;
	return put_keys(index, mention->entity, &name);
}

/* Whether a word may be a part of a person's name, and not the first one, for all that the tagger knows. */
static bool
goes_on_as_person(const Document *doc, uint32_t i)
{
	return doc->name_tags == NULL || doc->name_tags[i].margin < TRUSTED_MARGIN ||
		(doc->name_tags[i].name_class == NAME_PERSON && !doc->name_tags[i].begins);
}

/* "Page Greta Holm" is no fuller than "Greta Holm", where the tagger has the shorter name begin within the longer one. */
static bool
begins_within(const Document *doc, const Name *longer, const Name *shorter)
{
	if (doc->name_tags == NULL || shorter->count < 2)
		return false;
	for (uint32_t i = longer->first + 1; i < longer->surname; i++)
	{
		/* Robert “Bobby” Scott */
		if (token_at(doc, i)->kind == TOKEN_MARK)
			return false;
		if (nq_word_key(doc, i) == shorter->keys[0])
			return doc->name_tags[i].begins && doc->name_tags[i].name_class == NAME_PERSON;
	}
	return false;
}

/* "Greta Holm Trust" is no fuller than "Greta Holm". */
static bool
has_odd_end(const Document *doc, const Name *longer, const Name *shorter)
{
	return longer->count > shorter->count && longer->keys[longer->count - 1] != shorter->keys[shorter->count - 1] &&
		!goes_on_as_person(doc, longer->surname);
}

/* "The Lund White House" is no fuller than "the White House": a name of several words that is listed is whole. */
static bool
is_whole(const Document *doc, const Name *name)
{
	uint32_t	start = token_at(doc, name->first)->start;
	uint32_t	end = token_end(token_at(doc, doc->mentions[name->mention].name_last - 1));

	return name->words >= 2 &&
		(classes_of(doc->lexicon, nq_lookup(doc->lexicon, doc->text + start, end - start, doc->text + doc->length)) &
		 (WC_SEAT | WC_OUTLET)) != 0;
}

/* A name with words that are none of its bearer's: "Crooked Ann Hale", whose first word is no forename. */
static bool
is_overlong(const Document *doc, const Name *longer, const Name *shorter)
{
	if (longer->words <= shorter->words || shorter->words < 2)
		return false;
	if (is_whole(doc, shorter) && !is_whole(doc, longer))
		return true;
	if (!longer->is_person || is_initial(doc, longer->first))
		return false;
	return begins_within(doc, longer, shorter) || has_odd_end(doc, longer, shorter) ||
		(token_has(doc, shorter->first, WC_FORENAME) && !token_has(doc, longer->first, WC_FORENAME));
}

static uint32_t
bytes_of(const Document *doc, const Name *name)
{
	return token_end(token_at(doc, doc->mentions[name->mention].name_last - 1)) - token_at(doc, name->first)->start;
}

/* More words; as many, but not in capitals; or a longer forename: Kenneth for Ken. */
static bool
is_fuller(const Document *doc, const Name *name, const Name *known)
{
	if (is_overlong(doc, name, known))
		return false;
	if (is_overlong(doc, known, name) || name->words > known->words)
		return true;
	if (name->words < known->words || name->all_caps)
		return false;
	if (known->all_caps)
		return true;
	return name->keys[0] != known->keys[0] && bytes_of(doc, name) > bytes_of(doc, known);
}

/* A fuller name of an entity: its words lead to it as well. */
static bool
take_name(Index *index, uint32_t number, const Name *name)
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

static bool
join_entity(Index *index, uint32_t this, uint32_t number)
{
	Document   *doc = index->doc;
	Entity	   *entity = &doc->entities[number];
	Mention    *mention = &doc->mentions[this];
	Name		name;
	Name		known;

	mention->entity = number;
	entity->mentions++;
	if (entity->type == TYPE_UNKNOWN)
		entity->type = mention->type;
	if (entity->gender == GENDER_UNKNOWN)
		entity->gender = mention->gender;
	note_role(doc, entity, mention);
	/* A name of one word is no fuller than one of several. */
	if (mention->name_last - mention->name_first == 1 &&
		doc->mentions[entity->mention].name_last - doc->mentions[entity->mention].name_first > 1)
		return true;
	read_name(doc, this, &name);
	read_name(doc, entity->mention, &known);
	return !is_fuller(doc, &name, &known) || take_name(index, number, &name);
}

/* ---- names of several words ---- */

/*
 * Whether an entity that shares a word with the name is compared.  Names of the same number of words can agree
 * only when they share the surname, or when the surname of one is the first word of the other.
 */
static bool
may_be_bearer(const Index *index, const Name *name, uint32_t word, const Key *key)
{
	if (key->kind == KEY_ACRONYM || key->kind == KEY_START)
		return false;
	if (index->bearers[key->entity].words != name->count)
		return true;
	return (word + 1 == name->count && (key->kind == KEY_SURNAME || key->kind == KEY_FORENAME)) || (word == 0 && key->kind == KEY_SURNAME);
}

/* The entity that shares a word with the name and is named by it as well; NONE for none. */
static uint32_t
bearer_with_word(const Index *index, const Name *name, uint32_t word)
{
	FOR_EACH_KEY(index, name->keys[word], k, steps)
	{
		const Key  *key = &index->keys[k];

		if (may_be_bearer(index, name, word, key) && is_same_bearer(index->doc, name, key->entity))
			return key->entity;
	}
	return NONE;
}

/* The entity in whose name the surname has a letter more or less; NONE for none. */
static uint32_t
bearer_with_misprint(const Index *index, const Name *name)
{
	const Document *doc = index->doc;
	uint64_t	start = name->is_person && name->count >= 2 ? nq_start_key(doc, name->surname) : 0;

	if (start == 0)
		return NONE;
	FOR_EACH_KEY(index, start, k, steps)
	{
		Name		known;

		if (index->keys[k].kind != KEY_START || index->bearers[index->keys[k].entity].words != name->count)
			continue;
		read_name(doc, doc->entities[index->keys[k].entity].mention, &known);
		if (is_misprinted(doc, name, &known))
			return index->keys[k].entity;
	}
	return NONE;
}

/* The entity that a name of several words names, or NONE. */
static uint32_t
bearer_of(const Index *index, const Name *name)
{
	/* The surname first, for it says most. */
	for (uint32_t i = name->count; i-- > 0;)
	{
		uint32_t	bearer = (name->particles >> i & 1) != 0 ? NONE : bearer_with_word(index, name, i);

		if (bearer != NONE)
			return bearer;
	}
	return bearer_with_misprint(index, name);
}

static bool
link_long_name(Index *index, const Entry *entry)
{
	Name		name;
	uint32_t	bearer;

	if (entry->is_short)
		return true;
	read_name(index->doc, entry->mention, &name);
	bearer = bearer_of(index, &name);
	if (bearer == NONE)
		return new_entity(index, entry);
	return join_entity(index, entry->mention, bearer);
}

/* ---- names of one word ---- */

/* How well a word fits an entity; the entity that it fits best is meant. */
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

/* Of the persons who share a surname, the one with the highest value is meant: see the head of this file. */
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

static uint32_t
surname_fitness(const Index *index, const Mention *mention, uint32_t number)
{
	const Document *doc = index->doc;
	const Entity *entity = &doc->entities[number];
	const Bearer *bearer = &index->bearers[number];
	uint32_t	this = (uint32_t) (mention - doc->mentions);

	if (is_personal(entity->type) && (entity->forename != NONE || bearer->is_addressed))
	{
		/* "Her husband, Max Lund" is not meant by a "Lund" before him. */
		if (bearer->is_kin)
			return bearer->introduced < this ? FIT_KIN : FIT_NONE;
		return FIT_SURNAME + prominence(index, number);
	}
	if (entity->forename == NONE)
		return FIT_BARE;
	/* "the Times": the New York Times */
	return mention->role == NONE && token_has(doc, mention->head, WC_OUTLET) && after_the(doc, mention) ? FIT_OUTLET : FIT_NONE;
}

/* "Charlotte": the name of a town that is somebody's forename here. */
static bool
may_be_forename(const Document *doc, const Mention *mention, uint32_t word, const Entity *entity)
{
	if (is_personal(mention->type))
		return true;
	return entity->type == TYPE_PERSON && token_has(doc, word, WC_FORENAME) && !follows_preposition(doc, mention);
}

/* "Kwon Min-su": a given name of two syllables after the family name. */
static bool
is_family_first(const Document *doc, const Entity *entity)
{
	const Token *last = token_at(doc, entity->surname);
	const char *p = doc->text + last->start;
	const char *hyphen = (last->flags & TOKEN_HYPHEN) != 0 ? memchr(p, '-', last->length) : NULL;

	return entity->forename != NONE && entity->surname == entity->forename + 1 && hyphen != NULL &&
		hyphen + 1 < p + last->length && hyphen[1] >= 'a' && hyphen[1] <= 'z';
}

static uint32_t
forename_fitness(const Index *index, const Mention *mention, uint32_t word, uint32_t number)
{
	const Document *doc = index->doc;
	const Entity *entity = &doc->entities[number];

	if (entity->forename == NONE || !may_be_forename(doc, mention, word, entity))
		return FIT_NONE;
	/* "Lund" is not short for "Lund Truthers". */
	if (!token_has(doc, word, WC_FORENAME) && !goes_on_as_person(doc, entity->surname))
		return FIT_NONE;
	if (is_family_first(doc, entity))
		return FIT_SURNAME + prominence(index, number);
	return mention->role == NONE || is_knighted(doc, mention) ? FIT_FORENAME : FIT_TITLED_FORENAME;
}

static uint32_t
organisation_fitness(const Document *doc, const Mention *mention, uint32_t word, const Entity *entity)
{
	const Mention *fullest = &doc->mentions[entity->mention];

	if (mention->role != NONE || mention->type == TYPE_PERSON || token_has(doc, word, WC_FORENAME) ||
		token_has(doc, word, WC_DEMONYM | WC_COUNTRY | WC_PLACE | WC_ORG | WC_OUTLET) ||
		token_has(doc, fullest->name_last - 1, WC_SITEWORD | WC_EVENTWORD))
		return FIT_NONE;
	return FIT_ORGANISATION;
}

/* The gender of the person, by the title; a word that is listed as a forename may be the surname, and says nothing. */
static uint8_t
gender_of_word(const Document *doc, const Mention *mention, uint32_t word)
{
	if (!token_has(doc, word, WC_FORENAME))
		return mention->gender;
	if (mention->role == NONE || token_has(doc, mention->role, WC_MALE) == token_has(doc, mention->role, WC_FEMALE))
		return GENDER_UNKNOWN;
	return token_has(doc, mention->role, WC_MALE) ? GENDER_MALE : GENDER_FEMALE;
}

/* How well a name of one word fits the entity of a key. */
static uint32_t
fitness(const Index *index, const Entry *entry, const Key *key)
{
	const Document *doc = index->doc;
	const Mention *mention = &doc->mentions[entry->mention];
	const Entity *entity = &doc->entities[key->entity];
	bool		titled = mention->role != NONE;
	uint32_t	word = surname_of(doc, mention);

	if (is_gender_other(gender_of_word(doc, mention, word), entity->gender))
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
			return organisation_fitness(doc, mention, word, entity);
		case KEY_ACRONYM:
			return !titled && ((token_at(doc, word)->flags & TOKEN_UPPER) != 0 || token_at(doc, word)->length > ACRONYM_BYTES) ?
				FIT_ACRONYM : FIT_NONE;
		case KEY_START:
			break;
	}
	return FIT_NONE;
}

/* The entity that a name of one word fits best, or NONE. */
static uint32_t
bearer_of_word(const Index *index, const Entry *entry)
{
	uint32_t	best = FIT_NONE;
	uint32_t	bearer = NONE;

	FOR_EACH_KEY(index, entry->surname, k, steps)
	{
		uint32_t	fit = fitness(index, entry, &index->keys[k]);

		/* The chain begins with the newest entity, so that ">=" prefers the first one in the text. */
		if (fit >= best && fit > FIT_NONE)
		{
			best = fit;
			bearer = index->keys[k].entity;
		}
	}
	return bearer;
}

/* The person whose long surname differs by one letter from the word, or NONE. */
static uint32_t
bearer_of_misprint(const Index *index, const Entry *entry)
{
	const Document *doc = index->doc;
	const Mention *mention = &doc->mentions[entry->mention];
	uint32_t	word = surname_of(doc, mention);
	uint64_t	start;

	if (!is_personal(mention->type) || token_at(doc, word)->kind != TOKEN_WORD)
		return NONE;
	start = nq_start_key(doc, word);
	if (start == 0)
		return NONE;
	FOR_EACH_KEY(index, start, k, steps)
	{
		const Key  *key = &index->keys[k];

		if (key->kind == KEY_START && nq_is_misprint(doc, word, doc->entities[key->entity].surname, true))
			return key->entity;
	}
	return NONE;
}

static bool
link_short_name(Index *index, const Entry *entry)
{
	uint32_t	bearer = bearer_of_word(index, entry);

	if (bearer == NONE)
		bearer = bearer_of_misprint(index, entry);
	if (bearer == NONE)
		return new_entity(index, entry);
	return join_entity(index, entry->mention, bearer);
}

/* A surname without a forename, its particles aside; or any other single word. */
static bool
is_short(const Document *doc, const Mention *mention, uint32_t surname)
{
	return surname == mention->name_first ||
		(is_personal(mention->type) && forename_before(doc, mention, surname) == NONE);
}

/* Counts a forename alone as a mention of everybody who has it; prominence() needs the counts before surnames are linked. */
static bool
count_forename(Index *index, const Entry *entry)
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

/* A capitalised noun by itself may be a surname. */
static bool
may_be_surname(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && mention->last == mention->first + 1 &&
		(token_at(doc, mention->first)->flags & TOKEN_CAPITAL) != 0;
}

/* "Weaver said": whether a capitalised noun is a person's surname here, or the family name that comes first ("Ban Ki-moon"). */
static bool
is_surname_here(Index *index, const Entry *entry)
{
	const Document *doc = index->doc;

	FOR_EACH_KEY(index, entry->surname, k, steps)
	{
		const Key  *key = &index->keys[k];
		const Entity *entity = &doc->entities[key->entity];

		if (entity->type != TYPE_PERSON || entity->forename == NONE)
			continue;
		if (key->kind == KEY_SURNAME ||
			(key->kind == KEY_FORENAME && !token_has(doc, doc->mentions[entry->mention].first, WC_FORENAME)))
			return true;
	}
	return false;
}

/* What mentions.c took for a common noun is a name: see Mention. */
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
	entry.surname = nq_word_key(doc, surname);
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

		if (!check_interrupts(doc, i, EVERY_256))
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
		if (!check_interrupts(index->doc, e, EVERY_4) || !function(index, &index->entries[e]))
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
	return nq_weigh_evidence(doc);
}
