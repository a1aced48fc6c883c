/*
 * speaker_features.c
 *	  The features of a mention, or of NONE, as the speaker of a span.
 *
 * Takes the span's QuoteContext and a mention of a sentence nearby; adds the
 * SPEAKER features of model/features.def that hold.  Nothing is decided here.
 */
#include "core/speech/speaker_features.h"

#include "core/lexical/word_properties.h"

/* ---- the mention ---- */

/* Whether a mention is the speaker of a span: the same mention, or a name of the same entity. */
static bool
is_same(const Document *doc, const Spoken *spoken, uint32_t mention)
{
	return spoken->mention == mention || spoken->entity == doc->mentions[mention].entity;
}

/* Adds the relations of the mention to the cues beside the span.  Returns whether it is the subject of one. */
static bool
add_cue_features(const QuoteContext *view, uint32_t mention, FeatureSet *set)
{
	bool		subject = false;

	for (uint32_t i = 0; i < SIDE_COUNT * 2; i++)
	{
		const NearCue *near = &view->near[i];
		const uint32_t *parts = view->involved[i];
		bool		reports = parts[RELATION_SUBJECT] == mention;
		bool		is_object = !reports && parts[RELATION_OBJECT] == mention;

		subject |= reports;
		add_if(set, reports, near->relation);
		add_if(set, reports && near->link != NONE, near->link);
		add_if(set, reports && near->form != NONE, near->form);
		add_if(set, is_object, near->relation + RELATION_OBJECT);
		add_if(set, !reports && !is_object && parts[RELATION_NEXT] == mention, near->relation + RELATION_NEXT);
	}
	return subject;
}

/* "Him"; "dem Minister": the form of a word says that the phrase is no subject. */
static bool
has_object_form(const Document *doc, const Mention *mention)
{
	if (mention->kind == MENTION_PRONOUN)
		return !mention->possessive && !token_has(doc, mention->head, WC_SUBJECT);
	return token_does(doc, mention->first, FN_OBLIQUE) ||
		(mention->first > 0 && is_word(doc, mention->first - 1) && token_does(doc, mention->first - 1, FN_OBLIQUE));
}

static void
add_mention_features(const Document *doc, const Mention *mention, bool subject, FeatureSet *set)
{
	add(set, SPEAKER_KIND + subject * KIND_COUNT + mention->kind);
	add(set, SPEAKER_TYPE + subject * TYPE_COUNT + mention->type);
	add_if(set, mention->person == 1, SPEAKER_FIRST_PERSON);
	add_if(set, mention->person == 2, SPEAKER_SECOND_PERSON);
	add_if(set, mention->plural, SPEAKER_PLURAL);
	add_if(set, mention->possessive, SPEAKER_POSSESSIVE);
	add_if(set, (!subject || mention->kind == MENTION_PRONOUN) && has_object_form(doc, mention), SPEAKER_OBJECT_PRONOUN);
	add_if(set, mention->nested, SPEAKER_CONTAINED);
	add_if(set, follows_preposition(doc, mention), SPEAKER_AFTER_PREPOSITION);
	add_if(set, mention->first > 0 && token_does(doc, mention->first - 1, FN_ADDRESSEE), SPEAKER_ADDRESSED);
	add_if(set, mention->role != NONE, SPEAKER_ROLE);
}

static uint32_t
bucket_of(uint32_t distance)
{
	return (distance > 1) + (distance > 3) + (distance > 7) + (distance > 15);
}

/* Whether a phrase is between a mention and the span after it. */
static bool
has_phrase_between(const Document *doc, const QuoteContext *view, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	if (number + NEAREST_REACH >= view->first_mention_after)
		return view->last_begins >= mention->last;
	for (uint32_t k = number + 1; k <= number + NEAREST_REACH; k++)
		if (is_whole_phrase(&doc->mentions[k]) && doc->mentions[k].first >= mention->last &&
			doc->mentions[k].last <= doc->spans[view->span].open)
			return true;
	return false;
}

