/*
 * incises.c
 *	  The reporter's words within quotation marks: « A, a déclaré Luc Roy, B ».
 *
 * Takes the spans; gives the incises in them, in the order of the text, without overlaps.  An incise begins
 * after a comma, dash or stop with a finite reporting verb, or with an auxiliary and its participle.  Its
 * subject follows the verb or is dropped.  It ends before the next comma, dash or stop.  QuoteRules says which
 * languages have incises.
 *
 * The text between the marks remains one span: the words of its row are one slice of the article.
 *
 * Each search is bounded, so the stage is linear.
 */
#include "core/base/bounds.h"
#include "core/base/search.h"
#include "core/stages.h"

/* The longest name after a description in an incise, in words. */
#define APPOSED_WORDS 5

typedef struct Finder
{
	Document   *doc;
	const QuotedSpan *span;
	uint32_t	capacity;
	uint32_t	rounds;			/* of the loop over tokens, for check_interrupts */
} Finder;

/* Can a reporting clause begin after this token? */
static bool
may_precede(const Finder *f, uint32_t i)
{
	switch ((TokenKind) token_at(f->doc, i)->kind)
	{
		case TOKEN_COMMA:
		case TOKEN_DASH:
			return true;
		case TOKEN_STOP:
			/* « A ? demande Luc Roy. » */
			return f->doc->text[token_at(f->doc, i)->start] != '.';
		default:
			return false;
	}
}

static bool
ends_incise(const Document *doc, uint32_t i)
{
	TokenKind	kind = (TokenKind) token_at(doc, i)->kind;

	return kind == TOKEN_COMMA || kind == TOKEN_DASH || kind == TOKEN_STOP || kind == TOKEN_COLON || kind == TOKEN_SEMICOLON ||
		kind == TOKEN_MARK;
}

static bool
is_joined(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && token_has(doc, i, WC_SUBJECT) && (token_at(doc, i)->flags & TOKEN_SPACE) == 0 && is_word(doc, i - 1);
}

static bool
can_report(const Document *doc, uint32_t i)
{
	uint32_t	frames = doc->lexicon->words[token_at(doc, i)->word].cue;

	return is_word(doc, i) && token_has(doc, i, WC_CUE) && (frames & CUE_DIRECT) != 0 && (frames & (CUE_STRONG | CUE_MEDIUM)) != 0 &&
		(token_at(doc, i)->flags & TOKEN_CAPITAL) == 0;
}

/*
 * The token after the verb group at i: "a déclaré", "s'est-il exclamé", "añade"; i if there is none.  *joined
 * is set if the group contains its subject.
 */
static uint32_t
after_group(const Finder *f, uint32_t i, bool *joined)
{
	const Document *doc = f->doc;
	uint32_t	verb = i;
	bool		auxiliary = false;

	*joined = false;
	while (verb < f->span->last && verb < i + GROUP_WORDS && is_word(doc, verb) && !can_report(doc, verb) &&
		   (token_does(doc, verb, FN_CLITIC) || token_has(doc, verb, WC_AUX) || is_joined(doc, verb) ||
			(verb > i && token_has(doc, verb, WC_ADV | WC_NEG))))
	{
		auxiliary |= token_has(doc, verb, WC_AUX);
		*joined |= is_joined(doc, verb);
		verb++;
	}
	if (verb >= f->span->last || !can_report(doc, verb) || !token_has(doc, verb, auxiliary ? WC_PARTICIPLE : WC_FINITE))
		return i;
	verb++;
	if (verb < f->span->last && is_joined(doc, verb))
	{
		*joined = true;
		verb++;
	}
	return verb;
}

