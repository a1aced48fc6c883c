/*
 * names.c
 *	  From a run of capitalised words to a name.
 *
 * Takes a run (name_runs.c); gives the words that are the name, with titles, roles, modifiers and honours split
 * off, and its type (name_types.c).
 *
 * All searches are bounded by RUN_WORDS, so it is linear.
 */
#include "core/entities/names.h"

#include "core/base/bounds.h"
#include "core/entities/name_tags.h"
#include "core/entities/name_types.h"
#include "core/entities/noun_phrases.h"

/* ---- titles and modifiers ---- */

/*
 * "Al Baker", "Lama Zakaria", "Holm Center for Justice": whether a possible title belongs to the name,
 * according to the tagger.  An honorific never does.
 */
static bool
is_tagged_name_word(const Document *doc, uint32_t i, uint32_t last)
{
	NameTag		tag;
	NameTag		next;

	if (!has_name_tags(doc) || token_has(doc, i, WC_HONORIFIC))
		return false;
	tag = name_tag_at(doc, i);
	if (tag.name_class == NAME_ORGANISATION)
		return i + 1 == last && !tag.begins && tag.margin >= TRUSTED_MARGIN && !is_capital_word(doc, i - 1);
	if (tag.name_class != NAME_PERSON)
		return false;
	if (i + 1 == last)
		return tag.margin >= TRUSTED_MARGIN;
	next = name_tag_at(doc, i + 1);
	return tag.begins && tag.margin >= TRUSTED_EDGE && next.name_class == NAME_PERSON && !next.begins;
}

/*
 * "The Baltimore Courier": whether a word that is an outlet's and a role ends a run that begins with a place.  A word that alone
 * names an outlet can be a party's member: "the Vermont Independent".
 */
static bool
is_outlet_of_place(const Document *doc, uint32_t first, uint32_t i, uint32_t last)
{
	return i > first && i + 1 == last && token_has(doc, i, WC_OUTLET) &&
		!(token_has(doc, i, WC_ORG) && token_has(doc, i, WC_ROLEADJ)) &&
		(nq_classes_of_words(doc, first, i) & (WC_PLACE | WC_COUNTRY | WC_DEMONYM)) != 0;
}

/* Whether a possible title is used as a title or role here, and not as part of the name (Larry King, Dean Baker). */
static bool
is_title_here(const Document *doc, uint32_t first, uint32_t i, uint32_t last)
{
	if (is_tagged_name_word(doc, i, last) || is_outlet_of_place(doc, first, i, last))
		return false;
	if (i > first && (((token_at(doc, i - 1)->flags & TOKEN_INITIAL) != 0 && !token_has(doc, i - 1, WC_COUNTRY)) ||
					  (token_has(doc, i - 1, WC_FORENAME) && !token_has(doc, i - 1, WC_TITLE | WC_PLACE))))
		return false;
	/* "Sultan Al Nasser": a title of those who are called by their forenames is one itself before a particle. */
	if (i + 1 < last && token_does(doc, i, FN_FORENAME_TITLE) && token_has(doc, i + 1, WC_PARTICLE))
		return false;
	/* Dr. Hyun-ju Pak: the word is a title in another language, and follows an unlisted word */
	if (i > first && i + 1 == last && classes_at(doc, i - 1) == 0)
		return false;
	/* High Commissioner for Human Tides */
	if (i > first + 1 && i + 1 < last && is_word(doc, i - 1) && !is_capital_word(doc, i - 1) && !token_has(doc, i + 1, WC_FORENAME) &&
		!begins_person(doc, i + 1))
		return false;
	/* Mr. King */
	return i == first || i + 1 < last || !token_has(doc, i - 1, WC_HONORIFIC);
}

static bool
after_article(const Document *doc, uint32_t i)
{
	return i > 0 && (has_property(doc, i - 1, PROP_POSSESSIVE) || token_has(doc, i - 1, WC_DET | WC_POSSESSIVE | WC_ADJ | WC_ROLEADJ));
}

