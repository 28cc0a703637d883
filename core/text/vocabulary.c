/* SPDX-License-Identifier: MIT */
#include "text/vocabulary.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/vector.h"
#include "slantwise/plugin.h"
#include "text/vocabulary_data.h"

#include <string.h>

static uint64_t hash_word(const char *s, size_t n, struct word_key *key)
{
	*key = key_of(s, n);
	return n <= KEY_BYTES ? key_hash(*key, n) : hash_bytes(s, n);
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
	for (uint32_t i = 0; i < v->texts.count; i++)
		free(v->texts.items[i]);
	vector_free(&v->texts);
	vector_free(&v->words);
	free(v->whole.slots);
	free(v->whole.seen);
	free(v->prefixes.slots);
	free(v->prefixes.seen);
	free(v->sorted);
	free(v);
}

static void put(struct table *t, uint64_t slot, uint64_t hash)
{
	uint32_t at = (uint32_t)hash & t->mask;
	while ((uint32_t)t->slots[at] != 0)
		at = (at + 1) & t->mask;
	t->slots[at] = slot;
	t->seen[table_bit(t, hash) / 8] |= (uint8_t)(1u << table_bit(t, hash) % 8);
}

static void grow(struct vocabulary *v, struct table *t)
{
	struct table old = *t;
	uint32_t size = old.slots ? (old.mask + 1) * 2 : 256;
	t->slots = mem_alloc(size * sizeof *t->slots);
	t->seen = mem_alloc(size / 2);
	t->mask = size - 1;
	for (uint32_t i = 0; old.slots != NULL && i <= old.mask; i++) {
		if ((uint32_t)old.slots[i] == 0)
			continue;
		uint32_t index = (uint32_t)old.slots[i] - 1;
		struct word_key key;
		put(t, old.slots[i], hash_word(v->texts.items[index], v->words.items[index].length, &key));
	}
	free(old.slots);
	free(old.seen);
}

static uint32_t add(struct vocabulary *v, struct table *t, const char *s, size_t n, int prefix)
{
	struct word_key key;
	uint64_t hash = hash_word(s, n, &key);
	uint32_t found = vocabulary_look(v, t, hash, key, s, n);
	if (found != UINT32_MAX)
		return SLANT_FIRST_WORD + found;
	if (t->slots == NULL || t->count >= (t->mask + 1) / 2)
		grow(v, t);
	char *copy = mem_alloc(n + 2);
	memcpy(copy, s, n);
	if (prefix)
		copy[n] = '*';
	*vector_push(&v->texts) = copy;
	*vector_push(&v->words) = (struct word){.key = key, .length = (uint32_t)n, .prefix = (uint32_t)prefix};
	put(t, (hash >> 32 << 32) | v->words.count, hash);
	t->count++;
	return SLANT_FIRST_WORD + v->words.count - 1;
}

uint32_t vocabulary_add(struct vocabulary *v, const char *folded, size_t n)
{
	return add(v, &v->whole, folded, n, 0);
}

uint32_t vocabulary_add_prefix(struct vocabulary *v, const char *folded, size_t n)
{
	if (n == 0)
		return SLANT_WORD_UNKNOWN;
	v->prefix_lengths |= (uint64_t)1 << (n < 63 ? n : 63);
	struct word_key key = key_of(folded, n);
	uint32_t from = key_start(key), step = n > 1 ? 65536 : 256; /* of one letter: whatever the second is */
	for (uint32_t bits = from; bits < 65536; bits += step)
		v->prefix_starts[bits / 8] |= (uint8_t)(1u << bits % 8);
	return add(v, &v->prefixes, folded, n, 1);
}

/* The longest wildcard that the word begins with. */
static uint32_t find_prefix(const struct vocabulary *v, const char *s, size_t n)
{
	for (size_t length = n; length > 0; length--) {
		if ((v->prefix_lengths >> (length < 63 ? length : 63) & 1) == 0)
			continue;
		struct word_key key;
		uint64_t hash = hash_word(s, length, &key);
		uint32_t found = vocabulary_look(v, &v->prefixes, hash, key, s, length);
		if (found != UINT32_MAX)
			return SLANT_FIRST_WORD + found;
	}
	return SLANT_WORD_UNKNOWN;
}

uint32_t vocabulary_find_prefix(const struct vocabulary *v, struct word_key key, size_t n)
{
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
	uint32_t found = vocabulary_look(v, &v->whole, hash, key, folded, n);
	if (found != UINT32_MAX)
		return SLANT_FIRST_WORD + found;
	return may_have_prefix(v, key) ? find_prefix(v, folded, n) : SLANT_WORD_UNKNOWN;
}

static int by_bytes(const void *a, const void *b, void *context)
{
	const struct vocabulary *v = context;
	return strcmp(v->texts.items[*(const uint32_t *)a], v->texts.items[*(const uint32_t *)b]);
}

void vocabulary_freeze(struct vocabulary *v)
{
	free(v->sorted);
	v->sorted = NULL;
	if (v->prefix_lengths == 0) /* nobody will ask */
		return;
	v->sorted = mem_alloc((v->words.count + 1) * sizeof *v->sorted);
	v->sorted_count = 0;
	for (uint32_t i = 0; i < v->words.count; i++)
		if (!v->words.items[i].prefix)
			v->sorted[v->sorted_count++] = i;
	qsort_r(v->sorted, v->sorted_count, sizeof *v->sorted, by_bytes, v);
}

static int begins(const struct vocabulary *v, uint32_t i, const char *folded, size_t n)
{
	const struct word *w = &v->words.items[i];
	return !w->prefix && w->length >= n && memcmp(v->texts.items[i], folded, n) == 0;
}

/* Not frozen yet: nothing is sorted. */
static uint32_t prefix_by_search(const struct vocabulary *v, const char *folded, size_t n, uint32_t *ids, uint32_t max)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < v->words.count; i++)
		if (begins(v, i, folded, n)) {
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
		if (strncmp(v->texts.items[v->sorted[middle]], folded, n) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < v->sorted_count && begins(v, v->sorted[low], folded, n); low++, count++)
		if (count < max)
			ids[count] = SLANT_FIRST_WORD + v->sorted[low];
	return count;
}

const char *vocabulary_word(const struct vocabulary *v, uint32_t id)
{
	if (id < SLANT_FIRST_WORD || id - SLANT_FIRST_WORD >= v->words.count)
		return "";
	return v->texts.items[id - SLANT_FIRST_WORD];
}

uint32_t vocabulary_limit(const struct vocabulary *v)
{
	return SLANT_FIRST_WORD + v->words.count;
}
