/*
 * quote_context.c
 *	  A span with its surroundings: see quote_context.h.
 *
 * Takes a span, the cues and mentions around it and the speakers of earlier spans; gives the QuoteContext from
 * which speaker_features.c and quotation_features.c compute their features.  Nothing is decided here.  Every
 * field depends only on a bounded neighbourhood of the span.
 */
#include "core/speech/quote_context.h"

#include "core/base/search.h"
#include "core/lexical/word_properties.h"
#include "core/speech/reported_mood.h"
#include "core/speech/turns.h"

/* The maximal distance of PROXIMITY_NEAR, in tokens. */
#define NEAR_TOKENS 5

/* The most words of a transcript's label. */
#define LABEL_REACH 5

/* ---- the span ---- */

/* Cues are in the order of the text. */
uint32_t
nq_cue_from(const Document *doc, uint32_t sentence, uint32_t token)
{
	return FIRST_FROM(Cue, first, doc->cues, doc->sentence_cues[sentence], doc->sentence_cues[sentence + 1], token);
}

/* The first mention of the sentence whose head is at or after a token.  Mentions are sorted by their heads. */
static uint32_t
mention_from(const Document *doc, uint32_t sentence, uint32_t token)
{
	return FIRST_FROM(Mention, head, doc->mentions, doc->sentence_mentions[sentence], doc->sentence_mentions[sentence + 1], token);
}

/* Finds a label inside the span: a name and a colon at its beginning. */
static uint32_t
find_label(const Document *doc, uint32_t span, uint32_t sentence)
{
	const QuotedSpan *s = &doc->spans[span];
	uint64_t	words = tagged_from(doc, TAG_WORD, s->first) & lowest_bits(LABEL_REACH);
	uint32_t	colon = s->first + first_bit(~words);

	if (colon == s->first || colon >= s->last || token_at(doc, colon)->kind != TOKEN_COLON)
		return NONE;
	for (uint32_t k = mention_from(doc, sentence, s->first); k < doc->sentence_mentions[sentence + 1]; k++)
	{
		if (doc->mentions[k].inside != span || doc->mentions[k].last > colon)
			break;
		if (doc->mentions[k].last == colon)
			return k;
	}
	return NONE;
}

/* Finds the first cue inside the span that has a subject. */
static uint32_t
find_incise(const Document *doc, const QuoteContext *view, const QuotedSpan *span)
{
	if (doc->incise_count == 0)
		return NONE;
	for (uint32_t k = nq_cue_from(doc, view->sentence, span->first); k < view->first_cue_after; k++)
		if (doc->cues[k].subject != NONE)
			return k;
	return NONE;
}

/* ---- cues ---- */

/* Whether a word can be between a cue and its quotation: that, a, the, how ... */
static bool
is_bridge(const Document *doc, uint32_t i)
{
	uint8_t		kind = token_at(doc, i)->kind;

	if (kind == TOKEN_COMMA || kind == TOKEN_COLON || kind == TOKEN_DASH)
		return true;
	return kind == TOKEN_WORD &&
		(token_has(doc, i, WC_DET | WC_POSSESSIVE | WC_PREP | WC_WH | WC_RELATIVE | WC_AUX | WC_PRONOUN | WC_NEG | WC_ADV));
}

static uint32_t
proximity_over(const Document *doc, uint32_t first, uint32_t last)
{
	bool		bridged = true;

	if (first >= last)
		return PROXIMITY_TOUCHING;
	if (last - first == 1 && !is_word(doc, first) && token_at(doc, first)->kind != TOKEN_MARK)
		return PROXIMITY_TOUCHING;
	if (last - first > NEAR_TOKENS + 3)
		return PROXIMITY_FAR;
	for (uint32_t i = first; i < last; i++)
		bridged &= is_bridge(doc, i);
	if (bridged)
		return PROXIMITY_BRIDGED;
	return last - first <= NEAR_TOKENS ? PROXIMITY_NEAR : PROXIMITY_FAR;
}

/*
 * "told the crew: "...", "texted his wife, "...", "urged members to "...": the end of the reporting words and
 * their addressee.
 */
