/*
 * contexts.h
 *	  Features made of words: an open vocabulary beside the list of features.def.
 *
 * A context is a place, from a CONTEXT line of features.def, and the symbols found there: before a span, the
 * word "said" and a comma.  Its text form, as in weights.tsv, is "speaker.span_left:b_said_,_Cap".  The engine
 * only has its hash; weights.pl hashes the texts of weights.tsv in the same way.  Two contexts with the same
 * hash share a weight; with 32 bits, this is rare.
 *
 * A symbol is a word in lower case or the name of a class of tokens.
 */
#ifndef NQ_CONTEXTS_H
#define NQ_CONTEXTS_H

#include "core/model/model.h"

#include <stddef.h>

typedef struct Symbol
{
	const char *text;			/* not terminated; if is_word, upper-case ASCII is read as lower case */
	uint32_t	length;			/* in bytes */
	uint32_t	hash;			/* of the text */
	bool		is_word;
} Symbol;

/* The text forms of the contexts of one FeatureSet, for an observer; separated by blanks. */
typedef struct ContextTexts
{
	uint32_t	length;
	char		text[8192];
} ContextTexts;

typedef struct Context
{
	FeatureSet *set;
	ContextTexts *texts;		/* or NULL */
	uint32_t	hash;
	uint32_t	symbols;		/* number of symbols added */
} Context;

/* FNV-1a, G. Fowler, L. C. Noll and K.-P. Vo */
#define CONTEXT_BASIS UINT32_C(2166136261)
#define CONTEXT_PRIME UINT32_C(16777619)

static inline uint32_t
nq_mix_context(uint32_t hash, uint32_t piece)
{
	return (hash ^ piece) * CONTEXT_PRIME;
}

/*
 * For functions that build contexts: inlined into two callers, one with texts and one without, where a symbol is only
 * its hash in a register.
 */
#define NQ_CONTEXT_BUILDER static inline __attribute__((always_inline))

/* The longest literal that nq_symbol() takes, in bytes. */
#define MAX_LITERAL 24

/* Mixes the byte at an index of a name into the hash; no change beyond its end. */
static inline __attribute__((always_inline)) uint32_t
nq_mix_byte(uint32_t hash, const char *name, uint32_t length, uint32_t at)
{
	return at < length ? nq_mix_context(hash, (unsigned char) name[at]) : hash;
}

/* Mixes four bytes into the hash. */
static inline __attribute__((always_inline)) uint32_t
nq_mix_bytes(uint32_t hash, const char *name, uint32_t length, uint32_t at)
{
	hash = nq_mix_byte(hash, name, length, at);
	hash = nq_mix_byte(hash, name, length, at + 1);
	hash = nq_mix_byte(hash, name, length, at + 2);
	return nq_mix_byte(hash, name, length, at + 3);
}

/* The hash of a literal.  Has no loop, so that the compiler computes it. */
static inline __attribute__((always_inline)) uint32_t
nq_hash_literal(const char *name, uint32_t length)
{
	uint32_t	hash = nq_mix_bytes(CONTEXT_BASIS, name, length, 0);

	hash = nq_mix_bytes(hash, name, length, 4);
	hash = nq_mix_bytes(hash, name, length, 8);
	hash = nq_mix_bytes(hash, name, length, 12);
	hash = nq_mix_bytes(hash, name, length, 16);
	return nq_mix_bytes(hash, name, length, 20);
}

/* MAX_LITERAL zero bytes that may be read past the end of a literal */
#define NQ_PADDING "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"

/* The symbol named by a literal. */
#define nq_symbol(literal) \
	((Symbol) {"" literal, sizeof(literal) - 1, nq_hash_literal(literal NQ_PADDING, sizeof(literal) - 1 + 0 * sizeof(char[sizeof(literal) <= MAX_LITERAL + 1 ? 1 : -1])), false})

/* The symbol named by a string. */
Symbol		nq_named_symbol(const char *name);

/* The symbol of a word as printed in the article. */
Symbol		nq_word_symbol(const char *text, uint32_t length);

/* The final hash of a context, as stored in the model: its low bits choose the slot. */
static inline uint32_t
nq_context_hash(uint32_t mixed)
{
	mixed ^= mixed >> 15;
	mixed *= UINT32_C(0x2c1b3c6d);
	return mixed ^ mixed >> 12;
}

static inline void
nq_put_context(FeatureSet *set, uint32_t mixed)
{
	if (set->context_count < MAX_CONTEXTS)
		set->contexts[set->context_count++] = nq_context_hash(mixed);
	else
		set->dropped++;
}

/* Begins a context at a place such as "speaker.span_left". */
Context		nq_begin_context(FeatureSet *set, ContextTexts *texts, Symbol place);

void		nq_add_symbol(Context *context, Symbol symbol);

/* Adds the context to the set. */
void		nq_end_context(Context *context);

/* Adds a context of count symbols at a place and writes its text form. */
void		nq_add_context_with_text(FeatureSet *set, ContextTexts *texts, Symbol place, uint32_t count, const Symbol *symbols);

/* The most symbols of NQ_CONTEXT(). */
#define MAX_SYMBOLS 6

/* Mixes the symbol at an index into the hash, if there are more symbols than that. */
static inline __attribute__((always_inline)) uint32_t
nq_mix_symbol(uint32_t mixed, const Symbol *symbols, uint32_t count, uint32_t at)
{
	return at < count ? nq_mix_context(mixed, symbols[at].hash) : mixed;
}

/*
 * Adds a context of count symbols (<= MAX_SYMBOLS) at a place; texts may be NULL.  Inlined and without a loop, so
 * that without texts each symbol is only its hash.
 */
NQ_CONTEXT_BUILDER void
nq_add_context(FeatureSet *set, ContextTexts *texts, Symbol place, uint32_t count, const Symbol *symbols)
{
	uint32_t	mixed = nq_mix_context(CONTEXT_BASIS, place.hash);

	if (texts != NULL)
	{
		nq_add_context_with_text(set, texts, place, count, symbols);
		return;
	}
	mixed = nq_mix_symbol(mixed, symbols, count, 0);
	mixed = nq_mix_symbol(mixed, symbols, count, 1);
	mixed = nq_mix_symbol(mixed, symbols, count, 2);
	mixed = nq_mix_symbol(mixed, symbols, count, 3);
	mixed = nq_mix_symbol(mixed, symbols, count, 4);
	nq_put_context(set, nq_mix_symbol(mixed, symbols, count, 5));
}

/* nq_add_context() with the place as a literal and the symbols as arguments. */
#define NQ_CONTEXT(set, texts, place, ...) \
	nq_add_context(set, texts, nq_symbol(place), \
				   sizeof((Symbol[]) {__VA_ARGS__}) / sizeof(Symbol) + 0 * sizeof(char[sizeof((Symbol[]) {__VA_ARGS__}) / sizeof(Symbol) <= MAX_SYMBOLS ? 1 : -1]), \
				   (Symbol[]) {__VA_ARGS__})

#endif							/* NQ_CONTEXTS_H */
