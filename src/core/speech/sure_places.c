/*
 * sure_places.c
 *	  Speakers by their place, where it leaves no doubt.
 *
 * The reporting clause right after a span, a source that begins the sentence, a clause after the last comma.  The model
 * would decide most of them so, too, but less surely in articles to which it was not fitted.  The rules are for languages
 * whose capitals show names.
 */
#include "core/speech/sure_places.h"

#include "core/base/bounds.h"
#include "core/entities/referents.h"
#include "core/lexical/word_properties.h"

/* "“…,” as the Herald put it", "“…,” a source who knew him told the Herald": the subject of the reporting clause right after the span. */
static uint32_t
who_follows(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	const Cue  *cue = nearest_cue(view, SIDE_AFTER);
	uint32_t	next = span->close + 1;

	if (view->last_cue == view->first_cue_after || cue->subject == NONE || cue->form != FORM_FINITE || next + 1 >= doc->sentences[view->sentence].last ||
		!ends_in_comma(doc, span) || doc->mentions[cue->subject].type == TYPE_THING)
		return NONE;
	if (token_does(doc, next, FN_AS))
		return doc->mentions[cue->subject].first == next + 1 && strength_of(cue) <= 1 ? cue->subject : NONE;
	if (view->first_cue_after > view->first_cue && nearest_cue(view, SIDE_BEFORE)->form == FORM_FINITE && strength_of(nearest_cue(view, SIDE_BEFORE)) <= 1)
		return NONE;
	return doc->mentions[cue->subject].first == next && strength_of(cue) == 0 && (cue->frames & CUE_DIRECT) != 0 ? cue->subject : NONE;
}

/* Mentions after a span among which is the one right after it. */
#define AGENTS_AFTER 3

/* "“…,” Lund harrumphed.": whoever is before a word that no list has and that ends the sentence, right after the comma of a quotation; NONE if there is nobody. */
static uint32_t
who_does_so(const Document *doc, const QuoteContext *view)
{
	uint32_t	next = doc->spans[view->span].close + 1;
	uint32_t	last = doc->sentences[view->sentence].last;
	uint32_t	end = doc->sentence_mentions[view->sentence + 1];

	if (view->last_cue > view->first_cue_after || next + 2 > last || !ends_in_comma(doc, &doc->spans[view->span]))
		return NONE;
	for (uint32_t k = view->first_mention_after; k < end && k < view->first_mention_after + AGENTS_AFTER; k++)
	{
		const Mention *mention = &doc->mentions[k];
		uint32_t	verb = mention->last;

		if (mention->first != next || mention->nested || mention->possessive || mention->inside != NONE || mention->type == TYPE_THING || mention->type == TYPE_DOCUMENT ||
			verb >= last || !is_word(doc, verb) || (token_at(doc, verb)->flags & TOKEN_CAPITAL) != 0)
			continue;
		return (classes_at(doc, verb) == 0 || (token_has(doc, verb, WC_FINITE) && !token_has(doc, verb, WC_AUX))) && (verb + 1 >= last || token_at(doc, verb + 1)->kind == TOKEN_STOP) ? k : NONE;
	}
	return NONE;
}

/*
 * "“…,” Lund said Holt told him", "“…,” she recalled the guard shouting": the subject of a second report right inside the one after
 * the span, with nothing else that it could report; NONE if there is none.
 */
static uint32_t
who_was_heard(const Document *doc, const QuoteContext *view)
{
	const Cue  *outer = nearest_cue(view, SIDE_AFTER);
	const Cue  *inner;
	uint32_t	next = doc->spans[view->span].close + 1;
	uint32_t	i;

	if (view->last_cue < view->first_cue_after + 2 || outer->subject == NONE || outer->form != FORM_FINITE || strength_of(outer) > 1 ||
		!ends_in_comma(doc, &doc->spans[view->span]) || doc->mentions[outer->subject].first != next)
		return NONE;
	inner = &doc->cues[view->first_cue_after + 1];
	if (inner->subject == NONE || inner->link != SUBJECT_ADJACENT || strength_of(inner) > 0 || (inner->frames & CUE_DIRECT) == 0 ||
		doc->mentions[inner->subject].first != outer->last || doc->mentions[inner->subject].kind == MENTION_PRONOUN || doc->mentions[inner->subject].type == TYPE_THING)
		return NONE;
	if (inner->form == FORM_GERUND)
		return (outer->frames & CUE_OBJ_GERUND) != 0 ? inner->subject : NONE;
	if (inner->form != FORM_FINITE || (outer->frames & (CUE_THAT | CUE_BARE)) == 0 || inner->object == NONE || (inner->frames & CUE_OBJ_THAT) == 0)
		return NONE;
	/* "Lund said Holt told him he would sail" */
	i = doc->mentions[inner->object].last;
	return !is_word(doc, i) || token_has(doc, i, WC_PREP | WC_TIME | WC_DAY | WC_ADV) ? inner->subject : NONE;
}

