/* SPDX-License-Identifier: MIT */
/* How far content reaches. Speech mostly fills its sentence; the object of a judgement or
 * a wish ends with its clause. */
#include "attribution.h"

const struct record *extent_begins(const struct reader *r, uint32_t token)
{
	return r->begins[token] ? &r->records[r->begins[token] - 1] : NULL;
}

static uint32_t skip_phrase(const struct reader *r, uint32_t i, uint32_t high)
{
	for (i++; i < high;) {
		if (mark(r, i) == SLANT_OPEN_QUOTE)
			i = parts_behind(r, i, high); /* on “Tide Watch” on Friday */
		else if (words_bound(mark(r, i)) || is(r, i, W_THAT | W_CONJUNCTION | W_PREPOSITION | W_CUE))
			break;
		else
			i++;
	}
	return i;
}

static int begins_phrase(const struct reader *r, uint32_t i, uint32_t high)
{
	if (i + 1 >= high || is(r, i, W_CONJUNCTION))
		return 0;
	return is(r, i, W_PREPOSITION) || (is(r, i, W_TO) && (is_capital(r, i + 1) || is(r, i + 1, W_DETERMINER | W_OBJECT)));
}

uint32_t extent_skip(const struct reader *r, uint32_t i, uint32_t high)
{
	while (i < high) {
		if (is(r, i, W_TIME) || (words_adverb(r, i) && !is(r, i, W_DETERMINER)) || r->t[i].kind == SLANT_NUMBER)
			i++;
		else if (begins_phrase(r, i, high))
			i = skip_phrase(r, i, high);
		else
			break;
	}
	return i;
}

/* Does another cue's clause begin here, so that content ends before it? Inside a clause
 * that is said, only speech in the same form does ("said he was ill and added that"). */
static int gives_way(const struct record *c, const struct record *next, uint32_t at, int clause)
{
	if (next == NULL || next == c || next->infinitive)
		return 0;
	if (next->entry->kind == KIND_ACCORDING)
		return 1;
	if (next->ing) /* "saying", and not "a text backing" */
		return next->group == at;
	return !clause || ((next->entry->frames & F_QUOTE) && next->form == c->form);
}

/* "Oct. 7, 2023, the day": the commas of a date. */
static int in_date(const struct reader *r, uint32_t comma, uint32_t next)
{
	return r->t[comma - 1].kind == SLANT_NUMBER &&
	       (r->t[next].kind == SLANT_NUMBER || (comma >= 2 && mark(r, comma - 2) == SLANT_COMMA));
}

static int stops_at_comma(const struct reader *r, const struct record *c, uint32_t next, uint32_t high, int clause)
{
	if (!clause || (c->group == low_of(r, c) && r->begins[next]))
		return 1;
	if (gives_way(c, extent_begins(r, next), next, clause))
		return 1;
	return is(r, next, W_AND | W_CONJUNCTION) && next + 1 < high && gives_way(c, extent_begins(r, next + 1), next + 1, 0);
}

static int stops_here(const struct reader *r, const struct record *c, uint32_t i, uint32_t high, int clause)
{
	uint32_t m = mark(r, i), next = i + 1;
	if (m == SLANT_SEMICOLON)
		return 1;
	if (next >= high)
		return 0;
	if (m == SLANT_COMMA && !in_date(r, i, next) && stops_at_comma(r, c, next, high, clause))
		return 1;
	if (is(r, i, W_AND) && gives_way(c, extent_begins(r, next), next, clause))
		return 1;
	const struct record *behind = extent_begins(r, next);
	if (is(r, i, W_PREPOSITION | W_CONJUNCTION) && behind && behind->ing && (!clause || !is(r, i, W_OF)))
		return 1;
	return !clause && (is(r, i, W_CONJUNCTION) || words_time(r, i));
}

static uint32_t next_dash(const struct reader *r, uint32_t i, uint32_t high)
{
	while (i < high && mark(r, i) != SLANT_DASH)
		i++;
	return i;
}

uint32_t extent_end(const struct reader *r, const struct record *c, uint32_t from, int clause)
{
	uint32_t high = high_of(r, c);
	int in_relative = is_some(c->source) && is(r, c->source.first, W_RELATIVE);
	for (uint32_t i = from; i < high;) {
		if (parts_quotation(r, i, SLANT_OPEN_QUOTE)) {
			i = parts_behind(r, i, high);
			continue;
		}
		if (!clause && mark(r, i) == SLANT_DASH && next_dash(r, i + 1, high) < high) {
			i = next_dash(r, i + 1, high) + 1; /* what is put in between dashes */
			continue;
		}
		if (i > from && (stops_here(r, c, i, high, clause) || (in_relative && mark(r, i) == SLANT_COMMA)))
			return i;
		i++;
	}
	return high;
}
