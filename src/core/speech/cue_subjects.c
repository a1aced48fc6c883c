/*
 * cue_subjects.c
 *	  The subject of a cue, by its form: see cue_subjects.h.
 *
 * A finite verb has a subject of its own (finite_subjects.c).  A gerund or infinitive shares that of its clause
 * (saying; to say).  A passive has an agent, a preposition its source.
 */
#include "core/speech/cue_subjects.h"

#include "core/base/bounds.h"
#include "core/base/search.h"
#include "core/speech/finite_subjects.h"
#include "core/speech/subject_searches.h"
#include "core/speech/verb_groups.h"

/*
 * Whether a token begins another clause, which cannot have the agent of the preceding verb; more words do so
 * after quoted words.
 */
static bool
begins_clause(const Document *doc, uint32_t i, bool marked)
{
	if (!is_word(doc, i))
		return marked && token_at(doc, i)->kind != TOKEN_COMMA;
	return token_has(doc, i, WC_AUX | WC_WH | WC_RELATIVE) || token_does(doc, i, FN_WHETHER | FN_COMPLEMENTISER) ||
		(marked && token_has(doc, i, WC_FINITE | WC_GERUND | WC_SUBORD));
}

/* The mention after "by", for a passive; also in "described as “late” and “dull” by X". */
static uint32_t
agent_after(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	bool		marked = false;

	for (uint32_t steps = 0; i < f->limit && steps < AGENT_REACH; steps++)
	{
		if (token_does(doc, i, FN_AGENT))
			return nq_mention_beginning(f, i + 1, 1);
		if (opens_span(doc, i))
		{
			i = after_span(doc, i);
			marked = true;
		}
		else if (begins_clause(doc, i, marked))
			return NONE;
		else
			i++;
	}
	return NONE;
}

/* "When asked whether ...": whether a participle right after a conjunction is that of the person asked. */
static bool
is_asked_participle(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	before = cue->first - 1;

	return cue->first > f->words_first && cue->verb_first == cue->first && is_word(doc, before) && token_has(doc, before, WC_SUBORD) &&
		!token_has(doc, before, WC_PRONOUN | WC_RELATIVE) && token_has(doc, cue->first, WC_PARTICIPLE) && !token_has(doc, cue->first, WC_BASE) &&
		(cue->frames & (CUE_OBJ_THAT | CUE_OBJ_TO_INF)) != 0 && (cue->frames & (CUE_THAT | CUE_OBJ)) == 0;
}

/* Words between a participle and its agent. */
#define WORDS_TO_AGENT 4

/* "Described here by X", "dismissed earlier this week by X": whether nothing but adverbs and times is between a token and the word before an agent. */
static bool
leads_to_agent(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;

	for (uint32_t end = i + WORDS_TO_AGENT; i < end && i < f->words_last && is_word(doc, i); i++)
		if (token_does(doc, i, FN_AGENT))
			return true;
		else if (!token_has(doc, i, WC_ADV | WC_TIME | WC_DAY) && !(token_has(doc, i, WC_DET) && i + 1 < f->words_last && token_has(doc, i + 1, WC_TIME)))
			return false;
	return false;
}

/*
 * "Described as “late” by X", "a plan dubbed late by X": whether an apparent finite verb is a participle with
 * an agent.
 */
static bool
is_reduced_passive(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	agent;

	if (!token_has(doc, cue->first, WC_PARTICIPLE) || (cue->frames & (CUE_OBJ | CUE_OF | CUE_FOR)) == 0 ||
		nq_has_between(doc, cue->verb_first, cue->first, WC_AUX) || (!is_word(doc, cue->last) && !opens_span(doc, cue->last)))
		return false;
	/* "Praised by Lund and branded “late” by Hale", "the plan, called “late” by Hale, failed" */
	if (opens_span(doc, cue->last) && cue->verb_first > f->floor &&
		(token_does(doc, cue->verb_first - 1, FN_AND) || token_at(doc, cue->verb_first - 1)->kind == TOKEN_COMMA) &&
		token_does(doc, after_span(doc, cue->last), FN_AGENT) && (cue->frames & (CUE_THAT | CUE_BARE)) == 0)
		return agent_after(f, cue->last) != NONE;
	if (!leads_to_agent(f, cue->last) && !(cue->verb_first == f->floor && token_does(doc, cue->last, FN_AS)))
		return false;
	agent = agent_after(f, cue->last);
	return agent != NONE && (f->doc->mentions[agent].kind != MENTION_NOMINAL || f->doc->mentions[agent].type != TYPE_THING);
}

