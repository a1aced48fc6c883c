/*
 * rows.h
 *	  Parts of rows: the words for a speaker, the range of a mention.
 */
#ifndef NQ_ROWS_H
#define NQ_ROWS_H

#include "core/document.h"

/*
 * Finds the fullest name or the phrase for a speaker; no data if there is no speaker or the text is too long
 * for a name.  Returns false without memory.
 */
bool		nq_words_of_speaker(Document *doc, const Referent *referent, NqSlice *words);

/* Returns the range of a mention.  Requires nq_count_chars(). */
NqRange		nq_range_of_mention(const Document *doc, uint32_t mention);

#endif							/* NQ_ROWS_H */
