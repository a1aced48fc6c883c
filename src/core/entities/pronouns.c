/*
 * pronouns.c
 *	  Whom a pronoun cannot mean.
 *
 * Takes the antecedents that agree with a pronoun in gender and number; drops those whom its clause, or the sentence before,
 * excludes: the object of its own verb, the subject of the sentence that it reports, whoever asked the question that it answers.
 * The first is principle B of binding theory (Chomsky, Lectures on Government and Binding, 1981).  No rule drops the last
 * antecedent.
 */
#include "core/entities/pronouns.h"

#include "core/entities/name_words.h"
#include "core/lexical/word_properties.h"
#include "core/speech/quote_context.h"

/* Drops an antecedent, unless it is the only one. */
static void
drop_referent(Antecedents *antecedents, uint32_t referent)
{
	if (antecedents->count > 1)
		nq_drop_antecedent(antecedents, referent);
}

/* Drops all antecedents but one. */
static void
keep_referent(Antecedents *antecedents, uint32_t referent)
{
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent == referent)
			antecedents->who[kept++] = antecedents->who[i];
	antecedents->count = kept;
}

/*
 * "Lund's lawyer denied it.  “No,” he said.": drops the one whose lawyer spoke in the sentence before, in the same paragraph,
 * as long as only the phrase for the lawyer names him: what a reporter says next is his own.
 */
static void
drop_owner(const Document *doc, const Mention *pronoun, Antecedents *antecedents)
{
	uint32_t	reporter = nq_last_reporter(doc, (uint32_t) (pronoun - doc->mentions), 1);
	const Mention *phrase;
	bool		agreed = false;
	uint32_t	kept = 0;

	if (reporter == NONE || doc->mentions[reporter].kind != MENTION_NOMINAL ||
		doc->sentences[doc->mentions[reporter].sentence].paragraph != doc->sentences[pronoun->sentence].paragraph)
		return;
	phrase = &doc->mentions[reporter];
	for (uint32_t i = 0; i < antecedents->count; i++)
		agreed |= antecedents->who[i].latest == reporter;
	for (uint32_t i = 0; agreed && i < antecedents->count; i++)
	{
		const Mention *latest = &doc->mentions[antecedents->who[i].latest];

		if (antecedents->who[i].latest == reporter || latest->first < phrase->first || latest->last > phrase->last)
			antecedents->who[kept++] = antecedents->who[i];
	}
	if (agreed)
		antecedents->count = kept;
}

/* The finite verb of speech whose subject a pronoun is, if no other cue is between; otherwise NULL. */
static const Cue *
reporting_verb(const Document *doc, uint32_t number)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	cue = nq_cue_from(doc, pronoun->sentence, pronoun->first);

	if (cue >= doc->sentence_cues[pronoun->sentence + 1] || doc->cues[cue].subject != number || doc->cues[cue].form != FORM_FINITE)
		return NULL;
	return &doc->cues[cue];
}

/* The sentence before that of a singular pronoun, in its paragraph, if the pronoun is the subject of a strong verb of speech; otherwise NONE. */
static uint32_t
sentence_before_report(const Document *doc, uint32_t number)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	sentence = pronoun->sentence;
	const Cue  *verb;

	if (sentence == 0 || pronoun->plural || doc->sentences[sentence - 1].paragraph != doc->sentences[sentence].paragraph)
		return NONE;
	verb = reporting_verb(doc, number);
	return verb != NULL && (verb->frames & CUE_STRONG) != 0 ? sentence - 1 : NONE;
}

/* Whether the person of a mention is among the antecedents. */
static bool
is_among(const Document *doc, const Antecedents *antecedents, uint32_t mention)
{
	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent == nq_named(doc, mention))
			return true;
	return false;
}

/* The cues of a sentence among which is its source. */
#define SOURCE_CUES 8

/* The source with which a sentence begins or ends, "according to Lund"; NONE if there is none. */
static uint32_t
source_of(const Document *doc, uint32_t sentence)
{
	for (uint32_t cue = doc->sentence_cues[sentence]; cue < doc->sentence_cues[sentence + 1] && cue < doc->sentence_cues[sentence] + SOURCE_CUES; cue++)
	{
		const Cue  *c = &doc->cues[cue];

		if (c->form == FORM_PREPOSITION && c->subject != NONE && (c->frames & CUE_STRONG) != 0 &&
			(c->first == doc->sentences[sentence].first || doc->mentions[c->subject].last + 1 >= doc->sentences[sentence].last))
			return c->subject;
	}
	return NONE;
}

