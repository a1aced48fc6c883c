/*
 * indirect.c
 *	  Indirect speech: cues to reported clauses outside quotation marks.
 *
 * Takes the cues and their subjects; gives the clauses that they report, in the order of the text, without
 * overlaps.
 *
 * The clause of a reporting verb follows it ("said that ...", "told him ...", "promised to ..."), precedes it
 * ("..., she said"), or surrounds it ("The dam, engineers warned, would not hold").  The frames of a verb
 * (lexicon.h) say what it takes.  A clause without "that" is recognised by its own subject and verb, one that
 * begins with a relative pronoun ("the ferry, which Holm said leaked") by its verb.  It ends with the sentence,
 * or before the next cue.
 *
 * Quoted words inside a clause belong to it; a report that is only a quotation gives no clause.
 *
 * Each cue is examined within its own sentence and within bounds, so the stage is linear.  clause_after.c and
 * clause_before.c find where a clause is; this file writes it.
 */
#include "core/base/bounds.h"
#include "core/base/search.h"
#include "core/speech/clause_reader.h"
#include "core/speech/clauses.h"
#include "core/stages.h"

/* How many sentences after a report can continue it by mood alone. */
#define SENTENCES_ON 3

/* A clause that the current cue reports. */
static Clause
clause_of(const ClauseReader *r, uint32_t first, uint32_t last, uint32_t part_of)
{
	return (Clause) {.first = first, .last = last, .cue = r->cue, .speaker = r->doc->cues[r->cue].subject, .part_of = part_of};
}

static bool
put_clause(ClauseReader *r, uint32_t first, uint32_t last, uint32_t part_of)
{
	return nq_put_clause(r->doc, &r->capacity, clause_of(r, first, last, part_of), &r->floor);
}

/* The token after opening words of a sentence that precede its report: "But", "However,", "On Monday,". */
static uint32_t
after_opening(const ClauseReader *r, uint32_t first, uint32_t last)
{
	const Document *doc = r->doc;

	if (first < last && is_word(doc, first) && token_has(doc, first, WC_COORD | WC_LINKER))
	{
		first++;
		if (first < last && token_at(doc, first)->kind == TOKEN_COMMA)
			first++;
	}
	return first;
}

/* The tokens after a conjunction within which a verb of the speaker can follow: "but on Monday he told". */
#define WORDS_TO_OWN_VERB 6

/*
 * "The dam leaks, Holm said, and left", "..., but he declined to explain", "..., although Lund says it does not": whether the
 * words after a conjunction are about the speaker, or another's report.
 */
static bool
turns_to_speaker(const ClauseReader *r, uint32_t coord)
{
	const Document *doc = r->doc;

	if (is_word(doc, coord + 1) && token_has(doc, coord + 1, WC_FINITE | WC_AUX) && !token_has(doc, coord + 1, WC_DET))
		return true;
	for (uint32_t k = r->cue + 1; k < doc->cue_count && k < r->cue + CUES_BACK && doc->cues[k].first < r->limit; k++)
		if (doc->cues[k].first > coord && doc->cues[k].first <= coord + WORDS_TO_OWN_VERB && doc->cues[k].form == FORM_FINITE &&
			(doc->cues[k].frames & (CUE_STRONG | CUE_MEDIUM)) != 0 && (doc->cues[k].frames & CUE_THOUGHT) == 0)
			return true;
	return false;
}

/* "The dam, engineers warned, would not hold": the clause's second half. */
static bool
read_second_half(ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	/* "..., said Lund, the keeper, who was there": words about the speaker follow. */
	uint32_t	i = cue->link == SUBJECT_INVERTED ? nq_comma_before_verb(r, cue) : nq_comma_after(r, cue);

	if (i == r->limit)
		return true;
	if (token_has(doc, i + 1, WC_GERUND | WC_RELATIVE) || (token_has(doc, i + 1, WC_COORD | WC_SUBORD) && turns_to_speaker(r, i + 1)) ||
		(!nq_has_finite_verb(doc, i + 1, r->limit) && !token_does(doc, i + 1, FN_INFINITIVE)))
		return true;
	/* "..., she said, two days after it broke": the time of saying. */
	if (i + 2 < r->limit && token_has(doc, i + 1, WC_NUM | WC_DET) && is_word(doc, i + 2) && token_has(doc, i + 2, WC_TIME))
		return true;
	return put_clause(r, i + 1, nq_end_after(r, i + 1), doc->clause_count - 1);
}

