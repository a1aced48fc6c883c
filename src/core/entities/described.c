/*
 * described.c
 *	  The antecedents that a description can refer to.
 *
 * Takes the antecedents of a description; drops those that its words exclude: all but the bearers of its role,
 * all but those printed with its nation or place, and the reporter of the words that contain it.  The
 * description itself stays, unless somebody is printed with its constituency.
 */
#include "core/entities/described.h"

#include "core/entities/constituencies.h"
#include "core/entities/entity_index.h"
#include "core/entities/name_types.h"
#include "core/entities/name_words.h"
#include "core/entities/role_links.h"
#include "core/lexical/word_properties.h"
#include "core/speech/quote_context.h"

#include <string.h>

/* ---- antecedents ---- */

/* A property of an antecedent, given the description. */
typedef bool (*Property) (const Document *doc, uint32_t number, const Antecedent *who);

/* Whether an antecedent other than the description itself has a property. */
static bool
any_has(const Document *doc, uint32_t number, const Antecedents *antecedents, Property property)
{
	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent != number && property(doc, number, &antecedents->who[i]))
			return true;
	return false;
}

/* Drops the antecedents without a property; the description itself stays. */
static void
keep_those(const Document *doc, uint32_t number, Antecedents *antecedents, Property property)
{
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent == number || property(doc, number, &antecedents->who[i]))
			antecedents->who[kept++] = antecedents->who[i];
	antecedents->count = kept;
}

/* Drops one antecedent, unless it is the description itself. */
static void
drop_one(uint32_t number, Antecedents *antecedents, uint32_t referent)
{
	if (referent != number)
		nq_drop_antecedent(antecedents, referent);
}

/* ---- roles ---- */

/* Whether any mention of the antecedent has the role of the description. */
bool
nq_came_with_role(const Document *doc, uint32_t number, const Antecedent *who)
{
	return nq_bore_role(doc, number, doc->mentions[who->referent].entity);
}

/* "The governor", "the 46-year-old": whether a description is only a role. */
static bool
is_bare_role(const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && mention->head == mention->first + 1 && mention->last == mention->head + 1;
}

/* "The police chief", "the prime minister": whether a description is a role after words that belong to it. */
static bool
is_definite_role(const Document *doc, const Mention *mention)
{
	return names_show_capitals(doc) && mention->kind == MENTION_NOMINAL && mention->head > mention->first + 1 && mention->last == mention->head + 1 &&
		token_does(doc, mention->first, FN_DEFINITE) && token_has(doc, mention->head, WC_ROLE | WC_OFFICE | WC_TITLE);
}

/* Whether a mention has a word of the description. */
static bool
has_word(const Document *doc, const Mention *mention, uint32_t word)
{
	for (uint32_t i = mention->first; i < mention->last; i++)
		if (nq_same_word(doc, i, word))
			return true;
	return false;
}

/* "His mother", "the victim's mother": whether a phrase has an owner before its noun. */
static bool
has_owner(const Document *doc, const Mention *mention)
{
	return token_has(doc, mention->first, WC_POSSESSIVE) || holds_kind(doc, mention->first, mention->head, TOKEN_CLITIC);
}

/* "The Conservative", after "Conservative MP Otto Lind": whether the word is printed before the name of an antecedent. */
static bool
is_printed_before(const Document *doc, uint32_t number, const Antecedent *who)
{
	const Mention *mention = &doc->mentions[number];
	const Mention *name = &doc->mentions[who->referent];

	if (!is_bare_role(mention) || name->kind != MENTION_NAME || (token_at(doc, mention->head)->flags & TOKEN_CAPITAL) == 0)
		return false;
	for (uint32_t i = name->first; i < name->name_first; i++)
		if (nq_same_word(doc, i, mention->head))
			return true;
	return false;
}

