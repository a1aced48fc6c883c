/*
 * store.h
 *	  The rows of a set-returning function.
 */
#ifndef NEWSQUOTE_STORE_H
#define NEWSQUOTE_STORE_H

#include "fmgr.h"
#include "utils/tuplestore.h"

/* Rows are put into a tuplestore that the executor then owns. */
typedef struct RowStore
{
	Tuplestorestate *store;
	TupleDesc	descriptor;
} RowStore;

/* Begins the call's result.  Raises an error unless the function is declared with that number of columns. */
extern void store_open(RowStore *store, FunctionCallInfo fcinfo, int columns, const char *function);

#endif							/* NEWSQUOTE_STORE_H */
