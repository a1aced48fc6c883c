/*
 * turns.c
 *	  Speakers that a rule decides, without a model.
 *
 * After a question and its answer, two speakers take turns, a paragraph each.  Somebody whose gesture is
 * right before a quotation without reporting words speaks it.  Within somebody else's report, the words are
 * those of the verb that leads up to a colon, or of the owner of a noun of speech.  News has each of these too
 * seldom for the model to learn.
 */
#include "core/speech/turns.h"

#include "core/base/bounds.h"
#include "core/entities/referents.h"

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
	/* After somebody's question, whoever acts next answers. */
	return view->asked && view->spoken_where == WHERE_PARAGRAPH && actor->kind != MENTION_PRONOUN && view->last.mention != number &&
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

/* ---- reports before a colon ---- */

/* "Had", "has also": whether the words between a subject and its verb leave no doubt that it was done. */
static bool
is_done(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (!is_word(doc, i) || !token_has(doc, i, WC_AUX | WC_ADV) || token_has(doc, i, WC_NEG) ||
			token_does(doc, i, FN_FUTURE | FN_HABIT | FN_ABILITY | FN_COPULA))
			return false;
	return true;
}

/* "Shouted “…”": whether a strong verb right before the span reports nothing but the words themselves. */
static bool
is_shouted(const QuoteContext *view, const Cue *cue)
{
	return (cue->frames & CUE_STRONG) != 0 && (cue->frames & (CUE_THAT | CUE_BARE | CUE_OBJ | CUE_OBJ_THAT | CUE_OF | CUE_TO_INF | CUE_OBJ_TO_INF)) == 0 &&
		view->proximity[SIDE_BEFORE] == PROXIMITY_TOUCHING;
}

/*
 * "The prosecutor said Webb had messaged a friend: “…”": the subject of the verb that leads up to the colon, inside the
 * report of somebody else; NONE if there is no such report.
 */
static uint32_t
speaker_before_colon(const Document *doc, const QuoteContext *view)
{
	const Cue  *inner = nearest_cue(view, SIDE_BEFORE);
	const Mention *subject;

	if (view->first_cue_after < view->first_cue + 2 || inner->subject == NONE || inner->form != FORM_FINITE ||
		inner->link != SUBJECT_ADJACENT || (inner->frames & CUE_DIRECT) == 0 || strength_of(inner) > 1 ||
		!(view->colon ? view->proximity[SIDE_BEFORE] < PROXIMITY_FAR : is_shouted(view, inner)))
		return NONE;
	subject = &doc->mentions[inner->subject];
	for (uint32_t k = view->first_cue_after - 1; k-- > view->first_cue && k + CUES_BESIDE >= view->first_cue_after;)
		if (doc->cues[k].form == FORM_FINITE && doc->cues[k].subject != NONE && doc->cues[k].subject != inner->subject &&
			doc->cues[k].last <= subject->first && is_done(doc, subject->last, inner->first))
			return inner->subject;
	return NONE;
}

/* ---- reports inside reports ---- */

/* Tokens between the verb of an inner report and the span. */
#define INNER_REACH 14

/*
 * "Told the crew that the plan was “…”": whether the words between an inner report's verb and the span are one clause
 * without another verb of speech.
 */
static bool
leads_to_span(const Document *doc, const Cue *inner, uint32_t open)
{
	if (inner->last + INNER_REACH < open)
		return false;
	for (uint32_t i = inner->last; i < open; i++)
		if (token_at(doc, i)->kind == TOKEN_MARK || (token_at(doc, i)->kind == TOKEN_COMMA && i + 1 < open) || token_at(doc, i)->kind == TOKEN_DASH ||
			token_at(doc, i)->kind == TOKEN_SEMICOLON || token_at(doc, i)->kind == TOKEN_OPEN ||
			(is_word(doc, i) && (token_does(doc, i, FN_CONTRAST) || token_has(doc, i, WC_COORD | WC_RELATIVE))
			 && !token_does(doc, i, FN_COMPLEMENTISER)))
			return false;
	return true;
}

