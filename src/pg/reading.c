/*
 * reading.c
 *	  One call's reading of an article, for every SQL function that does so.
 *
 * Takes an article and what settings are made of; gives the engine's rows.
 *
 * Each call works in a memory context of its own, deleted at the end, so a
 * scan of any number of articles needs the memory of the largest one.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "pg/error.h"
#include "pg/host.h"
#include "miscadmin.h"
#include "pg/reading.h"
#include "utils/memutils.h"

void
reading_open(Reading *reading)
{
	memset(reading, 0, sizeof(*reading));
	reading->context = AllocSetContextCreate(CurrentMemoryContext, "newsquote call",
											 ALLOCSET_DEFAULT_SIZES);
	reading->caller = MemoryContextSwitchTo(reading->context);
}

/* What the engine is asked for: into a result of the caller's. */
typedef NqStatus (*Extraction) (const NqSettings *settings, const NqHost *host, const Article *article, bool indirect,
								void *result, NqError *error);

static NqStatus
extract_rows(const NqSettings *settings, const NqHost *host, const Article *article, bool indirect, void *result, NqError *error)
{
	return nq_extract(settings, host, article->utf8, article->utf8_bytes, indirect, result, error);
}

static NqStatus
extract_candidates(const NqSettings *settings, const NqHost *host, const Article *article, bool indirect, void *result, NqError *error)
{
	return nq_extract_candidates(settings, host, article->utf8, article->utf8_bytes, result, error);
}

/*
 * The engine unwinds by itself when the statement is to end, and the error is
 * raised here.  Should the interrupt turn out to be none after all, it starts again.
 */
static void
find(Reading *reading, text *article, bool indirect, const SettingsArguments *arguments, Extraction extract, void *result)
{
	const NqSettings *settings;
	NqStatus	status;
	NqHost		host;
	NqError		error;

	article_open(&reading->article, article);
	settings = settings_get(arguments);
	newsquote_host_init(&host, reading->context);
	for (;;)
	{
		status = extract(settings, &host, &reading->article, indirect, result, &error);
		if (status != NQ_CANCELLED)
			break;
		CHECK_FOR_INTERRUPTS();
	}
	if (status != NQ_OK)
		report_failure(&error, arguments);
}

void
reading_find(Reading *reading, text *article, bool indirect, const SettingsArguments *arguments)
{
	find(reading, article, indirect, arguments, extract_rows, &reading->result);
}

void
reading_find_candidates(Reading *reading, text *article, const SettingsArguments *arguments)
{
	find(reading, article, false, arguments, extract_candidates, &reading->candidates);
}

void
reading_start(Reading *reading, FunctionCallInfo fcinfo, bool indirect, int language)
{
	SettingsArguments arguments = {NULL, NULL, NULL};
	int			cues = language + 1;
	int			patterns = language + 2;

	reading_open(reading);
	if (!PG_ARGISNULL(language))
		arguments.language = PG_GETARG_TEXT_PP(language);
	if (cues < PG_NARGS() && !PG_ARGISNULL(cues))
		arguments.cues = PG_GETARG_ARRAYTYPE_P(cues);
	if (patterns < PG_NARGS() && !PG_ARGISNULL(patterns))
		arguments.patterns = PG_GETARG_ARRAYTYPE_P(patterns);
	reading_find(reading, PG_GETARG_TEXT_PP(0), indirect, &arguments);
}

void
reading_close(Reading *reading)
{
	nq_result_release(&reading->result);
	nq_candidates_release(&reading->candidates);
	MemoryContextSwitchTo(reading->caller);
	MemoryContextDelete(reading->context);
}

struct varlena *
reading_close_with(Reading *reading, const void *value)
{
	Size		bytes = VARSIZE(value);
	struct varlena *copy = MemoryContextAlloc(reading->caller, bytes);

	memcpy(copy, value, bytes);
	reading_close(reading);
	return copy;
}

const char *
row_kind_name(NqKind kind)
{
	static const char *const names[] = {[NQ_DIRECT] = "direct", [NQ_MIXED] = "mixed", [NQ_INDIRECT] = "indirect"};

	return names[kind];
}

const char *
speaker_type_name(NqSpeakerType type)
{
	static const char *const names[] = {
		[NQ_PERSON] = "person", [NQ_ORGANISATION] = "organisation", [NQ_GROUP] = "group", [NQ_DOCUMENT] = "document"
	};

	return names[type];
}

const char *
gender_name(NqGender gender)
{
	return gender == NQ_FEMALE ? "female" : "male";
}
