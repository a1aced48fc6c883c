/*
 * fit.c
 *	  Fits a model to examples.
 *
 *	  fit FEATURES CONTEXTS STRENGTH PAIRS EXAMPLES [PRIOR]	prints the weight of each feature, one per line,
 *										and of at most PAIRS pairs: FEATURE FEATURE WEIGHT
 *
 * EXAMPLES are decisions as written by examples.c.  The model is a conditional logit: the probability of a
 * candidate is the softmax of its score.  Minimised is the sum over the decisions of -log(probability that a
 * right candidate is chosen), plus STRENGTH / 2 times the sum of the squared weights, or of their differences
 * from PRIOR, the weights of another language, one per line.  The method is L-BFGS (Liu and Nocedal 1989) with
 * a backtracking line search.
 *
 * Pairs of features that often hold together, but not always, are fitted with the features.  Those that change
 * the scores most are kept, and everything is fitted again without the others.  Sums are computed in the order
 * of the file, so that results are reproducible to the bit.
 */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The regularisation of contexts and pairs, of which there are many, relative to that of features. */
#define CONTEXT_STRENGTH 5
#define PAIR_STRENGTH 10

/* A pair is tried if it holds for at least this many candidates. */
#define PAIR_SEEN 30

#define HISTORY 10
#define MAX_ROUNDS 500
#define MAX_CANDIDATES 256

/* Stop when a round reduces the loss by at most this fraction. */
#define ENOUGH 1e-6

typedef struct Examples
{
	uint32_t   *ids;			/* of all candidates, concatenated */
	size_t		id_count,
				id_room;
	size_t	   *candidates;		/* start of each candidate's ids; has one more entry at the end */
	bool	   *right;			/* of each candidate */
	size_t		candidate_count,
				candidate_room;
	size_t	   *decisions;		/* start of each decision's candidates; has one more entry at the end */
	size_t		decision_count,
				decision_room;
} Examples;

static void
die(const char *message)
{
	fprintf(stderr, "fit: %s\n", message);
	exit(1);
}

static void *
allocate(size_t count, size_t size)
{
	void	   *items = calloc(count, size);

	if (items == NULL)
		die("out of memory");
	return items;
}

static void *
grow(void *items, size_t *room, size_t needed, size_t size)
{
	if (needed <= *room)
		return items;
	*room = *room == 0 ? 4096 : *room * 2;
	items = realloc(items, *room * size);
	if (items == NULL)
		die("out of memory");
	return items;
}

static void
add_candidate(Examples *e, char *line, uint32_t features)
{
	size_t		room = e->candidate_room;

	e->candidates = grow(e->candidates, &room, e->candidate_count + 2, sizeof(size_t));
	e->right = grow(e->right, &e->candidate_room, e->candidate_count + 2, sizeof(bool));
	e->candidates[e->candidate_count] = e->id_count;
	e->right[e->candidate_count++] = *line == '1';
	for (line = strchr(line, ' '); line != NULL; line = strchr(line, ' '))
	{
		unsigned long id = strtoul(line, &line, 10);

		if (id >= features)
			die("a feature that the model does not have");
		e->ids = grow(e->ids, &e->id_room, e->id_count + 1, sizeof(uint32_t));
		e->ids[e->id_count++] = (uint32_t) id;
	}
	e->candidates[e->candidate_count] = e->id_count;
}

static void
end_decision(Examples *e)
{
	e->decisions = grow(e->decisions, &e->decision_room, e->decision_count + 2, sizeof(size_t));
	e->decisions[++e->decision_count] = e->candidate_count;
	if (e->candidate_count - e->decisions[e->decision_count - 1] > MAX_CANDIDATES)
		die("too many candidates");
}

static void
read_examples(Examples *e, const char *path, uint32_t features)
{
	static char line[65536];
	FILE	   *file = fopen(path, "r");

	if (file == NULL)
		die("no such file of examples");
	memset(e, 0, sizeof(*e));
	e->decisions = grow(e->decisions, &e->decision_room, 1, sizeof(size_t));
	e->decisions[0] = 0;
	while (fgets(line, sizeof(line), file) != NULL)
		if (*line == '\n')
			end_decision(e);
		else
			add_candidate(e, line, features);
	fclose(file);
}

static double
score(const Examples *e, size_t candidate, const double *weights)
{
	double		sum = 0;

	for (size_t i = e->candidates[candidate]; i < e->candidates[candidate + 1]; i++)
		sum += weights[e->ids[i]];
	return sum;
}

