/*
 * store.h
 *	  The rows of a set-returning function.
 */
#ifndef NEWSQUOTE_STORE_H
#define NEWSQUOTE_STORE_H

#include "fmgr.h"
#include "utils/tuplestore.h"

/* Rows are put into a tuplestore, which the executor then owns. */
typedef struct RowStore
{
	Tuplestorestate *store;
	TupleDesc	descriptor;
} RowStore;

/* Begins the result of a call.  Raises an error if the function is not declared with this number of columns. */
extern void store_open(RowStore *store, FunctionCallInfo fcinfo, int columns, const char *function);

#endif							/* NEWSQUOTE_STORE_H */
