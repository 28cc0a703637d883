/* SPDX-License-Identifier: MIT */
/* attribution: who is made to say what. */
#include "attribution.h"

#include <stdlib.h>

static const slant_rule rules[] = {
	[RULE_DIRECT] = {"direct", "words of a source between quotation marks", 1, SLANT_VOICE_QUOTED},
	[RULE_INDIRECT] = {"indirect", "content given to a source without quotation marks", 1, SLANT_VOICE_REPORTED},
	[RULE_MIXED] = {"mixed", "content given to a source, part of it between quotation marks", 1, SLANT_VOICE_REPORTED},
	{NULL, NULL, 0, 0},
};

#define CONTENT "direct,indirect,mixed"
static const slant_metric metrics[] = {
	{"attributions", "attributions of all kinds", SLANT_RATE, "findings", CONTENT, NULL, NULL},
	{"kinds", "attributions by kind", SLANT_DISTRIBUTION, "findings", CONTENT, NULL, "rule"},
	{"strength", "how far cues commit the writer, 1 to 5", SLANT_MEAN, "points", CONTENT, NULL, "cue.strength"},
	{"cues", "attributions by the class of their cue", SLANT_DISTRIBUTION, "findings", CONTENT, NULL, "cue.class"},
	{"source_types", "attributions by the type of their source", SLANT_DISTRIBUTION, "findings", CONTENT, NULL, "source.type"},
	{NULL, NULL, 0, NULL, NULL, NULL, NULL},
};

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
	a->classes = words_load(setup, &a->limit);
	if (a->classes == NULL)
		slant_refuse(setup, "out of memory");
	if (a->classes == NULL || entries_load(setup, a) != 0) {
		close_attribution(a);
		return -1;
	}
	*state = a;
	return 0;
}

static void read_hits(struct reader *r)
{
	r->hit_count = r->sink->host->hits(r->sink, &r->hits);
	for (uint32_t i = 0; i < r->hit_count; i++) {
		const slant_hit *h = &r->hits[i];
		const struct entry *e = &r->a->entries[h->entry];
		if (e->kind == KIND_CLASS)
			r->classes[h->end_token - 1] |= e->bits;
		r->cue_count += e->kind < KIND_CLASS;
	}
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

static void make_room(struct reader *r)
{
	size_t tokens = r->d->token_count + 1, quotations = r->d->quotation_count + 1;
	void *(*alloc)(slant_sink *, size_t) = r->sink->host->alloc;
	r->classes = alloc(r->sink, tokens * sizeof *r->classes);
	r->marks = alloc(r->sink, tokens);
	r->begins = alloc(r->sink, tokens * sizeof *r->begins);
	r->quotation_at = alloc(r->sink, tokens * sizeof *r->quotation_at);
	r->covered = alloc(r->sink, tokens);
	r->colons = alloc(r->sink, (r->d->sentence_count + 1) * sizeof *r->colons);
	r->spoken = alloc(r->sink, quotations * sizeof *r->spoken);
	r->before = alloc(r->sink, quotations * sizeof *r->before);
}

static void make_records(struct reader *r)
{
	void *(*alloc)(slant_sink *, size_t) = r->sink->host->alloc;
	r->record_size = r->cue_count + r->colon_count + r->d->quotation_count + 1;
	r->part_size = 3 * r->record_size + 3 * r->d->quotation_count;
	r->records = alloc(r->sink, r->record_size * sizeof *r->records);
	r->parts = alloc(r->sink, r->part_size * sizeof *r->parts);
}

static int analyze(const void *state, const slant_document *d, slant_sink *sink)
{
	struct reader r = {.a = state, .d = d, .t = d->tokens, .sink = sink};
	if (d->token_count == 0)
		return 0;
	make_room(&r);
	words_read(&r);
	read_hits(&r);
	read_quotations(&r);
	make_records(&r);
	cues_find(&r);
	content_find(&r);
	chains_find(&r);
	quoted_join(&r);
	people_resolve(&r);
	return tell_all(&r);
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
