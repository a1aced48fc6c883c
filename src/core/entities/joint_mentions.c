/*
 * joint_mentions.c
 *	  The mention of those who are named together: "Lund and Holt", "Lund, Frey and Holt".
 *
 * Takes the newest mention; writes one mention of it and of those before "and", which keep mentions of their own:
 * its parts.  Every search is bounded by a number of mentions.
 */
#include "core/entities/joint_mentions.h"

#include "core/base/bounds.h"
#include "core/entities/appositions.h"
#include "core/entities/noun_phrases.h"

/* "Health and Human Services Secretary Otto Lind": whether the words belong to one office, not to two names. */
static bool
is_office_of_two(const Document *doc, const Mention *first, const Mention *second)
{
	return second->role != NONE && second->name_first > second->first + 1 && first->type != TYPE_PERSON && first->role == NONE &&
		token_has(doc, first->name_last - 1, ORDINARY_WORDS) && !token_has(doc, first->name_last - 1, WC_FORENAME);
}

/* "CEO and co-founder Otto Lund", "Actor and comedian Otto Lund": whether the first is the word for another post of the second, not a name. */
static bool
is_other_post(const Document *doc, const Mention *first, const Mention *second)
{
	return second->role != NONE && second->role < second->name_first && second->type == TYPE_PERSON &&
		first->last == first->first + 1 && token_has(doc, first->first, WC_ROLE | WC_OFFICE) && !token_has(doc, first->first, WC_FORENAME | WC_NAMEWORD);
}

/* Makes a mention begin earlier, at another one that it then contains. */
static void
begin_earlier(Document *doc, uint32_t number, uint32_t first)
{
	doc->mentions[number].first = first;
	doc->mentions[number].nested = false;
	nq_mark_contained(doc, number);
}

/*
 * "Tim and Nora executive producer Clara Ross": the newest name has begun at the second of two people joined by
 * "and", so both are her employer.
 */
static void
read_joint_employer(Document *doc)
{
	uint32_t	this = doc->mention_count - 1;
	const Mention *name = &doc->mentions[this];
	const Mention *joint = name - 1;

	if (this == 0 || joint->kind != MENTION_CONJOINED || joint->type != TYPE_GROUP || joint->inside != name->inside ||
		joint->last <= name->first || joint->last >= name->name_first || name->role == NONE || name->type != TYPE_PERSON)
		return;
	begin_earlier(doc, this, joint->first);
}

/* Writes the joint mention of those from a token to the newest mention. */
static void
put_joint(Walk *walk, uint32_t first, EntityType type)
{
	const Mention *last = &walk->doc->mentions[walk->doc->mention_count - 1];
	Mention    *joint = nq_put_mention(walk, MENTION_CONJOINED, first, last->last, last->head);

	joint->plural = true;
	joint->type = type;
}

/* Mentions between a name and that of a relative: "Lena Frey and her husband". */
#define KIN_BACK 4

/*
 * "Lena Frey and her husband, Hugo Ahl": writes one mention of both, if the newest name is beside the phrase for a
 * relative of the person named before "and".
 */
static void
read_joint_kin(Walk *walk)
{
	Document   *doc = walk->doc;
	uint32_t	this = doc->mention_count - 1;
	const Mention *second = &doc->mentions[this];
	const Mention *kin;
	uint32_t	number;

	if (!is_apposed(second) || second->type != TYPE_PERSON)
		return;
	number = appositive_of(doc, second);
	kin = &doc->mentions[number];
	if (kin->first >= second->first || kin->first < walk->floor + 2 || !token_has(doc, kin->head, WC_KIN) ||
		!token_has(doc, kin->first, WC_POSSESSIVE) || !token_does(doc, kin->first - 1, FN_AND))
		return;
	for (uint32_t k = number; k-- > 0 && k + KIN_BACK > number && doc->mentions[k].sentence == second->sentence;)
		if (doc->mentions[k].last == kin->first - 1 && doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].type == TYPE_PERSON &&
			doc->mentions[k].inside == second->inside)
		{
			put_joint(walk, doc->mentions[k].first, TYPE_GROUP);
			return;
		}
}

