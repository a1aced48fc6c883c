/*
 * extract.h
 *	  Parts of the pipeline that the trainer runs individually.
 */
#ifndef NQ_EXTRACT_H
#define NQ_EXTRACT_H

#include "core/settings.h"
#include "core/stages.h"

/* Prepares *doc for reading.  All its memory comes from the arena, which the caller releases. */
/* Prepares to read a text without a language; the arena's first block has "block" bytes.  The text is borrowed. */
void		nq_open_text(Document *doc, Arena *arena, const NqHost *host, const char *text, size_t length, size_t block);

void		nq_open_document(Document *doc, Arena *arena, const NqSettings *settings, const NqHost *host,
							 const char *article, size_t length);

/* Runs all stages up to the cues. */
bool		nq_read_article(Document *doc, NqError *error);

/* Runs all stages; the document then has the rows. */
bool		nq_run_stages(Document *doc, NqError *error);

#endif							/* NQ_EXTRACT_H */
