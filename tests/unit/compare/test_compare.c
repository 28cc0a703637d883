/* SPDX-License-Identifier: MIT */
#include "unit/compare/helpers.h"

#include <math.h>

static const char lexicon_text[] =
	"[{\"name\":\"harbour\",\"entries\":[{\"id\":\"extension\",\"label\":\"the harbour works\",\"topic\":\"harbour\","
	"\"variants\":[{\"id\":\"land_grab\",\"side\":\"opponents\",\"pair\":\"renewal\",\"weight\":2},"
	"{\"id\":\"renewal\",\"side\":\"supporters\",\"pair\":\"land_grab\",\"weight\":2},"
	"{\"id\":\"works\",\"side\":\"none\",\"weight\":0}]}]}]";

static json_t *mail, *post, *courier; /* three invented accounts of one evening */

static void declare_hedges(json_t *record)
{
	json_t *plugins = json_object_get(record, "plugins");
	json_object_set_new(json_array_get(plugins, json_array_size(plugins) - 1), "metrics",
			    object_from("{\"hedges\":{\"rules\":\"modal,probability\"}}"));
}

static json_t *new_mail(void)
{
	json_t *r = make_record("{\"id\":\"m1\",\"source\":\"news/mail.txt\",\"outlet\":\"Tamsin Mail\",\"story\":\"harbour\"}",
				"The land grab began at dawn.\nA land grab, said Mayor Orla Benn, and a “renewal” of nothing.");
	add_plugin(r, "loaded_terms", "ok");
	add_plugin(r, "attribution", "ok");
	add_plugin(r, "quotes", "ok");
	add_plugin(r, "hedging", "ok");
	declare_hedges(r);
	mark_term(r, "extension", "land_grab", "land grab", 1, NULL);
	mark_term(r, "extension", "land_grab", "land grab", 2, "reported");
	mark_term(r, "extension", "renewal", "renewal", 1, "distanced");
	mark(r, "quotes", "scare", "renewal", "distanced", NULL);
	mark(r, "attribution", "indirect", "A land grab", "reported",
	     "{\"source\":{\"start\":0,\"end\":0,\"text\":\"Mayor Orla Benn\",\"type\":\"named_person\"},"
	     "\"cue\":{\"start\":0,\"end\":0,\"text\":\"said\",\"lemma\":\"say\",\"class\":\"neutral\",\"strength\":3}}");
	add_metric(r, "{\"plugin\":\"hedging\",\"name\":\"hedges\",\"kind\":\"rate\",\"count\":3,\"words\":17}");
	return r;
}

static json_t *new_post(void)
{
	json_t *r = make_record("{\"id\":\"p1\",\"source\":\"news/post.txt\",\"outlet\":\"Quay Post\",\"story\":\"harbour\",\"genre\":\"Opinion\"}",
				"Renewal came at last. The renewal may bring work.");
	add_plugin(r, "loaded_terms", "ok");
	add_plugin(r, "attribution", "ok");
	add_plugin(r, "hedging", "ok");
	declare_hedges(r);
	mark_term(r, "extension", "renewal", "Renewal", 1, NULL);
	mark_term(r, "extension", "renewal", "renewal", 1, NULL);
	mark(r, "hedging", "modal", "may", NULL, NULL);
	add_metric(r, "{\"plugin\":\"hedging\",\"name\":\"hedges\",\"kind\":\"rate\",\"count\":1,\"words\":9}");
	return r;
}

static json_t *new_courier(void)
{
	json_t *r = make_record("{\"id\":\"c1\",\"source\":\"news/courier.txt\",\"story\":\"harbour\"}", "It rained on the quay.");
	add_plugin(r, "loaded_terms", "ok");
	add_plugin(r, "hedging", "timed_out");
	return r;
}

static int set_up(void **state)
{
	(void)state;
	mail = new_mail();
	post = new_post();
	courier = new_courier();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	json_decref(mail);
	json_decref(post);
	json_decref(courier);
	return 0;
}

static json_t *compare(json_t *const *records, size_t count)
{
	for (size_t i = 0; i < count; i++)
		json_incref(records[i]);
	return compare_records(records, count, lexicon_text);
}

