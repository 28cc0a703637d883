/* SPDX-License-Identifier: MIT */
/* Short words as two integers: most words have at most 16 bytes, and comparing
 * two integers is cheaper than a call of memcmp for every word of every article. */
#ifndef SLANT_TEXT_KEY_H
#define SLANT_TEXT_KEY_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define KEY_BYTES 16

/* Bytes 0 to 7 and 8 to 15, the first one lowest, zeros behind the end. */
struct word_key {
	uint64_t low, high;
};

static inline uint64_t key_load(const char *s)
{
	uint64_t x;
	memcpy(&x, s, sizeof x);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap64(x);
#endif
	return x;
}

/* The lowest n bytes, n from 0 to 8. */
static inline uint64_t key_low_bytes(uint64_t x, size_t n)
{
	return n >= 8 ? x : x & (((uint64_t)1 << 8 * n) - 1);
}

/* Of the first n (at most 16) bytes of s; 16 bytes must be readable. */
static inline struct word_key key_read(const char *s, size_t n)
{
	return (struct word_key){key_low_bytes(key_load(s), n), n > 8 ? key_low_bytes(key_load(s + 8), n - 8) : 0};
}

static inline struct word_key key_of(const char *s, size_t n)
{
	char bytes[KEY_BYTES] = {0};
	memcpy(bytes, s, n < KEY_BYTES ? n : KEY_BYTES);
	return key_read(bytes, KEY_BYTES);
}

/* The bytes again, with a NUL behind them. */
static inline void key_bytes(struct word_key k, char out[KEY_BYTES + 1])
{
	for (int i = 0; i < 8; i++) {
		out[i] = (char)(k.low >> 8 * i);
		out[8 + i] = (char)(k.high >> 8 * i);
	}
	out[KEY_BYTES] = '\0';
}

#endif
