/*
 * coreference.c
 *	  Mentions to the names after them.
 *
 * A name leads to the fullest name of its entity.  "The sheriff" leads to the
 * name that a sheriff came with; a pronoun to the most salient earlier mention
 * that agrees with it in gender and number.  What makes a mention salient are the
 * factors of Lappin and Leass (An Algorithm for Pronominal Anaphora Resolution,
 * 1994), how recent it is, whether it is a subject, how often it comes, and who spoke
 * last; a log-linear model weighs them.
 *
 * Looks back over a bounded number of mentions and sentences.
 */
#include "core/entities/coreference.h"

#include "core/entities/body_phrases.h"
#include "core/entities/name_words.h"
#include "core/entities/referent_contexts.h"
#include "core/entities/role_links.h"
#include "core/lexical/word_properties.h"
#include "core/speech/attribution.h"
#include "core/stages.h"

#include <string.h>

/* How many mentions and sentences a pronoun looks back. */
#define PRONOUN_MENTIONS 40
#define PRONOUN_SENTENCES 8

/* How many mentions ahead a role's bearer is looked for, and how sure that makes. */
#define ROLES_AHEAD 60
#define ROLE_AHEAD 0.8f

/* In how many sentences before it, and of each in how many mentions, what may be meant is resolved first. */
#define SUBJECTS_BACK 3
#define SUBJECTS_SCANNED 16

/* Mentions after a pronoun in its sentence that may be within the words that it speaks. */
#define QUOTED_AFTER 12

/* In how many sentences before them those who are several spoke together, or were named together; and in how many mentions. */
#define JOINT_SENTENCES 3
#define JOINT_SENTENCES_PHRASE 12
#define JOINT_MENTIONS 80

/* How many mentions back the bearer of an office is looked for by the place or nation before it. */
#define OFFICE_MENTIONS 400

/* Before the first quotation. */
const LastSpeaker nq_nobody = {NONE, 0, NONE};

/* Whether a mention may be somebody: a word that is no person's name for sure needs a sign that it is one. */
static bool
is_person(const Document *doc, const Mention *mention)
{
	const Entity *entity;

	if (mention->kind == MENTION_NOMINAL)
		return mention->type == TYPE_PERSON;
	if (mention->kind != MENTION_NAME)
		return false;
	if (mention->entity == NONE)
		return mention->type == TYPE_PERSON || mention->type == TYPE_UNKNOWN;
	entity = &doc->entities[mention->entity];
	if (entity->type == TYPE_UNKNOWN)
		return entity->personal > 0 || (entity->personal == 0 && entity->forename != NONE);
	return entity->type == TYPE_PERSON;
}

/* The gender of whoever bears the name, as far as the article tells it; else that of the words. */
static uint8_t
gender_of(const Document *doc, const Mention *mention)
{
	uint32_t	referent = doc->referents[mention - doc->mentions];

	if (mention->entity != NONE && doc->entities[mention->entity].type == TYPE_PERSON)
		return doc->entities[mention->entity].gender;
	/* A phrase that was found to mean somebody. */
	if (mention->gender == GENDER_UNKNOWN && mention->kind == MENTION_NOMINAL && referent != NONE && doc->mentions[referent].entity != NONE)
		return doc->entities[doc->mentions[referent].entity].gender;
	if (mention->gender == GENDER_UNKNOWN && mention->appositive != NONE)
		return doc->mentions[mention->appositive].gender;
	return mention->gender;
}

/* The mention that says best who an entity is. */
uint32_t
nq_named(const Document *doc, uint32_t mention)
{
	const Mention *m = &doc->mentions[mention];

	if (doc->referents[mention] != NONE)
		return doc->referents[mention];
	if (m->kind == MENTION_NAME && m->entity != NONE)
		return doc->entities[m->entity].mention;
	if (m->appositive != NONE && doc->mentions[m->appositive].entity != NONE)
		return doc->entities[doc->mentions[m->appositive].entity].mention;
	return mention;
}

/* ---- roles ---- */

static uint16_t
lemma_at(const Document *doc, uint32_t i)
{
	return i == NONE ? 0 : doc->lexicon->words[token_at(doc, i)->word].lemma;
}

/* Whether a mention with a name bears the role that the phrase names. */
static bool
bears_role(const Document *doc, const Mention *mention, uint16_t lemma)
{
	if (mention->kind == MENTION_NAME && mention->role != NONE && lemma_at(doc, mention->role) == lemma)
		return true;
	return mention->kind == MENTION_NOMINAL && mention->appositive != NONE && lemma_at(doc, mention->head) == lemma;
}

