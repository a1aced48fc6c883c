/*
 * name_types.c
 *	  The type of a name (person, organisation, place or thing) and the gender of a person.
 *
 * Takes the words of a name and the role or title before it; gives its type and gender by the lists and the
 * name tagger. evidence.c later adds what the article says.
 */
#include "core/entities/name_types.h"

#include "core/base/bounds.h"
#include "core/entities/name_tags.h"
#include "core/entities/noun_phrases.h"

#include <string.h>

/* Returns the classes of a name of several words that is listed as a whole. */
uint64_t
nq_classes_of_words(const Document *doc, uint32_t first, uint32_t last)
{
	const char *text = doc->text + token_at(doc, first)->start;
	uint32_t	length = token_end(token_at(doc, last - 1)) - token_at(doc, first)->start;

	return classes_of(doc->lexicon, nq_lookup_phrase(doc->lexicon, text, length, doc->text + doc->length));
}

bool
nq_ends_in_place_after_of(const Document *doc, uint32_t k)
{
	if (k >= 2 && token_does(doc, k - 2, FN_GENITIVE))
		return token_has(doc, k - 1, WC_COUNTRY | WC_PLACE);
	return k >= 3 && token_does(doc, k - 3, FN_GENITIVE) && (nq_classes_of_words(doc, k - 2, k) & (WC_COUNTRY | WC_PLACE)) != 0;
}

static bool
has_initial(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first + 1; i < last; i++)
		if ((token_at(doc, i)->flags & TOKEN_INITIAL) != 0)
			return true;
	return false;
}

static bool
all_ordinary(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (!token_has(doc, i, ORDINARY_WORDS | WC_EVENTWORD | WC_SITEWORD) || token_has(doc, i, WC_FORENAME))
			return false;
	return true;
}

/* "Ban Ki-moon": whether a word is a given name in the form of romanised Korean and Chinese names. */
static bool
is_joined_given_name(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *hyphen;

	if ((token->flags & TOKEN_HYPHEN) == 0 || (token->word != 0 && !token_has(doc, i, WC_FORENAME)))
		return false;
	hyphen = memchr(doc->text + token->start, '-', token->length);
	return hyphen != NULL && hyphen[1] >= 'a' && hyphen[1] <= 'z' && token->length <= GIVEN_NAME_BYTES;
}

static uint8_t
type_of_several(const Document *doc, const NameRun *run, uint64_t classes)
{
	uint32_t	first = run->name_first;
	uint32_t	last = run->name_last;
	uint64_t	final = classes_at(doc, last - 1);
	uint64_t	head = doc->language->phrases->head_first ? classes_at(doc, first) : final;

	/* "The Harbour Act of 1907" */
	if (last - first > 2 && token_at(doc, last - 1)->kind == TOKEN_NUMBER && token_has(doc, last - 3, WC_DOCUMENT))
		return TYPE_THING;
	if ((classes & (WC_ORG | WC_OUTLET)) != 0)
		return TYPE_ORGANISATION;
	if ((classes & (WC_PLACE | WC_COUNTRY | WC_SEAT)) != 0)
		return TYPE_PLACE;
	for (uint32_t i = first; i + 1 < last; i++)
		if (token_has(doc, i, WC_ORGWORD) && !is_capital_word(doc, i + 1))
			return TYPE_ORGANISATION;	/* Board of Elections */
	if (has_initial(doc, first, last) && (final & WC_ORGWORD) == 0)
		return TYPE_PERSON;
	if (last - first == 2 && is_joined_given_name(doc, last - 1))
		return TYPE_PERSON;
	if ((final & WC_ORGWORD) != 0 || token_has(doc, first, WC_ORGWORD))
		return TYPE_ORGANISATION;
	if (token_has(doc, first, WC_FORENAME) && !all_ordinary(doc, first, last))
		return TYPE_PERSON;
	if ((head & WC_SITEWORD) != 0)
		return TYPE_PLACE;
	if ((head & WC_EVENTWORD) != 0)
		return TYPE_THING;
	if ((final & WC_SUFFIX) != 0)
		return TYPE_PERSON;
	for (uint32_t i = first; i < last; i++)
		if (token_has(doc, i, WC_ORGWORD | WC_ORG) || (token_at(doc, i)->kind == TOKEN_OTHER))
			return TYPE_ORGANISATION;
	if (all_ordinary(doc, first, last))
		return TYPE_THING;
	return TYPE_UNKNOWN;
}

