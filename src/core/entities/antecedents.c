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
		return !candidate->plural && !nq_may_be_person(doc, candidate) && candidate->type != TYPE_THING;
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

/* "Robin Tate spoke. ... they added": one person of no known gender who spoke last, shortly before. */
static bool
may_be_they(const Document *doc, const Mention *pronoun, LastSpeaker last)
{
	const Mention *speaker = &doc->mentions[last.mention];

	return pronoun->kind == MENTION_PRONOUN && pronoun->plural && last.sentence + THEY_SENTENCES >= pronoun->sentence &&
		!speaker->plural && nq_may_be_person(doc, speaker) && nq_bearer_gender(doc, speaker) == GENDER_UNKNOWN;
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
static bool
is_link(const Document *doc, uint32_t sentence)
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
 * "Shay Frame won. “Ellen, we did it,” she said.": if the article names nobody else outside quotations, "she"
 * can be a person whose forename is listed as a man's, but not one with a man's title, nor one whom the speaker
 * names.
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
		if (candidate->inside != NONE || candidate->kind != MENTION_NAME)
			continue;
		/* "Petra folded the letter.  She said": a forename that is a place too. */
		if (candidate->name_last - candidate->name_first < 2)
		{
			if (nq_is_first_phrase(doc, k) && token_has(doc, candidate->head, WC_FORENAME) && token_has(doc, candidate->head, WC_PLACE) &&
				token_has(doc, candidate->head, pronoun->gender == GENDER_FEMALE ? WC_FEMALE : WC_MALE))
				add_antecedent(doc, antecedents, k);
			continue;
		}
		if (candidate->role == NONE && !is_apposed(candidate) && !candidate->plural && !follows_preposition(doc, candidate) &&
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

static bool
may_report(const Document *doc, uint32_t mention)
{
	return doc->mentions[mention].type != TYPE_THING && doc->mentions[mention].type != TYPE_DOCUMENT;
}

/*
 * The reporter a number of sentences before the pronoun: the first one with a strong verb, which is the main
 * clause's; otherwise the last one.  NONE if there is none.
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

/*
 * "Lund's lawyer denied it.  “No,” he said.": drops the one whose lawyer spoke in the sentence before, in the same paragraph,
 * as long as only the phrase for the lawyer names him: what a reporter says next is his own.
 */
static void
drop_owner(const Document *doc, const Mention *pronoun, Antecedents *antecedents)
{
	uint32_t	reporter = last_reporter(doc, pronoun, 1);
	const Mention *phrase;
	bool		agreed = false;
	uint32_t	kept = 0;

	if (reporter == NONE || doc->mentions[reporter].kind != MENTION_NOMINAL ||
		doc->sentences[doc->mentions[reporter].sentence].paragraph != doc->sentences[pronoun->sentence].paragraph)
		return;
	phrase = &doc->mentions[reporter];
	for (uint32_t i = 0; i < antecedents->count; i++)
		agreed |= antecedents->who[i].latest == reporter;
	for (uint32_t i = 0; agreed && i < antecedents->count; i++)
	{
		const Mention *latest = &doc->mentions[antecedents->who[i].latest];

		if (antecedents->who[i].latest == reporter || latest->first < phrase->first || latest->last > phrase->last)
			antecedents->who[kept++] = antecedents->who[i];
	}
	if (agreed)
		antecedents->count = kept;
}

/* Whether a pronoun begins its sentence, or follows the quotation that begins it, and is the subject of a verb of speech. */
static bool
is_reporting_subject(const Document *doc, uint32_t number)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	cue = nq_cue_from(doc, pronoun->sentence, pronoun->first);

	return cue < doc->sentence_cues[pronoun->sentence + 1] && doc->cues[cue].subject == number && doc->cues[cue].form == FORM_FINITE &&
		(doc->cues[cue].frames & CUE_STRONG) != 0;
}

/* The cues of a sentence among which is its source. */
#define SOURCE_CUES 8

/* The source with which a sentence begins or ends, "according to Lund"; NONE if there is none. */
static uint32_t
source_of(const Document *doc, uint32_t sentence)
{
	for (uint32_t cue = doc->sentence_cues[sentence]; cue < doc->sentence_cues[sentence + 1] && cue < doc->sentence_cues[sentence] + SOURCE_CUES; cue++)
	{
		const Cue  *c = &doc->cues[cue];

		if (c->form == FORM_PREPOSITION && c->subject != NONE && (c->frames & CUE_STRONG) != 0 &&
			(c->first == doc->sentences[sentence].first || doc->mentions[c->subject].last + 1 >= doc->sentences[sentence].last))
			return c->subject;
	}
	return NONE;
}

/*
 * "According to Lund, Holt was late.  He said": drops those of whom the sentence before, in the same paragraph, is only a report: what its
 * source says next is his own.
 */
static void
drop_those_reported(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	sentence = pronoun->sentence - 1;
	uint32_t	source;
	uint32_t	kept = 0;
	bool		agreed = false;

	if (pronoun->sentence == 0 || pronoun->plural || doc->sentences[sentence].paragraph != doc->sentences[pronoun->sentence].paragraph ||
		!is_reporting_subject(doc, number))
		return;
	source = source_of(doc, sentence);
	if (source == NONE)
		return;
	for (uint32_t i = 0; i < antecedents->count; i++)
		agreed |= antecedents->who[i].referent == nq_named(doc, source);
	for (uint32_t i = 0; agreed && i < antecedents->count; i++)
		if (antecedents->who[i].referent == nq_named(doc, source) || doc->mentions[antecedents->who[i].latest].sentence != sentence)
			antecedents->who[kept++] = antecedents->who[i];
	if (agreed)
		antecedents->count = kept;
}

/*
 * "He signed Holt.  “We need him,” he said.": drops those who are first named as another participant of the sentence before, whose subject
 * is the same pronoun.
 */
static void
drop_objects(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	sentence = pronoun->sentence - 1;
	uint32_t	subject;
	uint32_t	kept = 0;

	if (pronoun->sentence == 0 || pronoun->plural || doc->sentences[sentence].paragraph != doc->sentences[pronoun->sentence].paragraph ||
		!is_reporting_subject(doc, number) || doc->sentence_mentions[sentence] == doc->sentence_mentions[sentence + 1])
		return;
	subject = doc->sentence_mentions[sentence];
	if (doc->mentions[subject].kind != MENTION_PRONOUN || !nq_is_first_phrase(doc, subject) || !nq_same_word(doc, doc->mentions[subject].head, pronoun->head) ||
		doc->referents[subject] == NONE)
		return;
	for (uint32_t i = 0; i < antecedents->count; i++)
	{
		const Mention *latest = &doc->mentions[antecedents->who[i].latest];

		if (latest->kind != MENTION_NAME || latest->sentence != sentence || antecedents->who[i].recent > 1)
			antecedents->who[kept++] = antecedents->who[i];
	}
	if (kept > 0)
		antecedents->count = kept;
}

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
		uint32_t	reporter = last_reporter(doc, pronoun, back);

		antecedents->reporters[back] = reporter == NONE ? NONE : nq_named(doc, reporter);
	}
}

