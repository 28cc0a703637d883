/* SPDX-License-Identifier: MIT */
/* What the surroundings of a term decide: exclusions, anchors, patterns, languages, roles. */
#include "unit/lexicon/fixture.h"

static const struct {
	const char *entries, *text, *hits, *remark;
} rows[] = {
	{"{\"id\":\"a\",\"terms\":[\"hostage@noun\"],\"exclude\":[\"Hostage Square\",\"hostage@noun to fortune\"]}",
	 "The hostages met in Hostage Square, hostages to fortune.", "a=hostages", "excluded phrases"},
	{"{\"id\":\"a\",\"terms\":[\"quay wall\"],\"exclude\":[\"wall street\"]}", "The quay wall street.", "a=quay wall",
	 "an exclusion that the hit only overlaps does not count"},
	{"{\"id\":\"a\",\"terms\":[\"regime@noun\"],\"exclude\":[\"regime@noun\"]}", "The regime.", "", "the very place"},
	{"{\"id\":\"a\",\"exclude\":[\"tax grab\"],\"variants\":[{\"id\":\"b\",\"terms\":[\"grab\"],\"exclude\":[\"grab bag\"]},"
	 "{\"id\":\"c\",\"terms\":[\"seizure\"]}]}",
	 "A grab, a tax grab, a grab bag, a seizure.", "a.b=grab; a.c=seizure", "of the concept and of the variant"},
	{"{\"id\":\"a\",\"terms\":[\"west\"],\"only_in\":[\"in the west\",\"west of\"]}", "West of here, in the west, west wind.",
	 "a=West; a=west", "only in"},
	{"{\"id\":\"a\",\"terms\":[\"west\"],\"only_in\":[\"in the west\"],\"exclude\":[\"west wing\"]}",
	 "In the west wing, in the west.", "a=west", "only in, and excluded"},
	{"{\"id\":\"a\",\"terms\":[\"settlement@noun\"],\"anchors\":[\"harbour@noun\",\"quay\"]}",
	 "A settlement was built.", "", "no anchor"},
	{"{\"id\":\"a\",\"terms\":[\"settlement@noun\"],\"anchors\":[\"harbour@noun\",\"quay\"]}",
	 "A settlement was built. Then came two harbours.", "a=settlement", "an anchor anywhere"},
	{"{\"id\":\"a\",\"anchors\":[\"quay\"],\"variants\":[{\"id\":\"b\",\"terms\":[\"wall\"],\"anchors\":[\"stone\"]},"
	 "{\"id\":\"c\",\"terms\":[\"fence\"]}]}",
	 "A wall and a fence on the quay.", "a.c=fence", "anchors of the concept and of the variant"},
	{"{\"id\":\"a\",\"terms\":[\"wall\"]},{\"id\":\"b\",\"terms\":[\"wall\"],\"anchors\":[\"quay\"]},"
	 "{\"id\":\"c\",\"terms\":[\"wall\"],\"anchors\":[\"desert\"]},{\"id\":\"d\",\"terms\":[\"wall\"],\"anchors\":[\"quay\",\"sea\"]}",
	 "A wall on the quay.", "b=wall; d=wall; a=wall", "those whose anchors are present come first"},
	{"{\"id\":\"a\",\"terms\":[\"quay\"]},{\"id\":\"b\",\"terms\":[\"old quay\"],\"exclude\":[\"old quay\"]}", "The old quay.",
	 "a=quay", "an excluded match hides nothing"},
	{"{\"id\":\"a\",\"terms\":[\"quay\"],\"anchors\":[\"wall ... quay\"]}", "The wall of the quay.", "a=quay", "an anchor with a gap"},
	{"{\"id\":\"a\",\"pattern\":\"\\\\bsome (?:say|think)\\\\b\",\"literal\":\"some\"}",
	 "some say so. Few say so; some think, some say. some hope.", "a=some say; a=some think; a=some say", "a pattern"},
	{"{\"id\":\"a\",\"pattern\":\"(?<=, )say\",\"literal\":\"some\"}", "They, say. Some, say.", "a=say", "runs where its literal stands"},
	{"{\"id\":\"a\",\"pattern\":\"[0-9]+ ships\",\"literal\":\"ship@noun\",\"terms\":[\"boat@noun\"],\"exclude\":[\"boats of 3 ships\"]}",
	 "2 ships, boats of 3 ships, 4 ships.", "a=2 ships; a=4 ships", "beside terms, with exclusions"},
	{"{\"id\":\"a\",\"pattern\":\"old quay wall\",\"literal\":\"quay\"},{\"id\":\"b\",\"terms\":[\"quay\"]}", "The old quay wall, a quay.",
	 "a=old quay wall; b=quay", "the longest wins also here"},
};

