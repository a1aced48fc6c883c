/*
 * work.h
 *	  The amount of work done by the engine, in units that are the same on every machine.
 *
 * The compiler calls a function in each basic block of the engine (-fsanitize-coverage=trace-pc), and the
 * linker redirects memcpy and the like to wrappers (--wrap) that count bytes.  A unit is one basic block, or
 * BYTES_IN_UNIT bytes; a processor does about a thousand million a second.  No clock is read, so the load of
 * the machine does not matter.  PCRE2's work is not counted.
 */
#ifndef WORK_H
#define WORK_H

#include <stdint.h>

#define BYTES_IN_UNIT	16

/* Units of work since the program began. */
extern uint64_t work_done;

#endif							/* WORK_H */