/*
 * "According to Lund, Holt was late.  He said": drops those of whom the sentence before, in the same paragraph, is only a report: what its
 * source says next is his own.
 */
static void
drop_those_reported(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	uint32_t	sentence = sentence_before_report(doc, number);
	uint32_t	source = sentence == NONE ? NONE : source_of(doc, sentence);
	uint32_t	kept = 0;

	if (source == NONE || !is_among(doc, antecedents, source))
		return;
	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent == nq_named(doc, source) || doc->mentions[antecedents->who[i].latest].sentence != sentence)
			antecedents->who[kept++] = antecedents->who[i];
	antecedents->count = kept;
}

/* "Asked whether": whether a verb reports a question. */
static bool
is_question(const Cue *c)
{
	return c->form == FORM_FINITE && (c->frames & CUE_IF) != 0 && (c->frames & (CUE_THAT | CUE_OBJ_THAT)) == 0;
}

/* The subject of a sentence if a strong verb of speech, which asks no question, is its verb; otherwise NONE. */
static uint32_t
reporter_of(const Document *doc, uint32_t sentence)
{
	for (uint32_t cue = doc->sentence_cues[sentence]; cue < doc->sentence_cues[sentence + 1] && cue < doc->sentence_cues[sentence] + SOURCE_CUES; cue++)
	{
		const Cue  *c = &doc->cues[cue];

		if (c->subject != NONE && c->form == FORM_FINITE && (c->frames & CUE_STRONG) != 0 && nq_may_be_subject(doc, c->subject))
			return is_question(c) ? NONE : c->subject;
	}
	return NONE;
}

/*
 * "Lund said Holt was late.  “I waited,” he added": keeps only the reporter of the sentence before, in the same paragraph, if he agrees, is named or
 * new, and the report begins with the pronoun or a quotation: "Asked for the date, he said" can be somebody else.
 */
static void
keep_reporter(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	sentence = sentence_before_report(doc, number);
	uint32_t	reporter = sentence == NONE ? NONE : reporter_of(doc, sentence);

	if (reporter == NONE || !is_among(doc, antecedents, reporter) ||
		(doc->mentions[reporter].kind == MENTION_NOMINAL && nq_is_description(doc, &doc->mentions[reporter])))
		return;
	if (pronoun->first > doc->sentences[pronoun->sentence].first && token_at(doc, pronoun->first - 1)->kind != TOKEN_MARK)
		return;
	keep_referent(antecedents, nq_named(doc, reporter));
}

/*
 * "He signed Holt.  “We need him,” he said.": drops those who are first named as another participant of the sentence before, whose subject
 * is the same pronoun.
 */
static void
drop_objects(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	uint32_t	sentence = sentence_before_report(doc, number);
	uint32_t	subject;
	uint32_t	kept = 0;

	if (sentence == NONE || doc->sentence_mentions[sentence] == doc->sentence_mentions[sentence + 1])
		return;
	subject = doc->sentence_mentions[sentence];
	if (doc->mentions[subject].kind != MENTION_PRONOUN || !nq_is_first_phrase(doc, subject) ||
		!nq_same_word(doc, doc->mentions[subject].head, doc->mentions[number].head) ||
		doc->referents[subject] == NONE)
		return;
	for (uint32_t i = 0; i < antecedents->count; i++)
	{
		const Mention *latest = &doc->mentions[antecedents->who[i].latest];

		/* "His uncle, Carl Holt" is two mentions. */
		if (latest->kind != MENTION_NAME || latest->sentence != sentence || antecedents->who[i].recent > (is_apposed(latest) ? 2 : 1))
			antecedents->who[kept++] = antecedents->who[i];
	}
	if (kept > 0)
		antecedents->count = kept;
}

/* Mentions and tokens after a verb of speech that can be in the clause that it reports. */
#define REPORTED_MENTIONS 10
#define REPORTED_TOKENS 30