/* Drops an antecedent, unless it is the only one. */
static void
drop_referent(Antecedents *antecedents, uint32_t referent)
{
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent != referent)
			antecedents->who[kept++] = antecedents->who[i];
	if (kept > 0)
		antecedents->count = kept;
}

/* Mentions and tokens after a verb of speech that can be in the clause that it reports. */
#define REPORTED_MENTIONS 10
#define REPORTED_TOKENS 30

/*
 * "He said Lund was late", "he told Lund", "the clerk alleged that Lund had asked": drops those who are named in the clause
 * that the pronoun or description is reported to have said: the reporter of a name is somebody else.
 */
static void
drop_reported(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	end = doc->sentence_mentions[pronoun->sentence + 1];
	uint32_t	cue = nq_cue_from(doc, pronoun->sentence, pronoun->first);
	const Cue  *c = cue < doc->sentence_cues[pronoun->sentence + 1] ? &doc->cues[cue] : NULL;
	uint32_t	frames = pronoun->kind == MENTION_PRONOUN ? CUE_THAT | CUE_BARE | CUE_OBJ_THAT | CUE_OBJ : CUE_THAT | CUE_BARE;
	uint32_t	limit;

	if (c == NULL || c->subject != number || c->form != FORM_FINITE || c->first < pronoun->last)
		return;
	if (c->object != NONE)
		drop_referent(antecedents, nq_named(doc, c->object));
	if ((c->frames & frames) == 0)
		return;
	for (limit = c->last; limit < doc->sentences[pronoun->sentence].last && limit < c->last + REPORTED_TOKENS; limit++)
		if (token_at(doc, limit)->kind == TOKEN_COMMA || token_at(doc, limit)->kind == TOKEN_SEMICOLON || token_at(doc, limit)->kind == TOKEN_DASH ||
			token_at(doc, limit)->kind == TOKEN_MARK || token_at(doc, limit)->kind == TOKEN_OPEN)
			break;
	for (uint32_t k = number + 1; k < end && k < number + REPORTED_MENTIONS && doc->mentions[k].first < limit; k++)
	{
		if (doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].first >= c->last && doc->mentions[k].inside == NONE)
			drop_referent(antecedents, nq_named(doc, k));
	}
}

