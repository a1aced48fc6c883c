/*
 * indirect.c
 *	  Indirect speech in German: cues to reported clauses.
 *
 * Takes the cues and their subjects; gives the clauses that they report, in the order of the text, without
 * overlaps.  Other languages use nq_find_indirect().
 *
 * A report follows its verb after a comma ("sagte, dass ...", "sagte, er sei ...", "forderte ihn auf, ... zu
 * ...") or a colon, or precedes it ("Er sei krank, sagte Lund", "..., wie Lund mitteilte").  A cue that is not
 * a verb (laut, nach Angaben von, zufolge, so) is a phrase of the sentence, whose other words are the report.
 *
 * The subjunctive continues a report in the following sentences: "Lund sagte, er sei krank. Er komme nicht." A
 * sentence whose main verb is in the subjunctive, or is "soll", continues the report of the article's last cue
 * if that is near.
 *
 * Each sentence is scanned a bounded number of times, so the stage is linear.
 */
#include "core/base/bounds.h"
#include "core/speech/clauses.h"
#include "core/speech/reported_mood.h"
#include "core/stages.h"

/* The maximum number of cues of a sentence that are read. */
#define CUES_READ 12

/* How many sentences can continue a report without a cue. */
#define SENTENCES_ON 4

/* Words of a phrase that names a source and is not a mention. */
#define SOURCE_WORDS 6

/* Tokens of a clause within which its verb is searched. */
#define CLAUSE_VERB_REACH 64

typedef struct Reader
{
	Document   *doc;
	uint32_t	capacity;
	uint32_t	sentence;
	uint32_t	cue;			/* the current cue */
	uint32_t	floor;			/* the first token of the sentence that is in no clause yet */
	uint32_t	limit;			/* its end, without its full stop */
	uint32_t	last_cue;		/* the article's last cue with a subject, or NONE */
	uint32_t	last_sentence;	/* the last sentence with a report */
} Reader;

/* ---- questions about tokens ---- */

static bool
is_kind(const Document *doc, uint32_t i, TokenKind kind)
{
	return token_at(doc, i)->kind == kind;
}

static bool
has_finite_verb(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last && i < first + CLAUSE_VERB_REACH; i++)
	{
		i = after_span(doc, i);
		if (i < last && nq_is_finite_verb(doc, i))
			return true;
	}
	return false;
}

static bool
has_subjunctive(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last && i < first + CLAUSE_VERB_REACH; i++)
	{
		i = after_span(doc, i);
		if (i < last && nq_is_subjunctive(doc, i))
			return true;
	}
	return false;
}

/* "Einzuleiten": whether a verb is an infinitive with an infixed "zu". */
static bool
holds_zu(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *text = doc->text + token->start;

	if (!is_word(doc, i) || (token->flags & TOKEN_CAPITAL) != 0 || token->length < 7 || text[token->length - 1] != 'n' || token_has(doc, i, WC_ADV | WC_PREP))
		return false;
	for (uint32_t k = 2; k + 4 < token->length && k < 10; k++)
		if (text[k] == 'z' && text[k + 1] == 'u')
			return true;
	return false;
}

/* "..., den Plan zu ändern": whether an infinitive with "zu" comes before the next comma. */
static bool
has_infinitive(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last && i < first + CLAUSE_VERB_REACH; i++)
	{
		i = after_span(doc, i);
		if (i >= last || is_kind(doc, i, TOKEN_COMMA))
			return false;
		if (holds_zu(doc, i))
			return true;
		if (token_does(doc, i, FN_INFINITIVE) && is_word(doc, i + 1) && (token_at(doc, i + 1)->flags & TOKEN_CAPITAL) == 0 &&
			!token_has(doc, i + 1, WC_DET | WC_POSSESSIVE))
			return true;
	}
	return false;
}

/* Whether a cue reports speech, not thought. */
static bool
reports_speech(const Cue *cue)
{
	if ((cue->frames & CUE_THOUGHT) != 0)
		return false;
	return cue->link == SUBJECT_AGENT || (cue->frames & (CUE_STRONG | CUE_MEDIUM)) != 0;
}

/* ---- clauses ---- */

static bool
put_clause(Reader *r, uint32_t first, uint32_t last, uint32_t cue, uint32_t part_of)
{
	Document   *doc = r->doc;
	uint32_t	before = doc->clause_count;
	Clause		clause = {.first = first, .last = last, .cue = cue, .speaker = doc->cues[cue].subject, .part_of = part_of};

	if (clause.first < r->floor)
		clause.first = r->floor;
	while (clause.first < last && is_pause(doc, clause.first))
		clause.first++;
	if (!nq_put_clause(doc, &r->capacity, clause, &r->floor))
		return false;
	if (doc->clause_count > before)
		r->last_sentence = r->sentence;
	return true;
}

