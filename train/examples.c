/*
 * examples.c
 *	  Training examples: the candidates of labelled articles, with their features.
 *
 *	  examples FOLDER < labels	writes FOLDER/speaker, FOLDER/quotation, FOLDER/referent
 *	  examples --rows < labels	prints the rows of the articles, one JSON object per line
 *	  examples --resolved < labels	prints the referents of the mentions that the labels point at: see print_resolved()
 *
 * A first argument --language=NAME sets the language of the articles; the default is English.
 *
 * The labels name articles and describe their spans; positions are in bytes:
 *
 *	  article PATH
 *	  span START END q|n|? [START-END ...] [~] [=NAME|NAME ...]
 *
 * q: a quotation; n: not a quotation; ?: unknown.  A range has words that point at the speaker; "~" means that
 * these words are unknown, and no range that there are none.  The names are alternatives for the speaker; "=-"
 * means that the article does not name the speaker.
 *
 * The engine runs normally with an observer of its scores, so that the examples are the decisions that the models
 * make, with the features of that moment.  The candidates of a decision are written together, one per line,
 * followed by an empty line:
 *
 *	  1|0 FEATURE FEATURE ... CONTEXT CONTEXT ...
 *
 * 1: a right candidate.  Several can be right: a model learns that one of them is.  A candidate that may or may
 * not be right is left out.  "Is this a quotation?" is a decision between the span and a candidate without
 * features.
 */
#include "core/entities/antecedents.h"
#include "core/entities/coreference.h"
#include "core/entities/referent_features.h"
#include "core/extract.h"
#include "core/rows.h"
#include "core/text/reader_text.h"
#include "core/speech/attribution.h"
#include "core/speech/quotation_features.h"
#include "core/speech/speaker_features.h"
#include "../tools/plain_host.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MAX_RANGES 16
#define MAX_LINE 65536

typedef struct Label
{
	uint32_t	start,
				end;
	char		label;
	uint32_t	ranges;
	uint32_t	range_start[MAX_RANGES];
	uint32_t	range_end[MAX_RANGES];
	bool		unpointed;		/* the words that point at the speaker are unknown */
	char	   *names;			/* alternatives separated by "|"; NULL: unknown; "-": no name */
} Label;

/* A candidate that the engine scored. */
typedef struct Scored
{
	Decision	decision;
	uint32_t	number;
	uint32_t	candidate;
	FeatureSet	features;
	char	   *contexts;		/* their text forms: see model/contexts.h */
	bool		left_out;
	bool		right;
} Scored;

typedef struct Article
{
	char		path[MAX_LINE];
	Label	   *labels;
	uint32_t	label_count;
	uint32_t	label_room;
	Scored	   *scored;
	uint32_t	scored_count;
	uint32_t	scored_room;
	ContextTexts texts;			/* of the current candidate */
} Article;

static FILE *files[3];			/* by Decision */

static void
die(const char *message, const char *what)
{
	fprintf(stderr, "examples: %s: %s\n", message, what);
	exit(1);
}

static void *
more(void *items, uint32_t *room, size_t size)
{
	*room = *room == 0 ? 256 : *room * 2;
	items = realloc(items, *room * size);
	if (items == NULL)
		die("out of memory", "realloc");
	return items;
}

static void
remember(void *context, const Document *doc, Decision decision, uint32_t number, uint32_t candidate,
		 const FeatureSet *features, float score)
{
	Article    *article = context;

	(void) doc;
	(void) score;
	if (features->dropped > 0)
		die("MAX_FEATURES or MAX_CONTEXTS is too small", article->path);
	if (article->scored_count == article->scored_room)
		article->scored = more(article->scored, &article->scored_room, sizeof(Scored));
	article->scored[article->scored_count++] = (Scored) {
		.decision = decision, .number = number, .candidate = candidate, .features = *features,
		.contexts = strndup(article->texts.text, article->texts.length)
	};
	article->texts.length = 0;
}

/* ---- names ---- */

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