/* "Tan Sri Omar Hale", "New Yorker Otto Lund": whether a run begins with two words that are listed together as a title or nationality. */
static bool
has_title_of_two(const Document *doc, const NameRun *run)
{
	return run->last >= run->first + 3 && (nq_classes_of_words(doc, run->first, run->first + 2) & (WC_TITLE | WC_DEMONYM)) != 0 &&
		!token_has(doc, run->last - 1, WC_ORGWORD | WC_EVENTWORD | WC_OUTLET);
}

/*
 * Whether a word is an ordinary noun or a word for a body, which can be the field of an office, and no name.  A noun for a
 * person in lower case may be the bearer of the name that follows: "a friend of the diver Harit Bawa".
 */
static bool
is_field_of_office(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && token_has(doc, i, NOUN_WORDS | WC_ORGWORD) &&
		!token_has(doc, i, FUNCTION_WORDS | WC_TITLE | WC_OFFICE | WC_FORENAME | WC_NAMEWORD | WC_PLACE | WC_COUNTRY) &&
		(is_capital_word(doc, i) || !token_has(doc, i, WC_ROLE | WC_PERSON));
}

/* Whether a word can be of a person's name, as an unlisted word or by the lists. */
static bool
is_word_of_person(const Document *doc, uint32_t i)
{
	if (!is_word(doc, i))
		return false;
	return is_capital_word(doc, i) ? !token_has(doc, i, NOUN_WORDS | FUNCTION_WORDS | WC_ADJ | WC_ORGWORD | WC_ORG | WC_SITEWORD | WC_EVENTWORD | WC_PLACE |
												WC_COUNTRY | WC_DEMONYM | WC_TITLE | WC_DAY | WC_MONTH) :
		token_has(doc, i, WC_PARTICLE);
}

bool
nq_is_name_after_field(const Document *doc, uint32_t i)
{
	uint32_t	k = i;
	NameTag		tag;

	if (doc->language->phrases->head_first || !has_name_tags(doc) || i < 2 || !is_field_of_office(doc, i - 1) || !is_capital_word(doc, i))
		return false;
	while (k < doc->token_count && k < i + RUN_WORDS && is_word_of_person(doc, k))
		k++;
	if (k < i + 2 || !is_capital_word(doc, k - 1) || (k < doc->token_count && is_word(doc, k) && is_capital_word(doc, k)))
		return false;
	tag = name_tag_at(doc, i);
	if (!is_capital_word(doc, i - 1))
		return tag.name_class == NAME_PERSON;
	return tag.name_class == NAME_PERSON || (tag.name_class == NAME_ORGANISATION && tag.second == NAME_PERSON) || is_capital_word(doc, i - 2) ||
		token_does(doc, i - 2, FN_DEFINITE);
}

/*
 * "Secretary of State Ann Hale", "Minister for Textiles Harit Bawa": where the name begins after the field of an
 * office: at a listed forename, or at unlisted words after a common noun.
 */
static uint32_t
name_after_field(const Document *doc, uint32_t field, uint32_t last)
{
	for (uint32_t i = field; i < last; i++)
		if (token_has(doc, i, WC_FORENAME) || nq_is_name_after_field(doc, i))
			return i;
	return last;
}

/* "Director of the club": whether a title alone is an office, because its field follows. */
static bool
is_office_alone(const Document *doc, uint32_t i)
{
	return names_show_capitals(doc) && token_has(doc, i, WC_ROLE) && !token_has(doc, i, WC_FORENAME | WC_NAMEWORD) && i + 2 < doc->token_count &&
		token_does(doc, i + 1, FN_GENITIVE) && is_word(doc, i + 2) && !is_capital_word(doc, i + 2);
}

