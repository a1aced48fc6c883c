/*
 * candidates.c
 *	  The SQL function quote_candidates: the possible speakers of each quotation.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "miscadmin.h"
#include "pg/reading.h"
#include "pg/store.h"

NEWSQUOTE_FUNCTION(quote_candidates);

/* The function's parameters and the columns of a row, in the order of CREATE FUNCTION. */
enum
{
	ARG_ARTICLE,
	ARG_LANGUAGE
};

enum
{
	COL_POSITION,
	COL_RANK,
	COL_SPEAKER,
	COL_MENTION,
	COL_PROBABILITY,
	COLUMNS
};

static void
put_candidate(const RowStore *rows, const Article *article, const NqCandidate *candidate)
{
	Datum		values[COLUMNS] = {0};
	bool		nulls[COLUMNS] = {false};

	values[COL_POSITION] = Int32GetDatum(article_position(article, candidate->quote));
	values[COL_RANK] = Int32GetDatum((int32) candidate->rank);
	nulls[COL_SPEAKER] = candidate->speaker.data == NULL;
	if (!nulls[COL_SPEAKER])
		values[COL_SPEAKER] = PointerGetDatum(text_from_slice(candidate->speaker));
	nulls[COL_MENTION] = candidate->mention.start == candidate->mention.end;
	if (!nulls[COL_MENTION])
		values[COL_MENTION] = PointerGetDatum(article_slice(article, candidate->mention));
	values[COL_PROBABILITY] = Float4GetDatum(candidate->probability);
	tuplestore_putvalues(rows->store, rows->descriptor, values, nulls);
}

Datum
quote_candidates(PG_FUNCTION_ARGS)
{
	SettingsArguments arguments = {NULL, NULL, NULL};
	RowStore	rows;
	Reading		reading;

	store_open(&rows, fcinfo, COLUMNS, "quote_candidates");
	if (PG_ARGISNULL(ARG_ARTICLE))
		return (Datum) 0;
	reading_open(&reading);
	if (!PG_ARGISNULL(ARG_LANGUAGE))
		arguments.language = PG_GETARG_TEXT_PP(ARG_LANGUAGE);
	reading_find_candidates(&reading, PG_GETARG_TEXT_PP(ARG_ARTICLE), &arguments);
	for (size_t i = 0; i < reading.candidates.count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		put_candidate(&rows, &reading.article, &reading.candidates.candidates[i]);
	}
	reading_close(&reading);
	return (Datum) 0;
}
