/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "base/error.h"
#include "input/jsonl.h"

static const struct {
	const char *line;
	enum jsonl_result result;
	const char *text; /* of the article, or a part of the message */
} rows[] = {
	{"{\"id\":\"a\",\"text\":\"One.\"}", JSONL_ARTICLE, "One."},
	{"{\"text\":\"\",\"x\":[1,{\"y\":[true,null]},-1.5e3]}", JSONL_ARTICLE, ""},
	{" { \"text\" : \"\\u201cQ\\u201d \\ud83d\\ude00\\n\" } ", JSONL_ARTICLE, "\xe2\x80\x9cQ\xe2\x80\x9d \xf0\x9f\x98\x80\n"},
	{"{\"format\":\"slantwise-article/1\",\"text\":\"x\"}", JSONL_RECORD, NULL},
	{"{\"id\":\"a\"}", JSONL_BAD, "has no \"text\""},
	{"{\"text\":3}", JSONL_BAD, "f:7:9: expected a string"},
	{"{\"text\":\"a\",\"text\":\"b\"}", JSONL_BAD, "second time"},
	{"{\"text\":\"a\"} x", JSONL_BAD, "behind the object"},
	{"[1]", JSONL_BAD, "expected an object"},
	{"{\"text\":\"a", JSONL_BAD, "does not end"},
	{"{\"text\":\"a\\ud800\"}", JSONL_BAD, "surrogate"},
	{"{\"text\":\"a\\q\"}", JSONL_BAD, "no such escape"},
	{"{\"text\":\"a\tb\"}", JSONL_BAD, "control character"},
	{"{\"text\":\"a\",\"n\":NaN}", JSONL_BAD, "expected a value"},
	{"{\"text\":\"\xff\"}", JSONL_BAD, "f:7:10: not UTF-8"},
	{"{\"outlet\":\"a\\u0000b\",\"text\":\"\"}", JSONL_BAD, "NUL character"},
};

static void lines_are_read_or_refused_with_place_and_reason(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct arena arena;
		struct error e = {0};
		arena_init(&arena);
		struct article a = {.arena = &arena};
		enum jsonl_result r = jsonl_parse("f", 7, rows[i].line, strlen(rows[i].line), &a, &e);
		if (r != rows[i].result)
			fail_msg("row %zu: result %d, message '%s'", i, (int)r, e.text);
		if (r == JSONL_ARTICLE)
			assert_string_equal(a.source, rows[i].text);
		if (r == JSONL_BAD && strstr(e.text, rows[i].text) == NULL)
			fail_msg("row %zu: message '%s'", i, e.text);
		arena_free(&arena);
	}
}

static void deep_nesting_is_refused(void **state)
{
	(void)state;
	struct arena arena;
	struct error e = {0};
	enum { DEPTH = 100000 };
	char *line = malloc(DEPTH + 32);
	arena_init(&arena);
	struct article a = {.arena = &arena};
	size_t n = (size_t)sprintf(line, "{\"text\":\"\",\"x\":");
	memset(line + n, '[', DEPTH);
	assert_int_equal(jsonl_parse("f", 1, line, n + DEPTH, &a, &e), JSONL_BAD);
	assert_non_null(strstr(e.text, "nested too deeply"));
	arena_free(&arena);
	free(line);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_read_or_refused_with_place_and_reason),
		cmocka_unit_test(deep_nesting_is_refused),
	};
	return cmocka_run_group_tests_name("jsonl", tests, NULL, NULL);
}
