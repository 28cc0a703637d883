/* SPDX-License-Identifier: MIT */
/* Gives a text that is not UTF-8. */
#include <slantwise/plugin.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	if (sink->host->finding(sink, 0, 0, document->length) != 0)
		return -1;
	sink->host->data_text(sink, "word", "\xff\xfe", 2);
	return 0;
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "bad_text",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