/* "The sheriff", "his doctor", "President": a phrase that may mean somebody who was named. */
static bool
is_definite(const Document *doc, const Mention *mention)
{
	if (token_does(doc, mention->first, FN_DEFINITE) || token_has(doc, mention->first, WC_POSSESSIVE))
		return true;
	return (token_at(doc, mention->first)->flags & TOKEN_CAPITAL) != 0 && !token_has(doc, mention->first, WC_DET | WC_NUM);
}

/* ---- pronouns and descriptions ---- */

/* Whether a description stands beside a name or was found to mean a named one. */
static bool
leads_to_name(const Document *doc, const Mention *mention)
{
	uint32_t	referent = doc->referents[mention - doc->mentions];

	return mention->appositive != NONE || (referent != NONE && doc->mentions[referent].kind == MENTION_NAME);
}

static bool
agrees(const Document *doc, const Mention *pronoun, const Mention *candidate)
{
	uint8_t		gender;

	if (candidate->kind == MENTION_CONJOINED)
		return false;
	/* A pronoun stands for whom it was found to mean. */
	if (candidate->kind == MENTION_PRONOUN)
		return candidate->plural == pronoun->plural && candidate->gender == pronoun->gender &&
			doc->referents[candidate - doc->mentions] != NONE;
	if (pronoun->plural)
		return candidate->plural || candidate->type == TYPE_GROUP ||
			(candidate->kind == MENTION_NAME && candidate->type == TYPE_ORGANISATION);
	if (pronoun->gender == GENDER_NEUTER)
		return !candidate->plural && !is_person(doc, candidate) && candidate->type != TYPE_THING;
	if (candidate->plural || !is_person(doc, candidate))
		return false;
	/* "The witness" is not "the lawyer". */
	if (pronoun->kind == MENTION_NOMINAL && candidate->kind == MENTION_NOMINAL && !leads_to_name(doc, candidate) &&
		!nq_same_role(doc, (uint32_t) (pronoun - doc->mentions), (uint32_t) (candidate - doc->mentions)))
		return false;
	gender = gender_of(doc, candidate);
	if (gender == GENDER_NEUTER)
		return false;
	return gender == GENDER_UNKNOWN || pronoun->gender == GENDER_UNKNOWN || gender == pronoun->gender;
}

/* Enters a mention among the antecedents, or counts it as another one of somebody who is there. */
static void
add_antecedent(const Document *doc, Antecedents *antecedents, uint32_t mention)
{
	uint32_t	referent = nq_named(doc, mention);

	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent == referent)
		{
			antecedents->who[i].recent++;
			/* Better a mention in the reporter's words than one within a quotation. */
			if (doc->mentions[antecedents->who[i].latest].inside != NONE && doc->mentions[mention].inside == NONE)
				antecedents->who[i].latest = mention;
			return;
		}
	if (antecedents->count < MAX_ANTECEDENTS)
		antecedents->who[antecedents->count++] = (Antecedent) {.referent = referent, .latest = mention, .recent = 1};
}

/* "the sheriff", "Ohio's governor": one person, definite, and not named beside it. */
static bool
is_description(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && mention->type == TYPE_PERSON && !mention->plural &&
		mention->appositive == NONE && is_definite(doc, mention);
}

/* The last name that came with the role, and the last phrase with it, which may stand far back. */
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

static bool
may_report(const Document *doc, uint32_t mention)
{
	return doc->mentions[mention].type != TYPE_THING && doc->mentions[mention].type != TYPE_DOCUMENT;
}

/*
 * Who reported in the sentence so many back, before the pronoun: the first one whose verb is
 * sure, who is the main clause's; else the last one.  NONE for nobody.
 */
static uint32_t
last_reporter(const Document *doc, const Mention *pronoun, uint32_t back)
{
	uint32_t	found = NONE;
	uint32_t	sure = NONE;
	uint32_t	sentence = pronoun->sentence - back;
	uint32_t	cue;

	if (back > pronoun->sentence)
		return NONE;
	cue = back == 0 ? nq_cue_from(doc, sentence, pronoun->first) : doc->sentence_cues[sentence + 1];
	for (uint32_t steps = 0; cue-- > doc->sentence_cues[sentence] && steps < 8; steps++)
	{
		const Cue  *c = &doc->cues[cue];

		if (c->subject == NONE || c->subject == (uint32_t) (pronoun - doc->mentions) || c->form == FORM_NOUN)
			continue;
		if ((c->frames & CUE_STRONG) != 0 && may_report(doc, c->subject))
			sure = c->subject;
		else if (found == NONE && (c->frames & CUE_MEDIUM) != 0)
			found = c->subject;
	}
	return sure != NONE ? sure : found;
}

