/*
 * quote_features.h
 *	  What attribution looks at, by name.
 *
 * Every feature is a yes or no.  Three linear models weigh them: one ranks the
 * mentions that may speak a span (SPEAKER features), one says whether a span
 * is a quotation at all (QUOTATION features), one ranks those whom a pronoun may
 * mean (REFERENT features).  The weights are in weights.c, which train/train.py
 * makes; a feature is added by adding its name here, asking its question in
 * quote_features.c or coreference.c, and training anew.
 *
 * Features that cross several qualities are blocks: the name of a block's
 * first member, then as many numbers as the crossing has.
 */
#ifndef NQ_QUOTE_FEATURES_H
#define NQ_QUOTE_FEATURES_H

#include "core/document.h"

/* How a span stands to a cue: side, the cue's strength, how close the two are. */
#define SIDES			2		/* the cue stands before, or after */
#define STRENGTHS		3		/* strong, medium, weak */
#define PROXIMITIES		4		/* adjacent_subject, by "that" or the like, near, far */
#define RELATIONS		3		/* the mention is the cue's subject, its object, or right after it */
#define LINKS			8		/* SubjectLink */
#define FORMS			7		/* CueForm */
#define KINDS			4		/* MentionKind */
#define TYPES			7		/* EntityType */
#define BUCKETS			5		/* of distances */
#define LENGTHS			7		/* of spans, in words */

enum Proximity
{
	PROXIMITY_TOUCHING,
	PROXIMITY_BRIDGED,
	PROXIMITY_NEAR,
	PROXIMITY_FAR
};

enum SpeakerFeature
{
	/* the nearest cue on a side, and what the mention is to it */
	SPEAKER_CUE,
	SPEAKER_CUE_END = SPEAKER_CUE + SIDES * STRENGTHS * PROXIMITIES * RELATIONS,
	SPEAKER_SECOND_CUE = SPEAKER_CUE_END,	/* the second nearest */
	SPEAKER_SECOND_CUE_END = SPEAKER_SECOND_CUE + SIDES * STRENGTHS * RELATIONS,
	SPEAKER_LINK = SPEAKER_SECOND_CUE_END,	/* how the mention came to be the cue's subject */
	SPEAKER_LINK_END = SPEAKER_LINK + SIDES * LINKS,
	SPEAKER_FORM = SPEAKER_LINK_END,	/* the form of the cue that it is the subject of */
	SPEAKER_FORM_END = SPEAKER_FORM + SIDES * FORMS,

	/* what the mention is; crossed with being a cue's subject */
	SPEAKER_KIND = SPEAKER_FORM_END,
	SPEAKER_KIND_END = SPEAKER_KIND + 2 * KINDS,
	SPEAKER_TYPE = SPEAKER_KIND_END,
	SPEAKER_TYPE_END = SPEAKER_TYPE + 2 * TYPES,
	SPEAKER_FIRST_PERSON = SPEAKER_TYPE_END,
	SPEAKER_SECOND_PERSON,
	SPEAKER_PLURAL,
	SPEAKER_POSSESSIVE,
	SPEAKER_OBJECT_PRONOUN,
	SPEAKER_CONTAINED,
	SPEAKER_AFTER_PREPOSITION,
	SPEAKER_ROLE,				/* a title or role stands with it */

	/* where the mention is */
	SPEAKER_SENTENCE_BEFORE,	/* same sentence, before the span */
	SPEAKER_SENTENCE_AFTER,
	SPEAKER_PREVIOUS_SENTENCE,
	SPEAKER_EARLIER_SENTENCE,
	SPEAKER_NEXT_SENTENCE,
	SPEAKER_OTHER_PARAGRAPH,
	SPEAKER_DISTANCE_BEFORE,	/* tokens between, same sentence */
	SPEAKER_DISTANCE_BEFORE_END = SPEAKER_DISTANCE_BEFORE + BUCKETS,
	SPEAKER_DISTANCE_AFTER = SPEAKER_DISTANCE_BEFORE_END,
	SPEAKER_DISTANCE_AFTER_END = SPEAKER_DISTANCE_AFTER + BUCKETS,
	SPEAKER_NEAREST_BEFORE = SPEAKER_DISTANCE_AFTER_END,
	SPEAKER_NEAREST_AFTER,
	SPEAKER_FIRST_IN_SENTENCE,
	SPEAKER_FIRST_BEFORE_VERB,	/* the first noun phrase of its sentence, with a verb after it */
	SPEAKER_ACROSS_SPAN,		/* another span stands between */
	SPEAKER_ACROSS_CLAUSE,		/* a semicolon, a dash or "but" stands between */

