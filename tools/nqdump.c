/*
 * nqdump.c
 *	  Prints the output of every stage of the engine for one article.
 *
 *	  nqdump [-i] [-l LANGUAGE] [-s STAGE]... [-n SPAN] [FILE]
 *
 * -i also finds reported speech.  -s prints only some stages: tokens, tags, sentences, spans, mentions,
 * entities, cues, candidates, clauses, rows.  -n prints only the candidates of one span.  Without FILE, the
 * article is read from standard input.
 *
 * Elements are numbered from 0 in the array that their stage wrote: a mention's "entity 2" is entity 2 of the
 * list below it.  For each decision of a model, the candidates are listed with their probability, and with
 * every feature that holds and its weight.  A context without a weight is omitted.
 *
 * Like ts_debug of PostgreSQL and pcre2test, this is a tool for debugging.
 */
#include "core/entities/name_tags.h"
#include "core/extract.h"
#include "core/model/contexts.h"
#include "core/model/model.h"
#include "plain_host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const stage_names[] = {
	"tokens", "tags", "sentences", "spans", "mentions", "entities", "cues", "candidates", "clauses", "rows"
};

/* The name of a bit of a word's classes, functions or frames. */
typedef struct BitName
{
	const char *name;
	uint64_t	bit;
} BitName;

#include "obj/bit_names.h"

enum Stage
{
	SHOW_TOKENS, SHOW_TAGS, SHOW_SENTENCES, SHOW_SPANS, SHOW_MENTIONS, SHOW_ENTITIES, SHOW_CUES, SHOW_CANDIDATES, SHOW_CLAUSES, SHOW_ROWS,
	STAGES
};

static const char *const token_kinds[TOKEN_KINDS] = {
	"end", "word", "number", "clitic", "handle", "stop", "ellipsis", "comma", "colon", "semicolon", "dash", "open", "close", "other",
	"mark"
};
static const char *const mention_kinds[MENTION_KINDS] = {"name", "pronoun", "nominal", "conjoined"};
static const char *const types[ENTITY_TYPES] = {"unknown", "person", "organisation", "place", "group", "document", "thing"};
static const char *const genders[] = {"-", "male", "female", "neuter"};
static const char *const forms[CUE_FORMS] = {"finite", "gerund", "infinitive", "passive", "preposition", "noun"};
static const char *const links[SUBJECT_LINKS] = {"none", "adjacent", "apposition", "relative", "shared", "inverted", "agent", "possessor"};
static const char *const decisions[] = {"speaker of span", "quotation: span", "referent of mention"};
static const char *const row_kinds[] = {"direct", "mixed", "indirect"};
static const char *const speaker_types[] = {"-", "person", "organisation", "group", "document"};
static const char *const speaker_genders[] = {"", ", female", ", male"};

/* A scored candidate as text, kept until its decision is complete. */
typedef struct Scored
{
	uint32_t	candidate;
	float		score;
	char	   *features;		/* one line each */
} Scored;

typedef struct Dump
{
	bool		shown[STAGES];
	uint32_t	only;			/* the span whose candidates are printed; NONE: all */
	ContextTexts texts;
	Decision	decision;		/* of the current candidates */
	uint32_t	number;
	Scored		scored[256];
	uint32_t	count;
} Dump;

static void
die(const char *message)
{
	fprintf(stderr, "nqdump: %s\n", message);
	exit(1);
}

/* ---- text ---- */

/* Prints tokens as in the article, with line breaks as blanks; of many tokens, the first and the last. */
static void
print_tokens(const Document *doc, uint32_t first, uint32_t last)
{
	uint32_t	start = token_at(doc, first)->start;
	uint32_t	end;

	if (first >= last)
		return;
	end = token_end(token_at(doc, last - 1));
	for (uint32_t i = start; i < end; i++)
	{
		if (end - start > 100 && i == start + 60)
		{
			fputs(" ... ", stdout);
			i = end - 35;
			while (((unsigned char) doc->text[i] & 0xc0) == 0x80)
				i++;
		}
		putchar((unsigned char) doc->text[i] < ' ' ? ' ' : doc->text[i]);
	}
}

static void
print_mention(const Document *doc, uint32_t mention)
{
	if (mention == NONE)
		fputs("nobody", stdout);
	else
	{
		printf("%u ", mention);
		print_tokens(doc, doc->mentions[mention].first, doc->mentions[mention].last);
	}
}

static void
print_number(const char *name, uint32_t number)
{
	if (number != NONE)
		printf(", %s %u", name, number);
}

