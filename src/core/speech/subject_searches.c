/*
 * subject_searches.c
 *	  Searches for the subject of a verb: right before it, across an apposition or a clause, in an earlier clause,
 *	  or in the sentence before.
 *
 * Takes the reporter's words and the mentions in them; gives a mention, or NONE.  finite_subjects.c decides which
 * search applies.  Every search is bounded in mentions and tokens.
 */
#include "core/speech/subject_searches.h"

#include "core/base/bounds.h"
#include "core/entities/name_runs.h"
#include "core/speech/verb_groups.h"

/* ---- the phrase of a subject ---- */

/* "Lucy Allen of Harvard": returns the noun phrase to which a final prepositional phrase belongs. */
uint32_t
nq_head_phrase(const CueFinder *f, uint32_t number)
{
	const Document *doc = f->doc;

	for (int i = 0; i < PHRASES_TO_HEAD; i++)
	{
		const Mention *mention = &doc->mentions[number];
		uint32_t	outer;

		if (!nq_after_preposition(f, mention) || mention->first < f->floor + 2)
			return number;
		outer = nq_mention_ending(f, mention->first - 1);
		if (outer == NONE || outer >= number || !nq_can_be_subject(doc, &doc->mentions[outer]))
			return number;
		number = outer;
	}
	return number;
}

/* "Ryan said", "because Ryan said": whether a mention begins its sentence or a clause of it. */
bool
nq_begins_clause(const CueFinder *f, const Mention *mention)
{
	uint32_t	before = mention->first - 1;

	return mention->first == f->floor || token_at(f->doc, before)->kind == TOKEN_COMMA ||
		(is_word(f->doc, before) && token_has(f->doc, before, WC_SUBORD | WC_COORD) && !token_has(f->doc, before, WC_PREP));
}

/* The nearby opening bracket of the bracket closed at token close; close itself if there is none. */
static uint32_t
opening_bracket(const CueFinder *f, uint32_t close)
{
	for (uint32_t i = close; i-- > f->words_first && close - i <= BRACKET_REACH;)
		if (token_at(f->doc, i)->kind == TOKEN_OPEN)
			return i;
	return close;
}

/* "Mark Jones, whose son Leo, 9, was there, said": whether a mention is the subject of a relative clause after a comma. */
static bool
begins_relative_clause(const CueFinder *f, const Mention *mention)
{
	return mention->first >= f->floor + 2 && is_word(f->doc, mention->first - 1) && token_has(f->doc, mention->first - 1, WC_RELATIVE) &&
		token_at(f->doc, mention->first - 2)->kind == TOKEN_COMMA;
}

/* "Mark Jones, who left after beating Ada Frey, his boss, said": whether a mention is the object of a verb in a clause between the subject and its verb. */
static bool
is_object_within(const CueFinder *f, const Mention *mention)
{
	const Document *doc = f->doc;
	uint32_t	before = mention->first - 1;

	return names_show_capitals(doc) && mention->first > f->floor + 1 && is_word(doc, before) && (token_at(doc, before)->flags & TOKEN_CAPITAL) == 0 &&
		token_has(doc, before, WC_GERUND | WC_BASE) && !token_has(doc, before, NOUN_WORDS | WC_ADJ | WC_PREP | WC_SUBORD) &&
		(!token_has(doc, before, WC_CUE) || (doc->lexicon->words[token_at(doc, before)->word].cue & (CUE_DIRECT | CUE_BARE | CUE_OBJ_THAT)) == 0 ||
		 (token_has(doc, before, WC_BASE) && is_word(doc, before - 1) && (token_does(doc, before - 1, FN_INFINITIVE) || token_has(doc, before - 1, WC_FINITE))));
}

/*
 * "Dry Feet, whose members are teachers, vicars and a plumber, said": the phrase that begins the sentence, if a relative clause after its comma contains
 * a mention; otherwise the mention itself.
 */
