/*
 * coreference.c
 *	  Mentions to the names that identify them.
 *
 * A name is resolved to the fullest name of its entity, "the sheriff" to the name that came with that role, a
 * pronoun to the antecedent (antecedents.c) to which a log-linear model gives the highest score.  A plural can
 * be resolved to two people who were named together.
 *
 * Results are stored in Document.referents, where later mentions find them.  Each search covers a bounded
 * number of mentions and sentences.
 */
#include "core/entities/coreference.h"

#include "core/base/assert.h"
#include "core/entities/antecedents.h"
#include "core/entities/authors.h"
#include "core/entities/body_phrases.h"
#include "core/entities/headings.h"
#include "core/entities/joint_mentions.h"
#include "core/entities/late_names.h"
#include "core/entities/name_words.h"
#include "core/entities/owned_phrases.h"
#include "core/entities/referent_features.h"
#include "core/entities/role_links.h"
#include "core/lexical/word_properties.h"
#include "core/model/scoring.h"
#include "core/stages.h"

#include <string.h>

/* Mentions on each side of "on" that are searched for the organisation, and words after it. */
#define PLACES_OF_SPEECH 4
#define PLACE_OF_SPEECH_REACH 8

/* Before a mention is resolved, those of this many earlier sentences are, up to this many in each. */
#define SUBJECTS_BACK 3
#define SUBJECTS_SCANNED 16

/*
 * How many sentences and mentions back joint speakers, or people named together, are searched; more sentences
 * for a phrase.
 */
#define JOINT_SENTENCES 3
#define JOINT_SENTENCES_PHRASE 12
#define JOINT_MENTIONS 80

Referent
nq_resolved(const Document *doc, uint32_t mention, Resolution resolution)
{
	return (Referent) {mention, NONE, doc->language->confidence->resolved[resolution], (uint8_t) resolution};
}

/* ---- one mention ---- */

/* Resolves a third-person pronoun, or a description of a person known. */
static Referent
rank_antecedents(const Document *doc, uint32_t number, LastSpeaker last)
{
	Antecedents antecedents;
	float		weights[MAX_ANTECEDENTS];
	uint32_t	best = 0;
	uint32_t	asked = nq_asked_after(doc, number);

	if (asked != NONE)
		return nq_resolved(doc, asked, RESOLVED_AHEAD);
	nq_find_antecedents(doc, number, last, &antecedents);
	if (antecedents.count == 0)
	{
		uint32_t	later = nq_named_after(doc, number);

		return later == NONE ? nq_resolved(doc, NONE, RESOLVED_UNKNOWN) : nq_resolved(doc, later, RESOLVED_AHEAD);
	}
	for (uint32_t i = 0; i < antecedents.count; i++)
	{
		FeatureSet	set;

		nq_referent_features(doc, number, last, &antecedents, i, &set);
		weights[i] = nq_weigh(doc, doc->language->referent, DECISION_REFERENT, number, antecedents.who[i].referent, &set);
		if (weights[i] > weights[best])
			best = i;
	}
	if (antecedents.who[best].referent == number)
	{
		uint32_t	bearer = nq_described_elsewhere(doc, number);

		if (bearer != NONE)
			return nq_resolved(doc, bearer, RESOLVED_AHEAD);
	}
	return (Referent) {antecedents.who[best].referent, NONE, nq_share_of_best(weights, antecedents.count, best), RESOLVED_RANKED};
}

/* How many sentences and mentions back the group of "one" is searched. */
#define ONE_SENTENCES 2
#define ONE_MENTIONS 24

/* "Two divers left, one saying ...": the group of "one"; NONE if there is none. */
static uint32_t
several_before(const Document *doc, uint32_t number)
{
	uint32_t	sentence = doc->mentions[number].sentence;

	for (uint32_t k = number; k-- > 0 && doc->mentions[k].sentence + ONE_SENTENCES >= sentence && k + ONE_MENTIONS > number;)
	{
		const Mention *several = &doc->mentions[k];

		if (several->plural && several->kind == MENTION_NOMINAL && several->inside == NONE && !several->nested &&
			several->type != TYPE_THING && several->head > several->first)
			return k;
	}
	return NONE;
}

