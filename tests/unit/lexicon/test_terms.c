/* SPDX-License-Identifier: MIT */
/* Terms against texts: what stands where in which form. */
#include "unit/lexicon/fixture.h"

#define S(id, terms) "{\"id\":\"" id "\",\"terms\":[" terms "]}"

static const struct {
	const char *entries, *text, *hits, *remark;
} rows[] = {
	{S("a", "\"quay\""), "The quay. A Quay, QUAYS and quayside.", "a=quay; a=Quay", "whole words, folded case"},
	{S("a", "\"quay@noun\""), "The quay and the quays.", "a=quay; a=quays", "plural"},
	{S("a", "\"slaughter@verb\""), "They slaughter, he slaughters; slaughtered, slaughtering.",
	 "a=slaughter; a=slaughters; a=slaughtered; a=slaughtering", "regular verb"},
	{S("a", "\"write@verb\""), "wrote, written, writing, writes, write", "a=wrote; a=written; a=writing; a=writes; a=write",
	 "irregular verb"},
	{S("a", "\"harsh@adj\""), "A harsh, harsher, harshest winter, harshly.", "a=harsh; a=harsher; a=harshest", "adjective"},
	{S("a", "\"land grab@noun\""), "The land grabs. The land, grab it. A land  grab's end.", "a=land grabs; a=land  grab",
	 "no match across a mark; any white space; a possessive does not matter"},
	{S("a", "\"cease-fire\""), "A cease-fire, a cease fire, a ceasefire, a cease\xe2\x80\x91" "fire.",
	 "a=cease-fire; a=cease fire; a=cease\xe2\x80\x91" "fire", "a hyphen is a space"},
	{S("a", "\"cease fire@noun\""), "Two cease-fires.", "a=cease-fires", "and the other way round"},
	{S("a", "\"workers' party\""), "The Workers\xe2\x80\x99 Party met the workers' party, no workers party.",
	 "a=Workers\xe2\x80\x99 Party; a=workers' party", "an apostrophe behind the word"},
	{S("a", "\"lock 'em up\""), "Lock \xe2\x80\x99" "em up, lock 'em up, lock \xe2\x80\x98" "em up, lock em up.",
	 "a=Lock \xe2\x80\x99" "em up; a=lock 'em up; a=lock \xe2\x80\x98" "em up", "an apostrophe before the word, also turned the wrong way"},
	{S("a", "\"workers' party\""), "Workers\" party.", "", "is no other quotation mark"},
	{S("a", "\"people's party\""), "The People\xe2\x80\x99s Party and the people's party.",
	 "a=People\xe2\x80\x99s Party; a=people's party", "curly and straight apostrophes"},
	{S("a", "\"don't know\""), "I don\xe2\x80\x99t know.", "a=don\xe2\x80\x99t know", "inner apostrophe"},
	{S("a", "\"held|kept captive\""), "held captive, kept captive, taken captive", "a=held captive; a=kept captive", "alternatives"},
	{S("a", "\"big|very-large ship|boat@noun\""), "A big ship, very large boats.", "a=big ship; a=very large boats",
	 "alternatives of several words, with marks of their own"},
	{S("a", "\"harbour*\""), "harbour, harbours, harbourmaster, harbor", "a=harbour; a=harbours; a=harbourmaster", "wildcard"},
	{S("a", "\"harbour*\"") "," S("b", "\"harbourm*\"") "," S("c", "\"harbourmaster\"") "," S("d", "\"x harbours\""),
	 "harbourmaster; harbourman; harbours; harboured",
	 "a=harbourmaster; b=harbourmaster; c=harbourmaster; a=harbourman; b=harbourman; a=harbours; a=harboured",
	 "a wildcard also means words that others named"},
	{S("a", "\"old harbour* wall\""), "The old harbourside wall, old harbour-wall.", "a=old harbourside wall; a=old harbour-wall", "wildcard inside"},
	{S("a", "\"call@verb ... crook@noun\""),
	 "They called him crooks. They call these three old crooks. They call all these three old crooks.",
	 "a=called him crooks; a=call these three old crooks", "up to three words between"},
	{S("a", "\"call@verb ...5 crook@noun\""), "They call all these three old grey crooks.",
	 "a=call all these three old grey crooks", "up to five words between"},
	{S("a", "\"call@verb ... crook@noun\""), "We call. Crooks. They call him, oddly, a crook; they call; a crook: call: a crook",
	 "a=call him, oddly, a crook", "commas may stand in a gap, stops may not"},
	{S("a", "\"call ... crook\""), "call a crook a crook", "a=call a crook", "the nearest place wins"},
	{S("a", "\"not ... but ... so\""), "not here but there or so, not once but never", "a=not here but there or so", "two gaps"},
	{S("a", "\"=West Bank\""), "the West Bank, the west bank, West bank", "a=West Bank; a=West bank", "capitals of the marked word"},
	{S("a", "\"=West =Bank\""), "the West Bank, the west bank, West bank", "a=West Bank", "of both"},
	{S("a", "\"=US|=UK\""), "US and us, UK and uk, Us", "a=US; a=UK", "in alternatives"},
	{S("a", "\"=Tory@noun\""), "A Tory, Tories, tories, tory, TORIES", "a=Tory; a=Tories", "with inflection"},
	{S("a", "\"=Port*\""), "Portside, portside", "a=Portside", "with a wildcard"},
	{S("a", "\"# percent\""), "20 percent, 1,200 percent, 2.5 percent, twenty percent, some percent",
	 "a=20 percent; a=1,200 percent; a=2.5 percent; a=twenty percent", "any number"},
	{S("a", "\"# percent\"") "," S("b", "\"7 ships\""), "7 percent of 7 ships", "a=7 percent; b=7 ships", "also one that has a meaning of its own"},
	{S("a", "\"U.S. strike@noun\""), "The U.S. strikes.", "a=U.S. strikes", "stops inside an abbreviation"},
	{S("a", "\"R&D\"") "," S("b", "\"Q+A\""), "R&D, R+D, Q+A, Q&A", "a=R&D; b=Q+A", "marks must be the same"},
	{S("a", "\"quay\"") "," S("b", "\"quay wall\"") "," S("c", "\"wall\""), "The quay wall, a wall, a quay.", "b=quay wall; c=wall; a=quay",
	 "the longest wins"},
	{S("a", "\"old quay\"") "," S("b", "\"quay wall\""), "The old quay wall.", "a=old quay; b=quay wall", "overlap is no nesting"},
	{S("a", "\"quay\"") "," S("b", "\"quay@noun\""), "A quay.", "a=quay; b=quay", "the same place twice, in lexicon order"},
	{S("a", "\"quay@noun\",\"quays\",\"quay\""), "The quays.", "a=quays", "the same entry once"},
	{S("a", "\"\xc3\x89tat\""), "L'\xc3\xa9tat, \xc3\x89TAT, e\xcc\x81tat", "a=\xc3\x89TAT; a=e\xcc\x81tat", "accents, composed or not"},
	{S("a", "\"quay\""), "", "", "an empty text"},
	{S("a", "\"quay\""), "?!", "", "a text of marks"},
};