/* "His father" is not Father Otto Lind: whether an antecedent bears a word for a relative only as a title. */
static bool
is_titled_relative(const Document *doc, uint32_t number, const Antecedent *who)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	entity = doc->mentions[who->referent].entity;
	uint32_t	bearer = entity == NONE || !token_has(doc, mention->head, WC_KIN) || !token_has(doc, mention->first, WC_POSSESSIVE) ? NONE : nq_last_bearing(doc, number, entity);

	return bearer != NONE && doc->mentions[bearer].kind == MENTION_NAME && doc->mentions[bearer].role == doc->mentions[bearer].first &&
		(token_at(doc, doc->mentions[bearer].role)->flags & TOKEN_CAPITAL) != 0;
}

/* Whether an antecedent has the role of a description: "Governor Hall", or "a governor", "Ostby's governor". */
static bool
has_role(const Document *doc, uint32_t number, const Antecedent *who)
{
	return (nq_came_with_role(doc, number, who) && !is_titled_relative(doc, number, who)) || is_printed_before(doc, number, who) ||
		(who->referent != number && (token_does(doc, doc->mentions[who->latest].first, FN_INDEFINITE) || has_owner(doc, &doc->mentions[who->latest])) &&
		 doc->mentions[who->latest].kind == MENTION_NOMINAL && nq_same_role(doc, number, who->latest));
}

/* "His mother", "Lund's brother", "their lawyer": whether a description is of a relative, or somebody in a person's service, who must have been introduced as one. */
static bool
is_kin_of(const Document *doc, const Mention *mention)
{
	if (mention->head == mention->first)
		return false;
	/* "Its mayor" may be anybody named. */
	if (token_has(doc, mention->head, WC_ROLE) && token_has(doc, mention->first, WC_POSSESSIVE) && !token_does(doc, mention->first, FN_NEUTER))
		return true;
	return token_has(doc, mention->head, WC_KIN) && !token_does(doc, mention->first, FN_DEFINITE);
}

/*
 * "The senior harbour spokesman" after "a senior harbour spokesman": whether an unnamed antecedent has all the
 * words of the description.
 */
static bool
is_said_again(const Document *doc, uint32_t number, const Antecedent *who)
{
	const Mention *mention = &doc->mentions[number];
	const Mention *other = &doc->mentions[who->latest];

	if (who->referent == number || other->kind != MENTION_NOMINAL || is_apposed(other) || other->last - other->first < mention->last - mention->first ||
		!token_does(doc, mention->first, FN_DEFINITE) || mention->last != mention->head + 1 || !nq_same_word(doc, mention->head, other->head))
		return false;
	/* The same words with "the" do not say that nobody was named. */
	if (token_does(doc, other->first, FN_DEFINITE) && other->last - other->first == mention->last - mention->first)
		return false;
	for (uint32_t i = mention->first + 1; i < mention->head; i++)
	{
		uint32_t	k = other->first;

		while (k < other->head && !nq_same_word(doc, i, k))
			k++;
		if (k == other->head)
			return false;
	}
	return true;
}

/* Whether an antecedent has all the words of the description, or its role. */
static bool
is_said_again_or_bearer(const Document *doc, uint32_t number, const Antecedent *who)
{
	return is_said_again(doc, number, who) || nq_came_with_role(doc, number, who);
}

static bool
bears_plain_role(const Document *doc, uint32_t number, const Antecedent *who)
{
	return nq_bore_plain_role(doc, number, doc->mentions[who->referent].entity);
}

/* Whether an antecedent is no "former Governor Lund". */
static bool
is_not_qualified(const Document *doc, uint32_t number, const Antecedent *who)
{
	return !nq_came_with_role(doc, number, who) || bears_plain_role(doc, number, who);
}

/*
 * If an antecedent has exactly the role of the description, drops those without it.  "The governor" is not "former
 * Governor Lund" if another one is "Governor Rask".
 */
static void
keep_bearers(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	if (is_kin_of(doc, &doc->mentions[number]) || any_has(doc, number, antecedents, has_role))
		keep_those(doc, number, antecedents, has_role);
	/* Whoever was introduced with the word is meant. */
	if (any_has(doc, number, antecedents, is_printed_before))
		nq_drop_antecedent(antecedents, number);
	if (token_has(doc, doc->mentions[number].head, WC_OFFICE) && any_has(doc, number, antecedents, bears_plain_role))
		keep_those(doc, number, antecedents, is_not_qualified);
}

