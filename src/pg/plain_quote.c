/*
 * plain_quote.c
 *	  The SQL function plain_quote: a slice of an article as a reader sees it.
 *
 * Takes words as extract_quotes returns them, verbatim; gives them in one line, without tags, with entities
 * resolved.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "miscadmin.h"
#include "pg/encoding.h"
#include "pg/error.h"
#include "pg/host.h"

NEWSQUOTE_FUNCTION(plain_quote);

Datum
plain_quote(PG_FUNCTION_ARGS)
{
	NqSlice		words = slice_from_text(PG_GETARG_TEXT_PP(0));
	NqStatus	status;
	NqPlain		plain;
	NqHost		host;
	NqError		error;
	text	   *result;

	newsquote_host_init(&host, CurrentMemoryContext);
	while ((status = nq_plain_words(&host, words.data, words.length, &plain, &error)) == NQ_CANCELLED)
		CHECK_FOR_INTERRUPTS();
	if (status != NQ_OK)
		report_failure(&error, NULL);
	result = text_from_slice(plain.words);
	nq_plain_release(&plain);
	PG_RETURN_TEXT_P(result);
}
