/* SPDX-License-Identifier: MIT */
#include "input/manifest.h"

#include "base/error.h"
#include "base/json.h"
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char *beside(const char *manifest, const char *file)
{
	const char *slash = strrchr(manifest, '/');
	if (slash == NULL || file[0] == '/')
		return mem_copy(file);
	size_t folder = (size_t)(slash - manifest) + 1, n = strlen(file);
	char *path = mem_alloc(folder + n + 1);
	memcpy(path, manifest, folder);
	memcpy(path + folder, file, n);
	return path;
}

static int text_field(const char *path, size_t index, const json_t *article, const char *key, const char **out,
		      struct error *error)
{
	const json_t *v = json_object_get(article, key);
	if (v == NULL || json_is_null(v))
		return 0;
	if (!json_is_string(v))
		return error_set(error, ERROR_USAGE, "%s: articles[%zu].%s: expected a string", path, index, key);
	*out = json_string_value(v);
	return 0;
}

static int read_entry(const char *path, size_t index, const json_t *article, const char *story, struct manifest_entry *e,
		      struct error *error)
{
	if (!json_is_object(article))
		return error_set(error, ERROR_USAGE, "%s: articles[%zu]: expected an object", path, index);
	const char *file = json_get_text(article, "file", NULL);
	if (file == NULL)
		return error_set(error, ERROR_USAGE, "%s: articles[%zu].file: expected the name of a file", path, index);
	e->meta.story = story;
	const struct {
		const char *key, **out;
	} fields[] = {{"outlet", &e->meta.outlet}, {"title", &e->meta.title}, {"date", &e->meta.date},
		      {"author", &e->meta.author}, {"url", &e->meta.url}, {"genre", &e->meta.genre},
		      {"id", &e->meta.id}, {"story", &e->meta.story}, {"language", &e->meta.language}};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (text_field(path, index, article, fields[i].key, fields[i].out, error) != 0)
			return -1;
	e->path = beside(path, file);
	return 0;
}

struct manifest *manifest_load(const char *path, struct error *error)
{
	json_t *json = json_read_file(path, ERROR_USAGE, error);
	if (json == NULL)
		return NULL;
	struct manifest *m = mem_alloc(sizeof *m);
	m->json = json;
	const json_t *articles = json_object_get(json, "articles");
	if (!json_is_array(articles)) {
		error_set(error, ERROR_USAGE, "%s: no manifest: it has no list \"articles\"", path);
		goto bad;
	}
	m->entries = mem_alloc(json_array_size(articles) * sizeof *m->entries);
	for (size_t i = 0; i < json_array_size(articles); i++, m->count++)
		if (read_entry(path, i, json_array_get(articles, i), json_get_text(json, "story", NULL), &m->entries[i], error) != 0)
			goto bad;
	return m;
bad:
	manifest_free(m);
	return NULL;
}

void manifest_free(struct manifest *m)
{
	if (m == NULL)
		return;
	for (size_t i = 0; i < m->count; i++)
		free(m->entries[i].path);
	free(m->entries);
	json_decref(m->json);
	free(m);
}

const struct article_meta *manifest_find(const struct manifest *m, const char *path)
{
	struct stat asked, named;
	if (stat(path, &asked) != 0)
		return NULL;
	for (size_t i = 0; i < m->count; i++)
		if (stat(m->entries[i].path, &named) == 0 && named.st_dev == asked.st_dev && named.st_ino == asked.st_ino)
			return &m->entries[i].meta;
	return NULL;
}
