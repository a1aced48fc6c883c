/*
 * nominals.c
 *	  Phrases headed by a common noun or an indefinite: "the sheriff", "two senior officials at the ministry", "many".
 *
 * Takes the token that can be the head; writes a mention if it is one.  In a head-last language (PhraseRules),
 * a common noun heads a phrase if nothing noun-like follows it; in a head-first language, if no common noun
 * precedes it.  Unlisted words count as nouns or adjectives: the closed classes and the verbs are listed, the
 * open ones need not be.
 */
#include "core/entities/nominals.h"

#include "core/base/bounds.h"
#include "core/entities/appositions.h"
#include "core/entities/joint_mentions.h"
#include "core/entities/name_mentions.h"
#include "core/entities/name_runs.h"
#include "core/entities/name_starts.h"
#include "core/entities/noun_phrases.h"

/* The last mentions, among which is the name whose last words begin a phrase. */
#define MENTIONS_OF_NAME 2

/* "Swimmers said": whether a plural alone or an unlisted noun is beside a reporting verb, which it must be. */
static bool
is_beside_cue(const Walk *walk, uint32_t first, uint32_t last)
{
	const Document *doc = walk->doc;

	if (last < walk->limit && token_has(doc, last, WC_CUE | WC_AUX | WC_ADV))
		return true;
	return first > walk->floor && token_has(doc, first - 1, WC_CUE);
}

static bool
has_article(const Document *doc, uint32_t first)
{
	return token_at(doc, first)->kind == TOKEN_NUMBER || token_has(doc, first, WC_DET | WC_POSSESSIVE | WC_NUM);
}

static bool
holds_possessive(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (is_possessive(doc, i))
			return true;
	return false;
}

/*
 * "The front-runner and former secretary of state": the start of two coordinated descriptions of one person,
 * the second without an article.
 */
static uint32_t
before_coordination(const Walk *walk, uint32_t first, uint32_t head, uint32_t last)
{
	const Document *doc = walk->doc;
	const Mention *before;

	if (doc->mention_count == 0 || first < walk->floor + 2 || !token_does(doc, first - 1, FN_AND) || has_article(doc, first))
		return first;
	before = &doc->mentions[doc->mention_count - 1];
	/* "El portavoz de la Junta y alcalde" */
	if (before->nested && doc->mention_count > 1 && is_head_first(doc))
		before--;
	if (before->kind == MENTION_NOMINAL && before->type == TYPE_PERSON && !before->plural && before->last == first - 1 &&
		token_does(doc, before->first, FN_DEFINITE) && before->first >= walk->floor)
		return before->first;
	/* "Farmers and teachers said", "said residents and divers" */
	if (names_show_capitals(doc) && before->kind == MENTION_NOMINAL && before->plural && before->inside == NONE && !before->nested && !before->possessive &&
		before->last == first - 1 && before->first >= walk->floor && before->head + 1 == before->last && before->type == TYPE_GROUP &&
		token_has(doc, head, WC_PLURAL) && !token_has(doc, head, WC_BODY) &&
		(before->first == walk->floor ? last < walk->limit && token_has(doc, last, WC_CUE | WC_AUX) && !token_has(doc, last, NOUN_WORDS) :
		 token_has(doc, before->first - 1, WC_CUE) && token_has(doc, before->first - 1, WC_FINITE) && (last >= walk->limit || !is_word(doc, last))))
		return before->first;
	return first;
}

/*
 * "58 per cent of voters", "58% of the voters": the number, with its sign or words, before "of" and people in the plural;
 * otherwise the start of their phrase.
 */
