/* SPDX-License-Identifier: MIT */
/* What was found, as findings and figures. */
#include "attribution.h"

#include <string.h>

#define HOST (r->sink->host)

static void put_place(const struct reader *r, const char *key, struct span s)
{
	HOST->data_place(r->sink, key, r->t[s.first].start, r->t[s.end - 1].end);
}

static void put_text(const struct reader *r, const char *key, const char *text)
{
	HOST->data_text(r->sink, key, text, strlen(text));
}

static void put_source(const struct reader *r, struct span s, const char *type)
{
	while (s.end > s.first + 1 && mark(r, s.end - 1) == SLANT_COMMA)
		s.end--;
	put_place(r, "source", s);
	put_text(r, "type", type);
	HOST->data_end(r->sink);
}

static void put_cue(const struct reader *r, struct span s, const struct entry *e)
{
	put_place(r, "cue", s);
	put_text(r, "lemma", e->lemma);
	put_text(r, "class", e->class);
	HOST->data_int(r->sink, "strength", e->strength);
}

static void put_chain(const struct reader *r, const struct record *c)
{
	if (c->chain_count == 0)
		return;
	HOST->data_array(r->sink, "chain");
	for (uint32_t i = 0; i < c->chain_count; i++) {
		HOST->data_object(r->sink, NULL);
		put_source(r, c->chain[i].source, names_type(r, c->chain[i].source));
		put_cue(r, c->chain[i].cue, c->chain[i].entry);
		HOST->data_end(r->sink);
		HOST->data_end(r->sink);
	}
	HOST->data_end(r->sink);
}

/* ---- quotations inside the content ---- */

/* The first quotation that ends behind `at`. */
static uint32_t quotation_behind(const struct reader *r, uint32_t at)
{
	uint32_t low = 0, high = r->d->quotation_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (r->d->quotations[middle].start < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && r->d->quotations[low - 1].end > at ? low - 1 : low;
}

static uint32_t rule_of(const struct reader *r, const struct record *c)
{
	int any = 0, whole = 1;
	for (uint32_t p = c->first_part; p; p = r->parts[p - 1].next) {
		const struct part *part = &r->parts[p - 1];
		int inside = 0;
		for (uint32_t q = quotation_behind(r, part->start); q < r->d->quotation_count && r->d->quotations[q].outer_start < part->end; q++) {
			const slant_quotation *x = &r->d->quotations[q];
			inside |= x->outer_start <= part->start && part->end <= x->outer_end;
			any |= x->start < part->end && part->start < x->end;
		}
		whole &= inside;
	}
	return !any ? RULE_INDIRECT : whole ? RULE_DIRECT : RULE_MIXED;
}

static void put_quoted(const struct reader *r, const struct record *c)
{
	HOST->data_array(r->sink, "quoted");
	for (uint32_t p = c->first_part; p; p = r->parts[p - 1].next) {
		const struct part *part = &r->parts[p - 1];
		for (uint32_t q = quotation_behind(r, part->start); q < r->d->quotation_count && r->d->quotations[q].outer_start < part->end; q++) {
			const slant_quotation *x = &r->d->quotations[q];
			if (part->start <= x->start && x->end <= part->end && x->parent == SLANT_NONE)
				HOST->data_range(r->sink, NULL, x->start, x->end);
		}
	}
	HOST->data_end(r->sink);
}

static void put_parts(const struct reader *r, const struct record *c)
{
	if (c->first_part == c->last_part)
		return;
	HOST->data_array(r->sink, "parts");
	for (uint32_t p = c->first_part; p; p = r->parts[p - 1].next)
		HOST->data_range(r->sink, NULL, r->parts[p - 1].start, r->parts[p - 1].end);
	HOST->data_end(r->sink);
}

/* ---- one attribution ---- */

static void put_data(const struct reader *r, const struct record *c, uint32_t rule)
{
	if (is_some(c->source))
		put_source(r, c->source, c->type);
	put_cue(r, (struct span){c->group, c->end}, c->entry);
	if (c->negated)
		HOST->data_bool(r->sink, "negated", 1);
	if (c->modal)
		HOST->data_bool(r->sink, "modal", 1);
	HOST->data_end(r->sink);
	put_chain(r, c);
	if (is_some(c->addressee))
		HOST->data_span(r->sink, "addressee", r->t[c->addressee.first].start, r->t[c->addressee.end - 1].end, NULL);
	put_parts(r, c);
	if (rule == RULE_MIXED)
		put_quoted(r, c);
}

static int put_record(const struct reader *r, const struct record *c)
{
	uint32_t rule = rule_of(r, c), start = UINT32_MAX, end = 0;
	for (uint32_t p = c->first_part; p; p = r->parts[p - 1].next) {
		start = r->parts[p - 1].start < start ? r->parts[p - 1].start : start;
		end = r->parts[p - 1].end > end ? r->parts[p - 1].end : end;
	}
	if (HOST->finding(r->sink, rule, start, end) != 0)
		return -1;
	put_data(r, c, rule);
	if (c->uncertain)
		HOST->voice(r->sink, rule == RULE_DIRECT ? SLANT_VOICE_QUOTED : SLANT_VOICE_REPORTED, 0);
	if (is_some(c->speaker)) {
		uint32_t from = r->t[c->speaker.first].start;
		HOST->speaker(r->sink, r->d->text + from, r->t[c->speaker.end - 1].end - from);
	}
	return 0;
}

int tell_all(const struct reader *r)
{
	for (uint32_t i = 0; i < r->record_count; i++)
		if (r->records[i].taken && r->records[i].first_part && put_record(r, &r->records[i]) != 0)
			return -1;
	return 0;
}
