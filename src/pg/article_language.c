/*
 * article_language.c
 *	  The SQL function article_language: the language of an article.
 *
 * Takes an article; gives the name of its language, as the other functions accept it, or NULL in doubt.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "miscadmin.h"
#include "pg/encoding.h"
#include "pg/error.h"
#include "pg/host.h"
#include "utils/builtins.h"

NEWSQUOTE_FUNCTION(article_language);

Datum
article_language(PG_FUNCTION_ARGS)
{
	NqSlice		article = slice_from_text(PG_GETARG_TEXT_PP(0));
	NqStatus	status;
	NqHost		host;
	NqError		error;
	const char *language;

	newsquote_host_init(&host, CurrentMemoryContext);
	while ((status = nq_article_language(&host, article.data, article.length, &language, &error)) == NQ_CANCELLED)
		CHECK_FOR_INTERRUPTS();
	if (status != NQ_OK)
		report_failure(&error, NULL);
	if (language == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(language));
}
