/*
 * error.c
 *	  Engine failures as PostgreSQL errors.
 *
 * Takes an engine error and the arguments of the call, which the message names; raises an ERROR with the
 * SQLSTATE that the README lists.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "pg/encoding.h"
#include "pg/error.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

/* Longer arguments are truncated in messages. */
#define SHOWN_BYTES 200

/* Converts a slice for messages: to the database encoding, and truncated. */
static char *
shown(NqSlice slice)
{
	char	   *whole = text_to_cstring(text_from_slice(slice));
	int			bytes = (int) strlen(whole);
	int			clipped = pg_mbcliplen(whole, bytes, SHOWN_BYTES);

	return clipped == bytes ? whole : psprintf("%.*s...", clipped, whole);
}

/* The cue or pattern that the error refers to. */
static NqSlice
item(ArrayType *array, const NqError *error)
{
	NqSlice		none = {"", 0};
	size_t		count;
	NqSlice    *slices = slices_from_array(array, &count);

	return error->item < count ? slices[error->item] : none;
}

static void
report_pattern(const NqError *error, const SettingsArguments *arguments)
{
	NqSlice		pattern = item(arguments->patterns, error);

	if (error->status == NQ_NO_QUOTE_GROUP)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("pattern has no group named \"quote\": \"%s\"", shown(pattern)),
				 errhint("Name the group that matches the quoted words: (?<quote>...).")));
	if (error->status == NQ_SEVERAL_GROUPS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("pattern has several groups named \"%s\": \"%s\"", error->message, shown(pattern)),
				 errhint("Give them one number: (?|...(?<%s>...)...|...(?<%s>...)...).", error->message, error->message)));
	if (error->status == NQ_RUNAWAY_PATTERN)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("pattern takes %s to match: \"%s\"", error->message, shown(pattern)),
				 errhint("Bound its repetitions, or make them possessive, such as [^\\n]*+.")));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_REGULAR_EXPRESSION),
			 errmsg("invalid regular expression: %s", error->message),
			 errdetail("At offset %d of pattern \"%s\".",
					   slice_characters(pattern, error->offset), shown(pattern))));
}

static void
report_language(const SettingsArguments *arguments)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("language \"%s\" is not known",
					shown(slice_from_text(arguments->language))),
			 errhint("Known languages: %s.", nq_languages())));
}

static void
report_cue(const NqError *error, const SettingsArguments *arguments)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("invalid cue: \"%s\"", shown(item(arguments->cues, error))),
			 error->message[0] != '\0' ? errdetail_internal("%s", error->message) : 0,
			 errhint("A cue is the base form of a reporting verb, such as \"quip\".")));
}

void
report_failure(const NqError *error, const SettingsArguments *arguments)
{
	switch (error->status)
	{
		case NQ_UNKNOWN_LANGUAGE:
			report_language(arguments);
			break;
		case NQ_BAD_CUE:
			report_cue(error, arguments);
			break;
		case NQ_BAD_PATTERN:
		case NQ_NO_QUOTE_GROUP:
		case NQ_SEVERAL_GROUPS:
		case NQ_RUNAWAY_PATTERN:
			report_pattern(error, arguments);
			break;
		case NQ_LIMIT:
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg_internal("%s", error->message),
					 errhint("Give fewer or shorter ones, in several calls if necessary.")));
			break;
		case NQ_TOO_LARGE:
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("article is too large"),
					 errdetail("It has more than %zu bytes in UTF-8.", NQ_MAX_ARTICLE)));
			break;
		case NQ_NO_MEMORY:
			ereport(ERROR,
					(errcode(ERRCODE_OUT_OF_MEMORY),
					 errmsg("out of memory"),
					 errdetail("Failed while extracting quotations.")));
			break;
		case NQ_OK:
		case NQ_CANCELLED:
			break;
	}
	elog(ERROR, "unexpected engine status: %d", (int) error->status);
}
