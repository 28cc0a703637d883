/* SPDX-License-Identifier: MIT */
/* From what the user named to the files to read: folders are walked in the order
 * of names (bytes), hidden files left out, globs applied; a folder that holds a
 * manifest.json of articles is read by it. */
#ifndef SLANT_INPUT_WALK_H
#define SLANT_INPUT_WALK_H

#include "base/vector.h"
#include "input/input.h"

struct found {
	char *path;   /* as given, or the folder as given and the way down from it */
	char *outlet; /* sub-folder that names it, or NULL */
	const struct article_meta *meta; /* of a manifest, or NULL */
	char *fault;  /* why it cannot be read (a folder that does not open), or NULL */
};
struct found_list {
	VECTOR(struct found) files;
	VECTOR(struct manifest *) manifests; /* owned; `meta` points into them */
};

int walk(const struct input_options *, const char *const *paths, size_t count, struct found_list *, struct error *);
void found_free(struct found_list *);

/* 1 when the path matches the glob: `*` and `?` stay in one folder, `**` crosses folders; a
 * glob without a slash is compared with the last part of the path. */
int glob_match(const char *glob, const char *path);

#endif
