/*
 * finite_subjects.c
 *	  The subject of a finite reporting verb.
 *
 * There is no parser.  The language's clauses.txt lists the searches for the subject in order (in English,
 * right before the verb group, or right after it following a quotation).  Only certain words can be between the
 * two: adverbs, times and places, an apposition or a relative clause between commas.
 *
 * Every search is bounded in mentions and tokens.
 */
#include "core/speech/finite_subjects.h"

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

static bool
begins_clause(const CueFinder *f, const Mention *mention)
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

static bool
holds_semicolon(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last && i < first + CLAUSE_WORDS; i++)
		if (token_at(doc, i)->kind == TOKEN_SEMICOLON)
			return true;
	return false;
}

/*
 * "Mark Jones, a farmer in Ohio, said", "Mark Jones (I., Ohio) said": the name before an apposition or bracket,
 * given the comma or bracket before the verb.
 */
static uint32_t
before_apposition(const CueFinder *f, uint32_t comma)
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
		if (doc->language->phrases->head_first && mention->last < comma && holds_semicolon(doc, mention->last, comma))
			return NONE;
		if (mention->last >= comma || mention->nested || !nq_can_be_subject(doc, mention) ||
			(after != TOKEN_COMMA && after != TOKEN_OPEN && after != TOKEN_DASH) || begins_relative_clause(f, mention))
			continue;
		/* "Mark Jones of Ohio, a farmer, said" */
		head = nq_head_phrase(f, k);
		if (head == k ? !nq_after_preposition(f, mention) : begins_clause(f, &doc->mentions[head]))
			return head;
	}
	return NONE;
}

/* ---- searches ---- */

/*
 * "Algunos lo piensan, anota": whether a phrase agrees in number with the finite verb of a group, in a language
 * whose verbs show it.
 */
static bool
agrees_in_number(const CueFinder *f, const Cue *cue, uint32_t number)
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
static bool
only_adverbials(const Document *doc, uint32_t first, uint32_t last)
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
static uint32_t
across_adverbials(const CueFinder *f, uint32_t i)
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
		return only_adverbials(doc, after_addition(doc, mention->last, i), i) ? k : NONE;
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
static bool
can_report(const Document *doc, const Mention *mention)
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
static bool
is_after_conjunction(const CueFinder *f, const Mention *mention)
{
	return mention->first > f->floor && token_has(f->doc, mention->first - 1, WC_SUBORD) && can_report(f->doc, mention);
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
	uint32_t	told = subject_told(f, follows_comma(f, i));
	uint32_t	main = after_fronted_clause(f, i);
	uint32_t	relative = relative_of_conjunct(f, i);

	if (relative != NONE)
		return relative;
	if (told != NONE && doc->mentions[told].first >= main)
		return told;
	for (uint32_t k = first; k < end && k < first + SUBJECT_REACH; k++)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->last > i)
			break;
		if (mention->first < main || mention->nested || !nq_can_be_subject(doc, mention) ||
			(nq_after_preposition(f, mention) && !(is_after_conjunction(f, mention) && token_has(doc, mention->last, WC_FINITE | WC_AUX))) ||
			(token_has(doc, mention->head, WC_TIME) && mention->kind != MENTION_NAME) || is_dateline(f, mention) ||
			(mention->first > f->floor && token_at(doc, mention->first - 1)->kind == TOKEN_OPEN))
			continue;
		/* The subject must have a verb of its own before the shared one. */
		if (nq_has_between(doc, mention->last, i, WC_FINITE | WC_AUX | WC_BASE))
		{
			found = k;
			break;
		}
	}
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
static uint32_t
later_subject(const CueFinder *f, uint32_t i)
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
			!is_subordinate(f, &doc->cues[c]) && doc->mentions[doc->cues[c].subject].type != TYPE_THING && agrees_in_number(f, cue, doc->cues[c].subject))
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
			return can_report(doc, &doc->mentions[k]) && doc->mentions[k].type != TYPE_PLACE &&
				agrees_in_number(f, cue, k) ? k : NONE;
	return NONE;
}

