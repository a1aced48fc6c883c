/*
 * cues.c
 *	  Reporting words, and who reports.
 *
 * Takes the sentences and their mentions; gives the reporting words of the reporter's own text,
 * each with the mention that is its subject and how that was found.
 *
 * There is no parser.  The language's clauses.txt says where the subject of a finite verb is looked for (in English right
 * before its verb group, or right after it after a quotation); what may come between the two is known:
 * adverbs, times and places, an apposition or a relative clause between commas.  A verb with no subject
 * of its own (and said; saying; to say) shares that of its clause.
 *
 * Every search is bounded in mentions and tokens: linear.
 */
#include "core/base/bounds.h"
#include "core/base/search.h"
#include "core/entities/names.h"
#include "core/stages.h"
#include "core/lexical/word_properties.h"

#include <string.h>

typedef struct Finder
{
	Document   *doc;
	uint32_t	capacity;
	uint32_t	sentence;
	uint32_t	mention;		/* the first one that begins at or after the current token */
	uint32_t	floor;			/* first token of the sentence */
	uint32_t	limit;			/* its end */
	uint32_t	words_first,
				words_last;		/* the reporter's words at hand: between spans */
	bool		in_incise;		/* they are within a span */
	uint32_t	rounds;			/* of the loop over tokens, for check_interrupts */
} Finder;

/* ---- neighbours ---- */

/* The longest mention in the reporter's words that ends before token i; NONE when there is none. */
static uint32_t
mention_ending(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];
	uint32_t	best = NONE;

	for (uint32_t k = f->mention; k-- > first && k + SUBJECT_REACH > f->mention;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->last == i && mention->inside == NONE && !mention->possessive &&
			(best == NONE || mention->first < doc->mentions[best].first))
			best = k;
	}
	return best;
}

/*
 * The nearest mention in the reporter's words that begins at one of so many tokens from i on, the longest
 * one there; NONE when there is none.
 */
static uint32_t
mention_beginning(const Finder *f, uint32_t i, uint32_t tokens)
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

/* The mention whose head is a token of the sentence; NONE when there is none. */
static uint32_t
mention_at(const Finder *f, uint32_t token)
{
	const Document *doc = f->doc;
	uint32_t	found = FIRST_FROM(Mention, head, doc->mentions, doc->sentence_mentions[f->sentence], doc->sentence_mentions[f->sentence + 1], token);

	return found < doc->sentence_mentions[f->sentence + 1] && doc->mentions[found].head == token ? found : NONE;
}

/* Whether a mention can be a subject by its form: not "him", not a possessive. */
static bool
can_be_subject(const Document *doc, const Mention *mention)
{
	return !mention->possessive && mention->inside == NONE && !token_does(doc, mention->first, FN_OBLIQUE) &&
		(mention->kind != MENTION_PRONOUN || token_has(doc, mention->head, WC_SUBJECT));
}

static bool
after_preposition(const Finder *f, const Mention *mention)
{
	/* "as the mayor put it" is a clause */
	return mention->first > f->floor && token_has(f->doc, mention->first - 1, WC_PREP) &&
		!token_does(f->doc, mention->first - 1, FN_AS);
}

/* ---- verb groups ---- */

/* "Dit-il", "a-t-il ajouté": a pronoun that a hyphen joins to the verb before it. */
static bool
is_joined_subject(const Finder *f, uint32_t i)
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
	return token_has(doc, i, WC_AUX | WC_NEG | WC_ADV) && !token_has(doc, i, WC_PRONOUN | WC_DET | WC_SUBORD | WC_LINKER);
}

/* The first token of the verb group: auxiliaries, adverbs, clitics and "not" before the verb. */
static uint32_t
verb_group_start(const Finder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	first = verb;

	while (first > f->words_first && verb - first < GROUP_WORDS && is_word(doc, first - 1) &&
		   (is_in_verb_group(doc, first - 1) || is_joined_subject(f, first - 1)))
		first--;
	return first;
}

static bool
has_between(const Document *doc, uint32_t first, uint32_t last, uint64_t classes)
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

/* "the call", "his claims", "Trump's remark", "new reports": a noun that looks like a verb. */
static bool
is_noun_use(const Finder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint64_t	before;

	if (!token_has(doc, verb, WC_BASE | WC_CUENOUN | WC_NOUN | WC_GERUND))
		return false;
	/* An infinitive is no noun after "of". */
	if (doc->language->phrases->head_first && !token_has(doc, verb, WC_CUENOUN | WC_NOUN))
		return false;
	if (verb == f->floor)
		return false;
	if (token_at(doc, verb - 1)->kind == TOKEN_CLITIC)
		return true;
	if (!is_word(doc, verb - 1))
		return false;
	before = classes_at(doc, verb - 1);
	if ((before & (WC_DET | WC_POSSESSIVE)) != 0 && (before & (WC_PRONOUN | WC_RELATIVE)) == 0)
		return true;
	if ((before & WC_POSSESSIVE) != 0)
		return !token_has(doc, verb, WC_FINITE) || token_has(doc, verb, WC_CUENOUN);
	if (token_has(doc, verb, WC_GERUND))
		return false;
	return (before & (WC_ADJ | WC_PREP)) != 0 && (before & (WC_AUX | WC_ADV | WC_NOUN | WC_ROLE | WC_PEOPLE)) == 0 &&
		!token_does(doc, verb - 1, FN_INFINITIVE);
}

/* The first token of the clause that a verb is in: after a comma or what else parts clauses. */
static uint32_t
clause_start(const Finder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	i = verb;

	while (i > f->words_first && verb - i < CLAUSE_WORDS)
	{
		uint32_t	kinds = 1u << TOKEN_COMMA | 1u << TOKEN_COLON | 1u << TOKEN_SEMICOLON | 1u << TOKEN_DASH | 1u << TOKEN_CLOSE;

		if ((kinds >> token_at(doc, i - 1)->kind & 1) != 0)
			break;
		i--;
	}
	return i;
}

