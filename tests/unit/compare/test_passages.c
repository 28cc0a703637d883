/* SPDX-License-Identifier: MIT */
#include "unit/compare/helpers.h"

/* Sentences around the ones that matter, so that names of the story are not rare. */
#define FILLER_A "\nRain fell on the mole all week. The trams stood still. Nobody sold eels in the market hall. A dog slept on the steps."
#define FILLER_B "\nThe theatre opened a new season. Bakers raised their prices again. Children painted the kiosk green. A kite hung in the elm."

static json_t *passages(const char *about_a, const char *a, const char *about_b, const char *b)
{
	char text_a[2000], text_b[2000];
	snprintf(text_a, sizeof text_a, "%s%s", a, FILLER_A);
	snprintf(text_b, sizeof text_b, "%s%s", b, FILLER_B);
	json_t *c = compare_records((json_t *[]){make_record(about_a, text_a), make_record(about_b, text_b)}, 2, NULL);
	json_t *list = json_incref(at(c, "stories 0 passages"));
	json_decref(c);
	return list;
}

#define MAIL "{\"id\":\"m\",\"outlet\":\"Tamsin Mail\",\"date\":\"2026-03-07\",\"language\":\"en\"}"
#define POST "{\"id\":\"p\",\"outlet\":\"Quay Post\",\"date\":\"2026-03-10\",\"language\":\"en\"}"

static json_t *pair(const char *a, const char *b)
{
	return passages(MAIL, a, POST, b);
}

static void the_same_event_in_other_words_is_found(void **state)
{
	(void)state;
	json_t *l = pair("Guards led by Captain Orin Reed crushed a barricade on Mole Street before dawn.",
			 "In the night Captain Orin Reed and his guards attacked the barricade that stood on Mole Street.");
	expect_size(l, "", 1);
	expect_int(l, "0 first article", 0);
	expect_int(l, "0 second start", 0);
	assert_true(json_array_size(at(l, "0 shared")) >= 2);
	assert_true(json_array_size(at(l, "0 first own_words")) >= 2);
	json_decref(l);
}

static void one_name_with_its_title_is_not_enough(void **state)
{
	(void)state;
	json_t *l = pair("Reporters followed Harbour Envoy Orin Reed to the gate.",
			 "Last year Harbour Envoy Orin Reed bought a house.");
	expect_size(l, "", 0);
	json_decref(l);
}

static void meetings_months_apart_are_not_one(void **state)
{
	(void)state;
	json_t *l = pair("On September 3 Orin Reed met Lidia Farro aboard the Constancy near Ardun.",
			 "On March 5 Orin Reed met Lidia Farro aboard the Constancy near Ardun.");
	expect_size(l, "", 0);
	json_decref(l);
	l = pair("On March 5 Orin Reed met Lidia Farro aboard the Constancy near Ardun.",
		 "On March 5 Orin Reed met Lidia Farro aboard the Constancy near Ardun.");
	expect_size(l, "", 1);
	json_decref(l);
}

static const json_t *difference(const json_t *list, const char *kind)
{
	const json_t *d;
	size_t i;
	json_array_foreach(at(list, "0 differences"), i, d)
		if (strcmp(json_get_text(d, "kind", ""), kind) == 0)
			return d;
	return NULL;
}

static void two_days_for_one_event_are_a_conflict(void **state)
{
	(void)state;
	json_t *l = pair("Orin Reed met Lidia Farro aboard the Constancy on Thursday near Ardun.",
			 "Orin Reed met Lidia Farro aboard the Constancy last Friday near Ardun.");
	const json_t *d = difference(l, "day");
	assert_non_null(d);
	expect_text(d, "first from", "2026-03-05");
	expect_text(d, "second from", "2026-03-06");
	assert_true(json_is_true(at(d, "conflict")));
	json_decref(l);
}

static void a_day_that_does_not_resolve_is_no_conflict(void **state)
{
	(void)state;
	json_t *l = passages(MAIL, "Orin Reed met Lidia Farro aboard the Constancy on March 5 near Ardun.",
			     "{\"id\":\"p\",\"outlet\":\"Quay Post\",\"language\":\"en\"}",
			     "Orin Reed met Lidia Farro aboard the Constancy on March 6 near Ardun.");
	const json_t *d = difference(l, "day");
	assert_non_null(d);
	assert_true(json_is_false(at(d, "conflict")));
	json_decref(l);
}

static void numbers_of_one_thing_are_compared(void **state)
{
	(void)state;
	json_t *l = pair("Doctors at the Mole Street clinic near Ardun counted 14 bodies and 43 prisoners.",
			 "At the Mole Street clinic near Ardun doctors counted seventeen bodies and forty-three prisoners.");
	const json_t *d = difference(l, "figure");
	assert_non_null(d);
	expect_text(d, "first 0", "14");
	expect_text(d, "second 0", "seventeen");
	expect_size(at(l, "0"), "differences", 1); /* 43 and forty-three agree */
	json_decref(l);
}

static void words_for_one_concept_are_set_side_by_side(void **state)
{
	(void)state;
	json_t *a = make_record(MAIL, "Fighters under Orin Reed held the barricade on Mole Street." FILLER_A);
	json_t *b = make_record(POST, "Terrorists under Orin Reed held the barricade on Mole Street." FILLER_B);
	add_plugin(a, "loaded_terms", "ok");
	add_plugin(b, "loaded_terms", "ok");
	mark_term(a, "armed", "fighter", "Fighters", 1, NULL);
	mark_term(b, "armed", "terrorist", "Terrorists", 1, NULL);
	json_t *c = compare_records((json_t *[]){a, b}, 2, NULL), *l = at(c, "stories 0 passages");
	const json_t *d = difference(l, "term");
	assert_non_null(d);
	expect_text(d, "concept", "armed");
	expect_text(d, "first 0", "fighter");
	expect_text(d, "second 0", "terrorist");
	expect_text(l, "0 first findings 0", "f1");
	json_decref(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_event_in_other_words_is_found),
		cmocka_unit_test(one_name_with_its_title_is_not_enough),
		cmocka_unit_test(meetings_months_apart_are_not_one),
		cmocka_unit_test(two_days_for_one_event_are_a_conflict),
		cmocka_unit_test(a_day_that_does_not_resolve_is_no_conflict),
		cmocka_unit_test(numbers_of_one_thing_are_compared),
		cmocka_unit_test(words_for_one_concept_are_set_side_by_side),
	};
	return cmocka_run_group_tests_name("passages", tests, NULL, NULL);
}