static uint32_t
before_whose(const CueFinder *f, uint32_t number)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->mentions[number].first;
	uint32_t	antecedent;

	if (!names_show_capitals(doc))
		return number;
	for (uint32_t i = first; i-- > f->floor + 1 && first - i <= RELATIVE_WORDS;)
	{
		if (token_has(doc, i, WC_COORD) && token_at(doc, i - 1)->kind == TOKEN_COMMA)
			return number;
		if (!is_word(doc, i) || !token_has(doc, i, WC_RELATIVE) || token_at(doc, i - 1)->kind != TOKEN_COMMA || token_does(doc, i, FN_PERSONAL | FN_DEMONSTRATIVE))
			continue;
		antecedent = nq_mention_ending(f, i - 1);
		return antecedent != NONE && doc->mentions[antecedent].first == f->floor && nq_can_be_subject(doc, &doc->mentions[antecedent]) ? antecedent : number;
	}
	return number;
}

/*
 * "Mark Jones, a farmer in Ohio, said", "Mark Jones (I., Ohio) said": the name before an apposition or bracket,
 * given the comma or bracket before the verb.
 */
uint32_t
nq_name_before_apposition(const CueFinder *f, uint32_t comma)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];

	if (token_at(doc, comma)->kind == TOKEN_CLOSE)
	{
		uint32_t	found;

		comma = opening_bracket(f, comma);
		found = nq_mention_ending(f, comma);
		if (found != NONE && nq_can_be_subject(doc, &doc->mentions[found]))
		{
			found = nq_head_phrase(f, found);
			if (!nq_after_preposition(f, &doc->mentions[found]))
				return found;
		}
	}

	for (uint32_t k = f->mention; k-- > first && k + SUBJECT_REACH > f->mention;)
	{
		const Mention *mention = &doc->mentions[k];
		uint8_t		after = token_at(doc, mention->last)->kind;
		uint32_t	head;

		/* "La Alianza, que lo niega, cede; es grave, dijo": the clause before the semicolon is complete. */
		if (doc->language->phrases->head_first && holds_kind(doc, mention->last, comma < mention->last + CLAUSE_WORDS ? comma : mention->last + CLAUSE_WORDS, TOKEN_SEMICOLON))
			return NONE;
		if (mention->last >= comma || mention->nested || !nq_can_be_subject(doc, mention) ||
			(after != TOKEN_COMMA && after != TOKEN_OPEN && after != TOKEN_DASH) || begins_relative_clause(f, mention) ||
			is_object_within(f, mention) || (is_apposed(mention) && is_object_within(f, &doc->mentions[appositive_of(doc, mention)])))
			continue;
		/* "Mark Jones of Ohio, a farmer, said" */
		head = nq_head_phrase(f, k);
		if (head == k ? !nq_after_preposition(f, mention) : nq_begins_clause(f, &doc->mentions[head]))
			return before_whose(f, head);
	}
	return NONE;
}

/* ---- searches ---- */

/*
 * "Algunos lo piensan, anota": whether a phrase agrees in number with the finite verb of a group, in a language
 * whose verbs show it.
 */
bool
nq_agrees_in_number(const CueFinder *f, const Cue *cue, uint32_t number)
{
	const Document *doc = f->doc;
	const TextList *endings = &doc->language->phrases->plural_verbs;
	const Mention *mention = &doc->mentions[number];

	if (endings->count == 0 || (mention->kind == MENTION_NAME && mention->type != TYPE_PERSON))
		return true;
	for (uint32_t i = cue->verb_first; i < cue->last && i < f->limit; i++)
		if (is_word(doc, i) && token_has(doc, i, WC_FINITE | WC_AUX))
		{
			bool		plural = nq_find_ending(endings, doc->text + token_end(token_at(doc, i)), token_at(doc, i)->length) != 0;

			if (!plural || mention->plural || mention->kind == MENTION_CONJOINED || mention->type != TYPE_PERSON)
				return plural || (!mention->plural && mention->kind != MENTION_CONJOINED);
			/* "Lund y Holt dijeron" */
			for (uint32_t k = number + 1; k <= number + 2 && k < doc->mention_count; k++)
				if (doc->mentions[k].kind == MENTION_CONJOINED && doc->mentions[k].first <= mention->first)
					return true;
			return false;
		}
	return true;
}

/* "This week", "last Friday": whether a word leads to a time. */
static bool
leads_to_time(const Document *doc, uint32_t i)
{
	return token_has(doc, i, WC_DET | WC_ADJ) && token_has(doc, i + 1, WC_TIME);
}

