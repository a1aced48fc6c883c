/*
 * name_features.h
 *	  The features of a token, and their scores by a model: see name_features.c.
 */
#ifndef NQ_NAME_FEATURES_H
#define NQ_NAME_FEATURES_H

#include "core/entities/name_reader.h"

/* Tags: 0 outside names; 2 * c - 1 the first token of a name of class c; 2 * c a later token of it. */
#define NAME_TAGS (2 * NAME_CLASSES - 1)

/* The tag before the first token of a run. */
#define NAME_TAG_START NAME_TAGS

/* The most features of a token. */
#define MAX_NAME_FEATURES 172

/* Weights and transitions have at most this absolute value. */
#define MAX_NAME_WEIGHT 40
#define MAX_NAME_TRANSITION 500

/* The weights of a feature, one per tag. */
typedef struct NameWeights
{
	int8_t		of_tag[NAME_TAGS];
	int8_t		unused;
	uint32_t	feature;		/* hash of the feature; 0: unused row */
} NameWeights;

_Static_assert(sizeof(NameWeights) == 16, "a cache line holds four");

/*
 * A fitted tagger.  The weights of a feature can be in one of two rows, given by nq_name_row().  A feature in
 * neither row has no weight.
 */
typedef struct NameModel
{
	uint32_t	row_bits;
	const NameWeights *rows;	/* 1 << row_bits of them */
	int16_t		transitions[NAME_TAGS + 1][NAME_TAGS];	/* from a tag, or NAME_TAG_START, to the next */
} NameModel;

/* The first of the two adjacent rows that can have a feature's weights. */
static inline uint32_t
nq_name_row(uint32_t feature, uint32_t row_bits)
{
	return feature >> (32 - row_bits) & ~UINT32_C(1);
}

/* Scores of all tags, padded to a vector; lanes from NAME_TAGS on are unused. */
#define NAME_LANES 16
typedef int16_t NameScores[NAME_LANES];

/* The score of a forbidden tag. */
#define NAME_FORBIDDEN (-16000)

/* The classes of a set of the lexicon, as features. */
typedef struct NameSet
{
	uint64_t	classes;		/* bit set; bit 0 if there are none */
	uint32_t	hash;			/* of all classes together */
	uint32_t	row;			/* in NameTable.of_sets; the same for sets with the same classes */
} NameSet;

/* All words of at least this many bytes have the same length feature. */
#define NAME_LONG_WORD 12

/* The tokens whose classes are features: the two previous ones, the token itself, the next two. */
#define NAME_NEIGHBOURS 5
#define NAME_ITSELF 2

/* The tokens whose evidence is: the previous one, the token itself, the next one. */
#define NAME_WITNESSES 3

/* The bits of evidence are looked up in parts, so that few rows have to be added. */
#define EVIDENCE_PART_BITS 7
#define EVIDENCE_PARTS 3

_Static_assert(EVIDENCE_BITS <= EVIDENCE_PARTS * EVIDENCE_PART_BITS, "a part for each bit");

/* The scores of features with few values, indexed by value, so that nothing has to be hashed. */
typedef struct NameTable
{
	NameScores	of_any;
	NameScores	of_evidence[NAME_WITNESSES][EVIDENCE_PARTS][1 << EVIDENCE_PART_BITS];	/* of all bits of a part together */
	NameScores	of_openings[OPENINGS][EVIDENCE(LOWER) + EVIDENCE(MIDDLE) + 1];
	NameScores	of_lengths[NAME_LONG_WORD + 1];
	NameScores	of_phrases[PHRASE_PLACES];
	NameScores	of_sets[][NAME_NEIGHBOURS];	/* of each NameSet.row: single classes and all of them together */
} NameTable;

/* Makes the table of a model for 2 * set_count + 1 sets; returns NULL if out of memory. */
NameTable  *nq_make_name_table(Arena *arena, const NameModel *model, const NameSet *sets, uint32_t set_count);

/*
 * Writes the features of a token of the current run; features has room for MAX_NAME_FEATURES.  Returns their
 * number.
 */
uint32_t	nq_name_features(const NameReader *reader, uint32_t token, uint32_t *features);

/* Computes the score of each tag of a token. */
void		nq_score_name_token(const NameReader *reader, const NameModel *model, const NameTable *table, uint32_t token, int16_t *score);

#endif							/* NQ_NAME_FEATURES_H */