/* "Admitted he was", "claimed that they had": whether somebody reports of himself right after a verb of speech. */
static bool
reports_of_self(const Document *doc, const Cue *cue)
{
	uint32_t	i = cue->last;
	const Mention *subject = &doc->mentions[cue->subject];

	if (is_word(doc, i) && token_does(doc, i, FN_COMPLEMENTISER))
		i++;
	return (cue->frames & (CUE_THAT | CUE_BARE)) != 0 && is_word(doc, i) && token_has(doc, i, WC_SUBJECT) &&
		!token_does(doc, i, FN_PERSON1 | FN_PERSON2 | FN_NEUTER) && token_has(doc, i, WC_PLURAL) == subject->plural &&
		(subject->type == TYPE_PERSON || subject->type == TYPE_GROUP);
}

/* "Heard the guard shout", "heard him say": whether a cue is a bare infinitive whose subject is singular. */
static bool
is_perceived(const Document *doc, const Cue *cue)
{
	const Mention *subject = &doc->mentions[cue->subject];

	return cue->verb_first == cue->first && (classes_at(doc, cue->first) & (WC_BASE | WC_FINITE)) == WC_BASE && !subject->plural && subject->person == 3 &&
		subject->type == TYPE_PERSON && (subject->kind != MENTION_PRONOUN || !token_has(doc, subject->head, WC_SUBJECT));
}

/* "38 percent of voters", "half of the crew": whether a mention is of a number of people. */
static bool
is_share(const Document *doc, const Mention *mention)
{
	if (mention->kind != MENTION_NOMINAL || (mention->type != TYPE_GROUP && !mention->plural))
		return false;
	for (uint32_t i = mention->first; i <= mention->head && i < mention->first + 3; i++)
		if (token_at(doc, i)->kind == TOKEN_NUMBER || token_has(doc, i, WC_NUM))
			return true;
	return token_has(doc, mention->head, WC_INDEFINITE) && mention->last > mention->head + 1;
}

/*
 * "Told drivers that", "had said that", "called it": whether a finite cue reports its subject's words even within
 * somebody else's report.  Others are as often that reporter's own: "Lund said the papers revealed".
 */
static bool
is_inner_report(const Document *doc, const Cue *cue)
{
	if (cue->link != SUBJECT_ADJACENT || (cue->frames & CUE_THOUGHT) != 0)
		return false;
	/* "Recalled a clerk calling it" */
	if (cue->form == FORM_GERUND)
		return strength_of(cue) <= 1 && cue > doc->cues && cue[-1].sentence == cue->sentence && cue[-1].object == cue->subject &&
			(cue[-1].frames & CUE_OBJ_GERUND) != 0;
	if (cue->form != FORM_FINITE)
		return false;
	if (is_share(doc, &doc->mentions[cue->subject]))
		return true;
	if (strength_of(cue) > 1)
		return false;
	if (reports_of_self(doc, cue) || is_perceived(doc, cue))
		return true;
	if (cue->object != NONE)
		return (cue->frames & CUE_OBJ_THAT) != 0 || (cue->frames & (CUE_OBJ | CUE_THAT)) == CUE_OBJ;
	return strength_of(cue) == 0 && cue->verb_first < cue->first && (cue->frames & CUE_THAT) != 0;
}

/*
 * "Lund said the clerks had called it “…”": the subject of the verb of speech that leads up to the span, within the
 * report of somebody else; NONE if there is no such report.
 */