/*
 * "Lund told Holt, “…,” according to the transcript", "her mother used to tell her, “…,” Lund recalls": the subject of the strong verb right before
 * the span, of which the cue after it is the source or witness; NONE if there is no such verb.
 */
static uint32_t
who_is_reported(const Document *doc, const QuoteContext *view)
{
	const Cue  *cue = nearest_cue(view, SIDE_BEFORE);
	const Cue  *after = nearest_cue(view, SIDE_AFTER);
	bool		recalled;

	if (view->first_cue_after == view->first_cue || view->last_cue == view->first_cue_after || cue->subject == NONE || strength_of(cue) > 0 ||
		(cue->frames & CUE_DIRECT) == 0 || cue->object == NONE || doc->mentions[cue->object].last + 1 != doc->spans[view->span].open ||
		doc->mentions[cue->subject].type == TYPE_THING)
		return NONE;
	recalled = after->form == FORM_FINITE && (after->frames & CUE_OBJ_GERUND) != 0 && view->proximity[SIDE_AFTER] == PROXIMITY_TOUCHING;
	if (cue->form == FORM_FINITE ? cue->link != SUBJECT_ADJACENT : cue->form != FORM_INFINITIVE || !recalled)
		return NONE;
	return recalled || after->form == FORM_PREPOSITION ? cue->subject : NONE;
}

/* "As Lund put it, the navy claimed “…”": the subject of the clause that begins the sentence, whose words all of it is; NONE if there is none. */
static uint32_t
who_puts_it(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	const Cue  *cue = view->first_cue_after > view->first_cue ? &doc->cues[view->first_cue] : NULL;

	if (cue == NULL || !token_does(doc, floor, FN_AS) || cue->subject == NONE || cue->form != FORM_FINITE ||
		strength_of(cue) > 0 || doc->mentions[cue->subject].first != floor + 1 || doc->mentions[cue->subject].type == TYPE_THING)
		return NONE;
	return token_does(doc, cue->last - 1, FN_NEUTER) && token_at(doc, cue->last)->kind == TOKEN_COMMA ? cue->subject : NONE;
}

/*
 * "According to the lawsuit, the cake would be “…”": the source at the beginning of the sentence, without a verb of speech between it
 * and the span; NONE if there is none.
 */
static uint32_t
who_is_cited(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	source = NONE;

	if (view->adjacent_subject != NONE)
		return NONE;
	for (uint32_t k = view->first_cue; k < view->first_cue_after && k < view->first_cue + CUES_SCANNED; k++)
		if (doc->cues[k].form == FORM_PREPOSITION && doc->cues[k].subject != NONE && doc->cues[k].first == floor && strength_of(&doc->cues[k]) == 0)
			source = doc->cues[k].subject;
		else if (doc->cues[k].form != FORM_NOUN)
			return NONE;
	if (source == NONE || doc->mentions[source].type == TYPE_THING || doc->mentions[source].type == TYPE_PLACE || token_has(doc, doc->mentions[source].first, WC_POSSESSIVE))
		return NONE;
	/* "In Lund's account": the owner's words. */
	for (uint32_t i = doc->mentions[source].first; doc->mentions[source].kind == MENTION_NOMINAL && i < doc->mentions[source].head; i++)
		if (has_property(doc, i, PROP_POSSESSIVE))
			return NONE;
	return source;
}

