/*
 * unclosed.c
 *	  The end of an unclosed quotation: see pairing.h.
 *
 * It ends before a reporting clause, recognised by a comma and a reporting verb with a name beside it: "We are
 * ready, said Lind. "We always were," he added. Otherwise it ends where the next quotation opens.
 *
 * Searches are bounded by UNCLOSED_TOKENS and SINGLE_REACH.
 */
#include "core/base/bounds.h"
#include "core/stages.h"
#include "core/text/pairing.h"

/* ---- before the reporter's words ---- */

static bool
is_reporting_verb(const Pairing *p, uint32_t i)
{
	return token_has(p->doc, i, WC_CUE) && token_has(p->doc, i, WC_FINITE) && !token_has(p->doc, i, WC_DET);
}

/* The end of the reporter's name or pronoun that begins at i; i if there is none. */
static uint32_t
after_name(const Pairing *p, uint32_t i, uint32_t limit)
{
	uint32_t	end = i;

	if (i < limit && token_has(p->doc, i, WC_PRONOUN) && !token_has(p->doc, i, WC_DET))
		return i + 1;
	/* "Said farmer Aldo Ricci" */
	while (end < limit && end < i + UNCLOSED_NAME && is_word(p->doc, end) && token_has(p->doc, end, WC_ROLE | WC_ROLEADJ) && (token_at(p->doc, end)->flags & TOKEN_CAPITAL) == 0)
		end++;
	if (end == limit || !is_word(p->doc, end) || (token_at(p->doc, end)->flags & TOKEN_CAPITAL) == 0)
		return i;
	i = end;
	while (end < limit && end < i + UNCLOSED_NAME && is_word(p->doc, end) && (token_at(p->doc, end)->flags & TOKEN_CAPITAL) != 0)
		end++;
	return end;
}

/* Does a reporting clause begin at a token: "said Otto Lind." or "Otto Lind said."? */
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

/* Returns 1 for a single mark that closes what a double one opened, otherwise 0. */
static uint32_t
is_wrong_closing(const Pairing *p, uint32_t i)
{
	const Mark *mark;

	if (i >= p->paragraph->last || token_at(p->doc, i)->kind != TOKEN_MARK)
		return 0;
	mark = mark_at(p->doc, i);
	return nq_mark_family(mark) == FAMILY_SINGLE && nq_looks_closing(p, mark);
}

/*
 * Returns the token before which the unclosed quotation that mark m opens ends, after a comma and before a
 * reporting clause; NONE if there is no such clause.  A quotation is unclosed if the next mark of its family
 * opens, or if there is none.
 */
uint32_t
nq_end_before_report(const Pairing *p, uint32_t m)
{
	const Document *doc = p->doc;
	const Mark *marks = doc->marks;
	uint32_t	next = m + 1;
	uint32_t	limit = p->paragraph->last;

	if (p->nests || nq_mark_family(&marks[m]) != FAMILY_DOUBLE)
		return NONE;
	while (next < p->last_mark && next < m + SINGLE_REACH && nq_mark_family(&marks[next]) != FAMILY_DOUBLE)
		next++;
	if (next < p->last_mark)
	{
		if (!nq_looks_opening(p, &marks[next]) || nq_looks_closing(p, &marks[next]))
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

/* ---- before a mark that opens again ---- */

/* Tokens from the conjunction to the mark: "and Jonas Pike, the owner, of". */
#define WORDS_TO_ANOTHER 10

/* The next mark of the same family after mark m; last_mark if there is none within reach. */
static uint32_t
next_of_family(const Pairing *p, uint32_t m)
{
	const Mark *marks = p->doc->marks;
	uint32_t	next = m + 1;

	while (next < p->last_mark && next < m + SINGLE_REACH && nq_mark_family(&marks[next]) != nq_mark_family(&marks[m]))
		next++;
	return next < m + SINGLE_REACH ? next : p->last_mark;
}

/*
 * “A triumph, and Jonas Pike of “a sieve”: the conjunction after a comma and before the name that leads to the
 * next mark; NONE if there is none.
 */
static uint32_t
before_another(const Document *doc, uint32_t first, uint32_t mark)
{
	for (uint32_t i = mark; i-- > first && i + WORDS_TO_ANOTHER > mark;)
	{
		if (token_at(doc, i)->kind == TOKEN_STOP)
			return NONE;
		if (token_at(doc, i - 1)->kind == TOKEN_COMMA && token_has(doc, i, WC_COORD) && i + 1 < mark &&
			(token_at(doc, i + 1)->flags & TOKEN_CAPITAL) != 0)
			return i;
	}
	return NONE;
}

/*
 * Returns the token before which a quotation ends that is not closed before the next one opens; NONE if it is
 * closed.  This requires that more marks of the paragraph open than close.  If a sentence ends right before the
 * next mark, the quotation continues with it, as in joined paragraphs.  Otherwise a reporting clause leads up
 * to the next mark, and the quotation ends with the sentence before that clause.
 */
uint32_t
nq_end_before_next(const Pairing *p, uint32_t m)
{
	const Document *doc = p->doc;
	uint32_t	next;
	uint32_t	mark;
	uint32_t	i;

	/* If the next paragraph begins with a mark, the quotation continues there. */
	if (!p->lacks || nq_mark_family(&doc->marks[m]) != FAMILY_DOUBLE || token_at(doc, p->paragraph->last)->kind == TOKEN_MARK)
		return NONE;
	next = next_of_family(p, m);
	if (next == p->last_mark || doc->marks[next].sign != doc->marks[m].sign || !nq_looks_opening(p, &doc->marks[next]) || nq_looks_closing(p, &doc->marks[next]))
		return NONE;
	mark = doc->marks[next].token;
	if (mark < doc->marks[m].token + 3)
		return NONE;
	if (token_at(doc, mark - 1)->kind == TOKEN_STOP)
		return NONE;
	i = before_another(doc, doc->marks[m].token + 2, mark);
	if (i != NONE)
		return i;
	for (i = mark - 1; i > doc->marks[m].token + 1 && i + UNCLOSED_TOKENS > mark; i--)
		if (token_at(doc, i - 1)->kind == TOKEN_STOP && (token_at(doc, i)->flags & TOKEN_SPACE) != 0 && (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0)
			return i;
	return NONE;
}

/*
 * ‘We lost it all. ‘Nobody came: does a single mark open an unclosed quotation?  An apostrophe does not have
 * this direction.
 */
bool
nq_stays_open(const Pairing *p, uint32_t m)
{
	const Mark *mark = &p->doc->marks[m];
	TokenKind	before = nq_kind_before_mark(p, mark);

	return mark->sign == SIGN_SINGLE_OPEN && nq_kind_after_mark(p, mark) == TOKEN_WORD && (token_at(p->doc, mark->token + 1)->flags & TOKEN_CAPITAL) != 0 &&
		(before == TOKEN_END || before == TOKEN_COMMA || before == TOKEN_COLON || before == TOKEN_STOP);
}

/*
 * Returns the token before which such a quotation ends: a reporting clause, the next opening mark, or the
 * paragraph's end.  NONE if double marks come between, because then this mark is something else.
 */
uint32_t
nq_end_before_next_single(const Pairing *p, uint32_t m)
{
	const Document *doc = p->doc;
	const Mark *marks = doc->marks;
	uint32_t	next = m + 1;
	uint32_t	limit;

	while (next < p->last_mark && next < m + SINGLE_REACH && (marks[next].sign != SIGN_SINGLE_OPEN || !nq_looks_opening(p, &marks[next])))
	{
		if (nq_mark_family(&marks[next]) != FAMILY_SINGLE)
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
