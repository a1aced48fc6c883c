/*
 * late_names.c
 *	  Phrases and pronouns that no earlier name explains.
 *
 * Takes the mention of a description of which no antecedent is likely, or of a pronoun that has none; gives the name printed later, or the
 * fuller phrase for somebody unnamed: the bearer of the same role or seat, the person whom the paragraph after the lead
 * introduces, the person who was asked, the subject of a later sentence.
 *
 * Every search is bounded in mentions or sentences.
 */
#include "core/entities/late_names.h"

#include "core/entities/constituencies.h"
#include "core/entities/name_words.h"
#include "core/entities/pronouns.h"
#include "core/entities/role_links.h"
#include "core/lexical/word_properties.h"

/* How many mentions ahead the bearer of a role is searched. */
#define ROLES_AHEAD 60

/* ---- descriptions ---- */

static uint16_t
lemma_at(const Document *doc, uint32_t i)
{
	return doc->lexicon->words[token_at(doc, i)->word].lemma;
}

/* Whether a mention with a name bears the role that the phrase names. */
static bool
bears_role(const Document *doc, const Mention *mention, uint16_t lemma)
{
	if (mention->kind == MENTION_NAME && mention->role != NONE && lemma_at(doc, mention->role) == lemma)
		return true;
	return mention->kind == MENTION_NOMINAL && is_apposed(mention) && lemma_at(doc, mention->head) == lemma;
}

/* Sentences after a role with other words in which its bearer is named. */
#define FULLER_SENTENCES 3

/* "Rabbi Otto Lund": whether a name has nothing but its role beside it, so that it can be of any place. */
static bool
is_alone_with_role(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NAME && mention->inside == NONE && mention->role == mention->first && mention->name_last > mention->name_first + 1 &&
		!(is_word(doc, mention->last) && token_does(doc, mention->last, FN_GENITIVE));
}

/* "The mayor said. Mayor Lucia Fontana has led the town since 2019": the first later name with that role. */
static uint32_t
bearer_ahead(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint16_t	lemma = lemma_at(doc, mention->head);

	bool		bare = mention->head == mention->first + 1 && mention->last == mention->head + 1;

	if (lemma == 0 || !token_does(doc, mention->first, FN_DEFINITE))
		return NONE;
	for (uint32_t k = number + 1; k < doc->mention_count && k < number + ROLES_AHEAD; k++)
	{
		if (!bare && doc->mentions[k].sentence > mention->sentence + FULLER_SENTENCES)
			return NONE;
		if (bears_role(doc, &doc->mentions[k], lemma) && (bare || is_alone_with_role(doc, &doc->mentions[k])))
			return nq_named(doc, k);
	}
	return NONE;
}

/* Cues of a sentence that are searched for its subject. */
#define UNNAMED_CUES 8

/* Whether a mention is the subject of a verb of speech. */
static bool
has_cue(const Document *doc, uint32_t number)
{
	uint32_t	sentence = doc->mentions[number].sentence;

	for (uint32_t c = doc->sentence_cues[sentence]; c < doc->sentence_cues[sentence + 1] && c < doc->sentence_cues[sentence] + UNNAMED_CUES; c++)
		if (doc->cues[c].subject == number)
			return true;
	return false;
}

/* How many paragraphs, the headline among them, the lead of an article has, and how many sentences and mentions. */
#define LEAD_PARAGRAPHS 2
#define LEAD_SENTENCES 4
#define LEAD_MENTIONS 40

/* Whether no earlier mention has the name of a mention. */
static bool
is_new(const Document *doc, uint32_t number)
{
	for (uint32_t k = 0; k < number; k++)
		if (doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].entity == doc->mentions[number].entity)
			return false;
	return true;
}

/* The role printed with a name, not an honorific; NONE if there is none. */
static uint32_t
role_beside(const Document *doc, const Mention *name)
{
	uint32_t	role = is_apposed(name) ? doc->mentions[appositive_of(doc, name)].head : name->role;

	return role == NONE || token_has(doc, role, WC_HONORIFIC) ? NONE : role;
}

/* Whether the role printed with a name is the one that a phrase names. */
static bool
has_role_of(const Document *doc, const Mention *name, uint32_t head)
{
	uint32_t	role = role_beside(doc, name);

	return role != NONE && (nq_same_word(doc, role, head) || (lemma_at(doc, role) != 0 && lemma_at(doc, role) == lemma_at(doc, head)));
}

