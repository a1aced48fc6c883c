/*
 * joint_mentions.h
 *	  The mention of two who are named together.
 */
#ifndef NQ_JOINT_MENTIONS_H
#define NQ_JOINT_MENTIONS_H

#include "core/entities/mention_writer.h"

/* "Lund and Holt": writes a mention of both if the newest mention, a name, follows another name and "and". */
void		nq_read_joint(Walk *walk);

/* "The mayor and the sheriff met": writes a mention of both if the newest mention, a phrase, is the second. */
void		nq_read_joint_phrases(Walk *walk);

#endif							/* NQ_JOINT_MENTIONS_H */
