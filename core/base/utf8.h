/* SPDX-License-Identifier: MIT */
/* UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, at most U+10FFFF. */
#ifndef SLANT_BASE_UTF8_H
#define SLANT_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

struct buffer;

/* Length of the longest valid prefix: equals n when all is valid. */
size_t utf8_valid(const char *s, size_t n);

/* Bytes (1 to 4) of the code point at s, or 0 when there is none or it is malformed. */
unsigned utf8_decode(const char *s, size_t n, uint32_t *code_point);

/* Code point at s in text known to be valid; *length is set to its bytes. */
uint32_t utf8_get(const char *s, unsigned *length);

void utf8_add(struct buffer *, uint32_t code_point);

/* Code points in valid text. */
size_t utf8_count(const char *s, size_t n);

#endif
