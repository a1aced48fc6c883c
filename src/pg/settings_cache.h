/*
 * settings_cache.h
 *	  The engine's settings for a call's language, cues and patterns, compiled
 *	  once a backend.
 */
#ifndef NEWSQUOTE_SETTINGS_H
#define NEWSQUOTE_SETTINGS_H

#include "core/nq.h"
#include "pg/arguments.h"

/* Valid until the next call.  Raises an error for arguments that are no settings. */
extern const NqSettings *settings_get(const SettingsArguments *arguments);

#endif							/* NEWSQUOTE_SETTINGS_H */