/* "One", "one of them" */
static bool
is_one_of_several(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && token_does(doc, mention->head, FN_ONE) &&
		(mention->last == mention->first + 1 || (mention->last == mention->first + 3 && token_has(doc, mention->last - 1, WC_PRONOUN)));
}

/* "Lund's team said no.  His team said": the phrase with the name of the owner; NONE if there is none. */
static uint32_t
phrase_with_owner(const Document *doc, uint32_t number, LastSpeaker last)
{
	uint32_t	pronoun = nq_owning_pronoun(doc, number);

	return pronoun == NONE ? NONE : nq_phrase_with_owner(doc, number, pronoun, rank_antecedents(doc, pronoun, last).mention);
}

static Referent
resolve_phrase(const Document *doc, uint32_t number, LastSpeaker last)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	body = !is_apposed(mention) && is_one_of_several(doc, mention) ? several_before(doc, number) : NONE;

	if (body != NONE)
		return nq_resolved(doc, body, RESOLVED_ONE);
	if (is_apposed(mention))
		return nq_resolved(doc, nq_named(doc, number), RESOLVED_APPOSITION);
	body = nq_subject_of_predicate(doc, number);
	if (body != NONE)
		return nq_resolved(doc, nq_named(doc, body), RESOLVED_APPOSITION);
	if (nq_is_description(doc, mention))
		return rank_antecedents(doc, number, last);
	body = mention->plural ? NONE : nq_constituent_named_ahead(doc, number);
	if (body != NONE)
		return nq_resolved(doc, body, RESOLVED_AHEAD);
	if (mention->type != TYPE_PERSON)
		body = nq_body_of_phrase(doc, number, last);
	if (body == NONE)
		body = phrase_with_owner(doc, number, last);
	if (body == NONE)
		body = nq_named_after_lead(doc, number);
	return body == NONE ? nq_resolved(doc, number, RESOLVED_PHRASE) : nq_resolved(doc, body, RESOLVED_BODY);
}

bool
nq_prepare_referents(Document *doc)
{
	size_t		bytes = ((size_t) doc->mention_count + 1) * sizeof(uint32_t);

	doc->referents = nq_arena_alloc(doc->arena, bytes);
	if (doc->referents == NULL)
		return fail(doc, NQ_NO_MEMORY);
	memset(doc->referents, 0xff, bytes);
	return nq_link_roles(doc);
}

/* Whether a mention after a preposition can be the place where an organisation speaks. */
static bool
is_place_of_speech(const Document *doc, const Mention *mention)
{
	return mention->inside == NONE && mention->kind != MENTION_PRONOUN && follows_preposition(doc, mention) &&
		(mention->type == TYPE_ORGANISATION || mention->type == TYPE_GROUP || mention->type == TYPE_UNKNOWN ||
		 (mention->type == TYPE_PLACE && mention->kind == MENTION_NAME)) &&
		!token_has(doc, mention->head, WC_TIME);
}

/*
 * "Explique-t-on au ministère", "à la mairie, on assure": the organisation that an indefinite pronoun speaks
 * for; NONE if none is near.
 */
static uint32_t
place_of_one(const Document *doc, uint32_t number)
{
	const Mention *one = &doc->mentions[number];

	for (uint32_t k = number + 1; k < doc->mention_count && k <= number + PLACES_OF_SPEECH; k++)
	{
		const Mention *other = &doc->mentions[k];

		if (other->sentence != one->sentence || other->first > one->last + PLACE_OF_SPEECH_REACH)
			break;
		if (is_place_of_speech(doc, other))
			return nq_named(doc, k);
	}
	for (uint32_t k = number; k-- > 0 && k + PLACES_OF_SPEECH > number && doc->mentions[k].sentence == one->sentence;)
		if (doc->mentions[k].last + 1 == one->first && is_place_of_speech(doc, &doc->mentions[k]))
			return nq_named(doc, k);
	return NONE;
}

