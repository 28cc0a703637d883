/* SPDX-License-Identifier: MIT */
/* Text for terminals: columns are counted as they are seen, and nothing that an
 * article says can move the cursor, ring the bell or turn the direction of writing. */
#ifndef SLANT_REPORT_PLAIN_H
#define SLANT_REPORT_PLAIN_H

#include <stddef.h>

struct buffer;

/* Add on one line: white space of any kind becomes a space, control characters and
 * invisible format characters are shown as \xNN or \u{NNNN}. */
void plain_add(struct buffer *, const char *s, size_t n);
void plain_text(struct buffer *, const char *s);

/* Columns that plain_add() of it takes. */
size_t plain_width(const char *s, size_t n);

/* Add it in exactly so many columns: cut with … where it is longer, else filled with spaces. */
void plain_column(struct buffer *, const char *s, size_t n, size_t columns);

/* Add words wrapped to `width` columns, further lines indented; `at` is the column
 * where the first line begins. Ends with a newline. */
void plain_wrap(struct buffer *, const char *s, size_t n, size_t at, size_t indent, size_t width);

/* ---- tables ---- */

/* A table of text cells: a label and some columns. Columns that do not fit beside
 * one another are shown in further blocks, each with the labels again. */
struct plain_table;
struct plain_table *plain_table_new(size_t columns);
void plain_table_head(struct plain_table *, size_t column, const char *text);
/* Begin a row; `depth` indents its label. A row without cells is a heading. */
void plain_table_row(struct plain_table *, const char *label, unsigned depth);
void plain_table_cell(struct plain_table *, size_t column, const char *text); /* of the last row */
/* Write it and free it. */
void plain_table_end(struct plain_table *, struct buffer *, size_t width);

#endif
