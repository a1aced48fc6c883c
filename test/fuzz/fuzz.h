/*
 * fuzz.h
 *	  The fuzz target: fuzz.c says what an input is.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* The promise that the engine breaks on this input, or NULL. */
extern const char *broken_promise(const uint8_t *data, size_t size);

/* Frees the settings that are kept from input to input. */
extern void forget_settings(void);

#endif							/* FUZZ_H */
