/*
 * cue_finder.c
 *	  Mentions beside a token, for the search for cues: see cue_finder.h.
 *
 * Every search is bounded by SUBJECT_REACH mentions.
 */
#include "core/speech/cue_finder.h"

#include "core/base/bounds.h"
#include "core/base/search.h"

uint32_t
nq_typed_mention_ending(const CueFinder *f, uint32_t i, uint32_t types)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];
	uint32_t	best = NONE;

	for (uint32_t k = f->mention; k-- > first && k + SUBJECT_REACH > f->mention;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->last == i && mention->inside == NONE && !mention->possessive && (types >> mention->type & 1) != 0 &&
			(best == NONE || mention->first < doc->mentions[best].first))
			best = k;
	}
	return best;
}

/*
 * Returns the longest mention at the nearest token, within a number of tokens from i on, at which a mention in
 * the reporter's words begins; NONE if there is none.
 */
uint32_t
nq_mention_beginning(const CueFinder *f, uint32_t i, uint32_t tokens)
{
	const Document *doc = f->doc;
	uint32_t	end = doc->sentence_mentions[f->sentence + 1];
	const Mention *nearest = NULL;

	for (uint32_t k = f->mention; k < end && k < f->mention + SUBJECT_REACH; k++)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->inside != NONE || mention->first < i || mention->first >= i + tokens)
			continue;
		if (nearest == NULL || mention->first < nearest->first ||
			(mention->first == nearest->first && mention->last > nearest->last))
			nearest = mention;
	}
	return nearest == NULL ? NONE : (uint32_t) (nearest - doc->mentions);
}

/* Returns the mention whose head is a token of the sentence; NONE if there is none. */
uint32_t
nq_mention_at(const CueFinder *f, uint32_t token)
{
	const Document *doc = f->doc;
	uint32_t	found = FIRST_FROM(Mention, head, doc->mentions, doc->sentence_mentions[f->sentence], doc->sentence_mentions[f->sentence + 1], token);

	return found < doc->sentence_mentions[f->sentence + 1] && doc->mentions[found].head == token ? found : NONE;
}

/* Whether a mention can be a subject by its form: not "him", not a possessive. */
bool
nq_can_be_subject(const Document *doc, const Mention *mention)
{
	return !mention->possessive && mention->inside == NONE && !token_does(doc, mention->first, FN_OBLIQUE) &&
		(mention->kind != MENTION_PRONOUN || token_has(doc, mention->head, WC_SUBJECT));
}

bool
nq_after_preposition(const CueFinder *f, const Mention *mention)
{
	/* "as the mayor put it" is a clause. */
	return mention->first > f->floor && token_has(f->doc, mention->first - 1, WC_PREP) &&
		!token_does(f->doc, mention->first - 1, FN_AS);
}

/* Returns the mention right after the reporting words, across at most two adverbs. */
uint32_t
nq_first_mention_after(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	room = f->limit - i;
	uint32_t	tokens = 1;

	if (room == 0)
		return NONE;
	while (tokens < WORDS_TO_OBJECT && tokens < room && token_has(doc, i + tokens - 1, WC_ADV | WC_TIME))
		tokens++;
	return nq_mention_beginning(f, i, tokens);
}

void
nq_set_cue_subject(const Document *doc, Cue *cue, uint32_t subject, SubjectLink link)
{
	const Mention *mention;

	if (subject == NONE)
		return;
	/* "The sheriff, Tom Hale, said": the name is the subject. */
	mention = &doc->mentions[subject];
	if (mention->kind == MENTION_NOMINAL && is_apposed(mention))
		subject = appositive_of(doc, mention);
	cue->subject = subject;
	cue->link = (uint8_t) link;
}
