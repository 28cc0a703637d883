/* SPDX-License-Identifier: MIT */
/* Crashes as soon as it is loaded. */
#include <slantwise/plugin.h>

__attribute__((constructor)) static void at_load(void)
{
	*(volatile int *)16 = 1;
}

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	return -1;
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "load_crash",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
