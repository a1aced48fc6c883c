/*
 * functions.c
 *	  The SQL functions quote_speakers and quotes_jsonb.
 *
 * Take an article and return one value with what extract_quotes returns as rows, for use in a generated column
 * or the expression of an index.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "catalog/pg_type.h"
#include "common/shortest_dec.h"
#include "miscadmin.h"
#include "pg/reading.h"
#include "pg/speakers.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

NEWSQUOTE_FUNCTION(quote_speakers);
NEWSQUOTE_FUNCTION(quotes_jsonb);

static ArrayType *
speakers_array(const NqResult *result)
{
	ArrayBuildState *state = initArrayResult(TEXTOID, CurrentMemoryContext, false);
	Speakers	speakers;

	speakers_list(&speakers, result);
	for (uint32 i = 0; i < speakers.count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		accumArrayResult(state, PointerGetDatum(text_from_slice(speakers.speakers[i].name)), false,
						 TEXTOID, CurrentMemoryContext);
	}
	return DatumGetArrayTypeP(makeArrayResult(state, CurrentMemoryContext));
}

Datum
quote_speakers(PG_FUNCTION_ARGS)
{
	Reading		reading;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	reading_start(&reading, fcinfo, false, 1);
	PG_RETURN_POINTER(reading_close_with(&reading, speakers_array(&reading.result)));
}

static void
push_string(JsonbInState *state, JsonbIteratorToken token, const char *string, Size bytes)
{
	JsonbValue	value;

	value.type = jbvString;
	value.val.string.val = unconstify(char *, string);
	value.val.string.len = (int) bytes;
	pushJsonbValue(state, token, &value);
}

static void
push_key(JsonbInState *state, const char *key)
{
	push_string(state, WJB_KEY, key, strlen(key));
}

static void
push_null(JsonbInState *state)
{
	JsonbValue	value;

	value.type = jbvNull;
	pushJsonbValue(state, WJB_VALUE, &value);
}

/* The words point into the article, which outlives the value being built. */
static void
push_span(JsonbInState *state, const Article *article, NqRange span)
{
	Size		start;
	Size		end;

	if (span.start == span.end)
	{
		push_null(state);
		return;
	}
	article_bytes(article, span, &start, &end);
	push_string(state, WJB_VALUE, article->stored + start, end - start);
}

static void
push_name(JsonbInState *state, NqSlice name)
{
	text	   *words;

	if (name.data == NULL)
	{
		push_null(state);
		return;
	}
	words = text_from_slice(name);
	push_string(state, WJB_VALUE, VARDATA(words), VARSIZE(words) - VARHDRSZ);
}

static void
push_numeric(JsonbInState *state, Numeric number)
{
	JsonbValue	value;

	value.type = jbvNumeric;
	value.val.numeric = number;
	pushJsonbValue(state, WJB_VALUE, &value);
}

static void
push_integer(JsonbInState *state, int64 number)
{
	push_numeric(state, int64_to_numeric(number));
}

/*
 * Prints a number as to_jsonb() prints a real, independently of extra_float_digits: with the fewest digits that
 * distinguish it from its neighbours.
 */
static void
push_real(JsonbInState *state, float number)
{
	char		digits[FLOAT_SHORTEST_DECIMAL_LEN];

	float_to_shortest_decimal_buf(number, digits);
	push_numeric(state, DatumGetNumeric(DirectFunctionCall3(numeric_in, CStringGetDatum(digits),
															ObjectIdGetDatum(InvalidOid),
															Int32GetDatum(-1))));
}

static void
push_word(JsonbInState *state, const char *word)
{
	push_string(state, WJB_VALUE, word, strlen(word));
}

static void
push_bool(JsonbInState *state, bool truth)
{
	JsonbValue	value;

	value.type = jbvBool;
	value.val.boolean = truth;
	pushJsonbValue(state, WJB_VALUE, &value);
}

/* Pushes what is known of the speaker; nothing if there is none. */
static void
push_facts(JsonbInState *state, const NqRow *row)
{
	bool		known = row->speaker_type != NQ_NO_TYPE;

	push_key(state, "speaker_type");
	if (known)
		push_word(state, speaker_type_name(row->speaker_type));
	else
		push_null(state);
	push_key(state, "speaker_named");
	if (known)
		push_bool(state, row->speaker_named);
	else
		push_null(state);
	push_key(state, "speaker_gender");
	if (row->speaker_gender == NQ_NO_GENDER)
		push_null(state);
	else
		push_word(state, gender_name(row->speaker_gender));
	push_key(state, "speaker_role");
	push_name(state, row->speaker_role);
	push_key(state, "asserted");
	push_bool(state, row->asserted);
}

/* Pushes an object whose keys are the columns of extract_quotes. */
static void
push_row(JsonbInState *state, const Article *article, const NqRow *row)
{
	pushJsonbValue(state, WJB_BEGIN_OBJECT, NULL);
	push_key(state, "speaker");
	push_name(state, row->speaker);
	push_key(state, "quote");
	push_span(state, article, row->quote);
	push_key(state, "position");
	push_integer(state, article_position(article, row->quote));
	push_key(state, "kind");
	push_word(state, row_kind_name(row->kind));
	push_key(state, "cue");
	push_span(state, article, row->cue);
	push_key(state, "mention");
	push_span(state, article, row->mention);
	push_key(state, "mention_position");
	if (row->mention.start == row->mention.end)
		push_null(state);
	else
		push_integer(state, article_position(article, row->mention));
	push_key(state, "utterance");
	push_integer(state, row->utterance);
	push_key(state, "confidence");
	push_real(state, row->confidence);
	push_facts(state, row);
	pushJsonbValue(state, WJB_END_OBJECT, NULL);
}

/*
 * PostgreSQL's last step, JsonbValueToJsonb, does not check for interrupts: a hundred megabytes of JSON take a
 * second.
 */
static Jsonb *
rows_jsonb(const Reading *reading)
{
	JsonbInState state = {0};

	pushJsonbValue(&state, WJB_BEGIN_ARRAY, NULL);
	for (size_t i = 0; i < reading->result.count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		push_row(&state, &reading->article, &reading->result.rows[i]);
	}
	pushJsonbValue(&state, WJB_END_ARRAY, NULL);
	return JsonbValueToJsonb(state.result);
}

Datum
quotes_jsonb(PG_FUNCTION_ARGS)
{
	Reading		reading;
	bool		indirect = !PG_ARGISNULL(1) && PG_GETARG_BOOL(1);

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	reading_start(&reading, fcinfo, indirect, 2);
	PG_RETURN_POINTER(reading_close_with(&reading, rows_jsonb(&reading)));
}
