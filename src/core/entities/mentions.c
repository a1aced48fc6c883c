/*
 * mentions.c
 *	  Tokens to mentions: the phrases that can name a speaker.
 *
 * Walks the reporter's words and the spans of each sentence.  Gives, sorted by their heads, the names
 * (name_mentions.c), the pronouns, the phrases headed by a common noun (nominals.c), and quoted words that are
 * a name.  Inside a quotation only names are read, because it may have the fullest form of a name.
 *
 * Every search from a token is bounded, so the stage is linear.
 */
#include "core/base/bounds.h"
#include "core/entities/name_mentions.h"
#include "core/entities/name_runs.h"
#include "core/entities/nominals.h"
#include "core/entities/noun_phrases.h"
#include "core/stages.h"

/* ---- what the walk meets ---- */

static void
read_pronoun(Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	classes = classes_at(doc, i);
	Mention    *mention = nq_put_mention(walk, MENTION_PRONOUN, i, i + 1, i);

	mention->possessive = (classes & WC_POSSESSIVE) != 0;
	mention->plural = (classes & WC_PLURAL) != 0;
	if (token_does(doc, i, FN_NEUTER))
	{
		mention->type = TYPE_ORGANISATION;
		mention->gender = GENDER_NEUTER;
	}
	else
	{
		mention->type = mention->plural ? TYPE_GROUP : TYPE_PERSON;
		mention->gender = gender_of_person(classes);
	}
	if (token_does(doc, i, FN_PERSON1))
		mention->person = 1;
	else if (token_does(doc, i, FN_PERSON2))
		mention->person = 2;
}

/* "@name" */
static void
put_handle(Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;

	if (doc->text[token_at(doc, i)->start] == '@' && token_at(doc, i)->length >= 2)
		nq_put_mention(walk, MENTION_NAME, i, i + 1, i)->name_first = i;
}

/*
 * "Those who know him", "those behind the talks": whether a demonstrative is plural and stands for people, because a relative
 * pronoun for people follows, or a preposition other than "of".
 */
static bool
is_those(const Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint32_t	next = i + 1;

	if (!token_has(doc, i, WC_PLURAL) || next >= walk->limit || !is_word(doc, next) ||
		(i > walk->floor && token_does(doc, i - 1, FN_GENITIVE)))
		return false;
	return token_does(doc, next, FN_PERSONAL) || (token_does(doc, next, FN_COMPLEMENT) && !token_does(doc, next, FN_GENITIVE));
}

/* Reads a pronoun or phrase that begins or ends at token i. */
static void
visit_word(Walk *walk, uint32_t i)
{
	const Document *doc = walk->doc;
	uint64_t	classes = classes_at(doc, i);

	/* "Selon lui": a clitic is a mention after a preposition. */
	if (token_does(doc, i, FN_CLITIC) && (i == walk->floor || !token_has(doc, i - 1, WC_PREP | WC_PREPCUE)))
		return;
	/* "Those who know him", but not "those nets" */
	if (token_does(doc, i, FN_DEMONSTRATIVE) && names_show_capitals(doc) && !is_those(walk, i))
		return;
	/* "Dieser sagte", but not "dieser Mann" */
	if (token_does(doc, i, FN_DEMONSTRATIVE) && (classes & WC_INDEFINITE) != 0 && i + 1 < walk->limit &&
		(can_be_noun(doc, i + 1) || nq_can_modify(doc, i + 1)))
		return;
	/* "Said mine manager Lund": a noun before a noun. */
	if (names_show_capitals(doc) && (classes & WC_PRONOUN) != 0 && (classes & WC_BODY) != 0 && i + 1 < walk->limit && token_has(doc, i + 1, WC_ROLE))
		return;
	if ((classes & (WC_PRONOUN | WC_POSSESSIVE)) != 0 && (classes & WC_RELATIVE) == 0)
	{
		if ((classes & WC_INDEFINITE) != 0)
			nq_read_indefinite(walk, i);
		else
			read_pronoun(walk, i);
	}
	else if ((classes & WC_INDEFINITE) != 0 && is_head(walk, i))
		nq_read_indefinite(walk, i);
	else if (can_be_noun(doc, i))
		nq_read_nominal(walk, i);
}

/* Reads what begins or ends at token i, and returns the next token to read. */
static uint32_t
visit_token(Walk *walk, uint32_t i)
{
	const Token *token = token_at(walk->doc, i);

	if (has_property(walk->doc, i, PROP_IN_NAME | PROP_ACRONYM) && nq_name_begins(walk, i))
		return nq_read_name_mention(walk, i);
	if (token->kind == TOKEN_HANDLE)
		put_handle(walk, i);
	else if (!walk->inside && !is_second_abbreviation(walk->doc, i))
		visit_word(walk, i);
	return i + 1;
}

