/*
 * quote_features.c
 *	  The questions after the features: see quote_features.h.
 *
 * Takes a span and a mention that may speak it; gives the features that
 * hold.  Nothing is decided here.  Every question is answered from a bounded
 * neighbourhood of the span.
 */
#include "core/speech/quote_features.h"

#include "core/base/search.h"
#include "core/entities/name_words.h"
#include "core/lexical/word_properties.h"

/* How many tokens "near" is, between a cue and a span. */
#define NEAR_TOKENS 5

/* The most words of a transcript's label. */
#define LABEL_REACH 5

/* Earlier spans that are compared with one for the same words. */
#define REPEAT_REACH 12

static inline void
add(FeatureSet *set, uint32_t feature)
{
	nq_add_feature(set, feature, true);
}

static inline void
add_if(FeatureSet *set, bool holds, uint32_t feature)
{
	nq_add_feature(set, feature, holds);
}

/* ---- the span ---- */

/* Cues are in the order of the text. */
uint32_t
nq_cue_from(const Document *doc, uint32_t sentence, uint32_t token)
{
	return FIRST_FROM(Cue, first, doc->cues, doc->sentence_cues[sentence], doc->sentence_cues[sentence + 1], token);
}

/* The first mention of the sentence whose head is at or after a token.  Mentions are in the order of their heads. */
static uint32_t
mention_from(const Document *doc, uint32_t sentence, uint32_t token)
{
	return FIRST_FROM(Mention, head, doc->mentions, doc->sentence_mentions[sentence], doc->sentence_mentions[sentence + 1], token);
}

/* A transcript in marks: the span begins with a name and a colon. */
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

/* The first reporting words within the span that say who reports. */
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

/* Words that lead from a cue to its quotation: that, a, the, how ... */
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

/* "told the crew: "...", "texted his wife, "...", "urged members to "...": the reporting words, and to whom. */
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
		return proximity_over(doc, after, span->open);
	}
	if (cue->subject != NONE && doc->mentions[cue->subject].first > span->close &&
		doc->mentions[cue->subject].first < first)
	{
		const Mention *subject = &doc->mentions[cue->subject];

		/* "...," his counterpart, Klaus Brandt, replied */
		first = subject->first;
		if (subject->appositive != NONE && doc->mentions[subject->appositive].first > span->close &&
			doc->mentions[subject->appositive].first < first)
			first = doc->mentions[subject->appositive].first;
	}
	return proximity_over(doc, span->close + 1, first);
}

/* 0 for a strong cue, 1 for a medium one, 2 for any other. */
static uint32_t
strength_of(const Cue *cue)
{
	if ((cue->frames & CUE_STRONG) != 0)
		return 0;
	return (cue->frames & CUE_MEDIUM) != 0 ? 1 : 2;
}

/* In place of a cue where there is none: no mention belongs to it. */
static const Cue no_cue = {.subject = NONE, .object = NONE, .after = NONE};

/* The n-th nearest cue on a side (0: before), or no_cue. */
static const Cue *
cue_on_side(const Document *doc, const QuoteContext *view, size_t side, uint32_t n)
{
	uint32_t	count = side == 0 ? view->first_cue_after - view->first_cue : view->last_cue - view->first_cue_after;
	uint32_t	number = side == 0 ? view->first_cue_after - 1 - n : view->first_cue_after + n;

	return count > n ? &doc->cues[number] : &no_cue;
}

/* The nearest one. */
static const Cue *
nearest_cue(const QuoteContext *view, size_t side)
{
	return view->beside[side * 2];
}

/* Whose reporting words touch the span: those after it before those before it. */
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
 * "Reed called it "a farce" and Cole called it "a triumph"": whose reporting words lead up to the
 * span, named since the last span of the sentence.
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
			/* "... and Cole, who says it's "dead"": after another's words. */
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

/* The tokens inside a span that are looked at; tagged_from() has bits for no more. */
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

/* Where the span's clause begins and ends: at semicolons, dashes and "but". */
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

