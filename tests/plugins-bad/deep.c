/* SPDX-License-Identifier: MIT */
/* Runs out of stack. */
#include <slantwise/plugin.h>

#include <string.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	volatile char here[65536];
	memset((char *)here, 1, sizeof here);
	return analyze(state, document, sink) + here[17];
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "deep",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