/* ---- nations and places ---- */

/* Whether one of the words before a description's noun is also in a phrase. */
bool
nq_shares_words(const Document *doc, const Mention *mention, uint32_t first, uint32_t last)
{
	for (uint32_t i = mention->first; i < mention->head; i++)
	{
		if (!is_word(doc, i) || token_has(doc, i, FUNCTION_WORDS))
			continue;
		for (uint32_t k = first; k < last; k++)
			if (nq_same_word(doc, i, k))
				return true;
	}
	return false;
}

/* "The Ostby mayor": whether a capitalised word precedes a description's noun. */
static bool
has_capital(const Document *doc, const Mention *mention)
{
	if (mention->kind != MENTION_NOMINAL)
		return false;
	for (uint32_t i = mention->first; i < mention->head; i++)
		if ((token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 && !token_has(doc, i, WC_DET | WC_POSSESSIVE))
			return true;
	return false;
}

/*
 * "The Ostby mayor", after "Ann Hale of Ostby" or "the Ostby lawyer, Ann Hale": whether a word before the noun
 * is printed with the name.
 */
bool
nq_shares_modifier(const Document *doc, const Mention *mention, const Antecedent *who)
{
	uint32_t	printed[] = {who->latest, who->referent};

	for (uint32_t i = 0; i < 2; i++)
	{
		const Mention *other = &doc->mentions[printed[i]];

		if (nq_shares_words(doc, mention, other->first, other->last) ||
			(is_apposed(other) &&
			 nq_shares_words(doc, mention, doc->mentions[appositive_of(doc, other)].first, doc->mentions[appositive_of(doc, other)].last)))
			return true;
	}
	return false;
}

/* "The Greek leader": whether a description is an office after a nation or place. */
bool
nq_has_nation(const Document *doc, const Mention *mention)
{
	return mention->head == mention->first + 2 && mention->last == mention->head + 1 &&
		token_has(doc, mention->first + 1, WC_DEMONYM | WC_COUNTRY) && token_has(doc, mention->head, WC_OFFICE | WC_ROLE);
}

static bool
shares_modifier(const Document *doc, uint32_t number, const Antecedent *who)
{
	return nq_shares_modifier(doc, &doc->mentions[number], who);
}

static bool
is_related(const Document *doc, uint32_t number, const Antecedent *who)
{
	return nq_came_with_role(doc, number, who) || shares_modifier(doc, number, who);
}

/* "The Greek leader": if an antecedent was named with a Greek office, drops the others. */
static void
keep_officers(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	if (any_has(doc, number, antecedents, shares_modifier))
		keep_those(doc, number, antecedents, is_related);
}

/* "Lindby's mayor", "Ann Hale, Lindby's mayor": whether a mention, or the description after it, has a capitalised word before its noun. */
static bool
is_of_place(const Document *doc, const Mention *mention)
{
	return has_capital(doc, mention) || (is_apposed(mention) && has_capital(doc, &doc->mentions[appositive_of(doc, mention)]));
}

static bool
shares_modifier_by_itself(const Document *doc, uint32_t number, const Antecedent *who)
{
	return !doc->mentions[who->latest].nested && shares_modifier(doc, number, who);
}

/* Whether an antecedent does not bear the role of another place. */
static bool
is_not_of_other_place(const Document *doc, uint32_t number, const Antecedent *who)
{
	return !nq_came_with_role(doc, number, who) || !is_of_place(doc, &doc->mentions[who->latest]) || shares_modifier(doc, number, who);
}

/* "The Dunmore mayor" is not "Ann Hale, Lindby's mayor" if another antecedent is printed with Dunmore. */
static void
drop_other_bearers(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	if (any_has(doc, number, antecedents, shares_modifier_by_itself))
		keep_those(doc, number, antecedents, is_not_of_other_place);
}

/* Whether a word before a description's noun is capitalised as the name of a person or body. */
static bool
is_other_name(const Document *doc, uint32_t i)
{
	return (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 && !token_has(doc, i, WC_DET | WC_POSSESSIVE | WC_DEMONYM | WC_COUNTRY);
}

/* "The Lund aide", "Lund's partner" are not Lund: whether no word before the noun is in the name of an antecedent. */
static bool
is_not_named_within(const Document *doc, uint32_t number, const Antecedent *who)
{
	const Mention *mention = &doc->mentions[number];
	const Mention *name = &doc->mentions[who->referent];

	for (uint32_t i = mention->first; name->kind == MENTION_NAME && i < mention->head; i++)
	{
		if (!is_other_name(doc, i))
			continue;
		for (uint32_t k = name->name_first; k < name->name_last; k++)
			if (nq_same_word(doc, i, k))
				return false;
	}
	return true;
}

/* "The Labour leader", "Greek Minister Otto Lind": the capitalised adjective right before the role of a mention; NONE if there is none. */
static uint32_t
party_of(const Document *doc, const Mention *mention)
{
	uint32_t	role = role_word(mention);

	return role != NONE && role > mention->first && (token_at(doc, role - 1)->flags & TOKEN_CAPITAL) != 0 &&
		token_has(doc, role - 1, WC_ROLEADJ | WC_DEMONYM) && !token_has(doc, role - 1, WC_COUNTRY) ? role - 1 : NONE;
}

/* "The Republican nominee" is not "Democratic nominee Ada Holm". */
static bool
is_not_of_other_party(const Document *doc, uint32_t number, const Antecedent *who)
{
	uint32_t	bearer = nq_last_bearing(doc, number, doc->mentions[who->referent].entity);
	uint32_t	other = bearer == NONE ? NONE : party_of(doc, &doc->mentions[bearer]);

	return other == NONE || nq_same_word(doc, party_of(doc, &doc->mentions[number]), other);
}

/* "The Lund aide", "Lund's spokesman": whether a name other than a nation's precedes the noun of a description. */
static bool
names_other(const Document *doc, const Mention *mention)
{
	for (uint32_t i = mention->first; i < mention->head; i++)
		if (is_other_name(doc, i))
			return true;
	return false;
}

/* ---- seats ---- */

/* "The MP for Dunmore": the capitalised word after the preposition that follows the role of a phrase; NONE if there is none. */
static uint32_t
seat_of(const Document *doc, const Mention *mention)
{
	uint32_t	role = role_word(mention);
	uint32_t	i = role == NONE ? mention->last : role + 1;

	return i + 1 < mention->last && token_does(doc, i, FN_SOURCE | FN_GOAL | FN_GENITIVE) && is_word(doc, i + 1) &&
		(token_at(doc, i + 1)->flags & TOKEN_CAPITAL) != 0 ? i + 1 : NONE;
}

/* "The MP for Dunmore" is not "Ann Hale, the MP for Lindby". */
static bool
is_not_of_other_seat(const Document *doc, uint32_t number, const Antecedent *who)
{
	uint32_t	bearer = who->referent == number ? NONE : nq_last_bearing(doc, number, doc->mentions[who->referent].entity);
	const Mention *named = bearer == NONE ? NULL : &doc->mentions[bearer];
	uint32_t	other;

	if (named == NULL)
		return true;
	other = seat_of(doc, named);
	if (other == NONE && is_apposed(named))
		other = seat_of(doc, &doc->mentions[appositive_of(doc, named)]);
	return other == NONE || has_word(doc, &doc->mentions[number], other);
}

/* ---- parties and constituencies ---- */

/* "The Montana Republican" is Otto Lund (R-Mont.). */
static bool
is_of_constituency(const Document *doc, uint32_t number, const Antecedent *who)
{
	return nq_constituency_fits(doc, number, who) == CONSTITUENCY_FITS;
}

/* "The Republican" is not Ada Holm (D-N.M.). */
static bool
is_not_of_other_constituency(const Document *doc, uint32_t number, const Antecedent *who)
{
	return nq_constituency_fits(doc, number, who) != CONSTITUENCY_FITS_NOT;
}

/* "The Montana Republican": whether a description is a role after a place and nothing else. */
static bool
is_role_of_place(const Document *doc, const Mention *mention)
{
	return names_show_capitals(doc) && mention->head > mention->first + 1 && mention->last == mention->head + 1 && token_does(doc, mention->first, FN_DEFINITE) &&
		token_has(doc, mention->head, WC_ROLE | WC_OFFICE) && (nq_classes_of_words(doc, mention->first + 1, mention->head) & WC_PLACE) != 0;
}

/* Drops those printed with another party or constituency; and all others, even the description, if the description's is printed with one. */
static void
keep_constituency(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	keep_those(doc, number, antecedents, is_not_of_other_constituency);
	if (!nq_names_constituency(doc, number) || !any_has(doc, number, antecedents, is_of_constituency))
		return;
	keep_those(doc, number, antecedents, is_of_constituency);
	nq_drop_antecedent(antecedents, number);
}

/* ---- nationalities ---- */

/* "The Irishman", "the German": whether a description is a nationality alone. */
static bool
is_national(const Document *doc, const Mention *mention)
{
	return is_bare_role(mention) && token_does(doc, mention->first, FN_DEFINITE) && token_has(doc, mention->head, WC_DEMONYM) &&
		!token_has(doc, mention->head, WC_ROLE | WC_OFFICE | WC_TITLE);
}

/* The bytes at their end in which the names of a country and of its people can differ: Nigeria, Nigerian. */
#define NATION_ENDING 2

/* Whether a word is the nationality, or the name of its country. */
static bool
is_of_nation(const Document *doc, uint32_t i, uint32_t nationality)
{
	const Token *word = token_at(doc, i);
	const Token *nation = token_at(doc, nationality);
	uint32_t	least = word->length < nation->length ? word->length : nation->length;

	return nq_same_word(doc, i, nationality) ||
		(token_has(doc, i, WC_COUNTRY) && least > NATION_ENDING && memcmp(doc->text + word->start, doc->text + nation->start, least - NATION_ENDING) == 0);
}

/* Whether words before the name of an antecedent, or in the apposition beside it, are of a nation; or of another one. */
static bool
has_nation(const Document *doc, const Antecedent *who, uint32_t nationality, bool same)
{
	uint32_t	printed[] = {who->latest, who->referent};

	for (uint32_t k = 0; k < 2; k++)
	{
		const Mention *other = &doc->mentions[printed[k]];
		const Mention *beside = is_apposed(other) ? &doc->mentions[appositive_of(doc, other)] : NULL;

		for (uint32_t i = other->first; i < other->last; i++)
			if ((i < other->name_first || i >= other->name_last) && token_has(doc, i, WC_DEMONYM | WC_COUNTRY) && is_of_nation(doc, i, nationality) == same)
				return true;
		for (uint32_t i = beside == NULL ? 0 : beside->first; beside != NULL && i < beside->last; i++)
			if (token_has(doc, i, WC_DEMONYM | WC_COUNTRY) && is_of_nation(doc, i, nationality) == same)
				return true;
	}
	return false;
}

static bool
is_compatriot(const Document *doc, uint32_t number, const Antecedent *who)
{
	return has_nation(doc, who, doc->mentions[number].head, true);
}

static bool
is_not_foreign(const Document *doc, uint32_t number, const Antecedent *who)
{
	return !has_nation(doc, who, doc->mentions[number].head, false);
}

static bool
is_person_by_name(const Document *doc, uint32_t number, const Antecedent *who)
{
	const Mention *other = &doc->mentions[who->latest];

	(void) number;
	return other->inside == NONE && doc->mentions[who->referent].kind == MENTION_NAME && doc->mentions[who->referent].entity != NONE &&
		doc->entities[doc->mentions[who->referent].entity].type == TYPE_PERSON;
}

/*
 * "The Irishman", after "the manager, Sean Lund": "the" with a nationality alone refers to a person who was mentioned, preferably one
 * printed with the nation, and not with another.
 */
static void
keep_nationals(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	if (any_has(doc, number, antecedents, is_compatriot))
		keep_those(doc, number, antecedents, is_compatriot);
	else
		keep_those(doc, number, antecedents, is_not_foreign);
	if (any_has(doc, number, antecedents, is_person_by_name) || any_has(doc, number, antecedents, is_compatriot))
		nq_drop_antecedent(antecedents, number);
}

/* ---- reporters ---- */

/* How many cues, and tokens, before a description can report the clause that contains it. */
#define REPORTS_BACK 3
#define REPORT_TOKENS 40

/*
 * "When she named Hale, the mate said": whether a description is after the comma that ends a cue's subordinate
 * clause, and so not in what that cue reports.
 */
static bool
is_after_clause(const Document *doc, const Mention *mention, const Cue *c)
{
	uint32_t	first = doc->mentions[c->subject].first;

	return token_at(doc, mention->first - 1)->kind == TOKEN_COMMA && first > 0 && is_word(doc, first - 1) &&
		token_has(doc, first - 1, WC_SUBORD | WC_WH);
}

/* "Hale said the mate told the crew": drops the reporter of the clause that contains the description. */
static void
drop_reporter(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	floor = doc->sentence_cues[mention->sentence];
	uint32_t	cue = nq_cue_from(doc, mention->sentence, mention->first);

	for (uint32_t steps = 0; cue-- > floor && steps < REPORTS_BACK; steps++)
	{
		const Cue  *c = &doc->cues[cue];

		if (c->subject == NONE || c->form != FORM_FINITE || c->link == SUBJECT_INVERTED || doc->mentions[c->subject].first >= c->first ||
			c->last + REPORT_TOKENS < mention->first || is_after_clause(doc, mention, c) || holds_kind(doc, c->last, mention->first, TOKEN_MARK))
			continue;
		drop_one(number, antecedents, nq_named(doc, c->subject));
	}
}

/* Mentions after a description among which is the subject of a parenthesis. */
#define PARENTHESIS_MENTIONS 3

/* "The referee, he said, had told him": drops the reporter in a parenthesis after the description; for a pronoun, the last reporter before. */
static void
drop_reporter_in_passing(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	cue = nq_cue_from(doc, mention->sentence, mention->last);
	uint32_t	reporter;

	if (token_at(doc, mention->last)->kind != TOKEN_COMMA || cue >= doc->sentence_cues[mention->sentence + 1])
		return;
	reporter = doc->cues[cue].subject;
	if (reporter == NONE || reporter <= number || reporter > number + PARENTHESIS_MENTIONS || doc->mentions[reporter].first != mention->last + 1 ||
		doc->cues[cue].first != doc->mentions[reporter].last || token_at(doc, doc->cues[cue].last)->kind != TOKEN_COMMA)
		return;
	if (doc->mentions[reporter].kind == MENTION_PRONOUN)
		reporter = nq_last_reporter(doc, number, 1);
	if (reporter != NONE)
		drop_one(number, antecedents, nq_named(doc, reporter));
}

/* ---- titles with a place ---- */

/* "The Marquess of Salcombe": whether a description is a capitalised title of a place, which is as good as a name. */
static bool
is_titled_of_place(const Document *doc, const Mention *mention)
{
	uint32_t	of = mention->head + 1;

	return (token_at(doc, mention->head)->flags & TOKEN_CAPITAL) != 0 && token_has(doc, mention->head, WC_TITLE | WC_ROLE) &&
		of + 1 < mention->last && token_does(doc, of, FN_GENITIVE) && (token_at(doc, of + 1)->flags & TOKEN_CAPITAL) != 0;
}

/* "The Marquess of Salcombe" is nobody who was named without that title. */
static bool
has_title(const Document *doc, uint32_t number, const Antecedent *who)
{
	return nq_came_with_role(doc, number, who) || nq_same_role(doc, number, who->latest);
}

/* ---- relative clauses ---- */

/* "The man who built it" is nobody of another description: the relative clause tells who it is. */
static bool
has_name(const Document *doc, uint32_t number, const Antecedent *who)
{
	(void) number;
	return doc->mentions[who->referent].kind == MENTION_NAME;
}

/* ---- participants of one clause ---- */

/* Mentions before a phrase, and tokens, that are searched for the other participants of its clause. */
#define PARTICIPANTS_BACK 6
#define PARTICIPANT_TOKENS 12

/*
 * "Lund met the king", "Lund spoke to the king": whether a verb other than a linking one, and no punctuation, is
 * between a mention and a phrase after it.
 */
static bool
has_verb_between(const Document *doc, uint32_t first, uint32_t last)
{
	bool		verb = false;

	if (last > first + PARTICIPANT_TOKENS || token_does(doc, last - 1, FN_AS))
		return false;
	for (uint32_t i = first; i < last; i++)
	{
		if (!is_word(doc, i) || token_does(doc, i, FN_COPULA | FN_SAME) || token_has(doc, i, WC_RELATIVE | WC_SUBORD))
			return false;
		verb |= token_has(doc, i, WC_FINITE) && !token_has(doc, i, WC_AUX);
	}
	return verb;
}

/*
 * "Lund met the king.  ... the king said": drops those who took part in the clause that introduced the bearer
 * of the role, because the subject and the objects of a verb are different persons.
 */
static void
drop_participants(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	uint32_t	phrase;
	uint32_t	bearer = nq_bearer_before(doc, number, &phrase);

	/* "Lund heard the guard shouting" */
	if (bearer == NONE && phrase == NONE && !nq_is_first_phrase(doc, number) && !token_has(doc, doc->mentions[number].last, WC_FINITE | WC_AUX))
		phrase = number;
	if (bearer != NONE || phrase == NONE || doc->mentions[phrase].kind != MENTION_NOMINAL || is_apposed(&doc->mentions[phrase]) ||
		doc->mentions[phrase].possessive)
		return;
	for (uint32_t k = phrase; k-- > 0 && k + PARTICIPANTS_BACK >= phrase && doc->mentions[k].sentence == doc->mentions[phrase].sentence;)
	{
		const Mention *other = &doc->mentions[k];

		if (other->inside != NONE || other->nested || other->possessive || other->last > doc->mentions[phrase].first ||
			!has_verb_between(doc, other->last, doc->mentions[phrase].first))
			continue;
		drop_one(number, antecedents, nq_named(doc, k));
	}
}

/*
 * "He was called “a menace” by the judge": drops the subject of a passive verb whose agent the description is, which stands right
 * before the verb or begins the sentence.
 */
static void
drop_patient(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	floor = doc->sentence_cues[mention->sentence];
	uint32_t	cue = nq_cue_from(doc, mention->sentence, mention->first);

	if (mention->first == 0 || !token_does(doc, mention->first - 1, FN_AGENT))
		return;
	for (uint32_t steps = 0; cue-- > floor && steps < REPORTS_BACK; steps++)
	{
		const Cue  *c = &doc->cues[cue];

		if (c->subject != number || c->link != SUBJECT_AGENT)
			continue;
		for (uint32_t k = number; k-- > 0 && k + PARTICIPANTS_BACK >= number && doc->mentions[k].sentence == mention->sentence;)
			if (!doc->mentions[k].nested && doc->mentions[k].inside == NONE && doc->mentions[k].last <= c->verb_first &&
				(doc->mentions[k].last == c->verb_first || nq_is_first_phrase(doc, k)))
				drop_one(number, antecedents, nq_named(doc, k));
		return;
	}
}

/*
 * "“Is it safe?” Lund asked.  The inspector shook his head.": drops the one who asked, unless the role is his, from
 * the antecedents of the description that begins the next sentence: whoever is asked is somebody else.
 */
static void
drop_asker(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	uint32_t	sentence = doc->mentions[number].sentence;
	const Sentence *before;
	const Attribution *question;
	uint32_t	asker;

	if (sentence == 0)
		return;
	before = &doc->sentences[sentence - 1];
	if (before->paragraph != doc->sentences[sentence].paragraph || before->first_span == before->last_span || !nq_is_first_phrase(doc, number))
		return;
	question = &doc->attributions[before->last_span - 1];
	if ((question->cue == NONE && !before->standalone) || question->speaker == NONE || !is_question_mark(doc, doc->spans[before->last_span - 1].last - 1))
		return;
	asker = nq_named(doc, question->speaker);
	if (!nq_bore_role(doc, number, doc->mentions[asker].entity))
		drop_one(number, antecedents, asker);
}

/* "The police chief" after "police chief Otto Lind": whether an antecedent was named with all the words of the description. */
static bool
is_called_the_same(const Document *doc, uint32_t number, const Antecedent *who)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	entity = doc->mentions[who->referent].entity;
	uint32_t	bearer = entity == NONE ? NONE : nq_last_bearing(doc, number, entity);
	const Mention *named;

	if (bearer == NONE)
		return false;
	named = &doc->mentions[bearer];
	for (uint32_t i = mention->first + 1; i <= mention->head; i++)
		if (!has_word(doc, named, i) && !(is_apposed(named) && has_word(doc, &doc->mentions[appositive_of(doc, named)], i)))
			return false;
	return true;
}

/* "The OC" after "officer-in-charge Otto Lind": whether an antecedent was named with the office that an acronym is short for. */
static bool
holds_office(const Document *doc, uint32_t number, const Antecedent *who)
{
	uint32_t	entity = doc->mentions[who->referent].entity;

	return entity != NONE && doc->entities[entity].role != NONE && nq_spells_office(doc, doc->mentions[number].head, doc->entities[entity].role);
}

static bool
is_acronym(const Document *doc, const Mention *mention)
{
	return names_show_capitals(doc) && is_bare_role(mention) && (token_at(doc, mention->head)->flags & (TOKEN_UPPER | TOKEN_DOTTED)) == TOKEN_UPPER &&
		token_at(doc, mention->head)->length > 1;
}

void
nq_drop_excluded(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *mention = &doc->mentions[number];

	drop_reporter(doc, number, antecedents);
	drop_reporter_in_passing(doc, number, antecedents);
	keep_those(doc, number, antecedents, is_not_named_within);
	/* "The Lund aide", "the Dunmore source": one who is called so is seldom named, unless with that role or word. */
	if (names_other(doc, mention) && (token_has(doc, mention->head, WC_SPOKES) || token_does(doc, mention->head, FN_SOMEBODY)))
		keep_those(doc, number, antecedents, is_related);
	if (party_of(doc, mention) != NONE)
		keep_those(doc, number, antecedents, is_not_of_other_party);
	if (seat_of(doc, mention) != NONE)
		keep_those(doc, number, antecedents, is_not_of_other_seat);
	drop_participants(doc, number, antecedents);
	drop_patient(doc, number, antecedents);
	drop_asker(doc, number, antecedents);
	if (is_bare_role(mention) && token_does(doc, mention->last, FN_PERSONAL))
		keep_those(doc, number, antecedents, has_name);
	if (is_titled_of_place(doc, mention))
		keep_those(doc, number, antecedents, has_title);
	/* "The senior spokesman" after "a senior spokesman" */
	if (mention->head > mention->first + 1 && any_has(doc, number, antecedents, is_said_again))
		keep_those(doc, number, antecedents, is_said_again_or_bearer);
	else if (is_acronym(doc, mention) && any_has(doc, number, antecedents, holds_office))
	{
		keep_those(doc, number, antecedents, holds_office);
		nq_drop_antecedent(antecedents, number);
	}
	else if (is_definite_role(doc, mention) && any_has(doc, number, antecedents, is_called_the_same))
		keep_those(doc, number, antecedents, is_called_the_same);
	else if (is_bare_role(mention) || is_kin_of(doc, mention))
		keep_bearers(doc, number, antecedents);
	else if (has_capital(doc, mention))
		drop_other_bearers(doc, number, antecedents);
	keep_constituency(doc, number, antecedents);
	if (is_national(doc, mention))
		keep_nationals(doc, number, antecedents);
	if (nq_has_nation(doc, mention) || is_role_of_place(doc, mention))
		keep_officers(doc, number, antecedents);
}
