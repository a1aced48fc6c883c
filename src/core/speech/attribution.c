/*
 * attribution.c
 *	  Spans to speakers: the mention that speaks each span, or none.
 *
 * For each span, in the order of the text, the mentions within reach are the candidates.  Each is scored by its
 * features, and the one with the highest score is the speaker.  The model is log-linear: a candidate's
 * probability is the softmax of its score.  The decisions for earlier spans are features of later ones, so this
 * is a greedy search from left to right.
 *
 * A second log-linear model decides whether the span is a quotation at all.
 *
 * The pieces of a quotation over several paragraphs have the speaker of the first piece.
 *
 * Source: log-linear ranking of quotation sources by features goes back to
 * O'Keefe et al., A Sequence Labelling Approach to Quote Attribution, EMNLP 2012;
 * the features here are the project's own.
 */
#include "core/speech/attribution.h"
#include "core/base/bounds.h"
#include "core/entities/aliases.h"
#include "core/entities/noun_phrases.h"
#include "core/model/scoring.h"
#include "core/speech/quotation_features.h"
#include "core/speech/speaker_features.h"
#include "core/speech/labels.h"
#include "core/speech/turns.h"
#include "core/stages.h"

#include <string.h>

/* ---- candidates ---- */

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

/* ---- the decision ---- */

uint32_t
nq_reporting_cue(const Document *doc, const QuoteContext *view, uint32_t speaker)
{
	uint32_t	best = NONE;
	uint32_t	best_proximity = 0;
	uint32_t	first;
	uint32_t	last;

	if (speaker == NONE)
		return NONE;
	/* Only the nearest cues on both sides are examined. */
	first = view->first_cue_after - view->first_cue > CUES_BESIDE ? view->first_cue_after - CUES_BESIDE : view->first_cue;
	last = view->last_cue - view->first_cue_after > CUES_BESIDE ? view->first_cue_after + CUES_BESIDE : view->last_cue;
	for (uint32_t k = first; k < last; k++)
	{
		uint32_t	proximity;

		if (doc->cues[k].subject != speaker)
			continue;
		proximity = nq_proximity(doc, view, &doc->cues[k]);
		if (best == NONE || proximity < best_proximity || (proximity == best_proximity && k < view->first_cue_after))
		{
			best = k;
			best_proximity = proximity;
		}
	}
	return best;
}

/* The kept candidates of a span. */
static SpeakerCandidate *
kept_candidates(const Document *doc, uint32_t span)
{
	return &doc->candidates[(size_t) span * CANDIDATES_KEPT];
}

/* Keeps one mention as the only candidate. */
static void
keep_one(const Document *doc, uint32_t span, const Attribution *attribution)
{
	SpeakerCandidate *kept = kept_candidates(doc, span);

	kept[0] = (SpeakerCandidate) {attribution->speaker, attribution->cue, attribution->p_speaker};
	for (uint32_t i = 1; i < CANDIDATES_KEPT; i++)
		kept[i] = (SpeakerCandidate) {NONE, NONE, 0};
}

/* Keeps the likeliest candidates, by insertion sort. */
static void
keep_likeliest(const Document *doc, const QuoteContext *view, const Candidates *candidates, const float *shares)
{
	SpeakerCandidate *kept = kept_candidates(doc, view->span);
	uint32_t	count = 0;

	for (uint32_t i = 0; i < candidates->count; i++)
	{
		float		share = shares[i];
		uint32_t	k = count < CANDIDATES_KEPT ? count++ : CANDIDATES_KEPT;

		for (; k > 0 && kept[k - 1].p_speaker < share; k--)
			if (k < CANDIDATES_KEPT)
				kept[k] = kept[k - 1];
		if (k < CANDIDATES_KEPT)
			kept[k] = (SpeakerCandidate) {candidates->mentions[i], NONE, share};
	}
	for (uint32_t k = 0; k < count; k++)
		kept[k].cue = nq_reporting_cue(doc, view, kept[k].mention);
	for (; count < CANDIDATES_KEPT; count++)
		kept[count] = (SpeakerCandidate) {NONE, NONE, 0};
}

/*
 * Whether a finite verb with a subject reports in the sentence before the span, so that the words before the
 * colon are not a label.
 */