void
nq_drop_reported(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	end = doc->sentence_mentions[pronoun->sentence + 1];
	const Cue  *c = reporting_verb(doc, number);
	uint32_t	frames = pronoun->kind == MENTION_PRONOUN ? CUE_THAT | CUE_BARE | CUE_OBJ_THAT | CUE_OBJ : CUE_THAT | CUE_BARE;
	uint32_t	limit;

	if (c == NULL || c->first < pronoun->last)
		return;
	if (c->object != NONE)
		drop_referent(antecedents, nq_named(doc, c->object));
	if ((c->frames & frames) == 0)
		return;
	for (limit = c->last; limit < doc->sentences[pronoun->sentence].last && limit < c->last + REPORTED_TOKENS; limit++)
		if (token_at(doc, limit)->kind == TOKEN_COMMA || token_at(doc, limit)->kind == TOKEN_SEMICOLON || token_at(doc, limit)->kind == TOKEN_DASH ||
			token_at(doc, limit)->kind == TOKEN_MARK || token_at(doc, limit)->kind == TOKEN_OPEN)
			break;
	for (uint32_t k = number + 1; k < end && k < number + REPORTED_MENTIONS && doc->mentions[k].first < limit; k++)
	{
		if (doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].first >= c->last && doc->mentions[k].inside == NONE)
			drop_referent(antecedents, nq_named(doc, k));
	}
}

/*
 * "Lund asked Holt whether he swims.  “Never,” he answered": drops whoever asked a question in the sentence before, if whom he asked
 * agrees and the verb of the pronoun is not itself one of a question.
 */
static void
drop_asker(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	sentence = pronoun->sentence - 1;
	const Cue  *answer = reporting_verb(doc, number);

	if (pronoun->sentence == 0 || pronoun->plural || answer == NULL || (answer->frames & CUE_DIRECT) == 0 || (answer->frames & CUE_IF) != 0)
		return;
	for (uint32_t cue = doc->sentence_cues[sentence]; cue < doc->sentence_cues[sentence + 1] && cue < doc->sentence_cues[sentence] + SOURCE_CUES; cue++)
	{
		const Cue  *c = &doc->cues[cue];

		if (is_question(c) && c->subject != NONE && c->object != NONE && is_among(doc, antecedents, c->object))
		{
			drop_referent(antecedents, nq_named(doc, c->subject));
			return;
		}
	}
}

/*
 * "Lund was late, he said.", "Lund, who swims, was late, he said", "voters, they argue, want it": drops whoever is named as the subject of the sentence that a report
 * without conjunction follows or interrupts.
 */
static void
drop_interrupted(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	start = doc->sentences[pronoun->sentence].first;
	uint32_t	first = doc->sentence_mentions[pronoun->sentence];
	const Cue  *c = reporting_verb(doc, number);

	if (c == NULL || (c->frames & (CUE_STRONG | CUE_MEDIUM)) == 0 || c->first < pronoun->last ||
		pronoun->first == start || token_at(doc, pronoun->first - 1)->kind != TOKEN_COMMA)
		return;
	/* "As Lund left, he said the" */
	if (token_at(doc, c->last)->kind != TOKEN_STOP && (token_at(doc, c->last)->kind != TOKEN_COMMA || !is_word(doc, c->last + 1)))
		return;
	/* "What Lund wants, he said, is" */
	if (token_has(doc, start, WC_WH | WC_SUBORD | WC_PREP))
		return;
	for (uint32_t k = first; k < number && k < first + REPORTED_MENTIONS; k++)
		if (doc->mentions[k].kind != MENTION_PRONOUN && nq_may_be_subject(doc, k))
			drop_referent(antecedents, nq_named(doc, k));
}

/* The mentions of a sentence among which is its subject. */
#define SUBJECT_MENTIONS 10

/* Words between a clause and the clause before it in its sentence. */
#define JOINING_WORDS (WC_SUBORD | WC_RELATIVE | WC_COORD | WC_WH)

/* "Whether Lund broke it": whether a mention is the subject of its sentence, or of a clause in it. */
static bool
is_subject_of_clause(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	return nq_may_be_subject(doc, number) || (mention->inside == NONE && !mention->nested && !follows_preposition(doc, mention) &&
		token_has(doc, mention->last, WC_FINITE | WC_AUX));
}

/*
 * "Holt left.  Lund was blamed when he said": drops those whom the sentence does not name, if the pronoun is right after a word that joins its
 * clause to the one of the subject of the sentence, and that agrees.
 */