static bool
may_bear_role(const Document *doc, const Mention *name, uint32_t head)
{
	return role_beside(doc, name) == NONE || has_role_of(doc, name, head);
}

/* "Its chief", "Ostland's top railwayman": whether a description has an owner. */
static bool
is_owned_role(const Document *doc, const Mention *mention)
{
	return token_has(doc, mention->first, WC_POSSESSIVE) || holds_kind(doc, mention->first, mention->head, TOKEN_CLITIC);
}

/* Whether a description in the first sentences can be of somebody who is named in the next paragraph: spokesmen, officials and relatives seldom are. */
static bool
may_be_named_after_lead(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	paragraph = doc->sentences[mention->sentence].paragraph;

	if (mention->plural || mention->type != TYPE_PERSON || number > LEAD_MENTIONS || mention->sentence >= LEAD_SENTENCES || paragraph >= LEAD_PARAGRAPHS ||
		paragraph + 1 >= doc->paragraph_count || token_has(doc, mention->head, WC_SPOKES | WC_KIN) ||
		(token_does(doc, mention->head, FN_SOMEBODY) && !is_owned_role(doc, mention)))
		return false;
	/* "“Who is it?” the inspector asked.¶“I,” said Otto Lund." */
	if (token_at(doc, doc->sentences[mention->sentence].first)->kind == TOKEN_MARK)
		return false;
	/* "A man was jailed for what the judge called ..." */
	for (uint32_t k = number; k-- > doc->sentence_mentions[mention->sentence];)
		if (doc->mentions[k].kind == MENTION_NOMINAL && doc->mentions[k].type == TYPE_PERSON && !doc->mentions[k].nested)
			return false;
	return true;
}

/*
 * "A former minister called it “a farce”.¶Otto Lund said ...": the person whom the paragraph after the lead names for the first time
 * and who speaks there, has the role, or is the first phrase after an owned role; NONE if it is somebody of another role.
 */
uint32_t
nq_named_after_lead(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	sentence;

	if (!may_be_named_after_lead(doc, number))
		return NONE;
	sentence = doc->paragraphs[doc->sentences[mention->sentence].paragraph + 1].first_sentence;
	/* The last paragraph can be empty. */
	if (sentence >= doc->sentence_count)
		return NONE;
	for (uint32_t k = doc->sentence_mentions[sentence]; k < doc->sentence_mentions[sentence + 1] && k < number + LEAD_MENTIONS; k++)
	{
		const Mention *name = &doc->mentions[k];

		if (name->inside != NONE || name->nested || (!nq_is_first_phrase(doc, k) && !has_cue(doc, k)))
			continue;
		if (name->kind != MENTION_NAME || name->name_last < name->name_first + 2 || name->possessive || name->plural || !nq_may_be_person(doc, name) ||
			!is_new(doc, k) || !may_bear_role(doc, name, mention->head))
			return NONE;
		if (!has_cue(doc, k) && !is_owned_role(doc, mention) && !has_role_of(doc, name, mention->head))
			return NONE;
		return mention->gender == GENDER_UNKNOWN || nq_bearer_gender(doc, name) == GENDER_UNKNOWN || nq_bearer_gender(doc, name) == mention->gender ? nq_named(doc, k) : NONE;
	}
	return NONE;
}

/* "A Montana senator resigned.  Otto Lund (R-Mont.)": whom a description refers to by the constituency printed with a later name. */
uint32_t
nq_constituent_named_ahead(const Document *doc, uint32_t number)
{
	uint32_t	found = nq_constituent_ahead(doc, number);

	return found == NONE ? NONE : nq_named(doc, found);
}

/*
 * "The spokesman", after "a spokesman for the yard": the last phrase with that noun if it is more specific;
 * otherwise NONE.
 */
static uint32_t
fuller_before(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	phrase;

	/* "The man who built it" is told by the relative clause. */
	if (!token_does(doc, mention->first, FN_DEFINITE) || mention->head != mention->first + 1 || mention->last != mention->head + 1 ||
		token_does(doc, mention->last, FN_PERSONAL))
		return NONE;
	nq_bearer_before(doc, number, &phrase);
	if (phrase == NONE || doc->mentions[phrase].kind != MENTION_NOMINAL || is_apposed(&doc->mentions[phrase]) ||
		!nq_same_word(doc, doc->mentions[phrase].head, mention->head) ||
		doc->mentions[phrase].last - doc->mentions[phrase].first <= mention->last - mention->first)
		return NONE;
	return nq_named(doc, phrase);
}

