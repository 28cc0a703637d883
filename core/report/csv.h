/* SPDX-License-Identifier: MIT */
/* Rows of comma-separated values as RFC 4180 has them: CRLF, quotation marks where a
 * field needs them. A text that a spreadsheet would take for a formula (it begins with
 * = + - @ or a tab) gets an apostrophe in front; numbers are left alone. */
#ifndef SLANT_REPORT_CSV_H
#define SLANT_REPORT_CSV_H

#include <jansson.h>

struct buffer;

struct csv {
	struct buffer *out;
	int filled; /* 1: the row has a field */
};

void csv_text(struct csv *, const char *s); /* NULL: an empty field */
void csv_int(struct csv *, json_int_t);
/* By its kind: text, number, true and false as 1 and 0; NULL, null and others empty. */
void csv_value(struct csv *, const json_t *);
/* These members of an object, in order; names by spaces. */
void csv_members(struct csv *, const json_t *object, const char *names);
void csv_end(struct csv *);
/* A first row: names by spaces. */
void csv_head(struct csv *, const char *names);

#endif
