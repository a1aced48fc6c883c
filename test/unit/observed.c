/*
 * observed.c
 *	  Observers: each decision's candidates arrive with the features that were scored.
 *
 *	observed FILE...
 */
#include "unit.h"

#include "core/extract.h"
#include "core/model/contexts.h"

#include <stdlib.h>
#include <string.h>

typedef struct Watcher
{
	ContextTexts texts;
	size_t		scored[3];		/* by Decision */
	size_t		contexts;
	size_t		wrong_hash;
	size_t		wrong_score;
} Watcher;

/* Copies the text up to a character; returns its position. */
static uint32_t
copy_until(char stop, const char *text, uint32_t i, uint32_t length, char copy[256])
{
	uint32_t	count = 0;

	while (i < length && count < 255 && text[i] != stop)
		copy[count++] = text[i++];
	copy[count] = '\0';
	return i;
}

/* The hash of a context by its text form, computed like weights.pl: "speaker.span_left:said_,". */
static uint32_t
hash_of_text(const char *text, uint32_t length)
{
	FeatureSet	set;
	char		name[256];
	uint32_t	i = copy_until(':', text, 0, length, name);
	Context		context;

	nq_clear_features(&set);
	context = nq_begin_context(&set, NULL, nq_named_symbol(name));
	while (i < length)
	{
		i = copy_until('_', text, i + 1, length, name);
		nq_add_symbol(&context, nq_named_symbol(name));
	}
	nq_end_context(&context);
	return set.contexts[0];
}

static const Model *
model_of(const Document *doc, Decision decision)
{
	if (decision == DECISION_SPEAKER)
		return doc->language->speaker;
	return decision == DECISION_QUOTATION ? doc->language->quotation : doc->language->referent;
}

static void
hear(void *context, const Document *doc, Decision decision, uint32_t number, uint32_t candidate, const FeatureSet *features, float score)
{
	Watcher    *watcher = context;
	uint32_t	at = 0;

	(void) number;
	(void) candidate;
	watcher->scored[decision]++;
	watcher->contexts += features->context_count;
	watcher->wrong_score += nq_score(model_of(doc, decision), features) != score;
	for (uint32_t i = 0; i < features->context_count; i++)
	{
		uint32_t	end = at;

		while (end < watcher->texts.length && watcher->texts.text[end] != ' ')
			end++;
		watcher->wrong_hash += hash_of_text(watcher->texts.text + at, end - at) != features->contexts[i];
		at = end + 1;
	}
	watcher->texts.length = 0;
}

/* Whether the rows are the same as without an observer. */
static bool
is_same_watched(const NqSettings *settings, const TestHost *test, const Bytes *article, Watcher *watcher)
{
	Observer	observer = {watcher, hear, &watcher->texts};
	NqResult	plain;
	NqResult	watched = {0};
	NqError		error;
	Document	doc;
	Arena		arena;
	bool		same;

	if (nq_extract(settings, &test->host, article->data, article->length, true, &plain, &error) != NQ_OK)
		return false;
	nq_open_document(&doc, &arena, settings, &test->host, article->data, article->length);
	doc.indirect = true;
	doc.observer = &observer;
	same = nq_run_stages(&doc, &error);
	watched.rows = doc.rows;
	watched.count = doc.row_count;
	same = same && same_result(&plain, &watched);
	nq_arena_release(&arena);
	nq_result_release(&plain);
	return same;
}

static void
full_sets(void)
{
	FeatureSet	set;
	ContextTexts texts = {0};

	nq_clear_features(&set);
	for (uint32_t i = 0; i < MAX_FEATURES + 3; i++)
		nq_add_feature(&set, i, true);
	ok(set.count == MAX_FEATURES && set.ids[MAX_FEATURES - 1] == MAX_FEATURES - 1, "a set takes no more features than it has room for");
	for (uint32_t i = 0; i < MAX_CONTEXTS + 3; i++)
	{
		Context		context = nq_begin_context(&set, &texts, nq_symbol("speaker.anywhere"));

		for (uint32_t k = 0; k < 40; k++)
			nq_add_symbol(&context, nq_word_symbol("Wort_ ", 6));
		nq_end_context(&context);
	}
	ok(set.context_count == MAX_CONTEXTS && set.dropped >= 3, "nor more contexts");
	ok(texts.length <= sizeof(texts.text) && memcmp(texts.text, "speaker.anywhere:wort~~_wort~~_", 31) == 0, "whose texts have a bound, too");
}

int
main(int argc, char **argv)
{
	TestHost	test;
	NqSettings *settings;
	static Watcher watcher;

	host_open(&test);
	settings = default_settings(&test.host);
	for (int i = 1; i < argc; i++)
	{
		Bytes		article = read_file(argv[i]);

		ok(is_same_watched(settings, &test, &article, &watcher), "%s: an observer changes nothing", argv[i]);
		free(article.data);
	}
	ok(watcher.scored[DECISION_SPEAKER] > 0 && watcher.scored[DECISION_QUOTATION] > 0 && watcher.scored[DECISION_REFERENT] > 0,
	   "each model's decisions are heard");
	ok(watcher.wrong_score == 0, "with the features that give the score");
	ok(watcher.contexts > 0 && watcher.wrong_hash == 0, "and the texts of %zu contexts, which give their hashes", watcher.contexts);
	full_sets();
	nq_settings_release(settings);
	ok(test.live == 0, "nothing is left allocated");
	return done();
}