static uint32_t
times_named(const Document *doc, uint32_t referent)
{
	uint32_t	entity = doc->mentions[referent].entity;

	return entity == NONE ? 1 : doc->entities[entity].mentions;
}

/* Whether a mention is likely to be its sentence's subject. */
static bool
is_subject(const Document *doc, uint32_t number)
{
	return doc->mentions[number].inside == NONE && nq_is_first_phrase(doc, number);
}

/* Marks those whom the words between marks in the pronoun's sentence name: "Hale may win," he said. */
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

/* What is the same for all antecedents. */
static void
compare_antecedents(const Document *doc, const Mention *pronoun, Antecedents *antecedents)
{
	antecedents->most = 0;
	antecedents->last_subject = NONE;
	for (uint32_t i = 0; i < antecedents->count; i++)
	{
		uint32_t	times = times_named(doc, antecedents->who[i].referent);

		if (times > antecedents->most)
			antecedents->most = times;
		if (antecedents->last_subject == NONE && is_subject(doc, antecedents->who[i].latest))
			antecedents->last_subject = i;
	}
	mark_quoted(doc, pronoun, antecedents);
	for (uint32_t back = 0; back < REPORTERS_BACK; back++)
	{
		uint32_t	reporter = last_reporter(doc, pronoun, back);

		antecedents->reporters[back] = reporter == NONE ? NONE : nq_named(doc, reporter);
	}
}

/* Whether any mention of the antecedent came with the role of a description. */
static bool
came_with_role(const Document *doc, uint32_t number, const Antecedent *who)
{
	return nq_bore_role(doc, number, doc->mentions[who->referent].entity);
}

/* "The governor", "the 46-year-old": nothing but the role. */
static bool
is_bare_role(const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && mention->head == mention->first + 1 && mention->last == mention->head + 1;
}

/* Whether an antecedent of a description has its role: "Governor Hall", or "a governor". */
static bool
has_role(const Document *doc, uint32_t number, const Antecedent *who)
{
	return came_with_role(doc, number, who) ||
		(who->referent != number && token_does(doc, doc->mentions[who->latest].first, FN_INDEFINITE) &&
		 doc->mentions[who->latest].kind == MENTION_NOMINAL && nq_same_role(doc, number, who->latest));
}

/* "His mother", "Lund's brother": nobody is, of whom the article has not said it. */
static bool
is_kin_of(const Document *doc, const Mention *mention)
{
	return token_has(doc, mention->head, WC_KIN) && mention->head > mention->first && !token_does(doc, mention->first, FN_DEFINITE);
}

/* Where somebody has the role that a description names and says no more about, the others have it not. */
static void
keep_bearers(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	uint32_t	kept = 0;
	bool		borne = is_kin_of(doc, &doc->mentions[number]);

	for (uint32_t i = 0; i < antecedents->count && !borne; i++)
		borne = has_role(doc, number, &antecedents->who[i]);
	if (!borne)
		return;
	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent == number || has_role(doc, number, &antecedents->who[i]))
			antecedents->who[kept++] = antecedents->who[i];
	antecedents->count = kept;
}

/* Whether one of the words before a description's noun stands in a phrase too. */
static bool
shares_words(const Document *doc, const Mention *mention, uint32_t first, uint32_t last)
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

/* "The Ostby mayor": a capitalised word stands before a description's noun. */
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

/* "The Ostby mayor", after "Ann Hale of Ostby" or "the Ostby lawyer, Ann Hale": a word before the noun is printed with the name. */
static bool
shares_modifier(const Document *doc, const Mention *mention, const Antecedent *who)
{
	uint32_t	printed[] = {who->latest, who->referent};

	for (uint32_t i = 0; i < 2; i++)
	{
		const Mention *other = &doc->mentions[printed[i]];

		if (shares_words(doc, mention, other->first, other->last) ||
			(other->appositive != NONE &&
			 shares_words(doc, mention, doc->mentions[other->appositive].first, doc->mentions[other->appositive].last)))
			return true;
	}
	return false;
}

/* "The Greek leader": the noun of an office after a nation or place. */
static bool
has_nation(const Document *doc, const Mention *mention)
{
	return mention->head == mention->first + 2 && mention->last == mention->head + 1 &&
		token_has(doc, mention->first + 1, WC_DEMONYM | WC_COUNTRY) && token_has(doc, mention->head, WC_OFFICE | WC_ROLE);
}

