/* SPDX-License-Identifier: MIT */
/* Comparing hand-written records, and looking into what comes out. */
#ifndef SLANT_TESTS_COMPARE_HELPERS_H
#define SLANT_TESTS_COMPARE_HELPERS_H

#include "unit/unit.h"

#include "base/error.h"
#include "base/json.h"
#include "compare/compare.h"
#include "unit/compare/records.h"

/* The records are released; lexicons may be NULL. */
static json_t *compare_records(json_t *const *records, size_t count, const char *lexicons_json)
{
	json_t *lexicons = lexicons_json ? object_from(lexicons_json) : NULL;
	char languages[1000];
	const char *top = getenv("SLANT_SOURCE");
	snprintf(languages, sizeof languages, "%s/lexicons", top ? top : "..");
	struct comparison_options options = {.lexicons = lexicons, .language_dir = languages, .version = "test"};
	struct comparison *c = comparison_new(&options);
	struct error error = {0};
	for (size_t i = 0; i < count; i++)
		assert_int_equal(comparison_add(c, records[i], &error), 0);
	json_t *result = comparison_finish(c, &error);
	if (result == NULL)
		fail_msg("%s", error.text);
	comparison_free(c);
	for (size_t i = 0; i < count; i++)
		json_decref(records[i]);
	json_decref(lexicons);
	return result;
}

/* Follow a path: keys and numbers, "stories 0 terms 0". */
static inline json_t *at(const json_t *json, const char *path)
{
	char key[64];
	for (int used; sscanf(path, "%63s%n", key, &used) == 1; path += used)
		json = json_is_array(json) ? json_array_get(json, (size_t)atoi(key)) : json_object_get(json, key);
	return (json_t *)json;
}

static inline void expect_text(const json_t *json, const char *path, const char *wanted)
{
	const char *got = json_string_value(at(json, path));
	if (got == NULL || strcmp(got, wanted) != 0)
		fail_msg("%s: got %s, wanted %s", path, got ? got : "nothing", wanted);
}

static inline void expect_int(const json_t *json, const char *path, json_int_t wanted)
{
	if (!json_is_integer(at(json, path)) || json_integer_value(at(json, path)) != wanted)
		fail_msg("%s: got %lld, wanted %lld", path, json_integer_value(at(json, path)), wanted);
}

static inline void expect_size(const json_t *json, const char *path, size_t wanted)
{
	if (json_array_size(at(json, path)) != wanted)
		fail_msg("%s: got %zu items, wanted %zu", path, json_array_size(at(json, path)), wanted);
}

#endif