/* "Sisters Mona and Ida Holm", "the pilots Otto Lind and Max Holt": the start of the words for several people before the first name. */
static uint32_t
before_people(const Walk *walk, const Mention *first)
{
	const Document *doc = walk->doc;
	uint32_t	before = first->first - 1;

	if (!names_show_capitals(doc) || walk->inside || first->first <= walk->floor || first->type != TYPE_PERSON ||
		!is_word(doc, before) || !token_has(doc, before, WC_PLURAL) || !token_has(doc, before, WC_ROLE | WC_PERSON) ||
		token_has(doc, before, FUNCTION_WORDS) || (token_has(doc, before, WC_FINITE) && before > walk->floor && !is_article(doc, before - 1)))
		return first->first;
	return nq_phrase_start(walk, before);
}

/* Mentions before that of the second of two, among which is that of the first. */
#define PAIR_BACK 6

/* "Lund and Holt", "Lund & Holt": whether a token joins the two beside it. */
static bool
joins_two(const Document *doc, uint32_t i)
{
	return token_does(doc, i, FN_AND) || (token_at(doc, i)->kind == TOKEN_OTHER && doc->text[token_at(doc, i)->start] == '&');
}

/*
 * "Mary Holt, the clerk, and", "Mary Holt (D-Ohio) and", "Mary Holt of Lund College and": whether only words that say who
 * a person is are between the name and a token.
 */
static bool
is_described_until(const Document *doc, uint32_t number, uint32_t end)
{
	const Mention *name = &doc->mentions[number];
	uint32_t	after = name->last;

	if (nq_after_bracket(doc, after) == end)
		return end > after;
	if (token_at(doc, after)->kind == TOKEN_COMMA && token_at(doc, end - 1)->kind == TOKEN_COMMA)
		return is_apposed(name) && appositive_of(doc, name) > number && doc->mentions[appositive_of(doc, name)].first == after + 1 &&
			doc->mentions[appositive_of(doc, name)].last == end - 1;
	if (!token_has(doc, after, WC_PREP))
		return false;
	for (uint32_t k = number + 1; k < doc->mention_count && k < number + PAIR_BACK; k++)
		if (doc->mentions[k].first == after + 1 && doc->mentions[k].last == end)
			return doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].type != TYPE_PERSON;
	return false;
}

/* The person before "and" whose name is beside a description; NONE if there is none. */
static uint32_t
described_first(const Document *doc, uint32_t this)
{
	const Mention *second = &doc->mentions[this];

	if (second->type != TYPE_PERSON || second->inside != NONE || !names_show_capitals(doc))
		return NONE;
	for (uint32_t k = this; k-- > 0 && k + PAIR_BACK > this;)
	{
		const Mention *first = &doc->mentions[k];

		if (first->sentence != second->sentence || first->inside != NONE)
			return NONE;
		if (first->kind == MENTION_NAME && first->type == TYPE_PERSON && first->name_first < first->name_last && !first->possessive &&
			is_described_until(doc, k, second->first - 1))
			return k;
	}
	return NONE;
}

/* Names in a list before the one before "and". */
#define LISTED_NAMES 6

/* The name in a list that ends before a comma; NONE if there is none. */
static uint32_t
listed_before(const Document *doc, uint32_t number, uint32_t comma)
{
	const Mention *next = &doc->mentions[number];

	for (uint32_t k = number; k-- > 0 && k + PAIR_BACK > number;)
	{
		const Mention *name = &doc->mentions[k];

		if (name->sentence != next->sentence || name->inside != next->inside)
			return NONE;
		/* "Lund and Frey, Holt and Ahl" */
		if (name->kind == MENTION_CONJOINED && name->last == comma)
			return NONE;
		if (name->kind == MENTION_NAME && name->name_first < name->name_last && !name->possessive &&
			(name->type == TYPE_PERSON) == (next->type == TYPE_PERSON) && (name->last == comma || is_described_until(doc, k, comma)))
			return k;
	}
	return NONE;
}

/*
 * "Lund, Frey and Holt": the first name of a list, whose last but one is given.  A title or office that the next one has not
 * begins a list: "to Holt, Sens. Lund, Frey and".
 */
