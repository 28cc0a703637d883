/* SPDX-License-Identifier: MIT */
#include "unit/text/text_unit.h"

#include "text/tokenize.h"

#include <time.h>

/* Tokens as "word" "[mark]", with + before joined words, ~ before clitics, # before numbers. */
static const char *shown(const char *text)
{
	static char out[8192];
	slant_token *t;
	arena_reset(&arena);
	uint32_t count = tokenize(vocabulary, text, (uint32_t)strlen(text), &arena, &t);
	size_t n = 0;
	out[0] = '\0';
	for (uint32_t i = 0; i < count; i++)
		n += (size_t)snprintf(out + n, sizeof out - n, "%s%s%s%.*s%s", i ? " " : "",
				      t[i].flags & SLANT_JOINED ? "+" : t[i].flags & SLANT_CLITIC ? "~" : "",
				      t[i].kind == SLANT_NUMBER ? "#" : t[i].kind == SLANT_MARK ? "[" : "",
				      (int)(t[i].end - t[i].start), text + t[i].start,
				      t[i].kind == SLANT_MARK ? "]" : "");
	return out;
}

static void text_is_cut_into_words_numbers_and_marks(void **state)
{
	(void)state;
	static const struct {
		const char *text, *tokens;
	} rows[] = {
		{"", ""},
		{" \t\n", ""},
		{"The harbour closed.", "The harbour closed [.]"},
		{"cease-fire", "cease +fire"},
		{"cease\u2010fire cease\u2011fire", "cease +fire cease +fire"},
		{"Sharm el-Tamsin's", "Sharm el +Tamsin ~'s"},
		{"pre- and post-war", "pre [-] and post +war"},
		{"one - two -- three\u2014four", "one [-] two [--] three [\u2014] four"},
		{"don't can\u2019t they've we\u2019ll I'd I'm", "don't can\u2019t they ~'ve we ~\u2019ll I ~'d I ~'m"},
		{"Anna's dogs' o'clock", "Anna ~'s dogs ['] o'clock"},
		{"TAMSIN'S", "TAMSIN ~'S"},
		{"I'd've", "I ~'d ~'ve"},
		{"It's 's", "It ~'s ['] s"},
		{"the U.S. and U.K.'s a.m. e.g.", "the U.S. and U.K. ~'s a.m. e.g."},
		{"U.S.-made", "U.S. +made"},
		{"the U.S", "the U.S"},
		{"end. Next", "end [.] Next"},
		{"end.Next", "end [.] Next"},
		{"Mr. J. Smith", "Mr [.] J [.] Smith"},
		{"1,200 20.5 2\u00bd 10:30 3.", "#1,200 #20.5 #2\u00bd #10:30 #3 [.]"},
		{"$4.5bn 9th 1990s F16", "[$] #4.5 bn 9th 1990s F16"},
		{"2\u00bd-month 21-point", "#2\u00bd +month #21 +point"},
		{"50% of 7,", "#50 [%] of #7 [,]"},
		{"Wait... what\u2026 no . . . yes", "Wait [...] what [\u2026] no [. . .] yes"},
		{"What?! No!!!", "What [?] [!] No [!!!]"},
		{"\u201cYes,\u201d she said", "[\u201c] Yes [,] [\u201d] she said"},
		{"'so' ''so'' ``so''", "['] so ['] [''] so [''] [``] so ['']"},
		{"Stra\u00dfe na\u00efve \u00c9tat", "Stra\u00dfe na\u00efve \u00c9tat"},
		{"ter\u00adror zero\u200bwidth", "ter\u00adror zero\u200bwidth"},
		{"O\u2019Brien d'Estaing rock'n'roll", "O\u2019Brien d'Estaing rock'n'roll"},
		{"cafe\u0301s", "cafe\u0301s"},
		{"a/b and/or", "a [/] b and [/] or"},
		{"(see [4])", "[(] see [[] #4 []] [)]"},
		{"\u6771\u4eac\u3002", "\u6771\u4eac [\u3002]"},
		{"\u0430\u0431\u0432 \u03b1\u03b2\u03b3", "\u0430\u0431\u0432 \u03b1\u03b2\u03b3"},
		{"\U0001F600 ok", "[\U0001F600] ok"},
		{"f\u2014ing", "f [\u2014] ing"},
		{"-5 and \u22125", "[-] #5 and [\u2212] #5"},
	};
	for (size_t i = 0; i < ROWS(rows); i++)
		assert_string_equal(shown(rows[i].text), rows[i].tokens);
}

