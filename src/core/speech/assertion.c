/*
 * assertion.c
 *	  Whether the article asserts that the words reported by a cue were said.
 *
 * It does not if the cue
 *
 *	- is negated: "never said", "no official said";
 *	- is in the future or a possibility: "will say", "may have said"; but "would later say" describes what happened;
 *	- is in a condition or question: "if he says", "asked whether she said", "Did he say", "Had she said";
 *	- depends on a refusal, wish or request: "declined to say", "wants him to say", "denied saying";
 *	- is retracted by a noun or adjective: "no evidence that she said", "rejected claims that she said".
 *
 * A negated refusal is assertive: "did not hesitate to say".
 *
 * Quoted words can have two cues: the one that attributes them, and one inside what that one reports, which
 * introduces them: "Say “no,” the leaflet urges." They are asserted if both are.
 *
 * Examines the verb group, the words right before the subject, and the governor of "to" within a bounded
 * distance.  The words are listed in the language's unsaid.txt.
 */
#include "core/base/bounds.h"
#include "core/speech/quote_context.h"
#include "core/stages.h"

#include <string.h>

#define GOVERNORS (FN_REFUSAL | FN_WISH)

/* The distance within which a governor's own future counts: "will go on to say". */
#define GOVERNOR_BESIDE 2

/* ---- verb groups ---- */

/* "never", "didn't": whether a token negates.  The "not" of "not only" does not. */
static bool
negates(const Document *doc, uint32_t i)
{
	return token_has(doc, i, WC_NEG) && !token_does(doc, i + 1, FN_MERELY);
}

static bool
is_negated(const Document *doc, uint32_t first, uint32_t last)
{
	bool		negated = false;

	for (uint32_t i = first; i < last; i++)
		negated = doc->language->phrases->negative_concord ? negated | negates(doc, i) : negated ^ negates(doc, i);
	return negated;
}

/* "She'll say": whether the auxiliary is a future clitic, whose token has no FN_ bits. */
static bool
is_future_clitic(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	uint32_t	word;

	if (token->kind != TOKEN_CLITIC)
		return false;
	word = nq_lookup(doc->lexicon, doc->text + token->start, token->length, doc->text + doc->length);
	return (functions_of(doc->lexicon, word) & FN_FUTURE) != 0;
}

/* "Would later say": whether "would" describes what happened. */
static bool
is_habit(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (token_does(doc, i, FN_LATER))
			return true;
	return false;
}

/* "Could have said", "would have said": whether the verb did not happen; "could say" may describe what did. */
static bool
is_counterfactual(const Document *doc, uint32_t i, uint32_t last)
{
	return token_does(doc, i, FN_ABILITY | FN_HABIT) && i + 1 < last && token_has(doc, i + 1, WC_AUX);
}

