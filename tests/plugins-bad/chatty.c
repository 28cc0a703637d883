/* SPDX-License-Identifier: MIT */
/* Prints, with bytes that a terminal would act on. */
#include <slantwise/plugin.h>

#include <stdio.h>

__attribute__((constructor)) static void at_load(void)
{
	puts("loaded");
}

#ifndef RESIDENT /* else it is never unloaded, and this runs when the program has long ended its work */
__attribute__((destructor)) static void at_end(void)
{
	puts("unloaded");
}
#endif

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	printf("\x1b[2Jcleared\n");
	fflush(stdout);
	return 0;
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "chatty",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
