/*
 * name_features.c
 *	  The features of a token, and their weights.
 *
 * Features are hashed and looked up in a table that stores the hash: a feature not seen in training has no
 * weight.  Features are the word, its affixes and shape, its classes, those of its neighbours, and the word's
 * evidence in the whole article (name_reader.c).
 *
 * The trainer needs the hashes of all features.  The tagger only needs sums of weights, so features with few
 * values are not hashed: a NameTable has their weights, and one row for all classes of a set.  Weights are
 * integers, so that both ways give the same sums.
 */
#include "core/entities/name_features.h"

#include "core/base/simd.h"
#include "core/settings.h"

#include <string.h>

/* Inlined into the two callers, so that counters stay in registers and unused parts are removed. */
#define ALWAYS_INLINE static inline __attribute__((always_inline))

/* Lengths of the affixes in bytes; shorter words have none. */
#define PREFIX_BYTES 4
#define SUFFIX_BYTES 3

/* The most classes of a word used as features; no word is listed with more. */
#define MAX_NAME_CLASSES 20

/* ---- hashes ---- */

static uint32_t
mix(uint32_t hash)
{
	hash = (hash ^ hash >> 15) * 0x2c1b3c6d;
	hash = (hash ^ hash >> 12) * 0x297a2d39;
	return hash ^ hash >> 15;
}

static uint32_t
mix_wide(uint64_t wide)
{
	return mix((uint32_t) (wide ^ wide >> 32));
}

/* ---- the classes that features tell ---- */

#define BIT_OF(class) __builtin_ctzll(class)

/* The number of a class among the features, which does not depend on its bit.  New ones come last. */
static const uint8_t feature_of_class[64] = {
	[BIT_OF(WC_TITLE)] = 1, [BIT_OF(WC_HONORIFIC)] = 2, [BIT_OF(WC_ROLE)] = 3, [BIT_OF(WC_ROLEADJ)] = 4, [BIT_OF(WC_OFFICE)] = 5,
	[BIT_OF(WC_FORENAME)] = 6, [BIT_OF(WC_NAMEWORD)] = 7, [BIT_OF(WC_MALE)] = 8, [BIT_OF(WC_FEMALE)] = 9, [BIT_OF(WC_ORGWORD)] = 10,
	[BIT_OF(WC_ORG)] = 11, [BIT_OF(WC_OUTLET)] = 12, [BIT_OF(WC_SITEWORD)] = 13, [BIT_OF(WC_EVENTWORD)] = 14,
	[BIT_OF(WC_PARTICLE)] = 15, [BIT_OF(WC_SUFFIX)] = 16, [BIT_OF(WC_COUNTRY)] = 17, [BIT_OF(WC_PLACE)] = 18,
	[BIT_OF(WC_DEMONYM)] = 19, [BIT_OF(WC_SEAT)] = 20, [BIT_OF(WC_MONTH)] = 21, [BIT_OF(WC_DAY)] = 22, [BIT_OF(WC_BODY)] = 23,
	[BIT_OF(WC_PEOPLE)] = 24, [BIT_OF(WC_PERSON)] = 25, [BIT_OF(WC_VERB)] = 26, [BIT_OF(WC_FINITE)] = 27, [BIT_OF(WC_CUE)] = 28,
	[BIT_OF(WC_PREP)] = 29, [BIT_OF(WC_DET)] = 30, [BIT_OF(WC_NOUN)] = 31, [BIT_OF(WC_ADJ)] = 32, [BIT_OF(WC_TIME)] = 33,
	[BIT_OF(WC_NUM)] = 34, [BIT_OF(WC_KIN)] = 35, [BIT_OF(WC_DOCUMENT)] = 36, [BIT_OF(WC_WORK)] = 37, [BIT_OF(WC_PLATFORM)] = 38,
	[BIT_OF(WC_ADV)] = 39, [BIT_OF(WC_PRONOUN)] = 40, [BIT_OF(WC_POSSESSIVE)] = 41, [BIT_OF(WC_AUX)] = 42
};