/* "Greek Prime Minister Otto Lind", before "the Greek leader": somebody with a post in that nation. */
static void
add_officer(const Document *doc, Antecedents *antecedents, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	for (uint32_t k = number; k-- > 0 && k + OFFICE_MENTIONS > number;)
	{
		const Mention *other = &doc->mentions[k];

		if (other->kind == MENTION_NAME && other->inside == NONE && other->role != NONE && other->name_first > other->first + 1 &&
			is_person(doc, other) && shares_words(doc, mention, other->first, other->name_first))
		{
			add_antecedent(doc, antecedents, k);
			return;
		}
	}
}

/* "The Greek leader" is a Greek, where one was named with a post. */
static void
keep_officers(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	uint32_t	kept = 0;
	bool		shared = false;

	for (uint32_t i = 0; i < antecedents->count; i++)
		shared |= antecedents->who[i].referent != number && shares_modifier(doc, &doc->mentions[number], &antecedents->who[i]);
	for (uint32_t i = 0; shared && i < antecedents->count; i++)
		if (antecedents->who[i].referent == number || shares_modifier(doc, &doc->mentions[number], &antecedents->who[i]) ||
			came_with_role(doc, number, &antecedents->who[i]))
			antecedents->who[kept++] = antecedents->who[i];
	if (shared)
		antecedents->count = kept;
}

/* "The Dunmore mayor" is not "Ann Hale, Lindby's mayor", where another one comes with Dunmore. */
static void
drop_other_bearers(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	kept = 0;
	bool		shared = false;

	for (uint32_t i = 0; i < antecedents->count && !shared; i++)
		shared = antecedents->who[i].referent != number && !doc->mentions[antecedents->who[i].latest].nested &&
			shares_modifier(doc, mention, &antecedents->who[i]);
	if (!shared)
		return;
	for (uint32_t i = 0; i < antecedents->count; i++)
	{
		const Antecedent *who = &antecedents->who[i];

		if (who->referent == number || !came_with_role(doc, number, who) || !has_capital(doc, &doc->mentions[who->latest]) ||
			shares_modifier(doc, mention, who))
			antecedents->who[kept++] = *who;
	}
	antecedents->count = kept;
}

/* Whether any antecedent stands in the reporter's words. */
static bool
has_unquoted(const Document *doc, const Antecedents *antecedents)
{
	for (uint32_t i = 0; i < antecedents->count; i++)
		if (doc->mentions[antecedents->who[i].latest].inside == NONE)
			return true;
	return false;
}

/*
 * "Shay Frame won. “Ellen, we did it,” she said.": where the article names nobody else in its own words, "she" is the one
 * whose forename the list gives to men; not whom a title tells to be one, nor whom the speaker names.
 */
static void
add_others(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	quoted = antecedents->count;

	for (uint32_t k = number; k-- > 0 && k + PRONOUN_MENTIONS > number;)
	{
		const Mention *candidate = &doc->mentions[k];

		if (candidate->sentence + PRONOUN_SENTENCES < pronoun->sentence)
			break;
		if (candidate->inside != NONE || candidate->kind != MENTION_NAME || candidate->name_last - candidate->name_first < 2)
			continue;
		if (candidate->role == NONE && candidate->appositive == NONE && !candidate->plural && !follows_preposition(doc, candidate) &&
			is_person(doc, candidate))
			add_antecedent(doc, antecedents, k);
	}
	if (antecedents->count == quoted)
		return;
	antecedents->count -= quoted;
	memmove(antecedents->who, antecedents->who + quoted, antecedents->count * sizeof(Antecedent));
}

/* How many cues back in the sentence may have a description in what they report, and how many tokens back. */
#define REPORTS_BACK 3
#define REPORT_TOKENS 40

/* "Hale said the mate told the crew": who reports what a description is in is not the one described. */
static void
drop_reporter(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	floor = doc->sentence_cues[mention->sentence];
	uint32_t	cue = nq_cue_from(doc, mention->sentence, mention->first);

	for (uint32_t steps = 0; cue-- > floor && steps < REPORTS_BACK; steps++)
	{
		const Cue  *c = &doc->cues[cue];
		uint32_t	reporter;
		uint32_t	kept = 0;

		if (c->subject == NONE || c->form != FORM_FINITE || c->link == SUBJECT_INVERTED || doc->mentions[c->subject].first >= c->first ||
			c->last + REPORT_TOKENS < mention->first || next_tagged(doc, TAG_MARK, c->last, mention->first) < mention->first)
			continue;
		reporter = nq_named(doc, c->subject);
		for (uint32_t i = 0; i < antecedents->count; i++)
			if (antecedents->who[i].referent != reporter || reporter == number)
				antecedents->who[kept++] = antecedents->who[i];
		antecedents->count = kept;
	}
}

