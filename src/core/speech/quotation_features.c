/*
 * quotation_features.c
 *	  The features of a span as a quotation, in contrast to a title, term or name.
 *
 * Takes the span's QuoteContext and the attribution chosen for it; adds the QUOTATION features of
 * model/features.def that hold.  Nothing is decided here.
 */
#include "core/speech/quotation_features.h"

#include "core/entities/name_words.h"
#include "core/lexical/word_properties.h"
#include "core/speech/speaker_contexts.h"

/* How many earlier spans are compared for the same words. */
#define REPEAT_REACH 12

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

/* How many tokens before a span a naming word can be; a work or a platform. */
#define NAMING_REACH 4
#define WORK_REACH 8

/* How many tokens before a span the last verb can be. */
#define VERB_BACK 10

/* The classes of count tokens before i, none before floor. */
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

/* The most words of a repeated span. */
#define REPEATED_WORDS 12

/* Whether the first token and the following words of two spans are the same; the second span is short. */
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

/* Whether one of the last few spans has the same words. */
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

/* The value of the dimension AROUND. */
static uint32_t
around(bool before, bool after)
{
	if (before)
		return after ? AROUND_BOTH : AROUND_BEFORE;
	return after ? AROUND_AFTER : AROUND_NOWHERE;
}

/* Adds features for a short span whose words are elsewhere too: a term, or a part of another quotation. */
static void
add_repeats(const Document *doc, uint32_t span, FeatureSet *set)
{
	const Repeats *repeats = &doc->repeats[span];
	uint32_t	several = repeats->words > 1 ? WORDS_SEVERAL : WORDS_ONE;

	if (repeats->words == 0)
		return;
	add(set, QUOTATION_PLAIN + several * AROUND_COUNT + around(repeats->plain_before, repeats->plain_after));
	add(set, QUOTATION_QUOTED + several * AROUND_COUNT + around(repeats->quoted_before, repeats->quoted_after));
}

/* The earlier short spans that show the article's habit, and the spans that are searched for them. */
#define EARLIER_SHORT 8
#define EARLIER_SPANS 24

/* Adds a feature for the share of quotations among the article's last short spans: some writers mark many terms. */
static void
add_habit(const Document *doc, uint32_t span, FeatureSet *set)
{
	uint32_t	seen = 0;
	uint32_t	quotations = 0;

	for (uint32_t k = span; k-- > 0 && k + EARLIER_SPANS >= span && seen < EARLIER_SHORT;)
		if (doc->repeats[k].words > 0)
		{
			seen++;
			quotations += nq_is_quotation(doc, k);
		}
	if (seen >= 2)
		add(set, QUOTATION_EARLIER_SHORT + (quotations == seen ? 3 : 4 * quotations >= 3 * seen ? 2 : 2 * quotations >= seen ? 1 : 0));
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
	add_repeats(doc, view->span, set);
	add_habit(doc, view->span, set);
}

static void
add_nearest_cues(const QuoteContext *view, bool is_long, FeatureSet *set)
{
	bool		found = false;

	for (uint32_t side = 0; side < SIDE_COUNT; side++)
	{
		const Cue  *cue = nearest_cue(view, side);

		if (cue == &nq_no_cue)
			continue;
		found = true;
		add(set, QUOTATION_CUE + (is_long * SIDE_COUNT + side) * STRENGTH_COUNT * PROXIMITY_COUNT +
			strength_of(cue) * PROXIMITY_COUNT + view->proximity[side]);
	}
	add_if(set, !found, QUOTATION_NO_CUE + is_long);
}

static uint32_t
own_proximity(const Document *doc, const QuoteContext *view)
{
	const Attribution *attribution = &doc->attributions[view->span];

	return attribution->cue == NONE ? PROXIMITY_COUNT : nq_proximity(doc, view, &doc->cues[attribution->cue]);
}

/* The "carried interest" loophole: whether the span is a term. */
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

/* Adds features for a term rather than a quotation: a few lower-case words and their neighbours. */
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

/* "Keepin' It Real" radio program: whether a noun for a work follows, at most one word later. */
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

/*
 * In his memoir, "The Patient Sea"; this week's broadcast of "Harbour Talk"; on CBS's "Face the Nation":
 * whether a noun for a work precedes.
 */
