/*
 * quoted_spans.c
 *	  Possible quotation marks to spans.
 *
 * Takes the tokens, the marks among them and the paragraphs; gives the spans,
 * the runs of text between an opening and a closing mark, in the order of the
 * text, none within another.  Marks within a span play no role: only the
 * outermost quotation counts.
 *
 * As in CommonMark's delimiter runs, what a mark can do follows from its
 * neighbours: it can open after a blank or an opening bracket when no blank follows it,
 * and close when no blank precedes it.  Straight marks go by that alone;
 * directed ones go by their sign, and by their neighbours where the two disagree
 * (German and Swedish marks, typing errors).
 *
 * A single mark is far more often an apostrophe.  It opens only when a closing
 * one follows in its paragraph, and a mark after a word in -s ("the miners'
 * wives") closes only when no clearer one comes before the next opening mark.
 *
 * Scanned and tokenised text has blanks on both sides of a mark.  Such a mark opens when the next one
 * of its kind may close, by what is beside it.
 *
 * An unclosed quotation ends before the reporter's words, where a comma and a reporting verb with a name beside it show
 * them: "We are ready, said Lind. "We always were," he added.
 *
 * A span never runs over the end of its paragraph.  One that is not closed
 * there goes on in the next paragraph when that begins with an opening mark.
 *
 * Linear: every mark is looked at a bounded number of times.
 */
#include "core/base/bounds.h"
#include "core/base/search.h"
#include "core/stages.h"

#include <string.h>

typedef enum Family
{
	FAMILY_DOUBLE,
	FAMILY_SINGLE,
	FAMILY_GUILLEMET,
	FAMILY_ANGLE,
	FAMILY_CORNER,
	FAMILY_WHITE_CORNER
} Family;

typedef enum Direction
{
	EITHER,
	OPENING,
	CLOSING
} Direction;

static const struct
{
	uint8_t		family;
	uint8_t		direction;
}			signs[] = {
	[SIGN_DOUBLE_STRAIGHT] = {FAMILY_DOUBLE, EITHER},
	[SIGN_SINGLE_STRAIGHT] = {FAMILY_SINGLE, EITHER},
	[SIGN_DOUBLE_OPEN] = {FAMILY_DOUBLE, OPENING},
	[SIGN_DOUBLE_CLOSE] = {FAMILY_DOUBLE, CLOSING},
	[SIGN_DOUBLE_LOW] = {FAMILY_DOUBLE, OPENING},
	[SIGN_SINGLE_OPEN] = {FAMILY_SINGLE, OPENING},
	[SIGN_SINGLE_CLOSE] = {FAMILY_SINGLE, CLOSING},
	[SIGN_SINGLE_LOW] = {FAMILY_SINGLE, OPENING},
	[SIGN_TWIN_STRAIGHT] = {FAMILY_DOUBLE, EITHER},
	[SIGN_TWIN_GRAVE] = {FAMILY_DOUBLE, OPENING},
	[SIGN_TWIN_OPEN] = {FAMILY_DOUBLE, OPENING},
	[SIGN_TWIN_CLOSE] = {FAMILY_DOUBLE, CLOSING},
	[SIGN_GRAVE] = {FAMILY_SINGLE, OPENING},
	[SIGN_GUILLEMET_LEFT] = {FAMILY_GUILLEMET, EITHER},
	[SIGN_GUILLEMET_RIGHT] = {FAMILY_GUILLEMET, EITHER},
	[SIGN_ANGLE_LEFT] = {FAMILY_ANGLE, EITHER},
	[SIGN_ANGLE_RIGHT] = {FAMILY_ANGLE, EITHER},
	[SIGN_CORNER_OPEN] = {FAMILY_CORNER, OPENING},
	[SIGN_CORNER_CLOSE] = {FAMILY_CORNER, CLOSING},
	[SIGN_WHITE_CORNER_OPEN] = {FAMILY_WHITE_CORNER, OPENING},
	[SIGN_WHITE_CORNER_CLOSE] = {FAMILY_WHITE_CORNER, CLOSING},
};