/* "Wurde am Montag als Farce bezeichnet": a passive whose auxiliary stands far before; the auxiliary, or NONE. */
static uint32_t
far_passive(const Finder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	start;

	if (!doc->language->phrases->particle_last || !token_has(doc, verb, WC_PARTICIPLE))
		return NONE;
	if (verb + 1 < f->words_last && token_does(doc, verb + 1, FN_PASSIVE))
		return verb + 1;
	start = clause_start(f, verb);
	for (uint32_t i = verb; i-- > start;)
		if (is_word(doc, i) && token_has(doc, i, WC_AUX))
			return token_does(doc, i, FN_PASSIVE) ? i : NONE;
	return NONE;
}

static CueForm
form_of(const Finder *f, uint32_t verb, uint32_t group)
{
	const Document *doc = f->doc;

	if (is_passive(doc, group, verb) || far_passive(f, verb) != NONE)
		return FORM_PASSIVE;
	if (verb > f->floor && token_has(doc, verb, WC_BASE) && token_does(doc, verb - 1, FN_INFINITIVE))
		return FORM_INFINITIVE;
	if (token_has(doc, verb, WC_GERUND) && !has_between(doc, group, verb, WC_AUX))
		return FORM_GERUND;
	if (token_has(doc, verb, WC_BASE) && group > f->floor &&
		(token_does(doc, group - 1, FN_INFINITIVE) || (doc->language->phrases->head_first && token_has(doc, group - 1, WC_PREP))))
		return FORM_INFINITIVE;
	return FORM_FINITE;
}

/* ---- subjects ---- */

/* The noun phrase that a prepositional phrase at its end belongs to: "Lucy Allen of Harvard". */
static uint32_t
head_phrase(const Finder *f, uint32_t number)
{
	const Document *doc = f->doc;

	for (int i = 0; i < PHRASES_TO_HEAD; i++)
	{
		const Mention *mention = &doc->mentions[number];
		uint32_t	outer;

		if (!after_preposition(f, mention) || mention->first < f->floor + 2)
			return number;
		outer = mention_ending(f, mention->first - 1);
		if (outer == NONE || outer >= number || !can_be_subject(doc, &doc->mentions[outer]))
			return number;
		number = outer;
	}
	return number;
}

static bool
begins_clause(const Finder *f, const Mention *mention)
{
	uint32_t	before = mention->first - 1;

	return mention->first == f->floor || token_at(f->doc, before)->kind == TOKEN_COMMA ||
		(is_word(f->doc, before) && token_has(f->doc, before, WC_SUBORD | WC_COORD) && !token_has(f->doc, before, WC_PREP));
}

/* "Mark Jones, a farmer in Ohio, said": from the comma before the verb to the one after the name. */
static uint32_t
before_apposition(const Finder *f, uint32_t comma)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];

	for (uint32_t k = f->mention; k-- > first && k + SUBJECT_REACH > f->mention;)
	{
		const Mention *mention = &doc->mentions[k];
		uint8_t		after = token_at(doc, mention->last)->kind;
		uint32_t	head;

		if (mention->last >= comma || mention->nested || !can_be_subject(doc, mention) ||
			(after != TOKEN_COMMA && after != TOKEN_OPEN && after != TOKEN_DASH))
			continue;
		/* "Mark Jones of Ohio, a farmer, said" */
		head = head_phrase(f, k);
		if (head == k ? !after_preposition(f, mention) : begins_clause(f, &doc->mentions[head]))
			return head;
	}
	return NONE;
}

/* "This week", "last Friday": a word before a time. */
static bool
leads_to_time(const Document *doc, uint32_t i)
{
	return token_has(doc, i, WC_DET | WC_ADJ) && token_has(doc, i + 1, WC_TIME);
}

/* Whether there is nothing but adverbs, times and prepositional phrases between: "Ryan on Monday told". */
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
		if ((classes & (WC_SUBORD | WC_COORD | WC_RELATIVE)) != 0 && (classes & WC_PREP) == 0)
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

/* The nearest possible subject before token i with nothing but adverbials after it. */
static uint32_t
across_adverbials(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];

	for (uint32_t k = f->mention; k-- > first && k + SUBJECT_REACH > f->mention;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->last > i || mention->nested || !can_be_subject(doc, mention) || after_preposition(f, mention))
			continue;
		if (token_has(doc, mention->head, WC_TIME) && mention->kind != MENTION_NAME)
			continue;
		return only_adverbials(doc, mention->last, i) ? k : NONE;
	}
	return NONE;
}

/*
 * The subject that a reporting verb before it in the sentence has: of the nearest one, or, after a
 * comma ("..., adding that ..."), of the first one, which is the main clause's.
 */
static uint32_t
subject_told(const Finder *f, bool first)
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

/* The subject of the clause that ends before token i: the first noun phrase of the sentence that can be one. */
static uint32_t
clause_subject(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];
	uint32_t	end = doc->sentence_mentions[f->sentence + 1];
	uint32_t	found = NONE;
	uint32_t	told = subject_told(f, i > f->floor && token_at(doc, i - 1)->kind == TOKEN_COMMA);

	if (told != NONE)
		return told;
	for (uint32_t k = first; k < end && k < first + SUBJECT_REACH; k++)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->last > i)
			break;
		if (mention->nested || !can_be_subject(doc, mention) || after_preposition(f, mention) ||
			(token_has(doc, mention->head, WC_TIME) && mention->kind != MENTION_NAME))
			continue;
		/* It must have a verb of its own before the shared one. */
		if (has_between(doc, mention->last, i, WC_FINITE | WC_AUX | WC_BASE))
		{
			found = k;
			break;
		}
	}
	return found;
}