/* Splits the titles off the front of the run. */
static void
split_titles(const Document *doc, NameRun *run)
{
	uint64_t	titles = tagged_from(doc, TAG_TITLE, run->first) & lowest_bits(run->last - run->first);
	uint32_t	after = run->first;

	if (has_title_of_two(doc, run))
	{
		after = run->first + 2;
		run->role = run->first + 1;
	}
	/* Earl Ray Tomblin, Dean Baker: a title that is a forename is not a title. */
	for (; titles != 0; titles &= titles - 1)
	{
		uint32_t	i = run->first + first_bit(titles);

		if (is_title_here(doc, run->first, i, run->last))
		{
			run->role = i;
			after = i + 1;
			/* "Minister Datuk Wira Omar Hale" */
			if (i + 3 < run->last && token_has(doc, i, WC_HONORIFIC) && (nq_classes_of_words(doc, i, i + 2) & WC_TITLE) != 0)
				after = i + 2;
		}
	}
	/* "Dean said": a title alone, without an article, is a person's name; "The Economist" may be an outlet's. */
	if (after == run->last && run->last == run->first + 1 && !is_office_alone(doc, run->first) &&
		(!after_article(doc, run->first) || (token_has(doc, run->first, WC_OUTLET) && token_does(doc, run->first - 1, FN_DEFINITE) &&
											 is_capital_word(doc, run->first - 1))))
	{
		run->role = NONE;
		after = run->first;
	}
	run->name_first = after;
	run->name_last = run->last;
	if (run->role == NONE)
		return;
	/* The Sheriff's Office */
	if (after < run->last && has_property(doc, after, PROP_POSSESSIVE))
	{
		run->role = NONE;
		run->name_first = run->first;
		return;
	}
	if (after < run->last && !is_capital_word(doc, after) && !token_has(doc, after, WC_PARTICLE))
		run->name_first = name_after_field(doc, after, run->last);
	/* "Coordinación General de Puertos": the name's first word gives its type. */
	if (doc->language->phrases->head_first && token_has(doc, run->first, WC_ORGWORD) && !token_has(doc, run->first, WC_TITLE | WC_ROLE))
	{
		run->role = NONE;
		run->name_first = run->first;
		return;
	}
	/*
	 * Justice Department, General Electric, Conservative Council of Lindby: part of the name, not a title, as it is in
	 * "Attorney for the Southern District".
	 */
	if (run->name_first < run->last && !token_does(doc, run->role + 1, FN_GOAL) && !token_has(doc, run->role, WC_HONORIFIC) && !token_has(doc, run->name_first, WC_FORENAME) &&
		(token_has(doc, run->last - 1, WC_ORGWORD | WC_EVENTWORD) ||
		 (token_has(doc, run->name_first, WC_ORGWORD) && run->name_first + 1 < run->last && !is_capital_word(doc, run->name_first + 1))))
	{
		run->role = NONE;
		run->name_first = run->first;
	}
}

static bool
opens_line(const Document *doc, uint32_t i)
{
	return (token_at(doc, i)->flags & TOKEN_NEWLINE) != 0;
}

