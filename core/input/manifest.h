/* SPDX-License-Identifier: MIT */
/* manifest.json: {"story", "articles": [{"file","outlet","title","date","author","url","genre"}]},
 * paths relative to it. */
#ifndef SLANT_INPUT_MANIFEST_H
#define SLANT_INPUT_MANIFEST_H

#include "input/article.h"

#include <jansson.h>

struct error;

struct manifest_entry {
	char *path; /* the manifest's folder and the file */
	struct article_meta meta;
};

struct manifest {
	json_t *json; /* owns the strings */
	struct manifest_entry *entries;
	size_t count;
};

struct manifest *manifest_load(const char *path, struct error *);
void manifest_free(struct manifest *);
/* Metadata of a file, found by what file it really is; NULL when the manifest does not name it. */
const struct article_meta *manifest_find(const struct manifest *, const char *path);

#endif
