/* SPDX-License-Identifier: MIT */
/* What the paragraphs of a plain text are: headline, byline, caption, boilerplate
 * and so on, by phrases of lexicons/<tag>/structure.json and by shape and place. */
#ifndef SLANT_TEXT_STRUCTURE_H
#define SLANT_TEXT_STRUCTURE_H

#include <jansson.h>

struct build;
struct error;
struct structure; /* the phrases of one language, ready for matching */

/* Strings are borrowed from the JSON. NULL with the place of the fault. */
struct structure *structure_read(const json_t *, const char *path, struct error *);
void structure_free(struct structure *);

/* Roles for all paragraphs that are body so far, and disclosures. `shape` 1: also by
 * place and shape (plain text, whose input knows nothing of headings). */
void structure_find(struct build *, int shape);

#endif
