/* SPDX-License-Identifier: MIT */
#include "unit/text/text_unit.h"

/* The quotations of a text: "[inner]", "<inner>" for single marks, ! behind an
 * unclosed one, ^n behind one inside quotation n, >n behind one that goes on in n. */
static const char *quotations(const char *text)
{
	static char out[8192];
	struct document d = build("en", text);
	size_t n = 0;
	out[0] = '\0';
	for (uint32_t i = 0; i < d.seen.quotation_count; i++) {
		const slant_quotation *q = &d.seen.quotations[i];
		n += (size_t)snprintf(out + n, sizeof out - n, "%s%s%.*s%s%s", i ? " " : "", q->single ? "<" : "[",
				      (int)(q->end - q->start), text + q->start, q->single ? ">" : "]", q->unclosed ? "!" : "");
		if (q->parent != SLANT_NONE)
			n += (size_t)snprintf(out + n, sizeof out - n, "^%u", q->parent);
		if (q->next != SLANT_NONE)
			n += (size_t)snprintf(out + n, sizeof out - n, ">%u", q->next);
	}
	return out;
}

struct row {
	const char *text, *quotations;
};

static void check(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		assert_string_equal(quotations(rows[i].text), rows[i].quotations);
}

static void marks_of_every_kind_are_paired(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"No marks here.", ""},
		{"\"We wait,\" she said. \"It is shut.\"", "[We wait,] [It is shut.]"},
		{"\u201cWe wait,\u201d she said.", "[We wait,]"},
		{"''We wait,'' he said, ``or leave.''", "[We wait,] [or leave.]"},
		{"\u201eWir warten\u201c, sagte sie. \u201eGut.\u201d", "[Wir warten] [Gut.]"},
		{"\u00ab Nous attendons \u00bb, dit-elle.", "[Nous attendons]"},
		{"\u00ab\u00a0Nous attendons\u202f\u00bb, dit-elle.", "[Nous attendons]"},
		{"\u00bbWir warten\u00ab, sagte sie.", "[Wir warten]"},
		{"\u201dVi v\u00e4ntar\u201d, sade hon.", "[Vi v\u00e4ntar]"},
		{"\u201aWir warten\u2018, sagte sie.", "<Wir warten>"},
		{"\u2018We wait,\u2019 she said.", "<We wait,>"},
		{"He called it 'a farce' and left.", "<a farce>"},
		{"She wrote \u300c\u6e2f\u300d there.", "[\u6e2f]"},
		{"(\"So\"), \u2014\"No\"\u2014 and \"yes\".", "[So] [No] [yes]"},
		{"the \u201cfar-right\u201d-led council", "[far-right]"},
	};
	check(rows, ROWS(rows));
}

static void apostrophes_quote_nothing(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"The dogs' owners' ships weren't Anna's.", ""},
		{"In the '90s and the \u201990s, 'tis said, they'd wait.", ""},
		{"rock 'n' roll", ""},
		{"'We like the dogs' owners,' she said.", "<We like the dogs' owners,>"},
		{"\u2018Don\u2019t wait for the captains\u2019 word,\u2019 she said.", "<Don\u2019t wait for the captains\u2019 word,>"},
		{"He said 'wait for me and left.", ""},
		{"Hamish' boat and Tess' boat", ""},
	};
	check(rows, ROWS(rows));
}

static void quotations_stand_inside_quotations(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"\u201cShe said \u2018wait\u2019 to me,\u201d he said.", "[She said \u2018wait\u2019 to me,] <wait>^0"},
		{"\"She said 'wait' to me,\" he said.", "[She said 'wait' to me,] <wait>^0"},
		{"'She said \"wait\" to me,' he said.", "<She said \"wait\" to me,> [wait]^0"},
		{"\u201cShe said \u201cwait\u201d to me,\u201d he said.", "[She said \u201cwait\u201d to me,] [wait]^0"},
		{"\"She said 'wait'\", he said.", "[She said 'wait'] <wait>^0"},
	};
	check(rows, ROWS(rows));
}

static void what_is_not_closed_ends_with_its_paragraph(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"He said: \u201cWe wait. And wait.\n\nShips came.", "[We wait. And wait.]!"},
		{"He said: \"We wait, and left. \"No,\" she said.\n\nShips came.", "[We wait, and left.]! [No,]"},
		{"Wait,\u201d he said. It is shut.", ""},
		{"Nobody \" knew.", ""},
		{"\u201c", ""},
		{"\"\" and \u201c\u201d", ""},
	};
	check(rows, ROWS(rows));
	struct document d = build("en", "He said: \u201cWe wait.\n\nShips came.");
	assert_int_equal(d.note_count, 1);
	assert_string_equal(d.notes[0].message, "unbalanced quotation marks");
	assert_int_equal(d.notes[0].start, 9);
}

