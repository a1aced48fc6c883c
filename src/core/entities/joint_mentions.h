/*
 * joint_mentions.h
 *	  The mention of those who are named together.
 */
#ifndef NQ_JOINT_MENTIONS_H
#define NQ_JOINT_MENTIONS_H

#include "core/entities/mention_writer.h"

/* The most parts of a mention: further ones before the last are left out. */
#define MAX_JOINT 8

/* "Lund and Holt", "Lund, Frey and Holt": writes a mention of all if the newest mention, a name, follows another name and "and". */
void		nq_read_joint(Walk *walk);

/* "The mayor and the sheriff met": writes a mention of both if the newest mention, a phrase, is the second. */
void		nq_read_joint_phrases(Walk *walk);

/*
 * Writes the mentions of those whom a mention of kind MENTION_CONJOINED names together, at most MAX_JOINT, in the order of
 * the text; returns their number.
 */
uint32_t	nq_parts_of_joint(const Document *doc, uint32_t joint, uint32_t *parts);

#endif							/* NQ_JOINT_MENTIONS_H */
