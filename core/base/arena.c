/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/memory.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)256 * 1024)
/* A block beyond this is given back at reset: one huge article must not make every later one keep its memory. */
#define KEEP_SIZE ((size_t)4 * 1024 * 1024)

struct arena_block {
	struct arena_block *next;
	size_t size;
	alignas(max_align_t) char data[];
};

void arena_init(struct arena *a)
{
	*a = (struct arena){0};
}

static void use(struct arena *a, struct arena_block *b)
{
	a->current = b;
	a->next = b->data;
	a->end = b->data + b->size;
}

static void add_block(struct arena *a, size_t at_least)
{
	struct arena_block *after = a->current ? a->current->next : a->first;
	if (after != NULL && after->size >= at_least) {
		use(a, after);
		return;
	}
	size_t size = at_least > BLOCK_SIZE ? at_least : BLOCK_SIZE;
	struct arena_block *b = mem_alloc(sizeof *b + size);
	b->size = size;
	b->next = after;
	if (a->current != NULL)
		a->current->next = b;
	else
		a->first = b;
	use(a, b);
}

void *arena_alloc(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);
	if (size > SIZE_MAX - align)
		abort();
	size = (size + align - 1) & ~(align - 1);
	if ((size_t)(a->end - a->next) < size)
		add_block(a, size);
	void *p = a->next;
	a->next += size;
	return p;
}

void *arena_zero(struct arena *a, size_t size)
{
	return memset(arena_alloc(a, size), 0, size);
}

char *arena_copy(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_alloc(a, n + 1);
	if (n)
		memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
	va_list list, again;
	va_start(list, format);
	va_copy(again, list);
	int n = vsnprintf(NULL, 0, format, list);
	char *text = arena_alloc(a, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, format, again);
	va_end(again);
	va_end(list);
	return text;
}

void arena_reset(struct arena *a)
{
	struct arena_block **at = &a->first;
	while (*at != NULL) {
		struct arena_block *b = *at;
		if (b->size > KEEP_SIZE) {
			*at = b->next;
			free(b);
		} else
			at = &b->next;
	}
	a->current = NULL;
	a->next = a->end = NULL;
	if (a->first != NULL)
		use(a, a->first);
}

void arena_free(struct arena *a)
{
	while (a->first != NULL) {
		struct arena_block *b = a->first;
		a->first = b->next;
		free(b);
	}
	arena_init(a);
}