static void
set_subject(const Document *doc, Cue *cue, uint32_t subject, SubjectLink link)
{
	const Mention *mention;

	if (subject == NONE)
		return;
	/* "The sheriff, Tom Hale, said": the name is taken for both. */
	mention = &doc->mentions[subject];
	if (mention->kind == MENTION_NOMINAL && mention->appositive != NONE)
		subject = mention->appositive;
	cue->subject = subject;
	cue->link = (uint8_t) link;
}

/* The mention right after the reporting words, over two adverbs at the most. */
static uint32_t
first_mention_after(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	room = f->limit - i;
	uint32_t	tokens = 1;

	if (room == 0)
		return NONE;
	while (tokens < WORDS_TO_OBJECT && tokens < room && token_has(doc, i + tokens - 1, WC_ADV | WC_TIME))
		tokens++;
	return mention_beginning(f, i, tokens);
}

/* Where the prepositional phrase at token i ends, by its mention; i when none begins there. */
static uint32_t
after_addressee(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	found;

	if (!is_word(doc, i) || !token_has(doc, i, WC_PREP))
		return i;
	/* "Am Montag der Trainer" */
	if (doc->language->phrases->capital_nouns && i + 1 < f->words_last && token_has(doc, i + 1, WC_TIME | WC_DAY | WC_MONTH))
		return i + 2;
	found = mention_beginning(f, i + 1, WORDS_TO_PHRASE);
	return found == NONE ? i + 1 : doc->mentions[found].last;
}

/* "A dit mardi à l'AFP Luc Roy": the nearest possible subject after the verb. */
static uint32_t
subject_behind(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;

	for (uint32_t start = i; i < f->words_last && i < start + ADVERBIAL_REACH;)
	{
		uint32_t	next = after_addressee(f, i);
		uint32_t	found;

		if (next > i)
		{
			i = next;
			continue;
		}
		found = mention_beginning(f, i, 1);
		if (found != NONE && !token_has(doc, doc->mentions[found].head, WC_TIME) && can_be_subject(doc, &doc->mentions[found]))
			return found;
		if (found != NONE)
			i = doc->mentions[found].last;
		else if (token_at(doc, i)->kind == TOKEN_NUMBER || is_second_abbreviation(doc, i) ||
				 (is_word(doc, i) && (token_has(doc, i, WC_ADV | WC_TIME | WC_DET | WC_NEG) ||
									  (i + 1 < f->words_last && is_second_abbreviation(doc, i + 1)))))
			i++;
		else
			return NONE;
	}
	return NONE;
}

/* The subject of the nearest reporting verb before, of those that are likely to be of speech. */
static uint32_t
previous_subject(const Finder *f)
{
	const Document *doc = f->doc;

	for (uint32_t c = doc->cue_count; c-- > 0 && c + PREVIOUS_CUES >= doc->cue_count;)
		if (doc->cues[c].subject != NONE && (doc->cues[c].frames & (CUE_STRONG | CUE_MEDIUM)) != 0 && doc->cues[c].form != FORM_NOUN)
			return doc->cues[c].subject;
	return NONE;
}

/* Somebody who can say something, or a pronoun for one. */
static bool
can_report(const Document *doc, const Mention *mention)
{
	if (mention->kind == MENTION_PRONOUN)
		return token_has(doc, mention->head, WC_SUBJECT) && mention->gender != GENDER_NEUTER;
	return mention->type != TYPE_THING && mention->type != TYPE_DOCUMENT && can_be_subject(doc, mention);
}

/*
 * "..., said Mary Hale." and "..., explained Hale, ...": a reporting verb between commas, or
 * between a comma and the sentence's end, has its subject after it.
 */
static bool
is_parenthetical(const Finder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	const Mention *after;
	uint32_t	next;

	if (cue->after == NONE || cue->verb_first != cue->first || cue->last != doc->mentions[cue->after].first ||
		(cue->frames & CUE_STRONG) == 0 || (cue->frames & CUE_DIRECT) == 0)
		return false;
	after = &doc->mentions[cue->after];
	next = after->last;
	return can_report(doc, after) &&
		(next >= f->limit || token_at(doc, next)->kind == TOKEN_COMMA || token_at(doc, next)->kind == TOKEN_STOP ||
		 token_at(doc, next)->kind == TOKEN_OPEN || token_at(doc, next)->kind == TOKEN_DASH || token_has(doc, next, WC_RELATIVE));
}

/*
 * "Lucy Allen, who said", "Lucy Allen, who this week said": the relative pronoun that the verb group has for its
 * subject; NONE when there is none.  Before "that" and "which" the subject may be another: "that on Monday Allen said".
 */
static uint32_t
relative_pronoun(const Finder *f, uint32_t group)
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

/* "A scientist (of course) who", "his mother - the Sicilian in him - who": where the phrase before a relative clause ends. */
static uint32_t
antecedent_end(const Finder *f, uint32_t pronoun)
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

/* The longest phrase for somebody that ends before token i, "chairman Otto Lind" in "the party of chairman Otto Lind"; NONE for none. */
static uint32_t
somebody_ending(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];
	uint32_t	best = NONE;

	for (uint32_t k = f->mention; k-- > first && k + SUBJECT_REACH > f->mention;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->last == i && mention->inside == NONE && !mention->possessive &&
			(mention->type == TYPE_PERSON || mention->type == TYPE_GROUP) &&
			(best == NONE || mention->first < doc->mentions[best].first))
			best = k;
	}
	return best;
}

/* What a relative pronoun means: the phrase before it, or, of "who", the nearest one that is somebody. */
static uint32_t
antecedent_of(const Finder *f, uint32_t pronoun)
{
	uint32_t	end = antecedent_end(f, pronoun);
	uint32_t	found = token_does(f->doc, pronoun, FN_PERSONAL) ? somebody_ending(f, end) : NONE;

	if (found != NONE)
		return found;
	found = mention_ending(f, end);
	return found == NONE ? NONE : head_phrase(f, found);
}

