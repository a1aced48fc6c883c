/*
 * names.c
 *	  Fits and evaluates the name tagger: see names.py, which calls it.
 *
 *	  names fit < articles > weights
 *	  names cross-validate < articles
 *
 * The articles follow each other, each as
 *
 *	  NAME FOLD BYTES NAMES
 *	  FIRST LAST CLASS			for each of its names, in bytes; CLASS is a NameClass
 *	  the text
 *
 * The tagger is a linear-chain conditional random field over the features of core/entities/name_features.c,
 * without rare ones.  It is fitted by AdaGrad (Duchi, Hazan and Singer, 2011), whose small step and few rounds
 * are the only regularisation.  Fitting is in floating point, in a fixed order, and uses no function of the
 * platform's libm but the square root; names are always found by the engine, in integers.
 */
#include "core/entities/name_tagger.h"
#include "core/entities/name_tags.h"
#include "core/extract.h"
#include "core/settings.h"
#include "../tools/plain_host.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDS 5
#define LANES 16				/* NAME_TAGS padded for vectors */

#define ROUNDS 8
#define STEP 0.04f				/* AdaGrad's */
#define SMOOTHING 0.01f
#define ENOUGH 0.02f			/* a word whose tag probabilities are off by less is no longer trained */
#define LEAST_SEEN 3			/* a feature is learnt if at least this many words have it */
#define ROW_BITS 14				/* of the engine's table */
#define LEAST_WEIGHT 4			/* the least largest weight of a feature, in steps */
#define MARGINS 8				/* rows of the table of margins */

typedef struct Name
{
	uint32_t	first,
				last;			/* in bytes, later in tokens */
	int			name_class;
} Name;

typedef struct Article
{
	char	   *text;
	size_t		length;
	int			fold;
	Name	   *names;
	int			name_count;
} Article;

typedef struct Example
{
	size_t		features;		/* index of its first feature */
	uint32_t	feature_count;
	uint32_t	tag;
} Example;

typedef struct Run
{
	size_t		first;			/* word */
	uint32_t	count;
	int			fold;
} Run;

/* The engine's own stage is not run here. */
const NameModel nq_english_names;

static Article *articles;
static size_t article_count;
static Example *words;
static size_t word_count;
static Run *runs;
static size_t run_count;
static uint32_t *features;		/* hashes, later numbers */
static size_t feature_count;
static uint32_t *hashes;		/* hashes of the features, sorted */
static uint32_t hash_count;

static float (*weights)[LANES];
static float (*squares)[LANES];
static float transitions[NAME_TAGS + 1][NAME_TAGS];
static float transition_squares[NAME_TAGS + 1][NAME_TAGS];

/* ---- memory ---- */

static void
die(const char *what)
{
	fprintf(stderr, "names: %s\n", what);
	exit(1);
}

static void *
need(void *memory)
{
	if (memory == NULL)
		die("out of memory");
	return memory;
}

/* Makes room for "more" further elements. */
static void *
grow(void *array, size_t count, size_t more, size_t *capacity, size_t bytes)
{
	if (count + more <= *capacity)
		return array;
	*capacity = 2 * (count + more);
	return need(realloc(array, *capacity * bytes));
}

/* ---- articles ---- */

static void
read_articles(void)
{
	size_t		capacity = 0;
	Article		article = {0};

	while (scanf("%*s %d %zu %d", &article.fold, &article.length, &article.name_count) == 3)
	{
		article.names = need(malloc((size_t) article.name_count * sizeof(Name) + 1));
		for (int k = 0; k < article.name_count; k++)
			if (scanf("%u %u %d", &article.names[k].first, &article.names[k].last, &article.names[k].name_class) != 3)
				die("a name is not understood");
		article.text = need(malloc(article.length + 1));
		if (getchar() != '\n' || fread(article.text, 1, article.length, stdin) != article.length)
			die("an article is cut off");
		articles = grow(articles, article_count, 1, &capacity, sizeof(Article));
		articles[article_count++] = article;
	}
	if (article_count == 0 || !feof(stdin))
		die("the articles are not understood");
}