/* The marks of one paragraph. */
typedef struct Pairing
{
	Document   *doc;
	const Paragraph *paragraph;
	uint32_t	first_mark,
				last_mark;
	uint32_t	capacity;		/* of Document.spans */
	uint32_t	match;			/* the next one of Document.matches */
	uint32_t	rounds;			/* of the loop over marks, for check_interrupts */
	bool		nests;			/* as many directed double marks open as close */
	bool		lacks;			/* more of them open than close */
	bool		measures;		/* the straight double marks come in pairs without those after figures: inch signs */
	uint32_t	match_end;		/* the first token after the last match, which may reach into later paragraphs */
} Pairing;

static Family
family_of(const Mark *mark)
{
	return (Family) signs[mark->sign].family;
}

static bool
blank_before(const Pairing *p, const Mark *mark)
{
	return mark->token == p->paragraph->first ||
		(token_at(p->doc, mark->token)->flags & TOKEN_SPACE) != 0;
}

static bool
blank_after(const Pairing *p, const Mark *mark)
{
	return mark->token + 1 >= p->paragraph->last ||
		(token_at(p->doc, mark->token + 1)->flags & TOKEN_SPACE) != 0;
}

static TokenKind
kind_before(const Pairing *p, const Mark *mark)
{
	return mark->token == p->paragraph->first ? TOKEN_END : (TokenKind) token_at(p->doc, mark->token - 1)->kind;
}

static TokenKind
kind_after(const Pairing *p, const Mark *mark)
{
	return mark->token + 1 >= p->paragraph->last ? TOKEN_END : (TokenKind) token_at(p->doc, mark->token + 1)->kind;
}

static bool
is_wordlike(TokenKind kind)
{
	return kind == TOKEN_WORD || kind == TOKEN_NUMBER || kind == TOKEN_CLITIC || kind == TOKEN_HANDLE;
}

/* Whether a mark can open, by its neighbours alone. */
static bool
looks_opening(const Pairing *p, const Mark *mark)
{
	TokenKind	before = kind_before(p, mark);
	TokenKind	after = kind_after(p, mark);

	if (blank_after(p, mark) || after == TOKEN_STOP || after == TOKEN_COMMA)
		return false;
	return blank_before(p, mark) || before == TOKEN_OPEN || before == TOKEN_DASH || before == TOKEN_MARK;
}

/* Whether a mark can close, by its neighbours alone. */
static bool
looks_closing(const Pairing *p, const Mark *mark)
{
	return !blank_before(p, mark) &&
		(blank_after(p, mark) || !is_wordlike(kind_after(p, mark)));
}

/* 6" pipes, 5'10": a mark right after a number. */
static bool
is_measure(const Pairing *p, const Mark *mark)
{
	return !blank_before(p, mark) && kind_before(p, mark) == TOKEN_NUMBER &&
		(mark->sign == SIGN_DOUBLE_STRAIGHT || mark->sign == SIGN_SINGLE_STRAIGHT);
}

/* '80s, 'em, 'til: an apostrophe at the beginning of a shortened word. */
static bool
is_elision(const Pairing *p, const Mark *mark)
{
	const TokenRules *rules = p->doc->language->tokens;
	const Token *next = token_at(p->doc, mark->token + 1);
	const char *text = p->doc->text + next->start;

	if (blank_after(p, mark))
		return false;
	if (next->length >= 2 && text[0] >= '0' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9' &&
		(next->length == 2 || nq_has_text(&rules->decades, text + 2, next->length - 2u)))
		return true;
	return nq_has_text(&rules->elisions, text, next->length);
}

/* "' so, '": a single mark with blanks on both sides that closes one with a blank after it. */
static bool
closes_spaced(const Pairing *p, const Mark *open, const Mark *mark)
{
	TokenKind	before = kind_before(p, mark);

	return blank_after(p, open) && blank_before(p, mark) && (blank_after(p, mark) || kind_after(p, mark) == TOKEN_END) &&
		(mark->sign == SIGN_SINGLE_CLOSE || before == TOKEN_STOP || before == TOKEN_COMMA);
}

/* ---- what closes ---- */

