/*
 * fuzz.h
 *	  The fuzz target: fuzz.c describes the input.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Returns the promise that the engine breaks on this input, or NULL. */
extern const char *broken_promise(const uint8_t *data, size_t size);

/* Frees the settings that are kept between inputs. */
extern void forget_settings(void);

#endif							/* FUZZ_H */
