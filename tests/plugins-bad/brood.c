/* SPDX-License-Identifier: MIT */
/* Starts processes that leave its group and stay, writes down their numbers, and crashes. */
#include <slantwise/plugin.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	for (int i = 0; i < 10; i++) {
		if (fork() != 0)
			continue;
		setsid();
		if (fork() == 0) {
			FILE *list = fopen(getenv("BROOD"), "a");
			if (list != NULL) {
				fprintf(list, "%ld\n", (long)getpid());
				fclose(list);
			}
		}
		for (;;)
			pause();
	}
	usleep(300000);
	abort();
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "brood",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
