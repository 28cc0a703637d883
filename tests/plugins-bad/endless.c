/* SPDX-License-Identifier: MIT */
/* Never comes back, in articles that say so. */
#include <slantwise/plugin.h>

#include <string.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	if (strstr(document->text, "loop now") == NULL)
		return 0;
	for (volatile int i = 0;; i++)
		;
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "endless",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
