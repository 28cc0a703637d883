/* SPDX-License-Identifier: MIT */
#include "compare/words.h"
#include "base/arena.h"
#include "base/hash.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct entry {
	const char *text;
	uint64_t hash;
	size_t length;
};

struct words {
	struct arena arena;
	struct entry *entries;
	uint32_t *slots; /* number + 1, 0: free */
	uint32_t count, size; /* size: of slots, a power of two, at most half full; entries have room for half */
};

struct words *words_new(void)
{
	struct words *w = mem_alloc(sizeof *w);
	arena_init(&w->arena);
	w->size = 1024;
	w->slots = mem_alloc(w->size * sizeof *w->slots);
	w->entries = mem_alloc(w->size / 2 * sizeof *w->entries);
	return w;
}

void words_free(struct words *w)
{
	if (w == NULL)
		return;
	arena_free(&w->arena);
	free(w->slots);
	free(w->entries);
	free(w);
}

static uint32_t slot_for(const struct words *w, uint64_t hash, const char *folded, size_t n)
{
	uint32_t slot = (uint32_t)hash & (w->size - 1);
	for (; w->slots[slot] != 0; slot = (slot + 1) & (w->size - 1)) {
		const struct entry *e = &w->entries[w->slots[slot] - 1];
		if (e->hash == hash && e->length == n && memcmp(e->text, folded, n) == 0)
			break;
	}
	return slot;
}

static void grow(struct words *w)
{
	free(w->slots);
	w->size *= 2;
	w->slots = mem_alloc(w->size * sizeof *w->slots);
	w->entries = mem_resize(w->entries, w->size / 2 * sizeof *w->entries);
	for (uint32_t i = 0; i < w->count; i++) {
		uint32_t slot = (uint32_t)w->entries[i].hash & (w->size - 1);
		while (w->slots[slot] != 0)
			slot = (slot + 1) & (w->size - 1);
		w->slots[slot] = i + 1;
	}
}

uint32_t words_find(const struct words *w, const char *folded, size_t n)
{
	return w->slots[slot_for(w, hash_bytes(folded, n), folded, n)] - 1; /* 0 - 1: UINT32_MAX */
}

uint32_t words_add(struct words *w, const char *folded, size_t n)
{
	uint64_t hash = hash_bytes(folded, n);
	uint32_t slot = slot_for(w, hash, folded, n);
	if (w->slots[slot] != 0)
		return w->slots[slot] - 1;
	if (w->count >= w->size / 2) {
		grow(w);
		slot = slot_for(w, hash, folded, n);
	}
	w->entries[w->count] = (struct entry){arena_copy(&w->arena, folded, n), hash, n};
	w->slots[slot] = ++w->count;
	return w->count - 1;
}

const char *words_text(const struct words *w, uint32_t word)
{
	return w->entries[word].text;
}

uint32_t words_count(const struct words *w)
{
	return w->count;
}