static void
drop_outside(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	first = doc->sentence_mentions[pronoun->sentence];
	uint32_t	kept = 0;
	bool		agreed = false;

	if (pronoun->plural || pronoun->gender == GENDER_NEUTER || pronoun->first == doc->sentences[pronoun->sentence].first || !is_word(doc, pronoun->first - 1) ||
		!token_has(doc, pronoun->first - 1, JOINING_WORDS))
		return;
	for (uint32_t k = first; k < number && k < first + SUBJECT_MENTIONS; k++)
		agreed |= doc->mentions[k].kind == MENTION_NAME && !doc->mentions[k].possessive && is_subject_of_clause(doc, k) && is_among(doc, antecedents, k);
	for (uint32_t i = 0; agreed && i < antecedents->count; i++)
		if (antecedents->who[i].latest >= first)
			antecedents->who[kept++] = antecedents->who[i];
	if (kept > 0)
		antecedents->count = kept;
}

/*
 * "Although Lund criticised Holt, he called it": drops whoever the clause that opens the sentence names besides its subject, if that agrees, the
 * pronoun begins the main clause, and the opening clause is no report: "when Lund asked Holt, he answered" drops whoever asked.
 */
static void
drop_rest_of_opening(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	sentence = pronoun->sentence;
	uint32_t	start = doc->sentences[sentence].first;
	uint32_t	subject = doc->sentence_mentions[sentence];
	uint32_t	kept = 0;

	if (pronoun->plural || pronoun->gender == GENDER_NEUTER || subject >= number || !token_has(doc, start, WC_SUBORD) || doc->mentions[subject].first != start + 1 ||
		doc->mentions[subject].kind == MENTION_PRONOUN || doc->mentions[subject].possessive || token_at(doc, pronoun->first - 1)->kind != TOKEN_COMMA ||
		!is_among(doc, antecedents, subject))
		return;
	for (uint32_t cue = doc->sentence_cues[sentence]; cue < doc->sentence_cues[sentence + 1] && cue < doc->sentence_cues[sentence] + SOURCE_CUES; cue++)
	{
		const Cue  *c = &doc->cues[cue];

		if (c->first >= pronoun->first)
			break;
		if (c->subject != subject)
			continue;
		if (is_question(c))
			drop_referent(antecedents, nq_named(doc, subject));
		if (is_question(c) || c->object != NONE)
			return;
	}
	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent == nq_named(doc, subject) || antecedents->who[i].latest < subject)
			antecedents->who[kept++] = antecedents->who[i];
	antecedents->count = kept;
}

/*
 * "When Holt asked Lund why he rows, he said": keeps whom a question asks in the clause that opens the sentence, if he agrees.
 */
static void
keep_asked_in_opening(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	sentence = pronoun->sentence;

	if (pronoun->first == doc->sentences[sentence].first || !token_has(doc, doc->sentences[sentence].first, WC_SUBORD) ||
		token_at(doc, pronoun->first - 1)->kind != TOKEN_COMMA || reporting_verb(doc, number) == NULL)
		return;
	for (uint32_t cue = doc->sentence_cues[sentence]; cue < doc->sentence_cues[sentence + 1] && cue < doc->sentence_cues[sentence] + SOURCE_CUES; cue++)
	{
		const Cue  *c = &doc->cues[cue];

		if (c->first >= pronoun->first)
			return;
		if (is_question(c) && c->object != NONE && is_among(doc, antecedents, c->object))
		{
			keep_referent(antecedents, nq_named(doc, c->object));
			return;
		}
	}
}

/*
 * "When Holt argued that the rule is old, Lund pounced.  “Is it?” he asked.": drops those whom the clause that opens the sentence before names, in the
 * same paragraph, if the subject of its main clause agrees and only that clause names them.
 */
static void
drop_opening_before(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	uint32_t	sentence = sentence_before_report(doc, number);
	uint32_t	first;
	uint32_t	subject = NONE;
	uint32_t	kept = 0;

	if (sentence == NONE)
		return;
	first = doc->sentence_mentions[sentence];
	for (uint32_t k = first; k < doc->sentence_mentions[sentence + 1] && k < first + SUBJECT_MENTIONS && subject == NONE; k++)
		if (doc->mentions[k].first > doc->sentences[sentence].first && token_at(doc, doc->mentions[k].first - 1)->kind == TOKEN_COMMA &&
			doc->mentions[k].kind == MENTION_NAME && nq_may_be_subject(doc, k) && is_among(doc, antecedents, k))
			subject = k;
	if (subject == NONE)
		return;
	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].latest >= subject || antecedents->who[i].latest < first || antecedents->who[i].referent == nq_named(doc, subject))
			antecedents->who[kept++] = antecedents->who[i];
	antecedents->count = kept;
}

