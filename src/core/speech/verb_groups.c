/*
 * verb_groups.c
 *	  A reporting verb with the auxiliaries, adverbs and clitics before it: see verb_groups.h.
 */
#include "core/speech/verb_groups.h"

#include "core/base/bounds.h"

/* "Dit-il", "a-t-il ajouté": whether a pronoun is joined by a hyphen to the verb before it. */
bool
nq_is_joined_subject(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;

	return i > f->words_first && is_word(doc, i) && token_has(doc, i, WC_SUBJECT) && (token_at(doc, i)->flags & TOKEN_SPACE) == 0 &&
		is_word(doc, i - 1) && token_has(doc, i - 1, WC_VERB | WC_AUX);
}

static bool
is_in_verb_group(const Document *doc, uint32_t i)
{
	if (token_does(doc, i, FN_CLITIC))
		return true;
	/* "Never once said", "had once said": after a negation or auxiliary the word is not a conjunction. */
	if (i > 0 && token_has(doc, i, WC_ADV) && token_has(doc, i, WC_SUBORD) && token_has(doc, i - 1, WC_NEG | WC_AUX))
		return true;
	/* "Has long said": an adjective between an auxiliary and its participle. */
	if (i > 0 && token_has(doc, i, WC_ADJ) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, i + 1, WC_PARTICIPLE) &&
		token_has(doc, i - 1, WC_AUX) && !token_does(doc, i - 1, FN_COPULA) && !token_has(doc, i - 1, WC_NOUN | WC_DET | WC_PRONOUN))
		return true;
	return token_has(doc, i, WC_AUX | WC_NEG | WC_ADV) && !token_has(doc, i, WC_PRONOUN | WC_DET | WC_SUBORD | WC_LINKER);
}

/* "Lund once told": whether a word that can be a conjunction is an adverb, between a name or pronoun and its finite verb. */
static bool
is_adverb_after_subject(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	found;

	if (!names_show_capitals(doc) || i <= f->words_first || !is_word(doc, i) || !token_has(doc, i, WC_ADV) || !token_has(doc, i, WC_SUBORD) ||
		token_has(doc, i, WC_PREP) || !token_has(doc, i + 1, WC_FINITE) || token_has(doc, i + 1, NOUN_WORDS))
		return false;
	found = nq_mention_ending(f, i);
	return found != NONE && doc->mentions[found].kind != MENTION_NOMINAL && nq_can_be_subject(doc, &doc->mentions[found]);
}

/* "May told parliament": whether an auxiliary is a name. */
static bool
is_name_before(const CueFinder *f, uint32_t i)
{
	uint32_t	found;

	if ((token_at(f->doc, i - 1)->flags & TOKEN_CAPITAL) == 0)
		return false;
	found = nq_mention_ending(f, i);
	return found != NONE && f->doc->mentions[found].kind == MENTION_NAME;
}

/* "He's telling", "they’re asking": whether a clitic after a pronoun is an auxiliary. */
static bool
is_contracted_auxiliary(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;

	return i > f->words_first && token_at(doc, i)->kind == TOKEN_CLITIC && is_word(doc, i - 1) && token_has(doc, i - 1, WC_PRONOUN) &&
		token_has(doc, i - 1, WC_SUBJECT);
}

/* Returns the first token of the verb group: auxiliaries, adverbs, clitics and "not" before the verb. */
uint32_t
nq_verb_group_start(const CueFinder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	first = verb;

	while (first > f->words_first && verb - first < GROUP_WORDS && is_word(doc, first - 1) &&
		   ((is_in_verb_group(doc, first - 1) && !is_name_before(f, first)) || nq_is_joined_subject(f, first - 1) ||
			is_adverb_after_subject(f, first - 1)))
		first--;
	/* Not "it's hard to say" */
	if (first > f->words_first && token_has(doc, verb, WC_GERUND | WC_PARTICIPLE) && is_contracted_auxiliary(f, first - 1))
		first--;
	return first;
}

bool
nq_has_between(const Document *doc, uint32_t first, uint32_t last, uint64_t classes)
{
	for (uint32_t i = first; i < last; i++)
		if (is_word(doc, i) && token_has(doc, i, classes))
			return true;
	return false;
}

static bool
is_passive(const Document *doc, uint32_t first, uint32_t verb)
{
	for (uint32_t i = first; i < verb; i++)
		if (token_does(doc, i, FN_COPULA))
			return token_has(doc, verb, WC_PARTICIPLE) && !token_does(doc, first, FN_REFLEXIVE);
	return false;
}

/*
 * "Una sentencia", "un abogado", "la acusada": whether a possible verb follows an article, in a language whose heads
 * come first.  Before a finite verb an article can be a clitic: "la acusa".
 */
