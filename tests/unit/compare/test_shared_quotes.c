/* SPDX-License-Identifier: MIT */
#include "unit/compare/helpers.h"

struct said {
	const char *text, *words, *source, *type;
};

static json_t *article(const char *outlet, const struct said *s)
{
	char about[100], data[300];
	snprintf(about, sizeof about, "{\"id\":\"%s\",\"outlet\":\"%s\"}", outlet, outlet);
	json_t *r = make_record(about, s->text);
	add_plugin(r, "quotes", "ok");
	add_plugin(r, "attribution", "ok");
	if (s->words == NULL)
		return r;
	mark(r, "quotes", "direct", s->words, "quoted", NULL);
	if (s->source != NULL) {
		long start = (long)utf8_count(s->text, (size_t)(strstr(s->text, s->source) - s->text));
		snprintf(data, sizeof data, "{\"source\":{\"start\":%ld,\"end\":%ld,\"text\":\"%s\",\"type\":\"%s\"}}", start,
			 start + (long)utf8_count(s->source, strlen(s->source)), s->source, s->type);
		mark(r, "attribution", "direct", s->words, "quoted", data);
	}
	return r;
}

static json_t *relate(struct said a, struct said b)
{
	json_t *c = compare_records((json_t *[]){article("Tamsin Mail", &a), article("Quay Post", &b)}, 2, NULL);
	json_t *list = json_incref(at(c, "stories 0 quotations"));
	json_decref(c);
	return list;
}

static const struct said whole = {"“We did not build the mole for yachts,” said Orla Benn.", "We did not build the mole for yachts,",
				  "Orla Benn", "named_person"};

static void equal_words_are_the_same_whatever_the_marks(void **state)
{
	(void)state;
	json_t *l = relate(whole, (struct said){"Ms. Benn: \"we did not build the mole for yachts!\"",
						"we did not build the mole for yachts!", "Ms. Benn", "named_person"});
	expect_size(l, "", 1);
	expect_text(l, "0 relation", "same");
	assert_null(at(l, "0 attributed_differently"));
	json_decref(l);
}

static void a_part_of_the_words_is_trimmed(void **state)
{
	(void)state;
	json_t *l = relate((struct said){"It was “the mole for yachts” to Benn.", "the mole for yachts", NULL, NULL}, whole);
	expect_text(l, "0 relation", "trimmed");
	expect_int(l, "0 first article", 1); /* the longer one comes first */
	expect_text(l, "0 only_first 0", "we did not build");
	json_decref(l);
}

static void changed_words_are_altered_and_named(void **state)
{
	(void)state;
	json_t *l = relate(whole, (struct said){"“We did not build this pier for yachts,” said Orla Benn.",
						"We did not build this pier for yachts,", "Orla Benn", "named_person"});
	expect_text(l, "0 relation", "altered");
	expect_text(l, "0 only_first 0", "the mole");
	expect_text(l, "0 only_second 0", "this pier");
	json_decref(l);
}

static void another_mouth_is_noticed(void **state)
{
	(void)state;
	json_t *l = relate(whole, (struct said){"“We did not build the mole for yachts,” said a clerk.",
						"We did not build the mole for yachts,", "a clerk", "unnamed_person"});
	assert_true(json_is_true(at(l, "0 attributed_differently")));
	json_decref(l);
	l = relate(whole, (struct said){"“We did not build the mole for yachts,” said she.",
					"We did not build the mole for yachts,", "she", "pronoun"});
	assert_null(at(l, "0 attributed_differently"));
	json_decref(l);
}

static void words_without_marks_are_found(void **state)
{
	(void)state;
	json_t *l = relate(whole, (struct said){"The town did not build the mole for yachts, some say. We did not build the mole "
						"for yachts, after all.", NULL, NULL, NULL});
	expect_size(l, "", 1);
	expect_text(l, "0 relation", "unmarked");
	expect_text(l, "0 second text", "We did not build the mole for yachts");
	json_decref(l);
}

static void two_words_in_common_say_nothing(void **state)
{
	(void)state;
	json_t *l = relate(whole, (struct said){"“The mole,” said Benn.", "The mole,", "Benn", "named_person"});
	expect_size(l, "", 0);
	json_decref(l);
	l = relate(whole, (struct said){"“We did not sell the boats for gold,” said Benn.",
					"We did not sell the boats for gold,", "Benn", "named_person"});
	expect_text(l, "0 relation", "altered"); /* five of eight words: shown, with the words that differ */
	json_decref(l);
	l = relate(whole, (struct said){"“Nobody asked the fishers at all,” said Benn.", "Nobody asked the fishers at all,", "Benn",
					"named_person"});
	expect_size(l, "", 0);
	json_decref(l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_words_are_the_same_whatever_the_marks),
		cmocka_unit_test(a_part_of_the_words_is_trimmed),
		cmocka_unit_test(changed_words_are_altered_and_named),
		cmocka_unit_test(another_mouth_is_noticed),
		cmocka_unit_test(words_without_marks_are_found),
		cmocka_unit_test(two_words_in_common_say_nothing),
	};
	return cmocka_run_group_tests_name("shared_quotes", tests, NULL, NULL);
}