static void
add_same_sentence_features(const Document *doc, const QuoteContext *view, uint32_t number, FeatureSet *set)
{
	const Mention *mention = &doc->mentions[number];
	const QuotedSpan *span = &doc->spans[view->span];

	if (mention->last <= span->open)
	{
		uint32_t	distance = span->open - mention->last;

		add(set, SPEAKER_SENTENCE_BEFORE);
		add(set, SPEAKER_DISTANCE_BEFORE + bucket_of(distance));
		add_if(set, !has_phrase_between(doc, view, number), SPEAKER_NEAREST_BEFORE);
		add_if(set, view->span > 0 && doc->spans[view->span - 1].open >= mention->last, SPEAKER_ACROSS_SPAN);
		add_if(set, mention->last < view->clause_first, SPEAKER_ACROSS_CLAUSE);
	}
	else
	{
		add(set, SPEAKER_SENTENCE_AFTER);
		add(set, SPEAKER_DISTANCE_AFTER + bucket_of(mention->first - span->close - 1));
		add_if(set, view->first_ends > mention->first, SPEAKER_NEAREST_AFTER);
		add_if(set, view->span + 1 < doc->span_count &&
			   doc->spans[view->span + 1].close < mention->first, SPEAKER_ACROSS_SPAN);
		add_if(set, mention->first > view->clause_last, SPEAKER_ACROSS_CLAUSE);
	}
	add_if(set, view->colon && mention->last + 1 == span->open, SPEAKER_COLON_LABEL);
	add_if(set, view->colon && mention->last < span->open, SPEAKER_COLON_SENTENCE);
}

static bool
is_cue_subject(const Document *doc, uint32_t sentence, uint32_t mention)
{
	uint32_t	first = doc->sentence_cues[sentence];
	uint32_t	end = doc->sentence_cues[sentence + 1];

	for (uint32_t k = first; k < end && k < first + 8; k++)
		if (doc->cues[k].subject == mention)
			return true;
	return false;
}

/* Whether the span ends in a comma and a reporting clause follows. */
static bool
ends_open(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];

	return ends_in_comma(doc, span) && nearest_cue(view, 1)->subject == view->adjacent_subject &&
		view->proximity[1] == PROXIMITY_TOUCHING;
}

static void
add_place_features(const Document *doc, const QuoteContext *view, uint32_t number, FeatureSet *set)
{
	const Mention *mention = &doc->mentions[number];
	bool		same_paragraph = doc->sentences[mention->sentence].paragraph == doc->sentences[view->sentence].paragraph;
	bool		first = nq_is_first_phrase(doc, number);
	uint32_t	place;

	if (mention->sentence == view->sentence)
	{
		place = PLACE_SENTENCE;
		add_same_sentence_features(doc, view, number, set);
	}
	else if (mention->sentence > view->sentence)
	{
		place = PLACE_NEXT;
		add(set, SPEAKER_NEXT_SENTENCE);
		add_if(set, is_cue_subject(doc, mention->sentence, number), SPEAKER_NEXT_CUE);
	}
	else
	{
		place = mention->sentence + 1 == view->sentence ? PLACE_PREVIOUS : PLACE_EARLIER;
		add(set, place == PLACE_PREVIOUS ? SPEAKER_PREVIOUS_SENTENCE : SPEAKER_EARLIER_SENTENCE);
		add_if(set, place == PLACE_PREVIOUS && first, SPEAKER_PREVIOUS_SUBJECT);
		add_if(set, is_cue_subject(doc, mention->sentence, number), SPEAKER_PREVIOUS_CUE);
		add_if(set, place == PLACE_PREVIOUS && ends_with_colon(doc, mention->sentence), SPEAKER_COLON_SENTENCE);
	}
	if (!same_paragraph)
	{
		add(set, SPEAKER_OTHER_PARAGRAPH);
		if (place == PLACE_EARLIER)
			place = PLACE_OTHER_PARAGRAPH;
	}
	add_if(set, view->adjacent_subject == number && ends_open(doc, view), SPEAKER_CLOSED_BY);
	add_if(set, view->voice == number, SPEAKER_VOICE);
	add_if(set, view->adjacent_subject != NONE && view->adjacent_subject != number, SPEAKER_PASSED_OVER + place);
	add_if(set, view->standalone, SPEAKER_BARE + place);
	add_if(set, view->leads_up == number, SPEAKER_LEADS_UP);
	add_if(set, view->acts_next == number, SPEAKER_ACTS_NEXT);
	add_if(set, first, SPEAKER_FIRST_IN_SENTENCE);
	add_if(set, first && token_has(doc, mention->last, WC_FINITE | WC_AUX | WC_CUE),
		   SPEAKER_FIRST_BEFORE_VERB);
}