bool
nq_find_antecedents(const Document *doc, uint32_t number, LastSpeaker last, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];

	antecedents->count = 0;
	if (pronoun->kind == MENTION_PRONOUN ? pronoun->person != 3 : !is_description(doc, pronoun))
		return false;
	for (uint32_t k = number; k-- > 0 && k + PRONOUN_MENTIONS > number;)
	{
		const Mention *candidate = &doc->mentions[k];

		if (candidate->sentence + PRONOUN_SENTENCES < pronoun->sentence)
			break;
		/* "Lee's mother" is not Lee. */
		if (candidate->first >= pronoun->first && candidate->last <= pronoun->last)
			continue;
		if (agrees(doc, pronoun, candidate))
			add_antecedent(doc, antecedents, k);
	}
	if (pronoun->kind == MENTION_NOMINAL)
		add_bearer(doc, antecedents, number);
	if (pronoun->kind == MENTION_NOMINAL && has_nation(doc, pronoun))
		add_officer(doc, antecedents, number);
	/* The last speaker may stand farther back. */
	if (last.mention != NONE && last.mention < number && agrees(doc, pronoun, &doc->mentions[last.mention]))
		add_antecedent(doc, antecedents, last.mention);
	/* A description may mean nobody who was named. */
	if (pronoun->kind == MENTION_NOMINAL && antecedents->count < MAX_ANTECEDENTS)
		antecedents->who[antecedents->count++] = (Antecedent) {.referent = number, .latest = number, .recent = 1};
	if (pronoun->kind == MENTION_PRONOUN && !pronoun->plural && pronoun->gender != GENDER_NEUTER && !has_unquoted(doc, antecedents))
		add_others(doc, number, antecedents);
	if (pronoun->kind == MENTION_NOMINAL)
		drop_reporter(doc, number, antecedents);
	if (is_bare_role(pronoun) || is_kin_of(doc, pronoun))
		keep_bearers(doc, number, antecedents);
	else if (has_capital(doc, pronoun))
		drop_other_bearers(doc, number, antecedents);
	if (pronoun->kind == MENTION_NOMINAL && has_nation(doc, pronoun))
		keep_officers(doc, number, antecedents);
	compare_antecedents(doc, pronoun, antecedents);
	return true;
}

static void
add_reporter_features(const Antecedents *antecedents, uint32_t referent, FeatureSet *set)
{
	for (uint32_t back = 0; back < REPORTERS_BACK; back++)
		if (antecedents->reporters[back] != NONE)
			nq_add_feature(set, antecedents->reporters[back] == referent ? REFERENT_CUE_SUBJECT + back : REFERENT_CUE_OTHER + back,
						   true);
}

static bool
is_subordinate(const Document *doc, const Mention *pronoun)
{
	return pronoun->first > 0 && (token_has(doc, pronoun->first - 1, WC_WH | WC_SUBORD | WC_RELATIVE) ||
								  token_does(doc, pronoun->first - 1, FN_COMPLEMENTISER));
}

static void
add_position_features(const Document *doc, const Mention *pronoun, uint32_t latest, FeatureSet *set)
{
	const Mention *mention = &doc->mentions[latest];
	uint32_t	back = pronoun->sentence - mention->sentence;
	uint32_t	paragraph = doc->sentences[pronoun->sentence].paragraph;
	uint32_t	its_paragraph = doc->sentences[mention->sentence].paragraph;
	bool		subject = is_subject(doc, latest);

	if (back > 4)
		back = 4;
	nq_add_feature(set, REFERENT_BACK + back, true);
	nq_add_feature(set, REFERENT_SUBJECT + back, subject);
	nq_add_feature(set, REFERENT_SUBORDINATE, back == 0 && subject && is_subordinate(doc, pronoun));
	nq_add_feature(set, REFERENT_OWN_CLAUSE, back == 0);
	nq_add_feature(set, REFERENT_SAME_PARAGRAPH, paragraph == its_paragraph);
	nq_add_feature(set, REFERENT_PREVIOUS_PARAGRAPH, paragraph == its_paragraph + 1);
	nq_add_feature(set, REFERENT_NEW_PARAGRAPH_SUBJECT, subject && paragraph == its_paragraph &&
				   doc->paragraphs[paragraph].first_sentence == mention->sentence);
	nq_add_feature(set, REFERENT_HEADLINE, doc->sentences[mention->sentence].title_case);
}

