/* SPDX-License-Identifier: MIT */
/* Writes where nothing is, in articles that say so. */
#include <slantwise/plugin.h>

#include <string.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	if (strstr(document->text, "crash now") == NULL)
		return 0;
	*(volatile int *)16 = 1;
	return 0;
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "crash",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
