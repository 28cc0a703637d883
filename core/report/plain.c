/* SPDX-License-Identifier: MIT */
#include "report/plain.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/vector.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- characters ---- */

struct range {
	uint32_t first, last;
};

static int within(const struct range *ranges, size_t count, uint32_t c)
{
	for (size_t i = 0; i < count && c >= ranges[i].first; i++)
		if (c <= ranges[i].last)
			return 1;
	return 0;
}

/* Controls, and format characters that change how their neighbours are shown. */
static int must_escape(uint32_t c)
{
	static const struct range r[] = {{0x00, 0x1f}, {0x7f, 0x9f}, {0xad, 0xad}, {0x61c, 0x61c}, {0x180e, 0x180e},
					 {0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff},
					 {0xfff9, 0xfffb}, {0xe0000, 0xe0fff}};
	return within(r, sizeof r / sizeof *r, c);
}

static int is_space(uint32_t c)
{
	static const struct range r[] = {{'\t', '\r'}, {' ', ' '}, {0x85, 0x85}, {0xa0, 0xa0}, {0x1680, 0x1680},
					 {0x2000, 0x200a}, {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f},
					 {0x3000, 0x3000}};
	return within(r, sizeof r / sizeof *r, c);
}

static size_t columns_of(uint32_t c)
{
	static const struct range none[] = {{0x300, 0x36f}, {0x483, 0x489}, {0x591, 0x5bd}, {0x610, 0x61a},
					    {0x64b, 0x65f}, {0x6d6, 0x6dc}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff},
					    {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}};
	static const struct range two[] = {{0x1100, 0x115f}, {0x2e80, 0xa4cf}, {0xac00, 0xd7a3}, {0xf900, 0xfaff},
					   {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1faff},
					   {0x20000, 0x3fffd}};
	if (within(none, sizeof none / sizeof *none, c))
		return 0;
	return within(two, sizeof two / sizeof *two, c) ? 2 : 1;
}

/* One character as it will be shown: at most 12 bytes in `shown`; returns its columns. */
struct shown {
	char bytes[12];
	size_t length, columns;
	int space;
};

static size_t show(const char *s, size_t n, struct shown *out)
{
	uint32_t c;
	unsigned used = utf8_decode(s, n, &c);
	out->space = 0;
	if (used == 0) {
		out->length = out->columns = (size_t)snprintf(out->bytes, sizeof out->bytes, "\\x%02x", (unsigned char)*s);
		return 1;
	}
	if (is_space(c)) {
		*out = (struct shown){.bytes = " ", .length = 1, .columns = 1, .space = 1};
	} else if (must_escape(c)) {
		const char *format = c < 0x80 ? "\\x%02x" : "\\u{%x}";
		out->length = out->columns = (size_t)snprintf(out->bytes, sizeof out->bytes, format, c);
	} else {
		memcpy(out->bytes, s, used);
		out->length = used;
		out->columns = columns_of(c);
	}
	return used;
}

void plain_add(struct buffer *b, const char *s, size_t n)
{
	struct shown c;
	for (size_t i = 0; i < n;) {
		i += show(s + i, n - i, &c);
		buffer_add(b, c.bytes, c.length);
	}
}

void plain_text(struct buffer *b, const char *s)
{
	plain_add(b, s, strlen(s));
}

size_t plain_width(const char *s, size_t n)
{
	struct shown c;
	size_t width = 0;
	for (size_t i = 0; i < n; width += c.columns)
		i += show(s + i, n - i, &c);
	return width;
}

void plain_column(struct buffer *b, const char *s, size_t n, size_t columns)
{
	struct shown c;
	size_t room = plain_width(s, n) > columns && columns > 0 ? columns - 1 : columns, used = 0;
	for (size_t i = 0; i < n;) {
		i += show(s + i, n - i, &c);
		if (used + c.columns > room)
			break;
		buffer_add(b, c.bytes, c.length);
		used += c.columns;
	}
	if (room < columns) {
		buffer_text(b, "…");
		used++;
	}
	for (; used < columns; used++)
		buffer_byte(b, ' ');
}

static void spaces(struct buffer *b, size_t n)
{
	while (n-- > 0)
		buffer_byte(b, ' ');
}

void plain_wrap(struct buffer *b, const char *s, size_t n, size_t at, size_t indent, size_t width)
{
	struct shown c;
	int empty = 1; /* nothing on this line yet */
	for (size_t i = 0; i < n;) {
		size_t from = i, word = 0, next;
		while (i < n && (next = show(s + i, n - i, &c), !c.space)) {
			word += c.columns;
			i += next;
		}
		if (i == from) { /* white space */
			i += show(s + i, n - i, &c);
			continue;
		}
		if (!empty && at + 1 + word > width) {
			buffer_byte(b, '\n');
			spaces(b, indent);
			at = indent;
			empty = 1;
		}
		if (!empty) {
			buffer_byte(b, ' ');
			at++;
		}
		plain_add(b, s + from, i - from);
		at += word;
		empty = 0;
	}
	buffer_byte(b, '\n');
}