static uint32_t
end_with_addressee(const Document *doc, const Cue *cue, uint32_t open)
{
	uint32_t	told = cue->object != NONE ? cue->object : cue->after;
	uint32_t	last;

	if (told == NONE || told == cue->subject || doc->mentions[told].first != cue->last || doc->mentions[told].last > open)
		return cue->last;
	last = doc->mentions[told].last;
	if (cue->object != NONE || (last + 1 == open && !is_word(doc, last)))
		return last;
	return cue->last;
}

uint32_t
nq_proximity(const Document *doc, const QuoteContext *view, const Cue *cue)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	first = cue->verb_first;

	if (cue->first < span->open)
	{
		bool		follows = cue->link == SUBJECT_INVERTED || (cue->form == FORM_NOUN && doc->mentions[cue->subject].first > cue->first);
		uint32_t	after = follows ? doc->mentions[cue->subject].last : end_with_addressee(doc, cue, span->open);

		/* ... explained Brandt, "..."; accusations by Brandt of "..." */
		if (after < cue->last || after > span->open)
			after = cue->last;
		/* Teilte Lund mit: "..." */
		if (cue->particle != NONE && cue->particle >= after && cue->particle < span->open)
			after = cue->particle + 1;
		return proximity_over(doc, after, span->open);
	}
	if (cue->subject != NONE && doc->mentions[cue->subject].first > span->close &&
		doc->mentions[cue->subject].first < first)
	{
		const Mention *subject = &doc->mentions[cue->subject];

		/* "...," his counterpart, Klaus Brandt, replied */
		first = subject->first;
		if (is_apposed(subject))
		{
			uint32_t	other = doc->mentions[appositive_of(doc, subject)].first;

			if (other > span->close && other < first)
				first = other;
		}
	}
	/* "...," as Brandt put it */
	if (first > span->close + 1 && token_does(doc, first - 1, FN_AS))
		first--;
	return proximity_over(doc, span->close + 1, first);
}

/* Stands for a missing cue; it has no mentions. */
const Cue nq_no_cue = {.particle = NONE, .subject = NONE, .object = NONE, .after = NONE};

/* The n-th nearest cue on a side (0: before), or nq_no_cue. */
static const Cue *
cue_on_side(const Document *doc, const QuoteContext *view, size_t side, uint32_t n)
{
	uint32_t	count = side == 0 ? view->first_cue_after - view->first_cue : view->last_cue - view->first_cue_after;
	uint32_t	number = side == 0 ? view->first_cue_after - 1 - n : view->first_cue_after + n;

	return count > n ? &doc->cues[number] : &nq_no_cue;
}

/* Finds the subject of the cue adjacent to the span; a cue after the span precedes one before it. */
static uint32_t
find_adjacent_subject(const QuoteContext *view)
{
	for (uint32_t side = SIDE_COUNT; side-- > 0;)
	{
		const Cue  *cue = nearest_cue(view, side);

		if (cue->subject != NONE && strength_of(cue) < 2 &&
			view->proximity[side] == PROXIMITY_TOUCHING)
			return cue->subject;
	}
	return NONE;
}

/*
 * "Reed called it "a farce" and Cole called it "a triumph"": finds the subject of the cue that leads up to the
 * span, if it was mentioned since the last span of the sentence.
 */
static uint32_t
find_clause_subject(const Document *doc, const QuoteContext *view)
{
	const Cue  *cue = nearest_cue(view, 0);
	bool		first = view->span == 0 || doc->span_sentences[view->span - 1] != view->sentence;
	uint32_t	floor;

	if (cue->subject == NONE || strength_of(cue) > 1)
		return NONE;
	switch ((SubjectLink) cue->link)
	{
		case SUBJECT_ADJACENT:
		case SUBJECT_APPOSITION:
			if (view->proximity[0] > PROXIMITY_BRIDGED)
				return NONE;
			break;
		case SUBJECT_RELATIVE:
			/* "... and Cole, who says it's "dead"": after the words of another speaker. */
			if (first || view->proximity[0] > PROXIMITY_NEAR)
				return NONE;
			break;
		case SUBJECT_INVERTED:
			/* ... explained Brandt, "..."; accusations by Brandt of "..." */
			if (view->proximity[0] > PROXIMITY_TOUCHING)
				return NONE;
			break;
		default:
			return NONE;
	}
	if (first)
		return cue->subject;
	floor = doc->spans[view->span - 1].close;
	if (doc->mentions[cue->subject].first <= floor + 1 || cue->first <= floor)
		return NONE;
	return cue->subject;
}