/* The next comma from i on, outside spans; the limit if there is none. */
static uint32_t
next_comma(const Reader *r, uint32_t i)
{
	const Document *doc = r->doc;

	for (; i < r->limit; i++)
	{
		i = after_span(doc, i);
		if (i < r->limit && is_kind(doc, i, TOKEN_COMMA))
			return i;
	}
	return r->limit;
}

/* The end of the reporting words, including subject, object and particle, before the comma of a report. */
static uint32_t
report_end(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	last = cue->last;

	if (cue->subject != NONE && doc->mentions[cue->subject].sentence == r->sentence && doc->mentions[cue->subject].last > last)
		last = doc->mentions[cue->subject].last;
	return last;
}

/*
 * "Als er sagte, dass er krank sei, lachte sie": the comma before the verb of the continued clause; the limit
 * if there is none.
 */
static uint32_t
resumed_clause(const Reader *r, uint32_t first)
{
	const Document *doc = r->doc;
	uint32_t	end = first + CLAUSE_REACH < r->limit ? first + CLAUSE_REACH : r->limit;

	if (!token_has(doc, doc->sentences[r->sentence].first, WC_SUBORD))
		return end;
	for (uint32_t i = next_comma(r, first); i + 1 < end; i = next_comma(r, i + 1))
		if (nq_is_finite_verb(doc, i + 1) && !nq_is_subjunctive(doc, i + 1) && !token_has(doc, i + 1, WC_PARTICIPLE))
			return i;
	return end;
}

/* The end of the report that begins at a token: before the next cue of the reporter's own. */
static uint32_t
end_of_report(const Reader *r, uint32_t first, bool resumes)
{
	const Document *doc = r->doc;

	for (uint32_t k = r->cue + 1; k < doc->cue_count && k < r->cue + CUES_READ && doc->cues[k].sentence == r->sentence; k++)
	{
		const Cue  *next = &doc->cues[k];
		uint32_t	start = next->verb_first;

		if (next->first <= first + 1 || next->first >= r->limit || next->form != FORM_FINITE || token_does(doc, next->first, FN_SUBJUNCTIVE) ||
			(next->frames & CUE_STRONG) == 0)
			continue;
		/* "..., und kritisierte, dass": a cue of the same subject. */
		if (next->link == SUBJECT_SHARED && token_has(doc, start - 1, WC_COORD))
			return is_kind(doc, start - 2, TOKEN_COMMA) ? start - 2 : start - 1;
		/* "..., sagte Lund." */
		if (next->link == SUBJECT_INVERTED && is_kind(doc, start - 1, TOKEN_COMMA) && next->subject != NONE)
			return start - 1;
	}
	if (resumes)
		return resumed_clause(r, first);
	return first + CLAUSE_REACH < r->limit ? first + CLAUSE_REACH : r->limit;
}

/* ---- reports after the reporting words ---- */

/* Whether a report begins after the comma or colon at i. */
static bool
begins_report(const Reader *r, const Cue *cue, uint32_t i, uint32_t *first)
{
	const Document *doc = r->doc;
	uint32_t	end;

	*first = i;
	if (i >= r->limit || opens_span(doc, i))
		return false;
	if (token_does(doc, i, FN_COMPLEMENTISER))
	{
		*first = i + 1;
		return reports_speech(cue) || has_subjunctive(doc, i, r->limit);
	}
	if (token_does(doc, i, FN_WHETHER))
		return reports_speech(cue);
	/* "wie", "was": an indirect question */
	if (is_word(doc, i) && token_has(doc, i, WC_WH | WC_RELATIVE) && !token_has(doc, i, WC_DET) && !token_does(doc, i, FN_AS))
		return (cue->frames & CUE_IF) != 0;
	if (!reports_speech(cue))
		return false;
	if (token_has(doc, i, WC_COORD) || (token_has(doc, i, WC_SUBORD) && !has_subjunctive(doc, i, r->limit)))
		return false;
	if (((cue->frames & (CUE_TO_INF | CUE_OBJ_TO_INF)) != 0 || i == cue->last + 1) && has_infinitive(doc, i, r->limit))
		return true;
	end = next_comma(r, i);
	if (token_does(doc, i, FN_DEFINITE) && !has_subjunctive(doc, i, end))
		return false;			/* a relative clause */
	return has_subjunctive(doc, i, r->limit);
}