/* "Holt left, with Lund saying it was “time”", "despite Lund warning that": the subject of the gerund after a preposition, with a comma or "that"; NONE if there is none. */
static uint32_t
who_is_with(const Document *doc, const QuoteContext *view)
{
	const Cue  *cue = nearest_cue(view, SIDE_BEFORE);
	const Mention *subject;
	bool		that;

	if (view->first_cue_after == view->first_cue || cue->subject == NONE || cue->form != FORM_GERUND || cue->link != SUBJECT_ADJACENT || strength_of(cue) > 1)
		return NONE;
	subject = &doc->mentions[cue->subject];
	that = is_word(doc, cue->last) && token_does(doc, cue->last, FN_COMPLEMENTISER);
	if (strength_of(cue) > that || subject->last != cue->first || subject->first < doc->sentences[view->sentence].first + 2 || subject->type == TYPE_THING || subject->type == TYPE_PLACE ||
		!token_has(doc, subject->first - 1, WC_PREP) || (token_at(doc, subject->first - 2)->kind != TOKEN_COMMA && (!that || strength_of(cue) == 0 || subject->kind != MENTION_NAME)))
		return NONE;
	if (doc->spans[view->span].open > cue->last + CLAUSE_WORDS)
		return NONE;
	for (uint32_t i = cue->last; i < doc->spans[view->span].open; i++)
		if (token_at(doc, i)->kind == TOKEN_MARK || (is_word(doc, i) && token_has(doc, i, WC_COORD | WC_RELATIVE) && !token_does(doc, i, FN_COMPLEMENTISER)))
			return NONE;
	return cue->subject;
}

/* Words between the verb of a parenthesis and its comma: "engineers warned in late May,". */
#define PARENTHESIS_WORDS 4

/* The phrase before a parenthesis, if the next verb of speech is its own and tells or calls: "the referee, he said, had told him". */
static uint32_t
subject_around(const Document *doc, const QuoteContext *view, uint32_t comma, uint32_t after)
{
	const Cue  *inner = &doc->cues[view->first_cue + 1];

	if (view->first_cue_after != view->first_cue + 2 || inner->form != FORM_FINITE || strength_of(inner) > 1 || inner->object == NONE ||
		(inner->frames & (CUE_OBJ_THAT | CUE_OBJ)) == 0)
		return NONE;
	for (uint32_t i = after; i < inner->first; i++)
		if (!is_word(doc, i) || !token_has(doc, i, WC_ADV | WC_AUX) || token_has(doc, i, WC_NEG) || token_does(doc, i, FN_FUTURE | FN_HABIT | FN_ABILITY))
			return NONE;
	for (uint32_t k = doc->sentence_mentions[view->sentence]; k < view->first_mention_after && doc->mentions[k].first < comma; k++)
		if (doc->mentions[k].last == comma && !doc->mentions[k].nested && doc->mentions[k].type != TYPE_THING)
			return k;
	return NONE;
}

/*
 * "The governor, critics say, is “asleep”": the subject of a clause between commas that reports the sentence around it, or the subject of that
 * sentence if it reports, too; NONE if there is none.
 */
static uint32_t
who_says_in_passing(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	const Cue  *cue = view->first_cue_after > view->first_cue ? &doc->cues[view->first_cue] : NULL;
	const Mention *subject;
	uint32_t	after;

	if (cue == NULL || cue->subject == NONE || cue->form != FORM_FINITE || cue->link != SUBJECT_ADJACENT || strength_of(cue) > 1 ||
		(cue->frames & (CUE_DIRECT | CUE_THAT)) != (CUE_DIRECT | CUE_THAT) || cue->object != NONE)
		return NONE;
	subject = &doc->mentions[cue->subject];
	if (subject->first <= floor + 1 || token_at(doc, subject->first - 1)->kind != TOKEN_COMMA || subject->last != cue->first || subject->type == TYPE_THING)
		return NONE;
	for (after = cue->last; after < cue->last + PARENTHESIS_WORDS && is_word(doc, after) && !token_has(doc, after, WC_FINITE | WC_AUX) && !token_does(doc, after, FN_COMPLEMENTISER); after++)
		;
	if (token_at(doc, after)->kind != TOKEN_COMMA || after >= doc->spans[view->span].open || after + CLAUSE_WORDS < doc->spans[view->span].open)
		return NONE;
	after++;
	if (view->first_cue_after > view->first_cue + 1 && strength_of(cue + 1) < 2 && cue[1].form != FORM_NOUN)
		return subject_around(doc, view, subject->first - 1, after);
	for (uint32_t i = after; i < doc->spans[view->span].open; i++)
		if (!is_word(doc, i) || token_has(doc, i, WC_RELATIVE | WC_SUBORD | WC_COORD) || token_does(doc, i, FN_COMPLEMENTISER))
			return NONE;
	for (uint32_t k = view->first_cue + 1; k < view->first_cue_after; k++)
		if (strength_of(&doc->cues[k]) < 2 && doc->cues[k].form != FORM_NOUN)
			return NONE;
	return cue->subject;
}