/* "In a letter to Holt, she wrote": drops those to whom the writing goes with which the sentence begins. */
static void
drop_addressee(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	uint32_t	start = doc->sentences[pronoun->sentence].first;
	uint32_t	first = doc->sentence_mentions[pronoun->sentence];

	if (!token_has(doc, start, WC_PREP) || pronoun->first <= start + 2 || token_at(doc, pronoun->first - 1)->kind != TOKEN_COMMA)
		return;
	for (uint32_t k = first; k < number && k < first + SUBJECT_MENTIONS; k++)
	{
		uint32_t	to = doc->mentions[k].first - 1;

		if (doc->mentions[k].first > start + 1 && doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].last + 1 == pronoun->first &&
			token_has(doc, to, WC_PREP) && token_does(doc, to, FN_INFINITIVE) && token_has(doc, to - 1, WC_DOCUMENT))
			drop_referent(antecedents, nq_named(doc, k));
	}
}

/* Sentences before the answer to a question in which the question is. */
#define QUESTION_SENTENCES 2

/*
 * "Lund asked Holt why he rows.  “I like it,” Holt said.  “Why?” he asked.": drops whoever answered in the sentence before, if somebody who agrees had
 * asked him and the verb of the pronoun is itself one of a question.
 */
static void
drop_answerer(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];
	const Cue  *verb = reporting_verb(doc, number);
	uint32_t	answer = pronoun->sentence - 1;
	uint32_t	answerer;

	if (pronoun->sentence < 2 || pronoun->plural || verb == NULL || !is_question(verb))
		return;
	answerer = nq_last_reporter(doc, number, 1);
	if (answerer == NONE || !is_among(doc, antecedents, answerer))
		return;
	for (uint32_t sentence = answer; sentence-- > 0 && sentence + QUESTION_SENTENCES >= answer;)
		for (uint32_t cue = doc->sentence_cues[sentence]; cue < doc->sentence_cues[sentence + 1] && cue < doc->sentence_cues[sentence] + SOURCE_CUES; cue++)
		{
			const Cue  *c = &doc->cues[cue];

			if (is_question(c) && c->subject != NONE && c->object != NONE && nq_named(doc, c->object) == nq_named(doc, answerer) &&
				is_among(doc, antecedents, c->subject))
			{
				keep_referent(antecedents, nq_named(doc, c->subject));
				return;
			}
		}
}

/*
 * "Holt wrote.  Lund taught him to sail.  “It is easy,” he said.": drops whoever the sentence before, in the same paragraph, calls by a pronoun alone, if its
 * subject is a name and agrees.
 */
static void
drop_object_pronoun(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	uint32_t	sentence = sentence_before_report(doc, number);
	uint32_t	subject;

	if (sentence == NONE || doc->sentence_mentions[sentence] == doc->sentence_mentions[sentence + 1])
		return;
	subject = doc->sentence_mentions[sentence];
	if (doc->mentions[subject].kind != MENTION_NAME || doc->mentions[subject].possessive || !nq_may_be_subject(doc, subject) || !is_among(doc, antecedents, subject))
		return;
	for (uint32_t k = subject + 1; k < doc->sentence_mentions[sentence + 1] && k < subject + SUBJECT_MENTIONS; k++)
	{
		const Mention *object = &doc->mentions[k];

		if (object->kind == MENTION_PRONOUN && !object->possessive && !object->plural && object->inside == NONE && object->gender == doc->mentions[number].gender &&
			is_word(doc, object->first - 1) && token_has(doc, object->first - 1, WC_FINITE) && object->first == doc->mentions[subject].last + 1)
		{
			keep_referent(antecedents, nq_named(doc, subject));
			return;
		}
	}
}

/*
 * "An old sailor was sad.  “It is over,” he said.": drops those named in earlier paragraphs, if the paragraph begins with somebody who is
 * introduced by an indefinite article as the subject of the sentence before, agrees, and is the only one there.
 */
