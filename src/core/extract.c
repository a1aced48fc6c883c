/*
 * extract.c
 *	  The pipeline: from an article to rows.
 *
 * Each stage reads the arrays of earlier stages and writes its own. document.h describes the arrays, and the
 * head of each stage's file its input, output and guarantees.
 */
#include "core/extract.h"

#include "core/checks.h"
#include "core/text/reader_text.h"

#include <string.h>

/* Memory that a short article needs, in bytes per byte of the article; and the largest first block. */
#define BLOCK_PER_BYTE 12
#ifndef BLOCK_MAX				/* overridden by tests that make each allocation fail */
#define BLOCK_MIN 8192
#define BLOCK_MAX 65536
#endif

/* An article without a quotation mark has no rows, and the later stages are skipped. */
static bool
has_no_rows(const Document *doc)
{
	return doc->span_count == 0 && !doc->indirect;
}

static bool
find_indirect(Document *doc)
{
	return doc->foreign || doc->language->hooks.find_indirect == NULL || doc->language->hooks.find_indirect(doc);
}

/* Checks for cancellation between stages, because many short stages without a check of their own add up. */
static bool
goes_on(Document *doc)
{
	return check_interrupts(doc, 0, 0);
}

/* No later stage uses the lines, so their memory is freed. */
static bool
drop_lines(Document *doc)
{
	nq_arena_drop(doc->arena, doc->lines);
	nq_arena_drop(doc->arena, doc->abbreviations);
	doc->lines = NULL;
	doc->abbreviations = NULL;
	return true;
}

static bool
find_marked_words(Document *doc, NqError *error)
{
	return nq_read_markup(doc)
		&& nq_join_lines(doc)
		&& nq_read_layout(doc)
		&& nq_find_tokens(doc)
		&& nq_tag_tokens(doc)
		&& goes_on(doc)
		&& nq_match_patterns(doc, error)
		&& nq_find_paragraphs(doc)
		&& drop_lines(doc)
		&& nq_pair_marks(doc)
		&& nq_find_incises(doc)
		&& nq_check_spans(doc);
}

static bool
find_mentions_and_cues(Document *doc)
{
	return goes_on(doc)
		&& nq_find_sentences(doc)
		&& goes_on(doc)
		&& nq_tag_names(doc)
		&& goes_on(doc)
		&& nq_find_mentions(doc)
		&& nq_check_found_mentions(doc)
		&& nq_link_names(doc)
		&& nq_check_linked_mentions(doc)
		&& goes_on(doc)
		&& nq_find_cues(doc)
		&& nq_check_cues(doc);
}

bool
nq_read_article(Document *doc, NqError *error)
{
	return find_marked_words(doc, error)
		&& find_mentions_and_cues(doc);
}

/* The same for the name tags. */
static bool
drop_name_tags(Document *doc)
{
	nq_arena_drop(doc->arena, doc->name_tags);
	nq_arena_drop(doc->arena, doc->name_tag_blocks);
	doc->name_tags = NULL;
	doc->name_tag_blocks = NULL;
	return true;
}

/* After attribution no stage searches the text by tags: the same for these. */
static bool
drop_tags(Document *doc)
{
	nq_arena_drop(doc->arena, doc->blocks);
	doc->blocks = NULL;
	return true;
}

/* Rows do not use what the coreference of single mentions needs, nor the candidates unless they are listed: the same. */
static bool
drop_references(Document *doc)
{
	nq_arena_drop(doc->arena, doc->role_links);
	nq_arena_drop(doc->arena, doc->referents);
	if (!doc->ranked)
	{
		nq_arena_drop(doc->arena, doc->candidates);
		doc->candidates = NULL;
	}
	doc->role_links = NULL;
	doc->referents = NULL;
	return true;
}

static bool
write_rows(Document *doc)
{
	return drop_references(doc)
		&& nq_count_chars(doc)
		&& nq_make_rows(doc)
		&& nq_check_rows(doc);
}

bool
nq_run_stages(Document *doc, NqError *error)
{
	if (!find_marked_words(doc, error))
		return false;
	if (has_no_rows(doc))
		return true;
	nq_find_foreign(doc);
	return find_mentions_and_cues(doc)
		&& drop_name_tags(doc)
		&& goes_on(doc)
		&& nq_find_repeats(doc)
		&& nq_attribute(doc)
		&& nq_check_attributions(doc)
		&& drop_tags(doc)
		&& nq_find_lenders(doc)
		&& nq_resolve_speakers(doc)
		&& nq_check_speakers(doc)
		&& nq_find_speaker_facts(doc)
		&& (!doc->indirect || (find_indirect(doc) && nq_resolve_clauses(doc)))
		&& write_rows(doc);
}

static size_t
first_block(size_t length)
{
	size_t		bytes = length * BLOCK_PER_BYTE;

	if (bytes < BLOCK_MIN)
		return BLOCK_MIN;
	return bytes > BLOCK_MAX ? BLOCK_MAX : bytes;
}

