/*
 * marks.c
 *	  What a quotation mark can do, and which mark closes it: see pairing.h.
 *
 * As in CommonMark's delimiter runs, what a mark can do follows from its neighbours: it can open if it follows
 * a blank or an opening bracket and no blank follows it, and close if no blank precedes it.  For straight marks
 * this is all; directed marks follow their sign, and their neighbours if the two disagree (German and Swedish
 * marks, typing errors).
 *
 * A single mark is far more often an apostrophe.  It opens only if a closing one follows in its paragraph.  A
 * mark after a word in -s ("the miners' wives") closes only if no clearer one comes before the next opening
 * mark.
 *
 * Scanned and tokenised text has blanks on both sides of a mark.  Such a mark opens if the neighbours of the
 * next mark of its kind allow that one to close.
 *
 * nq_find_closing() may scan all marks of the paragraph, after which the caller continues from the mark found;
 * all other searches are bounded.
 */
#include "core/base/bounds.h"
#include "core/stages.h"
#include "core/text/pairing.h"

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

Family
nq_mark_family(const Mark *mark)
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

TokenKind
nq_kind_before_mark(const Pairing *p, const Mark *mark)
{
	return mark->token == p->paragraph->first ? TOKEN_END : (TokenKind) token_at(p->doc, mark->token - 1)->kind;
}

TokenKind
nq_kind_after_mark(const Pairing *p, const Mark *mark)
{
	return mark->token + 1 >= p->paragraph->last ? TOKEN_END : (TokenKind) token_at(p->doc, mark->token + 1)->kind;
}

static bool
is_wordlike(TokenKind kind)
{
	return kind == TOKEN_WORD || kind == TOKEN_NUMBER || kind == TOKEN_CLITIC || kind == TOKEN_HANDLE;
}

/* Can a mark open, judged by its neighbours? */
bool
nq_looks_opening(const Pairing *p, const Mark *mark)
{
	TokenKind	before = nq_kind_before_mark(p, mark);
	TokenKind	after = nq_kind_after_mark(p, mark);

	if (blank_after(p, mark) || after == TOKEN_STOP || after == TOKEN_COMMA)
		return false;
	return blank_before(p, mark) || before == TOKEN_OPEN || before == TOKEN_DASH || before == TOKEN_MARK;
}

/* Can a mark close, judged by its neighbours? */
bool
nq_looks_closing(const Pairing *p, const Mark *mark)
{
	return !blank_before(p, mark) &&
		(blank_after(p, mark) || !is_wordlike(nq_kind_after_mark(p, mark)));
}

/* 6" pipes, 5'10": a mark right after a number. */
static bool
is_measure(const Pairing *p, const Mark *mark)
{
	return !blank_before(p, mark) && nq_kind_before_mark(p, mark) == TOKEN_NUMBER &&
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
	TokenKind	before = nq_kind_before_mark(p, mark);

	return blank_after(p, open) && blank_before(p, mark) && (blank_after(p, mark) || nq_kind_after_mark(p, mark) == TOKEN_END) &&
		(mark->sign == SIGN_SINGLE_CLOSE || before == TOKEN_STOP || before == TOKEN_COMMA);
}

/* ---- what closes ---- */

/* Does a double or directed mark close the span that another mark opened? */
static bool
closes(const Pairing *p, const Mark *open, const Mark *mark)
{
	Direction	direction = (Direction) signs[mark->sign].direction;

	if (nq_mark_family(mark) != nq_mark_family(open))
		return false;
	switch (nq_mark_family(open))
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
		return nq_looks_closing(p, mark) && !is_measure(p, mark);
	if (direction == CLOSING)
		return true;
	if (direction == OPENING)
		return nq_looks_closing(p, mark);
	return !is_measure(p, mark) || (nq_looks_closing(p, mark) && !p->measures);
}

/* Straight marks inside curly ones, or curly ones inside straight ones. */
static bool
is_mixed_pair(const Mark *open, const Mark *mark)
{
	return (open->sign == SIGN_DOUBLE_OPEN && mark->sign == SIGN_DOUBLE_STRAIGHT) ||
		(open->sign == SIGN_DOUBLE_STRAIGHT && mark->sign == SIGN_DOUBLE_OPEN);
}

