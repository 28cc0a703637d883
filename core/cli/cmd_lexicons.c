/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "base/memory.h"
#include "cli/lexicons.h"
#include "lexicon/info.h"
#include "lexicon/lint.h"
#include "report/plain.h"
#include "text/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	LEXICONS_FROM = OPTION_OWN, LEXICONS_NAME, LEXICONS_LANGUAGE, LEXICONS_PLUGIN, LEXICONS_TITLE, LEXICONS_LICENCE,
	LEXICONS_OUTPUT, LEXICONS_LIMIT, LEXICONS_NOTES, LEXICONS_STRICT
};

static const struct option_row rows[] = {
	{OPTION_LEXICON, "lexicon", "FILE", "list, info: look at this lexicon too (may be repeated)"},
	{OPTION_INPUT_FORMAT, "input-format", "FORMAT", "info: of the articles; auto (default), text, markdown, html, jsonl"},
	{LEXICONS_LIMIT, "limit", "N", "info: show at most N places (default 1000)"},
	{LEXICONS_NOTES, "notes", NULL, "lint: tell also what merely might be better"},
	{LEXICONS_STRICT, "strict", NULL, "lint: exit status 1 when there are warnings"},
	{LEXICONS_FROM, "from", "FORMAT", "import: liwc, lexicoder, csv, tsv or list; default: by the file's name"},
	{LEXICONS_NAME, "name", "NAME", "import: name of the lexicon; default: the file's"},
	{LEXICONS_LANGUAGE, "language", "TAG", "import: language of the texts it reads (default en)"},
	{LEXICONS_PLUGIN, "plugin", "NAME", "import: the analyzer that reads it; default: the lexicon's name"},
	{LEXICONS_TITLE, "title", "TEXT", "import: title of the lexicon"},
	{LEXICONS_LICENCE, "licence", "ID", "import: SPDX identifier of its licence"},
	{LEXICONS_OUTPUT, "output", "FILE", "import: write to FILE instead of standard output"},
	{0},
};

static const struct command_help help = {
	"slantwise lexicons [list | info NAME [ARTICLE]... | lint [FILE]... | import FILE] [OPTION]...",
	"Shows the lexicons that are there, tells what to mend in one, or makes one of a list of words.",
	rows,
};

/* Names and words out of files must not reach the terminal as they are. */
void lexicons_say(const char *message)
{
	struct buffer line = {0};
	plain_text(&line, message);
	fprintf(stderr, "slantwise: %s\n", line.data ? line.data : "");
	buffer_free(&line);
}

void lexicons_fault(struct lexicons_command *c, const struct error *error)
{
	lexicons_say(error->text);
	c->status[error->kind] = 1;
}

static int take_limit(struct lexicons_command *c, const char *argument)
{
	char *end;
	c->limit = strtoul(argument, &end, 10);
	if (argument[0] >= '0' && argument[0] <= '9' && *end == '\0')
		return 0;
	fprintf(stderr, "slantwise: --limit wants a whole number, not '%s'\n", argument);
	return -1;
}

static int take(void *context, int id, const char *argument)
{
	struct lexicons_command *c = context;
	int format;
	switch (id) {
	case OPTION_LEXICON: string_list_add(&c->files, argument); return 0;
	case OPTION_INPUT_FORMAT:
		format = input_format_from_name(argument);
		if (format < 0)
			fprintf(stderr, "slantwise: --input-format: there is no format '%s'\n", argument);
		c->input.format = (enum input_format)format;
		return format < 0 ? -1 : 0;
	case LEXICONS_LIMIT: return take_limit(c, argument);
	case LEXICONS_NOTES: c->notes = 1; return 0;
	case LEXICONS_STRICT: c->strict = 1; return 0;
	case LEXICONS_FROM: c->from = argument; return 0;
	case LEXICONS_NAME: c->name = argument; return 0;
	case LEXICONS_LANGUAGE: c->language = argument; return 0;
	case LEXICONS_PLUGIN: c->plugin = argument; return 0;
	case LEXICONS_TITLE: c->title = argument; return 0;
	case LEXICONS_LICENCE: c->licence = argument; return 0;
	default: c->path = argument; return 0;
	}
}

/* ---- finding ---- */

static void say_fault(void *context, const char *message)
{
	struct lexicons_command *c = context;
	lexicons_say(message);
	c->status[ERROR_USAGE] = 1;
}

int lexicons_find(struct lexicons_command *c, struct lexicons *all)
{
	struct error error = {0};
	int result = lexicons_read_dir(all, c->places.lexicons, say_fault, c, &error);
	for (uint32_t i = 0; i < c->files.items.count && result == 0; i++)
		result = lexicons_add(all, c->files.items.items[i], &error);
	if (result != 0)
		lexicons_fault(c, &error);
	return result;
}

/* ---- list ---- */

