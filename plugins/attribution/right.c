/* SPDX-License-Identifier: MIT */
/* Content behind its cue: "said that ...", "told Orme: “...”", "wants to ...". */
#include "attribution.h"

/* "yelled “Out with them!” as he left": a stop inside the marks, or the end of the clause behind them. */
static int ends_speech(const struct reader *r, const slant_quotation *q, uint32_t high)
{
	uint32_t last = mark(r, q->end_token - 1), next = q->end_token + 1;
	if (next >= high || last == SLANT_COMMA || words_stop(last))
		return 1;
	uint32_t m = mark(r, next);
	return words_stop(m) || m == SLANT_COMMA || m == SLANT_DASH || m == SLANT_CLOSE_BRACKET ||
	       (is(r, next, W_AND) && extent_begins(r, next + 1));
}

static void take(struct reader *r, struct record *c, uint32_t from, int clause)
{
	const slant_quotation *q = parts_quotation(r, from, SLANT_OPEN_QUOTE);
	if (q != NULL && ends_speech(r, q, high_of(r, c)))
		parts_add_quotation(r, c, r->quotation_at[from] - 1);
	else
		parts_add(r, c, from, extent_end(r, c, from, clause));
	c->taken = c->first_part > 0;
	c->uncertain = (uint8_t)!clause;
}

/* A part put in between commas: ", as reported by the Gazette,". Returns the token behind it. */
static uint32_t behind_insertion(const struct reader *r, uint32_t comma, uint32_t high)
{
	const struct record *next = comma + 1 < high ? extent_begins(r, comma + 1) : NULL;
	int inserted = next != NULL && (next->entry->kind == KIND_ACCORDING || next->ing);
	uint32_t i = comma + 1;
	if (!inserted && !(i < high && is(r, i, W_ADVERB | W_AS)))
		return SLANT_NONE;
	while (i < high && mark(r, i) != SLANT_COMMA && !words_stop(mark(r, i)))
		i++;
	return i + 1 < high && mark(r, i) == SLANT_COMMA && is(r, i + 1, W_THAT) ? i + 1 : SLANT_NONE;
}

static uint32_t behind_comma(const struct reader *r, uint32_t comma, uint32_t high)
{
	uint32_t next = comma + 1;
	if (next >= high)
		return SLANT_NONE;
	return mark(r, next) == SLANT_OPEN_QUOTE || is(r, next, W_THAT) ? next : behind_insertion(r, comma, high);
}

/* The first sign of content within reach: a mark, a colon, "that". */
static uint32_t seek(const struct reader *r, uint32_t from, uint32_t high)
{
	for (uint32_t i = from; i < high && i < from + 14; i++) {
		uint32_t m = mark(r, i);
		if (m == SLANT_OPEN_QUOTE || is(r, i, W_THAT))
			return i;
		if (m == SLANT_COLON)
			return i + 1 < high ? i + 1 : SLANT_NONE;
		if (m == SLANT_COMMA)
			return behind_comma(r, i, high);
		if (words_bound(m) || is(r, i, W_AUXILIARY | W_CUE))
			return SLANT_NONE;
	}
	return SLANT_NONE;
}

/* "told Northline the mole was lost": where the addressee ends. */
static uint32_t behind_addressee(const struct reader *r, struct record *c, uint32_t i, int *clause)
{
	uint32_t f = c->entry->frames, high = high_of(r, c), end = phrases_after(r, i, high).end, found = seek(r, i, high);
	if (is(r, i, W_OBJECT))
		end = i + 1;
	c->addressee = (struct span){i, end};
	if (found != SLANT_NONE)
		return found;
	while (end < high && is(r, end, W_TIME))
		end++;
	*clause = !(f & F_OBJECT);
	if (end < high && is(r, end, W_TO) && (f & F_INFINITIVE))
		return i;
	*clause = 1;
	if (end < high && is(r, end, W_WH | W_SUBJECT | W_DETERMINER | W_CONJUNCTION))
		return end;
	if (is_capital(r, i) && end < high && !mark(r, end))
		return end;
	c->addressee.end = i;
	return f & (F_CLAUSE | F_OBJECT) && end < high ? i : SLANT_NONE;
}

