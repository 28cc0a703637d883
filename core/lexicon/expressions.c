/* SPDX-License-Identifier: MIT */
/* Patterns of lexicons: they run only in sentences that hold their literal. */
#include "lexicon/run.h"

/* A "sentence" longer than this is a text without full stops: the surroundings of the literal are looked at. */
#define LONGEST_WINDOW 4000u
#define SURROUNDINGS 1500u

/* The first token that ends behind this byte. */
static uint32_t token_after(const slant_document *d, uint32_t from, uint32_t to, uint32_t byte)
{
	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		if (d->tokens[middle].end <= byte)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static void window(const struct run *r, const struct literal_place *l, uint32_t *start, uint32_t *end)
{
	const slant_sentence *s = &r->d->sentences[r->d->tokens[l->first_token].sentence];
	*start = s->start;
	*end = s->end;
	if (*end - *start <= LONGEST_WINDOW)
		return;
	uint32_t from = r->d->tokens[l->first_token].start, to = r->d->tokens[l->end_token - 1].end;
	if (from - s->start > SURROUNDINGS)
		*start = r->d->tokens[token_after(r->d, s->first_token, s->end_token, from - SURROUNDINGS)].start;
	if (s->end - to > SURROUNDINGS)
		*end = r->d->tokens[token_after(r->d, s->first_token, s->end_token, to + SURROUNDINGS)].end;
}

static void push_match(struct run *r, uint32_t unit, const slant_sentence *s, uint32_t start, uint32_t end)
{
	uint32_t first = token_after(r->d, s->first_token, s->end_token, start), last = first;
	while (last < s->end_token && r->d->tokens[last].start < end)
		last++;
	struct hit_list *list = &r->hits[r->a->units.items[unit].group];
	if (last > first && run_has_room(r, list))
		list->items[list->count++] = (slant_hit){
			.start = start, .end = end, .first_token = first, .end_token = last, .entry = unit};
}

static void search(struct run *r, const struct literal_place *l, uint32_t done, uint32_t *end,
		   struct pattern_budget *budget)
{
	const struct unit_pattern *p = &r->a->patterns.items[l->pattern];
	const slant_sentence *s = &r->d->sentences[r->d->tokens[l->first_token].sentence];
	uint32_t start, from, match_start, match_end;
	window(r, l, &start, end);
	from = start > done ? start : done;
	while (pattern_find(p->pattern, r->d->text, start, from, *end, budget, &match_start, &match_end)) {
		push_match(r, p->unit, s, match_start, match_end);
		from = match_end;
	}
}

static void note_budget(struct run *r, const struct unit_pattern *p)
{
	if (run_has_room(r, &r->notes))
		r->notes.items[r->notes.count++] = (struct text_note){
			.severity = "warning",
			.message = arena_printf(r->arena, "the pattern of %s cost more than its budget in this article; "
							  "some of its matches may be missing", p->name)};
}

void run_patterns(struct run *r)
{
	if (r->literals.count == 0)
		return;
	/* By pattern: how far it has searched, and whether its reader was told of the budget. */
	uint32_t *done = arena_zero(r->arena, r->a->patterns.count * sizeof *done);
	uint8_t *told = arena_zero(r->arena, r->a->patterns.count);
	struct pattern_budget budget = {0};
	uint64_t steps = PATTERN_BUDGET + 64 * (uint64_t)r->d->length;
	budget.left = steps > UINT32_MAX ? UINT32_MAX : (uint32_t)steps;
	for (uint32_t i = 0; i < r->literals.count; i++) {
		const struct literal_place *l = &r->literals.items[i];
		if (r->d->tokens[l->end_token - 1].end <= done[l->pattern])
			continue; /* met a second time in a window that was searched */
		budget.exceeded = 0;
		search(r, l, done[l->pattern], &done[l->pattern], &budget);
		if (budget.exceeded && !told[l->pattern]) {
			told[l->pattern] = 1;
			note_budget(r, &r->a->patterns.items[l->pattern]);
		}
	}
}
