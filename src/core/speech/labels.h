/*
 * labels.h
 *	  Labels at the beginning of a line: "CHAIR: ...", "Anna Lund, 34, teacher: ...", "Q: ...", "A: ...".
 */
#ifndef NQ_LABELS_H
#define NQ_LABELS_H

#include "core/document.h"

typedef enum LabelKind
{
	LABEL_NONE,
	LABEL_NAME,					/* the speaker */
	LABEL_QUESTION,				/* of an interview: the article's own voice */
	LABEL_ANSWER				/* of an interview: the interviewee */
} LabelKind;

typedef struct LineLabel
{
	LabelKind	kind;
	uint32_t	mention;		/* the speaker, or NONE */
} LineLabel;

/* Returns the label right before a span. */
LineLabel	nq_line_label(const Document *doc, uint32_t span);

/* Whether a mention is a transcript's label for an unnamed person: "MODERATOR: ...".  It has no other referent. */
bool		nq_is_role_label(const Document *doc, uint32_t mention);

#endif							/* NQ_LABELS_H */
