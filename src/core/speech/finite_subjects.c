/*
 * finite_subjects.c
 *	  The subject of a finite reporting verb.
 *
 * There is no parser.  The language's clauses.txt lists the searches for the subject in order (in English,
 * right before the verb group, or right after it following a quotation).  Only certain words can be between the
 * two: adverbs, times and places, an apposition or a relative clause between commas.
 *
 * Every search is bounded in mentions and tokens.
 */
#include "core/speech/finite_subjects.h"

#include "core/base/bounds.h"
#include "core/entities/joint_mentions.h"
#include "core/speech/subject_searches.h"
#include "core/speech/verb_groups.h"

/* ---- relative clauses ---- */

/* "Mary Hale of Lindby Harbours": the end of a name's own prepositional phrase. */
static uint32_t
after_belongings(const CueFinder *f, const Mention *name)
{
	uint32_t	next = name->last;
	uint32_t	found = NONE;

	if (name->kind == MENTION_NAME && next + 1 < f->limit && is_word(f->doc, next) && token_does(f->doc, next, FN_GENITIVE))
		found = nq_mention_beginning(f, next + 1, WORDS_TO_PHRASE);
	return found == NONE ? next : f->doc->mentions[found].last;
}

/*
 * "..., said Mary Hale." and "..., explained Hale, ...": whether a reporting verb between commas, or between a
 * comma and the sentence's end, has its subject after it.  A relative pronoun can follow, but not "that": in
 * "..., said many that were asked" the clause continues.
 */
static bool
is_parenthetical(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	const Mention *after;
	uint32_t	frames = CUE_DIRECT | CUE_THAT | CUE_BARE;
	uint32_t	next;

	if (cue->after == NONE || cue->verb_first != cue->first || cue->last != doc->mentions[cue->after].first ||
		(cue->frames & CUE_DIRECT) == 0)
		return false;
	/* "..., told Hale, ..." has its subject before it. */
	if ((cue->frames & CUE_OBJ_THAT) != 0 && (cue->frames & CUE_THAT) == 0)
		return false;
	after = &doc->mentions[cue->after];
	/* "..., argues Mary Hale": a weaker verb needs a name. */
	if ((cue->frames & CUE_STRONG) == 0 && (after->kind != MENTION_NAME || (cue->frames & frames) != frames))
		return false;
	next = after_belongings(f, after);
	/* "Mary Hale, a clerk, tweeted several defenses": the words before the verb are not a report. */
	if (after->kind == MENTION_NOMINAL && f->floor == f->words_first &&
		!nq_has_between(doc, f->floor, cue->verb_first, WC_FINITE | WC_AUX))
		return false;
	return nq_can_report(doc, after) &&
		(next >= f->limit || token_at(doc, next)->kind == TOKEN_COMMA || token_at(doc, next)->kind == TOKEN_STOP ||
		 token_at(doc, next)->kind == TOKEN_OPEN || token_at(doc, next)->kind == TOKEN_DASH ||
		 (token_has(doc, next, WC_RELATIVE) && !token_does(doc, next, FN_DEMONSTRATIVE)));
}

/*
 * "Lucy Allen, who said", "Lucy Allen, who this week said": the relative pronoun that is the subject of the
 * verb group; NONE if there is none.  After "that" and "which" the subject can be another mention: "that on
 * Monday Allen said".
 */
static uint32_t
relative_pronoun(const CueFinder *f, uint32_t group)
{
	const Document *doc = f->doc;

	for (uint32_t i = group; i-- > f->words_first && group - i <= ADVERBIAL_REACH;)
	{
		if (!is_word(doc, i) && token_at(doc, i)->kind != TOKEN_NUMBER)
			return NONE;
		if (token_has(doc, i, WC_RELATIVE))
			return i + 1 == group || (token_does(doc, i, FN_PERSONAL) && nq_only_adverbials(doc, i + 1, group)) ? i : NONE;
	}
	return NONE;
}

