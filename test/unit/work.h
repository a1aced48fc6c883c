/*
 * work.h
 *	  How much the engine has done, in units that are the same on every machine.
 *
 * The compiler calls a function in each basic block of the engine (-fsanitize-coverage=trace-pc), and
 * the linker leads its memcpy and the like to others (--wrap) that count what they go over.  A unit is
 * one basic block, or BYTES_IN_UNIT bytes; a processor does about a thousand million a second.  Nothing
 * depends on a clock, so nothing on how busy a machine is.  What PCRE2 does is not seen.
 */
#ifndef WORK_H
#define WORK_H

#include <stdint.h>

#define BYTES_IN_UNIT	16

/* Units of work since the program began. */
extern uint64_t work_done;

#endif							/* WORK_H */
