/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "base/buffer.h"
#include "report/plain.h"

static void expect(struct buffer *b, const char *wanted)
{
	assert_string_equal(b->data ? b->data : "", wanted);
	buffer_free(b);
}

static void control_characters_are_shown_and_not_sent(void **state)
{
	(void)state;
	static const struct { const char *in, *out; } rows[] = {
		{"plain words", "plain words"},
		{"two\nlines\tand a tab", "two lines and a tab"},
		{"\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"},
		{"bell\a", "bell\\x07"},
		{"del\x7f", "del\\x7f"},
		{"C1 \xc2\x9b", "C1 \\u{9b}"},
		{"turned \xe2\x80\xae" "around", "turned \\u{202e}around"},
		{"zero\xe2\x80\x8bwidth", "zero\\u{200b}width"},
		{"not utf-8 \xff", "not utf-8 \\xff"},
		{"no\xc2\xa0" "break", "no break"},
		{"Küste “quay”", "Küste “quay”"},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buffer b = {0};
		plain_text(&b, rows[i].in);
		expect(&b, rows[i].out);
	}
}

static void width_counts_columns(void **state)
{
	(void)state;
	static const struct { const char *text; size_t width; } rows[] = {
		{"", 0}, {"abc", 3}, {"Küste", 5}, {"e\xcc\x81", 1}, {"港", 2}, {"\x1b", 4}, {"“a”", 3},
	};
	for (size_t i = 0; i < ROWS(rows); i++)
		assert_int_equal(plain_width(rows[i].text, strlen(rows[i].text)), rows[i].width);
}

static void columns_are_cut_and_filled(void **state)
{
	(void)state;
	struct buffer b = {0};
	plain_column(&b, "harbour", 7, 9);
	buffer_byte(&b, '|');
	plain_column(&b, "harbour", 7, 5);
	buffer_byte(&b, '|');
	plain_column(&b, "港港港", 9, 4); /* half a character does not fit */
	buffer_byte(&b, '|');
	expect(&b, "harbour  |harb…|港… |");
}

static void long_lines_are_wrapped_with_an_indent(void **state)
{
	(void)state;
	struct buffer b = {0};
	plain_wrap(&b, "one two  three four", 19, 2, 4, 12);
	expect(&b, "one two\n    three\n    four\n");
	plain_wrap(&b, "unbreakableword", 15, 0, 2, 8);
	expect(&b, "unbreakableword\n");
}

static struct plain_table *table(void)
{
	struct plain_table *t = plain_table_new(3);
	plain_table_head(t, 0, "A");
	plain_table_head(t, 1, "B");
	plain_table_head(t, 2, "C");
	plain_table_row(t, "words", 0);
	plain_table_row(t, "renewal", 1);
	plain_table_cell(t, 0, "2w 1q");
	plain_table_cell(t, 1, "not found");
	plain_table_cell(t, 2, ".");
	return t;
}

static void tables_line_up(void **state)
{
	(void)state;
	struct buffer b = {0};
	plain_table_end(table(), &b, 80);
	expect(&b, "              A      B          C\nwords\n  renewal     2w 1q  not found  .\n");
}

static void tables_that_are_too_wide_go_on_below(void **state)
{
	(void)state;
	struct buffer b = {0};
	plain_table_end(table(), &b, 31);
	expect(&b, "              A      B\nwords\n  renewal     2w 1q  not found\n\n"
		   "              C\nwords\n  renewal     .\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(control_characters_are_shown_and_not_sent),
		cmocka_unit_test(width_counts_columns),
		cmocka_unit_test(columns_are_cut_and_filled),
		cmocka_unit_test(long_lines_are_wrapped_with_an_indent),
		cmocka_unit_test(tables_line_up),
		cmocka_unit_test(tables_that_are_too_wide_go_on_below),
	};
	return cmocka_run_group_tests_name("plain", tests, NULL, NULL);
}