static uint32_t
first_of_list(const Walk *walk, uint32_t number)
{
	const Document *doc = walk->doc;
	const Mention *newest = &doc->mentions[doc->mention_count - 1];
	bool		next_titled = newest->first < newest->name_first;

	for (uint32_t listed = 0; listed < LISTED_NAMES; listed++)
	{
		const Mention *name = &doc->mentions[number];
		bool		titled = name->first < name->name_first;
		uint32_t	before;

		if (name->first <= walk->floor + 1 || token_at(doc, name->first - 1)->kind != TOKEN_COMMA || (titled && !next_titled))
			break;
		before = listed_before(doc, number, name->first - 1);
		if (before == NONE)
			break;
		number = before;
		next_titled = titled;
	}
	return number;
}

/* "Lund, Frey, and Holt": the first name of a list with a comma before "and"; NONE if there is none. */
static uint32_t
first_before_comma(const Walk *walk, uint32_t this)
{
	const Document *doc = walk->doc;
	uint32_t	comma = doc->mentions[this].first - 2;
	uint32_t	last_but_one;
	uint32_t	first;

	if (doc->mentions[this].first < walk->floor + 4 || token_at(doc, comma)->kind != TOKEN_COMMA)
		return NONE;
	last_but_one = listed_before(doc, this, comma);
	if (last_but_one == NONE)
		return NONE;
	first = first_of_list(walk, last_but_one);
	return first == last_but_one ? NONE : first;
}

/* "The mayor", "her sister": whether a mention is a phrase for somebody, or some body, that the reader knows. */
static bool
is_known(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && !mention->possessive && mention->inside == NONE && !is_apposed(mention) &&
		(mention->type == TYPE_PERSON || mention->type == TYPE_ORGANISATION || mention->type == TYPE_GROUP) &&
		(token_does(doc, mention->first, FN_DEFINITE) || token_has(doc, mention->first, WC_POSSESSIVE));
}

static bool
begins_sentence(const Document *doc, const Mention *mention)
{
	return names_show_capitals(doc) && mention->first == doc->sentences[mention->sentence].first;
}

/* The mention before "and" that ends there; NONE if there is none. */
static uint32_t
adjacent_first(const Document *doc, uint32_t this)
{
	const Mention *second = &doc->mentions[this];
	const Mention *first = second - 1;

	if (first->last != second->first - 1 || first->inside != second->inside || first->sentence != second->sentence)
		return NONE;
	/* "The mayor and Otto Lund met." */
	if (is_known(doc, first) && begins_sentence(doc, first))
		return this - 1;
	if (first->kind != MENTION_NAME || first->name_first == first->name_last)
		return NONE;
	/* "At Newcastle and manager Mo Holt said": the second is the subject of another clause. */
	if (names_show_capitals(doc) && first->type == TYPE_PLACE && second->type == TYPE_PERSON && second->role != NONE && follows_preposition(doc, first))
		return NONE;
	return this - 1;
}

/* "Smith and Jones", "Sen. Grassley and Sen. Leahy", "Smith, Jones and Leahy": writes one mention of all. */
static void
read_joint(Walk *walk)
{
	Document   *doc = walk->doc;
	uint32_t	this = doc->mention_count - 1;
	const Mention *second = &doc->mentions[this];
	uint32_t	number;

	if (this == 0 || second->kind != MENTION_NAME || second->first < 2 || !joins_two(doc, second->first - 1) ||
		second->name_first == second->name_last)
		return;
	number = described_first(doc, this);
	if (number == NONE)
		number = adjacent_first(doc, this);
	if (number == NONE)
		number = first_before_comma(walk, this);
	if (number == NONE)
		return;
	if (number == this - 1 && (is_office_of_two(doc, &doc->mentions[number], second) || is_other_post(doc, &doc->mentions[number], second)))
	{
		begin_earlier(doc, this, doc->mentions[number].first);
		return;
	}
	number = first_of_list(walk, number);
	put_joint(walk, before_people(walk, &doc->mentions[number]), second->type == TYPE_PERSON ? TYPE_GROUP : second->type);
}

