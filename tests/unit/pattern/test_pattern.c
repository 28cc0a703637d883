/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "base/error.h"
#include "pattern/pattern.h"

static const struct {
	const char *expression, *reason;
} refused[] = {
	{"(a", "offset 2"},
	{"a*", "match nothing"},
	{"(?:)", "match nothing"},
	{"(?=a)", "match nothing"},
	{"a(?C1)b", "callouts"},
	{"a\\Cb", "offset"},
	{"(*LIMIT_MATCH=4294967295)a", "offset"},
	{"(*LIMIT_MATCH=4000000000)a", "limits of its own"},
	{"(*LIMIT_DEPTH=1)a", "limits of its own"},
	{"(*LIMIT_HEAP=1)a", "limits of its own"},
	{"(?R)", "nothing"},
	{"(?:a{60000}){60000}", "offset"},
};

static void unsafe_expressions_are_refused_with_a_reason(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(refused); i++) {
		struct error error = {0};
		struct pattern *p = pattern_compile(refused[i].expression, &error);
		if (p != NULL || strstr(error.text, refused[i].reason) == NULL)
			fail_msg("%s: %s", refused[i].expression, error.text);
		assert_int_equal(error.kind, ERROR_USAGE);
	}
}

static void an_overlong_expression_is_refused(void **state)
{
	(void)state;
	char *long_one = malloc(10001);
	struct error error = {0};
	memset(long_one, 'a', 10000);
	long_one[10000] = '\0';
	assert_null(pattern_compile(long_one, &error));
	assert_non_null(strstr(error.text, "bytes"));
	free(long_one);
}

static const struct {
	const char *expression, *text;
	uint32_t window, from;
	int found;
	uint32_t start, end;
	const char *remark;
} searches[] = {
	{"\\bsome say", "and somebody says", 0, 0, 0, 0, 0, "a phrase that is not there"},
	{"\\bquay\\b", "the quay, the quay", 0, 0, 1, 4, 8, "the first"},
	{"\\bquay\\b", "the quay, the quay", 0, 8, 1, 14, 18, "the next"},
	{"\\w+", "\xc3\xa9t\xc3\xa9", 0, 0, 1, 0, 5, "letters are Unicode letters"},
	{"(?i)\xc3\x89T", "\xc3\xa9t\xc3\xa9", 0, 0, 1, 0, 3, "case folds beyond ASCII"},
	{"(?<=the )quay", "the quay", 0, 4, 1, 4, 8, "looks back to the window's start"},
	{"(?<=the )quay", "the quay", 4, 4, 0, 0, 0, "and no further"},
	{"^quay", "the quay", 4, 4, 1, 4, 8, "the window is all there is"},
	{"quay$", "quays", 0, 0, 0, 0, 0, "the text goes on"},
};

static void the_first_match_in_the_window_is_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(searches); i++) {
		struct error error = {0};
		struct pattern_budget budget = {PATTERN_BUDGET, 0};
		struct pattern *p = pattern_compile(searches[i].expression, &error);
		uint32_t start = 0, end = 0;
		if (p == NULL)
			fail_msg("%s", error.text);
		int found = pattern_find(p, searches[i].text, searches[i].window, searches[i].from,
					 (uint32_t)strlen(searches[i].text), &budget, &start, &end);
		if (found != searches[i].found || start != searches[i].start || end != searches[i].end)
			fail_msg("%s: %d %u-%u", searches[i].remark, found, start, end);
		pattern_free(p);
	}
}

/* Exponential and quadratic expressions end with the budget, not with the patience. */
static void a_costly_expression_is_given_up(void **state)
{
	(void)state;
	static const char *const costly[] = {"(a+)+$", "(?:a|a)+[bc]", ".*.*.*[xy]"};
	char text[2001];
	memset(text, 'a', 2000);
	text[1999] = '!';
	text[2000] = '\0';
	for (size_t i = 0; i < ROWS(costly); i++) {
		struct error error = {0};
		struct pattern_budget budget = {PATTERN_BUDGET, 0};
		struct pattern *p = pattern_compile(costly[i], &error);
		uint32_t start, end;
		assert_non_null(p);
		assert_int_equal(pattern_find(p, text, 0, 0, 2000, &budget, &start, &end), 0);
		if (!budget.exceeded)
			fail_msg("%s stayed within its limits", costly[i]);
		pattern_free(p);
	}
}

static void an_empty_budget_runs_nothing(void **state)
{
	(void)state;
	struct error error = {0};
	struct pattern_budget budget = {PATTERN_BUDGET, 0};
	struct pattern *p = pattern_compile("a+b", &error);
	static char text[1000];
	uint32_t start, end;
	memset(text, 'a', sizeof text);
	for (int i = 0; i < 100000 && !budget.exceeded; i++)
		pattern_find(p, text, 0, 0, sizeof text, &budget, &start, &end);
	assert_int_equal(budget.exceeded, 1);
	assert_int_equal(pattern_find(p, "aab and more than the budget has", 0, 0, sizeof text, &budget, &start, &end), 0);
	pattern_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unsafe_expressions_are_refused_with_a_reason),
		cmocka_unit_test(an_overlong_expression_is_refused),
		cmocka_unit_test(the_first_match_in_the_window_is_found),
		cmocka_unit_test(a_costly_expression_is_given_up),
		cmocka_unit_test(an_empty_budget_runs_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