static void
print_bits(const char *prefix, const BitName *names, uint64_t bits)
{
	if (bits != 0)
		fputs(prefix, stdout);
	for (const BitName *name = names; name->name != NULL; name++)
		if ((bits & name->bit) != 0)
			printf(" %s", name->name);
}

/* ---- stages ---- */

static void
dump_tokens(const Document *doc)
{
	for (uint32_t i = 0; i < doc->token_count; i++)
	{
		static const char *const flags[] = {"space", "newline", "blankline", "capital", "upper", "hyphen", "dotted", "initial"};
		const Token *token = token_at(doc, i);

		printf("token %u at %u: ", i, token->start);
		print_tokens(doc, i, i + 1);
		printf("\t%s", token_kinds[token->kind]);
		for (int bit = 0; bit < 8; bit++)
			if (token->flags >> bit & 1)
				printf(" %s", flags[bit]);
		print_bits(", classes", class_names, classes_at(doc, i));
		print_bits(", functions", function_names, doc->lexicon->functions[token->class_set / 2]);
		putchar('\n');
	}
}

/*
 * Prints the tagger's class of each token of a run, "place 32, or person", with its margin; "begins 64" at the
 * start of a name, with the margin of the edge.
 */
static void
dump_tags(const Document *doc)
{
	static const char *const classes[NAME_CLASSES] = {"none", "person", "organisation", "place", "nationality", "other"};

	for (uint32_t i = 0; has_name_tags(doc) && i < doc->token_count; i++)
	{
		NameTag		tag = name_tag_at(doc, i);

		if (tag.name_class == NAME_NONE && tag.margin == UINT8_MAX)
			continue;
		printf("token %u, %s %u, or %s, %s %u: ", i, classes[tag.name_class], tag.margin, classes[tag.second],
			   tag.begins ? "begins" : "goes on", tag.edge_margin);
		print_tokens(doc, i, i + 1);
		putchar('\n');
	}
}

static void
dump_sentences(const Document *doc)
{
	for (uint32_t i = 0; i < doc->sentence_count; i++)
	{
		const Sentence *s = &doc->sentences[i];

		printf("sentence %u, paragraph %u, tokens %u-%u%s%s: ", i, s->paragraph, s->first, s->last - 1,
			   s->title_case ? ", title case" : "", s->standalone ? ", nothing but spans" : "");
		print_tokens(doc, s->first, s->last);
		putchar('\n');
	}
}

static void
dump_spans(const Document *doc)
{
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		const QuotedSpan *s = &doc->spans[i];

		printf("span %u in sentence %u, tokens %u-%u%s%s", i, doc->span_sentences[i], s->open, s->close,
			   s->closed ? "" : ", unclosed", s->single ? ", single marks" : "");
		print_number("pattern match", s->match);
		print_number("continues", s->continues);
		fputs(": ", stdout);
		print_tokens(doc, s->first, s->last);
		putchar('\n');
	}
}

static void
dump_mentions(const Document *doc)
{
	for (uint32_t i = 0; i < doc->mention_count; i++)
	{
		const Mention *m = &doc->mentions[i];

		printf("mention %u in sentence %u, %s, %s, %s%s%s%s", i, m->sentence, mention_kinds[m->kind], types[m->type], genders[m->gender],
			   m->plural ? ", plural" : "", m->possessive ? ", possessive" : "", m->nested ? ", nested" : "");
		print_number("entity", m->entity);
		print_number("within span", m->inside);
		print_number("appositive of", appositive_of(doc, m));
		if (m->name_first < m->name_last && (m->name_first != m->first || m->name_last != m->last))
		{
			fputs(", name ", stdout);
			print_tokens(doc, m->name_first, m->name_last);
		}
		fputs(": ", stdout);
		print_tokens(doc, m->first, m->last);
		putchar('\n');
	}
}

static void
dump_entities(const Document *doc)
{
	for (uint32_t i = 0; i < doc->entity_count; i++)
	{
		const Entity *e = &doc->entities[i];

		printf("entity %u, %s, %s, named %u times: mention ", i, types[e->type], genders[e->gender], e->mentions);
		print_mention(doc, e->mention);
		putchar('\n');
	}
}

static void
dump_cues(const Document *doc)
{
	for (uint32_t i = 0; i < doc->cue_count; i++)
	{
		const Cue  *c = &doc->cues[i];

		printf("cue %u in sentence %u, %s", i, c->sentence, forms[c->form]);
		print_bits(", frames", frame_names, c->frames);
		fputs(": ", stdout);
		print_tokens(doc, c->first, c->last);
		printf("; subject (%s) ", links[c->link]);
		print_mention(doc, c->subject);
		if (c->object != NONE)
		{
			fputs("; object ", stdout);
			print_mention(doc, c->object);
		}
		putchar('\n');
	}
}

