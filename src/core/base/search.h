/*
 * search.h
 *	  Binary search in the arrays of a Document.
 */
#ifndef NQ_SEARCH_H
#define NQ_SEARCH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* See FIRST_FROM(). size is that of an element, offset that of the field. */
static inline uint32_t
nq_first_from(const void *array, size_t size, size_t offset, uint32_t low, uint32_t high, uint32_t value)
{
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;
		uint32_t	field;

		memcpy(&field, (const char *) array + middle * size + offset, sizeof(field));
		if (field < value)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * The first element from low to high - 1 whose field is at least value; high if there is none.  The field is a
 * uint32_t by which the elements are sorted.
 */
#define FIRST_FROM(type, field, array, low, high, value) \
	nq_first_from(array, sizeof(type), offsetof(type, field), low, high, value)

#endif							/* NQ_SEARCH_H */
