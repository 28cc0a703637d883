/* SPDX-License-Identifier: MIT */
#include "input/walk.h"

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "input/manifest.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Deeper than any archive of articles; also ends a circle of links. */
#define MAX_DEPTH 64

static char *join(const char *folder, const char *name)
{
	size_t n = strlen(folder), m = strlen(name);
	while (n > 1 && folder[n - 1] == '/')
		n--;
	char *path = mem_alloc(n + m + 2);
	memcpy(path, folder, n);
	if (folder[n - 1] != '/')
		path[n++] = '/';
	memcpy(path + n, name, m);
	return path;
}

/* What a folder is searched for; a file named by itself may have any name. */
static int has_known_ending(const char *name)
{
	static const char *const endings[] = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"};
	size_t n = strlen(name);
	if (n > 3 && strcmp(name + n - 3, ".gz") == 0)
		n -= 3;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t m = strlen(endings[i]);
		if (n > m && strncasecmp(name + n - m, endings[i], m) == 0)
			return 1;
	}
	return 0;
}

static int wanted(const struct input_options *o, const char *path)
{
	int in = o->include == NULL || o->include[0] == NULL;
	for (size_t i = 0; !in && o->include[i] != NULL; i++)
		in = glob_match(o->include[i], path);
	for (size_t i = 0; in && o->exclude != NULL && o->exclude[i] != NULL; i++)
		in = !glob_match(o->exclude[i], path);
	return in;
}

static void add_file(struct found_list *list, char *path, const char *outlet, const struct article_meta *meta)
{
	*vector_push(&list->files) = (struct found){.path = path, .outlet = mem_copy(outlet), .meta = meta};
}

/* A folder that cannot be walked is one bad input among the others. */
static void add_fault(struct found_list *list, const char *folder, const struct error *error)
{
	*vector_push(&list->files) = (struct found){.path = mem_copy(folder), .fault = mem_copy(error->text)};
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

typedef VECTOR(char *) names;

static int list_folder(const char *folder, names *out, struct error *error)
{
	DIR *dir = opendir(folder);
	if (dir == NULL)
		return error_set(error, ERROR_INPUT, "%s: cannot open: %s", folder, strerror(errno));
	for (struct dirent *e; (e = readdir(dir)) != NULL;)
		if (e->d_name[0] != '.')
			*vector_push(out) = mem_copy(e->d_name);
	closedir(dir);
	if (out->count)
		qsort(out->items, out->count, sizeof *out->items, by_name);
	return 0;
}

static void add_manifest(struct found_list *list, struct manifest *m)
{
	*vector_push(&list->manifests) = m;
	for (size_t i = 0; i < m->count; i++)
		add_file(list, mem_copy(m->entries[i].path), NULL, &m->entries[i].meta);
}

static int walk_folder(const struct input_options *o, const char *folder, const char *outlet, unsigned depth,
		       struct found_list *list, struct error *error)
{
	names entries = {0};
	int result = -1;
	if (depth > MAX_DEPTH) {
		error_set(error, ERROR_INPUT, "%s: more than %d folders deep (a circle of links?)", folder, MAX_DEPTH);
		add_fault(list, folder, error);
		return 0;
	}
	char *manifest = join(folder, "manifest.json");
	if (file_is_regular(manifest)) {
		struct manifest *m = manifest_load(manifest, error);
		if (m == NULL)
			goto out;
		add_manifest(list, m);
		result = 0;
		goto out;
	}
	if (list_folder(folder, &entries, error) != 0) {
		add_fault(list, folder, error);
		result = 0;
		goto out;
	}
	for (uint32_t i = 0; i < entries.count; i++) {
		char *path = join(folder, entries.items[i]);
		int is_folder = file_is_directory(path);
		if (is_folder && walk_folder(o, path, outlet ? outlet : entries.items[i], depth + 1, list, error) != 0) {
			free(path);
			goto out;
		}
		if (!is_folder && has_known_ending(path) && wanted(o, path))
			add_file(list, path, outlet, NULL);
		else
			free(path);
	}
	result = 0;
out:
	free(manifest);
	for (uint32_t i = 0; i < entries.count; i++)
		free(entries.items[i]);
	vector_free(&entries);
	return result;
}

/* Sub-folders name outlets only where there are several to tell apart. */
static void forget_single_outlet(struct found_list *list, uint32_t from)
{
	const char *first = NULL;
	for (uint32_t i = from; i < list->files.count; i++) {
		const char *outlet = list->files.items[i].outlet;
		if (outlet != NULL && first != NULL && strcmp(outlet, first) != 0)
			return;
		if (outlet != NULL)
			first = outlet;
	}
	for (uint32_t i = from; i < list->files.count; i++) {
		free(list->files.items[i].outlet);
		list->files.items[i].outlet = NULL;
	}
}

int walk(const struct input_options *o, const char *const *paths, size_t count, struct found_list *list, struct error *error)
{
	struct manifest *given = NULL;
	if (o->manifest != NULL && (given = manifest_load(o->manifest, error)) == NULL)
		return -1;
	if (given != NULL && count == 0) {
		add_manifest(list, given);
		return 0;
	}
	if (given != NULL)
		*vector_push(&list->manifests) = given;
	for (size_t i = 0; i < count; i++) {
		uint32_t from = list->files.count;
		if (strcmp(paths[i], "-") != 0 && file_is_directory(paths[i])) {
			if (walk_folder(o, paths[i], NULL, 0, list, error) != 0)
				return -1;
			forget_single_outlet(list, from);
		} else
			add_file(list, mem_copy(paths[i]), NULL, NULL);
		for (uint32_t f = from; given != NULL && f < list->files.count; f++)
			list->files.items[f].meta = manifest_find(given, list->files.items[f].path);
	}
	return 0;
}

void found_free(struct found_list *list)
{
	for (uint32_t i = 0; i < list->files.count; i++) {
		free(list->files.items[i].path);
		free(list->files.items[i].outlet);
		free(list->files.items[i].fault);
	}
	vector_free(&list->files);
	for (uint32_t i = 0; i < list->manifests.count; i++)
		manifest_free(list->manifests.items[i]);
	vector_free(&list->manifests);
}