/* Whether a double or directed mark closes the span that another mark opened. */
static bool
closes(const Pairing *p, const Mark *open, const Mark *mark)
{
	Direction	direction = (Direction) signs[mark->sign].direction;

	if (family_of(mark) != family_of(open))
		return false;
	switch (family_of(open))
	{
		case FAMILY_GUILLEMET:
		case FAMILY_ANGLE:
			return mark->sign != open->sign;
		case FAMILY_CORNER:
		case FAMILY_WHITE_CORNER:
			return direction == CLOSING;
		default:
			break;
	}
	if (open->sign == SIGN_DOUBLE_LOW)
		return mark->sign != SIGN_DOUBLE_LOW;
	if (open->sign == SIGN_SINGLE_LOW)
		return mark->sign == SIGN_SINGLE_OPEN || mark->sign == SIGN_SINGLE_CLOSE;
	/* ''so'' is closed by the same mark, not by an inch sign. */
	if ((open->sign == SIGN_TWIN_STRAIGHT || open->sign == SIGN_TWIN_GRAVE) && mark->sign == SIGN_DOUBLE_STRAIGHT)
		return looks_closing(p, mark) && !is_measure(p, mark);
	if (direction == CLOSING)
		return true;
	if (direction == OPENING)
		return looks_closing(p, mark);
	return !is_measure(p, mark) || (looks_closing(p, mark) && !p->measures);
}

/* Straight marks within curly ones, or curly ones within straight ones. */
static bool
is_mixed_pair(const Mark *open, const Mark *mark)
{
	return (open->sign == SIGN_DOUBLE_OPEN && mark->sign == SIGN_DOUBLE_STRAIGHT) ||
		(open->sign == SIGN_DOUBLE_STRAIGHT && mark->sign == SIGN_DOUBLE_OPEN);
}

/* Whether a mark of the same family opens a quotation within one that is open. */
static bool
nests_within(const Pairing *p, const Mark *open, const Mark *mark)
{
	if (!p->nests || (mark->sign != open->sign && !is_mixed_pair(open, mark)))
		return false;
	return signs[mark->sign].direction == OPENING ||
		(signs[mark->sign].direction == EITHER && looks_opening(p, mark) && !looks_closing(p, mark));
}

/* The mark that closes the one at number m, or last_mark; that too when the stage has to stop: see the status. */
static uint32_t
find_closing(const Pairing *p, uint32_t m)
{
	const Mark *marks = p->doc->marks;
	uint32_t	depth = 0;

	for (uint32_t i = m + 1; i < p->last_mark; i++)
	{
		if (!check_interrupts(p->doc, i, EVERY_4096))
			break;
		if (nests_within(p, &marks[m], &marks[i]))
			depth++;
		else if (closes(p, &marks[m], &marks[i]) && depth-- == 0)
			return i;
	}
	return p->last_mark;
}

/* "the miners' wives", "goin' home": the mark may be an apostrophe. */
static bool
may_be_apostrophe(const Pairing *p, const Mark *mark)
{
	const Token *before = token_at(p->doc, mark->token - 1);

	return before->kind == TOKEN_WORD &&
		nq_find_ending(&p->doc->language->tokens->clipped_endings, p->doc->text + token_end(before), before->length) != 0 &&
		kind_after(p, mark) == TOKEN_WORD;
}

/* Double marks between two single ones must come in pairs. */
static int
double_balance(const Pairing *p, const Mark *mark, int balance)
{
	if (family_of(mark) != FAMILY_DOUBLE)
		return balance;
	switch (signs[mark->sign].direction)
	{
		case OPENING:
			return balance + 1;
		case CLOSING:
			return balance - 1;
		default:
			return looks_opening(p, mark) ? balance + 1 : balance - 1;
	}
}

