/*
 * host.c
 *	  A backend as the engine's host.
 *
 * Takes a memory context; gives the engine an allocator and an answer to
 * "cancelled?".  Neither ever raises an error, so no longjmp crosses the engine: it
 * unwinds by itself, returns a status, and its caller raises the error.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "pg/host.h"
#include "miscadmin.h"
#include "utils/memutils.h"

static void *
host_alloc(void *context, size_t bytes)
{
	/* The allocator raises an error for sizes beyond this, whatever the flags say. */
	if (!AllocHugeSizeIsValid(bytes))
		return NULL;
	return MemoryContextAllocExtended((MemoryContext) context, bytes,
									  MCXT_ALLOC_HUGE | MCXT_ALLOC_NO_OOM);
}

static void
host_release(void *context, void *block)
{
	pfree(block);
}

/*
 * Only what ends the statement counts, and only when CHECK_FOR_INTERRUPTS would
 * act on it now: the engine's work is thrown away for it.
 */
static bool
host_cancelled(void *context)
{
	return INTERRUPTS_PENDING_CONDITION() &&
		(QueryCancelPending || ProcDiePending) &&
		INTERRUPTS_CAN_BE_PROCESSED();
}

void
newsquote_host_init(NqHost *host, MemoryContext context)
{
	host->context = context;
	host->alloc = host_alloc;
	host->release = host_release;
	host->cancelled = host_cancelled;
}
