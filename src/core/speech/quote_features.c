/*
 * quote_features.c
 *	  The questions behind the features: see quote_features.h.
 *
 * Takes a stretch and a mention that may speak it; gives the features that
 * hold.  Nothing is decided here.  Every question is answered from a bounded
 * neighbourhood of the stretch.
 */
#include "core/speech/quote_features.h"

#include "core/entities/entity_linking.h"
#include "core/lexical/word_properties.h"

/* How many tokens "near" is, between a cue and a stretch. */
#define NEAR_TOKENS 5

/* A transcript's label has so many words at the most. */
#define LABEL_REACH 5

/* Looks back over so many earlier stretches for the same words. */
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

/* ---- the stretch ---- */

/* Cues stand in the order of the text: a binary search, whose outcomes cannot be foreseen and are no branches. */
uint32_t
nq_cue_from(const Document *doc, uint32_t sentence, uint32_t token)
{
	uint32_t	low = doc->sentence_cues[sentence];
	uint32_t	count = doc->sentence_cues[sentence + 1] - low;

	while (count > 0)
	{
		uint32_t	half = (count + 1) / 2;

		low += half & -(uint32_t) (doc->cues[low + half - 1].first < token);
		count -= half;
	}
	return low;
}

/* Mentions, in the order of their heads. */
static uint32_t
mention_from(const Document *doc, uint32_t sentence, uint32_t token)
{
	uint32_t	low = doc->sentence_mentions[sentence];
	uint32_t	count = doc->sentence_mentions[sentence + 1] - low;

	while (count > 0)
	{
		uint32_t	half = (count + 1) / 2;

		low += half & -(uint32_t) (doc->mentions[low + half - 1].head < token);
		count -= half;
	}
	return low;
}

