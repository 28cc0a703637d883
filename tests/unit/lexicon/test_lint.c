/* SPDX-License-Identifier: MIT */
#include "unit/lexicon/fixture.h"

#include "lexicon/lint.h"

static const struct {
	const char *entries;
	enum lint_level level;
	const char *message, *remark;
} rows[] = {
	{"{\"id\":\"a\",\"terms\":[\"quay\",\"wall\",\"quay\"]}", LINT_WARNING,
	 "x.json: entries[0].terms[2]: 'quay' is said by 'quay' already (in a)", "a term twice"},
	{"{\"id\":\"a\",\"terms\":[\"quays\",\"quay@noun\"]}", LINT_NOTE, "terms[0]: 'quays' is said by 'quay@noun' already",
	 "a form that a mark gives"},
	{"{\"id\":\"a\",\"terms\":[\"call ... him\",\"call ... him\"]}", LINT_WARNING, "terms[1]: 'call ... him' is said by",
	 "a term with a gap twice"},
	{"{\"id\":\"a\",\"variants\":[{\"id\":\"v\",\"terms\":[\"quay\"]}]},{\"id\":\"b\",\"variants\":[{\"id\":\"w\",\"terms\":[\"quay@noun\"]}]}",
	 LINT_WARNING, "entries[1].variants[0].terms[0]: 'quay@noun' is a term of a.v (x.json), too, and that one comes first",
	 "two wordings of one phrase"},
	{"{\"id\":\"a\",\"terms\":[\"quay\"]},{\"id\":\"b\",\"terms\":[\"quay\"]}", LINT_NOTE, "'quay' is a term of a (x.json), too",
	 "two simple entries may share a cue"},
	{"{\"id\":\"a\",\"terms\":[\"quay\"],\"exclude\":[\"quay@noun\"]}", LINT_WARNING,
	 "terms[0]: 'quay' can never count: an exclusion covers it", "excluded by itself"},
	{"{\"id\":\"a\",\"terms\":[\"quay\"],\"exclude\":[\"harbour wall\"]}", LINT_NOTE,
	 "exclude[0]: 'harbour wall' excludes nothing", "an exclusion beside the point"},
	{"{\"id\":\"a\",\"terms\":[\"quay\"],\"only_in\":[\"harbour wall\",\"old wall\"]}", LINT_WARNING,
	 "only_in: no term stands in any of these phrases", "a context that cannot be"},
	{"{\"id\":\"a\",\"terms\":[\"quay wall\"],\"anchors\":[\"wall\"]}", LINT_NOTE,
	 "anchors: every term holds one of its anchors itself", "anchors that never decide"},
	{"{\"id\":\"a\",\"terms\":[\"quay\"],\"examples\":[\"The quay is old.\",\"The wall is old.\"]}", LINT_WARNING,
	 "examples[1]: 'The wall is old.': no term matches", "an example of something else"},
	{"{\"id\":\"a\",\"terms\":[\"quay\"],\"examples\":[\"The old quay.\"]},{\"id\":\"b\",\"terms\":[\"old quay\"]}", LINT_WARNING,
	 "examples[0]: 'The old quay.': a longer term of b hides it", "an example of another entry"},
	{"{\"id\":\"a\",\"terms\":[\"like|as if|as though\"]}", LINT_WARNING, "'as' stands in two places side by side",
	 "alternatives of several words"},
	{"{\"id\":\"a\",\"terms\":[\"it was|has been|had been|can be seen\"]}", LINT_WARNING, "'been' stands in two places side by side",
	 "the same, from the other end"},
	{"{\"id\":\"a\",\"variants\":[{\"id\":\"v\",\"terms\":[\"quay\"]}]}", LINT_WARNING, "variants[0]: there are no sources", "sources"},
	{"{\"id\":\"a\",\"variants\":[{\"id\":\"v\",\"terms\":[\"quay\"]}]}", LINT_WARNING, "it does not say whose word it is", "side"},
	{"{\"id\":\"a\",\"variants\":[{\"id\":\"v\",\"terms\":[\"quay\"],\"weight\":2}]}", LINT_NOTE, "it has 0 of 2 examples", "examples"},
	{"{\"id\":\"a\",\"variants\":[{\"id\":\"v\",\"terms\":[\"quay\"],\"pair\":\"w\"},{\"id\":\"w\",\"terms\":[\"wall\"]}]}", LINT_WARNING,
	 "variants[0]: its pair 'w' does not name it in turn", "a pair of one"},
	{"{\"id\":\"a\",\"variants\":[{\"id\":\"v\",\"terms\":[\"quay\"],\"pair\":\"w\",\"weight\":3},"
	 "{\"id\":\"w\",\"terms\":[\"wall\"],\"pair\":\"v\",\"weight\":1}]}", LINT_WARNING,
	 "variants[0]: it has weight 3 and its pair 'w' 1, and no guide is named", "an unequal pair"},
	{"{\"id\":\"a\",\"topic\":\"t\",\"variants\":[{\"id\":\"v\",\"terms\":[\"quay\"],\"side\":\"them\"},"
	 "{\"id\":\"w\",\"terms\":[\"wall\"],\"side\":\"none\"}]}", LINT_WARNING,
	 "the topic 't' knows the words of one side only: them", "one side"},
	{"{\"id\":\"a\",\"terms\":[\"quay\"]}", LINT_NOTE, "x.json: the key \"licence\" is missing", "the head"},
	{"{\"id\":\"a\",\"terms\":[\"\xe2\x80\x94\"]}", LINT_ERROR, "only of marks", "what cannot be compiled"},
};

