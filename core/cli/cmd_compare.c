/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/cli.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"
#include "cli/output.h"
#include "cli/session.h"
#include "compare/compare.h"
#include "lexicon/lexicon.h"
#include "report/report.h"
#include "results/record.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OPTION_FORMAT = OPTION_OWN, OPTION_OUTPUT, OPTION_CSV };

struct compare {
	struct common_options common;
	int as_json;
	const char *path;
	const char *csv; /* folder, or NULL */
	struct comparison *comparison;
	uint64_t records;
};

static const struct option_row rows[] = {
	{OPTION_FORMAT, "format", "FORMAT", "text (default) or json"},
	{OPTION_OUTPUT, "output", "FILE", "write to FILE instead of standard output"},
	{OPTION_CSV, "csv", "DIR", "also write tables into DIR: articles.csv, findings.csv, metrics.csv ..."},
	COMMON_ROWS,
	{0},
};

static const struct command_help help = {
	"slantwise compare [OPTION]... [FILE|DIR|RECORDS|-]...",
	"Analyzes the articles (or reads their records) and shows side by side how they tell the story.",
	rows,
};

static int take(void *context, int id, const char *argument)
{
	struct compare *c = context;
	int common = common_take(&c->common, id, argument);
	if (common != 0)
		return common > 0 ? 0 : -1;
	if (id == OPTION_OUTPUT) {
		c->path = argument;
		return 0;
	}
	if (id == OPTION_CSV) {
		c->csv = argument;
		return 0;
	}
	c->as_json = strcmp(argument, "json") == 0;
	if (c->as_json || strcmp(argument, "text") == 0)
		return 0;
	fprintf(stderr, "slantwise: --format: compare has no format '%s'; known are text, json\n", argument);
	return -1;
}

static int take_record(void *context, const char *line, size_t n, struct error *error)
{
	struct compare *c = context;
	json_t *record = record_read("record", ++c->records, line, n, error);
	int result = record ? comparison_add(c->comparison, record, error) : -1;
	json_decref(record);
	return result;
}

/* What concepts are called, for the reader of the comparison. */
static json_t *catalogue(const struct session *s)
{
	json_t *list = json_array();
	const struct lexicons *lexicons = engine_lexicons(s->engine);
	for (uint32_t i = 0; i < lexicons->count; i++)
		json_array_append(list, lexicons->items[i]->json);
	return list;
}

static unsigned terminal_width(void)
{
	struct winsize w;
	if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col > 0)
		return w.ws_col;
	return REPORT_WIDTH;
}

static void write_comparison(struct compare *c, struct session *s, const json_t *comparison)
{
	struct error error = {0};
	struct buffer bytes = {0};
	struct output output;
	if (c->as_json)
		report_json(&bytes, comparison);
	else
		report_text(&bytes, comparison, terminal_width());
	int result = output_open(&output, c->path, &error);
	if (result == 0) {
		result = output_add(&output, bytes.data, bytes.length, &error);
		if (output_close(&output, result == 0, &error) != 0)
			result = -1;
	}
	if (result != 0)
		session_fault(s, &error);
	buffer_free(&bytes);
}

static int write_table(void *folder, const char *name, const struct buffer *table, struct error *error)
{
	char path[4096];
	if (snprintf(path, sizeof path, "%s/%s", (const char *)folder, name) >= (int)sizeof path)
		return error_set(error, ERROR_OUTPUT, "%s: this path is too long", (const char *)folder);
	return file_write(path, table->data, table->length, error);
}

static void write_tables(struct compare *c, struct session *s, const json_t *comparison)
{
	struct error error = {0};
	json_t *records = comparison_records(c->comparison);
	if (mkdir(c->csv, 0777) != 0 && errno != EEXIST) {
		error_set(&error, ERROR_OUTPUT, "%s: cannot make this folder: %s", c->csv, strerror(errno));
		session_fault(s, &error);
	} else if (report_csv(comparison, records, write_table, (void *)c->csv, &error) != 0)
		session_fault(s, &error);
	json_decref(records);
}

static void run(struct compare *c, struct session *s, char **operands, int count)
{
	struct error error = {0};
	json_t *lexicons = catalogue(s), *comparison = NULL;
	const struct comparison_options options = {
		.lexicons = lexicons, .language_dir = s->places.lexicons, .version = PACKAGE_VERSION};
	c->comparison = comparison_new(&options);
	if (session_run(s, &c->common, operands, count, take_record, c) == 0 && c->records > 0) {
		comparison = comparison_finish(c->comparison, &error);
		if (comparison == NULL)
			session_fault(s, &error);
	}
	if (comparison != NULL)
		write_comparison(c, s, comparison);
	if (comparison != NULL && c->csv != NULL)
		write_tables(c, s, comparison);
	json_decref(comparison);
	comparison_free(c->comparison);
	json_decref(lexicons);
}

int cmd_compare(int argc, char **argv)
{
	struct compare c = {0};
	struct session session = {0};
	common_init(&c.common);
	int status = 2, first = options_parse(argc, argv, &help, take, &c);
	if (first == -1)
		status = 0;
	if (first < 0)
		goto out;
	common_finish(&c.common);
	if (first == argc && c.common.input.manifest == NULL) {
		fprintf(stderr, "slantwise: nothing to compare; name files, folders, records or --manifest FILE\n");
		goto out;
	}
	if (session_open(&session, &c.common) == 0)
		run(&c, &session, argv + first, argc - first);
	status = session_close(&session);
out:
	common_free(&c.common);
	return status;
}
