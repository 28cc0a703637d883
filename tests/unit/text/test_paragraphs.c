/* SPDX-License-Identifier: MIT */
#include "unit/text/text_unit.h"

#define FIFTY "Words of a line that is broken at some fixed width"
#define HUNDRED FIFTY " " FIFTY

/* The paragraphs of a text, with ¶ between them and line ends inside as /. */
static const char *paragraphs(const char *text)
{
	static char out[8192];
	struct document d = build("", text);
	size_t n = 0;
	out[0] = '\0';
	for (uint32_t i = 0; i < d.seen.paragraph_count; i++) {
		const slant_paragraph *p = &d.seen.paragraphs[i];
		n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s", i ? "\u00b6" : "", (int)(p->end - p->start), text + p->start);
	}
	for (char *c = out; *c; c++)
		*c = *c == '\n' ? '/' : *c;
	return out;
}

static void line_ends_break_or_wrap(void **state)
{
	(void)state;
	static const struct {
		const char *text, *paragraphs, *remark;
	} rows[] = {
		{"", "", "nothing"},
		{" \n\t\n", "", "white space only"},
		{"One line", "One line", "no line end"},
		{"A first one.\n\nA second one.\n", "A first one.\u00b6A second one.", "blank line"},
		{"A first.\r\n\r\nA second.", "A first.\u00b6A second.", "CRLF"},
		{"A first.\r\rA second.", "A first.\u00b6A second.", "CR"},
		{"A first.\n \u00a0\t\nA second.", "A first.\u00b6A second.", "a line of spaces is blank"},
		{"A first.\u2028A second.\u2029A third.\xc2\x85" "A fourth.", "A first.\u00b6A second.\u00b6A third.\u00b6A fourth.", "Unicode line ends"},
		{"  A first.  \n\u00a0 A second.\u00a0", "A first.\u00b6A second.", "trimmed"},
		{"\ufeff" "A first.", "A first.", "byte-order mark"},
		{"It was late.\nShips came.", "It was late.\u00b6Ships came.", "a full stop ends the line"},
		{"Is it late?\n\u201cYes.\u201d\nShips came.", "Is it late?\u00b6\u201cYes.\u201d\u00b6Ships came.", "stops before closing marks"},
		{"The council of Tamsin\nmet on Tuesday to close\nthe harbour for good.",
		 "The council of Tamsin/met on Tuesday to close/the harbour for good.", "wrapped"},
		{"Harbour closed\nThe council of Port Tamsin has closed it.", "Harbour closed\u00b6The council of Port Tamsin has closed it.", "a heading"},
		{HUNDRED " " FIFTY "\nNetanel left\n" HUNDRED " " FIFTY,
		 HUNDRED " " FIFTY "\u00b6Netanel left\u00b6" HUNDRED " " FIFTY, "long lines are paragraphs"},
		{HUNDRED " " FIFTY "\nand an end.", HUNDRED " " FIFTY "/and an end.", "a long line runs on"},
		{HUNDRED " " FIFTY ":\nropes\nnets", HUNDRED " " FIFTY ":\u00b6ropes\u00b6nets", "but not behind a colon"},
		{FIFTY "\n" FIFTY "\n" FIFTY "\nand an end.", FIFTY "/" FIFTY "/" FIFTY "/and an end.", "full lines go on"},
		{"Bring these:\n- ropes\n- nets\n1. tar", "Bring these:\u00b6- ropes\u00b6- nets\u00b6" "1. tar", "lists"},
	};
	for (size_t i = 0; i < ROWS(rows); i++)
		if (strcmp(paragraphs(rows[i].text), rows[i].paragraphs) != 0)
			fail_msg("%s: %s", rows[i].remark, paragraphs(rows[i].text));
}

static void a_stop_at_the_end_of_a_full_line_is_chance(void **state)
{
	(void)state;
	const char *text = "Words of a line that is broken at some fixed width\n"
			   "Words of a line that is broken at some fixed ends.\n"
			   "Words of a line that is broken at some fixed width\n"
			   "Words of a line that is broken at some fixed width\n"
			   "and more.\n"
			   "Words of a new paragraph then begin after a short\n"
			   "line of the old one.";
	struct document d = build("", text);
	assert_int_equal(d.seen.paragraph_count, 2);
	assert_string_equal(piece(&d, d.seen.paragraphs[1].start, d.seen.paragraphs[1].start + 21), "Words of a new paragr");
}

static void given_blocks_are_kept(void **state)
{
	(void)state;
	const char *text = "Harbour shut\n  Ships wait here. \n\n";
	const struct text_block blocks[] = {{0, 12, SLANT_ROLE_HEADLINE}, {13, 32, SLANT_ROLE_QUOTE_BLOCK}, {32, 34, SLANT_ROLE_BODY}};
	struct document d;
	arena_reset(&arena);
	document_build(&d, &arena, vocabulary, languages_get(languages, "en"), text, 34, blocks, 3);
	assert_int_equal(d.seen.paragraph_count, 2); /* the third holds white space only */
	assert_string_equal(piece(&d, d.seen.paragraphs[1].start, d.seen.paragraphs[1].end), "Ships wait here.");
	assert_int_equal(d.seen.paragraphs[0].role, SLANT_ROLE_HEADLINE);
	assert_int_equal(d.seen.paragraphs[1].role, SLANT_ROLE_QUOTE_BLOCK);
	document_build(&d, &arena, vocabulary, languages_get(languages, "en"), text, 34, blocks, 0);
	assert_int_equal(d.seen.paragraph_count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(line_ends_break_or_wrap),
		cmocka_unit_test(a_stop_at_the_end_of_a_full_line_is_chance),
		cmocka_unit_test(given_blocks_are_kept),
	};
	return cmocka_run_group_tests_name("paragraphs", tests, text_setup, text_teardown);
}