/* The subject that a verb without one continues: that of the last report or, if it is later, of the sentence before. */
static uint32_t
previous_subject(const CueFinder *f, const Cue *cue)
{
	uint32_t	report = previous_report(f, cue);
	uint32_t	topic = report == NONE || f->doc->cues[report].sentence + 1 < f->sentence ? previous_topic(f, cue) : NONE;

	if (topic != NONE)
		return topic;
	return report == NONE ? NONE : f->doc->cues[report].subject;
}

/* ---- places of the verb, and relative clauses ---- */

/* "Mary Hale of Lindby Harbours": the end of a name's own prepositional phrase. */
static uint32_t
after_belongings(const CueFinder *f, const Mention *name)
{
	uint32_t	next = name->last;
	uint32_t	found = NONE;

	if (name->kind == MENTION_NAME && next + 1 < f->limit && is_word(f->doc, next) && token_does(f->doc, next, FN_GENITIVE))
		found = nq_mention_beginning(f, next + 1, WORDS_TO_PHRASE);
	return found == NONE ? next : f->doc->mentions[found].last;
}

/*
 * "..., said Mary Hale." and "..., explained Hale, ...": whether a reporting verb between commas, or between a
 * comma and the sentence's end, has its subject after it.  A relative pronoun can follow, but not "that": in
 * "..., said many that were asked" the clause continues.
 */
static bool
is_parenthetical(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	const Mention *after;
	uint32_t	frames = CUE_DIRECT | CUE_THAT | CUE_BARE;
	uint32_t	next;

	if (cue->after == NONE || cue->verb_first != cue->first || cue->last != doc->mentions[cue->after].first ||
		(cue->frames & CUE_DIRECT) == 0)
		return false;
	/* "..., told Hale, ..." has its subject before it. */
	if ((cue->frames & CUE_OBJ_THAT) != 0 && (cue->frames & CUE_THAT) == 0)
		return false;
	after = &doc->mentions[cue->after];
	/* "..., argues Mary Hale": a weaker verb needs a name. */
	if ((cue->frames & CUE_STRONG) == 0 && (after->kind != MENTION_NAME || (cue->frames & frames) != frames))
		return false;
	next = after_belongings(f, after);
	/* "Mary Hale, a clerk, tweeted several defenses": the words before the verb are not a report. */
	if (after->kind == MENTION_NOMINAL && f->floor == f->words_first &&
		!nq_has_between(doc, f->floor, cue->verb_first, WC_FINITE | WC_AUX))
		return false;
	return can_report(doc, after) &&
		(next >= f->limit || token_at(doc, next)->kind == TOKEN_COMMA || token_at(doc, next)->kind == TOKEN_STOP ||
		 token_at(doc, next)->kind == TOKEN_OPEN || token_at(doc, next)->kind == TOKEN_DASH ||
		 (token_has(doc, next, WC_RELATIVE) && !token_does(doc, next, FN_DEMONSTRATIVE)));
}

/*
 * "Lucy Allen, who said", "Lucy Allen, who this week said": the relative pronoun that is the subject of the
 * verb group; NONE if there is none.  After "that" and "which" the subject can be another mention: "that on
 * Monday Allen said".
 */
static uint32_t
relative_pronoun(const CueFinder *f, uint32_t group)
{
	const Document *doc = f->doc;

	for (uint32_t i = group; i-- > f->words_first && group - i <= ADVERBIAL_REACH;)
	{
		if (!is_word(doc, i))
			return NONE;
		if (token_has(doc, i, WC_RELATIVE))
			return i + 1 == group || (token_does(doc, i, FN_PERSONAL) && only_adverbials(doc, i + 1, group)) ? i : NONE;
	}
	return NONE;
}

/*
 * "A scientist (of course) who", "his mother - the Sicilian in him - who": the end of the phrase before a
 * relative clause.
 */
