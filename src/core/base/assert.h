/*
 * assert.h
 *	  Invariants between the stages, asserted in debug builds.
 *
 * NQ_ASSERT costs nothing unless NQ_DEBUG is defined, as it is for the engine's tests and the fuzzer.  A failed
 * assertion ends the program, so the extension itself is never built with NQ_DEBUG: the engine must not abort.
 */
#ifndef NQ_ASSERT_H
#define NQ_ASSERT_H

#ifdef NQ_DEBUG
#include <stdio.h>
#include <stdlib.h>

#define NQ_ASSERT(condition) \
	((condition) ? (void) 0 : \
	 (fprintf(stderr, "%s:%d: broken assertion: %s\n", __FILE__, __LINE__, #condition), abort()))
#else
#define NQ_ASSERT(condition) ((void) 0)
#endif

#endif							/* NQ_ASSERT_H */
