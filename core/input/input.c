/* SPDX-License-Identifier: MIT */
#include "input/input.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "input/decode.h"
#include "input/html.h"
#include "input/jsonl.h"
#include "input/manifest.h"
#include "input/markdown.h"
#include "input/reader.h"
#include "input/walk.h"

#include <stdlib.h>
#include <string.h>

struct input {
	struct input_options options;
	struct found_list found;
	uint32_t next;
	struct reader *lines; /* open JSONL file or NULL */
	const struct found *current;
	struct buffer line;
};

void input_options_init(struct input_options *o)
{
	*o = (struct input_options){.max_bytes = (size_t)64 << 20, .max_nesting = 512};
}

int input_format_from_name(const char *name)
{
	static const char *const names[] = {"auto", "text", "markdown", "html", "jsonl", "records"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(name, names[i]) == 0)
			return (int)i;
	return -1;
}

struct input *input_open(const struct input_options *o, const char *const *paths, size_t count, struct error *error)
{
	struct input *in = mem_alloc(sizeof *in);
	in->options = *o;
	if (walk(&in->options, paths, count, &in->found, error) == 0)
		return in;
	input_close(in);
	return NULL;
}

void input_close(struct input *in)
{
	if (in == NULL)
		return;
	reader_close(in->lines);
	found_free(&in->found);
	buffer_free(&in->line);
	free(in);
}

static int ends_with(const char *path, size_t n, const char *ending)
{
	size_t m = strlen(ending);
	return n >= m && strncasecmp(path + n - m, ending, m) == 0;
}

static enum input_format format_by_name(const char *path)
{
	size_t n = strlen(path);
	if (ends_with(path, n, ".gz"))
		n -= 3;
	if (ends_with(path, n, ".jsonl") || ends_with(path, n, ".ndjson"))
		return INPUT_JSONL;
	if (ends_with(path, n, ".md") || ends_with(path, n, ".markdown"))
		return INPUT_MARKDOWN;
	if (ends_with(path, n, ".html") || ends_with(path, n, ".htm") || ends_with(path, n, ".xhtml"))
		return INPUT_HTML;
	return INPUT_AUTO;
}

/* A page says so in its first words. */
static int begins_page(const char *head, size_t n)
{
	static const char *const openings[] = {"<!doctype html", "<html", "<head", "<body", "<?xml"};
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (n >= strlen(openings[i]) && strncasecmp(head, openings[i], strlen(openings[i])) == 0)
			return openings[i][1] != '?' || memmem(head, n < 512 ? n : 512, "<html", 5) != NULL;
	return 0;
}

/* An object that opens the file and has a text or says that it is a record: JSONL; a page: HTML. */
static enum input_format format_by_content(const char *head, size_t n)
{
	size_t i = 0;
	if (n >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0)
		i = 3;
	while (i < n && (head[i] == ' ' || head[i] == '\n' || head[i] == '\r' || head[i] == '\t'))
		i++;
	if (i < n && head[i] == '{' && (memmem(head + i, n - i, "\"text\"", 6) != NULL || memmem(head + i, n - i, "\"format\"", 8) != NULL))
		return INPUT_JSONL;
	if (begins_page(head + i, n - i))
		return INPUT_HTML;
	return INPUT_TEXT;
}

static const char *first_of(const char *a, const char *b)
{
	return a != NULL ? a : b;
}

/* Fill what is unknown from a weaker source. */
static void fill_meta(struct article_meta *m, const struct article_meta *weaker)
{
	const char **mine = (const char **)m;
	const char *const *theirs = (const char *const *)weaker;
	_Static_assert(sizeof *m == 10 * sizeof(char *), "article_meta is ten strings");
	for (size_t i = 0; i < sizeof *m / sizeof *mine; i++)
		mine[i] = first_of(mine[i], theirs[i]);
}

/* The file's name without folders and ending. */
static const char *name_as_title(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	size_t n = strlen(name);
	if (ends_with(name, n, ".gz"))
		n -= 3;
	for (size_t i = n; i > 1; i--)
		if (name[i - 1] == '.') {
			n = i - 1;
			break;
		}
	return arena_copy(arena, name, n);
}

/* Same source and same text: same id, on every machine. */
static const char *derived_id(const struct article *a)
{
	uint64_t parts[2] = {hash_bytes(a->meta.source, strlen(a->meta.source)), hash_bytes(a->text, a->length)};
	return arena_printf(a->arena, "%016llx", (unsigned long long)hash_bytes((const char *)parts, sizeof parts));
}

static void settle_meta(const struct input *in, const struct found *f, struct article *a, int file_is_article)
{
	struct article_meta own = a->meta;
	a->meta = in->options.given;
	if (f->meta != NULL)
		fill_meta(&a->meta, f->meta);
	fill_meta(&a->meta, &own);
	a->meta.outlet = first_of(a->meta.outlet, f->outlet);
	a->meta.source = f->path;
	if (file_is_article && strcmp(f->path, "-") != 0)
		a->meta.title = first_of(a->meta.title, name_as_title(a->arena, f->path));
	if (a->meta.id == NULL)
		a->meta.id = derived_id(a);
}

