/* SPDX-License-Identifier: MIT */
/* The readers of foreign files. */
#include "base/error.h"
#include "lexicon/importer.h"

#include <stdlib.h>
#include <string.h>

static char *trim(char *s)
{
	while (*s == ' ' || *s == '\t' || *s == '\r')
		s++;
	size_t n = strlen(s);
	while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t' || s[n - 1] == '\r'))
		s[--n] = '\0';
	return s;
}

char *import_line(struct importer *im, char **text)
{
	char *line = *text;
	if (*line == '\0')
		return NULL;
	size_t n = strcspn(line, "\n");
	*text = line + n + (line[n] == '\n');
	line[n] = '\0';
	im->line++;
	return trim(line);
}

/* ---- plain lists: a term a line, # begins a remark, [name] a category ---- */

int import_list(struct importer *im, char *text)
{
	const char *category = NULL;
	for (char *line; (line = import_line(im, &text)) != NULL;) {
		size_t n = strlen(line);
		if (n == 0 || (line[0] == '#' && (line[1] == ' ' || line[1] == '#' || line[1] == '\0')))
			continue;
		if (line[0] == '[' && line[n - 1] == ']') {
			line[n - 1] = '\0';
			category = line + 1;
			continue;
		}
		import_add(im, &(struct import_row){.term = line, .category = category});
	}
	return 0;
}

/* ---- LIWC: % categories % words with the numbers of their categories ---- */

struct liwc_category {
	long number;
	const char *name;
};

struct liwc {
	VECTOR(struct liwc_category) categories;
};

static int by_number(const void *a, const void *b)
{
	long x = ((const struct liwc_category *)a)->number, y = ((const struct liwc_category *)b)->number;
	return x < y ? -1 : x > y;
}

static void liwc_category(struct importer *im, struct liwc *l, char *line)
{
	char *end;
	long number = strtol(line, &end, 10);
	if (end == line || *trim(end) == '\0') {
		import_leave_out(im, line, "a category is a number and a name");
		return;
	}
	*vector_push(&l->categories) = (struct liwc_category){number, trim(end)};
}

/* Where the numbers begin: behind the first tab, or the first blank that a digit follows. */
static char *liwc_numbers(char *line)
{
	char *tab = strchr(line, '\t');
	if (tab != NULL)
		return tab;
	for (char *s = line; (s = strchr(s, ' ')) != NULL; s++) {
		if (s[1] >= '0' && s[1] <= '9')
			return s;
	}
	return NULL;
}

static void liwc_word(struct importer *im, const struct liwc *l, char *line)
{
	char *numbers = liwc_numbers(line), *end;
	if (numbers == NULL || strchr(numbers, '<') != NULL || strchr(numbers, '(') != NULL) {
		import_leave_out(im, line, numbers ? "conditions on neighbouring words are not known here" : "it names no category");
		return;
	}
	*numbers++ = '\0';
	for (;; numbers = end) {
		const struct liwc_category key = {strtol(numbers, &end, 10), NULL};
		if (end == numbers)
			return;
		const struct liwc_category *found = l->categories.count == 0 ? NULL : bsearch(
			&key, l->categories.items, l->categories.count, sizeof key, by_number);
		if (found == NULL)
			import_leave_out(im, line, "one of its categories is not declared");
		else
			import_add(im, &(struct import_row){.term = trim(line), .category = found->name, .foreign = 1});
	}
}

int import_liwc(struct importer *im, char *text)
{
	struct liwc l = {0};
	unsigned section = 0;
	for (char *line; (line = import_line(im, &text)) != NULL;) {
		if (*line == '\0')
			continue;
		if (strcmp(line, "%") == 0) {
			if (++section == 2 && l.categories.count > 0)
				qsort(l.categories.items, l.categories.count, sizeof *l.categories.items, by_number);
		} else if (section == 1)
			liwc_category(im, &l, line);
		else if (section == 2)
			liwc_word(im, &l, line);
	}
	vector_free(&l.categories);
	if (section >= 2)
		return 0;
	return error_set(im->error, ERROR_INPUT, "%s: not a LIWC dictionary: its categories stand between two lines with %%",
			 im->options->path);
}