/* Returns the loss of one decision; adds its gradient. */
static double
decide(const Examples *e, size_t decision, const double *weights, double *gradient)
{
	size_t		first = e->decisions[decision];
	size_t		count = e->decisions[decision + 1] - first;
	double		shares[MAX_CANDIDATES];
	double		highest = -HUGE_VAL;
	double		all = 0;
	double		right = 0;

	for (size_t i = 0; i < count; i++)
	{
		shares[i] = score(e, first + i, weights);
		if (shares[i] > highest)
			highest = shares[i];
	}
	for (size_t i = 0; i < count; i++)
	{
		shares[i] = exp(shares[i] - highest);
		all += shares[i];
		if (e->right[first + i])
			right += shares[i];
	}
	for (size_t i = 0; i < count; i++)
	{
		double		slope = shares[i] / all - (e->right[first + i] ? shares[i] / right : 0);

		for (size_t k = e->candidates[first + i]; k < e->candidates[first + i + 1]; k++)
			gradient[e->ids[k]] += slope;
	}
	return log(all) - log(right);
}

static double
dot(const double *a, const double *b, uint32_t n)
{
	double		sum = 0;

	for (uint32_t i = 0; i < n; i++)
		sum += a[i] * b[i];
	return sum;
}

/* The number of weights that are fitted, and their regularisation. */
typedef struct Fitting
{
	uint32_t	features;		/* those of features.def, which can be paired */
	uint32_t	single;			/* number of features and contexts */
	uint32_t	count;			/* number of features, contexts and pairs */
	double		strength;
	const double *prior;		/* of features and contexts; or NULL */
} Fitting;

static double
loss_of(const Examples *e, const double *weights, double *gradient, const Fitting *fitting)
{
	double		loss = 0;

	for (uint32_t i = 0; i < fitting->count; i++)
	{
		double		strength = fitting->strength * (i < fitting->features ? 1 : i < fitting->single ? CONTEXT_STRENGTH : PAIR_STRENGTH);

		double		change = weights[i] - (fitting->prior != NULL && i < fitting->single ? fitting->prior[i] : 0);

		loss += strength / 2 * change * change;
		gradient[i] = strength * change;
	}
	for (size_t i = 0; i < e->decision_count; i++)
		loss += decide(e, i, weights, gradient);
	return loss;
}

/* The last steps and the changes of the gradient over them, in a ring buffer. */
typedef struct History
{
	double	   *steps[HISTORY];
	double	   *changes[HISTORY];
	double		products[HISTORY];
	uint32_t	count;
} History;

/* Multiplies the gradient by the approximate inverse of the Hessian. */
static void
find_direction(const History *h, const double *gradient, double *direction, uint32_t n)
{
	double		factors[HISTORY];
	uint32_t	known = h->count < HISTORY ? h->count : HISTORY;

	memcpy(direction, gradient, n * sizeof(double));
	for (uint32_t back = 1; back <= known; back++)
	{
		uint32_t	k = (h->count - back) % HISTORY;

		factors[k] = dot(h->steps[k], direction, n) / h->products[k];
		for (uint32_t i = 0; i < n; i++)
			direction[i] -= factors[k] * h->changes[k][i];
	}
	if (known > 0)
	{
		uint32_t	k = (h->count - 1) % HISTORY;
		double		scale = h->products[k] / dot(h->changes[k], h->changes[k], n);

		for (uint32_t i = 0; i < n; i++)
			direction[i] *= scale;
	}
	for (uint32_t back = known; back > 0; back--)
	{
		uint32_t	k = (h->count - back) % HISTORY;
		double		factor = factors[k] - dot(h->changes[k], direction, n) / h->products[k];

		for (uint32_t i = 0; i < n; i++)
			direction[i] += factor * h->steps[k][i];
	}
}

static void
remember_step(History *h, const double *from, const double *to, const double *before, const double *after, uint32_t n)
{
	uint32_t	k = h->count % HISTORY;

	for (uint32_t i = 0; i < n; i++)
	{
		h->steps[k][i] = to[i] - from[i];
		h->changes[k][i] = after[i] - before[i];
	}
	h->products[k] = dot(h->steps[k], h->changes[k], n);
	if (h->products[k] > 1e-12)
		h->count++;
}