static uint32_t
antecedent_end(const CueFinder *f, uint32_t pronoun)
{
	const Document *doc = f->doc;
	uint8_t		closes,
				opens;

	if (pronoun == f->floor)
		return pronoun;
	closes = token_at(doc, pronoun - 1)->kind;
	if (closes != TOKEN_CLOSE && closes != TOKEN_DASH)
		return closes == TOKEN_COMMA ? pronoun - 1 : pronoun;
	opens = closes == TOKEN_CLOSE ? TOKEN_OPEN : TOKEN_DASH;
	for (uint32_t i = pronoun - 1; i-- > f->words_first && pronoun - i <= ADVERBIAL_REACH;)
		if (token_at(doc, i)->kind == opens)
			return i;
	return closes == TOKEN_DASH ? pronoun - 1 : pronoun;
}

/* The types of possible antecedents of "who". */
#define SOMEBODY (1u << TYPE_PERSON | 1u << TYPE_GROUP)

/*
 * "Mary Hale, R-Ohio., who": the person before a comma and a few words that are not a phrase; NONE if there is
 * none.
 */
static uint32_t
before_tag(const CueFinder *f, uint32_t end)
{
	for (uint32_t i = end; i-- > f->words_first && end - i <= BRACKET_REACH;)
		if (token_at(f->doc, i)->kind == TOKEN_COMMA)
			return nq_typed_mention_ending(f, i, SOMEBODY);
	return NONE;
}

/*
 * "Le soutien de Lund, qui a assuré": the person or body that ends a phrase for a thing, which says nothing, in a
 * language whose relative pronoun does not tell persons from things.
 */
static uint32_t
speaker_within(const CueFinder *f, uint32_t phrase, uint32_t end)
{
	const Mention *mention = &f->doc->mentions[phrase];
	uint32_t	found;

	if (!f->doc->language->phrases->head_first || mention->kind != MENTION_NOMINAL || mention->type != TYPE_THING)
		return phrase;
	for (found = phrase + 1; found < f->doc->mention_count && f->doc->mentions[found].first < end; found++)
	{
		mention = &f->doc->mentions[found];
		if (mention->last == end && mention->inside == NONE && ((SOMEBODY | 1u << TYPE_ORGANISATION) >> mention->type & 1) != 0)
			return found;
	}
	return phrase;
}

/* Mentions between somebody and the end of the phrase with the body that "who" cannot mean. */
#define BODIES_BETWEEN 5

/*
 * "A partner with the firm Orbis Survey, who": the person before the prepositional phrase that ends with a body; NONE if
 * there is none.
 */
static uint32_t
before_body(const CueFinder *f, uint32_t body)
{
	const Document *doc = f->doc;

	if (doc->mentions[body].type != TYPE_ORGANISATION || doc->language->phrases->head_first)
		return NONE;
	for (uint32_t k = body; k-- > doc->sentence_mentions[f->sentence] && k + BODIES_BETWEEN >= body;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->nested || mention->inside != NONE || mention->type != TYPE_PERSON || mention->last >= doc->mentions[body].first)
			continue;
		if (!is_word(doc, mention->last) || (mention->last == mention->head + 1 && !token_does(doc, mention->last, FN_COMPLEMENT)))
			return NONE;
		for (uint32_t i = mention->last; i < doc->mentions[body].first; i++)
			if (!is_word(doc, i) || (token_has(doc, i, WC_FINITE | WC_AUX) && !token_has(doc, i, NOUN_WORDS)))
				return NONE;
		return k;
	}
	return NONE;
}

