/*
 * attribution.c
 *	  Spans to speakers: the mention that speaks each span, or none.
 *
 * For each span, in the order of the text, the mentions within reach are the candidates (speaker_candidates.c).  Each is scored by its
 * features, and the one with the highest score is the speaker.  The model is log-linear: a candidate's
 * probability is the softmax of its score.  The decisions for earlier spans are features of later ones, so this
 * is a greedy search from left to right.
 *
 * A second log-linear model decides whether the span is a quotation at all, unless a rule does (titles.c).
 *
 * The pieces of a quotation over several paragraphs have the speaker of the first piece.
 *
 * Source: log-linear ranking of quotation sources by features goes back to
 * O'Keefe et al., A Sequence Labelling Approach to Quote Attribution, EMNLP 2012;
 * the features here are the project's own.
 */
#include "core/speech/attribution.h"
#include "core/base/bounds.h"
#include "core/model/scoring.h"
#include "core/speech/quotation_features.h"
#include "core/speech/speaker_features.h"
#include "core/speech/inscriptions.h"
#include "core/speech/labels.h"
#include "core/speech/titles.h"
#include "core/stages.h"

/* The most tokens between two coordinated spans. */
#define COORDINATOR_TOKENS 3

/* The most spans before one that it is coordinated with. */
#define COORDINATED_SPANS 8

/* What the product of the odds of two coordinated spans must reach. */
#define COORDINATED_ODDS 3.4f

/* The probability of a span that is taken for a term because its words are one elsewhere. */
#define TERM_PROBABILITY 0.3f

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

/* Words on a banner or a shirt are a quotation of that thing. */
static bool
choose_by_inscription(Document *doc, const QuoteContext *view)
{
	Attribution *attribution = &doc->attributions[view->span];
	uint32_t	thing = nq_inscribed_thing(doc, view);

	if (thing == NONE || view->adjacent_subject != NONE)
		return false;
	*attribution = (Attribution) {.speaker = thing, .cue = NONE, .p_quotation = 1, .p_speaker = 1};
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

	if (nq_is_no_quotation(doc, view))
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

/* "“Late” and “dull”", "“late,” “dull,” or a “farce”": whether only commas, coordinators and articles are between a span and the one before it. */
static bool
is_coordinated(const Document *doc, uint32_t span)
{
	uint32_t	first;
	uint32_t	open = doc->spans[span].open;
	bool		joined;

	if (span == 0 || doc->span_sentences[span] != doc->span_sentences[span - 1])
		return false;
	first = doc->spans[span - 1].close + 1;
	/* "“We won,” “Morning Tide’s” host said" */
	joined = ends_in_comma(doc, &doc->spans[span - 1]) && (first < open || (token_at(doc, doc->spans[span - 1].first)->flags & TOKEN_CAPITAL) == 0);
	if (first + COORDINATOR_TOKENS < open)
		return false;
	for (uint32_t i = first; i < open; i++)
	{
		bool		joins = token_at(doc, i)->kind == TOKEN_COMMA || (is_word(doc, i) && token_has(doc, i, WC_COORD));

		if (!joins && (!is_word(doc, i) || !token_has(doc, i, WC_DET)))
			return false;
		joined |= joins;
	}
	return joined;
}

/*
 * The probability that all of some coordinated spans are quotations, from that of the last one and that of those before it,
 * which disagree.  If neither of two outweighs the other clearly, they are terms rather than quotations.
 */
static float
joint_probability(float before, uint32_t count, float last)
{
	if (count > 1)
		return (before * (float) count + last) / (float) (count + 1);
	if (before * last >= COORDINATED_ODDS * (1 - before) * (1 - last))
		return before > last ? before : last;
	return before < last ? before : last;
}

/* Coordinated spans are all quotations or none of them is. */
static void
join_coordinated(Document *doc, uint32_t span)
{
	Attribution *this = &doc->attributions[span];
	uint32_t	first = span;
	float		before = span == 0 ? 0 : doc->attributions[span - 1].p_quotation;
	float		joint;

	while (first > 0 && span - first < COORDINATED_SPANS && is_coordinated(doc, first) && doc->attributions[first - 1].p_quotation > 0 &&
		   doc->attributions[first - 1].p_quotation < 1)
		first--;
	if (first == span || this->p_quotation == 0 || this->p_quotation == 1 ||
		(before >= QUOTATION_RETURNED) == (this->p_quotation >= QUOTATION_RETURNED))
		return;
	joint = joint_probability(before, span - first, this->p_quotation);
	for (uint32_t k = first; k <= span; k++)
		doc->attributions[k].p_quotation = joint;
}

/*
 * Words that the article has in marks several times are a term, and no quotation anywhere, if most of the evidence says so:
 * if the mean of the log-odds of these spans is negative.
 */
static bool
settle_terms(Document *doc)
{
	float	   *sums = nq_arena_alloc(doc->arena, ((size_t) doc->span_count + 1) * sizeof(float));

	if (sums == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		uint32_t	before = doc->repeats[i].same_before;

		if (!check_interrupts(doc, i, EVERY_256))
			return false;
		sums[i] = nq_log_odds(doc->attributions[i].p_quotation) + (before != NONE ? sums[before] : 0);
	}
	/* The last span of those with the same words has the sum over all. */
	for (uint32_t i = doc->span_count; i-- > 0;)
	{
		Attribution *attribution = &doc->attributions[i];
		uint32_t	before = doc->repeats[i].same_before;

		if (!check_interrupts(doc, i, EVERY_256))
			return false;
		if (before != NONE)
			sums[before] = sums[i];
		if (sums[i] < 0 && nq_is_quotation(doc, i) && attribution->p_quotation < 1)
			attribution->p_quotation = TERM_PROBABILITY;
	}
	nq_arena_drop(doc->arena, sums);
	return true;
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
		if (doc->spans[i].match == NONE && (choose_by_label(doc, &view) || choose_by_inscription(doc, &view)))
			continue;
		choose_speaker(doc, &view);
		if (before != NONE && view.label == NONE && !nq_is_stage_direction(doc, &view))
		{
			continue_speech(doc, i);
			continue;
		}
		if (doc->spans[i].match != NONE)
			doc->attributions[i].p_quotation = 1;
		else
			judge_quotation(doc, &view);
		join_pieces(doc, i);
		join_coordinated(doc, i);
	}
	return settle_terms(doc);
}
