/* SPDX-License-Identifier: MIT */
/* Content before its cue: "..., Orme said", "..., said Orme". */
#include "attribution.h"

static int ends_clause(const struct reader *r, uint32_t i, uint32_t high)
{
	uint32_t m = i < high ? mark(r, i) : SLANT_PERIOD;
	return words_stop(m) || m == SLANT_COMMA || m == SLANT_CLOSE_BRACKET || m == SLANT_DASH;
}

/* Only an addressee, time and place stand between the cue and the end of its clause. */
static int closes(const struct reader *r, const struct record *c, uint32_t *end)
{
	uint32_t i = c->end, high = high_of(r, c);
	if ((c->entry->frames & F_ADDRESSEE) && i < high && !is(r, i, W_THAT | W_PREPOSITION) && !mark(r, i))
		i = is(r, i, W_OBJECT) ? i + 1 : phrases_after(r, i, high).end;
	i = extent_skip(r, i, high);
	if (i < high && is(r, i, W_CONJUNCTION))
		while (i < high && !words_stop(mark(r, i)) && mark(r, i) != SLANT_COMMA)
			i++;
	*end = i;
	return ends_clause(r, i, high) || (is(r, i, W_AND | W_RELATIVE) && !is(r, i, W_THAT));
}

static int leads_out(uint32_t m)
{
	return m == SLANT_COMMA || m == SLANT_CLOSE_QUOTE || m == SLANT_DASH;
}

/* The closing mark at or right before the end (a comma may stand behind it). */
static uint32_t closing_mark(const struct reader *r, uint32_t end, uint32_t low)
{
	if (parts_quotation(r, end - 1, SLANT_CLOSE_QUOTE))
		return end - 1;
	return end >= low + 2 && parts_quotation(r, end - 2, SLANT_CLOSE_QUOTE) ? end - 2 : SLANT_NONE;
}

/* The quotation that closes before the cue, when a sentence begins with it. */
static int take_quotation(struct reader *r, struct record *c, uint32_t close, uint32_t low)
{
	uint32_t open = parts_quotation(r, close, SLANT_CLOSE_QUOTE)->first_token - 1;
	if (open > low && !words_stop(mark(r, open - 1)) && mark(r, open - 1) != SLANT_COLON)
		return 0;
	parts_add_quotation(r, c, r->quotation_at[close] - 1);
	return 1;
}

/* What stands before `end` (a comma or a closing mark) in the sentence is said. */
static int take(struct reader *r, struct record *c, uint32_t end)
{
	uint32_t low = low_of(r, c);
	if (end <= low)
		return 0;
	uint32_t close = closing_mark(r, end, low);
	if (close != SLANT_NONE && take_quotation(r, c, close, low))
		return 1;
	if (r->covered[low] || (!(c->entry->frames & F_AFTER) && close == SLANT_NONE))
		return 0;
	while (low + 2 < end && is(r, low, W_AND) && mark(r, low + 1) != SLANT_COMMA)
		low++;
	parts_add(r, c, low, end);
	return c->first_part > 0;
}

/* "..., he said, ...": what follows goes on. */
static void go_on(struct reader *r, struct record *c, uint32_t end)
{
	uint32_t high = high_of(r, c), next = end + 1, m = end < high ? mark(r, end) : 0;
	if (next >= high || (m != SLANT_COMMA && m != SLANT_SEMICOLON && m != SLANT_DASH))
		return;
	if (parts_quotation(r, next, SLANT_OPEN_QUOTE))
		parts_add_quotation(r, c, r->quotation_at[next] - 1);
	else if (m == SLANT_COMMA && !c->marked && !is(r, next, W_RELATIVE | W_CONJUNCTION | W_AND | W_PREPOSITION) &&
		 !words_end(r, next, "ing"))
		parts_add(r, c, next, high);
}

/* “...,” Orme said in a talk that was printed: speech right before the source. */
static int behind_speech(const struct reader *r, const struct record *c)
{
	uint32_t first = c->source.first;
	if (!is_some(c->source) || first < low_of(r, c) + 2 || first > c->group || mark(r, first - 1) != SLANT_CLOSE_QUOTE)
		return 0;
	uint32_t m = mark(r, first - 2);
	if (m != SLANT_COMMA && !words_stop(m))
		return 0;
	return c->end >= high_of(r, c) || (!is(r, c->end, W_THAT) && mark(r, c->end) != SLANT_OPEN_QUOTE);
}

/* "On the quay, he said, “...”": what leads in is not said. */
static int only_leads_in(const struct reader *r, const struct record *c, uint32_t before, uint32_t end)
{
	uint32_t low = low_of(r, c), high = high_of(r, c), i = low;
	while (i < before && mark(r, i) != SLANT_COMMA)
		i++;
	if (mark(r, before - 1) == SLANT_CLOSE_QUOTE || !source_leads_in(r, low, i))
		return 0;
	int quoted = end + 1 < high && mark(r, end) == SLANT_COMMA && mark(r, end + 1) == SLANT_OPEN_QUOTE;
	return quoted || (i + 1 >= before && (end >= high || mark(r, end) != SLANT_COMMA));
}

/* "..., said Orme, a clerk at the port". */
static int is_inverted(const struct reader *r, struct record *c)
{
	uint32_t high = high_of(r, c);
	if (c->group <= low_of(r, c) || c->end >= high)
		return 0;
	if ((c->entry->frames & F_ADDRESSEE) && (c->entry->frames & F_THAT))
		return 0; /* "told Orme": whom, not who */
	if (!leads_out(mark(r, c->group - 1)) || mark(r, c->end) || words_adverb(r, c->end) ||
	    is(r, c->end, W_THAT | W_PREPOSITION | W_TO | W_OBJECT | W_TIME | W_WH))
		return 0;
	struct span s = source_after(r, c->end, high);
	if (!is_some(s))
		return 0;
	uint32_t end = extent_skip(r, s.end, high);
	if (!ends_clause(r, end, high) && !is(r, end, W_CONJUNCTION | W_RELATIVE | W_AND))
		return 0;
	c->source = s;
	return 1;
}

void left_find(struct reader *r, uint32_t index)
{
	struct record *c = &r->records[index];
	uint32_t end, before;
	if (!(c->entry->frames & (F_AFTER | F_AFTER_MARKS)) || c->passive || c->ing || c->infinitive)
		return;
	if (is_inverted(r, c)) {
		before = c->group;
		end = extent_skip(r, c->source.end, high_of(r, c));
	} else {
		struct span s = c->source;
		before = s.first;
		if (!(closes(r, c, &end) || behind_speech(r, c)) || !is_some(s) || before <= low_of(r, c) || before > c->group ||
		    is(r, before, W_RELATIVE) || !leads_out(mark(r, before - 1)) || only_leads_in(r, c, before, end))
			return;
	}
	if (!take(r, c, before))
		return;
	c->taken = 1;
	c->uncertain = !c->marked && !(c->entry->frames & F_QUOTE);
	go_on(r, c, end);
}
