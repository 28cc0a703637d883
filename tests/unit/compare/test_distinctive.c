/* SPDX-License-Identifier: MIT */
#include "unit/compare/helpers.h"

#define MAIL "{\"id\":\"m\",\"outlet\":\"Tamsin Mail\",\"language\":\"en\"}"
#define POST "{\"id\":\"p\",\"outlet\":\"Quay Post\",\"language\":\"en\"}"

/* Twenty sentences; the last word of each is `often` as many times as asked, then differs. */
static json_t *article(const char *about, const char *often, int times)
{
	static const char *const rest[] = {"boats", "nets", "eels", "ropes", "masts"};
	char text[4000] = "";
	for (int i = 0; i < 20; i++) {
		strcat(text, "Fishers of the harbour spoke about ");
		strcat(text, i < times ? often : rest[i % 5]);
		strcat(text, i % 2 ? " again. " : " there. ");
	}
	return make_record(about, text);
}

static json_t *distinctive(json_t *a, json_t *b)
{
	json_t *c = compare_records((json_t *[]){a, b}, 2, NULL), *d = json_incref(at(c, "stories 0 distinctive"));
	json_decref(c);
	return d;
}

static void a_word_of_one_group_is_found_above_the_noise(void **state)
{
	(void)state;
	json_t *d = distinctive(article(MAIL, "storms", 15), article(POST, "calm", 0));
	expect_text(d, "groups 0 words 0 word", "storms");
	expect_int(d, "groups 0 words 0 count", 15);
	expect_int(d, "groups 0 words 0 others", 0);
	assert_true(json_real_value(at(d, "groups 0 words 0 z")) > json_real_value(at(d, "groups 0 noise_z")));
	assert_true(json_is_true(at(d, "groups 0 words 0 above_noise")));
	expect_int(d, "groups 0 words_of_group", 160);
	json_decref(d);
}

static void equal_texts_have_nothing_above_the_noise(void **state)
{
	(void)state;
	json_t *d = distinctive(article(MAIL, "storms", 6), article(POST, "storms", 6)), *word;
	size_t g, i;
	json_t *group;
	json_array_foreach(at(d, "groups"), g, group)
		json_array_foreach(at(group, "words"), i, word)
			assert_false(json_is_true(at(word, "above_noise")));
	json_decref(d);
}

static void small_words_and_words_of_others_do_not_count(void **state)
{
	(void)state;
	json_t *a = article(MAIL, "storms", 15);
	json_t *record = a;
	/* the same words between quotation marks are not the writer's */
	for (int i = 1; i <= 15; i++)
		mark_nth(record, "quotes", "partial", "storms", i, "quoted", NULL);
	json_t *d = distinctive(a, article(POST, "calm", 0));
	json_t *word;
	size_t i;
	json_array_foreach(at(d, "groups 0 words"), i, word) {
		assert_string_not_equal(json_get_text(word, "word", ""), "storms");
		assert_string_not_equal(json_get_text(word, "word", ""), "the");
	}
	json_decref(d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_of_one_group_is_found_above_the_noise),
		cmocka_unit_test(equal_texts_have_nothing_above_the_noise),
		cmocka_unit_test(small_words_and_words_of_others_do_not_count),
	};
	return cmocka_run_group_tests_name("distinctive", tests, NULL, NULL);
}