/* "New York Democrat Chuck Schumer", "Texas Republican Ted Cruz": the forename begins the name. */
static void
split_premodifiers(const Document *doc, NameRun *run)
{
	/* "Fundación Juan Rojas": a head that comes first names the body. */
	uint64_t	before_person = doc->language->phrases->head_first ? 0 : WC_ORGWORD;

	for (uint32_t i = run->name_first + 1; i + 1 < run->name_last; i++)
		if (token_has(doc, i, WC_FORENAME) && !token_has(doc, i, WC_NAMEWORD | WC_ORGWORD | WC_PLACE) &&
			token_has(doc, i - 1, WC_DEMONYM | WC_COUNTRY | WC_PLACE | WC_ORG | WC_OUTLET | before_person) &&
			!token_has(doc, i - 1, WC_FORENAME) &&
			is_capital_word(doc, i + 1) && !token_has(doc, run->name_last - 1, WC_ORGWORD | WC_SITEWORD | WC_EVENTWORD))
		{
			run->name_first = i;
			return;
		}
	/* "Crooked Hillary Clinton": an ordinary word before a forename */
	if (run->name_last - run->name_first >= 3 && (before_person != 0 || !token_has(doc, run->name_first, WC_ORGWORD)) && token_has(doc, run->name_first + 1, WC_FORENAME) &&
		!token_has(doc, run->name_first + 1, WC_NAMEWORD | WC_PLACE | WC_ORGWORD) &&
		!token_has(doc, run->name_first, WC_FORENAME | WC_ORG | WC_PARTICLE) &&
		!token_has(doc, run->name_last - 1, WC_ORGWORD | WC_SITEWORD | WC_EVENTWORD) &&
		(token_has(doc, run->name_first, ORDINARY_WORDS | WC_DEMONYM | WC_PLACE) || opens_line(doc, run->name_first)) &&
		(token_at(doc, run->name_first)->flags & TOKEN_INITIAL) == 0)
		run->name_first++;
}

/* ---- by the tagger ---- */

/* Whether a person's name begins at a word and ends with the run, according to the tagger. */
static bool
is_tagged_person(const Document *doc, uint32_t i, uint32_t last)
{
	NameTag		tag = name_tag_at(doc, i);

	if (!tag.begins || tag.name_class != NAME_PERSON || tag.margin < TRUSTED_MARGIN ||
		(name_tag_at(doc, i - 1).name_class == NAME_PERSON && tag.edge_margin < TRUSTED_EDGE))
		return false;
	for (uint32_t k = i + 1; k < last; k++)
	{
		tag = name_tag_at(doc, k);
		if (tag.begins || tag.name_class != NAME_PERSON)
			return false;
	}
	return true;
}

/* "Ostby Mayor Otto Lind", "H E Peter Brandt": the name begins where a person does, according to the tagger. */
static void
split_by_tags(const Document *doc, NameRun *run)
{
	if (!has_name_tags(doc))
		return;
	for (uint32_t i = run->name_first + 1; i < run->name_last; i++)
	{
		if (!is_tagged_person(doc, i, run->name_last) || !is_capital_word(doc, i - 1) || !is_word(doc, i - 1) ||
			token_has(doc, i, WC_TITLE) || (token_does(doc, i - 1, FN_FORENAME_TITLE) && token_has(doc, i, WC_PARTICLE)) ||
			(token_has(doc, i - 1, WC_FORENAME | WC_PARTICLE) && !nq_ends_in_place_after_of(doc, i)))
			continue;
		if (token_has(doc, i - 1, WC_TITLE | WC_ROLE) && run->role == NONE)
			run->role = i - 1;
		run->name_first = i;
		return;
	}
}

/* ---- offices and bodies ---- */

/* "Australian Mo Adib": splits off a nationality if the tagger is not sure of the edge. */
static void
split_nationality(const Document *doc, NameRun *run)
{
	uint32_t	first = run->name_first;

	if (!has_name_tags(doc) || run->name_last - first < 3 || !token_has(doc, first, WC_DEMONYM) ||
		token_has(doc, first, WC_FORENAME | WC_NAMEWORD) || name_tag_at(doc, run->name_last - 1).name_class != NAME_PERSON)
		return;
	for (uint32_t i = first + 1; i < run->name_last; i++)
		if (!is_word(doc, i) || token_has(doc, i, WC_ORGWORD | WC_ORG | WC_SITEWORD | WC_EVENTWORD | NOUN_WORDS))
			return;
	run->name_first++;
}

/*
 * "Lindby Youth Connect Greta Holm": splits the name of an organisation or site from a person's if the tagger is not
 * sure of either.
 */