	/* colons and standalone spans */
	SPEAKER_COLON_LABEL,		/* NAME: "..." */
	SPEAKER_COLON_SENTENCE,		/* in a sentence that ends with a colon before the span */
	SPEAKER_PREVIOUS_CUE,		/* subject of a cue in the sentence before */
	SPEAKER_NEXT_CUE,			/* subject of a cue in the sentence after, same paragraph */
	SPEAKER_PREVIOUS_SUBJECT,	/* first noun phrase of the sentence before */
	SPEAKER_CLOSED_BY,			/* subject of the cue that touches a span ending in a comma: "...," said X */
	SPEAKER_PASSED_OVER,		/* somebody else is the subject of a cue that touches the span; crossed with where the mention is */
	SPEAKER_PASSED_OVER_END = SPEAKER_PASSED_OVER + 5,
	SPEAKER_PASSED_OVER_SPOKE = SPEAKER_PASSED_OVER_END,	/* ... though it spoke last */
	SPEAKER_BARE,				/* the span is its whole sentence; crossed with where the mention is */
	SPEAKER_BARE_END = SPEAKER_BARE + 5,

	/* who spoke before */
	SPEAKER_SPOKE_SENTENCE,		/* the last span, in the same sentence */
	SPEAKER_SPOKE_PARAGRAPH,	/* ... in the same paragraph */
	SPEAKER_SPOKE_PREVIOUS,		/* ... in the paragraph before */
	SPEAKER_SPOKE_EARLIER,
	SPEAKER_SPOKE_BARE,			/* the same four, where the span is standalone */
	SPEAKER_SPOKE_BARE_END = SPEAKER_SPOKE_BARE + 4,
	SPEAKER_SPOKE_CUELESS = SPEAKER_SPOKE_BARE_END,	/* the same four, where its sentence has words but no cue */
	SPEAKER_SPOKE_CUELESS_END = SPEAKER_SPOKE_CUELESS + 4,
	SPEAKER_SPOKE_TWICE = SPEAKER_SPOKE_CUELESS_END,	/* the last two spans */
	SPEAKER_SPOKE_BEFORE_LAST,	/* the last span but one: two who talk in turn */
	SPEAKER_SPOKE_QUESTION,		/* the last span, which was a question */

	/* nobody */
	SPEAKER_NOBODY,
	SPEAKER_NOBODY_BARE,
	SPEAKER_NOBODY_CUELESS,
	SPEAKER_NOBODY_FIRST,		/* nobody has spoken yet */
	SPEAKER_NOBODY_SINGLE,		/* between single marks */
	SPEAKER_FEATURES
};