static bool
is_reported_before(const Document *doc, const QuoteContext *view)
{
	for (uint32_t k = view->first_cue; k < view->first_cue_after && k < view->first_cue + CUES_SCANNED; k++)
		if (doc->cues[k].form == FORM_FINITE && doc->cues[k].subject != NONE)
			return true;
	return false;
}

/* A label at the beginning of the line gives the speaker, unless a cue beside the span does. */
static bool
choose_by_label(Document *doc, const QuoteContext *view)
{
	Attribution *attribution = &doc->attributions[view->span];
	LineLabel	label = nq_line_label(doc, view->span);

	if (label.kind == LABEL_NONE || view->adjacent_subject != NONE || (label.kind == LABEL_NAME && is_reported_before(doc, view)))
		return false;
	*attribution = (Attribution) {.speaker = label.mention, .cue = NONE, .p_quotation = 1, .p_speaker = 1};
	keep_one(doc, view->span, attribution);
	return true;
}

static void
choose_speaker(Document *doc, QuoteContext *view)
{
	Attribution *attribution = &doc->attributions[view->span];
	Candidates	candidates;
	float		scores[MAX_CANDIDATES];
	float		shares[MAX_CANDIDATES];
	uint32_t	best = 0;

	/* The label of a transcript always decides. */
	if (view->label != NONE)
	{
		*attribution = (Attribution) {.speaker = view->label, .cue = NONE, .p_speaker = 1};
		keep_one(doc, view->span, attribution);
		return;
	}
	/* "« A, dit-il, B »": so does an incise. */
	if (view->incise != NONE)
	{
		*attribution = (Attribution) {.speaker = doc->cues[view->incise].subject, .cue = view->incise, .p_speaker = doc->language->confidence->incise_speaker};
		keep_one(doc, view->span, attribution);
		return;
	}
	nq_find_candidates(doc, view, &candidates);
	for (uint32_t i = 0; i < candidates.count; i++)
	{
		FeatureSet	set;

		nq_speaker_features(doc, view, candidates.mentions[i], &set);
		scores[i] = nq_weigh(doc, doc->language->speaker, DECISION_SPEAKER, view->span, candidates.mentions[i], &set);
	}
	for (uint32_t i = 1; i < candidates.count; i++)
		if (scores[i] > scores[best])
			best = i;
	nq_shares(scores, candidates.count, best, shares);
	attribution->speaker = candidates.mentions[best];
	attribution->p_speaker = shares[best];
	attribution->cue = nq_reporting_cue(doc, view, attribution->speaker);
	keep_likeliest(doc, view, &candidates, shares);
}

/* Robert "Bobby" Scott: whether the span is part of a name or a quoted name. */
static bool
is_nickname(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];

	/* Mentions are sorted by their heads, and the last word of the name follows the span. */
	for (uint32_t k = view->first_mention_after; k < view->first_mention_after + 2 && k < doc->mention_count; k++)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->kind == MENTION_NAME && mention->name_first < span->open && mention->name_last > span->close)
			return true;
	}
	for (uint32_t k = view->first_mention_after; k-- > 0 && k + 2 >= view->first_mention_after;)
		if (doc->mentions[k].inside == view->span && nq_alias_owner(doc, k) != NONE)
			return true;
	/* The span can also be the name itself, whose head precedes the words after the span. */
	for (uint32_t k = view->first_mention_after; k-- > 0 && k + 2 >= view->first_mention_after;)
		if (doc->mentions[k].inside == NONE && doc->mentions[k].last == span->close + 1 &&
			(doc->mentions[k].name_first == span->first || (doc->language->quotes->marked_names && doc->mentions[k].name_first == span->first + 1)))
			return true;
	return false;
}

/* "Low Tide", "Lantern", "60 Hours": whether a span is in title case, or is one word that may be a title. */
static bool
is_like_title(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	const Inside *inside = &view->inside;

	if (is_in_title_case(inside))
		return true;
	/* "“Furious” captain Otto Lund": at the beginning of a sentence, the capital shows nothing. */
	if (span->open == doc->sentences[view->sentence].first && token_has(doc, span->first, WC_ADJ | WC_ADV | WC_PARTICIPLE | WC_GERUND | WC_INTERJ))
		return false;
	return inside->lower == 0 && inside->capitals == 1 && (inside->words == 1 || (inside->words == 2 && inside->number));
}

