/* SPDX-License-Identifier: MIT */
#include "unit/text/text_unit.h"

#include "base/utf8.h"

#include <time.h>

static void code_points_are_counted_from_any_byte(void **state)
{
	(void)state;
	static char text[3000];
	size_t n = 0;
	while (n < 2900) /* one, two, three and four bytes in turn */
		n += (size_t)snprintf(text + n, sizeof text - n, "a\u00e9\u201c\U0001F600 ");
	struct document d = build("en", text);
	assert_int_equal(d.code_points, utf8_count(text, n));
	for (uint32_t byte = 0; byte <= n; byte++)
		if (byte == n || (text[byte] & 0xc0) != 0x80)
			assert_int_equal(document_code_point(&d, byte), utf8_count(text, byte));
}

static void an_empty_text_is_a_document(void **state)
{
	(void)state;
	struct document d = build("en", "");
	assert_int_equal(d.seen.paragraph_count + d.seen.sentence_count + d.seen.token_count + d.words, 0);
	assert_int_equal(document_code_point(&d, 0), 0);
	assert_string_equal(d.seen.language, "en");
}

/* Every part lies in the one around it, in order, and names it. */
static void check_nesting(const struct document *d)
{
	const slant_document *s = &d->seen;
	uint32_t sentence = 0, token = 0;
	for (uint32_t p = 0; p < s->paragraph_count; p++) {
		assert_int_equal(s->paragraphs[p].first_sentence, sentence);
		for (; sentence < s->paragraphs[p].end_sentence; sentence++) {
			const slant_sentence *one = &s->sentences[sentence];
			assert_int_equal(one->paragraph, p);
			assert_int_equal(one->first_token, token);
			assert_true(one->start >= s->paragraphs[p].start && one->end <= s->paragraphs[p].end);
			for (; token < one->end_token; token++)
				assert_int_equal(s->tokens[token].sentence, sentence);
		}
	}
	assert_int_equal(sentence, s->sentence_count);
	assert_int_equal(token, s->token_count);
}

static void parts_lie_in_each_other(void **state)
{
	(void)state;
	struct document d = build("en", "Harbour shut\n\nBy Anna Mertens\n\nIt is \u201cshut. For good,\u201d she said. Is it?\n\n"
					"\u201cYes.\n\n\u201cNo.\u201d 1. Wait 2. Leave\n\nAdvertisement");
	check_nesting(&d);
	assert_int_equal(d.seen.paragraph_count, 6);
}

static double seconds_for(const char *unit, uint32_t times)
{
	size_t n = strlen(unit);
	char *text = malloc(n * times + 1);
	for (uint32_t i = 0; i < times; i++)
		memcpy(text + i * n, unit, n);
	text[n * times] = '\0';
	clock_t start = clock();
	struct document d = build("en", text);
	double took = (double)(clock() - start) / CLOCKS_PER_SEC;
	check_nesting(&d);
	free(text);
	return took;
}

/* Texts made to cost more than their length. Each takes some hundredths of a second;
 * anything that grew with the square of the length would take minutes. */
static void hostile_texts_take_no_longer_than_their_share(void **state)
{
	(void)state;
	static const char *const units[] = {
		"\"", "'", "\u201c", "\u201d", "' ", "\u201ca \u2018b ", "\"a \"b \"c", "? ", ". ", "a. ", "A. ", "(", "(a) ",
		"x. [1] ", "\n", "A\n", "a", "a-", "a.", "a'", "e\u0301\u0323", "\u0323\u0301", "\u200b", "1,", "\u2022 a ", "By Anna\n\n",
		"\"A?\" Anna Mertens said. ", "One two three four five six seven eight.\n\n", "Text here (credit: a)\n\n",
	};
	for (size_t i = 0; i < ROWS(units); i++)
		if (seconds_for(units[i], 200000) > 10)
			fail_msg("%s", units[i]);
}

static void names_of_roles_and_voices_go_both_ways(void **state)
{
	(void)state;
	for (int i = 0; i < SLANT_ROLES; i++)
		assert_int_equal(role_from_name(role_name(i)), i);
	for (int i = 0; i < SLANT_VOICES; i++)
		assert_int_equal(voice_from_name(voice_name(i)), i);
	assert_int_equal(role_from_name("frontpage"), -1);
	assert_int_equal(voice_from_name(""), -1);
	assert_string_equal(role_name(SLANT_ROLE_QUOTE_BLOCK), "quote_block");
	assert_string_equal(voice_name(SLANT_VOICE_DISTANCED), "distanced");
}

static void compounds_count_as_one_word(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		uint32_t words;
	} rows[] = {{"cease-fire", 1}, {"Anna's ship", 2}, {"a 21-point plan", 3}, {"in the U.S.", 3}, {"1,200 ships, 2\u00bd days", 4},
		    {"don't", 1}, {"high\u2011risk", 1}, {"\u2014 ... !", 0}};
	for (size_t i = 0; i < ROWS(rows); i++)
		if (build("en", rows[i].text).words != rows[i].words)
			fail_msg("%s", rows[i].text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(code_points_are_counted_from_any_byte),
		cmocka_unit_test(an_empty_text_is_a_document),
		cmocka_unit_test(parts_lie_in_each_other),
		cmocka_unit_test(hostile_texts_take_no_longer_than_their_share),
		cmocka_unit_test(names_of_roles_and_voices_go_both_ways),
		cmocka_unit_test(compounds_count_as_one_word),
	};
	return cmocka_run_group_tests_name("document", tests, text_setup, text_teardown);
}
