/* SPDX-License-Identifier: MIT */
/* loaded_terms: which of the competing words for one thing stand where.
 *
 * The linguistics is in the lexicons: a concept lists its variants, the matcher has
 * settled longest match, excluded contexts and anchors. What is left to do here is to
 * make one finding a place when several concepts claim it. */
#include <slantwise/plugin.h>

#include <stdlib.h>
#include <string.h>

struct terms {
	const slant_entry *entries;
	uint32_t *rules; /* rule number of each entry: its concept */
};

static int open_terms(slant_setup *setup, void **state)
{
	struct terms *t = calloc(1, sizeof *t);
	if (t == NULL)
		return slant_refuse(setup, "out of memory");
	uint32_t count = setup->host->entries(setup, &t->entries);
	t->rules = calloc(count ? count : 1, sizeof *t->rules);
	if (t->rules == NULL) {
		free(t);
		return slant_refuse(setup, "out of memory");
	}
	for (uint32_t i = 0; i < count; i++)
		t->rules[i] = setup->host->rule(setup, t->entries[i].rule, "words that compete for this concept");
	*state = t;
	return 0;
}

static void close_terms(void *state)
{
	struct terms *t = state;
	free(t->rules);
	free(t);
}

/* The other concepts that have a word at this very place, each once. */
static void put_also(const struct terms *t, slant_sink *sink, const slant_hit *hits, uint32_t first, uint32_t end)
{
	const slant_host *h = sink->host;
	int open = 0;
	for (uint32_t i = first + 1; i < end; i++) {
		const char *concept_id = t->entries[hits[i].entry].concept_id;
		int known = 0;
		for (uint32_t k = first; k < i && !known; k++)
			known = strcmp(t->entries[hits[k].entry].concept_id, concept_id) == 0;
		if (known)
			continue;
		if (!open)
			h->data_array(sink, "also");
		open = 1;
		h->data_text(sink, NULL, concept_id, strlen(concept_id));
	}
	if (open)
		h->data_end(sink);
}

static int put_finding(const struct terms *t, slant_sink *sink, const slant_hit *hits, uint32_t first, uint32_t end)
{
	const slant_host *h = sink->host;
	const slant_hit *hit = &hits[first];
	const slant_entry *e = &t->entries[hit->entry];
	if (h->finding(sink, t->rules[hit->entry], hit->start, hit->end) != 0)
		return -1;
	h->data_text(sink, "concept", e->concept_id, strlen(e->concept_id));
	h->data_text(sink, "variant", e->variant, strlen(e->variant));
	h->data_int(sink, "weight", e->weight);
	h->data_text(sink, "lexicon", e->lexicon, strlen(e->lexicon));
	put_also(t, sink, hits, first, end);
	return 0;
}

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	const struct terms *t = state;
	const slant_hit *hits;
	uint32_t count = sink->host->hits(sink, &hits), taken = 0;
	(void)document;
	for (uint32_t i = 0, next; i < count; i = next) {
		for (next = i + 1; next < count && hits[next].start == hits[i].start && hits[next].end == hits[i].end;)
			next++;
		if (hits[i].start < taken) /* overlaps a longer or earlier word */
			continue;
		taken = hits[i].end;
		if (put_finding(t, sink, hits, i, next) != 0)
			return -1;
	}
	return 0;
}

static const slant_metric metrics[] = {
	{"concepts", "places where a word of the concept stands", SLANT_DISTRIBUTION, "findings", "*", NULL, "rule"},
	{"variants", "places where this wording of the concept stands", SLANT_DISTRIBUTION, "findings", "*", NULL, "concept+variant"},
	{NULL, NULL, 0, NULL, NULL, NULL, NULL},
};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "loaded_terms",
	.version = "1.0.0",
	.summary = "competing words for the same thing, by concept and variant",
	.metrics = metrics,
	.open = open_terms,
	.analyze = analyze,
	.close = close_terms,
};

SLANT_REGISTER(plugin)
