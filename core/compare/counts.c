/* SPDX-License-Identifier: MIT */
#include "compare/counts.h"
#include "base/memory.h"
#include "compare/words.h"

#include <stdlib.h>

struct ranked {
	uint32_t total, word;
};

static int by_total(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	if (x->total != y->total)
		return x->total > y->total ? -1 : 1;
	return x->word < y->word ? -1 : x->word > y->word;
}

static void rank(struct word_counts *c)
{
	struct ranked *order = mem_alloc((c->words + 1) * sizeof *order);
	for (uint32_t i = 0; i < c->words; i++)
		order[i] = (struct ranked){c->totals[i], i};
	qsort(order, c->words, sizeof *order, by_total);
	c->by_total = mem_alloc((c->words + 1) * sizeof *c->by_total);
	for (uint32_t i = 0; i < c->words; i++)
		c->by_total[i] = order[i].word;
	free(order);
}

void word_counts_init(struct word_counts *c, const struct scope *s, int all_voices)
{
	*c = (struct word_counts){.groups = s->group_count, .words = words_count(s->words)};
	c->of = mem_alloc(((size_t)c->groups * c->words + 1) * sizeof *c->of);
	c->totals = mem_alloc((c->words + 1) * sizeof *c->totals);
	c->lengths = mem_alloc((c->groups + 1) * sizeof *c->lengths);
	for (uint32_t i = 0; i < s->count; i++) {
		const struct view *v = s->views[i];
		for (uint32_t t = 0; t < v->token_count; t++) {
			const struct view_token *token = &v->tokens[t];
			if (!token->counts || (!all_voices && token->voice != SLANT_VOICE_NARRATOR))
				continue;
			c->of[(size_t)v->group * c->words + token->word]++;
			c->totals[token->word]++;
			c->lengths[v->group]++;
			c->length++;
		}
	}
	rank(c);
}

void word_counts_free(struct word_counts *c)
{
	free(c->of);
	free(c->totals);
	free(c->lengths);
	free(c->by_total);
}

/* First place whose total is below the limit. */
static uint32_t place_below(const struct word_counts *c, double limit)
{
	uint32_t low = 0, high = c->words;
	while (low < high) {
		uint32_t middle = (low + high) / 2;
		if (c->totals[c->by_total[middle]] >= limit)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void word_counts_like(const struct word_counts *c, uint32_t total, uint32_t *first, uint32_t *end)
{
	*first = place_below(c, 1.25 * total + 1e-9);
	*end = place_below(c, 0.8 * total);
}
