/* SPDX-License-Identifier: MIT */
/* Source and content of every cue, in an order in which what is surer comes first. */
#include "attribution.h"

static int is_verbal(const struct record *c)
{
	return c->entry->kind == KIND_VERB || c->entry->kind == KIND_ADJECTIVE || c->entry->kind == KIND_DESIGNATION;
}

/* Whose: back to the article or over the capitals, no further ("underline the White House's will"). */
static struct span owner(const struct reader *r, uint32_t end, uint32_t low)
{
	uint32_t first = end;
	while (first > low && !words_bound(mark(r, first - 1)) && !is(r, first - 1, W_PREPOSITION | W_AND | W_AUXILIARY | W_CUE | W_VERB)) {
		first--;
		if (is(r, first, W_DETERMINER) || (!is_capital(r, first) && first + 1 < end && is_capital(r, first + 1) && mark(r, first) == 0 &&
						   !(r->t[first + 1].flags & SLANT_JOINED)))
			break;
	}
	if (first + 1 < end && !is_capital(r, first) && !is(r, first, W_DETERMINER))
		first++;
	return (struct span){first, end};
}

/* "Trump's claim", "his claim", "the claim of the ministry"; adjectives may stand between. */
static struct span noun_source(const struct reader *r, const struct record *c)
{
	uint32_t low = low_of(r, c), i = c->verb;
	for (; i > low && c->verb - i < 4; i--) {
		if (is_possessive_mark(r, i - 1))
			return owner(r, i - 1, low);
		if (is(r, i - 1, W_POSSESSIVE))
			return (struct span){i - 1, i};
		if (mark(r, i - 1) || is(r, i - 1, W_DETERMINER | W_PREPOSITION | W_AUXILIARY))
			break;
	}
	if (c->end < high_of(r, c) && mark(r, c->end) == SLANT_COLON)
		return source_subject(r, c->sentence, c->verb);
	return (struct span){0, 0};
}

static struct span colon_source(const struct reader *r, const struct record *c)
{
	return (struct span){low_of(r, c), c->group};
}

/* "Noting the tide, Orme said": a participle at the head takes the source that follows. */
static void borrow_source(struct reader *r, uint32_t index)
{
	struct record *c = &r->records[index];
	if (is_some(c->source) || !c->ing || index + 1 >= r->record_count || r->records[index + 1].sentence != c->sentence)
		return;
	c->source = r->records[index + 1].source;
}

static void find_sources(struct reader *r)
{
	for (uint32_t i = 0; i < r->record_count; i++) {
		struct record *c = &r->records[i];
		if (is_verbal(c))
			c->source = source_find(r, i);
		else if (c->entry->kind == KIND_NOUN)
			c->source = noun_source(r, c);
		else if (c->entry->kind == KIND_COLON)
			c->source = colon_source(r, c);
		r->begins[c->group] = i + 1;
		if (is_some(c->source) && c->source.first < c->group && !r->begins[c->source.first])
			r->begins[c->source.first] = i + 1;
	}
	for (uint32_t i = 0; i < r->record_count; i++)
		borrow_source(r, i);
}

void content_find(struct reader *r)
{
	find_sources(r);
	for (uint32_t i = 0; i < r->record_count; i++)
		if (r->records[i].entry->kind == KIND_VERB) {
			insert_find(r, i);
			if (!r->records[i].taken)
				left_find(r, i);
		}
	for (uint32_t i = 0; i < r->record_count; i++) {
		struct record *c = &r->records[i];
		if (c->taken || c->entry->kind == KIND_DESIGNATION)
			continue;
		if (is_verbal(c) || c->entry->kind == KIND_COLON || (c->entry->kind == KIND_NOUN && is_some(c->source)))
			right_find(r, i);
	}
	for (uint32_t i = 0; i < r->record_count; i++)
		if (is_verbal(&r->records[i]))
			passive_find(r, i);
}
