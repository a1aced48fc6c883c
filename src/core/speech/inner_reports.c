/*
 * inner_reports.c
 *	  The speaker within somebody else's report, and in a relative clause.
 *
 * Takes a span with the cues around it.  "Lund said the clerks had called it “…”" has two verbs of speech; the words
 * are those of the inner one if it is right before a colon, if it was done in the past of the outer one, or if it
 * tells somebody something.  The verb of a relative clause that leads up to the span gives it to the noun before the
 * clause.  News has each of these too seldom for the model to learn.
 */
#include "core/speech/inner_reports.h"

#include "core/base/bounds.h"

/* ---- reports before a colon ---- */

/* "Had", "has also", "had been lamenting": whether the words between a subject and its verb leave no doubt that it was done. */
static bool
is_done(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (!is_word(doc, i) || !token_has(doc, i, WC_AUX | WC_ADV) || token_has(doc, i, WC_NEG) ||
			token_does(doc, i, FN_FUTURE | FN_HABIT | FN_ABILITY) ||
			(token_does(doc, i, FN_COPULA) && (i == first || !token_has(doc, i - 1, WC_AUX) || i + 1 != last || !token_has(doc, last, WC_GERUND))))
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
		(inner->link != SUBJECT_ADJACENT && (inner->link != SUBJECT_SHARED || !is_shouted(view, inner))) || (inner->frames & CUE_DIRECT) == 0 || strength_of(inner) > 1 ||
		!(view->colon ? view->proximity[SIDE_BEFORE] < PROXIMITY_FAR : is_shouted(view, inner)))
		return NONE;
	subject = &doc->mentions[inner->subject];
	for (uint32_t k = view->first_cue_after - 1; k-- > view->first_cue && k + CUES_BESIDE >= view->first_cue_after;)
		if (doc->cues[k].form == FORM_FINITE && doc->cues[k].subject != NONE && doc->cues[k].subject != inner->subject &&
			doc->cues[k].last <= subject->first && (inner->link == SUBJECT_SHARED || is_done(doc, subject->last, inner->first)))
			return inner->subject;
	return NONE;
}

/* ---- reports inside reports ---- */

/* Tokens between the verb of an inner report and the span. */
#define INNER_REACH 14

/* The first comma among the tokens; the end if there is none. */
static uint32_t
first_comma(const Document *doc, uint32_t first, uint32_t last)
{
	while (first < last && token_at(doc, first)->kind != TOKEN_COMMA)
		first++;
	return first;
}

/*
 * "Told the crew that the plan was “…”": whether the words between an inner report's verb and the span are one clause
 * without another verb of speech.
 */