static void
dump_clauses(const Document *doc)
{
	for (uint32_t i = 0; i < doc->clause_count; i++)
	{
		const Clause *c = &doc->clauses[i];

		printf("clause %u of cue %u", i, c->cue);
		print_number("part of", c->part_of);
		fputs(": ", stdout);
		print_tokens(doc, c->first, c->last);
		fputs("; speaker ", stdout);
		print_mention(doc, c->speaker);
		putchar('\n');
	}
}

static void
dump_rows(const Document *doc)
{
	for (uint32_t i = 0; i < doc->row_count; i++)
	{
		const NqRow *row = &doc->rows[i];

		printf("row %u, %s, utterance %u, confidence %.3f: %.*s | %.*s\n", i, row_kinds[row->kind], row->utterance, row->confidence,
			   row->speaker.data == NULL ? 4 : (int) row->speaker.length, row->speaker.data == NULL ? "NULL" : row->speaker.data,
			   (int) (row->quote.end - row->quote.start), doc->stored + row->quote.start);
		printf("  %s%s%s%s, cue: %.*s%s%.*s\n", speaker_types[row->speaker_type],
			   row->speaker_type == NQ_NO_TYPE ? "" : row->speaker_named ? ", named" : ", described", speaker_genders[row->speaker_gender],
			   row->asserted ? "" : ", not said", (int) (row->cue.end - row->cue.start), doc->stored + row->cue.start, row->speaker_role.data == NULL ? "" : "; role: ",
			   row->speaker_role.data == NULL ? 0 : (int) row->speaker_role.length,
			   row->speaker_role.data == NULL ? "" : row->speaker_role.data);
	}
}

/* ---- decisions ---- */

static const Model *
model_of(const Document *doc, Decision decision)
{
	switch (decision)
	{
		case DECISION_SPEAKER:
			return doc->language->speaker;
		case DECISION_QUOTATION:
			return doc->language->quotation;
		case DECISION_REFERENT:
			return doc->language->referent;
	}
	return NULL;
}

/* Returns the weight of one feature or context: the score of a set with nothing else. */
static float
weight_of(const Model *model, const FeatureSet *all, uint32_t feature, uint32_t context)
{
	FeatureSet	one;

	nq_clear_features(&one);
	if (feature != NONE)
		nq_add_feature(&one, all->ids[feature], true);
	else
		one.contexts[one.context_count++] = all->contexts[context];
	return nq_score(model, &one);
}

/* Lists the features that hold with their weights, one per line. */
static char *
list_features(const Model *model, const FeatureSet *set, const ContextTexts *texts)
{
	size_t		length;
	char	   *text;
	FILE	   *out = open_memstream(&text, &length);
	uint32_t	at = 0;

	if (out == NULL)
		die("out of memory");
	for (uint32_t i = 0; i < set->count; i++)
		fprintf(out, "      %+.3f %s\n", weight_of(model, set, i, NONE), model->names[set->ids[i]]);
	for (uint32_t i = 0; i < set->context_count; i++)
	{
		uint32_t	end = at;
		float		weight = weight_of(model, set, NONE, i);

		while (end < texts->length && texts->text[end] != ' ')
			end++;
		if (weight != 0)
			fprintf(out, "      %+.3f %.*s\n", weight, (int) (end - at), texts->text + at);
		at = end + 1;
	}
	fclose(out);
	return text;
}

static void
print_candidate(const Document *doc, const Dump *dump, uint32_t which)
{
	const Scored *s = &dump->scored[which];
	float		scores[256];

	for (uint32_t i = 0; i < dump->count; i++)
		scores[i] = dump->scored[i].score;
	printf("    %.3f ", dump->decision == DECISION_QUOTATION ? nq_logistic(s->score) : nq_share_of_best(scores, dump->count, which));
	if (dump->decision == DECISION_QUOTATION)
		fputs("is a quotation", stdout);
	else
		print_mention(doc, s->candidate);
	printf(" (%.3f)\n%s", s->score, s->features);
}

/* Prints a decision when all its candidates have been scored. */
static void
end_decision(const Document *doc, Dump *dump)
{
	bool		shown = dump->shown[SHOW_CANDIDATES] &&
		(dump->only == NONE || (dump->decision != DECISION_REFERENT && dump->number == dump->only));

	if (dump->count > 0 && shown)
	{
		printf("  %s %u: ", decisions[dump->decision], dump->number);
		if (dump->decision == DECISION_REFERENT)
			print_mention(doc, dump->number);
		else
			print_tokens(doc, doc->spans[dump->number].first, doc->spans[dump->number].last);
		putchar('\n');
		for (uint32_t i = 0; i < dump->count; i++)
			print_candidate(doc, dump, i);
	}
	for (uint32_t i = 0; i < dump->count; i++)
		free(dump->scored[i].features);
	dump->count = 0;
}

