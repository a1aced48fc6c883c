/*
 * dump.c
 *	  What the models learn from: the features of labelled articles.
 *
 *	  dump speaker|quotation|referent < labels > examples
 *	  dump compare < labels
 *
 * The labels name articles and, of each, the spans with what is known about them,
 * in bytes:
 *
 *	  article PATH
 *	  span START END q|n|? [START-END ...] [=NAME|NAME ...]
 *
 * q: a quotation, whose source stands in one of the ranges (none: nobody); n: not one;
 * ?: not known.  The examples are liblinear's.  "speaker" writes a pair for each
 * wrong candidate: what the right one has that the wrong one has not, and the
 * other way round.  "referent" does the same for pronouns, where the labels name
 * the speaker.  "quotation" writes a line for each span.
 *
 * "compare" counts instead how often the right mention is chosen: by the model, and by
 * a few rules in order of their precision alone, so that it is known what the model is worth.
 *
 * Earlier decisions are features of later ones.  They are taken from the
 * labels where these know them, and are the engine's own otherwise.
 */
#include "core/speech/attribution.h"
#include "core/entities/coreference.h"
#include "core/extract.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MAX_LABELS 4096
#define MAX_SOURCES 8
#define MAX_NAME 512

typedef struct Label
{
	uint32_t	start,
				end;
	char		label;
	uint32_t	sources;
	uint32_t	source_start[MAX_SOURCES];
	uint32_t	source_end[MAX_SOURCES];
	char		speaker[MAX_NAME];	/* by name, where a reader has looked; alternatives after "|" */
} Label;

static Label labels[MAX_LABELS];
static uint32_t label_count;
static bool pair_sign;

static void *
take(void *context, size_t bytes)
{
	(void) context;
	return malloc(bytes);
}

static void
give(void *context, void *block)
{
	(void) context;
	free(block);
}

static bool
never(void *context)
{
	(void) context;
	return false;
}

static const NqHost host = {NULL, take, give, never};

static uint32_t
overlap(uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
	uint32_t	low = a > c ? a : c;
	uint32_t	high = b < d ? b : d;

	return high > low ? high - low : 0;
}

static const Label *
label_of(const Document *doc, uint32_t span)
{
	uint32_t	start = token_at(doc, doc->spans[span].first)->start;
	uint32_t	end = token_end(token_at(doc, doc->spans[span].last - 1));

	for (uint32_t i = 0; i < label_count; i++)
		if (overlap(start, end, labels[i].start, labels[i].end) * 5 >= (end - start) * 4)
			return &labels[i];
	return NULL;
}

/* Whether a mention lies in one of the label's sources, for the most part; how far from that source's beginning. */
static bool
stands_in_source(const Document *doc, const Label *label, const Mention *m, uint32_t *distance)
{
	uint32_t	start = token_at(doc, m->first)->start;
	uint32_t	end = token_end(token_at(doc, m->last - 1));

	for (uint32_t i = 0; i < label->sources; i++)
		if (overlap(start, end, label->source_start[i], label->source_end[i]) * 2 > end - start)
		{
			*distance = start > label->source_start[i] ? start - label->source_start[i] : 0;
			return true;
		}
	return false;
}

/* "Hale, who said": the corpus names "who" as the source, the engine whom it stands for. */
static uint32_t
antecedent_of_relative(const Document *doc, const QuoteContext *view, const Label *label, const Candidates *candidates)
{
	for (uint32_t k = view->first_cue; k < view->last_cue; k++)
	{
		const Cue  *cue = &doc->cues[k];
		uint32_t	start;

		if (cue->link != SUBJECT_RELATIVE || cue->verb_first == 0)
			continue;
		start = token_at(doc, cue->verb_first - 1)->start;
		for (uint32_t i = 0; i < label->sources; i++)
			if (start >= label->source_start[i] && start < label->source_end[i])
				for (uint32_t c = 0; c + 1 < candidates->count; c++)
					if (candidates->mentions[c] == cue->subject)
						return c;
	}
	return candidates->count;
}

/*
 * The candidate that the label names: the first whole phrase of the source, whose
 * appositions and relative clauses hold other mentions.  candidates->count when there is none.
 */
