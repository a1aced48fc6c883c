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

/* The longest affix, in bytes. */
#define MAX_AFFIX 4

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
mix_two(uint32_t first, uint32_t second)
{
	return mix(first * 31 + mix(second));
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

static void
find_name_sets(const Lexicon *lexicon, NameSet *sets)
{
	for (uint32_t set = 0; set < lexicon->set_count * 2; set++)
	{
		uint64_t	classes = 0;

		for (uint64_t known = lexicon->classes[set]; known != 0; known &= known - 1)
			if (feature_of_class[first_bit(known)] != 0 && count_bits(classes) < MAX_NAME_CLASSES)
				classes |= UINT64_C(1) << feature_of_class[first_bit(known)];
		if (classes == 0)
			classes = 1;
		sets[set] = (NameSet) {.classes = classes, .hash = mix_wide(classes)};
	}
}

/* ---- features ---- */

typedef enum Template
{
	OF_ALL,
	WORD,						/* + 1 + distance */
	SHAPE = WORD + 3,
	SHAPE_BEFORE,
	SHAPE_AFTER,
	SHAPES_TO,
	SHAPES_FROM,
	SHAPES_AROUND,
	SHAPES_BEFORE,
	SHAPES_AFTER,
	SHAPE_OPENING,
	PREFIX,						/* + bytes */
	SUFFIX = PREFIX + MAX_AFFIX + 1,	/* + bytes */
	LENGTH = SUFFIX + MAX_AFFIX + 1,
	EVIDENCE_OPENING,
	EVIDENCE_BIT,
	CLASS,						/* + 1 + distance */
	CLASSES = CLASS + 3,
	CLASSES_TO,
	CLASSES_FROM,
	PHRASE
} Template;

/* The most rows of a NameTable for one token: those of its sets, its evidence, and the others. */
#define MAX_NAME_ROWS (NAME_NEIGHBOURS + EVIDENCE_BITS + 4)

typedef struct Features
{
	uint32_t	count;
	uint32_t	row_count;
	uint32_t   *hashes;			/* of the features to be looked up */
	const NameTable *table;		/* NULL if all features are wanted as hashes */
	const int16_t **rows;		/* rows of the table */
} Features;

static inline uint32_t
hash_feature(uint32_t template, uint32_t value)
{
	return mix((value + 1) * 0x9e3779b1 + template * 0x85ebca6b) | 1;
}

static inline void
add(Features *features, uint32_t template, uint32_t value)
{
	if (features->count < MAX_NAME_FEATURES)
		features->hashes[features->count++] = hash_feature(template, value);
}

/* Adds one feature for each bit. */
ALWAYS_INLINE void
add_bits(Features *features, Template template, uint64_t bits)
{
	for (; bits != 0; bits &= bits - 1)
		add(features, template, first_bit(bits));
}

/* Adds a feature, or several, by their row. */
static inline void
add_row(Features *features, const int16_t *row)
{
	if (features->row_count < MAX_NAME_ROWS)
		features->rows[features->row_count++] = row;
}

ALWAYS_INLINE void
add_length(Features *features, uint32_t length)
{
	length = length < NAME_LONG_WORD ? length : NAME_LONG_WORD;
	if (features->table != NULL)
		add_row(features, features->table->of_lengths[length]);
	else
		add(features, LENGTH, length);
}

ALWAYS_INLINE void
add_affixes(Features *features, const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *text = doc->text + token->start;
	const char *end = text + token->length;
	uint32_t	prefix = fold_byte(text[0]);
	uint32_t	suffix = fold_byte(end[-1]);

	for (int32_t bytes = 2; bytes <= MAX_AFFIX && bytes <= token->length; bytes++)
	{
		prefix = prefix << 8 | fold_byte(text[bytes - 1]);
		suffix = suffix << 8 | fold_byte(end[-bytes]);
		add(features, PREFIX + (uint32_t) bytes, prefix);
		add(features, SUFFIX + (uint32_t) bytes, suffix);
	}
	add_length(features, token->length);
}

/* A token and its neighbours; NULL outside the paragraph. */
typedef struct Window
{
	const WordForm *forms[2 * NAME_WINDOW + 1];
	uint32_t	sets[NAME_NEIGHBOURS];
	bool		inside[NAME_NEIGHBOURS];
} Window;

ALWAYS_INLINE Window
window_at(const NameReader *reader, uint32_t i)
{
	/* Stands for a token outside the paragraph. */
	static const WordForm edge = {.hash = 1, .shape = 1};
	const Document *doc = reader->doc;
	int32_t		before = 0;
	int32_t		after = 0;
	Window		window;

	while (before < NAME_WINDOW && has_before(doc, i - (uint32_t) before))
		before++;
	while (after < NAME_WINDOW && has_after(doc, i + (uint32_t) after))
		after++;
	for (int32_t d = -NAME_WINDOW; d <= NAME_WINDOW; d++)
		window.forms[d + NAME_WINDOW] = d >= -before && d <= after ? &reader->forms[i + (uint32_t) d - reader->first_form] : &edge;
	for (int32_t d = -1; d <= 1; d++)
	{
		window.inside[d + 1] = d >= -before && d <= after;
		window.sets[d + 1] = window.inside[d + 1] ? token_at(doc, i + (uint32_t) d)->class_set : 0;
	}
	return window;
}

ALWAYS_INLINE void
add_shapes(Features *features, const WordForm *const *here, Opening opening)
{
	uint32_t	to = mix_two(here[-1]->shape, here[0]->shape);
	uint32_t	from = mix_two(here[0]->shape, here[1]->shape);

	add(features, SHAPE, here[0]->shape);
	add(features, SHAPE_BEFORE, here[-1]->shape);
	add(features, SHAPE_AFTER, here[1]->shape);
	add(features, SHAPES_TO, to);
	add(features, SHAPES_FROM, from);
	add(features, SHAPES_AROUND, mix_two(to, here[1]->shape));
	add(features, SHAPES_BEFORE, mix_two(mix_two(here[-2]->shape, here[-1]->shape), here[0]->shape));
	add(features, SHAPES_AFTER, mix_two(from, here[2]->shape));
	add(features, SHAPE_OPENING, mix_two(here[0]->shape, opening));
}

/* Adds the single classes of the token and its neighbours, and all classes of the token together. */
ALWAYS_INLINE void
add_each_class(Features *features, const NameSet *sets, const Window *window)
{
	for (uint32_t k = 0; k < NAME_NEIGHBOURS; k++)
		if (window->inside[k] && features->table != NULL)
			add_row(features, features->table->of_sets[window->sets[k]][k]);
		else if (window->inside[k])
			add_bits(features, CLASS + k, sets[window->sets[k]].classes);
	if (features->table == NULL)
		add(features, CLASSES, sets[window->sets[1]].hash);
}

ALWAYS_INLINE void
add_classes(Features *features, const NameSet *sets, const Window *window)
{
	uint32_t	hashes[NAME_NEIGHBOURS];

	for (uint32_t k = 0; k < NAME_NEIGHBOURS; k++)
		hashes[k] = window->inside[k] ? sets[window->sets[k]].hash : mix_wide(0);
	add_each_class(features, sets, window);
	add(features, CLASSES_TO, mix_two(hashes[0], hashes[1]));
	add(features, CLASSES_FROM, mix_two(hashes[2], hashes[1]));
}

ALWAYS_INLINE void
add_phrase(Features *features, uint32_t phrase)
{
	if (phrase == 0)
		return;
	if (features->table != NULL)
		add_row(features, features->table->of_phrases[phrase]);
	else
		add(features, PHRASE, phrase);
}

ALWAYS_INLINE void
add_evidence(Features *features, uint32_t evidence, Opening opening)
{
	uint32_t	known = evidence & (EVIDENCE(LOWER) | EVIDENCE(MIDDLE));

	if (features->table == NULL)
	{
		add(features, EVIDENCE_OPENING, mix_two(known, opening));
		add_bits(features, EVIDENCE_BIT, evidence);
		return;
	}
	add_row(features, features->table->of_openings[opening][known]);
	for (; evidence != 0; evidence &= evidence - 1)
		add_row(features, features->table->of_evidence[first_bit(evidence)]);
}

ALWAYS_INLINE void
add_features(Features *features, const NameReader *reader, uint32_t i)
{
	const Document *doc = reader->doc;
	Window		window = window_at(reader, i);
	const WordForm *const *here = window.forms + NAME_WINDOW;
	Opening		opening = nq_opening_of(doc, i);

	if (features->table == NULL)
		add(features, OF_ALL, 0);
	for (int32_t d = -1; d <= 1; d++)
		add(features, WORD + 1 + (uint32_t) d, here[d]->hash);
	add_shapes(features, here, opening);
	add_classes(features, doc->settings->name_sets, &window);
	add_phrase(features, here[0]->phrase);
	add_affixes(features, doc, i);
	if (is_capitalised(doc, i))
		add_evidence(features, here[0]->evidence, opening);
}

uint32_t
nq_name_features(const NameReader *reader, uint32_t i, uint32_t *hashes)
{
	Features	features = {.hashes = hashes};

	add_features(&features, reader, i);
	return features.count;
}

/* ---- weights ---- */

/* Gives the unused lanes a score below that of any tag. */
static void
rule_out_lanes(int16_t *score)
{
	for (uint32_t lane = NAME_TAGS; lane < NAME_LANES; lane++)
		score[lane] = NAME_FORBIDDEN;
}

/* Adds the weights of a feature.  Either row, or none, can have it, unpredictably: no branches. */
static inline const int8_t *
weights_of(const NameModel *model, uint32_t hash)
{
	static const NameWeights none;
	const NameWeights *pair = &model->rows[nq_name_row(hash, model->row_bits)];
	const NameWeights *row = pair[1].feature == hash ? &pair[1] : &none;

	return pair[0].feature == hash ? pair[0].of_tag : row->of_tag;
}

_Static_assert(sizeof(NameWeights) == NAME_LANES, "a row is a vector");

void
nq_score_name_token(const NameReader *reader, const NameModel *model, const NameTable *table, uint32_t i, int16_t *score)
{
	uint32_t	hashes[MAX_NAME_FEATURES];
	const int8_t *weights[MAX_NAME_FEATURES];
	const int16_t *rows[MAX_NAME_ROWS];
	Features	features = {.hashes = hashes, .rows = rows, .table = table};

	add_features(&features, reader, i);
	for (uint32_t k = 0; k < features.count; k++)
		weights[k] = weights_of(model, hashes[k]);
	memcpy(score, table->of_any, sizeof(NameScores));
	add_rows_of_words(rows, features.row_count, score);
	add_rows_of_bytes(weights, features.count, score);
	rule_out_lanes(score);
}

static void
weigh(const NameModel *model, uint32_t template, uint32_t value, int16_t *sums)
{
	const int8_t *weights = weights_of(model, hash_feature(template, value));

	add_rows_of_bytes(&weights, 1, sums);
}

static void
weigh_sets(const NameModel *model, const NameSet *sets, uint32_t set_count, NameTable *table)
{
	NameScores	of_classes[NAME_NEIGHBOURS][64] = {0};

	for (uint32_t k = 0; k < NAME_NEIGHBOURS; k++)
		for (uint32_t bit = 0; bit < 64; bit++)
			weigh(model, CLASS + k, bit, of_classes[k][bit]);
	for (uint32_t set = 0; set < set_count * 2; set++)
	{
		for (uint64_t bits = sets[set].classes; bits != 0; bits &= bits - 1)
			for (uint32_t k = 0; k < NAME_NEIGHBOURS; k++)
			{
				const int16_t *row = of_classes[k][first_bit(bits)];

				add_rows_of_words(&row, 1, table->of_sets[set][k]);
			}
		weigh(model, CLASSES, sets[set].hash, table->of_sets[set][1]);
	}
}

NameTable *
nq_make_name_table(Arena *arena, const NameModel *model, const NameSet *sets, uint32_t set_count)
{
	size_t		bytes = sizeof(NameTable) + (size_t) set_count * 2 * sizeof(NameScores[NAME_NEIGHBOURS]);
	NameTable  *table = nq_arena_alloc(arena, bytes);

	if (table == NULL)
		return NULL;
	memset(table, 0, bytes);
	weigh(model, OF_ALL, 0, table->of_any);
	for (uint32_t bit = 0; bit < EVIDENCE_BITS; bit++)
		weigh(model, EVIDENCE_BIT, bit, table->of_evidence[bit]);
	for (uint32_t opening = 0; opening < OPENINGS; opening++)
		for (uint32_t known = 0; known <= (EVIDENCE(LOWER) | EVIDENCE(MIDDLE)); known++)
			weigh(model, EVIDENCE_OPENING, mix_two(known, opening), table->of_openings[opening][known]);
	for (uint32_t length = 0; length <= NAME_LONG_WORD; length++)
		weigh(model, LENGTH, length, table->of_lengths[length]);
	for (uint32_t phrase = 0; phrase < PHRASE_PLACES; phrase++)
		weigh(model, PHRASE, phrase, table->of_phrases[phrase]);
	weigh_sets(model, sets, set_count, table);
	return table;
}

bool
nq_prepare_tagger(NqSettings *settings)
{
	const NameModel *model = settings->language->names;
	uint32_t	sets = settings->lexicon->set_count;

	if (model == NULL)
		return true;
	settings->name_sets = nq_arena_alloc(&settings->arena, (size_t) sets * 2 * sizeof(NameSet));
	if (settings->name_sets == NULL)
		return false;
	find_name_sets(settings->lexicon, settings->name_sets);
	if (model->rows != NULL)
		settings->name_table = nq_make_name_table(&settings->arena, model, settings->name_sets, sets);
	return model->rows == NULL || settings->name_table != NULL;
}