/* The tokens examined inside a span; at most what tagged_from() returns. */
#define INSIDE_REACH 32

static bool
is_all_upper(const Document *doc, uint32_t first, uint64_t words)
{
	for (; words != 0; words &= words - 1)
		if ((token_at(doc, first + first_bit(words))->flags & TOKEN_UPPER) == 0)
			return false;
	return true;
}

static void
look_inside(const Document *doc, const QuotedSpan *span, Inside *inside)
{
	uint32_t	first = span->first;
	uint64_t	reach = lowest_bits(span->last - first < INSIDE_REACH ? span->last - first : INSIDE_REACH);
	uint64_t	words = reach & tagged_from(doc, TAG_WORD, first);
	uint64_t	capital = words & tagged_from(doc, TAG_CAPITAL, first);
	bool		first_person = false;
	bool		second_person = false;

	for (uint64_t pronouns = words & tagged_from(doc, TAG_PRONOUN, first); pronouns != 0; pronouns &= pronouns - 1)
	{
		uint32_t	i = first + first_bit(pronouns);

		first_person |= token_does(doc, i, FN_PERSON1);
		second_person |= token_does(doc, i, FN_PERSON2);
	}
	inside->words = count_bits(words);
	inside->capitals = count_bits(capital);
	inside->lower = count_bits(words & ~capital & ~tagged_from(doc, TAG_FUNCTION, first));
	inside->first_person = first_person;
	inside->second_person = second_person;
	inside->verb = (words & tagged_from(doc, TAG_VERB, first)) != 0;
	inside->number = (reach & tagged_from(doc, TAG_NUMBER, first)) != 0;
	inside->all_upper = capital == words && is_all_upper(doc, first, words);
}

/* The most tokens between a span and the ends of its clause. */
#define CLAUSE_TOKENS 40

static bool
breaks_clause(const Document *doc, uint32_t i)
{
	uint8_t		kind = token_at(doc, i)->kind;

	return kind == TOKEN_SEMICOLON || kind == TOKEN_DASH || token_does(doc, i, FN_CONTRAST);
}

/* Finds the bounds of the span's clause: semicolons, dashes and "but". */
static void
find_clause(const Document *doc, QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	const Sentence *sentence = &doc->sentences[view->sentence];
	uint32_t	floor = span->open - sentence->first > CLAUSE_TOKENS ? span->open - CLAUSE_TOKENS : sentence->first;
	uint32_t	after = span->close + 1;
	uint32_t	limit = after + CLAUSE_TOKENS < sentence->last ? after + CLAUSE_TOKENS : sentence->last;

	view->clause_first = floor;
	for (uint32_t i = next_tagged(doc, TAG_CLAUSE, floor, span->open); i < span->open;
		 i = next_tagged(doc, TAG_CLAUSE, i + 1, span->open))
		if (breaks_clause(doc, i))
			view->clause_first = i + 1;
	view->clause_last = next_tagged(doc, TAG_CLAUSE, after, limit);
	while (view->clause_last < limit && !breaks_clause(doc, view->clause_last))
		view->clause_last = next_tagged(doc, TAG_CLAUSE, view->clause_last + 1, limit);
}

/* The last earlier span with a speaker; NONE if it is too far away. */
static uint32_t
last_spoken(const Document *doc, uint32_t span)
{
	for (uint32_t k = span; k-- > 0 && k + 4 >= span;)
		if (doc->attributions[k].speaker != NONE && doc->attributions[k].p_quotation >= 0.5f)
			return k;
	return NONE;
}

/* Sets the features of the mentions of a cue beside the span; nq_no_cue has none. */
static void
find_cue_features(QuoteContext *view, size_t side)
{
	const Cue  *nearest = view->beside[side * 2];
	const Cue  *second = view->beside[side * 2 + 1];
	NearCue    *near = &view->near[side * 2];

	near[0].relation = SPEAKER_CUE + (((uint32_t) side * STRENGTH_COUNT + strength_of(nearest)) * PROXIMITY_COUNT + view->proximity[side]) * RELATION_COUNT;
	near[0].link = SPEAKER_LINK + (uint32_t) side * LINK_COUNT + nearest->link;
	near[0].form = SPEAKER_FORM + (uint32_t) side * FORM_COUNT + nearest->form;
	near[1].relation = SPEAKER_SECOND_CUE + ((uint32_t) side * STRENGTH_COUNT + strength_of(second)) * RELATION_COUNT;
	near[1].link = NONE;
	near[1].form = NONE;
}