/* The single mark that closes the one at number m, or last_mark: see the file's head. */
static uint32_t
find_single_closing(const Pairing *p, uint32_t m)
{
	const Mark *marks = p->doc->marks;
	uint32_t	doubtful = p->last_mark;
	int			balance = 0;

	for (uint32_t i = m + 1; i < p->last_mark && i < m + SINGLE_REACH; i++)
	{
		const Mark *mark = &marks[i];

		balance = double_balance(p, mark, balance);
		/* 'So," she said: nothing else is open that the double mark could close. */
		if (balance < 0)
			return doubtful == p->last_mark && looks_closing(p, mark) && !is_measure(p, mark) ? i : doubtful;
		if (family_of(mark) != FAMILY_SINGLE || balance > 0)
			continue;
		/* ‘The ’prentices': a closing mark before a word is an apostrophe where another sign opens. */
		if (marks[m].sign == SIGN_SINGLE_OPEN && mark->sign == SIGN_SINGLE_CLOSE && looks_opening(p, mark))
			continue;
		if (closes_spaced(p, &marks[m], mark))
			return i;
		if (looks_opening(p, mark) && !is_elision(p, mark))
			break;
		if (!looks_closing(p, mark) || mark->token == marks[m].token + 1)
			continue;
		if (!may_be_apostrophe(p, mark))
			return i;
		if (doubtful == p->last_mark)
			doubtful = i;
	}
	return doubtful;
}

/* ---- what opens ---- */

/* Whether a mark with blanks on both sides opens: the next one of its family may close and does not open. */
static bool
spaced_opens(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];
	uint32_t	next = m + 1;

	if (!blank_before(p, mark) || mark->token + 1 >= p->paragraph->last)
		return false;
	while (next < p->last_mark && next < m + SPACED_REACH && family_of(&mark[next - m]) != family_of(mark))
		next++;
	if (next >= p->last_mark || next >= m + SPACED_REACH || mark[next - m].token == mark->token + 1)
		return false;
	mark += next - m;
	return signs[mark->sign].direction != OPENING && !looks_opening(p, mark);
}

static bool
single_opens(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];

	if (mark->sign == SIGN_SINGLE_OPEN && blank_after(p, mark))
		return spaced_opens(p, m);
	/* said Lind.‘We ... */
	if (mark->sign == SIGN_SINGLE_OPEN && kind_before(p, mark) == TOKEN_STOP && kind_after(p, mark) == TOKEN_WORD)
		return true;
	return mark->sign != SIGN_SINGLE_CLOSE && looks_opening(p, mark) && !is_elision(p, mark);
}

/* "... ready, ”Lind said.“ We were": an opening mark whose blank is on the wrong side: the next one of its family closes. */
static bool
is_shifted(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];
	uint32_t	next = m + 1;

	while (next < p->last_mark && next < m + SPACED_REACH && family_of(&p->doc->marks[next]) != FAMILY_DOUBLE)
		next++;
	return mark->sign == SIGN_DOUBLE_OPEN && kind_after(p, mark) == TOKEN_WORD && kind_before(p, mark) != TOKEN_WORD &&
		next < p->last_mark && next < m + SPACED_REACH && p->doc->marks[next].sign == SIGN_DOUBLE_CLOSE;
}

static bool
double_opens(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];

	switch (signs[mark->sign].direction)
	{
		case OPENING:
			return !looks_closing(p, mark) || is_shifted(p, m);
		case CLOSING:
			/* Swedish: the same mark on both sides */
			return looks_opening(p, mark) && !looks_closing(p, mark) && find_closing(p, m) < p->last_mark;
		default:
			return blank_after(p, mark) ? spaced_opens(p, m) : !is_measure(p, mark);
	}
}

/* French points outwards and may set blanks within, German points inwards and sets none. */
static bool
guillemet_opens(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];

	if (mark->sign == SIGN_GUILLEMET_LEFT || mark->sign == SIGN_ANGLE_LEFT)
		return true;
	return looks_opening(p, mark);
}

static bool
opens(const Pairing *p, uint32_t m)
{
	switch (family_of(&p->doc->marks[m]))
	{
		case FAMILY_DOUBLE:
			return double_opens(p, m);
		case FAMILY_SINGLE:
			return single_opens(p, m);
		case FAMILY_GUILLEMET:
		case FAMILY_ANGLE:
			return guillemet_opens(p, m);
		default:
			return signs[p->doc->marks[m].sign].direction == OPENING;
	}
}

/* ---- spans ---- */

/* The span before, when it was left open and this one begins its paragraph. */
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

