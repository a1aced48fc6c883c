/*
 * unit.h
 *	  Functions shared by the engine's tests: TAP output, a host that counts and fails on demand, and the
 *	  invariants of every result.
 */
#ifndef UNIT_H
#define UNIT_H

#include "core/nq.h"

/*
 * Prints one line of TAP each; done() prints the plan and returns main's status. diag() explains the failure
 * that follows; only the first few lines for each test are printed.
 */
extern bool ok(bool passed, const char *format,...) __attribute__((format(printf, 2, 3)));
extern void diag(const char *format,...) __attribute__((format(printf, 1, 2)));
extern int	done(void);

/*
 * A host that counts its memory and (unless UNPAINTED) fills it with garbage. fail_at: the allocation, from 1,
 * that fails, and with fail_on all later ones too; 0: none. cancel_at: the check, from 1, from which on the
 * call is cancelled; 0: never.
 */
typedef struct TestHost
{
	NqHost		host;
	size_t		live;			/* blocks not yet released */
	size_t		live_bytes;
	size_t		peak_bytes;
	size_t		allocations;
	size_t		fail_at;
	bool		fail_on;
	size_t		questions;
	size_t		cancel_at;
} TestHost;

extern void host_open(TestHost *test);

/* Bytes owned by the test; those of a file are followed by a NUL. */
typedef struct Bytes
{
	char	   *data;
	size_t		length;
} Bytes;

extern Bytes read_file(const char *path);

extern NqSlice slice(const char *string);

/* English settings without cues and patterns; exits on failure. */
extern NqSettings *default_settings(const NqHost *host);

/* Settings of a language. */
extern NqSettings *settings_of(const NqHost *host, const char *language);

/* Returns the first invariant that a result breaks, or NULL. */
extern const char *complaint(const char *text, size_t length, bool indirect, const NqResult *result);

/* The same for plain words. */
extern const char *plain_complaint(const char *text, size_t length, NqSlice words);

/* The same for candidates. */
extern const char *candidates_complaint(const char *text, size_t length, const NqCandidates *result);

/* Whether two results are the same, speaker for speaker and byte for byte. */
extern bool same_result(const NqResult *a, const NqResult *b);

#endif							/* UNIT_H */
