/* SPDX-License-Identifier: MIT */
#include "unit/text/text_unit.h"

#include "slantwise/plugin.h"

static void collect(void *context, const char *folded, int form)
{
	static const char *const names[] = {"base", "pl", "3", "past", "part", "pp", "ing", "comp", "sup"};
	char *out = context;
	snprintf(out + strlen(out), 2000 - strlen(out), "%s%s:%s", *out ? " " : "", names[form], folded);
}

static const char *forms(const char *tag, char kind, const char *word)
{
	static char out[2000];
	out[0] = '\0';
	language_inflect(languages_get(languages, tag), kind, word, collect, out);
	return out;
}

static void english_words_have_their_forms(void **state)
{
	(void)state;
	static const struct {
		char kind;
		const char *word, *forms;
	} rows[] = {
		{'n', "militant", "base:militant pl:militants"},
		{'n', "city", "base:city pl:cities"},
		{'n', "day", "base:day pl:days"},
		{'n', "church", "base:church pl:churches"},
		{'n', "child", "base:child pl:children"},
		{'n', "gunman", "base:gunman pl:gunmen"},
		{'n', "woman", "base:woman pl:women"},
		{'n', "german", "base:german pl:germans"},
		{'n', "crisis", "base:crisis pl:crises"},
		{'n', "person", "base:person pl:people pl:persons"},
		{'n', "aircraft", "base:aircraft"},
		{'n', "veto", "base:veto pl:vetoes"},
		{'v', "attack", "base:attack 3:attacks pp:attacked ing:attacking"},
		{'v', "claim", "base:claim 3:claims pp:claimed ing:claiming"},
		{'v', "say", "base:say pp:said 3:says ing:saying"},
		{'v', "write", "base:write past:wrote part:written 3:writes ing:writing"},
		{'v', "deny", "base:deny 3:denies pp:denied ing:denying"},
		{'v', "admit", "base:admit 3:admits pp:admitted ing:admitting"},
		{'v', "stop", "base:stop 3:stops pp:stopped ing:stopping"},
		{'v', "visit", "base:visit 3:visits pp:visited ing:visiting"},
		{'v', "treat", "base:treat 3:treats pp:treated ing:treating"},
		{'v', "travel", "base:travel 3:travels pp:travelled pp:traveled ing:travelling ing:traveling"},
		{'v', "agree", "base:agree 3:agrees pp:agreed ing:agreeing"},
		{'v', "lie", "base:lie past:lay past:lied part:lain 3:lies ing:lying"},
		{'v', "put", "base:put 3:puts ing:putting"},
		{'v', "panic", "base:panic 3:panics pp:panicked ing:panicking"},
		{'v', "go", "base:go past:went part:gone 3:goes ing:going"},
		{'v', "overcome", "base:overcome past:overcame 3:overcomes ing:overcoming"},
		{'v', "withdraw", "base:withdraw past:withdrew part:withdrawn 3:withdraws ing:withdrawing"},
		{'v', "be", "base:be past:was past:were part:been 3:is 3:am 3:are ing:being"},
		{'v', "play", "base:play 3:plays pp:played ing:playing"},
		{'v', "fix", "base:fix 3:fixes pp:fixed ing:fixing"},
		{'a', "harsh", "base:harsh comp:harsher sup:harshest"},
		{'a', "deadly", "base:deadly comp:deadlier sup:deadliest"},
		{'a', "big", "base:big comp:bigger sup:biggest"},
		{'a', "brave", "base:brave comp:braver sup:bravest"},
		{'a', "bad", "base:bad comp:worse sup:worst"},
	};
	for (size_t i = 0; i < ROWS(rows); i++)
		assert_string_equal(forms("en", rows[i].kind, rows[i].word), rows[i].forms);
}