/* The mention that begins at a token before the current one; NONE if there is none. */
static uint32_t
mention_from(const CueFinder *f, uint32_t i, uint32_t limit)
{
	const Document *doc = f->doc;
	uint32_t	end = doc->sentence_mentions[f->sentence + 1];
	uint32_t	found = FIRST_FROM(Mention, head, doc->mentions, doc->sentence_mentions[f->sentence], end, i);

	/* Mentions are sorted by their heads. */
	for (uint32_t k = found; k < found + 2 && k < end; k++)
		if (doc->mentions[k].first == i && doc->mentions[k].last <= limit)
			return k;
	return NONE;
}

/*
 * "Wurde von Lund als Farce bezeichnet": the agent between the auxiliary and the participle.  Of several phrases, one
 * that can speak: "die Gefahr von Bränden wird vom Amt".
 */
static uint32_t
agent_between(const CueFinder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	best = NONE;

	for (uint32_t i = nq_clause_start(f, verb); i < verb; i++)
	{
		uint32_t	found;

		i = after_span(doc, i);
		found = i < verb && token_does(doc, i, FN_AGENT) ? mention_from(f, i + 1, verb) : NONE;
		if (found == NONE)
			continue;
		if (best == NONE || (doc->mentions[best].type == TYPE_THING && doc->mentions[found].type != TYPE_THING))
			best = found;
	}
	return best;
}

/*
 * "told reporters", "called him", "accused them of"; but not "said the plan": whether a cue takes an addressee
 * or object.
 */
static bool
takes_object(const Cue *cue)
{
	if ((cue->frames & (CUE_OBJ_THAT | CUE_OBJ | CUE_OBJ_TO_INF)) != 0)
		return true;
	return (cue->frames & (CUE_OF | CUE_FOR)) != 0 && (cue->frames & CUE_THAT) == 0;
}

/* "Hale e-mailed supporters saying": the subject of the cue whose addressee is right before the gerund. */
static uint32_t
addresser_of(const CueFinder *f, uint32_t addressee)
{
	const Document *doc = f->doc;

	for (uint32_t c = doc->cue_count; c-- > 0 && doc->cues[c].sentence == f->sentence && c + ADDRESSING_CUES >= doc->cue_count;)
		if (doc->cues[c].last == doc->mentions[addressee].first && doc->cues[c].form == FORM_FINITE)
			return doc->cues[c].subject;
	return NONE;
}

/*
 * "The board quoted Lund as saying", "accused an owner of saying", "praised Lund for saying", "the tale describes Lund
 * telling": the object of the preceding verb, which is the subject of the gerund; NONE if there is none.
 */
static uint32_t
object_reporting(const CueFinder *f, uint32_t gerund)
{
	const Document *doc = f->doc;
	bool		praised = gerund > f->words_first + 1 && is_word(doc, gerund - 1) && token_does(doc, gerund - 1, FN_GOAL);
	bool		led = praised || (gerund > f->words_first + 1 && is_word(doc, gerund - 1) && token_does(doc, gerund - 1, FN_AS | FN_GENITIVE));
	uint32_t	frames = praised ? CUE_FOR : led ? CUE_OBJ | CUE_OF : CUE_OBJ_GERUND;
	uint32_t	found = gerund > f->floor ? nq_mention_ending(f, gerund - led) : NONE;

	for (uint32_t c = doc->cue_count; found != NONE && c-- > 0 && doc->cues[c].sentence == f->sentence && c + ADDRESSING_CUES >= doc->cue_count;)
		if (doc->cues[c].last == doc->mentions[found].first && doc->cues[c].form != FORM_PASSIVE && doc->cues[c].form != FORM_NOUN &&
			(doc->cues[c].frames & frames) != 0)
			return found;
	return NONE;
}

/* "Footage of Mary Hale asking": the person shown, who is the subject, not the footage. */
static uint32_t
shown_in(const CueFinder *f, uint32_t number)
{
	const Document *doc = f->doc;
	const Mention *shows = &doc->mentions[number];

	if (shows->kind != MENTION_NOMINAL || (shows->type != TYPE_DOCUMENT && shows->type != TYPE_THING))
		return number;
	for (uint32_t k = number + 1; k < f->mention && doc->mentions[k].first < shows->last; k++)
		if (doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].type == TYPE_PERSON &&
			doc->mentions[k].last == shows->last && token_does(doc, doc->mentions[k].first - 1, FN_GENITIVE))
			return k;
	return number;
}

