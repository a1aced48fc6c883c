/*
 * checks.c
 *	  Assertions about whole arrays, after the stages that write them.
 *
 * In debug builds, checks what document.h and the heads of the stages' files promise about the order and bounds
 * of each array.  Also checks that no stage changes what an earlier one wrote: a hash of each array is taken
 * when its stage is done, and compared at the end.  Each function returns true, so that it can be one of the
 * stages.
 */
#include "core/checks.h"

#ifdef NQ_DEBUG

#include "core/base/assert.h"
#include "core/base/search.h"
#include "core/stages.h"

#include <string.h>

/* ---- who writes what ---- */

typedef struct ArrayBytes
{
	const void *data;
	size_t		size;
} ArrayBytes;

#define BYTES(array, count) ((ArrayBytes) {(array), (size_t) (count) * sizeof(*(array))})

static ArrayBytes
bytes_of(const Document *doc, CheckedArray array)
{
	switch (array)
	{
		case ARRAY_TOKENS:
			return BYTES(doc->tokens, doc->token_count);
		case ARRAY_BLOCKS:
			return BYTES(doc->blocks, doc->token_count / BLOCK_TOKENS + 1);
		case ARRAY_MARK_BLOCKS:
			return BYTES(doc->mark_blocks, doc->token_count / BLOCK_TOKENS + 1);
		case ARRAY_MATCHES:
			return BYTES(doc->matches, doc->match_count);
		case ARRAY_MARKS:
			return BYTES(doc->marks, doc->mark_count);
		case ARRAY_SPANS:
			return BYTES(doc->spans, doc->span_count);
		case ARRAY_PARAGRAPHS:
			return BYTES(doc->paragraphs, doc->paragraph_count);
		case ARRAY_SENTENCES:
			return BYTES(doc->sentences, doc->sentence_count);
		case ARRAY_SPAN_SENTENCES:
			return BYTES(doc->span_sentences, doc->span_count);
		case ARRAY_MENTIONS:
			return BYTES(doc->mentions, doc->mention_count);
		case ARRAY_ENTITIES:
			return BYTES(doc->entities, doc->entity_count);
		case ARRAY_CUES:
			return BYTES(doc->cues, doc->cue_count);
		case ARRAY_ATTRIBUTIONS:
			return BYTES(doc->attributions, doc->span_count);
		case ARRAY_CANDIDATES:
			return BYTES(doc->candidates, doc->span_count * CANDIDATES_KEPT);
		case ARRAY_SPEAKERS:
			return BYTES(doc->speakers, doc->span_count);
		case CHECKED_ARRAYS:
			break;
	}
	return (ArrayBytes) {NULL, 0};
}

static uint64_t
hash_of_array(const Document *doc, CheckedArray array)
{
	ArrayBytes	bytes = bytes_of(doc, array);
	uint64_t	hash = bytes.size;

	for (size_t i = 0; i < bytes.size; i += sizeof(uint64_t))
	{
		uint64_t	word = 0;
		size_t		left = bytes.size - i;

		memcpy(&word, (const char *) bytes.data + i, left < sizeof(word) ? left : sizeof(word));
		hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
		hash ^= hash >> 29;
	}
	return hash;
}

/* Hashes the arrays up to this one, which are done. */
static void
seal_arrays(Document *doc, CheckedArray last)
{
	for (CheckedArray array = doc->sealed; array <= last; array++)
		doc->hashes[array] = hash_of_array(doc, array);
	doc->sealed = last + 1;
}

/* Token blocks are freed after attribution; candidates before the rows are written, unless they are listed. */
static bool
is_freed(const Document *doc, CheckedArray array)
{
	return (array == ARRAY_BLOCKS && doc->blocks == NULL) || (array == ARRAY_CANDIDATES && doc->candidates == NULL);
}

static void
check_sealed(const Document *doc)
{
	for (CheckedArray array = 0; array < doc->sealed; array++)
		NQ_ASSERT(is_freed(doc, array) || doc->hashes[array] == hash_of_array(doc, array));
}

/* ---- tokens to spans ---- */