/* The classes that features tell, of all classes of a set; bit 0 if there are none. */
static uint64_t
feature_classes(uint64_t known)
{
	uint64_t	classes = 0;

	for (; known != 0; known &= known - 1)
		if (feature_of_class[first_bit(known)] != 0 && count_bits(classes) < MAX_NAME_CLASSES)
			classes |= UINT64_C(1) << feature_of_class[first_bit(known)];
	return classes != 0 ? classes : 1;
}

/* Numbers the sets by their classes.  The slots are a hash table of 4 * count places, each 0 or a set's number and 1. */
static void
number_rows(NameSet *sets, uint32_t count, uint32_t *slots)
{
	uint32_t	rows = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t	slot = sets[i].hash % (4 * count);

		while (slots[slot] != 0 && sets[slots[slot] - 1].classes != sets[i].classes)
			slot = slot + 1 < 4 * count ? slot + 1 : 0;
		if (slots[slot] == 0)
		{
			slots[slot] = i + 1;
			sets[i].row = rows++;
		}
		else
			sets[i].row = sets[slots[slot] - 1].row;
	}
}

/* Finds the classes of all sets, followed by no classes, for tokens outside the paragraph.  Returns false if out of memory. */
static bool
find_name_sets(NqSettings *settings)
{
	const Lexicon *lexicon = settings->lexicon;
	uint32_t	count = 2 * lexicon->set_count + 1;
	uint32_t   *slots = nq_arena_alloc(&settings->arena, (size_t) 4 * count * sizeof(uint32_t));

	settings->name_sets = nq_arena_alloc(&settings->arena, count * sizeof(NameSet));
	if (slots == NULL || settings->name_sets == NULL)
		return false;
	for (uint32_t set = 0; set + 1 < count; set++)
	{
		uint64_t	classes = feature_classes(lexicon->classes[set]);

		settings->name_sets[set] = (NameSet) {.classes = classes, .hash = mix_wide(classes)};
	}
	settings->name_sets[count - 1] = (NameSet) {0};
	memset(slots, 0, (size_t) 4 * count * sizeof(uint32_t));
	number_rows(settings->name_sets, count, slots);
	nq_arena_drop(&settings->arena, slots);
	return true;
}

/* ---- features ---- */

typedef enum Template
{
	OF_ALL,
	WORD,						/* + 1 + distance */
	SHAPES_TO = WORD + 3,
	SHAPES_FROM,
	SHAPES_AROUND,
	PREFIX,
	SUFFIX,
	LENGTH,
	EVIDENCE_OPENING,
	EVIDENCE_BIT,				/* + 1 + distance */
	CLASS = EVIDENCE_BIT + NAME_WITNESSES,	/* + 2 + distance */
	CLASSES = CLASS + NAME_NEIGHBOURS,
	CLASSES_TO,
	CLASSES_FROM,
	PHRASE
} Template;

/* The most features of a token that are looked up: words, shapes, affixes and sets. */
#define MAX_LOOKED_UP 10

typedef struct Features
{
	uint32_t	count;
	uint32_t   *hashes;			/* of the features to be looked up */
	const NameTable *table;		/* NULL if all features are wanted as hashes */
	SixteenSums sums;			/* of the table's rows */
} Features;

/* Different values of a template have different hashes.  The upper bits choose the row. */
static inline uint32_t
hash_feature(uint32_t template, uint32_t value)
{
	return (value + template * 0x85ebca6b) * 0x9e3779b1 | 1;
}

static inline void
add(Features *features, uint32_t template, uint32_t value)
{
	if (features->table != NULL || features->count < MAX_NAME_FEATURES)
		features->hashes[features->count++] = hash_feature(template, value);
}

/* Adds one feature for each bit. */
static inline void
add_bits(Features *features, uint32_t template, uint64_t bits)
{
	for (; bits != 0; bits &= bits - 1)
		add(features, template, first_bit(bits));
}