static void
split_at_forename(const Document *doc, NameRun *run)
{
	uint32_t	i = run->name_last - 2;
	NameTag		tag;

	if (!has_name_tags(doc) || run->name_last - run->name_first < 4 || !token_has(doc, i, WC_FORENAME) ||
		token_has(doc, i, WC_NAMEWORD | WC_PLACE | WC_ORGWORD | WC_ORG) || token_has(doc, i - 1, WC_FORENAME | WC_PARTICLE) ||
		!is_word(doc, i - 1) || !is_capital_word(doc, i - 1) || (token_at(doc, i - 1)->flags & TOKEN_INITIAL) != 0)
		return;
	if (token_has(doc, i + 1, WC_ORGWORD | WC_ORG | WC_SITEWORD | WC_EVENTWORD | NOUN_WORDS))
		return;
	tag = name_tag_at(doc, i);
	/* "Holm Bridge Otto Lund": the word for a site ends its name, whatever the tagger says. */
	if ((token_has(doc, i - 1, WC_SITEWORD) && token_has(doc, i, WC_MALE | WC_FEMALE)) ||
		(tag.name_class != NAME_PERSON && tag.second == NAME_PERSON &&
		 tag.margin < (token_has(doc, i - 1, WC_ORGWORD | WC_SITEWORD | WC_EVENTWORD) ? TRUSTED_EDGE : TRUSTED_MARGIN)))
		run->name_first = i;
}

/* "Former secretary of State Hall": the first word of the run belongs to the office. */
static void
split_office(const Walk *walk, NameRun *run)
{
	const Document *doc = walk->doc;

	if (run->first < walk->floor + 2 || !token_does(doc, run->first - 1, FN_GENITIVE) ||
		run->name_first != run->first || run->role != NONE || run->name_last - run->name_first < 2 || !token_has(doc, run->first - 2, WC_OFFICE | WC_TITLE) ||
		!token_has(doc, run->first, ORDINARY_WORDS) || token_has(doc, run->first + 1, ORDINARY_WORDS | WC_ORGWORD) ||
		(nq_classes_of_words(doc, run->name_first, run->name_last) & (WC_PLACE | WC_COUNTRY)) != 0)
		return;
	run->first -= 2;
	run->role = run->first;
	run->name_first++;
}

/* "Member of", "Permanent Secretary in the", "Minister of State for": whether an office and a preposition lead to a run. */
static bool
follows_office(const Walk *walk, const NameRun *run)
{
	const Document *doc = walk->doc;
	uint32_t	i = run->first;

	if (i > walk->floor && token_does(doc, i - 1, FN_DEFINITE))
		i--;
	if (i < walk->floor + 2 || !token_does(doc, i - 1, FN_COMPLEMENT))
		return false;
	i -= 2;
	/* The field of the office before a second preposition */
	if (i >= walk->floor + 2 && is_capital_word(doc, i) && token_does(doc, i - 1, FN_GENITIVE))
		i -= 2;
	return is_capital_word(doc, i) && token_has(doc, i, WC_OFFICE | WC_TITLE | WC_ROLE) && !token_has(doc, i, WC_PLURAL);
}

/* "The leader of ODK Mo Adib": whether a run begins with an acronym in the complement of a role, before a listed forename. */
static bool
is_acronym_of_leader(const Walk *walk, const NameRun *run)
{
	const Document *doc = walk->doc;
	const Token *token = token_at(doc, run->first);

	return names_show_capitals(doc) && run->first >= walk->floor + 2 && (token->flags & TOKEN_UPPER) != 0 && token->length > 2 && token->length <= ACRONYM_BYTES &&
		token_does(doc, run->first - 1, FN_GENITIVE) && token_has(doc, run->first - 2, WC_ROLE) && !token_has(doc, run->first - 2, WC_PLURAL) &&
		token_has(doc, run->first + 1, WC_FORENAME) && !token_has(doc, run->first + 1, WC_ORGWORD | WC_PLACE | WC_NAMEWORD) &&
		!token_has(doc, run->last - 1, WC_ORGWORD | WC_SITEWORD | WC_EVENTWORD);
}

