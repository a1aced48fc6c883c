/*
 * turns.c
 *	  Speakers that a rule decides, without a model.
 *
 * After a question and its answer, two speakers take turns, a paragraph each.  Somebody whose gesture is
 * right before a quotation without reporting words speaks it.  Written words are those of what is written on; a
 * sentence that leaves out its second verb has a second speaker.  Reports within reports are inner_reports.c's, nouns of
 * speech noun_reports.c's, and reporting clauses whose place leaves no doubt sure_places.c's.  News has each of these too seldom for the model to learn.
 */
#include "core/speech/turns.h"

#include "core/base/bounds.h"
#include "core/entities/referents.h"
#include "core/speech/inner_reports.h"
#include "core/speech/noun_reports.h"
#include "core/speech/sure_places.h"

/* ---- gestures ---- */

/*
 * "His voice broke", "Lund's hands shook": the mention of the owner, if a phrase is of a part of the body.
 * Returns the phrase itself if it is not.
 */
uint32_t
nq_owner_of_gesture(const Document *doc, uint32_t mention)
{
	const Mention *phrase = &doc->mentions[mention];

	if (phrase->kind != MENTION_NOMINAL || !token_does(doc, phrase->head, FN_BODILY) || token_has(doc, phrase->head, WC_ROLE))
		return mention;
	for (uint32_t k = mention; k-- > 0 && k + LEFT_REACH > mention && doc->mentions[k].sentence == phrase->sentence;)
		if (doc->mentions[k].possessive && doc->mentions[k].first == phrase->first && doc->mentions[k].person != 1 &&
			(doc->mentions[k].kind == MENTION_PRONOUN ? doc->mentions[k].gender != GENDER_NEUTER : nq_may_be_person(doc, &doc->mentions[k])))
			return k;
	return mention;
}

/* The most tokens of a sentence that is no more than a gesture. */
#define GESTURE_TOKENS 12

/* "Shook her head", "waved a hand": whether a part of the body with an article or owner is in the sentence after a mention. */
static bool
moves_body(const Document *doc, const Mention *actor)
{
	for (uint32_t i = actor->last + 1; i + 1 < doc->sentences[actor->sentence].last; i++)
		if (is_word(doc, i) && (token_has(doc, i, WC_POSSESSIVE) || token_does(doc, i, FN_INDEFINITE)) &&
			is_word(doc, i + 1) && token_does(doc, i + 1, FN_BODILY))
			return true;
	return false;
}

/* "Nodded.", "shrugged.": whether the mention is the subject of a verb of expression that ends its sentence. */
static bool
is_expressive(const Document *doc, uint32_t mention)
{
	uint32_t	sentence = doc->mentions[mention].sentence;

	for (uint32_t k = doc->sentence_cues[sentence]; k < doc->sentence_cues[sentence + 1] && k < doc->sentence_cues[sentence] + CUES_SCANNED; k++)
		if (doc->cues[k].subject == mention && doc->cues[k].form == FORM_FINITE && (doc->cues[k].frames & CUE_DIRECT) != 0 &&
			doc->cues[k].last + 1 >= doc->sentences[sentence].last)
			return true;
	return false;
}

/* Words between "was" and the end of a clause that says how somebody feels. */
#define DISPOSED_WORDS 3

/* "Was less gracious.", "is not convinced by it": whether the verb of a sentence says only how its actor feels. */
static bool
is_disposed(const Document *doc, const Mention *actor)
{
	uint32_t	last = doc->sentences[actor->sentence].last;
	uint32_t	i = actor->last;

	/* "Holt, her rival, was" */
	while (i < last && i < actor->last + CLAUSE_WORDS && !token_does(doc, i, FN_COPULA))
		i++;
	for (uint32_t k = i + 1; k < last && k <= i + 1 + DISPOSED_WORDS; k++)
	{
		uint64_t	classes = classes_at(doc, k);

		if (k > i + 1 && (token_at(doc, k)->kind == TOKEN_STOP || (is_word(doc, k) && (classes & WC_PREP) != 0)))
			return true;
		/* "Was convicted" is an event. */
		if (!is_word(doc, k) || (token_at(doc, k)->flags & TOKEN_CAPITAL) != 0 ||
			(classes != 0 && (classes & (WC_ADV | WC_NEG | WC_ADJ)) == 0 && (k == i + 1 || (classes & WC_PARTICIPLE) == 0)))
			return false;
	}
	return false;
}

/* "The guard", "Lund", "she": whether a mention can be somebody who speaks. */
static bool
is_somebody(const Document *doc, const Mention *mention)
{
	if (mention->plural)
		return false;
	if (mention->kind == MENTION_PRONOUN)
		return mention->person == 3 && mention->gender != GENDER_NEUTER;
	if (mention->kind == MENTION_NAME)
		return mention->type == TYPE_UNKNOWN || nq_may_be_person(doc, mention);
	return mention->type == TYPE_PERSON && (token_does(doc, mention->first, FN_DEFINITE) || token_has(doc, mention->first, WC_POSSESSIVE));
}

