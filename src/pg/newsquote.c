/*
 * newsquote.c
 *	  The SQL function extract_quotes: who said what in a news article.
 *
 * Takes an article and options, gives a row for each quotation.  What is here
 * is PostgreSQL's side alone: arguments and rows.  The reading is done by the
 * engine in core/, whose interface is core/nq.h; reading.c calls it.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "pg/reading.h"
#include "pg/store.h"
#include "utils/builtins.h"
#include "utils/syscache.h"

#include "catalog/pg_enum.h"

NEWSQUOTE_MODULE_MAGIC;
NEWSQUOTE_FUNCTION(extract_quotes);
NEWSQUOTE_FUNCTION(newsquote_version);

/* The function's parameters, in the order of CREATE FUNCTION. */
enum
{
	ARG_ARTICLE,
	ARG_INDIRECT,
	ARG_LANGUAGE,
	ARG_CUES,
	ARG_PATTERNS
};

/* The columns of a row, in the order of CREATE FUNCTION. */
enum
{
	COL_SPEAKER,
	COL_QUOTE,
	COL_POSITION,
	COL_KIND,
	COL_CUE,
	COL_MENTION,
	COL_MENTION_POSITION,
	COL_UTTERANCE,
	COL_CONFIDENCE,
	COLUMNS
};

/* The enum's values, indexed by NqKind. */
typedef struct KindValues
{
	Oid			value[NQ_INDIRECT + 1];
} KindValues;

/* Where rows go, and what they are made with. */
typedef struct RowSink
{
	RowStore	rows;
	const KindValues *kinds;
} RowSink;

static Oid
enum_value(Oid type, const char *label)
{
	Oid			value = GetSysCacheOid2(ENUMTYPOIDNAME, Anum_pg_enum_oid,
										ObjectIdGetDatum(type), CStringGetDatum(label));

	if (!OidIsValid(value))
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("type %s has no value \"%s\"", format_type_be(type), label)));
	return value;
}

/*
 * Looked up once a query: fn_extra lives no longer than the plan's execution, so
 * it cannot outlive the type, however often the extension comes and goes.
 */
static const KindValues *
kind_values(FmgrInfo *flinfo, Oid type)
{
	if (flinfo->fn_extra == NULL)
	{
		KindValues	found;
		KindValues *kept;

		found.value[NQ_DIRECT] = enum_value(type, "direct");
		found.value[NQ_MIXED] = enum_value(type, "mixed");
		found.value[NQ_INDIRECT] = enum_value(type, "indirect");
		kept = MemoryContextAlloc(flinfo->fn_mcxt, sizeof(KindValues));
		*kept = found;
		flinfo->fn_extra = kept;
	}
	return (const KindValues *) flinfo->fn_extra;
}

static void
open_sink(RowSink *sink, FunctionCallInfo fcinfo)
{
	store_open(&sink->rows, fcinfo, COLUMNS, "extract_quotes");
	sink->kinds = kind_values(fcinfo->flinfo, TupleDescAttr(sink->rows.descriptor, COL_KIND)->atttypid);
}

/* Up to this many rows, texts are freed together at the end of the call; of more rows, one by one. */
#define FEW_ROWS 1000

/* An absent span stays NULL. */
static void
put_span(Datum *value, bool *null, const Article *article, NqRange span)
{
	*null = span.start == span.end;
	if (!*null)
		*value = PointerGetDatum(article_slice(article, span));
}

/* The store has copies of a row's texts. */
static void
free_texts(const Datum *values, const bool *nulls)
{
	static const int texts[] = {COL_SPEAKER, COL_QUOTE, COL_CUE, COL_MENTION};

	for (size_t i = 0; i < lengthof(texts); i++)
		if (!nulls[texts[i]])
			pfree(DatumGetPointer(values[texts[i]]));
}

static void
put_row(RowSink *sink, const Article *article, const NqRow *row, bool frees)
{
	Datum		values[COLUMNS] = {0};
	bool		nulls[COLUMNS] = {false};

	nulls[COL_SPEAKER] = row->speaker.data == NULL;
	if (!nulls[COL_SPEAKER])
		values[COL_SPEAKER] = PointerGetDatum(text_from_slice(row->speaker));
	put_span(&values[COL_QUOTE], &nulls[COL_QUOTE], article, row->quote);
	values[COL_POSITION] = Int32GetDatum(article_position(article, row->quote));
	values[COL_KIND] = ObjectIdGetDatum(sink->kinds->value[row->kind]);
	put_span(&values[COL_CUE], &nulls[COL_CUE], article, row->cue);
	put_span(&values[COL_MENTION], &nulls[COL_MENTION], article, row->mention);
	nulls[COL_MENTION_POSITION] = nulls[COL_MENTION];
	values[COL_MENTION_POSITION] = Int32GetDatum(article_position(article, row->mention));
	values[COL_UTTERANCE] = Int32GetDatum((int32) row->utterance);
	values[COL_CONFIDENCE] = Float4GetDatum(row->confidence);
	/* A quote may be as long as the article: copying it takes time, and so does storing it. */
	CHECK_FOR_INTERRUPTS();
	tuplestore_putvalues(sink->rows.store, sink->rows.descriptor, values, nulls);
	if (frees)
		free_texts(values, nulls);
}

static void
read_arguments(FunctionCallInfo fcinfo, SettingsArguments *arguments)
{
	arguments->language = PG_ARGISNULL(ARG_LANGUAGE) ? NULL : PG_GETARG_TEXT_PP(ARG_LANGUAGE);
	arguments->cues = PG_ARGISNULL(ARG_CUES) ? NULL : PG_GETARG_ARRAYTYPE_P(ARG_CUES);
	arguments->patterns = PG_ARGISNULL(ARG_PATTERNS) ? NULL : PG_GETARG_ARRAYTYPE_P(ARG_PATTERNS);
}

static void
put_rows(RowSink *sink, const Reading *reading)
{
	for (size_t i = 0; i < reading->result.count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		put_row(sink, &reading->article, &reading->result.rows[i], reading->result.count > FEW_ROWS);
	}
	CHECK_FOR_INTERRUPTS();
}

Datum
extract_quotes(PG_FUNCTION_ARGS)
{
	RowSink		sink;
	Reading		reading;
	SettingsArguments arguments;
	bool		indirect = !PG_ARGISNULL(ARG_INDIRECT) && PG_GETARG_BOOL(ARG_INDIRECT);

	open_sink(&sink, fcinfo);
	if (PG_ARGISNULL(ARG_ARTICLE))
		return (Datum) 0;

	reading_open(&reading);
	read_arguments(fcinfo, &arguments);
	reading_find(&reading, PG_GETARG_TEXT_PP(ARG_ARTICLE), indirect, &arguments);
	put_rows(&sink, &reading);
	reading_close(&reading);
	return (Datum) 0;
}

/*
 * That of the library which this backend has loaded, and which finds the
 * quotes: after an upgrade not always that of the extension.
 */
Datum
newsquote_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(NEWSQUOTE_VERSION));
}
