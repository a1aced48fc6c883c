/*
 * quote_context.h
 *	  What attribution looks at: a span with its surroundings.
 *
 * speaker_features.c and quotation_features.c ask it which features hold.
 */
#ifndef NQ_QUOTE_CONTEXT_H
#define NQ_QUOTE_CONTEXT_H

#include "core/model/features.h"
#include "core/model/model.h"
#include "core/speech/speaker_contexts.h"

/* What is within a span; of a long one, within its first words. */
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
	uint32_t	proximity[SIDE_COUNT];	/* of the nearest cue on each side, where there is one */
	uint32_t	left;			/* the token right before the span, in the same sentence; NONE at its edge */
	uint32_t	right;			/* ... and the one right after it */
	Inside		inside;
	uint32_t	incise;			/* the reporting words within the span that have a subject; or NONE */
	uint32_t	label;			/* the mention that the span begins with, before a colon: "NAME: ..."; or NONE */
	const Cue  *beside[SIDE_COUNT * 2];	/* the same cues; one of nobody's where there is none */
	NearCue		near[SIDE_COUNT * 2];	/* the nearest and the second nearest cue on each side */
	uint32_t	involved[SIDE_COUNT * 2][RELATION_COUNT];	/* the mentions of each, by Relation; NONE where there is none */

	/* What tells its candidates apart: see nq_view_surroundings(). */
	SpanSymbols symbols;
	uint32_t	clause_first;	/* what ends before this token is another clause's than the span */
	uint32_t	clause_last;	/* ... and what begins after this one */
	uint32_t	spoken;			/* the span before it that somebody spoke, or NONE when that is far */
	Spoken		last;			/* who spoke that one */
	Spoken		before_last;	/* who spoke the one before that one */
	uint32_t	spoken_where;	/* in the same sentence, paragraph, in the paragraph before, or earlier: Where */
	bool		asked;			/* that span is a question */
	uint32_t	leads_up;		/* who acts in the sentence right before the span, which is its whole sentence: a mention, or NONE */
	uint32_t	acts_next;		/* ... in the sentence right after it */
	bool		turns;			/* the span and the two that were spoken before it are short, each the only one of its paragraph */
	uint32_t	last_begins;	/* of the phrases before the span: where the last one of its sentence begins */
	uint32_t	first_ends;		/* of those after it: where the first one ends; NONE when there is none */
} QuoteContext;

/* All but the surroundings. */
void		nq_view_quote(const Document *doc, uint32_t span, QuoteContext *view);

/* The rest: who spoke before, which clause the span is in. */
void		nq_view_surroundings(const Document *doc, QuoteContext *view);

/* The first cue that begins at or after a token of a sentence, or after the sentence. */
uint32_t	nq_cue_from(const Document *doc, uint32_t sentence, uint32_t token);

/* Nothing but capitalised words and function words, two at least: a title sooner than a quotation. */
static inline bool
is_in_title_case(const Inside *inside)
{
	return inside->lower == 0 && inside->capitals >= 2;
}

/* The tokens of the sentence between the cue and the span are few or none: see features.h. */
uint32_t	nq_proximity(const Document *doc, const QuoteContext *view, const Cue *cue);

/* In place of a cue where there is none: no mention belongs to it. */
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

/* How many mentions on each side are looked at for the nearest phrase. */
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

#endif							/* NQ_QUOTE_CONTEXT_H */