/*
 * "A scientist (of course) who", "his mother - the Sicilian in him - who": the end of the phrase before a
 * relative clause.
 */
static uint32_t
antecedent_end(const CueFinder *f, uint32_t pronoun)
{
	const Document *doc = f->doc;
	uint8_t		closes,
				opens;

	if (pronoun == f->floor)
		return pronoun;
	closes = token_at(doc, pronoun - 1)->kind;
	/* "Lucy Allen, 49, who" */
	if (closes == TOKEN_COMMA && pronoun > f->floor + 3 && token_at(doc, pronoun - 2)->kind == TOKEN_NUMBER && token_at(doc, pronoun - 3)->kind == TOKEN_COMMA)
		return pronoun - 3;
	if (closes != TOKEN_CLOSE && closes != TOKEN_DASH)
		return closes == TOKEN_COMMA ? pronoun - 1 : pronoun;
	opens = closes == TOKEN_CLOSE ? TOKEN_OPEN : TOKEN_DASH;
	for (uint32_t i = pronoun - 1; i-- > f->words_first && pronoun - i <= ADVERBIAL_REACH;)
		if (token_at(doc, i)->kind == opens)
			return i;
	return closes == TOKEN_DASH ? pronoun - 1 : pronoun;
}

/* The types of possible antecedents of "who". */
#define SOMEBODY (1u << TYPE_PERSON | 1u << TYPE_GROUP)

/*
 * "Mary Hale, R-Ohio., who": the person before a comma and a few words that are not a phrase; NONE if there is
 * none.
 */
static uint32_t
before_tag(const CueFinder *f, uint32_t end)
{
	for (uint32_t i = end; i-- > f->words_first && end - i <= BRACKET_REACH;)
		if (token_at(f->doc, i)->kind == TOKEN_COMMA)
			return nq_typed_mention_ending(f, i, SOMEBODY);
	return NONE;
}

/*
 * "Le soutien de Lund, qui a assuré", "a request to the Harbour Board, which said": the person or body that ends a phrase for a
 * thing, which says nothing.
 */
static uint32_t
speaker_within(const CueFinder *f, uint32_t phrase, uint32_t end)
{
	const Mention *mention = &f->doc->mentions[phrase];
	uint32_t	found;

	if (f->doc->language->phrases->capital_nouns || mention->kind != MENTION_NOMINAL || mention->type != TYPE_THING)
		return phrase;
	for (found = phrase + 1; found < f->doc->mention_count && f->doc->mentions[found].first < end; found++)
	{
		mention = &f->doc->mentions[found];
		if (mention->last == end && mention->inside == NONE && ((SOMEBODY | 1u << TYPE_ORGANISATION) >> mention->type & 1) != 0 &&
			(f->doc->language->phrases->head_first || mention->kind == MENTION_NAME))
			return found;
	}
	return phrase;
}

/* Mentions between somebody and the end of the phrase with the body that "who" cannot mean. */
#define BODIES_BETWEEN 5

/*
 * "A partner with the firm Orbis Survey, who": the person before the prepositional phrase that ends with a body; NONE if
 * there is none.
 */
static uint32_t
before_body(const CueFinder *f, uint32_t body)
{
	const Document *doc = f->doc;

	if (doc->mentions[body].type != TYPE_ORGANISATION || doc->language->phrases->head_first)
		return NONE;
	for (uint32_t k = body; k-- > doc->sentence_mentions[f->sentence] && k + BODIES_BETWEEN >= body;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->nested || mention->inside != NONE || mention->type != TYPE_PERSON || mention->last >= doc->mentions[body].first)
			continue;
		if (!is_word(doc, mention->last) || (mention->last == mention->head + 1 && !token_does(doc, mention->last, FN_COMPLEMENT)))
			return NONE;
		for (uint32_t i = mention->last; i < doc->mentions[body].first; i++)
			if (!is_word(doc, i) || (token_has(doc, i, WC_FINITE | WC_AUX) && !token_has(doc, i, NOUN_WORDS)))
				return NONE;
		return k;
	}
	return NONE;
}

