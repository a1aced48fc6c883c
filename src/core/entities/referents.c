/*
 * referents.c
 *	  Properties of mentions during coreference: see referents.h.
 */
#include "core/entities/referents.h"

#include "core/lexical/word_properties.h"
#include "core/speech/quote_context.h"

/* The longest clause before a sentence's subject, in tokens. */
#define OPENING_TOKENS 24

/* Before the first quotation. */
const LastSpeaker nq_nobody = {NONE, 0, NONE};

/* Whether a mention can be a person: a name not known to be a person's needs evidence for it. */
bool
nq_may_be_person(const Document *doc, const Mention *mention)
{
	const Entity *entity;

	if (mention->kind == MENTION_NOMINAL)
		return mention->type == TYPE_PERSON;
	/* Otherwise, only names have evidence. */
	if (mention->entity == NONE)
		return false;
	entity = &doc->entities[mention->entity];
	if (entity->type == TYPE_UNKNOWN)
		return entity->personal > 0 || (entity->personal == 0 && entity->forename != NONE);
	return entity->type == TYPE_PERSON;
}

/* The gender of the bearer of a name, as far as the article shows it; otherwise that of the words. */
uint8_t
nq_bearer_gender(const Document *doc, const Mention *mention)
{
	uint32_t	referent = doc->referents[mention - doc->mentions];

	if (mention->entity != NONE && doc->entities[mention->entity].type == TYPE_PERSON)
		return doc->entities[mention->entity].gender;
	/* A phrase that was resolved to a person. */
	if (mention->gender == GENDER_UNKNOWN && mention->kind == MENTION_NOMINAL && referent != NONE && doc->mentions[referent].entity != NONE)
		return doc->entities[doc->mentions[referent].entity].gender;
	if (mention->gender == GENDER_UNKNOWN && is_apposed(mention))
		return doc->mentions[appositive_of(doc, mention)].gender;
	return mention->gender;
}

/* Returns the mention that best identifies an entity. */
uint32_t
nq_named(const Document *doc, uint32_t mention)
{
	const Mention *m = &doc->mentions[mention];
	uint32_t	subject;

	if (doc->referents[mention] != NONE)
		return doc->referents[mention];
	if (m->entity != NONE)
		return doc->entities[m->entity].mention;
	if (is_apposed(m) && doc->mentions[appositive_of(doc, m)].entity != NONE)
		return doc->entities[doc->mentions[appositive_of(doc, m)].entity].mention;
	subject = nq_subject_of_predicate(doc, mention);
	return subject == NONE ? mention : doc->entities[doc->mentions[subject].entity].mention;
}

/* "The sheriff", "his doctor", "President": whether a phrase can refer to a person named before. */
static bool
is_definite(const Document *doc, const Mention *mention)
{
	if (token_does(doc, mention->first, FN_DEFINITE) || token_has(doc, mention->first, WC_POSSESSIVE) ||
		(doc->language->phrases->demonstrative_definite && token_does(doc, mention->first, FN_DEMONSTRATIVE)))
		return true;
	return (token_at(doc, mention->first)->flags & TOKEN_CAPITAL) != 0 && !token_has(doc, mention->first, WC_DET | WC_NUM);
}

/*
 * "the sheriff", "Ohio's governor": whether a phrase is a definite singular description of a person without a
 * name beside it.
 */
bool
nq_is_description(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && mention->type == TYPE_PERSON && !mention->plural &&
		!is_apposed(mention) && is_definite(doc, mention);
}

/* Tokens between a subject and a predicate ("is also the"), and mentions before a predicate that can be its subject. */
#define PREDICATE_WORDS 4
#define PREDICATE_MENTIONS 4

uint32_t
nq_subject_of_predicate(const Document *doc, uint32_t number)
{
	const Mention *predicate = &doc->mentions[number];
	uint32_t	floor = doc->sentences[predicate->sentence].first;
	uint32_t	i = predicate->first;
	uint32_t	subject = NONE;

	if (!names_show_capitals(doc) || predicate->kind != MENTION_NOMINAL || predicate->type != TYPE_PERSON || predicate->plural || predicate->inside != NONE ||
		predicate->possessive || predicate->nested || is_apposed(predicate) || !token_does(doc, predicate->first, FN_INDEFINITE | FN_DEFINITE))
		return NONE;
	while (i > floor && i + PREDICATE_WORDS > predicate->first && is_word(doc, i - 1) && token_has(doc, i - 1, WC_ADV) && !token_has(doc, i - 1, WC_NEG))
		i--;
	if (i <= floor + 1 || !token_does(doc, i - 1, FN_COPULA) || !token_has(doc, i - 1, WC_FINITE | WC_AUX) || token_has(doc, i - 2, WC_AUX))
		return NONE;
	i--;
	if (i > floor + 2 && is_word(doc, i - 1) && token_has(doc, i - 1, WC_RELATIVE) && token_does(doc, i - 1, FN_PERSONAL) && token_at(doc, i - 2)->kind == TOKEN_COMMA)
		i -= 2;
	for (uint32_t k = number; k-- > doc->sentence_mentions[predicate->sentence] && k + PREDICATE_MENTIONS >= number;)
		if (doc->mentions[k].last == i && doc->mentions[k].inside == NONE && (subject == NONE || doc->mentions[k].first < doc->mentions[subject].first))
			subject = k;
	return subject != NONE && doc->mentions[subject].kind == MENTION_NAME && doc->mentions[subject].entity != NONE && nq_may_be_person(doc, &doc->mentions[subject]) && !doc->mentions[subject].plural &&
		!doc->mentions[subject].possessive && !follows_preposition(doc, &doc->mentions[subject]) ? subject : NONE;
}

