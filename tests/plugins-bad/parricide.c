/* SPDX-License-Identifier: MIT */
/* Tries to end its parent, its parent's group and everybody. */
#include <slantwise/plugin.h>

#include <signal.h>
#include <unistd.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document;
	/* signal 0 only asks whether it may; the first is meant */
	if (kill(getppid(), SIGKILL) == 0 || kill(-getpgid(getppid()), 0) == 0 || kill(-1, 0) == 0)
		return slant_fail(sink, "may signal others");
	return slant_fail(sink, "may not signal others");
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "parricide",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