/* The mention that ends before a token, and is in no larger one; NONE if there is none among the last ones. */
static uint32_t
ending_before(const Document *doc, uint32_t this, uint32_t end)
{
	for (uint32_t k = this; k-- > 0 && k + PAIR_BACK > this && doc->mentions[k].sentence == doc->mentions[this].sentence;)
		if (doc->mentions[k].last == end && !doc->mentions[k].nested && doc->mentions[k].inside == NONE && !doc->mentions[k].possessive)
			return k;
	return NONE;
}

/* "Her mother and father": whether a word for a relative shares the possessive of another one. */
static bool
shares_possessive(const Document *doc, const Mention *first, const Mention *second)
{
	return token_has(doc, first->first, WC_POSSESSIVE) && token_has(doc, first->head, WC_KIN) && second->first == second->head &&
		token_has(doc, second->head, WC_KIN);
}

/* "Both Greta Holm and the yard" */
static bool
follows_both(const Walk *walk, const Mention *first)
{
	return first->first > walk->floor && token_has(walk->doc, first->first - 1, WC_INDEFINITE) && token_has(walk->doc, first->first - 1, WC_DET);
}

/* "The mayor and the sheriff met.", "both Lund and the yard": writes one mention of both if they begin the sentence or follow "both". */
void
nq_read_joint_phrases(Walk *walk)
{
	Document   *doc = walk->doc;
	uint32_t	this = doc->mention_count - 1;
	const Mention *second = &doc->mentions[this];
	const Mention *first;
	uint32_t	number;
	bool		both;

	if (walk->inside || second->possessive || second->first <= walk->floor || !token_does(doc, second->first - 1, FN_AND))
		return;
	number = ending_before(doc, this, second->first - 1);
	if (number == NONE)
		return;
	first = &doc->mentions[number];
	both = follows_both(walk, first) && token_does(doc, second->first, FN_DEFINITE);
	if (!both && !begins_sentence(doc, first))
		return;
	if (!both && !is_known(doc, second) && !shares_possessive(doc, first, second))
		return;
	if (first->kind == MENTION_NAME ? first->name_first == first->name_last : !is_known(doc, first))
		return;
	put_joint(walk, first->first - both, TYPE_GROUP);
}

/* The employer comes first, because it changes where the newest name begins. */
void
nq_read_joint(Walk *walk)
{
	read_joint_employer(walk->doc);
	read_joint(walk);
	read_joint_kin(walk);
}

/* Mentions before the last part, among which are the others. */
#define PARTS_BACK 32

/* Whether a mention is one of those before the last in a joint one: the first, or another name after a comma. */
static bool
is_part(const Document *doc, const Mention *joint, uint32_t number, bool is_first)
{
	const Mention *part = &doc->mentions[number];
	const Mention *last = joint - 1;

	if (part->inside != joint->inside || part->possessive)
		return false;
	/* "Zentra" in "Zentra CEO Otto Lund and Ada Holm" */
	if (part[1].first <= part->first && part[1].last >= part->last)
		return false;
	if (part->kind == MENTION_NOMINAL)
		return is_first && is_known(doc, part) && part->last == last->first - 1;
	if (part->kind != MENTION_NAME || part->name_first == part->name_last)
		return false;
	return is_first || (last->kind == MENTION_NAME && (part->type == TYPE_PERSON) == (last->type == TYPE_PERSON) &&
						part->first > joint->first && token_at(doc, part->first - 1)->kind == TOKEN_COMMA);
}

uint32_t
nq_parts_of_joint(const Document *doc, uint32_t number, uint32_t *parts)
{
	const Mention *joint = &doc->mentions[number];
	uint32_t	first = number - 1;
	uint32_t	count = 0;

	while (first > 0 && first + PARTS_BACK > number && doc->mentions[first - 1].sentence == joint->sentence && doc->mentions[first - 1].first >= joint->first)
		first--;
	for (uint32_t k = first; k + 1 < number && count + 1 < MAX_JOINT; k++)
		if (is_part(doc, joint, k, count == 0))
			parts[count++] = k;
	parts[count++] = number - 1;
	return count;
}
