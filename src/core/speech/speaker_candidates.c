/*
 * speaker_candidates.c
 *	  The mentions that can speak a span.
 *
 * Takes the span's QuoteContext; gives the mentions within reach, the subjects of the sentence's cues and the earlier
 * speakers, without those that cannot speak, and nobody.  If a rule decides (turns.c), there is only one.  Each search is
 * bounded by bounds.h.
 */
#include "core/speech/speaker_candidates.h"

#include "core/base/bounds.h"
#include "core/speech/turns.h"

/*
 * "“It leaks”: a night at the lock": whether a mention is a thing after the colon of a headline, and so the
 * topic of the quotation.
 */
static bool
is_topic(const Document *doc, const QuotedSpan *headed, const Mention *mention)
{
	uint32_t	colon = headed->close + 1;

	return mention->kind == MENTION_NOMINAL && mention->type == TYPE_THING && mention->first > colon &&
		mention->sentence == doc->span_sentences[headed - doc->spans] && token_at(doc, colon)->kind == TOKEN_COLON;
}

/* Whether a mention is the subject of a cue of the span's sentence. */
static bool
is_reporter(const Document *doc, const QuoteContext *view, uint32_t mention)
{
	for (uint32_t k = view->first_cue; k < view->last_cue && k < view->first_cue + CUES_SCANNED; k++)
		if (doc->cues[k].subject == mention)
			return true;
	return false;
}

/*
 * "«...», le dijo a Lund", "arremetió contra Lund y dijo que «...»": whether a mention is in a prepositional phrase
 * of a sentence whose reporting verb, before or right after the span, has its subject elsewhere, in a language whose
 * heads come first.
 */
static bool
is_complement(const Document *doc, const QuoteContext *view, uint32_t mention)
{
	const Mention *m = &doc->mentions[mention];
	const Cue  *before = nearest_cue(view, 0);
	const Cue  *after = nearest_cue(view, 1);

	if (!doc->language->phrases->head_first || m->sentence != view->sentence || !follows_preposition(doc, m))
		return false;
	if (after != &nq_no_cue && after->form == FORM_FINITE && view->proximity[1] == PROXIMITY_TOUCHING && m->first >= after->last)
		return !is_reporter(doc, view, mention);
	return before != &nq_no_cue && before->form == FORM_FINITE && before->subject != NONE && m->last <= before->verb_first &&
		doc->mentions[before->subject].sentence != view->sentence && !is_reporter(doc, view, mention);
}

/* "The men were described as “late”": whether a mention is right before a passive without an agent that leads up to the span. */
static bool
is_described(const QuoteContext *view, const Mention *mention)
{
	const Cue  *cue = nearest_cue(view, SIDE_BEFORE);

	return cue != &nq_no_cue && cue->form == FORM_PASSIVE && cue->subject == NONE && (cue->frames & CUE_OBJ) != 0 &&
		(cue->frames & (CUE_OBJ_THAT | CUE_THAT)) == 0 && mention->last == cue->verb_first;
}

/*
 * The cue that reports in a sentence: in the span's own, the one right after the span; in another, that of the span before.
 * nq_no_cue if there is none.
 */
static const Cue *
report_in(const Document *doc, const QuoteContext *view, uint32_t sentence)
{
	const Cue  *after = nearest_cue(view, SIDE_AFTER);
	uint32_t	cue;

	if (sentence == view->sentence)
		return after != &nq_no_cue && after->subject != NONE && view->proximity[SIDE_AFTER] == PROXIMITY_TOUCHING ? after : &nq_no_cue;
	if (view->span == 0 || sentence != doc->span_sentences[view->span - 1])
		return &nq_no_cue;
	cue = doc->attributions[view->span - 1].cue;
	return cue == NONE ? &nq_no_cue : &doc->cues[cue];
}

/*
 * "“…,” Lund told staff, according to the Post.  “…”": whether a mention is the source of a report that has its own reporter, who
 * speaks.
 */
static bool
is_source_of_report(const Document *doc, const QuoteContext *view, uint32_t mention)
{
	uint32_t	sentence = doc->mentions[mention].sentence;
	const Cue  *report = report_in(doc, view, sentence);

	if (report == &nq_no_cue || report->form != FORM_FINITE || report->subject == mention)
		return false;
	for (uint32_t k = doc->sentence_cues[sentence]; k < doc->sentence_cues[sentence + 1] && k < doc->sentence_cues[sentence] + CUES_SCANNED; k++)
		if (doc->cues[k].subject == mention && doc->cues[k].first > report->first && doc->cues[k].form == FORM_PREPOSITION)
			return true;
	return false;
}

