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

/* The most rows of a NameTable for one token: those of its sets, of evidence, and the others. */
#define MAX_NAME_ROWS (NAME_NEIGHBOURS + NAME_WITNESSES * EVIDENCE_BITS + 3)

/* The most features of a token that are looked up: words, shapes, affixes and sets. */
#define MAX_LOOKED_UP 10

typedef struct Features
{
	uint32_t	count;
	uint32_t	row_count;
	uint32_t   *hashes;			/* of the features to be looked up */
	const NameTable *table;		/* NULL if all features are wanted as hashes */
	const int16_t **rows;		/* rows of the table */
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

/* Adds a feature, or several, by their row; at most MAX_NAME_ROWS rows. */
static inline void
add_row(Features *features, const int16_t *row)
{
	features->rows[features->row_count++] = row;
}

/* Adds one feature for each bit; by its row if there is a table. */
ALWAYS_INLINE void
add_bits(Features *features, uint32_t template, const NameScores *rows, uint64_t bits)
{
	for (; bits != 0; bits &= bits - 1)
		if (features->table != NULL)
			add_row(features, rows[first_bit(bits)]);
		else
			add(features, template, first_bit(bits));
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

/* A token and its neighbours.  Tokens outside the paragraph have the form of its edge. */
typedef struct Window
{
	const WordForm *forms[2 * NAME_WINDOW + 1];
	bool		inside[NAME_NEIGHBOURS];
} Window;

ALWAYS_INLINE Window
window_at(const NameReader *reader, uint32_t i)
{
	static const WordForm edge = {.hash = 1, .shape = 1};
	const Document *doc = reader->doc;
	const WordForm *here = &reader->forms[i - reader->first_form];
	Window		window;

	window.inside[1] = has_before(doc, i);
	window.inside[0] = window.inside[1] && has_before(doc, i - 1);
	window.inside[2] = true;
	window.inside[3] = has_after(doc, i);
	window.inside[4] = window.inside[3] && has_after(doc, i + 1);
	window.forms[0] = window.inside[1] ? here - 1 : &edge;
	window.forms[1] = here;
	window.forms[2] = window.inside[3] ? here + 1 : &edge;
	return window;
}

/* Adds the single classes of the token and its neighbours, all classes of the token together, and these with either neighbour's. */
ALWAYS_INLINE void
add_classes(Features *features, const Document *doc, const Window *window, uint32_t i)
{
	const NameSet *sets = doc->settings->name_sets;
	uint32_t	hashes[NAME_NEIGHBOURS] = {0};

	for (uint32_t k = 0; k < NAME_NEIGHBOURS; k++)
	{
		uint32_t	set;

		if (!window->inside[k])
			continue;
		set = token_at(doc, i + k - NAME_ITSELF)->class_set;
		hashes[k] = sets[set].hash;
		if (features->table != NULL)
			add_row(features, features->table->of_sets[set][k]);
		else
			add_bits(features, CLASS + k, NULL, sets[set].classes);
	}
	if (features->table == NULL)
		add(features, CLASSES, hashes[NAME_ITSELF]);
	add(features, CLASSES_TO, hashes[NAME_ITSELF - 1] * 31 + hashes[NAME_ITSELF]);
	add(features, CLASSES_FROM, hashes[NAME_ITSELF + 1] * 31 + hashes[NAME_ITSELF]);
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

/* Adds the opening before a capitalised word, with its two strongest kinds of evidence. */
ALWAYS_INLINE void
add_opening(Features *features, uint32_t evidence, Opening opening)
{
	uint32_t	known = evidence & (EVIDENCE(LOWER) | EVIDENCE(MIDDLE));

	if (features->table != NULL)
		add_row(features, features->table->of_openings[opening][known]);
	else
		add(features, EVIDENCE_OPENING, known << 8 | opening);
}

ALWAYS_INLINE void
add_features(Features *features, const NameReader *reader, uint32_t i)
{
	const Document *doc = reader->doc;
	const NameTable *table = features->table;
	Window		window = window_at(reader, i);

	if (table == NULL)
		add(features, OF_ALL, 0);
	for (uint32_t k = 0; k < 2 * NAME_WINDOW + 1; k++)
		add(features, WORD + k, window.forms[k]->hash);
	add(features, SHAPES_TO, window.forms[0]->shape << 16 | window.forms[1]->shape);
	add(features, SHAPES_FROM, window.forms[1]->shape << 16 | window.forms[2]->shape);
	add(features, SHAPES_AROUND, (window.forms[0]->shape * 0x9e3779b1 ^ window.forms[1]->shape) * 0x85ebca6b ^ window.forms[2]->shape);
	add_affixes(features, doc, i);
	add_classes(features, doc, &window, i);
	add_phrase(features, window.forms[1]->phrase);
	for (uint32_t k = 0; k < NAME_WITNESSES; k++)
		add_bits(features, EVIDENCE_BIT + k, table != NULL ? table->of_evidence[k] : NULL, window.forms[k]->evidence);
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
	uint32_t	hashes[MAX_LOOKED_UP];
	const int8_t *weights[MAX_LOOKED_UP];
	const int16_t *rows[MAX_NAME_ROWS];
	Features	features = {.hashes = hashes, .rows = rows, .table = table};

	memcpy(score, table->of_any, sizeof(NameScores));
	add_features(&features, reader, i);
	for (uint32_t k = 0; k < features.count; k++)
		weights[k] = weights_of(model, hashes[k]);
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
		weigh(model, CLASSES, sets[set].hash, table->of_sets[set][NAME_ITSELF]);
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
	for (uint32_t k = 0; k < NAME_WITNESSES; k++)
		for (uint32_t bit = 0; bit < EVIDENCE_BITS; bit++)
			weigh(model, EVIDENCE_BIT + k, bit, table->of_evidence[k][bit]);
	for (uint32_t opening = 0; opening < OPENINGS; opening++)
		for (uint32_t known = 0; known <= (EVIDENCE(LOWER) | EVIDENCE(MIDDLE)); known++)
			weigh(model, EVIDENCE_OPENING, known << 8 | opening, table->of_openings[opening][known]);
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
