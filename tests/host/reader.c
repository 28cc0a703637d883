/* SPDX-License-Identifier: MIT */
/* Reads what the plugin OTHER found and marks the same places again. Compiled several
 * times, with its NAME, what it runs AFTER, and whether it NAMES that in `after`. */
#include <slantwise/plugin.h>

#include <string.h>

#define TEXT_(x) #x
#define TEXT(x) TEXT_(x)

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	uint32_t count;
	int failed = 7;
	const slant_finding *found = sink->host->findings(sink, TEXT(OTHER), &count, &failed);
	(void)state;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t start, end;
		if (sink->host->finding(sink, 0, found[i].start, found[i].end) != 0)
			return -1;
		sink->host->data_text(sink, "of", found[i].rule_name, strlen(found[i].rule_name));
		const char *concept_id = sink->host->get_text(&found[i], "concept");
		if (concept_id != NULL)
			sink->host->data_text(sink, "concept", concept_id, strlen(concept_id));
		sink->host->data_int(sink, "weight", sink->host->get_int(&found[i], "weight", -1));
		sink->host->data_bool(sink, "has_source", sink->host->get_span(&found[i], "source", &start, &end));
	}
	if (document->length > 0)
		sink->host->note(sink, 0, 0, "%u findings read, failed %d", count, failed);
	return 0;
}

static const slant_rule rules[] = {{"again", "the same place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = TEXT(NAME),
	.version = "1",
	.summary = "reads another's findings, for tests",
#ifdef NAMES
	.after = "no_such_plugin, " TEXT(OTHER),
#endif
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