static void
check_tokens(const Document *doc)
{
	uint32_t	end = 0;

	for (uint32_t i = 0; i < doc->token_count; i++)
	{
		const Token *token = token_at(doc, i);

		NQ_ASSERT(token->start >= end && token->length > 0);
		NQ_ASSERT(token->kind > TOKEN_END && token->kind < TOKEN_KINDS);
		NQ_ASSERT(token->class_set < 2 * doc->lexicon->set_count);
		NQ_ASSERT(token->kind != TOKEN_MARK || mark_at(doc, i)->token == i);
		end = token_end(token);
	}
	NQ_ASSERT(end <= doc->length && token_at(doc, doc->token_count)->kind == TOKEN_END);
}

static void
check_matches(const Document *doc)
{
	uint32_t	end = 0;

	for (uint32_t i = 0; i < doc->match_count; i++)
	{
		const PatternMatch *match = &doc->matches[i];

		NQ_ASSERT(match->start >= end && match->start < match->end && match->end <= doc->length);
		NQ_ASSERT(match->speaker_start <= match->speaker_end && match->speaker_end <= doc->length);
		NQ_ASSERT(match->cue_start <= match->cue_end && match->cue_end <= doc->length);
		end = match->end;
	}
}

static void
check_paragraphs(const Document *doc)
{
	uint32_t	last = 0;

	for (uint32_t i = 0; i < doc->paragraph_count; i++)
	{
		NQ_ASSERT(doc->paragraphs[i].first == last && doc->paragraphs[i].last >= last);
		last = doc->paragraphs[i].last;
	}
	NQ_ASSERT(last == doc->token_count);
}

static void
check_marks(const Document *doc)
{
	for (uint32_t i = 0; i < doc->mark_count; i++)
	{
		const Mark *mark = &doc->marks[i];

		NQ_ASSERT(mark->token < doc->token_count && (i == 0 || mark[-1].token < mark->token));
		NQ_ASSERT((mark->role == ROLE_NOTHING) == (mark->span == NONE));
		if (mark->span == NONE)
			continue;
		NQ_ASSERT(mark->span < doc->span_count && doc->spans[mark->span].match == NONE);
		NQ_ASSERT(mark->token == (mark->role == ROLE_OPENS ? doc->spans[mark->span].open : doc->spans[mark->span].close));
	}
}

/* Spans are in the order of the text, not nested, each in one paragraph. */
bool
nq_check_spans(Document *doc)
{
	uint32_t	paragraph = 0;

	check_tokens(doc);
	check_matches(doc);
	check_paragraphs(doc);
	check_marks(doc);
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		const QuotedSpan *span = &doc->spans[i];

		NQ_ASSERT(span->open <= span->first && span->first < span->last);
		NQ_ASSERT(span->last <= span->close + 1 && span->close < doc->token_count);
		NQ_ASSERT(i == 0 || span[-1].close < span->open);
		NQ_ASSERT(span->match == NONE || span->match < doc->match_count);
		NQ_ASSERT(span->continues == NONE || span->continues + 1 == i);
		while (span->open >= doc->paragraphs[paragraph].last)
			paragraph++;
		NQ_ASSERT(span->close < doc->paragraphs[paragraph].last);
	}
	for (uint32_t i = 0; i < doc->incise_count; i++)
		NQ_ASSERT(doc->incises[i].first < doc->incises[i].last && (i == 0 || doc->incises[i - 1].last <= doc->incises[i].first));
	seal_arrays(doc, ARRAY_SPANS);
	return true;
}

/* ---- sentences to cues ---- */

/* The sentences divide each paragraph, and every span is in one of them. */
static void
check_sentences(const Document *doc)
{
	uint32_t	number = 0;
	uint32_t	span = 0;

	for (uint32_t i = 0; i < doc->paragraph_count; i++)
	{
		const Paragraph *paragraph = &doc->paragraphs[i];
		uint32_t	first = paragraph->first;

		NQ_ASSERT(paragraph->first_sentence == number && paragraph->last_sentence <= doc->sentence_count);
		for (; number < paragraph->last_sentence; number++)
		{
			const Sentence *sentence = &doc->sentences[number];

			NQ_ASSERT(sentence->first == first && sentence->last > first && sentence->paragraph == i);
			NQ_ASSERT(sentence->first_span == span && sentence->last_span <= doc->span_count);
			for (; span < sentence->last_span; span++)
			{
				NQ_ASSERT(doc->span_sentences[span] == number);
				NQ_ASSERT(doc->spans[span].open >= first && doc->spans[span].close < sentence->last);
			}
			first = sentence->last;
		}
		NQ_ASSERT(first == paragraph->last);
	}
	NQ_ASSERT(number == doc->sentence_count && span == doc->span_count);
}

