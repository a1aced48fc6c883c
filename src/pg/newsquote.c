/*
 * newsquote.c
 *	  The SQL function extract_quotes: the quotations of a news article and their speakers.
 *
 * Takes an article and options, gives a row for each quotation.  This file has only PostgreSQL's side:
 * arguments and rows.  The engine in core/ reads the article; its interface is core/nq.h, and reading.c calls
 * it.
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
	COLUMNS_0_2,				/* the columns up to version 0.2: an upgrade keeps that function if views depend
								 * on it */
	COL_SPEAKER_TYPE = COLUMNS_0_2,
	COL_SPEAKER_NAMED,
	COL_SPEAKER_GENDER,
	COL_SPEAKER_ROLE,
	COL_ASSERTED,
	COLUMNS
};

/* The values of the enum types, indexed by NqKind and NqSpeakerType. */
typedef struct EnumValues
{
	Oid			kinds[NQ_INDIRECT + 1];
	Oid			types[NQ_DOCUMENT + 1];
} EnumValues;

/* The destination of rows, and what is needed to make them. */
typedef struct RowSink
{
	RowStore	rows;
	const EnumValues *enums;
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
 * Looked up once per query: fn_extra lives no longer than the execution of the plan, so it cannot outlive the
 * types, however often the extension is dropped and created.
 */
static const EnumValues *
enum_values(FmgrInfo *flinfo, TupleDesc descriptor)
{
	if (flinfo->fn_extra == NULL)
	{
		Oid			kind = TupleDescAttr(descriptor, COL_KIND)->atttypid;
		EnumValues	found = {0};
		EnumValues *kept;

		for (int i = NQ_DIRECT; i <= NQ_INDIRECT; i++)
			found.kinds[i] = enum_value(kind, row_kind_name((NqKind) i));
		for (int i = NQ_PERSON; i <= NQ_DOCUMENT && descriptor->natts == COLUMNS; i++)
			found.types[i] = enum_value(TupleDescAttr(descriptor, COL_SPEAKER_TYPE)->atttypid, speaker_type_name((NqSpeakerType) i));
		kept = MemoryContextAlloc(flinfo->fn_mcxt, sizeof(EnumValues));
		*kept = found;
		flinfo->fn_extra = kept;
	}
	return (const EnumValues *) flinfo->fn_extra;
}

/* Does the call use the function of version 0.2, on which views may depend? */
static bool
is_old_function(FunctionCallInfo fcinfo)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;

	return rsinfo != NULL && IsA(rsinfo, ReturnSetInfo) && rsinfo->expectedDesc != NULL && rsinfo->expectedDesc->natts == COLUMNS_0_2;
}

static void
open_sink(RowSink *sink, FunctionCallInfo fcinfo)
{
	store_open(&sink->rows, fcinfo, is_old_function(fcinfo) ? COLUMNS_0_2 : COLUMNS, "extract_quotes");
	sink->enums = enum_values(fcinfo->flinfo, sink->rows.descriptor);
}

/* Up to this many rows, texts are freed together at the end of the call; of more rows, individually. */
#define FEW_ROWS 1000

/* An absent range becomes NULL. */
static void
put_span(Datum *value, bool *null, const Article *article, NqRange span)
{
	*null = span.start == span.end;
	if (!*null)
		*value = PointerGetDatum(article_slice(article, span));
}

/* Frees the texts of a row, which the tuplestore has copied. */
static void
free_texts(const Datum *values, const bool *nulls)
{
	static const int texts[] = {COL_SPEAKER, COL_QUOTE, COL_CUE, COL_MENTION, COL_SPEAKER_GENDER, COL_SPEAKER_ROLE};

	for (size_t i = 0; i < lengthof(texts); i++)
		if (!nulls[texts[i]])
			pfree(DatumGetPointer(values[texts[i]]));
}

/* Sets what is known of the speaker; nothing if there is none. */
static void
put_facts(Datum *values, bool *nulls, const EnumValues *enums, const NqRow *row)
{
	nulls[COL_SPEAKER_TYPE] = nulls[COL_SPEAKER_NAMED] = row->speaker_type == NQ_NO_TYPE;
	values[COL_SPEAKER_TYPE] = ObjectIdGetDatum(enums->types[row->speaker_type]);
	values[COL_SPEAKER_NAMED] = BoolGetDatum(row->speaker_named);
	nulls[COL_SPEAKER_GENDER] = row->speaker_gender == NQ_NO_GENDER;
	if (!nulls[COL_SPEAKER_GENDER])
		values[COL_SPEAKER_GENDER] = PointerGetDatum(cstring_to_text(gender_name(row->speaker_gender)));
	nulls[COL_SPEAKER_ROLE] = row->speaker_role.data == NULL;
	if (!nulls[COL_SPEAKER_ROLE])
		values[COL_SPEAKER_ROLE] = PointerGetDatum(text_from_slice(row->speaker_role));
	values[COL_ASSERTED] = BoolGetDatum(row->asserted);
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
	values[COL_KIND] = ObjectIdGetDatum(sink->enums->kinds[row->kind]);
	put_span(&values[COL_CUE], &nulls[COL_CUE], article, row->cue);
	put_span(&values[COL_MENTION], &nulls[COL_MENTION], article, row->mention);
	nulls[COL_MENTION_POSITION] = nulls[COL_MENTION];
	values[COL_MENTION_POSITION] = Int32GetDatum(article_position(article, row->mention));
	values[COL_UTTERANCE] = Int32GetDatum((int32) row->utterance);
	values[COL_CONFIDENCE] = Float4GetDatum(row->confidence);
	put_facts(values, nulls, sink->enums, row);
	/* A quote can be as long as the article, so that copying and storing it take time. */
	CHECK_FOR_INTERRUPTS();
	tuplestore_putvalues(sink->rows.store, sink->rows.descriptor, values, nulls);
	if (frees)
		free_texts(values, nulls);
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
	bool		indirect = !PG_ARGISNULL(ARG_INDIRECT) && PG_GETARG_BOOL(ARG_INDIRECT);

	open_sink(&sink, fcinfo);
	if (PG_ARGISNULL(ARG_ARTICLE))
		return (Datum) 0;

	reading_start(&reading, fcinfo, indirect, ARG_LANGUAGE);
	put_rows(&sink, &reading);
	reading_close(&reading);
	return (Datum) 0;
}

/*
 * Returns the version of the library that this backend has loaded and that finds the quotes; after an upgrade
 * this can differ from the version of the extension.
 */
Datum
newsquote_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(NEWSQUOTE_VERSION));
}
