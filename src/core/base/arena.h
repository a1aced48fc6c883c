/*
 * arena.h
 *	  The memory of one call: taken from the host block by block, returned as a whole.
 *
 * Nothing is freed individually, except that an array that outgrows a block of its own returns that block
 * (nq_reserve).  Every function returns NULL or false when the host has no memory; earlier allocations stay
 * valid until nq_arena_release().
 */
#ifndef NQ_ARENA_H
#define NQ_ARENA_H

#include "core/nq.h"

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena
{
	const NqHost *host;
	ArenaBlock *blocks;			/* newest first; the first is being filled */
	size_t		block_bytes;	/* the size of the next ordinary block */
	bool		cancelled;		/* nq_reserve() failed because the host cancelled the call, not for lack of memory */
} Arena;

void		nq_arena_init(Arena *arena, const NqHost *host, size_t first_block_bytes);
void		nq_arena_release(Arena *arena);

/* Hands the arena's memory over to the caller, as an opaque pointer; NULL if out of memory. */
void	   *nq_arena_keep(Arena *arena);

/* Releases what nq_arena_keep() returned.  NULL is allowed. */
void		nq_arena_release_kept(void *memory);

/* Returns uninitialised memory, aligned for any type. */
void	   *nq_arena_alloc(Arena *arena, size_t bytes);

/* Returns memory to the host if it has a block of its own; otherwise does nothing. */
void		nq_arena_drop(Arena *arena, void *memory);

/*
 * Makes room for at least one more element.  *array has room for *capacity elements of element_bytes each and
 * holds count.  While *array is NULL, *capacity is the expected number of elements.  Amortised constant time;
 * returns true on success.  Checks for cancellation while it moves large arrays.
 */
bool		nq_grow(Arena *arena, void **array, uint32_t *capacity, uint32_t count, size_t element_bytes);

static inline bool
nq_reserve(Arena *arena, void **array, uint32_t *capacity, uint32_t count, size_t element_bytes)
{
	return (*array != NULL && count < *capacity) || nq_grow(arena, array, capacity, count, element_bytes);
}

/* As nq_reserve() for `several` elements (<= 16, or any number while *array is NULL). */
static inline bool
nq_reserve_several(Arena *arena, void **array, uint32_t *capacity, uint32_t count, uint32_t several, size_t element_bytes)
{
	return (*array != NULL && *capacity - count >= several) || nq_grow(arena, array, capacity, count, element_bytes);
}

#endif							/* NQ_ARENA_H */
