/*
 * speakers.c
 *	  The speakers of an article, numbered.
 *
 * Takes the engine's rows; gives the speakers in order of their first quotation, and the speaker of each row.
 * Speakers are the same if their names are the same bytes.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "common/hashfn.h"
#include "miscadmin.h"
#include "pg/speakers.h"
#include "utils/memutils.h"

typedef struct NumberedName
{
	NqSlice		name;
	uint32		number;
	uint32		hash;
	char		status;
} NumberedName;

static inline bool
same_name(NqSlice a, NqSlice b)
{
	return a.length == b.length && memcmp(a.data, b.data, a.length) == 0;
}

#define SH_PREFIX			names
#define SH_ELEMENT_TYPE		NumberedName
#define SH_KEY_TYPE			NqSlice
#define SH_KEY				name
#define SH_HASH_KEY(tb, key)	hash_bytes((const unsigned char *) (key).data, (int) (key).length)
#define SH_EQUAL(tb, a, b)	same_name(a, b)
#define SH_STORE_HASH
#define SH_GET_HASH(tb, a)	(a)->hash
#define SH_SCOPE			static inline
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

/* Returns the number of a speaker, a new one at the first quotation. */
static uint32
number_of(Speakers *speakers, names_hash *known, NqSlice name)
{
	bool		found;
	NumberedName *entry = names_insert(known, name, &found);

	if (!found)
	{
		entry->number = speakers->count++;
		speakers->speakers[entry->number].name = name;
		speakers->speakers[entry->number].rows = 0;
	}
	return entry->number;
}

/* Makes room for this many speakers. */
static void
open_speakers(Speakers *speakers, Size room)
{
	memset(speakers, 0, sizeof(*speakers));
	speakers->speakers = MemoryContextAllocHuge(CurrentMemoryContext, Max(room, 1) * sizeof(Speaker));
}

/* Counts a row for a speaker; returns the speaker's number, or NO_SPEAKER. */
static uint32
count_row(Speakers *speakers, names_hash *known, NqSlice name)
{
	uint32		number = NO_SPEAKER;

	if (name.data == NULL)
		speakers->unknown++;
	else
	{
		number = number_of(speakers, known, name);
		speakers->speakers[number].rows++;
	}
	return number;
}

void
speakers_number(Speakers *speakers, const NqResult *result)
{
	names_hash *known = names_create(CurrentMemoryContext, 16, NULL);

	open_speakers(speakers, result->count);
	speakers->of_row = MemoryContextAllocHuge(CurrentMemoryContext, Max(result->count, 1) * sizeof(uint32));
	for (size_t i = 0; i < result->count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		speakers->of_row[i] = count_row(speakers, known, result->rows[i].speaker);
	}
	names_destroy(known);
}

void
speakers_list(Speakers *speakers, const NqResult *result)
{
	names_hash *known = names_create(CurrentMemoryContext, 16, NULL);
	size_t		capacity = result->count;

	for (size_t i = 0; i < result->count; i++)
		capacity += result->rows[i].joint_count;
	open_speakers(speakers, capacity);
	for (size_t i = 0; i < result->count; i++)
	{
		const NqRow *row = &result->rows[i];

		CHECK_FOR_INTERRUPTS();
		if (row->joint == NULL)
			count_row(speakers, known, row->speaker);
		for (size_t k = 0; k < row->joint_count; k++)
			count_row(speakers, known, row->joint[k]);
	}
	names_destroy(known);
}
