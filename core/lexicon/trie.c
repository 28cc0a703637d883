/* SPDX-License-Identifier: MIT */
#include "lexicon/trie.h"

#include <stdlib.h>
#include <string.h>

static struct trie_edge *new_table(uint32_t size)
{
	struct trie_edge *edges = mem_alloc((size_t)size * sizeof *edges);
	memset(edges, 0xff, (size_t)size * sizeof *edges);
	return edges;
}

void trie_init(struct trie *t)
{
	*t = (struct trie){.edge_mask = 255, .node_count = 1};
	t->edges = new_table(256);
}

void trie_free(struct trie *t)
{
	free(t->edges);
	free(t->outputs);
	free(t->first);
	free(t->flags);
	free(t->filter);
	vector_free(&t->pending);
}

uint32_t trie_root(struct trie *t)
{
	return t->node_count++;
}

static struct trie_edge *slot(struct trie_edge *edges, uint32_t mask, uint32_t from, uint32_t label)
{
	uint32_t at = (uint32_t)(trie_hash(from, label) >> 32) & mask;
	while (edges[at].from != TRIE_NOTHING && (edges[at].from != from || edges[at].label != label))
		at = (at + 1) & mask;
	return &edges[at];
}

static void resize(struct trie *t, uint32_t size)
{
	struct trie_edge *edges = new_table(size);
	for (uint32_t i = 0; i <= t->edge_mask; i++) {
		const struct trie_edge *e = &t->edges[i];
		if (e->from != TRIE_NOTHING)
			*slot(edges, size - 1, e->from, e->label) = *e;
	}
	free(t->edges);
	t->edges = edges;
	t->edge_mask = size - 1;
}

uint32_t trie_add(struct trie *t, uint32_t node, uint32_t label)
{
	struct trie_edge *e = slot(t->edges, t->edge_mask, node, label);
	if (e->from != TRIE_NOTHING)
		return e->to;
	if (t->edge_count >= t->edge_mask / 2) {
		resize(t, (t->edge_mask + 1) * 2);
		e = slot(t->edges, t->edge_mask, node, label);
	}
	*e = (struct trie_edge){node, label, t->node_count++, TRIE_NOTHING};
	t->edge_count++;
	return e->to;
}

void trie_output(struct trie *t, uint32_t node, struct trie_output output)
{
	*vector_push(&t->pending) = (struct trie_pending){node, output};
}

/* ---- finishing ---- */

/* Lists of outputs one behind the other, in the order they were given; lists[node] is where one begins. */
static uint32_t *lay_out(struct trie *t)
{
	uint32_t *lists = mem_alloc(((size_t)t->node_count + 2) * sizeof *lists), *next = lists + 1;
	for (uint32_t i = 0; i < t->pending.count; i++)
		next[t->pending.items[i].node + 1]++;
	for (uint32_t n = 1; n <= t->node_count; n++)
		next[n] += next[n - 1];
	t->outputs = mem_alloc(((size_t)t->pending.count + 1) * sizeof *t->outputs);
	for (uint32_t i = 0; i < t->pending.count; i++) {
		const struct trie_pending *p = &t->pending.items[i];
		t->outputs[next[p->node]++] = p->output;
	}
	/* next[n] is now where list n ends, and so lists[n] where it begins. */
	for (uint32_t n = 0; n < t->node_count; n++) {
		if (next[n] > lists[n])
			t->outputs[next[n] - 1].last = 1;
	}
	vector_free(&t->pending);
	return lists;
}

static uint8_t *find_parents(const struct trie *t)
{
	uint8_t *parents = mem_alloc((size_t)t->node_count);
	for (uint32_t i = 0; i <= t->edge_mask; i++) {
		if (t->edges[i].from != TRIE_NOTHING)
			parents[t->edges[i].from] = 1;
	}
	return parents;
}

static void complete(struct trie *t)
{
	uint32_t *lists = lay_out(t);
	uint8_t *parents = find_parents(t);
	for (uint32_t i = 0; i <= t->edge_mask; i++) {
		struct trie_edge *e = &t->edges[i];
		if (e->from == TRIE_NOTHING)
			continue;
		if (lists[e->to + 1] > lists[e->to])
			e->outputs = lists[e->to];
		if (!parents[e->to])
			e->to |= TRIE_LEAF;
	}
	free(parents);
	free(lists);
}

static int from_root(const struct trie_edge *e)
{
	return e->from == TRIE_ROOT && (e->label & TRIE_CLASS) == 0;
}

/* Edges of the root go into a table by word id: no hashing for the first word. */
static void take_first(struct trie *t)
{
	t->first = mem_alloc(((size_t)t->word_limit + 1) * sizeof *t->first);
	t->flags = mem_alloc((size_t)t->word_limit + 1);
	for (uint32_t w = 0; w <= t->word_limit; w++)
		t->first[w] = (struct trie_first){TRIE_LEAF, TRIE_NOTHING};
	for (uint32_t i = 0; i <= t->edge_mask; i++) {
		const struct trie_edge *e = &t->edges[i];
		if (e->from == TRIE_NOTHING || !from_root(e))
			continue;
		t->first[e->label] = (struct trie_first){e->to, e->outputs};
		t->flags[e->label] = (uint8_t)(TRIE_BEGINS | (e->outputs != TRIE_NOTHING ? TRIE_ENDS : 0));
	}
}

static uint32_t power_of_two(uint64_t at_least)
{
	uint32_t size = 64;
	while (size < at_least && size < 0x80000000u)
		size *= 2;
	return size;
}

/* The table sized to what is left in it, and a bit for every edge. */
static void pack(struct trie *t)
{
	uint32_t left = 0;
	for (uint32_t i = 0; i <= t->edge_mask; i++)
		left += t->edges[i].from != TRIE_NOTHING && !from_root(&t->edges[i]);
	uint32_t size = power_of_two((uint64_t)left * 2), bits = power_of_two((uint64_t)left * 16);
	struct trie_edge *edges = new_table(size);
	t->filter = mem_alloc(bits / 8);
	t->filter_shift = 64;
	for (uint32_t b = bits; b > 1; b /= 2)
		t->filter_shift--;
	for (uint32_t i = 0; i <= t->edge_mask; i++) {
		const struct trie_edge *e = &t->edges[i];
		if (e->from == TRIE_NOTHING || from_root(e))
			continue;
		uint64_t bit = trie_hash(e->from, e->label) >> t->filter_shift;
		t->filter[bit >> 6] |= (uint64_t)1 << (bit & 63);
		*slot(edges, size - 1, e->from, e->label) = *e;
	}
	free(t->edges);
	t->edges = edges;
	t->edge_mask = size - 1;
}

void trie_finish(struct trie *t, uint32_t word_limit)
{
	t->word_limit = word_limit;
	complete(t);
	take_first(t);
	pack(t);
}
