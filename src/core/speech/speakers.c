/*
 * speakers.c
 *	  Candidate mentions to speakers.
 *
 * Takes, for each quotation, the candidate mentions with their probabilities, and the referent of each; gives
 * the speaker.  A speaker's probability is the sum over the mentions that refer to it: "he" and "Brandt" can
 * both be likely and be the same person.  The mention in the row is the likeliest one that has a cue, unless
 * another one is far likelier.
 *
 * Quotations are processed in the order of the text, because the last speaker affects the antecedents of
 * pronouns.  Spans that take the speaker of another one
 * (echoes.c) are processed last.
 */
#include "core/entities/coreference.h"
#include "core/speech/labels.h"
#include "core/stages.h"

#include <string.h>

/* A mention less probable than this is not resolved, unless it is the likeliest. */
#define LEAST_SHARE 0.03f

bool
nq_is_same_speaker(const Document *doc, const Referent *a, const Referent *b)
{
	const uint32_t *of_a;
	const uint32_t *of_b;
	uint32_t	count;
	uint32_t	others;

	if (a->mention != b->mention || (a->joint == NONE) != (b->joint == NONE))
		return false;
	if (a->joint == b->joint)
		return true;
	of_a = nq_joint_speakers(doc, a->joint, &count);
	of_b = nq_joint_speakers(doc, b->joint, &others);
	return count == others && memcmp(of_a, of_b, count * sizeof(uint32_t)) == 0;
}

/* The index of the likeliest speaker among the candidates' referents, and its probability. */
static uint32_t
likeliest(const Document *doc, const SpeakerCandidate *candidates, const Referent *referents, uint32_t count, float *probability)
{
	uint32_t	best = 0;

	*probability = 0;
	for (uint32_t i = 0; i < count; i++)
	{
		float		sum = 0;

		for (uint32_t k = 0; k < count; k++)
			if (nq_is_same_speaker(doc, &referents[k], &referents[i]))
				sum += candidates[k].p_speaker * referents[k].p_referent;
		if (sum > *probability)
		{
			*probability = sum;
			best = i;
		}
	}
	return best;
}

/*
 * The mention of the speaker that a reader would point at: with a cue, an eighth of the highest probability is
 * enough.
 */
static uint32_t
pointing_mention(const Document *doc, const SpeakerCandidate *candidates, const Referent *referents, uint32_t count, uint32_t best)
{
	if (candidates[best].cue != NONE)
		return best;
	for (uint32_t i = 0; i < count; i++)
		if (nq_is_same_speaker(doc, &referents[i], &referents[best]) && candidates[i].cue != NONE &&
			candidates[i].p_speaker * 8 >= candidates[best].p_speaker)
			return i;
	return best;
}

/* Writes the referents of the candidates, too. */
static Speaker
find_speaker(Document *doc, uint32_t span, const Speaker *before, LastSpeaker last, Referent *referents)
{
	const SpeakerCandidate *candidates = &doc->candidates[(size_t) span * CANDIDATES_KEPT];
	uint32_t	count = 0;
	uint32_t	best;
	float		probability;

	for (; count < CANDIDATES_KEPT && (count == 0 || candidates[count].p_speaker >= LEAST_SHARE); count++)
	{
		uint32_t	mention = candidates[count].mention;

		/* The mention of the last quotation still has the same referent. */
		if (before != NULL && mention != NONE && mention == before->source)
			referents[count] = before->referent;
		else if (mention != NONE && nq_is_role_label(doc, mention))
			referents[count] = nq_resolved(doc, mention, RESOLVED_LABEL);
		else
			referents[count] = nq_resolve(doc, mention, last);
	}
	for (uint32_t i = count; i < CANDIDATES_KEPT; i++)
		referents[i] = (Referent) {NONE, NONE, 0, RESOLVED_NONE};
	best = likeliest(doc, candidates, referents, count, &probability);
	best = pointing_mention(doc, candidates, referents, count, best);
	return (Speaker) {referents[best], candidates[best].mention, candidates[best].cue, probability};
}

/* The spans that lend have all been resolved. */
static void
borrow_speakers(Document *doc)
{
	for (uint32_t i = 0; i < doc->span_count; i++)
		if (doc->lenders[i] != NONE)
		{
			doc->speakers[i] = doc->speakers[doc->lenders[i]];
			doc->speakers[i].cue = NONE;
			doc->speakers[i].p_speaker *= doc->language->confidence->borrowed_speaker;
		}
}

static bool
make_arrays(Document *doc)
{
	doc->speakers = nq_arena_alloc(doc->arena, ((size_t) doc->span_count + 1) * sizeof(Speaker));
	if (doc->ranked)
		doc->candidate_referents = nq_arena_alloc(doc->arena, ((size_t) doc->span_count + 1) * CANDIDATES_KEPT * sizeof(Referent));
	return (doc->speakers != NULL && (!doc->ranked || doc->candidate_referents != NULL)) || fail(doc, NQ_NO_MEMORY);
}

bool
nq_resolve_speakers(Document *doc)
{
	LastSpeaker last = nq_nobody;
	const Speaker *before = NULL;
	Referent	referents[CANDIDATES_KEPT] = {{NONE, NONE, 0, RESOLVED_NONE}};	/* of the candidates of a span, if they are not kept */

	if (!make_arrays(doc))
		return false;
	if (!nq_prepare_referents(doc))
		return false;
	for (uint32_t i = 0; i < doc->span_count; i++)
	{
		doc->speakers[i] = (Speaker) {{NONE, NONE, 0, RESOLVED_NONE}, NONE, NONE, 0};
		if (!check_interrupts(doc, i, EVERY_64))
			return false;
		if (!nq_is_quotation(doc, i) || doc->lenders[i] != NONE)
			continue;
		doc->speakers[i] = find_speaker(doc, i, before, last, doc->ranked ? &doc->candidate_referents[(size_t) i * CANDIDATES_KEPT] : referents);
		before = &doc->speakers[i];
		last = (LastSpeaker) {before->referent.mention, doc->span_sentences[i], i};
	}
	borrow_speakers(doc);
	return true;
}
