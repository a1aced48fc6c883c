/*
 * error.h
 *	  Engine failures as PostgreSQL errors.
 */
#ifndef NEWSQUOTE_ERROR_H
#define NEWSQUOTE_ERROR_H

#include "core/nq.h"
#include "pg/arguments.h"

/* Raises the error for a status; does not return.  Not for NQ_OK and NQ_CANCELLED. */
extern void report_failure(const NqError *error, const SettingsArguments *arguments);

#endif							/* NEWSQUOTE_ERROR_H */