/* The antecedent of a relative pronoun: the phrase before it or, for "who", the nearest person or group. */
static uint32_t
antecedent_of(const CueFinder *f, uint32_t pronoun)
{
	uint32_t	end = antecedent_end(f, pronoun);
	/* "Chairman Otto Lind" in "the party of chairman Otto Lind, who" */
	uint32_t	found = token_does(f->doc, pronoun, FN_PERSONAL) ? nq_typed_mention_ending(f, end, SOMEBODY) : NONE;
	uint32_t	outer;

	if (found != NONE)
		return found;
	found = nq_mention_ending(f, end);
	/* "The papers were sent to the Herald by the league, which": the agent. */
	if (found != NONE && f->doc->mentions[found].first > f->floor && f->doc->mentions[found].type == TYPE_ORGANISATION &&
		token_does(f->doc, f->doc->mentions[found].first - 1, FN_AGENT))
		return found;
	if (found == NONE && token_does(f->doc, pronoun, FN_PERSONAL))
		return before_tag(f, end);
	if (found == NONE)
		return NONE;
	outer = token_does(f->doc, pronoun, FN_PERSONAL) ? before_body(f, found) : NONE;
	if (outer != NONE)
		return outer;
	outer = nq_head_phrase(f, found);
	/* "A clerk with a banner that": people have words of their own, and the banner has these. */
	if (f->doc->mentions[found].kind == MENTION_NOMINAL && f->doc->mentions[found].type == TYPE_DOCUMENT && f->doc->mentions[outer].type != TYPE_DOCUMENT &&
		f->doc->mentions[outer].type != TYPE_THING && !f->doc->language->phrases->head_first)
		return found;
	return speaker_within(f, outer, end);
}

/*
 * "The nurse who treated the boy said": the phrase before a relative clause without commas, if a mention right before a
 * verb is the object in it; otherwise the mention.  After a verb of speech, the mention may be a subject: "who said the boy lied".
 */
static uint32_t
outside_relative(const CueFinder *f, uint32_t object)
{
	const Document *doc = f->doc;
	uint32_t	first = object != NONE ? doc->mentions[object].first : f->floor;
	bool		verb = false;

	if (doc->language->phrases->head_first || doc->language->phrases->capital_nouns)
		return object;
	for (uint32_t i = first; i-- > f->words_first && first - i <= ADVERBIAL_REACH && is_word(doc, i);)
	{
		if (token_has(doc, i, WC_RELATIVE) && token_does(doc, i, FN_PERSONAL))
		{
			uint32_t	found = verb && i > f->floor ? nq_typed_mention_ending(f, i, SOMEBODY) : NONE;

			return found == NONE || !nq_can_be_subject(doc, &doc->mentions[found]) ? object : nq_head_phrase(f, found);
		}
		/* "Police investigating the crash said" */
		if (!verb && token_has(doc, i, WC_GERUND) && !token_has(doc, i, WC_CUE | WC_PREP) && i > f->floor)
		{
			uint32_t	found = nq_typed_mention_ending(f, i, SOMEBODY);

			if (found != NONE && nq_can_be_subject(doc, &doc->mentions[found]) &&
				(begins_clause(f, &doc->mentions[found]) || closes_span(doc, doc->mentions[found].first - 1)))
				return found;
		}
		if (token_has(doc, i, WC_COORD | WC_SUBORD) || token_does(doc, i, FN_COMPLEMENTISER) ||
			(token_has(doc, i, WC_CUE) && token_has(doc, i, WC_FINITE) && (doc->lexicon->words[token_at(doc, i)->word].cue & (CUE_THAT | CUE_BARE)) != 0))
			return object;
		verb |= token_has(doc, i, WC_FINITE);
	}
	return object;
}