/* "Ada Quist, Jan Holm and Otto Lund, who spoke": the last of a list, of which the relative clause is; another mention itself. */
static uint32_t
last_listed(const CueFinder *f, uint32_t number)
{
	uint32_t	parts[MAX_JOINT];

	return f->doc->mentions[number].kind == MENTION_CONJOINED && nq_parts_of_joint(f->doc, number, parts) > 2 ? number - 1 : number;
}

/* The antecedent of a relative pronoun: the phrase before it or, for "who", the nearest person or group. */
static uint32_t
antecedent_of(const CueFinder *f, uint32_t pronoun)
{
	uint32_t	end = antecedent_end(f, pronoun);
	/* "Chairman Otto Lind" in "the party of chairman Otto Lind, who" */
	uint32_t	found = token_does(f->doc, pronoun, FN_PERSONAL) ? nq_typed_mention_ending(f, end, SOMEBODY) : NONE;
	uint32_t	outer;

	if (found != NONE)
		return last_listed(f, found);
	found = nq_mention_ending(f, end);
	/* "The papers were sent to the Herald by the league, which": the agent. */
	if (found != NONE && f->doc->mentions[found].first > f->floor && f->doc->mentions[found].type == TYPE_ORGANISATION &&
		token_does(f->doc, f->doc->mentions[found].first - 1, FN_AGENT))
		return found;
	if (found == NONE && token_does(f->doc, pronoun, FN_PERSONAL))
		return before_tag(f, end);
	if (found == NONE)
		return NONE;
	outer = token_does(f->doc, pronoun, FN_PERSONAL) ? before_body(f, found) : NONE;
	if (outer != NONE)
		return outer;
	outer = nq_head_phrase(f, found);
	/* "A prize for Lund, who": who is no prize. */
	if (token_does(f->doc, pronoun, FN_PERSONAL) && f->doc->mentions[found].kind == MENTION_NAME && f->doc->mentions[outer].kind == MENTION_NOMINAL &&
		(f->doc->mentions[outer].type == TYPE_THING || f->doc->mentions[outer].type == TYPE_DOCUMENT))
		return found;
	/* "A clerk with a banner that": people have words of their own, and the banner has these. */
	if (f->doc->mentions[found].kind == MENTION_NOMINAL && f->doc->mentions[found].type == TYPE_DOCUMENT && f->doc->mentions[outer].type != TYPE_DOCUMENT &&
		!f->doc->language->phrases->head_first)
		return found;
	return speaker_within(f, outer, end);
}

/*
 * "The nurse who treated the boy said": the phrase before a relative clause without commas, if a mention right before a
 * verb is the object in it; otherwise the mention.  After a verb of speech, the mention may be a subject: "who said the boy lied".
 */
