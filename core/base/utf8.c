/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "base/buffer.h"

#include <string.h>

unsigned utf8_decode(const char *s, size_t n, uint32_t *code_point)
{
	const unsigned char *u = (const unsigned char *)s;
	if (n == 0)
		return 0;
	if (u[0] < 0x80) {
		*code_point = u[0];
		return 1;
	}
	unsigned length = u[0] >= 0xf0 ? 4 : u[0] >= 0xe0 ? 3 : 2;
	if (u[0] < 0xc2 || u[0] > 0xf4 || n < length)
		return 0;
	uint32_t c = u[0] & (0x7fu >> length);
	for (unsigned i = 1; i < length; i++) {
		if ((u[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (u[i] & 0x3fu);
	}
	if ((length == 3 && (c < 0x800 || (c >= 0xd800 && c < 0xe000))) || (length == 4 && (c < 0x10000 || c > 0x10ffff)))
		return 0;
	*code_point = c;
	return length;
}

uint32_t utf8_get(const char *s, unsigned *length)
{
	const unsigned char *u = (const unsigned char *)s;
	if (u[0] < 0x80) {
		*length = 1;
		return u[0];
	}
	if (u[0] < 0xe0) {
		*length = 2;
		return (u[0] & 0x1fu) << 6 | (u[1] & 0x3fu);
	}
	if (u[0] < 0xf0) {
		*length = 3;
		return (u[0] & 0x0fu) << 12 | (u[1] & 0x3fu) << 6 | (u[2] & 0x3fu);
	}
	*length = 4;
	return (u[0] & 0x07u) << 18 | (u[1] & 0x3fu) << 12 | (u[2] & 0x3fu) << 6 | (u[3] & 0x3fu);
}

size_t utf8_valid(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n) {
		uint64_t eight;
		if (n - i >= 8 && (memcpy(&eight, s + i, 8), (eight & 0x8080808080808080u) == 0)) {
			i += 8;
			continue;
		}
		uint32_t c;
		unsigned length = utf8_decode(s + i, n - i, &c);
		if (length == 0)
			return i;
		i += length;
	}
	return n;
}

void utf8_add(struct buffer *b, uint32_t c)
{
	char out[4];
	size_t n;
	if (c < 0x80) {
		out[0] = (char)c;
		n = 1;
	} else if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		n = 2;
	} else if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		n = 3;
	} else {
		out[0] = (char)(0xf0 | c >> 18);
		out[1] = (char)(0x80 | (c >> 12 & 0x3f));
		out[2] = (char)(0x80 | (c >> 6 & 0x3f));
		out[3] = (char)(0x80 | (c & 0x3f));
		n = 4;
	}
	buffer_add(b, out, n);
}

/* In every byte 1 where it is 10xxxxxx, which begins no code point. */
static uint64_t continuations(const char *s)
{
	uint64_t eight;
	memcpy(&eight, s, 8);
	return eight >> 7 & ~(eight >> 6) & 0x0101010101010101u;
}

size_t utf8_count(const char *s, size_t n)
{
	size_t others = 0, i = 0;
	for (; n - i >= 32; i += 32) {
		uint64_t sums = continuations(s + i) + continuations(s + i + 8) + continuations(s + i + 16) +
				continuations(s + i + 24);
		others += (size_t)(sums * 0x0101010101010101u >> 56);
	}
	for (; i < n; i++)
		others += ((unsigned char)s[i] & 0xc0) == 0x80;
	return n - others;
}
