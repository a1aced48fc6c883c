/*
 * rows.h
 *	  What rows are made of: the words for a speaker, a mention's place.
 */
#ifndef NQ_ROWS_H
#define NQ_ROWS_H

#include "core/document.h"

/* The fullest name or the phrase for a speaker; no data for nobody, and for what is too long for a name.  False without memory. */
bool		nq_words_of_speaker(Document *doc, const Referent *referent, NqSlice *words);

/* Where a mention is, once characters are counted. */
NqRange		nq_range_of_mention(const Document *doc, uint32_t mention);

#endif							/* NQ_ROWS_H */
