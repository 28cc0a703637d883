/* SPDX-License-Identifier: MIT */
/* Takes memory until there is no more, and uses it. */
#include <slantwise/plugin.h>

#include <stdlib.h>
#include <string.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	for (;;) {
		char *p = malloc((size_t)1 << 20);
		memset(p, 1, (size_t)1 << 20);
	}
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "greedy",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