static bool
follows_article(const Document *doc, uint32_t verb)
{
	uint32_t	before = verb - 1;

	if (!doc->language->phrases->head_first || !is_word(doc, before) || !token_does(doc, before, FN_DEFINITE | FN_INDEFINITE) ||
		!token_has(doc, before, WC_DET) || token_has(doc, before, WC_PRONOUN | WC_PREP))
		return false;
	return !token_does(doc, before, FN_CLITIC) || !token_has(doc, verb, WC_FINITE);
}

/* "That debates were": whether a possible verb is a plural noun, the subject of the auxiliary after it. */
static bool
is_subject_of_clause(const CueFinder *f, uint32_t verb)
{
	const Document *doc = f->doc;

	return names_show_capitals(doc) && verb > f->floor && verb + 1 < f->words_last && is_word(doc, verb - 1) && token_has(doc, verb, WC_PLURAL) &&
		token_has(doc, verb, WC_NOUN | WC_CUENOUN) && token_does(doc, verb - 1, FN_COMPLEMENTISER) && is_word(doc, verb + 1) &&
		token_has(doc, verb + 1, WC_AUX);
}

/* "Critics on the left call the plan": whether a possible noun, right after a definite phrase that ends with an adjective, is a verb with an object. */
static bool
is_verb_after_adjective(const CueFinder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	found = names_show_capitals(doc) && token_has(doc, verb, WC_BASE) ? nq_mention_ending(f, verb) : NONE;

	return found != NONE && doc->mentions[found].plural && token_does(doc, verb - 2, FN_DEFINITE) && verb + 1 < f->words_last && is_word(doc, verb + 1) &&
		(token_does(doc, verb + 1, FN_DEFINITE) || token_has(doc, verb + 1, WC_PRONOUN));
}

/* "the call", "his claims", "Trump's remark", "new reports": whether a possible verb is a noun. */
bool
nq_is_noun_use(const CueFinder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint64_t	before;

	/* "Auf die Frage nach" */
	if (doc->language->phrases->capital_nouns && verb > f->floor && (token_at(doc, verb)->flags & TOKEN_CAPITAL) != 0 &&
		is_word(doc, verb - 1) && token_has(doc, verb - 1, WC_DET | WC_POSSESSIVE | WC_ADJ | WC_PREP))
		return true;
	if (verb > f->floor && follows_article(doc, verb))
		return true;
	if (!token_has(doc, verb, WC_BASE | WC_CUENOUN | WC_NOUN | WC_GERUND))
		return false;
	/* After "of", an infinitive is not a noun. */
	if (doc->language->phrases->head_first && !token_has(doc, verb, WC_CUENOUN | WC_NOUN))
		return false;
	if (is_subject_of_clause(f, verb))
		return true;
	/* "Shouts of “Out!”" */
	if (verb + 2 < f->limit && token_has(doc, verb, WC_CUENOUN) && token_has(doc, verb, WC_PLURAL) && token_does(doc, verb + 1, FN_GENITIVE) && opens_span(doc, verb + 2))
		return true;
	if (verb == f->floor)
		return false;
	if (token_at(doc, verb - 1)->kind == TOKEN_CLITIC)
		return !(token_has(doc, verb, WC_GERUND) && is_contracted_auxiliary(f, verb - 1));
	/* "The 35 states" */
	if (token_at(doc, verb - 1)->kind == TOKEN_NUMBER && token_has(doc, verb, WC_NOUN | WC_BODY) && !token_has(doc, verb, WC_PEOPLE))
		return true;
	if (!is_word(doc, verb - 1))
		return false;
	before = classes_at(doc, verb - 1);
	/* "Some say", "the rowers all agree" */
	if ((before & WC_INDEFINITE) != 0 && !token_has(doc, verb, WC_NOUN | WC_CUENOUN | WC_DOCUMENT | WC_GERUND))
		return false;
	if ((before & (WC_DET | WC_POSSESSIVE)) != 0 && (before & (WC_PRONOUN | WC_RELATIVE)) == 0)
		return true;
	if ((before & WC_POSSESSIVE) != 0)
		return !token_has(doc, verb, WC_FINITE) || token_has(doc, verb, WC_CUENOUN);
	/* "Three states": a verb has no number before it, unless it refers to people: "two claim". */
	if ((before & WC_NUM) != 0 && token_has(doc, verb, WC_NOUN | WC_BODY))
		return true;
	/* "His daily briefing" */
	if (token_has(doc, verb, WC_GERUND))
		return (before & WC_ADJ) != 0 && verb >= f->floor + 2 && token_has(doc, verb - 2, WC_DET | WC_POSSESSIVE);
	return (before & (WC_ADJ | WC_PREP)) != 0 && (before & (WC_AUX | WC_ADV | WC_NOUN | WC_ROLE | WC_PEOPLE)) == 0 &&
		!token_does(doc, verb - 1, FN_INFINITIVE) && !is_verb_after_adjective(f, verb);
}