/* "Member of Parliament Harit Bawa": splits the words that belong to the office before the run from the name. */
static void
split_field(const Walk *walk, NameRun *run)
{
	if (walk->inside || run->role != NONE || run->name_first != run->first || run->name_last - run->name_first < 3)
		return;
	if (is_acronym_of_leader(walk, run))
	{
		run->name_first++;
		return;
	}
	if (!follows_office(walk, run))
		return;
	for (uint32_t i = run->name_first + 1; i + 1 < run->name_last; i++)
		if (nq_is_name_after_field(walk->doc, i))
		{
			run->name_first = i;
			return;
		}
}

/* The classes of the words before token k, by their common entry or, of one word, by its own. */
static uint64_t
classes_before(const Document *doc, uint32_t first, uint32_t k)
{
	return k > first + 1 ? nq_classes_of_words(doc, first, k) : classes_at(doc, first);
}

/* Whether a run begins with a body or place that can be the complement of a preposition, before token k. */
static bool
begins_with_body(const Document *doc, uint32_t first, uint32_t k)
{
	uint64_t	classes = classes_before(doc, first, k);
	const Token *token = token_at(doc, first);

	if (k > first + 1 ? (classes & (WC_ORG | WC_OUTLET | WC_PLACE | WC_COUNTRY)) != 0 :
		(classes & (WC_ORG | WC_OUTLET)) != 0 && !token_has(doc, first, WC_FORENAME))
		return true;
	if (token_has(doc, first, WC_FORENAME | WC_TITLE | WC_ROLE) || (token->flags & TOKEN_INITIAL) != 0)
		return false;
	if (k == first + 1)
		return (classes & (WC_PLACE | WC_COUNTRY)) != 0 || ((token->flags & TOKEN_UPPER) != 0 && token->length > 1 && token->length <= ACRONYM_BYTES);
	return token_has(doc, first, WC_ORGWORD | WC_OUTLET | WC_ORG);
}

/* "Dijo a DW Ana Ruiz", "a dit à l'AFP M. Roy": where the subject begins after the complement of a preposition; last if it does not. */
static uint32_t
cut_after_complement(const Walk *walk, uint32_t first, uint32_t last)
{
	const Document *doc = walk->doc;
	uint32_t	before = first - 1;

	if (!doc->language->phrases->head_first || first <= walk->floor || last < first + 2)
		return last;
	if (token_has(doc, before, WC_DET) && before > walk->floor && !token_has(doc, before, WC_PREP))
		before--;
	if (!is_word(doc, before) || !token_has(doc, before, WC_PREP))
		return last;
	for (uint32_t k = first + 1; k + 1 < last && k <= first + BODY_WORDS; k++)
		if ((token_has(doc, k, WC_HONORIFIC) ||
			 (token_has(doc, k, WC_FORENAME) && !token_has(doc, k, WC_PLACE | WC_ORGWORD | WC_ORG) && !token_has(doc, k - 1, WC_FORENAME | WC_PARTICLE))) &&
			is_capital_word(doc, k) && is_capital_word(doc, k + 1) && begins_with_body(doc, first, k))
			return k;
	return last;
}

/* "The MP from Lindby Mo Adib": splits the seat of an office from the name after it. */
static void
split_seat(const Walk *walk, NameRun *run)
{
	const Document *doc = walk->doc;

	if (run->role != NONE || run->name_last - run->name_first < 3 || run->first < walk->floor + 2 || !token_has(doc, run->first - 1, WC_PREP) ||
		!token_has(doc, run->first - 2, WC_OFFICE))
		return;
	for (uint32_t k = run->name_first + 1; k + 1 < run->name_last; k++)
		if (nq_is_member_after_seat(doc, run->first - 2, run->first - 1, k))
		{
			run->name_first = k;
			return;
		}
}

