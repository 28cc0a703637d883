/* SPDX-License-Identifier: MIT */
/* Made for another version of the interface. */
#include <slantwise/plugin.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	return -1;
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	.abi = SLANT_ABI + 1,
	.size = sizeof(slant_plugin),
	.name = "other_abi",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
