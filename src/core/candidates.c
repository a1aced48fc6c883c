/*
 * candidates.c
 *	  The possible speakers of each quotation.
 *
 * Takes the candidate mentions that were kept for each span, with their referents; gives the speakers, each
 * once, the likeliest first.  Mentions that were not kept, and all but the likeliest referent of each mention,
 * are missing: the probabilities of one quotation need not add up to 1.
 */
#include "core/base/assert.h"
#include "core/rows.h"
#include "core/stages.h"

/* The probability of the speaker that a candidate refers to; 0 if an earlier candidate refers to the same one. */
static float
probability_of(const Document *doc, const SpeakerCandidate *candidates, const Referent *referents, uint32_t which)
{
	float		sum = 0;

	for (uint32_t i = 0; i < CANDIDATES_KEPT; i++)
	{
		if (!nq_is_same_speaker(doc, &referents[i], &referents[which]))
			continue;
		if (i < which && referents[i].p_referent > 0)
			return 0;
		sum += candidates[i].p_speaker * referents[i].p_referent;
	}
	return sum;
}

static bool
list_speakers(Document *doc, const NqRow *row, uint32_t span, NqCandidate *list, size_t *count)
{
	uint32_t	told = doc->lenders[span] != NONE ? doc->lenders[span] : span;
	const SpeakerCandidate *candidates = &doc->candidates[(size_t) told * CANDIDATES_KEPT];
	const Referent *referents = &doc->candidate_referents[(size_t) told * CANDIDATES_KEPT];
	float		share = told != span ? doc->language->confidence->borrowed_speaker : 1;
	uint32_t	found = 0;

	for (uint32_t i = 0; i < CANDIDATES_KEPT; i++)
	{
		NqCandidate candidate = {.quote = row->quote, .probability = share * probability_of(doc, candidates, referents, i)};
		uint32_t	k = found;

		if (candidate.probability <= 0)
			continue;
		if (!nq_words_of_speaker(doc, &referents[i], &candidate.speaker))
			return false;
		if (candidates[i].mention != NONE)
			candidate.mention = nq_range_of_mention(doc, candidates[i].mention);
		for (; k > 0 && list[*count + k - 1].probability < candidate.probability; k--)
			list[*count + k] = list[*count + k - 1];
		list[*count + k] = candidate;
		found++;
	}
	for (uint32_t i = 0; i < found; i++)
		list[*count + i].rank = i + 1;
	*count += found;
	return true;
}

bool
nq_list_candidates(Document *doc, NqCandidate **list, size_t *count)
{
	*count = 0;
	*list = nq_arena_alloc(doc->arena, ((size_t) doc->row_count + 1) * CANDIDATES_KEPT * sizeof(NqCandidate));
	if (*list == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (uint32_t i = 0; i < doc->row_count; i++)
	{
		if (!check_interrupts(doc, i, EVERY_4096))
			return false;
		/* Indirect speech is not requested, so each row has a span. */
		NQ_ASSERT(doc->row_spans[i] != NONE);
		if (!list_speakers(doc, &doc->rows[i], doc->row_spans[i], *list, count))
			return false;
	}
	return true;
}