/* "France Info Luc Roy", "Medef Pierre Roy": splits a listed organisation from the name after it. */
static void
split_body_before(const Document *doc, NameRun *run)
{
	if (!doc->language->phrases->head_first || run->role != NONE)
		return;
	for (uint32_t k = run->name_first + 1; k + 1 < run->name_last && k < run->name_first + BODY_WORDS; k++)
		if (token_has(doc, k, WC_FORENAME) && !token_has(doc, k, WC_PLACE | WC_ORGWORD | WC_ORG) && is_capital_word(doc, k + 1) &&
			(classes_before(doc, run->name_first, k) & (WC_ORG | WC_OUTLET)) != 0 && !token_has(doc, run->name_first, WC_FORENAME))
		{
			run->name_first = k;
			return;
		}
}

/*
 * "ministra española de", "ministre délégué de la": the role before "of", across adjectives; NONE if there is
 * none.
 */
static uint32_t
role_before_genitive(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (i > walk->floor && token_has(doc, i - 1, WC_DET) && !token_does(doc, i - 1, FN_COMPLEMENT))
		i--;
	if (i <= walk->floor + 1 || !token_does(doc, i - 1, FN_COMPLEMENT))
		return NONE;
	for (uint32_t k = i - 2; k + ADJECTIVES_OF_ROLE + 2 > i; k--)
	{
		if (token_has(doc, k, WC_ROLE | WC_OFFICE) && !token_has(doc, k, WC_PLURAL))
			return k;
		/* "El viceconsejero de": an unlisted noun after an article. */
		if (k > walk->floor && k + 2 == i && classes_at(doc, k) == 0 && is_word(doc, k) && !is_capital_word(doc, k) &&
			token_does(doc, k - 1, FN_DEFINITE))
			return k;
		if (!is_word(doc, k) || !token_has(doc, k, WC_ADJ) || k == walk->floor)
			return NONE;
	}
	return NONE;
}

/*
 * "El ministro de Economía Luis Rojas": splits the words of the office from the name, which begins with the
 * forename.
 */
static void
split_office_before(const Walk *walk, NameRun *run)
{
	const Document *doc = walk->doc;
	uint32_t	role;

	if (!doc->language->phrases->head_first || walk->inside || run->role != NONE || run->name_last - run->name_first < 3)
		return;
	role = role_before_genitive(walk, run->first);
	if (role == NONE || token_has(doc, run->name_first, WC_FORENAME))
		return;
	for (uint32_t k = run->name_first + 1; k + 1 < run->name_last; k++)
		if (token_has(doc, k, WC_FORENAME) && !token_has(doc, k, WC_PLACE | WC_ORGWORD) && is_capital_word(doc, k + 1))
		{
			run->first = run->role = role;
			run->name_first = k;
			return;
		}
}

/* ---- all of it ---- */

/* Splits off what does not belong to the name: titles, particles before it, modifiers, an office. */
static void
split_run(const Walk *walk, NameRun *run)
{
	const Document *doc = walk->doc;
	uint32_t	first = run->first;

	split_titles(doc, run);
	if (run->name_first == first)
		run->first = run->name_first = first > walk->floor && nq_is_bare_initial(walk, first - 1) ? first - 1 : nq_before_particles(walk, first);
	split_office_before(walk, run);
	split_body_before(doc, run);
	if (run->name_last - run->name_first >= 3)
		split_premodifiers(doc, run);
	if (!doc->language->phrases->head_first)
		split_office(walk, run);
	split_field(walk, run);
	split_seat(walk, run);
	split_by_tags(doc, run);
	split_nationality(doc, run);
	split_at_forename(doc, run);
}

/*
 * "Anna Hatum Berta Coban": whether a run is two names, each a forename and a surname, from a caption and the
 * text.
 */