static uint32_t
outside_relative(const CueFinder *f, uint32_t object)
{
	const Document *doc = f->doc;
	uint32_t	first = object != NONE ? doc->mentions[object].first : f->floor;
	bool		verb = false;

	if (!names_show_capitals(doc))
		return object;
	for (uint32_t i = first; i-- > f->words_first && first - i <= ADVERBIAL_REACH && is_word(doc, i);)
	{
		if (token_has(doc, i, WC_RELATIVE) && token_does(doc, i, FN_PERSONAL))
		{
			uint32_t	found = verb && i > f->floor ? nq_typed_mention_ending(f, i, SOMEBODY) : NONE;

			return found == NONE || !nq_can_be_subject(doc, &doc->mentions[found]) ? object : nq_head_phrase(f, found);
		}
		/* "The union which represents the crew said" */
		if (verb && i > f->floor && token_has(doc, i, WC_RELATIVE) && token_has(doc, i + 1, WC_FINITE | WC_AUX))
		{
			uint32_t	found = nq_typed_mention_ending(f, antecedent_end(f, i), SOMEBODY | 1u << TYPE_ORGANISATION | 1u << TYPE_DOCUMENT);

			if (found != NONE && nq_can_be_subject(doc, &doc->mentions[found]))
				return nq_head_phrase(f, found);
		}
		/* "Police investigating the crash said" */
		if (!verb && token_has(doc, i, WC_GERUND) && !token_has(doc, i, WC_CUE | WC_PREP) && i > f->floor)
		{
			uint32_t	found = nq_typed_mention_ending(f, i, SOMEBODY);

			if (found != NONE && nq_can_be_subject(doc, &doc->mentions[found]) &&
				(nq_begins_clause(f, &doc->mentions[found]) || closes_span(doc, doc->mentions[found].first - 1)))
				return found;
		}
		if (token_has(doc, i, WC_COORD | WC_SUBORD) || token_does(doc, i, FN_COMPLEMENTISER) ||
			(token_has(doc, i, WC_CUE) && token_has(doc, i, WC_FINITE) && (doc->lexicon->words[token_at(doc, i)->word].cue & (CUE_THAT | CUE_BARE)) != 0))
			return object;
		verb |= token_has(doc, i, WC_FINITE);
	}
	return object;
}

/*
 * "Lund, in a letter titled “Our Tide”, said the ferry was late": whether the mention right after a verb after marked words is
 * the subject of the clause that the verb reports, and not the speaker.
 */
static bool
reports_clause_of_next(const Document *doc, const Cue *cue)
{
	const Mention *next;

	if (!names_show_capitals(doc) || cue->after == NONE || token_at(doc, cue->verb_first - 1)->kind != TOKEN_COMMA || (cue->frames & CUE_BARE) == 0)
		return false;
	next = &doc->mentions[cue->after];
	return next->last < doc->token_count && is_word(doc, next->last) && (token_at(doc, next->last)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, next->last, WC_AUX) &&
		!token_has(doc, next->last, WC_RELATIVE | WC_COORD | WC_SUBORD | NOUN_WORDS);
}

/* Whether the verb group is at the place of a rule. */
static bool
is_at_place(const CueFinder *f, const Cue *cue, ClausePlace place)
{
	const Document *doc = f->doc;
	uint32_t	group = cue->verb_first;
	uint8_t		before;

	if (place == PLACE_ANY)
		return true;
	if (f->in_incise && group == f->words_first)
		return place == PLACE_QUOTE;
	if (group == f->floor)
		return place == PLACE_START;
	before = token_at(doc, group - 1)->kind;
	switch (place)
	{
		case PLACE_RELATIVE:
			return relative_pronoun(f, group) != NONE;
		case PLACE_QUOTE:
			return (closes_span(doc, group - 1) && nq_mention_ending(f, group) == NONE) ||
				(before == TOKEN_COMMA && group >= f->floor + 2 && closes_span(doc, group - 2) && !reports_clause_of_next(doc, cue));
		case PLACE_BREAK:
			return before == TOKEN_COMMA || before == TOKEN_CLOSE || before == TOKEN_DASH;
		case PLACE_PARENTHETICAL:
			return before == TOKEN_COMMA && is_parenthetical(f, cue) && !(group >= f->floor + 2 && closes_span(doc, group - 2) && reports_clause_of_next(doc, cue));
		default:
			return false;
	}
}

/* "This week": whether a phrase is a time, and so not a subject. */
static bool
is_time(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && token_has(doc, mention->head, WC_TIME);
}

/*
 * "Zum Hintergrund der Tat sagte Lund": where one phrase alone precedes the verb, as in German, a genitive after a
 * noun belongs to that noun, and is no subject.  Days and names do not count: "am Montag der Trainer".
 */
