/* SPDX-License-Identifier: MIT */
#include "lexicon/run.h"
#include "lexicon/tag.h"

#include <string.h>

/* ---- sorting without calls of malloc, which qsort makes ---- */

typedef int (*order)(const struct run *, const void *, const void *);

/* What is sorted begins with the place where it starts (or the number of its list). */
static inline uint32_t first_word(const char *item)
{
	uint32_t n;
	memcpy(&n, item, sizeof n);
	return n;
}

static void merge(const struct run *r, const char *from, char *to, size_t left, size_t right, size_t each, order before)
{
	const char *a = from, *b = from + left * each, *a_end = b, *b_end = b + right * each;
	while (a < a_end && b < b_end) {
		const char **next = before(r, b, a) ? &b : &a;
		memcpy(to, *next, each);
		to += each;
		*next += each;
	}
	memcpy(to, a, (size_t)(a_end - a));
	memcpy(to + (a_end - a), b, (size_t)(b_end - b));
}

static void merge_sort(struct run *r, char *items, size_t count, size_t each, order before)
{
	char *from = items, *to = arena_alloc(r->arena, count * each);
	for (size_t run = 1; run < count; run *= 2) {
		for (size_t i = 0; i < count; i += 2 * run) {
			size_t left = count - i < run ? count - i : run, rest = count - i - left;
			merge(r, from + i * each, to + i * each, left, rest < run ? rest : run, each, before);
		}
		char *swap = from;
		from = to;
		to = swap;
	}
	if (from != items)
		memcpy(items, from, count * each);
}

/* Stable. Items come nearly in order, so inserting is quickest, until it proves not to be. */
static void sort(struct run *r, void *items, size_t count, size_t each, order before)
{
	char *all = items, one[64];
	size_t moves = 0;
	for (size_t i = 1; i < count; i++) {
		size_t at = i;
		if (first_word(all + (i - 1) * each) < first_word(all + i * each))
			continue;
		while (at > 0 && before(r, all + i * each, all + (at - 1) * each))
			at--;
		if (at == i)
			continue;
		if ((moves += i - at) > 8 * count) {
			merge_sort(r, all, count, each, before);
			return;
		}
		memcpy(one, all + i * each, each);
		memmove(all + (at + 1) * each, all + at * each, (i - at) * each);
		memcpy(all + at * each, one, each);
	}
}

/* ---- context ---- */

static int context_before(const struct run *r, const void *x, const void *y)
{
	const struct context_span *a = x, *b = y;
	(void)r;
	return a->list != b->list ? a->list < b->list : a->start < b->start;
}

void run_prepare_contexts(struct run *r)
{
	struct context_span *c = r->contexts.items;
	sort(r, c, r->contexts.count, sizeof *c, context_before);
	for (uint32_t i = 0; i < r->contexts.count; i++) {
		c[i].furthest = c[i].end;
		if (i > 0 && c[i - 1].list == c[i].list && c[i - 1].furthest > c[i].end)
			c[i].furthest = c[i - 1].furthest;
	}
}

/* Does [start, end) lie inside a match of the list? */
int run_inside(const struct run *r, uint32_t list, uint32_t start, uint32_t end)
{
	const struct context_span *c = r->contexts.items;
	uint32_t low = 0, high = r->contexts.count;
	while (low < high) { /* to the last that begins at or before start */
		uint32_t middle = low + (high - low) / 2;
		if (c[middle].list < list || (c[middle].list == list && c[middle].start <= start))
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && c[low - 1].list == list && c[low - 1].furthest >= end;
}

int run_anchored(const struct run *r, uint32_t list)
{
	const struct anchor_list *l = &r->a->anchor_lists.items[list];
	const uint32_t *ids = &r->a->anchor_ids.items[l->first];
	for (uint32_t i = 0; i < l->count; i++) {
		if (r->anchors[ids[i] >> 6] >> (ids[i] & 63) & 1)
			return 1;
	}
	return 0;
}

static int context_allows(const struct run *r, const slant_hit *h)
{
	const struct unit_context *c = &r->a->units.items[h->entry].context;
	for (int i = 0; i < 2; i++) {
		if ((c->anchors[i] != NO_LIST && !run_anchored(r, c->anchors[i])) ||
		    (c->only_in[i] != NO_LIST && !run_inside(r, c->only_in[i], h->start, h->end)) ||
		    (c->exclude[i] != NO_LIST && run_inside(r, c->exclude[i], h->start, h->end)))
			return 0;
	}
	return 1;
}

static void drop_by_context(const struct run *r, struct hit_list *list)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < list->count; i++) {
		const slant_hit *h = &list->items[i];
		if (!r->a->units.items[h->entry].plain && !context_allows(r, h))
			continue;
		if (kept != i)
			list->items[kept] = *h;
		kept++;
	}
	list->count = kept;
}

/* ---- groups ---- */

static int has_anchors(const struct run *r, uint32_t unit)
{
	const struct unit_context *c = &r->a->units.items[unit].context;
	return c->anchors[0] != NO_LIST || c->anchors[1] != NO_LIST;
}

/* Start, longest, those whose anchors are present, lexicon order. */
static int hit_before(const struct run *r, const void *x, const void *y)
{
	const slant_hit *a = x, *b = y;
	if (a->start != b->start)
		return a->start < b->start;
	if (a->end != b->end)
		return a->end > b->end;
	if (a->entry == b->entry)
		return 0;
	int a_anchors = has_anchors(r, a->entry), b_anchors = has_anchors(r, b->entry);
	return a_anchors != b_anchors ? a_anchors : a->entry < b->entry;
}

/* Sorted: keep what is neither a repetition nor inside something longer, and number
 * the entries within their group. */
static void drop_nested(const struct run *r, struct hit_list *list)
{
	uint32_t kept = 0, start = 0, end = 0; /* of what reaches furthest so far */
	uint32_t unit = UINT32_MAX;            /* of the last kept */
	slant_hit *hits = list->items;
	for (uint32_t i = 0; i < list->count; i++) {
		const slant_hit *h = &hits[i];
		int same_place = h->start == start && h->end == end;
		if (h->end <= end && (!same_place || h->entry == unit))
			continue;
		start = h->start;
		end = h->end;
		unit = h->entry;
		if (kept != i)
			hits[kept] = *h;
		hits[kept++].entry = r->a->units.items[unit].entry;
	}
	list->count = kept;
}

void run_settle(struct run *r, struct matches *out)
{
	run_prepare_contexts(r);
	for (uint32_t g = 0; g < r->groups; g++) {
		struct hit_list *list = &r->hits[g];
		drop_by_context(r, list);
		sort(r, list->items, list->count, sizeof *list->items, hit_before);
		drop_nested(r, list);
		out->groups[g].hits = list->items;
		out->groups[g].count = list->count;
	}
	out->notes = r->notes.items;
	out->note_count = r->notes.count;
}

void matcher_run(const struct matcher *m, const struct document *d, struct arena *arena, struct matches *out)
{
	*out = (struct matches){.groups = arena_zero(arena, (m->groups.count + 1) * sizeof *out->groups)};
	struct automaton *a = matcher_automaton(m, d->seen.language);
	if (a == NULL)
		return;
	struct run r;
	run_init(&r, m, a, &d->seen, arena);
	run_scan(&r);
	run_patterns(&r);
	if (r.overrun && run_has_room(&r, &r.notes))
		r.notes.items[r.notes.count++] = (struct text_note){
			.severity = "warning", .message = "lexicon terms match too often in this article; some hits may be missing"};
	run_settle(&r, out);
}
