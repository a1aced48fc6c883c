/*
 * name_features.h
 *	  The features of a token of a run, and what a model says of them: see name_features.c.
 */
#ifndef NQ_NAME_FEATURES_H
#define NQ_NAME_FEATURES_H

#include "core/entities/name_reader.h"

/*
 * What a token can be tagged as: outside, 0; the first token of a name of class c, 2 * c - 1; a further one,
 * 2 * c.
 */
#define NAME_TAGS (2 * NAME_CLASSES - 1)

/* The tag before the first token of a run. */
#define NAME_TAG_START NAME_TAGS

/* The most features of a token. */
#define MAX_NAME_FEATURES 108

/* Weights and transitions lie between this and the same below zero. */
#define MAX_NAME_WEIGHT 45
#define MAX_NAME_TRANSITION 500

/* The weights of a feature, one a tag. */
typedef struct NameWeights
{
	int8_t		of_tag[NAME_TAGS];
	int8_t		unused;
	uint32_t	feature;		/* the hash of the feature whose weights these are; 0: of none */
} NameWeights;

_Static_assert(sizeof(NameWeights) == 16, "a cache line holds four");

/*
 * A fitted tagger.  The weights of a feature are in one of two rows, at most: nq_name_row() says which.  A feature
 * that is in neither weighs nothing.
 */
typedef struct NameModel
{
	uint32_t	row_bits;
	const NameWeights *rows;	/* 1 << row_bits of them */
	int16_t		transitions[NAME_TAGS + 1][NAME_TAGS];	/* from a tag, or NAME_TAG_START, to the next */
} NameModel;

/* The first of the two neighbouring rows in which a feature's weights may be. */
static inline uint32_t
nq_name_row(uint32_t feature, uint32_t row_bits)
{
	return feature >> (32 - row_bits) & ~UINT32_C(1);
}

/* What each tag is worth, side by side for vectors; those from NAME_TAGS on are none. */
#define NAME_LANES 16
typedef int16_t NameScores[NAME_LANES];

/* What rules a tag out. */
#define NAME_FORBIDDEN (-20000)

/* The classes of one of the lexicon's sets, as features tell them. */
typedef struct NameSet
{
	uint64_t	classes;		/* a bit each; bit 0 when there is none */
	uint32_t	hash;			/* of all of them */
} NameSet;

/* All words of this many bytes or more count as equally long. */
#define NAME_LONG_WORD 12

/* The tokens whose classes are features: the one before, the token itself, the one after. */
#define NAME_NEIGHBOURS 3

/* What a model says of the features that have few values, by their values: nothing has to be hashed and looked up. */
typedef struct NameTable
{
	NameScores	of_any;
	NameScores	of_evidence[EVIDENCE_BITS];
	NameScores	of_openings[OPENINGS][EVIDENCE(LOWER) + EVIDENCE(MIDDLE) + 1];
	NameScores	of_lengths[NAME_LONG_WORD + 1];
	NameScores	of_phrases[PHRASE_PLACES];
	NameScores	of_sets[][NAME_NEIGHBOURS];	/* of each of the lexicon's sets: its classes, and all of them together */
} NameTable;

/* What a model says of the sets and the rest; NULL without memory. */
NameTable  *nq_make_name_table(Arena *arena, const NameModel *model, const NameSet *sets, uint32_t set_count);

/* Writes the features of a token of the run that was read last, of which there is room for MAX_NAME_FEATURES; returns how many. */
uint32_t	nq_name_features(const NameReader *reader, uint32_t token, uint32_t *features);

/* What a token's features weigh. */
void		nq_score_name_token(const NameReader *reader, const NameModel *model, const NameTable *table, uint32_t token, int16_t *score);

#endif							/* NQ_NAME_FEATURES_H */