static void
remember(void *context, const Document *doc, Decision decision, uint32_t number, uint32_t candidate, const FeatureSet *features,
		 float score)
{
	Dump	   *dump = context;

	if (decision != dump->decision || number != dump->number || dump->count == 256)
		end_decision(doc, dump);
	dump->decision = decision;
	dump->number = number;
	dump->scored[dump->count++] = (Scored) {candidate, score, list_features(model_of(doc, decision), features, &dump->texts)};
	dump->texts.length = 0;
}

static void
dump_decided(const Document *doc)
{
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		printf("decided: span %u, quotation %.3f, speaker %.3f ", i, doc->attributions[i].p_quotation, doc->attributions[i].p_speaker);
		print_mention(doc, doc->attributions[i].speaker);
		print_number("cue", doc->attributions[i].cue);
		if (nq_is_quotation(doc, i))
		{
			printf("; speaks (%.3f): ", doc->speakers[i].p_speaker);
			print_mention(doc, doc->speakers[i].referent.mention);
			print_number("as span", doc->lenders[i]);
		}
		putchar('\n');
	}
}

static void
dump_stages(const Document *doc, const Dump *dump)
{
	static void (*const dumps[STAGES]) (const Document *doc) = {
		dump_tokens, dump_tags, dump_sentences, dump_spans, dump_mentions, dump_entities, dump_cues, dump_decided, dump_clauses, dump_rows
	};

	for (int stage = 0; stage < STAGES; stage++)
		/* Without a span or indirect speech to find, the later stages are not run. */
		if (dump->shown[stage] && (stage == SHOW_TOKENS || stage == SHOW_TAGS || doc->rows != NULL))
			dumps[stage](doc);
}

static char *
read_all(FILE *file, size_t *length)
{
	size_t		room = 65536;
	char	   *text = malloc(room);

	for (*length = 0; text != NULL; text = realloc(text, room *= 2))
	{
		*length += fread(text + *length, 1, room - *length, file);
		if (*length < room)
			return text;
	}
	die("out of memory");
	return NULL;
}

static void
show_stage(Dump *dump, const char *name)
{
	for (int stage = 0; stage < STAGES; stage++)
		if (strcmp(name, stage_names[stage]) == 0)
		{
			dump->shown[stage] = true;
			return;
		}
	die("no such stage: tokens, sentences, spans, mentions, entities, cues, candidates, clauses, rows");
}

static void
dump_article(Dump *dump, const char *language, const char *text, size_t length, bool indirect)
{
	Observer	observer = {dump, remember, &dump->texts};
	NqSettings *settings;
	NqError		error;
	Document	doc;
	Arena		arena;

	if (nq_settings_create(&plain_host, (NqSlice) {language, (uint32_t) strlen(language)}, NULL, 0, NULL, 0, &settings, &error) != NQ_OK)
		die("unknown language");
	nq_open_document(&doc, &arena, settings, &plain_host, text, length);
	doc.indirect = indirect;
	doc.observer = &observer;
	if (!nq_run_stages(&doc, &error))
		die("the article cannot be read");
	end_decision(&doc, dump);
	/* The engine freed the tags when the rows were written. */
	if (dump->shown[SHOW_TAGS] && !has_name_tags(&doc))
		nq_tag_names(&doc);
	dump_stages(&doc, dump);
	nq_arena_release(&arena);
	nq_settings_release(settings);
}

int
main(int argc, char **argv)
{
	static Dump dump = {.only = NONE};
	const char *language = "english";
	bool		indirect = false;
	bool		some = false;
	FILE	   *file = stdin;
	size_t		length;
	char	   *text;

	for (int option; (option = getopt(argc, argv, "il:s:n:")) != -1;)
		switch (option)
		{
			case 'i':
				indirect = true;
				break;
			case 'l':
				language = optarg;
				break;
			case 's':
				show_stage(&dump, optarg);
				some = true;
				break;
			case 'n':
				dump.only = (uint32_t) strtoul(optarg, NULL, 10);
				break;
			default:
				die("usage: nqdump [-i] [-l LANGUAGE] [-s STAGE]... [-n SPAN] [FILE]");
		}
	if (!some)
		memset(dump.shown, true, sizeof(dump.shown));
	if (optind < argc && (file = fopen(argv[optind], "r")) == NULL)
		die("no such file");
	text = read_all(file, &length);
	dump_article(&dump, language, text, length, indirect);
	free(text);
	return 0;
}
