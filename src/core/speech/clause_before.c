/*
 * clause_before.c
 *	  The clause before its reporting words, or around them: "..., she said"; "The dam, engineers warned,
 *	  would not hold".
 *
 * Takes a cue; gives whether its clause is before it, where the reporting words end, and whether the clause goes on
 * after them.
 */
#include "core/speech/clause_reader.h"

#include "core/base/bounds.h"

/* The end of the reporting words, including an inverted subject, before the comma of an apposition. */
uint32_t
nq_report_end(const Document *doc, const Cue *cue)
{
	uint32_t	last = cue->last;

	if (cue->subject != NONE && (cue->link == SUBJECT_INVERTED || cue->link == SUBJECT_AGENT) &&
		doc->mentions[cue->subject].last > last)
		last = doc->mentions[cue->subject].last;
	if (cue->object != NONE && doc->mentions[cue->object].last > last)
		last = doc->mentions[cue->object].last;
	return last;
}

/* The comma after the reporting words and their complements; the limit if there is none. */
uint32_t
nq_comma_after(const ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	i = nq_report_end(doc, cue);

	while (i < r->limit && i < cue->last + BRIDGE_REACH && token_at(doc, i)->kind != TOKEN_COMMA && !opens_span(doc, i))
		i++;
	return i < r->limit && token_at(doc, i)->kind == TOKEN_COMMA && !opens_span(doc, i + 1) ? i : r->limit;
}

/*
 * The comma before the verb of a clause whose subject precedes the reporting words: "The dam, said Otto Holm, the
 * keeper, would not hold"; the limit if there is none.
 */
uint32_t
nq_comma_before_verb(const ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	comma = nq_comma_after(r, cue);

	for (uint32_t i = comma; i + 1 < r->limit && i < comma + VERB_REACH && !opens_span(doc, i); i++)
	{
		if (token_at(doc, i)->kind == TOKEN_COMMA && is_word(doc, i + 1) && token_has(doc, i + 1, WC_AUX | WC_FINITE) &&
			!token_has(doc, i + 1, WC_CUE | WC_GERUND))
			return i;
		if (cue->link != SUBJECT_INVERTED)
			break;
	}
	return r->limit;
}

/* "The dam, engineers warned, would not hold": whether the verb of the clause follows the cue. */
bool
nq_goes_on_after(const ClauseReader *r, const Cue *cue)
{
	return nq_comma_before_verb(r, cue) < r->limit;
}

/* Whether a cue after its clause can end before a token: at punctuation, an adverbial, an adverbial clause. */
static bool
may_end_report(const ClauseReader *r, uint32_t i)
{
	const Document *doc = r->doc;
	uint64_t	classes;

	if (i >= r->limit || (!is_word(doc, i) && token_at(doc, i)->kind != TOKEN_NUMBER))
		return true;
	classes = classes_at(doc, i);
	return (classes & (WC_PREP | WC_ADV | WC_TIME | WC_SUBORD | WC_COORD | WC_RELATIVE | WC_GERUND | WC_DAY | WC_MONTH)) != 0 &&
		!token_does(doc, i, FN_INFINITIVE | FN_COMPLEMENTISER);
}

/* "..., she said": whether a verb can follow its report. */
static bool
can_be_parenthetical(const Cue *cue)
{
	if ((cue->frames & (CUE_STRONG | CUE_BARE)) != 0)
		return true;
	return (cue->frames & CUE_THAT) != 0 && (cue->frames & CUE_DIRECT) != 0;
}

/*
 * "The lock leaks, according to Lund", but not "was attributed to Lund", "costs nine euros per boat" and "“No,” she
 * said, citing Lund": whether the words before a preposition can be the report of its source.
 */
static bool
is_from_source(const ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	before = cue->first - 1;

	if (is_word(doc, before) && token_has(doc, before, WC_AUX))
		return false;
	/* "The yard closed, citing Lund": the words are not his. */
	if (token_has(doc, cue->first, WC_GERUND))
		return false;
	/* "Costs nine euros per nine boats" */
	if (cue->subject == NONE && (is_word(doc, before) || token_at(doc, before)->kind == TOKEN_NUMBER))
		return false;
	if (is_word(doc, before) && cue->subject != NONE && doc->mentions[cue->subject].kind == MENTION_NOMINAL && doc->mentions[cue->subject].type == TYPE_THING)
		return false;
	for (uint32_t k = r->cue; k-- > 0 && k + CUES_BACK >= r->cue && doc->cues[k].first >= r->floor && doc->cues[k].sentence == cue->sentence;)
		if (doc->cues[k].form == FORM_FINITE && (doc->cues[k].frames & CUE_STRONG) != 0 && doc->cues[k].subject != NONE &&
			token_at(doc, before)->kind == TOKEN_COMMA && doc->cues[k].last == before)
			return false;
	return true;
}