/* Does a mark open a quotation nested in an open one of the same family? */
static bool
nests_within(const Pairing *p, const Mark *open, const Mark *mark)
{
	if (!p->nests || (mark->sign != open->sign && !is_mixed_pair(open, mark)))
		return false;
	return signs[mark->sign].direction == OPENING ||
		(signs[mark->sign].direction == EITHER && nq_looks_opening(p, mark) && !nq_looks_closing(p, mark));
}

/* Returns the mark that closes mark m, or last_mark; last_mark also when the stage has to stop (see the status). */
uint32_t
nq_find_closing(const Pairing *p, uint32_t m)
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

/* "the miners' wives", "goin' home": can the mark be an apostrophe? */
static bool
may_be_apostrophe(const Pairing *p, const Mark *mark)
{
	const Token *before = token_at(p->doc, mark->token - 1);

	return before->kind == TOKEN_WORD &&
		nq_find_ending(&p->doc->language->tokens->clipped_endings, p->doc->text + token_end(before), before->length) != 0 &&
		nq_kind_after_mark(p, mark) == TOKEN_WORD;
}

/* "‘The hens are drownin’.’": is a mark after a letter an apostrophe, because another one closes after the stop or comma behind it? */
static bool
is_before_closing(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];
	TokenKind	after = nq_kind_after_mark(p, mark);

	return m + 1 < p->last_mark && nq_kind_before_mark(p, mark) == TOKEN_WORD && (after == TOKEN_STOP || after == TOKEN_COMMA) && mark[1].token == mark->token + 2 &&
		mark[1].sign == mark->sign && !blank_before(p, mark + 1) && nq_looks_closing(p, mark + 1);
}

/* Double marks between two single ones must be balanced. */
static int
double_balance(const Pairing *p, const Mark *mark, int balance)
{
	if (nq_mark_family(mark) != FAMILY_DOUBLE)
		return balance;
	switch (signs[mark->sign].direction)
	{
		case OPENING:
			return balance + 1;
		case CLOSING:
			return balance - 1;
		default:
			return nq_looks_opening(p, mark) ? balance + 1 : balance - 1;
	}
}

/* Returns the single mark that closes mark m, or last_mark: see the file's head. */
uint32_t
nq_find_single_closing(const Pairing *p, uint32_t m)
{
	const Mark *marks = p->doc->marks;
	uint32_t	doubtful = p->last_mark;
	int			balance = 0;

	for (uint32_t i = m + 1; i < p->last_mark && i < m + SINGLE_REACH; i++)
	{
		const Mark *mark = &marks[i];

		balance = double_balance(p, mark, balance);
		/* 'So," she said: the double mark can close nothing but the single one. */
		if (balance < 0)
			return doubtful == p->last_mark && nq_looks_closing(p, mark) && !is_measure(p, mark) ? i : doubtful;
		if (nq_mark_family(mark) != FAMILY_SINGLE || balance > 0)
			continue;
		/* ‘The ’prentices': a closing mark before a word is an apostrophe if another sign opens. */
		if (marks[m].sign == SIGN_SINGLE_OPEN && mark->sign == SIGN_SINGLE_CLOSE && nq_looks_opening(p, mark))
			continue;
		if (closes_spaced(p, &marks[m], mark))
			return i;
		if (nq_looks_opening(p, mark) && !is_elision(p, mark))
			break;
		if (!nq_looks_closing(p, mark) || mark->token == marks[m].token + 1)
			continue;
		if (!may_be_apostrophe(p, mark))
			return is_before_closing(p, i) ? i + 1 : i;
		if (doubtful == p->last_mark)
			doubtful = i;
	}
	return doubtful;
}

/* ---- what opens ---- */

/* Does a mark with blanks on both sides open?  It does if the next one of its family can close and not open. */
static bool
spaced_opens(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];
	uint32_t	next = m + 1;

	if (!blank_before(p, mark) || mark->token + 1 >= p->paragraph->last)
		return false;
	while (next < p->last_mark && next < m + SPACED_REACH && nq_mark_family(&mark[next - m]) != nq_mark_family(mark))
		next++;
	if (next >= p->last_mark || next >= m + SPACED_REACH || mark[next - m].token == mark->token + 1)
		return false;
	mark += next - m;
	return signs[mark->sign].direction != OPENING && !nq_looks_opening(p, mark);
}

