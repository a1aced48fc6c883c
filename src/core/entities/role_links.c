/*
 * role_links.c
 *	  Chains of mentions with the same role.
 *
 * "Mayor Ann Hale", "Ann Hale, the mayor of Ostby", "Ann Hale is the mayor" and "the mayor" have the same role;
 * "Ann Hale, 46," and "the 46-year-old" the same age.  A role is identified by its noun, or by its family of
 * nouns (equivalents.txt).  A rank before the noun is part of the role: the vice president is not the
 * president.  A description is resolved to the names before it in its chain.
 *
 * One pass over the mentions, with a hash table of the roles' latest links; a chain is followed for at most
 * CHAIN_LINKS steps, so it is linear.
 */
#include "core/entities/role_links.h"

#include <string.h>

#include "core/base/search.h"
#include "core/entities/referents.h"
#include "core/lexical/word_properties.h"
#include "core/stages.h"

/* How many earlier mentions with the same role a description can be linked across. */
#define CHAIN_LINKS 24

/* Makes the key of an age differ from that of a noun. */
#define AGE_KEY UINT64_C(0x9e3779b97f4a7c15)

typedef struct Linker
{
	Document   *doc;
	uint32_t   *slots;			/* the latest link of a key, or NONE; linear probing, at most half full */
	uint32_t	mask;
	uint32_t	capacity;		/* of doc->role_links */
} Linker;

/* ---- keys ---- */

static uint64_t
noun_key(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	uint16_t	lemma = doc->lexicon->words[token->word].lemma;

	if (lemma != 0)
		return nq_hash_piece(lemma);
	if (nq_is_listed(doc->lexicon, token->word))
		return nq_hash_piece(UINT64_C(0x10000) + token->word);
	return nq_hash(doc->text + token->start, token->length, doc->text + doc->length);
}

/* "vice", "prime", "deputy": whether a word changes the office that follows, in any case. */
static bool
is_rank(const Document *doc, uint32_t i)
{
	uint64_t	listed = classes_of(doc->lexicon, token_at(doc, i)->word);

	return is_word(doc, i) && (listed & WC_TITLE) != 0 && (listed & WC_ROLEADJ) != 0 && (listed & WC_HONORIFIC) == 0;
}

static uint64_t
role_key(const Document *doc, uint32_t first, uint32_t role)
{
	uint64_t	key = noun_key(doc, role);

	if (role > first && is_rank(doc, role - 1))
		key = nq_hash_piece(nq_fold_piece(key, noun_key(doc, role - 1)));
	return key;
}

/*
 * "Prime Minister Ann Hale" is the premier: the key of a rank that is no role itself, whose family may have a noun; 0 if
 * there is none.
 */
static uint64_t
rank_key(const Document *doc, uint32_t first, uint32_t role)
{
	return role > first && is_rank(doc, role - 1) && !token_has(doc, role - 1, WC_ROLE) ? noun_key(doc, role - 1) : 0;
}

/* The number at the beginning of an age: "46-year-old". */
static uint64_t
age_key(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *text = doc->text + token->start;
	uint64_t	age = 0;
	uint32_t	digits = 0;

	while (digits < token->length && digits < 3 && text[digits] >= '0' && text[digits] <= '9')
		age = age * 10 + (uint64_t) (text[digits++] - '0');
	return digits == 0 ? 0 : nq_hash_piece(AGE_KEY + age);
}

/* ---- links ---- */

/* The slot of a key: the one with its latest link, or a free one. */
static uint32_t *
slot_of(const Linker *linker, uint64_t key)
{
	uint32_t	i = (uint32_t) (key >> 32) & linker->mask;

	while (linker->slots[i] != NONE && linker->doc->role_links[linker->slots[i]].key != key)
		i = (i + 1) & linker->mask;
	return &linker->slots[i];
}

