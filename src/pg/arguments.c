/*
 * arguments.c
 *	  The settings arguments of a call: see arguments.h.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "catalog/pg_type.h"
#include "pg/arguments.h"
#include "pg/encoding.h"

NqSlice *
slices_from_array(ArrayType *array, size_t *count)
{
	NqSlice    *slices;
	Datum	   *values;
	bool	   *nulls;
	int			value_count;

	*count = 0;
	if (array == NULL)
		return NULL;
	/* In storage order, whatever the number of dimensions. */
	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &value_count);
	slices = palloc(Max(value_count, 1) * sizeof(NqSlice));
	for (int i = 0; i < value_count; i++)
	{
		if (!nulls[i])
			slices[(*count)++] = slice_from_text(DatumGetTextPP(values[i]));
	}
	return slices;
}