enum QuotationFeature
{
	QUOTATION_BIAS,
	QUOTATION_LENGTH,			/* in words */
	QUOTATION_LENGTH_END = QUOTATION_LENGTH + LENGTHS,
	QUOTATION_CUE = QUOTATION_LENGTH_END,	/* the nearest cue on a side; crossed with short and long */
	QUOTATION_CUE_END = QUOTATION_CUE + 2 * SIDES * STRENGTHS * PROXIMITIES,
	QUOTATION_NO_CUE = QUOTATION_CUE_END,	/* crossed with short and long */
	QUOTATION_NO_CUE_END = QUOTATION_NO_CUE + 2,
	QUOTATION_BARE = QUOTATION_NO_CUE_END,
	QUOTATION_SINGLE,
	QUOTATION_UNCLOSED,
	QUOTATION_CONTINUES,
	QUOTATION_CAPITAL,			/* begins with a capital */
	QUOTATION_TITLE_CASE,		/* all its longer words do */
	QUOTATION_ENDS_SENTENCE,	/* ends with . ! or ? */
	QUOTATION_ENDS_COMMA,
	QUOTATION_FIRST_PERSON,		/* holds I, we, my */
	QUOTATION_SECOND_PERSON,
	QUOTATION_HAS_VERB,			/* an auxiliary or a finite verb */
	QUOTATION_HAS_NUMBER,
	QUOTATION_ALL_CAPITALS,
	QUOTATION_LEFT_ARTICLE,	/* the "..." */
	QUOTATION_LEFT_POSSESSIVE,
	QUOTATION_LEFT_PREPOSITION,
	QUOTATION_LEFT_NAMING,	/* so-called "..." */
	QUOTATION_LEFT_WORK,		/* the film "..." */
	QUOTATION_LEFT_NOUN,
	QUOTATION_LEFT_ADJECTIVE,
	QUOTATION_LEFT_VERB,
	QUOTATION_LEFT_COORD,
	QUOTATION_LEFT_CAPITAL,	/* a name right before it */
	QUOTATION_LEFT_COMMA,
	QUOTATION_LEFT_COLON,
	QUOTATION_LEFT_OPEN,
	QUOTATION_RIGHT_NOUN,		/* "..." theory */
	QUOTATION_RIGHT_CAPITAL,
	QUOTATION_RIGHT_PREPOSITION,
	QUOTATION_RIGHT_COMMA,
	QUOTATION_RIGHT_STOP,
	QUOTATION_RIGHT_VERB,
	QUOTATION_RIGHT_CLOSE,
	QUOTATION_IN_HEADLINE,
	QUOTATION_FIRST_LINE,
	QUOTATION_SAME_SENTENCE,	/* another span stands in its sentence */
	QUOTATION_LAST_WAS_ONE,		/* so the span before it, same sentence */
	QUOTATION_LAST_WAS_NONE,
	QUOTATION_SEEN_BEFORE,		/* the same words stood in an earlier span */
	QUOTATION_SPEAKER_KIND,		/* what the best mention is; nobody is the last */
	QUOTATION_SPEAKER_KIND_END = QUOTATION_SPEAKER_KIND + KINDS + 1,
	QUOTATION_SPEAKER_TYPE = QUOTATION_SPEAKER_KIND_END,
	QUOTATION_SPEAKER_TYPE_END = QUOTATION_SPEAKER_TYPE + TYPES,
	QUOTATION_SPEAKER_SURE = QUOTATION_SPEAKER_TYPE_END,	/* how probable the best mention is */
	QUOTATION_SPEAKER_SURE_END = QUOTATION_SPEAKER_SURE + 4,
	QUOTATION_AFTER_WORK = QUOTATION_SPEAKER_SURE_END,	/* a word for a work stands in the sentence */
	QUOTATION_AFTER_NAMING,		/* a naming word stands close before it */
	QUOTATION_AFTER_PLATFORM,
	QUOTATION_CUE_NOUN,			/* a noun of speech right before it: the phrase "..." */
	QUOTATION_IN_TAG,			/* an attribute of markup: href="..." */
	QUOTATION_TITLE_PREPOSITION,	/* in title case, after a preposition: on "Face the Nation" */
	QUOTATION_TITLE_WORK,		/* ... a work's noun before it, or with a comma between */
	QUOTATION_TITLE_POSSESSIVE,	/* ... Springsteen's "American Skin" */
	QUOTATION_TITLE_ARTICLE,
	QUOTATION_TITLE_BARE,
	QUOTATION_TITLE_CUELESS,	/* ... and no cue of the best mention's touches it */
	QUOTATION_OWN_CUE,			/* how close the best mention's own cue is; none is the last */
	QUOTATION_OWN_CUE_END = QUOTATION_OWN_CUE + PROXIMITIES + 1,
	QUOTATION_SHORT_ARTICLE = QUOTATION_OWN_CUE_END,	/* three words at the most, in lower case, and: the "..." */
	QUOTATION_SHORT_ADJECTIVE,
	QUOTATION_SHORT_NOUN_AFTER,	/* ... "..." theory */
	QUOTATION_SHORT_PREPOSITION,
	QUOTATION_SHORT_CUELESS,	/* ... no cue of the best mention's touches it */
	QUOTATION_SHORT_BE,			/* ... was "..." */
	QUOTATION_FEATURES
};