static Referent
resolve(const Document *doc, uint32_t mention, LastSpeaker last)
{
	const Mention *m = &doc->mentions[mention];
	uint32_t	below = m->kind == MENTION_NAME || m->kind == MENTION_NOMINAL ? nq_named_below(doc, mention) : NONE;

	if (below != NONE)
		return nq_resolved(doc, nq_named(doc, below), RESOLVED_AHEAD);
	if (m->kind == MENTION_NAME)
		return nq_resolved(doc, nq_named(doc, mention), RESOLVED_NAME);
	NQ_ASSERT(m->kind != MENTION_CONJOINED);
	if (m->kind == MENTION_NOMINAL)
		return resolve_phrase(doc, mention, last);
	if (m->person != 3)
		return nq_resolved(doc, NONE, RESOLVED_VOICE);
	if (token_does(doc, m->head, FN_ONE) && token_has(doc, m->head, WC_SUBJECT))
	{
		uint32_t	place = place_of_one(doc, mention);

		if (place != NONE)
			return nq_resolved(doc, place, RESOLVED_PLACE);
	}
	return rank_antecedents(doc, mention, last);
}

/* Whether a mention probably refers to a person or body named elsewhere: he, she, the mayor, the company. */
static bool
may_stand_for(const Document *doc, const Mention *mention)
{
	if (mention->inside != NONE)
		return false;
	if (mention->kind == MENTION_PRONOUN)
		return mention->person == 3 && !mention->plural && !mention->possessive && mention->gender != GENDER_NEUTER;
	return nq_is_description(doc, mention) || (mention->kind == MENTION_NOMINAL && mention->type == TYPE_ORGANISATION && !mention->plural &&
											   token_does(doc, mention->first, FN_DEFINITE));
}

/* Resolves the mentions of an earlier sentence that refer to others, so that they can be antecedents. */
static void
resolve_subjects(Document *doc, uint32_t sentence, uint32_t before, LastSpeaker last)
{
	uint32_t	first = doc->sentence_mentions[sentence];

	for (uint32_t k = first; k < doc->sentence_mentions[sentence + 1] && k < before && k < first + SUBJECTS_SCANNED; k++)
		if (doc->referents[k] == NONE && may_stand_for(doc, &doc->mentions[k]))
			doc->referents[k] = resolve(doc, k, last).mention;
}

/* Resolves the pronouns and descriptions shortly before a mention that can be its antecedents. */
static void
resolve_antecedents(Document *doc, uint32_t mention, LastSpeaker last)
{
	uint32_t	sentence = doc->mentions[mention].sentence;

	if (doc->mentions[mention].kind != MENTION_PRONOUN && !nq_is_description(doc, &doc->mentions[mention]))
		return;
	for (uint32_t back = sentence < SUBJECTS_BACK ? sentence + 1 : SUBJECTS_BACK + 1; back-- > 0;)
		resolve_subjects(doc, sentence - back, mention, last);
}

/* Resolves one mention and stores its referent, to which later pronouns may refer. */
static Referent
resolve_mention(Document *doc, uint32_t mention, LastSpeaker last)
{
	Referent	referent;

	if (mention == NONE)
		return nq_resolved(doc, NONE, RESOLVED_NONE);
	resolve_antecedents(doc, mention, last);
	referent = resolve(doc, mention, last);
	doc->referents[mention] = referent.mention;
	return referent;
}

/* ---- several ---- */

static Referent
joined(const Document *doc, uint32_t first, uint32_t joint, Resolution resolution)
{
	Referent	referent = nq_resolved(doc, first, resolution);

	referent.joint = joint;
	return referent;
}

/* "A and B": resolves the mentions in it.  Without memory, the first one is the referent, and the document has the error. */
static Referent
resolve_conjoined(Document *doc, uint32_t number)
{
	uint32_t	parts[MAX_JOINT];
	uint32_t	count = nq_parts_of_joint(doc, number, parts);
	Referent	first = nq_resolved(doc, NONE, RESOLVED_NONE);
	uint32_t	joint = doc->joint_speaker_count;
	uint32_t	resolved = 0;

	if (!nq_reserve_several(doc->arena, (void **) &doc->joint_speakers, &doc->joint_speaker_capacity, joint, MAX_JOINT + 1, sizeof(uint32_t)))
	{
		(void) fail(doc, NQ_NO_MEMORY);
		return first;
	}
	for (uint32_t i = 0; i < count; i++)
	{
		Referent	part = resolve_mention(doc, parts[i], nq_nobody);

		if (part.mention == NONE)
			continue;
		/* "Otto Lund and the mayor" are two persons. */
		if (resolved > 0 && part.mention == doc->joint_speakers[joint + resolved] && doc->mentions[parts[i]].kind == MENTION_NOMINAL)
			part.mention = doc->referents[parts[i]] = parts[i];
		if (resolved == 0)
			first = part;
		doc->joint_speakers[joint + ++resolved] = part.mention;
	}
	if (resolved < 2)
		return first;
	doc->joint_speakers[joint] = resolved;
	doc->joint_speaker_count += resolved + 1;
	return joined(doc, first.mention, joint, RESOLVED_CONJOINED);
}