static uint32_t
right_candidate(const Document *doc, const QuoteContext *view, const Label *label, const Candidates *candidates)
{
	uint32_t	best = candidates->count;
	uint32_t	least = UINT32_MAX;

	if (label->sources == 0)
		return candidates->count - 1;
	for (uint32_t i = 0; i + 1 < candidates->count; i++)
	{
		const Mention *m = &doc->mentions[candidates->mentions[i]];
		uint32_t	distance;

		if (!stands_in_source(doc, label, m, &distance))
			continue;
		distance = distance * 2 + m->nested;
		if (distance < least)
		{
			least = distance;
			best = i;
		}
	}
	return best < candidates->count ? best : antecedent_of_relative(doc, view, label, candidates);
}

static bool
same_bearer(const Document *doc, uint32_t a, uint32_t b)
{
	return a != NONE && b != NONE && doc->mentions[a].entity != NONE && doc->mentions[a].entity == doc->mentions[b].entity;
}

static int
by_number(const void *a, const void *b)
{
	return (int) *(const uint16_t *) a - (int) *(const uint16_t *) b;
}

static void
write_pair(const FeatureSet *right, const FeatureSet *wrong)
{
	static int	value[SPEAKER_FEATURES + REFERENT_FEATURES];
	uint16_t	ids[2 * MAX_FEATURES];
	uint32_t	count = 0;
	int			sign = pair_sign ? 1 : -1;

	pair_sign = !pair_sign;
	for (uint32_t i = 0; i < right->count; i++)
		value[ids[count++] = right->ids[i]] += sign;
	for (uint32_t i = 0; i < wrong->count; i++)
		value[ids[count++] = wrong->ids[i]] -= sign;
	qsort(ids, count, sizeof(ids[0]), by_number);
	printf("%+d", sign);
	for (uint32_t i = 0; i < count; i++)
	{
		if (value[ids[i]] != 0)
			printf(" %d:%d", ids[i] + 1, value[ids[i]]);
		value[ids[i]] = 0;
	}
	printf("\n");
}

static void
write_speaker(const Document *doc, const QuoteContext *view, const Candidates *candidates, uint32_t right)
{
	FeatureSet	good;

	nq_speaker_features(doc, view, candidates->mentions[right], &good);
	for (uint32_t i = 0; i < candidates->count; i++)
	{
		FeatureSet	bad;

		if (i == right || same_bearer(doc, candidates->mentions[i], candidates->mentions[right]))
			continue;
		nq_speaker_features(doc, view, candidates->mentions[i], &bad);
		write_pair(&good, &bad);
	}
}

static void
write_quotation(const Document *doc, const QuoteContext *view, char label)
{
	FeatureSet	set;

	nq_quotation_features(doc, view, &set);
	qsort(set.ids, set.count, sizeof(set.ids[0]), by_number);
	printf("%+d", label == 'q' ? 1 : -1);
	for (uint32_t i = 0; i < set.count; i++)
		if (i == 0 || set.ids[i] != set.ids[i - 1])
			printf(" %d:1", set.ids[i] + 1);
	printf("\n");
}

/* ---- pronouns ---- */

static uint32_t
next_word(const char *text, uint32_t at, uint32_t length, uint32_t *end)
{
	while (at < length && !isalnum((unsigned char) text[at]) && (text[at] & 0x80) == 0)
		at++;
	*end = at;
	while (*end < length && (isalnum((unsigned char) text[*end]) || (text[*end] & 0x80) != 0))
		(*end)++;
	return at;
}

/* The same words, whatever their case and what stands between them. */
static bool
same_name(const char *a, uint32_t a_length, const char *b, uint32_t b_length)
{
	uint32_t	i = 0;
	uint32_t	k = 0;

	for (;;)
	{
		uint32_t	i_end;
		uint32_t	k_end;

		i = next_word(a, i, a_length, &i_end);
		k = next_word(b, k, b_length, &k_end);
		if (i == a_length || k == b_length)
			return i == a_length && k == b_length;
		if (i_end - i != k_end - k || strncasecmp(a + i, b + k, i_end - i) != 0)
			return false;
		i = i_end;
		k = k_end;
	}
}

static bool
is_named(const Document *doc, uint32_t mention, const char *names)
{
	const Mention *m = &doc->mentions[mention];
	uint32_t	first = m->name_first < m->name_last ? m->name_first : m->first;
	uint32_t	last = m->name_first < m->name_last ? m->name_last : m->last;
	const char *text = doc->text + token_at(doc, first)->start;
	uint32_t	length = token_end(token_at(doc, last - 1)) - token_at(doc, first)->start;

	while (*names != '\0')
	{
		uint32_t	n = (uint32_t) strcspn(names, "|");

		if (same_name(text, length, names, n))
			return true;
		names += n + (names[n] == '|');
	}
	return false;
}

