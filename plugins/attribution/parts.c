/* SPDX-License-Identifier: MIT */
/* Content as it is collected: stretches of text, and the quotations among them. */
#include "attribution.h"

static void add_range(struct reader *r, struct record *c, uint32_t start, uint32_t end)
{
	if (start >= end || r->part_count == r->part_size)
		return;
	r->parts[r->part_count++] = (struct part){start, end, 0};
	if (c->last_part)
		r->parts[c->last_part - 1].next = r->part_count;
	else
		c->first_part = r->part_count;
	c->last_part = r->part_count;
}

static int is_loose(uint32_t m)
{
	return m && m != SLANT_OPEN_QUOTE && m != SLANT_CLOSE_QUOTE && m != SLANT_OPEN_BRACKET && m != SLANT_CLOSE_BRACKET &&
	       m != SLANT_OTHER_MARK;
}

void parts_add(struct reader *r, struct record *c, uint32_t first, uint32_t end)
{
	while (first < end && (is_loose(mark(r, first)) || mark(r, first) == SLANT_CLOSE_QUOTE || mark(r, first) == SLANT_CLOSE_BRACKET))
		first++;
	while (end > first && is_loose(mark(r, end - 1)))
		end--;
	if (first >= end)
		return;
	add_range(r, c, r->t[first].start, r->t[end - 1].end);
	for (uint32_t i = first; i < end; i++)
		r->covered[i] = 1;
}

static void add_piece(struct reader *r, struct record *c, uint32_t q)
{
	const slant_quotation *quotation = &r->d->quotations[q];
	add_range(r, c, quotation->start, quotation->end);
	r->spoken[q] = (uint32_t)(c - r->records) + 1;
	for (uint32_t i = quotation->first_token; i < quotation->end_token; i++)
		r->covered[i] = 1;
}

void parts_add_quotation(struct reader *r, struct record *c, uint32_t q)
{
	c->marked |= c->first_part == 0;
	while (r->before[q])
		q = r->before[q] - 1;
	for (; q != SLANT_NONE; q = r->d->quotations[q].next)
		add_piece(r, c, q);
}

const slant_quotation *parts_quotation(const struct reader *r, uint32_t token, uint32_t kind)
{
	return mark(r, token) == kind && r->quotation_at[token] ? &r->d->quotations[r->quotation_at[token] - 1] : NULL;
}

uint32_t parts_behind(const struct reader *r, uint32_t open, uint32_t high)
{
	const slant_quotation *q = parts_quotation(r, open, SLANT_OPEN_QUOTE);
	return q == NULL || q->end_token + 1 > high ? high : q->end_token + 1;
}