static bool
read_after(Reader *r, const Cue *cue, bool *found)
{
	const Document *doc = r->doc;
	uint32_t	i = report_end(r, cue);
	uint32_t	first;

	for (uint32_t commas = 0; commas < 3 && i < r->limit; commas++)
	{
		while (i < r->limit && !is_kind(doc, i, TOKEN_COMMA) && !is_kind(doc, i, TOKEN_COLON))
		{
			i = after_span(doc, i);
			if (i < r->limit && !is_kind(doc, i, TOKEN_COMMA) && !is_kind(doc, i, TOKEN_COLON))
				i++;
		}
		if (i >= r->limit)
			return true;
		if (is_kind(doc, i, TOKEN_COLON))
		{
			if (opens_span(doc, i + 1) || !has_finite_verb(doc, i + 1, r->limit) || (cue->frames & CUE_STRONG) == 0 ||
				(token_at(doc, i + 1)->flags & TOKEN_SPACE) == 0)
				return true;
			*found = true;
			return put_clause(r, i + 1, r->limit, r->cue, NONE);
		}
		if (begins_report(r, cue, i + 1, &first))
		{
			*found = true;
			return put_clause(r, first, end_of_report(r, first, true), r->cue, NONE);
		}
		i++;
	}
	return true;
}

/* ---- reports before the reporting words ---- */

/* "Er sei krank, sagte Lund."; "Der Plan, sagte Lund, sei gut.": reads a report before its cue. */
static bool
read_before(Reader *r, const Cue *cue, bool *found)
{
	const Document *doc = r->doc;
	uint32_t	start = cue->verb_first;
	uint32_t	comma;

	/* "..., so schätzen die Forscher" */
	if (start > r->floor + 3 && token_does(doc, start - 1, FN_QUOTATIVE) && is_kind(doc, start - 2, TOKEN_COMMA))
		start--;
	if ((cue->link != SUBJECT_INVERTED && cue->link != SUBJECT_AGENT) || start < r->floor + 3 || !is_kind(doc, start - 1, TOKEN_COMMA) ||
		!nq_has_own_words(doc, r->floor, start - 1) || (start == cue->verb_first && (cue->frames & (CUE_DIRECT | CUE_BARE)) == 0))
		return true;
	comma = next_comma(r, report_end(r, cue));
	if (!has_finite_verb(doc, r->floor, start - 1) && (comma == r->limit || !has_subjunctive(doc, comma, r->limit)))
		return true;
	*found = true;
	if (!put_clause(r, r->floor, start - 1, r->cue, NONE))
		return false;
	if (comma < r->limit && !token_has(doc, comma + 1, WC_COORD | WC_SUBORD) && has_subjunctive(doc, comma + 1, r->limit))
		return put_clause(r, comma + 1, end_of_report(r, comma + 1, false), r->cue, doc->clause_count - 1);
	return true;
}

/* "..., wie ein Sprecher mitteilte": the first token of the clause of a cue, if "wie" begins it; otherwise NONE. */
static uint32_t
as_before(const Reader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	i = cue->verb_first;

	while (i > r->floor && cue->verb_first - i < CLAUSE_WORDS && !is_kind(doc, i - 1, TOKEN_COMMA))
		i--;
	return i < cue->verb_first && token_does(doc, i, FN_AS) && token_has(doc, i, WC_SUBORD) ? i : NONE;
}

/* Adds the words of the sentence around a phrase or clause that names the source. */
static bool
read_around(Reader *r, uint32_t first, uint32_t last, bool *found)
{
	uint32_t	before = r->doc->clause_count;
	uint32_t	start = r->floor;

	if (!has_finite_verb(r->doc, start, first) && !has_finite_verb(r->doc, last, r->limit))
		return true;
	*found = true;
	if (first > start && !put_clause(r, start, first, r->cue, NONE))
		return false;
	if (r->floor < last)
		r->floor = last;
	return put_clause(r, last, end_of_report(r, last, false), r->cue, r->doc->clause_count > before ? before : NONE);
}