static bool
belongs_to_noun(const CueFinder *f, const Mention *mention)
{
	const Document *doc = f->doc;
	uint32_t	before = mention->first - 1;
	uint32_t	ending;

	if (!doc->language->phrases->capital_nouns || mention->first <= f->floor)
		return false;
	ending = nq_mention_ending(f, mention->first);
	if (ending != NONE && doc->mentions[ending].kind == MENTION_NAME)
		return false;
	return is_word(doc, before) &&
		token_does(doc, mention->first, FN_GENITIVE) && (token_at(doc, before)->flags & TOKEN_CAPITAL) != 0 &&
		!token_has(doc, before, WC_DAY | WC_MONTH | WC_TIME | WC_PREP | WC_ADV | WC_COORD | WC_SUBORD | WC_DET | WC_PRONOUN);
}

/* "Lund and Holt both said", "they all said": the plural phrase right before a determiner alone that stands for it; otherwise the mention itself. */
static uint32_t
before_floating(const CueFinder *f, uint32_t number)
{
	const Document *doc = f->doc;
	const Mention *mention = &doc->mentions[number];
	uint32_t	before;

	if (mention->kind != MENTION_NOMINAL || mention->last != mention->first + 1 || !token_has(doc, mention->first, WC_INDEFINITE) ||
		!token_has(doc, mention->first, WC_DET) || mention->first <= f->floor || !names_show_capitals(doc))
		return number;
	before = nq_mention_ending(f, mention->first);
	return before != NONE && doc->mentions[before].plural && nq_can_be_subject(doc, &doc->mentions[before]) && !nq_after_preposition(f, &doc->mentions[before]) ?
		before : number;
}

/* "Lucy Allen of Harvard said": the mention right before the verb group, or the one that it belongs to. */
static uint32_t
right_before(const CueFinder *f, uint32_t group)
{
	const Document *doc = f->doc;
	uint32_t	found = nq_mention_ending(f, group);

	if (found == NONE || !nq_can_be_subject(doc, &doc->mentions[found]) || is_time(doc, &doc->mentions[found]) ||
		belongs_to_noun(f, &doc->mentions[found]))
		return NONE;
	if (nq_is_after_conjunction(f, &doc->mentions[found]))
		return found;
	found = outside_relative(f, nq_head_phrase(f, before_floating(f, found)));
	return nq_after_preposition(f, &doc->mentions[found]) ? NONE : found;
}

/* "Un mensaje en el que dice": whether the pronoun cannot be the subject. */
static bool
is_oblique_relative(const CueFinder *f, uint32_t pronoun)
{
	const Document *doc = f->doc;

	return pronoun > f->floor + 1 && is_word(doc, pronoun - 1) && token_does(doc, pronoun - 1, FN_DEFINITE) &&
		is_word(doc, pronoun - 2) && token_has(doc, pronoun - 2, WC_PREP);
}

/*
 * "Lund, der gestern sagte": the mention before the comma, if the article after it begins a relative clause and
 * not a phrase.
 */
static uint32_t
before_relative_clause(const CueFinder *f, uint32_t start)
{
	const Document *doc = f->doc;
	uint32_t	found;

	if (start < f->floor + 2 || token_at(doc, start - 1)->kind != TOKEN_COMMA || !token_does(doc, start, FN_DEFINITE) ||
		nq_mention_beginning(f, start, 1) != NONE)
		return NONE;
	found = nq_mention_ending(f, start - 1);
	return found == NONE ? NONE : nq_head_phrase(f, found);
}

/*
 * Whether a finite verb other than an auxiliary is between two tokens, so that another clause begins; "wie folgt"
 * does not count.
 */
