/* SPDX-License-Identifier: MIT */
#include "cli/lexicons.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "lexicon/import.h"
#include "text/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_BYTES ((size_t)256 * 1024 * 1024)

static void left_out(void *context, const char *message)
{
	(void)context;
	lexicons_say(message);
}

static int format_of(struct lexicons_command *c, const char *file, enum import_format *format)
{
	int known = c->from ? import_format_from_name(c->from) : (int)import_format_of_path(file);
	if (known < 0) {
		fprintf(stderr, "slantwise: --from: there is no format '%s'; known are liwc, lexicoder, csv, tsv, list\n", c->from);
		c->status[ERROR_USAGE] = 1;
		return -1;
	}
	*format = (enum import_format)known;
	return 0;
}

static int write_out(const struct lexicons_command *c, const json_t *json, struct error *error)
{
	char *text = json_dumps(json, JSON_INDENT(2));
	size_t n = strlen(text);
	text[n] = '\n'; /* in place of the NUL */
	int result = file_write(c->path ? c->path : "-", text, n + 1, error);
	free(text);
	return result;
}

void lexicons_import(struct lexicons_command *c, const char *file)
{
	struct error error = {0};
	struct buffer bytes = {0};
	struct import_count count;
	struct import_options o = {.path = file, .name = c->name, .plugin = c->plugin, .title = c->title,
				   .licence = c->licence, .language = c->language, .tell = left_out};
	struct languages *languages = NULL;
	json_t *json = NULL;
	if (format_of(c, file, &o.format) != 0)
		return;
	if ((languages = languages_load(c->places.lexicons, &error)) == NULL || file_read(file, &bytes, MAX_BYTES, &error) != 0)
		goto out;
	o.languages = languages;
	json = lexicon_import(&o, bytes.data, bytes.length, &count, &error);
	if (json != NULL && write_out(c, json, &error) == 0)
		fprintf(stderr, "slantwise: %lu terms in %lu entries; %lu left out\n", count.terms, count.entries, count.left_out);
out:
	if (error.kind != ERROR_NONE)
		lexicons_fault(c, &error);
	json_decref(json);
	buffer_free(&bytes);
	languages_free(languages);
}