/* How many sentences and mentions before "the official" somebody unnamed must have spoken. */
#define UNNAMED_SENTENCES 10
#define UNNAMED_MENTIONS 60

/*
 * "A naval attaché told the Herald ...  “It is strong,” the official said.": the last unnamed officer who said something, to whom
 * a noun for any officer refers; otherwise NONE.
 */
static uint32_t
unnamed_before(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	if (!token_does(doc, mention->first, FN_DEFINITE) || !token_does(doc, mention->head, FN_SOMEBODY) || !token_has(doc, mention->head, WC_OFFICE) ||
		mention->head != mention->first + 1 || mention->last != mention->head + 1)
		return NONE;
	for (uint32_t k = number; k-- > 0 && k + UNNAMED_MENTIONS > number && doc->mentions[k].sentence + UNNAMED_SENTENCES >= mention->sentence;)
	{
		const Mention *other = &doc->mentions[k];

		if (other->kind == MENTION_NOMINAL && other->type == TYPE_PERSON && !other->plural && other->inside == NONE && !other->nested && !is_apposed(other) &&
			token_does(doc, other->first, FN_INDEFINITE | FN_ONE) && token_has(doc, other->head, WC_OFFICE) && has_cue(doc, k))
			return nq_named(doc, k);
	}
	return NONE;
}

uint32_t
nq_described_elsewhere(const Document *doc, uint32_t number)
{
	uint32_t	(*const rules[]) (const Document *, uint32_t) = {bearer_ahead, nq_constituent_named_ahead, fuller_before, unnamed_before, nq_named_after_lead};
	uint32_t	found = NONE;

	for (uint32_t i = 0; i < sizeof(rules) / sizeof(rules[0]) && found == NONE; i++)
		found = rules[i] (doc, number);
	return found;
}

/* ---- pronouns ---- */

/* Sentences and mentions after a pronoun in which the person can be named who was not named before. */
#define LATER_SENTENCES 3
#define LATER_MENTIONS 16

/*
 * "“It leaks,” she said.  Clara Brandt is 70.": the person who is the subject of a sentence without a quotation, shortly after
 * a pronoun that has no antecedent; NONE if there is none.
 */
uint32_t
nq_named_after(const Document *doc, uint32_t number)
{
	const Mention *pronoun = &doc->mentions[number];

	if (pronoun->kind != MENTION_PRONOUN || pronoun->plural || pronoun->gender == GENDER_NEUTER || pronoun->gender == GENDER_UNKNOWN)
		return NONE;
	for (uint32_t k = number + 1; k < doc->mention_count && k <= number + LATER_MENTIONS && doc->mentions[k].sentence <= pronoun->sentence + LATER_SENTENCES; k++)
	{
		const Mention *other = &doc->mentions[k];
		uint8_t		gender;

		if (other->sentence == pronoun->sentence || other->kind != MENTION_NAME || other->inside != NONE || other->possessive || !nq_is_first_phrase(doc, k) ||
			!nq_may_be_person(doc, other))
			continue;
		/* "He said so.  “No,” said Jan Nowak.": perhaps another speaker. */
		if (doc->sentences[other->sentence].first_span < doc->sentences[other->sentence].last_span)
			return NONE;
		gender = nq_bearer_gender(doc, other);
		return gender == GENDER_UNKNOWN || gender == pronoun->gender ? nq_named(doc, k) : NONE;
	}
	return NONE;
}

/*
 * "Asked what she would do, Ada Quist smiled": the person whom a pronoun within the question means, if that is the subject
 * named after the comma; NONE otherwise.
 */
uint32_t
nq_asked_after(const Document *doc, uint32_t number)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	asked;
	uint8_t		gender;

	if (pronoun->kind != MENTION_PRONOUN || pronoun->plural || (pronoun->gender != GENDER_MALE && pronoun->gender != GENDER_FEMALE) || pronoun->inside != NONE)
		return NONE;
	asked = nq_one_who_was_asked(doc, pronoun->sentence);
	if (asked == NONE || asked <= number || doc->mentions[asked].kind != MENTION_NAME || !nq_may_be_person(doc, &doc->mentions[asked]))
		return NONE;
	gender = nq_bearer_gender(doc, &doc->mentions[asked]);
	return gender == GENDER_UNKNOWN || gender == pronoun->gender ? nq_named(doc, asked) : NONE;
}