/* A transcript in marks: the stretch begins with a name and a colon. */
static uint32_t
find_label(const Document *doc, uint32_t stretch, uint32_t sentence)
{
	const Stretch *s = &doc->stretches[stretch];
	uint64_t	words = noted_from(doc, NOTE_WORD, s->first) & lowest_bits(LABEL_REACH);
	uint32_t	colon = s->first + (uint32_t) __builtin_ctzll(~words);

	if (colon == s->first || colon >= s->last || token_at(doc, colon)->kind != TOKEN_COLON)
		return NONE;
	for (uint32_t k = mention_from(doc, sentence, s->first); k < doc->sentence_mentions[sentence + 1]; k++)
	{
		if (doc->mentions[k].inside != stretch || doc->mentions[k].last > colon)
			break;
		if (doc->mentions[k].last == colon)
			return k;
	}
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
contact_over(const Document *doc, uint32_t first, uint32_t last)
{
	bool		bridged = true;

	if (first >= last)
		return CONTACT_TOUCHING;
	if (last - first == 1 && !is_word(doc, first) && token_at(doc, first)->kind != TOKEN_MARK)
		return CONTACT_TOUCHING;
	if (last - first > NEAR_TOKENS + 3)
		return CONTACT_FAR;
	for (uint32_t i = first; i < last; i++)
		bridged &= is_bridge(doc, i);
	if (bridged)
		return CONTACT_BRIDGED;
	return last - first <= NEAR_TOKENS ? CONTACT_NEAR : CONTACT_FAR;
}

uint32_t
nq_contact(const Document *doc, const StretchView *view, const Cue *cue)
{
	const Stretch *stretch = &doc->stretches[view->stretch];
	uint32_t	first = cue->verb_first;

	if (cue->first < stretch->open)
	{
		uint32_t	behind = cue->link == SUBJECT_INVERTED ? doc->mentions[cue->subject].last : cue->last;

		/* ... explained Brandt, "..." */
		if (behind < cue->last || behind > stretch->open)
			behind = cue->last;
		return contact_over(doc, behind, stretch->open);
	}
	if (cue->subject != NONE && doc->mentions[cue->subject].first > stretch->close &&
		doc->mentions[cue->subject].first < first)
	{
		const Mention *subject = &doc->mentions[cue->subject];

		/* "...," his counterpart, Klaus Brandt, replied */
		first = subject->first;
		if (subject->apposed != NONE && doc->mentions[subject->apposed].first > stretch->close &&
			doc->mentions[subject->apposed].first < first)
			first = doc->mentions[subject->apposed].first;
	}
	return contact_over(doc, stretch->close + 1, first);
}

/* 0 for a strong one, 1, 2; which cannot be foreseen: no branch. */
static uint32_t
strength_of(const Cue *cue)
{
	uint32_t	strong = (cue->frames & CUE_STRONG) != 0;
	uint32_t	medium = (cue->frames & CUE_MEDIUM) != 0;

	return (2 - medium) & (strong - 1);
}

/* Where no cue stands: one that nobody belongs to. */
static const Cue no_cue = {.subject = NONE, .object = NONE, .behind = NONE};

/* The n-th nearest cue on a side (0: before), or no_cue. */
static const Cue *
cue_on_side(const Document *doc, const StretchView *view, size_t side, uint32_t n)
{
	uint32_t	count = side == 0 ? view->cue_behind - view->first_cue : view->last_cue - view->cue_behind;
	uint32_t	number = side == 0 ? view->cue_behind - 1 - n : view->cue_behind + n;

	return count > n ? &doc->cues[number] : &no_cue;
}

/* The nearest one. */
static const Cue *
nearest_cue(const StretchView *view, size_t side)
{
	return view->beside[side * 2];
}

/* Whose reporting words touch the stretch: those behind it before those before it. */
static uint32_t
find_touching(const StretchView *view)
{
	for (uint32_t side = SIDES; side-- > 0;)
	{
		const Cue  *cue = nearest_cue(view, side);

		if (cue->subject != NONE && strength_of(cue) < 2 &&
			view->contact[side] == CONTACT_TOUCHING)
			return cue->subject;
	}
	return NONE;
}

/*
 * "Reed called it "a farce" and Cole called it "a triumph"": whose reporting words lead up to the
 * stretch, named since the last stretch of the sentence.
 */
static uint32_t
find_fresh(const Document *doc, const StretchView *view)
{
	const Cue  *cue = nearest_cue(view, 0);
	bool		first = view->stretch == 0 || doc->stretch_sentences[view->stretch - 1] != view->sentence;
	uint32_t	floor;

	if (cue->subject == NONE || strength_of(cue) > 1)
		return NONE;
	switch ((SubjectLink) cue->link)
	{
		case SUBJECT_ADJACENT:
		case SUBJECT_APPOSITION:
			if (view->contact[0] > CONTACT_BRIDGED)
				return NONE;
			break;
		case SUBJECT_RELATIVE:
			/* "... and Cole, who says it's "dead"": behind another's words. */
			if (first || view->contact[0] > CONTACT_NEAR)
				return NONE;
			break;
		case SUBJECT_INVERTED:
			/* ... explained Brandt, "..." */
			if (view->contact[0] > CONTACT_TOUCHING)
				return NONE;
			break;
		default:
			return NONE;
	}
	if (first)
		return cue->subject;
	floor = doc->stretches[view->stretch - 1].close;
	if (doc->mentions[cue->subject].first <= floor + 1 || cue->first <= floor)
		return NONE;
	return cue->subject;
}

/* Looks at no more tokens than tell; at no more than noted_from() tells of. */
#define INSIDE_REACH 32

static bool
is_all_upper(const Document *doc, uint32_t first, uint64_t words)
{
	for (; words != 0; words &= words - 1)
		if ((token_at(doc, first + (uint32_t) __builtin_ctzll(words))->flags & TOKEN_UPPER) == 0)
			return false;
	return true;
}

static void
look_inside(const Document *doc, const Stretch *stretch, Inside *inside)
{
	uint32_t	first = stretch->first;
	uint64_t	reach = lowest_bits(stretch->last - first < INSIDE_REACH ? stretch->last - first : INSIDE_REACH);
	uint64_t	words = reach & noted_from(doc, NOTE_WORD, first);
	uint64_t	capital = words & noted_from(doc, NOTE_CAPITAL, first);
	bool		first_person = false;
	bool		second_person = false;

	for (uint64_t pronouns = words & noted_from(doc, NOTE_PRONOUN, first); pronouns != 0; pronouns &= pronouns - 1)
	{
		uint32_t	i = first + (uint32_t) __builtin_ctzll(pronouns);

		first_person |= token_is_among(doc, i, FIRST_PERSON);
		second_person |= token_is_among(doc, i, SECOND_PERSON);
	}
	inside->words = count_bits(words);
	inside->capitals = count_bits(capital);
	inside->lower = count_bits(words & ~capital & ~noted_from(doc, NOTE_FUNCTION, first));
	inside->first_person = first_person;
	inside->second_person = second_person;
	inside->verb = (words & noted_from(doc, NOTE_VERB, first)) != 0;
	inside->number = (reach & noted_from(doc, NOTE_NUMBER, first)) != 0;
	inside->all_upper = capital == words && is_all_upper(doc, first, words);
}

/* Farther off than so many tokens is another clause. */
#define CLAUSE_TOKENS 40

static bool
breaks_clause(const Document *doc, uint32_t i)
{
	uint8_t		kind = token_at(doc, i)->kind;

	return kind == TOKEN_SEMICOLON || kind == TOKEN_DASH || token_is(doc, i, W_BUT) || token_is(doc, i, W_WHILE);
}

/* Where the stretch's clause begins and ends: at semicolons, dashes and "but". */
static void
find_clause(const Document *doc, StretchView *view)
{
	const Stretch *stretch = &doc->stretches[view->stretch];
	const Sentence *sentence = &doc->sentences[view->sentence];
	uint32_t	floor = stretch->open - sentence->first > CLAUSE_TOKENS ? stretch->open - CLAUSE_TOKENS : sentence->first;
	uint32_t	behind = stretch->close + 1;
	uint32_t	limit = behind + CLAUSE_TOKENS < sentence->last ? behind + CLAUSE_TOKENS : sentence->last;

	view->clause_first = floor;
	for (uint32_t i = next_noted(doc, NOTE_CLAUSE, floor, stretch->open); i < stretch->open;
		 i = next_noted(doc, NOTE_CLAUSE, i + 1, stretch->open))
		if (breaks_clause(doc, i))
			view->clause_first = i + 1;
	view->clause_last = next_noted(doc, NOTE_CLAUSE, behind, limit);
	while (view->clause_last < limit && !breaks_clause(doc, view->clause_last))
		view->clause_last = next_noted(doc, NOTE_CLAUSE, view->clause_last + 1, limit);
}

/* The stretch before that was spoken by somebody; NONE when that is too far off. */
static uint32_t
last_spoken(const Document *doc, uint32_t stretch)
{
	for (uint32_t k = stretch; k-- > 0 && k + 4 >= stretch;)
		if (doc->attributions[k].speaker != NONE && doc->attributions[k].quotation >= 0.5f)
			return k;
	return NONE;
}

/* The features of the mentions of a cue beside the stretch; what no_cue gives, nobody has. */
static void
find_cue_features(StretchView *view, size_t side)
{
	const Cue  *nearest = view->beside[side * 2];
	const Cue  *second = view->beside[side * 2 + 1];
	NearCue    *near = &view->near[side * 2];

	near[0].relation = SPEAKER_CUE + (((uint32_t) side * STRENGTHS + strength_of(nearest)) * CONTACTS + view->contact[side]) * RELATIONS;
	near[0].link = SPEAKER_LINK + (uint32_t) side * LINKS + nearest->link;
	near[0].form = SPEAKER_FORM + (uint32_t) side * FORMS + nearest->form;
	near[1].relation = SPEAKER_SECOND_CUE + ((uint32_t) side * STRENGTHS + strength_of(second)) * RELATIONS;
	near[1].link = NONE;
	near[1].form = NONE;
}

static void
find_near_cues(const Document *doc, StretchView *view)
{
	for (size_t side = 0; side < SIDES; side++)
	{
		const Cue  *cue = view->beside[side * 2] = cue_on_side(doc, view, side, 0);

		view->beside[side * 2 + 1] = cue_on_side(doc, view, side, 1);
		view->contact[side] = cue != &no_cue ? nq_contact(doc, view, cue) : CONTACT_FAR;
		find_cue_features(view, side);
	}
	view->involved_bits = 0;
	for (uint32_t i = 0; i < SIDES * 2; i++)
	{
		view->involved[i][PART_SUBJECT] = view->beside[i]->subject;
		view->involved[i][PART_OBJECT] = view->beside[i]->object;
		view->involved[i][PART_BEHIND] = view->beside[i]->behind;
		for (uint32_t part = 0; part < PARTS; part++)
			view->involved_bits |= UINT64_C(1) << view->involved[i][part] % 64;
	}
}

static bool
is_question(const Document *doc, uint32_t stretch)
{
	const Token *last = token_at(doc, doc->stretches[stretch].last - 1);

	return last->kind == TOKEN_STOP && doc->text[token_end(last) - 1] == '?';
}

static Spoken
speaker_of(const Document *doc, uint32_t stretch)
{
	uint32_t	mention = stretch != NONE ? doc->attributions[stretch].speaker : NONE;
	uint32_t	entity = mention != NONE ? doc->mentions[mention].entity : NONE;

	return (Spoken) {.mention = mention, .entity = entity != NONE ? entity : NO_ENTITY};
}

/* Who spoke the stretches before, and where. */
static void
find_spoken(const Document *doc, StretchView *view)
{
	uint32_t	spoken = last_spoken(doc, view->stretch);
	uint32_t	paragraph = doc->sentences[view->sentence].paragraph;
	uint32_t	paragraph_spoken;

	view->spoken = spoken;
	view->last = speaker_of(doc, spoken);
	view->before_last = speaker_of(doc, spoken != NONE ? last_spoken(doc, spoken) : NONE);
	view->spoken_where = 0;
	view->asked = false;
	if (spoken == NONE)
		return;
	view->asked = is_question(doc, spoken);
	paragraph_spoken = doc->sentences[doc->stretch_sentences[spoken]].paragraph;
	if (doc->stretch_sentences[spoken] != view->sentence)
		view->spoken_where = paragraph_spoken == paragraph ? 1 : paragraph_spoken + 1 == paragraph ? 2 : 3;
}

/* Looks at so many mentions on each side for the nearest phrase. */
#define NEAREST_REACH 16

static bool
is_whole_phrase(const Mention *mention)
{
	return (mention->inside == NONE) & !mention->contained;
}

/*
 * The phrases of the sentence that stand next to the stretch.  Mentions stand in the order of their heads: none before
 * another one begins behind it, none behind it ends before it.
 */
static void
find_nearest_phrases(const Document *doc, StretchView *view)
{
	const Stretch *stretch = &doc->stretches[view->stretch];
	uint32_t	behind = view->mention_behind;
	uint32_t	first = doc->sentence_mentions[view->sentence];
	uint32_t	end = doc->sentence_mentions[view->sentence + 1];
	uint32_t	last_begins = 0;
	uint32_t	first_ends = NONE;

	for (uint32_t k = behind; k-- > first && k + NEAREST_REACH >= behind;)
	{
		const Mention *mention = &doc->mentions[k];
		bool		counts = is_whole_phrase(mention) & (mention->last <= stretch->open);
		uint32_t	begins = mention->first & -(uint32_t) counts;

		last_begins = begins > last_begins ? begins : last_begins;
	}
	for (uint32_t k = behind; k < end && k < behind + NEAREST_REACH; k++)
	{
		const Mention *mention = &doc->mentions[k];
		bool		counts = is_whole_phrase(mention) & (mention->first >= stretch->close);
		/* What does not count ends beyond all. */
		uint32_t	ends = mention->last | ((uint32_t) counts - 1);

		first_ends = ends < first_ends ? ends : first_ends;
	}
	view->last_begins = last_begins;
	view->first_ends = first_ends;
}

/* The tokens around the stretch. */
static void
find_neighbours(const Document *doc, StretchView *view)
{
	const Stretch *stretch = &doc->stretches[view->stretch];
	const Sentence *sentence = &doc->sentences[view->sentence];

	view->left = stretch->open > sentence->first ? stretch->open - 1 : NONE;
	view->right = stretch->close + 1 < sentence->last ? stretch->close + 1 : NONE;
}

void
nq_view_stretch(const Document *doc, uint32_t stretch, StretchView *view)
{
	const Stretch *s = &doc->stretches[stretch];
	const Sentence *sentence;

	view->stretch = stretch;
	view->sentence = doc->stretch_sentences[stretch];
	sentence = &doc->sentences[view->sentence];
	view->first_cue = doc->sentence_cues[view->sentence];
	view->cue_behind = nq_cue_from(doc, view->sentence, s->close);
	view->last_cue = doc->sentence_cues[view->sentence + 1];
	view->mention_behind = mention_from(doc, view->sentence, s->close);
	view->bare = sentence->bare;
	view->cueless = !view->bare && view->first_cue == view->last_cue;
	view->label = find_label(doc, stretch, view->sentence);
	find_near_cues(doc, view);
	view->fresh = find_fresh(doc, view);
	view->touching = find_touching(view);
	view->colon = s->open > 0 && token_at(doc, s->open - 1)->kind == TOKEN_COLON;
	find_neighbours(doc, view);
	look_inside(doc, s, &view->inside);
}

void
nq_view_surroundings(const Document *doc, StretchView *view)
{
	find_spoken(doc, view);
	find_nearest_phrases(doc, view);
	find_clause(doc, view);
}

/* Whether a mention stands for somebody who spoke: it is the same one, or both are names of one entity. */
static bool
is_same(const Document *doc, const Spoken *spoken, uint32_t mention)
{
	return (spoken->mention == mention) | (spoken->entity == doc->mentions[mention].entity);
}

/* Most candidates have nothing to do with the cues beside the stretch; some of these are taken for involved. */
static bool
may_be_involved(const StretchView *view, uint32_t mention)
{
	return (view->involved_bits >> mention % 64 & 1) != 0;
}

/* Adds what the mention is to the cues beside the stretch; whether it is the subject of one. */
static bool
add_cue_features(const StretchView *view, uint32_t mention, FeatureSet *set)
{
	bool		subject = false;

	if (!may_be_involved(view, mention))
		return false;
	for (uint32_t i = 0; i < SIDES * 2; i++)
	{
		const NearCue *near = &view->near[i];
		const uint32_t *parts = view->involved[i];
		bool		reports = parts[PART_SUBJECT] == mention;
		bool		is_object = !reports & (parts[PART_OBJECT] == mention);

		subject |= reports;
		add_if(set, reports, near->relation);
		add_if(set, reports & (near->link != NONE), near->link);
		add_if(set, reports & (near->form != NONE), near->form);
		add_if(set, is_object, near->relation + 1);
		add_if(set, !reports & !is_object & (parts[PART_BEHIND] == mention), near->relation + 2);
	}
	return subject;
}

/* ---- the mention ---- */

static void
add_mention_features(const Document *doc, const Mention *mention, bool subject, FeatureSet *set)
{
	add(set, SPEAKER_KIND + (subject ? KINDS : 0) + mention->kind);
	add(set, SPEAKER_TYPE + (subject ? TYPES : 0) + mention->type);
	add_if(set, mention->person == 1, SPEAKER_FIRST_PERSON);
	add_if(set, mention->person == 2, SPEAKER_SECOND_PERSON);
	add_if(set, mention->plural, SPEAKER_PLURAL);
	add_if(set, mention->possessive, SPEAKER_POSSESSIVE);
	add_if(set, (mention->kind == MENTION_PRONOUN) & !mention->possessive & !token_has(doc, mention->head, WC_SUBJECT),
		   SPEAKER_OBJECT_PRONOUN);
	add_if(set, mention->contained, SPEAKER_CONTAINED);
	add_if(set, is_behind_preposition(doc, mention), SPEAKER_BEHIND_PREPOSITION);
	add_if(set, mention->role != NONE, SPEAKER_ROLE);
}

static uint32_t
bucket_of(uint32_t distance)
{
	return (distance > 1) + (distance > 3) + (distance > 7) + (distance > 15);
}

/* Whether a phrase stands between a mention and the stretch behind it. */
static bool
has_phrase_between(const Document *doc, const StretchView *view, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	if (number + NEAREST_REACH >= view->mention_behind)
		return view->last_begins >= mention->last;
	for (uint32_t k = number + 1; k <= number + NEAREST_REACH; k++)
		if (is_whole_phrase(&doc->mentions[k]) && doc->mentions[k].first >= mention->last &&
			doc->mentions[k].last <= doc->stretches[view->stretch].open)
			return true;
	return false;
}

static void
add_same_sentence_features(const Document *doc, const StretchView *view, uint32_t number, FeatureSet *set)
{
	const Mention *mention = &doc->mentions[number];
	const Stretch *stretch = &doc->stretches[view->stretch];

	if (mention->last <= stretch->open)
	{
		uint32_t	distance = stretch->open - mention->last;

		add(set, SPEAKER_SENTENCE_BEFORE);
		add(set, SPEAKER_DISTANCE_BEFORE + bucket_of(distance));
		add_if(set, !has_phrase_between(doc, view, number), SPEAKER_NEAREST_BEFORE);
		add_if(set, view->stretch > 0 && doc->stretches[view->stretch - 1].open >= mention->last, SPEAKER_ACROSS_STRETCH);
		add_if(set, mention->last < view->clause_first, SPEAKER_ACROSS_CLAUSE);
	}
	else
	{
		add(set, SPEAKER_SENTENCE_BEHIND);
		add(set, SPEAKER_DISTANCE_BEHIND + bucket_of(mention->first - stretch->close - 1));
		add_if(set, view->first_ends > mention->first, SPEAKER_NEAREST_BEHIND);
		add_if(set, view->stretch + 1 < doc->stretch_count &&
			   doc->stretches[view->stretch + 1].close < mention->first, SPEAKER_ACROSS_STRETCH);
		add_if(set, mention->first > view->clause_last, SPEAKER_ACROSS_CLAUSE);
	}
	add_if(set, view->colon & (mention->last + 1 == stretch->open), SPEAKER_COLON_LABEL);
	add_if(set, view->colon & (mention->last < stretch->open), SPEAKER_COLON_SENTENCE);
}

bool
nq_is_first_phrase(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	return !mention->contained & (mention->first < doc->first_phrase_ends[mention->sentence]);
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

static bool
ends_with_colon(const Document *doc, uint32_t sentence)
{
	/* No sentence is empty. */
	return token_at(doc, doc->sentences[sentence].last - 1)->kind == TOKEN_COLON;
}

/* Where the mention stands, for what is crossed with it. */
enum Place
{
	PLACE_SENTENCE,
	PLACE_PREVIOUS,
	PLACE_EARLIER,
	PLACE_NEXT,
	PLACE_OTHER_PARAGRAPH
};

/* The stretch ends in a comma, and the words behind it report. */
static bool
ends_open(const Document *doc, const StretchView *view)
{
	const Stretch *stretch = &doc->stretches[view->stretch];

	return token_at(doc, stretch->last - 1)->kind == TOKEN_COMMA && nearest_cue(view, 1)->subject == view->touching &&
		view->contact[1] == CONTACT_TOUCHING;
}

static void
add_place_features(const Document *doc, const StretchView *view, uint32_t number, FeatureSet *set)
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
		add_if(set, (place == PLACE_PREVIOUS) & first, SPEAKER_PREVIOUS_SUBJECT);
		add_if(set, is_cue_subject(doc, mention->sentence, number), SPEAKER_PREVIOUS_CUE);
		add_if(set, (place == PLACE_PREVIOUS) & ends_with_colon(doc, mention->sentence), SPEAKER_COLON_SENTENCE);
	}
	if (!same_paragraph)
	{
		add(set, SPEAKER_OTHER_PARAGRAPH);
		if (place == PLACE_EARLIER)
			place = PLACE_OTHER_PARAGRAPH;
	}
	add_if(set, view->touching == number && ends_open(doc, view), SPEAKER_CLOSED_BY);
	add_if(set, (view->touching != NONE) & (view->touching != number), SPEAKER_PASSED_OVER + place);
	add_if(set, view->bare, SPEAKER_BARE + place);
	add_if(set, first, SPEAKER_FIRST_IN_SENTENCE);
	add_if(set, first & token_has(doc, mention->last, WC_FINITE | WC_AUX | WC_CUE),
		   SPEAKER_FIRST_BEFORE_VERB);
}