static const NqSettings *
english(void)
{
	static NqSettings *settings;
	NqError		error;

	if (settings == NULL && nq_settings_create(&plain_host, (NqSlice) {"english", 7}, NULL, 0, NULL, 0, &settings, &error) != NQ_OK)
		die("no settings");
	return settings;
}

/* Reads an article as far as the tagger needs it. */
static void
open_article(const Article *article, Document *doc, Arena *arena)
{
	nq_open_document(doc, arena, english(), &plain_host, article->text, article->length);
	if (!nq_find_tokens(doc) || !nq_tag_tokens(doc) || !nq_find_paragraphs(doc))
		die("an article is not read");
}

/* Converts the byte ranges of names to tokens.  If two names are in one token, the first is used. */
static void
find_tokens_of_names(Article *article, const Document *doc)
{
	int			count = 0;

	for (int k = 0; k < article->name_count; k++)
	{
		Name		name = article->names[k];
		uint32_t	first = nq_token_from(doc, name.first);
		uint32_t	last = first;

		while (last < doc->token_count && token_at(doc, last)->start < name.last)
			last++;
		if (first < last && (count == 0 || article->names[count - 1].last <= first))
			article->names[count++] = (Name) {first, last, name.name_class};
	}
	article->name_count = count;
}

/* ---- examples ---- */

static void
add_word(const NameReader *reader, uint32_t token, uint32_t tag)
{
	static size_t word_capacity;
	static size_t feature_capacity;
	uint32_t	found;

	words = grow(words, word_count, 1, &word_capacity, sizeof(Example));
	features = grow(features, feature_count, MAX_NAME_FEATURES, &feature_capacity, sizeof(uint32_t));
	found = nq_name_features(reader, token, features + feature_count);
	if (found == MAX_NAME_FEATURES)
		die("MAX_NAME_FEATURES is too small");
	words[word_count++] = (Example) {feature_count, found, tag};
	feature_count += found;
}

static void
add_runs(const Article *article, Document *doc)
{
	static size_t capacity;
	NameReader	reader;
	uint32_t	first = 0;
	uint32_t	last = 0;
	uint32_t   *tags = need(calloc(doc->token_count + 1, sizeof(uint32_t)));

	for (int k = 0; k < article->name_count; k++)
		for (uint32_t i = article->names[k].first; i < article->names[k].last; i++)
			tags[i] = 2 * (uint32_t) article->names[k].name_class - (i == article->names[k].first);
	if (!nq_open_name_reader(doc, &reader))
		die("an article is not read");
	while (nq_next_name_run(&reader, &first, &last))
	{
		runs = grow(runs, run_count, 1, &capacity, sizeof(Run));
		runs[run_count++] = (Run) {word_count, last - first, article->fold};
		/* A name can begin before the run. */
		if (tags[first] != 0 && tags[first] % 2 == 0)
			tags[first]--;
		nq_read_name_run(&reader, first, last);
		for (uint32_t i = first; i < last; i++)
			add_word(&reader, i, tags[i]);
	}
	free(tags);
}

static void
make_examples(void)
{
	for (size_t k = 0; k < article_count; k++)
	{
		Document	doc;
		Arena		arena;

		open_article(&articles[k], &doc, &arena);
		find_tokens_of_names(&articles[k], &doc);
		add_runs(&articles[k], &doc);
		nq_arena_release(&arena);
	}
}

static int
compare_hashes(const void *a, const void *b)
{
	uint32_t	one = *(const uint32_t *) a;
	uint32_t	other = *(const uint32_t *) b;

	return one < other ? -1 : one > other;
}

