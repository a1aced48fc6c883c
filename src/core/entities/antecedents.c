/*
 * antecedents.c
 *	  The possible antecedents of a pronoun or a description.
 *
 * Takes a mention and the last speaker; gives the earlier mentions that agree with it in gender and number,
 * nearest first, one for each referent, with what distinguishes them.  A description is one of its own
 * antecedents, because it may refer to nobody named before.  The model chooses between them.
 *
 * The search is bounded by PRONOUN_MENTIONS mentions and PRONOUN_SENTENCES sentences, and also considers the
 * last bearer of a role and the last speaker.
 */
#include "core/entities/antecedents.h"

#include "core/base/assert.h"
#include "core/entities/described.h"
#include "core/entities/name_types.h"
#include "core/entities/name_words.h"
#include "core/entities/pronouns.h"
#include "core/entities/role_links.h"
#include "core/lexical/word_properties.h"
#include "core/speech/quote_context.h"

#include <string.h>

/* How many mentions and sentences back a pronoun's antecedent can be. */
#define PRONOUN_MENTIONS 40
#define PRONOUN_SENTENCES 8

/* Mentions after a pronoun in its sentence that can be inside its speaker's quotation. */
#define QUOTED_AFTER 12

/* In how many sentences before "they" somebody spoke who may be meant. */
#define THEY_SENTENCES 3

/* How many mentions back the holder of an office is searched by the place or nation in the description. */
#define OFFICE_MENTIONS 400

/* ---- antecedents ---- */

/* Whether a description is beside a name or was resolved to one. */
static bool
leads_to_name(const Document *doc, const Mention *mention)
{
	uint32_t	referent = doc->referents[mention - doc->mentions];

	return is_apposed(mention) || (referent != NONE && doc->mentions[referent].kind == MENTION_NAME);
}

/*
 * "The man", "the official", after "a naval attaché": whether a description only says that it is a person, who
 * can be any person just introduced.
 */
static bool
is_somebody(const Document *doc, const Mention *mention, const Mention *candidate)
{
	return mention->head == mention->first + 1 && mention->last == mention->head + 1 &&
		(token_has(doc, mention->head, WC_PERSON) || token_does(doc, mention->head, FN_SOMEBODY)) &&
		token_does(doc, candidate->first, FN_INDEFINITE | FN_ONE) && candidate->inside == NONE && !candidate->nested;
}

/* Whether "they" may mean a mention: several who can speak, a body. */
static bool
may_be_several(const Document *doc, const Mention *candidate)
{
	/* "L'association a protesté" is not "ils". */
	if (doc->language->phrases->head_first && candidate->type == TYPE_ORGANISATION && !candidate->plural)
		return false;
	if (candidate->kind == MENTION_NOMINAL)
		return candidate->type != TYPE_THING && (candidate->plural || candidate->type == TYPE_GROUP || candidate->type == TYPE_ORGANISATION);
	return candidate->plural || candidate->type == TYPE_GROUP || candidate->type == TYPE_ORGANISATION ||
		(candidate->kind == MENTION_NAME && (nq_classes_of_words(doc, candidate->name_first, candidate->name_last) & WC_SEAT) != 0);
}

/*
 * "L'association a protesté. « ... », ajoute-t-elle": whether a singular pronoun with a grammatical gender may mean
 * a body or document, by the gender of its article, in a language whose pronouns mean both.
 */
static bool
may_be_body(const Document *doc, const Mention *pronoun, const Mention *candidate)
{
	EntityType	type = candidate->entity == NONE ? (EntityType) candidate->type : (EntityType) doc->entities[candidate->entity].type;

	if (!doc->language->phrases->body_pronouns || pronoun->kind != MENTION_PRONOUN || candidate->plural || is_apposed(candidate) ||
		(type != TYPE_ORGANISATION && type != TYPE_DOCUMENT) || !nq_may_be_subject(doc, (uint32_t) (candidate - doc->mentions)))
		return false;
	if (!token_has(doc, candidate->first, WC_MALE | WC_FEMALE))
		return token_has(doc, candidate->first, WC_DET);
	return pronoun->gender == (token_has(doc, candidate->first, WC_FEMALE) ? GENDER_FEMALE : GENDER_MALE);
}

/* "Anger is not enough", "hardly anyone saw it": whether a candidate is an indefinite alone and not the first phrase of its sentence. */
static bool
is_amount(const Document *doc, const Mention *candidate)
{
	return candidate->kind == MENTION_NOMINAL && candidate->type == TYPE_GROUP && candidate->last == candidate->first + 1 && token_has(doc, candidate->head, WC_INDEFINITE) &&
		!nq_may_be_subject(doc, (uint32_t) (candidate - doc->mentions));
}

