/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "base/error.h"
#include "base/file.h"
#include "base/vector.h"
#include "input/decode.h"
#include "input/input.h"
#include "input/walk.h"

#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

static char folder[64];

static const char *in_folder(const char *name)
{
	static char path[8][200];
	static int turn;
	char *p = path[turn++ % 8];
	snprintf(p, sizeof path[0], "%s/%s", folder, name);
	return p;
}

static void put(const char *name, const char *bytes)
{
	struct error e;
	assert_int_equal(file_write(in_folder(name), bytes, strlen(bytes), &e), 0);
}

static int set_up(void **state)
{
	(void)state;
	strcpy(folder, "/var/tmp/slantwise-test-XXXXXX");
	return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
	char command[100];
	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", folder);
	return system(command);
}

/* Every article as "source|outlet|text;", every fault as "!;" */
static void read_all(const struct input_options *o, const char *const *paths, size_t n, char *out, size_t size)
{
	struct error e = {0};
	struct arena arena;
	struct article a;
	const char *record;
	size_t record_length, at = 0;
	struct input *in = input_open(o, paths, n, &e);
	arena_init(&arena);
	out[0] = '\0';
	if (in == NULL)
		fail_msg("%s", e.text);
	for (enum input_result r; (r = input_next(in, &arena, &a, &record, &record_length, &e)) != INPUT_END; arena_reset(&arena)) {
		size_t skip = strlen(folder) + 1;
		if (r == INPUT_ARTICLE)
			at += (size_t)snprintf(out + at, size - at, "%s|%s|%s;", a.meta.source + skip, a.meta.outlet ? a.meta.outlet : "-", a.text);
		else
			at += (size_t)snprintf(out + at, size - at, r == INPUT_BAD ? "!;" : "record;");
	}
	input_close(in);
	arena_free(&arena);
}

static void a_folder_is_read_by_name_with_sub_folders_as_outlets(void **state)
{
	(void)state;
	char out[1000];
	struct input_options o;
	input_options_init(&o);
	mkdir(in_folder("b"), 0777);
	mkdir(in_folder("a"), 0777);
	mkdir(in_folder("a/deep"), 0777);
	put("b/two.txt", "2");
	put("a/deep/one.txt", "1");
	put("a/.hidden.txt", "no");
	put("a/picture.png", "no");
	const char *paths[] = {folder};
	read_all(&o, paths, 1, out, sizeof out);
	assert_string_equal(out, "a/deep/one.txt|a|1;b/two.txt|b|2;");
	const char *const only[] = {"**/two.*", NULL};
	o.include = only;
	read_all(&o, paths, 1, out, sizeof out);
	assert_string_equal(out, "b/two.txt|-|2;");
}

static void jsonl_and_gzip_and_faults_come_in_order(void **state)
{
	(void)state;
	char out[1000];
	struct input_options o;
	input_options_init(&o);
	put("x.jsonl", "{\"text\":\"A\",\"outlet\":\"O\"}\n\nnonsense\n{\"format\":\"slantwise-article/1\"}\n{\"text\":\"B\"}");
	gzFile z = gzopen(in_folder("y.txt.gz"), "wb");
	assert_int_equal(gzwrite(z, "packed", 6), 6);
	gzclose(z);
	const char *paths[] = {in_folder("x.jsonl"), in_folder("missing"), in_folder("y.txt.gz")};
	read_all(&o, paths, 3, out, sizeof out);
	assert_string_equal(out, "x.jsonl|O|A;!;record;x.jsonl|-|B;!;y.txt.gz|-|packed;");
}

static void what_is_too_large_is_refused_and_the_rest_is_read(void **state)
{
	(void)state;
	char out[1000], big[3000];
	struct input_options o;
	input_options_init(&o);
	o.max_bytes = 100;
	memset(big, 'a', sizeof big - 1);
	big[sizeof big - 1] = '\0';
	put("big.txt", big);
	memcpy(big, "{\"text\":\"", 9);
	strcpy(big + 2900, "\"}\n{\"text\":\"small\"}");
	put("big.jsonl", big);
	gzFile z = gzopen(in_folder("bomb.gz"), "wb");
	assert_int_equal(gzwrite(z, big, 2000), 2000);
	gzclose(z);
	const char *paths[] = {in_folder("big.txt"), in_folder("big.jsonl"), in_folder("bomb.gz")};
	read_all(&o, paths, 3, out, sizeof out);
	assert_string_equal(out, "!;!;big.jsonl|-|small;!;");
}