/*
 * "Voters, they argue, want it": drops the first phrase of the sentence, if the pronoun and its verb of speech are between commas after it:
 * nobody reports so of himself.
 */
static void
drop_subject_around(const Document *doc, const Mention *pronoun, Antecedents *antecedents)
{
	uint32_t	number = (uint32_t) (pronoun - doc->mentions);
	uint32_t	cue = nq_cue_from(doc, pronoun->sentence, pronoun->first);
	uint32_t	first = doc->sentence_mentions[pronoun->sentence];

	if (first == number || cue >= doc->sentence_cues[pronoun->sentence + 1] || doc->cues[cue].subject != number || doc->cues[cue].first != pronoun->last ||
		token_at(doc, pronoun->first - 1)->kind != TOKEN_COMMA || token_at(doc, doc->cues[cue].last)->kind != TOKEN_COMMA ||
		!nq_is_first_phrase(doc, first) || doc->mentions[first].last + 1 != pronoun->first)
		return;
	drop_referent(antecedents, nq_named(doc, first));
}

/* Whether the person of a mention is among the antecedents. */
static bool
is_among(const Document *doc, const Antecedents *antecedents, uint32_t mention)
{
	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent == nq_named(doc, mention))
			return true;
	return false;
}

/* "Asked whether": whether a verb reports a question. */
static bool
is_question(const Cue *c)
{
	return c->form == FORM_FINITE && (c->frames & CUE_IF) != 0 && (c->frames & (CUE_THAT | CUE_OBJ_THAT)) == 0;
}

/*
 * "Lund asked Holt whether he swims.  “Never,” he answered": drops whoever asked a question in the sentence before, if whom he asked
 * agrees and the verb of the pronoun is not itself one of a question.
 */
static void
drop_asker(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	sentence = pronoun->sentence - 1;
	uint32_t	answer = nq_cue_from(doc, pronoun->sentence, pronoun->first);
	const Cue  *a = answer < doc->sentence_cues[pronoun->sentence + 1] ? &doc->cues[answer] : NULL;

	if (pronoun->sentence == 0 || pronoun->plural || a == NULL || a->subject != number || a->form != FORM_FINITE || (a->frames & CUE_DIRECT) == 0 ||
		(a->frames & CUE_IF) != 0)
		return;
	for (uint32_t cue = doc->sentence_cues[sentence]; cue < doc->sentence_cues[sentence + 1] && cue < doc->sentence_cues[sentence] + SOURCE_CUES; cue++)
	{
		const Cue  *c = &doc->cues[cue];

		if (is_question(c) && c->subject != NONE && c->object != NONE && is_among(doc, antecedents, c->object))
		{
			drop_referent(antecedents, nq_named(doc, c->subject));
			return;
		}
	}
}

/*
 * "Lund was late, he said.", "Lund, who swims, was late, he said": drops whoever is named as the subject of the sentence that a report
 * without conjunction follows or interrupts.
 */
static void
drop_interrupted(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	start = doc->sentences[pronoun->sentence].first;
	uint32_t	first = doc->sentence_mentions[pronoun->sentence];
	uint32_t	cue = nq_cue_from(doc, pronoun->sentence, pronoun->first);
	const Cue  *c = cue < doc->sentence_cues[pronoun->sentence + 1] ? &doc->cues[cue] : NULL;

	if (c == NULL || c->subject != number || c->form != FORM_FINITE || (c->frames & CUE_STRONG) == 0 || c->first < pronoun->last ||
		pronoun->first == start || token_at(doc, pronoun->first - 1)->kind != TOKEN_COMMA)
		return;
	/* "As Lund left, he said the" */
	if (token_at(doc, c->last)->kind != TOKEN_STOP && (token_at(doc, c->last)->kind != TOKEN_COMMA || !is_word(doc, c->last + 1)))
		return;
	/* "What Lund wants, he said, is" */
	if (token_has(doc, start, WC_WH | WC_SUBORD | WC_PREP))
		return;
	for (uint32_t k = first; k < number && k < first + REPORTED_MENTIONS; k++)
		if (doc->mentions[k].kind != MENTION_PRONOUN && nq_may_be_subject(doc, k))
			drop_referent(antecedents, nq_named(doc, k));
}

