/*
 * name_comparison.c
 *	  Comparison of two names: whether they have the same bearer, and which one is fuller.
 *
 * Two names of several words name the same person if
 *
 *	- their last words agree and their first words do not contradict each other: Joseph and Joe, J. and Joseph;
 *	- the words of one are consecutive words of the other: Mario Rojas and Mario Rojas Pinto;
 *	- they are the same two words in the other order;
 *	- they differ in only one letter of a long surname.
 *
 * They name the same organisation if the longer one has all words of the shorter one and ends like it, or continues
 * after it with a preposition: the Rivers Council for Clean Water.
 *
 * At most NAME_WORDS_MAX words of a name are compared.
 */
#include "core/entities/name_comparison.h"

#include "core/entities/name_tags.h"
#include "core/entities/name_words.h"

#include <string.h>

/* The longest run of initials without full stops, in bytes. */
#define INITIALS_BYTES 3

static bool
has_gender(uint8_t gender)
{
	return gender == GENDER_MALE || gender == GENDER_FEMALE;
}

bool
nq_genders_differ(uint8_t a, uint8_t b)
{
	return has_gender(a) && has_gender(b) && a != b;
}

/* ---- the parts of a name ---- */

uint32_t
nq_surname_of(const Document *doc, const Mention *mention)
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

/* Returns the forename; NONE for a surname alone, with or without particles. */
uint32_t
nq_forename_before(const Document *doc, const Mention *mention, uint32_t surname)
{
	uint32_t	i = mention->name_first;

	/* "Abu Hassan Amar" */
	while (i < surname && is_particle(doc, i))
		i++;
	return i < surname ? i : NONE;
}

static void
add_word(const Document *doc, LinkedName *name, uint32_t i)
{
	if (!is_word(doc, i) && token_at(doc, i)->kind != TOKEN_HANDLE && token_at(doc, i)->kind != TOKEN_NUMBER)
		return;
	/* The last key is reserved for the surname. */
	if (name->count == NAME_WORDS_MAX)
		name->count--;
	name->particles &= ~(1u << name->count);
	if (is_particle(doc, i))
		name->particles |= 1u << name->count;
	name->keys[name->count++] = nq_word_key(doc, i);
}

