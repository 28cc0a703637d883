/* SPDX-License-Identifier: MIT */
#include "unit/lexicon/fixture.h"

#include "lexicon/import.h"

static const struct {
	enum import_format format;
	const char *file, *entries; /* as compact JSON */
	unsigned long left_out;
	const char *remark;
} rows[] = {
	{IMPORT_LIST, "quay\n\n# a remark\nold  wall \r\nquay\n",
	 "[{\"id\":\"words\",\"label\":\"words\",\"terms\":[\"quay\",\"old  wall\"]}]", 0, "a list, repetitions once"},
	{IMPORT_LIST, "[The Sea]\nquay@noun\n[the sea]\nmole\n",
	 "[{\"id\":\"the_sea\",\"label\":\"The Sea\",\"terms\":[\"quay@noun\"]},"
	 "{\"id\":\"the_sea_2\",\"rule\":\"the_sea\",\"label\":\"the sea\",\"terms\":[\"mole\"]}]", 0, "categories, our marks"},
	{IMPORT_LIST, "quay\n:-)\na ... \n\"b\"\n",
	 "[{\"id\":\"words\",\"label\":\"words\",\"terms\":[\"quay\"]}]", 3, "what cannot be a term"},
	{IMPORT_LIWC, "%\n1\tposemo\n2\tnegemo\n%\nfine\t1\nbad*\t2\nso so\t1 2\n",
	 "[{\"id\":\"posemo\",\"label\":\"posemo\",\"terms\":[\"fine\",\"so so\"]},"
	 "{\"id\":\"negemo\",\"label\":\"negemo\",\"terms\":[\"bad*\",\"so so\"]}]", 0, "LIWC"},
	{IMPORT_LIWC, "%\n  1 Affect (Affect)\n\t2 Positive\n%\nkind 1\nlike\t(02 134)125/464\nof <of>131/125\nx=\t1\nwell\t9\n",
	 "[{\"id\":\"affect_affect\",\"label\":\"Affect (Affect)\",\"terms\":[\"kind\"]}]", 4, "LIWC with blanks, conditions, our marks"},
	{IMPORT_LEXICODER, "+NEGATIVE\n a lie \nabandon*\n+POSITIVE\ngood\n",
	 "[{\"id\":\"negative\",\"label\":\"NEGATIVE\",\"terms\":[\"a lie\",\"abandon*\"]},"
	 "{\"id\":\"positive\",\"label\":\"POSITIVE\",\"terms\":[\"good\"]}]", 0, "Lexicoder 3"},
	{IMPORT_LEXICODER, "<?xml version=\"1.0\"?>\n<!-- <cnode name=\"no\"> --><dictionary style=\"Lexicoder\" name=\"x\">\n<cnode name=\"law &amp; order\">\n"
	 "<cnode name='fines'><pnode name=\" fine \"></pnode></cnode><pnode name=\"court\"/></cnode>\n</dictionary>",
	 "[{\"id\":\"fines\",\"label\":\"fines\",\"terms\":[\"fine\"]},"
	 "{\"id\":\"law_order\",\"label\":\"law & order\",\"terms\":[\"court\"]}]", 0, "Lexicoder 2"},
	{IMPORT_CSV, "term,category\n\"quay, old\",sea\n\"say \"\"x\"\"\",talk\nwall,sea\n",
	 "[{\"id\":\"sea\",\"label\":\"sea\",\"terms\":[\"quay, old\",\"wall\"]}]", 1, "CSV with quotation marks"},
	{IMPORT_CSV, "quay;sea;2\nmole;sea;3\nwall;land;9\n",
	 "[{\"id\":\"sea\",\"label\":\"sea\",\"terms\":[\"quay\"],\"weight\":2},"
	 "{\"id\":\"sea_2\",\"rule\":\"sea\",\"label\":\"sea\",\"terms\":[\"mole\"],\"weight\":3},"
	 "{\"id\":\"land\",\"label\":\"land\",\"terms\":[\"wall\"]}]", 1, "no head, semicolons, weights"},
	{IMPORT_TSV, "concept\tvariant\tterm\tside\tweight\tsource\talternatives\tcolour\n"
	 "works\tgrab\tland grab\tus\t2\tusage\tworks; building\tred\nworks\tgrab\tgrab\tus\t2\tusage\t\t\nworks\trenewal\trenewal\tthem\t2\tThe Guide\t\t\n",
	 "[{\"id\":\"works\",\"label\":\"works\",\"variants\":["
	 "{\"id\":\"grab\",\"terms\":[\"land grab\",\"grab\"],\"weight\":2,\"sources\":[\"usage\"],\"side\":\"us\",\"alternatives\":[\"works\",\"building\"]},"
	 "{\"id\":\"renewal\",\"terms\":[\"renewal\"],\"weight\":2,\"sources\":[{\"guide\":\"The Guide\"}],\"side\":\"them\"}]}]",
	 1, "concepts with variants"},
};