/* The mentions of a sentence among which is its subject. */
#define SUBJECT_MENTIONS 10

/* Words between a clause and the clause before it in its sentence. */
#define JOINING_WORDS (WC_SUBORD | WC_RELATIVE | WC_COORD | WC_WH)

/*
 * "Holt left.  Lund was blamed when he said": drops those whom the sentence does not name, if the pronoun is right after a word that joins its
 * clause to the one of the subject of the sentence, and that agrees.
 */
static void
drop_outside(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	first = doc->sentence_mentions[pronoun->sentence];
	uint32_t	kept = 0;
	bool		agreed = false;

	if (pronoun->plural || pronoun->gender == GENDER_NEUTER || pronoun->first == doc->sentences[pronoun->sentence].first || !is_word(doc, pronoun->first - 1) ||
		!token_has(doc, pronoun->first - 1, JOINING_WORDS))
		return;
	for (uint32_t k = first; k < number && k < first + SUBJECT_MENTIONS; k++)
		agreed |= doc->mentions[k].kind == MENTION_NAME && !doc->mentions[k].possessive && nq_may_be_subject(doc, k) && is_among(doc, antecedents, k);
	for (uint32_t i = 0; agreed && i < antecedents->count; i++)
		if (antecedents->who[i].latest >= first)
			antecedents->who[kept++] = antecedents->who[i];
	if (kept > 0)
		antecedents->count = kept;
}

/*
 * "Although Lund criticised Holt, he called it": drops whoever the clause that opens the sentence names besides its subject, if that agrees, the
 * pronoun begins the main clause, and the opening clause is no report: "when Lund asked Holt, he answered" drops whoever asked.
 */
static void
drop_rest_of_opening(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	sentence = pronoun->sentence;
	uint32_t	start = doc->sentences[sentence].first;
	uint32_t	subject = doc->sentence_mentions[sentence];
	uint32_t	kept = 0;

	if (pronoun->plural || pronoun->gender == GENDER_NEUTER || subject >= number || !token_has(doc, start, WC_SUBORD) || doc->mentions[subject].first != start + 1 ||
		doc->mentions[subject].kind == MENTION_PRONOUN || doc->mentions[subject].possessive || token_at(doc, pronoun->first - 1)->kind != TOKEN_COMMA ||
		!is_among(doc, antecedents, subject))
		return;
	for (uint32_t cue = doc->sentence_cues[sentence]; cue < doc->sentence_cues[sentence + 1] && cue < doc->sentence_cues[sentence] + SOURCE_CUES; cue++)
	{
		const Cue  *c = &doc->cues[cue];

		if (c->first >= pronoun->first)
			break;
		if (c->subject != subject)
			continue;
		if (is_question(c))
			drop_referent(antecedents, nq_named(doc, subject));
		if (is_question(c) || c->object != NONE)
			return;
	}
	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent == nq_named(doc, subject) || antecedents->who[i].latest < subject)
			antecedents->who[kept++] = antecedents->who[i];
	antecedents->count = kept;
}

void
nq_find_antecedents(const Document *doc, uint32_t number, LastSpeaker last, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];

	if (last.mention != NONE && is_link(doc, doc->mentions[last.mention].sentence))
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
		if (candidate->sentence != pronoun->sentence && is_link(doc, candidate->sentence))
			continue;
		if (agrees(doc, pronoun, candidate) && !is_of_opening(doc, pronoun, candidate) && !is_in_dateline(doc, candidate))
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
	if (pronoun->kind == MENTION_NOMINAL)
		nq_drop_excluded(doc, number, antecedents);
	drop_reported(doc, number, antecedents);
	if (pronoun->kind == MENTION_PRONOUN)
	{
		drop_owner(doc, pronoun, antecedents);
		drop_those_reported(doc, number, antecedents);
		drop_objects(doc, number, antecedents);
		drop_subject_around(doc, pronoun, antecedents);
		drop_interrupted(doc, number, antecedents);
		drop_asker(doc, number, antecedents);
		drop_outside(doc, number, antecedents);
		drop_rest_of_opening(doc, number, antecedents);
	}
	compare_antecedents(doc, pronoun, antecedents);
}