/* Replaces hashes by numbers. */
static void
number_features(void)
{
	hashes = need(malloc(feature_count * sizeof(uint32_t)));
	memcpy(hashes, features, feature_count * sizeof(uint32_t));
	qsort(hashes, feature_count, sizeof(uint32_t), compare_hashes);
	for (size_t k = 0; k < feature_count; k++)
		if (hash_count == 0 || hashes[hash_count - 1] != hashes[k])
			hashes[hash_count++] = hashes[k];
	for (size_t k = 0; k < feature_count; k++)
	{
		const uint32_t *place = bsearch(&features[k], hashes, hash_count, sizeof(uint32_t), compare_hashes);

		features[k] = (uint32_t) (place - hashes);
	}
}

/* ---- fitting ---- */

static uint32_t
random_below(uint32_t limit)
{
	static uint64_t state = 88172645463325252u;

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t) ((state >> 32) % limit);
}

/* e^x, the same on every platform. */
static float
exponential(float x)
{
	double		rest;
	double		sum = 1;
	int			whole;

	if (x < -60)
		return 0;
	whole = (int) (x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5));
	rest = x - whole * 0.6931471805599453;
	for (int k = 9; k > 0; k--)
		sum = 1 + sum * rest / k;
	return (float) ldexp(sum, whole);
}

/* The probabilities of a run: forward and backward sums, scaled to one per word. */
typedef struct Chain
{
	float		worth[MAX_NAME_RUN][NAME_TAGS];	/* exponentials of the scores */
	float		forward[MAX_NAME_RUN][NAME_TAGS];
	float		backward[MAX_NAME_RUN][NAME_TAGS];
	float		scale[MAX_NAME_RUN];
	float		follows[NAME_TAGS + 1][NAME_TAGS];	/* exponentials of the transitions */
} Chain;

static void
score_words(const Run *run, Chain *chain)
{
	for (uint32_t i = 0; i < run->count; i++)
	{
		const Example *word = &words[run->first + i];
		float		sums[LANES] = {0};
		float		most;

		for (uint32_t k = 0; k < word->feature_count; k++)
			for (uint32_t lane = 0; lane < LANES; lane++)
				sums[lane] += weights[features[word->features + k]][lane];
		most = sums[0];
		for (uint32_t tag = 1; tag < NAME_TAGS; tag++)
			most = sums[tag] > most ? sums[tag] : most;
		for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
			chain->worth[i][tag] = exponential(sums[tag] - most);
	}
	for (uint32_t before = 0; before <= NAME_TAGS; before++)
		for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
			chain->follows[before][tag] = nq_name_tag_may_follow(before, tag) ? exponential(transitions[before][tag]) : 0;
}

static void
sum_chain(uint32_t count, Chain *chain)
{
	for (uint32_t i = 0; i < count; i++)
	{
		float		all = 0;

		for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
		{
			float		sum = i == 0 ? chain->follows[NAME_TAG_START][tag] : 0;

			for (uint32_t before = 0; i > 0 && before < NAME_TAGS; before++)
				sum += chain->forward[i - 1][before] * chain->follows[before][tag];
			chain->forward[i][tag] = sum * chain->worth[i][tag];
			all += chain->forward[i][tag];
		}
		chain->scale[i] = all;
		for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
			chain->forward[i][tag] /= all;
	}
	for (uint32_t i = count; i-- > 0;)
		for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
		{
			float		sum = 0;

			for (uint32_t after = 0; i + 1 < count && after < NAME_TAGS; after++)
				sum += chain->follows[tag][after] * chain->worth[i + 1][after] * chain->backward[i + 1][after];
			chain->backward[i][tag] = i + 1 < count ? sum / chain->scale[i + 1] : 1;
		}
}

static float
stepped(float weight, float gradient, float *square)
{
	*square += gradient * gradient;
	return weight - STEP * gradient / sqrtf(*square + SMOOTHING);
}

static void
step_transition(uint32_t before, uint32_t tag, float gradient)
{
	transitions[before][tag] = stepped(transitions[before][tag], gradient, &transition_squares[before][tag]);
}