/*
 * "After telling", "Calling": whether a gerund begins its sentence, after a word like "after" or "by" or
 * without one.
 */
static bool
opens_sentence(const CueFinder *f, uint32_t gerund)
{
	const Document *doc = f->doc;

	if (gerund == f->floor)
		return true;
	return gerund <= f->floor + 2 && token_has(doc, gerund - 1, WC_PREP | WC_SUBORD) &&
		(gerund == f->floor + 1 || token_has(doc, f->floor, WC_ADV | WC_COORD));
}

/*
 * "Calling the plan “late,” Pike left": the first possible subject after the comma that ends the clause of the
 * gerund at token i.
 */
static uint32_t
main_subject_after(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	end = doc->sentence_mentions[f->sentence + 1];

	for (uint32_t k = f->mention; k < end && k < f->mention + SUBJECT_REACH; k++)
	{
		const Mention *mention = &doc->mentions[k];
		uint32_t	before = mention->first - 1;

		if (mention->first <= i || mention->nested || !nq_can_be_subject(doc, mention) || token_has(doc, mention->head, WC_TIME))
			continue;
		if (token_at(doc, before)->kind == TOKEN_MARK && before > i)
			before--;
		if (token_at(doc, before)->kind == TOKEN_COMMA)
			return k;
	}
	return NONE;
}

/*
 * "Lund was in tears recalling": whether a thing before a gerund cannot say anything, and the clause has a
 * subject that can.
 */
static bool
is_mute(const CueFinder *f, uint32_t number, uint32_t subject)
{
	const Mention *mention = &f->doc->mentions[number];
	EntityType	type;

	if (subject == NONE || mention->kind != MENTION_NOMINAL || mention->type != TYPE_THING)
		return false;
	type = (EntityType) f->doc->mentions[subject].type;
	return f->doc->mentions[subject].kind != MENTION_NOMINAL ? type != TYPE_THING : type == TYPE_PERSON || type == TYPE_GROUP;
}

/* "Lund left, in effect saying": a thing after a preposition is not a subject. */
static bool
is_circumstance(const CueFinder *f, uint32_t number)
{
	const Mention *mention = &f->doc->mentions[number];

	return mention->kind == MENTION_NOMINAL && mention->type == TYPE_THING && nq_after_preposition(f, mention);
}

/* "And the crowd began chanting": the subject, after a coordinator, of the finite verb right before a gerund; NONE if there is none. */
static uint32_t
subject_of_verb_before(const CueFinder *f, uint32_t gerund)
{
	const Document *doc = f->doc;
	uint32_t	verb = gerund - 1;
	uint32_t	found;

	if (!names_show_capitals(doc) || gerund < f->words_first + 2 || !is_word(doc, verb) || !token_has(doc, verb, WC_FINITE) ||
		token_has(doc, verb, WC_AUX | NOUN_WORDS | WC_ADJ | WC_PREP))
		return NONE;
	found = nq_mention_ending(f, verb);
	return found != NONE && nq_can_be_subject(doc, &doc->mentions[found]) && doc->mentions[found].first > f->floor && token_has(doc, doc->mentions[found].first - 1, WC_COORD) ? found : NONE;
}

/* "Footage of Mary Hale asking", "Lund came, saying", "Saying so, Lund left": finds the subject of a gerund. */
static void
find_gerund_subject(const CueFinder *f, Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	before = cue->first > f->floor ? nq_mention_ending(f, cue->first) : NONE;
	uint32_t	found = object_reporting(f, cue->first);

	if (found != NONE)
	{
		nq_set_cue_subject(doc, cue, found, SUBJECT_ADJACENT);
		return;
	}
	found = before != NONE ? addresser_of(f, before) : NONE;
	if (found != NONE)
	{
		nq_set_cue_subject(doc, cue, found, SUBJECT_SHARED);
		return;
	}
	found = subject_of_verb_before(f, cue->first);
	if (found != NONE)
	{
		nq_set_cue_subject(doc, cue, found, SUBJECT_ADJACENT);
		return;
	}
	found = nq_clause_subject(f, cue->first);
	if (before != NONE && nq_can_be_subject(doc, &doc->mentions[before]))
	{
		before = shown_in(f, nq_head_phrase(f, before));
		if (!is_mute(f, before, found) && !is_circumstance(f, before))
		{
			nq_set_cue_subject(doc, cue, before, SUBJECT_ADJACENT);
			return;
		}
	}
	if (found == NONE && opens_sentence(f, cue->first))
		found = main_subject_after(f, cue->last);
	nq_set_cue_subject(doc, cue, found, SUBJECT_SHARED);
}