/* Can a subject begin at this token? */
static bool
begins_subject(const Document *doc, uint32_t i)
{
	return is_word(doc, i) && ((token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 || token_has(doc, i, WC_DET | WC_SUBJECT | WC_POSSESSIVE | WC_TITLE));
}

/*
 * "S'indigne sa présidente, Anne Roy. B": the end of the capitalised name after the comma at i; i if there is
 * none.
 */
static uint32_t
after_apposed_name(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	end = i + 1;

	while (end < f->span->last && end <= i + APPOSED_WORDS && is_word(doc, end) && (token_at(doc, end)->flags & TOKEN_CAPITAL) != 0)
		end++;
	if (end < i + 3 || (end < f->span->last && !ends_incise(doc, end)))
		return i;
	return end;
}

/* The end of the incise at i; i if there is none. */
static uint32_t
incise_end(const Finder *f, uint32_t i)
{
	const Document *doc = f->doc;
	bool		in_dashes = token_at(doc, i - 1)->kind == TOKEN_DASH;
	bool		joined;
	bool		subject = false;
	uint32_t	end = after_group(f, i, &joined);
	uint32_t	verb_end = end;

	if (end == i)
		return i;
	for (uint32_t start = end; end < f->span->last && end < start + INCISE_TOKENS; end++)
	{
		if (ends_incise(doc, end) && (!in_dashes || token_at(doc, end)->kind != TOKEN_COMMA))
			break;
		subject |= begins_subject(doc, end) && (end == start || !token_has(doc, end - 1, WC_PREP));
		/* A second finite verb means that these are quoted words. */
		if (is_word(doc, end) && token_has(doc, end, WC_AUX | WC_FINITE) &&
			!token_has(doc, end, WC_NOUN | WC_ADJ | WC_DET | WC_PREP | WC_ROLE | WC_ADV | WC_TIME) && (token_at(doc, end)->flags & TOKEN_CAPITAL) == 0)
			return i;
	}
	/* The subject is a description, "sa présidente", and its name may follow. */
	if (end < f->span->last && end > verb_end && token_at(doc, end)->kind == TOKEN_COMMA && token_has(doc, verb_end, WC_DET | WC_POSSESSIVE) &&
		(token_at(doc, end - 1)->flags & TOKEN_CAPITAL) == 0)
		end = after_apposed_name(f, end);
	if (end >= i + INCISE_TOKENS + GROUP_WORDS || (end < f->span->last && !ends_incise(doc, end)))
		return i;
	/* A subject can be dropped only between dashes. */
	return joined || subject || (in_dashes && end < f->span->last && token_at(doc, end)->kind == TOKEN_DASH) ? end : i;
}

static bool
put_incise(Finder *f, uint32_t first, uint32_t last)
{
	Document   *doc = f->doc;

	if (!nq_reserve(doc->arena, (void **) &doc->incises, &f->capacity, doc->incise_count, sizeof(Incise)))
		return fail(doc, NQ_NO_MEMORY);
	doc->incises[doc->incise_count++] = (Incise) {first, last};
	return true;
}

static bool
read_span(Finder *f)
{
	for (uint32_t i = f->span->first + 1; i + 1 < f->span->last; i++)
	{
		uint32_t	end;

		if (!check_interrupts(f->doc, f->rounds++, EVERY_1024))
			return false;
		if (!may_precede(f, i))
			continue;
		end = incise_end(f, i + 1);
		if (end == i + 1)
			continue;
		if (!put_incise(f, i + 1, end))
			return false;
		i = end - 1;
	}
	return true;
}

bool
nq_find_incises(Document *doc)
{
	Finder		f = {.doc = doc};

	if (!doc->language->quotes->incise_inside)
		return true;
	for (uint32_t s = 0; s < doc->span_count; s++)
	{
		f.span = &doc->spans[s];
		if (!check_interrupts(doc, s, EVERY_1024) || (f.span->match == NONE && !read_span(&f)))
			return false;
	}
	return true;
}

uint32_t
nq_incise_from(const Document *doc, uint32_t token)
{
	return FIRST_FROM(Incise, last, doc->incises, 0, doc->incise_count, token + 1);
}

bool
nq_is_in_incise(const Document *doc, uint32_t token)
{
	uint32_t	incise = nq_incise_from(doc, token);

	return incise < doc->incise_count && doc->incises[incise].first <= token;
}