/* Whether the verb group stands where a rule wants it. */
static bool
stands_at(const Finder *f, const Cue *cue, ClausePlace place)
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
			return (closes_span(doc, group - 1) && mention_ending(f, group) == NONE) ||
				(before == TOKEN_COMMA && group >= f->floor + 2 && closes_span(doc, group - 2));
		case PLACE_BREAK:
			return before == TOKEN_COMMA || before == TOKEN_CLOSE || before == TOKEN_DASH;
		case PLACE_PARENTHETICAL:
			return before == TOKEN_COMMA && is_parenthetical(f, cue);
		default:
			return false;
	}
}

/* "This week": a phrase that says when, and is no subject. */
static bool
is_time(const Document *doc, const Mention *mention)
{
	return mention->kind == MENTION_NOMINAL && token_has(doc, mention->head, WC_TIME);
}

/* "Lucy Allen of Harvard said": the mention right before the verb group, or the one that it belongs to. */
static uint32_t
right_before(const Finder *f, uint32_t group)
{
	const Document *doc = f->doc;
	uint32_t	found = mention_ending(f, group);

	if (found == NONE || !can_be_subject(doc, &doc->mentions[found]) || is_time(doc, &doc->mentions[found]))
		return NONE;
	found = head_phrase(f, found);
	return after_preposition(f, &doc->mentions[found]) ? NONE : found;
}

/* "Lund, der gestern sagte": the mention before the comma before a clause that an article begins, which is no phrase's. */
static uint32_t
before_relative_clause(const Finder *f, uint32_t start)
{
	const Document *doc = f->doc;
	uint32_t	found;

	if (start < f->floor + 2 || token_at(doc, start - 1)->kind != TOKEN_COMMA || !token_does(doc, start, FN_DEFINITE) ||
		mention_beginning(f, start, 1) != NONE)
		return NONE;
	found = mention_ending(f, start - 1);
	return found == NONE ? NONE : head_phrase(f, found);
}

/* Whether a finite verb stands between two tokens that is no auxiliary: then another clause begins. */
static bool
has_main_verb(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (is_word(doc, i) && token_has(doc, i, WC_FINITE) && !token_has(doc, i, WC_AUX | WC_PARTICIPLE | WC_ADJ | WC_DET) &&
			(token_at(doc, i)->flags & TOKEN_CAPITAL) == 0)
			return true;
	return false;
}

/* "Hat Lund gestern gesagt", "wie ein Sprecher am Montag sagte": the first possible subject of the verb's own clause. */
static uint32_t
subject_in_clause(const Finder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];
	uint32_t	start = clause_start(f, verb);
	uint32_t	relative = before_relative_clause(f, start);
	uint32_t	found = NONE;

	if (relative != NONE)
		return relative;
	for (uint32_t k = f->mention; k-- > first && k + SUBJECT_REACH > f->mention && doc->mentions[k].last > start;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->first >= start && mention->last <= verb && !mention->nested && can_be_subject(doc, mention) &&
			!after_preposition(f, mention) && (mention->kind == MENTION_NAME || !token_has(doc, mention->head, WC_TIME)) &&
			!has_main_verb(doc, mention->last, verb))
			found = k;
	}
	if (found == NONE && start > f->words_first + 1 && token_at(doc, start - 1)->kind == TOKEN_COMMA && start < verb)
		return before_apposition(f, start - 1);
	return found;
}

/* The subject of a finite verb, where a rule looks for it; NONE when it is not there. */
static uint32_t
look_for_subject(const Finder *f, const Cue *cue, SubjectSearch search)
{
	uint32_t	group = cue->verb_first;

	if (search == SEARCH_AFTER)
		return cue->after;
	if (search == SEARCH_BEHIND)
		return subject_behind(f, cue->last);
	if (search == SEARCH_PREVIOUS)
		return previous_subject(f);
	if (search == SEARCH_OWN)
		return subject_in_clause(f, cue->first);
	if (group == f->floor)
		return NONE;
	switch (search)
	{
		case SEARCH_BEFORE:
			return right_before(f, group);
		case SEARCH_ANTECEDENT:
			return antecedent_of(f, relative_pronoun(f, group));
		case SEARCH_APPOSITION:
			return before_apposition(f, group - 1);
		case SEARCH_ADVERBIALS:
			return across_adverbials(f, group);
		case SEARCH_CLAUSE:
			return clause_subject(f, group);
		default:
			return NONE;
	}
}

/* The subject that a hyphen joins to the verb or its auxiliary; NONE for none. */
static uint32_t
joined_subject(const Finder *f, const Cue *cue)
{
	if (f->doc->language->tokens->inversions.count == 0)
		return NONE;
	for (uint32_t i = cue->verb_first + 1; i <= cue->last && i < f->words_last; i++)
		if (is_joined_subject(f, i))
			return mention_at(f, i);
	return NONE;
}

static void
find_finite_subject(const Finder *f, Cue *cue)
{
	const ClauseRules *rules = f->doc->language->clauses;

	set_subject(f->doc, cue, joined_subject(f, cue), SUBJECT_INVERTED);
	for (uint32_t i = 0; i < rules->finite_count && cue->subject == NONE; i++)
	{
		const ClauseRule *rule = &rules->finite[i];

		if (!stands_at(f, cue, (ClausePlace) rule->place))
			continue;
		set_subject(f->doc, cue, look_for_subject(f, cue, (SubjectSearch) rule->search), (SubjectLink) rule->link);
		if (rule->only)
			return;
	}
}

/* "by X" after a passive. */
static uint32_t
agent_after(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;

	for (uint32_t k = i; k < f->limit && k < i + AGENT_REACH; k++)
		if (token_does(doc, k, FN_AGENT))
			return mention_beginning(f, k + 1, 1);
	return NONE;
}