static json_t *compare_all(void)
{
	return compare((json_t *[]){mail, post, courier}, 3);
}

/* ---- */

static void refuses_what_is_no_record_and_an_empty_set(void **state)
{
	(void)state;
	struct comparison_options options = {0};
	struct comparison *c = comparison_new(&options);
	struct error error = {0};
	json_t *foreign = json_pack("{s:s}", "format", "other/1");
	assert_int_equal(comparison_add(c, foreign, &error), -1);
	assert_int_equal(error.kind, ERROR_INPUT);
	assert_null(comparison_finish(c, &error));
	assert_int_equal(error.kind, ERROR_USAGE);
	json_decref(foreign);
	comparison_free(c);
}

static void articles_are_grouped_by_story_and_outlet(void **state)
{
	(void)state;
	json_t *second = json_deep_copy(mail), *other = json_deep_copy(post);
	json_object_set_new(at(second, "article"), "id", json_string("m2"));
	json_object_set_new(at(other, "article"), "story", json_string("ferry"));
	json_t *c = compare((json_t *[]){mail, post, courier, second, other}, 5);
	assert_int_equal(json_array_size(at(c, "articles")), 5);
	assert_int_equal(json_array_size(at(c, "stories")), 2);
	expect_text(c, "stories 0 story", "harbour");
	expect_text(c, "stories 0 groups 0 outlet", "Tamsin Mail");
	expect_int(c, "stories 0 groups 0 articles 1", 3);
	expect_text(c, "stories 0 groups 2 file", "courier.txt");
	assert_int_equal(json_array_size(at(c, "stories 1 groups")), 1);
	expect_int(c, "stories 1 articles 0", 4);
	json_decref(c);
	json_decref(second);
	json_decref(other);
}

static void term_matrix_counts_by_voice_and_names_passages(void **state)
{
	(void)state;
	json_t *c = compare_all();
	json_t *row = at(c, "stories 0 terms 0");
	expect_text(row, "label", "the harbour works");
	expect_text(row, "variants 0 variant", "land_grab");
	expect_text(row, "variants 0 pair", "renewal");
	expect_text(row, "variants 1 side", "supporters");
	assert_int_equal(json_array_size(at(row, "variants")), 2); /* "works" stands nowhere */
	expect_text(row, "articles 0 state", "found");
	expect_int(row, "articles 0 variants 0 by_voice narrator", 1);
	expect_int(row, "articles 0 variants 0 by_voice reported", 1);
	expect_int(row, "articles 0 variants 0 count", 2);
	expect_int(row, "articles 0 variants 1 by_voice distanced", 1);
	expect_text(row, "articles 0 variants 0 passages 0 findings 1", "f2");
	expect_int(row, "groups 1 variants 0 count", 2);
	json_decref(c);
}

static void other_words_are_told_from_no_mention(void **state)
{
	(void)state;
	/* the second article's word is counted under another concept, which also holds it */
	json_t *f = json_array_get(at(post, "findings"), 0);
	json_array_clear(at(post, "findings"));
	f = mark(post, "loaded_terms", "promise", "renewal", NULL,
		 "{\"concept\":\"promise\",\"variant\":\"renewal\",\"lexicon\":\"harbour\",\"also\":[\"extension\"]}");
	assert_non_null(f);
	json_t *c = compare_all();
	expect_text(c, "stories 0 terms 0 articles 1 state", "not_found");
	expect_text(c, "stories 0 terms 0 articles 2 state", "not_mentioned");
	json_decref(c);
}

static void a_failed_analyzer_is_not_a_zero(void **state)
{
	(void)state;
	json_t *c = compare_all();
	expect_text(c, "stories 0 metrics 0 name", "hedges");
	expect_text(c, "stories 0 metrics 0 cells 2 state", "not_measured");
	expect_text(c, "articles 2 plugins 0 status", "timed_out");
	json_decref(c);
}

static void rates_have_exact_intervals_and_passages(void **state)
{
	(void)state;
	json_t *c = compare_all();
	json_t *row = at(c, "stories 0 metrics 0");
	expect_text(row, "voice", "narrator");
	expect_int(row, "cells 1 count", 1);
	expect_int(row, "cells 1 words", 9);
	assert_true(fabs(json_number_value(at(row, "cells 1 value")) - 111.111) < 1e-9);
	assert_true(fabs(json_number_value(at(row, "cells 1 interval 1")) - 619.071) < 1e-2);
	expect_text(row, "cells 1 method", "poisson");
	expect_text(row, "cells 1 passages 0 findings 0", "f3");
	json_decref(c);
}

