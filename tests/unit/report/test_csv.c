/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "base/buffer.h"
#include "base/error.h"
#include "report/csv.h"
#include "report/report.h"
#include "unit/compare/helpers.h"

static void fields_are_written_as_rfc_4180_has_them(void **state)
{
	(void)state;
	static const struct { const char *in, *out; } rows[] = {
		{"plain", "plain"},
		{"", ""},
		{NULL, ""},
		{"a, b", "\"a, b\""},
		{"say \"no\"", "\"say \"\"no\"\"\""},
		{"two\nlines", "\"two\nlines\""},
		{"=1+1", "'=1+1"},
		{"+31", "'+31"},
		{"-x", "'-x"},
		{"@home", "'@home"},
		{"=A1,B1", "\"'=A1,B1\""},
		{"\tx", "'\tx"},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buffer b = {0};
		struct csv c = {.out = &b};
		csv_text(&c, rows[i].in);
		assert_string_equal(b.data ? b.data : "", rows[i].out);
		buffer_free(&b);
	}
}

static void numbers_stay_numbers(void **state)
{
	(void)state;
	struct buffer b = {0};
	struct csv c = {.out = &b};
	json_t *o = json_pack("{s:i,s:f,s:b,s:n,s:s}", "a", -3, "b", -0.5, "c", 1, "d", "e", "-x");
	csv_head(&c, "a b");
	csv_members(&c, o, "a b c d e missing");
	csv_end(&c);
	assert_string_equal(b.data, "a,b\r\n-3,-0.5,1,,'-x,\r\n");
	json_decref(o);
	buffer_free(&b);
}

struct seen {
	char names[400];
	int rows[12], count;
};

/* Every row of a table has as many fields as its head. */
static int take(void *context, const char *name, const struct buffer *b, struct error *error)
{
	struct seen *seen = context;
	size_t fields = 1, head = 0;
	int quoted = 0;
	(void)error;
	strcat(strcat(seen->names, name), " ");
	for (size_t i = 0; i < b->length; i++) {
		quoted ^= b->data[i] == '"';
		fields += !quoted && b->data[i] == ',';
		if (quoted || b->data[i] != '\n')
			continue;
		assert_true(i > 0 && b->data[i - 1] == '\r');
		if (head == 0)
			head = fields;
		if (fields != head)
			fail_msg("%s: %zu fields under %zu names", name, fields, head);
		seen->rows[seen->count]++;
		fields = 1;
	}
	seen->count++;
	return 0;
}

static json_t *article(const char *about, const char *text, const char *variant, const char *words)
{
	json_t *r = make_record(about, text);
	add_plugin(r, "loaded_terms", "ok");
	mark_term(r, "armed", variant, words, 1, NULL);
	mark(r, "quotes", "direct", "We came, we saw, we left", "quoted", NULL);
	return r;
}

static void every_table_is_square(void **state)
{
	(void)state;
	json_t *a = article("{\"id\":\"a\",\"outlet\":\"=Mail\",\"story\":\"one, two\"}",
			    "Fighters under Orin Reed held Mole Street. “We came, we saw, we left”.", "fighter", "Fighters");
	json_t *b = article("{\"id\":\"b\",\"outlet\":\"Post\",\"story\":\"one, two\"}",
			    "Terrorists under Orin Reed held Mole Street. “We came, we saw, we left”.", "terrorist", "Terrorists");
	json_t *records = json_pack("[O,O]", a, b), *c = compare_records((json_t *[]){a, b}, 2, NULL);
	struct seen seen = {0};
	struct error error = {0};
	assert_int_equal(report_csv(c, records, take, &seen, &error), 0);
	assert_string_equal(seen.names, "articles.csv findings.csv metrics.csv contrasts.csv terms.csv sources.csv agency.csv "
					"quotations.csv passages.csv ");
	assert_int_equal(seen.rows[0], 3); /* head and two articles */
	assert_int_equal(seen.rows[1], 5);
	assert_int_equal(seen.rows[4], 5); /* two wordings in two articles */
	assert_int_equal(seen.rows[7], 2);
	json_decref(c);
	json_decref(records);
}

static int refuse(void *context, const char *name, const struct buffer *b, struct error *error)
{
	(void)context;
	(void)b;
	return error_set(error, ERROR_OUTPUT, "%s: no room", name);
}

static void a_failed_write_ends_it(void **state)
{
	(void)state;
	json_t *a = make_record("{\"id\":\"a\"}", "Nothing."), *c = compare_records(&a, 1, NULL), *none = json_array();
	struct error error = {0};
	assert_int_equal(report_csv(c, none, refuse, NULL, &error), -1);
	assert_string_equal(error.text, "articles.csv: no room");
	json_decref(c);
	json_decref(none);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_are_written_as_rfc_4180_has_them),
		cmocka_unit_test(numbers_stay_numbers),
		cmocka_unit_test(every_table_is_square),
		cmocka_unit_test(a_failed_write_ends_it),
	};
	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
