/* SPDX-License-Identifier: MIT */
#include "config/config.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/vector.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct setting {
	char *plugin, *option, *value;
};

struct config {
	VECTOR(const char *) lexicons;
	VECTOR(const char *) disabled;
	VECTOR(struct setting) settings;
	char sha256[65];
};

static int expected(const char *path, const char *where, const char *what, struct error *error)
{
	return error_set(error, ERROR_USAGE, "%s: %s: expected %s", path, where, what);
}

static char *beside(const char *config, const char *file)
{
	const char *slash = strrchr(config, '/');
	size_t folder = slash && file[0] != '/' ? (size_t)(slash - config) + 1 : 0, n = strlen(file);
	char *path = mem_alloc(folder + n + 1);
	memcpy(path, config, folder);
	memcpy(path + folder, file, n);
	return path;
}

static int read_lexicons(struct config *c, const char *path, const json_t *list, struct error *error)
{
	if (list == NULL)
		return 0;
	if (!json_is_array(list))
		return expected(path, "lexicons", "a list of files", error);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *file = json_string_value(json_array_get(list, i));
		if (file == NULL)
			return expected(path, "lexicons", "a list of files", error);
		*vector_push(&c->lexicons) = beside(path, file);
	}
	return 0;
}

static int add_setting(struct config *c, const char *path, const char *plugin, const char *option, const json_t *v,
		       struct error *error)
{
	char number[32], where[200];
	const char *value = json_string_value(v);
	if (json_is_boolean(v))
		value = json_is_true(v) ? "true" : "false";
	if (json_is_integer(v)) {
		snprintf(number, sizeof number, "%lld", (long long)json_integer_value(v));
		value = number;
	}
	snprintf(where, sizeof where, "plugins.%s.options.%s", plugin, option);
	if (value == NULL)
		return expected(path, where, "a whole number, true, false or a string", error);
	*vector_push(&c->settings) = (struct setting){mem_copy(plugin), mem_copy(option), mem_copy(value)};
	return 0;
}

static int read_plugin(struct config *c, const char *path, const char *name, const json_t *plugin, struct error *error)
{
	char where[200];
	const char *key;
	json_t *v;
	snprintf(where, sizeof where, "plugins.%s", name);
	if (!json_is_object(plugin))
		return expected(path, where, "an object", error);
	json_object_foreach((json_t *)plugin, key, v) {
		snprintf(where, sizeof where, "plugins.%s.%s", name, key);
		if (strcmp(key, "enabled") == 0) {
			if (!json_is_boolean(v))
				return expected(path, where, "true or false", error);
			if (json_is_false(v))
				*vector_push(&c->disabled) = mem_copy(name);
		} else if (strcmp(key, "options") == 0) {
			const char *option;
			json_t *value;
			if (!json_is_object(v))
				return expected(path, where, "an object", error);
			json_object_foreach(v, option, value) {
				if (add_setting(c, path, name, option, value, error) != 0)
					return -1;
			}
		} else
			return error_set(error, ERROR_USAGE, "%s: %s: there is no such setting; known are enabled, options", path, where);
	}
	return 0;
}

static int read_plugins(struct config *c, const char *path, const json_t *plugins, struct error *error)
{
	const char *name;
	json_t *v;
	if (plugins == NULL)
		return 0;
	if (!json_is_object(plugins))
		return expected(path, "plugins", "an object", error);
	json_object_foreach((json_t *)plugins, name, v) {
		if (read_plugin(c, path, name, v, error) != 0)
			return -1;
	}
	return 0;
}

static int read_file(struct config *c, const char *path, const json_t *json, struct error *error)
{
	const char *key;
	json_t *v;
	if (!json_is_object(json))
		return error_set(error, ERROR_USAGE, "%s: expected an object", path);
	json_object_foreach((json_t *)json, key, v) {
		if (strcmp(key, "lexicons") != 0 && strcmp(key, "plugins") != 0)
			return error_set(error, ERROR_USAGE, "%s: %s: there is no such setting; known are lexicons, plugins", path, key);
	}
	if (read_lexicons(c, path, json_object_get(json, "lexicons"), error) != 0)
		return -1;
	return read_plugins(c, path, json_object_get(json, "plugins"), error);
}

static void hash_settings(struct config *c, const json_t *json)
{
	/* Lexicons have hashes of their own in the record; what the plugins are told is hashed here. */
	const json_t *plugins = json_object_get(json, "plugins");
	char *canonical = plugins ? json_dumps(plugins, JSON_COMPACT | JSON_SORT_KEYS) : NULL;
	hash_sha256(canonical ? canonical : "{}", canonical ? strlen(canonical) : 2, c->sha256);
	free(canonical);
}

struct config *config_load(const char *path, struct error *error)
{
	struct config *c = mem_alloc(sizeof *c);
	json_t *json = path ? json_read_file(path, ERROR_USAGE, error) : json_object();
	int result = json ? read_file(c, path ? path : "", json, error) : -1;
	if (result == 0) {
		hash_settings(c, json);
		*vector_push(&c->lexicons) = NULL;
		*vector_push(&c->disabled) = NULL;
	}
	json_decref(json);
	if (result == 0)
		return c;
	config_free(c);
	return NULL;
}

void config_free(struct config *c)
{
	if (c == NULL)
		return;
	for (uint32_t i = 0; i < c->lexicons.count; i++)
		free((char *)c->lexicons.items[i]);
	for (uint32_t i = 0; i < c->disabled.count; i++)
		free((char *)c->disabled.items[i]);
	for (uint32_t i = 0; i < c->settings.count; i++) {
		free(c->settings.items[i].plugin);
		free(c->settings.items[i].option);
		free(c->settings.items[i].value);
	}
	vector_free(&c->lexicons);
	vector_free(&c->disabled);
	vector_free(&c->settings);
	free(c);
}

const char *const *config_lexicons(const struct config *c)
{
	return c->lexicons.items;
}

const char *const *config_disabled(const struct config *c)
{
	return c->disabled.items;
}

const char *config_option(const struct config *c, const char *plugin, const char *option)
{
	for (uint32_t i = 0; i < c->settings.count; i++)
		if (strcmp(c->settings.items[i].plugin, plugin) == 0 && strcmp(c->settings.items[i].option, option) == 0)
			return c->settings.items[i].value;
	return NULL;
}

const char *config_sha256(const struct config *c)
{
	return c->sha256;
}