/*
 * Returns the source beside a cue that is not a verb: right after it, also after "nach Angaben von", or before
 * a postposition.
 */
uint32_t
nq_source_of_cue(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;

	if (token_does(doc, cue->first, FN_POSTPOSITION))
		return cue->first > f->floor ? nq_mention_ending(f, cue->first) : NONE;
	if (cue->after == NONE && cue->last < f->words_last && token_has(doc, cue->last, WC_PREP) && token_does(doc, cue->last, FN_GENITIVE))
		return nq_mention_beginning(f, cue->last + 1, 1);
	return cue->after;
}

/*
 * "Lobte Lund mit den Worten: „…“", "zitierte Lund mit den Worten": the subject of the verb before a cue that is not
 * one and that has no source after it; NONE if it has one.
 */
static uint32_t
subject_of_clause(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;

	if (cue->last >= f->limit || token_at(doc, cue->last)->kind != TOKEN_COLON)
		return NONE;
	for (uint32_t c = doc->cue_count; c-- > 0 && doc->cues[c].sentence == f->sentence && c + CUES_BACK >= doc->cue_count;)
		if (doc->cues[c].subject != NONE && doc->cues[c].form != FORM_NOUN)
			return doc->cues[c].subject;
	return nq_subject_in_clause(f, cue->first);
}

/*
 * "Et Luc Roy d'ajouter": the sentence's first phrase is the subject of an infinitive after "of"; NONE if it is
 * not.
 */
static uint32_t
narrating_subject(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	found;

	if (!doc->language->phrases->head_first || cue->verb_first <= f->words_first + 1 || !token_has(doc, cue->first, WC_BASE) ||
		!token_does(doc, cue->verb_first - 1, FN_GENITIVE))
		return NONE;
	found = nq_mention_ending(f, cue->verb_first - 1);
	return found != NONE && doc->mentions[found].first <= f->floor + 1 ? found : NONE;
}

/* "Zitierte Lund mit den Worten", "Lund wird zitiert": finds the person cited. */
static void
find_cited(const CueFinder *f, Cue *cue)
{
	uint32_t	found;

	if (cue->form == FORM_PASSIVE)
		found = nq_subject_in_clause(f, cue->first);
	else
		found = nq_mention_beginning(f, cue->last, 1);
	if (found != NONE && found == cue->subject && cue->form != FORM_PASSIVE)
		found = nq_mention_beginning(f, f->doc->mentions[found].last, 1);
	if (found != NONE)
	{
		cue->subject = NONE;
		nq_set_cue_subject(f->doc, cue, found, SUBJECT_AGENT);
	}
}

/* "Heißt es am Montag in dem Bericht": the phrase that names the document, after the verb; NONE if there is none. */
static uint32_t
document_after(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	i = doc->mentions[cue->subject].last;

	if (i < cue->last && cue->last < f->words_last && !token_has(doc, i, WC_PREP))
		i = cue->last;
	for (uint32_t end = i + WORDS_TO_OBJECT; i < end && i + 1 < f->words_last && is_word(doc, i); i++)
	{
		if (token_has(doc, i, WC_PREP) && is_word(doc, i + 1) && token_has(doc, i + 1, WC_TIME | WC_DAY | WC_MONTH))
			i++;
		else if (token_has(doc, i, WC_PREP) && !token_does(doc, i, FN_AS))
			return nq_mention_beginning(f, i + 1, WORDS_TO_PHRASE);
		else if (!token_has(doc, i, WC_ADV | WC_TIME))
			return NONE;
	}
	return NONE;
}

/*
 * "In dem Bericht, der gestern kam, heißt es", "aus dem Rathaus hieß es": the phrase at the beginning of the
 * reporter's words; not a time, nor the place where something is said.
 */
