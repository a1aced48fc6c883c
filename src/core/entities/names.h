/*
 * names.h
 *	  Names from runs of capitalised words.
 */
#ifndef NQ_NAMES_H
#define NQ_NAMES_H

#include "core/entities/name_runs.h"

/* Reads the run at token i. */
void		nq_read_name(const Walk *walk, uint32_t i, NameRun *run);

/*
 * "Minister for Textiles Harit Bawa", "Leader of the House S. Rao": whether two or more words that no list gives
 * another meaning follow the common noun or body in the complement of an office.
 */
bool		nq_is_name_after_field(const Document *doc, uint32_t i);

#endif							/* NQ_NAMES_H */
