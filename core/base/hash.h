/* SPDX-License-Identifier: MIT */
/* Hashes: a quick one for tables, SHA-256 for what is written down. */
#ifndef SLANT_BASE_HASH_H
#define SLANT_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* FNV-1a, 64 bits, with a final mix. Stable: fingerprints and seeds may rest on it. */
static inline uint64_t hash_bytes(const char *s, size_t n)
{
	uint64_t h = 0xcbf29ce484222325u;
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * 0x100000001b3u;
	h ^= h >> 32;
	h *= 0x9e3779b97f4a7c15u;
	return h ^ h >> 29;
}

/* 64 hexadecimal digits and a NUL. */
void hash_sha256(const void *bytes, size_t n, char hex[65]);

#endif