enum ReferentFeature
{
	REFERENT_BACK,				/* how many sentences back it was mentioned last: 0, 1, 2, 3, more */
	REFERENT_BACK_END = REFERENT_BACK + 5,
	REFERENT_SUBJECT = REFERENT_BACK_END,	/* the first noun phrase of that sentence; crossed with how far back */
	REFERENT_SUBJECT_END = REFERENT_SUBJECT + 5,
	REFERENT_CUE_SUBJECT = REFERENT_SUBJECT_END,	/* subject of a cue 0, 1, 2 sentences back */
	REFERENT_CUE_SUBJECT_END = REFERENT_CUE_SUBJECT + 3,
	REFERENT_CUE_OTHER = REFERENT_CUE_SUBJECT_END,	/* there was such a cue, of somebody else */
	REFERENT_CUE_OTHER_END = REFERENT_CUE_OTHER + 3,
	REFERENT_PRONOUN = REFERENT_CUE_OTHER_END,	/* the latest mention is a pronoun that was resolved */
	REFERENT_SUBORDINATE,		/* subject of the sentence in whose "what he called" or "that he" the pronoun stands */
	REFERENT_OWN_CLAUSE,		/* mentioned in the pronoun's own sentence, before it */
	REFERENT_NEAREST,			/* nobody who agrees was mentioned later */
	REFERENT_SAME_PARAGRAPH,
	REFERENT_PREVIOUS_PARAGRAPH,
	REFERENT_NEW_PARAGRAPH_SUBJECT,	/* subject of the paragraph's first sentence */
	REFERENT_POSSESSIVE,
	REFERENT_CONTAINED,
	REFERENT_AFTER_PREPOSITION,
	REFERENT_INSIDE,			/* last mentioned within a quotation only */
	REFERENT_HEADLINE,
	REFERENT_NAME,
	REFERENT_NOMINAL,
	REFERENT_PERSON,			/* surely a person */
	REFERENT_GENDER,			/* of the pronoun's gender, surely */
	REFERENT_FULL_NAME,			/* the last mention is of several words */
	REFERENT_ROLE,				/* ... with a title or role */
	REFERENT_SPOKE_LAST,		/* the last quotation's speaker; crossed with where that stood */
	REFERENT_SPOKE_LAST_END = REFERENT_SPOKE_LAST + 4,
	REFERENT_SPOKE_NEVER = REFERENT_SPOKE_LAST_END,	/* somebody else spoke last */
	REFERENT_COUNT,				/* how often the article names it: 1, 2, 3-5, 6-10, more */
	REFERENT_COUNT_END = REFERENT_COUNT + 5,
	REFERENT_MOST = REFERENT_COUNT_END,	/* nobody who agrees is named more often */
	REFERENT_RECENT,			/* how often within reach: 1, 2, 3, more */
	REFERENT_RECENT_END = REFERENT_RECENT + 4,
	REFERENT_FIRST = REFERENT_RECENT_END,	/* the first who agrees in the article */
	REFERENT_SAME_HEAD,			/* a longer phrase with the same head: "the official" after "a Mexican official" */
	REFERENT_BEARS_ROLE,		/* was printed with the role that the phrase names */
	REFERENT_ITSELF,			/* a phrase that means nobody who was named before */
	REFERENT_ITSELF_THE,		/* ... and has no modifiers: the announcer */
	REFERENT_ITSELF_POSSESSED,	/* his doctor, Ohio's governor */
	REFERENT_ITSELF_EXTENDED,	/* the director of the museum */
	REFERENT_ITSELF_MODIFIED,	/* the New York businessman */
	REFERENT_ITSELF_OFFICE,
	REFERENT_ITSELF_SPOKES,
	REFERENT_ITSELF_KIN,
	REFERENT_ITSELF_ALONE,		/* there is nobody else */
	REFERENT_FEATURES
};

/* No model asks so many questions about one candidate: 68 are the most, of a quotation. */
#define MAX_FEATURES 80
#define WEIGHED_AT_ONCE 8

/* The features that hold. */
typedef struct FeatureSet
{
	uint32_t	count;
	uint16_t	ids[MAX_FEATURES + WEIGHED_AT_ONCE];
} FeatureSet;

/* What stands within a span; of a long one, within its first words. */
typedef struct Inside
{
	uint32_t	words;
	uint32_t	capitals;		/* words that begin with one */
	uint32_t	lower;			/* longer words that do not */
	bool		first_person;
	bool		second_person;
	bool		verb;
	bool		number;
	bool		all_upper;
} Inside;

/* A cue beside a span, and the features of the mentions that belong to it. */
typedef struct NearCue
{
	uint32_t	relation;		/* the first of the features that say what a mention is to it */
	uint32_t	link;			/* ... and of its subject, of the nearest cue only; else NONE */
	uint32_t	form;
} NearCue;

/* A near cue's mentions: see Cue. */
typedef enum Part
{
	PART_SUBJECT,
	PART_OBJECT,
	PART_AFTER,
	PARTS
} Part;

/* Who spoke a span. */
typedef struct Spoken
{
	uint32_t	mention;		/* or NONE */
	uint32_t	entity;			/* or NO_ENTITY */
} Spoken;

/* The entity of no mention: NONE is that of those that are no names. */
#define NO_ENTITY (NONE - 1)

