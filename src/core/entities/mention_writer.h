/*
 * mention_writer.h
 *	  The walk that finds mentions, and its output.
 */
#ifndef NQ_MENTION_WRITER_H
#define NQ_MENTION_WRITER_H

#include "core/lexical/word_properties.h"

/* The walk over the tokens of a sentence. */
typedef struct Walk
{
	Document   *doc;
	uint32_t	capacity;		/* of Document.mentions */
	uint32_t	sentence;
	uint32_t	span;		/* the next span, or the one inside which the walk is */
	uint32_t	limit;			/* no phrase may reach this token: the end of the span or sentence */
	uint32_t	floor;			/* no phrase may begin before this token */
	bool		inside;			/* a span */
	uint32_t	within;			/* that span, or NONE */
	uint32_t	in_name;		/* the property of a word that can be in a name here; fewer words can in a headline */
	uint32_t	reach;			/* the maximal end of all mentions so far */
	uint32_t	rounds;			/* of the loop over tokens, for check_interrupts */
} Walk;

/* Makes room for the mentions of one token, at most two: a name, and a conjunction of it and the name before it. */
bool		nq_reserve_mentions(Walk *walk);

/* Writes a mention, whose head must be after those of all others.  Requires room. */
Mention    *nq_put_mention(Walk *walk, MentionKind kind, uint32_t first, uint32_t last, uint32_t head);

/* Marks the mentions nested in the newest one, or the newest one if it is nested. */
void		nq_mark_contained(Document *doc, uint32_t mention);

#endif							/* NQ_MENTION_WRITER_H */