/* "“…” (Lund News)": whether a body is alone in brackets after the span: a credit, or a short name of what precedes. */
static bool
is_alone_in_brackets(const Document *doc, const QuoteContext *view, const Mention *mention)
{
	return mention->type != TYPE_PERSON && mention->type != TYPE_DOCUMENT && mention->sentence == view->sentence &&
		mention->first > doc->spans[view->span].close + 1 && mention->last < doc->sentences[view->sentence].last &&
		token_at(doc, mention->first - 1)->kind == TOKEN_OPEN && token_at(doc, mention->last)->kind == TOKEN_CLOSE;
}

/* "“…” (“…,” Lund said.)": whether a mention is after a bracket that begins with another span, whose speaker it may be. */
static bool
is_in_other_brackets(const Document *doc, const QuoteContext *view, const Mention *mention)
{
	uint32_t	next = doc->spans[view->span].close + 1;

	return view->span + 1 < doc->span_count && doc->spans[view->span + 1].open == next + 1 && token_at(doc, next)->kind == TOKEN_OPEN &&
		mention->first > next;
}

/*
 * "“We met,” Lund said.  “Perhaps I talked” with Mark Holm.": whether a mention is in the rest of a sentence that begins with a span,
 * reports nothing, and goes on with the words of the paragraph's speaker: after a preposition, or as an object.
 */
static bool
is_in_rest(const Document *doc, const QuoteContext *view, const Mention *mention)
{
	const QuotedSpan *span = &doc->spans[view->span];
	const Sentence *sentence = &doc->sentences[view->sentence];

	/* Where subjects follow the verb, what is after the span may be the subject of an unknown one. */
	if (doc->language->phrases->head_first)
		return false;
	if (!view->lacks_cue || mention->sentence != view->sentence || mention->first <= span->close || span->open != sentence->first ||
		(token_at(doc, span->first)->flags & TOKEN_CAPITAL) == 0 || ends_in_comma(doc, span))
		return false;
	if (view->span == 0 || doc->attributions[view->span - 1].speaker == NONE ||
		doc->sentences[doc->span_sentences[view->span - 1]].paragraph != sentence->paragraph)
		return false;
	return follows_preposition(doc, mention) || (mention->first == span->close + 1 && view->inside.verb && !is_word(doc, mention->last));
}

/* The longest subject of a passive right after a span: "the former harbour master". */
#define ADDRESSED_WORDS 6

/* "“Is it safe?” Lund was asked in court.": whether a mention is after the span in a clause in which somebody is asked or told, and nobody asks. */
static bool
is_addressed(const Document *doc, const QuoteContext *view, const Mention *mention)
{
	uint32_t	next = doc->spans[view->span].close + 1;
	const Cue  *cue;
	uint32_t	number;

	if (!names_show_capitals(doc) || mention->first < next || (mention->sentence != view->sentence && doc->sentences[mention->sentence].first != next))
		return false;
	number = nq_cue_from(doc, mention->sentence, next);
	if (number >= doc->sentence_cues[mention->sentence + 1])
		return false;
	cue = &doc->cues[number];
	if (cue->form != FORM_PASSIVE || cue->subject != NONE || (cue->frames & (CUE_OBJ_THAT | CUE_OBJ_TO_INF)) == 0 || (cue->frames & CUE_THAT) != 0 ||
		cue->verb_first == next || cue->verb_first > next + ADDRESSED_WORDS)
		return false;
	for (uint32_t i = next; i < cue->verb_first; i++)
		if (!is_word(doc, i) || token_has(doc, i, WC_FINITE))
			return false;
	return true;
}

/* "An excuse to say “…”": whether a thing is before the infinitive that leads up to the span, whose subject is that of the clause. */
static bool
is_means_to_say(const Document *doc, const QuoteContext *view, const Mention *mention)
{
	const Cue  *cue = nearest_cue(view, SIDE_BEFORE);

	return cue != &nq_no_cue && cue->form == FORM_INFINITIVE && mention->kind == MENTION_NOMINAL && mention->type == TYPE_THING &&
		mention->last + 1 == cue->verb_first && token_does(doc, mention->last, FN_INFINITIVE);
}

static void
add_candidate(const Document *doc, const QuoteContext *view, Candidates *candidates, uint32_t mention)
{
	const Mention *m = &doc->mentions[mention];

	if (candidates->count >= MAX_CANDIDATES - 1 || m->inside != NONE || is_topic(doc, &doc->spans[view->span], m) ||
		is_complement(doc, view, mention) || is_source_of_report(doc, view, mention))
		return;
	if (is_in_rest(doc, view, m) || is_alone_in_brackets(doc, view, m) || is_in_other_brackets(doc, view, m))
		return;
	/* "Two days later": times do not speak. */
	if (m->kind == MENTION_NOMINAL && token_has(doc, m->head, WC_TIME))
		return;
	/* "The men were described as “late”": those described do not speak. */
	if (m->kind == MENTION_NOMINAL && is_described(view, m))
		return;
	if (is_means_to_say(doc, view, m) || is_addressed(doc, view, m))
		return;
	/* "Tom Hale, the sheriff": the name is the candidate for both mentions. */
	if (m->kind == MENTION_NOMINAL && is_apposed(m))
		return;
	for (uint32_t i = 0; i < candidates->count; i++)
		if (candidates->mentions[i] == mention)
			return;
	candidates->mentions[candidates->count++] = mention;
}