static void list(struct lexicons_command *c)
{
	struct lexicons all = {0};
	struct buffer out = {0};
	if (lexicons_find(c, &all) == 0) {
		buffer_printf(&out, "%-24s %-8s %-5s %-16s %8s %8s      %s\n", "name", "version", "lang", "plugin", "entries",
			      "terms", "title");
		for (uint32_t i = 0; i < all.count; i++) {
			const struct lexicon *l = all.items[i];
			struct lexicon_size size;
			lexicon_count(l, &size);
			buffer_printf(&out, "%-24s %-8s %-5s %-16s %8u %8u %-4s ", l->name, l->version, l->language, l->plugin,
				      size.entries, size.terms, l->enabled ? "" : "off");
			plain_text(&out, json_get_text(l->json, "title", ""));
			buffer_byte(&out, '\n');
		}
		fwrite(out.data, 1, out.length, stdout);
	}
	buffer_free(&out);
	lexicons_free(&all);
}

/* ---- lint ---- */

struct findings {
	VECTOR(char *) messages;
	unsigned counts[3];
	int notes;
};

static void take_finding(void *context, enum lint_level level, const char *message)
{
	static const char *const names[] = {"note", "warning", "error"};
	struct findings *f = context;
	struct buffer line = {0};
	f->counts[level]++;
	if (level == LINT_NOTE && !f->notes)
		return;
	plain_text(&line, message);
	buffer_printf(&line, " [%s]", names[level]);
	*vector_push(&f->messages) = line.data;
}

static void take_error(void *context, const char *message)
{
	take_finding(context, LINT_ERROR, message);
}

/* entries[9] before entries[10] */
static int by_place(const void *a, const void *b)
{
	return strverscmp(*(char *const *)a, *(char *const *)b);
}

static void print_findings(struct findings *f)
{
	if (f->messages.count > 0)
		qsort(f->messages.items, f->messages.count, sizeof *f->messages.items, by_place);
	for (uint32_t i = 0; i < f->messages.count; i++) {
		puts(f->messages.items[i]);
		free(f->messages.items[i]);
	}
	vector_free(&f->messages);
	printf("%u errors, %u warnings, %u notes%s\n", f->counts[LINT_ERROR], f->counts[LINT_WARNING], f->counts[LINT_NOTE],
	       f->counts[LINT_NOTE] > 0 && !f->notes ? " (--notes shows them)" : "");
}

static int read_files(struct lexicons_command *c, char **files, int count, struct lexicons *all, struct findings *f)
{
	struct error error = {0};
	if (count == 0 && lexicons_read_dir(all, c->places.lexicons, take_error, f, &error) != 0) {
		lexicons_fault(c, &error);
		return -1;
	}
	all->items = mem_resize(all->items, (all->count + (size_t)count + 1) * sizeof(struct lexicon *));
	for (int i = 0; i < count; i++) {
		struct lexicon *l = lexicon_read(files[i], take_error, f);
		if (l != NULL)
			all->items[all->count++] = l;
	}
	return 0;
}

static void lint(struct lexicons_command *c, char **files, int count)
{
	struct error error = {0};
	struct lexicons all = {0};
	struct findings f = {.notes = c->notes};
	struct languages *languages = languages_load(c->places.lexicons, &error);
	if (languages == NULL) {
		lexicons_fault(c, &error);
		return;
	}
	if (read_files(c, files, count, &all, &f) == 0) {
		lexicons_lint(&all, languages, take_finding, &f);
		print_findings(&f);
	}
	c->status[ERROR_USAGE] |= f.counts[LINT_ERROR] > 0;
	c->status[1] |= c->strict && f.counts[LINT_WARNING] > 0;
	lexicons_free(&all);
	languages_free(languages);
}

/* ---- */

static int run(struct lexicons_command *c, const char *what, char **operands, int count)
{
	if (strcmp(what, "list") == 0 && count == 0)
		list(c);
	else if (strcmp(what, "lint") == 0)
		lint(c, operands, count);
	else if (strcmp(what, "info") == 0 && count >= 1)
		lexicons_info(c, operands[0], operands + 1, count - 1);
	else if (strcmp(what, "import") == 0 && count == 1)
		lexicons_import(c, operands[0]);
	else
		return -1;
	return 0;
}

static int status_of(const struct lexicons_command *c)
{
	static const int order[] = {ERROR_USAGE, ERROR_OUTPUT, ERROR_INPUT, 1};
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		if (c->status[order[i]])
			return order[i];
	}
	return 0;
}

int cmd_lexicons(int argc, char **argv)
{
	struct lexicons_command c = {.limit = 1000, .language = "en"};
	input_options_init(&c.input);
	int first = options_parse(argc, argv, &help, take, &c);
	if (first == -1)
		return 0;
	if (first < 0)
		return 2;
	places_find(&c.places);
	const char *what = first < argc ? argv[first++] : "list";
	int status = 2;
	if (run(&c, what, argv + first, argc - first) == 0)
		status = status_of(&c);
	else
		fprintf(stderr, "slantwise: lexicons wants 'list', 'info NAME [ARTICLE]...', 'lint [FILE]...' or 'import FILE'\n");
	places_free(&c.places);
	vector_free(&c.files.items);
	return status;
}