/* ---- Lexicoder 3 (+name, then words) and the XML of Lexicoder 2 and Yoshikoder ---- */

static void lexicoder_lines(struct importer *im, char *text)
{
	const char *category = NULL;
	for (char *line; (line = import_line(im, &text)) != NULL;) {
		if (*line == '+')
			category = trim(line + 1);
		else if (*line != '\0')
			import_add(im, &(struct import_row){.term = line, .category = category, .foreign = 1});
	}
}

static void unescape(char *s)
{
	static const struct {
		const char *name;
		char c;
	} entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&#39;", '\''}};
	char *to = s;
	while (*s) {
		size_t i = 0;
		while (i < sizeof entities / sizeof *entities && strncmp(s, entities[i].name, strlen(entities[i].name)) != 0)
			i++;
		if (*s == '&' && i < sizeof entities / sizeof *entities) {
			*to++ = entities[i].c;
			s += strlen(entities[i].name);
		} else
			*to++ = *s++;
	}
	*to = '\0';
}

/* The value of name="..." within one tag, or NULL. */
static char *name_attribute(char *tag)
{
	char *at = tag;
	while ((at = strstr(at, "name")) != NULL) {
		char *quote = at + 4 + strspn(at + 4, " =\t\r\n");
		if (strchr(" \t\r\n", at[-1]) != NULL && (*quote == '"' || *quote == '\'')) {
			char *end = strchr(quote + 1, *quote);
			if (end == NULL)
				return NULL;
			*end = '\0';
			unescape(quote + 1);
			return trim(quote + 1);
		}
		at += 4;
	}
	return NULL;
}

/* The end of a tag: > outside quotation marks. */
static char *tag_end(char *s)
{
	char quote = 0;
	for (; *s; s++) {
		if (quote ? *s == quote : *s == '"' || *s == '\'')
			quote = quote ? 0 : *s;
		else if (*s == '>' && !quote)
			return s;
	}
	return NULL;
}

static void count_lines(struct importer *im, const char *from, const char *to)
{
	for (; from < to; from++)
		im->line += *from == '\n';
}

/* A name may stand within another, "anger" in "emotion": the innermost is the category. */
#define XML_DEPTH 32

static int lexicoder_xml(struct importer *im, char *text)
{
	const char *open[XML_DEPTH] = {0};
	unsigned depth = 0;
	im->line = 1;
	for (char *at = text, *tag; (tag = strchr(at, '<')) != NULL;) {
		char *end = strncmp(tag, "<!--", 4) == 0 ? strstr(tag, "-->") : tag_end(tag);
		count_lines(im, at, tag);
		if (end == NULL)
			return error_set(im->error, ERROR_INPUT, "%s:%lu: this tag has no end", im->options->path, im->line);
		*end = '\0';
		at = end + 1;
		if (strncmp(tag, "<cnode", 6) == 0 && end[-1] != '/') {
			if (++depth == XML_DEPTH)
				return error_set(im->error, ERROR_INPUT, "%s:%lu: categories are nested too deep", im->options->path, im->line);
			open[depth] = name_attribute(tag);
		} else if (strncmp(tag, "</cnode", 7) == 0 && depth > 0)
			depth--;
		else if (strncmp(tag, "<pnode", 6) == 0) {
			char *term = name_attribute(tag);
			if (term != NULL && *term)
				import_add(im, &(struct import_row){.term = term, .category = open[depth], .foreign = 1});
		}
	}
	return 0;
}

int import_lexicoder(struct importer *im, char *text)
{
	if (text[strspn(text, " \t\r\n")] == '<')
		return lexicoder_xml(im, text);
	lexicoder_lines(im, text);
	return 0;
}

/* ---- tables ---- */

#define COLUMNS 64