static bool
single_opens(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];

	if (mark->sign == SIGN_SINGLE_OPEN && blank_after(p, mark))
		return spaced_opens(p, m);
	/* said Lind.‘We ... */
	if (mark->sign == SIGN_SINGLE_OPEN && nq_kind_before_mark(p, mark) == TOKEN_STOP && nq_kind_after_mark(p, mark) == TOKEN_WORD)
		return true;
	return mark->sign != SIGN_SINGLE_CLOSE && nq_looks_opening(p, mark) && !is_elision(p, mark);
}

/*
 * "... ready, ”Lind said.“ We were": is this an opening mark with its blank on the wrong side?  It is if the
 * next mark of its family closes.
 */
static bool
is_shifted(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];
	uint32_t	next = m + 1;

	while (next < p->last_mark && next < m + SPACED_REACH && nq_mark_family(&p->doc->marks[next]) != FAMILY_DOUBLE)
		next++;
	return mark->sign == SIGN_DOUBLE_OPEN && nq_kind_after_mark(p, mark) == TOKEN_WORD && nq_kind_before_mark(p, mark) != TOKEN_WORD &&
		next < p->last_mark && next < m + SPACED_REACH && p->doc->marks[next].sign == SIGN_DOUBLE_CLOSE;
}

static bool
double_opens(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];

	switch (signs[mark->sign].direction)
	{
		case OPENING:
			return !nq_looks_closing(p, mark) || is_shifted(p, m);
		case CLOSING:
			/* Swedish: the same mark on both sides. */
			return nq_looks_opening(p, mark) && !nq_looks_closing(p, mark) && nq_find_closing(p, m) < p->last_mark;
		default:
			return blank_after(p, mark) ? spaced_opens(p, m) : !is_measure(p, mark);
	}
}

/* French guillemets point outwards and may have blanks inside; German ones point inwards, without blanks. */
static bool
guillemet_opens(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];

	if (mark->sign == SIGN_GUILLEMET_LEFT || mark->sign == SIGN_ANGLE_LEFT)
		return true;
	return nq_looks_opening(p, mark);
}

bool
nq_mark_opens(const Pairing *p, uint32_t m)
{
	switch (nq_mark_family(&p->doc->marks[m]))
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

/* ---- errors of typing ---- */

/*
 * "Go home.': the single mark, after a sentence and before a blank, that closes what a double one opened;
 * last_mark if there is none.
 */
uint32_t
nq_find_wrong_closing(const Pairing *p, uint32_t m)
{
	const Mark *marks = p->doc->marks;

	if (nq_mark_family(&marks[m]) != FAMILY_DOUBLE)
		return p->last_mark;
	for (uint32_t i = m + 1; i < p->last_mark && i < m + SPACED_REACH; i++)
	{
		TokenKind	before = nq_kind_before_mark(p, &marks[i]);

		if (nq_mark_family(&marks[i]) != FAMILY_SINGLE)
			continue;
		if (nq_looks_opening(p, &marks[i]) && !is_elision(p, &marks[i]))
			break;
		if (nq_looks_closing(p, &marks[i]) && (before == TOKEN_STOP || before == TOKEN_COMMA))
			return i;
	}
	return p->last_mark;
}

/* "“We are ready,” she said.": is the opening mark doubled, with only one mark to close it? */
bool
nq_is_typed_twice(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];
	uint32_t	close = m + 2;

	if (m + 1 >= p->last_mark || mark[1].token != mark->token + 1 || blank_after(p, mark))
		return false;
	if (!p->nests && is_mixed_pair(mark, mark + 1))
		return true;
	if (!is_mixed_pair(mark, mark + 1) && (mark->sign != SIGN_DOUBLE_STRAIGHT || mark[1].sign != SIGN_DOUBLE_STRAIGHT))
		return false;
	/* ""so"": both marks are doubled */
	while (close < p->last_mark && close < m + SPACED_REACH && nq_mark_family(&p->doc->marks[close]) != FAMILY_DOUBLE)
		close++;
	return close + 1 < p->last_mark && close < m + SPACED_REACH && p->doc->marks[close + 1].token == p->doc->marks[close].token + 1 &&
		nq_mark_family(&p->doc->marks[close + 1]) == FAMILY_DOUBLE && nq_looks_closing(p, &p->doc->marks[close + 1]);
}

/* ---- all marks of a paragraph ---- */

bool
nq_survey_marks(Pairing *p)
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
