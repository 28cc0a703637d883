/* SPDX-License-Identifier: MIT */
#include "plugin/analyzer.h"
#include "plugin/check.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct analyzer *)a)->plugin.name, ((const struct analyzer *)b)->plugin.name);
}

/* Does one of those that are not placed yet have to run before this one? */
static int waits(const struct host *h, const uint8_t *placed, const struct analyzer *a)
{
	for (uint32_t i = 0; i < h->analyzers.count; i++)
		if (!placed[i] && &h->analyzers.items[i] != a && check_lists(a->plugin.after, h->analyzers.items[i].plugin.name))
			return 1;
	return 0;
}

uint32_t order_analyzers(struct host *h)
{
	uint32_t count = h->analyzers.count, done = 0;
	if (count == 0)
		return 0;
	qsort(h->analyzers.items, count, sizeof *h->analyzers.items, by_name);
	uint8_t *placed = mem_alloc(count);
	struct analyzer *ordered = mem_alloc(count * sizeof *ordered);
	for (uint32_t i = 0; i < count;) {
		if (placed[i] || waits(h, placed, &h->analyzers.items[i])) {
			i++;
			continue;
		}
		placed[i] = 1;
		ordered[done++] = h->analyzers.items[i];
		i = 0; /* an earlier one may have waited for it */
	}
	for (uint32_t i = 0, at = done; i < count; i++)
		if (!placed[i])
			ordered[at++] = h->analyzers.items[i];
	memcpy(h->analyzers.items, ordered, count * sizeof *ordered);
	free(ordered);
	free(placed);
	return done;
}