/* A mention of the speaker that the label names, for the next pronoun's last speaker. */
static uint32_t
find_named(const Document *doc, const char *names)
{
	for (uint32_t e = 0; e < doc->entity_count; e++)
		if (is_named(doc, doc->entities[e].mention, names))
			return doc->entities[e].mention;
	return NONE;
}

/* So many of the wrong antecedents, the nearest ones, are set against the right one: the others teach little. */
#define RIVALS 6

static void
write_referent(Document *doc, uint32_t mention, LastSpeaker last, const char *names)
{
	Antecedents antecedents;
	FeatureSet	good;
	uint32_t	right = 0;
	uint32_t	rivals = 0;

	nq_resolve_openings(doc, mention, last);
	if (!nq_find_antecedents(doc, mention, last, &antecedents))
		return;
	while (right < antecedents.count && !is_named(doc, antecedents.who[right].referent, names))
		right++;
	if (right == antecedents.count)
		return;
	nq_referent_features(doc, mention, last, &antecedents, right, &good);
	for (uint32_t i = 0; i < antecedents.count && rivals < RIVALS; i++)
	{
		FeatureSet	bad;

		if (i == right)
			continue;
		rivals++;
		nq_referent_features(doc, mention, last, &antecedents, i, &bad);
		write_pair(&good, &bad);
	}
}

static void
write_referents(Document *doc)
{
	LastSpeaker last = {NONE, 0, NONE};

	if (!nq_prepare_referents(doc))
		exit(1);
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		const Label *label = label_of(doc, i);

		if (label == NULL || label->label != 'q' || label->speaker[0] == '\0')
			continue;
		if (doc->attributions[i].speaker != NONE)
		{
			write_referent(doc, doc->attributions[i].speaker, last, label->speaker);
			doc->referents[doc->attributions[i].speaker] = find_named(doc, label->speaker);
		}
		last = (LastSpeaker) {find_named(doc, label->speaker), doc->span_sentences[i], i};
	}
}

/* ---- rules alone ---- */

static uint32_t compared;
static uint32_t right_by_rules;
static uint32_t right_by_model;

/* The subject of the nearest cue on either side that is no farther than a proximity. */
static uint32_t
nearest_subject(const Document *doc, const QuoteContext *view, uint32_t farthest)
{
	if (view->first_cue_after < view->last_cue && doc->cues[view->first_cue_after].subject != NONE &&
		nq_proximity(doc, view, &doc->cues[view->first_cue_after]) <= farthest)
		return doc->cues[view->first_cue_after].subject;
	if (view->first_cue_after > view->first_cue && doc->cues[view->first_cue_after - 1].subject != NONE &&
		nq_proximity(doc, view, &doc->cues[view->first_cue_after - 1]) <= farthest)
		return doc->cues[view->first_cue_after - 1].subject;
	return NONE;
}

/* A label, the subject of reporting words that touch or nearly touch, the last speaker, the nearest cue's subject. */
static uint32_t
speaker_by_rules(const Document *doc, const QuoteContext *view)
{
	uint32_t	found = view->label;

	if (found == NONE)
		found = view->adjacent_subject;
	if (found == NONE)
		found = nearest_subject(doc, view, 1);
	if (found == NONE && (view->standalone || view->lacks_cue) && view->span > 0)
		found = doc->attributions[view->span - 1].speaker;
	if (found == NONE)
		found = nearest_subject(doc, view, PROXIMITY_FAR);
	if (found == NONE && doc->sentence_mentions[view->sentence] < doc->sentence_mentions[view->sentence + 1])
		found = doc->sentence_mentions[view->sentence];
	return found;
}

static bool
is_right(const Document *doc, uint32_t chosen, uint32_t right)
{
	return chosen == right || same_bearer(doc, chosen, right);
}

