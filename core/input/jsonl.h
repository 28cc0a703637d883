/* SPDX-License-Identifier: MIT */
/* One line of JSONL to an article: a strict pull reader that finds the fields it
 * wants and unescapes only them (a tree of the whole line costs more than the
 * analysis). Keys: id text outlet story title author date url genre language;
 * others are checked for form and passed over. */
#ifndef SLANT_INPUT_JSONL_H
#define SLANT_INPUT_JSONL_H

#include "input/article.h"

struct error;

enum jsonl_result { JSONL_ARTICLE, JSONL_RECORD, JSONL_BAD };

/* JSONL_RECORD: the line is an article record. `name` and `line` are for messages
 * ("NAME:LINE:COLUMN: reason", column in bytes). Strings live in article->arena. */
enum jsonl_result jsonl_parse(const char *name, uint64_t line, const char *json, size_t n, struct article *,
			      struct error *);

#endif