static void
find_near_cues(const Document *doc, QuoteContext *view)
{
	for (size_t side = 0; side < SIDE_COUNT; side++)
	{
		const Cue  *cue = view->beside[side * 2] = cue_on_side(doc, view, side, 0);

		view->beside[side * 2 + 1] = cue_on_side(doc, view, side, 1);
		view->proximity[side] = cue != &nq_no_cue ? nq_proximity(doc, view, cue) : PROXIMITY_FAR;
		find_cue_features(view, side);
	}
	for (uint32_t i = 0; i < SIDE_COUNT * 2; i++)
	{
		view->involved[i][RELATION_SUBJECT] = view->beside[i]->subject;
		view->involved[i][RELATION_OBJECT] = view->beside[i]->object;
		view->involved[i][RELATION_NEXT] = view->beside[i]->after;
	}
}

/* ---- the text around ---- */

static Spoken
speaker_of(const Document *doc, uint32_t span)
{
	uint32_t	mention = span != NONE ? doc->attributions[span].speaker : NONE;
	uint32_t	entity = mention != NONE ? doc->mentions[mention].entity : NONE;

	return (Spoken) {.mention = mention, .entity = entity != NONE ? entity : NO_ENTITY};
}

static bool
is_one(const Spoken *a, const Spoken *b)
{
	return a->mention == b->mention || (a->entity == b->entity && a->entity != NO_ENTITY && a->entity != NONE);
}

/* The most tokens of a span in a dialogue of short turns. */
#define TURN_TOKENS 16

/* Whether a span is short and the only one of its paragraph; with alone, the paragraph must have nothing else. */
bool
nq_is_turn(const Document *doc, uint32_t span, bool alone)
{
	const Paragraph *paragraph = &doc->paragraphs[doc->sentences[doc->span_sentences[span]].paragraph];
	const Sentence *first = &doc->sentences[paragraph->first_sentence];
	const Sentence *last = &doc->sentences[paragraph->last_sentence - 1];

	return doc->spans[span].last - doc->spans[span].first <= TURN_TOKENS && doc->spans[span].closed &&
		first->first_span == span && last->last_span == span + 1 && (!alone || (first == last && first->standalone));
}

/* Finds the speakers of the last spans, and where those are. */
static void
find_spoken(const Document *doc, QuoteContext *view)
{
	uint32_t	spoken = last_spoken(doc, view->span);
	uint32_t	paragraph = doc->sentences[view->sentence].paragraph;
	uint32_t	paragraph_spoken;

	view->spoken = spoken;
	view->last = speaker_of(doc, spoken);
	view->before_last = speaker_of(doc, spoken != NONE ? last_spoken(doc, spoken) : NONE);
	view->spoken_where = WHERE_SENTENCE;
	view->asked = view->turns = false;
	if (spoken == NONE)
		return;
	view->asked = is_question_mark(doc, doc->spans[spoken].last - 1);
	view->turns = spoken + 1 == view->span && spoken > 0 && nq_is_turn(doc, view->span, true) && nq_is_turn(doc, spoken, false) &&
		nq_is_turn(doc, spoken - 1, false) && view->before_last.mention != NONE && !is_one(&view->last, &view->before_last);
	paragraph_spoken = doc->sentences[doc->span_sentences[spoken]].paragraph;
	if (doc->span_sentences[spoken] != view->sentence)
		view->spoken_where = paragraph_spoken == paragraph ? WHERE_PARAGRAPH : paragraph_spoken + 1 == paragraph ? WHERE_PREVIOUS : WHERE_EARLIER;
}

/* How many cues and mentions of a sentence are examined for its actor. */
#define ACTOR_REACH 4

/* The actor of a sentence without quotation or cue: its first phrase; NONE for any other sentence. */
static uint32_t
actor_of(const Document *doc, uint32_t sentence)
{
	const Sentence *s = &doc->sentences[sentence];
	uint32_t	first = doc->sentence_mentions[sentence];
	uint32_t	end = doc->sentence_mentions[sentence + 1];

	if (s->first_span < s->last_span || ends_with_colon(doc, sentence))
		return NONE;
	for (uint32_t k = doc->sentence_cues[sentence]; k < doc->sentence_cues[sentence + 1] && k < doc->sentence_cues[sentence] + ACTOR_REACH; k++)
		if (strength_of(&doc->cues[k]) < 2)
			return NONE;
	for (uint32_t k = first; k < end && k < first + ACTOR_REACH; k++)
		if (nq_is_first_phrase(doc, k) && doc->mentions[k].inside == NONE && !doc->mentions[k].possessive)
			return k;
	return NONE;
}