/* Whether the verb group is at the place of a rule. */
static bool
is_at_place(const CueFinder *f, const Cue *cue, ClausePlace place)
{
	const Document *doc = f->doc;
	uint32_t	group = cue->verb_first;
	uint8_t		before;

	if (place == PLACE_ANY)
		return true;
	if (f->in_incise && group == f->words_first)
		return place == PLACE_QUOTE;
	if (group == f->floor)
		return place == PLACE_START;
	before = token_at(doc, group - 1)->kind;
	switch (place)
	{
		case PLACE_RELATIVE:
			return relative_pronoun(f, group) != NONE;
		case PLACE_QUOTE:
			return (closes_span(doc, group - 1) && nq_mention_ending(f, group) == NONE) ||
				(before == TOKEN_COMMA && group >= f->floor + 2 && closes_span(doc, group - 2));
		case PLACE_BREAK:
			return before == TOKEN_COMMA || before == TOKEN_CLOSE || before == TOKEN_DASH;
		case PLACE_PARENTHETICAL:
			return before == TOKEN_COMMA && is_parenthetical(f, cue);
		default:
			return false;
	}
}

/* "This week": whether a phrase is a time, and so not a subject. */
static bool
is_time(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && token_has(doc, mention->head, WC_TIME);
}

/*
 * "Zum Hintergrund der Tat sagte Lund": where one phrase alone precedes the verb, as in German, a genitive after a
 * noun belongs to that noun, and is no subject.  Days and names do not count: "am Montag der Trainer".
 */
static bool
belongs_to_noun(const CueFinder *f, const Mention *mention)
{
	const Document *doc = f->doc;
	uint32_t	before = mention->first - 1;
	uint32_t	ending;

	if (!doc->language->phrases->capital_nouns || mention->first <= f->floor)
		return false;
	ending = nq_mention_ending(f, mention->first);
	if (ending != NONE && doc->mentions[ending].kind == MENTION_NAME)
		return false;
	return is_word(doc, before) &&
		token_does(doc, mention->first, FN_GENITIVE) && (token_at(doc, before)->flags & TOKEN_CAPITAL) != 0 &&
		!token_has(doc, before, WC_DAY | WC_MONTH | WC_TIME | WC_PREP | WC_ADV | WC_COORD | WC_SUBORD | WC_DET | WC_PRONOUN);
}

/* "Lucy Allen of Harvard said": the mention right before the verb group, or the one that it belongs to. */
static uint32_t
right_before(const CueFinder *f, uint32_t group)
{
	const Document *doc = f->doc;
	uint32_t	found = nq_mention_ending(f, group);

	if (found == NONE || !nq_can_be_subject(doc, &doc->mentions[found]) || is_time(doc, &doc->mentions[found]) ||
		belongs_to_noun(f, &doc->mentions[found]))
		return NONE;
	if (is_after_conjunction(f, &doc->mentions[found]))
		return found;
	found = outside_relative(f, nq_head_phrase(f, found));
	return nq_after_preposition(f, &doc->mentions[found]) ? NONE : found;
}

/* "Un mensaje en el que dice": whether the pronoun cannot be the subject. */
static bool
is_oblique_relative(const CueFinder *f, uint32_t pronoun)
{
	const Document *doc = f->doc;

	return pronoun > f->floor + 1 && is_word(doc, pronoun - 1) && token_does(doc, pronoun - 1, FN_DEFINITE) &&
		is_word(doc, pronoun - 2) && token_has(doc, pronoun - 2, WC_PREP);
}

/*
 * "Lund, der gestern sagte": the mention before the comma, if the article after it begins a relative clause and
 * not a phrase.
 */
static uint32_t
before_relative_clause(const CueFinder *f, uint32_t start)
{
	const Document *doc = f->doc;
	uint32_t	found;

	if (start < f->floor + 2 || token_at(doc, start - 1)->kind != TOKEN_COMMA || !token_does(doc, start, FN_DEFINITE) ||
		nq_mention_beginning(f, start, 1) != NONE)
		return NONE;
	found = nq_mention_ending(f, start - 1);
	return found == NONE ? NONE : nq_head_phrase(f, found);
}

/*
 * Whether a finite verb other than an auxiliary is between two tokens, so that another clause begins; "wie folgt"
 * does not count.
 */