/*
 * "As the crew left the yard, Lind said: “...”": whether the words are an adverbial clause and the quotation is
 * the report.
 */
static bool
leads_to_quotation(const ClauseReader *r, const Cue *cue, uint32_t first)
{
	const Document *doc = r->doc;
	uint32_t	i = nq_report_end(doc, cue);

	while (i < r->limit && i < cue->last + BRIDGE_REACH && !opens_span(doc, i) &&
		   (is_word(doc, i) || token_at(doc, i)->kind == TOKEN_COMMA || token_at(doc, i)->kind == TOKEN_COLON))
		i++;
	return i < r->limit && opens_span(doc, i) && (token_at(doc, i + 1)->flags & TOKEN_CAPITAL) != 0 &&
		token_has(doc, first, WC_PREP | WC_SUBORD | WC_WH | WC_PARTICIPLE | WC_GERUND);
}

/*
 * "The lock is, in the words of Lind, “a sieve”": whether the clause before the source is incomplete without
 * the quoted words after it.
 */
static bool
leads_into_marks(const ClauseReader *r, const Cue *cue, uint32_t last)
{
	const Document *doc = r->doc;
	uint32_t	i = nq_report_end(doc, cue);

	if (cue->form != FORM_PREPOSITION || !is_word(doc, last - 1) || !token_has(doc, last - 1, WC_AUX | WC_FINITE | WC_PREP | WC_DET))
		return false;
	return i + 1 < r->limit && token_at(doc, i)->kind == TOKEN_COMMA && opens_span(doc, i + 1);
}

/* "The spokesman for the mill, Otto Lund, asked": whether the words before the subject describe it. */
static bool
describes_subject(const Document *doc, const Cue *cue, uint32_t first)
{
	const Mention *subject;

	if (cue->subject == NONE || !doc->language->phrases->head_first)
		return false;
	subject = &doc->mentions[cue->subject];
	return subject->kind == MENTION_NAME && is_apposed(subject) && doc->mentions[appositive_of(doc, subject)].first <= first &&
		doc->mentions[appositive_of(doc, subject)].last < subject->first;
}

/*
 * "The plan, according to Lund, is late", "It leaks and, according to Lund, has leaked for years": whether a clause goes on
 * after a source between commas.
 */
static bool
interrupts_clause(const ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;

	if (cue->first < 2 || token_at(doc, cue->first - 1)->kind != TOKEN_COMMA)
		return false;
	return nq_goes_on_after(r, cue) || (is_word(doc, cue->first - 2) && token_has(doc, cue->first - 2, WC_COORD | WC_SUBORD));
}

/* Adds the words before the reporting words.  A subject of one word counts: "That, they say, is late". */
static bool
put_half(ClauseReader *r, const Cue *cue, uint32_t first, uint32_t last)
{
	if (last - first == 1 && is_word(r->doc, first) && cue->form == FORM_FINITE && nq_goes_on_after(r, cue))
		return nq_put_any_clause(r->doc, &r->capacity, clause_of(r, first, last, NONE), &r->floor);
	return put_clause(r, first, last, NONE);
}

static bool
read_before(ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	last = report_start(doc, cue);
	uint32_t	first = after_opening(r, r->floor, last);
	uint32_t	before = doc->clause_count;

	if (last > first && (token_at(doc, last - 1)->kind == TOKEN_COMMA || token_at(doc, last - 1)->kind == TOKEN_DASH))
		last--;
	if (last <= first || last - first > CLAUSE_REACH || (closes_span(doc, last - 1) && !nq_is_quoted_part(doc, first, last - 1)))
		return true;
	if (leads_to_quotation(r, cue, first) || describes_subject(doc, cue, first) || leads_into_marks(r, cue, last))
		return true;
	if (!put_half(r, cue, first, last))
		return false;
	if (doc->clause_count == before || (cue->form == FORM_PREPOSITION && !interrupts_clause(r, cue)))
		return true;
	return read_second_half(r, cue);
}

/*
 * "The ferry, which Holm said leaked, was sold": whether the relative pronoun before the cue's subject is the
 * clause's subject.
 */
