/* SPDX-License-Identifier: MIT */
/* A lexicon whose plugin does not exist is an analyzer by itself: every place of a
 * term is a finding under the entry's rule, with concept, variant and weight; one
 * rate for each lexicon, and how often each rule was found. */
#include "plugin/analyzer.h"

#include "base/memory.h"
#include "text/vocabulary.h"

#include <stdlib.h>
#include <string.h>

/* Rules by entry, so that analyzing looks nothing up. A vocabulary numbers the names
 * as they come, since a lexicon may have a million entries. */
static void number_rules(struct analyzer *a, const slant_entry *entries, uint32_t count)
{
	uint32_t *rules = mem_alloc((count + 1) * sizeof *rules);
	struct vocabulary *names = vocabulary_new();
	for (uint32_t i = 0; i < count; i++) {
		const char *name = entries[i].rule;
		rules[i] = vocabulary_add(names, name, strlen(name)) - SLANT_FIRST_WORD;
		if (rules[i] == a->rules.count)
			*vector_push(&a->rules) = (slant_rule){.name = name, .summary = "a term of the lexicon"};
	}
	vocabulary_free(names);
	a->state = rules;
}

static int knows(const struct metric_plan *plans, uint32_t count, const char *lexicon)
{
	for (uint32_t i = 0; i < count; i++)
		if (plans[i].lexicon != NULL && strcmp(plans[i].lexicon, lexicon) == 0)
			return 1;
	return 0;
}

static struct metric_plan plan(struct analyzer *a, const char *name, int kind, const char *lexicon)
{
	slant_metric *m = mem_alloc(sizeof *m);
	*m = (slant_metric){.name = name, .summary = "places of its terms", .kind = kind, .unit = "findings", .rules = "*"};
	analyzer_own(a, (char *)m);
	return (struct metric_plan){.declared = m, .lexicon = lexicon};
}

static void plan_metrics(struct analyzer *a, const slant_entry *entries, uint32_t count)
{
	a->metrics = mem_alloc((count + 1) * sizeof *a->metrics);
	for (uint32_t i = 0; i < count; i++)
		if (!knows(a->metrics, a->metric_count, entries[i].lexicon))
			a->metrics[a->metric_count++] = plan(a, entries[i].lexicon, SLANT_RATE, entries[i].lexicon);
	a->metrics[a->metric_count++] = plan(a, "by_rule", SLANT_DISTRIBUTION, NULL);
}

void plain_make(struct host *host, struct analyzer *a, const char *name)
{
	const slant_entry *entries = NULL;
	*a = (struct analyzer){.plain = 1, .module = {.path = mem_copy("lexicon"), .stem = mem_copy(name), .own = 1}};
	a->plugin = (slant_plugin){.abi = SLANT_ABI, .size = sizeof a->plugin, .name = name,
				   .summary = "terms of a lexicon"};
	a->group = matcher_group(host->matcher, name);
	uint32_t count = a->group == SLANT_NONE ? 0 : matcher_entries(host->matcher, a->group, &entries);
	number_rules(a, entries, count);
	plan_metrics(a, entries, count);
}

int plain_analyze(const struct host *host, const struct analyzer *a, slant_sink *sink)
{
	const slant_entry *entries;
	const slant_hit *hits;
	const uint32_t *rules = a->state;
	matcher_entries(host->matcher, a->group, &entries);
	uint32_t count = sink->host->hits(sink, &hits);
	for (uint32_t i = 0; i < count; i++) {
		const slant_entry *e = &entries[hits[i].entry];
		if (sink->host->finding(sink, rules[hits[i].entry], hits[i].start, hits[i].end) != 0)
			return -1;
		sink->host->data_text(sink, "concept", e->concept_id, strlen(e->concept_id));
		if (*e->variant != '\0')
			sink->host->data_text(sink, "variant", e->variant, strlen(e->variant));
		sink->host->data_int(sink, "weight", e->weight);
		sink->host->data_text(sink, "lexicon", e->lexicon, strlen(e->lexicon));
	}
	return 0;
}
