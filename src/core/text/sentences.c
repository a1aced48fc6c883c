/*
 * sentences.c
 *	  Tokens to paragraphs, and paragraphs to the reporter's sentences.
 *
 * Each line of the reader's text is a paragraph: lines.c has joined wrapped lines.
 *
 * A sentence here is the reporter's own: a quotation in it counts as a single word, whatever full stops it has.
 * A quotation that ends with a full stop also ends the reporter's sentence, unless its reporting clause follows
 * ("Why?" Brandt asked).
 */
#include "core/base/assert.h"
#include "core/base/bounds.h"
#include "core/stages.h"
#include "core/lexical/word_properties.h"

/* The most tokens between two interrupt checks. */
#ifndef TOKENS_AT_ONCE			/* overridden by the fuzzer, whose articles are short */
#define TOKENS_AT_ONCE 0x4000
#endif

/* ---- paragraphs ---- */

bool
nq_find_paragraphs(Document *doc)
{
	uint32_t	capacity = doc->line_count;

	for (uint32_t line = 0; line < doc->line_count; line++)
	{
		uint32_t	first = doc->lines[line];

		if (!check_interrupts(doc, line, EVERY_16384))
			return false;
		if (!nq_reserve(doc->arena, (void **) &doc->paragraphs, &capacity, doc->paragraph_count, sizeof(Paragraph)))
			return fail(doc, NQ_NO_MEMORY);
		if (doc->paragraph_count > 0)
			doc->paragraphs[doc->paragraph_count - 1].last = first;
		doc->paragraphs[doc->paragraph_count++] = (Paragraph) {.first = first, .last = doc->token_count};
	}
	return true;
}

/* ---- sentences ---- */

typedef struct Splitter
{
	Document   *doc;
	uint32_t	capacity;
	uint32_t	span;		/* the next span */
	uint32_t	open;			/* the token at which it opens, or NONE */
	uint32_t	rounds;			/* of the loop over tokens, for check_interrupts */
	uint32_t	paragraph;
} Splitter;

/* Can a token begin a sentence?  Any can but a lower-case word, a clitic and sentence-internal punctuation. */
static bool
starts_sentence(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	switch ((TokenKind) token->kind)
	{
		case TOKEN_WORD:
			return (token->flags & TOKEN_CAPITAL) != 0;
		case TOKEN_COMMA:
		case TOKEN_SEMICOLON:
		case TOKEN_COLON:
		case TOKEN_CLITIC:
			return false;
		default:
			return true;
	}
}

/* A quotation of several words that begins with a capital: "Pell & Co. 'Take it out,' he wrote." */
static bool
opens_sentence_in_marks(const Document *doc, uint32_t i)
{
	uint32_t	number = span_opened(doc, i);
	const QuotedSpan *span;

	if (number == NONE)
		return false;
	span = &doc->spans[number];
	return span->last - span->first > SENTENCE_TOKENS && (token_at(doc, span->first)->flags & TOKEN_CAPITAL) != 0;
}

/* "U.S. The", "Inc. It": is the abbreviation at the end of a sentence? */
static bool
abbreviation_ends(const Document *doc, uint32_t i, uint32_t last)
{
	const Token *token = token_at(doc, i);
	bool		may_end = token_has(doc, i, WC_MAYEND) || (token->flags & TOKEN_INITIAL) != 0 ||
		(token->word == 0 && (token->flags & TOKEN_CAPITAL) == 0);

	if (may_end && i + 1 < last && opens_sentence_in_marks(doc, i + 1))
		return true;
	if (!may_end || i + 1 >= last || (token_at(doc, i + 1)->flags & TOKEN_CAPITAL) == 0)
		return false;
	/* "William Hale Jr. Mr. Hale" */
	if (token_has(doc, i, WC_SUFFIX) && token_has(doc, i + 1, WC_HONORIFIC))
		return true;
	return token_has(doc, i + 1, WC_DET | WC_PRONOUN | WC_POSSESSIVE | WC_PREP | WC_SUBORD |
					 WC_COORD | WC_LINKER | WC_ADV | WC_WH) && !token_has(doc, i + 1, WC_FORENAME);
}

