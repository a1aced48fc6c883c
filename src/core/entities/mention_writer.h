/*
 * mention_writer.h
 *	  The walk that finds mentions, and how it puts one.
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
	uint32_t	span;		/* the next span to meet, or the one within which the walk is */
	uint32_t	limit;			/* first token that no phrase may reach: the span's or sentence's end */
	uint32_t	floor;			/* first token that a phrase may start with */
	bool		inside;			/* a span */
	uint32_t	within;			/* that span, or NONE */
	uint32_t	in_name;		/* the property of a word that can be in a name here: in a headline, fewer can */
	uint32_t	reach;			/* the farthest end of a mention so far */
	uint32_t	rounds;			/* of the loop over tokens, for check_interrupts */
} Walk;

/* Room for the mentions of one token, two at most: a name, and a mention of it and the name before it. */
bool		nq_reserve_mentions(Walk *walk);

/* Puts a mention, whose head is after those of all others; there is room for it. */
Mention    *nq_put_mention(Walk *walk, MentionKind kind, uint32_t first, uint32_t last, uint32_t head);

/* Marks the mentions that the newest one contains, or that contain it. */
void		nq_mark_contained(Document *doc, uint32_t mention);

#endif							/* NQ_MENTION_WRITER_H */
