/* SPDX-License-Identifier: MIT */
/* attribution: who is made to say what. */
#include "attribution.h"

#include <stdlib.h>
#include <string.h>

enum { DIRECT, INDIRECT, MIXED };
static const slant_rule rules[] = {
	{"direct", "words of a source between quotation marks", 1, SLANT_VOICE_QUOTED},
	{"indirect", "content given to a source without quotation marks", 1, SLANT_VOICE_REPORTED},
	{"mixed", "content given to a source, part of it between quotation marks", 1, SLANT_VOICE_REPORTED},
	{NULL, NULL, 0, 0},
};

static const slant_metric metrics[] = {
	{"attributions", "attributions of all kinds", SLANT_RATE, "findings", "direct,indirect,mixed", NULL, NULL},
	{"kinds", "attributions by kind", SLANT_DISTRIBUTION, "findings", "direct,indirect,mixed", NULL, "rule"},
	{"strength", "how far cues commit the writer, 1 to 5", SLANT_MEAN, "points", "direct,indirect,mixed", NULL, "cue.strength"},
	{NULL, NULL, 0, NULL, NULL, NULL, NULL},
};

static const slant_attribute *attribute(const slant_entry *e, const char *name)
{
	for (uint32_t i = 0; i < e->attribute_count; i++)
		if (strcmp(e->attributes[i].name, name) == 0)
			return &e->attributes[i];
	return NULL;
}

static int read_entry(slant_setup *setup, const slant_entry *e, struct entry *out)
{
	static const struct {
		const char *rule;
		uint8_t kind;
		uint32_t bits;
	} table[] = {
		{"verb", KIND_VERB, 0}, {"according", KIND_ACCORDING, 0}, {"view_noun", KIND_VIEW, 0}, {"noun", KIND_NOUN, 0},
		{"adjective", KIND_ADJECTIVE, 0}, {"agentless", KIND_AGENTLESS, 0}, {"appearance", KIND_APPEARANCE, 0},
		{"designation", KIND_DESIGNATION, 0}, {"person_title", KIND_CLASS, W_TITLE}, {"unnamed_person", KIND_CLASS, W_PERSON},
		{"collective", KIND_CLASS, W_COLLECTIVE}, {"institution", KIND_CLASS, W_INSTITUTION},
		{"document", KIND_CLASS, W_DOCUMENT}, {"outlet", KIND_CLASS, W_OUTLET}, {"position", KIND_POSITION, 0},
		{"secondhand", KIND_SECONDHAND, 0}, {"undercut", KIND_UNDERCUT, 0}, {"endorsed", KIND_ENDORSED, 0},
		{"method", KIND_METHOD, 0}, {"speaker_unsure", KIND_UNSURE, 0}, {"paraphrase", KIND_PARAPHRASE, 0},
	};
	static const char letters[] = "tcqwioapg";
	const slant_attribute *a;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (strcmp(table[i].rule, e->rule) == 0) {
			out->kind = table[i].kind;
			out->bits = table[i].bits;
			out->lemma = e->lemma;
			if ((a = attribute(e, "lemma")) && a->text)
				out->lemma = a->text;
			out->class = (a = attribute(e, "class")) && a->text ? a->text : "neutral";
			out->strength = (a = attribute(e, "strength")) ? (int)a->number : 3;
			out->noun_too = attribute(e, "noun_too") != NULL;
			if ((a = attribute(e, "frames")) && a->text)
				for (int k = 0; letters[k]; k++)
					if (strchr(a->text, letters[k]))
						out->frames |= (uint16_t)(1 << k);
			return 0;
		}
	return slant_refuse(setup, "lexicon %s, entry %s: attribution has no rule '%s'", e->lexicon, e->concept_id, e->rule);
}

static void close_attribution(void *state)
{
	struct attribution *a = state;
	if (a != NULL) {
		free(a->entries);
		free(a->classes);
	}
	free(a);
}

static int open_attribution(slant_setup *setup, void **state)
{
	struct attribution *a = calloc(1, sizeof *a);
	if (a == NULL)
		return slant_refuse(setup, "out of memory");
	uint32_t count = setup->host->entries(setup, &a->seen);
	a->entries = calloc(count ? count : 1, sizeof *a->entries);
	a->classes = words_load(setup, &a->limit);
	int bad = a->entries == NULL || a->classes == NULL ? slant_refuse(setup, "out of memory") : 0;
	for (uint32_t i = 0; !bad && i < count; i++)
		bad = read_entry(setup, &a->seen[i], &a->entries[i]);
	if (bad) {
		close_attribution(a);
		return -1;
	}
	*state = a;
	return 0;
}

/* ---- reading ---- */

static void read_classes(struct reader *r)
{
	for (uint32_t i = 0; i < r->d->token_count; i++) {
		uint32_t word = r->t[i].word;
		r->classes[i] = word < r->a->limit ? r->a->classes[word] : 0;
		if ((r->t[i].flags & SLANT_CLITIC) && i > 0 && r->t[i].end - r->t[i].start >= 2 && r->d->text[r->t[i].end - 1] == 's' &&
		    (r->classes[i - 1] & (W_SUBJECT | W_RELATIVE | W_WH)))
			r->classes[i] |= W_BE | W_HAVE;
	}
}