/* "Wurde von Lund als Farce bezeichnet": the agent between the auxiliary and the participle. */
static uint32_t
agent_between(const Finder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	i = clause_start(f, verb);

	for (; i < verb; i++)
		if (token_does(doc, i, FN_AGENT))
		{
			uint32_t	found = FIRST_FROM(Mention, head, doc->mentions, doc->sentence_mentions[f->sentence],
										   doc->sentence_mentions[f->sentence + 1], i + 1);

			/* Mentions are in the order of their heads. */
			for (uint32_t k = found; k < found + 2 && k < doc->sentence_mentions[f->sentence + 1]; k++)
				if (doc->mentions[k].first == i + 1 && doc->mentions[k].last <= verb)
					return k;
		}
	return NONE;
}

/* "told reporters", "called him", "accused them of"; but not "said the plan". */
static bool
takes_object(const Cue *cue)
{
	if ((cue->frames & (CUE_OBJ_THAT | CUE_OBJ | CUE_OBJ_TO_INF)) != 0)
		return true;
	return (cue->frames & (CUE_OF | CUE_FOR)) != 0 && (cue->frames & CUE_THAT) == 0;
}

/* "Hale e-mailed supporters saying": who wrote to those right before the gerund. */
static uint32_t
addresser_of(const Finder *f, uint32_t addressee)
{
	const Document *doc = f->doc;

	for (uint32_t c = doc->cue_count; c-- > 0 && doc->cues[c].sentence == f->sentence && c + ADDRESSING_CUES >= doc->cue_count;)
		if (doc->cues[c].last == doc->mentions[addressee].first && doc->cues[c].form == FORM_FINITE)
			return doc->cues[c].subject;
	return NONE;
}

/* "Footage of Mary Hale asking": who is shown says it, and not what shows her. */
static uint32_t
shown_in(const Finder *f, uint32_t number)
{
	const Document *doc = f->doc;
	const Mention *shows = &doc->mentions[number];

	if (shows->kind != MENTION_NOMINAL || (shows->type != TYPE_DOCUMENT && shows->type != TYPE_THING))
		return number;
	for (uint32_t k = number + 1; k < f->mention && doc->mentions[k].first < shows->last; k++)
		if (doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].type == TYPE_PERSON &&
			doc->mentions[k].last == shows->last && token_does(doc, doc->mentions[k].first - 1, FN_GENITIVE))
			return k;
	return number;
}

/* The source beside words that report without a verb: right after them, "nach Angaben von X" too, or before a postposition. */
static uint32_t
source_of(const Finder *f, const Cue *cue)
{
	const Document *doc = f->doc;

	if (token_does(doc, cue->first, FN_POSTPOSITION))
		return cue->first > f->floor ? mention_ending(f, cue->first) : NONE;
	if (cue->after == NONE && cue->last < f->words_last && token_has(doc, cue->last, WC_PREP) && token_does(doc, cue->last, FN_GENITIVE))
		return mention_beginning(f, cue->last + 1, 1);
	return cue->after;
}

/* "Et Luc Roy d'ajouter": an infinitive after "of" tells what the sentence's first phrase says; NONE for none. */
static uint32_t
narrating_subject(const Finder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	found;

	if (!doc->language->phrases->head_first || cue->verb_first <= f->words_first + 1 || !token_has(doc, cue->first, WC_BASE) ||
		!token_does(doc, cue->verb_first - 1, FN_GENITIVE))
		return NONE;
	found = mention_ending(f, cue->verb_first - 1);
	return found != NONE && doc->mentions[found].first <= f->floor + 1 ? found : NONE;
}

/* "Zitierte Lund mit den Worten", "Lund wird zitiert": whose words they are. */
static void
find_cited(const Finder *f, Cue *cue)
{
	uint32_t	found;

	if (cue->form == FORM_PASSIVE)
		found = subject_in_clause(f, cue->first);
	else
		found = mention_beginning(f, cue->last, 1);
	if (found != NONE && found == cue->subject && cue->form != FORM_PASSIVE)
		found = mention_beginning(f, f->doc->mentions[found].last, 1);
	if (found != NONE)
	{
		cue->subject = NONE;
		set_subject(f->doc, cue, found, SUBJECT_AGENT);
	}
}

/* "Heißt es in dem Bericht": where the subject says nobody, the phrase that tells where it stands; else NONE. */
static uint32_t
source_of_nobody(const Finder *f, const Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	i;

	if (cue->subject == NONE || !doc->language->phrases->particle_last || doc->mentions[cue->subject].kind != MENTION_PRONOUN ||
		!token_does(doc, doc->mentions[cue->subject].head, FN_NEUTER))
		return NONE;
	i = doc->mentions[cue->subject].last;
	if (i < cue->last && cue->last < f->words_last && !token_has(doc, i, WC_PREP))
		i = cue->last;
	for (uint32_t end = i + WORDS_TO_OBJECT; i < end && i + 1 < f->words_last && is_word(doc, i); i++)
	{
		if (token_has(doc, i, WC_PREP) && !token_does(doc, i, FN_AS))
			return mention_beginning(f, i + 1, WORDS_TO_PHRASE);
		if (!token_has(doc, i, WC_ADV | WC_TIME))
			return NONE;
	}
	return NONE;
}

