/*
 * name_tagger.c
 *	  The name tagger: a fitted model that finds the bounds and classes of names.
 *
 * Takes the tokens; gives those that can belong to names a NameTag: see name_tags.h.  It has no lists of names,
 * only the word classes of the lexicon as features.  It decides nothing itself: later stages consult its tags.
 *
 * The model is a linear chain: the score of a tag is the sum of the weights of the token's features and of the
 * transition from the previous tag.  The best sequence of tags of a run, and the margin to the best sequence
 * with another tag at each token, are found by dynamic programming in both directions (Viterbi).  All
 * arithmetic is in integers, so that results are the same on every platform.
 *
 * Only runs are tagged: capitalised words and what may join them.  A run has at most MAX_NAME_RUN tokens, so
 * the stage is linear.
 *
 * name_reader.c gathers the evidence of the article for each word, name_features.c has the features and their
 * weights. train/names.py fits the model; its program uses the functions there for the features.
 */
#include "core/entities/name_tagger.h"

#include "core/base/simd.h"
#include "core/lexical/word_properties.h"
#include "core/settings.h"

#include <string.h>

/* ---- tags ---- */

/*
 * Scores of sequences are differences to the best one at each token, clamped to FLOOR.  So 16 bits are enough:
 * the features of a token add at most MAX_NAME_FEATURES * MAX_NAME_WEIGHT, and a transition adds
 * MAX_NAME_TRANSITION, or NAME_FORBIDDEN.
 */
#define FLOOR (-12000)
#define MOST_WORTH (MAX_NAME_FEATURES * MAX_NAME_WEIGHT + MAX_NAME_TRANSITION)

_Static_assert(FLOOR + NAME_FORBIDDEN > INT16_MIN, "a sequence that is worth nothing goes on");
_Static_assert(NAME_FORBIDDEN - 2 * MOST_WORTH > INT16_MIN, "a token that is worth least");
_Static_assert(FLOOR - 2 * MOST_WORTH > INT16_MIN, "the floor below the least that is best");

/* The model's transitions in both directions. */
typedef struct Transitions
{
	NameScores	after[NAME_TAGS + 1];	/* from a tag, or NAME_TAG_START, to each tag */
	NameScores	before[NAME_TAGS];	/* to a tag from each tag */
} Transitions;

/* The scores of each tag of each token of a run. */
typedef struct Lattice
{
	uint32_t	count;
	NameScores	score[MAX_NAME_RUN];	/* by its features */
	NameScores	to[MAX_NAME_RUN];	/* including the best tags before it */
	NameScores	from[MAX_NAME_RUN];	/* of the best tags after it */
} Lattice;

typedef struct Tagger
{
	NameReader	reader;
	const NameModel *model;
	const NameTable *table;
	uint32_t	tags;			/* written */
	uint32_t	capacity;		/* of doc->name_tags */
	Transitions transitions;
	Lattice		lattice;
} Tagger;

static void
read_transitions(const NameModel *model, Transitions *transitions)
{
	memset(transitions->after, 0, sizeof(transitions->after));
	for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
		for (uint32_t lane = 0; lane < NAME_LANES; lane++)
			transitions->before[tag][lane] = NAME_FORBIDDEN;
	for (uint32_t before = 0; before <= NAME_TAGS; before++)
		for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
		{
			int16_t		worth = NAME_FORBIDDEN;

			if (nq_name_tag_may_follow(before, tag))
				worth = model->transitions[before][tag];
			transitions->after[before][tag] = worth;
			if (before < NAME_TAGS)
				transitions->before[tag][before] = worth;
		}
}

static inline void
add_scores(const int16_t *a, const int16_t *b, int16_t *sums)
{
	for (uint32_t lane = 0; lane < NAME_LANES; lane++)
		sums[lane] = (int16_t) (a[lane] + b[lane]);
}

