/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static const struct command {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *summary;
} commands[] = {
	{"analyze", cmd_analyze, "run the analyzers over articles; one record an article"},
	{"compare", cmd_compare, "show side by side how several articles tell one story"},
	{"lexicons", cmd_lexicons, "list the lexicons, show or check one, make one of a list of words"},
	{"plugins", cmd_plugins, "list the analyzers, or show what one declares"},
	{NULL, NULL, NULL},
};

static void help(FILE *out)
{
	fputs("usage: slantwise COMMAND [OPTION]... [FILE]...\n\n"
	      "Shows how the same story is told in different words.\n\n", out);
	for (const struct command *c = commands; c->name != NULL; c++)
		fprintf(out, "  %-10s %s\n", c->name, c->summary);
	fputs("\n'slantwise COMMAND --help' tells more; the manual is 'man slantwise'.\n", out);
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		help(stderr);
		return 2;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0) {
		help(stdout);
		return 0;
	}
	if (strcmp(argv[1], "--version") == 0) {
		printf("slantwise %s\n", PACKAGE_VERSION);
		return 0;
	}
	for (const struct command *c = commands; c->name != NULL; c++)
		if (strcmp(argv[1], c->name) == 0)
			return c->run(argc - 1, argv + 1);
	fprintf(stderr, "slantwise: there is no command '%s'; 'slantwise --help' lists them\n", argv[1]);
	return 2;
}