/* A cell, quoted or not; *text comes to stand behind its separator or line end. 1: the row goes on. */
static int read_cell(struct importer *im, char **text, char separator, char **cell)
{
	char *s = *text, *to = s;
	*cell = s;
	if (*s == '"') {
		for (s++; *s && (*s != '"' || s[1] == '"'); s++) {
			if (*s == '"')
				s++;
			im->line += *s == '\n';
			*to++ = *s;
		}
		s += *s == '"';
	}
	while (*s && *s != separator && *s != '\n')
		*to++ = *s++;
	int more = *s == separator && *s != '\0';
	*text = s + (*s != '\0');
	*to = '\0';
	*cell = trim(*cell);
	return more;
}

static unsigned read_cells(struct importer *im, char **text, char separator, char *cells[COLUMNS])
{
	unsigned n = 0;
	char *cell;
	im->line++;
	while (read_cell(im, text, separator, &cell)) {
		if (n < COLUMNS)
			cells[n++] = cell;
	}
	if (n < COLUMNS)
		cells[n++] = cell;
	return n;
}

/* Names of columns, and where in the row they go. */
static const struct column {
	const char *name;
	size_t field;
} columns[] = {
#define FIELD(name, field) {name, offsetof(struct import_row, field)}
	FIELD("term", term), FIELD("word", term), FIELD("phrase", term), FIELD("category", category), FIELD("concept", category),
	FIELD("class", category), FIELD("id", category), FIELD("variant", variant), FIELD("side", side), FIELD("weight", weight),
	FIELD("topic", topic), FIELD("label", label), FIELD("frame", frame), FIELD("alternatives", alternatives),
	FIELD("alternative", alternatives), FIELD("source", source), FIELD("sources", source), FIELD("guide", source),
	FIELD("note", note),
#undef FIELD
};

static const struct column *find_column(const char *name)
{
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		if (strcasecmp(columns[i].name, name) == 0)
			return &columns[i];
	}
	return NULL;
}

/* 1 when the row names its columns; without, they are term, category and weight. */
static int read_head(struct importer *im, char *cells[], unsigned n, const struct column *to[COLUMNS])
{
	static const char *const usual[] = {"term", "category", "weight"};
	int named = 0;
	for (unsigned i = 0; i < n; i++) {
		const struct column *c = find_column(cells[i]);
		named |= c != NULL && c->field == offsetof(struct import_row, term);
	}
	for (unsigned i = 0; i < COLUMNS; i++) {
		to[i] = named ? i < n ? find_column(cells[i]) : NULL : i < 3 ? find_column(usual[i]) : NULL;
		if (named && i < n && to[i] == NULL)
			import_leave_out(im, cells[i], "there is no such column");
	}
	return named;
}

static void add_row(struct importer *im, char *cells[], unsigned n, const struct column *to[COLUMNS])
{
	struct import_row row = {0};
	for (unsigned i = 0; i < n; i++) {
		if (to[i] != NULL)
			*(const char **)((char *)&row + to[i]->field) = cells[i];
	}
	if (row.term != NULL && *row.term)
		import_add(im, &row);
}

static char likely_separator(const char *text)
{
	size_t counts[3] = {0};
	for (; *text && *text != '\n'; text++) {
		counts[0] += *text == ',';
		counts[1] += *text == ';';
		counts[2] += *text == '\t';
	}
	return counts[2] >= counts[0] && counts[2] >= counts[1] && counts[2] > 0 ? '\t' : counts[1] > counts[0] ? ';' : ',';
}

int import_table(struct importer *im, char *text, char separator)
{
	char *cells[COLUMNS];
	const struct column *to[COLUMNS];
	if (separator == 0)
		separator = likely_separator(text);
	for (int first = 1; *text; first = 0) {
		unsigned n = read_cells(im, &text, separator, cells);
		if (!first || !read_head(im, cells, n, to))
			add_row(im, cells, n, to);
	}
	return 0;
}