static bool
has_clitic(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (token_at(doc, i)->kind == TOKEN_CLITIC)
			return true;
	return false;
}

/* Why a description may mean somebody new. */
static void
add_own_features(const Document *doc, const Mention *mention, uint32_t others, FeatureSet *set)
{
	uint64_t	role = classes_at(doc, mention->head);
	bool		possessed = token_has(doc, mention->first, WC_POSSESSIVE) || has_clitic(doc, mention->first, mention->head);

	nq_add_feature(set, REFERENT_ITSELF, true);
	nq_add_feature(set, REFERENT_ITSELF_POSSESSED, possessed);
	nq_add_feature(set, REFERENT_ITSELF_THE, !possessed && mention->head <= mention->first + 1);
	nq_add_feature(set, REFERENT_ITSELF_MODIFIED, !possessed && mention->head > mention->first + 1);
	nq_add_feature(set, REFERENT_ITSELF_EXTENDED, mention->last > mention->head + 1);
	nq_add_feature(set, REFERENT_ITSELF_OFFICE, (role & WC_OFFICE) != 0);
	nq_add_feature(set, REFERENT_ITSELF_SPOKES, (role & WC_SPOKES) != 0);
	nq_add_feature(set, REFERENT_ITSELF_KIN, (role & WC_KIN) != 0);
	nq_add_feature(set, REFERENT_ITSELF_ALONE, others == 0);
}

void
nq_referent_features(const Document *doc, uint32_t number, LastSpeaker last,
					 const Antecedents *antecedents, uint32_t which, FeatureSet *set)
{
	const Mention *pronoun = &doc->mentions[number];
	const Antecedent *who = &antecedents->who[which];
	const Mention *latest = &doc->mentions[who->latest];
	uint32_t	times = times_named(doc, who->referent);
	bool		spoke_last = last.mention != NONE && nq_named(doc, last.mention) == who->referent;

	nq_clear_features(set);
	if (who->referent == number)
	{
		add_own_features(doc, pronoun, antecedents->count - 1, set);
		nq_referent_contexts(doc, number, antecedents, which, set);
		return;
	}
	add_position_features(doc, pronoun, who->latest, set);
	add_reporter_features(antecedents, who->referent, set);
	nq_add_feature(set, REFERENT_PRONOUN, latest->kind == MENTION_PRONOUN);
	nq_add_feature(set, REFERENT_SAME_HEAD, pronoun->kind == MENTION_NOMINAL && latest->kind == MENTION_NOMINAL &&
				   nq_same_word(doc, pronoun->head, latest->head));
	if (pronoun->kind == MENTION_NOMINAL)
	{
		bool		bears = came_with_role(doc, number, who);
		bool		shares = shares_modifier(doc, pronoun, who);

		nq_add_feature(set, REFERENT_BEARS_ROLE, bears);
		nq_add_feature(set, REFERENT_BEARS_ROLE_THE, bears && pronoun->head == pronoun->first + 1);
		nq_add_feature(set, REFERENT_SHARES_MODIFIER, shares);
		nq_add_feature(set, REFERENT_FULLER, latest->kind == MENTION_NOMINAL && latest->last - latest->first > pronoun->last - pronoun->first);
	}
	nq_add_feature(set, REFERENT_QUOTED, who->quoted);
	nq_add_feature(set, REFERENT_NEAREST, which == 0);
	nq_add_feature(set, REFERENT_LAST_SUBJECT, which == antecedents->last_subject);
	nq_add_feature(set, REFERENT_FIRST, which + 1 == antecedents->count);
	nq_add_feature(set, REFERENT_MOST, times == antecedents->most);
	nq_add_feature(set, REFERENT_POSSESSIVE, latest->possessive);
	nq_add_feature(set, REFERENT_CONTAINED, latest->nested);
	nq_add_feature(set, REFERENT_AFTER_PREPOSITION, follows_preposition(doc, latest));
	nq_add_feature(set, REFERENT_INSIDE, latest->inside != NONE);
	nq_add_feature(set, REFERENT_NAME, latest->kind == MENTION_NAME);
	nq_add_feature(set, REFERENT_NOMINAL, latest->kind == MENTION_NOMINAL);
	nq_add_feature(set, REFERENT_PERSON, latest->entity != NONE && doc->entities[latest->entity].type == TYPE_PERSON);
	nq_add_feature(set, REFERENT_GENDER, pronoun->gender != GENDER_UNKNOWN && gender_of(doc, latest) == pronoun->gender);
	nq_add_feature(set, REFERENT_FULL_NAME, latest->name_last > latest->name_first + 1);
	nq_add_feature(set, REFERENT_ROLE, latest->role != NONE);
	nq_add_feature(set, REFERENT_COUNT + (times <= 2 ? times - 1 : times <= 5 ? 2 : times <= 10 ? 3 : 4), true);
	nq_add_feature(set, REFERENT_RECENT + (who->recent <= 3 ? who->recent - 1 : 3), true);
	nq_add_feature(set, REFERENT_SPOKE_NEVER, last.mention != NONE && !spoke_last);
	if (spoke_last)
	{
		uint32_t	paragraph = doc->sentences[pronoun->sentence].paragraph;
		uint32_t	its_paragraph = doc->sentences[last.sentence].paragraph;

		nq_add_feature(set, REFERENT_SPOKE_LAST + (last.sentence == pronoun->sentence ? WHERE_SENTENCE : paragraph == its_paragraph ? WHERE_PARAGRAPH :
												   paragraph == its_paragraph + 1 ? WHERE_PREVIOUS : WHERE_EARLIER), true);
	}
	nq_referent_contexts(doc, number, antecedents, which, set);
}

