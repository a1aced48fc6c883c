/*
 * reported_mood.c
 *	  The mood of reported speech: see reported_mood.h.
 *
 * Where a language has such a mood (FN_SUBJUNCTIVE), a sentence in it goes on with the words of the last reporting
 * subject, which is not its own: "Lund lehnte ab. Der Steg sei „eine Falle“."  Only a bounded number of
 * sentences, cues and tokens is examined.
 */
#include "core/speech/reported_mood.h"

#include "core/base/bounds.h"
#include "core/speech/clauses.h"

bool
nq_is_finite_verb(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && token_has(doc, i, WC_FINITE | WC_AUX) && !token_has(doc, i, WC_DET | WC_PREP | WC_POSSESSIVE) &&
		(token_at(doc, i)->flags & TOKEN_CAPITAL) == 0;
}

/* Clauses with "wenn" and the like are skipped. */
uint32_t
nq_main_verb(const Document *doc, uint32_t first, uint32_t last)
{
	bool		inside = is_word(doc, first) && token_has(doc, first, WC_SUBORD);

	for (uint32_t i = first; i < last && i < first + MAIN_VERB_REACH; i++)
	{
		i = after_span(doc, i);
		if (i >= last)
			break;
		if (token_at(doc, i)->kind == TOKEN_COMMA)
			inside = i + 1 < last && !nq_is_finite_verb(doc, i + 1) && token_has(doc, i + 1, WC_SUBORD | WC_RELATIVE | WC_WH);
		else if (!inside && nq_is_finite_verb(doc, i) &&
				 !(token_has(doc, i, WC_PARTICIPLE) && i + 1 < last && nq_is_finite_verb(doc, i + 1)))
			return i;
	}
	return NONE;
}

bool
nq_is_subjunctive(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && token_does(doc, i, FN_SUBJUNCTIVE) && !token_has(doc, i, WC_ADJ | WC_ADV) &&
		(token_at(doc, i)->flags & TOKEN_CAPITAL) == 0;
}

/* Whether a cue reports somebody else's words in the reporter's own sentence, which is not in that mood itself. */
static bool
reports(const Document *doc, const Cue *cue)
{
	return cue->subject != NONE && strength_of(cue) < 2 && doc->mentions[cue->subject].person == 3 && !nq_is_subjunctive(doc, cue->first);
}

/* The last of the cues from first to last that reports; NONE if there is none. */
static uint32_t
last_reporting(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t k = last; k-- > first && k + CUES_SCANNED >= last;)
		if (reports(doc, &doc->cues[k]))
			return k;
	return NONE;
}

/* "Sieht Lund „Fehler“, der Steg sei „alt“": whether a verb in that mood is between the cue and the end of the span's clause. */
static bool
is_in_report(const Document *doc, const QuoteContext *view, const Cue *cue)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	last = doc->sentences[view->sentence].last;

	for (uint32_t i = cue->last; i < span->open && i < cue->last + MAIN_VERB_REACH; i++)
	{
		i = after_span(doc, i);
		if (i < span->open && nq_is_subjunctive(doc, i))
			return true;
	}
	for (uint32_t i = span->close + 1; i < last && i < span->close + MOOD_REACH && !is_pause(doc, i); i++)
		if (nq_is_subjunctive(doc, i))
			return true;
	return false;
}

/* Whether a sentence without reporting words is in that mood. */
static bool
is_in_mood(const Document *doc, const QuoteContext *view, bool *conditional)
{
	const Sentence *sentence = &doc->sentences[view->sentence];
	uint32_t	verb;

	for (uint32_t k = view->first_cue_after; k < view->last_cue && k < view->first_cue_after + CUES_SCANNED; k++)
		if (reports(doc, &doc->cues[k]))
			return false;
	verb = nq_main_verb(doc, sentence->first, sentence->last);
	*conditional = verb != NONE && token_does(doc, verb, FN_CONDITIONAL);
	return verb != NONE && (nq_is_subjunctive(doc, verb) || token_does(doc, verb, FN_HEARSAY));
}

void
nq_find_voice(const Document *doc, QuoteContext *view)
{
	uint32_t	before;
	bool		conditional;

	view->voice = NONE;
	view->in_voice = false;
	if (!doc->language->phrases->reported_mood || view->standalone)
		return;
	before = last_reporting(doc, view->first_cue, view->first_cue_after);
	if (before != NONE)
	{
		if (is_in_report(doc, view, &doc->cues[before]))
			view->voice = doc->cues[before].subject;
		return;
	}
	if (!is_in_mood(doc, view, &conditional))
		return;
	for (uint32_t s = view->sentence; s-- > 0 && s + VOICE_SENTENCES >= view->sentence;)
	{
		before = last_reporting(doc, doc->sentence_cues[s], doc->sentence_cues[s + 1]);
		if (before != NONE)
		{
			view->voice = doc->cues[before].subject;
			break;
		}
		/* "Das wäre schade": the reporter's own words, unless a report immediately precedes. */
		if (conditional)
			return;
	}
	view->in_voice = true;
}
