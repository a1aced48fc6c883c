/*
 * raise_error.c
 *	  Raises an error without a CONTEXT, for the procedures written in PL/pgSQL.
 *
 * PL/pgSQL reports where an error was raised, function by function and statement by statement.  For newsquote's
 * own functions that does not help a user.  The callers are procedures that users call at top level (they
 * commit), so no context of the user's is lost.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "utils/builtins.h"

NEWSQUOTE_FUNCTION(newsquote_raise_error);

#define SQLSTATE_LENGTH 5

/* Returns NULL for a NULL or empty argument. */
static char *
text_argument(FunctionCallInfo fcinfo, int number)
{
	char	   *value = PG_ARGISNULL(number) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(number));

	return value == NULL || value[0] == '\0' ? NULL : value;
}

/* Arguments: SQLSTATE, message, detail, hint. */
Datum
newsquote_raise_error(PG_FUNCTION_ARGS)
{
	char	   *state = text_argument(fcinfo, 0);
	char	   *message = text_argument(fcinfo, 1);
	char	   *detail = text_argument(fcinfo, 2);
	char	   *hint = text_argument(fcinfo, 3);

	if (state == NULL || strlen(state) != SQLSTATE_LENGTH || message == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("an error needs an SQLSTATE and a message")));

	/* Whoever catches the error restores it, as PG_TRY does. */
	error_context_stack = NULL;
	ereport(ERROR,
			(errcode(MAKE_SQLSTATE(state[0], state[1], state[2], state[3], state[4])),
			 errmsg_internal("%s", message),
			 detail != NULL ? errdetail_internal("%s", detail) : 0,
			 hint != NULL ? errhint("%s", hint) : 0));
	PG_RETURN_VOID();
}
