/* SPDX-License-Identifier: MIT */
/* Memory that is given out piece by piece and taken back whole: one arena holds
 * all that belongs to one article. Reset keeps the blocks, so that the next
 * article allocates nothing. */
#ifndef SLANT_BASE_ARENA_H
#define SLANT_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *first, *current;
	char *next, *end;
};

void arena_init(struct arena *);
void *arena_alloc(struct arena *, size_t size); /* aligned for anything; NOT zeroed */
void *arena_zero(struct arena *, size_t size);  /* zeroed */
char *arena_copy(struct arena *, const char *s, size_t n); /* n bytes and a NUL */
char *arena_printf(struct arena *, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void arena_reset(struct arena *); /* everything given out is gone; blocks are kept */
void arena_free(struct arena *);

#endif