/* "The mayor said. Mayor Lucia Fontana has led the town since 2019": the first name with that role after it. */
static uint32_t
bearer_ahead(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint16_t	lemma = lemma_at(doc, mention->head);

	if (mention->kind != MENTION_NOMINAL || lemma == 0 || !token_does(doc, mention->first, FN_DEFINITE) ||
		mention->head != mention->first + 1 || mention->last != mention->head + 1)
		return NONE;
	for (uint32_t k = number + 1; k < doc->mention_count && k < number + ROLES_AHEAD; k++)
		if (bears_role(doc, &doc->mentions[k], lemma))
			return nq_named(doc, k);
	return NONE;
}

static Referent
rank_antecedents(const Document *doc, uint32_t number, LastSpeaker last)
{
	Antecedents antecedents;
	float		weights[MAX_ANTECEDENTS];
	uint32_t	best = 0;

	if (!nq_find_antecedents(doc, number, last, &antecedents) || antecedents.count == 0)
		return (Referent) {NONE, NONE, 0.3f};
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
		uint32_t	bearer = bearer_ahead(doc, number);

		if (bearer != NONE)
			return (Referent) {bearer, NONE, ROLE_AHEAD};
	}
	return (Referent) {antecedents.who[best].referent, NONE, nq_share_of_best(weights, antecedents.count, best)};
}

static Referent
resolve_phrase(const Document *doc, uint32_t number, LastSpeaker last)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	body = NONE;

	if (mention->appositive != NONE)
		return (Referent) {nq_named(doc, number), NONE, 0.9f};
	if (is_description(doc, mention))
		return rank_antecedents(doc, number, last);
	if (mention->type != TYPE_PERSON)
		body = nq_body_of_phrase(doc, number, last);
	return (Referent) {body == NONE ? number : body, NONE, 0.8f};
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

static Referent
resolve(const Document *doc, uint32_t mention, LastSpeaker last)
{
	const Mention *m = &doc->mentions[mention];

	switch ((MentionKind) m->kind)
	{
		case MENTION_NAME:
			return (Referent) {nq_named(doc, mention), NONE, 0.97f};
		case MENTION_PRONOUN:
			if (m->person != 3)
				return (Referent) {NONE, NONE, 0.7f};
			return rank_antecedents(doc, mention, last);
		case MENTION_NOMINAL:
			return resolve_phrase(doc, mention, last);
		case MENTION_CONJOINED:
			return (Referent) {mention, NONE, 0.8f};
	}
	return (Referent) {NONE, NONE, 0};
}

/* Whether others are likely to be taken for a mention that stands for somebody: he, she, the mayor. */
static bool
may_stand_for(const Document *doc, const Mention *mention)
{
	if (mention->inside != NONE)
		return false;
	if (mention->kind == MENTION_PRONOUN)
		return mention->person == 3 && !mention->plural && !mention->possessive && mention->gender != GENDER_NEUTER;
	return is_description(doc, mention);
}

/* Resolves what may be meant in a sentence before a mention: it is among the antecedents then. */
static void
resolve_subjects(Document *doc, uint32_t sentence, uint32_t before, LastSpeaker last)
{
	uint32_t	first = doc->sentence_mentions[sentence];

	for (uint32_t k = first; k < doc->sentence_mentions[sentence + 1] && k < before && k < first + SUBJECTS_SCANNED; k++)
		if (doc->referents[k] == NONE && may_stand_for(doc, &doc->mentions[k]))
			doc->referents[k] = resolve(doc, k, last).mention;
}