static void ignore(void *context, const char *message)
{
	(void)context;
	assert_non_null(strstr(message, "x.dic:"));
}

static struct import_options options(enum import_format format)
{
	return (struct import_options){.format = format, .path = "folder/x.dic", .language = "en",
				       .languages = fixture_languages(), .tell = ignore};
}

static void lists_of_other_programs_become_entries(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct import_options o = options(rows[i].format);
		struct import_count count;
		struct error error = {0};
		json_t *json = lexicon_import(&o, rows[i].file, strlen(rows[i].file), &count, &error);
		if (json == NULL)
			fail_msg("%s: %s", rows[i].remark, error.text);
		char *entries = json_dumps(json_object_get(json, "entries"), JSON_COMPACT);
		if (strcmp(entries, rows[i].entries) != 0 || count.left_out != rows[i].left_out)
			fail_msg("%s: %lu left out\n  %s", rows[i].remark, count.left_out, entries);
		assert_string_equal(json_get_text(json, "name", ""), "x");
		assert_string_equal(json_get_text(json, "plugin", ""), "x");
		free(entries);
		json_decref(json);
	}
}

static const struct {
	enum import_format format;
	const char *file, *message;
} refused[] = {
	{IMPORT_LIST, "", "there is no term in it"},
	{IMPORT_LIST, "caf\xe9\n", "not a text in UTF-8 (byte 3)"},
	{IMPORT_LIWC, "fine\t1\n", "not a LIWC dictionary"},
	{IMPORT_LEXICODER, "<cnode name=\"a\"\n", "x.dic:1: this tag has no end"},
};

static void what_is_no_such_list_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(refused); i++) {
		const struct import_options o = options(refused[i].format);
		struct import_count count;
		struct error error = {0};
		json_t *json = lexicon_import(&o, refused[i].file, strlen(refused[i].file), &count, &error);
		if (json != NULL || strstr(error.text, refused[i].message) == NULL)
			fail_msg("%s: %s", refused[i].message, error.text);
		assert_int_equal(error.kind, ERROR_INPUT);
	}
}

static void formats_have_names_and_endings(void **state)
{
	(void)state;
	assert_int_equal(import_format_from_name("liwc"), IMPORT_LIWC);
	assert_int_equal(import_format_from_name("word"), -1);
	assert_int_equal(import_format_of_path("a/b.LCD"), IMPORT_LEXICODER);
	assert_int_equal(import_format_of_path("b.csv"), IMPORT_CSV);
	assert_int_equal(import_format_of_path("csv"), IMPORT_LIST);
}

static int tear_down(void **state)
{
	(void)state;
	languages_free(fixture_languages());
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_of_other_programs_become_entries),
		cmocka_unit_test(what_is_no_such_list_is_refused),
		cmocka_unit_test(formats_have_names_and_endings),
	};
	return cmocka_run_group_tests(tests, NULL, tear_down);
}
