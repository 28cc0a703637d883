/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "base/buffer.h"
#include "base/error.h"
#include "results/results.h"
#include "text/language.h"
#include "text/vocabulary.h"

enum { QUOTES, ATTRIBUTION, OTHER, PLUGINS };
enum { DIRECT, SCARE, TITLE };   /* of quotes */
enum { INDIRECT, OPEN, CONTENT }; /* of attribution */

static const slant_rule quotes[] = {{"direct", "x", 1, SLANT_VOICE_QUOTED}, {"scare", "x", 1, SLANT_VOICE_DISTANCED}, {"title", "x", 0, 0}};
static const slant_rule attribution[] = {{"indirect", "x", 1, SLANT_VOICE_REPORTED}, {"open", "x", 1, SLANT_VOICE_NARRATOR}, {"direct", "x", 0, 0}};
static const slant_rule other[] = {{"word", "x", 0, 0}};

/* One article with three plugins, and what was resolved as text. */
struct scene {
	struct arena arena;
	struct vocabulary *vocabulary;
	struct languages *languages;
	struct document document;
	struct results r;
	struct buffer shown;
};

static void begin(struct scene *s, const char *text)
{
	static const struct {
		const char *name;
		const slant_rule *rules;
		uint32_t count;
	} plugins[] = {{"quotes", quotes, ROWS(quotes)}, {"attribution", attribution, ROWS(attribution)}, {"other", other, ROWS(other)}};
	struct error error = {0};
	*s = (struct scene){0};
	arena_init(&s->arena);
	s->vocabulary = vocabulary_new();
	vocabulary_freeze(s->vocabulary);
	s->languages = languages_load(arena_printf(&s->arena, "%s/lexicons", getenv("SLANT_SOURCE")), &error);
	assert_non_null(s->languages);
	document_build(&s->document, &s->arena, s->vocabulary, languages_get(s->languages, "en"), text, (uint32_t)strlen(text), NULL, 0);
	results_init(&s->r, &s->arena, &s->document, PLUGINS);
	for (uint32_t i = 0; i < PLUGINS; i++) {
		s->r.plugins[i].name = plugins[i].name;
		s->r.plugins[i].rules = plugins[i].rules;
		s->r.plugins[i].rule_count = plugins[i].count;
	}
}

static void end(struct scene *s)
{
	buffer_free(&s->shown);
	vocabulary_free(s->vocabulary);
	languages_free(s->languages);
	arena_free(&s->arena);
}

static struct finding *mark(struct scene *s, uint32_t plugin, uint32_t rule, const char *words, const char *speaker)
{
	const char *text = s->document.seen.text, *at = strstr(text, words);
	assert_non_null(at);
	struct finding *f = results_add_finding(&s->r, plugin, rule, (uint32_t)(at - text), (uint32_t)(at - text + (long)strlen(words)));
	f->given_speaker = speaker;
	return f;
}

/* "quoted[We will stay]Orla " and so on. */
static const char *voices(struct scene *s)
{
	voices_resolve(&s->r);
	for (uint32_t i = 0; i < s->r.voice_count; i++) {
		const struct voice_span *v = &s->r.voices[i];
		buffer_printf(&s->shown, "%s[%.*s]%s%s ", voice_name(v->voice), (int)(v->end - v->start),
			      s->document.seen.text + v->start, v->speaker ? v->speaker : "", v->certain ? "" : "?");
	}
	return s->shown.data ? s->shown.data : "";
}

static void no_findings_and_no_marks_leave_all_to_the_narrator(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "The pier was closed on Monday.");
	assert_string_equal(voices(&s), "");
	assert_int_equal(s.r.words_by_voice[SLANT_VOICE_NARRATOR], 6);
	end(&s);
}

static void the_innermost_wins(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "She said that the pier was an \"eyesore\" and must go.");
	mark(&s, ATTRIBUTION, INDIRECT, "the pier was an \"eyesore\" and must go", "she");
	mark(&s, QUOTES, DIRECT, "eyesore", NULL);
	assert_string_equal(voices(&s), "reported[the pier was an \"]she quoted[eyesore]she reported[\" and must go]she ");
	assert_int_equal(s.r.words_by_voice[SLANT_VOICE_NARRATOR], 3);
	assert_int_equal(s.r.words_by_voice[SLANT_VOICE_QUOTED], 1);
	assert_int_equal(s.r.words_by_voice[SLANT_VOICE_REPORTED], 7);
	end(&s);
}

