/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "base/error.h"
#include "plugin/check.h"

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	return 0;
}

static const slant_rule bad_name[] = {{.name = "Bad-Name", .summary = "x"}, {0}};
static const slant_rule twice[] = {{.name = "a", .summary = "x"}, {.name = "a", .summary = "x"}, {0}};
static const slant_rule no_voice[] = {{.name = "a", .summary = "x", .gives_voice = 1, .voice = 9}, {0}};
static const slant_option bad_default[] = {{.name = "gap", .summary = "x", .number = 20, .min = 1, .max = 9}, {0}};
static const slant_metric bad_kind[] = {{.name = "m", .summary = "x", .unit = "words", .kind = 77}, {0}};
static const slant_metric mean_of_nothing[] = {
	{.name = "m", .summary = "x", .unit = "words", .kind = SLANT_MEAN, .rules = "*"}, {0}};

#define GOOD .abi = SLANT_ABI, .size = sizeof(slant_plugin), .name = "good", .version = "1", .summary = "x", .analyze = analyze

static void a_refusal_says_what_is_wrong(void **state)
{
	(void)state;
	static const struct {
		slant_plugin plugin;
		const char *says;
	} rows[] = {
		{{.abi = 7, .size = sizeof(slant_plugin)}, "made for plugin interface 7, this program has 1"},
		{{.abi = SLANT_ABI, .size = 16}, "its descriptor has 16 bytes"},
		{{.abi = SLANT_ABI, .size = sizeof(slant_plugin), .version = "1", .summary = "x", .analyze = analyze}, "its name"},
		{{.abi = SLANT_ABI, .size = sizeof(slant_plugin), .name = "no-hyphen", .version = "1", .summary = "x", .analyze = analyze}, "its name"},
		{{.abi = SLANT_ABI, .size = sizeof(slant_plugin), .name = "x", .version = "1", .summary = "x"}, "no analyze()"},
		{{.abi = SLANT_ABI, .size = sizeof(slant_plugin), .name = "x", .summary = "x", .analyze = analyze}, "version"},
		{{GOOD, .rules = bad_name}, "rule 0"},
		{{GOOD, .rules = twice}, "rule a is declared twice"},
		{{GOOD, .rules = no_voice}, "gives voice 9"},
		{{GOOD, .options = bad_default}, "outside its range"},
		{{GOOD, .metrics = bad_kind}, "kind 77"},
		{{GOOD, .metrics = mean_of_nothing}, "names no key"},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		slant_plugin copy;
		struct error e = {0};
		assert_int_equal(check_plugin(&rows[i].plugin, &copy, &e), -1);
		if (strstr(e.text, rows[i].says) == NULL)
			fail_msg("'%s' does not say '%s'", e.text, rows[i].says);
	}
}

/* What a later version of the interface adds at the end must not matter. */
static void a_larger_descriptor_is_taken_as_far_as_it_is_known(void **state)
{
	(void)state;
	struct {
		slant_plugin known;
		void *later[4];
	} given = {.known = {GOOD}};
	given.known.size = sizeof given;
	slant_plugin copy;
	struct error e = {0};
	assert_int_equal(check_plugin(&given.known, &copy, &e), 0);
	assert_string_equal(copy.name, "good");
}

static void a_list_holds_whole_names(void **state)
{
	(void)state;
	assert_true(check_lists("quotes,attribution", "attribution"));
	assert_true(check_lists("quotes, attribution", "attribution"));
	assert_false(check_lists("quotes,attributions", "attribution"));
	assert_false(check_lists(NULL, "quotes"));
	assert_false(check_lists("", "quotes"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_refusal_says_what_is_wrong),
		cmocka_unit_test(a_larger_descriptor_is_taken_as_far_as_it_is_known),
		cmocka_unit_test(a_list_holds_whole_names),
	};
	return cmocka_run_group_tests_name("plugin_check", tests, NULL, NULL);
}
