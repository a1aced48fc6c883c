/*
 * names.h
 *	  Names from runs of capitalised words.
 */
#ifndef NQ_NAMES_H
#define NQ_NAMES_H

#include "core/entities/name_runs.h"

/* Reads the run at token i. */
void		nq_read_name(const Walk *walk, uint32_t i, NameRun *run);

#endif							/* NQ_NAMES_H */