static void
find_subject(const Finder *f, Cue *cue)
{
	const Document *doc = f->doc;
	uint32_t	found;
	uint32_t	addresser;

	cue->after = first_mention_after(f, cue->last);
	switch ((CueForm) cue->form)
	{
		case FORM_FINITE:
			find_finite_subject(f, cue);
			break;
		case FORM_GERUND:
			found = cue->first > f->floor ? mention_ending(f, cue->first) : NONE;
			addresser = found != NONE ? addresser_of(f, found) : NONE;
			if (addresser != NONE)
				set_subject(doc, cue, addresser, SUBJECT_SHARED);
			else if (found != NONE && can_be_subject(doc, &doc->mentions[found]))
				set_subject(doc, cue, shown_in(f, head_phrase(f, found)), SUBJECT_ADJACENT);
			else
				set_subject(doc, cue, clause_subject(f, cue->first), SUBJECT_SHARED);
			break;
		case FORM_INFINITIVE:
			found = narrating_subject(f, cue);
			if (found != NONE)
				set_subject(doc, cue, found, SUBJECT_ADJACENT);
			else
				set_subject(doc, cue, clause_subject(f, cue->first), SUBJECT_SHARED);
			break;
		case FORM_PASSIVE:
			found = far_passive(f, cue->first) != NONE ? agent_between(f, cue->first) : agent_after(f, cue->last);
			set_subject(doc, cue, found, SUBJECT_AGENT);
			break;
		case FORM_PREPOSITION:
			set_subject(doc, cue, source_of(f, cue), SUBJECT_AGENT);
			break;
		default:
			break;
	}
	cue->object = cue->after != cue->subject && takes_object(cue) ? cue->after : NONE;
	found = source_of_nobody(f, cue);
	if (found != NONE)
		set_subject(doc, cue, found, SUBJECT_AGENT);
	if ((cue->frames & CUE_CITES) != 0)
		find_cited(f, cue);
}

/* ---- cues ---- */

static Cue *
put_cue(Finder *f, uint32_t first, uint32_t last, CueForm form, uint32_t frames)
{
	Document   *doc = f->doc;
	Cue		   *cue;

	if (!nq_reserve(doc->arena, (void **) &doc->cues, &f->capacity, doc->cue_count, sizeof(Cue)))
	{
		doc->status = NQ_NO_MEMORY;
		return NULL;
	}
	cue = &doc->cues[doc->cue_count];
	*cue = (Cue) {
		.first = first, .last = last, .verb_first = first, .sentence = f->sentence,
		.subject = NONE, .object = NONE, .after = NONE, .frames = frames, .form = (uint8_t) form
	};
	return cue;
}

/* The bytes of a curly apostrophe. */
#define CURLY "\xe2\x80\x99"
#define CURLY_BYTES 3

/* The entry of several words, 0 when there is none; with a straight apostrophe for a curly one: d'après. */
static uint32_t
lookup_phrase(const Document *doc, const char *text, uint32_t length)
{
	char		plain[LEXICON_KEY_BYTES];
	uint32_t	count = 0;

	if (doc->language->tokens->proclitics.count == 0 || length > LEXICON_KEY_BYTES + CURLY_BYTES)
		return nq_lookup(doc->lexicon, text, length, doc->text + doc->length);
	for (uint32_t i = 0; i < length && count < LEXICON_KEY_BYTES; count++)
	{
		bool		curly = length - i >= CURLY_BYTES && memcmp(text + i, CURLY, CURLY_BYTES) == 0;

		plain[count] = (char) (curly ? '\'' : text[i]);
		i += curly ? CURLY_BYTES : 1;
	}
	return nq_lookup(doc->lexicon, plain, count, plain + sizeof(plain));
}

/* The longest entry of several words that begins at token i, or 0; *last is the token after it. */
static uint32_t
phrase_at(const Finder *f, uint32_t i, uint32_t *last)
{
	const Document *doc = f->doc;
	const char *text = doc->text + token_at(doc, i)->start;
	uint32_t	end = i + 1;

	while (end < f->words_last && end < i + PHRASE_WORDS && is_word(doc, end))
		end++;
	for (; end > i + 1; end--)
	{
		uint32_t	length = token_end(token_at(doc, end - 1)) - token_at(doc, i)->start;
		uint32_t	word = lookup_phrase(doc, text, length);

		if (word != 0)
		{
			*last = end;
			return word;
		}
	}
	return 0;
}

/* "A swing state", "Clean Air Act rules": a base form whose subject is one person or thing is a noun. */
static bool
is_noun_after_all(const Document *doc, const Cue *cue)
{
	uint64_t	classes = classes_at(doc, cue->first);
	const Mention *subject;

	if ((classes & (WC_BASE | WC_FINITE)) != WC_BASE || (classes & (WC_NOUN | WC_CUENOUN | WC_DOCUMENT | WC_BODY)) == 0 ||
		cue->form != FORM_FINITE || cue->verb_first != cue->first)
		return false;
	if (cue->subject == NONE)
		return true;
	subject = &doc->mentions[cue->subject];
	return !subject->plural && subject->kind != MENTION_PRONOUN && cue->link != SUBJECT_RELATIVE;
}

static bool
add_verb(Finder *f, uint32_t verb, uint32_t last, uint32_t frames)
{
	uint32_t	group = verb_group_start(f, verb);
	Cue		   *cue = put_cue(f, verb, last, form_of(f, verb, group), frames);

	if (cue == NULL)
		return false;
	cue->verb_first = group;
	find_subject(f, cue);
	if (!is_noun_after_all(f->doc, cue))
		f->doc->cue_count++;
	return true;
}

/* "Pour Luc Roy, ...": at a sentence's beginning, somebody who can hold a view, and a comma. */
static bool
is_view(const Finder *f, uint32_t i, uint32_t last)
{
	const Document *doc = f->doc;
	uint32_t	found = mention_beginning(f, last, 1);
	const Mention *mention;
	uint8_t		after;

	if (found == NONE || (i > f->floor && token_at(doc, i - 1)->kind != TOKEN_COMMA && !token_has(doc, i - 1, WC_LINKER | WC_COORD)) ||
		i > f->floor + 2)
		return false;
	mention = &doc->mentions[found];
	after = token_at(doc, mention->last)->kind;
	return mention->type != TYPE_THING && mention->type != TYPE_DOCUMENT && mention->type != TYPE_PLACE &&
		(after == TOKEN_COMMA || after == TOKEN_MARK);
}