/* The type of a name without a title, by its words. */
static uint8_t
type_of_name(const Document *doc, const NameRun *run)
{
	const Token *first = token_at(doc, run->name_first);
	const WordProperties *properties = properties_at(doc, run->name_first);

	if (run->name_last - run->name_first > 1)
		return type_of_several(doc, run, nq_classes_of_words(doc, run->name_first, run->name_last));
	if ((first->flags & TOKEN_UPPER) != 0 && first->length <= ACRONYM_BYTES && (properties->properties & PROP_UNTYPED) != 0)
		return TYPE_ORGANISATION;
	return (uint8_t) properties->type;
}

/* The gender by the first word.  A forename that can be a surname counts only before another word: Owen Hale. */
static uint8_t
gender_of_forename(const Document *doc, const NameRun *run)
{
	bool		man = token_does(doc, run->name_first, FN_HE);
	bool		woman = token_does(doc, run->name_first, FN_SHE);

	if (run->name_last - run->name_first < 2 || man == woman)
		return properties_at(doc, run->name_first)->gender;
	return man ? GENDER_MALE : GENDER_FEMALE;
}

/* Returns the gender by the role or title; otherwise by the forename; unknown for "Chairman Anna Lund". */
uint8_t
nq_gender_with_role(const Document *doc, const NameRun *run)
{
	uint64_t	role = classes_at(doc, run->role);
	Gender		forename = run->name_first < run->name_last ? (Gender) gender_of_forename(doc, run) : GENDER_UNKNOWN;

	/* "Le professeur Anne Roy": the gender of a role may be grammatical. */
	if (doc->language->phrases->head_first && (role & WC_HONORIFIC) == 0 && forename != GENDER_UNKNOWN)
		return (uint8_t) forename;
	if ((role & WC_FEMALE) != 0)
		return GENDER_FEMALE;
	if (is_mans_post(role) && forename == GENDER_FEMALE)
		return GENDER_UNKNOWN;
	if ((role & WC_MALE) != 0)
		return GENDER_MALE;
	return (uint8_t) forename;
}

/*
 * "Abbey Lund", "Ossie Michelin": whether the words are a person's name according to the tagger, whatever the
 * lists say of each.
 */
static bool
is_tagged_whole(const Document *doc, const NameRun *run)
{
	if (!has_name_tags(doc) || run->name_last - run->name_first < 2)
		return false;
	for (uint32_t i = run->name_first; i < run->name_last; i++)
	{
		NameTag		tag = name_tag_at(doc, i);

		if (tag.name_class != NAME_PERSON || tag.begins != (i == run->name_first) || tag.margin < TRUSTED_EDGE)
			return false;
	}
	return (nq_classes_of_words(doc, run->name_first, run->name_last) & (WC_ORG | WC_OUTLET | WC_PLACE | WC_COUNTRY | WC_SEAT)) == 0;
}

/* "Harper & Lowe": whether single words joined by the sign for "and" are a firm's name. */
static bool
joins_surnames(const Document *doc, const NameRun *run)
{
	uint32_t	sign = run->name_first + 1;

	return run->name_last > sign + 1 && token_at(doc, sign)->kind == TOKEN_OTHER && doc->text[token_at(doc, sign)->start] == '&';
}

/* Sets the type and gender of a name without a title.  A forename with a gender makes it a person's. */
void
nq_decide_name_type(const Document *doc, NameRun *run)
{
	Gender		gender = properties_at(doc, run->name_first)->gender;

	if (joins_surnames(doc, run))
		run->type = TYPE_ORGANISATION;
	else
	{
		run->type = type_of_name(doc, run);
		if (run->type != TYPE_PERSON && is_tagged_whole(doc, run))
			run->type = TYPE_PERSON;
	}
	if (run->type == TYPE_PERSON)
		run->gender = gender_of_forename(doc, run);
	else
		run->gender = (uint8_t) (run->type == TYPE_UNKNOWN ? gender : GENDER_NEUTER);
	if (run->type == TYPE_UNKNOWN && gender != GENDER_UNKNOWN && run->name_last - run->name_first >= 2)
		run->type = TYPE_PERSON;
}
