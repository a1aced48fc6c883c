/*
 * pairing.h
 *	  Quotation marks of one paragraph to spans: marks.c knows what a mark can do, unclosed.c where a quotation
 *	  ends that nobody closes, quoted_spans.c writes the spans.
 */
#ifndef NQ_PAIRING_H
#define NQ_PAIRING_H

#include "core/document.h"

typedef enum Family
{
	FAMILY_DOUBLE,
	FAMILY_SINGLE,
	FAMILY_GUILLEMET,
	FAMILY_ANGLE,
	FAMILY_CORNER,
	FAMILY_WHITE_CORNER
} Family;

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

/* ---- marks.c ---- */

Family		nq_mark_family(const Mark *mark);

/* The kind of the token beside a mark; TOKEN_END beyond the paragraph. */
TokenKind	nq_kind_before_mark(const Pairing *p, const Mark *mark);
TokenKind	nq_kind_after_mark(const Pairing *p, const Mark *mark);

/* Whether a mark can open, or close, by its neighbours alone. */
bool		nq_looks_opening(const Pairing *p, const Mark *mark);
bool		nq_looks_closing(const Pairing *p, const Mark *mark);

/* What the paragraph's marks tell together: nests, lacks and measures; false when the stage has to stop. */
bool		nq_survey_marks(Pairing *p);

/* Whether the mark at number m opens a span. */
bool		nq_mark_opens(const Pairing *p, uint32_t m);

/* "“We are ready,” she said.": an opening mark that was typed twice, of which one closes. */
bool		nq_is_typed_twice(const Pairing *p, uint32_t m);

/*
 * The mark that closes the one at number m, or last_mark: of a double or directed one (last_mark too when the stage has to stop: see the
 * status), of a single one, and the single one that closes a double one after a sentence.
 */
uint32_t	nq_find_closing(const Pairing *p, uint32_t m);
uint32_t	nq_find_single_closing(const Pairing *p, uint32_t m);
uint32_t	nq_find_wrong_closing(const Pairing *p, uint32_t m);

/* ---- unclosed.c ---- */

/*
 * The token before which an unclosed quotation ends that mark m opens: before the reporter's words, or before the next quotation;
 * NONE where it is closed, or ends with the paragraph.
 */
uint32_t	nq_end_before_report(const Pairing *p, uint32_t m);
uint32_t	nq_end_before_next(const Pairing *p, uint32_t m);

/* Whether a single mark opens a quotation that is not closed, and the token before which that ends; NONE where it is something else. */
bool		nq_stays_open(const Pairing *p, uint32_t m);
uint32_t	nq_end_before_next_single(const Pairing *p, uint32_t m);

#endif							/* NQ_PAIRING_H */
