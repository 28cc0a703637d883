/* SPDX-License-Identifier: MIT */
/* From names on the command line to articles, one at a time: files, folders,
 * manifests, standard input; plain text, Markdown, HTML, JSONL, article records;
 * each also gzip-compressed. */
#ifndef SLANT_INPUT_INPUT_H
#define SLANT_INPUT_INPUT_H

#include "input/article.h"

struct error;
struct languages;

enum input_format { INPUT_AUTO, INPUT_TEXT, INPUT_MARKDOWN, INPUT_HTML, INPUT_JSONL, INPUT_RECORDS };

struct input_options {
	enum input_format format;
	const char *manifest;               /* path or NULL */
	const char *const *include, *const *exclude; /* globs for folders; NULL-terminated lists, or NULL */
	struct article_meta given;          /* --outlet, --story ...: stronger than all else */
	size_t max_bytes;                   /* of one article (one file, one JSONL line) after inflating */
	size_t max_line;                    /* bytes; 0: no limit of its own */
	uint32_t max_nesting;               /* HTML and Markdown elements */
	const struct languages *languages;
};
void input_options_init(struct input_options *);
/* INPUT_TEXT for "text" ...; -1 when there is none of that name. */
int input_format_from_name(const char *);

struct input; /* a stream of articles */

/* `paths` as given by the user (empty: nothing but the manifest). ERROR_USAGE or ERROR_INPUT. */
struct input *input_open(const struct input_options *, const char *const *paths, size_t count, struct error *);
void input_close(struct input *);

enum input_result { INPUT_END, INPUT_ARTICLE, INPUT_RECORD, INPUT_BAD };

/* The next article, in order. INPUT_ARTICLE: `article` is filled from its arena.
 * INPUT_RECORD: the line of an article record, whole, in *record (borrowed until the next call).
 * INPUT_BAD: this one could not be read, error says why and where; go on asking. */
enum input_result input_next(struct input *, struct arena *, struct article *article, const char **record,
			     size_t *record_length, struct error *);

#endif