/* Whether a verb group is in the future or describes a possibility. */
static bool
is_future(const Document *doc, uint32_t first, uint32_t last)
{
	if (first > 0 && is_future_clitic(doc, first - 1))
		return true;
	for (uint32_t i = first; i < last; i++)
		if ((token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 &&
			(token_does(doc, i, FN_FUTURE) || is_counterfactual(doc, i, last) || (token_does(doc, i, FN_HABIT) && !is_habit(doc, i + 1, last))))
			return true;
	return false;
}

/* The first token of a verb's group. */
static uint32_t
group_start(const Document *doc, uint32_t floor, uint32_t verb)
{
	uint32_t	first = verb;

	while (first > floor && verb - first < GROUP_WORDS && is_word(doc, first - 1) && token_has(doc, first - 1, WC_AUX | WC_NEG | WC_ADV) &&
		   !token_has(doc, first - 1, WC_PRONOUN | WC_SUBORD))
		first--;
	return first;
}

/* ---- subjects and auxiliaries ---- */

/* "No official", "nobody", "anyone who": whether a subject refers to nobody in particular. */
static bool
is_nobody(const Document *doc, const Mention *subject)
{
	uint32_t	before = subject->first > 0 ? subject->first - 1 : subject->first;

	return token_has(doc, subject->first, WC_NEG) || token_does(doc, subject->first, FN_NOBODY | FN_ANYBODY) ||
		token_does(doc, subject->head, FN_NOBODY | FN_ANYBODY) || (token_has(doc, before, WC_NEG) && token_has(doc, before, WC_DET));
}

/* The token before a clause's subject, not counting adverbs; the sentence's floor if there is none. */
static uint32_t
before_clause(const Document *doc, uint32_t floor, uint32_t i)
{
	while (i > floor + 1 && is_word(doc, i - 1) && token_has(doc, i - 1, WC_ADV) && !token_has(doc, i - 1, WC_SUBORD))
		i--;
	return i > floor ? i - 1 : floor;
}

/* "Nor did he say", "Did he say …?": whether an auxiliary before the subject makes the clause unassertive. */
static bool
is_unassertive_inversion(const Document *doc, const Sentence *sentence, uint32_t auxiliary)
{
	uint32_t	before;

	if (!token_has(doc, auxiliary, WC_AUX) || token_has(doc, auxiliary, WC_SUBORD))
		return false;
	if (negates(doc, auxiliary))
		return true;
	/* "Should he say so, …", "Had he said so, …" */
	if (auxiliary == sentence->first)
		return true;
	before = auxiliary - 1;
	if (negates(doc, before) || token_does(doc, before, FN_NOBODY))
		return true;
	/* "At no time did he say", "Not once did he say"; but "Never before had he said" means that he said it now. */
	if (before > sentence->first && is_word(doc, before) && !token_has(doc, before, WC_PREP) && negates(doc, before - 1))
		return true;
	return is_question_mark(doc, sentence->last - 1) && !token_has(doc, before, WC_WH);
}

/* ---- what governs ---- */

/*
 * Whether the words governed by a word were said, given that the governor may be negated.  At a greater
 * distance, the governor's own future only states a purpose: "will release the papers to show".
 */
static bool
is_said_after(const Document *doc, uint32_t floor, uint32_t governor, uint32_t saying)
{
	uint32_t	first = group_start(doc, floor, governor);
	bool		negated = is_negated(doc, first, governor);

	if (token_does(doc, governor, FN_REFUSAL))
		return negated;
	return !negated && !token_does(doc, governor, FN_WISH) &&
		!(saying - governor <= GOVERNOR_BESIDE && is_future(doc, first, governor));
}

/* The verb or adjective that governs the words from i back to the floor; NONE if there is none within reach. */
static uint32_t
governor_before(const Document *doc, uint32_t floor, uint32_t i)
{
	for (uint32_t k = i; k-- > floor && k + GOVERNOR_REACH >= i;)
	{
		if (!is_word(doc, k) && token_at(doc, k)->kind != TOKEN_NUMBER && token_at(doc, k)->kind != TOKEN_CLITIC)
			return NONE;
		/* "Used the dispute to say": the noun of a verb of refusal does not refuse. */
		if (token_does(doc, k, FN_REFUSAL) && token_has(doc, k, WC_VERB) && k > floor && token_has(doc, k - 1, WC_DET | WC_POSSESSIVE) &&
			!token_has(doc, k - 1, WC_PRONOUN | WC_NEG))
			continue;
		/* "Without", "yet": must be right before. */
		if (token_does(doc, k, GOVERNORS) && (k + 1 == i || token_has(doc, k, WC_VERB | WC_ADJ)))
			return k;
		if (token_has(doc, k, WC_FINITE | WC_BASE | WC_PARTICIPLE) && !token_has(doc, k, WC_NOUN | WC_ADJ | WC_ROLE | WC_PEOPLE | WC_PERSON | WC_BODY) &&
			(token_at(doc, k)->flags & TOKEN_CAPITAL) == 0)
			return k;
		if (token_has(doc, k, WC_SUBORD) && !token_has(doc, k, WC_PREP))
			return NONE;
	}
	return NONE;
}

/* "Denied", "rejected", but not "did not deny": whether the word at i is a verb that retracts its complement. */
static bool
retracts(const Document *doc, uint32_t floor, uint32_t i)
{
	return token_does(doc, i, FN_REFUSAL) && token_has(doc, i, WC_VERB) && !is_negated(doc, group_start(doc, floor, i), i);
}

/*
 * "No evidence that", "not true that", "rejected claims that", but not "no doubt that": whether the noun or
 * adjective before "that" denies the clause.
 */
static bool
denies_clause(const Document *doc, uint32_t floor, uint32_t i)
{
	uint32_t	governor;

	if (!token_has(doc, i, WC_NOUN | WC_ADJ | WC_CUENOUN))
		return false;
	if (token_does(doc, i, FN_REFUSAL))
		return !is_negated(doc, group_start(doc, floor, i), i);
	if (is_negated(doc, group_start(doc, floor, i), i))
		return true;
	/* "Rejected a plan that he had called so": a noun that reports nothing has a relative clause. */
	if (names_show_capitals(doc) && !token_has(doc, i, WC_CUENOUN | WC_ADJ))
		return false;
	governor = governor_before(doc, floor, i);
	return governor != NONE && retracts(doc, floor, governor);
}

/*
 * "Whether he would stay, she said": whether the clause that a subject begins ends before the verb.  Two commas
 * enclose an apposition instead.
 */
static bool
ends_before(const Document *doc, uint32_t subject, uint32_t verb)
{
	bool		comma = false;

	for (uint32_t i = subject; i < verb && i < subject + SUBJECT_REACH; i++)
	{
		if (token_does(doc, i, FN_CONTRAST))
			return true;
		comma ^= token_at(doc, i)->kind == TOKEN_COMMA;
	}
	return comma;
}

/* Whether the words before a clause's subject retract it: "if", "nor", "nor did", "denied that". */
static bool
is_retracted(const Document *doc, const Sentence *sentence, uint32_t start, uint32_t verb)
{
	uint32_t	before;

	if (start <= sentence->first)
		return false;
	before = before_clause(doc, sentence->first, start);
	if ((token_does(doc, before, FN_CONDITION) && !ends_before(doc, start, verb)) || token_does(doc, before, FN_NOBODY) || is_unassertive_inversion(doc, sentence, before))
		return true;
	if (token_does(doc, before, FN_COMPLEMENTISER) && before > sentence->first)
	{
		before--;
		if (denies_clause(doc, sentence->first, before))
			return true;
	}
	return retracts(doc, sentence->first, before);
}

/* "Declined to say", "did not go on to say": whether an infinitive was said. */
static bool
is_said_to_infinitive(const Document *doc, uint32_t floor, uint32_t group)
{
	uint32_t	to;
	uint32_t	governor;

	/* In some languages an infinitive needs no particle. */
	if (group == floor)
		return true;
	to = group - 1;
	/* "Not to say"; "is to say", which is in the future. */
	if (to > floor && (negates(doc, to - 1) || token_does(doc, to - 1, FN_SCHEDULED)))
		return false;
	/* "Would have to say", "will have to say"; but "had to say" happened. */
	if (to > floor && is_word(doc, to - 1) && token_has(doc, to - 1, WC_AUX) && is_future(doc, group_start(doc, floor, to - 1), to))
		return false;
	governor = governor_before(doc, floor, to);
	return governor == NONE || is_said_after(doc, floor, governor, to);
}

/* "Was not quoted as saying": whether the cue that governs a gerund after a preposition is negated. */
static bool
is_negated_report(const Document *doc, uint32_t cue, uint32_t preposition)
{
	const Cue  *report = &doc->cues[cue];

	return cue > 0 && report[-1].last == preposition && report[-1].form != FORM_NOUN && report[-1].sentence == report->sentence &&
		is_negated(doc, report[-1].verb_first, report[-1].first);
}

/*
 * "Denied saying", "without saying", "stopped short of saying", "rather than saying"; but "dismissed for
 * saying": whether a gerund was said.
 */
static bool
is_said_as_gerund(const Document *doc, uint32_t floor, uint32_t cue)
{
	uint32_t	group = doc->cues[cue].verb_first;
	uint32_t	before = group;

	if (before == floor)
		return true;
	before--;
	if (token_has(doc, before, WC_PREP) && before > floor)
	{
		if (is_negated_report(doc, cue, before))
			return false;
		/* "Slogans, from calling it so to calling it otherwise". */
		if (!is_word(doc, before - 1))
			return true;
		if (token_does(doc, before - 1, GOVERNORS) && !token_does(doc, before, FN_GOAL | FN_AGENT))
			before--;
	}
	/* "Issued an order saying": a noun right before the gerund is its subject. */
	if (before + 1 == group && token_does(doc, before, FN_WISH) && token_has(doc, before, WC_NOUN | WC_CUENOUN))
		return true;
	return !token_does(doc, before, GOVERNORS) || is_said_after(doc, floor, before, group);
}

/* "Rather than say": whether a base form is an alternative rejected. */
static bool
is_passed_over(const Document *doc, uint32_t floor, uint32_t group)
{
	return group > floor + 1 && token_has(doc, group - 1, WC_SUBORD) && token_has(doc, group - 1, WC_PREP) &&
		token_does(doc, group - 2, FN_REFUSAL) && !token_has(doc, group - 2, WC_VERB);
}

/*
 * "Their duty to go out and say": the infinitive before "and" that shares its "to" with a base form; NONE if
 * there is none.
 */
static uint32_t
shared_infinitive(const Document *doc, uint32_t floor, uint32_t group)
{
	if (group == floor || !token_does(doc, group - 1, FN_AND))
		return NONE;
	for (uint32_t k = group - 1; k-- > floor && k + GOVERNOR_REACH >= group && is_word(doc, k);)
		if (token_does(doc, k, FN_INFINITIVE) && token_has(doc, k + 1, WC_BASE))
			return k + 1;
	return NONE;
}

/* "Let him say": whether a base form follows a wish without "to". */
static bool
is_let(const Document *doc, uint32_t floor, uint32_t group)
{
	for (uint32_t k = group; k-- > floor && k + GOVERNOR_REACH / 2 >= group && is_word(doc, k);)
		if (token_does(doc, k, FN_LET))
			return k + 1 < group;
	return false;
}

/* "Say no more": whether a base form begins its sentence. */
static bool
is_command(const Document *doc, const Sentence *sentence, const Cue *cue)
{
	return cue->verb_first == sentence->first && (cue->subject == NONE || doc->mentions[cue->subject].first > cue->first) &&
		token_has(doc, cue->first, WC_BASE) && !token_has(doc, cue->first, WC_FINITE | WC_PARTICIPLE);
}

/* "I would say to them": a speaker who says so says it. */
static bool
is_own_voice(const Document *doc, const Cue *cue)
{
	return cue->subject != NONE && doc->mentions[cue->subject].kind == MENTION_PRONOUN && doc->mentions[cue->subject].person == 1;
}

/* Whether a token is a negation at the end of a cue's clause, but for its particle: "räumte Lund nie ein". */
static bool
negates_at_end(const Document *doc, const Cue *cue, uint32_t i)
{
	return i + 1 < doc->token_count && is_word(doc, i) && negates(doc, i) &&
		(!is_word(doc, i + 1) || i + 1 == cue->particle || token_does(doc, i + 1, FN_COMPLEMENTISER));
}

/*
 * "Sagte nie, dass …", "sagte Frau Kolbe gestern nie": whether the clause of a finite verb in second position ends with
 * a negation; "sagte Lund nicht in Lindby" negates the place alone.
 */
static bool
is_negated_after(const Document *doc, const Cue *cue)
{
	uint32_t	last = doc->sentences[cue->sentence].last;

	if (!doc->language->phrases->particle_last || cue->form != FORM_FINITE)
		return false;
	for (uint32_t i = cue->last; i < last && i < cue->last + NEGATION_REACH; i++)
	{
		if (negates_at_end(doc, cue, i))
			return true;
		if (!is_word(doc, i) && token_at(doc, i)->kind != TOKEN_NUMBER)
			return false;
	}
	return false;
}

/* "Dirá": whether a verb form is in the future. */
static bool
is_future_form(const Document *doc, const Cue *cue)
{
	return cue->form == FORM_FINITE && token_does(doc, cue->first, FN_FUTURE) && !token_has(doc, cue->first, WC_BASE | WC_PARTICIPLE);
}

/*
 * Whether a base form does not assert: a command, a wish with "let", a rejected alternative, or a coordinated
 * infinitive.
 */
static bool
is_base_unsaid(const Document *doc, const Sentence *sentence, const Cue *cue)
{
	uint32_t	infinitive = shared_infinitive(doc, sentence->first, cue->verb_first);

	return is_command(doc, sentence, cue) || is_let(doc, sentence->first, cue->verb_first) ||
		is_passed_over(doc, sentence->first, cue->verb_first) ||
		(infinitive != NONE && !is_said_to_infinitive(doc, sentence->first, infinitive));
}

/* Whether the article asserts the words of one cue. */
static bool
is_cue_asserted(const Document *doc, uint32_t number)
{
	const Cue  *cue = &doc->cues[number];
	const Sentence *sentence = &doc->sentences[cue->sentence];
	uint32_t	start = cue->verb_first;

	if (cue->form == FORM_PREPOSITION)
		return true;
	if (cue->form == FORM_NOUN)
		return cue->first == sentence->first || !negates(doc, cue->first - 1);
	if (is_negated(doc, cue->verb_first, cue->first) || (!is_own_voice(doc, cue) && is_future(doc, cue->verb_first, cue->first)))
		return false;
	/* "Neither said nor implied" */
	if (cue->verb_first > sentence->first && token_does(doc, cue->verb_first - 1, FN_NOBODY))
		return false;
	if (is_negated_after(doc, cue) || is_future_form(doc, cue))
		return false;
	if (cue->form == FORM_INFINITIVE && !is_said_to_infinitive(doc, sentence->first, cue->verb_first))
		return false;
	if (cue->form == FORM_GERUND && !is_said_as_gerund(doc, sentence->first, number))
		return false;
	if (cue->form == FORM_FINITE && token_has(doc, cue->first, WC_BASE) && is_base_unsaid(doc, sentence, cue))
		return false;
	if (cue->subject != NONE && is_nobody(doc, &doc->mentions[cue->subject]))
		return false;
	if (cue->link != SUBJECT_AGENT && cue->link != SUBJECT_RELATIVE)
		start = report_start(doc, cue);
	return !is_retracted(doc, sentence, start, cue->verb_first);
}

static bool
reports(const Cue *cue)
{
	return (cue->frames & (CUE_STRONG | CUE_MEDIUM)) != 0;
}

/*
 * "Declined to say more, writing that …": whether another cue of the same speaker is between a cue and the
 * words after it.
 */
static bool
is_reported_again(const Document *doc, uint32_t cue, uint32_t words)
{
	uint32_t	end = doc->sentence_cues[doc->cues[cue].sentence + 1];

	for (uint32_t c = cue + 1; c < end && c < cue + CUES_BACK && doc->cues[c].first < words; c++)
		if ((doc->cues[c].frames & CUE_STRONG) != 0 && doc->cues[c].link == SUBJECT_SHARED && is_cue_asserted(doc, c))
			return true;
	return false;
}

/*
 * Whether a clause ends between a cue and the span after it.  A comma right before the span does not end one,
 * nor does a comma before the report: "sagte nie, dass", "sagte nie, er sei".
 */
static bool
is_cut_off(const Document *doc, const Cue *cue, const QuotedSpan *span)
{
	for (uint32_t i = cue->last; i + 1 < span->open; i++)
	{
		uint8_t		kind = token_at(doc, i)->kind;

		if (kind == TOKEN_COMMA && (token_does(doc, i + 1, FN_COMPLEMENTISER | FN_WHETHER) ||
									(doc->language->phrases->particle_last && i > cue->last && negates_at_end(doc, cue, i - 1))))
			continue;
		if (kind == TOKEN_COMMA || kind == TOKEN_SEMICOLON || kind == TOKEN_DASH)
			return true;
	}
	return false;
}

/* "“…,” she will say", "„…“, hat Lund nie gesagt": whether a cue belongs to the span before it. */
static bool
follows_span(const Document *doc, const Cue *cue, const QuotedSpan *span)
{
	uint32_t	first = report_start(doc, cue);

	if (doc->language->phrases->particle_last && first > span->close + 1 && is_word(doc, first - 1) && token_has(doc, first - 1, WC_AUX))
		first--;
	return first > span->close && first <= span->close + 2;
}

/* "Told him that she would call it so", but not "told him to call it so": whether the clause that a cue reports begins with a conjunction. */
static bool
introduces_clause(const Document *doc, const Cue *cue, uint32_t end)
{
	for (uint32_t i = cue->last; i < end && i < cue->last + GOVERNOR_REACH; i++)
		if (token_does(doc, i, FN_COMPLEMENTISER))
			return true;
	return false;
}

/* "He said that he would call it so": whether a cue is inside a report that is asserted. */
static bool
is_within_report(const Document *doc, uint32_t cue)
{
	/* "He said that he would have called it so" */
	for (uint32_t i = doc->cues[cue].verb_first; i < doc->cues[cue].first; i++)
		if (is_counterfactual(doc, i, doc->cues[cue].first))
			return false;
	for (uint32_t c = cue; c-- > doc->sentence_cues[doc->cues[cue].sentence] && c + CUES_BACK >= cue;)
		if (doc->cues[c].form == FORM_FINITE && reports(&doc->cues[c]) && (doc->cues[c].frames & (CUE_THAT | CUE_OBJ_THAT)) != 0 &&
			(!token_does(doc, doc->cues[c].first, FN_WISH) || introduces_clause(doc, &doc->cues[c], doc->cues[cue].first)) &&
			!token_does(doc, doc->cues[c].first, FN_REFUSAL) && !denies_clause(doc, doc->sentences[doc->cues[c].sentence].first, doc->cues[c].first) &&
			doc->cues[c].link != SUBJECT_INVERTED && is_cue_asserted(doc, c))
			return true;
	return false;
}

/*
 * "Promised to tell the council that …": whether an infinitive that was not said is between the cue and its
 * clause.
 */
static bool
is_within_unsaid(const Document *doc, const Clause *clause)
{
	uint32_t	last = nq_cue_from(doc, doc->cues[clause->cue].sentence, clause->first);
	const Cue  *cue;

	if (last <= clause->cue + 1)
		return false;
	cue = &doc->cues[--last];
	return cue->form == FORM_INFINITIVE && reports(cue) && cue->last + WORDS_TO_MARKS >= clause->first && !is_cue_asserted(doc, last);
}

/*
 * "Declined to say whether …", "could say that …", "dismissed reports that …": a reported clause can be
 * something refused, or not said yet.
 */
bool
nq_is_clause_asserted(const Document *doc, const Clause *clause)
{
	const Cue  *cue;

	if (clause->cue == NONE)
		return true;
	cue = &doc->cues[clause->cue];
	if (cue->form == FORM_NOUN && denies_clause(doc, doc->sentences[cue->sentence].first, cue->first))
		return false;
	if (cue->form != FORM_NOUN && token_does(doc, cue->first, FN_REFUSAL))
		return is_negated(doc, cue->verb_first, cue->first) || is_reported_again(doc, clause->cue, clause->first);
	for (uint32_t i = cue->verb_first; i < cue->first; i++)
		if (token_does(doc, i, FN_ABILITY))
			return false;
	return is_cue_asserted(doc, clause->cue) && !is_within_unsaid(doc, clause);
}

/* Whether the article asserts the words of a span, by one cue. */
static bool
is_span_asserted(const Document *doc, uint32_t number, const QuotedSpan *span)
{
	const Cue  *cue = &doc->cues[number];

	if (!reports(cue) || is_cue_asserted(doc, number))
		return true;
	if (cue->first < span->open ? is_reported_again(doc, number, span->open) || is_cut_off(doc, cue, span) : !follows_span(doc, cue, span))
		return true;
	/* "He said that he never called it so" is a denial; but he did say what he will do. */
	return !is_negated(doc, cue->verb_first, cue->first) && is_within_report(doc, number);
}

/*
 * "Hale said that Pike never called it so": whether two cues have subjects with different names, so that the
 * words are the first one's.
 */
static bool
have_different_names(const Document *doc, const Cue *cue, const Cue *other)
{
	const Mention *a,
			   *b;

	if (cue->subject == NONE || other->subject == NONE)
		return false;
	a = &doc->mentions[cue->subject];
	b = &doc->mentions[other->subject];
	return a->kind == MENTION_NAME && b->kind == MENTION_NAME && a->entity != b->entity;
}

/* The last cue before a span in its sentence with no other clause between; NONE if there is none. */
static uint32_t
introducing_cue(const Document *doc, uint32_t number)
{
	const QuotedSpan *span = &doc->spans[number];
	uint32_t	sentence = doc->span_sentences[number];
	uint32_t	cue = nq_cue_from(doc, sentence, span->open);

	if (cue == doc->sentence_cues[sentence])
		return NONE;
	cue--;
	if ((doc->cues[cue].frames & (CUE_DIRECT | CUE_OBJ)) == 0 && !token_does(doc, span->open - 1, FN_AS))
		return NONE;
	if (doc->cues[cue].last + WORDS_TO_MARKS < span->open || is_cut_off(doc, &doc->cues[cue], span))
		return NONE;
	for (uint32_t i = doc->cues[cue].last; i < span->open; i++)
		if (token_has(doc, i, WC_FINITE | WC_AUX) && !token_has(doc, i, WC_NOUN | WC_ADJ))
			return NONE;
	return cue;
}

bool
nq_is_asserted(const Document *doc, uint32_t cue, uint32_t span)
{
	uint32_t	introducing;

	if (cue != NONE && !is_span_asserted(doc, cue, &doc->spans[span]))
		return false;
	introducing = introducing_cue(doc, span);
	/* "Asked them to pray for “…”": the words are of whoever asks. */
	if (introducing != NONE && introducing != cue && cue != NONE && doc->cues[introducing].form == FORM_INFINITIVE && (doc->cues[introducing].frames & CUE_STRONG) == 0 &&
		token_does(doc, doc->cues[cue].first, FN_WISH) && doc->cues[cue].sentence == doc->cues[introducing].sentence)
		return true;
	return introducing == NONE || introducing == cue || (cue != NONE && have_different_names(doc, &doc->cues[cue], &doc->cues[introducing])) ||
		is_span_asserted(doc, introducing, &doc->spans[span]);
}