/* "Ryan on Monday told": whether only adverbs, times and prepositional phrases are between. */
bool
nq_only_adverbials(const Document *doc, uint32_t first, uint32_t last)
{
	bool		prepositional = false;

	if (last - first > ADVERBIAL_REACH)
		return false;
	for (uint32_t i = first; i < last; i++)
	{
		uint64_t	classes = classes_at(doc, i);

		if (!is_word(doc, i) && token_at(doc, i)->kind != TOKEN_NUMBER && token_at(doc, i)->kind != TOKEN_CLITIC)
			return false;
		/* Right before the verb, a word such as "once" is an adverb. */
		if ((classes & (WC_SUBORD | WC_COORD | WC_RELATIVE)) != 0 && (classes & WC_PREP) == 0 &&
			((classes & WC_ADV) == 0 || i + 1 < last))
			return false;
		if ((classes & WC_PREP) != 0)
			prepositional = true;
		else if (!prepositional && (classes & (WC_ADV | WC_TIME | WC_NEG)) == 0 && !(i + 1 < last && leads_to_time(doc, i)))
			return false;
		if ((classes & (WC_FINITE | WC_AUX)) != 0 && (classes & (WC_NOUN | WC_ADJ | WC_TIME | WC_ADV)) == 0 &&
			(token_at(doc, i)->flags & TOKEN_CAPITAL) == 0)
			return false;
	}
	return true;
}

/*
 * "Holt (D-Lindby) on Friday", "Holt herself": the token after brackets or an emphatic pronoun that follow a
 * phrase.
 */
static uint32_t
after_addition(const Document *doc, uint32_t first, uint32_t last)
{
	if (first < last && is_word(doc, first) && token_has(doc, first, WC_PRONOUN) && !token_has(doc, first, WC_SUBJECT | WC_INDEFINITE))
		return first + 1;
	if (first >= last || token_at(doc, first)->kind != TOKEN_OPEN)
		return first;
	for (uint32_t i = first + 1; i < last && i <= first + BRACKET_REACH; i++)
		if (token_at(doc, i)->kind == TOKEN_CLOSE)
			return i + 1;
	return first;
}

/* The nearest possible subject before token i with only adverbials after it. */
uint32_t
nq_across_adverbials(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];

	for (uint32_t k = f->mention; k-- > first && k + SUBJECT_REACH > f->mention;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->last > i || mention->nested || !nq_can_be_subject(doc, mention) || nq_after_preposition(f, mention))
			continue;
		if ((token_has(doc, mention->head, WC_TIME) && mention->kind != MENTION_NAME) ||
			(mention->first > f->floor && token_at(doc, mention->first - 1)->kind == TOKEN_OPEN))
			continue;
		return nq_only_adverbials(doc, after_addition(doc, mention->last, i), i) ? k : NONE;
	}
	return NONE;
}

/*
 * The subject of an earlier reporting verb of the sentence: of the nearest one or, after a comma ("..., adding
 * that ..."), of the first one, which is the main clause's.
 */
static uint32_t
subject_told(const CueFinder *f, bool first)
{
	const Document *doc = f->doc;
	uint32_t	found = NONE;

	for (uint32_t c = doc->cue_count; c-- > 0 && doc->cues[c].sentence == f->sentence && c + CUES_BACK >= doc->cue_count;)
	{
		const Cue  *cue = &doc->cues[c];

		if (cue->subject == NONE || (cue->form != FORM_FINITE && cue->form != FORM_INFINITIVE) ||
			(cue->frames & (CUE_STRONG | CUE_MEDIUM)) == 0)
			continue;
		found = cue->subject;
		if (!first)
			break;
	}
	return found;
}

/* Whether a mention is a person or organisation, or a pronoun for one. */
bool
nq_can_report(const Document *doc, const Mention *mention)
{
	if (mention->kind == MENTION_PRONOUN)
		return token_has(doc, mention->head, WC_SUBJECT) && mention->gender != GENDER_NEUTER;
	return mention->type != TYPE_THING && mention->type != TYPE_DOCUMENT && nq_can_be_subject(doc, mention);
}

/* Whether a comma is right before token i, or before the mark there. */
static bool
follows_comma(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;

	if (i > f->floor + 1 && closes_span(doc, i - 1))
		i--;
	return i > f->floor && token_at(doc, i - 1)->kind == TOKEN_COMMA;
}

/*
 * "When Lund left, Holt sighed and said": the start of the main clause before token i; that of the sentence if
 * no clause precedes.
 */
