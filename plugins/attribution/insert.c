/* SPDX-License-Identifier: MIT */
/* Cues that are put in or lead in, and give the rest of the sentence to a source:
 * "according to Orme", "in her view", "as the clerk put it". */
#include "attribution.h"

/* The sentence without the insertion [first, end). */
static void take_rest(struct reader *r, struct record *c, uint32_t first, uint32_t end)
{
	uint32_t low = low_of(r, c), high = high_of(r, c);
	while (low + 2 < first && is(r, low, W_AND))
		low++;
	if (first <= low + 1) {
		parts_add(r, c, end, high);
	} else {
		parts_add(r, c, low, first);
		if (mark(r, first - 1) == SLANT_COMMA && end < high && mark(r, end) == SLANT_COMMA)
			parts_add(r, c, end, high);
	}
	c->taken = c->first_part > 0;
}

static uint32_t next_comma(const struct reader *r, uint32_t i, uint32_t high)
{
	while (i < high && mark(r, i) != SLANT_COMMA && mark(r, i) != SLANT_COLON)
		i++;
	return i;
}

static uint32_t without_marks(const struct reader *r, uint32_t end, uint32_t first)
{
	while (end > first && words_bound(mark(r, end - 1)))
		end--;
	return end;
}

/* "according to" takes all up to the next mark: "a study by the port, based on logs". */
static uint32_t source_end(const struct reader *r, uint32_t i, uint32_t high)
{
	while (i < high && (!words_bound(mark(r, i)) || mark(r, i) == SLANT_OPEN_QUOTE))
		i = mark(r, i) == SLANT_OPEN_QUOTE ? parts_behind(r, i, high) : i + 1;
	return i;
}

static void find_according(struct reader *r, struct record *c)
{
	uint32_t low = low_of(r, c), high = high_of(r, c);
	if (c->end >= high)
		return;
	uint32_t end = source_end(r, c->end, high);
	c->source = (struct span){c->end, end};
	if (!is_some(c->source))
		return;
	if (c->group <= low + 1)
		end = next_comma(r, end, high);
	else if (end + 1 < high && mark(r, end) == SLANT_COMMA && is(r, end + 1, W_RELATIVE)) {
		/* "according to the clinic, which keeps no list." */
		end = high;
		c->source.end = without_marks(r, high, c->source.end);
	}
	take_rest(r, c, c->group, end);
}

/* "in X's view", "in the view of X". */
static void find_view(struct reader *r, struct record *c)
{
	uint32_t low = low_of(r, c), high = high_of(r, c), in = c->verb;
	while (in > low && c->verb - in < 8 && !is(r, in, W_IN))
		in--;
	if (!is(r, in, W_IN) || in + 1 >= c->verb)
		return;
	uint32_t last = c->verb - 1, end = c->end;
	if (is_possessive_mark(r, last))
		c->source = (struct span){in + 1, last};
	else if (is(r, last, W_POSSESSIVE))
		c->source = (struct span){last, last + 1};
	else if (end < high && is(r, end, W_OF)) {
		c->source = phrases_after(r, end + 1, high);
		end = c->source.end;
	}
	if (!is_some(c->source))
		return;
	c->group = in;
	take_rest(r, c, in, end);
}

/* "As Orme noted, ...", "..., as the clerk put it". */
static void find_as(struct reader *r, struct record *c)
{
	uint32_t low = low_of(r, c), high = high_of(r, c), as = c->source.first - 1, end = extent_skip(r, c->end, high);
	if (as > low && mark(r, as - 1) != SLANT_COMMA && mark(r, as - 1) != SLANT_CLOSE_QUOTE && !is(r, as - 1, W_AND))
		return;
	if (end < high && mark(r, end) != SLANT_COMMA && !words_stop(mark(r, end)))
		return;
	take_rest(r, c, as > low && is(r, as - 1, W_AND) ? as - 1 : as, end);
}

void insert_find(struct reader *r, uint32_t index)
{
	struct record *c = &r->records[index];
	uint32_t first = c->source.first;
	if (c->entry->kind == KIND_ACCORDING)
		find_according(r, c);
	else if (c->entry->kind == KIND_VIEW)
		find_view(r, c);
	else if (c->entry->kind == KIND_VERB && is_some(c->source) && first > low_of(r, c) && first < c->group && is(r, first - 1, W_AS) &&
		 (c->entry->frames & (F_QUOTE | F_THAT)))
		find_as(r, c);
}