/* What is asked about a span again and again. */
typedef struct QuoteContext
{
	uint32_t	span;
	uint32_t	sentence;
	uint32_t	first_cue,
				last_cue;		/* the cues of its sentence */
	uint32_t	first_cue_after;		/* the first of these after the span */
	uint32_t	first_mention_after;	/* the first mention of its sentence after the span */
	bool		standalone;			/* nothing but spans in its sentence */
	bool		lacks_cue;		/* words, but no cue */
	bool		colon;			/* a colon right before it */
	uint32_t	clause_subject;			/* the subject of the cue that leads up to it, both after the sentence's last span; or NONE */
	uint32_t	adjacent_subject;		/* the subject of the strong or medium cue that touches it, or NONE */
	uint32_t	proximity[SIDES];	/* of the nearest cue on each side, where there is one */
	uint32_t	left;			/* the token right before the span, in the same sentence; NONE at its edge */
	uint32_t	right;			/* ... and the one right after it */
	Inside		inside;
	uint32_t	label;			/* the mention that the span begins with, before a colon: "NAME: ..."; or NONE */
	const Cue  *beside[SIDES * 2];	/* the same cues; one of nobody's where there is none */
	NearCue		near[SIDES * 2];	/* the nearest and the second nearest cue on each side */
	uint32_t	involved[SIDES * 2][PARTS];	/* the parts of each; NONE where there is none */
	uint64_t	involved_bits;	/* a bit for the number, modulo 64, of each of these */

	/* What tells its candidates apart: see nq_view_surroundings(). */
	uint32_t	clause_first;	/* what ends before this token is another clause's than the span */
	uint32_t	clause_last;	/* ... and what begins after this one */
	uint32_t	spoken;			/* the span before it that somebody spoke, or NONE when that is far */
	Spoken		last;			/* who spoke that one */
	Spoken		before_last;	/* who spoke the one before that one */
	uint32_t	spoken_where;	/* in the same sentence, paragraph, in the paragraph before, or earlier: see SPEAKER_SPOKE_SENTENCE */
	bool		asked;			/* that span is a question */
	uint32_t	last_begins;	/* of the phrases before the span: where the last one of its sentence begins */
	uint32_t	first_ends;		/* of those after it: where the first one ends; NONE when there is none */
} QuoteContext;

/* Behind the features of each model stands one that weighs nothing. */
extern const float nq_speaker_weights[SPEAKER_FEATURES + 1];
extern const float nq_quotation_weights[QUOTATION_FEATURES + 1];
extern const float nq_referent_weights[REFERENT_FEATURES + 1];

/* All but the surroundings. */
void		nq_view_quote(const Document *doc, uint32_t span, QuoteContext *view);

/* The rest: who spoke before, which clause the span is in. */
void		nq_view_surroundings(const Document *doc, QuoteContext *view);

/* The features of a mention, or of NONE (nobody), as the speaker of a span. */
void		nq_speaker_features(const Document *doc, const QuoteContext *view, uint32_t mention, FeatureSet *set);

/* The features of a span as a quotation; its best mention is known. */
void		nq_quotation_features(const Document *doc, const QuoteContext *view, FeatureSet *set);

/* The first cue that begins at or after a token of a sentence, or after the sentence. */
uint32_t	nq_cue_from(const Document *doc, uint32_t sentence, uint32_t token);

/* Whether a span is a term: the "carried interest" loophole.  Its best mention is known. */
bool		nq_is_term(const Document *doc, const QuoteContext *view);

/* Whether a mention is the first noun phrase of its sentence that can be its subject. */
bool		nq_is_first_phrase(const Document *doc, uint32_t mention);

/* Nothing but capitalised words and function words, two at least: a title sooner than a quotation. */
static inline bool
is_in_title_case(const Inside *inside)
{
	return inside->lower == 0 && inside->capitals >= 2;
}

/* The tokens of the sentence between the cue and the span are few or none: see PROXIMITIES. */
uint32_t	nq_proximity(const Document *doc, const QuoteContext *view, const Cue *cue);

static inline void
nq_add_feature(FeatureSet *set, uint32_t feature, bool holds)
{
	/* Written in any case, and counted when it holds: whether it does cannot be foreseen, so there is no branch. */
	set->ids[set->count] = (uint16_t) feature;
	set->count += holds;
}

/* The sum of the weights of a model of so many features.  How many hold cannot be foreseen: they are taken eight at a time. */
static inline float
nq_weigh(FeatureSet *set, const float *weights, uint32_t features)
{
	float		sum = 0;

#pragma GCC unroll 8
	for (uint32_t i = 0; i < WEIGHED_AT_ONCE; i++)
		set->ids[set->count + i] = (uint16_t) features;
	for (uint32_t i = 0; i < set->count; i += WEIGHED_AT_ONCE)
	{
		const uint16_t *ids = set->ids + i;

#pragma GCC unroll 8
		for (uint32_t k = 0; k < WEIGHED_AT_ONCE; k++)
			sum += weights[ids[k]];
	}
	return sum;
}

#endif							/* NQ_QUOTE_FEATURES_H */