static bool
has_main_verb(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
	{
		i = after_span(doc, i);
		if (i < last && is_word(doc, i) && token_has(doc, i, WC_FINITE) && !token_has(doc, i, WC_AUX | WC_PARTICIPLE | WC_ADJ | WC_DET) &&
			(token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 && !(i > first && token_does(doc, i - 1, FN_AS)))
			return true;
	}
	return false;
}

/*
 * "Hat Lund gestern gesagt", "wie ein Sprecher am Montag sagte": returns the first possible subject in the
 * verb's own clause.
 */
uint32_t
nq_subject_in_clause(const CueFinder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];
	uint32_t	start = nq_clause_start(f, verb);
	uint32_t	relative = before_relative_clause(f, start);
	uint32_t	found = NONE;

	if (relative != NONE)
		return relative;
	for (uint32_t k = f->mention; k-- > first && k + SUBJECT_REACH > f->mention && doc->mentions[k].last > start;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->first >= start && mention->last <= verb && !mention->nested && nq_can_be_subject(doc, mention) &&
			!nq_after_preposition(f, mention) && (mention->kind == MENTION_NAME || !token_has(doc, mention->head, WC_TIME)) &&
			!has_main_verb(doc, mention->last, verb) && !belongs_to_noun(f, mention))
			found = k;
	}
	if (found == NONE && start > f->words_first + 1 && token_at(doc, start - 1)->kind == TOKEN_COMMA && start < verb)
		return nq_name_before_apposition(f, start - 1);
	return found;
}

/*
 * "Diese Idee lehnte Lund ab": the name or pronoun right after the verb, if a thing precedes the verb.  A document can
 * be the subject itself, with the name as its object.
 */
static uint32_t
after_fronted_object(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	front = nq_mention_ending(f, cue->verb_first);
	uint32_t	found;

	if (front == NONE || cue->first != cue->verb_first || doc->mentions[front].kind != MENTION_NOMINAL ||
		token_has(doc, doc->mentions[front].head, WC_DOCUMENT) || token_has(doc, doc->mentions[front].head, WC_TIME) ||
		(doc->mentions[front].type != TYPE_THING && doc->mentions[front].type != TYPE_DOCUMENT))
		return NONE;
	found = nq_mention_beginning(f, cue->last, 1);
	return found != NONE && doc->mentions[found].kind != MENTION_NOMINAL && nq_can_report(doc, &doc->mentions[found]) ? found : NONE;
}

/*
 * "Den Plan, die Wege zu sperren, lehnt er ab": the pronoun right after the verb, if its form is that of a subject.
 * Those for women and things are also objects: "sie", "es".
 */
static uint32_t
nominative_after(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;

	if (cue->last >= f->words_last || !token_has(doc, cue->last, WC_SUBJECT) || token_has(doc, cue->last, WC_FEMALE) ||
		token_does(doc, cue->last, FN_NEUTER))
		return NONE;
	return nq_mention_at(f, cue->last);
}

/* The subject of a finite verb at the place where a rule searches; NONE if it is not there. */
static uint32_t
look_for_subject(const CueFinder *f, const Cue *cue, SubjectSearch search)
{
	uint32_t	group = cue->verb_first;
	uint32_t	found;

	if (search == SEARCH_AFTER)
		return cue->after;
	if (search == SEARCH_LATER)
		return nq_later_subject(f, cue->last);
	if (search == SEARCH_PREVIOUS)
		return nq_previous_subject(f, cue);
	if (search == SEARCH_NOMINATIVE)
		return nominative_after(f, cue);
	if (search == SEARCH_FRONTED)
		return after_fronted_object(f, cue);
	if (search == SEARCH_OWN)
		return nq_subject_in_clause(f, cue->first);
	if (group == f->floor)
		return NONE;
	switch (search)
	{
		case SEARCH_BEFORE:
			return right_before(f, group);
		case SEARCH_ANTECEDENT:
			return is_oblique_relative(f, relative_pronoun(f, group)) ? NONE : antecedent_of(f, relative_pronoun(f, group));
		case SEARCH_APPOSITION:
			return nq_name_before_apposition(f, group - 1);
		case SEARCH_ADVERBIALS:
			return outside_relative(f, nq_across_adverbials(f, group));
		case SEARCH_CLAUSE:
			found = nq_clause_subject(f, group);
			return found != NONE && nq_agrees_in_number(f, cue, found) ? found : NONE;
		default:
			return NONE;
	}
}

