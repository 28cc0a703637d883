/* SPDX-License-Identifier: MIT */
/* Allocation that never returns NULL: running out of memory ends the program
 * here, with a message and status 128+6, so that nobody else writes that branch. */
#ifndef SLANT_BASE_MEMORY_H
#define SLANT_BASE_MEMORY_H

#include <stddef.h>

void *mem_alloc(size_t size);              /* zeroed; free with free() */
void *mem_resize(void *old, size_t size);  /* as realloc */
char *mem_copy(const char *s);             /* as strdup; NULL gives NULL */
char *mem_copy_n(const char *s, size_t n); /* n bytes and a NUL */

#endif
