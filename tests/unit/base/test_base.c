/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/utf8.h"

#include <math.h>
#include <unistd.h>

static void utf8_valid_stops_at_the_first_bad_byte(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t valid;
		const char *remark;
	} rows[] = {
		{"", 0, "empty"},
		{"plain ascii text", 16, "all ASCII"},
		{"caf\xc3\xa9", 5, "two bytes"},
		{"a\xe2\x80\x9c", 4, "curly quote"},
		{"\xf0\x9f\x98\x80", 4, "four bytes"},
		{"ab\xc0\xaf", 2, "overlong slash"},
		{"ab\xed\xa0\x80", 2, "surrogate"},
		{"ab\xf4\x90\x80\x80", 2, "above U+10FFFF"},
		{"ab\xe2\x80", 2, "cut tail"},
		{"12345678\xff", 8, "after the eight-byte step"},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		size_t n = strlen(rows[i].bytes);
		if (utf8_valid(rows[i].bytes, n) != rows[i].valid)
			fail_msg("%s", rows[i].remark);
	}
}

static void utf8_add_and_decode_are_inverse(void **state)
{
	(void)state;
	static const uint32_t points[] = {0x41, 0x7f, 0x80, 0x7ff, 0x800, 0x201c, 0xffff, 0x10000, 0x10ffff};
	for (size_t i = 0; i < ROWS(points); i++) {
		struct buffer b = {0};
		uint32_t back;
		unsigned length;
		utf8_add(&b, points[i]);
		assert_int_equal(utf8_decode(b.data, b.length, &back), b.length);
		assert_int_equal(back, points[i]);
		assert_int_equal(utf8_get(b.data, &length), points[i]);
		assert_int_equal(length, b.length);
		buffer_free(&b);
	}
}

static void arena_gives_aligned_memory_and_takes_it_back_whole(void **state)
{
	(void)state;
	struct arena a;
	arena_init(&a);
	void *first = arena_alloc(&a, 1);
	for (int i = 0; i < 1000; i++)
		assert_int_equal((uintptr_t)arena_alloc(&a, 1 + (size_t)i * 7) % _Alignof(max_align_t), 0);
	assert_string_equal(arena_printf(&a, "%d-%s", 7, "x"), "7-x");
	char *huge = arena_zero(&a, 5000000);
	assert_int_equal(huge[4999999], 0);
	arena_reset(&a);
	assert_ptr_equal(arena_alloc(&a, 1), first);
	arena_free(&a);
}

static void json_writer_places_commas_and_escapes(void **state)
{
	(void)state;
	struct buffer b = {0};
	struct json_writer w;
	json_writer_init(&w, &b);
	json_open(&w, NULL, '{');
	json_put_string(&w, "a", "q\"b\\\n\x01</script>");
	json_put_string(&w, "left out", NULL);
	json_open(&w, "list", '[');
	json_put_int(&w, NULL, INT64_MIN);
	json_put_fixed(&w, NULL, 0.1, 6);
	json_put_fixed(&w, NULL, -0.0000001, 3);
	json_put_fixed(&w, NULL, NAN, 3);
	json_close(&w, ']');
	json_put_bool(&w, "t", 1);
	json_close(&w, '}');
	assert_string_equal(b.data, "{\"a\":\"q\\\"b\\\\\\n\\u0001</script>\",\"list\":[-9223372036854775808,0.1,0,null],\"t\":true}");
	buffer_clear(&b);
	json_escape(&b, "</script>", 9, 1);
	assert_string_equal(b.data, "\\u003c/script>");
	buffer_free(&b);
}

/* Every character at every place of a string longer than the eight that are looked at together. */
static void json_escape_misses_nothing_anywhere(void **state)
{
	(void)state;
	for (int c = 1; c < 256; c++)
		for (size_t at = 0; at < 19; at++) {
			struct buffer b = {0}, slow = {0};
			char text[20] = "abcdefghijklmnopqrs";
			text[at] = (char)c;
			json_escape(&b, text, 19, 1);
			buffer_add(&slow, text, at);
			if (c == '\n' || c == '\r' || c == '\t' || c == '"' || c == '\\')
				buffer_printf(&slow, "\\%c", c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : c);
			else if (c < 0x20 || c == 0x7f || c == '<')
				buffer_printf(&slow, "\\u%04x", c);
			else
				buffer_byte(&slow, (char)c);
			buffer_text(&slow, text + at + 1);
			assert_string_equal(b.data, slow.data);
			buffer_free(&b);
			buffer_free(&slow);
		}
}

