/*
 * work.c
 *	  Counts the work of the engine: see work.h.
 */
#include "work.h"

#include <stddef.h>

uint64_t	work_done;

/* The names are fixed by the compiler and the linker. */
/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

void		__sanitizer_cov_trace_pc(void);

void
__sanitizer_cov_trace_pc(void)
{
	work_done++;
}

/* The linker's names: "__wrap_" for the replacement, "__real_" for the original. */
extern void *__real_memcpy(void *to, const void *from, size_t bytes);
extern void *__real_memmove(void *to, const void *from, size_t bytes);
extern void *__real_memset(void *to, int value, size_t bytes);
extern int	__real_memcmp(const void *a, const void *b, size_t bytes);
extern void *__real_memchr(const void *in, int value, size_t bytes);
void	   *__wrap_memcpy(void *to, const void *from, size_t bytes);
void	   *__wrap_memmove(void *to, const void *from, size_t bytes);
void	   *__wrap_memset(void *to, int value, size_t bytes);
int			__wrap_memcmp(const void *a, const void *b, size_t bytes);
void	   *__wrap_memchr(const void *in, int value, size_t bytes);

void *
__wrap_memcpy(void *to, const void *from, size_t bytes)
{
	work_done += bytes / BYTES_IN_UNIT;
	return __real_memcpy(to, from, bytes);
}

void *
__wrap_memmove(void *to, const void *from, size_t bytes)
{
	work_done += bytes / BYTES_IN_UNIT;
	return __real_memmove(to, from, bytes);
}

void *
__wrap_memset(void *to, int value, size_t bytes)
{
	work_done += bytes / BYTES_IN_UNIT;
	return __real_memset(to, value, bytes);
}

/* memcmp may stop at the first difference, whose position is unknown: counts the maximum. */
int
__wrap_memcmp(const void *a, const void *b, size_t bytes)
{
	work_done += bytes / BYTES_IN_UNIT;
	return __real_memcmp(a, b, bytes);
}

void *
__wrap_memchr(const void *in, int value, size_t bytes)
{
	const char *found = __real_memchr(in, value, bytes);

	work_done += (found == NULL ? bytes : (size_t) (found - (const char *) in)) / BYTES_IN_UNIT;
	return (void *) found;
}

/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
