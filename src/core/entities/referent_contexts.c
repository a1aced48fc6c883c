/*
 * referent_contexts.c
 *	  The words around a pronoun or description and around an antecedent: see model/contexts.h.
 *
 * What makes an antecedent likely depends on the pronoun: "it" is hardly a person, "they" can be a ministry.
 * So most contexts have the pronoun itself, or that it is a description, beside the properties of the
 * antecedent's latest mention: its kind, its place, the words beside it, and the reporting verb of which it is
 * the subject or object.
 *
 * Examines at most CUES_SHOWN cues of one sentence, so it is linear.
 */
#include "core/entities/referent_contexts.h"

#include "core/speech/speaker_contexts.h"

/* Cues of the antecedent's sentence that are examined. */
#define CUES_SHOWN 8

typedef struct Builder
{
	const Document *doc;
	FeatureSet *set;
	ContextTexts *texts;
} Builder;

#define CONTEXT_OF(b, place, ...)	NQ_CONTEXT((b)->set, (b)->texts, place, __VA_ARGS__)

static Symbol
what_is_resolved(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_PRONOUN ? nq_word_at(doc, mention->head) : mention->plural ? nq_symbol("Nouns") : nq_symbol("Noun");
}

/* The type of a mention's referent, as far as it is named. */
static Symbol
type_of(const Document *doc, uint32_t referent, const Mention *latest)
{
	uint32_t	entity = doc->mentions[referent].entity;

	return nq_type_symbol((EntityType) (entity != NONE ? doc->entities[entity].type : latest->type));
}

static Symbol
place_of(const Document *doc, const Mention *mention, const Mention *latest)
{
	uint32_t	back = mention->sentence > latest->sentence ? mention->sentence - latest->sentence : 0;
	bool		same = doc->sentences[mention->sentence].paragraph == doc->sentences[latest->sentence].paragraph;

	switch (back)
	{
		case 0:
			return same ? nq_symbol("0p") : nq_symbol("0o");
		case 1:
			return same ? nq_symbol("1p") : nq_symbol("1o");
		case 2:
			return same ? nq_symbol("2p") : nq_symbol("2o");
		case 3:
			return same ? nq_symbol("3p") : nq_symbol("3o");
		default:
			return same ? nq_symbol("4p") : nq_symbol("4o");
	}
}

/* Adds the reporting verbs of which the latest mention is the subject or object. */
NQ_CONTEXT_BUILDER void
add_cues(const Builder *b, Symbol place, uint32_t latest)
{
	const Document *doc = b->doc;
	uint32_t	sentence = doc->mentions[latest].sentence;

	for (uint32_t i = doc->sentence_cues[sentence], steps = 0; i < doc->sentence_cues[sentence + 1] && steps < CUES_SHOWN; i++, steps++)
	{
		const Cue  *cue = &doc->cues[i];

		if (cue->subject == latest || cue->object == latest)
		{
			Symbol		relation = cue->subject == latest ? nq_symbol("subject") : nq_symbol("object");

			CONTEXT_OF(b, "referent.speech", place, relation);
			CONTEXT_OF(b, "referent.verb", relation, nq_word_at(doc, cue->first));
		}
	}
}

NQ_CONTEXT_BUILDER void
add_self(const Builder *b, const Mention *mention, uint32_t others)
{
	const Document *doc = b->doc;

	CONTEXT_OF(b, "referent.self", nq_word_at(doc, mention->head));
	CONTEXT_OF(b, "referent.self_first", nq_word_at(doc, mention->first), nq_count_symbol(mention->head - mention->first),
			   nq_count_symbol(mention->last - mention->head - 1));
	CONTEXT_OF(b, "referent.self_others", nq_count_symbol(others));
	CONTEXT_OF(b, "referent.self_type", nq_type_symbol((EntityType) mention->type), nq_kind_symbol(mention));
}

/* The grammatical role of the antecedent's latest mention. */
static Symbol
role_of(const Document *doc, uint32_t latest)
{
	const Mention *mention = &doc->mentions[latest];

	if (mention->inside != NONE)
		return nq_symbol("inside");
	if (nq_may_be_subject(doc, latest))
		return nq_symbol("first");
	if (mention->possessive)
		return nq_symbol("owner");
	if (mention->nested)
		return nq_symbol("nested");
	return follows_preposition(doc, mention) ? nq_symbol("after") : nq_symbol("other");
}

NQ_CONTEXT_BUILDER void
add_contexts(const Document *doc, uint32_t number, const Antecedents *antecedents, uint32_t which, FeatureSet *set, ContextTexts *texts)
{
	Builder		b = {.doc = doc, .set = set, .texts = texts};
	const Antecedent *who = &antecedents->who[which];
	const Mention *mention = &doc->mentions[number];
	const Mention *latest = &doc->mentions[who->latest];
	Symbol		what = what_is_resolved(doc, mention);
	Symbol		place;
	Symbol		type;
	Symbol		kind;
	Symbol		role;
	Symbol		before;
	Symbol		next;

	if (who->referent == number)
	{
		add_self(&b, mention, antecedents->count - 1);
		return;
	}
	place = place_of(doc, mention, latest);
	type = type_of(doc, who->referent, latest);
	kind = nq_kind_symbol(latest);
	role = role_of(doc, who->latest);
	before = nq_symbol_before(doc, latest->sentence, latest->first, 1);
	next = nq_symbol_from(doc, latest->sentence, latest->last);
	CONTEXT_OF(&b, "referent.kind", what, kind, type);
	CONTEXT_OF(&b, "referent.known", what, type, nq_kind_symbol(&doc->mentions[who->referent]));
	CONTEXT_OF(&b, "referent.place", what, place, role);
	CONTEXT_OF(&b, "referent.opens", place, role, nq_symbol_before(doc, mention->sentence, mention->first, 1));
	CONTEXT_OF(&b, "referent.around", before, next);
	CONTEXT_OF(&b, "referent.next", place, next);
	CONTEXT_OF(&b, "referent.before", place, before);
	CONTEXT_OF(&b, "referent.rank", what, nq_count_symbol(which), nq_count_symbol(antecedents->count));
	if (latest->kind == MENTION_NOMINAL)
		CONTEXT_OF(&b, "referent.head", what, nq_word_at(doc, latest->head));
	if (mention->kind == MENTION_NOMINAL)
		CONTEXT_OF(&b, "referent.for", nq_word_at(doc, mention->head), kind);
	add_cues(&b, place, who->latest);
}

void
nq_referent_contexts(const Document *doc, uint32_t number, const Antecedents *antecedents, uint32_t which, FeatureSet *set)
{
	ContextTexts *texts = nq_texts_of(doc->observer);

	if (texts != NULL)
		add_contexts(doc, number, antecedents, which, set, texts);
	else
		add_contexts(doc, number, antecedents, which, set, NULL);
}