static uint32_t
before_share(const Walk *walk, uint32_t first, uint32_t head)
{
	const Document *doc = walk->doc;
	uint32_t	of = first - 1;
	uint32_t	number;

	if (!names_show_capitals(doc) || first < walk->floor + 2 || !token_has(doc, head, WC_PLURAL | WC_PEOPLE))
		return first;
	/* "58 per cent" */
	if (first == head && is_word(doc, of) && token_has(doc, of, WC_PREPCUE) && is_number(doc, of - 1))
		return of - 1;
	/* "Nine out of ten sailors" */
	if (is_number(doc, first) && is_word(doc, of) && token_has(doc, of, WC_PREP))
	{
		number = of > walk->floor + 1 && is_word(doc, of - 1) && token_has(doc, of - 1, WC_PREP) ? of - 2 : of - 1;
		return is_number(doc, number) ? number : first;
	}
	if (!token_does(doc, of, FN_GENITIVE))
		return first;
	/* "Two of the women", "dozens of sailors" */
	if (is_number(doc, of - 1) && !token_does(doc, of - 1, FN_ONE))
		return of - 1;
	if (first < walk->floor + 3)
		return first;
	if (token_at(doc, of - 1)->kind == TOKEN_OTHER && doc->text[token_at(doc, of - 1)->start] == '%')
		number = of - 2;
	/* "Two-thirds of voters", "a third of voters" */
	else if (is_word(doc, of - 1) && token_has(doc, of - 1, WC_NUM) && !token_does(doc, of - 1, FN_ONE))
		number = of - 1;
	else if (is_word(doc, of - 1) && token_has(doc, of - 1, WC_ADJ) && token_does(doc, of - 2, FN_INDEFINITE))
		return of - 2;
	else if (first >= walk->floor + 4 && is_word(doc, of - 1) && is_word(doc, of - 2) && token_has(doc, of - 2, WC_PREPCUE | WC_PREP) &&
			 !token_has(doc, of - 1, WC_PLURAL | WC_DET))
		number = of - 3;
	else
		return first;
	return is_number(doc, number) ? number : first;
}

/* "A source close to the keeper": whether an adjective that can be a noun follows the noun of the phrase. */
static bool
is_complement(const Walk *walk, uint32_t i)
{
	return i > walk->floor && !is_head_first(walk->doc) && token_has(walk->doc, i, WC_ADJ) &&
		token_has(walk->doc, i - 1, WC_ROLE | WC_PEOPLE | WC_PERSON) && nq_after_complement(walk, i) != i;
}

/* "The Herald poll last year found": whether a time follows its noun, and is not a noun with modifiers. */
static bool
is_time_after_noun(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	return !is_head_first(doc) && i >= walk->floor + 2 && token_has(doc, i, WC_TIME) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 &&
		token_has(doc, i - 1, WC_ADJ) && token_has(doc, i - 2, NOUN_WORDS) && !token_has(doc, i - 2, WC_ADJ | FUNCTION_WORDS);
}

/* The reading of a possible verb after another noun. */
typedef enum Reading
{
	READS_NOUN,
	READS_VERB,					/* a verb with the noun before it as its subject */
	READS_NEITHER				/* undecided */
} Reading;

/*
 * Whether a reporting verb at i would continue with a report: "states that", "notes, ", "shows the", "states."
 * after a quotation.
 */
static bool
goes_on_as_report(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (token_at(doc, i + 1)->kind == TOKEN_STOP)
		return token_has(doc, i - 1, WC_DOCUMENT) ||
			(walk->floor > 0 && token_at(doc, walk->floor - 1)->kind == TOKEN_MARK && i < walk->floor + LEFT_REACH);
	return nq_leads_to_report(doc, i + 1) || token_has(doc, i + 1, WC_WH);
}

/*
 * "Tenant advocates argue", "renters' rights advocates, who": whether a word for people in the plural, which can be a
 * verb, is before a verb in the plural or a relative clause about people.
 */
static bool
is_role_in_plural(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	next = i + 1;

	if (is_head_first(doc) || next >= walk->limit || !token_has(doc, i, WC_ROLE | WC_PERSON))
		return false;
	if (token_at(doc, next)->kind == TOKEN_COMMA)
		next++;
	return next < walk->limit && is_word(doc, next) &&
		((token_has(doc, next, WC_RELATIVE) && token_does(doc, next, FN_PERSONAL)) ||
		 (next == i + 1 && token_has(doc, next, WC_CUE) && token_has(doc, next, WC_BASE) && !token_has(doc, next, NOUN_WORDS)));
}

