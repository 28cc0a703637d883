/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "results/results.h"

static const slant_rule rules[] = {{.name = "seen", .summary = "x"}, {.name = "said", .summary = "x", .gives_voice = 1, .voice = SLANT_VOICE_QUOTED}};

static struct finding *one_finding(struct results *r, struct arena *arena, uint32_t rule)
{
	results_init(r, arena, NULL, 1);
	r->plugins[0].rules = rules;
	r->plugins[0].rule_count = ROWS(rules);
	return results_add_finding(r, 0, rule, 3, 7);
}

static void number(struct results *r, struct finding *f, const char *key, int64_t value)
{
	results_add_datum(r, f, DATUM_INT, key)->number = value;
}

static void data_are_found_by_a_path_of_keys(void **state)
{
	(void)state;
	struct arena arena;
	struct results r;
	arena_init(&arena);
	struct finding *f = one_finding(&r, &arena, 0);
	number(&r, f, "first", 1);
	results_add_datum(&r, f, DATUM_OBJECT, "cue");
	number(&r, f, "strength", 2);
	results_add_datum(&r, f, DATUM_ARRAY, "parts");
	number(&r, f, NULL, 3);
	results_add_datum(&r, f, DATUM_END, NULL);
	number(&r, f, "late", 4);
	results_add_datum(&r, f, DATUM_END, NULL);
	number(&r, f, "strength", 5);
	results_add_datum(&r, f, DATUM_OBJECT, "empty");
	results_add_datum(&r, f, DATUM_END, NULL);
	static const struct {
		const char *path;
		int64_t value;
	} rows[] = {{"first", 1}, {"cue.strength", 2}, {"cue.late", 4}, {"strength", 5}};
	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct slant_datum *d = datum_find(f->seen.data, rows[i].path);
		assert_non_null(d);
		assert_int_equal(d->number, rows[i].value);
	}
	static const char *const absent[] = {"fir", "firsts", "late", "cue.first", "first.x", "empty.x", "cue.parts.x", ""};
	for (size_t i = 0; i < ROWS(absent); i++)
		if (datum_find(f->seen.data, absent[i]) != NULL)
			fail_msg("found '%s'", absent[i]);
	arena_free(&arena);
}

static void the_voice_of_a_finding_is_given_or_its_rules(void **state)
{
	(void)state;
	struct arena arena;
	struct results r;
	arena_init(&arena);
	struct finding *f = one_finding(&r, &arena, 0);
	assert_int_equal(finding_voice(&r, f), -1);
	f->given_voice = SLANT_VOICE_REPORTED;
	assert_int_equal(finding_voice(&r, f), SLANT_VOICE_REPORTED);
	assert_int_equal(finding_voice(&r, one_finding(&r, &arena, 1)), SLANT_VOICE_QUOTED);
	arena_free(&arena);
}

static void many_findings_keep_their_order(void **state)
{
	(void)state;
	struct arena arena;
	struct results r;
	arena_init(&arena);
	one_finding(&r, &arena, 0);
	for (uint32_t i = 1; i < 1000; i++)
		results_add_finding(&r, 0, 1, i, i + 1);
	assert_int_equal(r.plugins[0].finding_count, 1000);
	for (uint32_t i = 1; i < 1000; i++) {
		assert_int_equal(r.plugins[0].findings[i]->order, i);
		assert_int_equal(r.plugins[0].findings[i]->seen.start, i);
		assert_string_equal(r.plugins[0].findings[i]->seen.rule_name, "said");
	}
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(data_are_found_by_a_path_of_keys),
		cmocka_unit_test(the_voice_of_a_finding_is_given_or_its_rules),
		cmocka_unit_test(many_findings_keep_their_order),
	};
	return cmocka_run_group_tests_name("results", tests, NULL, NULL);
}
