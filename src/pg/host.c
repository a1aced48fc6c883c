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

#ifdef __linux__
#include <sys/mman.h>
#endif

/* The size of a large page, and of blocks that hold at least one, whole. */
#define LARGE_PAGE ((size_t) 2 << 20)
#define LARGE_BLOCK (2 * LARGE_PAGE)

/*
 * The memory of a long article is new to the backend, and the kernel hands it out page by page,
 * a fault each: in pages of 4 kB that costs as much as a sixth of the engine's work.  So a
 * large block asks for large pages where they lie whole within it.  This is advice: where the kernel has none to give,
 * or gives none at all, nothing changes.
 */
static void
advise_large_pages(char *block, size_t bytes)
{
#ifdef MADV_HUGEPAGE
	size_t		before = TYPEALIGN(LARGE_PAGE, block) - (uintptr_t) block;

	(void) madvise(block + before, TYPEALIGN_DOWN(LARGE_PAGE, bytes - before), MADV_HUGEPAGE);
#endif
}

static void *
host_alloc(void *context, size_t bytes)
{
	void	   *block;

	/* The allocator raises an error for sizes beyond this, whatever the flags say. */
	if (!AllocHugeSizeIsValid(bytes))
		return NULL;
	block = MemoryContextAllocExtended((MemoryContext) context, bytes,
									   MCXT_ALLOC_HUGE | MCXT_ALLOC_NO_OOM);
	if (block != NULL && bytes >= LARGE_BLOCK)
		advise_large_pages(block, bytes);
	return block;
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
