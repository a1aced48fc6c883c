/*
 * speaker_key.c
 *	  The SQL function speaker_key: one key for the variants of a printed name.
 *
 * Takes a name, gives its key; core/name_key.c has the rules and their limits.  A text too long for a name has
 * no key, so that every key fits into an index.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "pg/encoding.h"

NEWSQUOTE_FUNCTION(speaker_key);

Datum
speaker_key(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(0);
	char		key[NQ_MAX_KEY];
	NqSlice		slice;

	if (VARSIZE_ANY_EXHDR(name) > NQ_MAX_NAME)
		PG_RETURN_NULL();
	slice = slice_from_text(name);
	if (slice.length > NQ_MAX_NAME)
		PG_RETURN_NULL();
	slice.length = (uint32_t) nq_speaker_key(slice.data, slice.length, key);
	slice.data = key;
	PG_RETURN_TEXT_P(text_from_slice(slice));
}