/* "PCs", "MPs": whether a word is an acronym with the ending of a plural. */
static bool
is_plural_acronym(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *p = doc->text + token->start;

	if (!names_show_capitals(doc) || token->length < 3 || p[token->length - 1] != 's')
		return false;
	for (uint32_t k = 0; k + 1 < token->length; k++)
		if (p[k] < 'A' || p[k] > 'Z')
			return false;
	return true;
}

/* "No rower has won it twice": whether a phrase stands for nobody. */
static bool
is_nobody(const Document *doc, const Mention *candidate)
{
	return candidate->kind == MENTION_NOMINAL && candidate->first < candidate->head && token_has(doc, candidate->first, WC_DET) && token_has(doc, candidate->first, WC_NEG);
}

static bool
agrees(const Document *doc, const Mention *pronoun, const Mention *candidate)
{
	uint8_t		gender;

	if (candidate->kind == MENTION_CONJOINED)
		return pronoun->kind == MENTION_PRONOUN && pronoun->plural && candidate->type == TYPE_GROUP && candidate->inside == NONE;
	if (is_amount(doc, candidate))
		return false;
	if (is_nobody(doc, candidate))
		return false;
	/* A pronoun agrees as its referent does. */
	if (candidate->kind == MENTION_PRONOUN)
		return candidate->plural == pronoun->plural && candidate->gender == pronoun->gender &&
			doc->referents[candidate - doc->mentions] != NONE;
	/* "Three years" */
	if (candidate->kind == MENTION_NOMINAL && token_has(doc, candidate->head, WC_TIME))
		return false;
	if (pronoun->plural)
		return may_be_several(doc, candidate);
	if (pronoun->gender == GENDER_NEUTER)
		return !candidate->plural && !is_plural_acronym(doc, candidate->head) && !nq_may_be_person(doc, candidate) && candidate->type != TYPE_THING;
	if (may_be_body(doc, pronoun, candidate))
		return true;
	if (candidate->plural || !nq_may_be_person(doc, candidate))
		return false;
	/* "The witness" is not "the lawyer". */
	if (pronoun->kind == MENTION_NOMINAL && candidate->kind == MENTION_NOMINAL && !leads_to_name(doc, candidate) &&
		!nq_same_role(doc, (uint32_t) (pronoun - doc->mentions), (uint32_t) (candidate - doc->mentions)) &&
		!is_somebody(doc, pronoun, candidate))
		return false;
	gender = nq_bearer_gender(doc, candidate);
	if (gender == GENDER_NEUTER)
		return false;
	return gender == GENDER_UNKNOWN || pronoun->gender == GENDER_UNKNOWN || gender == pronoun->gender;
}

/* "In a statement, it said": whether a candidate for "it" is in the prepositional phrase before it, which has no subject. */
static bool
is_of_opening(const Document *doc, const Mention *pronoun, const Mention *candidate)
{
	return pronoun->kind == MENTION_PRONOUN && pronoun->gender == GENDER_NEUTER && candidate->last + 1 == pronoun->first &&
		token_at(doc, candidate->last)->kind == TOKEN_COMMA && follows_preposition(doc, candidate);
}

/* How many tokens after a mention in a dateline the dateline ends. */
#define DATELINE_TOKENS 8

/* "OSTBY, May 2 (AFN) -": whether a candidate is the place or the credit in a dateline. */
static bool
is_in_dateline(const Document *doc, const Mention *candidate)
{
	uint32_t	first = doc->sentences[candidate->sentence].first;

	if (candidate->first >= first + DATELINE_TOKENS || (token_at(doc, first)->flags & TOKEN_UPPER) == 0)
		return false;
	for (uint32_t i = candidate->last; i < candidate->last + DATELINE_TOKENS && i + 1 < doc->sentences[candidate->sentence].last; i++)
		if (token_at(doc, i)->kind == TOKEN_CLOSE)
			return token_at(doc, i + 1)->kind == TOKEN_DASH || token_at(doc, i + 1)->kind == TOKEN_COLON;
	return false;
}

/* The sentences of an article among which a byline is, and the tokens of its line. */
#define BYLINE_SENTENCES 8
#define BYLINE_TOKENS 24

/*
 * "By Otto Lund", "Otto Lund, Ostby", "From Otto Lund in Ostby": whether a candidate is named only at the beginning of a line above the
 * article that is no sentence, so that it is who wrote the article.  A name right before a quotation may be its speaker.
 */
