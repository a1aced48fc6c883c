/*
 * host.c
 *	  A backend as the host of the engine.
 *
 * Takes a memory context; gives the engine an allocator and a test for cancellation.  Neither ever raises an
 * error, so no longjmp crosses the engine: it unwinds by itself and returns a status, for which its caller
 * raises the error.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "pg/host.h"
#include "miscadmin.h"
#include "utils/memutils.h"

static void *
host_alloc(void *context, size_t bytes)
{
	/* The allocator raises an error for larger sizes, whatever the flags. */
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
 * Returns true only for an interrupt that ends the statement, and only if CHECK_FOR_INTERRUPTS would act on it
 * now, because the engine's work is then thrown away.
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