static void speech_goes_on_in_the_next_paragraph(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"\u201cWe wait.\n\n\u201cAnd wait.\n\n\u201cAnd leave,\u201d she said.", "[We wait.]!>1 [And wait.]!>2 [And leave,]"},
		{"He said: \"We wait.\n\n\"And leave,\" he said.", "[We wait.]!>1 [And leave,]"},
		{"\u2018We wait.\n\n\u2018And leave,\u2019 she said.", "<We wait.>!>1 <And leave,>"},
		{"\u201cWe wait for all the ships of Tamsin.\n\nAdvertisement\n\n\u201cAnd leave,\u201d she said of them.",
		 "[We wait for all the ships of Tamsin.]!>1 [And leave,]"},
	};
	check(rows, ROWS(rows));
	assert_int_equal(build("en", rows[0].text).note_count, 0);
}

static void inches_and_boilerplate_open_nothing(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"A 12\" board and a 6\" board.", ""},
		{"\"A 12\" board,\" he said, was there.", "[A 12\" board,]"},
		{"He is 6' 2\" tall.", ""},
		{"The quay is shut for good now.\n\n0 Response to \"The quay is shut\"", ""},
	};
	check(rows, ROWS(rows));
}

static void tokens_know_their_quotation(void **state)
{
	(void)state;
	struct document d = build("en", "He \u201csaid \u2018no\u2019 twice\u201d there.");
	static const struct {
		const char *token;
		uint32_t quotation, word;
	} rows[] = {
		{"He", SLANT_NONE, SLANT_WORD_UNKNOWN}, {"\u201c", SLANT_NONE, SLANT_OPEN_QUOTE}, {"said", 0, SLANT_WORD_UNKNOWN},
		{"\u2018", 0, SLANT_OPEN_QUOTE}, {"no", 1, SLANT_WORD_UNKNOWN}, {"\u2019", 0, SLANT_CLOSE_QUOTE},
		{"twice", 0, SLANT_WORD_UNKNOWN}, {"\u201d", SLANT_NONE, SLANT_CLOSE_QUOTE},
		{"there", SLANT_NONE, SLANT_WORD_UNKNOWN}, {".", SLANT_NONE, SLANT_PERIOD},
	};
	assert_int_equal(d.seen.token_count, ROWS(rows));
	for (uint32_t i = 0; i < d.seen.token_count; i++) {
		const slant_token *t = &d.seen.tokens[i];
		assert_string_equal(piece(&d, t->start, t->end), rows[i].token);
		assert_int_equal(t->quotation, rows[i].quotation);
		assert_int_equal(t->word, rows[i].word);
	}
	assert_string_equal(piece(&d, d.seen.quotations[0].outer_start, d.seen.quotations[0].outer_end),
			    "\u201csaid \u2018no\u2019 twice\u201d");
	assert_int_equal(d.seen.quotations[0].first_token, 2);
	assert_int_equal(d.seen.quotations[0].end_token, 7);
}

static void what_is_no_quotation_is_named_so(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		uint32_t token, word;
	} rows[] = {
		{"the dogs' house", 2, SLANT_OTHER_MARK},
		{"a 12\" board", 2, SLANT_STRAY_QUOTE},
		{"wait\u201d he", 1, SLANT_STRAY_QUOTE},
		{"in '68 they", 1, SLANT_OTHER_MARK},
	};
	for (size_t i = 0; i < ROWS(rows); i++)
		assert_int_equal(build("en", rows[i].text).seen.tokens[rows[i].token].word, rows[i].word);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_of_every_kind_are_paired),
		cmocka_unit_test(apostrophes_quote_nothing),
		cmocka_unit_test(quotations_stand_inside_quotations),
		cmocka_unit_test(what_is_not_closed_ends_with_its_paragraph),
		cmocka_unit_test(speech_goes_on_in_the_next_paragraph),
		cmocka_unit_test(inches_and_boilerplate_open_nothing),
		cmocka_unit_test(tokens_know_their_quotation),
		cmocka_unit_test(what_is_no_quotation_is_named_so),
	};
	return cmocka_run_group_tests_name("quotations", tests, text_setup, text_teardown);
}