/* "Two oil industry groups at once sued": whether a number or a plural determiner begins the phrase that a possible verb would end. */
static bool
is_counted(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	first = i;

	if (is_head_first(doc) || (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0)
		return false;
	while (first > walk->floor && i - first < LEFT_REACH && is_word(doc, first - 1) && (token_at(doc, first - 1)->flags & TOKEN_CAPITAL) == 0 &&
		   token_has(doc, first - 1, NOUN_WORDS | WC_ADJ) && !token_has(doc, first - 1, FUNCTION_WORDS | WC_PLURAL | WC_FINITE))
		first--;
	return first < i && first > walk->floor && is_number(doc, first - 1) && !token_does(doc, first - 1, FN_ONE);
}

/* Tokens of an agent before a verb: "by the Ostby Herald". */
#define AGENT_WORDS 6

/* "Emails obtained by the Herald show Lund", "papers seen by Lund say the": whether the verb of a plural follows its participle and agent. */
static bool
is_after_agent(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (!names_show_capitals(doc) || !token_has(doc, i, WC_CUE) || !token_has(doc, i, WC_BASE) || (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 ||
		!(goes_on_as_report(walk, i) || is_capital_word(doc, i + 1) || token_has(doc, i + 1, WC_PRONOUN)))
		return false;
	for (uint32_t k = i; k-- > walk->floor + 1 && k + AGENT_WORDS >= i && is_word(doc, k);)
		if (token_does(doc, k, FN_AGENT))
			return k + 1 < i && token_has(doc, k - 1, WC_PARTICIPLE) && k >= walk->floor + 2 && token_has(doc, k - 2, WC_PLURAL);
	return false;
}

/*
 * "“…,” report Lund and Holt": whether a noun that can be a reporting verb is right after a quotation that ends in a comma, where
 * it would need an article.
 */
static bool
is_inverted_verb(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	return i == walk->floor && i >= 2 && !is_head_first(doc) && token_has(doc, i, WC_CUE) && token_has(doc, i, WC_BASE) &&
		(token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 && closes_span(doc, i - 1) &&
		(token_at(doc, i - 2)->kind == TOKEN_COMMA || token_at(doc, i - 2)->kind == TOKEN_STOP);
}

/* "The actress quit.": whether a verb in the past, which can be a noun, ends a sentence that has nothing before it but somebody. */
static bool
is_only_verb(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	return names_show_capitals(doc) && !walk->inside && i >= walk->floor + 2 && token_at(doc, i + 1)->kind == TOKEN_STOP && token_has(doc, i, WC_FINITE) &&
		!token_has(doc, i, WC_PLURAL) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 && token_has(doc, i - 1, WC_ROLE | WC_PERSON) &&
		!token_has(doc, i - 1, WC_PLURAL | WC_BODY) && walk->floor == doc->sentences[walk->sentence].first && is_article(doc, walk->floor) &&
		nq_phrase_start(walk, i) == walk->floor;
}

/*
 * "“…,” Lund shot back.": whether a verb of speech in the past, which can be a noun, has its particle after it, and somebody before it.
 */
static bool
is_before_particle(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	return !is_head_first(doc) && i > walk->floor && i + 1 < walk->limit && is_word(doc, i + 1) && token_has(doc, i, WC_STARTS) && token_has(doc, i, WC_FINITE) &&
		token_has(doc, i + 1, WC_ADV | WC_PREP) && (i + 2 >= walk->limit || !is_word(doc, i + 2)) &&
		((token_at(doc, i - 1)->flags & TOKEN_CAPITAL) != 0 || token_has(doc, i - 1, WC_ROLE | WC_PERSON)) &&
		(token_at(doc, i)->flags & TOKEN_CAPITAL) == 0;
}

/* Words between a verb and the span that describes its object: "call the new plan". */
#define OBJECT_WORDS 5

/* "Critics call the plan “a farce”", but "doctors call it “boat lung”": whether a description follows the object, not a name for it. */
static bool
is_described_so(const Document *doc, uint32_t i)
{
	for (uint32_t k = i; k + 1 < doc->token_count && k < i + OBJECT_WORDS && is_word(doc, k); k++)
		if (opens_span(doc, k + 1))
			return k + 2 < doc->token_count && token_does(doc, k + 2, FN_INDEFINITE);
	return false;
}

/*
 * "Critics call the plan", "Residents demand “…”": whether a reporting verb in the plural is right after a word for people that begins the
 * sentence, whose capital shows nothing, and its object or what it reports follows.
 */
static bool
is_verb_of_people(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	next = i + 1;

	if (i != walk->floor + 1 || next >= doc->token_count || !names_show_capitals(doc) || !token_has(doc, i, WC_CUE) || !token_has(doc, i, WC_BASE) ||
		(token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 || !token_has(doc, i - 1, WC_PLURAL) || !token_has(doc, i - 1, WC_ROLE | WC_PERSON | WC_PEOPLE))
		return false;
	if (opens_span(doc, next))
		return true;
	if ((doc->lexicon->words[token_at(doc, i)->word].cue & CUE_THAT) == 0)
		return is_described_so(doc, next);
	if (goes_on_as_report(walk, i))
		return true;
	if (!is_word(doc, next))
		return false;
	return token_has(doc, next, WC_PRONOUN | WC_POSSESSIVE) || token_does(doc, next, FN_DEFINITE | FN_INDEFINITE) ||
		(is_capital_word(doc, next) && !token_has(doc, next, WC_TIME | NOUN_WORDS));
}

/*
 * "The Times reports", "the letter states that", "the polls show that", but "the polls show host" and "the news
 * reports said": reads a noun that can be a verb, after its possible subject.
 */
static Reading
read_verb_or_noun(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	classes = classes_at(doc, i);
	uint64_t	before;
	bool		third_person = (classes & WC_PLURAL) != 0 && (classes & WC_FINITE) != 0;
	bool		capital;

	if (is_inverted_verb(walk, i))
		return READS_NEITHER;
	if (i == walk->floor || !is_word(doc, i - 1))
		return READS_NOUN;
	before = classes_at(doc, i - 1);
	if (is_verb_of_people(walk, i))
		return READS_VERB;
	capital = (token_at(doc, i - 1)->flags & TOKEN_CAPITAL) != 0;
	if (!capital && is_only_verb(walk, i))
		return READS_VERB;
	if (is_before_particle(walk, i))
		return capital ? READS_NEITHER : READS_VERB;
	/* "Le ministère de l'Intérieur envoyée": a participle. */
	if (is_head_first(doc) && capital && (classes & WC_PARTICIPLE) != 0)
		return READS_NEITHER;
	/* "L'ASF juge que": a noun without an article after a name, in a language whose heads come first. */
	if (is_head_first(doc) && capital && (classes & WC_CUE) != 0 && (classes & WC_FINITE) != 0 && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0)
		return goes_on_as_report(walk, i) ? READS_NEITHER : READS_NOUN;
	/* "The voiceover poses the question": a plural is not followed by another phrase, a verb is. */
	if (third_person && !capital && !is_head_first(doc) && (classes & WC_CUE) == 0 && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 &&
		(before & (WC_PLURAL | WC_PEOPLE | WC_ADJ | FUNCTION_WORDS)) == 0 && token_does(doc, i + 1, FN_DEFINITE | FN_INDEFINITE))
		return READS_VERB;
	if (nq_is_verb_after_adjective(walk, i))
		return READS_VERB;
	if (capital && is_after_agent(walk, i))
		return READS_NEITHER;
	if ((before & (FUNCTION_WORDS | WC_ADJ)) != 0 || (!capital && (before & NOUN_WORDS) == 0))
		return READS_NOUN;
	if (third_person && (is_role_in_plural(walk, i) || is_counted(walk, i)))
		return READS_NOUN;
	if ((classes & WC_CUE) != 0 && !capital && !is_head_first(doc) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 &&
		(third_person ? (before & WC_PLURAL) == 0 : (classes & WC_BASE) != 0 && (before & (WC_PLURAL | WC_PEOPLE)) != 0) &&
		(goes_on_as_report(walk, i) || (!third_person && (before & HUMAN_NOUNS) != 0 && token_has(doc, i + 1, WC_PRONOUN))))
		return READS_VERB;
	/* "Lund heard the guard shout, “…”", "they saw the mayor call the dam" */
	if ((classes & WC_CUE) != 0 && (classes & WC_BASE) != 0 && !capital && !is_head_first(doc) && (before & (WC_ROLE | WC_PERSON)) != 0 && i + 2 < doc->token_count &&
		(((token_at(doc, i + 1)->kind == TOKEN_COMMA || token_at(doc, i + 1)->kind == TOKEN_COLON) && opens_span(doc, i + 2)) ||
		 ((before & WC_PLURAL) == 0 && (opens_span(doc, i + 1) || token_does(doc, i + 1, FN_DEFINITE | FN_INDEFINITE) || token_has(doc, i + 1, WC_PRONOUN)))))
		return READS_VERB;
	/* "Lund recalled the guard saying, “…”" */
	if ((classes & (WC_CUE | WC_GERUND)) == (WC_CUE | WC_GERUND) && !capital && names_show_capitals(doc) && (before & (WC_ROLE | WC_PERSON)) != 0 &&
		nq_leads_to_report(doc, i + 1))
		return READS_NEITHER;
	/* "The harbour groups at once sued" */
	if (third_person && !is_head_first(doc) && i + 2 < walk->limit && token_has(doc, i + 1, WC_ADV) && token_has(doc, i + 2, WC_FINITE | WC_AUX) &&
		!token_has(doc, i + 2, NOUN_WORDS | WC_ADJ))
		return READS_NOUN;
	return third_person && !token_has(doc, i + 1, WC_FINITE | WC_AUX) ? READS_NEITHER : READS_NOUN;
}

/*
 * "A former Department of Health spokesman": the start of the phrase, if its first words are the end of the name of a body;
 * otherwise first.
 */
static uint32_t
before_body(const Walk *walk, uint32_t first, uint32_t head)
{
	const Document *doc = walk->doc;

	if (!names_show_capitals(doc) || (token_at(doc, first)->flags & TOKEN_CAPITAL) == 0)
		return first;
	for (uint32_t k = doc->mention_count; k-- > 0 && k + MENTIONS_OF_NAME >= doc->mention_count;)
	{
		const Mention *name = &doc->mentions[k];

		if (name->kind == MENTION_NAME && name->type == TYPE_ORGANISATION && name->inside == NONE && name->first >= walk->floor &&
			name->first < first && name->last > first && name->last <= head)
			return nq_phrase_start(walk, name->first);
	}
	return first;
}

/* "According to court records": whether a phrase is the source after a preposition, so that no verb can end it. */
static bool
is_source(const Walk *walk, uint32_t first)
{
	const Document *doc = walk->doc;

	return !is_head_first(doc) && first >= walk->floor + 2 && is_word(doc, first - 2) && token_has(doc, first - 2, WC_STARTS) &&
		token_has(doc, first - 2, WC_PREP) && token_has(doc, first - 1, WC_PREP);
}

static Belongings
belongings_of(uint64_t classes)
{
	if ((classes & WC_BODY) == 0 && (classes & HUMAN_NOUNS) != 0)
		return BELONGS_TO_SOMEBODY;
	return (classes & WC_DOCUMENT) != 0 ? BELONGS_TO_WRITING : BELONGS_TO_THING;
}

void
nq_read_nominal(Walk *walk, uint32_t last_noun)
{
	Document   *doc = walk->doc;
	uint32_t	i = is_complement(walk, last_noun) ? last_noun - 1 : last_noun;
	Reading		reading = read_verb_or_noun(walk, i);
	uint64_t	classes;
	bool		human;
	Mention    *mention;
	uint32_t	first;
	uint32_t	last;
	uint32_t	one;

	if (reading != READS_NOUN && is_source(walk, nq_phrase_start(walk, i)))
		reading = READS_NOUN;
	if (!is_head(walk, last_noun) || reading == READS_NEITHER || (last_noun + 1 < walk->limit && nq_is_compound_before(walk, last_noun + 1) && nq_name_begins(walk, last_noun + 1)))
		return;
	if (reading == READS_VERB)
		i--;
	classes = classes_at(doc, i);
	human = (classes & HUMAN_NOUNS) != 0;
	if (is_time_after_noun(walk, i))
		return;
	/* A role before a name belongs to the name's mention. */
	if (i + 1 < walk->limit && has_property(doc, i + 1, PROP_IN_NAME | PROP_ACRONYM) && !nq_is_party_label(walk, i + 1) &&
		(nq_is_role_before(walk, i) || nq_is_description_before(walk, i)) && nq_name_begins(walk, i + 1))
		return;
	/* "The ruling Unity Party" */
	if (token_has(doc, i, WC_ADJ) && token_has(doc, i, WC_GERUND) && i + 1 < walk->limit && has_property(doc, i + 1, PROP_IN_NAME) && names_show_capitals(doc) &&
		nq_name_begins(walk, i + 1))
		return;
	/* "A study finding “…”", "a poll showing that": a gerund of the writing. */
	if (names_show_capitals(doc) && i > walk->floor && token_has(doc, i, WC_GERUND) && token_has(doc, i, WC_CUE) && is_word(doc, i - 1) &&
		token_has(doc, i - 1, WC_DOCUMENT) && (opens_span(doc, i + 1) || token_does(doc, i + 1, FN_COMPLEMENTISER)))
		return;
	first = nq_phrase_start(walk, i);
	/* "Claiming to act on advice": an infinitive. */
	if (first == i && i > walk->floor && !human && (classes & WC_BASE) != 0 && !is_head_first(doc) && token_does(doc, i - 1, FN_INFINITIVE) &&
		i + 1 < walk->limit && token_has(doc, i + 1, WC_PREP))
		return;
	/* In a language whose heads come first, a noun needs an article in the singular: "calquait encore" is no phrase. */
	if ((classes & (HUMAN_NOUNS | WC_DOCUMENT)) == 0 && !has_article(doc, first) && !holds_possessive(doc, first, i) &&
		((is_head_first(doc) && (classes & WC_PLURAL) == 0) || !is_beside_cue(walk, first, i + 1)))
		return;
	last = nq_phrase_end(walk, i, nq_is_age(doc, i) ? BELONGS_TO_SOMEBODY : belongings_of(classes));
	one = human ? nq_one_before(walk, first) : NONE;
	if (one != NONE)
		first = one;
	else if (human)
		first = before_coordination(walk, before_share(walk, before_body(walk, first, i), i), i, last);
	mention = nq_put_mention(walk, MENTION_NOMINAL, first, last, i);
	mention->type = one != NONE ? TYPE_PERSON : properties_at(doc, i)->noun_type;
	mention->gender = properties_at(doc, i)->noun_gender;
	if (nq_is_age(doc, i))
	{
		mention->type = TYPE_PERSON;
		mention->gender = gender_of_person(classes);
	}
	/* "La ministre", "la député" */
	if ((mention->gender == GENDER_UNKNOWN || (is_head_first(doc) && mention->type == TYPE_PERSON)) && first < i &&
		token_has(doc, first, WC_DET) && token_has(doc, first, WC_MALE | WC_FEMALE))
		mention->gender = gender_of_person(classes_at(doc, first));
	mention->plural = (classes & (WC_PLURAL | WC_PEOPLE)) != 0 && one == NONE;
	mention->role = (classes & (WC_ROLE | WC_PERSON)) != 0 ? i : NONE;
	mention->possessive = i + 1 < walk->limit && is_possessive(doc, i + 1);
	if (mention->possessive)
		mention->last = i + 1;
	nq_appose(doc, walk);
	nq_share_apposition(doc);
	nq_read_joint_phrases(walk);
}

/* The end of a phrase headed by an indefinite pronoun: "one of them", "many in the crowd". */
static uint32_t
end_of_indefinite(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (i + 2 < walk->limit && names_show_capitals(doc) && token_does(doc, i + 1, FN_GENITIVE) && token_has(doc, i + 2, WC_PRONOUN) &&
		token_has(doc, i + 2, WC_PLURAL) && !token_has(doc, i + 2, WC_SUBJECT | WC_POSSESSIVE | WC_INDEFINITE))
		return i + 3;
	return nq_phrase_end(walk, i, BELONGS_TO_SOMEBODY);
}

/* "many", "others", "someone", "both": reads an indefinite pronoun. */
void
nq_read_indefinite(Walk *walk, uint32_t i)
{
	Mention    *mention = nq_put_mention(walk, MENTION_NOMINAL, i, end_of_indefinite(walk, i), i);

	/* "One of the directors, Ada Quist": one person; the others are several. */
	mention->type = token_does(walk->doc, i, FN_ONE) ? TYPE_PERSON : TYPE_GROUP;
	mention->plural = mention->type == TYPE_GROUP;
	nq_appose(walk->doc, walk);
}