static uint32_t
document_before(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	i = f->words_first;

	if (cue->verb_first <= i + 1)
		return NONE;
	if (is_word(doc, i) && token_has(doc, i, WC_LINKER | WC_COORD | WC_ADV) && !token_has(doc, i, WC_PREP))
		i++;
	if (!is_word(doc, i) || !token_has(doc, i, WC_PREP) || token_has(doc, i, WC_SUBORD))
		return NONE;
	for (uint32_t k = i + 1; k <= i + WORDS_TO_DOCUMENT && k < cue->verb_first && is_word(doc, k); k++)
	{
		uint32_t	found = mention_from(f, k, cue->verb_first);

		if (found == NONE)
			continue;
		if (token_has(doc, doc->mentions[found].head, WC_TIME | WC_DAY | WC_MONTH) ||
			(doc->mentions[found].type == TYPE_PLACE && !token_does(doc, i, FN_SOURCE)))
			return NONE;
		return found;
	}
	return NONE;
}

/* The phrase that names the document where something is written, if the verb's subject is impersonal; otherwise NONE. */
static uint32_t
source_of_nobody(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	found;

	if (cue->subject == NONE || !doc->language->phrases->particle_last || doc->mentions[cue->subject].kind != MENTION_PRONOUN ||
		!token_does(doc, doc->mentions[cue->subject].head, FN_NEUTER))
		return NONE;
	found = document_after(f, cue);
	return found == NONE && (cue->frames & (CUE_STRONG | CUE_MEDIUM)) == 0 ? document_before(f, cue) : found;
}

/* "“...,” the board quoted Lund as saying": whether the words are those of the verb's object. */
static bool
is_cited_as_saying(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	as;

	if (cue->object == NONE || cue->form != FORM_FINITE || (cue->frames & CUE_OBJ_GERUND) == 0)
		return false;
	as = doc->mentions[cue->object].last;
	return as + 1 < f->words_last && token_does(doc, as, FN_AS) && token_has(doc, as + 1, WC_GERUND) && token_has(doc, as + 1, WC_CUE);
}

void
nq_find_cue_subject(const CueFinder *f, Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	found;

	cue->after = nq_first_mention_after(f, cue->last);
	if (cue->form == FORM_FINITE && (is_asked_participle(f, cue) || is_reduced_passive(f, cue)))
		cue->form = FORM_PASSIVE;
	switch ((CueForm) cue->form)
	{
		case FORM_FINITE:
			nq_find_finite_subject(f, cue);
			break;
		case FORM_GERUND:
			find_gerund_subject(f, cue);
			break;
		case FORM_INFINITIVE:
			found = narrating_subject(f, cue);
			if (found != NONE)
				nq_set_cue_subject(doc, cue, found, SUBJECT_ADJACENT);
			else
			{
				found = nq_governing_subject(f, cue);
				nq_set_cue_subject(doc, cue, found != NONE ? found : nq_clause_subject(f, cue->first), SUBJECT_SHARED);
			}
			break;
		case FORM_PASSIVE:
			found = nq_far_passive(f, cue->first) != NONE ? agent_between(f, cue->first) : agent_after(f, cue->last);
			nq_set_cue_subject(doc, cue, found, SUBJECT_AGENT);
			break;
		case FORM_PREPOSITION:
			found = nq_source_of_cue(f, cue);
			/* "Citing its “late” plans": the possessor of what is cited is not the speaker. */
			if (found != NONE && doc->mentions[found].kind == MENTION_PRONOUN && doc->mentions[found].possessive)
				found = NONE;
			nq_set_cue_subject(doc, cue, found, SUBJECT_AGENT);
			if (cue->subject == NONE && doc->language->phrases->capital_nouns)
				nq_set_cue_subject(doc, cue, subject_of_clause(f, cue), SUBJECT_SHARED);
			break;
		default:
			break;
	}
	cue->object = cue->after != cue->subject && takes_object(cue) ? cue->after : NONE;
	if (is_cited_as_saying(f, cue))
		nq_set_cue_subject(doc, cue, cue->object, SUBJECT_INVERTED);
	found = source_of_nobody(f, cue);
	if (found != NONE)
		nq_set_cue_subject(doc, cue, found, SUBJECT_AGENT);
	if ((cue->frames & CUE_CITES) != 0)
		find_cited(f, cue);
}
