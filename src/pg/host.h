/*
 * host.h
 *	  A backend as the engine's host: memory from a context, cancellation from
 *	  the interrupt flags.
 */
#ifndef NEWSQUOTE_HOST_H
#define NEWSQUOTE_HOST_H

#include "core/nq.h"

/* The host is valid as long as the memory context is. */
extern void newsquote_host_init(NqHost *host, MemoryContext context);

#endif							/* NEWSQUOTE_HOST_H */