/* Whether words are the same, regardless of case and separators. */
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
is_among(const char *text, uint32_t length, const char *names)
{
	while (*names != '\0')
	{
		uint32_t	n = (uint32_t) strcspn(names, "|");

		if (same_name(text, length, names, n))
			return true;
		names += n + (names[n] == '|');
	}
	return false;
}

static bool
is_among_tokens(const Document *doc, uint32_t first, uint32_t last, const char *names)
{
	uint32_t	start = token_at(doc, first)->start;

	return is_among(doc->text + start, token_end(token_at(doc, last - 1)) - start, names);
}

/* Whether a mention's own words, without its article, are one of the names. */
static bool
is_worded(const Document *doc, uint32_t mention, const char *names)
{
	const Mention *m = &doc->mentions[mention];

	if (m->name_first < m->name_last)
		return is_among_tokens(doc, m->name_first, m->name_last, names);
	return is_among_tokens(doc, m->first, m->last, names) ||
		(m->first + 1 < m->last && is_among_tokens(doc, m->first + 1, m->last, names));
}

/* Whether a mention's referent has one of the names, as far as names show it. */
static bool
is_named(const Document *doc, uint32_t mention, const char *names)
{
	uint32_t	entity = doc->mentions[mention].entity;
	uint32_t	appositive = appositive_of(doc, &doc->mentions[mention]);

	if (is_worded(doc, mention, names))
		return true;
	if (entity == NONE && appositive != NONE)
		entity = doc->mentions[appositive].entity;
	return entity != NONE && is_worded(doc, doc->entities[entity].mention, names);
}

static bool
same_bearer(const Document *doc, uint32_t a, uint32_t b)
{
	return a != NONE && b != NONE && doc->mentions[a].entity != NONE && doc->mentions[a].entity == doc->mentions[b].entity;
}

/* ---- labels ---- */

static uint32_t
overlap(uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
	uint32_t	low = a > c ? a : c;
	uint32_t	high = b < d ? b : d;

	return high > low ? high - low : 0;
}

static const Label *
label_of(const Article *article, const Document *doc, uint32_t span)
{
	uint32_t	start = token_at(doc, doc->spans[span].first)->start;
	uint32_t	end = token_end(token_at(doc, doc->spans[span].last - 1));

	nq_stored_range(doc, false, &start, &end);
	for (uint32_t i = 0; i < article->label_count; i++)
		if (overlap(start, end, article->labels[i].start, article->labels[i].end) * 5 >= (end - start) * 4)
			return &article->labels[i];
	return NULL;
}

/*
 * Finds the candidate in a range of the label: the first complete phrase, whose appositions and relative
 * clauses may contain other mentions.  Returns NULL if there is none.
 */
static Scored *
candidate_in(const Document *doc, const Label *label, uint32_t range, Scored *group, uint32_t count)
{
	Scored	   *best = NULL;
	uint32_t	least = UINT32_MAX;

	for (uint32_t i = 0; i < count; i++)
	{
		const Mention *m;
		uint32_t	start;
		uint32_t	end;
		uint32_t	distance;

		if (group[i].candidate == NONE)
			continue;
		m = &doc->mentions[group[i].candidate];
		start = token_at(doc, m->first)->start;
		end = token_end(token_at(doc, m->last - 1));
		nq_stored_range(doc, false, &start, &end);
		if (overlap(start, end, label->range_start[range], label->range_end[range]) * 2 <= end - start)
			continue;
		/*
		 * "The spokesman of the mill, Otto Lund": the name is the candidate for both mentions, and begins where
		 * the description does.
		 */
		if (is_apposed(m) && doc->mentions[appositive_of(doc, m)].first < m->first)
		{
			start = token_at(doc, doc->mentions[appositive_of(doc, m)].first)->start;
			nq_stored_range(doc, false, &start, &end);
		}
		distance = (start > label->range_start[range] ? start - label->range_start[range] : 0) * 2 + m->nested;
		if (distance < least)
		{
			least = distance;
			best = &group[i];
		}
	}
	return best;
}