/* Is a range of tokens within an incise of a span? */
static bool
is_within_incise(const Document *doc, uint32_t first, uint32_t last)
{
	uint32_t	incise = nq_incise_from(doc, first);

	return incise < doc->incise_count && doc->incises[incise].first <= first && last <= doc->incises[incise].last;
}

/* Does no span of the sentence overlap a range of tokens? */
static bool
is_outside_spans(const Document *doc, const Sentence *sentence, uint32_t first, uint32_t last)
{
	uint32_t	span = FIRST_FROM(QuotedSpan, close, doc->spans, sentence->first_span, sentence->last_span, first);

	return span == sentence->last_span || doc->spans[span].open >= last || is_within_incise(doc, first, last);
}

/* Does a span extend from before a token to it or beyond? */
static bool
cuts_span(const Document *doc, uint32_t i)
{
	uint32_t	span = FIRST_FROM(QuotedSpan, close, doc->spans, 0, doc->span_count, i);

	return span < doc->span_count && doc->spans[span].open < i;
}

static void
check_mention(const Document *doc, const Mention *mention, const Sentence *sentence)
{
	NQ_ASSERT(mention->first < mention->last && mention->first <= mention->head && mention->head < mention->last);
	NQ_ASSERT(mention->name_first <= mention->name_last && mention->name_last <= mention->last);
	NQ_ASSERT(mention->first >= sentence->first && mention->last <= sentence->last);
	/* Outside spans, a name can contain a quoted nickname. */
	NQ_ASSERT(mention->inside != NONE || is_within_incise(doc, mention->first, mention->last) || (!cuts_span(doc, mention->first) && !cuts_span(doc, mention->last)));
	if (mention->inside == NONE)
		return;
	NQ_ASSERT(mention->inside >= sentence->first_span && mention->inside < sentence->last_span);
	NQ_ASSERT(mention->first >= doc->spans[mention->inside].first && mention->last <= doc->spans[mention->inside].last);
}

static void
check_cue(const Document *doc, const Cue *cue, const Sentence *sentence)
{
	NQ_ASSERT(cue->first < cue->last && cue->verb_first <= cue->first);
	NQ_ASSERT(cue->verb_first >= sentence->first && cue->last <= sentence->last);
	NQ_ASSERT(is_outside_spans(doc, sentence, cue->first, cue->last));
	NQ_ASSERT(cue->subject == NONE || cue->subject < doc->mention_count);
	NQ_ASSERT(cue->object == NONE || cue->object < doc->mention_count);
	NQ_ASSERT(cue->after == NONE || cue->after < doc->mention_count);
}

/* Keeps a copy of the mentions as mentions.c left them. */
bool
nq_check_found_mentions(Document *doc)
{
	ArrayBytes	bytes = bytes_of(doc, ARRAY_MENTIONS);

	doc->found_mentions = nq_arena_alloc(doc->arena, bytes.size + 1);
	if (doc->found_mentions == NULL)
		return fail(doc, NQ_NO_MEMORY);
	if (bytes.size > 0)
		memcpy(doc->found_mentions, bytes.data, bytes.size);
	for (uint32_t i = 0; i < doc->mention_count; i++)
		NQ_ASSERT(doc->mentions[i].entity == NONE && !doc->mentions[i].surname);
	return true;
}

/* Entity linking writes its own fields, and for a surname those that document.h names. */
bool
nq_check_linked_mentions(Document *doc)
{
	for (uint32_t i = 0; i < doc->mention_count; i++)
	{
		Mention		expected = doc->found_mentions[i];
		const Mention *mention = &doc->mentions[i];

		expected.entity = mention->entity;
		expected.surname = mention->surname;
		expected.tagged_body = mention->tagged_body;
		NQ_ASSERT(mention->entity == NONE ? mention->kind != MENTION_NAME : mention->entity < doc->entity_count);
		if (mention->surname)
		{
			NQ_ASSERT(expected.kind == MENTION_NOMINAL && expected.last == expected.first + 1);
			expected.kind = MENTION_NAME;
			expected.type = TYPE_PERSON;
			expected.gender = GENDER_UNKNOWN;
			expected.plural = false;
			expected.name_first = expected.first;
			expected.name_last = expected.last;
			expected.role = NONE;
		}
		NQ_ASSERT(memcmp(&expected, mention, sizeof(expected)) == 0);
	}
	nq_arena_drop(doc->arena, doc->found_mentions);
	return true;
}