/* Writes the span from mark m to mark end, or to the paragraph's end when that is last_mark; it ends before a token where that comes first. */
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
	span->single = family_of(open) == FAMILY_SINGLE;
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

/* ---- unclosed ---- */

static bool
is_reporting_verb(const Pairing *p, uint32_t i)
{
	return token_has(p->doc, i, WC_CUE) && token_has(p->doc, i, WC_FINITE) && !token_has(p->doc, i, WC_DET);
}

/* Whether a name or pronoun of the reporter's ends before a token; it begins at i. */
static uint32_t
after_name(const Pairing *p, uint32_t i, uint32_t limit)
{
	uint32_t	end = i;

	if (i < limit && token_has(p->doc, i, WC_PRONOUN) && !token_has(p->doc, i, WC_DET))
		return i + 1;
	while (end < limit && end < i + UNCLOSED_NAME && is_word(p->doc, end) && (token_at(p->doc, end)->flags & TOKEN_CAPITAL) != 0)
		end++;
	return end;
}

/* Whether the reporter's words begin at a token: "said Otto Lind." or "Otto Lind said." */
static bool
begins_report(const Pairing *p, uint32_t i, uint32_t limit)
{
	uint32_t	end;

	if (i < limit && is_reporting_verb(p, i))
		end = after_name(p, i + 1, limit);
	else
	{
		end = after_name(p, i, limit);
		if (end == i || end >= limit || !is_reporting_verb(p, end))
			return false;
		return end + 1 == limit || token_at(p->doc, end + 1)->kind == TOKEN_STOP;
	}
	return end > i + 1 && (end == limit || token_at(p->doc, end)->kind == TOKEN_STOP || token_at(p->doc, end)->kind == TOKEN_COMMA);
}

/* A single mark that closes what a double one opened: 1, else 0. */
static uint32_t
is_wrong_closing(const Pairing *p, uint32_t i)
{
	const Mark *mark;

	if (i >= p->paragraph->last || token_at(p->doc, i)->kind != TOKEN_MARK)
		return 0;
	mark = mark_at(p->doc, i);
	return family_of(mark) == FAMILY_SINGLE && looks_closing(p, mark);
}

/*
 * The token before which an unclosed quotation ends that mark m opens, after a comma and before the reporter's words;
 * NONE where there is no such place.  It is unclosed when the next mark of its family opens, or there is none.
 */
static uint32_t
end_before_report(const Pairing *p, uint32_t m)
{
	const Document *doc = p->doc;
	const Mark *marks = doc->marks;
	uint32_t	next = m + 1;
	uint32_t	limit = p->paragraph->last;

	if (p->nests || family_of(&marks[m]) != FAMILY_DOUBLE)
		return NONE;
	while (next < p->last_mark && next < m + SINGLE_REACH && family_of(&marks[next]) != FAMILY_DOUBLE)
		next++;
	if (next < p->last_mark)
	{
		if (!looks_opening(p, &marks[next]) || looks_closing(p, &marks[next]))
			return NONE;
		limit = marks[next].token;
	}
	if (limit - marks[m].token > UNCLOSED_TOKENS)
		limit = marks[m].token + UNCLOSED_TOKENS;
	for (uint32_t i = marks[m].token + 2; i + 1 < limit; i++)
		if (token_at(doc, i)->kind == TOKEN_COMMA && begins_report(p, i + 1 + is_wrong_closing(p, i + 1), limit))
			return i + 1;
	return NONE;
}

/* ---- a mark that opens again ---- */

/* The first mark of the family after the one at number m; last_mark when there is none within reach. */
static uint32_t
next_of_family(const Pairing *p, uint32_t m)
{
	const Mark *marks = p->doc->marks;
	uint32_t	next = m + 1;

	while (next < p->last_mark && next < m + SINGLE_REACH && family_of(&marks[next]) != family_of(&marks[m]))
		next++;
	return next < m + SINGLE_REACH ? next : p->last_mark;
}

/*
 * The token before which a quotation ends that is not closed before the next one opens; NONE where it is closed.  More marks of its
 * paragraph open than close then.  Where a sentence ends before the next mark, the words go on with it, as those of paragraphs that
 * were joined.  Else the reporter's words lead up to the next mark, and the quotation ends with the sentence before these.
 */