/* ---- the walk ---- */

/* Mask for the interrupt checks of walk_tokens(), in rounds of TAGGED_AT_ONCE tokens. */
#define ROUNDS_MASK 0x1f

static bool
walk_tokens(Walk *walk, uint32_t first, uint32_t last)
{
	TokenTag	tag = walk->inside ? TAG_NAME : TAG_PHRASE;
	uint32_t	next = first;

	if (first >= last)
		return true;
	walk->floor = first;
	walk->limit = last;
	walk->in_name = !walk->inside && walk->doc->sentences[walk->sentence].title_case ? PROP_IN_HEADLINE_NAME : PROP_IN_NAME;
	/* In a head-first language, a noun at the floor is a head, whatever precedes it. */
	if (tag == TAG_PHRASE && is_head_first(walk->doc) && first > 0 && is_common_noun(walk->doc, first - 1) && can_be_noun(walk->doc, first))
	{
		if (!nq_reserve_mentions(walk))
			return false;
		next = visit_token(walk, first);
	}
	for (uint32_t i = first; i < last; i += TAGGED_AT_ONCE)
	{
		uint64_t	tag_bits = tagged_within(walk->doc, tag, i, last);

		if (!check_interrupts(walk->doc, walk->rounds++, ROUNDS_MASK))
			return false;
		next = next > i ? next : i;
		/* A name is skipped, and can extend beyond these tokens. */
		while ((tag_bits &= ~lowest_bits(next - i < TAGGED_AT_ONCE ? next - i : TAGGED_AT_ONCE)) != 0)
		{
			if (!nq_reserve_mentions(walk))
				return false;
			next = visit_token(walk, i + first_bit(tag_bits));
		}
	}
	/* In a head-last language, a noun at the limit is a head, whatever follows it. */
	if (tag == TAG_PHRASE && !is_head_first(walk->doc) && next < last && can_be_noun(walk->doc, last - 1) &&
		!has_property(walk->doc, last, PROP_ENDS_NOUN_PHRASE))
	{
		if (!nq_reserve_mentions(walk))
			return false;
		visit_token(walk, last - 1);
	}
	return true;
}

/* Walks the words of a span, and the incises in it. */
static bool
walk_span(Walk *walk, const QuotedSpan *span)
{
	const Document *doc = walk->doc;
	uint32_t	i = span->first;

	for (uint32_t incise = nq_incise_from(doc, span->first); incise <= doc->incise_count; incise++)
	{
		bool		is_last = incise == doc->incise_count || doc->incises[incise].first >= span->last;
		uint32_t	end = is_last ? span->last : doc->incises[incise].first;

		walk->inside = true;
		walk->within = walk->span;
		if (!walk_tokens(walk, i, end))
			return false;
		walk->inside = false;
		walk->within = NONE;
		if (is_last)
			break;
		if (!walk_tokens(walk, end, doc->incises[incise].last))
			return false;
		i = doc->incises[incise].last;
	}
	return true;
}

/* ---- names in marks ---- */

