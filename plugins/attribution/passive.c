/* SPDX-License-Identifier: MIT */
/* Cues whose subject is not who speaks: "was dismissed by the ministry", "was quoted as
 * saying", "designated a terrorist organization by Halvia", "is expected to". */
#include "attribution.h"

#include <string.h>

/* The agent behind "by" in the clause of a cue; the token behind it in *end. */
static struct span agent(const struct reader *r, const struct record *c, uint32_t *end)
{
	uint32_t high = high_of(r, c), i = c->end;
	*end = c->end;
	while (i < high && i < c->end + 10 && !is(r, i, W_BY)) {
		if (words_bound(mark(r, i)) || is(r, i, W_THAT | W_CONJUNCTION | W_AUXILIARY | W_CUE))
			return (struct span){0, 0};
		i++;
	}
	if (i + 1 >= high || !is(r, i, W_BY) || r->t[i + 1].kind == SLANT_NUMBER || words_end(r, i + 1, "ing") || is(r, i + 1, W_TIME))
		return (struct span){0, 0};
	struct span s = phrases_after(r, i + 1, high);
	*end = s.end;
	return s;
}

/* "was asked by a caller why", "was dismissed by the ministry as baseless". */
static void by_agent(struct reader *r, struct record *c, struct span by, uint32_t end)
{
	uint32_t high = high_of(r, c);
	struct span subject = c->source;
	int clause = end < high && is(r, end, W_WH | W_THAT | W_TO);
	if (!clause && is_some(subject) && subject.end <= c->group && !is(r, subject.first, W_RELATIVE))
		parts_add(r, c, subject.first, subject.end);
	if (clause || (end < high && is(r, end, W_AS)))
		parts_add(r, c, end, extent_end(r, c, end, clause));
	c->source = by;
	c->taken = c->first_part > 0;
	c->uncertain = 1;
}

static int is_indefinite(const struct reader *r, uint32_t i)
{
	const slant_token *t = &r->t[i];
	return r->d->text[t->start] == 'a' && (t->end - t->start == 1 || (t->end - t->start == 2 && r->d->text[t->start + 1] == 'n'));
}

/* "designated a terrorist organization (by Halvia)", "the Halvia-designated group". */
static void designation(struct reader *r, struct record *c)
{
	uint32_t high = high_of(r, c), from = c->end, end;
	struct span by = agent(r, c, &end);
	while (from < high && is(r, from, W_AS))
		from++;
	struct span what = phrases_after(r, from, high);
	if (!is_some(what))
		return;
	if (r->t[c->verb].flags & SLANT_JOINED) {
		uint32_t first = c->verb - 1;
		while (first > low_of(r, c) && (r->t[first].kind == SLANT_MARK || (r->t[first].flags & SLANT_JOINED)))
			first--;
		c->source = (struct span){first, c->verb};
	} else if (is_some(by))
		c->source = by;
	else if (c->passive || (c->group == c->verb && is_indefinite(r, what.first)))
		c->source = (struct span){0, 0}; /* "a group long designated a threat" */
	parts_add(r, c, what.first, what.end);
	c->taken = c->first_part > 0;
}

static int is_relay(const struct record *c)
{
	return strcmp(c->entry->class, "relay") == 0;
}

/* "one mediator paraphrased Orme as saying, ...": content stands around it. */
static void around(struct reader *r, struct record *c, uint32_t first)
{
	uint32_t low = low_of(r, c), high = high_of(r, c);
	if (first > low && mark(r, first - 1) == SLANT_COMMA)
		parts_add(r, c, low, first - 1);
	parts_add(r, c, c->end + 1, high);
}

/* "X quoted Y as saying", "Y was quoted (by X) as saying": Y speaks, X relays. */
static int as_saying(struct reader *r, uint32_t index)
{
	struct record *c = &r->records[index];
	if (index == 0 || c->group <= low_of(r, c) || !is(r, c->group - 1, W_AS))
		return 0;
	struct record *relay = &r->records[index - 1];
	if (relay->sentence != c->sentence || !is_relay(relay))
		return 0;
	uint32_t end;
	struct span by = agent(r, relay, &end), who = {relay->end, c->group - 1};
	struct link link = {relay->passive ? by : relay->source, {relay->group, relay->end}, relay->entry};
	c->source = relay->passive ? relay->source : who;
	if (is_some(link.source))
		c->chain[c->chain_count++] = link;
	relay->taken = 0;
	c->ing = 0;
	c->first_part = c->last_part = 0;
	if (c->end < high_of(r, c) && mark(r, c->end) == SLANT_COMMA && mark(r, c->end + 1) != SLANT_OPEN_QUOTE)
		around(r, c, relay->passive ? c->source.first : relay->source.first);
	else
		right_find(r, index);
	c->taken = c->first_part > 0;
	c->group = relay->group;
	return 1;
}

void passive_find(struct reader *r, uint32_t index)
{
	struct record *c = &r->records[index];
	uint32_t end;
	if (c->entry->kind == KIND_DESIGNATION) {
		designation(r, c);
		return;
	}
	if (as_saying(r, index) || !c->passive || r->covered[c->group])
		return;
	struct span by = agent(r, c, &end);
	if (is_some(by) && !is_relay(c))
		by_agent(r, c, by, end);
}