/* Resolves the pronouns and descriptions shortly before a mention that may be its antecedents. */
static void
resolve_antecedents(Document *doc, uint32_t mention, LastSpeaker last)
{
	uint32_t	sentence = doc->mentions[mention].sentence;

	if (doc->mentions[mention].kind != MENTION_PRONOUN && !is_description(doc, &doc->mentions[mention]))
		return;
	for (uint32_t back = sentence < SUBJECTS_BACK ? sentence + 1 : SUBJECTS_BACK + 1; back-- > 0;)
		resolve_subjects(doc, sentence - back, mention, last);
}

/* Resolves one mention and remembers whom it stands for: later pronouns may stand for it. */
static Referent
resolve_mention(Document *doc, uint32_t mention, LastSpeaker last)
{
	Referent	referent;

	if (mention == NONE)
		return (Referent) {NONE, NONE, 0.5f};
	resolve_antecedents(doc, mention, last);
	referent = resolve(doc, mention, last);
	doc->referents[mention] = referent.mention;
	return referent;
}

/* "A and B": the two mentions before it, each resolved. */
static Referent
resolve_conjoined(Document *doc, uint32_t mention)
{
	Referent	first = resolve_mention(doc, mention - 2, nq_nobody);
	Referent	second = resolve_mention(doc, mention - 1, nq_nobody);

	if (first.mention == NONE || second.mention == NONE)
		return first.mention == NONE ? second : first;
	return (Referent) {first.mention, second.mention, 0.8f};
}

/* "They", "the authors", "the two congressmen": several who were named. */
static bool
may_be_joint(const Document *doc, const Mention *mention)
{
	if (!mention->plural || mention->inside != NONE)
		return false;
	if (mention->kind == MENTION_PRONOUN)
		return mention->person == 3 && !mention->possessive;
	return mention->kind == MENTION_NOMINAL && mention->type == TYPE_GROUP && token_does(doc, mention->first, FN_DEFINITE) &&
		mention->last == mention->head + 1 && token_has(doc, mention->head, WC_ROLE | WC_PERSON | WC_PEOPLE) &&
		(mention->head == mention->first + 1 || (mention->head == mention->first + 2 && token_has(doc, mention->first + 1, WC_NUM)));
}

static bool
is_joint_persons(const Document *doc, uint32_t number)
{
	const Mention *joint = &doc->mentions[number];

	return joint->kind == MENTION_CONJOINED && joint->inside == NONE && number >= 2 &&
		is_person(doc, &doc->mentions[number - 1]) && is_person(doc, &doc->mentions[number - 2]);
}

/*
 * Two who spoke together last, or were the subject of a sentence shortly before; nobody when others who are several came between.
 */
static Referent
joint_before(Document *doc, uint32_t number, LastSpeaker last)
{
	uint32_t	sentence = doc->mentions[number].sentence;
	uint32_t	back = doc->mentions[number].kind == MENTION_PRONOUN ? 1 : JOINT_SENTENCES_PHRASE;

	if (last.span != NONE && last.sentence + JOINT_SENTENCES >= sentence && doc->speakers[last.span].referent.conjoined != NONE)
		return doc->speakers[last.span].referent;
	for (uint32_t k = number; k-- > 0 && doc->mentions[k].sentence + back >= sentence && k + JOINT_MENTIONS > number;)
	{
		if (is_joint_persons(doc, k))
			return resolve_conjoined(doc, k);
		if (doc->mentions[k].plural && doc->mentions[k].kind == MENTION_NOMINAL && doc->mentions[k].type == TYPE_GROUP && is_subject(doc, k))
			break;
	}
	return (Referent) {NONE, NONE, 0};
}

Referent
nq_resolve(Document *doc, uint32_t mention, LastSpeaker last)
{
	if (mention != NONE && may_be_joint(doc, &doc->mentions[mention]))
	{
		Referent	joint = joint_before(doc, mention, last);

		if (joint.mention != NONE)
			return joint;
	}
	if (mention != NONE && doc->mentions[mention].kind == MENTION_CONJOINED)
		return resolve_conjoined(doc, mention);
	return resolve_mention(doc, mention, last);
}

/* ---- the stage for clauses; for spans see speech/speakers.c ---- */

/* Runs after all spans are resolved, so that clauses do not change who speaks the spans. */
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
