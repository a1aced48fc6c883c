/*
 * extract.h
 *	  The pipeline's parts that the trainer runs by themselves.
 */
#ifndef NQ_EXTRACT_H
#define NQ_EXTRACT_H

#include "core/settings.h"
#include "core/stages.h"

/* Makes *doc ready to be read.  The arena, released by the caller, will hold all that it gets. */
/* Begins to read a text, without a language; the arena's first block has "block" bytes.  The text is borrowed. */
void		nq_open_text(Document *doc, Arena *arena, const NqHost *host, const char *text, size_t length, size_t block);

void		nq_open_document(Document *doc, Arena *arena, const NqSettings *settings, const NqHost *host,
							 const char *article, size_t length);

/* All stages up to the cues. */
bool		nq_read_article(Document *doc, NqError *error);

/* All stages: the rows are in the document then. */
bool		nq_run_stages(Document *doc, NqError *error);

#endif							/* NQ_EXTRACT_H */
