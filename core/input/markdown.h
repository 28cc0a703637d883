/* SPDX-License-Identifier: MIT */
/* Markdown: front matter as metadata, text without marks, code left out. */
#ifndef SLANT_INPUT_MARKDOWN_H
#define SLANT_INPUT_MARKDOWN_H

#include "input/article.h"

struct error;

/* article->source is decoded. The first heading of level 1 is the headline, other
 * headings are subheadings, block quotes quote_block. Markup nested more deeply than
 * max_nesting is refused. */
int markdown_read(struct article *, const char *name, uint32_t max_nesting, struct error *);

#endif