/* ---- rules ---- */

/* "Yes," said Voss, but "no," said Reyes: whether the span follows "but" or "and" and has a cue of its own. */
static bool
is_contrasted(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];

	return view->span > doc->sentences[view->sentence].first_span &&
		span->open > doc->sentences[view->sentence].first && token_has(doc, span->open - 1, WC_COORD);
}

/*
 * "...," said X: whether a quotation begins its sentence, or follows another speaker's, and ends in a comma
 * before a cue.
 */
static bool
is_closed_by_cue(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];

	return view->adjacent_subject != NONE && doc->mentions[view->adjacent_subject].first > span->close &&
		ends_in_comma(doc, span) &&
		(span->open == doc->sentences[view->sentence].first || is_contrasted(doc, view));
}

static void
add_rule_features(const Document *doc, const QuoteContext *view, uint32_t mention, FeatureSet *set)
{
	add_if(set, view->clause_subject == mention, SPEAKER_RULE_CLAUSE_SUBJECT + nearest_cue(view, SIDE_BEFORE)->link);
	add_if(set, view->adjacent_subject == mention && is_closed_by_cue(doc, view), SPEAKER_RULE_CLOSED_BY_CUE);
}

/* ---- who spoke before ---- */

static void
add_history_features(const Document *doc, const QuoteContext *view, uint32_t mention, FeatureSet *set)
{
	bool		last = is_same(doc, &view->last, mention);
	bool		before_last = is_same(doc, &view->before_last, mention);

	add_if(set, before_last && last, SPEAKER_SPOKE_TWICE);
	add_if(set, before_last && !last, SPEAKER_SPOKE_BEFORE_LAST);
	add_if(set, last, SPEAKER_SPOKE + view->spoken_where);
	add_if(set, last && view->adjacent_subject != NONE && view->adjacent_subject != mention, SPEAKER_PASSED_OVER_SPOKE);
	add_if(set, last && view->standalone, SPEAKER_SPOKE_BARE + view->spoken_where);
	add_if(set, last && view->lacks_cue, SPEAKER_SPOKE_CUELESS + view->spoken_where);
	add_if(set, last && view->asked, SPEAKER_SPOKE_QUESTION);
	add_if(set, last && view->leads_up != NONE && !is_same(doc, &view->last, view->leads_up), SPEAKER_SPOKE_LED);
	add_if(set, view->turns && before_last, SPEAKER_TAKES_TURNS);
	add_if(set, view->turns && last, SPEAKER_TURN_OVER);
}

void
nq_speaker_features(const Document *doc, const QuoteContext *view, uint32_t mention, FeatureSet *set)
{
	bool		subject;

	nq_clear_features(set);
	nq_speaker_contexts(doc, &view->symbols, mention, set);
	if (mention == NONE)
	{
		add(set, SPEAKER_NOBODY);
		add_if(set, view->standalone, SPEAKER_NOBODY_BARE);
		add_if(set, view->lacks_cue, SPEAKER_NOBODY_CUELESS);
		add_if(set, view->spoken == NONE, SPEAKER_NOBODY_FIRST);
		add_if(set, doc->spans[view->span].single, SPEAKER_NOBODY_SINGLE);
		return;
	}
	subject = add_cue_features(view, mention, set);
	add_mention_features(doc, &doc->mentions[mention], subject, set);
	add_place_features(doc, view, mention, set);
	add_rule_features(doc, view, mention, set);
	add_history_features(doc, view, mention, set);
}