/* "And the rowers began chanting “…”": the subject, after a coordinator, of a gerund right before the span; NONE if there is none. */
static uint32_t
who_joins_in(const Document *doc, const QuoteContext *view)
{
	const Cue  *cue = nearest_cue(view, SIDE_BEFORE);
	const Mention *subject;

	if (view->first_cue_after == view->first_cue || cue->subject == NONE || cue->form != FORM_GERUND || cue->link != SUBJECT_ADJACENT || strength_of(cue) > 0 ||
		cue->last != doc->spans[view->span].open)
		return NONE;
	subject = &doc->mentions[cue->subject];
	return subject->last + 1 == cue->first && subject->first > doc->sentences[view->sentence].first && token_has(doc, subject->first - 1, WC_COORD) &&
		token_has(doc, subject->last, WC_FINITE) ? cue->subject : NONE;
}

/*
 * The attribution, by a cue, of the span before a span in the same sentence, if no verb of speech beside the span has a subject; NULL if
 * there is none.
 */
static const Attribution *
reported_before(const Document *doc, const QuoteContext *view)
{
	const Attribution *before;

	if (view->span == 0 || doc->span_sentences[view->span - 1] != view->sentence || view->adjacent_subject != NONE)
		return NULL;
	before = &doc->attributions[view->span - 1];
	return before->speaker != NONE && before->cue != NONE ? before : NULL;
}

/* "Accused him of saying “late” and “slow”": the speaker of the span before the span, if only "and", "or" or a comma is between; otherwise NONE. */
static uint32_t
who_lists(const Document *doc, const QuoteContext *view)
{
	const Attribution *before = reported_before(doc, view);

	return before != NULL && doc->cues[before->cue].first <= doc->spans[view->span - 1].open && nq_follows_list(doc, view->span) ? before->speaker : NONE;
}

/* "Lund said it was “late” and that the crew “slept”": the speaker of the span before "and that"; NONE if the words differ. */
static uint32_t
who_goes_on(const Document *doc, const QuoteContext *view)
{
	const Attribution *before = reported_before(doc, view);
	uint32_t	i;

	if (before == NULL)
		return NONE;
	i = doc->spans[view->span - 1].close + 1;
	if (token_at(doc, i)->kind == TOKEN_COMMA)
		i++;
	if (!token_does(doc, i, FN_AND) || !token_does(doc, i + 1, FN_COMPLEMENTISER))
		return NONE;
	for (uint32_t k = view->first_cue; k < view->first_cue_after && k < view->first_cue + CUES_SCANNED; k++)
		if (doc->cues[k].first > i)
			return NONE;
	return before->speaker;
}

/* Tokens between a verb of speech and the end of its sentence: "said on Thursday night." */
#define LAST_WORDS 4

/* "Also would push": whether a verb has not happened. */
static bool
is_hypothetical(const Document *doc, const Cue *cue)
{
	for (uint32_t i = cue->verb_first; i < cue->first; i++)
		if (token_does(doc, i, FN_FUTURE | FN_HABIT))
			return true;
	return false;
}

/* Whether no comma, colon or quotation mark is between a token and the end of the sentence of a span. */
static bool
ends_clause(const Document *doc, const QuoteContext *view, uint32_t from)
{
	for (uint32_t i = from; i < doc->sentences[view->sentence].last; i++)
		if (token_at(doc, i)->kind == TOKEN_COMMA || token_at(doc, i)->kind == TOKEN_COLON || token_at(doc, i)->kind == TOKEN_MARK)
			return false;
	return true;
}

