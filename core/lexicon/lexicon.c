/* SPDX-License-Identifier: MIT */
#include "lexicon/lexicon.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/memory.h"
#include "lexicon/check.h"
#include "lexicon/tag.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A million terms are about 80 MB. */
#define MAX_BYTES ((size_t)256 * 1024 * 1024)

/* ---- one ---- */

struct faults {
	struct error *error;
	unsigned told;
	void (*each)(void *context, const char *message); /* or NULL */
	void *context;
};

static void take_fault(void *context, const char *message)
{
	struct faults *f = context;
	if (f->told++ == 0)
		error_set(f->error, ERROR_USAGE, "%s", message);
	if (f->each != NULL)
		f->each(f->context, message);
}

static int check(const char *path, const json_t *json, struct faults *f)
{
	unsigned faults = lexicon_check(path, json, take_fault, f);
	if (faults > 1) {
		struct error *e = f->error;
		size_t n = strlen(e->text);
		snprintf(e->text + n, sizeof e->text - n, " (and %u more; see: slantwise lexicons lint)", faults - 1);
	}
	return faults ? -1 : 0;
}

/* Takes the JSON over. */
static struct lexicon *wrap(const char *path, json_t *json, const struct buffer *bytes)
{
	struct lexicon *l = mem_alloc(sizeof *l);
	l->path = mem_copy(path);
	l->name = mem_copy(json_get_text(json, "name", ""));
	l->version = mem_copy(json_get_text(json, "version", ""));
	l->language = mem_copy(json_get_text(json, "language", ""));
	l->plugin = mem_copy(json_get_text(json, "plugin", ""));
	l->enabled = !json_is_false(json_object_get(json, "enabled"));
	l->json = json;
	hash_sha256(bytes->data, bytes->length, l->sha256);
	return l;
}

/* A file with another "format" is none of ours; a lexicon of a later format is. */
static int is_other_format(const json_t *json)
{
	const char *format = json_get_text(json, "format", NULL);
	return format != NULL && strncmp(format, "slantwise-lexicon", 17) != 0;
}

static struct lexicon *load(const char *path, int pass_over, struct faults *faults)
{
	struct buffer bytes = {0};
	struct lexicon *l = NULL;
	json_t *json = NULL;
	if (file_read(path, &bytes, MAX_BYTES, faults->error) != 0)
		faults->error->kind = ERROR_USAGE;
	else
		json = json_parse(path, bytes.data, bytes.length, ERROR_USAGE, faults->error);
	if (json == NULL && faults->each != NULL)
		faults->each(faults->context, faults->error->text);
	if (json != NULL && !(pass_over && is_other_format(json)) && check(path, json, faults) == 0)
		l = wrap(path, json_incref(json), &bytes);
	json_decref(json);
	buffer_free(&bytes);
	return l;
}

struct lexicon *lexicon_load(const char *path, struct error *error)
{
	return load(path, 0, &(struct faults){.error = error});
}

struct lexicon *lexicon_read(const char *path, void (*fault)(void *, const char *), void *context)
{
	struct error error = {0};
	return load(path, 0, &(struct faults){.error = &error, .each = fault, .context = context});
}

void lexicon_free(struct lexicon *l)
{
	if (l == NULL)
		return;
	free(l->path);
	free(l->name);
	free(l->version);
	free(l->language);
	free(l->plugin);
	json_decref(l->json);
	free(l);
}

/* ---- a set ---- */

static void append(struct lexicons *all, struct lexicon *l)
{
	if (all->count == all->size) {
		all->size = all->size ? all->size * 2 : 16;
		all->items = mem_resize(all->items, all->size * sizeof(struct lexicon *));
	}
	all->items[all->count++] = l;
}

/* Two languages may have a lexicon of the same name. */
static int is_same(const struct lexicon *a, const struct lexicon *b)
{
	return strcmp(a->name, b->name) == 0 && tag_same_language(a->language, b->language);
}

int lexicons_add(struct lexicons *all, const char *path, struct error *error)
{
	struct lexicon *l = lexicon_load(path, error);
	if (l == NULL)
		return -1;
	for (uint32_t i = 0; i < all->count; i++) {
		if (is_same(all->items[i], l)) {
			lexicon_free(all->items[i]);
			all->items[i] = l;
			return 0;
		}
	}
	append(all, l);
	return 0;
}

void lexicons_free(struct lexicons *all)
{
	for (uint32_t i = 0; i < all->count; i++)
		lexicon_free(all->items[i]);
	free(all->items);
	*all = (struct lexicons){0};
}

/* ---- folders ---- */

static int visible(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

/* By bytes: the same order in every locale. */
static int by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static char *join(const char *dir, const char *name)
{
	size_t n = strlen(dir), m = strlen(name);
	char *path = mem_alloc(n + m + 2);
	memcpy(path, dir, n);
	path[n] = '/';
	memcpy(path + n + 1, name, m + 1);
	return path;
}

/* How a folder is read. */
struct visit {
	struct lexicons *to;
	int all; /* 1: also those that are not enabled, and faulty ones are told, not an end */
	struct faults faults;
};

static int load_file(struct visit *v, const char *path)
{
	size_t n = strlen(path);
	if (n < 5 || strcmp(path + n - 5, ".json") != 0 || !file_is_regular(path))
		return 0;
	*v->faults.error = (struct error){0};
	struct lexicon *l = load(path, 1, &v->faults);
	if (l == NULL)
		return v->faults.error->kind == ERROR_NONE || v->all ? 0 : -1;
	if (l->enabled || v->all)
		append(v->to, l);
	else
		lexicon_free(l);
	return 0;
}

static int for_each(struct visit *v, const char *dir, int (*visit)(struct visit *, const char *))
{
	struct dirent **names;
	int count = scandir(dir, &names, visible, by_bytes);
	int result = 0;
	if (count < 0)
		return error_set(v->faults.error, ERROR_USAGE, "%s: cannot read the folder: %s", dir, strerror(errno));
	for (int i = 0; i < count; i++) {
		char *path = join(dir, names[i]->d_name);
		if (result == 0)
			result = visit(v, path);
		free(path);
		free(names[i]);
	}
	free(names);
	return result;
}

static int load_language(struct visit *v, const char *path)
{
	return file_is_directory(path) ? for_each(v, path, load_file) : 0;
}

int lexicons_load_dir(struct lexicons *all, const char *dir, struct error *error)
{
	return for_each(&(struct visit){.to = all, .faults = {.error = error}}, dir, load_language);
}

int lexicons_read_dir(struct lexicons *all, const char *dir, void (*fault)(void *, const char *), void *context,
		      struct error *error)
{
	struct visit v = {.to = all, .all = 1, .faults = {.error = error, .each = fault, .context = context}};
	return for_each(&v, dir, load_language);
}