static void terms_are_found_as_documented(void **state)
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

static const struct {
	const char *text;
	int form;
} forms[] = {
	{"slaughter", SLANT_FORM_BASE},
	{"slaughters", SLANT_FORM_PRESENT_3},
	{"slaughtered", SLANT_FORM_PAST_OR_PARTICIPLE},
	{"slaughtering", SLANT_FORM_ING},
	{"would slaughter", SLANT_FORM_BASE},
	{"was slaughtered", SLANT_FORM_PAST_OR_PARTICIPLE},
};

static void a_hit_tells_the_form_of_its_first_marked_word(void **state)
{
	(void)state;
	struct fixture f = {0};
	struct error error;
	fixture_add(&f, "p", "en", S("a", "\"slaughter@verb\",\"would|was slaughter@verb\""));
	assert_int_equal(fixture_compile(&f, &error), 0);
	for (size_t i = 0; i < ROWS(forms); i++) {
		fixture_read(&f, "en", forms[i].text, NULL, 0);
		assert_int_equal(f.matches.groups[0].count, 1);
		assert_int_equal(f.matches.groups[0].hits[0].form, forms[i].form);
	}
	fixture_free(&f);
}

static const struct {
	const char *entries, *message;
} refused[] = {
	{S("a", "\"\xe2\x80\x94\""), "x.json: entries[0].terms[0]: '\xe2\x80\x94': a term may not consist only of marks (in a)"},
	{S("a", "\"so-called \xe2\x80\x9cquay\xe2\x80\x9d\""), "quotation marks cannot stand in a term"},
	{S("a", "\"a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q\""), "too many words are joined"},
	{S("a", "\"a|b|c|d|e|f|g|h|i|j a|b|c|d|e|f|g|h|i|j a|b|c|d|e|f|g|h|i|j a|b|c|d|e|f|g|h|i|j\""), "more than 5000"},
	{"{\"id\":\"a\",\"variants\":[{\"id\":\"b\",\"terms\":[\"c\"],\"exclude\":[\"d\",\"\xe2\x80\x94\"]}]}",
	 "entries[0].variants[0].exclude[1]"},
	{"{\"id\":\"a\",\"anchors\":[\"\xe2\x80\x94\"],\"terms\":[\"b\"]}", "entries[0].anchors[0]"},
};

static void terms_that_cannot_match_are_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(refused); i++) {
		struct fixture f = {0};
		struct error error;
		fixture_add(&f, "p", "en", refused[i].entries);
		if (fixture_compile(&f, &error) == 0 || strstr(error.text, refused[i].message) == NULL)
			fail_msg("%s: %s", refused[i].message, error.text);
		fixture_free(&f);
	}
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
		cmocka_unit_test(terms_are_found_as_documented),
		cmocka_unit_test(a_hit_tells_the_form_of_its_first_marked_word),
		cmocka_unit_test(terms_that_cannot_match_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, tear_down);
}