static void words_are_found_whatever_their_letters_look_like(void **state)
{
	(void)state;
	struct vocabulary *v = vocabulary_new();
	static const char *const known[] = {"u.s.", "don't", "strasse", "cease", "\u00e9tat", "terrorism", "'s",
					    "\u0441\u043b\u043e\u0432\u043e", "caf\u00e9s", "internationalisation"};
	for (size_t i = 0; i < ROWS(known); i++)
		vocabulary_add(v, known[i], strlen(known[i]));
	vocabulary_freeze(v);
	static const struct {
		const char *text;
		size_t known;
	} rows[] = {{"U.S.", 0}, {"DON\u2019T", 1}, {"don\u02bct", 1}, {"Stra\u00dfe", 2}, {"STRASSE", 2}, {"Cease", 3},
		    {"\u00c9TAT", 4}, {"E\u0301tat", 4}, {"ter\u00adro\u200brism", 5}, {"x\u2019s", 6},
		    {"\u0421\u041b\u041e\u0412\u041e", 7}, {"Cafe\u0301s", 8}, {"INTERNATIONALISATION", 9}};
	for (size_t i = 0; i < ROWS(rows); i++) {
		slant_token *t;
		arena_reset(&arena);
		uint32_t count = tokenize(v, rows[i].text, (uint32_t)strlen(rows[i].text), &arena, &t);
		if (count == 0 || t[count - 1].word != SLANT_FIRST_WORD + rows[i].known)
			fail_msg("%s", rows[i].text);
	}
	vocabulary_free(v);
}

static void flags_tell_case_and_spacing(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		unsigned flags; /* of the last token */
	} rows[] = {
		{"Harbour", SLANT_CAPITAL | SLANT_SPACED},
		{"the harbour", SLANT_SPACED},
		{"a PLO", SLANT_CAPITAL | SLANT_ALLCAPS | SLANT_SPACED},
		{"a U.S.", SLANT_CAPITAL | SLANT_ALLCAPS | SLANT_SPACED},
		{"an A", SLANT_CAPITAL | SLANT_SPACED},
		{"an \u00c9T", SLANT_CAPITAL | SLANT_ALLCAPS | SLANT_SPACED},
		{"F16", SLANT_CAPITAL | SLANT_SPACED},
		{"(so", 0},
		{"high-RISK", SLANT_CAPITAL | SLANT_ALLCAPS | SLANT_JOINED},
		{"x\u00a0y", SLANT_SPACED},
		{"JD's", SLANT_CLITIC},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		slant_token *t;
		arena_reset(&arena);
		uint32_t count = tokenize(vocabulary, rows[i].text, (uint32_t)strlen(rows[i].text), &arena, &t);
		if (t[count - 1].flags != rows[i].flags)
			fail_msg("%s: %x", rows[i].text, t[count - 1].flags);
	}
}

static void fold_makes_equal_what_readers_take_for_equal(void **state)
{
	(void)state;
	static const struct {
		const char *word, *folded;
	} rows[] = {
		{"", ""}, {"ABC", "abc"}, {"don\u2019t", "don't"}, {"\u00c9", "\u00e9"}, {"e\u0301", "\u00e9"},
		{"Stra\u00dfe", "strasse"}, {"cease\u2011fire", "cease-fire"}, {"so\u00adft", "soft"}, {"\ufb01ne", "fine"},
		{"\u0130", "i\u0307"}, {"q\u0323\u0307", "q\u0323\u0307"}, {"q\u0307\u0323", "q\u0323\u0307"},
		{"\u03a3\u03a3", "\u03c3\u03c3"},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		char out[256];
		size_t n = text_fold(rows[i].word, strlen(rows[i].word), out);
		assert_string_equal(out, rows[i].folded);
		assert_int_equal(n, strlen(rows[i].folded));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_cut_into_words_numbers_and_marks),
		cmocka_unit_test(words_are_found_whatever_their_letters_look_like),
		cmocka_unit_test(flags_tell_case_and_spacing),
		cmocka_unit_test(fold_makes_equal_what_readers_take_for_equal),
	};
	return cmocka_run_group_tests_name("tokenize", tests, text_setup, text_teardown);
}