static uint32_t
end_before_next(const Pairing *p, uint32_t m)
{
	const Document *doc = p->doc;
	uint32_t	next;
	uint32_t	mark;

	/* Where the next paragraph begins with a mark, the quotation goes on there. */
	if (!p->lacks || family_of(&doc->marks[m]) != FAMILY_DOUBLE || token_at(doc, p->paragraph->last)->kind == TOKEN_MARK)
		return NONE;
	next = next_of_family(p, m);
	if (next == p->last_mark || doc->marks[next].sign != doc->marks[m].sign || !looks_opening(p, &doc->marks[next]) || looks_closing(p, &doc->marks[next]))
		return NONE;
	mark = doc->marks[next].token;
	if (mark < doc->marks[m].token + 3)
		return NONE;
	if (token_at(doc, mark - 1)->kind == TOKEN_STOP)
		return NONE;
	for (uint32_t i = mark - 1; i > doc->marks[m].token + 1 && i + UNCLOSED_TOKENS > mark; i--)
		if (token_at(doc, i - 1)->kind == TOKEN_STOP && (token_at(doc, i)->flags & TOKEN_SPACE) != 0 && (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0)
			return i;
	return NONE;
}

/* ‘We lost it all. ‘Nobody came: whether a single mark opens a quotation that is not closed; an apostrophe is not directed so. */
static bool
stays_open(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];
	TokenKind	before = kind_before(p, mark);

	return mark->sign == SIGN_SINGLE_OPEN && kind_after(p, mark) == TOKEN_WORD && (token_at(p->doc, mark->token + 1)->flags & TOKEN_CAPITAL) != 0 &&
		(before == TOKEN_END || before == TOKEN_COMMA || before == TOKEN_COLON || before == TOKEN_STOP);
}

/*
 * The token before which such a quotation ends: before the reporter's words, or the next mark that opens; the paragraph's end.  NONE where
 * double marks are in between: then this one is something else.
 */
static uint32_t
end_before_next_single(const Pairing *p, uint32_t m)
{
	const Document *doc = p->doc;
	const Mark *marks = doc->marks;
	uint32_t	next = m + 1;
	uint32_t	limit;

	while (next < p->last_mark && next < m + SINGLE_REACH && (marks[next].sign != SIGN_SINGLE_OPEN || !looks_opening(p, &marks[next])))
	{
		if (family_of(&marks[next]) != FAMILY_SINGLE)
			return NONE;
		next++;
	}
	if (next == m + SINGLE_REACH)
		return NONE;
	limit = next < p->last_mark ? marks[next].token : p->paragraph->last;
	for (uint32_t i = marks[m].token + 2; i + 1 < limit && i < marks[m].token + UNCLOSED_TOKENS; i++)
		if (token_at(doc, i)->kind == TOKEN_COMMA && begins_report(p, i + 1, limit))
			return i + 1;
	return limit;
}

/* The first token of the next match in the paragraph; the paragraph's end when there is none. */
static uint32_t
next_match(const Pairing *p)
{
	uint32_t	first;

	if (p->match == p->doc->match_count)
		return p->paragraph->last;
	first = nq_token_from(p->doc, p->doc->matches[p->match].start);
	return first < p->paragraph->last ? first : p->paragraph->last;
}

/* Writes the next match as a span; *after is the first token after it. */
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
	/* Of two matches within one token, the first one counts. */
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

/* Writes the matches that begin before a token; *after is the first token after them. */
static bool
put_matches(Pairing *p, uint32_t token, uint32_t *after)
{
	while (p->match < p->doc->match_count && next_match(p) < token)
		if (!put_match_span(p, after))
			return false;
	return true;
}

