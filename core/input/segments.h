/* SPDX-License-Identifier: MIT */
/* A map from one run of bytes to another, written from front to back. */
#ifndef SLANT_INPUT_SEGMENTS_H
#define SLANT_INPUT_SEGMENTS_H

#include "base/arena.h"
#include "base/vector.h"
#include "input/article.h"

#include <string.h>

struct segments {
	VECTOR(struct source_segment) list;
};

/* From `text` on, text and source run side by side (frozen 0), or all points at `source` (frozen 1). */
static inline void segments_add(struct segments *m, size_t text, uint64_t source, int frozen)
{
	struct source_segment *last = m->list.count ? &m->list.items[m->list.count - 1] : NULL;
	if (last != NULL && last->text == text) {
		last->source = source;
		last->frozen = (uint32_t)frozen;
		return;
	}
	if (last != NULL && !frozen && !last->frozen && last->source + (text - last->text) == source)
		return;
	*vector_push(&m->list) = (struct source_segment){.text = (uint32_t)text, .frozen = (uint32_t)frozen, .source = source};
}

/* Moved into the arena; the list is freed. */
static inline const struct source_segment *segments_keep(struct segments *m, struct arena *arena, uint32_t *count)
{
	struct source_segment *kept = arena_alloc(arena, (m->list.count + 1) * sizeof *kept);
	*count = m->list.count;
	if (m->list.count)
		memcpy(kept, m->list.items, m->list.count * sizeof *kept);
	vector_free(&m->list);
	return kept;
}

#endif
