/* SPDX-License-Identifier: MIT */
/* Refuses to open. */
#include <slantwise/plugin.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	return -1;
}

static int open_it(slant_setup *setup, void **state)
{
	(void)state;
	return slant_refuse(setup, "no tide table");
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "refuses",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.open = open_it,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