static bool
is_in_byline(const Document *doc, const Mention *candidate)
{
	const Sentence *line = &doc->sentences[candidate->sentence];

	if (candidate->sentence >= BYLINE_SENTENCES || candidate->kind != MENTION_NAME || candidate->entity == NONE ||
		doc->entities[candidate->entity].mentions > 1 || line->last - line->first > BYLINE_TOKENS)
		return false;
	if (candidate->first != line->first && (candidate->first != line->first + 1 || !token_has(doc, line->first, WC_PREP)))
		return false;
	if (doc->paragraphs[line->paragraph].last_sentence != candidate->sentence + 1 || candidate->sentence + 1 >= doc->sentence_count || opens_span(doc, line->last) ||
		token_at(doc, line->last - 1)->kind == TOKEN_STOP || line->first_span < line->last_span)
		return false;
	for (uint32_t i = candidate->last; i < line->last; i++)
		if (token_has(doc, i, WC_FINITE | WC_AUX) && !token_has(doc, i, NOUN_WORDS | WC_ADJ | WC_PARTICIPLE) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0)
			return false;
	return true;
}

/* "Robin Tate spoke. ... they added": one person of no known gender who spoke last, shortly before. */
static bool
may_be_they(const Document *doc, const Mention *pronoun, LastSpeaker last)
{
	const Mention *speaker = &doc->mentions[last.mention];

	return pronoun->kind == MENTION_PRONOUN && pronoun->plural && last.sentence + THEY_SENTENCES >= pronoun->sentence &&
		!speaker->plural && nq_may_be_person(doc, speaker) && nq_bearer_gender(doc, speaker) == GENDER_UNKNOWN;
}

/* "Orbis said so.  “It works,” it said.": a name of one word and no known type that spoke last, shortly before, and can be a body's. */
static bool
may_be_it(const Document *doc, const Mention *pronoun, LastSpeaker last)
{
	const Mention *speaker = &doc->mentions[last.mention];

	return pronoun->kind == MENTION_PRONOUN && !pronoun->plural && pronoun->gender == GENDER_NEUTER && last.sentence + THEY_SENTENCES >= pronoun->sentence &&
		speaker->kind == MENTION_NAME && speaker->role == NONE && !speaker->plural && speaker->entity != NONE &&
		doc->entities[speaker->entity].type == TYPE_UNKNOWN && doc->entities[speaker->entity].forename == NONE;
}

/* "Luc Morel, le maire": the name before an apposition, in a language whose heads come first; otherwise the mention itself. */
static uint32_t
name_before_apposition(const Document *doc, uint32_t mention)
{
	uint32_t	before = nq_before_apposition(doc, mention);

	return doc->mentions[before].kind == MENTION_NAME ? before : mention;
}

/* The most words of a label before the heading of another page. */
#define LABEL_WORDS 3

/* "SEE ALSO: Brandt Buys Third Ferry", "(RELATED: ...)": whether a sentence is the heading of another page, after a label in capitals. */
bool
nq_is_link(const Document *doc, uint32_t sentence)
{
	uint32_t	last = doc->sentences[sentence].last - 1;
	uint32_t	i = doc->sentences[sentence].first;
	uint32_t	limit;

	if (token_at(doc, i)->kind == TOKEN_OPEN)
		i++;
	limit = i + LABEL_WORDS;
	if (i >= last || !is_word(doc, i) || token_at(doc, last)->kind == TOKEN_STOP)
		return false;
	for (; i < last && i < limit && is_word(doc, i); i++)
		if ((token_at(doc, i)->flags & TOKEN_UPPER) == 0)
			return false;
	return token_at(doc, i)->kind == TOKEN_COLON;
}

/* Adds a mention to the antecedents, or counts it as another mention of one of them. */
static void
add_antecedent(const Document *doc, Antecedents *antecedents, uint32_t mention)
{
	uint32_t	referent = nq_named(doc, mention);

	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent == referent)
		{
			antecedents->who[i].recent++;
			/* A mention outside quotations is preferred. */
			if (doc->mentions[antecedents->who[i].latest].inside != NONE && doc->mentions[mention].inside == NONE)
				antecedents->who[i].latest = mention;
			return;
		}
	if (antecedents->count < MAX_ANTECEDENTS)
		antecedents->who[antecedents->count++] = (Antecedent) {.referent = referent, .latest = name_before_apposition(doc, mention), .recent = 1};
}