/*
 * "Lund should “go home” and not come back, Holt has said.", "..., reports the Herald.": whose words a sentence without any other verb of speech is, by the
 * clause after its last comma; NONE if it has none.
 */
static uint32_t
who_said_all(const Document *doc, const QuoteContext *view)
{
	const Cue  *last = view->last_cue > view->first_cue_after ? &doc->cues[view->last_cue - 1] : NULL;
	const Mention *subject;
	bool		inverted;

	if (last == NULL || last->subject == NONE || last->form != FORM_FINITE || view->adjacent_subject != NONE ||
		(last->frames & (CUE_DIRECT | CUE_THAT)) != (CUE_DIRECT | CUE_THAT))
		return NONE;
	subject = &doc->mentions[last->subject];
	inverted = subject->first == last->last && last->verb_first == last->first;
	/* "The “grey berth” leases, said Lund": a term before a noun may be nobody's. */
	if (inverted && may_be_modified(doc, doc->spans[view->span].close + 1))
		return NONE;
	if (strength_of(last) > inverted || (!inverted && last->link != SUBJECT_ADJACENT) || (inverted ? subject->last : last->last) + LAST_WORDS + 1 < doc->sentences[view->sentence].last ||
		subject->kind == MENTION_PRONOUN || subject->first <= doc->spans[view->span].close + 1 ||
		token_at(doc, (inverted ? last->first : subject->first) - 1)->kind != TOKEN_COMMA)
		return NONE;
	/* "Lund should not repeat his “late” comment, Holt has said": the noun's owner. */
	if (doc->spans[view->span].open > 0 && (has_property(doc, doc->spans[view->span].open - 1, PROP_POSSESSIVE) || token_has(doc, doc->spans[view->span].open - 1, WC_POSSESSIVE)) &&
		token_has(doc, doc->spans[view->span].close + 1, WC_CUENOUN))
		return NONE;
	if (!ends_clause(doc, view, inverted ? subject->last : last->last))
		return NONE;
	for (uint32_t k = view->first_cue; k + 1 < view->last_cue && k < view->first_cue + CUES_SCANNED; k++)
		if (doc->cues[k].form == FORM_FINITE && (doc->cues[k].subject != NONE || inverted) && (k < view->first_cue_after || strength_of(&doc->cues[k]) == 0) &&
			!(inverted && (doc->cues[k].frames & CUE_THOUGHT) != 0) && !is_hypothetical(doc, &doc->cues[k]))
			return NONE;
	return last->subject;
}

/*
 * "Lund was “furious” when he saw it, according to two clerks.": the source that ends a sentence without a verb of speech; NONE if it
 * has none.
 */
static uint32_t
who_is_cited_last(const Document *doc, const QuoteContext *view)
{
	const Cue  *last = view->last_cue > view->first_cue_after ? &doc->cues[view->last_cue - 1] : NULL;
	const Mention *source;

	if (last == NULL || last->subject == NONE || last->form != FORM_PREPOSITION || strength_of(last) > 0 || view->adjacent_subject != NONE ||
		token_at(doc, last->first - 1)->kind != TOKEN_COMMA)
		return NONE;
	source = &doc->mentions[last->subject];
	if (source->kind == MENTION_PRONOUN || source->type == TYPE_THING || source->type == TYPE_PLACE || source->last + LAST_WORDS + 1 < doc->sentences[view->sentence].last)
		return NONE;
	if (!ends_clause(doc, view, source->last))
		return NONE;
	for (uint32_t k = view->first_cue; k + 1 < view->last_cue && k < view->first_cue + CUES_SCANNED; k++)
		if (doc->cues[k].subject != NONE && strength_of(&doc->cues[k]) < 2)
			return NONE;
	return last->subject;
}

/* Tokens of a sentence before the colon that introduces a span: "Lund, the captain, was less happy:". */
#define COLON_REACH 24

/*
 * "Lund was less happy: “…”": the only person in a sentence without reporting words before a colon, and its subject; NONE if there
 * is another, or a word for what is said or written.
 */
