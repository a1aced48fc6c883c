/*
 * arena.c
 *	  The memory of one call: see arena.h.
 *
 * Small requests are cut from a block one after the other.  A request of more than half a block gets a block of
 * its own, linked after the block that is being filled.  So a growing array does not waste the rest of that
 * block, and its outgrown copies are returned to the host at once.
 */
#include "core/base/arena.h"

#include <string.h>

#define ALIGNMENT sizeof(max_align_t)
#define ALIGN_UP(n) (((n) + ALIGNMENT - 1) & ~(ALIGNMENT - 1))

struct ArenaBlock
{
	ArenaBlock *next;
	size_t		bytes;			/* bytes available to callers */
	size_t		used;
	bool		alone;			/* holds a single large request */
};

#define HEADER ALIGN_UP(sizeof(ArenaBlock))

static char *
contents(ArenaBlock *block)
{
	return (char *) block + HEADER;
}

static ArenaBlock *
new_block(Arena *arena, size_t bytes)
{
	ArenaBlock *block;

	if (bytes > SIZE_MAX - HEADER)
		return NULL;
	block = arena->host->alloc(arena->host->context, HEADER + bytes);
	if (block == NULL)
		return NULL;
	block->bytes = bytes;
	block->used = 0;
	block->alone = false;
	block->next = NULL;
	return block;
}

void
nq_arena_init(Arena *arena, const NqHost *host, size_t first_block_bytes)
{
	arena->host = host;
	arena->blocks = NULL;
	arena->block_bytes = ALIGN_UP(first_block_bytes);
	arena->cancelled = false;
}

void
nq_arena_release(Arena *arena)
{
	ArenaBlock *block = arena->blocks;

	while (block != NULL)
	{
		ArenaBlock *next = block->next;

		arena->host->release(arena->host->context, block);
		block = next;
	}
	arena->blocks = NULL;
}

/* Allocates a block for one large request and links it after the block being filled. */
static void *
alloc_alone(Arena *arena, size_t bytes)
{
	ArenaBlock *block = new_block(arena, bytes);

	if (block == NULL)
		return NULL;
	block->used = bytes;
	block->alone = true;
	if (arena->blocks == NULL)
		arena->blocks = block;
	else
	{
		block->next = arena->blocks->next;
		arena->blocks->next = block;
	}
	return contents(block);
}

void *
nq_arena_alloc(Arena *arena, size_t bytes)
{
	ArenaBlock *block = arena->blocks;
	void	   *result;

	if (bytes > SIZE_MAX - ALIGNMENT)
		return NULL;
	bytes = ALIGN_UP(bytes);
	if (block == NULL || block->bytes - block->used < bytes)
	{
		if (bytes > arena->block_bytes / 2)
			return alloc_alone(arena, bytes);
		block = new_block(arena, arena->block_bytes);
		if (block == NULL)
			return NULL;
		block->next = arena->blocks;
		arena->blocks = block;
	}
	result = contents(block) + block->used;
	block->used += bytes;
	return result;
}

/* How many blocks nq_arena_drop() searches. */
#define BLOCKS_SEARCHED 64

void
nq_arena_drop(Arena *arena, void *memory)
{
	ArenaBlock **link = &arena->blocks;

	/* Large blocks are linked near the head, and a call has a few dozen of them. */
	for (int i = 0; *link != NULL && i < BLOCKS_SEARCHED; link = &(*link)->next, i++)
	{
		ArenaBlock *block = *link;

		if (block->alone && contents(block) == memory)
		{
			*link = block->next;
			arena->host->release(arena->host->context, block);
			return;
		}
	}
}

/* Bytes copied between two checks for cancellation; a few milliseconds. */
#define MOVED_AT_ONCE ((size_t) 4 << 20)

/* Copies non-overlapping bytes.  Returns false if the host has cancelled the call. */
static bool
move(Arena *arena, char *to, const char *from, size_t bytes)
{
	while (bytes > MOVED_AT_ONCE)
	{
		memcpy(to, from, MOVED_AT_ONCE);
		to += MOVED_AT_ONCE;
		from += MOVED_AT_ONCE;
		bytes -= MOVED_AT_ONCE;
		arena->cancelled = arena->host->cancelled(arena->host->context);
		if (arena->cancelled)
			return false;
	}
	memcpy(to, from, bytes);
	return true;
}

bool
nq_grow(Arena *arena, void **array, uint32_t *capacity, uint32_t count, size_t element_bytes)
{
	uint64_t	wanted;
	void	   *grown;

	if (*array == NULL)
		wanted = *capacity < 16 ? 16 : *capacity;
	else
		wanted = (uint64_t) *capacity * 2;
	if (wanted > UINT32_MAX)
		return false;
	grown = nq_arena_alloc(arena, (size_t) wanted * element_bytes);
	if (grown == NULL)
		return false;
	if (*array != NULL)
	{
		if (!move(arena, grown, *array, (size_t) count * element_bytes))
			return false;
		nq_arena_drop(arena, *array);
	}
	*array = grown;
	*capacity = (uint32_t) wanted;
	return true;
}

/* The Arena itself is stored in the arena's memory, followed by its NqHost. */
void *
nq_arena_keep(Arena *arena)
{
	Arena	   *kept = nq_arena_alloc(arena, sizeof(Arena) + sizeof(NqHost));

	if (kept == NULL)
		return NULL;
	*(NqHost *) (kept + 1) = *arena->host;
	*kept = *arena;
	kept->host = (NqHost *) (kept + 1);
	return kept;
}

void
nq_arena_release_kept(void *memory)
{
	NqHost		host;
	Arena		arena;

	if (memory == NULL)
		return;
	host = *((Arena *) memory)->host;
	arena = *(Arena *) memory;
	arena.host = &host;
	nq_arena_release(&arena);
}