static bool
add_link(Linker *linker, uint64_t key, uint32_t mention)
{
	Document   *doc = linker->doc;
	uint32_t   *slot = slot_of(linker, key);

	if (!nq_reserve(doc->arena, (void **) &doc->role_links, &linker->capacity, doc->role_link_count, sizeof(RoleLink)))
		return fail(doc, NQ_NO_MEMORY);
	doc->role_links[doc->role_link_count] = (RoleLink) {key, mention, *slot};
	*slot = doc->role_link_count++;
	return true;
}

/* "Ann Hale, 46,": the age after a name; 0 if there is none. */
static uint64_t
age_after(const Document *doc, const Mention *mention)
{
	uint32_t	i = mention->last;

	if (i + 2 >= doc->token_count || token_at(doc, i)->kind != TOKEN_COMMA || token_at(doc, i + 1)->kind != TOKEN_NUMBER ||
		token_at(doc, i + 1)->length > 3 || token_at(doc, i + 2)->kind == TOKEN_WORD)
		return 0;
	return age_key(doc, i + 1);
}

/* "The 46-year-old", "a 46-year-old baker": the age in a phrase; 0 if there is none. */
static uint64_t
age_within(const Document *doc, const Mention *mention)
{
	for (uint32_t i = mention->first; i <= mention->head; i++)
		if ((token_at(doc, i)->flags & TOKEN_HYPHEN) != 0 &&
			nq_find_ending(&doc->language->phrases->ages, doc->text + token_end(token_at(doc, i)), token_at(doc, i)->length) != 0)
			return age_key(doc, i);
	return 0;
}

/* "Transport Minister Datuk Omar Hale": the word for the office before a name, across honorifics; NONE if there is none. */
static uint32_t
office_before(const Document *doc, const Mention *mention)
{
	uint32_t	i = mention->role;

	while (i != NONE && i > mention->first && token_has(doc, i, WC_HONORIFIC))
		i--;
	return i == mention->role || (i != NONE && token_has(doc, i, WC_ROLE)) ? i : mention->role;
}

static bool
link_name(Linker *linker, uint32_t number)
{
	const Document *doc = linker->doc;
	const Mention *mention = &doc->mentions[number];
	uint64_t	age = age_after(doc, mention);
	uint32_t	role = office_before(doc, mention);
	uint64_t	rank = role == NONE ? 0 : rank_key(doc, mention->first, role);

	if (rank != 0 && !add_link(linker, rank, number))
		return false;
	if (role != NONE && !token_has(doc, role, WC_HONORIFIC) && !add_link(linker, role_key(doc, mention->first, role), number))
		return false;
	return age == 0 || add_link(linker, age, number);
}

/* The link used to look up the phrase is written last. */
static bool
link_phrase(Linker *linker, uint32_t number)
{
	const Document *doc = linker->doc;
	const Mention *mention = &doc->mentions[number];
	uint64_t	age = age_within(doc, mention);

	if (age != 0 && !add_link(linker, age, number))
		return false;
	return (age != 0 && token_does(doc, mention->first, FN_DEFINITE)) ||
		add_link(linker, role_key(doc, mention->first, mention->head), number);
}

static bool
is_linked_name(const Mention *mention)
{
	return mention->kind == MENTION_NAME && mention->inside == NONE && !mention->plural;
}

static bool
is_linked_phrase(const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && mention->type == TYPE_PERSON && mention->inside == NONE && !mention->plural;
}

/* Counts the maximum number of links: a role, a rank and an age for each mention. */
static bool
count_links(Document *doc, uint32_t *count)
{
	*count = 0;
	for (uint32_t i = 0; i < doc->mention_count; i++)
	{
		const Mention *mention = &doc->mentions[i];

		if (!check_interrupts(doc, i, EVERY_256))
			return false;
		if (is_linked_name(mention))
			*count += 2 * (mention->role != NONE) + (age_after(doc, mention) != 0);
		else if (is_linked_phrase(mention))
			*count += 2;
	}
	return true;
}