static void a_mark_alone_is_nobodys(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "He called it \"an eyesore\".");
	mark(&s, ATTRIBUTION, INDIRECT, "\"an eyesore\"", "He");
	mark(&s, QUOTES, DIRECT, "an eyesore", NULL);
	assert_string_equal(voices(&s), "quoted[an eyesore]He ");
	end(&s);
}

static void a_title_keeps_the_voice_around_it(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "He said he had read \"The Quay\" twice.");
	mark(&s, QUOTES, TITLE, "The Quay", NULL);
	mark(&s, ATTRIBUTION, INDIRECT, "he had read \"The Quay\" twice", "He");
	assert_string_equal(voices(&s), "reported[he had read \"The Quay\" twice]He ");
	assert_int_equal(s.r.plugins[QUOTES].findings[0]->voice, SLANT_VOICE_REPORTED);
	end(&s);
}

static void who_speaks_is_shared_between_findings_of_one_span(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "\"We will stay,\" said Orla Finn.");
	struct finding *quote = mark(&s, QUOTES, DIRECT, "We will stay,", NULL);
	mark(&s, ATTRIBUTION, CONTENT, "We will stay,", "Orla Finn");
	struct finding *word = mark(&s, OTHER, 0, "stay", NULL);
	assert_string_equal(voices(&s), "quoted[We will stay,]Orla Finn ");
	assert_ptr_equal(s.r.voices[0].by, quote);
	assert_string_equal(quote->speaker, "Orla Finn");
	assert_int_equal(word->voice, SLANT_VOICE_QUOTED);
	assert_string_equal(word->speaker, "Orla Finn");
	end(&s);
}

static void a_quotation_inside_a_quotation_is_somebody_elses(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "\"He told me 'go home' and left,\" said Orla Finn.");
	mark(&s, QUOTES, DIRECT, "He told me 'go home' and left,", "Orla Finn");
	mark(&s, QUOTES, DIRECT, "go home", NULL);
	assert_string_equal(voices(&s), "quoted[He told me ']Orla Finn quoted[go home] quoted[' and left,]Orla Finn ");
	end(&s);
}

static void scare_quotes_have_no_speaker(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "She said the so-called \"renewal\" was late.");
	mark(&s, QUOTES, SCARE, "renewal", NULL);
	mark(&s, ATTRIBUTION, INDIRECT, "the so-called \"renewal\" was late", "She");
	assert_string_equal(voices(&s), "reported[the so-called \"]She distanced[renewal] reported[\" was late]She ");
	end(&s);
}

static void parts_are_used_in_place_of_the_whole_span(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "\"We,\" she said, \"will stay.\"");
	struct finding *f = mark(&s, QUOTES, DIRECT, "We,\" she said, \"will stay.", "she");
	results_add_datum(&s.r, f, DATUM_ARRAY, "parts");
	struct slant_datum *one = results_add_datum(&s.r, f, DATUM_RANGE, NULL);
	one->start = 1;
	one->end = 4;
	struct slant_datum *two = results_add_datum(&s.r, f, DATUM_RANGE, NULL);
	two->start = 17;
	two->end = 27;
	results_add_datum(&s.r, f, DATUM_END, NULL);
	assert_string_equal(voices(&s), "quoted[We,]she quoted[will stay.]she ");
	assert_int_equal(f->voice, SLANT_VOICE_QUOTED);
	end(&s);
}

static void a_rule_can_give_a_place_back_to_the_narrator(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "She said that the gate, which is red, was open.");
	mark(&s, ATTRIBUTION, INDIRECT, "the gate, which is red, was open", "She");
	mark(&s, ATTRIBUTION, OPEN, "which is red", NULL);
	assert_string_equal(voices(&s), "reported[the gate, ]She reported[, was open]She ");
	end(&s);
}

static void of_spans_that_overlap_the_later_one_wins(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "one two three four five six");
	mark(&s, QUOTES, DIRECT, "one two three", "a");
	mark(&s, ATTRIBUTION, INDIRECT, "two three four five", "b");
	mark(&s, QUOTES, SCARE, "three", NULL);
	mark(&s, QUOTES, DIRECT, "five six", "c");
	assert_string_equal(voices(&s), "quoted[one ]a reported[two ]b distanced[three] reported[ four ]b quoted[five six]c ");
	end(&s);
}