void
nq_open_text(Document *doc, Arena *arena, const NqHost *host, const char *text, size_t length, size_t block)
{
	memset(doc, 0, sizeof(*doc));
	nq_arena_init(arena, host, block);
	doc->arena = arena;
	doc->host = host;
	doc->stored = doc->text = text;
	doc->stored_length = doc->length = (uint32_t) length;
}

void
nq_open_document(Document *doc, Arena *arena, const NqSettings *settings, const NqHost *host,
				 const char *article, size_t length)
{
	nq_open_text(doc, arena, host, article, length, first_block(length));
	doc->language = settings->language;
	doc->lexicon = settings->lexicon;
	doc->properties = settings->properties;
	doc->settings = settings;
}

/* What a caller wants besides the rows of marked quotations. */
typedef struct Request
{
	bool		indirect;
	bool		displayed;
	bool		ranked;
} Request;

/* Runs all stages; their failure is in the document's status.  Otherwise fails only if the article is too large. */
static NqStatus
run_article(const NqSettings *settings, const NqHost *host, const char *article, size_t length, Request request,
			Document *doc, Arena *arena, NqError *error)
{
	memset(error, 0, sizeof(*error));
	if (length > NQ_MAX_ARTICLE)
		return error->status = NQ_TOO_LARGE;
	nq_open_document(doc, arena, settings, host, article, length);
	doc->indirect = request.indirect;
	doc->displayed = request.displayed;
	doc->ranked = request.ranked;
	nq_run_stages(doc, error);
	return NQ_OK;
}

/* Frees the largest arrays before the caller uses the rows and candidates, which point only into the text. */
static void
drop_arrays(Document *doc)
{
	nq_arena_drop(doc->arena, doc->tokens);
	nq_arena_drop(doc->arena, doc->mentions);
	doc->tokens = NULL;
	doc->mentions = NULL;
}

/* Ends a run: hands its memory over to the result, or releases it. */
static NqStatus
end_run(Document *doc, void **memory, NqError *error)
{
	Arena	   *arena = doc->arena;

	if (doc->status == NQ_OK)
	{
		drop_arrays(doc);
		*memory = nq_arena_keep(arena);
		if (*memory == NULL)
			doc->status = NQ_NO_MEMORY;
	}
	if (arena->cancelled)
		doc->status = NQ_CANCELLED;
	if (doc->status != NQ_OK)
	{
		*memory = NULL;
		nq_arena_release(arena);
	}
	return error->status = doc->status;
}

static NqStatus
extract(const NqSettings *settings, const NqHost *host, const char *article, size_t length,
		Request request, NqResult *result, NqError *error)
{
	Document	doc;
	Arena		arena;

	memset(result, 0, sizeof(*result));
	if (run_article(settings, host, article, length, request, &doc, &arena, error) != NQ_OK)
		return error->status;
	if (end_run(&doc, &result->memory, error) != NQ_OK)
		return error->status;
	result->rows = doc.rows;
	result->count = doc.row_count;
	if (doc.shown != NULL)
	{
		result->reading = (NqSlice) {doc.shown, doc.shown_length};
		result->runs = doc.shown_runs;
		result->run_count = doc.shown_run_count;
	}
	return NQ_OK;
}

NqStatus
nq_extract(const NqSettings *settings, const NqHost *host, const char *article, size_t length,
		   bool indirect, NqResult *result, NqError *error)
{
	return extract(settings, host, article, length, (Request) {.indirect = indirect}, result, error);
}

NqStatus
nq_extract_displayed(const NqSettings *settings, const NqHost *host, const char *article, size_t length,
					 bool indirect, NqResult *result, NqError *error)
{
	return extract(settings, host, article, length, (Request) {.indirect = indirect, .displayed = true}, result, error);
}

uint32_t
nq_reading_place(const NqResult *result, uint32_t stored)
{
	return nq_reader_place(result->runs, result->run_count, result->reading.length, stored);
}

NqStatus
nq_extract_candidates(const NqSettings *settings, const NqHost *host, const char *article, size_t length,
					  NqCandidates *result, NqError *error)
{
	Document	doc;
	Arena		arena;
	NqCandidate *list = NULL;
	size_t		count = 0;

	memset(result, 0, sizeof(*result));
	if (run_article(settings, host, article, length, (Request) {.ranked = true}, &doc, &arena, error) != NQ_OK)
		return error->status;
	if (doc.status == NQ_OK && doc.row_count > 0)
		nq_list_candidates(&doc, &list, &count);
	if (end_run(&doc, &result->memory, error) != NQ_OK)
		return error->status;
	result->candidates = list;
	result->count = count;
	return NQ_OK;
}

void
nq_result_release(NqResult *result)
{
	nq_arena_release_kept(result->memory);
	memset(result, 0, sizeof(*result));
}

void
nq_candidates_release(NqCandidates *result)
{
	nq_arena_release_kept(result->memory);
	memset(result, 0, sizeof(*result));
}
