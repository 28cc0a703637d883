/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "base/error.h"
#include "base/file.h"
#include "lexicon/lexicon.h"
#include "lexicon/term.h"

#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/slantwise-lexicon-XXXXXX";

#define HEAD "\"format\":\"slantwise-lexicon/1\",\"name\":\"x\",\"version\":\"1.0.0\",\"language\":\"en\",\"plugin\":\"p\""
#define FILE_WITH(entries) "{" HEAD ",\"entries\":[" entries "]}"

/* The file is written, loaded and removed. */
static struct lexicon *load(const char *bytes, size_t n, struct error *error)
{
	char path[100];
	snprintf(path, sizeof path, "%s/x.json", folder);
	*error = (struct error){0};
	if (file_write(path, bytes, n, error) != 0)
		fail_msg("%s", error->text);
	struct lexicon *l = lexicon_load(path, error);
	unlink(path);
	return l;
}

static const struct {
	const char *json, *message;
} faults[] = {
	{"", "not valid JSON"},
	{"[]", "x.json: a lexicon is an object, not a list"},
	{"{\"format\":1}", "format: must be a string, not a whole number"},
	{"{" HEAD "}", "x.json: the key \"entries\" is missing"},
	{"{" HEAD ",\"name\":\"y\",\"entries\":[]}", "duplicate"},
	{"{" HEAD ",\"entries\":{}}", "entries: must be a list, not an object"},
	{"{" HEAD ",\"entrys\":[],\"entries\":[]}", "entrys: unknown key"},
	{"{" HEAD ",\"entries\":[],\"enabled\":\"no\"}", "enabled: must be true or false, not a string"},
	{"{" HEAD ",\"entries\":[],\"history\":[{\"version\":\"1.0.0\",\"who\":\"I\"}]}", "history[0]: unknown key \"who\""},
	{FILE_WITH("1"), "entries[0]: must be an object, not a whole number"},
	{FILE_WITH("{\"terms\":[\"a\"]}"), "entries[0]: the key \"id\" is missing"},
	{FILE_WITH("{\"id\":\"A b\",\"terms\":[\"a\"]}"), "entries[0].id: 'A b': only lower-case"},
	{FILE_WITH("{\"id\":\"a\"}"), "entries[0]: one of the keys \"terms\" and \"pattern\" is needed"},
	{FILE_WITH("{\"id\":\"a\",\"terms\":[]}"), "entries[0].terms: may not be empty"},
	{FILE_WITH("{\"id\":\"a\",\"terms\":[\"b\",\"\"]}"), "entries[0].terms[1]: '': a term may not be empty (in a)"},
	{FILE_WITH("{\"id\":\"a\",\"terms\":[2]}"), "terms[0]: must be a string, not a whole number"},
	{FILE_WITH("{\"id\":\"a\",\"terms\":[\"b\"],\"weight\":4}"), "weight: 4: must be a whole number from 0 to 3"},
	{FILE_WITH("{\"id\":\"a\",\"terms\":[\"b\"],\"weight\":1.5}"), "not a fraction"},
	{FILE_WITH("{\"id\":\"a\",\"terms\":[\"b\"],\"side\":\"c\"}"), "side: this key may not stand in an entry without variants"},
	{FILE_WITH("{\"id\":\"a\",\"terms\":[\"b\"],\"attributes\":{\"c\":[]}}"), "attributes: c must be a whole number or a string"},
	{FILE_WITH("{\"id\":\"a\",\"terms\":[\"b\"]},{\"id\":\"a\",\"terms\":[\"c\"]}"), "entries[1].id: 'a' was used before"},
	{FILE_WITH("{\"id\":\"a\",\"variants\":[]}"), "entries[0].variants: may not be empty"},
	{FILE_WITH("{\"id\":\"a\",\"terms\":[\"b\"],\"variants\":[{\"id\":\"c\",\"terms\":[\"d\"]}]}"), "terms: this key may not stand in an entry with variants"},
	{FILE_WITH("{\"id\":\"a\",\"variants\":[{\"id\":\"c\",\"terms\":[\"d\"],\"pair\":\"e\"}]}"), "variants[0].pair: this concept has no variant 'e'"},
	{FILE_WITH("{\"id\":\"a\",\"variants\":[{\"id\":\"c\",\"terms\":[\"d\"]},{\"id\":\"c\",\"terms\":[\"e\"]}]}"), "variants[1].id: 'c' was used before"},
	{FILE_WITH("{\"id\":\"a\",\"variants\":[{\"id\":\"c\",\"terms\":[\"d\"],\"sources\":[\"hearsay\"]}]}"), "sources[0]: must be \"usage\""},
	{FILE_WITH("{\"id\":\"a\",\"variants\":[{\"id\":\"c\",\"terms\":[\"d\"],\"sources\":[{\"entry\":\"e\"}]}]}"), "the key \"guide\" is missing"},
	{FILE_WITH("{\"id\":\"a\",\"pattern\":\"b\"}"), "a pattern needs the key \"literal\""},
	{FILE_WITH("{\"id\":\"a\",\"pattern\":\"(b\",\"literal\":\"b\"}"), "pattern: not a valid expression at offset 2"},
	{FILE_WITH("{\"id\":\"a\",\"pattern\":\"b*\",\"literal\":\"b\"}"), "pattern: the expression can match nothing"},
	{FILE_WITH("{\"id\":\"a\"},{\"id\":\"b\"}"), "(and 1 more;"},
	{"{\"format\":\"slantwise-lexicon/2\"}", "'slantwise-lexicon/2' is not a format this program reads"},
	{"\xff\xfe{\0}\0", "not valid JSON"},
};

