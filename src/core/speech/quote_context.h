/*
 * quote_context.h
 *	  The input of attribution: a span with its surroundings.
 *
 * speaker_features.c and quotation_features.c compute features from it.
 */
#ifndef NQ_QUOTE_CONTEXT_H
#define NQ_QUOTE_CONTEXT_H

#include "core/model/features.h"
#include "core/model/model.h"
#include "core/speech/speaker_contexts.h"

/* Statistics of the words of a span, or of the first ones of a long span. */
typedef struct Inside
{
	uint32_t	words;
	uint32_t	capitals;		/* capitalised words */
	uint32_t	lower;			/* longer words in lower case */
	bool		first_person;
	bool		second_person;
	bool		verb;
	bool		number;
	bool		all_upper;
} Inside;

/* A cue beside a span, and the features of its mentions. */
typedef struct NearCue
{
	uint32_t	relation;		/* the first of the features for the relation of a mention to it */
	uint32_t	link;			/* the feature of its subject, for the nearest cue only; otherwise NONE */
	uint32_t	form;
} NearCue;

/* The speaker of a span. */
typedef struct Spoken
{
	uint32_t	mention;		/* or NONE */
	uint32_t	entity;			/* or NO_ENTITY */
} Spoken;

/* The entity of a missing mention.  NONE is the entity of mentions that are not names. */
#define NO_ENTITY (NONE - 1)

/* The properties of a span that features use. */
typedef struct QuoteContext
{
	uint32_t	span;
	uint32_t	sentence;
	uint32_t	first_cue,
				last_cue;		/* the cues of the span's sentence */
	uint32_t	first_cue_after;		/* the first of these after the span */
	uint32_t	first_mention_after;	/* the first mention of the sentence after the span */
	bool		standalone;			/* the sentence has only spans */
	bool		lacks_cue;		/* the sentence has words, but no cue */
	bool		colon;			/* right after a colon */
	uint32_t	clause_subject;			/* the subject of the cue that leads up to the span, both after the
										 * sentence's last span; or NONE */
	uint32_t	adjacent_subject;		/* the subject of the adjacent strong or medium cue, or NONE */
	uint32_t	proximity[SIDE_COUNT];	/* of the nearest cue on each side, if there is one */
	uint32_t	left;			/* the token right before the span in the sentence, or NONE */
	uint32_t	right;			/* the token right after it, or NONE */
	Inside		inside;
	uint32_t	voice;			/* the mention whose words the span's clause goes on with, by its mood; or NONE */
	bool		in_voice;		/* the whole sentence goes on with somebody's words, so that nobody in it speaks */
	uint32_t	incise;			/* the cue inside the span that has a subject; or NONE */
	uint32_t	label;			/* the mention at the beginning of the span, before a colon: "NAME: ..."; or NONE */
	const Cue  *beside[SIDE_COUNT * 2];	/* the same cues; nq_no_cue if there is none */
	NearCue		near[SIDE_COUNT * 2];	/* the nearest and the second nearest cue on each side */
	uint32_t	involved[SIDE_COUNT * 2][RELATION_COUNT];	/* the mentions of each cue, by Relation; NONE if
															 * there is none */

	/* The fields below are set by nq_view_surroundings(). */
	SpanSymbols symbols;
	uint32_t	clause_first;	/* tokens before this one belong to another clause than the span */
	uint32_t	clause_last;	/* ... and so do tokens after this one */
	uint32_t	spoken;			/* the last earlier span with a speaker; NONE if it is too far away */
	Spoken		last;			/* the speaker of that span */
	Spoken		before_last;	/* the speaker of the one before */
	uint32_t	spoken_where;	/* the place of that span: Where */
	bool		asked;			/* that span is a question */
	uint32_t	leads_up;		/* the actor of the sentence right before the span, if the span is a whole
								 * sentence: a mention, or NONE */
	uint32_t	acts_next;		/* the actor of the sentence right after it */
	bool		turns;			/* the span and the last two with speakers are short, each the only one of its
								 * paragraph */
	uint32_t	last_begins;	/* the start of the last phrase before the span in its sentence */
	uint32_t	first_ends;		/* the end of the first phrase after the span; NONE if there is none */
} QuoteContext;

/* Sets all fields but the surroundings. */
void		nq_view_quote(const Document *doc, uint32_t span, QuoteContext *view);

/* Sets the surroundings: earlier speakers, and the span's clause. */
void		nq_view_surroundings(const Document *doc, QuoteContext *view);

/* Whether a span is short and the only one of its paragraph; with alone, the paragraph must have nothing else. */
bool		nq_is_turn(const Document *doc, uint32_t span, bool alone);

/* Returns the first cue that begins at or after a token of a sentence, or after the sentence. */
uint32_t	nq_cue_from(const Document *doc, uint32_t sentence, uint32_t token);

/* Whether a span has only capitalised words and function words, at least two: probably a title. */
static inline bool
is_in_title_case(const Inside *inside)
{
	return inside->lower == 0 && inside->capitals >= 2;
}

/* Whether a word can be a noun that the span before it modifies. */
static inline bool
may_be_modified(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && !token_has(doc, i, WC_PREP | WC_COORD | WC_AUX | WC_SUBORD | WC_ADV | WC_DET);
}

/* Returns the Proximity of a cue to the span: see features.h. */
uint32_t	nq_proximity(const Document *doc, const QuoteContext *view, const Cue *cue);

/* Stands for a missing cue; it has no mentions. */
extern const Cue nq_no_cue;

/* The nearest cue on a side, or nq_no_cue. */
static inline const Cue *
nearest_cue(const QuoteContext *view, size_t side)
{
	return view->beside[side * 2];
}

/* 0 for a strong cue, 1 for a medium one, 2 for any other. */
static inline uint32_t
strength_of(const Cue *cue)
{
	if ((cue->frames & CUE_STRONG) != 0)
		return 0;
	return (cue->frames & CUE_MEDIUM) != 0 ? 1 : 2;
}

/* How many mentions on each side are examined for the nearest phrase. */
#define NEAREST_REACH 16

static inline bool
is_whole_phrase(const Mention *mention)
{
	return mention->inside == NONE && !mention->nested;
}

static inline bool
ends_with_colon(const Document *doc, uint32_t sentence)
{
	/* No sentence is empty. */
	return token_at(doc, doc->sentences[sentence].last - 1)->kind == TOKEN_COLON;
}

/* ---- short names for those who add features ---- */

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

/* "“Late” and “slow”", "“late,” “slow”": whether only "and", "or" or a comma is between a span and the one before it, of which there is one. */
bool		nq_follows_list(const Document *doc, uint32_t span);

#endif							/* NQ_QUOTE_CONTEXT_H */