static void
minimise(const Examples *e, double *weights, const Fitting *fitting)
{
	uint32_t	n = fitting->count;
	double	   *gradient = allocate(n, sizeof(double));
	double	   *direction = allocate(n, sizeof(double));
	double	   *next = allocate(n, sizeof(double));
	double	   *next_gradient = allocate(n, sizeof(double));
	History		history = {.count = 0};
	double		loss = loss_of(e, weights, gradient, fitting);

	for (uint32_t k = 0; k < HISTORY; k++)
	{
		history.steps[k] = allocate(n, sizeof(double));
		history.changes[k] = allocate(n, sizeof(double));
	}
	for (uint32_t round = 0; round < MAX_ROUNDS; round++)
	{
		double		length = round == 0 ? 1 / sqrt(dot(gradient, gradient, n) + 1e-12) : 1;
		double		next_loss;
		double		descent;

		find_direction(&history, gradient, direction, n);
		descent = dot(gradient, direction, n);
		for (;;)
		{
			for (uint32_t i = 0; i < n; i++)
				next[i] = weights[i] - length * direction[i];
			next_loss = loss_of(e, next, next_gradient, fitting);
			if (next_loss <= loss - 1e-4 * length * descent || length < 1e-10)
				break;
			length /= 2;
		}
		if (next_loss >= loss)
			break;
		remember_step(&history, weights, next, gradient, next_gradient, n);
		memcpy(weights, next, n * sizeof(double));
		memcpy(gradient, next_gradient, n * sizeof(double));
		if (loss - next_loss <= ENOUGH * loss)
			break;
		loss = next_loss;
	}
}

/* Prints statistics of a fit. */
static void
report(const Examples *e, const double *weights, uint32_t n)
{
	double	   *gradient = allocate(n, sizeof(double));
	double		loss = 0;
	size_t		chosen = 0;

	for (size_t d = 0; d < e->decision_count; d++)
	{
		size_t		best = e->decisions[d];

		for (size_t c = best + 1; c < e->decisions[d + 1]; c++)
			if (score(e, c, weights) > score(e, best, weights))
				best = c;
		chosen += e->right[best];
		loss += decide(e, d, weights, gradient);
	}
	if (e->decision_count == 0)
	{
		fprintf(stderr, "no decisions\n");
		return;
	}
	fprintf(stderr, "%zu decisions, %zu candidates: %.4f right, loss %.4f\n", e->decision_count, e->candidate_count,
			(double) chosen / (double) e->decision_count, loss / (double) e->decision_count);
}

/* ---- pairs ---- */

typedef struct Pairs
{
	uint32_t	count;
	uint32_t   *first;
	uint32_t   *second;
	uint32_t   *seen;			/* for each feature, the number of candidates for which it holds */
	uint32_t   *number;			/* for each pair of features, its number plus 1; 0: no pair */
} Pairs;

/* Counts the candidates for which each two features hold; the diagonal counts single features. */
static uint32_t *
count_together(const Examples *e, uint32_t features)
{
	uint32_t   *together = allocate((size_t) features * features, sizeof(uint32_t));

	for (size_t c = 0; c < e->candidate_count; c++)
		for (size_t i = e->candidates[c]; i < e->candidates[c + 1]; i++)
			for (size_t k = e->candidates[c]; k < e->candidates[c + 1]; k++)
				if (e->ids[i] <= e->ids[k] && e->ids[k] < features)
					together[e->ids[i] * features + e->ids[k]]++;
	return together;
}

static void
add_pair(Pairs *pairs, uint32_t first, uint32_t second, uint32_t seen, uint32_t features)
{
	pairs->first[pairs->count] = first;
	pairs->second[pairs->count] = second;
	pairs->seen[pairs->count] = seen;
	pairs->number[first * features + second] = ++pairs->count;
}

static void
make_room(Pairs *pairs, uint32_t features)
{
	size_t		most = (size_t) features * features;

	*pairs = (Pairs) {0, allocate(most, sizeof(uint32_t)), allocate(most, sizeof(uint32_t)), allocate(most, sizeof(uint32_t)),
	allocate(most, sizeof(uint32_t))};
}

static void
find_pairs(const Examples *e, uint32_t features, Pairs *pairs)
{
	uint32_t   *together = count_together(e, features);

	make_room(pairs, features);
	for (uint32_t i = 0; i < features; i++)
		for (uint32_t k = i + 1; k < features; k++)
		{
			uint32_t	seen = together[i * features + k];

			if (seen >= PAIR_SEEN && seen < together[i * features + i] && seen < together[k * features + k])
				add_pair(pairs, i, k, seen, features);
		}
	free(together);
}

static void
add_id(Examples *e, uint32_t id)
{
	e->ids = grow(e->ids, &e->id_room, e->id_count + 1, sizeof(uint32_t));
	e->ids[e->id_count++] = id;
}

