/*
 * quote_key.c
 *	  The SQL functions quote_key, quote_bands and quote_similarity, which find reprints of the same words.
 *
 * core/quote_key.c describes their results, and how near reprints are found.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "pg/encoding.h"
#include "pg/error.h"
#include "pg/host.h"
#include "utils/array.h"

NEWSQUOTE_FUNCTION(quote_key);
NEWSQUOTE_FUNCTION(quote_bands);
NEWSQUOTE_FUNCTION(quote_similarity);

Datum
quote_key(PG_FUNCTION_ARGS)
{
	NqSlice		words = slice_from_text(PG_GETARG_TEXT_PP(0));
	NqStatus	status;
	NqQuoteKey	key;
	NqHost		host;
	NqError		error;
	text	   *result;

	newsquote_host_init(&host, CurrentMemoryContext);
	while ((status = nq_quote_key(&host, words, &key, &error)) == NQ_CANCELLED)
		CHECK_FOR_INTERRUPTS();
	if (status != NQ_OK)
		report_failure(&error, NULL);
	result = text_from_slice(key.key);
	nq_quote_key_release(&host, &key);
	PG_RETURN_TEXT_P(result);
}

Datum
quote_bands(PG_FUNCTION_ARGS)
{
	NqSlice		words = slice_from_text(PG_GETARG_TEXT_PP(0));
	uint32_t	bands[NQ_QUOTE_BANDS];
	Datum		values[NQ_QUOTE_BANDS];
	uint32_t	count;
	NqStatus	status;
	NqHost		host;
	NqError		error;

	newsquote_host_init(&host, CurrentMemoryContext);
	while ((status = nq_quote_bands(&host, words, bands, &count, &error)) == NQ_CANCELLED)
		CHECK_FOR_INTERRUPTS();
	if (status != NQ_OK)
		report_failure(&error, NULL);
	for (uint32_t i = 0; i < count; i++)
		values[i] = Int32GetDatum((int32) bands[i]);
	PG_RETURN_ARRAYTYPE_P(construct_array(values, (int) count, INT4OID, sizeof(int32), true, TYPALIGN_INT));
}

Datum
quote_similarity(PG_FUNCTION_ARGS)
{
	NqSlice		a = slice_from_text(PG_GETARG_TEXT_PP(0));
	NqSlice		b = slice_from_text(PG_GETARG_TEXT_PP(1));
	float		similarity;
	NqStatus	status;
	NqHost		host;
	NqError		error;

	newsquote_host_init(&host, CurrentMemoryContext);
	while ((status = nq_quote_similarity(&host, a, b, &similarity, &error)) == NQ_CANCELLED)
		CHECK_FOR_INTERRUPTS();
	if (status != NQ_OK)
		report_failure(&error, NULL);
	PG_RETURN_FLOAT4(similarity);
}