/*
 * "“Is it safe?” Reiss asked.  The inspector shook his head.  “Not yet.”": whether the actor of the sentence
 * right before the span speaks it.
 */
static bool
speaks_after_gesture(const Document *doc, const QuoteContext *view, uint32_t number)
{
	const Mention *actor = &doc->mentions[number];

	if (!is_somebody(doc, actor) || doc->sentences[actor->sentence].last - doc->sentences[actor->sentence].first > GESTURE_TOKENS)
		return false;
	if (actor->possessive || moves_body(doc, actor) || is_expressive(doc, number))
		return true;
	/* After somebody's question, whoever acts next answers; after a quotation, whoever else is of another mind. */
	return (view->asked || is_disposed(doc, actor)) && view->spoken_where == WHERE_PARAGRAPH && actor->kind != MENTION_PRONOUN && view->last.mention != number &&
		(view->last.entity != actor->entity || actor->entity == NONE) && doc->attributions[view->spoken].cue != NONE &&
		doc->span_sentences[view->spoken] + 1 == actor->sentence;
}

/*
 * "His wife sighed.  “Nobody can.”", "“Who was it?” The boy shrugged.  “Nobody.”": who sighs right before the span, which the
 * actor of a sentence does not include; NONE if nobody does.
 */
static uint32_t
who_sighs(const Document *doc, const QuoteContext *view)
{
	const Sentence *before = &doc->sentences[view->sentence] - 1;
	uint32_t	floor = before->first;
	uint32_t	end = doc->sentence_cues[view->sentence];
	const Cue  *cue;

	if (!view->standalone || view->sentence == 0 || before->paragraph != doc->sentences[view->sentence].paragraph || end == doc->sentence_cues[view->sentence - 1])
		return NONE;
	cue = &doc->cues[end - 1];
	if (cue->subject == NONE || cue->link != SUBJECT_ADJACENT || (cue->frames & (CUE_STRONG | CUE_THAT)) != 0)
		return NONE;
	if (before->first_span < before->last_span)
	{
		if (!is_question_mark(doc, doc->spans[before->last_span - 1].last - 1) || doc->attributions[before->last_span - 1].speaker == cue->subject)
			return NONE;
		floor = doc->spans[before->last_span - 1].close + 1;
	}
	return doc->mentions[cue->subject].first == floor && is_expressive(doc, cue->subject) ? cue->subject : NONE;
}

/*
 * "“It pays,” said Lund.  Holt said it did not.  “We lose money.”": the first phrase of a sentence without quotations right before the span, if it
 * reports there; NONE if it does not.
 */
static uint32_t
who_takes_over(const Document *doc, const QuoteContext *view)
{
	uint32_t	before = view->sentence - 1;
	uint32_t	first;

	if (!view->standalone || view->sentence == 0 || doc->sentences[before].paragraph != doc->sentences[view->sentence].paragraph ||
		doc->sentences[before].first_span < doc->sentences[before].last_span || ends_with_colon(doc, before))
		return NONE;
	first = doc->sentence_cues[before];
	for (uint32_t k = first; k < doc->sentence_cues[before + 1] && k < first + CUES_SCANNED; k++)
	{
		const Cue  *cue = &doc->cues[k];

		if (strength_of(cue) > 1 || cue->form != FORM_FINITE)
			continue;
		return cue->subject != NONE && (cue->frames & (CUE_THAT | CUE_BARE)) != 0 && nq_is_first_phrase(doc, cue->subject) &&
			is_somebody(doc, &doc->mentions[cue->subject]) && doc->mentions[cue->subject].kind != MENTION_PRONOUN ? cue->subject : NONE;
	}
	return NONE;
}

/* ---- the article's own voice ---- */

/* "I laughed and said, “…”": whether the strong verb beside the span has the reporter as its subject. */
static bool
is_own_voice(const Document *doc, const QuoteContext *view)
{
	if (view->adjacent_subject == NONE || doc->mentions[view->adjacent_subject].kind != MENTION_PRONOUN || doc->mentions[view->adjacent_subject].person != 1)
		return false;
	for (uint32_t side = 0; side < SIDE_COUNT; side++)
		if (nearest_cue(view, side)->subject == view->adjacent_subject && strength_of(nearest_cue(view, side)) == 0 &&
			nearest_cue(view, side)->form == FORM_FINITE && view->proximity[side] == PROXIMITY_TOUCHING)
			return true;
	return false;
}

/* "Rowers carried placards saying “…”": whether the gerund right before the span follows the document whose words they are. */
static bool
is_writing_saying(const Document *doc, const QuoteContext *view)
{
	const Cue  *cue = nearest_cue(view, SIDE_BEFORE);
	const Mention *subject;

	if (cue->subject == NONE || cue->subject != view->adjacent_subject || cue->form != FORM_GERUND || cue->link != SUBJECT_ADJACENT)
		return false;
	subject = &doc->mentions[cue->subject];
	return subject->kind == MENTION_NOMINAL && subject->type == TYPE_DOCUMENT && subject->last == cue->first &&
		!token_does(doc, subject->head, FN_OWN | FN_AUTHORED | FN_PUBLISHED);
}

