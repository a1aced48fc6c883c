/*
 * speaker_contexts.h
 *	  The words around a span and around a candidate speaker.
 */
#ifndef NQ_SPEAKER_CONTEXTS_H
#define NQ_SPEAKER_CONTEXTS_H

#include "core/document.h"
#include "core/model/contexts.h"

/* How many tokens on each side of a span are examined, and how many of them can be markers. */
#define MARKER_REACH 60
#define MARKERS 48

typedef enum MarkerKind
{
	MARKER_VERB,
	MARKER_SPAN,				/* another span */
	MARKER_COMMA,
	MARKER_OTHER				/* a conjunction, relative, dash, bracket ... */
} MarkerKind;

/* A token that marks the structure of a sentence. */
typedef struct Marker
{
	uint32_t	token;
	MarkerKind	kind;
	Symbol		symbol;
} Marker;

/* The symbols that all candidates of a span share. */
typedef struct SpanSymbols
{
	uint32_t	open,			/* of the span */
				close;
	uint32_t	sentence;
	Symbol		left,			/* the tokens beside the span */
				left_2,
				right,
				right_2;
	Symbol		left_word;
	Symbol		begins;			/* whether it begins with a capital */
	Marker		markers[2 * MARKERS];	/* sorted by token */
	uint32_t	before;			/* number of markers before the span */
	uint32_t	count;
} SpanSymbols;

void		nq_find_span_symbols(const Document *doc, uint32_t span, SpanSymbols *symbols);

/* Adds the contexts of a mention, or of NONE, as the speaker of the span. */
void		nq_speaker_contexts(const Document *doc, const SpanSymbols *symbols, uint32_t mention, FeatureSet *set);

/* ---- symbols, for the contexts of other models too ---- */

/* Returns where to write the text forms of contexts, emptied; NULL if nobody wants them. */
static inline ContextTexts *
nq_texts_of(const Observer *observer)
{
	ContextTexts *texts = observer != NULL ? observer->texts : NULL;

	if (texts != NULL)
		texts->length = 0;
	return texts;
}

/* Returns the symbol of a token as printed. */
Symbol		nq_word_at(const Document *doc, uint32_t i);

/* Returns the symbol of the token at a distance before token i, or after it; "^" and "$" beyond the sentence. */
Symbol		nq_symbol_before(const Document *doc, uint32_t sentence, uint32_t i, uint32_t distance);
Symbol		nq_symbol_from(const Document *doc, uint32_t sentence, uint32_t i);

/* Return the symbols of a mention's kind and number, and of its type. */
Symbol		nq_kind_symbol(const Mention *mention);
Symbol		nq_type_symbol(EntityType type);

/* Returns the symbol of a number; four and more are the same. */
Symbol		nq_count_symbol(uint32_t count);

#endif							/* NQ_SPEAKER_CONTEXTS_H */