static uint32_t
speaker_of_inner_report(const Document *doc, const QuoteContext *view)
{
	const Cue  *inner = nearest_cue(view, SIDE_BEFORE);
	const Mention *subject;

	if (view->first_cue_after < view->first_cue + 2 || inner->subject == NONE || !is_inner_report(doc, inner))
		return NONE;
	subject = &doc->mentions[inner->subject];
	if ((subject->kind == MENTION_PRONOUN && !is_perceived(doc, inner)) || subject->type == TYPE_THING || subject->type == TYPE_PLACE ||
		!is_done(doc, subject->last, inner->first) || !leads_to_span(doc, inner, doc->spans[view->span].open))
		return NONE;
	for (uint32_t k = view->first_cue_after - 1; k-- > view->first_cue && k + CUES_BESIDE >= view->first_cue_after;)
		if (doc->cues[k].form == FORM_FINITE && doc->cues[k].subject != NONE && doc->cues[k].subject != inner->subject &&
			doc->cues[k].last <= subject->first && (strength_of(&doc->cues[k]) < 2 || is_share(doc, subject)) &&
			(doc->cues[k].frames & (CUE_THAT | CUE_BARE | CUE_OBJ_THAT)) != 0)
			return inner->subject;
	return NONE;
}

/*
 * "Who said “…”", "which states that it is “…”", "which calls for “…”": whether nothing but the report, or a preposition right
 * before the span, follows the verb of a relative clause.  After a colon, the main clause may go on.
 */
static bool
reports_in_relative_clause(const Document *doc, const QuoteContext *view, const Cue *inner)
{
	uint32_t	open = doc->spans[view->span].open;
	uint32_t	i = inner->last;

	if ((inner->frames & CUE_THOUGHT) != 0 || !leads_to_span(doc, inner, open))
		return false;
	if (view->colon)
		return i + 1 == open;
	if (i == open || (i + 1 == open && token_at(doc, i)->kind == TOKEN_COMMA))
		return true;
	return strength_of(inner) <= 1 && is_word(doc, i) && (i + 1 == open || !token_has(doc, i, WC_PREP) || token_has(doc, i, WC_SUBORD));
}

/*
 * "Holt passed a stall with a sign that said “…”", "the order, which states that it is “…”": the antecedent of the
 * relative clause whose verb of speech leads up to the span; NONE if there is no such clause.
 */
static uint32_t
speaker_of_relative_clause(const Document *doc, const QuoteContext *view)
{
	const Cue  *inner = nearest_cue(view, SIDE_BEFORE);
	const Mention *subject;

	if (inner->subject == NONE || inner->form != FORM_FINITE || inner->link != SUBJECT_RELATIVE || !reports_in_relative_clause(doc, view, inner))
		return NONE;
	/* "Told the Herald that polls were “late”" */
	for (uint32_t k = view->first_cue; k < view->last_cue && k < view->first_cue + CUES_SCANNED; k++)
		if (doc->cues[k].object == inner->subject && (doc->cues[k].frames & CUE_OBJ_THAT) != 0)
			return NONE;
	subject = &doc->mentions[inner->subject];
	/* "Lund released a film that urges sailors to “stay”" */
	if (subject->type == TYPE_DOCUMENT && inner->object != NONE && doc->mentions[inner->object].type != TYPE_ORGANISATION && doc->mentions[inner->object].inside == NONE &&
		doc->mentions[inner->object].kind != MENTION_PRONOUN)
		return NONE;
	/* "The fact that demand had “exceeded” it"; "his remarks, which called it “…”", "a statement that said “…”" are the owner's. */
	if (subject->type == TYPE_PLACE || (subject->type == TYPE_THING && inner->last != doc->spans[view->span].open) ||
		((subject->type == TYPE_THING || subject->type == TYPE_DOCUMENT) && subject->kind == MENTION_NOMINAL &&
		 (token_has(doc, subject->first, WC_POSSESSIVE) || token_does(doc, subject->head, FN_OWN | FN_AUTHORED | FN_PUBLISHED))))
		return NONE;
	return inner->subject;
}

/* ---- nouns that report ---- */

/* Tokens between a noun of speech and the span. */
#define NOUN_REACH 14

/* Whether a finite verb or an auxiliary is among the tokens, at most as many as a label has. */
static bool
has_verb_among(const Document *doc, uint32_t first, uint32_t last)
{
	if (last > first + NOUN_REACH)
		return true;
	for (uint32_t i = first; i < last; i++)
		if (is_word(doc, i) && token_has(doc, i, WC_FINITE | WC_AUX) && !token_has(doc, i, WC_NOUN | WC_ADJ | WC_CUENOUN) &&
			(token_at(doc, i)->flags & TOKEN_CAPITAL) == 0)
			return true;
	return false;
}

