/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include "base/memory.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ROWS 64
enum { OPTION_HELP = 1 };

static void print_help(const struct command_help *help)
{
	printf("usage: %s\n\n%s\n\n", help->usage, help->summary);
	for (const struct option_row *r = help->rows; r->name != NULL; r++) {
		char left[64];
		snprintf(left, sizeof left, "--%s%s%s", r->name, r->argument ? " " : "", r->argument ? r->argument : "");
		printf("  %-24s %s\n", left, r->summary);
	}
	printf("  %-24s %s\n", "--help", "this text");
}

int options_parse(int argc, char **argv, const struct command_help *help, int (*take)(void *, int, const char *), void *context)
{
	struct option table[MAX_ROWS] = {{"help", no_argument, NULL, OPTION_HELP}};
	for (size_t i = 0; help->rows[i].name != NULL && i + 2 < MAX_ROWS; i++)
		table[i + 1] = (struct option){help->rows[i].name, help->rows[i].argument ? required_argument : no_argument, NULL,
					       help->rows[i].id};
	optind = 1;
	opterr = 0;
	for (;;) {
		int id = getopt_long(argc, argv, ":", table, NULL);
		if (id == -1)
			return optind;
		if (id == OPTION_HELP) {
			print_help(help);
			return -1;
		}
		if (id == '?' || id == ':') {
			fprintf(stderr, id == ':' ? "slantwise: option '%s' wants a value" : "slantwise: there is no option '%s'", argv[optind - 1]);
			fprintf(stderr, "; 'slantwise %s --help' lists them\n", argv[0]);
			return -2;
		}
		if (take(context, id, optarg) != 0)
			return -2;
	}
}

void string_list_add(struct string_list *list, const char *s)
{
	*vector_push(&list->items) = s;
}

void string_list_split(struct string_list *list, const char *s)
{
	while (*s) {
		size_t n = strcspn(s, ",");
		if (n > 0)
			string_list_add(list, mem_copy_n(s, n));
		s += n + (s[n] == ',');
	}
}

const char *const *string_list_get(struct string_list *list)
{
	if (list->items.count == 0)
		return NULL;
	*vector_push(&list->items) = NULL;
	list->items.count--;
	return list->items.items;
}

void common_init(struct common_options *o)
{
	*o = (struct common_options){.jobs = 1, .plugin_seconds = 10, .plugin_megabytes = 4096};
	input_options_init(&o->input);
}

void common_free(struct common_options *o)
{
	for (uint32_t i = 0; i < o->plugins.items.count; i++)
		free((char *)o->plugins.items.items[i]);
	vector_free(&o->plugins.items);
	vector_free(&o->include.items);
	vector_free(&o->exclude.items);
	vector_free(&o->lexicons.items);
	vector_free(&o->plugin_dirs.items);
	vector_free(&o->off.items);
}

static int whole_number(const char *name, const char *text, unsigned long long min, unsigned long long max,
			unsigned long long *out)
{
	char *end;
	errno = 0;
	*out = strtoull(text, &end, 10);
	if (errno == 0 && end != text && *end == '\0' && text[0] != '-' && *out >= min && *out <= max)
		return 0;
	fprintf(stderr, "slantwise: --%s wants a whole number from %llu to %llu, not '%s'\n", name, min, max, text);
	return -1;
}

int common_take(struct common_options *o, int id, const char *argument)
{
	unsigned long long n;
	int format;
	switch (id) {
	case OPTION_INPUT_FORMAT:
		format = input_format_from_name(argument);
		if (format < 0) {
			fprintf(stderr, "slantwise: --input-format: there is no format '%s'; known are auto, text, markdown, html, jsonl, records\n", argument);
			return -1;
		}
		o->input.format = (enum input_format)format;
		return 1;
	case OPTION_MANIFEST: o->input.manifest = argument; return 1;
	case OPTION_OUTLET: o->input.given.outlet = argument; return 1;
	case OPTION_STORY: o->input.given.story = argument; return 1;
	case OPTION_INCLUDE: string_list_add(&o->include, argument); return 1;
	case OPTION_EXCLUDE: string_list_add(&o->exclude, argument); return 1;
	case OPTION_MAX_BYTES:
		if (whole_number("max-bytes", argument, 1, 1u << 30, &n) != 0)
			return -1;
		o->input.max_bytes = (size_t)n;
		return 1;
	case OPTION_MAX_LINE:
		if (whole_number("max-line", argument, 1, 1u << 30, &n) != 0)
			return -1;
		o->input.max_line = (size_t)n;
		return 1;
	case OPTION_MAX_NESTING:
		if (whole_number("max-nesting", argument, 1, 4096, &n) != 0)
			return -1;
		o->input.max_nesting = (uint32_t)n;
		return 1;
	case OPTION_LEXICON: string_list_add(&o->lexicons, argument); return 1;
	case OPTION_PLUGIN: string_list_split(&o->plugins, argument); return 1;
	case OPTION_PLUGIN_DIR: string_list_add(&o->plugin_dirs, argument); return 1;
	case OPTION_JOBS:
		if (whole_number("jobs", argument, 1, 1024, &n) != 0)
			return -1;
		o->jobs = (unsigned)n;
		return 1;
	case OPTION_PLUGIN_TIMEOUT:
		if (whole_number("plugin-timeout", argument, 0, 1000000, &n) != 0)
			return -1;
		o->plugin_seconds = (unsigned)n;
		return 1;
	case OPTION_PLUGIN_MEMORY:
		if (whole_number("plugin-memory", argument, 0, 1u << 24, &n) != 0)
			return -1;
		o->plugin_megabytes = (unsigned)n;
		return 1;
	case OPTION_IN_PROCESS: o->in_process = 1; return 1;
	case OPTION_CONFIG: o->config = argument; return 1;
	case OPTION_NO_TEXT: o->no_text = 1; return 1;
	default: return 0;
	}
}

void common_finish(struct common_options *o)
{
	o->input.include = string_list_get(&o->include);
	o->input.exclude = string_list_get(&o->exclude);
}
