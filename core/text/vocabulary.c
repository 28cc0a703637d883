/* SPDX-License-Identifier: MIT */
/* Two open hash tables over one list of words: whole words, and prefixes. A slot
 * holds the upper half of the hash and the id, so that a miss is settled in the
 * table and the words themselves are touched only when they (almost surely) match. */
#include "text/vocabulary.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/vector.h"
#include "slantwise/plugin.h"
#include "text/key.h"

#include <string.h>

struct word {
	struct word_key key; /* the first 16 bytes; all there is to compare when it is no longer */
	char *text;
	uint32_t length;
	uint32_t prefix; /* 1: a wildcard; its text ends with * */
};

struct table {
	uint64_t *slots; /* upper half: hash; lower half: index + 1, 0 for none */
	uint32_t mask, count;
};

struct vocabulary {
	VECTOR(struct word) words; /* item i has id SLANT_FIRST_WORD + i */
	struct table whole, prefixes;
	uint64_t prefix_lengths;   /* bit min(length, 63) */
	uint8_t prefix_starts[65536 / 8]; /* first two bytes of some prefix */
	uint32_t *sorted;          /* indexes of whole words by bytes, once frozen */
	uint32_t sorted_count;
};

static uint64_t hash_key(struct word_key k, size_t n)
{
	uint64_t h = (k.low + n) * 0x9e3779b97f4a7c15u;
	h ^= h >> 29;
	h = (h + k.high) * 0xc2b2ae3d27d4eb4fu;
	return h ^ h >> 32;
}

static uint64_t hash_word(const char *s, size_t n, struct word_key *key)
{
	*key = key_of(s, n);
	return n <= KEY_BYTES ? hash_key(*key, n) : hash_bytes(s, n);
}

struct vocabulary *vocabulary_new(void)
{
	struct vocabulary *v = mem_alloc(sizeof *v);
	return v;
}

void vocabulary_free(struct vocabulary *v)
{
	if (v == NULL)
		return;
	for (uint32_t i = 0; i < v->words.count; i++)
		free(v->words.items[i].text);
	vector_free(&v->words);
	free(v->whole.slots);
	free(v->prefixes.slots);
	free(v->sorted);
	free(v);
}

static int same(const struct word *w, struct word_key key, const char *s, size_t n)
{
	return w->length == n && w->key.low == key.low && w->key.high == key.high &&
	       (n <= KEY_BYTES || memcmp(w->text, s, n) == 0);
}

/* Index of the word, or UINT32_MAX. `s` is looked at only for words longer than a key. */
static inline uint32_t look(const struct vocabulary *v, const struct table *t, uint64_t hash, struct word_key key,
			    const char *s, size_t n)
{
	if (t->slots == NULL)
		return UINT32_MAX;
	for (uint32_t at = (uint32_t)hash & t->mask;; at = (at + 1) & t->mask) {
		uint64_t slot = t->slots[at];
		if ((uint32_t)slot == 0)
			return UINT32_MAX;
		if (slot >> 32 == hash >> 32 && same(&v->words.items[(uint32_t)slot - 1], key, s, n))
			return (uint32_t)slot - 1;
	}
}

static void put(struct table *t, uint64_t slot, uint64_t hash)
{
	uint32_t at = (uint32_t)hash & t->mask;
	while ((uint32_t)t->slots[at] != 0)
		at = (at + 1) & t->mask;
	t->slots[at] = slot;
}

static void grow(struct vocabulary *v, struct table *t)
{
	struct table old = *t;
	uint32_t size = old.slots ? (old.mask + 1) * 4 : 256;
	t->slots = mem_alloc(size * sizeof *t->slots);
	t->mask = size - 1;
	for (uint32_t i = 0; old.slots != NULL && i <= old.mask; i++) {
		if ((uint32_t)old.slots[i] == 0)
			continue;
		const struct word *w = &v->words.items[(uint32_t)old.slots[i] - 1];
		struct word_key key;
		put(t, old.slots[i], hash_word(w->text, w->length, &key));
	}
	free(old.slots);
}

static uint32_t add(struct vocabulary *v, struct table *t, const char *s, size_t n, int prefix)
{
	struct word_key key;
	uint64_t hash = hash_word(s, n, &key);
	uint32_t found = look(v, t, hash, key, s, n);
	if (found != UINT32_MAX)
		return SLANT_FIRST_WORD + found;
	if (t->slots == NULL || t->count >= (t->mask + 1) / 2)
		grow(v, t);
	char *copy = mem_alloc(n + 2);
	memcpy(copy, s, n);
	if (prefix)
		copy[n] = '*';
	struct word *w = vector_push(&v->words);
	*w = (struct word){.key = key, .text = copy, .length = (uint32_t)n, .prefix = (uint32_t)prefix};
	put(t, (hash >> 32 << 32) | v->words.count, hash);
	t->count++;
	return SLANT_FIRST_WORD + v->words.count - 1;
}

uint32_t vocabulary_add(struct vocabulary *v, const char *folded, size_t n)
{
	return add(v, &v->whole, folded, n, 0);
}