/* The span before that was spoken by somebody; NONE when that is too far off. */
static uint32_t
last_spoken(const Document *doc, uint32_t span)
{
	for (uint32_t k = span; k-- > 0 && k + 4 >= span;)
		if (doc->attributions[k].speaker != NONE && doc->attributions[k].p_quotation >= 0.5f)
			return k;
	return NONE;
}

/* The features of the mentions of a cue beside the span; what no_cue gives, nobody has. */
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
		view->proximity[side] = cue != &no_cue ? nq_proximity(doc, view, cue) : PROXIMITY_FAR;
		find_cue_features(view, side);
	}
	for (uint32_t i = 0; i < SIDE_COUNT * 2; i++)
	{
		view->involved[i][RELATION_SUBJECT] = view->beside[i]->subject;
		view->involved[i][RELATION_OBJECT] = view->beside[i]->object;
		view->involved[i][RELATION_NEXT] = view->beside[i]->after;
	}
}

static bool
is_question(const Document *doc, uint32_t span)
{
	const Token *last = token_at(doc, doc->spans[span].last - 1);

	return last->kind == TOKEN_STOP && doc->text[token_end(last) - 1] == '?';
}

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

/* Whether a span is short and the only one of its paragraph; of a paragraph of nothing else, if it must. */
static bool
is_turn(const Document *doc, uint32_t span, bool alone)
{
	const Paragraph *paragraph = &doc->paragraphs[doc->sentences[doc->span_sentences[span]].paragraph];
	const Sentence *first = &doc->sentences[paragraph->first_sentence];
	const Sentence *last = &doc->sentences[paragraph->last_sentence - 1];

	return doc->spans[span].last - doc->spans[span].first <= TURN_TOKENS && doc->spans[span].closed &&
		first->first_span == span && last->last_span == span + 1 && (!alone || (first == last && first->standalone));
}

/* Who spoke the spans before, and where. */
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
	view->asked = is_question(doc, spoken);
	view->turns = spoken + 1 == view->span && spoken > 0 && is_turn(doc, view->span, true) && is_turn(doc, spoken, false) &&
		is_turn(doc, spoken - 1, false) && view->before_last.mention != NONE && !is_one(&view->last, &view->before_last);
	paragraph_spoken = doc->sentences[doc->span_sentences[spoken]].paragraph;
	if (doc->span_sentences[spoken] != view->sentence)
		view->spoken_where = paragraph_spoken == paragraph ? WHERE_PARAGRAPH : paragraph_spoken + 1 == paragraph ? WHERE_PREVIOUS : WHERE_EARLIER;
}

static bool
ends_with_colon(const Document *doc, uint32_t sentence)
{
	/* No sentence is empty. */
	return token_at(doc, doc->sentences[sentence].last - 1)->kind == TOKEN_COLON;
}

/* How many cues and mentions of a sentence are looked at for who acts in it. */
#define ACTOR_REACH 4

/* Who acts in a sentence that neither quotes nor reports: its first phrase; NONE in any other sentence. */
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
	if (next < doc->sentence_count && doc->sentences[next].paragraph == paragraph)
		view->acts_next = actor_of(doc, next);
}

/* How many mentions on each side are looked at for the nearest phrase. */
#define NEAREST_REACH 16

static bool
is_whole_phrase(const Mention *mention)
{
	return mention->inside == NONE && !mention->nested;
}

/*
 * The phrases of the sentence that are next to the span.  Mentions are in the order of their heads: none before
 * another one begins after it, none after it ends before it.
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

/* The tokens around the span. */
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
	view->colon = s->open > 0 && token_at(doc, s->open - 1)->kind == TOKEN_COLON;
	find_neighbours(doc, view);
	look_inside(doc, s, &view->inside);
}

void
nq_view_surroundings(const Document *doc, QuoteContext *view)
{
	find_spoken(doc, view);
	find_actors(doc, view);
	find_nearest_phrases(doc, view);
	find_clause(doc, view);
	nq_find_span_symbols(doc, view->span, &view->symbols);
}