static bool
has_main_verb(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
	{
		i = after_span(doc, i);
		if (i < last && is_word(doc, i) && token_has(doc, i, WC_FINITE) && !token_has(doc, i, WC_AUX | WC_PARTICIPLE | WC_ADJ | WC_DET) &&
			(token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 && !(i > first && token_does(doc, i - 1, FN_AS)))
			return true;
	}
	return false;
}

/*
 * "Hat Lund gestern gesagt", "wie ein Sprecher am Montag sagte": returns the first possible subject in the
 * verb's own clause.
 */
uint32_t
nq_subject_in_clause(const CueFinder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];
	uint32_t	start = nq_clause_start(f, verb);
	uint32_t	relative = before_relative_clause(f, start);
	uint32_t	found = NONE;

	if (relative != NONE)
		return relative;
	for (uint32_t k = f->mention; k-- > first && k + SUBJECT_REACH > f->mention && doc->mentions[k].last > start;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->first >= start && mention->last <= verb && !mention->nested && nq_can_be_subject(doc, mention) &&
			!nq_after_preposition(f, mention) && (mention->kind == MENTION_NAME || !token_has(doc, mention->head, WC_TIME)) &&
			!has_main_verb(doc, mention->last, verb) && !belongs_to_noun(f, mention))
			found = k;
	}
	if (found == NONE && start > f->words_first + 1 && token_at(doc, start - 1)->kind == TOKEN_COMMA && start < verb)
		return before_apposition(f, start - 1);
	return found;
}

/*
 * "Diese Idee lehnte Lund ab": the name or pronoun right after the verb, if a thing precedes the verb.  A document can
 * be the subject itself, with the name as its object.
 */
static uint32_t
after_fronted_object(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	front = nq_mention_ending(f, cue->verb_first);
	uint32_t	found;

	if (front == NONE || cue->first != cue->verb_first || doc->mentions[front].kind != MENTION_NOMINAL ||
		token_has(doc, doc->mentions[front].head, WC_DOCUMENT) || token_has(doc, doc->mentions[front].head, WC_TIME) ||
		(doc->mentions[front].type != TYPE_THING && doc->mentions[front].type != TYPE_DOCUMENT))
		return NONE;
	found = nq_mention_beginning(f, cue->last, 1);
	return found != NONE && doc->mentions[found].kind != MENTION_NOMINAL && can_report(doc, &doc->mentions[found]) ? found : NONE;
}

/*
 * "Den Plan, die Wege zu sperren, lehnt er ab": the pronoun right after the verb, if its form is that of a subject.
 * Those for women and things are also objects: "sie", "es".
 */
static uint32_t
nominative_after(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;

	if (cue->last >= f->words_last || !token_has(doc, cue->last, WC_SUBJECT) || token_has(doc, cue->last, WC_FEMALE) ||
		token_does(doc, cue->last, FN_NEUTER))
		return NONE;
	return nq_mention_at(f, cue->last);
}

/* The subject of a finite verb at the place where a rule searches; NONE if it is not there. */
static uint32_t
look_for_subject(const CueFinder *f, const Cue *cue, SubjectSearch search)
{
	uint32_t	group = cue->verb_first;
	uint32_t	found;

	if (search == SEARCH_AFTER)
		return cue->after;
	if (search == SEARCH_LATER)
		return later_subject(f, cue->last);
	if (search == SEARCH_PREVIOUS)
		return previous_subject(f, cue);
	if (search == SEARCH_NOMINATIVE)
		return nominative_after(f, cue);
	if (search == SEARCH_FRONTED)
		return after_fronted_object(f, cue);
	if (search == SEARCH_OWN)
		return nq_subject_in_clause(f, cue->first);
	if (group == f->floor)
		return NONE;
	switch (search)
	{
		case SEARCH_BEFORE:
			return right_before(f, group);
		case SEARCH_ANTECEDENT:
			return is_oblique_relative(f, relative_pronoun(f, group)) ? NONE : antecedent_of(f, relative_pronoun(f, group));
		case SEARCH_APPOSITION:
			return before_apposition(f, group - 1);
		case SEARCH_ADVERBIALS:
			return outside_relative(f, across_adverbials(f, group));
		case SEARCH_CLAUSE:
			found = nq_clause_subject(f, group);
			return found != NONE && agrees_in_number(f, cue, found) ? found : NONE;
		default:
			return NONE;
	}
}