/* Mentions and cues belong to their sentences.  Mentions are sorted by their heads, cues by the order of the text. */
bool
nq_check_cues(Document *doc)
{
	uint32_t	mention = 0;
	uint32_t	cue = 0;

	check_sentences(doc);
	for (uint32_t s = 0; s < doc->sentence_count; s++)
	{
		const Sentence *sentence = &doc->sentences[s];

		NQ_ASSERT(doc->sentence_mentions[s] == mention && doc->sentence_cues[s] == cue);
		for (; mention < doc->sentence_mentions[s + 1]; mention++)
		{
			NQ_ASSERT(doc->mentions[mention].sentence == s);
			NQ_ASSERT(mention == 0 || doc->mentions[mention - 1].head <= doc->mentions[mention].head);
			check_mention(doc, &doc->mentions[mention], sentence);
		}
		for (; cue < doc->sentence_cues[s + 1]; cue++)
		{
			NQ_ASSERT(doc->cues[cue].sentence == s);
			NQ_ASSERT(cue == doc->sentence_cues[s] || doc->cues[cue - 1].first < doc->cues[cue].first);
			check_cue(doc, &doc->cues[cue], sentence);
		}
	}
	NQ_ASSERT(mention == doc->mention_count && cue == doc->cue_count);
	seal_arrays(doc, ARRAY_CUES);
	return true;
}

/* ---- attributions to rows ---- */

bool
nq_check_attributions(Document *doc)
{
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		const Attribution *attribution = &doc->attributions[i];

		NQ_ASSERT(attribution->speaker == NONE || attribution->speaker < doc->mention_count);
		NQ_ASSERT(attribution->cue == NONE || attribution->cue < doc->cue_count);
		NQ_ASSERT(attribution->p_quotation >= 0 && attribution->p_quotation <= 1);
		NQ_ASSERT(attribution->p_speaker >= 0 && attribution->p_speaker <= 1);
	}
	seal_arrays(doc, ARRAY_CANDIDATES);
	return true;
}

/* A speaker is a name or a phrase; a pronoun does not identify anybody. */
bool
nq_check_speakers(Document *doc)
{
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		const Speaker *speaker = &doc->speakers[i];

		NQ_ASSERT(speaker->referent.mention == NONE || speaker->referent.mention < doc->mention_count);
		NQ_ASSERT(speaker->source == NONE || speaker->source < doc->mention_count);
		NQ_ASSERT(speaker->cue == NONE || speaker->cue < doc->cue_count);
		NQ_ASSERT(doc->lenders[i] == NONE || (doc->lenders[i] < doc->span_count && doc->lenders[doc->lenders[i]] == NONE));
	}
	seal_arrays(doc, ARRAY_SPEAKERS);
	return true;
}

/* Clauses are in the order of the text and do not overlap; rows are as nq.h says. */
bool
nq_check_rows(Document *doc)
{
	check_sealed(doc);
	for (uint32_t i = 0; i < doc->clause_count; i++)
	{
		const Clause *clause = &doc->clauses[i];

		NQ_ASSERT(clause->first < clause->last && clause->last <= doc->token_count);
		NQ_ASSERT(i == 0 || clause[-1].last <= clause->first);
		NQ_ASSERT(clause->cue < doc->cue_count && (clause->speaker == NONE || clause->speaker < doc->mention_count));
		NQ_ASSERT(clause->part_of == NONE || clause->part_of < i);
	}
	for (uint32_t i = 1; i < doc->row_count; i++)
	{
		const NqRange *before = &doc->rows[i - 1].quote;
		const NqRange *quote = &doc->rows[i].quote;

		NQ_ASSERT(before->start < quote->start || (before->start == quote->start && before->end >= quote->end));
	}
	return true;
}

#endif							/* NQ_DEBUG */