ALWAYS_INLINE void
add_length(Features *features, uint32_t length)
{
	length = length < NAME_LONG_WORD ? length : NAME_LONG_WORD;
	if (features->table != NULL)
		add_words(&features->sums, features->table->of_lengths[length]);
	else
		add(features, LENGTH, length);
}

ALWAYS_INLINE void
add_affixes(Features *features, const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *text = doc->text + token->start;
	const char *end = text + token->length;
	uint32_t	prefix = 0;
	uint32_t	suffix = 0;

	if (token->length >= SUFFIX_BYTES)
	{
		for (uint32_t k = 0; k < SUFFIX_BYTES; k++)
			suffix = suffix << 8 | fold_byte(end[-1 - (int) k]);
		add(features, SUFFIX, suffix);
	}
	if (token->length >= PREFIX_BYTES)
	{
		for (uint32_t k = 0; k < PREFIX_BYTES; k++)
			prefix = prefix << 8 | fold_byte(text[k]);
		add(features, PREFIX, prefix);
	}
	add_length(features, token->length);
}

/* A token and its neighbours.  Tokens outside the paragraph have the form of its edge, and no classes. */
typedef struct Window
{
	const WordForm *forms[2 * NAME_WINDOW + 1];
	uint32_t	sets[NAME_NEIGHBOURS];
} Window;

ALWAYS_INLINE Window
window_at(const NameReader *reader, uint32_t i)
{
	static const WordForm edge = {.hash = 1, .shape = 1};
	const Document *doc = reader->doc;
	const WordForm *here = &reader->forms[i - reader->first_form];
	uint32_t	none = 2 * doc->lexicon->set_count;
	bool		before = has_before(doc, i);
	bool		after = has_after(doc, i);
	Window		window;

	window.sets[0] = before && has_before(doc, i - 1) ? token_at(doc, i - 2)->class_set : none;
	window.sets[1] = before ? token_at(doc, i - 1)->class_set : none;
	window.sets[2] = token_at(doc, i)->class_set;
	window.sets[3] = after ? token_at(doc, i + 1)->class_set : none;
	window.sets[4] = after && has_after(doc, i + 1) ? token_at(doc, i + 2)->class_set : none;
	window.forms[0] = before ? here - 1 : &edge;
	window.forms[1] = here;
	window.forms[2] = after ? here + 1 : &edge;
	return window;
}

/* Adds the classes of the token or of a neighbour, one by one. */
ALWAYS_INLINE void
add_set(Features *features, const NameSet *sets, uint32_t neighbour, uint32_t set)
{
	if (features->table != NULL)
		add_words(&features->sums, features->table->of_sets[sets[set].row][neighbour]);
	else
		add_bits(features, CLASS + neighbour, sets[set].classes);
}

/* Adds the single classes of the token and its neighbours, all classes of the token together, and these with either neighbour's. */
ALWAYS_INLINE void
add_classes(Features *features, const Document *doc, const Window *window)
{
	const NameSet *sets = doc->settings->name_sets;
	uint32_t	hash = sets[window->sets[NAME_ITSELF]].hash;

	add_set(features, sets, 0, window->sets[0]);
	add_set(features, sets, 1, window->sets[1]);
	add_set(features, sets, 2, window->sets[2]);
	add_set(features, sets, 3, window->sets[3]);
	add_set(features, sets, 4, window->sets[4]);
	if (features->table == NULL)
		add(features, CLASSES, hash);
	add(features, CLASSES_TO, sets[window->sets[NAME_ITSELF - 1]].hash * 31 + hash);
	add(features, CLASSES_FROM, sets[window->sets[NAME_ITSELF + 1]].hash * 31 + hash);
}

ALWAYS_INLINE void
add_phrase(Features *features, uint32_t phrase)
{
	if (phrase == 0)
		return;
	if (features->table != NULL)
		add_words(&features->sums, features->table->of_phrases[phrase]);
	else
		add(features, PHRASE, phrase);
}