/* "Hale, who said": a label may point at "who", while the engine's candidate is its antecedent. */
static Scored *
antecedent_of_relative(const Document *doc, const Label *label, uint32_t range, uint32_t sentence, Scored *group, uint32_t count)
{
	for (uint32_t k = doc->sentence_cues[sentence]; k < doc->sentence_cues[sentence + 1]; k++)
	{
		const Cue  *cue = &doc->cues[k];
		uint32_t	start;
		uint32_t	end;

		if (cue->link != SUBJECT_RELATIVE || cue->verb_first == 0)
			continue;
		start = token_at(doc, cue->verb_first - 1)->start;
		end = token_end(token_at(doc, cue->verb_first - 1));
		nq_stored_range(doc, false, &start, &end);
		if (start < label->range_start[range] || start >= label->range_end[range])
			continue;
		for (uint32_t i = 0; i < count; i++)
			if (group[i].candidate == cue->subject)
				return &group[i];
	}
	return NULL;
}

/* Whether a label points at a mention; or at NONE, if no words point at the speaker. */
static bool
points_at(const Document *doc, const Label *label, uint32_t mention)
{
	uint32_t	start;
	uint32_t	end;

	if (mention == NONE)
		return label->ranges == 0 && !label->unpointed;
	start = token_at(doc, doc->mentions[mention].first)->start;
	end = token_end(token_at(doc, doc->mentions[mention].last - 1));
	nq_stored_range(doc, false, &start, &end);
	for (uint32_t range = 0; range < label->ranges; range++)
		if (overlap(start, end, label->range_start[range], label->range_end[range]) * 2 > end - start)
			return true;
	return false;
}

/* The names of each mention's referent, as far as labels have given them; otherwise NULL. */
typedef const char **Known;

static bool
leads_to(const Document *doc, Known known, uint32_t mention, const char *names)
{
	if (mention == NONE)
		return strcmp(names, "-") == 0;
	if (known[mention] != NULL)
		return strcmp(known[mention], names) == 0;
	return is_named(doc, mention, names);
}

/* Records the label's speaker for a mention that the engine chose and the label points at. */
static void
know_speakers(const Article *article, const Document *doc, Known known)
{
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		const Label *label = label_of(article, doc, i);
		uint32_t	mention = doc->attributions[i].speaker;

		if (label != NULL && label->names != NULL && mention != NONE && points_at(doc, label, mention))
			known[mention] = label->names;
	}
}

/* ---- decisions ---- */

static void
write_candidate(const Scored *candidate)
{
	FILE	   *file = files[candidate->decision];

	fprintf(file, "%d", candidate->right);
	for (uint32_t k = 0; k < candidate->features.count; k++)
		fprintf(file, " %u", candidate->features.ids[k]);
	if (candidate->contexts[0] != '\0')
		fprintf(file, " %s", candidate->contexts);
	fprintf(file, "\n");
}

static void
write_group(const Scored *group, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (!group[i].left_out)
			write_candidate(&group[i]);
	fprintf(files[group->decision], "\n");
}

/* Whether a decision has both right and wrong candidates. */
static bool
is_informative(const Scored *group, uint32_t count)
{
	uint32_t	right = 0;
	uint32_t	wrong = 0;

	for (uint32_t i = 0; i < count; i++)
		if (!group[i].left_out)
		{
			right += group[i].right;
			wrong += !group[i].right;
		}
	return right > 0 && wrong > 0;
}

/*
 * Whether a pronoun of the span's sentence refers to a person, so that the speaker's name does not show which
 * words point at the speaker.
 */
static bool
has_pronoun(const Document *doc, const Scored *group, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (group[i].candidate != NONE && doc->mentions[group[i].candidate].kind == MENTION_PRONOUN &&
			doc->mentions[group[i].candidate].sentence == doc->span_sentences[group->number])
			return true;
	return false;
}

