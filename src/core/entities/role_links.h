/*
 * role_links.h
 *	  Which names and phrases of an article share a role: "Mayor Ann Hale", "the mayor".
 */
#ifndef NQ_ROLE_LINKS_H
#define NQ_ROLE_LINKS_H

#include "core/document.h"

/* A mention with a role; the links of one role form a chain. */
typedef struct RoleLink
{
	uint64_t	key;			/* of the role */
	uint32_t	mention;
	uint32_t	before;			/* the link before it in the text with the same key, or NONE */
} RoleLink;

/* Finds the links of all mentions -> Document.role_links, Document.mention_roles. */
bool		nq_link_roles(Document *doc);

/* Whether a mention leads to a name by itself: a name, or a phrase that is beside a name. */
static inline bool
is_bearer(const Mention *mention)
{
	return mention->kind == MENTION_NAME || mention->appositive != NONE;
}

/*
 * The last mention before a description that bears its role; NONE when there is none.
 * *phrase is the last one of all, whether it leads to a name or not.
 */
uint32_t	nq_bearer_before(const Document *doc, uint32_t number, uint32_t *phrase);

/* Whether two descriptions are of the same role, or age. */
bool		nq_same_role(const Document *doc, uint32_t a, uint32_t b);

/* Whether one of the mentions before a description that bear its role is of an entity. */
bool		nq_bore_role(const Document *doc, uint32_t number, uint32_t entity);

#endif							/* NQ_ROLE_LINKS_H */