static bool
leads_to_span(const Document *doc, const Cue *inner, uint32_t open, uint64_t breaks)
{
	uint32_t	comma = NONE;

	if (inner->last + INNER_REACH < open)
		return false;
	/* "Told the crew that if it rains, they “…”" */
	for (uint32_t i = inner->last; i + 1 < open && comma == NONE; i++)
		if (token_does(doc, i, FN_COMPLEMENTISER))
			comma = is_word(doc, i + 1) && token_has(doc, i + 1, WC_SUBORD) ? first_comma(doc, i + 1, open) : open;
	for (uint32_t i = inner->last; i < open; i++)
		if (i == comma)
			continue;
		else if (token_at(doc, i)->kind == TOKEN_MARK || (token_at(doc, i)->kind == TOKEN_COMMA && i + 1 < open) || token_at(doc, i)->kind == TOKEN_DASH ||
			token_at(doc, i)->kind == TOKEN_SEMICOLON || token_at(doc, i)->kind == TOKEN_OPEN ||
			(is_word(doc, i) && (token_does(doc, i, FN_CONTRAST) || token_has(doc, i, breaks))
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
		(subject->type == TYPE_PERSON || (subject->type == TYPE_UNKNOWN && subject->kind == MENTION_NAME)) && (subject->kind != MENTION_PRONOUN || !token_has(doc, subject->head, WC_SUBJECT));
}

/* "38 percent of voters", "half of the crew": whether a mention is of a number of people. */
static bool
is_share(const Document *doc, const Mention *mention)
{
	if (mention->kind != MENTION_NOMINAL || (mention->type != TYPE_GROUP && !mention->plural))
		return false;
	for (uint32_t i = mention->first; i <= mention->head && i < mention->first + 3; i++)
		if (is_number(doc, i))
			return true;
	return token_has(doc, mention->head, WC_INDEFINITE) && mention->last > mention->head + 1;
}

/* "Urged drivers to wait and told them": the cue that has the subject of a cue after a coordinator; the cue itself if there is none. */
static const Cue *
first_of_joined(const Document *doc, const Cue *cue)
{
	const Cue  *first = cue - 1;

	if (cue == doc->cues || cue->link != SUBJECT_SHARED || first->sentence != cue->sentence || first->subject != cue->subject ||
		first->link != SUBJECT_ADJACENT || first->form != FORM_FINITE || cue->verb_first == 0 || !token_has(doc, cue->verb_first - 1, WC_COORD))
		return cue;
	return first;
}

/*
 * "Told drivers that", "had said that", "called it": whether a finite cue reports its subject's words even within
 * somebody else's report.  Others are as often that reporter's own: "Lund said the papers revealed".
 */
static bool
is_inner_report(const Document *doc, const Cue *cue)
{
	if (cue->link != SUBJECT_ADJACENT && first_of_joined(doc, cue) == cue)
		return false;
	if (cue->form == FORM_FINITE && is_share(doc, &doc->mentions[cue->subject]))
		return true;
	if ((cue->frames & CUE_THOUGHT) != 0)
		return false;
	/* "Recalled a clerk calling it", "accused him of calling it" */
	if (cue->form == FORM_GERUND)
		return strength_of(cue) <= 1 && cue > doc->cues && cue[-1].sentence == cue->sentence && cue[-1].object == cue->subject &&
			(cue[-1].frames & (token_does(doc, cue->first - 1, FN_GENITIVE) ? CUE_OF : CUE_OBJ_GERUND)) != 0;
	if (cue->form != FORM_FINITE || strength_of(cue) > 1)
		return false;
	if (reports_of_self(doc, cue) || is_perceived(doc, cue))
		return true;
	if (cue->object != NONE)
		return (cue->frames & (CUE_OBJ_THAT | CUE_OBJ_TO_INF)) != 0 || (cue->frames & (CUE_OBJ | CUE_THAT)) == CUE_OBJ;
	return cue->verb_first < cue->first && (cue->frames & CUE_THAT) != 0 &&
		(strength_of(cue) == 0 || (is_word(doc, cue->last) && token_does(doc, cue->last, FN_COMPLEMENTISER)));
}

/* "The report about Lund": the end of a subject with a phrase after a preposition. */
static uint32_t
end_of_subject(const Document *doc, uint32_t number)
{
	uint32_t	last = doc->mentions[number].last;

	for (uint32_t k = number + 1; k < doc->mention_count && doc->mentions[k].first <= last + 1; k++)
		if (doc->mentions[k].first == last + 1 && is_word(doc, last) && token_has(doc, last, WC_PREP))
			return doc->mentions[k].last;
	return last;
}

/*
 * "Lund said the clerks had called it “…”": the subject of the verb of speech that leads up to the span, within the
 * report of somebody else; NONE if there is no such report.
 */
static uint32_t
speaker_of_inner_report(const Document *doc, const QuoteContext *view)
{
	const Cue  *inner = nearest_cue(view, SIDE_BEFORE);
	const Cue  *first;
	const Mention *subject;

	if (view->first_cue_after < view->first_cue + 2 || inner->subject == NONE || !is_inner_report(doc, inner))
		return NONE;
	first = first_of_joined(doc, inner);
	subject = &doc->mentions[inner->subject];
	if ((subject->kind == MENTION_PRONOUN && !is_perceived(doc, inner)) || subject->type == TYPE_THING || subject->type == TYPE_PLACE ||
		!is_done(doc, inner->form == FORM_GERUND ? subject->last + token_does(doc, subject->last, FN_GENITIVE) : end_of_subject(doc, inner->subject), first->first) ||
		!leads_to_span(doc, inner, doc->spans[view->span].open, WC_COORD | WC_RELATIVE))
		return NONE;
	for (uint32_t k = view->first_cue_after - 1; k-- > view->first_cue && k + CUES_BESIDE >= view->first_cue_after;)
		if (doc->cues[k].form == FORM_FINITE && doc->cues[k].subject != NONE && doc->cues[k].subject != inner->subject &&
			doc->cues[k].last <= subject->first && (strength_of(&doc->cues[k]) < 2 || inner->form == FORM_GERUND || is_share(doc, subject)) &&
			((doc->cues[k].frames & (CUE_THAT | CUE_BARE | CUE_OBJ_THAT)) != 0 || doc->cues[k].object == inner->subject))
			return inner->subject;
	return NONE;
}

/* "When Lund said it was “late,” Holt snapped back, “…”": whether the cue after the span leads to the next one. */
static bool
leads_to_next(const Document *doc, const QuoteContext *view)
{
	uint32_t	i = nearest_cue(view, SIDE_AFTER)->last;

	return (token_at(doc, i)->kind == TOKEN_COMMA || token_at(doc, i)->kind == TOKEN_COLON) && i + 1 < doc->token_count && opens_span(doc, i + 1);
}

/* "A letter in which Lund": whether a preposition and a relative pronoun precede a subject. */
static bool
is_in_which(const Document *doc, uint32_t first)
{
	return first >= 2 && is_word(doc, first - 2) && token_has(doc, first - 2, WC_PREP) && token_has(doc, first - 1, WC_RELATIVE) &&
		!token_does(doc, first - 1, FN_DEMONSTRATIVE);
}

/*
 * "Holt left after Lund said that the plan was “late”": the subject of the verb of speech that leads up to the span, in a clause
 * of its own that a conjunction begins; NONE if there is no such clause.
 */
static uint32_t
speaker_of_subordinate(const Document *doc, const QuoteContext *view)
{
	const Cue  *inner = nearest_cue(view, SIDE_BEFORE);
	const Mention *subject;

	if (inner->subject == NONE || !names_show_capitals(doc) || inner->form != FORM_FINITE || inner->link != SUBJECT_ADJACENT || strength_of(inner) > 1 ||
		view->first_cue_after == view->first_cue || inner != &doc->cues[view->first_cue_after - 1])
		return NONE;
	subject = &doc->mentions[inner->subject];
	if (subject->first <= doc->sentences[view->sentence].first || subject->type == TYPE_THING || subject->type == TYPE_PLACE ||
		!(is_in_which(doc, subject->first) || ((inner->frames & (CUE_THAT | CUE_BARE)) != 0 && token_has(doc, subject->first - 1, WC_SUBORD))) ||
		token_does(doc, subject->first - 1, FN_COMPLEMENTISER | FN_AS) ||
		!is_done(doc, subject->last, inner->first) || !leads_to_span(doc, inner, doc->spans[view->span].open, WC_COORD | WC_RELATIVE))
		return NONE;
	/* "Holt sums it up when he notes, “…”": the main clause has the better mention. */
	if (subject->kind == MENTION_PRONOUN && (view->first_cue_after < view->first_cue + 2 || strength_of(inner - 1) > 1 || inner[-1].subject == NONE))
		return NONE;
	/* "After Lund said he was “tired,” Holt said" */
	if (view->adjacent_subject != NONE && view->adjacent_subject != inner->subject && view->last_cue > view->first_cue_after &&
		strength_of(nearest_cue(view, SIDE_AFTER)) == 0 && !leads_to_next(doc, view))
		return NONE;
	return inner->subject;
}

/* Mentions before a span among which a number of people is searched. */
#define SHARES_BACK 4

/*
 * "The survey found that 61 percent of voters like “…”": the number of people whose verb leads up to the span, in a report; NONE
 * if there is none.
 */
static uint32_t
speaker_by_share(const Document *doc, const QuoteContext *view)
{
	uint32_t	open = doc->spans[view->span].open;

	for (uint32_t k = view->first_mention_after; k-- > doc->sentence_mentions[view->sentence] && k + SHARES_BACK >= view->first_mention_after;)
	{
		const Mention *share = &doc->mentions[k];
		uint32_t	i = share->last;

		if (share->inside != NONE || share->nested || !is_share(doc, share) || token_has(doc, share->head, WC_INDEFINITE))
			continue;
		while (i < open && is_word(doc, i) && token_has(doc, i, WC_ADV) && !token_has(doc, i, WC_FINITE | WC_BASE))
			i++;
		if (i >= open || i + INNER_REACH < open || !token_has(doc, i, WC_FINITE | WC_BASE) || token_has(doc, i, WC_AUX))
			return NONE;
		for (i++; i < open; i++)
			if (!is_word(doc, i) || token_has(doc, i, WC_RELATIVE | WC_COORD) || (token_has(doc, i, WC_CUE) && token_has(doc, i, WC_FINITE)))
				return NONE;
		for (uint32_t c = view->first_cue_after; c-- > view->first_cue && c + CUES_BESIDE >= view->first_cue_after;)
			if (doc->cues[c].last <= share->first && doc->cues[c].form == FORM_FINITE && (doc->cues[c].frames & (CUE_THAT | CUE_BARE)) != 0)
				return k;
		return NONE;
	}
	return NONE;
}

/*
 * "Asked his daughter to say “…”", "prompting Holt to ask “…”", "Holt was urged by Lund to say “…”": whom another verb tells what to say right before the span;
 * NONE if nobody is told.
 */
static uint32_t
speaker_told_to_say(const Document *doc, const QuoteContext *view)
{
	const Cue  *inner = nearest_cue(view, SIDE_BEFORE);

	if (inner->subject == NONE || inner->form != FORM_INFINITIVE || strength_of(inner) > 0 || (inner->frames & CUE_DIRECT) == 0 ||
		view->proximity[SIDE_BEFORE] != PROXIMITY_TOUCHING)
		return NONE;
	for (uint32_t k = view->first_cue_after - 1; k-- > view->first_cue && k + CUES_BESIDE >= view->first_cue_after;)
		if ((doc->cues[k].frames & CUE_OBJ_TO_INF) != 0 &&
			(doc->cues[k].form == FORM_PASSIVE ? doc->cues[k].subject != NONE && doc->cues[k].subject != inner->subject : doc->cues[k].object == inner->subject))
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

	if ((inner->frames & CUE_THOUGHT) != 0 || !leads_to_span(doc, inner, open, strength_of(inner) == 0 && token_does(doc, inner->last, FN_NEUTER) ? WC_RELATIVE : WC_COORD | WC_RELATIVE))
		return false;
	if (view->colon)
		return i + 1 == open;
	if (i == open || (i + 1 == open && token_at(doc, i)->kind == TOKEN_COMMA))
		return true;
	return strength_of(inner) <= 1 && is_word(doc, i) && (i + 1 == open || !token_has(doc, i, WC_PREP) || token_has(doc, i, WC_SUBORD));
}

/* "Tidal Dreams, a publication that": the name right before a comma and an indefinite phrase for a body or writing; NONE if there is none. */
static uint32_t
name_before_noun(const Document *doc, uint32_t number)
{
	const Mention *noun = &doc->mentions[number];

	if (noun->kind != MENTION_NOMINAL || number == 0 || noun->first == 0 || !token_does(doc, noun->first, FN_INDEFINITE) || token_at(doc, noun->first - 1)->kind != TOKEN_COMMA)
		return NONE;
	for (uint32_t k = number; k-- > 0 && k + 3 > number;)
		if (doc->mentions[k].last + 1 == noun->first && doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].inside == NONE && doc->mentions[k].sentence == noun->sentence &&
			(doc->mentions[k].type == TYPE_ORGANISATION || doc->mentions[k].type == TYPE_DOCUMENT || doc->mentions[k].type == TYPE_UNKNOWN))
			return k;
	return NONE;
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
	uint32_t	named;

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
	named = name_before_noun(doc, inner->subject);
	return named != NONE ? named : inner->subject;
}

/* Mentions before a verb among which the object of another one is. */
#define OBJECTS_BACK 3

/*
 * "Lund criticised Holt for calling her “a liar”": the object of the verb before it, with "for" between it and the gerund that leads up to
 * the span; NONE if there is none.  In "apologised to Holt for calling", it is no object.
 */
static uint32_t
speaker_blamed(const Document *doc, const QuoteContext *view)
{
	const Cue  *inner = nearest_cue(view, SIDE_BEFORE);
	uint32_t	goal;

	if (!names_show_capitals(doc) || view->first_cue_after == view->first_cue || inner != &doc->cues[view->first_cue_after - 1] || inner->form != FORM_GERUND ||
		strength_of(inner) > 1 || inner->first < doc->sentences[view->sentence].first + 3 || !leads_to_span(doc, inner, doc->spans[view->span].open, WC_COORD | WC_RELATIVE))
		return NONE;
	goal = inner->first - 1;
	if (!is_word(doc, goal) || !token_does(doc, goal, FN_GOAL))
		return NONE;
	/* "Criticised Holt for speaking in a “rough manner”" */
	for (uint32_t i = inner->last; i < doc->spans[view->span].open; i++)
		if (is_word(doc, i) && token_has(doc, i, WC_PREP) && !token_does(doc, i, FN_AS))
			return NONE;
	for (uint32_t k = view->first_mention_after; k-- > doc->sentence_mentions[view->sentence] && k + OBJECTS_BACK + 2 >= view->first_mention_after;)
	{
		const Mention *object = &doc->mentions[k];

		if (object->inside == NONE && object->last == goal && !object->nested && object->first > doc->sentences[view->sentence].first)
			return is_word(doc, object->first - 1) && token_has(doc, object->first - 1, WC_FINITE | WC_BASE | WC_GERUND) && !token_has(doc, object->first - 1, WC_PREP | WC_AUX) &&
				(object->type == TYPE_PERSON || object->type == TYPE_ORGANISATION || object->type == TYPE_GROUP || (object->type == TYPE_UNKNOWN && object->kind == MENTION_NAME)) ? k : NONE;
	}
	return NONE;
}

/*
 * "A step that critics said would “ruin” it", "a move critics say amounts to a “farce”": the subject of a verb of speech right before the
 * verb of the relative clause that leads up to the span; NONE if there is no such clause.
 */
static uint32_t
speaker_before_gap(const Document *doc, const QuoteContext *view)
{
	const Cue  *cue = nearest_cue(view, SIDE_BEFORE);
	uint32_t	open = doc->spans[view->span].open;
	uint32_t	i = cue->last;

	if (!names_show_capitals(doc) || view->first_cue_after == view->first_cue || cue != &doc->cues[view->first_cue_after - 1] || cue->subject == NONE || cue->form != FORM_FINITE ||
		cue->link != SUBJECT_ADJACENT || strength_of(cue) > 1 || (cue->frames & (CUE_THAT | CUE_BARE)) != (CUE_THAT | CUE_BARE) ||
		doc->mentions[cue->subject].last != cue->verb_first || doc->mentions[cue->subject].type == TYPE_THING || i + INNER_REACH < open || i >= open ||
		!is_word(doc, i) || !token_has(doc, i, WC_FINITE | WC_AUX) || token_has(doc, i, WC_PRONOUN | WC_DET | WC_NOUN))
		return NONE;
	for (i++; i < open; i++)
		if (token_at(doc, i)->kind == TOKEN_COMMA || token_at(doc, i)->kind == TOKEN_MARK || (is_word(doc, i) && token_has(doc, i, WC_RELATIVE | WC_COORD | WC_SUBORD)))
			return NONE;
	return cue->subject;
}

/*
 * "Lund said the port would “close,” according to the Herald": the subject of the verb of speech that leads up to the span, of which the
 * cue right after it is the source; NONE if there is no such verb.
 */
static uint32_t
speaker_with_source(const Document *doc, const QuoteContext *view)
{
	const Cue  *source = nearest_cue(view, SIDE_AFTER);
	uint32_t	number = view->first_cue_after;
	const Cue  *inner;
	const Mention *subject;

	/* "Lund said she planned to “stay,” according to the Herald" */
	while (number > view->first_cue && number + CUES_BESIDE > view->first_cue_after && (doc->cues[number - 1].frames & CUE_THOUGHT) != 0)
		number--;
	if (number == view->first_cue)
		return NONE;
	inner = &doc->cues[number - 1];
	if (view->last_cue == view->first_cue_after ||
		source->form != FORM_PREPOSITION || source->subject == NONE || strength_of(source) > 0 || source->first != doc->spans[view->span].close + 1 ||
		inner->subject == NONE || strength_of(inner) > 1 || (inner->frames & (CUE_THAT | CUE_BARE)) == 0 || (inner->frames & CUE_THOUGHT) != 0)
		return NONE;
	subject = &doc->mentions[inner->subject];
	if (subject->type == TYPE_THING || subject->type == TYPE_PLACE || !leads_to_span(doc, inner, doc->spans[view->span].open, WC_COORD | WC_RELATIVE))
		return NONE;
	if (inner->form == FORM_GERUND)
		return inner->subject;
	return inner->form == FORM_FINITE && inner->link == SUBJECT_ADJACENT && is_done(doc, end_of_subject(doc, inner->subject), inner->first) ? inner->subject : NONE;
}

/* Mentions before a span among which a writing with a relative clause is searched. */
#define WRITINGS_BACK 5

/* "An ordinance", "the Clean Harbours Act of 2001": whether a mention is a writing that nobody in the article owns. */
static bool
is_law(const Document *doc, const Mention *mention)
{
	if (mention->kind == MENTION_NOMINAL)
		return mention->type == TYPE_DOCUMENT && !mention->plural && !token_has(doc, mention->first, WC_POSSESSIVE) &&
			!token_does(doc, mention->head, FN_OWN | FN_AUTHORED | FN_PUBLISHED);
	for (uint32_t i = mention->name_first; mention->kind == MENTION_NAME && i < mention->name_last; i++)
		if (token_has(doc, i, WC_DOCUMENT))
			return mention->type == TYPE_DOCUMENT || mention->type == TYPE_THING;
	return false;
}

/*
 * "Holt pointed to an ordinance that bans “…”", "the Clean Harbours Act, which would forbid “…”": the writing before the relative
 * clause that leads up to the span, whatever its verb; NONE if there is none.
 */
static uint32_t
speaker_by_law(const Document *doc, const QuoteContext *view)
{
	uint32_t	open = doc->spans[view->span].open;

	for (uint32_t k = view->first_mention_after; k-- > doc->sentence_mentions[view->sentence] && k + WRITINGS_BACK >= view->first_mention_after;)
	{
		const Mention *law = &doc->mentions[k];
		uint32_t	i = law->last;
		uint32_t	verb;

		if (law->inside != NONE || law->last + INNER_REACH < open || !is_law(doc, law))
			continue;
		if (token_at(doc, i)->kind == TOKEN_COMMA)
			i++;
		if (i + 1 >= open || !is_word(doc, i) || !token_has(doc, i, WC_RELATIVE) || token_does(doc, i, FN_PERSONAL) ||
			!token_has(doc, i + 1, WC_FINITE | WC_AUX) || token_has(doc, i + 1, WC_PRONOUN))
			return NONE;
		/* "The judge spoke of a policy that was “…”" */
		if (token_does(doc, i + 1, FN_COPULA) && view->first_cue_after > view->first_cue && doc->cues[view->first_cue].subject != NONE)
			return NONE;
		verb = i + 1;
		for (i = verb; i < open; i++)
			if (!is_word(doc, i) || token_has(doc, i, WC_RELATIVE | WC_COORD | WC_SUBORD | WC_NEG) ||
				(i > verb && token_has(doc, i, WC_CUE) && token_has(doc, i, WC_GERUND | WC_PARTICIPLE)))
				return NONE;
		return k;
	}
	return NONE;
}

/* The subject of the inner report, or the antecedent of the relative clause, that leads up to the span; NONE if there is neither. */
uint32_t
nq_speaker_of_inner_report(const Document *doc, const QuoteContext *view)
{
	uint32_t	speaker = speaker_before_colon(doc, view);

	if (speaker == NONE)
		speaker = speaker_of_inner_report(doc, view);
	if (speaker == NONE)
		speaker = speaker_of_subordinate(doc, view);
	if (speaker == NONE)
		speaker = speaker_told_to_say(doc, view);
	if (speaker == NONE)
		speaker = speaker_before_gap(doc, view);
	if (speaker == NONE)
		speaker = speaker_blamed(doc, view);
	if (speaker == NONE)
		speaker = speaker_with_source(doc, view);
	if (speaker == NONE)
		speaker = speaker_by_share(doc, view);
	if (speaker == NONE)
		speaker = speaker_of_relative_clause(doc, view);
	return speaker == NONE ? speaker_by_law(doc, view) : speaker;
}
