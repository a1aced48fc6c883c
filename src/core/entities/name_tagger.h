/*
 * name_tagger.h
 *	  What the tagger of names shares with its trainer: see name_tagger.c.
 */
#ifndef NQ_NAME_TAGGER_H
#define NQ_NAME_TAGGER_H

#include "core/stages.h"

/*
 * What a token can be tagged as: outside, 0; the first token of a name of class c, 2 * c - 1; a further one,
 * 2 * c.
 */
#define NAME_TAGS (2 * NAME_CLASSES - 1)

/* The tag before the first token of a run. */
#define NAME_TAG_START NAME_TAGS

/* Weights and transitions are whole numbers of this part of a logit. */
#define NAME_STEPS 32

/* The longest run, in tokens; and the most features of a token. */
#define MAX_NAME_RUN 40
#define MAX_NAME_FEATURES 96

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
 * A fitted tagger.  The weights of a feature are in one of two rows, at most: nq_name_rows() says which.  A feature
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

/* Whether a tag may follow another one. */
static inline bool
nq_name_tag_may_follow(uint32_t before, uint32_t tag)
{
	return tag == 0 || tag % 2 == 1 || before == tag || before == tag - 1;
}

/* What is known of a token for the sake of its neighbours' features. */
typedef struct WordForm
{
	uint32_t	hash;			/* of the word, whatever its case */
	uint32_t	evidence;		/* EVIDENCE_ bits of the word in this article, if it is capitalised */
	uint32_t	shape;
	uint32_t	phrase;			/* of a listed phrase: which sort, and where in it; else 0 */
} WordForm;

/* The article as the tagger sees it. */
typedef struct NameReader
{
	Document   *doc;
	WordForm   *forms;			/* one a token; written for those near capitalised ones alone */
	uint32_t   *capitals;		/* the tokens that are capitalised */
	uint32_t	capital_count;
	uint32_t   *words;			/* hash table of the capitalised words' hashes, ... */
	uint32_t   *evidence;		/* ... with the evidence of each */
	uint32_t	word_mask;
} NameReader;

/* The classes that features tell, of each of a lexicon's sets: a bit each; bit 0 for none.  The array has 2 * set_count elements. */
void		nq_find_name_classes(const Lexicon *lexicon, uint64_t *classes);

/* Gathers what the article shows of its capitalised words; false when the stage has to stop. */
bool		nq_open_name_reader(Document *doc, NameReader *reader);

/* Gives back what was gathered, as far as the arena can take it. */
void		nq_close_name_reader(NameReader *reader);

/* The next run of tokens that may hold names, from *last on; false when there is none, or the host wants the call to end. */
bool		nq_next_name_run(const NameReader *reader, uint32_t *first, uint32_t *last);

/* Writes the features of a token, of which there is room for MAX_NAME_FEATURES; returns how many. */
uint32_t	nq_name_features(const NameReader *reader, uint32_t token, uint32_t *features);

/* Tags with a given model; false when the stage has to stop. */
bool		nq_tag_names_by(Document *doc, const NameModel *model);

#endif							/* NQ_NAME_TAGGER_H */