/* "Go home.': the single mark that closes what a double one opened, after a sentence and before a blank; last_mark when there is none. */
static uint32_t
find_wrong_closing(const Pairing *p, uint32_t m)
{
	const Mark *marks = p->doc->marks;

	if (family_of(&marks[m]) != FAMILY_DOUBLE)
		return p->last_mark;
	for (uint32_t i = m + 1; i < p->last_mark && i < m + SPACED_REACH; i++)
	{
		TokenKind	before = kind_before(p, &marks[i]);

		if (family_of(&marks[i]) != FAMILY_SINGLE)
			continue;
		if (looks_opening(p, &marks[i]) && !is_elision(p, &marks[i]))
			break;
		if (looks_closing(p, &marks[i]) && (before == TOKEN_STOP || before == TOKEN_COMMA))
			return i;
	}
	return p->last_mark;
}

/* "“We are ready,” she said.": an opening mark that was typed twice, of which one closes. */
static bool
is_typed_twice(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];
	uint32_t	close = m + 2;

	if (m + 1 >= p->last_mark || mark[1].token != mark->token + 1 || blank_after(p, mark))
		return false;
	if (!p->nests && is_mixed_pair(mark, mark + 1))
		return true;
	if (!is_mixed_pair(mark, mark + 1) && (mark->sign != SIGN_DOUBLE_STRAIGHT || mark[1].sign != SIGN_DOUBLE_STRAIGHT))
		return false;
	/* ""so"": both marks are twice there */
	while (close < p->last_mark && close < m + SPACED_REACH && family_of(&p->doc->marks[close]) != FAMILY_DOUBLE)
		close++;
	return close + 1 < p->last_mark && close < m + SPACED_REACH && p->doc->marks[close + 1].token == p->doc->marks[close].token + 1 &&
		family_of(&p->doc->marks[close + 1]) == FAMILY_DOUBLE && looks_closing(p, &p->doc->marks[close + 1]);
}

/* Writes the span of a mark, if it opens one and no match overlaps it.  *next is the mark after it. */
static bool
pair_mark(Pairing *p, uint32_t m, uint32_t *next)
{
	const Mark *marks = p->doc->marks;
	bool		single = family_of(&marks[m]) == FAMILY_SINGLE;
	uint32_t	cut;
	uint32_t	end;

	*next = m + 1;
	if (!opens(p, m) || is_typed_twice(p, m))
		return p->doc->status == NQ_OK;
	cut = end_before_report(p, m);
	if (cut == NONE)
		cut = end_before_next(p, m);
	if (cut != NONE && next_match(p) >= cut)
	{
		while (*next < p->last_mark && marks[*next].token < cut)
			++*next;
		return put_span(p, m, p->last_mark, cut);
	}
	end = single ? find_single_closing(p, m) : find_closing(p, m);
	if (p->doc->status != NQ_OK)
		return false;
	if (end == p->last_mark && single)
	{
		if (!stays_open(p, m))
			return true;		/* an apostrophe after all */
		cut = end_before_next_single(p, m);
		if (cut == NONE || next_match(p) < cut)
			return true;
		while (*next < p->last_mark && marks[*next].token < cut)
			++*next;
		return put_span(p, m, p->last_mark, cut);
	}
	if (end == p->last_mark && !single)
		end = find_wrong_closing(p, m);
	if (next_match(p) < (end < p->last_mark ? marks[end].token : p->paragraph->last))
		return true;
	*next = end < p->last_mark ? end + 1 : end;
	return put_span(p, m, end, NONE);
}

/* What the paragraph's marks tell together: nests and measures; false when the stage has to stop. */
static bool
survey_marks(Pairing *p)
{
	int			balance = 0;
	uint32_t	straight = 0;

	for (uint32_t m = p->first_mark; m < p->last_mark; m++)
	{
		const Mark *mark = &p->doc->marks[m];

		if (!check_interrupts(p->doc, m, EVERY_4096))
			return false;
		balance = double_balance(p, mark, balance);
		straight += mark->sign == SIGN_DOUBLE_STRAIGHT && !is_measure(p, mark);
	}
	p->nests = balance == 0;
	p->lacks = balance > 0;
	p->measures = straight % 2 == 0;
	return true;
}

static bool
pair_paragraph(Pairing *p)
{
	uint32_t	after = p->match_end > p->paragraph->first ? p->match_end : p->paragraph->first;

	if (!survey_marks(p))
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
	uint32_t	expected = doc->token_count / 16;	/* few texts have more; a text of nothing but marks has no spans */
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