/* ---- who spoke before ---- */

static void
add_history_features(const Document *doc, const StretchView *view, uint32_t mention, FeatureSet *set)
{
	bool		last = is_same(doc, &view->last, mention);
	bool		before_last = is_same(doc, &view->before_last, mention);

	add_if(set, before_last & last, SPEAKER_SPOKE_TWICE);
	add_if(set, before_last & !last, SPEAKER_SPOKE_BEFORE_LAST);
	add_if(set, last, SPEAKER_SPOKE_SENTENCE + view->spoken_where);
	add_if(set, last & (view->touching != NONE) & (view->touching != mention), SPEAKER_PASSED_OVER_SPOKE);
	add_if(set, last & view->bare, SPEAKER_SPOKE_BARE + view->spoken_where);
	add_if(set, last & view->cueless, SPEAKER_SPOKE_CUELESS + view->spoken_where);
	add_if(set, last & view->asked, SPEAKER_SPOKE_QUESTION);
}

void
nq_speaker_features(const Document *doc, const StretchView *view, uint32_t mention, FeatureSet *set)
{
	bool		subject;

	set->count = 0;
	if (mention == NONE)
	{
		add(set, SPEAKER_NOBODY);
		add_if(set, view->bare, SPEAKER_NOBODY_BARE);
		add_if(set, view->cueless, SPEAKER_NOBODY_CUELESS);
		add_if(set, view->spoken == NONE, SPEAKER_NOBODY_FIRST);
		add_if(set, doc->stretches[view->stretch].single, SPEAKER_NOBODY_SINGLE);
		return;
	}
	subject = add_cue_features(view, mention, set);
	add_mention_features(doc, &doc->mentions[mention], subject, set);
	add_place_features(doc, view, mention, set);
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
add_inner_features(const Document *doc, const Stretch *stretch, const Inside *inside, FeatureSet *set)
{
	const Token *last = token_at(doc, stretch->last - 1);

	add(set, QUOTATION_LENGTH + length_bucket(inside->words));
	add_if(set, stretch->single, QUOTATION_SINGLE);
	add_if(set, !stretch->closed, QUOTATION_UNCLOSED);
	add_if(set, stretch->continues != NONE, QUOTATION_CONTINUES);
	add_if(set, (token_at(doc, stretch->first)->flags & TOKEN_CAPITAL) != 0, QUOTATION_CAPITAL);
	add_if(set, is_in_title_case(inside), QUOTATION_TITLE_CASE);
	add_if(set, last->kind == TOKEN_STOP || last->kind == TOKEN_ELLIPSIS, QUOTATION_ENDS_SENTENCE);
	add_if(set, last->kind == TOKEN_COMMA, QUOTATION_ENDS_COMMA);
	add_if(set, inside->first_person, QUOTATION_FIRST_PERSON);
	add_if(set, inside->second_person, QUOTATION_SECOND_PERSON);
	add_if(set, inside->verb, QUOTATION_HAS_VERB);
	add_if(set, inside->number, QUOTATION_HAS_NUMBER);
	add_if(set, inside->all_upper && inside->words > 0, QUOTATION_ALL_CAPITALS);
}

/* How many tokens before a stretch may tell of it: a naming word; a work, a platform. */
#define NAMING_REACH 4
#define WORK_REACH 8

/* The classes of all tokens from i back, so many of them but none before floor; no branch, for sentences begin anywhere. */
static uint64_t
classes_back(const Document *doc, uint32_t floor, uint32_t i, uint32_t from, uint32_t count)
{
	uint32_t	reach = i - floor;
	uint64_t	classes = 0;

	for (uint32_t look = from; look < count; look++)
		classes |= classes_at(doc, i - (look < reach ? look : reach));
	return classes;
}

static void
add_left_features(const Document *doc, const StretchView *view, FeatureSet *set)
{
	uint32_t	i = view->left;
	uint32_t	floor = doc->sentences[view->sentence].first;
	uint64_t	classes;
	uint64_t	close;
	uint64_t	far;

	if (i == NONE)
		return;
	classes = classes_at(doc, i);
	add_if(set, token_at(doc, i)->kind == TOKEN_COMMA, QUOTATION_BEHIND_COMMA);
	add_if(set, token_at(doc, i)->kind == TOKEN_COLON, QUOTATION_BEHIND_COLON);
	add_if(set, token_at(doc, i)->kind == TOKEN_OPEN, QUOTATION_BEHIND_OPEN);
	add_if(set, token_at(doc, i)->kind == TOKEN_OTHER && doc->text[token_at(doc, i)->start] == '=' &&
		   (token_at(doc, i + 1)->flags & TOKEN_SPACE) == 0, QUOTATION_IN_TAG);
	if (is_word(doc, i))
	{
		add_if(set, (classes & WC_DET) != 0, QUOTATION_BEHIND_ARTICLE);
		add_if(set, (classes & WC_POSSESSIVE) != 0, QUOTATION_BEHIND_POSSESSIVE);
		add_if(set, (classes & WC_PREP) != 0, QUOTATION_BEHIND_PREPOSITION);
		add_if(set, (classes & WC_NAMING) != 0, QUOTATION_BEHIND_NAMING);
		add_if(set, (classes & WC_WORK) != 0, QUOTATION_BEHIND_WORK);
		add_if(set, (classes & WC_CUENOUN) != 0, QUOTATION_CUE_NOUN);
		add_if(set, (classes & (WC_NOUN | WC_ROLE | WC_BODY)) != 0, QUOTATION_BEHIND_NOUN);
		add_if(set, (classes & WC_ADJ) != 0, QUOTATION_BEHIND_ADJECTIVE);
		add_if(set, (classes & (WC_FINITE | WC_AUX | WC_BASE | WC_GERUND)) != 0, QUOTATION_BEHIND_VERB);
		add_if(set, (classes & WC_COORD) != 0, QUOTATION_BEHIND_COORD);
		add_if(set, (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 && i > floor,
			   QUOTATION_BEHIND_CAPITAL);
	}
	close = classes_back(doc, floor, i, 0, NAMING_REACH);
	far = close | classes_back(doc, floor, i, NAMING_REACH, WORK_REACH);
	add_if(set, (close & WC_NAMING) != 0, QUOTATION_AFTER_NAMING);
	add_if(set, (far & WC_WORK) != 0, QUOTATION_AFTER_WORK);
	add_if(set, (far & (WC_PLATFORM | WC_OUTLET)) != 0, QUOTATION_AFTER_PLATFORM);
}

static void
add_right_features(const Document *doc, const StretchView *view, FeatureSet *set)
{
	uint32_t	i = view->right;
	uint64_t	classes;

	if (i == NONE)
		return;
	classes = classes_at(doc, i);
	add_if(set, token_at(doc, i)->kind == TOKEN_COMMA, QUOTATION_BEFORE_COMMA);
	add_if(set, token_at(doc, i)->kind == TOKEN_STOP, QUOTATION_BEFORE_STOP);
	add_if(set, token_at(doc, i)->kind == TOKEN_CLOSE, QUOTATION_BEFORE_CLOSE);
	if (!is_word(doc, i))
		return;
	add_if(set, (classes & (WC_NOUN | WC_ROLE | WC_BODY | WC_PEOPLE | WC_WORK | WC_DOCUMENT)) != 0 || classes == 0,
		   QUOTATION_BEFORE_NOUN);
	add_if(set, (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0, QUOTATION_BEFORE_CAPITAL);
	add_if(set, (classes & WC_PREP) != 0, QUOTATION_BEFORE_PREPOSITION);
	add_if(set, (classes & (WC_FINITE | WC_AUX)) != 0, QUOTATION_BEFORE_VERB);
}

/* Most words that a stretch can repeat. */
#define REPEATED_WORDS 12

/* Whether the first words of a stretch stand in the same order in another one, which is no longer than a few. */
static bool
same_words(const Document *doc, const Stretch *a, const Stretch *b)
{
	if (a->last - a->first > b->last - b->first + 1 || b->last - b->first > REPEATED_WORDS)
		return false;
	for (uint32_t i = 0; i < REPEATED_WORDS && a->first + i < a->last && is_word(doc, a->first + i); i++)
		if (b->first + i >= b->last || !nq_same_word(doc, a->first + i, b->first + i))
			return false;
	return true;
}

/* Whether an earlier stretch, of the last few, has the same words.  Few begin with the same one, and that is asked first. */
static bool
is_repeated(const Document *doc, uint32_t stretch)
{
	const Stretch *this = &doc->stretches[stretch];
	uint32_t	reach = stretch < REPEAT_REACH ? stretch : REPEAT_REACH - 1;
	uint32_t	word = token_at(doc, this->first)->word;
	uint32_t	alike = 0;

	if (this->last - this->first > REPEATED_WORDS + 1)
		return false;
	for (uint32_t back = 0; back < reach; back++)
		alike |= (uint32_t) (token_at(doc, doc->stretches[stretch - 1 - back].first)->word == word) << back;
	for (; alike != 0; alike &= alike - 1)
		if (same_words(doc, this, &doc->stretches[stretch - 1 - (uint32_t) __builtin_ctz(alike)]))
			return true;
	return false;
}

static void
add_context_features(const Document *doc, const StretchView *view, FeatureSet *set)
{
	const Sentence *sentence = &doc->sentences[view->sentence];

	add_if(set, view->bare, QUOTATION_BARE);
	add_if(set, sentence->title_case, QUOTATION_IN_HEADLINE);
	add_if(set, sentence->paragraph == 0, QUOTATION_FIRST_LINE);
	add_if(set, sentence->last_stretch - sentence->first_stretch > 1, QUOTATION_SAME_SENTENCE);
	if (view->stretch > sentence->first_stretch)
		add(set, doc->attributions[view->stretch - 1].quotation >= 0.5f ? QUOTATION_LAST_WAS_ONE : QUOTATION_LAST_WAS_NONE);
	add_if(set, is_repeated(doc, view->stretch), QUOTATION_SEEN_BEFORE);
}

static void
add_nearest_cues(const StretchView *view, bool is_long, FeatureSet *set)
{
	bool		found = false;

	for (uint32_t side = 0; side < SIDES; side++)
	{
		const Cue  *cue = nearest_cue(view, side);

		if (cue == &no_cue)
			continue;
		found = true;
		add(set, QUOTATION_CUE + ((is_long ? SIDES : 0) + side) * STRENGTHS * CONTACTS +
			strength_of(cue) * CONTACTS + view->contact[side]);
	}
	add_if(set, !found, QUOTATION_NO_CUE + is_long);
}

static bool
may_be_modified(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && !token_has(doc, i, WC_PREP | WC_COORD | WC_AUX | WC_SUBORD | WC_ADV | WC_DET);
}

static uint32_t
own_contact(const Document *doc, const StretchView *view)
{
	const Attribution *attribution = &doc->attributions[view->stretch];

	return attribution->cue == NONE ? CONTACTS : nq_contact(doc, view, &doc->cues[attribution->cue]);
}

bool
nq_is_term(const Document *doc, const StretchView *view)
{
	const Stretch *stretch = &doc->stretches[view->stretch];
	uint32_t	before = view->left;
	uint32_t	behind = view->right;

	return view->inside.words == 2 && (token_at(doc, stretch->first)->flags & TOKEN_CAPITAL) == 0 &&
		before != NONE && is_word(doc, before) && token_has(doc, before, WC_DET) &&
		behind != NONE && may_be_modified(doc, behind) && !token_has(doc, behind, WC_FINITE | WC_CUE | WC_TIME | WC_CUENOUN) &&
		own_contact(doc, view) > CONTACT_BRIDGED;
}

/* A term sooner than a quotation: what stands around a few words in lower case tells. */
static void
add_short_features(const Document *doc, const StretchView *view, const Inside *inside, uint32_t contact, FeatureSet *set)
{
	uint32_t	before = view->left;
	uint32_t	behind = view->right;

	if (inside->words > 3 || (token_at(doc, doc->stretches[view->stretch].first)->flags & TOKEN_CAPITAL) != 0)
		return;
	add_if(set, contact > CONTACT_BRIDGED, QUOTATION_SHORT_CUELESS);
	if (before != NONE && is_word(doc, before))
	{
		add_if(set, token_has(doc, before, WC_DET), QUOTATION_SHORT_ARTICLE);
		add_if(set, token_has(doc, before, WC_ADJ), QUOTATION_SHORT_ADJECTIVE);
		add_if(set, token_has(doc, before, WC_PREP), QUOTATION_SHORT_PREPOSITION);
		add_if(set, is_form_of_be(doc, before), QUOTATION_SHORT_BE);
	}
	add_if(set, behind != NONE && may_be_modified(doc, behind), QUOTATION_SHORT_NOUN_BEHIND);
}

static void
add_title_features(const Document *doc, const StretchView *view, const Inside *inside, uint32_t contact, FeatureSet *set)
{
	uint32_t	before = view->left;

	if (!is_in_title_case(inside))
		return;
	add_if(set, view->bare, QUOTATION_TITLE_BARE);
	add_if(set, contact > CONTACT_BRIDGED, QUOTATION_TITLE_CUELESS);
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

void
nq_quotation_features(const Document *doc, const StretchView *view, FeatureSet *set)
{
	const Stretch *stretch = &doc->stretches[view->stretch];
	const Attribution *attribution = &doc->attributions[view->stretch];
	const Inside *inside = &view->inside;
	float		sure = attribution->chosen;
	uint32_t	contact = own_contact(doc, view);

	set->count = 0;
	add(set, QUOTATION_OWN_CUE + contact);
	add_short_features(doc, view, inside, contact, set);
	add_title_features(doc, view, inside, contact, set);
	add(set, QUOTATION_BIAS);
	add_inner_features(doc, stretch, inside, set);
	add_nearest_cues(view, inside->words > 5, set);
	add_left_features(doc, view, set);
	add_right_features(doc, view, set);
	add_context_features(doc, view, set);
	if (attribution->speaker == NONE)
		add(set, QUOTATION_SPEAKER_KIND + KINDS);
	else
	{
		add(set, QUOTATION_SPEAKER_KIND + doc->mentions[attribution->speaker].kind);
		add(set, QUOTATION_SPEAKER_TYPE + doc->mentions[attribution->speaker].type);
	}
	add(set, QUOTATION_SPEAKER_SURE + (sure < 0.4f ? 0 : sure < 0.7f ? 1 : sure < 0.9f ? 2 : 3));
}