/* Adds the last name printed with the role, and the last phrase with it, however far back. */
static void
add_bearer(const Document *doc, Antecedents *antecedents, uint32_t number)
{
	uint32_t	phrase;
	uint32_t	bearer = nq_bearer_before(doc, number, &phrase);

	if (bearer != NONE)
		add_antecedent(doc, antecedents, bearer);
	if (phrase != NONE)
		add_antecedent(doc, antecedents, phrase);
}

/* "Greek Prime Minister Otto Lind", before "the Greek leader": adds the person with an office of that nation. */
static void
add_officer(const Document *doc, Antecedents *antecedents, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	for (uint32_t k = number; k-- > 0 && k + OFFICE_MENTIONS > number;)
	{
		const Mention *other = &doc->mentions[k];

		if (other->kind == MENTION_NAME && other->inside == NONE && other->role != NONE && other->name_first > other->first + 1 &&
			nq_may_be_person(doc, other) && nq_shares_words(doc, mention, other->first, other->name_first))
		{
			add_antecedent(doc, antecedents, k);
			return;
		}
	}
}

/* Whether any antecedent is outside quotations. */
static bool
has_unquoted(const Document *doc, const Antecedents *antecedents)
{
	for (uint32_t i = 0; i < antecedents->count; i++)
		if (doc->mentions[antecedents->who[i].latest].inside == NONE)
			return true;
	return false;
}

/*
 * "Petra folded the letter.  She said", "Lund turned to Signe.  She said": whether a name is a forename alone of the pronoun's gender, which is
 * no place, or begins its sentence.
 */
static bool
is_own_forename(const Document *doc, const Mention *pronoun, uint32_t number)
{
	const Mention *name = &doc->mentions[number];
	uint32_t	forename = name->entity != NONE ? doc->entities[name->entity].forename : NONE;

	/* "Romney", for Mitt Romney */
	if (forename != NONE && !nq_same_word(doc, forename, name->head))
		return false;
	return token_has(doc, name->head, WC_FORENAME) && token_has(doc, name->head, pronoun->gender == GENDER_FEMALE ? WC_FEMALE : WC_MALE) &&
		(nq_is_first_phrase(doc, number) ? token_has(doc, name->head, WC_PLACE) : !token_has(doc, name->head, WC_PLACE | WC_ORG | WC_ORGWORD | WC_NAMEWORD));
}

/*
 * "Shay Frame won. “Ellen, we did it,” she said.": if the article names nobody else outside quotations, "she"
 * can be a person whose forename is listed as a man's, but not one with a man's title, nor one whom the speaker
 * names.
 */
static void
add_others(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	quoted = antecedents->count;
	bool		forename = false;

	for (uint32_t k = number; k-- > 0 && k + PRONOUN_MENTIONS > number;)
	{
		const Mention *candidate = &doc->mentions[k];

		if (candidate->sentence + PRONOUN_SENTENCES < pronoun->sentence)
			break;
		if (candidate->inside != NONE || candidate->kind != MENTION_NAME)
			continue;
		if (candidate->name_last - candidate->name_first < 2)
		{
			if (is_own_forename(doc, pronoun, k))
			{
				add_antecedent(doc, antecedents, k);
				forename = true;
			}
			continue;
		}
		if (!forename && candidate->role == NONE && !is_apposed(candidate) && !candidate->plural && !follows_preposition(doc, candidate) &&
			nq_may_be_person(doc, candidate))
			add_antecedent(doc, antecedents, k);
	}
	if (antecedents->count == quoted)
		return;
	antecedents->count -= quoted;
	memmove(antecedents->who, antecedents->who + quoted, antecedents->count * sizeof(Antecedent));
}

/* "Robin Tate won. “I swam,” they said.": where nobody who is several was named, "they" is the subject of a sentence shortly before. */
static void
add_subjects(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];

	for (uint32_t k = number; k-- > 0 && k + PRONOUN_MENTIONS > number && doc->mentions[k].sentence + THEY_SENTENCES >= pronoun->sentence;)
		if (doc->mentions[k].kind == MENTION_NAME && nq_may_be_subject(doc, k) && !doc->mentions[k].possessive &&
			(nq_may_be_person(doc, &doc->mentions[k]) ? nq_bearer_gender(doc, &doc->mentions[k]) == GENDER_UNKNOWN :
			 doc->mentions[k].type == TYPE_PLACE))
			add_antecedent(doc, antecedents, k);
}

/* ---- what tells them apart ---- */