/* Whether a mention is that of a speaker: the same one, or a name of the same entity. */
static bool
is_same(const Document *doc, const Spoken *spoken, uint32_t mention)
{
	return spoken->mention == mention || spoken->entity == doc->mentions[mention].entity;
}

/* Adds what the mention is to the cues beside the span; whether it is the subject of one. */
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

/* ---- the mention ---- */

static void
add_mention_features(const Document *doc, const Mention *mention, bool subject, FeatureSet *set)
{
	add(set, SPEAKER_KIND + subject * KIND_COUNT + mention->kind);
	add(set, SPEAKER_TYPE + subject * TYPE_COUNT + mention->type);
	add_if(set, mention->person == 1, SPEAKER_FIRST_PERSON);
	add_if(set, mention->person == 2, SPEAKER_SECOND_PERSON);
	add_if(set, mention->plural, SPEAKER_PLURAL);
	add_if(set, mention->possessive, SPEAKER_POSSESSIVE);
	add_if(set, mention->kind == MENTION_PRONOUN && !mention->possessive && !token_has(doc, mention->head, WC_SUBJECT),
		   SPEAKER_OBJECT_PRONOUN);
	add_if(set, mention->nested, SPEAKER_CONTAINED);
	add_if(set, follows_preposition(doc, mention), SPEAKER_AFTER_PREPOSITION);
	add_if(set, mention->role != NONE, SPEAKER_ROLE);
}

static uint32_t
bucket_of(uint32_t distance)
{
	return (distance > 1) + (distance > 3) + (distance > 7) + (distance > 15);
}

/* Whether there is a phrase between a mention and the span after it. */
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

bool
nq_is_first_phrase(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	return !mention->nested && mention->first < doc->first_phrase_ends[mention->sentence];
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

/* The span ends in a comma, and the words after it report. */
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
	add_if(set, view->adjacent_subject != NONE && view->adjacent_subject != number, SPEAKER_PASSED_OVER + place);
	add_if(set, view->standalone, SPEAKER_BARE + place);
	add_if(set, view->leads_up == number, SPEAKER_LEADS_UP);
	add_if(set, view->acts_next == number, SPEAKER_ACTS_NEXT);
	add_if(set, first, SPEAKER_FIRST_IN_SENTENCE);
	add_if(set, first && token_has(doc, mention->last, WC_FINITE | WC_AUX | WC_CUE),
		   SPEAKER_FIRST_BEFORE_VERB);
}

/* ---- rules ---- */

/* "Yes," said Voss, but "no," said Reyes: another's words begin after "but" or "and", and have their own cue. */
static bool
is_contrasted(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];

	return view->span > doc->sentences[view->sentence].first_span &&
		span->open > doc->sentences[view->sentence].first && token_has(doc, span->open - 1, WC_COORD);
}

/* "...," said X: a quotation that begins its sentence, or another's, and ends in a comma before reporting words. */
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

/* ---- is it a quotation ---- */

static uint32_t
length_bucket(uint32_t words)
{
	static const uint8_t buckets[] = {0, 0, 1, 2, 3, 3, 4, 4, 4, 4};

	if (words < sizeof(buckets))
		return buckets[words];
	return words < 20 ? 5 : 6;
}

static void
add_inner_features(const Document *doc, const QuotedSpan *span, const Inside *inside, FeatureSet *set)
{
	const Token *last = token_at(doc, span->last - 1);

	add(set, QUOTATION_LENGTH + length_bucket(inside->words));
	add_if(set, span->single, QUOTATION_SINGLE);
	add_if(set, !span->closed, QUOTATION_UNCLOSED);
	add_if(set, span->continues != NONE, QUOTATION_CONTINUES);
	add_if(set, (token_at(doc, span->first)->flags & TOKEN_CAPITAL) != 0, QUOTATION_CAPITAL);
	add_if(set, is_in_title_case(inside), QUOTATION_TITLE_CASE);
	add_if(set, last->kind == TOKEN_STOP || last->kind == TOKEN_ELLIPSIS, QUOTATION_ENDS_SENTENCE);
	add_if(set, ends_in_comma(doc, span), QUOTATION_ENDS_COMMA);
	add_if(set, inside->first_person, QUOTATION_FIRST_PERSON);
	add_if(set, inside->second_person, QUOTATION_SECOND_PERSON);
	add_if(set, inside->verb, QUOTATION_HAS_VERB);
	add_if(set, inside->number, QUOTATION_HAS_NUMBER);
	add_if(set, inside->all_upper && inside->words > 0, QUOTATION_ALL_CAPITALS);
}