static void the_surroundings_decide(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct fixture f = {0};
		struct error error;
		fixture_add(&f, "p", "en", rows[i].entries);
		if (fixture_compile(&f, &error) != 0)
			fail_msg("%s: %s", rows[i].remark, error.text);
		fixture_read(&f, "en", rows[i].text, NULL, 0);
		const char *hits = fixture_hits(&f, "p");
		if (strcmp(hits, rows[i].hits) != 0)
			fail_msg("%s: %s\n  %s", rows[i].remark, rows[i].text, hits);
		fixture_free(&f);
	}
}

static void groups_do_not_hide_each_other(void **state)
{
	(void)state;
	struct fixture f = {0};
	struct error error;
	const char *const *names;
	fixture_add(&f, "p", "en", "{\"id\":\"a\",\"terms\":[\"quay\"]}");
	fixture_add(&f, "q", "en", "{\"id\":\"b\",\"terms\":[\"old quay\"]}");
	fixture_add(&f, "p", "en", "{\"id\":\"c\",\"terms\":[\"quay\",\"wall\"]}");
	assert_int_equal(fixture_compile(&f, &error), 0);
	assert_int_equal(matcher_plugins(f.matcher, &names), 2);
	assert_string_equal(names[0], "p");
	assert_string_equal(names[1], "q");
	fixture_read(&f, "en", "The old quay wall.", NULL, 0);
	assert_string_equal(fixture_hits(&f, "p"), "a=quay; c=quay; c=wall");
	assert_string_equal(fixture_hits(&f, "q"), "b=old quay");
	assert_int_equal(matcher_group(f.matcher, "r"), SLANT_NONE);
	fixture_free(&f);
}

static void a_lexicon_reads_texts_of_its_language(void **state)
{
	(void)state;
	struct fixture f = {0};
	struct error error;
	fixture_add(&f, "p", "en-GB", "{\"id\":\"a\",\"terms\":[\"quay\"]}");
	fixture_add(&f, "p", "xx", "{\"id\":\"b\",\"terms\":[\"quay\"]}");
	fixture_add(&f, "q", "xx", "{\"id\":\"c\",\"terms\":[\"quay\"]}");
	assert_int_equal(fixture_compile(&f, &error), 0);
	fixture_read(&f, "en-US", "The quay.", NULL, 0);
	assert_string_equal(fixture_hits(&f, "p"), "a=quay");
	assert_string_equal(fixture_hits(&f, "q"), "");
	f.document.seen.language = "XX-yy";
	matcher_run(f.matcher, &f.document, &f.arena, &f.matches);
	assert_string_equal(fixture_hits(&f, "p"), "b=quay");
	f.document.seen.language = "";
	matcher_run(f.matcher, &f.document, &f.arena, &f.matches);
	assert_string_equal(fixture_hits(&f, "p"), "");
	assert_int_equal(matcher_group_has_language(f.matcher, 0, "en"), 1);
	assert_int_equal(matcher_group_has_language(f.matcher, 1, "en"), 0);
	assert_int_equal(matcher_group_has_language(f.matcher, 1, "xx-zz"), 1);
	fixture_free(&f);
}

static void only_analyzed_paragraphs_give_hits_but_anchors_stand_anywhere(void **state)
{
	(void)state;
	struct fixture f = {0};
	struct error error;
	static const char text[] = "The quay of Port Tamsin\n\nA quay in the port was built for the ships of the town.";
	const struct text_block blocks[] = {{0, 23, SLANT_ROLE_BOILERPLATE}, {25, sizeof text - 1, SLANT_ROLE_BODY}};
	fixture_add(&f, "p", "en", "{\"id\":\"a\",\"terms\":[\"quay\"],\"anchors\":[\"Tamsin\"]}");
	assert_int_equal(fixture_compile(&f, &error), 0);
	fixture_read(&f, "en", text, blocks, 2);
	assert_string_equal(fixture_hits(&f, "p"), "a=quay");
	assert_int_equal(f.matches.groups[0].hits[0].start, 27);
	fixture_free(&f);
}

