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
	LABEL_NAME,					/* who speaks */
	LABEL_QUESTION,				/* an interview's: the article's own voice */
	LABEL_ANSWER				/* ... and the one who is interviewed */
} LabelKind;

typedef struct LineLabel
{
	LabelKind	kind;
	uint32_t	mention;		/* who speaks, or NONE */
} LineLabel;

/* The label right before a span. */
LineLabel	nq_line_label(const Document *doc, uint32_t span);

/* Whether a mention is a transcript's label for somebody without a name: "MODERATOR: ...".  It stands for nobody who is named. */
bool		nq_is_role_label(const Document *doc, uint32_t mention);

#endif							/* NQ_LABELS_H */