/* Whether the few words of a quoted span can be a name, judged by their capitals. */
static bool
is_capitalised(const Document *doc, const QuotedSpan *span)
{
	if (!span->closed || span->match != NONE || span->last - span->first > MARKED_NAME_WORDS)
		return false;
	for (uint32_t i = span->first; i < span->last; i++)
		if (!is_word(doc, i) || ((token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 && (i == span->first || i + 1 == span->last ||
																				   !token_has(doc, i, WC_DET | WC_PREP))))
			return false;
	return true;
}

static bool
is_listed_organisation(const Document *doc, const QuotedSpan *span)
{
	uint32_t	start = token_at(doc, span->first)->start;
	uint32_t	word = nq_lookup(doc->lexicon, doc->text + start, token_end(token_at(doc, span->last - 1)) - start, doc->text + doc->length);

	return (classes_of(doc->lexicon, word) & (WC_ORG | WC_OUTLET)) != 0;
}

/*
 * "Schreibt die „Morgenpost“", "laut „Umschau“", "das Magazin „Umschau“": whether quoted words are a name.
 * Sets *first to the start of the mention.
 */
static bool
is_marked_name(const Walk *walk, const QuotedSpan *span, uint32_t *first)
{
	const Document *doc = walk->doc;
	uint32_t	floor = doc->sentences[walk->sentence].first;
	uint32_t	i = span->open;
	bool		beside_cue;

	*first = i;
	if (!doc->language->quotes->marked_names || !is_capitalised(doc, span) || i == floor)
		return i == floor && doc->language->quotes->marked_names && is_capitalised(doc, span) && is_listed_organisation(doc, span);
	if (token_has(doc, i - 1, WC_PREPCUE))
		return true;
	/* "Le journal « Le Phare »": in lower case no word has the class of outlets. */
	if (token_has(doc, i - 1, WC_BODY) && (token_has(doc, i - 1, WC_OUTLET) || is_head_first(doc)))
	{
		*first = i >= floor + 2 && is_article(doc, i - 2) ? i - 2 : i - 1;
		return true;
	}
	if (is_article(doc, i - 1))
	{
		*first = i - 1;
		beside_cue = (i >= floor + 2 && token_has(doc, i - 2, WC_CUE | WC_PREPCUE)) || token_has(doc, span->close + 1, WC_CUE);
		return beside_cue || is_listed_organisation(doc, span);
	}
	return is_listed_organisation(doc, span);
}

/* Writes the mention of quoted words that are a name. */
static bool
put_marked_name(Walk *walk, const QuotedSpan *span, uint32_t first)
{
	Mention    *mention;

	if (!nq_reserve_mentions(walk))
		return false;
	mention = nq_put_mention(walk, MENTION_NAME, first, span->close + 1, span->last - 1);
	/* « Le Phare » is named Phare, as outside of marks, in a language whose heads come first. */
	mention->name_first = span->first + (is_head_first(walk->doc) && span->last > span->first + 1 && token_does(walk->doc, span->first, FN_DEFINITE));
	mention->name_last = span->last;
	mention->type = TYPE_ORGANISATION;
	mention->gender = GENDER_NEUTER;
	return true;
}

/* ---- sentences ---- */

/* Walks the reporter's words and the spans of one sentence, in order. */
static bool
walk_sentence(Walk *walk)
{
	const Document *doc = walk->doc;
	const Sentence *sentence = &doc->sentences[walk->sentence];
	uint32_t	i = sentence->first;
	uint32_t	first;

	walk->inside = false;
	walk->within = NONE;
	for (walk->span = sentence->first_span; walk->span < sentence->last_span; walk->span++)
	{
		const QuotedSpan *span = &doc->spans[walk->span];

		if (!check_interrupts(walk->doc, walk->span, EVERY_4096))
			return false;
		/* A name can extend over a quoted nickname. */
		if (span->open < i)
			continue;
		if (!walk_tokens(walk, i, span->open))
			return false;
		if (doc->mention_count > 0 && doc->mentions[doc->mention_count - 1].last > span->open)
		{
			i = doc->mentions[doc->mention_count - 1].last;
			continue;
		}
		if (is_marked_name(walk, span, &first))
		{
			if (!put_marked_name(walk, span, first))
				return false;
			i = span->close + 1;
			continue;
		}
		if (!walk_span(walk, span))
			return false;
		i = span->close + 1;
	}
	return walk_tokens(walk, i, sentence->last);
}

static bool
can_be_first_subject(const Document *doc, const Mention *mention)
{
	return !mention->nested && mention->inside == NONE && !mention->possessive && !follows_preposition(doc, mention);
}

/*
 * The end of the first phrase that can be the sentence's subject, of the mentions from first on; NONE if there
 * is none.
 */
static uint32_t
first_phrase_end(const Document *doc, uint32_t first)
{
	uint32_t	end = NONE;

	for (uint32_t k = first; k < doc->mention_count && k < first + FIRST_MENTIONS; k++)
		if (can_be_first_subject(doc, &doc->mentions[k]) && doc->mentions[k].last < end)
			end = doc->mentions[k].last;
	return end;
}

bool
nq_find_mentions(Document *doc)
{
	/* News has a mention for every five tokens. */
	Walk		walk = {.doc = doc, .capacity = doc->token_count / 4};

	doc->sentence_mentions = nq_arena_alloc(doc->arena, ((size_t) doc->sentence_count + 1) * sizeof(uint32_t));
	doc->first_phrase_ends = nq_arena_alloc(doc->arena, ((size_t) doc->sentence_count + 1) * sizeof(uint32_t));
	if (doc->sentence_mentions == NULL || doc->first_phrase_ends == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (; walk.sentence < doc->sentence_count; walk.sentence++)
	{
		uint32_t	first = doc->mention_count;

		doc->sentence_mentions[walk.sentence] = first;
		if (!walk_sentence(&walk))
			return false;
		doc->first_phrase_ends[walk.sentence] = first_phrase_end(doc, first);
		if (!check_interrupts(doc, walk.sentence, EVERY_4096))
			return false;
	}
	doc->sentence_mentions[doc->sentence_count] = doc->mention_count;
	return true;
}