/*
 * Whether the reporter's words between two tokens have a verb of their own besides those of their subordinate and relative
 * clauses: "the lock that leaks is old", but not "as the lock leaked" and "the lock, which leaks".
 */
static bool
has_main_verb(const Document *doc, uint32_t first, uint32_t last)
{
	uint32_t	clauses = 0;	/* subordinate clauses whose verb is still to come */
	bool		in_verb = false;

	for (uint32_t i = first; i < last; i++)
	{
		bool		verb;

		/* The verb can be among the marked words. */
		if (opens_span(doc, i))
			return true;
		verb = (is_word(doc, i) && token_has(doc, i, WC_FINITE | WC_AUX) && !token_has(doc, i, WC_DET | WC_PREP | WC_RELATIVE)) ||
			(token_at(doc, i)->kind == TOKEN_CLITIC && token_at(doc, i)->length > 2);
		/* "Any inspector who had looked would have seen it": an auxiliary after a participle begins another verb. */
		if (verb && (!in_verb || (is_word(doc, i) && token_has(doc, i, WC_AUX) && !token_has(doc, i - 1, WC_AUX | WC_ADV | WC_NEG))))
		{
			if (clauses == 0)
				return true;
			clauses--;
		}
		in_verb = verb || (in_verb && is_word(doc, i) && token_has(doc, i, WC_ADV | WC_NEG));
		if (token_at(doc, i)->kind == TOKEN_COMMA)
			clauses = 0;
		else if (is_word(doc, i) && ((token_has(doc, i, WC_RELATIVE) && !token_does(doc, i, FN_DEMONSTRATIVE)) || (token_has(doc, i, WC_SUBORD) && !token_has(doc, i, WC_PREP | WC_ADV))))
			clauses++;
	}
	return false;
}

/* "They chanted “...”", "he remembers the lock": whether a cue has an object that is nobody told. */
static bool
has_thing_as_object(const Document *doc, const Cue *cue)
{
	return cue->object != NONE && (cue->frames & (CUE_OBJ_THAT | CUE_OBJ_TO_INF)) == 0 && !token_has(doc, doc->mentions[cue->object].head, WC_TIME);
}

/* Whether a cue follows its clause: after a comma, or as "according to". */
bool
nq_follows_clause(const ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	start = report_start(doc, cue);

	if (start <= r->floor + 1 || start - r->floor > CLAUSE_REACH)
		return false;
	if (cue->form == FORM_PREPOSITION)
		return is_from_source(r, cue);
	if (cue->form != FORM_FINITE || cue->subject == NONE || !can_be_parenthetical(cue))
		return false;
	/* "The ride to Lindby “felt like a voyage,” Holm said": the verb can be among the marked words. */
	if (!nq_has_finite_verb(doc, r->floor, start) && !nq_goes_on_after(r, cue) &&
		!(closes_span(doc, start - 1) && nq_is_quoted_part(doc, r->floor, start - 1)))
		return false;
	if (cue->link != SUBJECT_ADJACENT && cue->link != SUBJECT_INVERTED && cue->link != SUBJECT_APPOSITION)
		return false;
	if (has_thing_as_object(doc, cue) || !may_end_report(r, nq_report_end(doc, cue)))
		return false;
	/* "After the storm had passed, Lund roared back", but "If the lock leaks, Lund said, ..." */
	if (token_at(doc, nq_report_end(doc, cue))->kind != TOKEN_COMMA && nq_comma_after(r, cue) == r->limit && !has_main_verb(doc, r->floor, start))
		return false;
	return token_at(doc, start - 1)->kind == TOKEN_COMMA || token_at(doc, start - 1)->kind == TOKEN_DASH || closes_span(doc, start - 1);
}
