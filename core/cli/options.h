/* SPDX-License-Identifier: MIT */
/* One table a command: getopt_long, --help and shell completions come from it. */
#ifndef SLANT_CLI_OPTIONS_H
#define SLANT_CLI_OPTIONS_H

#include "base/vector.h"
#include "input/input.h"

struct option_row {
	int id;               /* > 255 */
	const char *name;
	const char *argument; /* "FILE", or NULL for a switch */
	const char *summary;
};

struct command_help {
	const char *usage;   /* "slantwise analyze [OPTION]... [FILE|DIR|-]..." */
	const char *summary; /* a line or two */
	const struct option_row *rows; /* ends with an all-zero row */
};

/* Parse; `take` gets each option (id, argument) and returns 0, or -1 after it said
 * on standard error what is wrong. Returns the index of the first operand, -1 when
 * `--help` was answered (status 0), -2 on a usage error (said already, status 2). */
int options_parse(int argc, char **argv, const struct command_help *, int (*take)(void *context, int id, const char *argument),
		  void *context);

/* A list of strings that grows, NULL-terminated for the callee. */
struct string_list {
	VECTOR(const char *) items;
};
void string_list_add(struct string_list *, const char *);
/* Every part of a comma-separated list; the parts are copied. */
void string_list_split(struct string_list *, const char *comma_separated);
const char *const *string_list_get(struct string_list *); /* NULL when empty */

/* What analyze, compare and check share: where articles come from, what is run. */
struct common_options {
	struct input_options input;
	struct string_list include, exclude, lexicons, plugins, plugin_dirs, off;
	unsigned jobs, plugin_seconds, plugin_megabytes;
	const char *config;
	int no_text, in_process;
};
enum {
	OPTION_INPUT_FORMAT = 256, OPTION_MANIFEST, OPTION_OUTLET, OPTION_STORY, OPTION_INCLUDE, OPTION_EXCLUDE,
	OPTION_MAX_BYTES, OPTION_MAX_LINE, OPTION_MAX_NESTING, OPTION_LEXICON, OPTION_PLUGIN, OPTION_PLUGIN_DIR, OPTION_JOBS, OPTION_CONFIG, OPTION_NO_TEXT,
	OPTION_PLUGIN_TIMEOUT, OPTION_PLUGIN_MEMORY, OPTION_IN_PROCESS,
	OPTION_OWN /* the commands' own ids begin here */
};
#define COMMON_ROWS                                                                                                        \
	{OPTION_INPUT_FORMAT, "input-format", "FORMAT", "auto (default), text, markdown, html, jsonl or records"},         \
	{OPTION_MANIFEST, "manifest", "FILE", "articles and their outlet, title, date ... in a JSON file"},               \
	{OPTION_OUTLET, "outlet", "NAME", "outlet of every article given"},                                               \
	{OPTION_STORY, "story", "NAME", "story of every article given"},                                                  \
	{OPTION_INCLUDE, "include", "GLOB", "read only matching files of folders (may be repeated)"},                     \
	{OPTION_EXCLUDE, "exclude", "GLOB", "leave out matching files of folders (may be repeated)"},                     \
	{OPTION_MAX_BYTES, "max-bytes", "N", "largest article read, after inflating (default 67108864)"},                 \
	{OPTION_MAX_LINE, "max-line", "N", "longest line of text read (default: no limit of its own)"},                           \
	{OPTION_MAX_NESTING, "max-nesting", "N", "deepest nesting of HTML and Markdown read (default 512)"},                      \
	{OPTION_LEXICON, "lexicon", "FILE", "read this lexicon too (may be repeated)"},                                   \
	{OPTION_PLUGIN, "plugin", "NAME,...", "report only these analyzers"},                                             \
	{OPTION_PLUGIN_DIR, "plugin-dir", "DIR", "load the analyzers of this folder too (may be repeated)"},              \
	{OPTION_JOBS, "jobs", "N", "worker processes (default 1); the output is the same for any number"},                \
	{OPTION_PLUGIN_TIMEOUT, "plugin-timeout", "SECONDS", "what one analyzer may take for one article (default 10; 0: any time)"}, \
	{OPTION_PLUGIN_MEMORY, "plugin-memory", "MIB", "address space of a worker process (default 4096; 0: no limit)"},   \
	{OPTION_IN_PROCESS, "in-process", NULL, "no worker processes: an analyzer that crashes ends the program"},        \
	{OPTION_CONFIG, "config", "FILE", "settings; see slantwise-config(5)"},                                           \
	{OPTION_NO_TEXT, "no-text", NULL, "leave the article's text and every excerpt out of the records"}

void common_init(struct common_options *);
void common_free(struct common_options *);
/* 1 when the option was one of the common ones and is taken, 0 when not, -1 on a fault (said). */
int common_take(struct common_options *, int id, const char *argument);
/* After parsing: the lists into the input options. */
void common_finish(struct common_options *);

#endif