/* The subject joined by a hyphen to the verb or its auxiliary; NONE if there is none. */
static uint32_t
joined_subject(const CueFinder *f, const Cue *cue)
{
	if (f->doc->language->tokens->inversions.count == 0)
		return NONE;
	for (uint32_t i = cue->verb_first + 1; i <= cue->last && i < f->words_last; i++)
		if (nq_is_joined_subject(f, i))
			return nq_mention_at(f, i);
	return NONE;
}

/*
 * "A man who loves to say", "Holt was asked to say", "urged Holt to say": the subject of an infinitive, by the
 * verb that governs it; NONE if there is none.
 */
uint32_t
nq_governing_subject(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	to = cue->verb_first - 1;
	uint32_t	group;
	uint32_t	found;

	if (cue->verb_first < f->words_first + 2 || !token_does(doc, to, FN_INFINITIVE))
		return NONE;
	found = nq_mention_ending(f, to);
	for (uint32_t c = doc->cue_count; found != NONE && c-- > 0 && doc->cues[c].sentence == f->sentence && c + CUES_BACK >= doc->cue_count;)
		if (doc->cues[c].last == doc->mentions[found].first)
			return (doc->cues[c].frames & CUE_OBJ_TO_INF) != 0 && doc->cues[c].form != FORM_PASSIVE ? found : NONE;
	if (found != NONE || !token_has(doc, to - 1, WC_FINITE | WC_BASE | WC_PARTICIPLE | WC_ADJ))
		return NONE;
	group = nq_verb_group_start(f, to - 1);
	/* "Found it hard to say": an adjective alone does not govern a subject. */
	if (group == f->floor || (group == to - 1 && !token_has(doc, group, WC_FINITE | WC_BASE | WC_PARTICIPLE)))
		return NONE;
	if (relative_pronoun(f, group) != NONE)
		return antecedent_of(f, relative_pronoun(f, group));
	return right_before(f, group);
}

/* "Heard him shout", "made her say": the pronoun before a bare infinitive, which no finite verb can have; NONE if there is none. */
static uint32_t
perceived_subject(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	before = cue->first - 1;

	if (cue->verb_first != cue->first || cue->first < f->words_first + 2 || !is_word(doc, before) ||
		!names_show_capitals(doc) || (classes_at(doc, cue->first) & (WC_BASE | WC_FINITE)) != WC_BASE ||
		!token_has(doc, before, WC_PRONOUN) || token_has(doc, before, WC_SUBJECT | WC_RELATIVE | WC_INDEFINITE) ||
		!token_has(doc, before - 1, WC_FINITE | WC_PARTICIPLE | WC_GERUND | WC_BASE | WC_AUX))
		return NONE;
	return nq_mention_at(f, before);
}

void
nq_find_finite_subject(const CueFinder *f, Cue *cue)
{
	const ClauseRules *rules = f->doc->language->clauses;
	uint32_t	perceived = perceived_subject(f, cue);

	if (perceived != NONE)
	{
		nq_set_cue_subject(f->doc, cue, perceived, SUBJECT_ADJACENT);
		return;
	}
	nq_set_cue_subject(f->doc, cue, joined_subject(f, cue), SUBJECT_INVERTED);
	for (uint32_t i = 0; i < rules->finite_count && cue->subject == NONE; i++)
	{
		const ClauseRule *rule = &rules->finite[i];

		if (!is_at_place(f, cue, (ClausePlace) rule->place))
			continue;
		nq_set_cue_subject(f->doc, cue, look_for_subject(f, cue, (SubjectSearch) rule->search), (SubjectLink) rule->link);
		if (rule->only)
			return;
	}
}