/*
 * "Placards saying “…” and “…”": whether only "and" or a comma is between the span and the words of a document before
 * it.
 */
static bool
is_listed_after_writing(const Document *doc, const QuoteContext *view)
{
	const Attribution *before;

	if (view->span == 0 || doc->span_sentences[view->span - 1] != view->sentence)
		return false;
	before = &doc->attributions[view->span - 1];
	if (before->cue == NONE || doc->cues[before->cue].form != FORM_GERUND || doc->mentions[before->speaker].type != TYPE_DOCUMENT)
		return false;
	return nq_follows_list(doc, view->span);
}

/* ---- elided verbs ---- */

/* Spans of a sentence before a span, of which the first has the verb of all. */
#define ELIDED_SPANS 3

/* The cue of the nearest span before a span in its sentence that has one, among the last few; NONE if there is none. */
static uint32_t
cue_elided(const Document *doc, const QuoteContext *view)
{
	for (uint32_t k = view->span; k-- > doc->sentences[view->sentence].first_span && k + ELIDED_SPANS >= view->span;)
		if (doc->attributions[k].speaker == NONE || doc->attributions[k].cue != NONE)
			return doc->attributions[k].cue;
	return NONE;
}

/*
 * "Lund called it “a toy”, and the mayor as “a relic”": the phrase between "and" and the preposition before the span, after
 * another span of the sentence; NONE if there is none.
 */
static uint32_t
subject_of_elided(const Document *doc, const QuoteContext *view)
{
	uint32_t	as = doc->spans[view->span].open - 1;
	uint32_t	cue = cue_elided(doc, view);
	bool		others = false;

	if (cue == NONE)
		return NONE;
	/* "Lund called it “brave”, Hale “foolish”"; but whom he calls so may follow, too: "he called Hale “brave” and Holt “foolish”" */
	if (!is_word(doc, as) || !token_does(doc, as, FN_AS))
	{
		uint32_t	object = doc->cues[cue].object;

		others = object == NONE || !token_does(doc, doc->mentions[object].head, FN_NEUTER);
		as++;
	}
	for (uint32_t k = view->first_mention_after; k-- > doc->sentence_mentions[view->sentence] && k + NEAREST_REACH >= view->first_mention_after;)
	{
		const Mention *mention = &doc->mentions[k];
		uint32_t	close = doc->spans[view->span - 1].close;
		bool		after_comma;

		if (mention->last != as || !is_whole_phrase(mention) || mention->possessive || mention->first <= close || mention->type == TYPE_THING || mention->type == TYPE_PLACE ||
			(others && !token_has(doc, mention->head, WC_INDEFINITE)))
			continue;
		/* "Some called it “late,” others “dull.”" */
		after_comma = as == doc->spans[view->span].open &&
			(mention->first == close + 1 ? ends_in_comma(doc, &doc->spans[view->span - 1]) : token_at(doc, mention->first - 1)->kind == TOKEN_COMMA);
		if ((after_comma || (mention->first > close + 1 && token_does(doc, mention->first - 1, FN_AND))) &&
			(as < doc->spans[view->span].open || mention->first <= close + 3))
			return k;
	}
	return NONE;
}

/* ---- turns ---- */

/* How many turns back the question is searched that began the conversation. */
#define TURNS_BACK 8

/*
 * "“Who is there?” asked Lund.", "“Only me,” replied Hale.", "“Come in, then.”": whether the turns before the
 * span, each of one short quotation, began with a question.
 */
static bool
began_with_question(const Document *doc, const QuoteContext *view)
{
	for (uint32_t k = view->span - 1; k-- > 0 && k + TURNS_BACK >= view->span;)
	{
		if (!nq_is_turn(doc, k, false))
			return false;
		if (is_question_mark(doc, doc->spans[k].last - 1) && doc->attributions[k].cue != NONE)
			return true;
		if (doc->attributions[k + 1].cue != NONE)
			return false;
	}
	return false;
}

uint32_t
nq_speaker_by_turn(const Document *doc, const QuoteContext *view)
{
	uint32_t	speaker;

	speaker = view->leads_up != NONE ? view->leads_up : who_sighs(doc, view);
	if (speaker != NONE && speaks_after_gesture(doc, view, speaker))
		return speaker;
	speaker = who_takes_over(doc, view);
	if (speaker != NONE)
		return speaker;
	if (is_listed_after_writing(doc, view))
		return doc->attributions[view->span - 1].speaker;
	if (is_own_voice(doc, view) || is_writing_saying(doc, view))
		return view->adjacent_subject;
	speaker = nq_owner_named_after(doc, view);
	if (speaker == NONE)
		speaker = subject_of_elided(doc, view);
	if (speaker == NONE)
		speaker = nq_owner_of_noun(doc, view);
	if (speaker == NONE)
		speaker = nq_speaker_of_inner_report(doc, view);
	if (speaker == NONE)
		speaker = nq_speaker_by_place(doc, view);
	if (speaker != NONE)
		return speaker;
	if (view->turns && began_with_question(doc, view))
		return view->before_last.mention;
	return NONE;
}
