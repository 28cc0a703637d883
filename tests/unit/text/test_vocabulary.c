/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "slantwise/plugin.h"
#include "text/vocabulary.h"

static uint32_t find(const struct vocabulary *v, const char *word)
{
	return vocabulary_find(v, word, strlen(word));
}

static uint32_t add(struct vocabulary *v, const char *word)
{
	return vocabulary_add(v, word, strlen(word));
}

static void words_get_ids_once_and_are_found_again(void **state)
{
	(void)state;
	struct vocabulary *v = vocabulary_new();
	assert_int_equal(find(v, "harbour"), SLANT_WORD_UNKNOWN);
	assert_int_equal(add(v, "harbour"), SLANT_FIRST_WORD);
	assert_int_equal(add(v, "quay"), SLANT_FIRST_WORD + 1);
	assert_int_equal(add(v, "harbour"), SLANT_FIRST_WORD);
	vocabulary_freeze(v);
	assert_int_equal(find(v, "quay"), SLANT_FIRST_WORD + 1);
	assert_int_equal(find(v, "qua"), SLANT_WORD_UNKNOWN);
	assert_int_equal(find(v, "quays"), SLANT_WORD_UNKNOWN);
	assert_int_equal(find(v, ""), SLANT_WORD_UNKNOWN);
	assert_string_equal(vocabulary_word(v, SLANT_FIRST_WORD), "harbour");
	assert_string_equal(vocabulary_word(v, SLANT_COMMA), "");
	assert_string_equal(vocabulary_word(v, 99999), "");
	assert_int_equal(vocabulary_limit(v), SLANT_FIRST_WORD + 2);
	vocabulary_free(v);
}

static void words_longer_than_a_key_differ_in_their_last_byte(void **state)
{
	(void)state;
	struct vocabulary *v = vocabulary_new();
	uint32_t a = add(v, "internationalisation"), b = add(v, "internationalisatioX");
	assert_int_not_equal(a, b);
	assert_int_equal(find(v, "internationalisation"), a);
	assert_int_equal(find(v, "internationalisatioX"), b);
	assert_int_equal(find(v, "internationalisatioY"), SLANT_WORD_UNKNOWN);
	assert_int_equal(add(v, "sixteen bytes ok"), b + 1);
	assert_int_equal(find(v, "sixteen bytes ok"), b + 1);
	vocabulary_free(v);
}

static void many_words_keep_their_ids_while_the_table_grows(void **state)
{
	(void)state;
	struct vocabulary *v = vocabulary_new();
	char word[32];
	for (uint32_t i = 0; i < 20000; i++) {
		snprintf(word, sizeof word, "%s%u", i % 3 ? "w" : "a-rather-long-word-", i);
		assert_int_equal(add(v, word), SLANT_FIRST_WORD + i);
	}
	vocabulary_freeze(v);
	for (uint32_t i = 0; i < 20000; i++) {
		snprintf(word, sizeof word, "%s%u", i % 3 ? "w" : "a-rather-long-word-", i);
		assert_int_equal(find(v, word), SLANT_FIRST_WORD + i);
	}
	vocabulary_free(v);
}

static void a_wildcard_takes_the_words_that_no_one_named(void **state)
{
	(void)state;
	struct vocabulary *v = vocabulary_new();
	uint32_t named = add(v, "portage");
	uint32_t port = vocabulary_add_prefix(v, "port", 4), portu = vocabulary_add_prefix(v, "portu", 5);
	uint32_t one = vocabulary_add_prefix(v, "x", 1);
	uint32_t lengthy = vocabulary_add_prefix(v, "counterrevolutionar", 19);
	vocabulary_freeze(v);
	static const struct {
		const char *word;
		int which;
	} rows[] = {{"ports", 1}, {"port", 1}, {"portuary", 2}, {"portage", 0}, {"por", 4}, {"report", 4},
		    {"x", 3}, {"xylophone", 3}, {"counterrevolutionaries", 5}, {"counterrevolution", 4},
		    {"portcullises-and-more", 1}};
	const uint32_t ids[] = {named, port, portu, one, SLANT_WORD_UNKNOWN, lengthy};
	for (size_t i = 0; i < ROWS(rows); i++)
		if (find(v, rows[i].word) != ids[rows[i].which])
			fail_msg("%s", rows[i].word);
	assert_string_equal(vocabulary_word(v, port), "port*");
	vocabulary_free(v);
}

static void known_words_with_a_prefix_are_listed_before_and_after_freezing(void **state)
{
	(void)state;
	struct vocabulary *v = vocabulary_new();
	add(v, "quays");
	add(v, "quay");
	add(v, "quarry");
	add(v, "queue");
	vocabulary_add_prefix(v, "qua", 3);
	uint32_t ids[2] = {0};
	for (int frozen = 0; frozen < 2; frozen++) {
		assert_int_equal(vocabulary_with_prefix(v, "qua", 3, ids, 2), 3);
		assert_true(ids[0] >= SLANT_FIRST_WORD && ids[1] >= SLANT_FIRST_WORD && ids[0] != ids[1]);
		assert_int_equal(vocabulary_with_prefix(v, "z", 1, ids, 2), 0);
		vocabulary_freeze(v);
	}
	vocabulary_free(v);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_get_ids_once_and_are_found_again),
		cmocka_unit_test(words_longer_than_a_key_differ_in_their_last_byte),
		cmocka_unit_test(many_words_keep_their_ids_while_the_table_grows),
		cmocka_unit_test(a_wildcard_takes_the_words_that_no_one_named),
		cmocka_unit_test(known_words_with_a_prefix_are_listed_before_and_after_freezing),
	};
	return cmocka_run_group_tests_name("vocabulary", tests, NULL, NULL);
}
