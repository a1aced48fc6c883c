/*
 * markup.h
 *	  Tags and entities: the stored article to the reader's text.
 */
#ifndef NQ_MARKUP_H
#define NQ_MARKUP_H

#include "core/document.h"

/* A tag of the stored article. */
typedef struct StoredTag
{
	uint32_t	start,
				end;
	bool		closing;
	bool		is_inline;		/* as if it were not there: <em>, </a> */
} StoredTag;

/* The next tag of stored bytes that are not read, from *at on, which moves after it.  Comments and what has no closing tag are stepped over. */
bool		nq_next_tag(const Document *doc, uint32_t *at, uint32_t end, StoredTag *tag);

/* As nq_read_markup() for a slice of an article, in which any tag counts. */
bool		nq_read_slice(Document *doc);

#endif							/* NQ_MARKUP_H */