/* Adds the evidence of one of the witnesses. */
ALWAYS_INLINE void
add_evidence(Features *features, uint32_t witness, uint32_t evidence)
{
	if (features->table == NULL)
		add_bits(features, EVIDENCE_BIT + witness, evidence);
	else
	{
		add_words(&features->sums, features->table->of_evidence[witness][0][evidence & lowest_bits(EVIDENCE_PART_BITS)]);
		add_words(&features->sums, features->table->of_evidence[witness][1][evidence >> EVIDENCE_PART_BITS & lowest_bits(EVIDENCE_PART_BITS)]);
		add_words(&features->sums, features->table->of_evidence[witness][2][evidence >> 2 * EVIDENCE_PART_BITS]);
	}
}

/* Adds the opening before a capitalised word, with its two strongest kinds of evidence. */
ALWAYS_INLINE void
add_opening(Features *features, uint32_t evidence, Opening opening)
{
	uint32_t	known = evidence & (EVIDENCE(LOWER) | EVIDENCE(MIDDLE));

	if (features->table != NULL)
		add_words(&features->sums, features->table->of_openings[opening][known]);
	else
		add(features, EVIDENCE_OPENING, known << 8 | opening);
}

ALWAYS_INLINE void
add_features(Features *features, const NameReader *reader, uint32_t i)
{
	const Document *doc = reader->doc;
	Window		window = window_at(reader, i);

	if (features->table == NULL)
		add(features, OF_ALL, 0);
	add(features, WORD, window.forms[0]->hash);
	add(features, WORD + 1, window.forms[1]->hash);
	add(features, WORD + 2, window.forms[2]->hash);
	add(features, SHAPES_TO, window.forms[0]->shape << 16 | window.forms[1]->shape);
	add(features, SHAPES_FROM, window.forms[1]->shape << 16 | window.forms[2]->shape);
	add(features, SHAPES_AROUND, (window.forms[0]->shape * 0x9e3779b1 ^ window.forms[1]->shape) * 0x85ebca6b ^ window.forms[2]->shape);
	add_affixes(features, doc, i);
	add_classes(features, doc, &window);
	add_phrase(features, window.forms[1]->phrase);
	add_evidence(features, 0, window.forms[0]->evidence);
	add_evidence(features, 1, window.forms[1]->evidence);
	add_evidence(features, 2, window.forms[2]->evidence);
	if (is_capitalised(doc, i))
		add_opening(features, window.forms[1]->evidence, nq_opening_of(doc, i));
}

uint32_t
nq_name_features(const NameReader *reader, uint32_t i, uint32_t *hashes)
{
	Features	features = {.hashes = hashes};

	add_features(&features, reader, i);
	return features.count;
}

/* ---- weights ---- */

/* The lanes of tags, and the score of the others, below that of any tag. */
static const NameScores tag_lanes = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
static const NameScores no_tags = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NAME_FORBIDDEN, NAME_FORBIDDEN, NAME_FORBIDDEN, NAME_FORBIDDEN, NAME_FORBIDDEN
};

_Static_assert(NAME_TAGS == 11, "tag_lanes and no_tags have the lanes of the tags");
_Static_assert(sizeof(NameWeights) == NAME_LANES, "a row is a vector");

/* Adds the weights of a feature, which are in either of two rows or in none. */
static inline void
add_weights(SixteenSums *sums, const NameModel *model, uint32_t feature)
{
	const NameWeights *pair = &model->rows[nq_name_row(feature, model->row_bits)];
	const NameWeights *row = &pair[pair[1].feature == feature];

	add_bytes_if(sums, row->feature == feature, row->of_tag);
}

void
nq_score_name_token(const NameReader *reader, const NameModel *model, const NameTable *table, uint32_t i, int16_t *score)
{
	uint32_t	hashes[MAX_LOOKED_UP];
	Features	features = {.hashes = hashes, .table = table, .sums = load_sums(table->of_any)};

	add_features(&features, reader, i);
	for (uint32_t k = 0; k < features.count; k++)
		add_weights(&features.sums, model, hashes[k]);
	replace_sums(&features.sums, tag_lanes, no_tags);
	store_sums(&features.sums, score);
}