static enum input_result next_line(struct input *in, struct article *a, const char **record, size_t *record_length,
				   struct error *error)
{
	const char *name = in->current->path;
	for (;;) {
		int got = reader_line(in->lines, &in->line, in->options.max_bytes, error);
		if (got == 0 || (got < 0 && reader_broken(in->lines))) {
			reader_close(in->lines);
			in->lines = NULL;
			return got == 0 ? INPUT_END : INPUT_BAD;
		}
		if (got < 0)
			return INPUT_BAD;
		const char *json = in->line.data ? in->line.data : "";
		size_t n = in->line.length;
		if (reader_line_number(in->lines) == 1 && n >= 3 && memcmp(json, "\xef\xbb\xbf", 3) == 0) {
			json += 3;
			n -= 3;
		}
		if (strspn(json, " \t\r") == n)
			continue; /* an empty line between articles */
		switch (jsonl_parse(name, reader_line_number(in->lines), json, n, a, error)) {
		case JSONL_BAD:
			return INPUT_BAD;
		case JSONL_RECORD:
			*record = json;
			*record_length = n;
			return INPUT_RECORD;
		case JSONL_ARTICLE:
			a->text = a->source;
			a->length = (uint32_t)a->source_length;
			settle_meta(in, in->current, a, 0);
			return INPUT_ARTICLE;
		}
	}
}

/* From decoded source to text: marks taken off, where the format has any. */
static int read_format(const struct input *in, enum input_format format, struct article *a, struct error *error)
{
	const char *name = in->current->path;
	a->text = a->source;
	a->length = (uint32_t)a->source_length;
	if (format == INPUT_MARKDOWN)
		return markdown_read(a, name, in->options.max_nesting, error);
	if (format == INPUT_HTML)
		return html_read(a, name, in->options.max_nesting, error);
	return 0;
}

static int longest_line(const struct input *in, const struct article *a, struct error *error)
{
	size_t limit = in->options.max_line;
	const char *s = a->source, *end = s + a->source_length;
	for (uint64_t line = 1; limit && s < end; line++) {
		const char *newline = memchr(s, '\n', (size_t)(end - s));
		size_t n = (size_t)((newline ? newline : end) - s);
		if (n > limit)
			return error_set(error, ERROR_INPUT, "%s:%llu: the line is longer than the limit of %zu bytes (--max-line)",
					 in->current->path, (unsigned long long)line, limit);
		s += n + 1;
	}
	return 0;
}

static enum input_result whole_file(struct input *in, struct reader *reader, enum input_format format, struct article *a,
				    struct error *error)
{
	struct buffer bytes = {0};
	char charset[40];
	enum input_result result = INPUT_BAD;
	if (reader_all(reader, &bytes, in->options.max_bytes, error) != 0)
		goto out;
	const char *kept = arena_copy(a->arena, bytes.data ? bytes.data : "", bytes.length);
	int declared = format == INPUT_HTML && declared_charset(kept, bytes.length, charset);
	if (decode_article(a, in->current->path, kept, bytes.length, declared ? charset : NULL, error) == 0 &&
	    longest_line(in, a, error) == 0 && read_format(in, format, a, error) == 0) {
		settle_meta(in, in->current, a, 1);
		result = INPUT_ARTICLE;
	}
out:
	buffer_free(&bytes);
	return result;
}

/* Open the next file; JSONL stays open, any other is one article. */
static enum input_result next_file(struct input *in, struct article *a, struct error *error)
{
	const struct found *f = in->current = &in->found.files.items[in->next++];
	if (f->fault != NULL) {
		error_set(error, ERROR_INPUT, "%s", f->fault);
		return INPUT_BAD;
	}
	struct reader *reader = reader_open(f->path, error);
	if (reader == NULL)
		return INPUT_BAD;
	enum input_format format = in->options.format != INPUT_AUTO ? in->options.format : format_by_name(f->path);
	if (format == INPUT_AUTO) {
		size_t n;
		const char *head = reader_peek(reader, 65536, &n, error);
		if (head == NULL) {
			reader_close(reader);
			return INPUT_BAD;
		}
		format = format_by_content(head, n);
	}
	if (format == INPUT_JSONL || format == INPUT_RECORDS) {
		in->lines = reader;
		return INPUT_END;
	}
	enum input_result result = whole_file(in, reader, format, a, error);
	reader_close(reader);
	return result;
}

enum input_result input_next(struct input *in, struct arena *arena, struct article *a, const char **record,
			     size_t *record_length, struct error *error)
{
	for (;;) {
		*a = (struct article){.arena = arena};
		enum input_result result = INPUT_END;
		if (in->lines != NULL)
			result = next_line(in, a, record, record_length, error);
		else if (in->next < in->found.files.count)
			result = next_file(in, a, error);
		else
			return INPUT_END;
		if (result != INPUT_END)
			return result;
	}
}