static void german_words_have_theirs(void **state)
{
	(void)state;
	static const struct {
		char kind;
		const char *word, *has;
	} rows[] = {
		{'n', "angriff", "pl:angriffe"}, {'n', "regierung", "pl:regierungen"}, {'n', "haus", "pl:h\u00e4user"},
		{'v', "behaupten", "3:behauptet"}, {'v', "behaupten", "past:behauptete"}, {'v', "kritisieren", "3:kritisiert"},
		{'v', "sagen", "part:gesagt"}, {'v', "sprechen", "past:sprach"}, {'v', "versprechen", "past:versprach"},
		{'a', "radikal", "base:radikalen"}, {'a', "gross", "base:grosser"},
	};
	for (size_t i = 0; i < ROWS(rows); i++)
		if (strstr(forms("de", rows[i].kind, rows[i].word), rows[i].has) == NULL)
			fail_msg("%s: %s", rows[i].has, forms("de", rows[i].kind, rows[i].word));
}

static void an_unknown_language_knows_the_word_itself(void **state)
{
	(void)state;
	assert_string_equal(forms("tlh", 'n', "city"), "base:city");
	assert_string_equal(language_tag(languages_get(languages, "tlh")), "");
	assert_string_equal(language_tag(languages_get(languages, "en-GB")), "en");
	assert_string_equal(language_tag(languages_get(languages, "EN")), "en");
	assert_string_equal(language_tag(languages_get(languages, "")), "");
}

static void abbreviations_are_sorted_by_what_follows(void **state)
{
	(void)state;
	static const struct {
		const char *tag, *word;
		int sort;
	} rows[] = {{"en", "mr", 1}, {"en", "e.g", 1}, {"en", "inc", 2}, {"en", "a.m", 2}, {"en", "sept", 3}, {"en", "no", 3},
		    {"en", "harbour", 0}, {"de", "bzw", 1}, {"de", "usw", 2}, {"de", "nr", 3}, {"", "mr", 0}};
	for (size_t i = 0; i < ROWS(rows); i++)
		if (language_abbreviation(languages_get(languages, rows[i].tag), rows[i].word, strlen(rows[i].word)) != rows[i].sort)
			fail_msg("%s", rows[i].word);
	assert_true(language_title(languages_get(languages, "en"), "president", 9));
	assert_false(language_title(languages_get(languages, "en"), "harbour", 7));
}

static void the_language_is_guessed_from_function_words(void **state)
{
	(void)state;
	static const struct {
		const char *text, *tag;
	} rows[] = {
		{"The council voted on Tuesday to close the harbour for a year.", "en"},
		{"Der Stadtrat hat am Dienstag beschlossen, den Hafen f\u00fcr ein Jahr zu schlie\u00dfen.", "de"},
		{"Le conseil a vot\u00e9 mardi la fermeture du port pour une ann\u00e9e.", "fr"},
		{"De gemeenteraad heeft dinsdag besloten de haven een jaar lang te sluiten.", "nl"},
		{"El concejo vot\u00f3 el martes a favor de cerrar el puerto por un a\u00f1o.", "es"},
		{"Il consiglio ha votato marted\u00ec per la chiusura del porto per un anno.", "it"},
		{"A c\u00e2mara votou na ter\u00e7a-feira pelo fechamento do porto por um ano.", "pt"},
		{"Rada miasta zag\u0142osowa\u0142a wczoraj za zamkni\u0119ciem portu.", ""},
		{"It's called the old pier. Marten's wounded dog slept.", "en"},
		{"Terrorists attacked the port.", "en"},
		{"PORT OF TAMSIN CLOSED BY THE COUNCIL", "en"},
		{"A quay", "en"},
		{"12 345 678", ""},
		{"", ""},
	};
	for (size_t i = 0; i < ROWS(rows); i++)
		assert_string_equal(language_tag(languages_guess(languages, rows[i].text, strlen(rows[i].text))), rows[i].tag);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(english_words_have_their_forms),
		cmocka_unit_test(german_words_have_theirs),
		cmocka_unit_test(an_unknown_language_knows_the_word_itself),
		cmocka_unit_test(abbreviations_are_sorted_by_what_follows),
		cmocka_unit_test(the_language_is_guessed_from_function_words),
	};
	return cmocka_run_group_tests_name("language", tests, text_setup, text_teardown);
}
