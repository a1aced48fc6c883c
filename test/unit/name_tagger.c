/*
 * name_tagger.c
 *	  The name tagger: its names, and invariants of its tags in any article.
 */
#include "texts.h"
#include "unit.h"

#include "core/entities/name_tagger.h"
#include "core/entities/name_tags.h"
#include "core/extract.h"
#include "core/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static TestHost test;
static NqSettings *settings;

static const char letters[NAME_CLASSES + 1] = "-POLNX";

/* Prints the text with its names in brackets and their classes: [P Ada Holt] */
static void
print_tagged(const Document *doc, char *out, size_t size)
{
	size_t		used = 0;
	uint32_t	end = 0;

	for (uint32_t i = 0; i < doc->token_count; i++)
	{
		NameTag		tag = name_tag_at(doc, i);
		bool		closes = tag.name_class != NAME_NONE && (name_tag_at(doc, i + 1).name_class == NAME_NONE || name_tag_at(doc, i + 1).begins);
		char		opening[4] = "";

		if (tag.begins)
			snprintf(opening, sizeof(opening), "[%c ", letters[tag.name_class]);
		used += (size_t) snprintf(out + used, size - used, "%s%s%.*s%s", i > 0 && token_at(doc, i)->start > end ? " " : "", opening,
								  (int) token_at(doc, i)->length, doc->text + token_at(doc, i)->start, closes ? "]" : "");
		end = token_end(token_at(doc, i));
	}
}

/* Removes the brackets and classes, which gives the article. */
static void
without_brackets(const char *tagged, char *article)
{
	for (; *tagged != '\0'; tagged++)
		if (*tagged == '[')
			tagged += 2;
		else if (*tagged != ']')
			*article++ = *tagged;
	*article = '\0';
}

static void
test_article(const char *tagged)
{
	char		article[1024];
	char		found[1024];
	Document	doc;
	Arena		arena;
	NqError		error;

	without_brackets(tagged, article);
	nq_open_document(&doc, &arena, settings, &test.host, article, strlen(article));
	if (!nq_read_article(&doc, &error))
	{
		ok(false, "\"%s\" is read", article);
		return;
	}
	print_tagged(&doc, found, sizeof(found));
	if (strcmp(found, tagged) != 0)
		diag("%s", found);
	ok(strcmp(found, tagged) == 0, "%s", tagged);
	nq_arena_release(&arena);
}

/* Mostly names that are not listed. */
static void
test_names(void)
{
	static const char *const articles[] = {
		"[P Tamsanqa Mbekwane] told reporters in [L Kigoro] that the [O Ministry of Health] had failed. Mr [P Mbekwane] is a nurse.",
		"“We won,” said [P Ayumi Okudaira], 52, who leads the [O Sakanawa Workers Union].",
		"The minister, [P Lwazi Zondeki], said he would visit [L Zimbabwe] and [L South Africa] in June.",
		"[N Kenyan] police arrested [P Wafula Barasengo] on Monday.",
		"the council met on Thursday, and nobody came.",
		"They said so. He did. Nobody knows why. The rain fell in the night."
	};

	for (size_t i = 0; i < sizeof(articles) / sizeof(articles[0]); i++)
		test_article(articles[i]);
}

/* Describes what is wrong with an article's tags; NULL if nothing is. */
static const char *
wrong_tag(const Document *doc)
{
	for (uint32_t i = 0; i < doc->token_count; i++)
	{
		NameTag		tag = name_tag_at(doc, i);

		if (tag.name_class >= NAME_CLASSES || tag.second >= NAME_CLASSES)
			return "there is no such class";
		if (tag.name_class == tag.second)
			return "the second class is the first";
		if (tag.begins && tag.name_class == NAME_NONE)
			return "a name of no class begins";
		if (tag.name_class != NAME_NONE && !tag.begins && (i == 0 || name_tag_at(doc, i - 1).name_class != tag.name_class))
			return "a name goes on that has not begun";
	}
	return NULL;
}

