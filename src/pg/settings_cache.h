/*
 * settings_cache.h
 *	  The engine's settings for a language, cues and patterns, compiled once per backend.
 */
#ifndef NEWSQUOTE_SETTINGS_H
#define NEWSQUOTE_SETTINGS_H

#include "core/nq.h"
#include "pg/arguments.h"

/* Valid until the next call.  Raises an error for invalid settings. */
extern const NqSettings *settings_get(const SettingsArguments *arguments);

#endif							/* NEWSQUOTE_SETTINGS_H */
