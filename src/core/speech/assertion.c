/*
 * assertion.c
 *	  Whether the article says that what a cue reports was said.
 *
 * It was not said, as far as the article tells,
 *
 *	- under a negation: "never said", "no official said";
 *	- in the future, or perhaps: "will say", "may have said"; but "would later say" tells what happened;
 *	- in a condition or question: "if he says", "asked whether she said", "Did he say";
 *	- when it depends on a refusal, wish or request: "declined to say", "wants him to say", "denied saying".
 *
 * A refusal under a negation was a saying: "did not hesitate to say".
 *
 * Looks at the verb group, at what stands right before the subject, and back for what governs "to": bounded.  The words
 * are the language's (unsaid.txt).
 */
#include "core/base/bounds.h"
#include "core/stages.h"

#include <string.h>

#define GOVERNORS (FN_REFUSAL | FN_WISH)

/* ---- verb groups ---- */

/* "never", "didn't"; not the "not" of "not only". */
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
		negated ^= negates(doc, i);
	return negated;
}

/* "She'll say": the auxiliary is a clitic, whose functions the token does not have. */
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

/* "Would say" may tell what happened: "would later say". */
static bool
is_habit(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (token_does(doc, i, FN_LATER))
			return true;
	return false;
}

/* Whether a verb group is in the future, or tells what may be. */
static bool
is_future(const Document *doc, uint32_t first, uint32_t last)
{
	if (first > 0 && is_future_clitic(doc, first - 1))
		return true;
	for (uint32_t i = first; i < last; i++)
		if (token_does(doc, i, FN_FUTURE) || (token_does(doc, i, FN_HABIT) && !is_habit(doc, i + 1, last)))
			return true;
	return false;
}

/* Where the verb group of a verb begins. */
static uint32_t
group_start(const Document *doc, uint32_t floor, uint32_t verb)
{
	uint32_t	first = verb;

	while (first > floor && verb - first < GROUP_WORDS && is_word(doc, first - 1) && token_has(doc, first - 1, WC_AUX | WC_NEG | WC_ADV) &&
		   !token_has(doc, first - 1, WC_PRONOUN | WC_SUBORD))
		first--;
	return first;
}

/* ---- clauses ---- */

/* "No official", "nobody", "anyone who" */
static bool
is_nobody(const Document *doc, const Mention *subject)
{
	return token_has(doc, subject->first, WC_NEG) || token_does(doc, subject->first, FN_NOBODY | FN_ANYBODY) ||
		token_does(doc, subject->head, FN_NOBODY | FN_ANYBODY);
}

/* The token before a clause's subject, adverbs aside; the sentence's floor when there is none. */
static uint32_t
before_clause(const Document *doc, uint32_t floor, uint32_t i)
{
	while (i > floor + 1 && is_word(doc, i - 1) && token_has(doc, i - 1, WC_ADV) && !token_has(doc, i - 1, WC_SUBORD))
		i--;
	return i > floor ? i - 1 : floor;
}

static bool
is_question(const Document *doc, const Sentence *sentence)
{
	const Token *last = token_at(doc, sentence->last - 1);

	return last->kind == TOKEN_STOP && memchr(doc->text + last->start, '?', last->length) != NULL;
}

/* "Nor did he say", "Did he say …?": an auxiliary before the subject. */
static bool
is_inverted_away(const Document *doc, const Sentence *sentence, uint32_t auxiliary)
{
	uint32_t	before;

	if (!token_has(doc, auxiliary, WC_AUX) || token_has(doc, auxiliary, WC_SUBORD))
		return false;
	if (negates(doc, auxiliary))
		return true;
	if (auxiliary == sentence->first)
		return is_question(doc, sentence);
	before = auxiliary - 1;
	if (negates(doc, before) || token_does(doc, before, FN_NOBODY))
		return true;
	return is_question(doc, sentence) && !token_has(doc, before, WC_WH);
}

/* Whether what stands before a clause's subject takes it back: "if", "nor did", "denied that". */
static bool
is_taken_back(const Document *doc, const Sentence *sentence, uint32_t start)
{
	uint32_t	before;

	if (start <= sentence->first)
		return false;
	before = before_clause(doc, sentence->first, start);
	if (token_does(doc, before, FN_CONDITION) || is_inverted_away(doc, sentence, before))
		return true;
	if (token_does(doc, before, FN_COMPLEMENTISER) && before > sentence->first)
		before--;
	return token_does(doc, before, FN_REFUSAL) && token_has(doc, before, WC_VERB) &&
		!is_negated(doc, group_start(doc, sentence->first, before), before);
}