static void every_fault_names_its_place_and_reason(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(faults); i++) {
		struct error error;
		struct lexicon *l = load(faults[i].json, strlen(faults[i].json), &error);
		if (l != NULL || strstr(error.text, faults[i].message) == NULL)
			fail_msg("%s\n  %s", faults[i].json, error.text);
		assert_int_equal(error.kind, ERROR_USAGE);
		assert_non_null(strstr(error.text, folder));
	}
}

static void a_lexicon_knows_its_head_and_checksum(void **state)
{
	(void)state;
	static const char json[] = "\xef\xbb\xbf" FILE_WITH("{\"id\":\"a\",\"terms\":[\"b\"]}");
	struct error error;
	struct lexicon *l = load(json, sizeof json - 1, &error);
	if (l == NULL)
		fail_msg("%s", error.text);
	assert_string_equal(l->name, "x");
	assert_string_equal(l->plugin, "p");
	assert_int_equal(strlen(l->sha256), 64);
	assert_int_equal(l->enabled, 1);
	lexicon_free(l);
}

static const struct {
	const char *tag;
	int good;
} tags[] = {
	{"en", 1}, {"pt-BR", 1}, {"zh-Hant-TW", 1}, {"es-419", 1}, {"", 0}, {"e", 0}, {"en-", 0}, {"-en", 0},
	{"english speaking", 0}, {"12", 0},
};

static void languages_are_tags(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(tags); i++) {
		char json[300];
		struct error error;
		snprintf(json, sizeof json,
			 "{\"format\":\"slantwise-lexicon/1\",\"name\":\"x\",\"version\":\"1.0.0\",\"language\":\"%s\","
			 "\"plugin\":\"p\",\"entries\":[]}",
			 tags[i].tag);
		struct lexicon *l = load(json, strlen(json), &error);
		if ((l != NULL) != tags[i].good)
			fail_msg("%s: %s", tags[i].tag, error.text);
		lexicon_free(l);
	}
}

static const struct {
	const char *term, *plain, *fault;
} terms[] = {
	{"militant@noun", "militant", NULL},
	{"call@verb ... terrorist@noun", "call ... terrorist", NULL},
	{"call ...10 terrorist", "call ... terrorist", NULL},
	{"held|kept captive", "held captive", NULL},
	{"=West Bank", "West Bank", NULL},
	{"jihadi*", "jihadi", NULL},
	{"# percent", "# percent", NULL},
	{"  spaced\xc2\xa0out ", "spaced out", NULL},
	{"", NULL, "empty"},
	{"   ", NULL, "empty"},
	{"#", NULL, "only of marks"},
	{"- ...", NULL, "between words"},
	{"--", NULL, "only of marks"},
	{"... a", NULL, "between words"},
	{"a ...", NULL, "between words"},
	{"a ... ... b", NULL, "between words"},
	{"a ...11 b", NULL, "1 to 10"},
	{"a ...0 b", NULL, "1 to 10"},
	{"a ...b", NULL, "1 to 10"},
	{"a ... b ... c ... d ... e", NULL, "three gaps"},
	{"run@vrb", NULL, "@noun, @verb and @adj"},
	{"a||b", NULL, "missing"},
	{"=", NULL, "missing"},
	{"*", NULL, "at least two letters"},
	{"a*b", NULL, "end of a word"},
	{"go*@verb", NULL, "no '@' mark"},
};

static void terms_are_taken_apart(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(terms); i++) {
		struct term term;
		char plain[100];
		size_t n = strlen(terms[i].term);
		const char *fault = term_parse(terms[i].term, n, &term);
		if ((fault == NULL) != (terms[i].fault == NULL) || (fault && strstr(fault, terms[i].fault) == NULL))
			fail_msg("%s: %s", terms[i].term, fault ? fault : "no fault found");
		if (fault != NULL)
			continue;
		term_plain(terms[i].term, n, plain);
		assert_string_equal(plain, terms[i].plain);
	}
}

