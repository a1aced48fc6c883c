/*
 * name_mentions.h
 *	  The mention of a name, with the words before it that belong to it.
 */
#ifndef NQ_NAME_MENTIONS_H
#define NQ_NAME_MENTIONS_H

#include "core/entities/mention_writer.h"

/*
 * "campaign manager Robby Mook", "Ministry spokesman Ivan Petrov": whether a lower-case role is right before a
 * name.
 */
bool		nq_is_role_before(const Walk *walk, uint32_t i);

/*
 * "25-year-old Abebe", "arrestee Greta Holm": whether an age is before a name, or an unlisted noun before a
 * forename.
 */
bool		nq_is_description_before(const Walk *walk, uint32_t i);

/* Reads the name that begins at token i.  Returns the token after it. */
uint32_t	nq_read_name_mention(Walk *walk, uint32_t i);

/* "Said Lindby-based Greta Holm": whether a capitalised compound is an adjective of the name that may begin at a token. */
bool		nq_is_compound_before(const Walk *walk, uint32_t i);

#endif							/* NQ_NAME_MENTIONS_H */
