/*
 * clause_reader.h
 *	  The reader of reported clauses, which clause_words.c, clause_after.c, clause_before.c and indirect.c share.
 *
 * The positions that functions return are tokens; the limit of the reader is "none".
 */
#ifndef NQ_CLAUSE_READER_H
#define NQ_CLAUSE_READER_H

#include "core/document.h"

/* The place where the clauses of a sentence are read. */
typedef struct ClauseReader
{
	Document   *doc;
	uint32_t	capacity;		/* of Document.clauses */
	uint32_t	cue;			/* the current cue */
	uint32_t	floor;			/* the first token of its sentence that is in no clause yet */
	uint32_t	limit;			/* the sentence's end, without its full stop */
} ClauseReader;

/* ---- clause_words.c ---- */

/* "said the plan would fail": whether a clause without "that" begins here, by its subject and its verb. */
bool		nq_begins_bare_clause(const ClauseReader *r, uint32_t i, bool sure);

/* Whether the reporter's words between two tokens have a verb that can be finite. */
bool		nq_has_finite_verb(const Document *doc, uint32_t first, uint32_t last);

/* Whether a cue is a noun or, as "reports", a verb form that can be one. */
bool		nq_can_be_noun(const Document *doc, const Cue *cue);

/* "New reports that show": whether a verb begins right after the word for "that". */
bool		nq_begins_verb(const Document *doc, const Cue *cue, uint32_t i);

/* "said “the lock” will be drained in May": whether quoted words are part of the clause that they begin. */
bool		nq_goes_on_after_marks(const ClauseReader *r, uint32_t open);

/* Whether a token can begin a noun phrase. */
bool		nq_begins_phrase(const Document *doc, uint32_t i);

/*
 * "Won in both states", "responded to emails": whether a cue that can be a noun has the subject of another verb, without
 * a conjunction or adverb between the two, so that it is one.
 */
bool		nq_is_noun_in_clause(const Document *doc, const Cue *cue);

/*
 * "The pumps are “past saving,” Lind said": whether the span that ends with a token continues the reporter's
 * words since first.
 */
bool		nq_is_quoted_part(const Document *doc, uint32_t first, uint32_t close);

/* ---- clause_after.c ---- */

/* The comma before the next cue of the same report: ", adding ...", ", and said ..."; the limit if there is none. */
uint32_t	nq_end_after(const ClauseReader *r, uint32_t first);

/* The start of the report after a cue; the limit if there is none. */
uint32_t	nq_clause_after(const ClauseReader *r, const Cue *cue);

/* "asked whether ...", "explained how ...": whether an indirect question begins. */
bool		nq_begins_question(const ClauseReader *r, const Cue *cue, uint32_t i);

/* ---- clause_before.c ---- */

/* Whether a cue follows its clause: after a comma, or as "according to". */
bool		nq_follows_clause(const ClauseReader *r, const Cue *cue);

/*
 * The comma before the verb of a clause whose subject precedes the reporting words: "The dam, said Otto Holm, the
 * keeper, would not hold"; the limit if there is none.
 */
uint32_t	nq_comma_before_verb(const ClauseReader *r, const Cue *cue);

/* The comma after the reporting words and their complements; the limit if there is none. */
uint32_t	nq_comma_after(const ClauseReader *r, const Cue *cue);

/* The end of the reporting words, including an inverted subject, before the comma of an apposition. */
uint32_t	nq_report_end(const Document *doc, const Cue *cue);

/* "The dam, engineers warned, would not hold": whether the verb of the clause follows the cue. */
bool		nq_goes_on_after(const ClauseReader *r, const Cue *cue);

#endif							/* NQ_CLAUSE_READER_H */