static void what_is_uncertain_says_so(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "The gate is red, it is said.");
	mark(&s, ATTRIBUTION, INDIRECT, "The gate is red", NULL)->certain = 0;
	assert_string_equal(voices(&s), "reported[The gate is red]? ");
	end(&s);
}

static void a_finding_has_the_voice_of_most_of_it(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "It was \"closed by nobody at all\" today.");
	mark(&s, QUOTES, DIRECT, "closed by nobody at all", NULL);
	struct finding *passive = mark(&s, OTHER, 0, "was \"closed", NULL);
	struct finding *verb = mark(&s, OTHER, 0, "was", NULL);
	struct finding *even = mark(&s, OTHER, 0, " \"cl", NULL);
	voices_resolve(&s.r);
	assert_int_equal(passive->voice, SLANT_VOICE_QUOTED);
	assert_int_equal(verb->voice, SLANT_VOICE_NARRATOR);
	assert_int_equal(even->voice, SLANT_VOICE_NARRATOR); /* as much of one as of the other: its start */
	end(&s);
}

static void marks_decide_where_quotes_failed_and_the_reader_is_told(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "\"We will stay,\" she said that day.");
	s.r.plugins[QUOTES].status = PLUGIN_FAILED;
	mark(&s, ATTRIBUTION, CONTENT, "We will stay,", "she");
	assert_string_equal(voices(&s), "quoted[We will stay,]she ");
	assert_null(s.r.voices[0].by);
	assert_int_equal(s.r.note_count, 1);
	assert_string_equal(s.r.notes[0].message, "quotes failed: voices rest on quotation marks");
	end(&s);
}

static void marks_do_not_decide_where_only_attribution_failed(void **state)
{
	(void)state;
	struct scene s;
	begin(&s, "He had read \"The Quay\" twice.");
	s.r.plugins[ATTRIBUTION].status = PLUGIN_TIMED_OUT;
	mark(&s, QUOTES, TITLE, "The Quay", NULL);
	assert_string_equal(voices(&s), "");
	assert_string_equal(s.r.notes[0].message, "attribution failed: the voices that it gives are missing");
	end(&s);
}

/* 20,000 spans inside each other and as many findings that cover all of them. */
static void deep_nesting_stays_quick(void **state)
{
	(void)state;
	enum { DEPTH = 20000 };
	struct scene s;
	char *text = malloc(4 * DEPTH + 1);
	for (size_t i = 0; i < 2 * DEPTH; i++)
		memcpy(text + 2 * i, "a ", 3);
	begin(&s, text);
	for (uint32_t i = 0; i < DEPTH; i++) {
		results_add_finding(&s.r, QUOTES, DIRECT, 2 * i, 4 * DEPTH - 2 * i);
		results_add_finding(&s.r, OTHER, 0, 0, 4 * DEPTH);
	}
	voices_resolve(&s.r);
	assert_int_equal(s.r.voice_count, 2 * DEPTH - 1);
	end(&s);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_findings_and_no_marks_leave_all_to_the_narrator),
		cmocka_unit_test(the_innermost_wins),
		cmocka_unit_test(a_mark_alone_is_nobodys),
		cmocka_unit_test(a_title_keeps_the_voice_around_it),
		cmocka_unit_test(who_speaks_is_shared_between_findings_of_one_span),
		cmocka_unit_test(a_quotation_inside_a_quotation_is_somebody_elses),
		cmocka_unit_test(scare_quotes_have_no_speaker),
		cmocka_unit_test(parts_are_used_in_place_of_the_whole_span),
		cmocka_unit_test(a_rule_can_give_a_place_back_to_the_narrator),
		cmocka_unit_test(of_spans_that_overlap_the_later_one_wins),
		cmocka_unit_test(what_is_uncertain_says_so),
		cmocka_unit_test(a_finding_has_the_voice_of_most_of_it),
		cmocka_unit_test(marks_decide_where_quotes_failed_and_the_reader_is_told),
		cmocka_unit_test(marks_do_not_decide_where_only_attribution_failed),
		cmocka_unit_test(deep_nesting_stays_quick),
	};
	return cmocka_run_group_tests_name("voices", tests, NULL, NULL);
}
