/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include "base/json.h"
#include "cli/output.h"
#include "cli/session.h"
#include "report/report.h"
#include "results/record.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { OPTION_FORMAT = OPTION_OWN, OPTION_OUTPUT };
enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_JSONL };

struct analyze {
	struct common_options common;
	enum format format;
	const char *path;
	struct output output;
	struct buffer shown;
	uint64_t records;
};

static const struct option_row rows[] = {
	{OPTION_FORMAT, "format", "FORMAT", "text (on a terminal), jsonl (elsewhere) or json"},
	{OPTION_OUTPUT, "output", "FILE", "write to FILE instead of standard output"},
	COMMON_ROWS,
	{0},
};

static const struct command_help help = {
	"slantwise analyze [OPTION]... [FILE|DIR|-]...",
	"Runs the analyzers over each article and writes one record an article.",
	rows,
};

static int take(void *context, int id, const char *argument)
{
	static const char *const names[] = {"text", "json", "jsonl"};
	struct analyze *a = context;
	int common = common_take(&a->common, id, argument);
	if (common != 0)
		return common > 0 ? 0 : -1;
	if (id == OPTION_OUTPUT) {
		a->path = argument;
		return 0;
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(argument, names[i]) == 0) {
			a->format = (enum format)i;
			return 0;
		}
	fprintf(stderr, "slantwise: --format: analyze has no format '%s'; known are text, json, jsonl\n", argument);
	return -1;
}

static int show_text(struct analyze *a, const char *line, size_t n, struct error *error)
{
	json_t *record = record_read("record", a->records + 1, line, n, error);
	if (record == NULL)
		return -1;
	buffer_clear(&a->shown);
	report_article_text(&a->shown, record);
	json_decref(record);
	return output_add(&a->output, a->shown.data, a->shown.length, error);
}

static int take_record(void *context, const char *line, size_t n, struct error *error)
{
	struct analyze *a = context;
	int result;
	if (a->format == FORMAT_TEXT)
		result = show_text(a, line, n, error);
	else if (a->format == FORMAT_JSONL)
		result = output_add(&a->output, line, n, error);
	else {
		result = output_add(&a->output, a->records ? ",\n" : "[\n", 2, error);
		if (result == 0)
			result = output_add(&a->output, line, n - 1, error);
	}
	a->records++;
	return result;
}

static int run(struct analyze *a, struct session *session, char **operands, int count)
{
	struct error error = {0};
	if (output_open(&a->output, a->path, &error) != 0) {
		session_fault(session, &error);
		return -1;
	}
	int result = session_run(session, &a->common, operands, count, take_record, a);
	if (result == 0 && a->format == FORMAT_JSON)
		result = output_add(&a->output, a->records ? "\n]\n" : "[]\n", 3, &error);
	if (output_close(&a->output, result == 0, &error) != 0)
		session_fault(session, &error);
	return result;
}

int cmd_analyze(int argc, char **argv)
{
	struct analyze a = {.format = isatty(STDOUT_FILENO) ? FORMAT_TEXT : FORMAT_JSONL};
	struct session session = {0};
	common_init(&a.common);
	int status = 2, first = options_parse(argc, argv, &help, take, &a);
	if (first == -1)
		status = 0;
	if (first < 0)
		goto out;
	common_finish(&a.common);
	if (first == argc && a.common.input.manifest == NULL) {
		fprintf(stderr, "slantwise: nothing to analyze; name files or folders, or '-' for standard input\n");
		goto out;
	}
	if (session_open(&session, &a.common) == 0)
		run(&a, &session, argv + first, argc - first);
	status = session_close(&session);
out:
	buffer_free(&a.shown);
	common_free(&a.common);
	return status;
}
