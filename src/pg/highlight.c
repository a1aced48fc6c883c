/*
 * highlight.c
 *	  The SQL function highlight_quotes: an article with its quotations highlighted.
 *
 * Takes an article and options in the style of ts_headline; gives the article, byte for byte, with a mark
 * before and after every quotation, or as HTML (html.c).  As HTML, an article that is HTML itself or has
 * entities is shown as a reader sees it.
 *
 * Rows are sorted by their start, longer ones first.  They are opened and closed like brackets: a row that
 * extends beyond the row around it ends with that one.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "commands/defrem.h"
#include "pg/highlight.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

NEWSQUOTE_FUNCTION(highlight_quotes);

/* The function's parameters, in the order of CREATE FUNCTION. */
enum
{
	ARG_ARTICLE,
	ARG_OPTIONS,
	ARG_INDIRECT,
	ARG_LANGUAGE
};

/* ---- plain text ---- */

static void
plain_edge(Highlighter *h)
{
}

static void
plain_words(Highlighter *h, const char *words, Size bytes)
{
	appendBinaryStringInfo(&h->out, words, (int) bytes);
}

static void
plain_open(Highlighter *h, size_t row)
{
	appendStringInfoString(&h->out, h->start_mark);
}

static void
plain_close(Highlighter *h)
{
	appendStringInfoString(&h->out, h->stop_mark);
}

static const Format plain_format = {plain_edge, plain_words, plain_open, plain_close, plain_edge};

/* ---- options ---- */

static const Format *
format_by_name(const char *name)
{
	if (pg_strcasecmp(name, "text") == 0)
		return &plain_format;
	if (pg_strcasecmp(name, "html") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid value for highlight parameter \"%s\": \"%s\"", "Format", name),
				 errhint("Valid values are \"text\" and \"html\".")));
	return &html_format;
}

/* Parses options like ts_headline(): NAME=VALUE, separated by commas, names in any case. */
static void
read_options(Highlighter *h, text *options)
{
	ListCell   *cell;

	foreach(cell, deserialize_deflist(PointerGetDatum(options)))
	{
		DefElem    *option = (DefElem *) lfirst(cell);

		if (pg_strcasecmp(option->defname, "StartSel") == 0)
			h->start_mark = defGetString(option);
		else if (pg_strcasecmp(option->defname, "StopSel") == 0)
			h->stop_mark = defGetString(option);
		else if (pg_strcasecmp(option->defname, "Format") == 0)
			h->format = format_by_name(defGetString(option));
		else
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unrecognized highlight parameter: \"%s\"", option->defname),
					 errhint("The parameters are StartSel, StopSel and Format.")));
	}
	if (h->format == &html_format && (h->start_mark != NULL || h->stop_mark != NULL))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("highlight parameters StartSel and StopSel cannot be used with Format=html")));
}

static void
set_options(Highlighter *h, text *options)
{
	memset(h, 0, sizeof(*h));
	h->format = &plain_format;
	if (options != NULL)
		read_options(h, options);
	if (h->start_mark == NULL)
		h->start_mark = "<b>";
	if (h->stop_mark == NULL)
		h->stop_mark = "</b>";
}

/* ---- the article ---- */

/* The text to be written: the article as stored, or as a reader sees it. */
typedef struct Source
{
	const Article *article;
	const NqResult *result;
	bool		reading;
	Size		bytes;
} Source;

/* As HTML, an article that is HTML itself is shown as a reader sees it. */
static void
open_source(Source *source, const Highlighter *h, const Article *article)
{
	source->article = article;
	source->result = h->result;
	source->reading = h->format == &html_format && h->result->reading.data != NULL;
	source->bytes = source->reading ? h->result->reading.length : article->stored_bytes;
}

static void
quote_bytes(const Source *source, NqRange quote, Size *start, Size *end)
{
	if (!source->reading)
		article_bytes(source->article, quote, start, end);
	else
	{
		*start = nq_reading_place(source->result, quote.start);
		*end = nq_reading_place(source->result, quote.end);
	}
}

static void
write_words(Highlighter *h, const Source *source, Size start, Size end)
{
	text	   *words;

	if (!source->reading)
	{
		h->format->words(h, source->article->stored + start, end - start);
		return;
	}
	words = text_from_slice((NqSlice) {source->result->reading.data + start, (uint32_t) (end - start)});
	h->format->words(h, VARDATA(words), VARSIZE(words) - VARHDRSZ);
	pfree(words);
}

/* Closes the rows that end at or before here, each at its end.  Returns how far the source is written. */
static Size
close_rows(Highlighter *h, const Source *source, const Size *ends, Size done, Size here)
{
	while (h->depth > 0 && ends[h->depth - 1] <= here)
	{
		Size		end = ends[h->depth - 1];

		write_words(h, source, done, end);
		h->format->close(h);
		h->depth--;
		done = end;
	}
	return done;
}

static void
write_article(Highlighter *h, const Article *article)
{
	/* The ends of the open rows, the innermost last. */
	Size	   *ends = MemoryContextAllocHuge(CurrentMemoryContext,
											  Max(h->result->count, 1) * sizeof(Size));
	Size		done = 0;
	Source		source;

	open_source(&source, h, article);
	h->format->begin(h);
	for (size_t row = 0; row < h->result->count; row++)
	{
		Size		start;
		Size		end;

		CHECK_FOR_INTERRUPTS();
		quote_bytes(&source, h->result->rows[row].quote, &start, &end);
		done = close_rows(h, &source, ends, done, start);
		write_words(h, &source, done, start);
		h->format->open(h, row);
		done = start;
		ends[h->depth] = h->depth > 0 ? Min(end, ends[h->depth - 1]) : end;
		h->depth++;
	}
	done = close_rows(h, &source, ends, done, source.bytes);
	write_words(h, &source, done, source.bytes);
	h->format->end(h);
}

Datum
highlight_quotes(PG_FUNCTION_ARGS)
{
	bool		indirect = !PG_ARGISNULL(ARG_INDIRECT) && PG_GETARG_BOOL(ARG_INDIRECT);
	Highlighter h;
	Reading		reading;

	if (PG_ARGISNULL(ARG_ARTICLE))
		PG_RETURN_NULL();
	set_options(&h, PG_ARGISNULL(ARG_OPTIONS) ? NULL : PG_GETARG_TEXT_PP(ARG_OPTIONS));
	reading_start_displayed(&reading, fcinfo, indirect, ARG_LANGUAGE);
	initStringInfo(&h.out);
	h.result = &reading.result;
	if (!PG_ARGISNULL(ARG_LANGUAGE))
		h.language = slice_from_text(PG_GETARG_TEXT_PP(ARG_LANGUAGE));
	write_article(&h, &reading.article);
	PG_RETURN_TEXT_P(reading_close_with(&reading, cstring_to_text_with_len(h.out.data, h.out.len)));
}