static void
weigh(const NameModel *model, uint32_t template, uint32_t value, int16_t *sums)
{
	SixteenSums sum = load_sums(sums);

	add_weights(&sum, model, hash_feature(template, value));
	store_sums(&sum, sums);
}

/* Fills the rows of a witness's evidence: each is that without its highest bit, and that bit's weights. */
static void
weigh_evidence(const NameModel *model, uint32_t witness, NameTable *table)
{
	for (uint32_t bit = 0; bit < EVIDENCE_BITS; bit++)
	{
		NameScores *rows = table->of_evidence[witness][bit / EVIDENCE_PART_BITS];
		uint32_t	first = 1u << bit % EVIDENCE_PART_BITS;

		weigh(model, EVIDENCE_BIT + witness, bit, rows[first]);
		for (uint32_t others = 1; others < first; others++)
		{
			SixteenSums sums = load_sums(rows[first]);

			add_words(&sums, rows[others]);
			store_sums(&sums, rows[first + others]);
		}
	}
}

/* Fills the rows of the sets of classes. */
static void
weigh_sets(const NameModel *model, const NameSet *sets, uint32_t count, NameTable *table)
{
	NameScores	of_classes[NAME_NEIGHBOURS][64] = {0};
	uint32_t	rows = 0;

	for (uint32_t k = 0; k < NAME_NEIGHBOURS; k++)
		for (uint32_t bit = 0; bit < 64; bit++)
			weigh(model, CLASS + k, bit, of_classes[k][bit]);
	for (uint32_t set = 0; set < count; set++)
	{
		NameScores *row = table->of_sets[rows];

		if (sets[set].row < rows)
			continue;
		rows++;
		for (uint32_t k = 0; k < NAME_NEIGHBOURS; k++)
		{
			SixteenSums sums = load_sums(row[k]);

			for (uint64_t bits = sets[set].classes; bits != 0; bits &= bits - 1)
				add_words(&sums, of_classes[k][first_bit(bits)]);
			if (k == NAME_ITSELF)
				add_weights(&sums, model, hash_feature(CLASSES, sets[set].hash));
			store_sums(&sums, row[k]);
		}
	}
}

static uint32_t
count_rows(const NameSet *sets, uint32_t count)
{
	uint32_t	rows = 0;

	for (uint32_t set = 0; set < count; set++)
		rows += sets[set].row == rows;
	return rows;
}

NameTable *
nq_make_name_table(Arena *arena, const NameModel *model, const NameSet *sets, uint32_t set_count)
{
	uint32_t	count = 2 * set_count + 1;
	size_t		bytes = sizeof(NameTable) + count_rows(sets, count) * sizeof(NameScores[NAME_NEIGHBOURS]);
	NameTable  *table = nq_arena_alloc(arena, bytes);

	if (table == NULL)
		return NULL;
	memset(table, 0, bytes);
	weigh(model, OF_ALL, 0, table->of_any);
	for (uint32_t k = 0; k < NAME_WITNESSES; k++)
		weigh_evidence(model, k, table);
	for (uint32_t opening = 0; opening < OPENINGS; opening++)
		for (uint32_t known = 0; known <= (EVIDENCE(LOWER) | EVIDENCE(MIDDLE)); known++)
			weigh(model, EVIDENCE_OPENING, known << 8 | opening, table->of_openings[opening][known]);
	for (uint32_t length = 0; length <= NAME_LONG_WORD; length++)
		weigh(model, LENGTH, length, table->of_lengths[length]);
	for (uint32_t phrase = 0; phrase < PHRASE_PLACES; phrase++)
		weigh(model, PHRASE, phrase, table->of_phrases[phrase]);
	weigh_sets(model, sets, count, table);
	return table;
}

bool
nq_prepare_tagger(NqSettings *settings)
{
	const NameModel *model = settings->language->names;

	if (model == NULL)
		return true;
	if (!find_name_sets(settings))
		return false;
	if (model->rows != NULL)
		settings->name_table = nq_make_name_table(&settings->arena, model, settings->name_sets, settings->lexicon->set_count);
	return model->rows == NULL || settings->name_table != NULL;
}
