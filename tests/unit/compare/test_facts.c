/* SPDX-License-Identifier: MIT */
#include "unit/compare/helpers.h"

#define MAIL "{\"id\":\"m\",\"outlet\":\"Tamsin Mail\",\"date\":\"2026-03-07\",\"language\":\"en\"}"
#define POST "{\"id\":\"p\",\"outlet\":\"Quay Post\",\"date\":\"2026-03-10\",\"language\":\"en\"}"

static json_t *story(const char *a, const char *b)
{
	json_t *c = compare_records((json_t *[]){make_record(MAIL, a), make_record(POST, b)}, 2, NULL);
	json_t *s = json_incref(at(c, "stories 0"));
	json_decref(c);
	return s;
}

static const json_t *named(const json_t *list, const char *key, const char *name)
{
	const json_t *item;
	size_t i;
	json_array_foreach(list, i, item)
		if (strcmp(json_get_text(item, key, ""), name) == 0)
			return item;
	return NULL;
}

static void what_one_article_lacks_is_listed(void **state)
{
	(void)state;
	json_t *s = story("On March 5 the envoy Lidia Farro came to Ostrel. She met 14 fishers and Orin Reed of Ardun.",
			  "In Ostrel the envoy Lidia Farro met the fishers. It was late.");
	assert_null(named(at(s, "facts names"), "name", "Lidia Farro")); /* both have her */
	const json_t *reed = named(at(s, "facts names"), "name", "Orin Reed");
	assert_non_null(reed);
	expect_size(reed, "articles", 1);
	expect_int(reed, "articles 0 article", 0);
	expect_int(reed, "articles 0 places 0 0", 72);
	expect_text(s, "facts days 0 day", "2026-03-05");
	expect_text(s, "facts figures 0 value", "14");
	expect_text(s, "facts figures 0 thing", "fishers");
	json_decref(s);
}

static void short_and_long_names_are_one(void **state)
{
	(void)state;
	json_t *s = story("There stood Captain Orin Reed, the head of the guard. Then Reed spoke, and so did Captain Reed.",
			  "In the rain former captain Orin Reed laughed at Reed.");
	const json_t *reed = named(at(s, "people"), "name", "Orin Reed");
	assert_non_null(reed);
	expect_int(reed, "groups 0 mentions", 3);
	expect_text(reed, "groups 0 names 0 text", "Orin Reed");
	expect_text(reed, "groups 0 names 1 text", "Reed");
	expect_int(reed, "groups 0 names 1 count", 2);
	expect_text(reed, "groups 0 descriptors 0 text", "Captain");
	expect_text(reed, "groups 0 descriptors 1 text", "the head of the guard");
	expect_text(reed, "groups 1 descriptors 0 text", "former captain");
	json_decref(s);
}

static void two_first_names_are_two_persons(void **state)
{
	(void)state;
	json_t *s = story("We saw Arlo Kavell and his brother Joss Kavell near the gate. And Kavell sang.",
			  "They heard Arlo Kavell there. And Joss Kavell sang, but Kavell did not.");
	assert_non_null(named(at(s, "people"), "name", "Arlo Kavell"));
	assert_non_null(named(at(s, "people"), "name", "Joss Kavell"));
	expect_int(named(at(s, "people"), "name", "Arlo Kavell"), "groups 0 mentions", 1);
	json_decref(s);
}

static void a_plan_named_after_two_is_neither(void **state)
{
	(void)state;
	json_t *s = story("We read of Saltgate and of Vesk. Then the Vesk Saltgate plan failed.",
			  "They wrote of Saltgate and of Vesk.");
	const json_t *saltgate = named(at(s, "people"), "name", "Saltgate");
	assert_non_null(saltgate);
	expect_int(saltgate, "groups 0 mentions", 1);
	json_decref(s);
}

static void capitals_that_had_to_be_name_nobody(void **state)
{
	(void)state;
	json_t *s = story("Rain fell on Ostrel. Fishers came home. On Monday I slept.", "Guards left Ostrel. In May it snowed.");
	expect_size(s, "facts names", 0);
	json_decref(s);
}

static void times_and_parts_are_no_figures(void **state)
{
	(void)state;
	json_t *s = story("At twenty to four they took four of the six officers and 2.5 million crowns.", "Nothing was taken.");
	expect_size(s, "facts figures", 2);
	expect_text(named(at(s, "facts figures"), "thing", "officers"), "value", "6");
	const json_t *money = named(at(s, "facts figures"), "thing", "crowns");
	assert_non_null(money);
	expect_text(money, "value", "2500000");
	json_decref(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_one_article_lacks_is_listed),
		cmocka_unit_test(short_and_long_names_are_one),
		cmocka_unit_test(two_first_names_are_two_persons),
		cmocka_unit_test(a_plan_named_after_two_is_neither),
		cmocka_unit_test(capitals_that_had_to_be_name_nobody),
		cmocka_unit_test(times_and_parts_are_no_figures),
	};
	return cmocka_run_group_tests_name("facts", tests, NULL, NULL);
}
