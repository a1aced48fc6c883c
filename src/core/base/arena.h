/*
 * arena.h
 *	  One call's memory: taken block by block from the host, given back whole.
 *
 * Nothing is freed on its own, except that an array that outgrows its block
 * returns the block (nq_reserve).  Every function returns NULL or false when the host has no
 * memory; what was taken before stays valid until nq_arena_release.
 */
#ifndef NQ_ARENA_H
#define NQ_ARENA_H

#include "core/nq.h"

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena
{
	const NqHost *host;
	ArenaBlock *blocks;			/* newest first; the first one is being filled */
	size_t		block_bytes;	/* the size of the next ordinary block */
	bool		cancelled;		/* nq_reserve failed for the host's sake and not for lack of memory */
} Arena;

void		nq_arena_init(Arena *arena, const NqHost *host, size_t first_block_bytes);
void		nq_arena_release(Arena *arena);

/* Gives all that was taken to a caller, for whom the arena is this memory from then on; NULL without memory. */
void	   *nq_arena_keep(Arena *arena);

/* Releases what nq_arena_keep() gave.  NULL does nothing. */
void		nq_arena_release_kept(void *memory);

/* Uninitialised memory, aligned for any type. */
void	   *nq_arena_alloc(Arena *arena, size_t bytes);

/* Returns memory that has a block of its own to the host; anything smaller stays. */
void		nq_arena_drop(Arena *arena, void *memory);

/*
 * Makes room for at least one more element: *array, of *capacity elements of
 * element_bytes each, holds count.  Amortised constant time; true on success.
 * While *array is still NULL, *capacity is how many elements are expected.
 * Asks the host on the way where much has to be moved.
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