static bool
has_gap(const ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	start = report_start(doc, cue);

	/* "It is a change Holm said could help" */
	if (cue->form == FORM_FINITE && cue->link == SUBJECT_ADJACENT && (cue->frames & CUE_BARE) != 0 && start > r->floor + 1 &&
		is_word(doc, start - 1) && token_has(doc, start - 1, WC_NOUN | WC_PEOPLE | WC_ROLE | WC_DOCUMENT) && cue->last + 1 < r->limit &&
		is_word(doc, cue->last) && token_has(doc, cue->last, WC_AUX) && !token_has(doc, cue->last, WC_NOUN | WC_NEG))
		return true;
	return cue->form == FORM_FINITE && cue->link == SUBJECT_ADJACENT && start > doc->sentences[cue->sentence].first && cue->last + 1 < r->limit &&
		token_has(doc, start - 1, WC_RELATIVE | WC_WH) && is_word(doc, cue->last) &&
		token_has(doc, cue->last, WC_AUX | WC_FINITE) && !token_has(doc, cue->last, WC_PREP | WC_DET);
}

/* Such a clause ends with the relative clause, at a comma. */
static uint32_t
end_of_gap(const ClauseReader *r, uint32_t first)
{
	uint32_t	i = first;

	while (i < r->limit && i < first + CLAUSE_REACH && token_at(r->doc, i)->kind != TOKEN_COMMA && token_at(r->doc, i)->kind != TOKEN_DASH)
		i = opens_span(r->doc, i) ? after_span(r->doc, i) : i + 1;
	return i;
}

static bool
reports_speech(const Document *doc, const Cue *cue)
{
	if ((cue->frames & CUE_THOUGHT) != 0 || nq_is_noun_in_clause(doc, cue))
		return false;
	/* "Some four in ten say they ...": the subject is not a known phrase. */
	if (cue->subject == NONE && ((cue->form != FORM_FINITE && cue->form != FORM_PREPOSITION && cue->form != FORM_PASSIVE) || (cue->frames & CUE_STRONG) == 0))
		return false;
	/* "It is too soon to say who won" */
	if (cue->subject != NONE && cue->form == FORM_INFINITIVE && token_does(doc, doc->mentions[cue->subject].head, FN_NEUTER))
		return false;
	/* "According to their consciences" */
	if (cue->subject != NONE && cue->form == FORM_PREPOSITION && doc->mentions[cue->subject].kind == MENTION_NOMINAL &&
		doc->mentions[cue->subject].type == TYPE_THING && token_has(doc, doc->mentions[cue->subject].first, WC_POSSESSIVE))
		return false;
	return (cue->frames & (CUE_STRONG | CUE_MEDIUM)) != 0;
}

/*
 * "Asked whether the governor had urged them to stay": whether a report is inside a report whose speaker is not
 * named.
 */
static bool
reports_within(const Document *doc, uint32_t cue)
{
	const Cue  *next = &doc->cues[cue + 1];
	uint32_t	first = doc->cues[cue].last;
	uint32_t	last;

	if (cue + 1 >= doc->cue_count || next->sentence != doc->cues[cue].sentence)
		return false;
	last = next->first < first + CLAUSE_REACH ? next->first : first + CLAUSE_REACH;
	if (holds_kind(doc, first, last, TOKEN_COMMA))
		return false;
	return next->subject != NONE && reports_speech(doc, next) &&
		doc->mentions[next->subject].first < next->first && !token_has(doc, next->first, WC_GERUND) &&
		(next->frames & (CUE_THAT | CUE_OBJ_THAT | CUE_TO_INF | CUE_OBJ_TO_INF)) != 0;
}

/* "The town never refused to pay, she said": the complement of a refusal is part of the next cue's report. */
static bool
is_refusal_within(const ClauseReader *r)
{
	const Document *doc = r->doc;
	const Cue  *cue = &doc->cues[r->cue];
	const Cue  *next = cue + 1;

	if ((cue->frames & CUE_TO_INF) == 0 || !token_does(doc, cue->first, FN_REFUSAL) || r->cue + 1 >= doc->cue_count ||
		next->sentence != cue->sentence || (next->frames & CUE_STRONG) == 0 || next->form != FORM_FINITE || next->link != SUBJECT_ADJACENT ||
		report_start(doc, next) <= cue->last || token_at(doc, report_start(doc, next) - 1)->kind != TOKEN_COMMA)
		return false;
	return next->last >= r->limit || token_at(doc, next->last)->kind == TOKEN_COMMA;
}

/*
 * "Lark spoke when asked whether he would “sell it”": whether marked words are in a question that nobody in
 * particular asked, whose speaker is decided by other stages.
 */