/* "The agencies", "the two firms": whether a phrase is a noun for any bodies. */
static bool
is_bodies(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && mention->plural && token_does(doc, mention->head, FN_FIRM | FN_GROUP);
}

/* "They", "the authors", "the two congressmen", "the agencies": whether a mention can refer to several people named. */
static bool
may_be_joint(const Document *doc, const Mention *mention)
{
	if (!mention->plural || mention->inside != NONE)
		return false;
	if (mention->kind == MENTION_PRONOUN)
		return mention->person == 3 && !mention->possessive;
	return mention->kind == MENTION_NOMINAL && (mention->type == TYPE_GROUP || is_bodies(doc, mention)) && token_does(doc, mention->first, FN_DEFINITE) &&
		mention->last == mention->head + 1 && (token_has(doc, mention->head, WC_ROLE | WC_PERSON | WC_PEOPLE) || is_bodies(doc, mention)) &&
		(mention->head == mention->first + 1 || (mention->head == mention->first + 2 && token_has(doc, mention->first + 1, WC_NUM)));
}

static bool
is_named_body(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	return mention->kind == MENTION_NAME && mention->entity != NONE && doc->entities[mention->entity].type == TYPE_ORGANISATION;
}

/* Whether a mention is of several persons, or of several bodies. */
static bool
is_joint(const Document *doc, uint32_t number, bool bodies)
{
	const Mention *joint = &doc->mentions[number];
	uint32_t	parts[MAX_JOINT];
	uint32_t	count;

	if (joint->kind != MENTION_CONJOINED || joint->inside != NONE)
		return false;
	count = nq_parts_of_joint(doc, number, parts);
	for (uint32_t i = 0; i < count; i++)
		if (bodies ? !is_named_body(doc, parts[i]) : !nq_may_be_person(doc, &doc->mentions[parts[i]]))
			return false;
	return count > 1;
}

/* Whether a plural phrase between is meant instead: by "they" if it is a subject; "two divers" or "divers", by "the divers". */
static bool
is_meant_instead(const Document *doc, const Mention *mention, uint32_t number)
{
	const Mention *other = &doc->mentions[number];

	if (!other->plural || other->kind != MENTION_NOMINAL || other->type != TYPE_GROUP)
		return false;
	if (mention->kind == MENTION_PRONOUN)
		return nq_may_be_subject(doc, number);
	return nq_same_word(doc, mention->head, other->head) &&
		(!token_does(doc, other->first, FN_DEFINITE) || other->last - other->first > mention->last - mention->first);
}

/*
 * The last two joint speakers, or two who were the subject of a sentence shortly before; nobody if other
 * plurals came between.
 */
static Referent
joint_before(Document *doc, uint32_t number, LastSpeaker last)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	sentence = mention->sentence;
	uint32_t	back = mention->kind == MENTION_PRONOUN ? 1 : JOINT_SENTENCES_PHRASE;

	if (last.span != NONE && last.sentence + JOINT_SENTENCES >= sentence && doc->speakers[last.span].referent.joint != NONE)
		return joined(doc, doc->speakers[last.span].referent.mention, doc->speakers[last.span].referent.joint, RESOLVED_JOINT);
	for (uint32_t k = number; k-- > 0 && doc->mentions[k].sentence + back >= sentence && k + JOINT_MENTIONS > number;)
	{
		if (is_joint(doc, k, is_bodies(doc, &doc->mentions[number])))
		{
			Referent	both = resolve_conjoined(doc, k);

			return both.joint == NONE ? both : joined(doc, both.mention, both.joint, RESOLVED_JOINT);
		}
		if (is_meant_instead(doc, mention, k))
			break;
	}
	return nq_resolved(doc, NONE, RESOLVED_UNKNOWN);
}

