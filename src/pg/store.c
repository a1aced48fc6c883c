/*
 * store.c
 *	  The rows of a set-returning function: see store.h.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "pg/store.h"

void
store_open(RowStore *store, FunctionCallInfo fcinfo, int columns, const char *function)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	MemoryContext caller;

	if (rsinfo == NULL || !IsA(rsinfo, ReturnSetInfo) ||
		(rsinfo->allowedModes & SFRM_Materialize) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("set-valued function called in context that cannot accept a set")));
	if (rsinfo->expectedDesc == NULL || rsinfo->expectedDesc->natts != columns)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("%s is not declared as the extension declares it", function)));

	/* The executor knows the result's type; a catalog lookup would cost more than the rest. */
	caller = MemoryContextSwitchTo(rsinfo->econtext->ecxt_per_query_memory);
	store->descriptor = CreateTupleDescCopy(rsinfo->expectedDesc);
	store->store = tuplestore_begin_heap((rsinfo->allowedModes & SFRM_Materialize_Random) != 0,
										 false, work_mem);
	MemoryContextSwitchTo(caller);

	rsinfo->returnMode = SFRM_Materialize;
	rsinfo->setResult = store->store;
	rsinfo->setDesc = store->descriptor;
}
