/* SPDX-License-Identifier: MIT */
/* Gives a key that the host has written already. */
#include <slantwise/plugin.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state;
	if (sink->host->finding(sink, 0, 0, document->length) != 0)
		return -1;
	sink->host->data_place(sink, "cue", 0, 0);
	sink->host->data_int(sink, "start", 7);
	sink->host->data_end(sink);
	return 0;
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "twice",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
