/*
 * assert.h
 *	  What must hold between the stages, asserted in debug builds.
 *
 * NQ_ASSERT costs nothing unless NQ_DEBUG is defined, as it is for the tests
 * of the engine and the fuzzer.  There a broken assertion ends the program;
 * the extension itself is never built so, for the engine must not abort.
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
