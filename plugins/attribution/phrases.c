/* SPDX-License-Identifier: MIT */
/* Noun phrases, told by what cannot stand in one. */
#include "attribution.h"

int phrases_finite(const struct reader *r, uint32_t i)
{
	if (is(r, i, W_AUXILIARY | W_CUE))
		return 1;
	if (is(r, i, W_VERB))
		return i == 0 || !is(r, i - 1, W_DETERMINER | W_PREPOSITION);
	return words_end(r, i, "ed") && !is_capital(r, i) && i > 0 && !is(r, i - 1, W_DETERMINER | W_PREPOSITION | W_AND);
}

/* Does a noun phrase end here, seen from the right? */
static int stops_left(const struct reader *r, uint32_t i)
{
	uint32_t m = mark(r, i);
	if (m)
		return words_bound(m);
	if (phrases_finite(r, i) || is(r, i, W_CONJUNCTION))
		return 1;
	if (is(r, i, W_AS)) /* "As Orme noted" */
		return i == first_of(r, r->t[i].sentence) || words_bound(mark(r, i - 1));
	if (is(r, i, W_TO))
		return !is(r, i + 1, W_DETERMINER) && !is_capital(r, i + 1);
	return is(r, i, W_RELATIVE | W_SUBJECT) && !is(r, i, W_POSSESSIVE);
}

/* "In Ardun the ministry", "On Monday Orme": what leads in is not the source. */
static uint32_t trim_left(const struct reader *r, uint32_t first, uint32_t end)
{
	while (first + 1 < end && (is(r, first, W_AND) || (words_adverb(r, first) && !is(r, first, W_DETERMINER))))
		first++;
	if (first >= end || !is(r, first, W_PREPOSITION))
		return first;
	for (uint32_t i = first + 2; i < end; i++)
		if (!is(r, i - 1, W_PREPOSITION | W_DETERMINER) && !is_possessive_mark(r, i) &&
		    ((is(r, i, W_DETERMINER) && !is(r, i, W_OF)) || (is_capital(r, i) && !is_capital(r, i - 1) && !is(r, i - 1, W_AND))))
			return i;
	return end;
}

/* Where what closes at `i - 1` opens: a bracket ("Orme (D-Ardun)") or marks around words
 * of the phrase (the “experts”). `i` when there is nothing to skip, 0 when it cannot be. */
static uint32_t skip_left(const struct reader *r, uint32_t i, uint32_t low)
{
	uint32_t m = mark(r, i - 1), k = i - 1;
	if (m == SLANT_CLOSE_BRACKET) {
		while (k > low && mark(r, k) != SLANT_OPEN_BRACKET)
			k--;
		return k > low ? k : 0;
	}
	if (m != SLANT_CLOSE_QUOTE || !r->quotation_at[k] || k < low + 2 || words_bound(mark(r, k - 1)))
		return i;
	k = r->d->quotations[r->quotation_at[k] - 1].first_token - 1;
	return k > low ? k : i;
}

struct span phrases_before(const struct reader *r, uint32_t end, uint32_t low)
{
	uint32_t i = end, joined = SLANT_NONE;
	while (i > low) {
		uint32_t before = skip_left(r, i, low);
		if (before == 0)
			break;
		if (before < i) {
			i = before;
			continue;
		}
		if (i == end && is(r, i - 1, W_SUBJECT | W_RELATIVE))
			return (struct span){i - 1, i};
		if (stops_left(r, i - 1))
			break;
		if (is(r, i - 1, W_AND))
			joined = i;
		i--;
	}
	/* "he met Orme and the clerk said": behind a verb the conjunction joins clauses */
	if (i > low && joined != SLANT_NONE && phrases_finite(r, i - 1))
		i = joined;
	return (struct span){trim_left(r, i, end), end};
}

static int stops_right(const struct reader *r, uint32_t i)
{
	uint32_t m = mark(r, i);
	if (m)
		return words_bound(m) && m != SLANT_OPEN_BRACKET;
	return is(r, i, W_AUXILIARY | W_CUE | W_VERB | W_TO | W_CONJUNCTION | W_SUBJECT | W_TIME | W_RELATIVE | W_WH) ||
	       (is(r, i, W_PREPOSITION) && !is(r, i, W_OF));
}

struct span phrases_after(const struct reader *r, uint32_t first, uint32_t high)
{
	uint32_t i = first;
	while (i < high && (!stops_right(r, i) || (i == first && is(r, i, W_SUBJECT)))) {
		if (mark(r, i) == SLANT_OPEN_BRACKET)
			while (i + 1 < high && mark(r, i) != SLANT_CLOSE_BRACKET)
				i++;
		i++;
	}
	return (struct span){first, i};
}

struct span source_after(const struct reader *r, uint32_t first, uint32_t high)
{
	struct span s = phrases_after(r, first, high);
	uint32_t i = s.end + 1;
	if (!is_some(s) || i >= high || mark(r, s.end) != SLANT_COMMA || mark(r, i) == SLANT_OPEN_QUOTE)
		return s;
	if (is(r, i, W_AND | W_CONJUNCTION | W_SUBJECT) || words_end(r, i, "ing"))
		return s;
	int relative = is(r, i, W_RELATIVE);
	for (; i < high && mark(r, i) != SLANT_COMMA && !words_stop(mark(r, i)) && mark(r, i) != SLANT_OPEN_QUOTE; i++)
		if (!relative && is(r, i, W_AUXILIARY | W_CUE))
			return s;
	if (i == high || mark(r, i) == SLANT_COMMA || words_stop(mark(r, i)))
		s.end = i;
	return s;
}