/* ---- tables ---- */

struct row {
	char *label;
	unsigned depth;
	char **cells; /* by column, NULL: empty; all NULL: a heading */
};

struct plain_table {
	size_t columns;
	char **heads;
	VECTOR(struct row) rows;
};

struct plain_table *plain_table_new(size_t columns)
{
	struct plain_table *t = mem_alloc(sizeof *t);
	t->columns = columns;
	t->heads = mem_alloc((columns + 1) * sizeof *t->heads);
	return t;
}

void plain_table_head(struct plain_table *t, size_t column, const char *text)
{
	free(t->heads[column]);
	t->heads[column] = mem_copy(text);
}

void plain_table_row(struct plain_table *t, const char *label, unsigned depth)
{
	struct row *r = vector_push(&t->rows);
	*r = (struct row){mem_copy(label), depth, mem_alloc((t->columns + 1) * sizeof *r->cells)};
}

void plain_table_cell(struct plain_table *t, size_t column, const char *text)
{
	struct row *r = &t->rows.items[t->rows.count - 1];
	free(r->cells[column]);
	r->cells[column] = mem_copy(text);
}

#define GAP 2
#define LEAST_LABEL 12

static size_t text_width(const char *s)
{
	return s ? plain_width(s, strlen(s)) : 0;
}

static size_t column_width(const struct plain_table *t, size_t column)
{
	size_t width = text_width(t->heads[column]);
	for (uint32_t i = 0; i < t->rows.count; i++) {
		size_t w = text_width(t->rows.items[i].cells[column]);
		width = w > width ? w : width;
	}
	return width;
}

static int is_heading(const struct plain_table *t, const struct row *r)
{
	for (size_t i = 0; i < t->columns; i++)
		if (r->cells[i] != NULL)
			return 0;
	return 1;
}

static size_t label_width(const struct plain_table *t, size_t width)
{
	size_t most = LEAST_LABEL;
	for (uint32_t i = 0; i < t->rows.count; i++) {
		const struct row *r = &t->rows.items[i];
		size_t w = is_heading(t, r) ? 0 : text_width(r->label) + 2 * r->depth;
		most = w > most ? w : most;
	}
	size_t limit = width / 2 > LEAST_LABEL ? width / 2 : LEAST_LABEL;
	return most < limit ? most : limit;
}

static void end_line(struct buffer *b)
{
	while (b->length > 0 && b->data[b->length - 1] == ' ')
		b->length--;
	buffer_byte(b, '\n');
}

static void write_cells(struct buffer *b, char *const *cells, const size_t *widths, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++) {
		spaces(b, GAP);
		plain_column(b, cells[i] ? cells[i] : "", cells[i] ? strlen(cells[i]) : 0, widths[i]);
	}
	end_line(b);
}

static void write_block(const struct plain_table *t, struct buffer *b, size_t label, const size_t *widths, size_t first,
			size_t end, size_t width)
{
	spaces(b, label);
	write_cells(b, t->heads, widths, first, end);
	for (uint32_t i = 0; i < t->rows.count; i++) {
		const struct row *r = &t->rows.items[i];
		spaces(b, 2 * r->depth);
		if (is_heading(t, r)) {
			plain_wrap(b, r->label, strlen(r->label), 2 * r->depth, 2 * r->depth + 2, width);
			continue;
		}
		plain_column(b, r->label, strlen(r->label), label > 2 * r->depth ? label - 2 * r->depth : 1);
		write_cells(b, r->cells, widths, first, end);
	}
}

static void table_free(struct plain_table *t)
{
	for (uint32_t i = 0; i < t->rows.count; i++) {
		for (size_t k = 0; k < t->columns; k++)
			free(t->rows.items[i].cells[k]);
		free(t->rows.items[i].cells);
		free(t->rows.items[i].label);
	}
	for (size_t k = 0; k < t->columns; k++)
		free(t->heads[k]);
	free(t->heads);
	vector_free(&t->rows);
	free(t);
}

void plain_table_end(struct plain_table *t, struct buffer *b, size_t width)
{
	size_t label = label_width(t, width), *widths = mem_alloc((t->columns + 1) * sizeof *widths);
	for (size_t i = 0; i < t->columns; i++)
		widths[i] = column_width(t, i);
	for (size_t first = 0, end; first < t->columns; first = end) {
		size_t used = label + GAP + widths[first];
		for (end = first + 1; end < t->columns && used + GAP + widths[end] <= width; end++)
			used += GAP + widths[end];
		if (first > 0)
			buffer_byte(b, '\n');
		write_block(t, b, label, widths, first, end, width);
	}
	free(widths);
	table_free(t);
}