/* Mentions after a phrase, one of which is of both persons named after it. */
#define JOINT_AHEAD 7

/* "The authors, Lena Frey and Jan Holm,": the mention of two persons in apposition to a plural phrase; NONE if there is none. */
static uint32_t
apposed_joint(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	if (mention->kind != MENTION_NOMINAL || !mention->plural || mention->type != TYPE_GROUP || mention->inside != NONE ||
		token_at(doc, mention->last)->kind != TOKEN_COMMA || !token_has(doc, mention->first, WC_DET | WC_POSSESSIVE | WC_NUM))
		return NONE;
	for (uint32_t k = number + 1; k < doc->mention_count && k <= number + JOINT_AHEAD; k++)
	{
		const Mention *joint = &doc->mentions[k];

		/* "The authors, Lena Frey and Jan Holm said" has three subjects. */
		if (joint->first == mention->last + 1 && k >= number + 3 && is_joint(doc, k, false))
			return token_at(doc, joint->last)->kind == TOKEN_COMMA || token_at(doc, joint->last)->kind == TOKEN_STOP ||
				token_has(doc, joint->last, WC_PREP) ? k : NONE;
	}
	return NONE;
}

/* ---- any ---- */

static Referent
resolve_one_or_two(Document *doc, uint32_t mention, LastSpeaker last)
{
	uint32_t	both = mention == NONE ? NONE : apposed_joint(doc, mention);
	Referent	referent;

	if (both != NONE)
		return resolve_conjoined(doc, both);
	if (mention != NONE && may_be_joint(doc, &doc->mentions[mention]))
	{
		Referent	joint = joint_before(doc, mention, last);

		if (joint.mention != NONE)
			return joint;
	}
	if (mention != NONE && doc->mentions[mention].kind == MENTION_CONJOINED)
		return resolve_conjoined(doc, mention);
	referent = resolve_mention(doc, mention, last);
	if (referent.mention == NONE)
		return referent;
	if (doc->mentions[referent.mention].kind == MENTION_CONJOINED)
		return resolve_conjoined(doc, referent.mention);
	both = apposed_joint(doc, referent.mention);
	return both == NONE ? referent : resolve_conjoined(doc, both);
}

Referent
nq_resolve(Document *doc, uint32_t mention, LastSpeaker last)
{
	uint32_t	author = mention == NONE ? NONE : nq_author_of(doc, mention);
	Referent	referent = resolve_one_or_two(doc, author, last);

	/* "Lund's memoir is long.  It says": the memoir is Lund's. */
	if (author != NONE && doc->mentions[author].kind == MENTION_PRONOUN && referent.mention != NONE && nq_author_of(doc, referent.mention) != referent.mention)
		referent = resolve_one_or_two(doc, nq_author_of(doc, referent.mention), last);
	/* "Lund's statement said ...  It added": "it" is Lund's, too. */
	if (author != mention)
		doc->referents[mention] = referent.mention;
	return referent;
}

/* ---- the stage for clauses; for spans see speech/speakers.c ---- */

/* Runs after all spans are resolved, so that clauses do not affect the speakers of spans. */
bool
nq_resolve_clauses(Document *doc)
{
	LastSpeaker last = nq_nobody;
	uint32_t	span = 0;

	doc->clause_speakers = nq_arena_alloc(doc->arena, ((size_t) doc->clause_count + 1) * sizeof(Referent));
	if (doc->clause_speakers == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (uint32_t i = 0; i < doc->clause_count; i++)
	{
		if (!check_interrupts(doc, i, EVERY_64))
			return false;
		for (; span < doc->span_count && doc->spans[span].open < doc->clauses[i].first; span++)
			if (nq_is_quotation(doc, span))
				last = (LastSpeaker) {doc->speakers[span].referent.mention, doc->span_sentences[span], span};
		doc->clause_speakers[i] = nq_resolve(doc, doc->clauses[i].speaker, last);
	}
	return true;
}