uint32_t
nq_times_named(const Document *doc, uint32_t referent)
{
	uint32_t	entity = doc->mentions[referent].entity;

	return entity == NONE ? 1 : doc->entities[entity].mentions;
}

/* "Luc Morel, le maire, ... il" */
uint32_t
nq_before_apposition(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	other = appositive_of(doc, mention);

	if (!doc->language->phrases->head_first || other == NONE || other > number || doc->mentions[other].sentence != mention->sentence)
		return number;
	return other;
}

/* "While Ann Hale slept", "So when she slept": the conjunction of the clause that opens the sentence of a mention; NONE if there is none. */
static uint32_t
opening_conjunction(const Document *doc, const Mention *mention)
{
	uint32_t	first = doc->sentences[mention->sentence].first;

	if (!names_show_capitals(doc))
		return NONE;
	if (mention->first > first + 1 && !token_has(doc, first, WC_SUBORD) && token_has(doc, first, WC_COORD) && is_word(doc, first + 1))
		first++;
	return token_has(doc, first, WC_SUBORD) ? first : NONE;
}

/* "While Ann Hale slept, Otto Lund": whether the first phrase of a sentence is the subject of a clause that opens it. */
static bool
is_in_opening_clause(const Document *doc, const Mention *mention)
{
	uint32_t	opener = opening_conjunction(doc, mention);

	return opener != NONE && mention->first == opener + 1;
}

/* The same sentence: whether a phrase is right after the comma that ends that clause. */
static bool
is_after_opening_clause(const Document *doc, const Mention *mention)
{
	uint32_t	opener = opening_conjunction(doc, mention);

	return opener != NONE && mention->first > opener + 2 && token_at(doc, mention->first - 1)->kind == TOKEN_COMMA &&
		mention->first < opener + OPENING_TOKENS && !mention->nested && !mention->possessive && token_has(doc, mention->last, WC_FINITE | WC_AUX);
}

/* Whether a mention is probably the subject of its sentence. */
bool
nq_may_be_subject(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	if (mention->inside != NONE)
		return false;
	if (is_after_opening_clause(doc, mention))
		return true;
	return nq_is_first_phrase(doc, nq_before_apposition(doc, number)) && !is_in_opening_clause(doc, mention);
}

/* ---- reporters ---- */

/* Cues of a sentence among which is the one of its reporter. */
#define REPORTING_CUES 8

static bool
may_report(const Document *doc, uint32_t mention)
{
	return doc->mentions[mention].type != TYPE_THING && doc->mentions[mention].type != TYPE_DOCUMENT;
}

uint32_t
nq_last_reporter(const Document *doc, uint32_t number, uint32_t back)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	found = NONE;
	uint32_t	sure = NONE;
	uint32_t	sentence = pronoun->sentence - back;
	uint32_t	cue;

	if (back > pronoun->sentence)
		return NONE;
	cue = back == 0 ? nq_cue_from(doc, sentence, pronoun->first) : doc->sentence_cues[sentence + 1];
	for (uint32_t steps = 0; cue-- > doc->sentence_cues[sentence] && steps < REPORTING_CUES; steps++)
	{
		const Cue  *c = &doc->cues[cue];

		if (c->subject == NONE || c->subject == number || c->form == FORM_NOUN)
			continue;
		if ((c->frames & CUE_STRONG) != 0 && may_report(doc, c->subject))
			sure = c->subject;
		else if (found == NONE && (c->frames & CUE_MEDIUM) != 0)
			found = c->subject;
	}
	return sure != NONE ? sure : found;
}

/* ---- antecedents ---- */

void
nq_drop_antecedent(Antecedents *antecedents, uint32_t referent)
{
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent != referent)
			antecedents->who[kept++] = antecedents->who[i];
	antecedents->count = kept;
}
