/*
 * reading.c
 *	  The reading of an article by one call, for all SQL functions that read one.
 *
 * Takes an article and the arguments for settings; gives the engine's rows.
 *
 * Each call works in a memory context of its own, which is deleted at the end, so that a scan of any number of
 * articles needs only the memory of the largest one.
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

/* The engine function to run, and its result. */
typedef NqStatus (*Extraction) (const NqSettings *settings, const NqHost *host, const Article *article, bool indirect,
								void *result, NqError *error);

static NqStatus
extract_rows(const NqSettings *settings, const NqHost *host, const Article *article, bool indirect, void *result, NqError *error)
{
	return nq_extract(settings, host, article->utf8, article->utf8_bytes, indirect, result, error);
}

static NqStatus
extract_displayed(const NqSettings *settings, const NqHost *host, const Article *article, bool indirect, void *result, NqError *error)
{
	return nq_extract_displayed(settings, host, article->utf8, article->utf8_bytes, indirect, result, error);
}

static NqStatus
extract_candidates(const NqSettings *settings, const NqHost *host, const Article *article, bool indirect, void *result, NqError *error)
{
	return nq_extract_candidates(settings, host, article->utf8, article->utf8_bytes, result, error);
}

/*
 * If the statement is to be cancelled, the engine unwinds and the error is raised here.  If the interrupt turns
 * out not to raise an error, the engine starts again.
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
reading_find_candidates(Reading *reading, text *article, const SettingsArguments *arguments)
{
	find(reading, article, false, arguments, extract_candidates, &reading->candidates);
}

static void
start(Reading *reading, FunctionCallInfo fcinfo, bool indirect, int language, Extraction extract)
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
	find(reading, PG_GETARG_TEXT_PP(0), indirect, &arguments, extract, &reading->result);
}

void
reading_start(Reading *reading, FunctionCallInfo fcinfo, bool indirect, int language)
{
	start(reading, fcinfo, indirect, language, extract_rows);
}

void
reading_start_displayed(Reading *reading, FunctionCallInfo fcinfo, bool indirect, int language)
{
	start(reading, fcinfo, indirect, language, extract_displayed);
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