static uint32_t start_bits(const char *s)
{
	return (uint32_t)(unsigned char)s[0] << 8 | (unsigned char)s[1];
}

uint32_t vocabulary_add_prefix(struct vocabulary *v, const char *folded, size_t n)
{
	if (n == 0)
		return SLANT_WORD_UNKNOWN;
	v->prefix_lengths |= (uint64_t)1 << (n < 63 ? n : 63);
	uint32_t from = n > 1 ? start_bits(folded) : (uint32_t)(unsigned char)folded[0] << 8;
	uint32_t to = n > 1 ? from : from | 0xff;
	for (uint32_t bits = from; bits <= to; bits++)
		v->prefix_starts[bits / 8] |= (uint8_t)(1u << bits % 8);
	return add(v, &v->prefixes, folded, n, 1);
}

/* The longest wildcard that the word begins with. */
static uint32_t find_prefix(const struct vocabulary *v, const char *s, size_t n)
{
	uint32_t bits = start_bits(s); /* of a one-letter word the NUL behind it: see vocabulary_find_key */
	if ((v->prefix_starts[bits / 8] >> bits % 8 & 1) == 0)
		return SLANT_WORD_UNKNOWN;
	for (size_t length = n; length > 0; length--) {
		if ((v->prefix_lengths >> (length < 63 ? length : 63) & 1) == 0)
			continue;
		struct word_key key;
		uint64_t hash = hash_word(s, length, &key);
		uint32_t found = look(v, &v->prefixes, hash, key, s, length);
		if (found != UINT32_MAX)
			return SLANT_FIRST_WORD + found;
	}
	return SLANT_WORD_UNKNOWN;
}

uint32_t vocabulary_find_key(const struct vocabulary *v, struct word_key key, size_t n)
{
	uint32_t found = look(v, &v->whole, hash_key(key, n), key, "", n);
	if (found != UINT32_MAX)
		return SLANT_FIRST_WORD + found;
	if (v->prefix_lengths == 0 || n == 0)
		return SLANT_WORD_UNKNOWN;
	char s[KEY_BYTES + 1];
	key_bytes(key, s);
	return find_prefix(v, s, n);
}

uint32_t vocabulary_find(const struct vocabulary *v, const char *folded, size_t n)
{
	if (n <= KEY_BYTES)
		return vocabulary_find_key(v, key_of(folded, n), n);
	struct word_key key;
	uint64_t hash = hash_word(folded, n, &key);
	uint32_t found = look(v, &v->whole, hash, key, folded, n);
	if (found != UINT32_MAX)
		return SLANT_FIRST_WORD + found;
	return v->prefix_lengths ? find_prefix(v, folded, n) : SLANT_WORD_UNKNOWN;
}

static int by_bytes(const void *a, const void *b, void *context)
{
	const struct vocabulary *v = context;
	return strcmp(v->words.items[*(const uint32_t *)a].text, v->words.items[*(const uint32_t *)b].text);
}

void vocabulary_freeze(struct vocabulary *v)
{
	free(v->sorted);
	v->sorted = mem_alloc((v->words.count + 1) * sizeof *v->sorted);
	v->sorted_count = 0;
	for (uint32_t i = 0; i < v->words.count; i++)
		if (!v->words.items[i].prefix)
			v->sorted[v->sorted_count++] = i;
	qsort_r(v->sorted, v->sorted_count, sizeof *v->sorted, by_bytes, v);
}

static int begins(const struct word *w, const char *folded, size_t n)
{
	return !w->prefix && w->length >= n && memcmp(w->text, folded, n) == 0;
}

/* Not frozen yet: nothing is sorted. */
static uint32_t prefix_by_search(const struct vocabulary *v, const char *folded, size_t n, uint32_t *ids, uint32_t max)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < v->words.count; i++)
		if (begins(&v->words.items[i], folded, n)) {
			if (count < max)
				ids[count] = SLANT_FIRST_WORD + i;
			count++;
		}
	return count;
}

uint32_t vocabulary_with_prefix(const struct vocabulary *v, const char *folded, size_t n, uint32_t *ids, uint32_t max)
{
	if (v->sorted == NULL || v->sorted_count != v->whole.count)
		return prefix_by_search(v, folded, n, ids, max);
	uint32_t low = 0, high = v->sorted_count, count = 0;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (strncmp(v->words.items[v->sorted[middle]].text, folded, n) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < v->sorted_count && begins(&v->words.items[v->sorted[low]], folded, n); low++, count++)
		if (count < max)
			ids[count] = SLANT_FIRST_WORD + v->sorted[low];
	return count;
}

const char *vocabulary_word(const struct vocabulary *v, uint32_t id)
{
	if (id < SLANT_FIRST_WORD || id - SLANT_FIRST_WORD >= v->words.count)
		return "";
	return v->words.items[id - SLANT_FIRST_WORD].text;
}

uint32_t vocabulary_limit(const struct vocabulary *v)
{
	return SLANT_FIRST_WORD + v->words.count;
}
