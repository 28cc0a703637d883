/* SPDX-License-Identifier: MIT */
/* Waits for ever without using the processor, in articles that say so. */
#include <slantwise/plugin.h>

#include <signal.h>
#include <string.h>
#include <unistd.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	if (strstr(document->text, "loop now") == NULL)
		return 0;
	signal(SIGTERM, SIG_IGN);
	for (;;)
		pause();
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "sleeper",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