static void
find_actors(const Document *doc, QuoteContext *view)
{
	uint32_t	paragraph = doc->sentences[view->sentence].paragraph;
	uint32_t	next = view->sentence + 1;

	view->leads_up = view->acts_next = NONE;
	if (!view->standalone)
		return;
	if (view->sentence > 0 && doc->sentences[view->sentence - 1].paragraph == paragraph)
		view->leads_up = actor_of(doc, view->sentence - 1);
	if (view->leads_up != NONE)
		view->leads_up = nq_owner_of_gesture(doc, view->leads_up);
	if (next < doc->sentence_count && doc->sentences[next].paragraph == paragraph)
		view->acts_next = actor_of(doc, next);
}

/*
 * Finds the phrases of the sentence nearest to the span.  Mentions are sorted by their heads: no mention begins
 * after a later one, or ends before an earlier one.
 */
static void
find_nearest_phrases(const Document *doc, QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	after = view->first_mention_after;
	uint32_t	first = doc->sentence_mentions[view->sentence];
	uint32_t	end = doc->sentence_mentions[view->sentence + 1];

	view->last_begins = 0;
	view->first_ends = NONE;
	for (uint32_t k = after; k-- > first && k + NEAREST_REACH >= after;)
	{
		const Mention *mention = &doc->mentions[k];

		if (is_whole_phrase(mention) && mention->last <= span->open && mention->first > view->last_begins)
			view->last_begins = mention->first;
	}
	for (uint32_t k = after; k < end && k < after + NEAREST_REACH; k++)
	{
		const Mention *mention = &doc->mentions[k];

		if (is_whole_phrase(mention) && mention->first >= span->close && mention->last < view->first_ends)
			view->first_ends = mention->last;
	}
}

/* Finds the tokens beside the span. */
static void
find_neighbours(const Document *doc, QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	const Sentence *sentence = &doc->sentences[view->sentence];

	view->left = span->open > sentence->first ? span->open - 1 : NONE;
	view->right = span->close + 1 < sentence->last ? span->close + 1 : NONE;
}

void
nq_view_quote(const Document *doc, uint32_t span, QuoteContext *view)
{
	const QuotedSpan *s = &doc->spans[span];
	const Sentence *sentence;

	view->span = span;
	view->sentence = doc->span_sentences[span];
	sentence = &doc->sentences[view->sentence];
	view->first_cue = doc->sentence_cues[view->sentence];
	view->first_cue_after = nq_cue_from(doc, view->sentence, s->close);
	view->last_cue = doc->sentence_cues[view->sentence + 1];
	view->first_mention_after = mention_from(doc, view->sentence, s->close);
	view->standalone = sentence->standalone;
	view->lacks_cue = !view->standalone && view->first_cue == view->last_cue;
	view->label = find_label(doc, span, view->sentence);
	view->incise = find_incise(doc, view, s);
	find_near_cues(doc, view);
	view->clause_subject = find_clause_subject(doc, view);
	view->adjacent_subject = find_adjacent_subject(view);
	nq_find_voice(doc, view);
	view->colon = follows_colon(doc, s);
	find_neighbours(doc, view);
	look_inside(doc, s, &view->inside);
	nq_find_span_symbols(doc, span, &view->symbols);
}

void
nq_view_surroundings(const Document *doc, QuoteContext *view)
{
	find_spoken(doc, view);
	find_actors(doc, view);
	find_nearest_phrases(doc, view);
	find_clause(doc, view);
}

bool
nq_follows_list(const Document *doc, uint32_t span)
{
	uint32_t	first = doc->spans[span - 1].close + 1;
	uint32_t	i = first;

	if (token_at(doc, i)->kind == TOKEN_COMMA)
		i++;
	if (is_word(doc, i) && token_has(doc, i, WC_COORD) && !token_does(doc, i, FN_CONTRAST))
		i++;
	return i == doc->spans[span].open && i > first;
}