/* For each tag, the best predecessor or successor by score plus transition. */
static void
best_of(const int16_t *worths, const NameScores *transitions, int16_t *best)
{
	int16_t		most[NAME_LANES];	/* a local copy, which the compiler can keep in registers */

	for (uint32_t lane = 0; lane < NAME_LANES; lane++)
		most[lane] = INT16_MIN;
	for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
	{
		int16_t		of_tag = worths[tag];

		for (uint32_t lane = 0; lane < NAME_LANES; lane++)
		{
			int16_t		worth = (int16_t) (of_tag + transitions[tag][lane]);

			most[lane] = (int16_t) (worth > most[lane] ? worth : most[lane]);
		}
	}
	memcpy(best, most, sizeof(most));
}

/* Subtracts the best score from all.  Unused lanes are never the best. */
static void
level(int16_t *worths)
{
	int16_t		best = worths[largest_of_sixteen(worths)];
	int16_t		least = (int16_t) (best + FLOOR);

	for (uint32_t lane = 0; lane < NAME_LANES; lane++)
		worths[lane] = (int16_t) ((worths[lane] > least ? worths[lane] : least) - best);
}

static void
fill_lattice(const Transitions *transitions, Lattice *lattice)
{
	for (uint32_t i = 0; i < lattice->count; i++)
	{
		if (i == 0)
			memcpy(lattice->to[0], transitions->after[NAME_TAG_START], sizeof(lattice->to[0]));
		else
			best_of(lattice->to[i - 1], transitions->after, lattice->to[i]);
		add_scores(lattice->to[i], lattice->score[i], lattice->to[i]);
		level(lattice->to[i]);
	}
	memset(lattice->from[lattice->count - 1], 0, sizeof(lattice->from[0]));
	for (uint32_t i = lattice->count - 1; i-- > 0;)
	{
		NameScores	after;

		add_scores(lattice->from[i + 1], lattice->score[i + 1], after);
		level(after);
		best_of(after, transitions->before, lattice->from[i]);
		level(lattice->from[i]);
	}
}

/* The tag of a token in the best sequence, given that of the previous token; the lowest one if several are equal. */
static uint32_t
best_tag(const Transitions *transitions, const Lattice *lattice, uint32_t i, uint32_t before)
{
	/* The scores of what follows are at least FLOOR. */
	const int16_t least = INT16_MIN - FLOOR;
	NameScores	worths;

	add_scores(transitions->after[before], lattice->score[i], worths);
	for (uint32_t lane = 0; lane < NAME_LANES; lane++)
		worths[lane] = (int16_t) ((worths[lane] > least ? worths[lane] : least) + lattice->from[i][lane]);
	return largest_of_sixteen(worths);
}

static uint8_t
margin_of(int32_t best, int32_t other)
{
	return best - other < UINT8_MAX ? (uint8_t) (best - other) : UINT8_MAX;
}

/* The best of some tags, which have -1 in their lanes; the lowest one if several are equal. */
static uint32_t
best_among(const int16_t *worths, const int16_t *lanes)
{
	NameScores	among;

	for (uint32_t lane = 0; lane < NAME_LANES; lane++)
		among[lane] = (int16_t) ((worths[lane] & lanes[lane]) | (INT16_MIN & ~lanes[lane]));
	return largest_of_sixteen(among);
}