/* Marks the antecedents that are named inside a quotation of the pronoun's sentence: "Hale may win," he said. */
static void
mark_quoted(const Document *doc, const Mention *pronoun, Antecedents *antecedents)
{
	uint32_t	number = (uint32_t) (pronoun - doc->mentions);
	uint32_t	first = doc->sentence_mentions[pronoun->sentence];
	uint32_t	last = doc->sentence_mentions[pronoun->sentence + 1];

	if (first + PRONOUN_MENTIONS < number)
		first = number - PRONOUN_MENTIONS;
	if (last > number + QUOTED_AFTER)
		last = number + QUOTED_AFTER;
	for (uint32_t k = first; k < last; k++)
	{
		uint32_t	referent;

		if (doc->mentions[k].inside == NONE)
			continue;
		referent = nq_named(doc, k);
		for (uint32_t i = 0; i < antecedents->count; i++)
			antecedents->who[i].quoted |= antecedents->who[i].referent == referent;
	}
}

/* Computes what is the same for all antecedents. */
static void
compare_antecedents(const Document *doc, const Mention *pronoun, Antecedents *antecedents)
{
	antecedents->most = 0;
	antecedents->last_subject = NONE;
	for (uint32_t i = 0; i < antecedents->count; i++)
	{
		uint32_t	times = nq_times_named(doc, antecedents->who[i].referent);

		if (times > antecedents->most)
			antecedents->most = times;
		if (antecedents->last_subject == NONE && nq_may_be_subject(doc, antecedents->who[i].latest))
			antecedents->last_subject = i;
	}
	mark_quoted(doc, pronoun, antecedents);
	for (uint32_t back = 0; back < REPORTERS_BACK; back++)
	{
		uint32_t	reporter = nq_last_reporter(doc, (uint32_t) (pronoun - doc->mentions), back);

		antecedents->reporters[back] = reporter == NONE ? NONE : nq_named(doc, reporter);
	}
}

void
nq_find_antecedents(const Document *doc, uint32_t number, LastSpeaker last, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];

	if (last.mention != NONE && nq_is_link(doc, doc->mentions[last.mention].sentence))
		last.mention = NONE;
	NQ_ASSERT(pronoun->kind == MENTION_PRONOUN ? pronoun->person == 3 : nq_is_description(doc, pronoun));
	antecedents->count = 0;
	for (uint32_t k = number; k-- > 0 && k + PRONOUN_MENTIONS > number;)
	{
		const Mention *candidate = &doc->mentions[k];

		if (candidate->sentence + PRONOUN_SENTENCES < pronoun->sentence)
			break;
		/* "Lee's mother" is not Lee. */
		if (candidate->first >= pronoun->first && candidate->last <= pronoun->last)
			continue;
		if (candidate->sentence != pronoun->sentence && nq_is_link(doc, candidate->sentence))
			continue;
		if (agrees(doc, pronoun, candidate) && !is_of_opening(doc, pronoun, candidate) && !is_in_dateline(doc, candidate) &&
			!is_in_byline(doc, candidate))
			add_antecedent(doc, antecedents, k);
	}
	if (pronoun->kind == MENTION_NOMINAL)
		add_bearer(doc, antecedents, number);
	if (pronoun->kind == MENTION_NOMINAL && nq_has_nation(doc, pronoun))
		add_officer(doc, antecedents, number);
	/* The last speaker can be farther back. */
	if (last.mention != NONE && last.mention < number && agrees(doc, pronoun, &doc->mentions[last.mention]))
		add_antecedent(doc, antecedents, last.mention);
	else if (last.mention != NONE && last.mention < number && may_be_they(doc, pronoun, last))
		add_antecedent(doc, antecedents, last.mention);
	/* A description can refer to nobody named before. */
	if (pronoun->kind == MENTION_NOMINAL && antecedents->count < MAX_ANTECEDENTS)
		antecedents->who[antecedents->count++] = (Antecedent) {.referent = number, .latest = number, .recent = 1};
	if (pronoun->kind == MENTION_PRONOUN && !pronoun->plural && pronoun->gender != GENDER_NEUTER && !has_unquoted(doc, antecedents))
		add_others(doc, number, antecedents);
	if (pronoun->kind == MENTION_PRONOUN && pronoun->plural && antecedents->count == 0)
		add_subjects(doc, number, antecedents);
	if (antecedents->count == 0 && last.mention != NONE && last.mention < number && may_be_it(doc, pronoun, last))
		add_antecedent(doc, antecedents, last.mention);
	if (pronoun->kind == MENTION_NOMINAL)
		nq_drop_excluded(doc, number, antecedents);
	nq_drop_reported(doc, number, antecedents);
	if (pronoun->kind == MENTION_PRONOUN)
		nq_drop_impossible(doc, number, antecedents);
	compare_antecedents(doc, pronoun, antecedents);
}
