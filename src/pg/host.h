/*
 * host.h
 *	  A backend as the host of the engine: memory from a context, cancellation from the interrupt flags.
 */
#ifndef NEWSQUOTE_HOST_H
#define NEWSQUOTE_HOST_H

#include "core/nq.h"

/* The host is valid as long as the memory context. */
extern void newsquote_host_init(NqHost *host, MemoryContext context);

#endif							/* NEWSQUOTE_HOST_H */