/*
 * "Asked about Lund's claim that the crew was “lazy”, Hale laughed": the owner of the noun of speech that leads up to
 * the span, with "that" or a preposition after it and no other verb of speech; NONE if there is none.
 */
static uint32_t
owner_of_noun(const Document *doc, const QuoteContext *view)
{
	const Cue  *noun = nearest_cue(view, SIDE_BEFORE);
	uint32_t	open = doc->spans[view->span].open;
	uint32_t	i = noun->last;

	if (noun->subject == NONE || noun->form != FORM_NOUN || i + NOUN_REACH < open || i >= open)
		return NONE;
	/* "Others said that, in Lund's words, “…”" */
	if (token_at(doc, i)->kind == TOKEN_COMMA && i + 1 == open && token_has(doc, i - 1, WC_CUENOUN) && token_has(doc, i - 1, WC_PLURAL) &&
		!token_has(doc, i - 1, WC_DOCUMENT | WC_OCCASION) && doc->mentions[noun->subject].first > doc->sentences[view->sentence].first &&
		token_does(doc, doc->mentions[noun->subject].first - 1, FN_COMPLEMENT) && token_has(doc, doc->mentions[noun->subject].first - 1, WC_STARTS))
		return noun->subject;
	/* "Lund's claim that it is “safe,” Hale said" */
	if (view->adjacent_subject != NONE && (nearest_cue(view, SIDE_AFTER)->subject != view->adjacent_subject || strength_of(nearest_cue(view, SIDE_AFTER)) == 0))
		return NONE;
	/* "Shouts of “Out!” from the gallery" */
	if (doc->mentions[noun->subject].first > doc->spans[view->span].close)
		return i + 1 == open ? noun->subject : NONE;
	if (doc->mentions[noun->subject].first >= noun->last)
		i = doc->mentions[noun->subject].last;
	/* "Lund's pledge to “clean the locks”" */
	if (i + 1 == open && is_word(doc, i) && doc->mentions[noun->subject].kind != MENTION_PRONOUN &&
		(token_does(doc, i, FN_INFINITIVE) || (i > noun->last && token_has(doc, i, WC_PREP) && !token_does(doc, i, FN_AS | FN_LOCATIVE))))
		return noun->subject;
	for (uint32_t k = view->first_cue; k < view->last_cue && k < view->first_cue + CUES_SCANNED; k++)
		if (strength_of(&doc->cues[k]) == 0 && doc->cues[k].form == FORM_FINITE && doc->cues[k].subject != NONE)
			return NONE;
	/* "The verdict of Lund: “Grim.”", "Lund's verdict on the food: “…”" */
	if (view->colon && !has_verb_among(doc, doc->sentences[view->sentence].first, open))
		return noun->subject;
	if (i >= open || !is_word(doc, i) || !token_does(doc, i, FN_COMPLEMENTISER))
		return NONE;
	for (; i < open; i++)
		if (token_at(doc, i)->kind == TOKEN_COMMA || token_at(doc, i)->kind == TOKEN_MARK || (is_word(doc, i) && token_does(doc, i, FN_CONTRAST)))
			return NONE;
	return noun->subject;
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

	if (cue->subject == NONE || cue->subject != view->adjacent_subject || cue->form != FORM_GERUND || cue->link != SUBJECT_ADJACENT || strength_of(cue) > 0)
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
is_listed(const Document *doc, const QuoteContext *view)
{
	const Attribution *before = &doc->attributions[view->span - 1];
	uint32_t	i;

	if (view->span == 0 || doc->span_sentences[view->span - 1] != view->sentence || before->cue == NONE || doc->cues[before->cue].form != FORM_GERUND ||
		doc->mentions[before->speaker].type != TYPE_DOCUMENT)
		return false;
	i = doc->spans[view->span - 1].close + 1;
	if (token_at(doc, i)->kind == TOKEN_COMMA)
		i++;
	if (is_word(doc, i) && token_has(doc, i, WC_COORD) && !token_does(doc, i, FN_CONTRAST))
		i++;
	return i == doc->spans[view->span].open && i > doc->spans[view->span - 1].close + 1;
}

/* ---- elided verbs, and words named afterwards ---- */

/*
 * "Lund called it “a toy”, and the mayor as “a relic”": the phrase between "and" and the preposition before the span, after
 * another span of the sentence; NONE if there is none.
 */
static uint32_t
subject_of_elided(const Document *doc, const QuoteContext *view)
{
	uint32_t	as = doc->spans[view->span].open - 1;

	if (view->span == 0 || doc->span_sentences[view->span - 1] != view->sentence || doc->attributions[view->span - 1].cue == NONE)
		return NONE;
	/* "Lund called it “brave”, Hale “foolish”"; but whom he calls so may follow, too: "he called Hale “brave” and Holt “foolish”" */
	if (!is_word(doc, as) || !token_does(doc, as, FN_AS))
	{
		uint32_t	object = doc->cues[doc->attributions[view->span - 1].cue].object;

		if (object == NONE || !token_does(doc, doc->mentions[object].head, FN_NEUTER))
			return NONE;
		as++;
	}
	for (uint32_t k = view->first_mention_after; k-- > doc->sentence_mentions[view->sentence] && k + NEAREST_REACH >= view->first_mention_after;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->last == as && is_whole_phrase(mention) && !mention->possessive && mention->first > doc->spans[view->span - 1].close + 1 &&
			(token_does(doc, mention->first - 1, FN_AND) || (as == doc->spans[view->span].open && token_at(doc, mention->first - 1)->kind == TOKEN_COMMA)) &&
			(as < doc->spans[view->span].open || mention->first <= doc->spans[view->span - 1].close + 3) && mention->type != TYPE_THING && mention->type != TYPE_PLACE)
			return k;
	}
	return NONE;
}