/*
 * "“Low Tide” director Greta Holm": whether a span in title case is right before a role without an article and a
 * person's name, and so is the work or body that the role belongs to.
 */
static bool
is_before_role(const Document *doc, const QuoteContext *view)
{
	uint32_t	after = doc->spans[view->span].close + 1;

	if (!is_like_title(doc, view) || ends_in_comma(doc, &doc->spans[view->span]) || after + 1 >= doc->sentences[view->sentence].last ||
		!is_word(doc, after) || !token_has(doc, after, WC_ROLE) || token_has(doc, after, WC_CUE | WC_PLURAL | WC_PREP | WC_COORD) ||
		(token_at(doc, after)->flags & TOKEN_CAPITAL) != 0)
		return false;
	return (token_at(doc, after + 1)->flags & TOKEN_CAPITAL) != 0;
}

/*
 * "On Lindby Radio's “Morning Tide”", "told “Good Morning Lindby” that": whether a span in title case is a programme of the
 * outlet before it, or in the place of somebody who is told something.
 */
static bool
is_programme(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	before = span->open - 1;

	if (!is_like_title(doc, view) || span->open < floor + 2 || is_question_mark(doc, span->last - 1))
		return false;
	/* With a preposition before the outlet, a stop at the end is the sentence's. */
	if (is_possessive(doc, before) && token_has(doc, before - 1, WC_OUTLET) && span->open > floor + 2 && token_has(doc, before - 2, WC_PREP))
		return true;
	if (!is_in_title_case(&view->inside) || token_at(doc, span->last - 1)->kind == TOKEN_STOP)
		return false;
	if (is_possessive(doc, before))
		return token_has(doc, before - 1, WC_OUTLET);
	return token_has(doc, before, WC_CUE) && token_has(doc, before, WC_FINITE) && span->close + 1 < doc->sentences[view->sentence].last &&
		is_word(doc, span->close + 1) && !token_has(doc, span->close + 1, WC_COORD) &&
		(doc->lexicon->words[token_at(doc, before)->word].cue & (CUE_OBJ_THAT | CUE_THAT)) == CUE_OBJ_THAT;
}

/*
 * "In their book, “The Long Way,” they", "the scheme, dubbed “Rowers First,” was": whether a span in title case between commas
 * is the title of the work before it, or a name after a participle.
 */
static bool
is_title_between_commas(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	before = span->open - 1;

	if (span->open < floor + 2)
		return false;
	/* After a noun and a comma, a stop at the end is the sentence's. */
	if (token_at(doc, before)->kind == TOKEN_COMMA)
		return is_like_title(doc, view) && (ends_in_comma(doc, span) || token_at(doc, span->last - 1)->kind == TOKEN_STOP) &&
			token_has(doc, before - 1, WC_WORK) && !token_has(doc, before - 1, WC_CUE | WC_PLURAL);
	if (!is_in_title_case(&view->inside) || !ends_in_comma(doc, span))
		return false;
	return token_at(doc, before - 1)->kind == TOKEN_COMMA && token_has(doc, before, WC_PARTICIPLE) && token_has(doc, before, WC_CUE) &&
		(doc->lexicon->words[token_at(doc, before)->word].cue & (CUE_OBJ | CUE_THAT)) == CUE_OBJ;
}

/* How many words of a phrase are read for its article. */
#define NAMED_WORDS 4

/* "Group", "scheme", but not "mayor": whether a word is a common noun for something that cannot call anything so itself. */
static bool
is_thing(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, i, WC_NOUN | WC_BODY | WC_WORK | WC_DOCUMENT) &&
		!token_has(doc, i, WC_PEOPLE | WC_PERSON | WC_ROLE | WC_KIN | WC_OFFICE | WC_PRONOUN);
}

/*
 * "A scheme called “tide fund”": whether a participle after a common noun names the noun.  In "a scheme the board called “…”" and
 * "what the board called “…”", the noun is the subject of a clause that says what somebody calls something.
 */
