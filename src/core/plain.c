/*
 * plain.c
 *	  A slice of an article as a reader sees it.
 *
 * Takes words as they are stored, such as a row's quote; gives them without tags, with entities resolved, in one line: for
 * display, search and comparison.  A slice need not be whole: any tag of an element that HTML knows counts.
 */
#include "core/stages.h"
#include "core/text/markup.h"
#include "core/text/reader_text.h"

#include <string.h>

NqStatus
nq_plain_words(const NqHost *host, const char *words, size_t length, NqPlain *result, NqError *error)
{
	Document	doc;
	Arena		arena;
	NqSlice		plain;

	memset(result, 0, sizeof(*result));
	memset(error, 0, sizeof(*error));
	if (length > NQ_MAX_ARTICLE)
		return error->status = NQ_TOO_LARGE;
	memset(&doc, 0, sizeof(doc));
	nq_arena_init(&arena, host, length + 256);
	doc.arena = &arena;
	doc.host = host;
	doc.stored = doc.text = words;
	doc.stored_length = doc.length = (uint32_t) length;
	if (nq_read_slice(&doc))
	{
		plain = (NqSlice) {doc.text, doc.length};
		if (!nq_fold_blanks(&arena, &plain))
			doc.status = NQ_NO_MEMORY;
	}
	if (doc.status == NQ_OK)
		result->memory = nq_arena_keep(&arena);
	if (doc.status == NQ_OK && result->memory == NULL)
		doc.status = NQ_NO_MEMORY;
	if (arena.cancelled)
		doc.status = NQ_CANCELLED;
	if (doc.status != NQ_OK)
		nq_arena_release(&arena);
	else
		result->words = plain;
	return error->status = doc.status;
}

void
nq_plain_release(NqPlain *result)
{
	nq_arena_release_kept(result->memory);
	memset(result, 0, sizeof(*result));
}