/* "laut Eilmeldung des Senders": the end of a source's phrase that is not a mention. */
static uint32_t
end_of_phrase(const Reader *r, uint32_t i)
{
	const Document *doc = r->doc;
	bool		noun = false;

	for (uint32_t k = 0; i < r->limit && k < SOURCE_WORDS; i++, k++)
	{
		bool		capital = (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0;

		if (opens_span(doc, i))
			return doc->spans[span_opened(doc, i)].close + 1;
		if (!is_word(doc, i) || (!capital && nq_is_finite_verb(doc, i)))
			return i;
		if (noun && !capital && !token_does(doc, i, FN_GENITIVE | FN_SOURCE))
			return i;
		noun = capital;
	}
	return i;
}

static bool
read_source(Reader *r, const Cue *cue, bool *found)
{
	const Document *doc = r->doc;
	uint32_t	first = cue->first;
	uint32_t	last = report_end(r, cue);

	if (cue->subject == NONE && !token_does(doc, cue->first, FN_POSTPOSITION) && token_has(doc, cue->first, WC_PREP))
		last = end_of_phrase(r, last);
	if (cue->subject == NONE && token_does(doc, cue->first, FN_POSTPOSITION))
		while (first > r->floor && is_word(doc, first - 1) && cue->first - first < SOURCE_WORDS && !nq_is_finite_verb(doc, first - 1))
			first--;
	if (last < r->limit && last > cue->last && token_does(doc, last, FN_GENITIVE | FN_SOURCE) && token_has(doc, last, WC_PREP))
		last = end_of_phrase(r, last);

	if (cue->subject != NONE && doc->mentions[cue->subject].first < first)
		first = doc->mentions[cue->subject].first;
	if (first < r->floor)
		return true;
	/* "..., so Lund": the words after it also belong to the report. */
	return read_around(r, first, last, found);
}

/* ---- the sentence ---- */

static bool
read_cue(Reader *r, bool *found)
{
	const Document *doc = r->doc;
	const Cue  *cue = &doc->cues[r->cue];
	uint32_t	as;

	if (cue->first < r->floor || (cue->subject != NONE && doc->mentions[cue->subject].person != 3))
		return true;
	if (cue->form == FORM_PREPOSITION)
		return read_source(r, cue, found);
	if (cue->subject == NONE && cue->form != FORM_PASSIVE)
		return true;
	as = reports_speech(cue) ? as_before(r, cue) : NONE;
	if (as != NONE)
	{
		uint32_t	comma = next_comma(r, report_end(r, cue));

		return read_around(r, as, comma, found);
	}
	if (reports_speech(cue) && !read_before(r, cue, found))
		return false;
	if (*found || (!reports_speech(cue) && (cue->frames & CUE_THAT) == 0))
		return true;
	return read_after(r, cue, found);
}

/* Reads a sentence in the subjunctive, which continues the last report. */
static bool
read_on(Reader *r)
{
	const Document *doc = r->doc;
	uint32_t	first = r->floor;
	uint32_t	verb;

	if (r->last_cue == NONE || r->sentence - r->last_sentence > SENTENCES_ON)
		return true;
	if (first < r->limit && is_word(doc, first) && token_has(doc, first, WC_COORD) && !token_has(doc, first, WC_ADV))
		first++;
	verb = nq_main_verb(doc, first, r->limit);
	if (verb == NONE || !(nq_is_subjunctive(doc, verb) || token_does(doc, verb, FN_HEARSAY)))
		return true;
	/* "Das wäre schade": the reporter's own words, unless a report immediately precedes. */
	if (token_does(doc, verb, FN_CONDITIONAL) &&
		(doc->clause_count == 0 || r->sentence == 0 || doc->clauses[doc->clause_count - 1].last < doc->sentences[r->sentence - 1].first))
		return true;
	return put_clause(r, first, r->limit, r->last_cue,
					  doc->clause_count > 0 && doc->clauses[doc->clause_count - 1].cue == r->last_cue ? doc->clause_count - 1 : NONE);
}

static uint32_t
without_stop(const Document *doc, const Sentence *sentence)
{
	uint32_t	last = sentence->last;

	while (last > sentence->first && (is_kind(doc, last - 1, TOKEN_STOP) || is_kind(doc, last - 1, TOKEN_COLON)))
		last--;
	return last;
}

static bool
read_sentence(Reader *r)
{
	const Document *doc = r->doc;
	const Sentence *sentence = &doc->sentences[r->sentence];
	uint32_t	first = doc->sentence_cues[r->sentence];
	uint32_t	last = doc->sentence_cues[r->sentence + 1];
	bool		any = false;

	r->floor = sentence->first;
	r->limit = without_stop(doc, sentence);
	for (r->cue = first; r->cue < last && r->cue < first + CUES_READ; r->cue++)
	{
		bool		found = false;

		if (!read_cue(r, &found))
			return false;
		any |= found;
		if (reports_speech(&doc->cues[r->cue]) && doc->cues[r->cue].subject != NONE)
		{
			r->last_cue = r->cue;
			r->last_sentence = r->sentence;
		}
	}
	return any || sentence->standalone || read_on(r);
}

bool
nq_find_german_indirect(Document *doc)
{
	Reader		r = {.doc = doc, .last_cue = NONE};

	for (; r.sentence < doc->sentence_count; r.sentence++)
	{
		if (!check_interrupts(doc, r.sentence, EVERY_256))
			return false;
		if (!read_sentence(&r))
			return false;
	}
	return true;
}
