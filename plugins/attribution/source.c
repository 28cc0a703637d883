/* SPDX-License-Identifier: MIT */
/* Who stands before or behind a cue. */
#include "attribution.h"

static uint32_t open_bracket(const struct reader *r, uint32_t close, uint32_t low)
{
	while (close > low && mark(r, close) != SLANT_OPEN_BRACKET)
		close--;
	return close;
}

/* Does a noun phrase end here, seen from the right? */
static int stops_left(const struct reader *r, uint32_t i)
{
	uint32_t m = mark(r, i);
	if (m)
		return mark_bounds(m);
	if (is(r, i, W_AUXILIARY | W_CUE | W_TO | W_CONJUNCTION))
		return 1;
	return is(r, i, W_RELATIVE | W_SUBJECT) && !is(r, i, W_POSSESSIVE);
}

/* "In Ardun the ministry", "On Monday Orme": what leads in is not the source. */
static uint32_t trim_left(const struct reader *r, uint32_t first, uint32_t end)
{
	while (first + 1 < end && (is(r, first, W_AND) || (is_adverb(r, first) && !is(r, first, W_DETERMINER))))
		first++;
	if (!is(r, first, W_PREPOSITION))
		return first;
	for (uint32_t i = first + 2; i < end; i++)
		if (!is(r, i - 1, W_PREPOSITION | W_DETERMINER) &&
		    ((is(r, i, W_DETERMINER) && !is(r, i, W_OF)) || (is_capital(r, i) && !is_capital(r, i - 1) && !is(r, i - 1, W_AND))))
			return i;
	return end;
}

struct span source_before(const struct reader *r, uint32_t end, uint32_t low)
{
	uint32_t i = end;
	while (i > low) {
		uint32_t m = mark(r, i - 1);
		if (m == SLANT_CLOSE_BRACKET) {
			uint32_t open = open_bracket(r, i - 1, low);
			if (open == low)
				break;
			i = open;
			continue;
		}
		if (m == SLANT_CLOSE_QUOTE && r->quotation_at[i - 1] && i >= low + 2 && !mark_bounds(mark(r, i - 2))) {
			i = r->d->quotations[r->quotation_at[i - 1] - 1].first_token - 1; /* the "experts" say */
			continue;
		}
		if (i == end && is(r, i - 1, W_SUBJECT | W_RELATIVE))
			return (struct span){i - 1, i};
		if (stops_left(r, i - 1))
			break;
		i--;
	}
	return (struct span){trim_left(r, i, end), end};
}

static int stops_right(const struct reader *r, uint32_t i)
{
	uint32_t m = mark(r, i);
	if (m)
		return mark_bounds(m) && m != SLANT_OPEN_BRACKET;
	return is(r, i, W_AUXILIARY | W_CUE | W_TO | W_CONJUNCTION | W_SUBJECT | W_TIME) ||
	       (is(r, i, W_PREPOSITION) && !is(r, i, W_OF)) || (is(r, i, W_WH) && !is(r, i, W_RELATIVE)) || is(r, i, W_RELATIVE);
}

static uint32_t phrase_end(const struct reader *r, uint32_t i, uint32_t high)
{
	uint32_t from = i;
	while (i < high && !(stops_right(r, i) && !(i == from && is(r, i, W_SUBJECT)))) {
		if (mark(r, i) == SLANT_OPEN_BRACKET)
			while (i + 1 < high && mark(r, i) != SLANT_CLOSE_BRACKET)
				i++;
		i++;
	}
	return i;
}

struct span source_after(const struct reader *r, uint32_t first, uint32_t high)
{
	uint32_t end = phrase_end(r, first, high);
	/* "said Orme, a clerk at the port, ...": the apposition reaches to the next comma */
	if (end > first && end + 1 < high && mark(r, end) == SLANT_COMMA && mark(r, end + 1) != SLANT_OPEN_QUOTE &&
	    !is(r, end + 1, W_AND | W_CONJUNCTION | W_SUBJECT) && !words_end(r, end + 1, "ing")) {
		uint32_t i = end + 1;
		while (i < high && mark(r, i) != SLANT_COMMA && !mark_stops(mark(r, i)) && mark(r, i) != SLANT_OPEN_QUOTE && !is(r, i, W_CUE))
			i++;
		if (i == high || mark(r, i) == SLANT_COMMA || mark_stops(mark(r, i)))
			end = i;
	}
	return (struct span){first, end};
}
