/*
 * compat.h
 *	  All differences between PostgreSQL 14 and 19 that newsquote needs.
 *
 * Included right after postgres.h by every file of the glue; no other file tests for a version.
 */
#ifndef NEWSQUOTE_COMPAT_H
#define NEWSQUOTE_COMPAT_H

#include "fmgr.h"

#if PG_VERSION_NUM < 140000
#error "newsquote needs PostgreSQL 14 or later"
#endif

/* PostgreSQL 16 moved VARDATA_ANY and related macros out of postgres.h. */
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/* PostgreSQL 18 lets a module report its name and version (pg_get_loaded_modules). */
#if PG_VERSION_NUM >= 180000
#define NEWSQUOTE_MODULE_MAGIC \
	PG_MODULE_MAGIC_EXT(.name = "newsquote", .version = NEWSQUOTE_VERSION)
#else
#define NEWSQUOTE_MODULE_MAGIC	PG_MODULE_MAGIC
#endif

/*
 * A function callable from SQL.  Everything else is hidden (see the Makefile).  Before PostgreSQL 16,
 * PG_FUNCTION_INFO_V1 does not export the function itself.
 */
#if PG_VERSION_NUM < 160000 && defined(__GNUC__) && !defined(WIN32)
#undef PGDLLEXPORT
#define PGDLLEXPORT __attribute__((visibility("default")))
#endif
#define NEWSQUOTE_FUNCTION(name) \
	extern PGDLLEXPORT Datum name(PG_FUNCTION_ARGS); \
	PG_FUNCTION_INFO_V1(name)

/* PostgreSQL 19 builds a jsonb value in a JsonbInState; earlier versions passed and returned two of its members. */
#include "utils/jsonb.h"
#if PG_VERSION_NUM < 190000
typedef struct JsonbInState
{
	JsonbValue *result;			/* complete after the last push */
	JsonbParseState *parseState;
} JsonbInState;
#define pushJsonbValue(state, token, value) \
	((state)->result = (pushJsonbValue) (&(state)->parseState, token, value))
#endif

#endif							/* NEWSQUOTE_COMPAT_H */