static bool
is_named_after_noun(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	open = doc->spans[view->span].open;
	uint32_t	first;

	if (open < floor + 3 || !token_does(doc, open - 1, FN_SAME) || !token_has(doc, open - 1, WC_PARTICIPLE) ||
		!token_has(doc, open - 1, WC_NAMING) || !is_thing(doc, open - 2))
		return false;
	for (first = open - 2; !token_has(doc, first, WC_DET | WC_POSSESSIVE | WC_WH | WC_RELATIVE); first--)
		if (first == floor || first + NAMED_WORDS < open || !is_word(doc, first))
			return true;
	if (token_has(doc, first, WC_WH | WC_RELATIVE) || (first > floor && token_has(doc, first - 1, WC_WH | WC_RELATIVE)))
		return false;
	return token_does(doc, first, FN_INDEFINITE) || !token_has(doc, open - 2, WC_BODY);
}

/* "Spelled with a “k”": whether a span is a letter, which the words before it mention. */
static bool
is_letter(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];

	return span->last == span->first + 1 && is_word(doc, span->first) && token_at(doc, span->first)->length == 1 &&
		view->left != NONE && is_word(doc, view->left) && !token_has(doc, view->left, WC_CUE | WC_PREPCUE);
}

/* "A “no” vote", "the “yes” camp": whether a span is an interjection or a negation, in lower case, right before the noun that it modifies. */
static bool
is_interjection_before_noun(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	after = span->close + 1;

	if (span->last != span->first + 1 || (token_at(doc, span->first)->flags & TOKEN_CAPITAL) != 0 || !token_has(doc, span->first, WC_INTERJ | WC_NEG) ||
		after >= doc->sentences[view->sentence].last || !is_word(doc, after) || (token_at(doc, after)->flags & TOKEN_CAPITAL) != 0)
		return false;
	/* In "a “whoa” moment", somebody said it. */
	return may_be_modified(doc, after) && !token_has(doc, after, WC_PRONOUN | WC_CUE | WC_TIME);
}

/* "(Laughter.)": whether the span is in brackets, which nobody says. */
static bool
is_stage_direction(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];

	return span->last - span->first > 2 && token_at(doc, span->first)->kind == TOKEN_OPEN &&
		token_at(doc, span->last - 1)->kind == TOKEN_CLOSE;
}

/* CHAIR: "Order.": whether a span follows a speaker's name and a colon at the beginning of a line. */
static bool
is_labelled(const Document *doc, const QuoteContext *view)
{
	uint32_t	speaker = doc->attributions[view->span].speaker;

	return view->colon && speaker != NONE && doc->mentions[speaker].kind == MENTION_NAME &&
		doc->mentions[speaker].last + 1 == doc->spans[view->span].open &&
		doc->mentions[speaker].first == doc->sentences[view->sentence].first;
}

static void
judge_quotation(Document *doc, const QuoteContext *view)
{
	Attribution *attribution = &doc->attributions[view->span];
	FeatureSet	set;

	if (is_nickname(doc, view) || is_before_role(doc, view) || is_programme(doc, view) ||
		is_title_between_commas(doc, view) || is_named_after_noun(doc, view) || is_interjection_before_noun(doc, view) ||
		is_stage_direction(doc, view) || is_letter(doc, view) ||
		nq_is_named_so(doc, view) || nq_follows_naming_phrase(doc, doc->sentences[view->sentence].first, doc->spans[view->span].open))
	{
		attribution->p_quotation = 0;
		return;
	}
	if (view->incise != NONE)
	{
		attribution->p_quotation = doc->language->confidence->incise_quotation;
		return;
	}
	if (is_labelled(doc, view))
	{
		attribution->p_quotation = 1;
		return;
	}
	/* In text of another language, only reporting words that this language happens to share show a quotation. */
	if (doc->foreign && attribution->cue == NONE)
	{
		attribution->p_quotation = 0;
		return;
	}
	nq_quotation_features(doc, view, &set);
	attribution->p_quotation = nq_logistic(nq_weigh(doc, doc->language->quotation, DECISION_QUOTATION, view->span, view->span, &set));
}

/* "We won," Brandt said.  "It was late: whether the span continues one that was reported in its own paragraph. */
static bool
goes_on_in_paragraph(const Document *doc, uint32_t span)
{
	return span > 0 && doc->attributions[span - 1].cue != NONE && doc->attributions[span - 1].speaker == doc->attributions[span].speaker &&
		doc->sentences[doc->span_sentences[span - 1]].paragraph == doc->sentences[doc->span_sentences[span]].paragraph;
}