/* Describes the tag of a token.  Classes are compared as tags, which are in the same order. */
static NameTag
describe_tag(const Lattice *lattice, uint32_t i, uint32_t chosen)
{
	/* The tags at which a name begins, the other ones, and those of other classes than a class. */
	static const NameScores first_tags = {[1] = -1, [3] = -1, [5] = -1, [7] = -1, [9] = -1};
	static const NameScores other_tags = {[0] = -1, [2] = -1, [4] = -1, [6] = -1, [8] = -1, [10] = -1};
	static const NameScores of_others[NAME_CLASSES] = {
		{0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
		{-1, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1},
		{-1, -1, -1, 0, 0, -1, -1, -1, -1, -1, -1},
		{-1, -1, -1, -1, -1, 0, 0, -1, -1, -1, -1},
		{-1, -1, -1, -1, -1, -1, -1, 0, 0, -1, -1},
		{-1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0}
	};
	NameScores	worths;
	uint32_t	name_class = (chosen + 1) / 2;
	uint32_t	best = name_class == NAME_NONE ? 0 : 2 * name_class;
	uint32_t	second;
	uint32_t	first;
	uint32_t	other;
	bool		begins = chosen % 2 == 1;

	add_scores(lattice->to[i], lattice->from[i], worths);
	if (best > 0 && worths[best - 1] > worths[best])
		best--;
	second = best_among(worths, of_others[name_class]);
	first = best_among(worths, first_tags);
	other = best_among(worths, other_tags);
	return (NameTag) {
		.name_class = (uint8_t) name_class, .second = (uint8_t) ((second + 1) / 2), .margin = margin_of(worths[best], worths[second]),
		.begins = begins, .edge_margin = begins ? margin_of(worths[first], worths[other]) : margin_of(worths[other], worths[first])
	};
}

_Static_assert(NAME_TAGS == 11 && NAME_CLASSES == 6, "describe_tag() has the lanes of the tags");

/* Runs come in the order of the text, and so do their tags. */
static void
put_tag(Tagger *tagger, uint32_t i, NameTag tag)
{
	Document   *doc = tagger->reader.doc;
	NameTagBlock *block = &doc->name_tag_blocks[i / BLOCK_TOKENS];

	if (block->bits == 0)
		block->tags = tagger->tags;
	block->bits |= (uint32_t) 1 << i % BLOCK_TOKENS;
	doc->name_tags[tagger->tags++] = tag;
}

static bool
tag_run(Tagger *tagger, uint32_t first, uint32_t last)
{
	Document   *doc = tagger->reader.doc;
	Lattice    *lattice = &tagger->lattice;
	uint32_t	tag = NAME_TAG_START;

	if (!nq_reserve_several(doc->arena, (void **) &doc->name_tags, &tagger->capacity, tagger->tags, MAX_NAME_RUN, sizeof(NameTag)))
		return fail(doc, NQ_NO_MEMORY);
	nq_read_name_run(&tagger->reader, first, last);
	lattice->count = last - first;
	for (uint32_t i = 0; i < lattice->count; i++)
		nq_score_name_token(&tagger->reader, tagger->model, tagger->table, first + i, lattice->score[i]);
	fill_lattice(&tagger->transitions, lattice);
	for (uint32_t i = 0; i < lattice->count; i++)
	{
		tag = best_tag(&tagger->transitions, lattice, i, tag);
		put_tag(tagger, first + i, describe_tag(lattice, i, tag));
	}
	return true;
}

/* In news, a quarter of the tokens or less are tagged. */
#define TOKENS_PER_TAG 4

static bool
make_tag_blocks(Document *doc)
{
	size_t		bytes = ((size_t) doc->token_count / BLOCK_TOKENS + 1) * sizeof(NameTagBlock);

	doc->name_tag_blocks = nq_arena_alloc(doc->arena, bytes);
	if (doc->name_tag_blocks == NULL)
		return fail(doc, NQ_NO_MEMORY);
	memset(doc->name_tag_blocks, 0, bytes);
	return true;
}

/*
 * Whether a run has a word that can be a name's, or a noun that refers to one.  Runs such as "The" or "But he"
 * are skipped.
 */
static bool
may_hold_name(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (has_property(doc, i, PROP_IN_NAME | PROP_ACRONYM | PROP_NOUN))
			return true;
	return false;
}

bool
nq_tag_names_by(Document *doc, const NameModel *model, const NameTable *table)
{
	Tagger		tagger = {.model = model, .table = table, .capacity = doc->token_count / TOKENS_PER_TAG + MAX_NAME_RUN};
	uint32_t	first = 0;
	uint32_t	last = 0;
	uint32_t	runs = 0;

	if (!make_tag_blocks(doc) || !nq_open_name_reader(doc, &tagger.reader))
		return false;
	read_transitions(model, &tagger.transitions);
	while (nq_next_name_run(&tagger.reader, &first, &last))
	{
		if (may_hold_name(doc, first, last) && !tag_run(&tagger, first, last))
			return false;
		if (!check_interrupts(doc, runs++, EVERY_16))
			return false;
	}
	nq_close_name_reader(&tagger.reader);
	return doc->status == NQ_OK;
}

bool
nq_tag_names(Document *doc)
{
	const NqSettings *settings = doc->settings;

	return settings->name_table == NULL || nq_tag_names_by(doc, settings->language->names, settings->name_table);
}