static void
add_sentence(const Document *doc, const QuoteContext *view, Candidates *candidates, uint32_t sentence, uint32_t reach)
{
	uint32_t	first = doc->sentence_mentions[sentence];
	uint32_t	end = doc->sentence_mentions[sentence + 1];
	uint32_t	added = 0;

	for (uint32_t k = first; k < end && added < reach && k < first + MENTIONS_SCANNED; k++)
		if (doc->mentions[k].inside == NONE && !doc->mentions[k].nested)
		{
			add_candidate(doc, view, candidates, k);
			added++;
		}
}

static void
add_own_sentence(const Document *doc, const QuoteContext *view, Candidates *candidates)
{
	uint32_t	first = doc->sentence_mentions[view->sentence];
	uint32_t	end = doc->sentence_mentions[view->sentence + 1];
	uint32_t	added = 0;

	for (uint32_t k = view->first_mention_after; k-- > first && added < REACH_BEFORE && k + MENTIONS_SCANNED > view->first_mention_after;)
		if (doc->mentions[k].inside == NONE)
		{
			add_candidate(doc, view, candidates, k);
			added++;
		}
	added = 0;
	for (uint32_t k = view->first_mention_after; k < end && added < REACH_AFTER && k < view->first_mention_after + MENTIONS_SCANNED; k++)
		if (doc->mentions[k].inside == NONE)
		{
			add_candidate(doc, view, candidates, k);
			added++;
		}
	if (view->clause_subject != NONE)
		add_candidate(doc, view, candidates, view->clause_subject);
	if (view->adjacent_subject != NONE)
		add_candidate(doc, view, candidates, view->adjacent_subject);
	/* The subject of the sentence can be far before the span. */
	for (uint32_t k = view->first_cue; k < view->last_cue && k < view->first_cue + CUES_SCANNED; k++)
		if (doc->cues[k].subject != NONE)
			add_candidate(doc, view, candidates, doc->cues[k].subject);
	add_sentence(doc, view, candidates, view->sentence, 1);
}

static void
add_other_sentences(const Document *doc, const QuoteContext *view, Candidates *candidates)
{
	uint32_t	paragraph = doc->sentences[view->sentence].paragraph;
	uint32_t	next = view->sentence + 1;

	if (view->sentence > 0)
		add_sentence(doc, view, candidates, view->sentence - 1, REACH_PREVIOUS);
	if (next < doc->sentence_count && doc->sentences[next].paragraph == paragraph)
		add_sentence(doc, view, candidates, next, REACH_NEXT);
}

static void
add_earlier_speakers(const Document *doc, const QuoteContext *view, Candidates *candidates)
{
	for (uint32_t k = view->span; k-- > 0 && k + SPEAKERS_BACK >= view->span;)
		if (doc->attributions[k].speaker != NONE)
			add_candidate(doc, view, candidates, doc->attributions[k].speaker);
}

/* "«...», dijo.": whether the touching verb has no subject, in a language whose heads come first. */
static bool
lacks_subject(const Document *doc, const QuoteContext *view)
{
	const Cue  *cue = nearest_cue(view, 1);

	return doc->language->phrases->head_first && cue != &nq_no_cue && cue->form == FORM_FINITE && cue->subject == NONE &&
		view->proximity[1] == PROXIMITY_TOUCHING;
}

void
nq_find_candidates(const Document *doc, QuoteContext *view, Candidates *candidates)
{
	uint32_t	settled;

	nq_view_surroundings(doc, view);
	candidates->count = 0;
	settled = nq_speaker_by_turn(doc, view);
	if (settled != NONE)
	{
		candidates->mentions[candidates->count++] = settled;
		return;
	}
	add_earlier_speakers(doc, view, candidates);
	if (view->voice != NONE)
		add_candidate(doc, view, candidates, view->voice);
	if (!view->in_voice)
		add_own_sentence(doc, view, candidates);
	/* If the sentence has both a name and a cue, the speaker is in it or has spoken before. */
	if (!doc->sentences[view->sentence].has_name_and_cue || view->lacks_cue || lacks_subject(doc, view))
		add_other_sentences(doc, view, candidates);
	candidates->mentions[candidates->count++] = NONE;
}