static void read_hits(struct reader *r)
{
	uint32_t count = r->sink->host->hits(r->sink, &r->hits);
	for (uint32_t i = 0; i < count; i++) {
		const slant_hit *h = &r->hits[i];
		const struct entry *e = &r->a->entries[h->entry];
		if (e->bits)
			r->classes[h->end_token - 1] |= e->bits;
		else if (!r->hit_at[h->first_token])
			r->hit_at[h->first_token] = i + 1;
	}
	r->records = r->sink->host->alloc(r->sink, (count + 1) * sizeof *r->records);
}

static void read_quotations(struct reader *r)
{
	for (uint32_t q = 0; q < r->d->quotation_count; q++) {
		const slant_quotation *x = &r->d->quotations[q];
		if (x->next != SLANT_NONE)
			r->before[x->next] = q + 1;
		if (x->first_token > 0)
			r->quotation_at[x->first_token - 1] = q + 1;
		if (!x->unclosed && x->end_token < r->d->token_count)
			r->quotation_at[x->end_token] = q + 1;
	}
}

/* ---- telling ---- */

static int quoted_in(const struct reader *r, const struct record *c, uint32_t *whole)
{
	int any = 0;
	*whole = 1;
	for (uint32_t p = 0; p < c->part_count; p++) {
		int inside = 0;
		for (uint32_t q = 0; q < r->d->quotation_count; q++) {
			const slant_quotation *x = &r->d->quotations[q];
			if (x->outer_start <= c->parts[p].start && c->parts[p].end <= x->outer_end)
				inside = 1;
			if (x->start < c->parts[p].end && c->parts[p].start < x->end)
				any = 1;
		}
		*whole &= (uint32_t)inside;
	}
	return any;
}

static void put_parts(const struct reader *r, const struct record *c)
{
	const slant_host *h = r->sink->host;
	if (c->part_count < 2)
		return;
	h->data_array(r->sink, "parts");
	for (uint32_t p = 0; p < c->part_count; p++)
		h->data_range(r->sink, NULL, c->parts[p].start, c->parts[p].end);
	h->data_end(r->sink);
}

static void put_quoted(const struct reader *r, const struct record *c)
{
	const slant_host *h = r->sink->host;
	h->data_array(r->sink, "quoted");
	for (uint32_t q = 0; q < r->d->quotation_count; q++)
		for (uint32_t p = 0; p < c->part_count; p++)
			if (c->parts[p].start <= r->d->quotations[q].start && r->d->quotations[q].end <= c->parts[p].end &&
			    r->d->quotations[q].parent == SLANT_NONE)
				h->data_range(r->sink, NULL, r->d->quotations[q].start, r->d->quotations[q].end);
	h->data_end(r->sink);
}

static int put_record(const struct reader *r, const struct record *c)
{
	const slant_host *h = r->sink->host;
	uint32_t whole, start = c->parts[0].start, end = c->parts[0].end;
	int any = quoted_in(r, c, &whole);
	for (uint32_t p = 1; p < c->part_count; p++) {
		start = c->parts[p].start < start ? c->parts[p].start : start;
		end = c->parts[p].end > end ? c->parts[p].end : end;
	}
	uint32_t rule = !any ? INDIRECT : whole ? DIRECT : MIXED;
	if (h->finding(r->sink, rule, start, end) != 0)
		return -1;
	if (c->source.end > c->source.first)
		h->data_span(r->sink, "source", r->t[c->source.first].start, r->t[c->source.end - 1].end, c->type);
	h->data_place(r->sink, "cue", r->t[c->group].start, r->t[c->end - 1].end);
	h->data_text(r->sink, "lemma", c->entry->lemma, strlen(c->entry->lemma));
	h->data_text(r->sink, "class", c->entry->class, strlen(c->entry->class));
	h->data_int(r->sink, "strength", c->entry->strength);
	if (c->negated)
		h->data_bool(r->sink, "negated", 1);
	if (c->modal)
		h->data_bool(r->sink, "modal", 1);
	h->data_end(r->sink);
	put_parts(r, c);
	if (rule == MIXED)
		put_quoted(r, c);
	if (c->speaker_length > 0)
		h->speaker(r->sink, c->speaker, c->speaker_length);
	return 0;
}

static int analyze(const void *state, const slant_document *d, slant_sink *sink)
{
	struct reader r = {.a = state, .d = d, .t = d->tokens, .sink = sink};
	size_t room = (d->token_count + 1) * sizeof(uint32_t);
	r.classes = sink->host->alloc(sink, room);
	r.hit_at = sink->host->alloc(sink, room);
	r.quotation_at = sink->host->alloc(sink, room);
	r.covered = sink->host->alloc(sink, d->token_count + 1);
	r.spoken = sink->host->alloc(sink, (d->quotation_count + 1) * sizeof *r.spoken);
	r.before = sink->host->alloc(sink, (d->quotation_count + 1) * sizeof *r.before);
	read_classes(&r);
	read_hits(&r);
	read_quotations(&r);
	cues_find(&r);
	content_find(&r);
	quoted_join(&r);
	names_resolve(&r);
	for (uint32_t i = 0; i < r.record_count; i++)
		if (r.records[i].taken && put_record(&r, &r.records[i]) != 0)
			return -1;
	return 0;
}

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "attribution",
	.version = "1.0.0",
	.summary = "who is made to say what: sources, cues and the content given to them",
	.languages = "en",
	.rules = rules,
	.metrics = metrics,
	.open = open_attribution,
	.analyze = analyze,
	.close = close_attribution,
};

SLANT_REGISTER(plugin)