/* How many tokens before a span a naming word counts; a work, a platform. */
#define NAMING_REACH 4
#define WORK_REACH 8

/* The classes of count tokens from i back, of none before floor. */
static uint64_t
classes_back(const Document *doc, uint32_t floor, uint32_t i, uint32_t count)
{
	uint64_t	classes = 0;

	for (uint32_t back = 0; back < count && back <= i - floor; back++)
		classes |= classes_at(doc, i - back);
	return classes;
}

static void
add_left_features(const Document *doc, const QuoteContext *view, FeatureSet *set)
{
	uint32_t	i = view->left;
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint64_t	classes;
	uint64_t	close;
	uint64_t	far;

	if (i == NONE)
		return;
	classes = classes_at(doc, i);
	add_if(set, token_at(doc, i)->kind == TOKEN_COMMA, QUOTATION_LEFT_COMMA);
	add_if(set, token_at(doc, i)->kind == TOKEN_COLON, QUOTATION_LEFT_COLON);
	add_if(set, token_at(doc, i)->kind == TOKEN_OPEN, QUOTATION_LEFT_OPEN);
	add_if(set, token_at(doc, i)->kind == TOKEN_OTHER && doc->text[token_at(doc, i)->start] == '=' &&
		   (token_at(doc, i + 1)->flags & TOKEN_SPACE) == 0, QUOTATION_IN_TAG);
	if (is_word(doc, i))
	{
		add_if(set, (classes & WC_DET) != 0, QUOTATION_LEFT_ARTICLE);
		add_if(set, (classes & WC_POSSESSIVE) != 0, QUOTATION_LEFT_POSSESSIVE);
		add_if(set, (classes & WC_PREP) != 0, QUOTATION_LEFT_PREPOSITION);
		add_if(set, (classes & WC_NAMING) != 0, QUOTATION_LEFT_NAMING);
		add_if(set, (classes & WC_WORK) != 0, QUOTATION_LEFT_WORK);
		add_if(set, (classes & WC_CUENOUN) != 0, QUOTATION_CUE_NOUN);
		add_if(set, (classes & (WC_NOUN | WC_ROLE | WC_BODY)) != 0, QUOTATION_LEFT_NOUN);
		add_if(set, (classes & WC_ADJ) != 0, QUOTATION_LEFT_ADJECTIVE);
		add_if(set, (classes & (WC_FINITE | WC_AUX | WC_BASE | WC_GERUND)) != 0, QUOTATION_LEFT_VERB);
		add_if(set, (classes & WC_COORD) != 0, QUOTATION_LEFT_COORD);
		add_if(set, (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 && i > floor,
			   QUOTATION_LEFT_CAPITAL);
	}
	close = classes_back(doc, floor, i, NAMING_REACH);
	far = classes_back(doc, floor, i, WORK_REACH);
	add_if(set, (close & WC_NAMING) != 0, QUOTATION_AFTER_NAMING);
	add_if(set, (far & WC_WORK) != 0, QUOTATION_AFTER_WORK);
	add_if(set, (far & (WC_PLATFORM | WC_OUTLET)) != 0, QUOTATION_AFTER_PLATFORM);
}

static void
add_right_features(const Document *doc, const QuoteContext *view, FeatureSet *set)
{
	uint32_t	i = view->right;
	uint64_t	classes;

	if (i == NONE)
		return;
	classes = classes_at(doc, i);
	add_if(set, token_at(doc, i)->kind == TOKEN_COMMA, QUOTATION_RIGHT_COMMA);
	add_if(set, token_at(doc, i)->kind == TOKEN_STOP, QUOTATION_RIGHT_STOP);
	add_if(set, token_at(doc, i)->kind == TOKEN_CLOSE, QUOTATION_RIGHT_CLOSE);
	if (!is_word(doc, i))
		return;
	add_if(set, (classes & (WC_NOUN | WC_ROLE | WC_BODY | WC_PEOPLE | WC_WORK | WC_DOCUMENT)) != 0 || classes == 0,
		   QUOTATION_RIGHT_NOUN);
	add_if(set, (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0, QUOTATION_RIGHT_CAPITAL);
	add_if(set, (classes & WC_PREP) != 0, QUOTATION_RIGHT_PREPOSITION);
	add_if(set, (classes & (WC_FINITE | WC_AUX)) != 0, QUOTATION_RIGHT_VERB);
}

/* Most words that a span can repeat. */
#define REPEATED_WORDS 12

/* Whether the first token and the words after it are the same in two spans, of which the second one has few. */
static bool
same_words(const Document *doc, const QuotedSpan *a, const QuotedSpan *b)
{
	if (a->last - a->first > b->last - b->first + 1 || b->last - b->first > REPEATED_WORDS)
		return false;
	for (uint32_t i = 0; i < REPEATED_WORDS && a->first + i < a->last && (i == 0 || is_word(doc, a->first + i)); i++)
		if (b->first + i >= b->last || !nq_same_word(doc, a->first + i, b->first + i))
			return false;
	return true;
}

/* Whether an earlier span, of the last few, has the same words. */
static bool
is_repeated(const Document *doc, uint32_t span)
{
	const QuotedSpan *this = &doc->spans[span];

	if (this->last - this->first > REPEATED_WORDS + 1)
		return false;
	for (uint32_t back = 1; back < REPEAT_REACH && back <= span; back++)
		if (same_words(doc, this, &doc->spans[span - back]))
			return true;
	return false;
}

static void
add_context_features(const Document *doc, const QuoteContext *view, FeatureSet *set)
{
	const Sentence *sentence = &doc->sentences[view->sentence];

	add_if(set, view->standalone, QUOTATION_BARE);
	add_if(set, sentence->title_case, QUOTATION_IN_HEADLINE);
	add_if(set, sentence->paragraph == 0, QUOTATION_FIRST_LINE);
	add_if(set, sentence->last_span - sentence->first_span > 1, QUOTATION_SAME_SENTENCE);
	if (view->span > sentence->first_span)
		add(set, doc->attributions[view->span - 1].p_quotation >= 0.5f ? QUOTATION_LAST_WAS_ONE : QUOTATION_LAST_WAS_NONE);
	add_if(set, is_repeated(doc, view->span), QUOTATION_SEEN_BEFORE);
}

static void
add_nearest_cues(const QuoteContext *view, bool is_long, FeatureSet *set)
{
	bool		found = false;

	for (uint32_t side = 0; side < SIDE_COUNT; side++)
	{
		const Cue  *cue = nearest_cue(view, side);

		if (cue == &no_cue)
			continue;
		found = true;
		add(set, QUOTATION_CUE + (is_long * SIDE_COUNT + side) * STRENGTH_COUNT * PROXIMITY_COUNT +
			strength_of(cue) * PROXIMITY_COUNT + view->proximity[side]);
	}
	add_if(set, !found, QUOTATION_NO_CUE + is_long);
}

static bool
may_be_modified(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && !token_has(doc, i, WC_PREP | WC_COORD | WC_AUX | WC_SUBORD | WC_ADV | WC_DET);
}

static uint32_t
own_proximity(const Document *doc, const QuoteContext *view)
{
	const Attribution *attribution = &doc->attributions[view->span];

	return attribution->cue == NONE ? PROXIMITY_COUNT : nq_proximity(doc, view, &doc->cues[attribution->cue]);
}

/* The "carried interest" loophole. */
static bool
is_term(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];
	uint32_t	before = view->left;
	uint32_t	after = view->right;

	return view->inside.words == 2 && (token_at(doc, span->first)->flags & TOKEN_CAPITAL) == 0 &&
		before != NONE && is_word(doc, before) && token_has(doc, before, WC_DET) &&
		after != NONE && may_be_modified(doc, after) && !token_has(doc, after, WC_FINITE | WC_CUE | WC_TIME | WC_CUENOUN) &&
		own_proximity(doc, view) > PROXIMITY_BRIDGED;
}

/* Features of a term rather than a quotation: a few words in lower case, by their neighbours. */
static void
add_short_features(const Document *doc, const QuoteContext *view, const Inside *inside, uint32_t proximity, FeatureSet *set)
{
	uint32_t	before = view->left;
	uint32_t	after = view->right;

	if (inside->words > 3 || (token_at(doc, doc->spans[view->span].first)->flags & TOKEN_CAPITAL) != 0)
		return;
	add_if(set, proximity > PROXIMITY_BRIDGED, QUOTATION_SHORT_CUELESS);
	if (view->lacks_cue && doc->attributions[view->span].speaker != NONE)
		add(set, doc->mentions[doc->attributions[view->span].speaker].sentence == view->sentence ? QUOTATION_SHORT_UNREPORTED : QUOTATION_SHORT_BORROWED);
	if (before != NONE && is_word(doc, before))
	{
		add_if(set, token_has(doc, before, WC_DET), QUOTATION_SHORT_ARTICLE);
		add_if(set, token_has(doc, before, WC_ADJ), QUOTATION_SHORT_ADJECTIVE);
		add_if(set, token_has(doc, before, WC_PREP), QUOTATION_SHORT_PREPOSITION);
		add_if(set, token_does(doc, before, FN_COPULA), QUOTATION_SHORT_BE);
	}
	add_if(set, after != NONE && may_be_modified(doc, after), QUOTATION_SHORT_NOUN_AFTER);
}

static void
add_title_features(const Document *doc, const QuoteContext *view, const Inside *inside, uint32_t proximity, FeatureSet *set)
{
	uint32_t	before = view->left;

	if (!is_in_title_case(inside))
		return;
	add_if(set, view->standalone, QUOTATION_TITLE_BARE);
	add_if(set, proximity > PROXIMITY_BRIDGED, QUOTATION_TITLE_CUELESS);
	if (before == NONE)
		return;
	add_if(set, token_at(doc, before)->kind == TOKEN_CLITIC, QUOTATION_TITLE_POSSESSIVE);
	if (token_at(doc, before)->kind == TOKEN_COMMA && before > 0)
		before--;
	if (!is_word(doc, before))
		return;
	add_if(set, token_has(doc, before, WC_WORK), QUOTATION_TITLE_WORK);
	add_if(set, token_has(doc, before, WC_PREP), QUOTATION_TITLE_PREPOSITION);
	add_if(set, token_has(doc, before, WC_DET | WC_POSSESSIVE), QUOTATION_TITLE_ARTICLE);
}

/* The film titled "...", the so-called "...", known as the "...": what stands in the marks is a name. */
static bool
is_named_so(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	open = doc->spans[view->span].open;

	if (open > floor && token_has(doc, open - 1, WC_TITLED))
		return true;
	if (open > floor && token_has(doc, open - 1, WC_DET))
		open--;
	return open > floor + 1 && token_does(doc, open - 1, FN_AS) && token_does(doc, open - 2, FN_NAMED);
}

/* "Keepin' It Real" radio program: a work's noun right after, or one word on. */
static bool
work_after(const Document *doc, const QuoteContext *view)
{
	uint32_t	after = doc->spans[view->span].close + 1;
	uint32_t	last = doc->sentences[view->sentence].last;

	for (uint32_t i = after; i < last && i < after + 2; i++)
	{
		if (token_at(doc, i)->kind != TOKEN_WORD)
			return false;
		if (token_has(doc, i, WC_WORK) && !token_has(doc, i, WC_CUE))
			return true;
	}
	return false;
}

/* In his memoir, "The Patient Sea"; this week's broadcast of "Harbour Talk"; on CBS's "Face the Nation". */
static bool
work_before(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	before = doc->spans[view->span].open;

	/* A noun before "of", though it may be a verb elsewhere: the broadcast of */
	if (before > floor + 1 && token_does(doc, before - 1, FN_GENITIVE))
		return token_has(doc, before - 2, WC_WORK);
	if (before > floor && token_at(doc, before - 1)->kind == TOKEN_COMMA)
		before--;
	if (before <= floor)
		return false;
	if (token_at(doc, before - 1)->kind == TOKEN_CLITIC)
		return before > floor + 1 && token_has(doc, before - 2, WC_OUTLET);
	return token_has(doc, before - 1, WC_WORK) && !token_has(doc, before - 1, WC_PLURAL | WC_CUE);
}

/* Words in title case beside a work's noun, or one such word right after it: the documentary "13th". */
static bool
is_title_of_work(const Document *doc, const QuoteContext *view)
{
	const QuotedSpan *span = &doc->spans[view->span];

	if (is_in_title_case(&view->inside))
		return work_before(doc, view) || work_after(doc, view);
	return span->last - span->first <= 2 && span->open > doc->sentences[view->sentence].first &&
		token_has(doc, span->open - 1, WC_WORK) && !token_has(doc, span->open - 1, WC_CUE | WC_PLURAL) &&
		(token_at(doc, span->first)->flags & TOKEN_CAPITAL || token_at(doc, span->first)->kind == TOKEN_NUMBER);
}

/* "No, Majesty," Brandt answered: a comma within the marks and reporting words after them leave no doubt. */
static bool
is_answered(const Document *doc, const QuoteContext *view)
{
	const Cue  *cue = view->first_cue_after < view->last_cue ? &doc->cues[view->first_cue_after] : NULL;

	return cue != NULL && (cue->frames & CUE_DIRECT) != 0 && cue->form == FORM_FINITE &&
		cue->subject == view->adjacent_subject && view->adjacent_subject != NONE && view->proximity[1] == PROXIMITY_TOUCHING &&
		ends_in_comma(doc, &doc->spans[view->span]);
}

void
nq_quotation_features(const Document *doc, const QuoteContext *view, FeatureSet *set)
{
	const QuotedSpan *span = &doc->spans[view->span];
	const Attribution *attribution = &doc->attributions[view->span];
	const Inside *inside = &view->inside;
	float		sure = attribution->p_speaker;
	uint32_t	proximity = own_proximity(doc, view);

	nq_clear_features(set);
	if (proximity < PROXIMITY_COUNT)
		add(set, QUOTATION_OWN_CUE + proximity);
	else
		add(set, QUOTATION_NO_OWN_CUE);
	add_short_features(doc, view, inside, proximity, set);
	add_title_features(doc, view, inside, proximity, set);
	add(set, QUOTATION_BIAS);
	add_inner_features(doc, span, inside, set);
	add_nearest_cues(view, inside->words > 5, set);
	add_if(set, is_named_so(doc, view), QUOTATION_RULE_NAMED_SO);
	add_if(set, is_title_of_work(doc, view), QUOTATION_RULE_TITLE);
	add_if(set, is_term(doc, view), QUOTATION_RULE_TERM);
	add_if(set, is_answered(doc, view), QUOTATION_RULE_ANSWERED);
	add_left_features(doc, view, set);
	add_right_features(doc, view, set);
	add_context_features(doc, view, set);
	if (attribution->speaker == NONE)
		add(set, QUOTATION_SPEAKER_NOBODY);
	else
	{
		add(set, QUOTATION_SPEAKER_KIND + doc->mentions[attribution->speaker].kind);
		add(set, QUOTATION_SPEAKER_TYPE + doc->mentions[attribution->speaker].type);
	}
	add(set, QUOTATION_SPEAKER_SURE + (sure < 0.4f ? 0 : sure < 0.7f ? 1 : sure < 0.9f ? 2 : 3));
}

float
nq_weigh(const Document *doc, const Model *model, Decision decision, uint32_t number, uint32_t candidate, const FeatureSet *features)
{
	float		score = nq_score(model, features);

	if (doc->observer != NULL)
		doc->observer->scored(doc->observer->context, doc, decision, number, candidate, features, score);
	return score;
}
