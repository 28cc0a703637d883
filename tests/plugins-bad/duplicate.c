/* SPDX-License-Identifier: MIT */
/* Has the name of a bundled plugin. */
#include <slantwise/plugin.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	return -1;
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "hedging",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