/* Tokens from the beginning of a sentence to the noun that says what the words before it were. */
#define NAMED_AFTER 8

/* "“Enough.”  That was the message from the mayor.": the owner of the noun by which the next sentence calls the span; NONE if it does not. */
static uint32_t
owner_named_after(const Document *doc, const QuoteContext *view)
{
	uint32_t	next = view->sentence + 1;
	uint32_t	first;

	if (!view->standalone || next >= doc->sentence_count || doc->sentences[next].first_span < doc->sentences[next].last_span)
		return NONE;
	first = doc->sentences[next].first;
	if (first + 2 >= doc->sentences[next].last || !token_does(doc, first, FN_DEMONSTRATIVE) || !token_does(doc, first + 1, FN_COPULA))
		return NONE;
	for (uint32_t k = doc->sentence_cues[next]; k < doc->sentence_cues[next + 1] && doc->cues[k].first < first + NAMED_AFTER; k++)
		if (doc->cues[k].form == FORM_NOUN && doc->cues[k].subject != NONE && doc->mentions[doc->cues[k].subject].type != TYPE_THING)
			return doc->cues[k].subject;
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
	if (is_listed(doc, view))
		return doc->attributions[view->span - 1].speaker;
	if (is_own_voice(doc, view) || is_writing_saying(doc, view))
		return view->adjacent_subject;
	speaker = owner_named_after(doc, view);
	if (speaker == NONE)
		speaker = subject_of_elided(doc, view);
	if (speaker == NONE)
		speaker = owner_of_noun(doc, view);
	if (speaker == NONE)
		speaker = speaker_before_colon(doc, view);
	if (speaker == NONE)
		speaker = speaker_of_inner_report(doc, view);
	if (speaker == NONE)
		speaker = speaker_of_relative_clause(doc, view);
	if (speaker != NONE)
		return speaker;
	if (view->turns && began_with_question(doc, view))
		return view->before_last.mention;
	return NONE;
}