/* Marks the candidates that the label points at; drops others that refer to the same speaker. */
static void
judge_speaker(const Document *doc, const Label *label, Known known, Scored *group, uint32_t count)
{
	bool		found = false;

	for (uint32_t range = 0; range < label->ranges; range++)
	{
		Scored	   *right = candidate_in(doc, label, range, group, count);

		if (right == NULL)
			right = antecedent_of_relative(doc, label, range, doc->span_sentences[group->number], group, count);
		if (right == NULL)
			continue;
		right->right = found = true;
		if (label->names != NULL)
			known[right->candidate] = label->names;
	}
	for (uint32_t i = 0; i < count; i++)
	{
		bool		same = false;

		if (group[i].right)
			continue;
		if (label->names != NULL)
			same = leads_to(doc, known, group[i].candidate, label->names);
		else if (label->ranges == 0)
			same = group[i].candidate == NONE;
		for (uint32_t k = 0; k < count && found && !same; k++)
			same = group[k].right && same_bearer(doc, group[i].candidate, group[k].candidate);
		if (found)
			group[i].left_out = same;
		else
			group[i].right = same;
		/* Pronouns and phrases can refer to the speaker. */
		if (label->unpointed && !same && group[i].candidate != NONE && doc->mentions[group[i].candidate].kind != MENTION_NAME)
			group[i].left_out = true;
	}
}

static void
judge_referent(const Document *doc, Known known, Scored *group, uint32_t count)
{
	const char *names = known[group->number];

	for (uint32_t i = 0; i < count && names != NULL; i++)
		group[i].right = group[i].candidate == group->number ? is_worded(doc, group->number, names) :
			is_named(doc, group[i].candidate, names);
}

static void
write_decision(const Article *article, const Document *doc, Known known, Scored *group, uint32_t count)
{
	Decision	decision = group->decision;
	const Label *label = decision == DECISION_REFERENT ? NULL : label_of(article, doc, group->number);

	switch (decision)
	{
		case DECISION_SPEAKER:
			if (label == NULL || label->label != 'q' || (label->unpointed && has_pronoun(doc, group, count)))
				return;
			judge_speaker(doc, label, known, group, count);
			if (is_informative(group, count))
				write_group(group, count);
			return;
		case DECISION_QUOTATION:
			if (label == NULL || label->label == '?')
				return;
			group->right = label->label == 'q';
			write_candidate(group);
			/* The other outcome is a candidate without features. */
			fprintf(files[decision], "%d\n\n", !group->right);
			return;
		case DECISION_REFERENT:
			judge_referent(doc, known, group, count);
			if (is_informative(group, count))
				write_group(group, count);
			return;
	}
}

static void
write_decisions(const Article *article, const Document *doc)
{
	Known		known = calloc(doc->mention_count + 1, sizeof(char *));
	uint32_t	end;

	if (known == NULL)
		die("out of memory", article->path);
	know_speakers(article, doc, known);
	for (uint32_t i = 0; i < article->scored_count; i = end)
	{
		Scored	   *first = &article->scored[i];

		for (end = i + 1; end < article->scored_count && article->scored[end].decision == first->decision &&
			 article->scored[end].number == first->number; end++)
			;
		write_decision(article, doc, known, first, end - i);
	}
	free(known);
}

/* ---- rows ---- */

static void
print_string(const char *text, uint32_t length)
{
	putchar('"');
	for (uint32_t i = 0; i < length; i++)
	{
		unsigned char c = (unsigned char) text[i];

		if (c == '"' || c == '\\')
			printf("\\%c", c);
		else if (c < ' ')
			printf("\\u%04x", c);
		else
			putchar(c);
	}
	putchar('"');
}

static void
print_rows(const Article *article, const Document *doc)
{
	static const char *const kinds[] = {[NQ_DIRECT] = "direct", [NQ_MIXED] = "mixed", [NQ_INDIRECT] = "indirect"};
	const char *base = strrchr(article->path, '/');

	base = base == NULL ? article->path : base + 1;
	if (strrchr(base, '.') == NULL)
		die("a file's name without an ending", article->path);
	for (uint32_t i = 0; i < doc->row_count; i++)
	{
		const NqRow *row = &doc->rows[i];

		printf("{\"doc\": ");
		print_string(base, (uint32_t) (strrchr(base, '.') - base));
		printf(", \"ordinal\": %u, \"kind\": \"%s\", \"position\": %u, \"confidence\": %.6f, \"quote\": ", i + 1, kinds[row->kind],
			   row->quote.start_chars + 1, row->confidence);
		print_string(doc->stored + row->quote.start, row->quote.end - row->quote.start);
		printf(", \"speaker\": ");
		if (row->speaker.data == NULL)
			printf("null");
		else
			print_string(row->speaker.data, row->speaker.length);
		printf(", \"mention\": ");
		if (row->mention.start == row->mention.end)
			printf("null, \"mention_position\": null");
		else
		{
			print_string(doc->stored + row->mention.start, row->mention.end - row->mention.start);
			printf(", \"mention_position\": %u", row->mention.start_chars + 1);
		}
		printf("}\n");
	}
}