/* "Asked.", "told the Gazette.": does nothing but the person addressed follow a reporting verb? */
static bool
ends_after_addressee(const Document *doc, uint32_t verb, uint32_t last)
{
	uint32_t	i = verb + 1;

	if ((doc->lexicon->words[token_at(doc, verb)->word].cue & (CUE_OBJ_THAT | CUE_OBJ_TO_INF)) != 0)
		while (i < last && i <= verb + VERB_AFTER_QUOTE && is_word(doc, i) &&
			   ((token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 || !token_has(doc, i, WC_FINITE | WC_AUX | WC_SUBORD | WC_WH)))
			i++;
	return i >= last || token_at(doc, i)->kind == TOKEN_STOP;
}

/*
 * "“Why?” Lund, a farmer from Lindby, asked.": does the reporting clause of a quotation have an apposition, which begins
 * at the comma?
 */
static bool
reports_after_apposition(const Document *doc, uint32_t comma, uint32_t last)
{
	for (uint32_t i = comma + 1; i + 1 < last && i < comma + ROLE_REACH; i++)
	{
		uint8_t		kind = token_at(doc, i)->kind;

		/* "R-Ohio.," */
		if ((kind == TOKEN_STOP && token_at(doc, i + 1)->kind != TOKEN_COMMA) || kind == TOKEN_MARK || kind == TOKEN_COLON || kind == TOKEN_SEMICOLON)
			return false;
		if (i > comma + 1 && token_at(doc, i - 1)->kind == TOKEN_COMMA && is_word(doc, i) && token_has(doc, i, WC_CUE) && token_has(doc, i, WC_FINITE))
			return (doc->lexicon->words[token_at(doc, i)->word].cue & CUE_STRONG) != 0 && ends_after_addressee(doc, i, last);
	}
	return false;
}

/* The attributes of the reporting verb at a token, or of the entry of several words that begins there ("shot back"), and its end; 0 if there is none. */
static uint32_t
reporting_verb_at(const Document *doc, uint32_t verb, uint32_t last, uint32_t *end)
{
	uint32_t	start = token_at(doc, verb)->start;
	uint32_t	attributes = token_has(doc, verb, WC_CUE) ? doc->lexicon->words[token_at(doc, verb)->word].cue : 0;

	*end = verb + 1;
	for (uint32_t i = verb + 1; token_has(doc, verb, WC_STARTS) && i < last && i < verb + PHRASE_WORDS && is_word(doc, i); i++)
	{
		uint32_t	word = nq_lookup_phrase(doc->lexicon, doc->text + start, token_end(token_at(doc, i)) - start, doc->text + doc->length);

		if (word != 0 && (classes_of(doc->lexicon, word) & WC_CUE) != 0)
		{
			attributes = doc->lexicon->words[word].cue;
			*end = i + 1;
		}
	}
	return attributes;
}

/* Does a reporting clause follow a quotation that has its own full stop, question or exclamation mark? */
static bool
clause_follows(const Document *doc, uint32_t i, uint32_t last, bool must_end)
{
	uint32_t	verb = i;
	uint32_t	end = i;
	uint32_t	attributes = 0;

	/* "“Why?” Lund's lawyer asked." */
	while (verb < last && verb < i + VERB_AFTER_QUOTE && (token_at(doc, verb)->kind == TOKEN_WORD || (verb > i && has_property(doc, verb, PROP_POSSESSIVE))))
	{
		uint64_t	classes = classes_at(doc, verb);
		bool		named = (token_at(doc, verb)->flags & (TOKEN_CAPITAL | TOKEN_DOTTED)) != 0;

		attributes = reporting_verb_at(doc, verb, last, &end);
		if (attributes != 0)
			break;
		if (!named && (classes & (WC_FINITE | WC_AUX | WC_PREP | WC_COORD | WC_SUBORD)) != 0)
			return false;
		verb++;
	}
	if (verb > i && verb < last && token_at(doc, verb)->kind == TOKEN_COMMA)
		return reports_after_apposition(doc, verb, last);
	if (verb == i || attributes == 0 || !token_has(doc, verb, WC_FINITE))
		return false;
	/* "“Who was it?” The boy shrugged." */
	if (token_has(doc, i, WC_DET | WC_PRONOUN | WC_POSSESSIVE) && (attributes & CUE_STRONG) == 0)
		return false;
	/* "The boat is gone." Brandt nodded.: after a full stop, an action is a sentence of its own. */
	return !must_end || ((attributes & CUE_STRONG) != 0 && (end >= last || token_at(doc, end)->kind == TOKEN_STOP));
}

/* Does the quotation that ends before token i also end the reporter's sentence? */
static bool
span_ends(const Document *doc, const QuotedSpan *span, uint32_t i, uint32_t last)
{
	const Token *inner = token_at(doc, span->last - 1);

	if (i >= last || (inner->kind != TOKEN_STOP && inner->kind != TOKEN_ELLIPSIS) || !starts_sentence(doc, i))
		return false;
	if (token_at(doc, i)->kind == TOKEN_DASH || token_at(doc, i)->kind == TOKEN_STOP ||
		token_at(doc, i)->kind == TOKEN_OPEN || token_at(doc, i)->kind == TOKEN_CLOSE)
		return false;
	return !clause_follows(doc, i, last, doc->text[inner->start] == '.');
}

/* Skips the closing brackets and marks that belong to the end of a sentence, up to limit. */
static uint32_t
after_closers(const Document *doc, uint32_t i, uint32_t limit)
{
	while (i < limit && (token_at(doc, i)->flags & TOKEN_SPACE) == 0 &&
		   (token_at(doc, i)->kind == TOKEN_CLOSE || token_at(doc, i)->kind == TOKEN_MARK))
		i++;
	return i;
}

/* The most digits of an ordinal. */
#define ORDINAL_BYTES 2

/* "Am 3. Mai", "der 19. Bundestag": does the stop belong to the one or two digits before it? */
static bool
is_ordinal(const Document *doc, uint32_t i, uint32_t last)
{
	const Token *stop = token_at(doc, i);

	if (i == 0 || i + 1 >= last || stop->length != 1 || (stop->flags & TOKEN_SPACE) != 0 || token_at(doc, i - 1)->kind != TOKEN_NUMBER ||
		token_at(doc, i - 1)->length > ORDINAL_BYTES || !is_word(doc, i + 1))
		return false;
	return !token_has(doc, i + 1, WC_DET | WC_PRONOUN | WC_POSSESSIVE | WC_PREP | WC_SUBORD | WC_COORD | WC_LINKER | WC_ADV | WC_WH | WC_INDEFINITE);
}

/*
 * Does the stop or abbreviation at *i end its sentence?  Advances *i past it and its closers, but not past
 * limit, where the next span begins: the span of a pattern can begin with any token, even a closing bracket.
 */
static bool
ends_at_stop(const Document *doc, uint32_t *i, uint32_t limit, uint32_t last)
{
	const Token *token = token_at(doc, *i);

	++*i;
	if (token->kind != TOKEN_STOP && token->kind != TOKEN_ELLIPSIS)
		return abbreviation_ends(doc, *i - 1, last);
	if (doc->language->tokens->ordinal_stop && is_ordinal(doc, *i - 1, last))
		return false;
	*i = after_closers(doc, *i, limit);
	return *i < last && (token_at(doc, *i)->flags & TOKEN_SPACE) != 0 && starts_sentence(doc, *i);
}

/* The token at which the next span opens; NONE if there is none. */
static uint32_t
next_open(const Splitter *s)
{
	return s->span < s->doc->span_count ? s->doc->spans[s->span].open : NONE;
}

/* The end of the sentence that begins at first.  Skips over spans. */
static uint32_t
sentence_end(Splitter *s, uint32_t first, uint32_t last)
{
	const Document *doc = s->doc;
	uint32_t	i = first;

	while (i < last)
	{
		uint32_t	limit = s->open < last ? s->open : last;	/* never before i */
		uint32_t	far = limit - i > TOKENS_AT_ONCE ? i + TOKENS_AT_ONCE : limit;

		NQ_ASSERT(i <= limit);
		/* The caller checks the status. */
		if (!check_interrupts(s->doc, s->rounds++, EVERY_256))
			return last;
		i = next_tagged(doc, TAG_STOP, i, far);
		if (i < far)
		{
			if (ends_at_stop(doc, &i, limit, last))
				return i;
		}
		else if (s->open < last && i >= limit)
		{
			const QuotedSpan *span = &doc->spans[s->span];

			doc->span_sentences[s->span++] = doc->sentence_count;
			s->open = next_open(s);
			i = span->close + 1;
			if (span_ends(doc, span, i, last))
				return i;
		}
	}
	return last;
}

/* The tokens of a sentence that are examined for title case; at most what tagged_from() returns. */
#define TITLE_REACH 32

/* A sentence with a full stop and fewer capitals than this can have them all in names. */
#define TITLE_NAMES 6

/* Whether one of the words of a mask, counted from a token, is a finite verb. */
static bool
has_finite_verb(const Document *doc, uint32_t first, uint64_t words)
{
	for (; words != 0; words &= words - 1)
		if (token_has(doc, first + first_bit(words), WC_FINITE | WC_AUX))
			return true;
	return false;
}

/* Do four of five words begin with a capital, as in a headline? */
static bool
is_title_case(const Document *doc, uint32_t first, uint32_t last)
{
	uint64_t	reach = lowest_bits(last - first < TITLE_REACH ? last - first : TITLE_REACH);
	uint64_t	words = reach & tagged_from(doc, TAG_WORD, first) & ~tagged_from(doc, TAG_FUNCTION, first);
	uint64_t	capital = tagged_from(doc, TAG_CAPITAL, first);
	uint32_t	capitals = count_bits(words & capital);
	uint32_t	lower = count_bits(words & ~capital);

	/* "Gary “The Tank” Moss retired on Sunday." is no headline: those have no full stop, or at least capitalise their verbs. */
	if (lower > 0 && token_at(doc, last - 1)->kind == TOKEN_STOP && (capitals < TITLE_NAMES || has_finite_verb(doc, first, words & ~capital)))
		return false;
	return capitals + lower >= 4 && capitals >= lower * 4;
}

static bool
has_tagged(const Document *doc, TokenTag note, uint32_t first, uint32_t last)
{
	return next_tagged(doc, note, first, last) < last;
}

/* Sets standalone and has_name_and_cue from the reporter's words in a sentence that has spans. */
static bool
look_around_spans(Document *doc, Sentence *sentence)
{
	uint32_t	i = sentence->first;
	bool		words = false;
	bool		names = false;
	bool		reports = false;

	sentence->standalone = sentence->has_name_and_cue = false;
	if (sentence->first_span == sentence->last_span)
		return true;
	for (uint32_t s = sentence->first_span; s <= sentence->last_span; s++)
	{
		bool		after_all = s == sentence->last_span;
		uint32_t	end = after_all ? sentence->last : doc->spans[s].open;

		if (!check_interrupts(doc, s, EVERY_4096))
			return false;
		words = words || has_tagged(doc, TAG_WORD, i, end);
		names = names || has_tagged(doc, TAG_PROPER, i, end);
		reports = reports || has_tagged(doc, TAG_CUE, i, end);
		i = after_all ? end : doc->spans[s].close + 1;
	}
	sentence->standalone = !words;
	sentence->has_name_and_cue = names && reports;
	return true;
}

static bool
split_paragraph(Splitter *s)
{
	Document   *doc = s->doc;
	Paragraph  *paragraph = &doc->paragraphs[s->paragraph];
	uint32_t	first = paragraph->first;

	paragraph->first_sentence = doc->sentence_count;
	while (first < paragraph->last)
	{
		Sentence   *sentence;
		uint32_t	first_span = s->span;
		uint32_t	end;

		if (!nq_reserve(doc->arena, (void **) &doc->sentences, &s->capacity,
						doc->sentence_count, sizeof(Sentence)))
			return fail(doc, NQ_NO_MEMORY);
		end = sentence_end(s, first, paragraph->last);
		if (doc->status != NQ_OK)
			return false;
		sentence = &doc->sentences[doc->sentence_count++];
		sentence->first = first;
		sentence->last = end;
		sentence->paragraph = s->paragraph;
		sentence->first_span = first_span;
		sentence->last_span = s->span;
		sentence->title_case = !doc->language->phrases->capital_nouns && is_title_case(doc, first, end);
		if (!look_around_spans(doc, sentence))
			return false;
		first = end;
	}
	paragraph->last_sentence = doc->sentence_count;
	return true;
}

bool
nq_find_sentences(Document *doc)
{
	/* News has a sentence for every 20 tokens or more, and a paragraph has at least one. */
	uint32_t	expected = doc->token_count / 19;
	Splitter	s = {.doc = doc, .capacity = expected > doc->paragraph_count ? expected : doc->paragraph_count};

	doc->span_sentences = nq_arena_alloc(doc->arena, (doc->span_count + 1) * sizeof(uint32_t));
	if (doc->span_sentences == NULL)
		return fail(doc, NQ_NO_MEMORY);
	s.open = next_open(&s);
	for (; s.paragraph < doc->paragraph_count; s.paragraph++)
	{
		if (!split_paragraph(&s))
			return false;
		if (!check_interrupts(doc, s.paragraph, EVERY_4096))
			return false;
	}
	return true;
}