static void
step_transitions(const Run *run, const Chain *chain)
{
	for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
		if (chain->follows[NAME_TAG_START][tag] > 0)
			step_transition(NAME_TAG_START, tag, chain->forward[0][tag] * chain->backward[0][tag] - (words[run->first].tag == tag));
	for (uint32_t i = 1; i < run->count; i++)
		for (uint32_t before = 0; before < NAME_TAGS; before++)
			for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
				if (chain->follows[before][tag] > 0)
				{
					bool		right = words[run->first + i - 1].tag == before && words[run->first + i].tag == tag;
					float		expected = chain->forward[i - 1][before] * chain->follows[before][tag] * chain->worth[i][tag] *
						chain->backward[i][tag] / chain->scale[i];

					step_transition(before, tag, expected - right);
				}
}

static void
step_word(const Example *word, const bool *kept, const float *gradient)
{
	for (uint32_t k = 0; k < word->feature_count; k++)
	{
		uint32_t	feature = features[word->features + k];

		if (kept[feature])
			for (uint32_t lane = 0; lane < LANES; lane++)
				weights[feature][lane] = stepped(weights[feature][lane], gradient[lane], &squares[feature][lane]);
	}
}

static void
learn_run(const Run *run, const bool *kept)
{
	static Chain chain;

	score_words(run, &chain);
	sum_chain(run->count, &chain);
	step_transitions(run, &chain);
	for (uint32_t i = 0; i < run->count; i++)
	{
		const Example *word = &words[run->first + i];
		float		gradient[LANES] = {0};
		float		largest = 0;

		for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
		{
			gradient[tag] = chain.forward[i][tag] * chain.backward[i][tag] - (word->tag == tag);
			largest = fabsf(gradient[tag]) > largest ? fabsf(gradient[tag]) : largest;
		}
		/* Most words are right long before the last round. */
		if (largest > ENOUGH)
			step_word(word, kept, gradient);
	}
}

/* Selects the features that are frequent enough in the training articles, and the runs of these articles. */
static uint32_t
choose_runs(int without, uint32_t *order, bool *kept, uint32_t *seen)
{
	uint32_t	count = 0;

	memset(seen, 0, hash_count * sizeof(uint32_t));
	for (size_t k = 0; k < run_count; k++)
	{
		const Example *first = &words[runs[k].first];
		const Example *last = first + runs[k].count - 1;

		if (runs[k].fold == without)
			continue;
		order[count++] = (uint32_t) k;
		for (size_t f = first->features; f < last->features + last->feature_count; f++)
			seen[features[f]]++;
	}
	for (uint32_t k = 0; k < hash_count; k++)
		kept[k] = seen[k] >= LEAST_SEEN;
	return count;
}

static void
fit(int without, uint32_t *seen)
{
	uint32_t   *order = need(malloc(run_count * sizeof(uint32_t)));
	bool	   *kept = need(malloc(hash_count));
	uint32_t	count = choose_runs(without, order, kept, seen);

	memset(weights, 0, hash_count * sizeof(*weights));
	memset(squares, 0, hash_count * sizeof(*squares));
	memset(transitions, 0, sizeof(transitions));
	memset(transition_squares, 0, sizeof(transition_squares));
	for (uint32_t round = 0; round < ROUNDS; round++)
	{
		for (uint32_t k = count; k > 1; k--)
		{
			uint32_t	other = random_below(k);
			uint32_t	run = order[k - 1];

			order[k - 1] = order[other];
			order[other] = run;
		}
		for (uint32_t k = 0; k < count; k++)
			learn_run(&runs[order[k]], kept);
	}
	free(order);
	free(kept);
}

/* ---- the engine's model ---- */

static int
in_steps(float weight, int most)
{
	float		steps = roundf(weight * NAME_STEPS);

	return steps > most ? most : steps < -most ? -most : (int) steps;
}

typedef struct Ranked
{
	uint32_t	feature;
	float		worth;
} Ranked;

static int
compare_ranked(const void *a, const void *b)
{
	const Ranked *one = a;
	const Ranked *other = b;

	if (one->worth != other->worth)
		return one->worth > other->worth ? -1 : 1;
	return one->feature < other->feature ? -1 : 1;
}