static uint32_t behind_mark(const struct reader *r, uint32_t i, uint32_t high)
{
	uint32_t m = mark(r, i), next = i + 1;
	if (m == SLANT_OPEN_QUOTE)
		return i;
	if (next >= high)
		return SLANT_NONE;
	if (m == SLANT_COLON)
		return next;
	return m == SLANT_COMMA ? behind_comma(r, i, high) : SLANT_NONE;
}

/* An object, and no verb ("the plan they had discussed turned into"). What somebody is
 * called needs a second part: "called Orme a liar", not "called Orme with news". */
static int is_object(const struct reader *r, const struct record *c, uint32_t i)
{
	if (phrases_finite(r, i) && !is(r, i, W_POSSESSIVE))
		return 0;
	if (!(c->entry->frames & F_COMPLEMENT))
		return 1;
	uint32_t high = high_of(r, c), end = i;
	while (end < high && (is_capital(r, end) || is(r, end, W_OBJECT)))
		end++;
	return end == i || (end < high && !words_bound(mark(r, end)) && !is(r, end, W_PREPOSITION | W_AND | W_TIME));
}

/* Content without a mark or "that" before it. */
static uint32_t bare(const struct reader *r, struct record *c, uint32_t i, int *clause)
{
	uint32_t f = c->entry->frames;
	if (f & F_ADDRESSEE)
		return behind_addressee(r, c, i, clause);
	if ((f & F_PRONOUN_CLAUSE) && is(r, i, W_SUBJECT))
		return i;
	if ((f & F_OBJECT) && !(f & F_CLAUSE) && !is_object(r, c, i))
		return SLANT_NONE;
	*clause = !(f & F_OBJECT);
	if (f & (F_CLAUSE | F_OBJECT))
		return i;
	*clause = 1;
	return f & F_QUOTE ? seek(r, i, high_of(r, c)) : SLANT_NONE;
}

static uint32_t start(const struct reader *r, struct record *c, int *clause)
{
	uint32_t i = c->end, f = c->entry->frames, high = high_of(r, c);
	while (i < high && (is(r, i, W_TIME) || (words_adverb(r, i) && !is(r, i, W_DETERMINER))))
		i++;
	*clause = 1;
	if (i >= high)
		return SLANT_NONE;
	if (mark(r, i))
		return behind_mark(r, i, high);
	if (is(r, i, W_TO)) {
		*clause = !(f & F_INFINITIVE);
		return f & F_INFINITIVE ? i : f & F_OBJECT ? SLANT_NONE : seek(r, i + 1, high);
	}
	if (is(r, i, W_THAT) && (f & (F_THAT | F_CLAUSE)))
		return i;
	if (is(r, i, W_WH) && (f & (F_THAT | F_WH | F_OBJECT)) && (!is(r, i, W_WHEN) || (f & F_WH)))
		return i;
	if (is(r, i, W_PREPOSITION))
		return f & F_QUOTE ? seek(r, i + 1, high) : SLANT_NONE;
	return bare(r, c, i, clause);
}

/* "Orme wrote:" at the end of a sentence: the quotation that begins the next. */
static uint32_t quotation_below(const struct reader *r, const struct record *c)
{
	uint32_t high = high_of(r, c);
	if (high >= r->d->token_count || high == 0 || mark(r, high - 1) != SLANT_COLON || c->end + 12 < high)
		return SLANT_NONE;
	return parts_quotation(r, high, SLANT_OPEN_QUOTE) ? high : SLANT_NONE;
}

void right_find(struct reader *r, uint32_t index)
{
	struct record *c = &r->records[index];
	int clause = 1;
	if (c->passive || r->covered[c->group])
		return;
	uint32_t from = (c->entry->frames & F_QUOTE) ? quotation_below(r, c) : SLANT_NONE;
	if (from != SLANT_NONE) {
		parts_add_quotation(r, c, r->quotation_at[from] - 1);
		c->taken = 1;
		return;
	}
	from = start(r, c, &clause);
	if (from != SLANT_NONE && from < high_of(r, c))
		take(r, c, from, clause);
}
