/* SPDX-License-Identifier: MIT */
/* Writers: a comparison or an article record in, bytes out, added to a buffer. They
 * read the JSON they are given and nothing else, and never fail. Words are neutral:
 * what was counted, where, and how sure that is. */
#ifndef SLANT_REPORT_REPORT_H
#define SLANT_REPORT_REPORT_H

#include <jansson.h>

struct buffer;
struct error;

#define REPORT_WIDTH 100 /* columns of text output where nobody says how wide the terminal is */

/* The comparison for a terminal of so many columns (at least 40 are used). */
void report_text(struct buffer *, const json_t *comparison, unsigned width);

/* The comparison as JSON, with a newline at the end. */
void report_json(struct buffer *, const json_t *comparison);

/* The comparison as tidy tables ("articles.csv", "findings.csv" ... see docs/tables.md):
 * `write` is called with each, and ends the work by returning other than 0, which is
 * returned. `records` is the array of the records compared, in their order. */
int report_csv(const json_t *comparison, const json_t *records,
	       int (*write)(void *context, const char *name, const struct buffer *, struct error *), void *context,
	       struct error *);

/* One article record for a terminal: findings by analyzer, with place and sentence. */
void report_article_text(struct buffer *, const json_t *record);

#endif