/*
 * A quotation continued from the preceding paragraph has one speaker.  If the cue follows its last piece, it
 * also applies to the earlier pieces.  If the preceding piece already had a cue, its closing mark is missing
 * and another quotation has begun.
 */
static void
continue_speech(Document *doc, uint32_t span)
{
	Attribution *this = &doc->attributions[span];
	uint32_t	before = doc->spans[span].continues;

	this->p_quotation = doc->attributions[before].p_quotation;
	if (this->cue != NONE && goes_on_in_paragraph(doc, before))
		return;
	if (this->cue == NONE || doc->attributions[before].cue != NONE)
	{
		*this = doc->attributions[before];
		memcpy(kept_candidates(doc, span), kept_candidates(doc, before), CANDIDATES_KEPT * sizeof(SpeakerCandidate));
		return;
	}
	for (uint32_t k = span; doc->spans[k].continues != NONE; k = doc->spans[k].continues)
	{
		doc->attributions[doc->spans[k].continues] = *this;
		memcpy(kept_candidates(doc, doc->spans[k].continues), kept_candidates(doc, span), CANDIDATES_KEPT * sizeof(SpeakerCandidate));
	}
}

/* Finds the name in the speaker group of a pattern. */
static void
name_match(Document *doc, uint32_t span)
{
	const PatternMatch  *match = &doc->matches[doc->spans[span].match];
	uint32_t	sentence = doc->span_sentences[span];
	Attribution *attribution = &doc->attributions[span];

	*attribution = (Attribution) {.speaker = NONE, .cue = NONE, .p_quotation = 1, .p_speaker = 1};
	for (uint32_t k = doc->sentence_mentions[sentence]; k < doc->sentence_mentions[sentence + 1]; k++)
	{
		const Mention *mention = &doc->mentions[k];

		if (token_at(doc, mention->first)->start > match->speaker_end)
			break;
		if (mention->inside == NONE && token_at(doc, mention->name_last - 1)->start < match->speaker_end &&
			token_at(doc, mention->first)->start >= match->speaker_start &&
			token_end(token_at(doc, mention->last - 1)) <= match->speaker_end &&
			(attribution->speaker == NONE || mention->kind == MENTION_NAME))
			attribution->speaker = k;
	}
	keep_one(doc, span, attribution);
}

/* "Nobody," she said, "wins alone.": two pieces around the same reporting clause are both quotations or neither. */
static void
join_pieces(Document *doc, uint32_t span)
{
	Attribution *this = &doc->attributions[span];
	Attribution *before;

	if (span == 0 || doc->span_sentences[span] != doc->span_sentences[span - 1])
		return;
	before = this - 1;
	if (this->speaker == NONE || this->speaker != before->speaker || before->cue == NONE || before->p_quotation == 0 ||
		doc->cues[before->cue].first < doc->spans[span - 1].close || this->p_quotation <= before->p_quotation ||
		!ends_in_comma(doc, &doc->spans[span - 1]))
		return;
	before->p_quotation = this->p_quotation;
}

bool
nq_attribute(Document *doc)
{
	doc->attributions = nq_arena_alloc(doc->arena, ((size_t) doc->span_count + 1) * sizeof(Attribution));
	doc->candidates = nq_arena_alloc(doc->arena, ((size_t) doc->span_count + 1) * CANDIDATES_KEPT * sizeof(SpeakerCandidate));
	if (doc->attributions == NULL || doc->candidates == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		QuoteContext view;
		uint32_t	before = doc->spans[i].continues;

		if (!check_interrupts(doc, i, EVERY_64))
			return false;
		if (doc->spans[i].match != NONE && doc->matches[doc->spans[i].match].has_speaker)
		{
			name_match(doc, i);
			continue;
		}
		nq_view_quote(doc, i, &view);
		if (doc->spans[i].match == NONE && choose_by_label(doc, &view))
			continue;
		choose_speaker(doc, &view);
		if (before != NONE && view.label == NONE && !is_stage_direction(doc, &view))
		{
			continue_speech(doc, i);
			continue;
		}
		if (doc->spans[i].match != NONE)
			doc->attributions[i].p_quotation = 1;
		else
			judge_quotation(doc, &view);
		join_pieces(doc, i);
	}
	return true;
}