static uint32_t
who_is_before_colon(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	colon = doc->spans[view->span].open - 1;
	uint32_t	subject = NONE;

	if (colon <= floor + 1 || colon > floor + COLON_REACH || token_at(doc, colon)->kind != TOKEN_COLON || view->adjacent_subject != NONE)
		return NONE;
	for (uint32_t i = floor; i < colon; i++)
		if (token_at(doc, i)->kind == TOKEN_MARK || (is_word(doc, i) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, i, WC_CUENOUN | WC_DOCUMENT)))
			return NONE;
	for (uint32_t k = view->first_cue; k < view->first_cue_after; k++)
		if (doc->cues[k].subject != NONE)
			return NONE;
	for (uint32_t k = doc->sentence_mentions[view->sentence]; k < doc->sentence_mentions[view->sentence + 1] && doc->mentions[k].last <= colon; k++)
	{
		const Mention *mention = &doc->mentions[k];

		/* "Lund himself" */
		if (mention->nested || (subject != NONE && (is_apposed(mention) || (mention->kind == MENTION_PRONOUN && mention->first == doc->mentions[subject].last))))
			continue;
		if (subject == NONE ? mention->first != floor || mention->possessive || mention->plural || !nq_may_be_person(doc, mention) || mention->last == colon :
			mention->type == TYPE_PERSON || mention->type == TYPE_GROUP || mention->type == TYPE_UNKNOWN)
			return NONE;
		if (subject == NONE)
			subject = k;
	}
	return subject;
}

/* "Called “late” by Lund and “dull” by Holt": the agent right after the second name of one participle; NONE if there is none. */
static uint32_t
who_is_second_agent(const Document *doc, const QuoteContext *view)
{
	const Attribution *before;
	uint32_t	next = doc->spans[view->span].close + 1;
	uint32_t	end = doc->sentence_mentions[view->sentence + 1];

	if (view->span == 0 || doc->span_sentences[view->span - 1] != view->sentence || next + 1 >= doc->sentences[view->sentence].last ||
		!is_word(doc, next) || !token_does(doc, next, FN_AGENT))
		return NONE;
	before = &doc->attributions[view->span - 1];
	if (before->speaker == NONE || before->cue == NONE || doc->cues[before->cue].form != FORM_PASSIVE)
		return NONE;
	for (uint32_t k = view->first_mention_after; k < end && k < view->first_mention_after + AGENTS_AFTER; k++)
		if (doc->mentions[k].first == next + 1 && doc->mentions[k].inside == NONE && doc->mentions[k].type != TYPE_THING && !doc->mentions[k].possessive)
			return k;
	return NONE;
}

/* "Dubbed “late” by Lund, Holt said": the agent right after the name that a participle right before the span gives; NONE if there is none. */
static uint32_t
who_is_agent(const Document *doc, const QuoteContext *view)
{
	uint32_t	open = doc->spans[view->span].open;
	uint32_t	next = doc->spans[view->span].close + 1;
	uint32_t	end = doc->sentence_mentions[view->sentence + 1];
	uint32_t	verb = open - 1;

	/* The agent is known. */
	if (nearest_cue(view, SIDE_BEFORE)->form == FORM_PASSIVE && nearest_cue(view, SIDE_BEFORE)->subject != NONE)
		return NONE;
	if (open <= doc->sentences[view->sentence].first || next + 1 >= doc->sentences[view->sentence].last || !is_word(doc, next) || !token_does(doc, next, FN_AGENT))
		return NONE;
	if (verb > doc->sentences[view->sentence].first && token_does(doc, verb, FN_AS))
		verb--;
	if (!is_word(doc, verb) || !token_has(doc, verb, WC_PARTICIPLE) || !token_has(doc, verb, WC_CUE) || (doc->lexicon->words[token_at(doc, verb)->word].cue & CUE_OBJ) == 0)
		return NONE;
	for (uint32_t k = view->first_mention_after; k < end && k < view->first_mention_after + AGENTS_AFTER; k++)
		if (doc->mentions[k].first == next + 1 && doc->mentions[k].inside == NONE && doc->mentions[k].type != TYPE_THING && !doc->mentions[k].possessive && !doc->mentions[k].nested)
			return k;
	return NONE;
}

/* Mentions before a span among which is whom its words are heard from. */
#define SOURCES_BEFORE 4