static uint32_t
after_fronted_clause(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	bool		verb = false;

	if (!is_word(doc, f->floor) || !token_has(doc, f->floor, WC_SUBORD))
		return f->floor;
	for (uint32_t k = f->floor + 1; k + 1 < i && k < f->floor + CLAUSE_WORDS; k++)
	{
		verb |= is_word(doc, k) && token_has(doc, k, WC_FINITE | WC_AUX) && !token_has(doc, k, WC_NOUN | WC_PREP);
		if (token_at(doc, k)->kind == TOKEN_COMMA)
			return verb && !token_has(doc, k + 1, WC_RELATIVE | WC_COORD | WC_GERUND) ? k + 1 : f->floor;
	}
	return f->floor;
}

/* "After Lund told them": whether a mention follows a word that can be a preposition but begins a clause here. */
bool
nq_is_after_conjunction(const CueFinder *f, const Mention *mention)
{
	return mention->first > f->floor && token_has(f->doc, mention->first - 1, WC_SUBORD) && nq_can_report(f->doc, mention);
}

/*
 * "OSTBY (AP) – Lund left and said", "Ostby: Lund left and said": whether a mention is a place at the beginning of the
 * sentence, before a dash or colon.
 */
static bool
is_dateline(const CueFinder *f, const Mention *mention)
{
	const Document *doc = f->doc;
	uint32_t	i = mention->last;

	if (mention->first != f->floor || mention->kind != MENTION_NAME || mention->type == TYPE_PERSON)
		return false;
	if (token_at(doc, i)->kind == TOKEN_OPEN)
		for (uint32_t k = i + 1; k + 1 < f->limit && k < i + BRACKET_REACH; k++)
			if (token_at(doc, k)->kind == TOKEN_CLOSE)
				return token_at(doc, k + 1)->kind == TOKEN_DASH;
	return mention->type == TYPE_PLACE && (token_at(doc, i)->kind == TOKEN_DASH || token_at(doc, i)->kind == TOKEN_COLON);
}

/*
 * "El diario visitó a Díaz, quien vive sola y dijo": whom a relative clause is about whose second verb follows "and"
 * before token i, in a language whose heads come first; NONE if there is none.  A comma would end the clause.
 */
static uint32_t
relative_of_conjunct(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;

	if (!doc->language->phrases->head_first || i < f->floor + 2 || !is_word(doc, i - 1) || !token_does(doc, i - 1, FN_AND))
		return NONE;
	for (uint32_t k = i - 1; k-- > f->floor + 1 && i - k <= RELATIVE_WORDS;)
	{
		uint32_t	found;

		if (!is_word(doc, k) && token_at(doc, k)->kind != TOKEN_NUMBER)
			return NONE;
		if (!token_has(doc, k, WC_RELATIVE) || token_has(doc, k, WC_SUBORD | WC_PRONOUN))
			continue;
		if (token_at(doc, k - 1)->kind != TOKEN_COMMA)
			return NONE;
		found = nq_mention_ending(f, k - 1);
		return found != NONE && doc->mentions[found].type == TYPE_PERSON ? found : NONE;
	}
	return NONE;
}

/* Tokens between a conjunction and the comma before a subject: "and last December, Holt". */
#define TIME_AFTER_AND 4

/*
 * "Lund refused, and last year, Holt left and said": whether a name after "and" or "but" has a verb right after it, before
 * token i, so that a second main clause begins.
 */
static bool
begins_second_clause(const CueFinder *f, const Mention *mention, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	before = mention->first - 1;
	uint32_t	verb = mention->last;

	if (!names_show_capitals(doc) || mention->kind != MENTION_NAME || mention->first <= f->floor || !nq_can_report(doc, mention))
		return false;
	if (token_at(doc, verb)->kind == TOKEN_OPEN)
		verb = after_addition(doc, verb, i);
	if (verb >= i || !is_word(doc, verb) || !token_has(doc, verb, WC_FINITE | WC_AUX))
		return false;
	/* "Lund cut him off": no noun is before an object pronoun. */
	if (token_has(doc, verb, NOUN_WORDS | WC_ADJ) && (verb + 1 >= i || !is_word(doc, verb + 1) || !token_has(doc, verb + 1, WC_PRONOUN) || token_has(doc, verb + 1, WC_SUBJECT)))
		return false;
	if (token_at(doc, before)->kind == TOKEN_COMMA)
		for (uint32_t k = before; k > f->floor && before - k <= TIME_AFTER_AND; k--)
			if (is_word(doc, k) && token_does(doc, k, FN_AND | FN_CONTRAST))
				return nq_has_between(doc, k, before, WC_TIME | WC_MONTH | WC_DAY);
	return is_word(doc, before) && token_does(doc, before, FN_AND | FN_CONTRAST);
}