/*
 * Writes the features to the table, those with the largest weights first, and drops those for which there is no
 * slot.
 */
static void
make_model(NameModel *model, NameWeights *rows, const uint32_t *seen)
{
	Ranked	   *ranked = need(malloc(hash_count * sizeof(Ranked)));
	uint32_t	count = 0;
	uint32_t	dropped = 0;

	for (uint32_t k = 0; k < hash_count; k++)
	{
		float		largest = 0;

		for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
			largest = fabsf(weights[k][tag]) > largest ? fabsf(weights[k][tag]) : largest;
		if (in_steps(largest, MAX_NAME_WEIGHT) >= LEAST_WEIGHT)
			ranked[count++] = (Ranked) {k, largest * (float) seen[k]};
	}
	qsort(ranked, count, sizeof(Ranked), compare_ranked);
	memset(rows, 0, sizeof(NameWeights) << ROW_BITS);
	for (uint32_t k = 0; k < count; k++)
	{
		uint32_t	feature = ranked[k].feature;
		NameWeights *row = &rows[nq_name_row(hashes[feature], ROW_BITS)];

		row += row->feature != 0;
		if (row->feature != 0)
		{
			dropped++;
			continue;
		}
		row->feature = hashes[feature];
		for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
			row->of_tag[tag] = (int8_t) in_steps(weights[feature][tag], MAX_NAME_WEIGHT);
	}
	fprintf(stderr, "names: %zu words, %.1f features each; %u features weigh enough, and %u of these have no place\n",
			word_count, (double) feature_count / (double) word_count, count, dropped);
	free(ranked);
	model->row_bits = ROW_BITS;
	model->rows = rows;
	for (uint32_t before = 0; before <= NAME_TAGS; before++)
		for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
			model->transitions[before][tag] = (int16_t) in_steps(transitions[before][tag], MAX_NAME_TRANSITION);
}

/* ---- measures ---- */

typedef struct Counts
{
	uint32_t	labelled[NAME_CLASSES];	/* [0]: of all classes */
	uint32_t	found[NAME_CLASSES];
	uint32_t	right[NAME_CLASSES];	/* [0]: by bounds only */
	uint32_t	typed;			/* by bounds and class */
	uint32_t	of_margin[MARGINS];	/* number of names found with this margin of their first token ... */
	uint32_t	right_of_margin[MARGINS];	/* ... and of those with right class and bounds */
} Counts;

/* Counts a name that was found; *label is the first label that can match. */
static void
count_name(Counts *counts, const Article *article, int *label, const Name *name, uint32_t margin)
{
	const Name *same;
	uint32_t	bin = margin * MARGINS / (UINT8_MAX + 1);

	counts->found[0]++;
	counts->found[name->name_class]++;
	counts->of_margin[bin]++;
	while (*label < article->name_count && article->names[*label].first < name->first)
		(*label)++;
	same = &article->names[*label];
	if (*label == article->name_count || same->first != name->first || same->last != name->last)
		return;
	counts->right[0]++;
	if (same->name_class != name->name_class)
		return;
	counts->right[name->name_class]++;
	counts->right_of_margin[bin]++;
	counts->typed++;
}

static void
count_article(Counts *counts, const Article *article, const NameModel *model)
{
	Document	doc;
	Arena		arena;
	NameTable  *table;
	int			label = 0;

	open_article(article, &doc, &arena);
	table = nq_make_name_table(&arena, model, doc.settings->name_sets, doc.lexicon->set_count);
	if (table == NULL || !nq_tag_names_by(&doc, model, table))
		die("an article is not tagged");
	for (int k = 0; k < article->name_count; k++)
	{
		counts->labelled[0]++;
		counts->labelled[article->names[k].name_class]++;
	}
	for (uint32_t i = 0; i < doc.token_count;)
	{
		Name		name = {i, i + 1, name_tag_at(&doc, i).name_class};
		uint32_t	margin = name_tag_at(&doc, i).margin;

		while (name.name_class != NAME_NONE && name.last < doc.token_count && name_tag_at(&doc, name.last).name_class == name.name_class &&
			   !name_tag_at(&doc, name.last).begins)
			name.last++;
		if (name.name_class != NAME_NONE)
			count_name(counts, article, &label, &name, margin);
		i = name.last;
	}
	nq_arena_release(&arena);
}