/* Indexed by Resolution; the names are those of confidence.txt. */
static const char *const resolutions[] = {
	[RESOLVED_NONE] = "none", [RESOLVED_NAME] = "name", [RESOLVED_LABEL] = "label", [RESOLVED_VOICE] = "voice",
	[RESOLVED_APPOSITION] = "apposition", [RESOLVED_PHRASE] = "phrase", [RESOLVED_BODY] = "body", [RESOLVED_PLACE] = "place",
	[RESOLVED_ONE] = "one", [RESOLVED_AHEAD] = "ahead", [RESOLVED_RANKED] = "ranked", [RESOLVED_UNKNOWN] = "unknown",
	[RESOLVED_CONJOINED] = "conjoined", [RESOLVED_JOINT] = "joint"
};

_Static_assert(sizeof(resolutions) / sizeof(resolutions[0]) == RESOLUTIONS, "every resolution has a name");

static void
print_resolved_to(Document *doc, const char *of, const char *what, const Referent *referent, const Label *label)
{
	NqSlice		speaker = {"-", 1};

	if (!nq_words_of_speaker(doc, referent, &speaker))
		die("out of memory", "words of a speaker");
	printf("%s\t%s\t", of, what);
	print_string(speaker.data == NULL ? "-" : speaker.data, speaker.data == NULL ? 1 : speaker.length);
	printf("\t%s\n", label->names);
}

/*
 * Prints a line for the mention that the label of a quotation points at, if it is a candidate: its resolution, its
 * referent ("-": none), and the label's names.  For an incise, which leaves one candidate, prints whether the span
 * is a quotation, and whether the incise's subject is the speaker.
 * Prints a line for the speaker of a span that takes it from another one (echoes.c).
 */
static void
print_resolved(const Article *article, Document *doc)
{
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		const Label *label = label_of(article, doc, i);
		const SpeakerCandidate *candidates = &doc->candidates[(size_t) i * CANDIDATES_KEPT];
		const Referent *referents = &doc->candidate_referents[(size_t) i * CANDIDATES_KEPT];
		bool		incise = candidates[0].cue != NONE && candidates[1].p_speaker <= 0;

		if (label == NULL || label->label == '?')
			continue;
		if (incise)
			printf("incise\tquotation\t%d\t1\n", label->label == 'q');
		if (label->label != 'q' || label->names == NULL || !nq_is_quotation(doc, i))
			continue;
		if (doc->lenders[i] != NONE)
		{
			print_resolved_to(doc, "borrowed", "speaker", &doc->speakers[i].referent, label);
			continue;
		}
		/* Labels do not point inside quotation marks. */
		if (incise)
			print_resolved_to(doc, "incise", "speaker", &referents[0], label);
		for (uint32_t k = 0; k < CANDIDATES_KEPT && candidates[k].p_speaker > 0 && referents[k].p_referent > 0; k++)
			if (points_at(doc, label, candidates[k].mention))
			{
				print_resolved_to(doc, "mention", resolutions[referents[k].resolution], &referents[k], label);
				break;
			}
	}
}

/* ---- articles ---- */

static char *
read_file(const char *path, size_t *length)
{
	FILE	   *file = fopen(path, "rb");
	char	   *text;

	if (file == NULL)
		die("cannot be read", path);
	fseek(file, 0, SEEK_END);
	*length = (size_t) ftell(file);
	rewind(file);
	text = malloc(*length + 1);
	if (text == NULL || fread(text, 1, *length, file) != *length)
		die("cannot be read", path);
	fclose(file);
	return text;
}