void
nq_read_linked_name(const Document *doc, uint32_t number, LinkedName *name)
{
	const Mention *mention = &doc->mentions[number];

	memset(name, 0, sizeof(*name));
	name->mention = number;
	name->first = mention->name_first;
	name->surname = nq_surname_of(doc, mention);
	name->words = mention->name_last - mention->name_first;
	name->is_person = is_personal(mention->type);
	name->has_forename = nq_forename_before(doc, mention, name->surname) != NONE;
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

/* Whether forenames agree: an initial and a word that begins with it, or a nickname and its full form. */
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

/* The number of words that are not particles. */
static uint32_t
content_words(const LinkedName *name)
{
	return name->count - (uint32_t) count_bits(name->particles);
}

/* ---- comparisons of names ---- */

/* Whether all words of the shorter name occur in the longer one in order, not counting particles. */
static bool
words_within(const LinkedName *shorter, const LinkedName *longer)
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

/*
 * Whether the words of the shorter name are consecutive words of the longer one, beginning at "from", not
 * counting particles.
 */
static bool
words_from(const LinkedName *shorter, const LinkedName *longer, uint32_t from)
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

/* "Max Lund Radio": whether a last word cannot be part of a person's name. */
static bool
is_odd_word(const Document *doc, uint32_t i)
{
	return (token_at(doc, i)->flags & TOKEN_UPPER) != 0 || token_has(doc, i, WC_ORG | WC_ORGWORD | FUNCTION_WORDS | WC_ADV | WC_TIME);
}

/* "Suu Kyi" and "Aung San" in "Aung San Suu Kyi": whether a name is a part of another one, of at least two words. */
static bool
is_part(const Document *doc, const LinkedName *shorter, const LinkedName *longer)
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
is_turned_round(const LinkedName *a, const LinkedName *b)
{
	return a->count == 2 && b->count == 2 && a->keys[0] == b->keys[1] && a->keys[1] == b->keys[0];
}

/*
 * "Otto Brandner" and "Otto Brandnner": whether all words but the surname agree, and one surname has one letter
 * more.
 */
bool
nq_is_misprinted(const Document *doc, const LinkedName *a, const LinkedName *b)
{
	if (a->count != b->count || a->count < 2)
		return false;
	for (uint32_t i = 0; i + 1 < a->count; i++)
		if (a->keys[i] != b->keys[i])
			return false;
	/* With a different letter, it is another person. */
	return nq_is_misprint(doc, a->surname, b->surname, false);
}

/* "George W. Lund" is not "George H. Lund". */
static bool
has_other_initial(const Document *doc, const LinkedName *a, const LinkedName *b)
{
	uint32_t	x = a->first + 1;
	uint32_t	y = b->first + 1;

	if (a->count < 3 || b->count < 3 || (!is_initial(doc, x) && !is_initial(doc, y)))
		return false;
	return (doc->text[token_at(doc, x)->start] | 0x20) != (doc->text[token_at(doc, y)->start] | 0x20);
}

static bool
is_same_person(const Document *doc, const LinkedName *name, const LinkedName *known)
{
	uint8_t		gender = doc->mentions[name->mention].gender;
	uint8_t		known_gender = doc->mentions[known->mention].gender;

	if (name->has_forename && known->has_forename && (is_part(doc, name, known) || is_part(doc, known, name)))
		return true;
	if (name->keys[name->count - 1] != known->keys[known->count - 1])
		return is_turned_round(name, known);
	if (nq_genders_differ(gender, known_gender) || has_other_initial(doc, name, known))
		return false;
	/* A name with particles and without a forename: van der Meer. */
	if (!name->has_forename || !known->has_forename)
		return true;
	return forenames_agree(doc, nq_forename_before(doc, &doc->mentions[name->mention], name->surname),
						   nq_forename_before(doc, &doc->mentions[known->mention], known->surname));
}

/*
 * "The Rivers Council" and "the Rivers Council for Clean Water": whether the longer name continues with a
 * preposition or comma.
 */
static bool
goes_on_with_connector(const Document *doc, const LinkedName *shorter, const LinkedName *longer)
{
	const Mention *mention = &doc->mentions[longer->mention];
	uint32_t	next = mention->name_first + shorter->words;

	return next < mention->name_last && words_from(shorter, longer, 0) && shorter->count >= 2 &&
		(token_has(doc, next, WC_PREP) || token_at(doc, next)->kind == TOKEN_COMMA);
}

bool
nq_ends_in_owner(const Document *doc, const Mention *name, uint32_t word)
{
	const Token *token = token_at(doc, word);
	uint32_t	before = name->name_last - 2;

	if (!doc->language->phrases->head_first || name->name_last < name->name_first + 3)
		return false;
	/* "La Sala Civil del Supremo", but not "Juan de la Torre" */
	if (((token->flags & TOKEN_UPPER) == 0 || token->length < 2) && !token_has(doc, word, WC_ORG | WC_OUTLET | WC_PLACE | WC_COUNTRY) &&
		(name->name_last < name->name_first + 4 || token_has(doc, name->name_first, WC_FORENAME | WC_TITLE) ||
		 !nq_same_word(doc, word, name->name_last - 1)))
		return false;
	if (token_has(doc, before, WC_DET) && !token_has(doc, before, WC_PREP))
		before--;
	return before > name->name_first && token_does(doc, before, FN_GENITIVE);
}

static bool
is_same_body(const Document *doc, const LinkedName *name, const LinkedName *known)
{
	const LinkedName *shorter = name->words < known->words ? name : known;
	const LinkedName *longer = name->words < known->words ? known : name;

	if (shorter->keys[shorter->count - 1] == longer->keys[longer->count - 1])
		return words_within(shorter, longer) &&
			(shorter->words > 1 || !nq_ends_in_owner(doc, &doc->mentions[longer->mention], shorter->surname));
	return goes_on_with_connector(doc, shorter, longer);
}

bool
nq_is_same_bearer(const Document *doc, const LinkedName *name, uint32_t entity)
{
	LinkedName		known;

	nq_read_linked_name(doc, doc->entities[entity].mention, &known);
	if (name->count == 0 || known.count == 0)
		return false;
	if (name->is_person && known.is_person)
		return is_same_person(doc, name, &known);
	return is_same_body(doc, name, &known);
}

/* ---- which one is fuller ---- */

/* Whether a word can be a non-initial part of a person's name, according to the tagger. */
bool
nq_goes_on_as_person(const Document *doc, uint32_t i)
{
	NameTag		tag;

	if (!has_name_tags(doc))
		return true;
	tag = name_tag_at(doc, i);
	return tag.margin < TRUSTED_MARGIN || (tag.name_class == NAME_PERSON && !tag.begins);
}

/* "Page Greta Holm" is not fuller than "Greta Holm" if the tagger lets a name begin inside the longer one. */
static bool
begins_within(const Document *doc, const LinkedName *longer, const LinkedName *shorter)
{
	if (!has_name_tags(doc) || shorter->count < 2)
		return false;
	for (uint32_t i = longer->first + 1; i < longer->surname; i++)
	{
		/* Robert “Bobby” Scott */
		if (token_at(doc, i)->kind == TOKEN_MARK)
			return false;
		if (nq_word_key(doc, i) == shorter->keys[0])
			return name_tag_at(doc, i).begins && name_tag_at(doc, i).name_class == NAME_PERSON;
	}
	return false;
}

/* "Greta Holm Trust" is not fuller than "Greta Holm". */
static bool
has_odd_end(const Document *doc, const LinkedName *longer, const LinkedName *shorter)
{
	return longer->count > shorter->count && longer->keys[longer->count - 1] != shorter->keys[shorter->count - 1] &&
		!nq_goes_on_as_person(doc, longer->surname);
}

/* "The Lund White House" is not fuller than "the White House": a listed name of several words is complete. */
static bool
is_whole(const Document *doc, const LinkedName *name)
{
	uint32_t	start = token_at(doc, name->first)->start;
	uint32_t	end = token_end(token_at(doc, doc->mentions[name->mention].name_last - 1));

	return name->words >= 2 &&
		(classes_of(doc->lexicon, nq_lookup_phrase(doc->lexicon, doc->text + start, end - start, doc->text + doc->length)) &
		 (WC_SEAT | WC_OUTLET)) != 0;
}

/*
 * "Georgia Govenor Max Holt" is not fuller than "Max Holt": a place that is also a forename, and a misprinted
 * office.
 */
static bool
has_place_before(const Document *doc, const LinkedName *longer, const LinkedName *shorter)
{
	return token_has(doc, longer->first, WC_PLACE | WC_COUNTRY) && token_has(doc, shorter->first, WC_FORENAME) &&
		longer->count >= shorter->count + 2 && longer->keys[longer->count - shorter->count] == shorter->keys[0];
}

/*
 * "Crooked Ann Hale": whether a name has words that are not its bearer's, with a first word that is not a
 * forename.
 */
static bool
is_overlong(const Document *doc, const LinkedName *longer, const LinkedName *shorter)
{
	if (longer->words <= shorter->words || shorter->words < 2)
		return false;
	if (is_whole(doc, shorter) && !is_whole(doc, longer))
		return true;
	if (!longer->is_person || is_initial(doc, longer->first))
		return false;
	return begins_within(doc, longer, shorter) || has_odd_end(doc, longer, shorter) ||
		(token_has(doc, shorter->first, WC_FORENAME) && !token_has(doc, longer->first, WC_FORENAME)) ||
		has_place_before(doc, longer, shorter);
}

static uint32_t
bytes_of(const Document *doc, const LinkedName *name)
{
	return token_end(token_at(doc, doc->mentions[name->mention].name_last - 1)) - token_at(doc, name->first)->start;
}

/* A fuller name has more words; or as many, but not in capitals; or a longer forename: Kenneth for Ken. */
bool
nq_is_fuller(const Document *doc, const LinkedName *name, const LinkedName *known)
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