/* The start of a closed span of the sentence that ends right before token i; i itself if there is none. */
static uint32_t
before_span(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	const Sentence *sentence = &doc->sentences[f->sentence];

	if (f->in_incise || !closes_span(doc, i - 1))
		return i;
	for (uint32_t s = sentence->last_span; s-- > sentence->first_span;)
		if (doc->spans[s].close + 1 == i)
			return doc->spans[s].open;
	return i;
}

/*
 * Returns the first token of a verb's clause: after a comma or another separator of clauses.  A verb right after a
 * span may end the clause of the words before it: "hat Lund den Steg als „Falle“ bezeichnet".
 */
uint32_t
nq_clause_start(const CueFinder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	floor = f->words_first;
	uint32_t	i = verb;

	if (verb == floor && verb > f->floor && doc->language->phrases->particle_last && token_has(doc, verb, WC_PARTICIPLE))
	{
		i = before_span(f, verb);
		floor = i < verb ? f->floor : floor;
		verb = i;
	}
	while (i > floor && verb - i < CLAUSE_WORDS)
	{
		uint32_t	kinds = 1u << TOKEN_COMMA | 1u << TOKEN_COLON | 1u << TOKEN_SEMICOLON | 1u << TOKEN_DASH | 1u << TOKEN_CLOSE;

		/* "Rats- und Amtsleiter": the hyphen ends no clause. */
		if ((kinds >> token_at(doc, i - 1)->kind & 1) != 0 &&
			(token_at(doc, i - 1)->kind != TOKEN_DASH || (token_at(doc, i - 1)->flags & TOKEN_SPACE) != 0))
			break;
		i--;
	}
	return i;
}

/*
 * "Wurde am Montag als Farce bezeichnet": returns the auxiliary of a passive, far before its verb; NONE if
 * there is none.
 */
uint32_t
nq_far_passive(const CueFinder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	start;

	if (!doc->language->phrases->particle_last || !token_has(doc, verb, WC_PARTICIPLE))
		return NONE;
	if (verb + 1 < f->words_last && token_does(doc, verb + 1, FN_PASSIVE))
		return verb + 1;
	start = nq_clause_start(f, verb);
	if (verb == f->words_first && start < verb)
		verb = before_span(f, verb);
	for (uint32_t i = verb; i-- > start;)
		if (is_word(doc, i) && token_has(doc, i, WC_AUX))
			return token_does(doc, i, FN_PASSIVE) ? i : NONE;
	return NONE;
}

/* "The clerk accused of lying": without an object, the verb is a participle. */
static bool
lacks_object(const CueFinder *f, uint32_t verb, uint32_t frames)
{
	return (frames & CUE_ACCUSES) != 0 && token_has(f->doc, verb, WC_PARTICIPLE) && verb + 1 < f->words_last &&
		token_does(f->doc, verb + 1, FN_GENITIVE | FN_AGENT);
}

/*
 * "Et Luc Morel d'ajouter : « ... »": whether an infinitive after "of" is that of a sentence that begins with "and" and its
 * subject, and has no other verb, in a language whose heads come first.
 */
static bool
is_narrative_infinitive(const CueFinder *f, uint32_t verb, uint32_t group)
{
	const Document *doc = f->doc;
	uint32_t	found;

	if (!doc->language->phrases->head_first || group != verb || group < f->floor + 3 || !token_does(doc, group - 1, FN_GENITIVE) ||
		!is_word(doc, f->floor) || !token_does(doc, f->floor, FN_AND))
		return false;
	found = nq_mention_ending(f, group - 1);
	return found != NONE && doc->mentions[found].first == f->floor + 1 && nq_can_be_subject(doc, &doc->mentions[found]);
}

CueForm
nq_form_of_verb(const CueFinder *f, uint32_t verb, uint32_t group, uint32_t frames)
{
	const Document *doc = f->doc;

	if (is_passive(doc, group, verb) || nq_far_passive(f, verb) != NONE || lacks_object(f, verb, frames))
		return FORM_PASSIVE;
	if (verb > f->floor && token_has(doc, verb, WC_BASE) && token_does(doc, verb - 1, FN_INFINITIVE))
		return FORM_INFINITIVE;
	if (token_has(doc, verb, WC_GERUND) && !nq_has_between(doc, group, verb, WC_AUX) && !is_contracted_auxiliary(f, group))
		return FORM_GERUND;
	if (token_has(doc, verb, WC_BASE) && group > f->floor && !is_narrative_infinitive(f, verb, group) &&
		(token_does(doc, group - 1, FN_INFINITIVE) || (doc->language->phrases->head_first && token_has(doc, group - 1, WC_PREP))))
		return FORM_INFINITIVE;
	return FORM_FINITE;
}
