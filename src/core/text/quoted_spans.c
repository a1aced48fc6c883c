/*
 * quoted_spans.c
 *	  Quotation marks to spans.
 *
 * Takes the tokens, the marks among them and the paragraphs; gives the spans, each the text between an opening
 * and a closing mark, in the order of the text and not nested.  Marks inside a span are ignored: only the
 * outermost quotation counts.
 *
 * marks.c decides what a mark can do, unclosed.c where an unclosed quotation ends.
 *
 * A span never extends beyond its paragraph.  An unclosed span is continued in the next paragraph if that
 * begins with an opening mark.
 *
 * Linear: every mark is examined a bounded number of times.
 */
#include "core/base/search.h"
#include "core/stages.h"
#include "core/text/pairing.h"

/* ---- spans ---- */

/* The span before, if it was left open and this one begins the next paragraph. */
static uint32_t
continued_span(const Pairing *p, const Mark *open)
{
	const Document *doc = p->doc;
	const QuotedSpan *before;

	if (doc->span_count == 0 || open->token != p->paragraph->first || p->paragraph == doc->paragraphs)
		return NONE;
	before = &doc->spans[doc->span_count - 1];
	if (before->closed || before->last != p->paragraph->first)
		return NONE;
	return doc->span_count - 1;
}

static QuotedSpan *
new_span(Pairing *p)
{
	Document   *doc = p->doc;

	if (!nq_reserve(doc->arena, (void **) &doc->spans, &p->capacity, doc->span_count, sizeof(QuotedSpan)))
	{
		doc->status = NQ_NO_MEMORY;
		return NULL;
	}
	return &doc->spans[doc->span_count];
}

/*
 * Writes the span from mark m to mark end (last_mark: the paragraph's end), or up to the token cut if that
 * comes first.
 */
static bool
put_span(Pairing *p, uint32_t m, uint32_t end, uint32_t cut)
{
	Document   *doc = p->doc;
	Mark	   *open = &doc->marks[m];
	bool		closed = end < p->last_mark;
	uint32_t	last = closed ? doc->marks[end].token : p->paragraph->last;
	QuotedSpan    *span;

	if (last == open->token + 1)
		return true;			/* nothing between the marks */
	if (cut < last)
	{
		last = cut;
		closed = false;
	}
	span = new_span(p);
	if (span == NULL)
		return false;
	span->first = open->token + 1;
	span->last = last;
	span->open = open->token;
	span->close = closed ? last : last - 1;
	span->match = NONE;
	span->continues = continued_span(p, open);
	span->closed = closed;
	span->single = nq_mark_family(open) == FAMILY_SINGLE;
	open->role = ROLE_OPENS;
	open->span = doc->span_count;
	if (closed)
	{
		doc->marks[end].role = ROLE_CLOSES;
		doc->marks[end].span = doc->span_count;
	}
	doc->span_count++;
	return true;
}

/* The first token of the next match in the paragraph; the paragraph's end if there is none. */
static uint32_t
next_match(const Pairing *p)
{
	uint32_t	first;

	if (p->match == p->doc->match_count)
		return p->paragraph->last;
	first = nq_token_from(p->doc, p->doc->matches[p->match].start);
	return first < p->paragraph->last ? first : p->paragraph->last;
}

/* Writes the next match as a span and sets *after to the token after it. */
static bool
put_match_span(Pairing *p, uint32_t *after)
{
	Document   *doc = p->doc;
	uint32_t	first = next_match(p);
	uint32_t	last = nq_token_from(doc, doc->matches[p->match].end - 1) + 1;
	QuotedSpan    *span;

	p->match_end = last;
	if (last > p->paragraph->last)
		last = p->paragraph->last;
	*after = last;
	/* Of two matches in one token, the first is used. */
	if (doc->span_count > 0 && doc->spans[doc->span_count - 1].close >= first)
	{
		p->match++;
		return true;
	}
	span = new_span(p);
	if (span == NULL)
		return false;
	*span = (QuotedSpan) {
		.first = first, .last = last, .open = first, .close = last - 1,
		.match = p->match++, .continues = NONE, .closed = true
	};
	doc->span_count++;
	return true;
}

