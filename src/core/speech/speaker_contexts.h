/*
 * speaker_contexts.h
 *	  The words around a span and around who may speak it.
 */
#ifndef NQ_SPEAKER_CONTEXTS_H
#define NQ_SPEAKER_CONTEXTS_H

#include "core/document.h"
#include "core/model/contexts.h"

/* How many tokens on each side of a span are looked at, and how many of these say how the sentence is built. */
#define MARKER_REACH 60
#define MARKERS 48

typedef enum MarkerKind
{
	MARKER_VERB,
	MARKER_SPAN,				/* another span */
	MARKER_COMMA,
	MARKER_OTHER				/* a conjunction, relative, dash, bracket ... */
} MarkerKind;

/* A token that says how a sentence is built. */
typedef struct Marker
{
	uint32_t	token;
	MarkerKind	kind;
	Symbol		symbol;
} Marker;

/* What is the same for all candidates of a span. */
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
	Symbol		begins;			/* with a capital or not */
	Marker		markers[2 * MARKERS];	/* in the order of the text */
	uint32_t	before;			/* how many before the span */
	uint32_t	count;
} SpanSymbols;

void		nq_find_span_symbols(const Document *doc, uint32_t span, SpanSymbols *symbols);

/* Adds the contexts of a mention, or of NONE, as the speaker of the span. */
void		nq_speaker_contexts(const Document *doc, const SpanSymbols *symbols, uint32_t mention, FeatureSet *set);

/* ---- symbols, for the contexts of other models too ---- */

/* A token as printed. */
Symbol		nq_word_at(const Document *doc, uint32_t i);

/* What a token of a sentence is, so far before or at token i; "^" and "$" for what is beyond the sentence. */
Symbol		nq_symbol_before(const Document *doc, uint32_t sentence, uint32_t i, uint32_t distance);
Symbol		nq_symbol_from(const Document *doc, uint32_t sentence, uint32_t i);

/* The kind and number, and the type, of a mention. */
Symbol		nq_kind_symbol(const Mention *mention);
Symbol		nq_type_symbol(const Mention *mention);

/* A number, of which four and more are one. */
Symbol		nq_count_symbol(uint32_t count);

#endif							/* NQ_SPEAKER_CONTEXTS_H */