static void
test_tags_of(const char *text, size_t length, const char *what)
{
	Document	doc;
	Arena		arena;
	NqError		error;
	const char *wrong = "the article is not read";

	nq_open_document(&doc, &arena, settings, &test.host, text, length);
	if (nq_read_article(&doc, &error))
		wrong = wrong_tag(&doc);
	if (wrong != NULL)
		diag("%s", wrong);
	ok(wrong == NULL, "tags are names: %s", what);
	nq_arena_release(&arena);
}

/* Long runs, only capitalised words, and no text at all. */
static void
test_tags(void)
{
	char		text[8192] = "";
	size_t		length = 0;

	test_tags_of(text, 0, "no text");
	test_tags_of(sample, strlen(sample), "the sample");
	for (int i = 0; i < 1000; i++, length += 3)
		memcpy(text + length, i % 7 == 0 ? "of " : "Aa ", 3);
	test_tags_of(text, length, "a thousand words of one run");
	for (size_t i = 2; i < length; i += 3)
		text[i] = '\n';
	test_tags_of(text, length, "a thousand lines");
	length = 0;
	for (size_t i = 0; i < HOSTILE_COUNT && length + strlen(hostile[i]) < sizeof(text); i++)
	{
		memcpy(text + length, hostile[i], strlen(hostile[i]));
		length += strlen(hostile[i]);
	}
	test_tags_of(text, length, "hostile bytes");
}

/* Adds up the weights of a token's features, each looked up by its hash. */
static void
add_up(const NameModel *model, const uint32_t *features, uint32_t count, int *score)
{
	memset(score, 0, NAME_TAGS * sizeof(int));
	for (uint32_t k = 0; k < count; k++)
		for (uint32_t row = nq_name_row(features[k], model->row_bits), end = row + 2; row < end; row++)
			for (uint32_t tag = 0; tag < NAME_TAGS && model->rows[row].feature == features[k]; tag++)
				score[tag] += model->rows[row].of_tag[tag];
}

/* Counts the tokens whose scores differ between the engine and the trainer, which gets all features by hash. */
static uint32_t
count_other_scores(Document *doc, uint32_t *tokens)
{
	const NameModel *model = settings->language->names;
	NameReader	reader;
	uint32_t	first = 0;
	uint32_t	last = 0;
	uint32_t	others = 0;

	if (!nq_open_name_reader(doc, &reader))
		return UINT32_MAX;
	while (nq_next_name_run(&reader, &first, &last))
	{
		nq_read_name_run(&reader, first, last);
		for (uint32_t i = first; i < last; i++)
		{
			uint32_t	features[MAX_NAME_FEATURES];
			int			by_hash[NAME_TAGS];
			NameScores	score;
			bool		same = true;

			add_up(model, features, nq_name_features(&reader, i, features), by_hash);
			nq_score_name_token(&reader, model, settings->name_table, i, score);
			for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
				same = same && score[tag] == by_hash[tag];
			others += !same;
			++*tokens;
		}
	}
	nq_close_name_reader(&reader);
	return others;
}

/* Rows of the table give the same sums as single features. */
static void
test_scores(void)
{
	const char *texts[] = {sample, "The U.S. Senate and O'Neill, 52, of Area 51 (McKay's) met “Élodie Roy” in New York. New York slept."};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
	{
		Document	doc;
		Arena		arena;
		NqError		error;
		uint32_t	tokens = 0;
		uint32_t	others = UINT32_MAX;

		nq_open_document(&doc, &arena, settings, &test.host, texts[i], strlen(texts[i]));
		if (nq_read_article(&doc, &error))
			others = count_other_scores(&doc, &tokens);
		ok(others == 0 && tokens > 5, "%u tokens are scored as the trainer sees them", tokens);
		nq_arena_release(&arena);
	}
}

int
main(void)
{
	host_open(&test);
	settings = default_settings(&test.host);
	test_names();
	test_scores();
	test_tags();
	nq_settings_release(settings);
	ok(test.live == 0, "all memory is given back");
	return done();
}