static bool
add_preposition(Finder *f, uint32_t first, uint32_t last)
{
	Cue		   *cue;

	if (token_does(f->doc, first, FN_VIEW) && !is_view(f, first, last))
		return true;
	cue = put_cue(f, first, last, FORM_PREPOSITION, CUE_STRONG | CUE_DIRECT | CUE_THAT);

	if (cue == NULL)
		return false;
	find_subject(f, cue);
	f->doc->cue_count++;
	return true;
}

/* "Trump's claim", "his call", "a statement by the ministry": a noun of speech with its speaker. */
static bool
add_noun(Finder *f, uint32_t noun)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];
	uint32_t	owner = NONE;
	Cue		   *cue;

	for (uint32_t k = f->mention; k-- > first && k + SUBJECT_REACH > f->mention;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->possessive && mention->inside == NONE && mention->last + OWNER_REACH > noun && mention->last <= noun &&
			!has_between(doc, mention->last, noun, WC_PREP | WC_FINITE | WC_AUX | WC_COORD))
		{
			owner = k;
			break;
		}
	}
	if (owner == NONE && noun + 1 < f->limit && token_does(doc, noun + 1, FN_AGENT | FN_SOURCE))
		owner = mention_beginning(f, noun + 2, 1);
	if (owner == NONE)
		return true;
	cue = put_cue(f, noun, noun + 1, FORM_NOUN, CUE_MEDIUM | CUE_THAT | CUE_OBJ);
	if (cue == NULL)
		return false;
	set_subject(doc, cue, owner, SUBJECT_POSSESSOR);
	f->doc->cue_count++;
	return true;
}

/* Whether a token ends its clause: a comma, a stop, a conjunction or the end of the reporter's words follow. */
static bool
ends_clause(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;

	if (i + 1 >= f->words_last)
		return true;
	if (is_word(doc, i + 1))
		return token_has(doc, i + 1, WC_COORD | WC_SUBORD) || token_does(doc, i + 1, FN_COMPLEMENTISER);
	return token_at(doc, i + 1)->kind != TOKEN_NUMBER;
}

/* The entry of a verb's form with a particle: "teilte mit"; 0 when there is none. */
static uint32_t
entry_with_particle(const Document *doc, uint32_t verb, uint32_t particle)
{
	const Token *front = token_at(doc, verb);
	const Token *back = token_at(doc, particle);
	char		key[LEXICON_KEY_BYTES];
	uint32_t	length = front->length + 1u + back->length;

	if (length > sizeof(key))
		return 0;
	memcpy(key, doc->text + front->start, front->length);
	key[front->length] = ' ';
	memcpy(key + front->length + 1, doc->text + back->start, back->length);
	return nq_lookup(doc->lexicon, key, length, key + length);
}

/* "Teilte ein Sprecher am Montag mit": the entry of a verb whose particle ends its clause; 0 when there is none. */
static uint32_t
entry_of_parted_verb(const Finder *f, uint32_t verb)
{
	const Document *doc = f->doc;
	uint32_t	commas = 0;

	for (uint32_t i = verb + 1; i < f->words_last && i < verb + CLAUSE_WORDS; i++)
	{
		uint8_t		kind = token_at(doc, i)->kind;
		uint32_t	word;

		if (kind == TOKEN_SEMICOLON || kind == TOKEN_COLON || (kind == TOKEN_COMMA && ++commas > 2))
			return 0;
		if (kind != TOKEN_WORD)
			continue;
		if (token_has(doc, i, WC_SUBORD) || (token_has(doc, i, WC_CUE) && token_has(doc, i, WC_FINITE)))
			return 0;
		if (!token_has(doc, i, WC_ADV | WC_PREP) || !ends_clause(f, i))
			continue;
		word = entry_with_particle(doc, verb, i);
		if (word != 0 && (classes_of(doc->lexicon, word) & WC_CUE) != 0)
			return word;
	}
	return 0;
}

/* "“...”, so Lund": right after what was said, and before somebody. */
static bool
is_quotative_here(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	after = i + 1 < f->words_last ? mention_beginning(f, i + 1, 1) : NONE;

	if (after == NONE || i == f->floor || !can_be_subject(doc, &doc->mentions[after]) || doc->mentions[after].kind == MENTION_PRONOUN)
		return false;
	/* "So viele", "so mancher" */
	if (doc->mentions[after].kind == MENTION_NOMINAL && !token_does(doc, i + 1, FN_DEFINITE | FN_INDEFINITE) &&
		!token_has(doc, i + 1, WC_POSSESSIVE | WC_ROLE | WC_ADJ))
		return false;
	return closes_span(doc, i - 1) || token_at(doc, i - 1)->kind == TOKEN_COMMA || token_at(doc, i - 1)->kind == TOKEN_DASH;
}

/* "Nach bisherigen Angaben": the noun that a preposition leads to, if it is of those that say whose words they are; else NONE. */
static uint32_t
reported_noun(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;

	for (uint32_t k = i + 1; k < f->words_last && k <= i + WORDS_TO_REPORTED && is_word(doc, k); k++)
	{
		if (token_does(doc, k, FN_REPORTED) && (token_at(doc, k)->flags & TOKEN_CAPITAL) != 0)
			return k;
		if ((token_at(doc, k)->flags & TOKEN_CAPITAL) != 0 || !(token_has(doc, k, WC_DET | WC_POSSESSIVE | WC_ADJ) || classes_at(doc, k) == 0))
			return NONE;
	}
	return NONE;
}

