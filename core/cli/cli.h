/* SPDX-License-Identifier: MIT */
/* The commands. Each gets the arguments from its own name on (argv[0] is "analyze")
 * and returns the exit status: 0 fine; 1 a gate of `check` failed; 2 usage or
 * configuration; 3 an input could not be read; 4 a plugin failed somewhere; 5
 * output could not be written. When several apply: the first of 2, 5, 4, 3, 1. */
#ifndef SLANT_CLI_CLI_H
#define SLANT_CLI_CLI_H

int cmd_analyze(int argc, char **argv);
int cmd_compare(int argc, char **argv);
int cmd_lexicons(int argc, char **argv);
int cmd_plugins(int argc, char **argv);

#endif