/* Copies the examples with the pairs added, which are numbered from first on. */
static void
add_pairs(const Examples *e, uint32_t features, const Pairs *pairs, uint32_t first, Examples *with)
{
	*with = *e;
	with->ids = NULL;
	with->id_count = with->id_room = 0;
	with->candidates = allocate(e->candidate_count + 1, sizeof(size_t));
	for (size_t c = 0; c < e->candidate_count; c++)
	{
		with->candidates[c] = with->id_count;
		for (size_t i = e->candidates[c]; i < e->candidates[c + 1]; i++)
		{
			add_id(with, e->ids[i]);
			for (size_t k = e->candidates[c]; k < e->candidates[c + 1]; k++)
				if (e->ids[i] < e->ids[k] && e->ids[k] < features && pairs->number[e->ids[i] * features + e->ids[k]] != 0)
					add_id(with, first + pairs->number[e->ids[i] * features + e->ids[k]] - 1);
		}
	}
	with->candidates[e->candidate_count] = with->id_count;
}

/* The total effect of a pair on the scores. */
static double
effect(const Pairs *pairs, const double *weights, uint32_t pair)
{
	return fabs(weights[pair]) * sqrt(pairs->seen[pair]);
}

/* Keeps the pairs with the largest effects; weights are those of the pairs. */
static void
keep_pairs(Pairs *pairs, const double *weights, uint32_t features, uint32_t most)
{
	Pairs		kept;

	make_room(&kept, features);
	for (uint32_t i = 0; i < pairs->count; i++)
	{
		uint32_t	larger = 0;

		for (uint32_t k = 0; k < pairs->count; k++)
			larger += effect(pairs, weights, k) > effect(pairs, weights, i);
		if (larger < most)
			add_pair(&kept, pairs->first[i], pairs->second[i], pairs->seen[i], features);
	}
	*pairs = kept;
}

static double *
fit_pairs(const Examples *e, Fitting *fitting, const double *start, const Pairs *pairs)
{
	double	   *weights = allocate(fitting->single + pairs->count, sizeof(double));
	Examples	with;

	memcpy(weights, start, fitting->single * sizeof(double));
	add_pairs(e, fitting->features, pairs, fitting->single, &with);
	fitting->count = fitting->single + pairs->count;
	minimise(&with, weights, fitting);
	report(&with, weights, fitting->count);
	free(with.ids);
	free(with.candidates);
	return weights;
}

/* Reads the weights from which a fit starts and to which it is regularised. */
static double *
read_prior(const char *path, uint32_t count)
{
	double	   *prior = allocate(count, sizeof(double));
	FILE	   *file = fopen(path, "r");

	if (file == NULL)
		die("no such file of weights");
	for (uint32_t i = 0; i < count; i++)
		if (fscanf(file, "%lf", &prior[i]) != 1)
			die("a weight is missing");
	fclose(file);
	return prior;
}

int
main(int argc, char **argv)
{
	Fitting		fitting = {.prior = NULL};
	Examples	examples;
	Pairs		pairs = {.count = 0};
	double	   *weights;
	uint32_t	most;

	if (argc != 6 && argc != 7)
		die("usage: fit FEATURES CONTEXTS STRENGTH PAIRS EXAMPLES [PRIOR]");
	fitting.features = (uint32_t) strtoul(argv[1], NULL, 10);
	fitting.single = fitting.count = fitting.features + (uint32_t) strtoul(argv[2], NULL, 10);
	fitting.strength = strtod(argv[3], NULL);
	most = (uint32_t) strtoul(argv[4], NULL, 10);
	weights = allocate(fitting.single, sizeof(double));
	if (argc == 7)
	{
		fitting.prior = read_prior(argv[6], fitting.single);
		memcpy(weights, fitting.prior, fitting.single * sizeof(double));
	}
	read_examples(&examples, argv[5], fitting.single);
	/* The first round may have no decisions yet. */
	if (examples.decision_count > 0)
		minimise(&examples, weights, &fitting);
	report(&examples, weights, fitting.single);
	if (most > 0 && examples.decision_count > 0)
	{
		find_pairs(&examples, fitting.features, &pairs);
		weights = fit_pairs(&examples, &fitting, weights, &pairs);
		keep_pairs(&pairs, weights + fitting.single, fitting.features, most);
		weights = fit_pairs(&examples, &fitting, weights, &pairs);
	}
	for (uint32_t i = 0; i < fitting.single; i++)
		printf("%.4f\n", weights[i]);
	for (uint32_t i = 0; i < pairs.count; i++)
		printf("%u %u %.4f\n", pairs.first[i], pairs.second[i], weights[fitting.single + i]);
	return 0;
}