struct wanted {
	enum lint_level level;
	const char *message;
	int found;
};

static void look_for(void *context, enum lint_level level, const char *message)
{
	struct wanted *w = context;
	w->found |= level == w->level && strstr(message, w->message) != NULL;
}

static void what_is_questionable_is_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct fixture f = {0};
		struct wanted wanted = {rows[i].level, rows[i].message, 0};
		fixture_add(&f, "p", "en", rows[i].entries);
		lexicons_lint(&f.lexicons, fixture_languages(), look_for, &wanted);
		if (!wanted.found)
			fail_msg("%s: not told: %s", rows[i].remark, rows[i].message);
		fixture_free(&f);
	}
}

static void refuse_warnings(void *context, enum lint_level level, const char *message)
{
	(void)context;
	if (level >= LINT_WARNING)
		fail_msg("%s", message);
}

#define VARIANT(id, term, side, pair, more)                                                                       \
	"{\"id\":\"" id "\",\"terms\":[\"" term "\"],\"side\":\"" side "\",\"pair\":\"" pair                      \
	"\",\"frame\":\"f\",\"weight\":2,\"sources\":[\"usage\"],\"examples\":[\"The " term ".\"]" more "}"

static void what_is_in_order_is_not_told(void **state)
{
	(void)state;
	static const char *const good[] = {
		"{\"id\":\"a\",\"topic\":\"t\",\"variants\":[" VARIANT("v", "quay", "us", "w", "") "," VARIANT("w", "wall", "them", "v", "") "]}",
		/* anchors keep two concepts apart */
		"{\"id\":\"a\",\"variants\":[" VARIANT("v", "quay", "us", "w", ",\"anchors\":[\"sea\"]") "," VARIANT("w", "wall", "them", "v", "") "]},"
		"{\"id\":\"b\",\"variants\":[" VARIANT("v", "quay", "us", "w", "") "," VARIANT("w", "mole", "them", "v", "") "]}",
		/* examples are tried as if every anchor were there */
		"{\"id\":\"a\",\"terms\":[\"quay\"],\"anchors\":[\"sea\"],\"examples\":[\"The quay.\"]}",
		"{\"id\":\"a\",\"terms\":[\"quay\",\"old|grey harbour|old|new wall\"],\"only_in\":[\"old|new quay\"],\"exclude\":[\"new quay\"],\"examples\":[\"The old quay.\"]}",
	};
	for (size_t i = 0; i < ROWS(good); i++) {
		struct fixture f = {0};
		fixture_add(&f, "p", "en", good[i]);
		lexicons_lint(&f.lexicons, fixture_languages(), refuse_warnings, NULL);
		fixture_free(&f);
	}
}

static void ids_are_compared_over_all_files(void **state)
{
	(void)state;
	struct fixture f = {0};
	struct wanted same = {LINT_WARNING, "the id is used in x.json, too (in a)", 0};
	fixture_add(&f, "p", "en", "{\"id\":\"a\",\"terms\":[\"quay\"]}");
	fixture_add(&f, "p", "en", "{\"id\":\"a\",\"terms\":[\"wall\"]}");
	lexicons_lint(&f.lexicons, fixture_languages(), look_for, &same);
	assert_int_equal(same.found, 1);
	fixture_free(&f);
	fixture_add(&f, "p", "en", "{\"id\":\"a\",\"terms\":[\"quay\"]}");
	fixture_add(&f, "p", "xx", "{\"id\":\"a\",\"terms\":[\"wall\"]}");
	fixture_add(&f, "q", "en", "{\"id\":\"a\",\"terms\":[\"wall\"]}");
	lexicons_lint(&f.lexicons, fixture_languages(), refuse_warnings, NULL);
	fixture_free(&f);
}

static int tear_down(void **state)
{
	(void)state;
	languages_free(fixture_languages());
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_questionable_is_told),
		cmocka_unit_test(what_is_in_order_is_not_told),
		cmocka_unit_test(ids_are_compared_over_all_files),
	};
	return cmocka_run_group_tests(tests, NULL, tear_down);
}