/*
 * Returns the subject of the clause that ends before token i: the first noun phrase of the sentence that can be
 * one.
 */
uint32_t
nq_clause_subject(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];
	uint32_t	end = doc->sentence_mentions[f->sentence + 1];
	uint32_t	found = NONE;
	uint32_t	second = NONE;
	uint32_t	told = subject_told(f, follows_comma(f, i));
	uint32_t	main = after_fronted_clause(f, i);
	uint32_t	relative = relative_of_conjunct(f, i);

	if (relative != NONE)
		return relative;
	for (uint32_t k = first; k < end && k < first + SUBJECT_REACH; k++)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->last > i)
			break;
		if (mention->first < main || mention->nested || !nq_can_be_subject(doc, mention) ||
			(nq_after_preposition(f, mention) && !(nq_is_after_conjunction(f, mention) && token_has(doc, mention->last, WC_FINITE | WC_AUX))) ||
			(token_has(doc, mention->head, WC_TIME) && mention->kind != MENTION_NAME) || is_dateline(f, mention) ||
			(mention->first > f->floor && token_at(doc, mention->first - 1)->kind == TOKEN_OPEN))
			continue;
		/* The subject must have a verb of its own before the shared one. */
		if (found == NONE && nq_has_between(doc, mention->last, i, WC_FINITE | WC_AUX | WC_BASE))
			found = k;
		else if (begins_second_clause(f, mention, i))
			second = k;
	}
	if (second != NONE && (told == NONE || doc->mentions[told].first < doc->mentions[second].first))
		return second;
	if (told != NONE && doc->mentions[told].first >= main)
		return told;
	return found != NONE ? found : told;
}

/* The end of the prepositional phrase at token i, by its mention; i if there is none. */
static uint32_t
after_addressee(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	found;

	if (!is_word(doc, i) || !token_has(doc, i, WC_PREP))
		return i;
	/* "Am Montag der Trainer" */
	if (doc->language->phrases->capital_nouns && i + 1 < f->words_last && token_has(doc, i + 1, WC_TIME | WC_DAY | WC_MONTH))
		return i + 2;
	found = nq_mention_beginning(f, i + 1, WORDS_TO_PHRASE);
	return found == NONE ? i + 1 : doc->mentions[found].last;
}

/* "Añaden desde el Ministerio": the organisation right after a verb without a subject; NONE if there is none. */
static uint32_t
source_at(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	found;

	if (!is_word(doc, i) || !token_does(doc, i, FN_SOURCE) || token_has(doc, i - 1, WC_PARTICIPLE))
		return NONE;
	found = nq_mention_beginning(f, i + 1, 1);
	if (found == NONE || !nq_can_be_subject(doc, &doc->mentions[found]) || doc->mentions[found].type == TYPE_PLACE ||
		doc->mentions[found].type == TYPE_THING || token_has(doc, doc->mentions[found].head, WC_TIME))
		return NONE;
	return found;
}

/* "Die in Lindby geborene Lund", "dessen Vertreter": whether a word can begin a noun phrase with words of others in it. */
static bool
begins_attribute(const Document *doc, uint32_t i)
{
	return doc->language->phrases->capital_nouns && is_word(doc, i) && token_has(doc, i, WC_DET | WC_POSSESSIVE) && !token_does(doc, i, FN_OBLIQUE);
}

/* "Geborene" of such a phrase. */
static bool
is_attribute(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 &&
		(token_has(doc, i, WC_ADJ | WC_PARTICIPLE | WC_GERUND | WC_POSSESSIVE) || classes_at(doc, i) == 0);
}

/*
 * "A dit à l'AFP, avant le vote, le maire": the token after the comma before a prepositional phrase, or after that
 * behind it, in a language whose heads come first.
 */
