/*
 * pairing.h
 *	  The quotation marks of a paragraph, paired into spans. marks.c: what a mark can do; unclosed.c: where an
 *	  unclosed quotation ends; quoted_spans.c: writes the spans.
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
	uint32_t	match;			/* index of the next element of Document.matches */
	uint32_t	rounds;			/* of the loop over marks, for check_interrupts */
	bool		nests;			/* the directed double marks are balanced */
	bool		lacks;			/* more of them open than close */
	bool		measures;		/* straight double marks are paired if those after figures (inch signs) are not
								 * counted */
	uint32_t	match_end;		/* first token after the last match, which can extend into later paragraphs */
} Pairing;

/* ---- marks.c ---- */

Family		nq_mark_family(const Mark *mark);

/* The kind of the token beside a mark; TOKEN_END outside the paragraph. */
TokenKind	nq_kind_before_mark(const Pairing *p, const Mark *mark);
TokenKind	nq_kind_after_mark(const Pairing *p, const Mark *mark);

/* Can a mark open, or close, judged by its neighbours? */
bool		nq_looks_opening(const Pairing *p, const Mark *mark);
bool		nq_looks_closing(const Pairing *p, const Mark *mark);

/* Sets nests, lacks and measures from all marks of the paragraph.  Returns false when the stage has to stop. */
bool		nq_survey_marks(Pairing *p);

/* Does mark m open a span? */
bool		nq_mark_opens(const Pairing *p, uint32_t m);

/* "“We are ready,” she said.": is the opening mark doubled, with only one mark to close it? */
bool		nq_is_typed_twice(const Pairing *p, uint32_t m);

/*
 * Return the mark that closes mark m, or last_mark: for a double or directed mark (last_mark also when the
 * stage has to stop, see the status), for a single mark, and a single mark that wrongly closes a double one
 * after a sentence.
 */
uint32_t	nq_find_closing(const Pairing *p, uint32_t m);
uint32_t	nq_find_single_closing(const Pairing *p, uint32_t m);
uint32_t	nq_find_wrong_closing(const Pairing *p, uint32_t m);

/* ---- unclosed.c ---- */

/*
 * Return the token before which the unclosed quotation that mark m opens ends: before a reporting clause, or
 * before the next quotation.  NONE if it is closed or ends with the paragraph.
 */
uint32_t	nq_end_before_report(const Pairing *p, uint32_t m);
uint32_t	nq_end_before_next(const Pairing *p, uint32_t m);

/*
 * Does a single mark open an unclosed quotation?  And the token before which that ends; NONE if the mark is
 * something else.
 */
bool		nq_stays_open(const Pairing *p, uint32_t m);
uint32_t	nq_end_before_next_single(const Pairing *p, uint32_t m);

#endif							/* NQ_PAIRING_H */