static void a_manifest_gives_metadata_and_the_option_is_stronger(void **state)
{
	(void)state;
	char out[1000];
	struct input_options o;
	input_options_init(&o);
	put("p.txt", "P");
	put("q.txt", "Q");
	put("m.json", "{\"story\":\"S\",\"articles\":[{\"file\":\"q.txt\",\"outlet\":\"Q!\"},{\"file\":\"p.txt\"}]}");
	o.manifest = in_folder("m.json");
	read_all(&o, NULL, 0, out, sizeof out);
	assert_string_equal(out, "q.txt|Q!|Q;p.txt|-|P;");
	const char *paths[] = {in_folder("p.txt"), in_folder("q.txt")};
	read_all(&o, paths, 2, out, sizeof out);
	assert_string_equal(out, "p.txt|-|P;q.txt|Q!|Q;");
	o.given.outlet = "mine";
	read_all(&o, paths, 2, out, sizeof out);
	assert_string_equal(out, "p.txt|mine|P;q.txt|mine|Q;");
}

static void globs_match_as_documented(void **state)
{
	(void)state;
	static const struct {
		const char *glob, *path;
		int matches;
	} globs[] = {
		{"*.txt", "a/b/c.txt", 1}, {"*.txt", "c.md", 0},      {"a/*.txt", "a/b/c.txt", 0}, {"a/**/c.txt", "a/b/x/c.txt", 1},
		{"a/**/c.txt", "a/c.txt", 1}, {"?.txt", "c.txt", 1},  {"?.txt", "cc.txt", 0},      {"**", "a/b", 1},
		{"a*b*c", "axxbyyc", 1},   {"a*b*c", "axxbyy", 0},    {"", "x", 0},
	};
	for (size_t i = 0; i < ROWS(globs); i++)
		if (glob_match(globs[i].glob, globs[i].path) != globs[i].matches)
			fail_msg("%s against %s", globs[i].glob, globs[i].path);
}

static void positions_survive_repair_and_every_line_end(void **state)
{
	(void)state;
	struct arena arena;
	struct error e;
	arena_init(&arena);
	struct article a = {.arena = &arena};
	assert_int_equal(decode_article(&a, "f", "\xef\xbb\xbf" "ab\r\nc\xff" "d\re\nf", 14, NULL, &e), 0);
	assert_string_equal(a.source, "ab\r\nc\xef\xbf\xbd" "d\re\nf");
	assert_int_equal(a.note_count, 1);
	static const struct {
		uint32_t text;
		uint64_t byte, line, column;
	} places[] = {{0, 3, 1, 1}, {1, 4, 1, 2}, {4, 7, 2, 1}, {5, 8, 2, 2}, {8, 9, 2, 3}, {10, 11, 3, 1}, {12, 13, 4, 1}};
	struct source_cursor cursor = {0};
	for (size_t i = 0; i < ROWS(places); i++) {
		struct source_position p = article_position(&a, &cursor, places[i].text);
		if (p.byte != places[i].byte || p.line != places[i].line || p.column != places[i].column)
			fail_msg("text byte %u: byte %d line %d column %d", places[i].text, (int)p.byte, (int)p.line, (int)p.column);
	}
	arena_free(&arena);
}

static void binary_files_are_refused_by_kind(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t n;
		const char *says;
	} kinds[] = {{"%PDF-1.4", 8, "a PDF file"}, {"\x89PNG\r\n", 6, "a picture"}, {"ab\0cd", 5, "a NUL byte at byte 2"}};
	for (size_t i = 0; i < ROWS(kinds); i++) {
		struct arena arena;
		struct error e = {0};
		arena_init(&arena);
		struct article a = {.arena = &arena};
		assert_int_equal(decode_article(&a, "f", kinds[i].bytes, kinds[i].n, NULL, &e), -1);
		assert_non_null(strstr(e.text, kinds[i].says));
		arena_free(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_folder_is_read_by_name_with_sub_folders_as_outlets, set_up, tear_down),
		cmocka_unit_test_setup_teardown(jsonl_and_gzip_and_faults_come_in_order, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_too_large_is_refused_and_the_rest_is_read, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_manifest_gives_metadata_and_the_option_is_stronger, set_up, tear_down),
		cmocka_unit_test(globs_match_as_documented),
		cmocka_unit_test(positions_survive_repair_and_every_line_end),
		cmocka_unit_test(binary_files_are_refused_by_kind),
	};
	return cmocka_run_group_tests_name("input", tests, NULL, NULL);
}
