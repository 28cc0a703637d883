/* SPDX-License-Identifier: MIT */
/* The inside of a vocabulary, for the tokenizer, which looks every word up while
 * its bytes are at hand. Two open hash tables over one list of words: whole words,
 * and prefixes. A slot holds the upper half of the hash and the index, so that a
 * miss is settled in the table and the words themselves are touched only when they
 * (almost surely) match. */
#ifndef SLANT_TEXT_VOCABULARY_DATA_H
#define SLANT_TEXT_VOCABULARY_DATA_H

#include "base/vector.h"
#include "slantwise/plugin.h"
#include "text/key.h"

#include <string.h>

struct word { /* what is compared; small, since it is read for every known word of a text */
	struct word_key key; /* the first 16 bytes; all there is when it is no longer */
	uint32_t length;
	uint32_t prefix;     /* 1: a wildcard; its text ends with * */
};

struct table {
	uint64_t *slots; /* upper half: hash; lower half: index + 1, 0 for none */
	uint32_t mask, count;
	uint8_t *seen;   /* four bits a slot: the bit of a hash is set when some word has it; most
			  * words of a text are in no table, and these bits stay in the cache */
};

struct vocabulary {
	VECTOR(struct word) words; /* item i has id SLANT_FIRST_WORD + i */
	VECTOR(char *) texts;      /* of the same items */
	struct table whole, prefixes;
	uint64_t prefix_lengths;   /* bit min(length, 63) */
	uint8_t prefix_starts[65536 / 8]; /* by key_start of some prefix */
	uint32_t *sorted;          /* indexes of whole words by bytes, once frozen */
	uint32_t sorted_count;
};

static inline uint64_t key_hash(struct word_key k, size_t n)
{
	uint64_t h = (k.low + n) * 0x9e3779b97f4a7c15u;
	h ^= h >> 29;
	h = (h + k.high) * 0xc2b2ae3d27d4eb4fu;
	return h ^ h >> 32;
}

static inline uint32_t table_bit(const struct table *t, uint64_t hash)
{
	return (uint32_t)(hash >> 24) & (4 * t->mask + 3);
}

static inline int vocabulary_same(const struct vocabulary *v, uint32_t i, struct word_key key, const char *s, size_t n)
{
	const struct word *w = &v->words.items[i];
	return w->length == n && w->key.low == key.low && w->key.high == key.high &&
	       (n <= KEY_BYTES || memcmp(v->texts.items[i], s, n) == 0);
}

/* Index of the word, or UINT32_MAX. `s` is looked at only for words longer than a key. */
static inline __attribute__((always_inline)) uint32_t
vocabulary_look(const struct vocabulary *v, const struct table *t, uint64_t hash, struct word_key key, const char *s, size_t n)
{
	uint32_t bit = table_bit(t, hash);
	if (t->slots == NULL || !(t->seen[bit / 8] >> bit % 8 & 1))
		return UINT32_MAX;
	for (uint32_t at = (uint32_t)hash & t->mask;; at = (at + 1) & t->mask) {
		uint64_t slot = t->slots[at];
		if ((uint32_t)slot == 0)
			return UINT32_MAX;
		if (slot >> 32 == hash >> 32 && vocabulary_same(v, (uint32_t)slot - 1, key, s, n))
			return (uint32_t)slot - 1;
	}
}

/* First two bytes; the second is 0 for a word of one letter. */
static inline uint32_t key_start(struct word_key k)
{
	return (uint32_t)k.low & 0xffff;
}

static inline int may_have_prefix(const struct vocabulary *v, struct word_key key)
{
	return v->prefix_starts[key_start(key) / 8] >> key_start(key) % 8 & 1;
}

uint32_t vocabulary_find_prefix(const struct vocabulary *, struct word_key, size_t n);

/* vocabulary_find for a folded word of 1 to 16 bytes. */
static inline __attribute__((always_inline)) uint32_t vocabulary_find_key(const struct vocabulary *v, struct word_key key, size_t n)
{
	const struct table whole = v->whole; /* a copy that no store can reach stays in registers */
	if (n > KEY_BYTES)
		__builtin_unreachable(); /* the key is the word */
	uint32_t found = vocabulary_look(v, &whole, key_hash(key, n), key, "", n);
	if (found != UINT32_MAX)
		return SLANT_FIRST_WORD + found;
	return may_have_prefix(v, key) ? vocabulary_find_prefix(v, key, n) : SLANT_WORD_UNKNOWN;
}

#endif
