/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void buffer_free(struct buffer *b)
{
	free(b->data);
	*b = (struct buffer){0};
}

void buffer_reserve(struct buffer *b, size_t more)
{
	size_t need = b->length + more + 1;
	if (need <= b->size)
		return;
	size_t size = b->size ? b->size : 256;
	while (size < need)
		size *= 2;
	b->data = mem_resize(b->data, size);
	b->size = size;
}

void buffer_add(struct buffer *b, const void *bytes, size_t n)
{
	buffer_reserve(b, n);
	if (n)
		memcpy(b->data + b->length, bytes, n);
	b->length += n;
	b->data[b->length] = '\0';
}

void buffer_printf(struct buffer *b, const char *format, ...)
{
	va_list list, again;
	va_start(list, format);
	va_copy(again, list);
	int n = vsnprintf(NULL, 0, format, list);
	buffer_reserve(b, (size_t)n);
	vsnprintf(b->data + b->length, (size_t)n + 1, format, again);
	b->length += (size_t)n;
	va_end(again);
	va_end(list);
}

void buffer_int(struct buffer *b, int64_t value)
{
	char digits[24], *at = digits + sizeof digits;
	uint64_t left = value < 0 ? -(uint64_t)value : (uint64_t)value;
	do {
		*--at = (char)('0' + left % 10);
		left /= 10;
	} while (left);
	if (value < 0)
		*--at = '-';
	buffer_add(b, at, (size_t)(digits + sizeof digits - at));
}