static bool
work_before(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint32_t	before = doc->spans[view->span].open;

	/* A noun before "of" that can be a verb elsewhere: the broadcast of. */
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

/*
 * Whether the span is in title case beside a noun for a work, or is one such word right after it: the
 * documentary "13th".
 */
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

/* "No, Majesty," Brandt answered: whether the span ends in a comma and a reporting clause follows. */
static bool
is_answered(const Document *doc, const QuoteContext *view)
{
	const Cue  *cue = view->first_cue_after < view->last_cue ? &doc->cues[view->first_cue_after] : NULL;

	return cue != NULL && (cue->frames & CUE_DIRECT) != 0 && cue->form == FORM_FINITE &&
		cue->subject == view->adjacent_subject && view->adjacent_subject != NONE && view->proximity[1] == PROXIMITY_TOUCHING &&
		ends_in_comma(doc, &doc->spans[view->span]);
}

/* The number of words of a span as a symbol: contexts of one word differ from those of a sentence. */
static Symbol
size_symbol(const Inside *inside)
{
	static const char *const names[] = {"0", "1", "2", "3", "5", "9"};
	uint32_t	words = inside->words;

	return nq_named_symbol(names[words < 4 ? words : words < 9 ? 4 : 5]);
}

/* The last verb before the span in its sentence, if it is near; otherwise NONE. */
static uint32_t
verb_before(const Document *doc, const QuoteContext *view)
{
	uint32_t	floor = doc->sentences[view->sentence].first;

	if (view->left == NONE)
		return NONE;
	for (uint32_t i = view->left + 1; i-- > floor && i + VERB_BACK > view->left;)
		if (is_word(doc, i) && token_has(doc, i, WC_VERB))
			return i;
	return NONE;
}

/* Adds the words beside the span and, if it is short, its own: "the term", "movement", "so-called". */
NQ_CONTEXT_BUILDER void
add_contexts(const Document *doc, const QuoteContext *view, FeatureSet *set, ContextTexts *texts)
{
	const SpanSymbols *symbols = &view->symbols;
	const QuotedSpan *span = &doc->spans[view->span];
	Symbol		size = size_symbol(&view->inside);
	Symbol		before = view->left != NONE && view->left > doc->sentences[view->sentence].first ? nq_word_at(doc, view->left - 1) : nq_symbol("^");
	Symbol		right = view->right != NONE ? nq_word_at(doc, view->right) : nq_symbol("$");
	uint32_t	verb = verb_before(doc, view);

	NQ_CONTEXT(set, texts, "quotation.around", symbols->left, symbols->begins, size, symbols->right);
	NQ_CONTEXT(set, texts, "quotation.left", symbols->left_2, symbols->left, size);
	NQ_CONTEXT(set, texts, "quotation.right", symbols->right, symbols->right_2, size);
	NQ_CONTEXT(set, texts, "quotation.left_word", symbols->left_word, symbols->begins);
	NQ_CONTEXT(set, texts, "quotation.left_words", before, symbols->left_word);
	NQ_CONTEXT(set, texts, "quotation.right_word", right, size);
	if (doc->repeats[view->span].words > 0)
		NQ_CONTEXT(set, texts, "quotation.first", nq_word_at(doc, span->first), size);
	if (verb != NONE)
		NQ_CONTEXT(set, texts, "quotation.verb", nq_word_at(doc, verb), size);
	if (view->inside.words <= 2)
		NQ_CONTEXT(set, texts, "quotation.inside", nq_word_at(doc, span->last - 1), size);
	for (uint32_t side = 0; side < SIDE_COUNT; side++)
	{
		const Cue  *cue = nearest_cue(view, side);

		if (cue != &nq_no_cue)
			NQ_CONTEXT(set, texts, "quotation.cue", side == SIDE_BEFORE ? nq_symbol("b") : nq_symbol("a"),
					   nq_word_at(doc, cue->first), nq_count_symbol(view->proximity[side]));
	}
}

void
nq_quotation_features(const Document *doc, const QuoteContext *view, FeatureSet *set)
{
	const QuotedSpan *span = &doc->spans[view->span];
	const Attribution *attribution = &doc->attributions[view->span];
	const Inside *inside = &view->inside;
	float		sure = attribution->p_speaker;
	uint32_t	proximity = own_proximity(doc, view);
	ContextTexts *texts = nq_texts_of(doc->observer);

	nq_clear_features(set);
	if (texts != NULL)
		add_contexts(doc, view, set, texts);
	else
		add_contexts(doc, view, set, NULL);
	if (proximity < PROXIMITY_COUNT)
		add(set, QUOTATION_OWN_CUE + proximity);
	else
		add(set, QUOTATION_NO_OWN_CUE);
	add_short_features(doc, view, inside, proximity, set);
	add_title_features(doc, view, inside, proximity, set);
	add(set, QUOTATION_BIAS);
	add_if(set, view->voice != NONE, QUOTATION_VOICE);
	add_inner_features(doc, span, inside, set);
	add_nearest_cues(view, inside->words > 5, set);
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