static bool
are_two_persons(const Document *doc, uint32_t first, uint32_t last)
{
	if (last - first != 4)
		return false;
	for (uint32_t i = first; i < last; i += 2)
		if (!token_has(doc, i, WC_FORENAME) || token_has(doc, i, WC_NAMEWORD | WC_PLACE | WC_ORGWORD | WC_TITLE) ||
			!token_has(doc, i, WC_MALE | WC_FEMALE) || classes_at(doc, i + 1) != 0 || !is_capital_word(doc, i + 1) ||
			token_at(doc, i + 1)->length <= GENERATION_BYTES)
			return false;
	return true;
}

/* "Otto Lund LHA Director": a person's name ends where the next name begins, according to the tagger. */
static uint32_t
cut_by_tags(const Document *doc, uint32_t first, uint32_t last)
{
	if (are_two_persons(doc, first, last))
		return first + 2;
	for (uint32_t i = first + 2; has_name_tags(doc) && i < last; i++)
	{
		NameTag		before = name_tag_at(doc, i - 1);
		NameTag		tag = name_tag_at(doc, i);

		if (tag.begins && tag.name_class != NAME_NONE && tag.edge_margin >= TRUSTED_MARGIN && is_capital_word(doc, i) &&
			is_capital_word(doc, i - 1) && token_at(doc, i - 1)->length > 1 && before.name_class == NAME_PERSON &&
			before.margin >= TRUSTED_EDGE &&
			(tag.name_class != NAME_PERSON || tag.edge_margin >= TRUSTED_EDGE))
			return i;
	}
	return last;
}

/*
 * "Milo Hart MP", "Greta Holm OBE", "Ida Crane M.D.": whether the letters after a name are not part of it;
 * "Milo Hart III" is a name.
 */
static bool
is_honour(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *text = doc->text + token->start;

	if (!token_has(doc, i, WC_SUFFIX) || token_has(doc, i, WC_FORENAME) || (token->flags & (TOKEN_UPPER | TOKEN_DOTTED)) == 0)
		return false;
	if ((token->flags & TOKEN_DOTTED) != 0)
		return token->length > GENERATION_BYTES;
	for (uint32_t k = 0; k < token->length; k++)
		if (text[k] != 'I' && text[k] != 'V' && text[k] != 'X')
			return true;
	return false;
}

static void
drop_honours(const Document *doc, NameRun *run)
{
	while (run->name_last > run->name_first + 1 && is_honour(doc, run->name_last - 1))
		run->name_last--;
}

/* The holder of an office before the run is a person: see split_field(). */
static void
make_holder_person(const Walk *walk, NameRun *run)
{
	if (walk->inside || run->type == TYPE_PERSON || run->name_first == run->first ||
		(!is_acronym_of_leader(walk, run) && (!follows_office(walk, run) || !nq_is_name_after_field(walk->doc, run->name_first))))
		return;
	run->type = TYPE_PERSON;
	run->gender = GENDER_UNKNOWN;
}

void
nq_read_name(const Walk *walk, uint32_t i, NameRun *run)
{
	uint32_t	campaign = nq_end_of_campaign(walk, i);

	run->first = run->name_first = i;
	run->role = NONE;
	if (campaign > i)
	{
		run->last = run->name_last = campaign;
		run->type = TYPE_ORGANISATION;
		run->gender = GENDER_NEUTER;
		return;
	}
	run->last = run->name_last = cut_after_complement(walk, i, cut_by_tags(walk->doc, i, nq_run_end(walk, i)));
	if (nq_after_numbers(walk, i) > i)
	{
		run->type = TYPE_DOCUMENT;
		run->gender = GENDER_NEUTER;
		return;
	}
	split_run(walk, run);
	drop_honours(walk->doc, run);
	if (run->role == NONE)
	{
		nq_decide_name_type(walk->doc, run);
		make_holder_person(walk, run);
		return;
	}
	/* A standalone title, or one before the name */
	run->type = TYPE_PERSON;
	run->gender = nq_gender_with_role(walk->doc, run);
}