static void
print_line(const char *what, uint32_t right, uint32_t found, uint32_t labelled)
{
	printf("%-14s %9.3f %7.3f %7.3f %6u\n", what, (double) right / found, (double) right / labelled,
		   2.0 * right / (found + labelled), labelled);
}

static void
print_counts(const Counts *counts)
{
	static const char *const names[NAME_CLASSES] = {NULL, "person", "organisation", "place", "nationality", "other"};

	printf("%-14s %9s %7s %7s %6s\n", "", "precision", "recall", "F1", "names");
	for (int c = 1; c < NAME_CLASSES; c++)
		print_line(names[c], counts->right[c], counts->found[c], counts->labelled[c]);
	print_line("all", counts->typed, counts->found[0], counts->labelled[0]);
	print_line("bounds alone", counts->right[0], counts->found[0], counts->labelled[0]);
	printf("\nmargin   found   right\n");
	for (uint32_t bin = 0; bin < MARGINS; bin++)
		printf("%3u-%-3u %6u %7.3f\n", bin * (UINT8_MAX + 1) / MARGINS, (bin + 1) * (UINT8_MAX + 1) / MARGINS - 1,
			   counts->of_margin[bin], (double) counts->right_of_margin[bin] / counts->of_margin[bin]);
}

static void
cross_validate(NameModel *model, NameWeights *rows, uint32_t *seen)
{
	Counts		counts = {0};

	for (int fold = 0; fold < FOLDS; fold++)
	{
		fit(fold, seen);
		make_model(model, rows, seen);
		for (size_t k = 0; k < article_count; k++)
			if (articles[k].fold == fold)
				count_article(&counts, &articles[k], model);
	}
	print_counts(&counts);
}

static int
compare_rows(const void *a, const void *b)
{
	return compare_hashes(&((const NameWeights *) a)->feature, &((const NameWeights *) b)->feature);
}

/* A weight is written as one character, 'O' for 0. */
static void
write_model(const NameModel *model, NameWeights *rows)
{
	printf("bits\t%u\n", ROW_BITS);
	for (uint32_t before = 0; before <= NAME_TAGS; before++)
	{
		printf("transitions");
		for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
			printf("\t%d", model->transitions[before][tag]);
		printf("\n");
	}
	qsort(rows, (size_t) 1 << ROW_BITS, sizeof(NameWeights), compare_rows);
	for (uint32_t k = 0; k < UINT32_C(1) << ROW_BITS; k++)
		if (rows[k].feature != 0)
		{
			printf("%08x\t", rows[k].feature);
			for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
				putchar('O' + rows[k].of_tag[tag]);
			putchar('\n');
		}
	if (fflush(stdout) != 0 || ferror(stdout))
		die("the weights are not written");
}

int
main(int argc, char **argv)
{
	NameModel	model;
	NameWeights *rows;
	uint32_t   *seen;

	if (argc != 2 || (strcmp(argv[1], "fit") != 0 && strcmp(argv[1], "cross-validate") != 0))
		die("usage: names fit|cross-validate");
	read_articles();
	make_examples();
	number_features();
	weights = need(malloc(hash_count * sizeof(*weights)));
	squares = need(malloc(hash_count * sizeof(*squares)));
	seen = need(malloc(hash_count * sizeof(uint32_t)));
	rows = need(malloc(sizeof(NameWeights) << ROW_BITS));
	if (strcmp(argv[1], "cross-validate") == 0)
		cross_validate(&model, rows, seen);
	else
	{
		fit(-1, seen);
		make_model(&model, rows, seen);
		write_model(&model, rows);
	}
	return 0;
}