static void utf8_count_counts_code_points(void **state)
{
	(void)state;
	static const char text[] = "caf\xc3\xa9 \xf0\x9f\x98\x80 \xe2\x80\x9cquoted\xe2\x80\x9d and more";
	for (size_t from = 0; from < sizeof text; from++)
		for (size_t n = 0; from + n < sizeof text; n++) {
			size_t slow = 0;
			for (size_t i = from; i < from + n; i++)
				slow += ((unsigned char)text[i] & 0xc0) != 0x80;
			assert_int_equal(utf8_count(text + from, n), slow);
		}
}

static void json_parse_tells_the_place_of_a_fault(void **state)
{
	(void)state;
	struct error e = {0};
	static const char twice[] = "{\"a\":1,\n\"a\":2}";
	assert_null(json_parse("x.json", twice, sizeof twice - 1, ERROR_USAGE, &e));
	assert_non_null(strstr(e.text, "x.json:2:"));
	assert_int_equal(e.kind, ERROR_USAGE);
}

static void sha256_of_abc_is_the_published_one(void **state)
{
	(void)state;
	char hex[65];
	hash_sha256("abc", 3, hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void file_read_names_what_it_refuses(void **state)
{
	(void)state;
	struct error e = {0};
	struct buffer b = {0};
	assert_int_equal(file_read("/no/such/file", &b, 100, &e), -1);
	assert_non_null(strstr(e.text, "/no/such/file: cannot open"));
	assert_int_equal(file_read("/", &b, 100, &e), -1);
	assert_non_null(strstr(e.text, "is a directory"));
	assert_int_equal(file_read("/dev/null", &b, 100, &e), -1);
	assert_non_null(strstr(e.text, "not a regular file"));
	buffer_free(&b);
}

static void file_write_replaces_whole_or_not_at_all(void **state)
{
	(void)state;
	struct error e = {0};
	struct buffer b = {0};
	char folder[] = "/var/tmp/slantwise-test-XXXXXX", path[64];
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/out", folder);
	assert_int_equal(file_write(path, "one", 3, &e), 0);
	assert_int_equal(file_write(path, "two", 3, &e), 0);
	assert_int_equal(file_read(path, &b, 2, &e), -1);
	assert_non_null(strstr(e.text, "larger than the limit of 2 bytes"));
	buffer_clear(&b);
	assert_int_equal(file_read(path, &b, 3, &e), 0);
	assert_string_equal(b.data, "two");
	assert_int_equal(file_write("/no/such/folder/out", "x", 1, &e), -1);
	assert_int_equal(e.kind, ERROR_OUTPUT);
	unlink(path);
	assert_int_equal(rmdir(folder), 0); /* nothing else was left in it */
	buffer_free(&b);
}

static void error_prefix_puts_context_in_front(void **state)
{
	(void)state;
	struct error e = {0};
	assert_int_equal(error_set(&e, ERROR_INPUT, "line %d", 3), -1);
	assert_int_equal(error_prefix(&e, "file %s", "x"), -1);
	assert_string_equal(e.text, "file x: line 3");
	assert_int_equal(e.kind, ERROR_INPUT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(utf8_valid_stops_at_the_first_bad_byte),
		cmocka_unit_test(utf8_add_and_decode_are_inverse),
		cmocka_unit_test(arena_gives_aligned_memory_and_takes_it_back_whole),
		cmocka_unit_test(json_writer_places_commas_and_escapes),
		cmocka_unit_test(json_escape_misses_nothing_anywhere),
		cmocka_unit_test(utf8_count_counts_code_points),
		cmocka_unit_test(json_parse_tells_the_place_of_a_fault),
		cmocka_unit_test(sha256_of_abc_is_the_published_one),
		cmocka_unit_test(file_read_names_what_it_refuses),
		cmocka_unit_test(file_write_replaces_whole_or_not_at_all),
		cmocka_unit_test(error_prefix_puts_context_in_front),
	};
	return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
