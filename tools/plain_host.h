/*
 * plain_host.h
 *	  The host of a program without a server: malloc, and no cancellation.
 */
#ifndef NQ_PLAIN_HOST_H
#define NQ_PLAIN_HOST_H

#include "core/nq.h"

#include <stdlib.h>

static void *
plain_alloc(void *context, size_t bytes)
{
	(void) context;
	return malloc(bytes);
}

static void
plain_release(void *context, void *block)
{
	(void) context;
	free(block);
}

static bool
plain_cancelled(void *context)
{
	(void) context;
	return false;
}

static const NqHost plain_host = {NULL, plain_alloc, plain_release, plain_cancelled};

#endif							/* NQ_PLAIN_HOST_H */
