/* SPDX-License-Identifier: MIT */
/* Writes to every descriptor that may be open. */
#include <slantwise/plugin.h>

#include <unistd.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	for (int fd = 0; fd < 64; fd++)
		if (write(fd, "scribble", 8) < 0)
			continue;
	return 0;
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "scribbler",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