static void groups_of_two_to_nine_articles_have_no_interval(void **state)
{
	(void)state;
	json_t *second = json_deep_copy(mail);
	json_t *c = compare((json_t *[]){mail, second}, 2);
	expect_int(c, "stories 0 metrics 0 cells 0 count", 6);
	assert_null(at(c, "stories 0 metrics 0 cells 0 interval"));
	json_decref(c);
	json_decref(second);
}

/* An account of so many sentences, of which the first few hold a hedge and the rest none. */
static json_t *new_hedged(const char *outlet, int sentences, int hedges)
{
	char about[100], text[4000] = "", metric[200];
	int words = 5 * sentences;
	snprintf(about, sizeof about, "{\"id\":\"%s\",\"outlet\":\"%s\"}", outlet, outlet);
	for (int i = 0; i < sentences; i++)
		strcat(text, i < hedges ? "Ships may leave the quay. " : "Ships then left the quay. ");
	json_t *r = make_record(about, text);
	add_plugin(r, "hedging", "ok");
	declare_hedges(r);
	for (int i = 0; i < hedges; i++)
		mark_nth(r, "hedging", "modal", "may", i + 1, NULL, NULL);
	snprintf(metric, sizeof metric,
		 "{\"plugin\":\"hedging\",\"name\":\"hedges\",\"kind\":\"rate\",\"count\":%d,\"words\":%d}", hedges, words);
	add_metric(r, metric);
	return r;
}

static json_t *compare_hedged(int first, int second)
{
	json_t *a = new_hedged("Tamsin Mail", 40, first), *b = new_hedged("Quay Post", 40, second);
	json_t *c = compare((json_t *[]){a, b}, 2);
	json_decref(a);
	json_decref(b);
	return c;
}

static void contrasts_name_their_test_and_counts(void **state)
{
	(void)state;
	json_t *c = compare_hedged(24, 4), *contrasts = at(c, "stories 0 contrasts");
	expect_int(contrasts, "tests", 1);
	expect_text(contrasts, "list 0 name", "hedges");
	expect_text(contrasts, "list 0 method", "exact");
	expect_int(contrasts, "list 0 counts 1 0", 4);
	assert_true(fabs(json_number_value(at(contrasts, "list 0 value")) - 6) < 1e-9);
	assert_true(json_is_true(at(contrasts, "list 0 distinguishable")));
	expect_int(contrasts, "list 0 placebo draws", 200); /* beside what random words give */
	json_decref(c);
}

static void few_events_are_not_compared(void **state)
{
	(void)state;
	json_t *c = compare_hedged(4, 0);
	expect_int(c, "stories 0 contrasts tests", 0);
	expect_int(c, "stories 0 contrasts too_few", 1);
	assert_int_equal(json_array_size(at(c, "stories 0 contrasts list")), 0);
	json_decref(c);
}

static void a_result_that_hangs_on_one_entry_says_so(void **state)
{
	(void)state;
	json_t *c = compare_hedged(24, 4), *s = at(c, "stories 0 contrasts list 0 sensitivity");
	expect_int(s, "runs", 2); /* without "may", and uncertain voices moved */
	expect_int(s, "same_side", 1);
	expect_text(s, "turned_by 0", "without may");
	expect_int(c, "stories 0 contrasts sensitivity contrasts", 1);
	expect_int(c, "stories 0 contrasts sensitivity keep_side", 0);
	json_decref(c);
}

static void one_sentence_full_of_hedges_widens_the_interval(void **state)
{
	(void)state;
	json_t *r = new_hedged("Tamsin Mail", 20, 1);
	for (int i = 0; i < 9; i++) /* nine more marks in the first sentence */
		mark(r, "hedging", "modal", "may", NULL, NULL);
	json_object_set_new(json_array_get(json_object_get(r, "metrics"), 0), "count", json_integer(10));
	json_t *c = compare(&r, 1), *cell = at(c, "stories 0 metrics 0 cells 0");
	expect_text(cell, "method", "bootstrap");
	assert_true(json_number_value(at(cell, "interval 0")) < json_number_value(at(cell, "intervals poisson 0")));
	assert_true(json_number_value(at(cell, "interval 1")) > json_number_value(at(cell, "intervals poisson 1")));
	json_decref(c);
	json_decref(r);
}