/* Writes the matches that begin before a token and sets *after to the token after them. */
static bool
put_matches(Pairing *p, uint32_t token, uint32_t *after)
{
	while (p->match < p->doc->match_count && next_match(p) < token)
		if (!put_match_span(p, after))
			return false;
	return true;
}

/*
 * Writes the span that a mark opens, unless it opens none or a match overlaps it.  Sets *next to the next mark
 * to read.
 */
static bool
pair_mark(Pairing *p, uint32_t m, uint32_t *next)
{
	const Mark *marks = p->doc->marks;
	bool		single = nq_mark_family(&marks[m]) == FAMILY_SINGLE;
	uint32_t	cut;
	uint32_t	end;

	*next = m + 1;
	if (!nq_mark_opens(p, m) || nq_is_typed_twice(p, m))
		return p->doc->status == NQ_OK;
	cut = nq_end_before_report(p, m);
	if (cut == NONE)
		cut = nq_end_before_next(p, m);
	if (cut != NONE && next_match(p) >= cut)
	{
		while (*next < p->last_mark && marks[*next].token < cut)
			++*next;
		return put_span(p, m, p->last_mark, cut);
	}
	end = single ? nq_find_single_closing(p, m) : nq_find_closing(p, m);
	if (p->doc->status != NQ_OK)
		return false;
	if (end == p->last_mark && single)
	{
		if (!nq_stays_open(p, m))
			return true;		/* an apostrophe after all */
		cut = nq_end_before_next_single(p, m);
		if (cut == NONE || next_match(p) < cut)
			return true;
		while (*next < p->last_mark && marks[*next].token < cut)
			++*next;
		return put_span(p, m, p->last_mark, cut);
	}
	if (end == p->last_mark && !single)
		end = nq_find_wrong_closing(p, m);
	if (next_match(p) < (end < p->last_mark ? marks[end].token : p->paragraph->last))
		return true;
	*next = end < p->last_mark ? end + 1 : end;
	return put_span(p, m, end, NONE);
}

static bool
pair_paragraph(Pairing *p)
{
	uint32_t	after = p->match_end > p->paragraph->first ? p->match_end : p->paragraph->first;

	if (!nq_survey_marks(p))
		return false;
	for (uint32_t m = p->first_mark; m < p->last_mark;)
	{
		uint32_t	token = p->doc->marks[m].token;

		if (!check_interrupts(p->doc, p->rounds++, EVERY_256))
			return false;
		if (!put_matches(p, token + 1, &after))
			return false;
		if (token < after)
			m++;
		else if (!pair_mark(p, m, &m))
			return false;
	}
	return put_matches(p, p->paragraph->last, &after);
}

bool
nq_pair_marks(Document *doc)
{
	uint32_t	pairs = doc->mark_count / 2;
	uint32_t	expected = doc->token_count / 16;	/* few texts have more spans; a text of nothing but marks
													 * has none */
	Pairing		p = {.doc = doc, .capacity = (pairs < expected ? pairs : expected) + doc->match_count};

	for (uint32_t i = 0; i < doc->paragraph_count; i++)
	{
		p.paragraph = &doc->paragraphs[i];
		p.last_mark = p.first_mark;
		for (; p.last_mark < doc->mark_count && doc->marks[p.last_mark].token < p.paragraph->last; p.last_mark++)
			if (!check_interrupts(doc, p.last_mark, EVERY_65536))
				return false;
		if ((p.last_mark > p.first_mark || p.match < doc->match_count) && !pair_paragraph(&p))
			return false;
		p.first_mark = p.last_mark;
		if (!check_interrupts(doc, i, EVERY_4096))
			return false;
	}
	return true;
}

uint32_t
nq_pattern_span(const Document *doc, uint32_t i)
{
	uint32_t	span = FIRST_FROM(QuotedSpan, close, doc->spans, 0, doc->span_count, i);

	return span < doc->span_count && doc->spans[span].match != NONE && doc->spans[span].open <= i ? span : NONE;
}