static void an_overlong_term_is_refused(void **state)
{
	(void)state;
	static char text[1000000];
	static struct term term;
	memset(text, 'a', sizeof text);
	assert_non_null(strstr(term_parse(text, sizeof text, &term), "500 bytes"));
	for (size_t i = 1; i < 400; i += 2)
		text[i] = ' ';
	assert_non_null(strstr(term_parse(text, 400, &term), "62 words"));
	for (size_t i = 1; i < 400; i += 2)
		text[i] = '|';
	assert_non_null(strstr(term_parse(text, 400, &term), "64"));
}

static void write_in(const char *name, const char *json)
{
	char path[200];
	struct error error;
	snprintf(path, sizeof path, "%s/%s", folder, name);
	assert_int_equal(file_write(path, json, strlen(json), &error), 0);
}

static void a_folder_gives_its_enabled_lexicons_by_name(void **state)
{
	(void)state;
	static const char *const names[] = {"en/b.json", "en/a.json", "en/off.json", "en/language.json", "en/notes.txt", "de/a.json"};
	char path[200];
	struct error error = {0};
	struct lexicons all = {0};
	snprintf(path, sizeof path, "%s/en", folder);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/de", folder);
	mkdir(path, 0700);
	write_in("en/b.json", "{\"format\":\"slantwise-lexicon/1\",\"name\":\"b\",\"version\":\"1.0.0\",\"language\":\"en\",\"plugin\":\"p\",\"entries\":[]}");
	write_in("en/a.json", "{\"format\":\"slantwise-lexicon/1\",\"name\":\"a\",\"version\":\"1.0.0\",\"language\":\"en\",\"plugin\":\"p\",\"entries\":[]}");
	write_in("en/off.json", "{\"format\":\"slantwise-lexicon/1\",\"name\":\"off\",\"version\":\"1.0.0\",\"language\":\"en\",\"plugin\":\"p\",\"enabled\":false,\"entries\":[]}");
	write_in("en/language.json", "{\"format\":\"slantwise-language/1\"}");
	write_in("en/notes.txt", "not JSON");
	write_in("de/a.json", "{\"format\":\"slantwise-lexicon/1\",\"name\":\"a\",\"version\":\"1.0.0\",\"language\":\"de\",\"plugin\":\"p\",\"entries\":[]}");
	if (lexicons_load_dir(&all, folder, &error) != 0)
		fail_msg("%s", error.text);
	assert_int_equal(all.count, 3);
	assert_string_equal(all.items[0]->language, "de");
	assert_string_equal(all.items[1]->name, "a");
	assert_string_equal(all.items[2]->name, "b");

	/* one of equal name and language takes the place of the earlier; one named expressly need not be enabled */
	write_in("en/b.json", "{\"format\":\"slantwise-lexicon/1\",\"name\":\"a\",\"version\":\"2.0.0\",\"language\":\"en-GB\",\"plugin\":\"p\",\"entries\":[]}");
	snprintf(path, sizeof path, "%s/en/b.json", folder);
	assert_int_equal(lexicons_add(&all, path, &error), 0);
	assert_int_equal(all.count, 3);
	assert_string_equal(all.items[1]->version, "2.0.0");
	snprintf(path, sizeof path, "%s/en/off.json", folder);
	assert_int_equal(lexicons_add(&all, path, &error), 0);
	assert_int_equal(all.count, 4);

	snprintf(path, sizeof path, "%s/nowhere", folder);
	assert_int_equal(lexicons_add(&all, path, &error), -1);
	assert_int_equal(error.kind, ERROR_USAGE);
	assert_int_equal(lexicons_load_dir(&all, path, &error), -1);
	write_in("en/notes.json", "{");
	assert_int_equal(lexicons_load_dir(&all, folder, &error), -1);
	assert_non_null(strstr(error.text, "en/notes.json:1:1"));
	lexicons_free(&all);

	for (size_t i = 0; i < ROWS(names); i++) {
		snprintf(path, sizeof path, "%s/%s", folder, names[i]);
		unlink(path);
	}
	snprintf(path, sizeof path, "%s/en/notes.json", folder);
	unlink(path);
	snprintf(path, sizeof path, "%s/en", folder);
	rmdir(path);
	snprintf(path, sizeof path, "%s/de", folder);
	rmdir(path);
}

static int set_up(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL;
}

static int tear_down(void **state)
{
	(void)state;
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_fault_names_its_place_and_reason),
		cmocka_unit_test(a_lexicon_knows_its_head_and_checksum),
		cmocka_unit_test(languages_are_tags),
		cmocka_unit_test(terms_are_taken_apart),
		cmocka_unit_test(an_overlong_term_is_refused),
		cmocka_unit_test(a_folder_gives_its_enabled_lexicons_by_name),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
