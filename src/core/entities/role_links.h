/*
 * role_links.h
 *	  Names and phrases with the same role: "Mayor Ann Hale", "the mayor".
 */
#ifndef NQ_ROLE_LINKS_H
#define NQ_ROLE_LINKS_H

#include "core/document.h"

/* A mention with a role; the links of one role form a chain. */
typedef struct RoleLink
{
	uint64_t	key;			/* of the role */
	uint32_t	mention;
	uint32_t	before;			/* the previous link with the same key, or NONE */
} RoleLink;

/* Finds the links of all mentions -> Document.role_links. */
bool		nq_link_roles(Document *doc);

/* The token of the noun for a mention's role: the role of a name, the head of a phrase. */
static inline uint32_t
role_word(const Mention *mention)
{
	return mention->kind == MENTION_NAME ? mention->role : mention->head;
}

/* Whether a mention identifies a name by itself: a name, or a phrase beside one. */
static inline bool
is_bearer(const Mention *mention)
{
	return mention->kind == MENTION_NAME || is_apposed(mention);
}

/*
 * Returns the last mention before a description that bears its role; NONE if there is none.  Sets *phrase to
 * the last one of all, beside a name or not.
 */
uint32_t	nq_bearer_before(const Document *doc, uint32_t number, uint32_t *phrase);

/* Whether two descriptions have the same role or age. */
bool		nq_same_role(const Document *doc, uint32_t a, uint32_t b);

/* Returns the last mention of an entity with the role of a description; NONE if it has none. */
uint32_t	nq_last_bearing(const Document *doc, uint32_t number, uint32_t entity);

static inline bool
nq_bore_role(const Document *doc, uint32_t number, uint32_t entity)
{
	return nq_last_bearing(doc, number, entity) != NONE;
}

/* ... and has the role without an adjective: not "former Governor Lund". */
bool		nq_bore_plain_role(const Document *doc, uint32_t number, uint32_t entity);

#endif							/* NQ_ROLE_LINKS_H */