/* Each goes by its own earlier decisions, as the engine does. */
static void
compare_article(Document *doc)
{
	uint32_t   *model = malloc((doc->span_count + 1) * sizeof(uint32_t));

	for (uint32_t i = 0; i < doc->span_count; i++)
		model[i] = doc->attributions[i].speaker;
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		const Label *label = label_of(doc, i);
		QuoteContext view;
		Candidates	candidates;
		uint32_t	right;

		nq_view_quote(doc, i, &view);
		nq_find_candidates(doc, &view, &candidates);
		doc->attributions[i].speaker = speaker_by_rules(doc, &view);
		if (label == NULL || label->label != 'q')
			continue;
		right = right_candidate(doc, &view, label, &candidates);
		if (right == candidates.count)
			continue;
		compared++;
		right_by_rules += is_right(doc, doc->attributions[i].speaker, candidates.mentions[right]);
		right_by_model += is_right(doc, model[i], candidates.mentions[right]);
	}
	free(model);
}

/* The engine's own decisions are in doc->attributions already; the labels overrule them, span by span. */
static void
write_article(Document *doc, bool speakers)
{
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		const Label *label = label_of(doc, i);
		QuoteContext view;
		Candidates	candidates;
		uint32_t	right;

		if (label == NULL || label->label == '?' || doc->spans[i].continues != NONE)
			continue;
		nq_view_quote(doc, i, &view);
		if (!speakers)
		{
			write_quotation(doc, &view, label->label);
			continue;
		}
		doc->attributions[i].p_quotation = label->label == 'q';
		if (label->label != 'q')
			continue;
		nq_find_candidates(doc, &view, &candidates);
		right = right_candidate(doc, &view, label, &candidates);
		if (right == candidates.count)
			continue;
		write_speaker(doc, &view, &candidates, right);
		doc->attributions[i].speaker = candidates.mentions[right];
	}
}

static char *
read_file(const char *path, size_t *length)
{
	FILE	   *file = fopen(path, "rb");
	char	   *text;

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	fseek(file, 0, SEEK_END);
	*length = (size_t) ftell(file);
	rewind(file);
	text = malloc(*length + 1);
	if (text == NULL || fread(text, 1, *length, file) != *length)
		exit(1);
	fclose(file);
	return text;
}

static void
do_article(const NqSettings *settings, const char *path, const char *model)
{
	size_t		length;
	char	   *text = read_file(path, &length);
	Document	doc;
	Arena		arena;
	NqError		error;

	nq_open_document(&doc, &arena, settings, &host, text, length);
	if (!nq_read_article(&doc, &error) || !nq_attribute(&doc))
		exit(1);
	if (strcmp(model, "referent") == 0)
		write_referents(&doc);
	else if (strcmp(model, "compare") == 0)
		compare_article(&doc);
	else
		write_article(&doc, strcmp(model, "speaker") == 0);
	nq_arena_release(&arena);
	free(text);
}

static void
read_label(char *line)
{
	Label	   *label = &labels[label_count];
	int			used;

	if (label_count == MAX_LABELS ||
		sscanf(line, "span %u %u %c%n", &label->start, &label->end, &label->label, &used) != 3)
		exit(1);
	label->sources = 0;
	line += used;
	while (label->sources < MAX_SOURCES &&
		   sscanf(line, " %u-%u%n", &label->source_start[label->sources], &label->source_end[label->sources], &used) == 2)
	{
		label->sources++;
		line += used;
	}
	line = strchr(line, '=');
	snprintf(label->speaker, sizeof(label->speaker), "%s", line == NULL ? "" : line + 1);
	label_count++;
}

int
main(int argc, char **argv)
{
	char		line[4096];
	char		path[4096] = "";
	NqSettings *settings;
	NqError		error;

	if (argc != 2 || (strcmp(argv[1], "speaker") != 0 && strcmp(argv[1], "quotation") != 0 && strcmp(argv[1], "referent") != 0 &&
					  strcmp(argv[1], "compare") != 0))
	{
		fprintf(stderr, "usage: dump speaker|quotation|referent|compare < labels\n");
		return 2;
	}
	if (nq_settings_create(&host, (NqSlice) {"english", 7}, NULL, 0, NULL, 0, &settings, &error) != NQ_OK)
		return 1;
	while (fgets(line, sizeof(line), stdin) != NULL)
	{
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, "article ", 8) != 0)
		{
			read_label(line);
			continue;
		}
		if (path[0] != '\0')
			do_article(settings, path, argv[1]);
		label_count = 0;
		snprintf(path, sizeof(path), "%s", line + 8);
	}
	if (path[0] != '\0')
		do_article(settings, path, argv[1]);
	nq_settings_release(settings);
	if (compared > 0)
		printf("right mention, of %u: %.3f by the rules alone, %.3f by the model\n", compared,
			   (double) right_by_rules / compared, (double) right_by_model / compared);
	return 0;
}