static void sources_are_listed_with_verbs(void **state)
{
	(void)state;
	json_t *c = compare_all();
	json_t *group = at(c, "stories 0 sources 0");
	expect_text(group, "sources 0 name", "Mayor Orla Benn");
	expect_text(group, "sources 0 type", "named_person");
	expect_text(group, "sources 0 verbs 0 lemma", "say");
	expect_int(group, "sources 0 words", 3);
	expect_int(group, "named k", 1);
	expect_int(group, "named n", 1);
	expect_int(c, "stories 0 sources 1 named n", 0);
	json_decref(c);
}

static void scare_quotes_are_listed(void **state)
{
	(void)state;
	json_t *c = compare_all();
	expect_int(c, "stories 0 scare_quotes 0 count", 1);
	expect_text(c, "stories 0 scare_quotes 0 items 0 text", "renewal");
	expect_text(c, "stories 0 scare_quotes 0 items 0 sentence",
		    "A land grab, said Mayor Orla Benn, and a “renewal” of nothing.");
	expect_int(c, "stories 0 scare_quotes 1 count", 0);
	json_decref(c);
}

static int has_warning(const json_t *c, const char *kind)
{
	const json_t *w;
	size_t i;
	json_array_foreach(at(c, "stories 0 warnings"), i, w)
		if (strcmp(json_get_text(w, "kind", ""), kind) == 0)
			return 1;
	return 0;
}

static void warnings_come_first(void **state)
{
	(void)state;
	json_t *c = compare_all();
	assert_true(has_warning(c, "one_article_an_outlet"));
	assert_true(has_warning(c, "mixed_genre"));
	assert_true(has_warning(c, "short"));
	assert_true(has_warning(c, "plugin_failed"));
	assert_false(has_warning(c, "second_hand"));
	assert_false(has_warning(c, "no_text"));
	json_decref(c);
}

static void a_record_without_text_is_compared_as_far_as_it_goes(void **state)
{
	(void)state;
	json_object_del(mail, "text");
	json_t *f;
	size_t i;
	json_array_foreach(at(mail, "findings"), i, f)
		json_object_del(f, "text");
	json_t *c = compare_all();
	assert_true(has_warning(c, "no_text"));
	expect_int(c, "stories 0 terms 0 articles 0 variants 0 count", 2);
	json_decref(c);
}

static void the_same_records_give_the_same_bytes(void **state)
{
	(void)state;
	json_t *a = compare_all(), *copy = json_deep_copy(mail);
	json_t *b = compare((json_t *[]){copy, post, courier}, 3);
	char *first = json_dumps(a, 0), *second = json_dumps(b, 0);
	assert_string_equal(first, second);
	free(first);
	free(second);
	json_decref(a);
	json_decref(b);
	json_decref(copy);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(refuses_what_is_no_record_and_an_empty_set),
		TEST(articles_are_grouped_by_story_and_outlet),
		TEST(term_matrix_counts_by_voice_and_names_passages),
		TEST(other_words_are_told_from_no_mention),
		TEST(a_failed_analyzer_is_not_a_zero),
		TEST(rates_have_exact_intervals_and_passages),
		TEST(groups_of_two_to_nine_articles_have_no_interval),
		TEST(contrasts_name_their_test_and_counts),
		TEST(few_events_are_not_compared),
		TEST(a_result_that_hangs_on_one_entry_says_so),
		TEST(one_sentence_full_of_hedges_widens_the_interval),
		TEST(sources_are_listed_with_verbs),
		TEST(scare_quotes_are_listed),
		TEST(warnings_come_first),
		TEST(a_record_without_text_is_compared_as_far_as_it_goes),
		TEST(the_same_records_give_the_same_bytes),
	};
	return cmocka_run_group_tests_name("compare", tests, NULL, NULL);
}