static void
drop_before_introduced(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	uint32_t	sentence = sentence_before_report(doc, number);
	uint32_t	first;
	uint32_t	subject = NONE;
	uint32_t	here = 0;
	uint32_t	kept = 0;

	if (sentence == NONE || !names_show_capitals(doc) || doc->mentions[number].gender == GENDER_NEUTER ||
		doc->paragraphs[doc->sentences[sentence].paragraph].first_sentence != sentence)
		return;
	first = doc->sentence_mentions[sentence];
	for (uint32_t k = first; k < doc->sentence_mentions[sentence + 1] && k < first + SUBJECT_MENTIONS && subject == NONE; k++)
		if (doc->mentions[k].first == doc->sentences[sentence].first && !doc->mentions[k].nested)
			subject = k;
	if (subject == NONE || doc->mentions[subject].kind != MENTION_NOMINAL || doc->mentions[subject].type != TYPE_PERSON || doc->mentions[subject].plural ||
		!token_does(doc, doc->mentions[subject].first, FN_INDEFINITE | FN_ONE) || !is_among(doc, antecedents, subject))
		return;
	for (uint32_t i = 0; i < antecedents->count; i++)
		here += antecedents->who[i].latest >= first;
	for (uint32_t i = 0; here == 1 && i < antecedents->count; i++)
		if (antecedents->who[i].latest >= first)
			antecedents->who[kept++] = antecedents->who[i];
	if (kept > 0)
		antecedents->count = kept;
}

/* Tokens from the beginning of a sentence to the comma that ends a participle with its question. */
#define ASKED_TOKENS 30

uint32_t
nq_one_who_was_asked(const Document *doc, uint32_t number)
{
	const Sentence *sentence = &doc->sentences[number];
	uint32_t	comma = sentence->first + 1;
	uint32_t	first = doc->sentence_mentions[number];

	if (!names_show_capitals(doc) || comma >= sentence->last || !token_has(doc, sentence->first, WC_PARTICIPLE) || !token_has(doc, sentence->first, WC_CUE) ||
		token_does(doc, comma, FN_AGENT) || !(token_has(doc, comma, WC_WH | WC_PREP) || token_does(doc, comma, FN_WHETHER)))
		return NONE;
	while (comma < sentence->last && comma < sentence->first + ASKED_TOKENS && token_at(doc, comma)->kind != TOKEN_COMMA)
		comma++;
	if (comma >= sentence->last || token_at(doc, comma)->kind != TOKEN_COMMA)
		return NONE;
	for (uint32_t k = first; k < doc->sentence_mentions[number + 1] && k < first + 2 * SUBJECT_MENTIONS && doc->mentions[k].first <= comma + 1; k++)
		if (doc->mentions[k].first == comma + 1 && doc->mentions[k].inside == NONE && !doc->mentions[k].nested && !doc->mentions[k].possessive &&
			!doc->mentions[k].plural && token_has(doc, doc->mentions[k].last, WC_FINITE | WC_AUX))
			return k;
	return NONE;
}

/* "Asked what was next, Quist smiled.  “Nothing,” she said.": drops all but the one who was asked in the sentence before. */
static void
drop_those_not_asked(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	uint32_t	sentence = sentence_before_report(doc, number);
	uint32_t	asked = sentence == NONE ? NONE : nq_one_who_was_asked(doc, sentence);

	if (asked == NONE || !is_among(doc, antecedents, asked))
		return;
	for (uint32_t i = 0; i < antecedents->count; i++)
		if (antecedents->who[i].referent == nq_named(doc, asked))
			antecedents->who[0] = antecedents->who[i];
	antecedents->count = 1;
}

void
nq_drop_impossible(const Document *doc, uint32_t number, Antecedents *antecedents)
{
	const Mention *pronoun = &doc->mentions[number];

	drop_owner(doc, pronoun, antecedents);
	drop_those_reported(doc, number, antecedents);
	drop_answerer(doc, number, antecedents);
	keep_reporter(doc, number, antecedents);
	drop_objects(doc, number, antecedents);
	drop_interrupted(doc, number, antecedents);
	drop_asker(doc, number, antecedents);
	drop_outside(doc, number, antecedents);
	drop_rest_of_opening(doc, number, antecedents);
	keep_asked_in_opening(doc, number, antecedents);
	drop_addressee(doc, number, antecedents);
	drop_object_pronoun(doc, number, antecedents);
	drop_opening_before(doc, number, antecedents);
	drop_before_introduced(doc, number, antecedents);
	drop_those_not_asked(doc, number, antecedents);
}
