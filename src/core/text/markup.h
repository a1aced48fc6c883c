/*
 * markup.h
 *	  Tags and entities: the stored article to the reader's text.
 */
#ifndef NQ_MARKUP_H
#define NQ_MARKUP_H

#include "core/document.h"

/* Like nq_read_markup(), for a slice of an article, in which any tag counts. */
bool		nq_read_slice(Document *doc);

#endif							/* NQ_MARKUP_H */