static void
do_article(const NqSettings *settings, Article *article, bool resolved, bool rows, bool indirect)
{
	Observer	observer = {article, remember, &article->texts};
	size_t		length;
	char	   *text = read_file(article->path, &length);
	Document	doc;
	Arena		arena;
	NqError		error;

	article->scored_count = 0;
	nq_open_document(&doc, &arena, settings, &plain_host, text, length);
	doc.indirect = indirect;
	doc.ranked = resolved;
	doc.observer = rows || resolved ? NULL : &observer;
	if (!nq_run_stages(&doc, &error))
		die("cannot be run", article->path);
	if (rows)
		print_rows(article, &doc);
	else if (resolved)
		print_resolved(article, &doc);
	else
		write_decisions(article, &doc);
	for (uint32_t i = 0; i < article->scored_count; i++)
		free(article->scored[i].contexts);
	nq_arena_release(&arena);
	free(text);
	for (uint32_t i = 0; i < article->label_count; i++)
		free(article->labels[i].names);
	article->label_count = 0;
}

static void
read_label(Article *article, const char *line)
{
	Label		label = {.names = NULL};
	const char *rest = line;
	int			used;

	if (sscanf(rest, "span %u %u %c%n", &label.start, &label.end, &label.label, &used) != 3)
		die("not a label", line);
	rest += used;
	while (label.ranges < MAX_RANGES &&
		   sscanf(rest, " %u-%u%n", &label.range_start[label.ranges], &label.range_end[label.ranges], &used) == 2)
	{
		label.ranges++;
		rest += used;
	}
	label.unpointed = strncmp(rest, " ~", 2) == 0;
	rest = strchr(rest, '=');
	if (rest != NULL)
		label.names = strdup(rest + 1);
	if (article->label_count == article->label_room)
		article->labels = more(article->labels, &article->label_room, sizeof(Label));
	article->labels[article->label_count++] = label;
}

static void
open_files(const char *folder)
{
	static const char *const names[] = {[DECISION_SPEAKER] = "speaker", [DECISION_QUOTATION] = "quotation", [DECISION_REFERENT] = "referent"};
	char		path[4096];

	for (uint32_t i = 0; i < 3; i++)
	{
		snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
		files[i] = fopen(path, "w+");
		if (files[i] == NULL)
			die("cannot be written", path);
	}
}

int
main(int argc, char **argv)
{
	static char line[MAX_LINE];
	static Article article;
	static const char option[] = "--language=";
	bool		named = argc > 1 && strncmp(argv[1], option, strlen(option)) == 0;
	const char *language = named ? argv[1] + strlen(option) : "english";
	const char *what = argc == 2 + named ? argv[1 + named] : "";
	bool		indirect = strcmp(what, "--indirect-rows") == 0;
	bool		resolved = strcmp(what, "--resolved") == 0;
	bool		rows = indirect || strcmp(what, "--rows") == 0;
	NqSettings *settings;
	NqError		error;

	if (*what == '\0')
		die("usage", "examples [--language=NAME] FOLDER | --rows | --indirect-rows | --resolved");
	if (!rows && !resolved)
		open_files(what);
	if (nq_settings_create(&plain_host, (NqSlice) {language, (uint32_t) strlen(language)}, NULL, 0, NULL, 0, &settings, &error) != NQ_OK)
		die("no settings", language);
	while (fgets(line, sizeof(line), stdin) != NULL)
	{
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, "article ", 8) != 0)
		{
			read_label(&article, line);
			continue;
		}
		if (article.path[0] != '\0')
			do_article(settings, &article, resolved, rows, indirect);
		snprintf(article.path, sizeof(article.path), "%s", line + 8);
	}
	if (article.path[0] != '\0')
		do_article(settings, &article, resolved, rows, indirect);
	nq_settings_release(settings);
	for (uint32_t i = 0; i < 3; i++)
		if (files[i] != NULL && fclose(files[i]) != 0)
			die("cannot be written", what);
	free(article.labels);
	free(article.scored);
	return 0;
}