static uint32_t
after_aside(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;

	if (!doc->language->phrases->head_first || i + 1 >= f->words_last || token_at(doc, i)->kind != TOKEN_COMMA)
		return i;
	if (token_has(doc, i + 1, WC_PREP) && !token_has(doc, i + 1, WC_PREPCUE))
		for (uint32_t k = i + 2; k + 1 < f->words_last && k < i + ASIDE_WORDS; k++)
			if (token_at(doc, k)->kind == TOKEN_COMMA)
				return nq_mention_beginning(f, k + 1, 1) != NONE ? k + 1 : i;
	return i;
}

/* "A dit mardi à l'AFP Luc Roy": the nearest possible subject after the verb. */
uint32_t
nq_later_subject(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	bool		determined = false;

	for (uint32_t start = i; i < f->words_last && i < start + ADVERBIAL_REACH;)
	{
		uint32_t	next = after_addressee(f, after_aside(f, i));
		uint32_t	found = i == start ? source_at(f, i) : NONE;

		if (found != NONE)
			return found;
		if (next > i)
		{
			i = next;
			continue;
		}
		found = nq_mention_beginning(f, i, 1);
		if (found != NONE && !token_has(doc, doc->mentions[found].head, WC_TIME) && nq_can_be_subject(doc, &doc->mentions[found]))
			return found;
		determined |= begins_attribute(doc, i);
		if (found != NONE)
			i = doc->mentions[found].last;
		else if (determined && is_attribute(doc, i))
			i++;
		else if (token_at(doc, i)->kind == TOKEN_NUMBER || is_second_abbreviation(doc, i) ||
				 (is_word(doc, i) && (token_has(doc, i, WC_ADV | WC_TIME | WC_DET | WC_NEG) ||
									  (i + 1 < f->words_last && is_second_abbreviation(doc, i + 1)))))
			i++;
		else
			return NONE;
	}
	return NONE;
}

/*
 * "El partido que dirige", "la petición de Lund para ampliar el puerto": whether the subject of an earlier verb is that
 * of a subordinate clause only.  A relative clause about a body or person that is the subject of the sentence does not
 * count.
 */
static bool
is_subordinate(const CueFinder *f, const Cue *cue)
{
	const Mention *subject = &f->doc->mentions[cue->subject];

	return cue->form == FORM_INFINITIVE || (cue->link == SUBJECT_RELATIVE && subject->nested);
}

/* The nearest earlier reporting verb that is probably of speech and has a subject; NONE if there is none. */
static uint32_t
previous_report(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;

	for (uint32_t c = doc->cue_count; c-- > 0 && c + PREVIOUS_CUES >= doc->cue_count;)
		if (doc->cues[c].subject != NONE && (doc->cues[c].frames & (CUE_STRONG | CUE_MEDIUM)) != 0 && doc->cues[c].form != FORM_NOUN &&
			!is_subordinate(f, &doc->cues[c]) && doc->mentions[doc->cues[c].subject].type != TYPE_THING && nq_agrees_in_number(f, cue, doc->cues[c].subject))
			return c;
	return NONE;
}

/*
 * "Lund habló ayer. «...», dijo.": whom the sentence before is about, if it is in the same paragraph; its first
 * phrase, if that is a person or body.
 */
static uint32_t
previous_topic(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	sentence = f->sentence - 1;
	uint32_t	first;

	if (f->sentence == 0 || doc->sentences[sentence].paragraph != doc->sentences[f->sentence].paragraph)
		return NONE;
	first = doc->sentence_mentions[sentence];
	for (uint32_t k = first; k < doc->sentence_mentions[f->sentence] && k < first + FIRST_MENTIONS; k++)
		if (nq_is_first_phrase(doc, k) && nq_can_be_subject(doc, &doc->mentions[k]))
			return nq_can_report(doc, &doc->mentions[k]) && doc->mentions[k].type != TYPE_PLACE &&
				nq_agrees_in_number(f, cue, k) ? k : NONE;
	return NONE;
}

/* The subject that a verb without one continues: that of the last report or, if it is later, of the sentence before. */
uint32_t
nq_previous_subject(const CueFinder *f, const Cue *cue)
{
	uint32_t	report = previous_report(f, cue);
	uint32_t	topic = report == NONE || f->doc->cues[report].sentence + 1 < f->sentence ? previous_topic(f, cue) : NONE;

	if (topic != NONE)
		return topic;
	return report == NONE ? NONE : f->doc->cues[report].subject;
}