static bool
make_slots(Linker *linker)
{
	Document   *doc = linker->doc;
	uint32_t	links;
	uint32_t	slots = 16;

	if (!count_links(doc, &links))
		return false;
	while (slots < links * 2)
		slots *= 2;
	linker->slots = nq_arena_alloc(doc->arena, (size_t) slots * sizeof(uint32_t));
	if (linker->slots == NULL)
		return fail(doc, NQ_NO_MEMORY);
	memset(linker->slots, 0xff, (size_t) slots * sizeof(uint32_t));
	linker->mask = slots - 1;
	return true;
}

bool
nq_link_roles(Document *doc)
{
	Linker		linker = {.doc = doc, .capacity = doc->mention_count / 8};

	if (!make_slots(&linker))
		return false;
	for (uint32_t i = 0; i < doc->mention_count; i++)
	{
		const Mention *mention = &doc->mentions[i];

		if (!check_interrupts(doc, i, EVERY_256))
			return false;
		if ((is_linked_name(mention) && !link_name(&linker, i)) || (is_linked_phrase(mention) && !link_phrase(&linker, i)))
			return false;
	}
	nq_arena_drop(doc->arena, linker.slots);
	return true;
}

/* ---- questions ---- */

/* The link by which a description is looked up, its last one; NONE for any other mention. */
static uint32_t
link_of(const Document *doc, uint32_t number)
{
	if (!is_linked_phrase(&doc->mentions[number]))
		return NONE;
	return FIRST_FROM(RoleLink, mention, doc->role_links, 0, doc->role_link_count, number + 1) - 1;
}

uint32_t
nq_bearer_before(const Document *doc, uint32_t number, uint32_t *phrase)
{
	uint32_t	link = link_of(doc, number);

	*phrase = NONE;
	for (uint32_t steps = 0; link != NONE && steps < CHAIN_LINKS; steps++, link = doc->role_links[link].before)
	{
		uint32_t	mention = doc->role_links[link].mention;

		if (mention == number)
			continue;
		if (*phrase == NONE)
			*phrase = mention;
		if (is_bearer(&doc->mentions[mention]) || nq_subject_of_predicate(doc, mention) != NONE)
			return mention;
	}
	return NONE;
}

static uint32_t
entity_of(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	subject;

	if (mention->entity == NONE && is_apposed(mention))
		return doc->mentions[appositive_of(doc, mention)].entity;
	subject = nq_subject_of_predicate(doc, number);
	return subject == NONE ? mention->entity : doc->mentions[subject].entity;
}

/* "Former Governor Lund", "an acting governor": whether an adjective qualifies the role in a mention. */
static bool
is_qualified(const Document *doc, const Mention *mention)
{
	uint32_t	role = role_word(mention);

	return role != NONE && role > mention->first && token_has(doc, role - 1, WC_ROLEADJ);
}

static uint32_t
last_bearing(const Document *doc, uint32_t number, uint32_t entity, bool plain)
{
	uint32_t	link = link_of(doc, number);

	for (uint32_t steps = 0; link != NONE && steps < CHAIN_LINKS && entity != NONE; steps++, link = doc->role_links[link].before)
	{
		uint32_t	mention = doc->role_links[link].mention;

		if (mention != number && entity_of(doc, mention) == entity && !(plain && is_qualified(doc, &doc->mentions[mention])))
			return mention;
	}
	return NONE;
}

uint32_t
nq_last_bearing(const Document *doc, uint32_t number, uint32_t entity)
{
	return last_bearing(doc, number, entity, false);
}

bool
nq_bore_plain_role(const Document *doc, uint32_t number, uint32_t entity)
{
	return last_bearing(doc, number, entity, true) != NONE;
}

bool
nq_same_role(const Document *doc, uint32_t a, uint32_t b)
{
	uint32_t	link_a = link_of(doc, a);
	uint32_t	link_b = link_of(doc, b);

	return link_a != NONE && link_b != NONE && doc->role_links[link_a].key == doc->role_links[link_b].key;
}
