/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *or_die(void *p, size_t size)
{
	if (p == NULL && size != 0) {
		fprintf(stderr, "slantwise: out of memory (%zu bytes asked)\n", size);
		abort();
	}
	return p;
}

void *mem_alloc(size_t size)
{
	return or_die(calloc(1, size ? size : 1), size ? size : 1);
}

void *mem_resize(void *old, size_t size)
{
	return or_die(realloc(old, size ? size : 1), size ? size : 1);
}

char *mem_copy(const char *s)
{
	return s ? mem_copy_n(s, strlen(s)) : NULL;
}

char *mem_copy_n(const char *s, size_t n)
{
	char *copy = mem_alloc(n + 1);
	if (n)
		memcpy(copy, s, n);
	return copy;
}
