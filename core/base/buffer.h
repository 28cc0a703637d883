/* SPDX-License-Identifier: MIT */
/* Bytes that grow at the end: every output of the program is written into one of
 * these and then to its file, so that a failure leaves nothing half written. */
#ifndef SLANT_BASE_BUFFER_H
#define SLANT_BASE_BUFFER_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct buffer {
	char *data; /* NUL-terminated once anything was added, else NULL */
	size_t length, size;
};

void buffer_free(struct buffer *); /* and empties it */
void buffer_reserve(struct buffer *, size_t more);
void buffer_add(struct buffer *, const void *bytes, size_t n);
void buffer_printf(struct buffer *, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_int(struct buffer *, int64_t);

static inline void buffer_clear(struct buffer *b) { b->length = 0; }

static inline void buffer_text(struct buffer *b, const char *s) { buffer_add(b, s, strlen(s)); }

static inline void buffer_byte(struct buffer *b, char c)
{
	if (b->length + 2 > b->size)
		buffer_reserve(b, 1);
	b->data[b->length++] = c;
	b->data[b->length] = '\0';
}

#endif