static bool
leaves_marks_to_others(const Document *doc, const Cue *cue, uint32_t first, uint32_t last)
{
	const Sentence *sentence = &doc->sentences[cue->sentence];
	uint32_t	span = FIRST_FROM(QuotedSpan, open, doc->spans, sentence->first_span, sentence->last_span, first);

	return cue->subject == NONE && cue->form == FORM_PASSIVE && span < sentence->last_span && doc->spans[span].open < last;
}

static bool
read_cue(ClauseReader *r)
{
	const Document *doc = r->doc;
	const Cue  *cue = &doc->cues[r->cue];
	uint32_t	first;

	if (cue->first < r->floor || !reports_speech(doc, cue) || is_refusal_within(r) || (doc->incise_count > 0 && nq_is_in_incise(doc, cue->first)))
		return true;
	if (has_gap(r, cue))
		return put_clause(r, cue->last, end_of_gap(r, cue->last), NONE);
	first = nq_clause_after(r, cue);
	if (first < r->limit && cue->subject == NONE && nq_begins_question(r, cue, first) && reports_within(doc, r->cue))
		return true;
	if (first < r->limit)
	{
		uint32_t	end = nq_end_after(r, first);

		return leaves_marks_to_others(doc, cue, first, end) || put_clause(r, first, end, NONE);
	}
	return !nq_follows_clause(r, cue) || read_before(r, cue);
}

static uint32_t
without_stop(const Document *doc, const Sentence *sentence)
{
	uint32_t	last = sentence->last;

	while (last > sentence->first && (token_at(doc, last - 1)->kind == TOKEN_STOP || token_at(doc, last - 1)->kind == TOKEN_COLON))
		last--;
	return last;
}

/*
 * "Il aurait été réparé", "Habría sido reparado": whether the first finite verb of a sentence without a
 * condition is one of hearsay.
 */
static bool
is_hearsay(const Document *doc, const Sentence *sentence)
{
	bool		hearsay = false;

	for (uint32_t i = sentence->first; i < sentence->last && i < sentence->first + CLAUSE_REACH; i++)
	{
		if (opens_span(doc, i) || (is_word(doc, i) && token_does(doc, i, FN_WHETHER | FN_CONDITION)) || token_at(doc, i)->kind == TOKEN_MARK)
			return false;
		if (!hearsay && is_word(doc, i) && token_has(doc, i, WC_AUX | WC_FINITE) && !token_has(doc, i, WC_DET | WC_PREP | WC_NOUN | WC_ADJ))
		{
			if (!token_does(doc, i, FN_HEARSAY))
				return false;
			hearsay = true;
		}
	}
	return hearsay && !sentence->standalone;
}

/*
 * "Selon la mairie, le pont serait sûr. Il aurait été réparé en mars.": sentences right after a report of a
 * named source continue it, up to the next cue, if their mood marks reported speech, in languages that list
 * such verbs.
 */
static bool
read_on(ClauseReader *r, uint32_t sentence, uint32_t next)
{
	Document   *doc = r->doc;
	uint32_t	last = doc->clause_count - 1;
	uint32_t	cue;

	if (doc->clause_count == 0 || sentence == NONE || doc->clauses[last].last <= doc->sentences[sentence].first ||
		doc->clauses[last].speaker == NONE)
		return true;
	cue = doc->clauses[last].cue;
	for (uint32_t s = sentence + 1; s < next && s <= sentence + SENTENCES_ON; s++)
	{
		Clause		clause = {.first = doc->sentences[s].first, .last = without_stop(doc, &doc->sentences[s]), .cue = cue,
		.speaker = doc->clauses[last].speaker, .part_of = doc->clause_count - 1};

		if (doc->sentences[s].paragraph != doc->sentences[sentence].paragraph || !is_hearsay(doc, &doc->sentences[s]))
			break;
		if (!nq_put_clause(doc, &r->capacity, clause, &r->floor))
			return false;
	}
	return true;
}

bool
nq_find_indirect(Document *doc)
{
	ClauseReader		r = {.doc = doc};
	uint32_t	sentence = NONE;

	for (; r.cue < doc->cue_count; r.cue++)
	{
		if (doc->cues[r.cue].sentence != sentence)
		{
			if (!read_on(&r, sentence, doc->cues[r.cue].sentence))
				return false;
			sentence = doc->cues[r.cue].sentence;
			r.floor = doc->sentences[sentence].first;
			r.limit = without_stop(doc, &doc->sentences[sentence]);
		}
		if (!check_interrupts(doc, r.cue, EVERY_256))
			return false;
		if (!read_cue(&r))
			return false;
	}
	return read_on(&r, sentence, doc->sentence_count);
}
