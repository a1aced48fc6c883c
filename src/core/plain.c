/*
 * plain.c
 *	  A slice of an article as a reader sees it.
 *
 * Takes words as they are stored, such as a row's quote; gives them without tags, with entities resolved, in one line: for
 * display, search and comparison.  A slice need not be whole: any tag of an element that HTML knows counts.
 * Of lines, "> " before all but the first goes, and a word that is hyphenated at a line's end keeps its hyphen: a slice
 * does not show whether it is a compound's.
 */
#include "core/extract.h"
#include "core/stages.h"
#include "core/text/byte_classes.h"
#include "core/text/markup.h"
#include "core/text/reader_text.h"

#include <string.h>

static bool
is_letter(char c)
{
	unsigned char b = (unsigned char) c;

	return b >= 0x80 || byte_class[b] == B_LOWER || byte_class[b] == B_UPPER;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Joins several lines to one. */
static bool
join_lines(Document *doc)
{
	const char *from = doc->text;
	const char *end = from + doc->length;
	uint32_t	round = 0;
	char	   *text;
	char	   *to;

	if (doc->length == 0 || memchr(from, '\n', doc->length) == NULL)
		return true;
	text = to = nq_arena_alloc(doc->arena, doc->length);
	if (text == NULL)
		return fail(doc, NQ_NO_MEMORY);
	while (from < end)
	{
		if (!check_interrupts(doc, round++, EVERY_65536))
			return false;
		if (*from != '\n')
		{
			*to++ = *from++;
			continue;
		}
		while (from < end && (*from == '>' || is_blank(*from)))
			from++;
		while (to > text && is_blank(to[-1]))
			to--;
		if (to - text < 2 || to[-1] != '-' || !is_letter(to[-2]) || from == end || !is_letter(*from))
			*to++ = ' ';
	}
	doc->text = text;
	doc->length = (uint32_t) (to - text);
	return true;
}

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
	nq_open_text(&doc, &arena, host, words, length, length + 256);
	if (nq_read_slice(&doc) && join_lines(&doc))
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