/* ---- what governs ---- */

/* What a word that governs the saying does to it, given that it may be negated itself. */
static bool
is_said_after(const Document *doc, uint32_t floor, uint32_t governor)
{
	uint32_t	first = group_start(doc, floor, governor);
	bool		negated = is_negated(doc, first, governor);

	if (token_does(doc, governor, FN_REFUSAL))
		return negated;
	return !negated && !token_does(doc, governor, FN_WISH) && !is_future(doc, first, governor);
}

/* The verb or adjective that governs the words from i back to the floor; NONE when there is none within reach. */
static uint32_t
governor_before(const Document *doc, uint32_t floor, uint32_t i)
{
	for (uint32_t k = i; k-- > floor && k + GOVERNOR_REACH >= i;)
	{
		if (!is_word(doc, k) && token_at(doc, k)->kind != TOKEN_NUMBER && token_at(doc, k)->kind != TOKEN_CLITIC)
			return NONE;
		if (token_does(doc, k, GOVERNORS))
			return k;
		if (token_has(doc, k, WC_FINITE | WC_BASE | WC_PARTICIPLE) && !token_has(doc, k, WC_NOUN | WC_ADJ | WC_ROLE | WC_PEOPLE | WC_PERSON | WC_BODY) &&
			(token_at(doc, k)->flags & TOKEN_CAPITAL) == 0)
			return k;
		if (token_has(doc, k, WC_SUBORD) && !token_has(doc, k, WC_PREP))
			return NONE;
	}
	return NONE;
}

/* "Declined to say", "did not go on to say" */
static bool
is_said_to_infinitive(const Document *doc, uint32_t floor, uint32_t group)
{
	uint32_t	to = group - 1;
	uint32_t	governor;

	if (to > floor && negates(doc, to - 1))
		return false;
	governor = governor_before(doc, floor, to);
	return governor == NONE || is_said_after(doc, floor, governor);
}

/* "Denied saying", "without saying", "stopped short of saying" */
static bool
is_said_as_gerund(const Document *doc, uint32_t floor, uint32_t group)
{
	uint32_t	before = group;

	if (before == floor)
		return true;
	before--;
	if (!token_does(doc, before, GOVERNORS) && token_has(doc, before, WC_PREP) && before > floor)
		before--;
	return !token_does(doc, before, GOVERNORS) || is_said_after(doc, floor, before);
}

/* "Let him say": a base form after a wish that takes no "to". */
static bool
is_let(const Document *doc, uint32_t floor, uint32_t group)
{
	for (uint32_t k = group; k-- > floor && k + GOVERNOR_REACH / 2 >= group && is_word(doc, k);)
		if (token_does(doc, k, FN_LET))
			return true;
	return false;
}

/* "Say no more": a base form that begins its sentence. */
static bool
is_command(const Document *doc, const Sentence *sentence, const Cue *cue)
{
	return cue->verb_first == sentence->first && cue->subject == NONE && token_has(doc, cue->first, WC_BASE) &&
		!token_has(doc, cue->first, WC_FINITE | WC_PARTICIPLE);
}

bool
nq_is_asserted(const Document *doc, uint32_t number)
{
	const Cue  *cue;
	const Sentence *sentence;
	uint32_t	start;

	if (number == NONE)
		return true;
	cue = &doc->cues[number];
	if (cue->form == FORM_PREPOSITION)
		return true;
	sentence = &doc->sentences[cue->sentence];
	if (cue->form == FORM_NOUN)
		return cue->first == sentence->first || !negates(doc, cue->first - 1);
	if (is_negated(doc, cue->verb_first, cue->first) || is_future(doc, cue->verb_first, cue->first))
		return false;
	if (cue->form == FORM_INFINITIVE && !is_said_to_infinitive(doc, sentence->first, cue->verb_first))
		return false;
	if (cue->form == FORM_GERUND && !is_said_as_gerund(doc, sentence->first, cue->verb_first))
		return false;
	if (cue->form == FORM_FINITE && token_has(doc, cue->first, WC_BASE) &&
		(is_command(doc, sentence, cue) || is_let(doc, sentence->first, cue->verb_first)))
		return false;
	if (cue->subject == NONE || cue->link == SUBJECT_AGENT || cue->link == SUBJECT_INVERTED)
		return !is_taken_back(doc, sentence, cue->verb_first);
	start = doc->mentions[cue->subject].first;
	return !is_nobody(doc, &doc->mentions[cue->subject]) && !is_taken_back(doc, sentence, start < cue->verb_first ? start : cue->verb_first);
}