/* "Lund heard from Holt that it was “late”": whom a verb before "from" says to be the source of what follows; NONE if there is nobody. */
static uint32_t
who_is_heard_from(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;

	for (uint32_t k = view->first_mention_after; k-- > doc->sentence_mentions[view->sentence] && k + SOURCES_BEFORE >= view->first_mention_after;)
	{
		const Mention *source = &doc->mentions[k];

		if (source->inside != NONE || source->last >= doc->spans[view->span].open || source->first < floor + 3 || !token_does(doc, source->last, FN_COMPLEMENTISER))
			continue;
		if (source->type == TYPE_THING || source->type == TYPE_PLACE || source->possessive || !token_does(doc, source->first - 1, FN_SOURCE) ||
			!is_word(doc, source->first - 2) || !token_has(doc, source->first - 2, WC_FINITE | WC_PARTICIPLE))
			return NONE;
		for (uint32_t c = view->first_cue; c < view->first_cue_after && c < view->first_cue + CUES_SCANNED; c++)
			if (doc->cues[c].first > source->last)
				return NONE;
		return k;
	}
	return NONE;
}

/*
 * "If, in Lund's words, the council planned to “…”", "the council, according to Lund, hoped to “…”": the source before a verb of
 * thought, which reports nothing itself; NONE if there is none.
 */
static uint32_t
who_is_cited_within(const Document *doc, const QuoteContext *view)
{
	const Cue  *thought = nearest_cue(view, SIDE_BEFORE);
	const Cue  *source = view->first_cue_after < view->first_cue + 2 ? NULL : thought - 1;
	const Mention *mention;
	uint32_t	last;

	if (source == NULL || view->adjacent_subject != NONE || thought->form != FORM_FINITE || (thought->frames & CUE_THOUGHT) == 0 ||
		thought->subject == NONE || source->subject == NONE)
		return NONE;
	mention = &doc->mentions[source->subject];
	last = source->form == FORM_NOUN ? source->last : mention->last;
	if (token_at(doc, last)->kind != TOKEN_COMMA || (doc->mentions[thought->subject].first != last + 1 && thought->verb_first != last + 1) || mention->type == TYPE_THING ||
		mention->first <= doc->sentences[view->sentence].first)
		return NONE;
	if (source->form == FORM_NOUN)
		return source->link == SUBJECT_POSSESSOR && token_does(doc, mention->first - 1, FN_COMPLEMENT) && token_has(doc, mention->first - 1, WC_STARTS) ? source->subject : NONE;
	return source->form == FORM_PREPOSITION && strength_of(source) == 0 ? source->subject : NONE;
}

uint32_t
nq_speaker_by_place(const Document *doc, const QuoteContext *view)
{
	uint32_t	speaker;

	if (!names_show_capitals(doc))
		return NONE;
	speaker = who_was_heard(doc, view);
	if (speaker == NONE)
		speaker = who_follows(doc, view);
	if (speaker == NONE)
		speaker = who_does_so(doc, view);
	if (speaker == NONE)
		speaker = who_puts_it(doc, view);
	if (speaker == NONE)
		speaker = who_is_reported(doc, view);
	if (speaker == NONE)
		speaker = who_is_cited(doc, view);
	if (speaker == NONE)
		speaker = who_is_cited_within(doc, view);
	if (speaker == NONE)
		speaker = who_is_second_agent(doc, view);
	if (speaker == NONE)
		speaker = who_is_agent(doc, view);
	if (speaker == NONE)
		speaker = who_is_heard_from(doc, view);
	if (speaker == NONE)
		speaker = who_is_with(doc, view);
	if (speaker == NONE)
		speaker = who_says_in_passing(doc, view);
	if (speaker == NONE)
		speaker = who_joins_in(doc, view);
	if (speaker == NONE)
		speaker = who_lists(doc, view);
	if (speaker == NONE)
		speaker = who_goes_on(doc, view);
	if (speaker == NONE)
		speaker = who_said_all(doc, view);
	if (speaker == NONE)
		speaker = who_is_cited_last(doc, view);
	if (speaker == NONE)
		speaker = who_is_before_colon(doc, view);
	return speaker;
}