static void entries_say_what_the_file_says(void **state)
{
	(void)state;
	struct fixture f = {0};
	struct error error;
	const slant_entry *e;
	fixture_add(&f, "p", "en",
		    "{\"id\":\"a\",\"terms\":[\"=Big|=Great quay@noun\"],\"attributes\":{\"strength\":3,\"class\":\"firm\"}},"
		    "{\"id\":\"b\",\"rule\":\"r\",\"variants\":[{\"id\":\"v\",\"terms\":[\"x y\"],\"side\":\"none\",\"weight\":0},"
		    "{\"id\":\"w\",\"pattern\":\"z+\",\"literal\":\"z\",\"side\":\"them\",\"weight\":3}]}");
	assert_int_equal(fixture_compile(&f, &error), 0);
	assert_int_equal(matcher_entries(f.matcher, 0, &e), 3);
	assert_string_equal(e[0].lemma, "Big quay");
	assert_string_equal(e[0].rule, "a");
	assert_string_equal(e[0].variant, "");
	assert_string_equal(e[0].lexicon, "0");
	assert_int_equal(e[0].weight, 1);
	assert_int_equal(e[0].attribute_count, 2);
	assert_string_equal(e[0].attributes[0].name, "strength");
	assert_int_equal(e[0].attributes[0].number, 3);
	assert_null(e[0].attributes[0].text);
	assert_string_equal(e[0].attributes[1].text, "firm");
	assert_string_equal(e[1].concept_id, "b");
	assert_string_equal(e[1].rule, "r");
	assert_string_equal(e[1].variant, "v");
	assert_string_equal(e[1].side, "");
	assert_int_equal(e[1].weight, 0);
	assert_string_equal(e[2].side, "them");
	assert_string_equal(e[2].lemma, "z");
	assert_int_equal(e[2].weight, 3);
	fixture_free(&f);
}

/* 200 kB without a full stop: the pattern runs around its literal, and each place is found once. */
static void a_text_without_stops_is_searched_in_windows(void **state)
{
	(void)state;
	struct fixture f = {0};
	struct error error;
	struct buffer text = {0};
	for (int i = 0; i < 20000; i++)
		buffer_printf(&text, i % 200 == 100 ? "old quay%d " : "word%d ", i);
	buffer_text(&text, "quay");
	fixture_add(&f, "p", "en", "{\"id\":\"a\",\"pattern\":\"old quay[0-9]+\",\"literal\":\"old\"}");
	assert_int_equal(fixture_compile(&f, &error), 0);
	fixture_read(&f, "en", text.data, NULL, 0);
	assert_int_equal(f.matches.groups[0].count, 100);
	assert_int_equal(f.matches.note_count, 0);
	fixture_free(&f);
	buffer_free(&text);
}

static void a_costly_pattern_is_told_and_the_rest_is_found(void **state)
{
	(void)state;
	struct fixture f = {0};
	struct error error;
	fixture_add(&f, "p", "en", "{\"id\":\"a\",\"pattern\":\"(?:a+)+[bc]\",\"literal\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"},"
				   "{\"id\":\"b\",\"terms\":[\"quay\"]}");
	assert_int_equal(fixture_compile(&f, &error), 0);
	fixture_read(&f, "en", "The aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa at the quay.", NULL, 0);
	assert_string_equal(fixture_hits(&f, "p"), "b=quay");
	assert_int_equal(f.matches.note_count, 1);
	assert_non_null(strstr(f.matches.notes[0].message, "0/a"));
	fixture_free(&f);
}

/* Every word a hit of many entries: what does not fit is told, not stored. */
static void a_flood_of_hits_ends(void **state)
{
	(void)state;
	struct fixture f = {0};
	struct error error;
	struct buffer entries = {0}, text = {0};
	for (int i = 0; i < 2000; i++)
		buffer_printf(&entries, "%s{\"id\":\"e%d\",\"terms\":[\"a ...10 b\",\"a\"]}", i ? "," : "", i);
	for (int i = 0; i < 5000; i++)
		buffer_text(&text, "a ");
	fixture_add(&f, "p", "en", entries.data);
	assert_int_equal(fixture_compile(&f, &error), 0);
	fixture_read(&f, "en", text.data, NULL, 0);
	assert_true(f.matches.groups[0].count <= 10000 + 8 * 5000);
	assert_int_equal(f.matches.note_count, 1);
	fixture_free(&f);
	buffer_free(&entries);
	buffer_free(&text);
}

static void no_lexicon_finds_nothing(void **state)
{
	(void)state;
	struct fixture f = {0};
	struct error error;
	assert_int_equal(fixture_compile(&f, &error), 0);
	fixture_read(&f, "en", "The quay.", NULL, 0);
	assert_int_equal(f.matches.note_count, 0);
	fixture_free(&f);
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
		cmocka_unit_test(the_surroundings_decide),
		cmocka_unit_test(groups_do_not_hide_each_other),
		cmocka_unit_test(a_lexicon_reads_texts_of_its_language),
		cmocka_unit_test(only_analyzed_paragraphs_give_hits_but_anchors_stand_anywhere),
		cmocka_unit_test(entries_say_what_the_file_says),
		cmocka_unit_test(a_text_without_stops_is_searched_in_windows),
		cmocka_unit_test(a_costly_pattern_is_told_and_the_rest_is_found),
		cmocka_unit_test(a_flood_of_hits_ends),
		cmocka_unit_test(no_lexicon_finds_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, tear_down);
}