/* The subject joined by a hyphen to the verb or its auxiliary; NONE if there is none. */
static uint32_t
joined_subject(const CueFinder *f, const Cue *cue)
{
	if (f->doc->language->tokens->inversions.count == 0)
		return NONE;
	for (uint32_t i = cue->verb_first + 1; i <= cue->last && i < f->words_last; i++)
		if (nq_is_joined_subject(f, i))
			return nq_mention_at(f, i);
	return NONE;
}

/*
 * "A man who loves to say", "Holt was asked to say", "urged Holt to say": the subject of an infinitive, by the
 * verb that governs it; NONE if there is none.
 */
uint32_t
nq_governing_subject(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	to = cue->verb_first - 1;
	uint32_t	group;
	uint32_t	found;

	if (cue->verb_first < f->words_first + 2 || !token_does(doc, to, FN_INFINITIVE))
		return NONE;
	found = nq_mention_ending(f, to);
	for (uint32_t c = doc->cue_count; found != NONE && c-- > 0 && doc->cues[c].sentence == f->sentence && c + CUES_BACK >= doc->cue_count;)
		if (doc->cues[c].last == doc->mentions[found].first)
			return (doc->cues[c].frames & CUE_OBJ_TO_INF) != 0 && doc->cues[c].form != FORM_PASSIVE ? found : NONE;
	if (found != NONE || !token_has(doc, to - 1, WC_FINITE | WC_BASE | WC_PARTICIPLE | WC_ADJ))
		return NONE;
	group = nq_verb_group_start(f, to - 1);
	/* "Found it hard to say": an adjective alone does not govern a subject. */
	if (group == f->floor || (group == to - 1 && !token_has(doc, group, WC_FINITE | WC_BASE | WC_PARTICIPLE)))
		return NONE;
	if (relative_pronoun(f, group) != NONE)
		return antecedent_of(f, relative_pronoun(f, group));
	return right_before(f, group);
}

/* "Heard him shout", "made her say": the pronoun before a bare infinitive, which no finite verb can have; NONE if there is none. */
static uint32_t
perceived_subject(const CueFinder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	before = cue->first - 1;

	if (cue->verb_first != cue->first || cue->first < f->words_first + 2 || !is_word(doc, before) || doc->language->phrases->head_first ||
		doc->language->phrases->capital_nouns || (classes_at(doc, cue->first) & (WC_BASE | WC_FINITE)) != WC_BASE ||
		!token_has(doc, before, WC_PRONOUN) || token_has(doc, before, WC_SUBJECT | WC_RELATIVE | WC_INDEFINITE) || !token_has(doc, before - 1, WC_FINITE | WC_PARTICIPLE | WC_GERUND))
		return NONE;
	return nq_mention_at(f, before);
}

void
nq_find_finite_subject(const CueFinder *f, Cue *cue)
{
	const ClauseRules *rules = f->doc->language->clauses;
	uint32_t	perceived = perceived_subject(f, cue);

	if (perceived != NONE)
	{
		nq_set_cue_subject(f->doc, cue, perceived, SUBJECT_ADJACENT);
		return;
	}
	nq_set_cue_subject(f->doc, cue, joined_subject(f, cue), SUBJECT_INVERTED);
	for (uint32_t i = 0; i < rules->finite_count && cue->subject == NONE; i++)
	{
		const ClauseRule *rule = &rules->finite[i];

		if (!is_at_place(f, cue, (ClausePlace) rule->place))
			continue;
		nq_set_cue_subject(f->doc, cue, look_for_subject(f, cue, (SubjectSearch) rule->search), (SubjectLink) rule->link);
		if (rule->only)
			return;
	}
}