/* "Nach Angaben der Polizei", "seiner Ansicht nach": who it is by, or, where nobody is named, the noun's own phrase. */
static bool
add_reported(Finder *f, uint32_t i, uint32_t *next)
{
	const Document *doc = f->doc;
	uint32_t	noun = reported_noun(f, i);
	Cue		   *cue;

	if (noun == NONE)
	{
		bool		after = i > f->floor + 1 && token_does(doc, i - 1, FN_REPORTED) && token_has(doc, i - 2, WC_DET | WC_POSSESSIVE | WC_ADJ);

		cue = after ? put_cue(f, i, i + 1, FORM_PREPOSITION, CUE_STRONG | CUE_DIRECT | CUE_THAT) : NULL;
		if (cue == NULL)
			return !after;
		set_subject(doc, cue, mention_ending(f, i), SUBJECT_AGENT);
		f->doc->cue_count++;
		return true;
	}
	cue = put_cue(f, i, noun + 1, FORM_PREPOSITION, CUE_STRONG | CUE_DIRECT | CUE_THAT);
	if (cue == NULL)
		return false;
	*next = noun + 1;
	cue->after = first_mention_after(f, cue->last);
	set_subject(doc, cue, source_of(f, cue), SUBJECT_AGENT);
	if (cue->subject == NONE)
		set_subject(doc, cue, mention_beginning(f, i + 1, noun - i), SUBJECT_AGENT);
	f->doc->cue_count++;
	return true;
}

/* Adds the cue at token i, if there is one.  *next is the token after it. */
static bool
visit(Finder *f, uint32_t i, uint32_t *next)
{
	const Document *doc = f->doc;
	uint64_t	classes = classes_at(doc, i);
	uint32_t	last = i + 1;

	*next = i + 1;
	if ((classes & WC_STARTS) != 0)
	{
		uint32_t	word = phrase_at(f, i, &last);
		uint64_t	phrase = classes_of(doc->lexicon, word);

		if (word != 0 && (phrase & WC_PREPCUE) != 0)
		{
			*next = last;
			return add_preposition(f, i, last);
		}
		if (word != 0 && (phrase & WC_CUE) != 0)
		{
			*next = last;
			return add_verb(f, i, last, doc->lexicon->words[word].cue);
		}
	}
	if (token_does(doc, i, FN_AFTER))
		return add_reported(f, i, next);
	if ((classes & WC_STARTS) != 0 && doc->language->phrases->particle_last && token_has(doc, i, WC_FINITE | WC_BASE))
	{
		uint32_t	word = entry_of_parted_verb(f, i);

		if (word != 0)
			return add_verb(f, i, i + 1, doc->lexicon->words[word].cue);
	}
	if ((classes & WC_PREPCUE) != 0 && (!token_does(doc, i, FN_QUOTATIVE) || is_quotative_here(f, i)))
		return add_preposition(f, i, i + 1);
	if ((classes & WC_CUE) != 0 && !is_noun_use(f, i))
		return add_verb(f, i, i + 1, doc->lexicon->words[token_at(doc, i)->word].cue);
	if ((classes & (WC_CUENOUN | WC_DOCUMENT)) != 0)
		return add_noun(f, i);
	return true;
}

/* Moves on to the first mention, before end, that does not begin before token i. */
static void
skip_mentions(Finder *f, uint32_t i, uint32_t end)
{
	while (f->mention < end && f->doc->mentions[f->mention].first < i)
		f->mention++;
}

/* Adds the cues of the reporter's words from first to last, between spans. */
static bool
visit_words(Finder *f, uint32_t first, uint32_t last)
{
	Document   *doc = f->doc;
	uint32_t	end = doc->sentence_mentions[f->sentence + 1];
	uint32_t	next = first;

	f->words_first = first;
	f->words_last = last;
	for (uint32_t i = first; i < last; i += TAGGED_AT_ONCE)
	{
		uint64_t	tag_bits = tagged_within(doc, TAG_CUE, i, last);

		if (!check_interrupts(doc, f->rounds++, EVERY_16))
			return false;
		for (; tag_bits != 0; tag_bits &= tag_bits - 1)
		{
			uint32_t	at = i + first_bit(tag_bits);

			/* The last cue may have several words. */
			if (at < next)
				continue;
			skip_mentions(f, at, end);
			if (!visit(f, at, &next))
				return false;
		}
	}
	return true;
}

/* Adds the cues of the reporter's words within a span. */
static bool
visit_incises(Finder *f, const QuotedSpan *span)
{
	const Document *doc = f->doc;

	for (uint32_t incise = nq_incise_from(doc, span->first); incise < doc->incise_count && doc->incises[incise].first < span->last; incise++)
	{
		bool		visited;

		f->in_incise = true;
		visited = visit_words(f, doc->incises[incise].first, doc->incises[incise].last);
		f->in_incise = false;
		if (!visited)
			return false;
	}
	return true;
}

/* Adds the cues of a sentence outside its spans, and in the incises in them; no other cue reaches into one. */
static bool
visit_sentence(Finder *f)
{
	Document   *doc = f->doc;
	const Sentence *sentence = &doc->sentences[f->sentence];
	uint32_t	i = f->floor;

	for (uint32_t s = sentence->first_span; s < sentence->last_span; s++)
	{
		const QuotedSpan *span = &doc->spans[s];

		if (!visit_words(f, i, span->open) || !visit_incises(f, span))
			return false;
		i = span->close + 1;
	}
	return visit_words(f, i, f->limit);
}

bool
nq_find_cues(Document *doc)
{
	Finder		f = {.doc = doc, .capacity = doc->token_count / 20};

	doc->sentence_cues = nq_arena_alloc(doc->arena, ((size_t) doc->sentence_count + 1) * sizeof(uint32_t));
	if (doc->sentence_cues == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (; f.sentence < doc->sentence_count; f.sentence++)
	{
		f.floor = doc->sentences[f.sentence].first;
		f.limit = doc->sentences[f.sentence].last;
		f.mention = doc->sentence_mentions[f.sentence];
		doc->sentence_cues[f.sentence] = doc->cue_count;
		if (!visit_sentence(&f))
			return false;
		if (!check_interrupts(doc, f.sentence, EVERY_4096))
			return false;
	}
	doc->sentence_cues[doc->sentence_count] = doc->cue_count;
	return true;
}
