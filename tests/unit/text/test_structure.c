/* SPDX-License-Identifier: MIT */
#include "unit/text/text_unit.h"

#define PROSE "The council of Port Tamsin voted on Tuesday to close the harbour for a year, its clerk said. Ships will have to wait."
#define MORE "Fishermen protested in front of the town hall until the evening, when rain drove them home. Nobody was hurt."

/* Role names of the paragraphs, with spaces between. */
static const char *roles_in(const char *tag, const char *text)
{
	static char out[4096];
	struct document d = build(tag, text);
	size_t n = 0;
	out[0] = '\0';
	for (uint32_t i = 0; i < d.seen.paragraph_count; i++)
		n += (size_t)snprintf(out + n, sizeof out - n, "%s%s", i ? " " : "", role_name(d.seen.paragraphs[i].role));
	return out;
}

/* Role of a line with prose around it. */
static const char *role_between(const char *line)
{
	static char text[4096];
	snprintf(text, sizeof text, "%s\n\n%s\n\n%s", PROSE, line, MORE);
	struct document d = build("en", text);
	return d.seen.paragraph_count == 3 ? role_name(d.seen.paragraphs[1].role) : "other than three paragraphs";
}

/* Role of the last line, below prose. */
static const char *role_below(const char *line)
{
	static char text[4096];
	snprintf(text, sizeof text, "%s\n\n%s\n\n%s", PROSE, MORE, line);
	struct document d = build("en", text);
	return d.seen.paragraph_count == 3 ? role_name(d.seen.paragraphs[2].role) : "other than three paragraphs";
}

static void what_stands_above_the_text_is_told_by_shape(void **state)
{
	(void)state;
	static const struct {
		const char *text, *roles;
	} rows[] = {
		{PROSE, "body"},
		{"A line alone", "body"},
		{PROSE "\n\n" MORE, "body body"},
		{"Harbour closed for a year\n\n" PROSE, "headline body"},
		{"Is the harbour lost?\n\n" PROSE, "headline body"},
		{"The harbour is lost.\n\n" PROSE, "body body"},
		{"Harbour closed\n\nBy Anna Mertens\n\n" PROSE, "headline byline body"},
		{"Harbour closed\n\nCouncil votes after a night of protest\n\nBy Anna Mertens\n\n" PROSE, "headline standfirst byline body"},
		{"Harbour closed\n\nThe council votes after protests.\n\nBy Anna Mertens\n\n" PROSE, "headline standfirst byline body"},
		{"Harbour closed\n\nPort Tamsin/Osterby\n\n" PROSE, "headline dateline body"},
		{"Harbour closed\n\nPort Tamsin\n\n" PROSE, "headline dateline body"},
		{"Harbour closed\n\nTuesday, September 22, 2015\n\n" PROSE, "headline dateline body"},
		{"Harbour closed\n\nUpdated 5 May 2025\n\n" PROSE, "headline dateline body"},
		{"Free Ads Here\n\nHarbour closed\n\n" PROSE, "boilerplate headline body"},
		{"The full story of a long night in which eleven members of a council without a majority closed the only harbour of an island\n\n" PROSE,
		 "standfirst body"},
		{"Harbour closed\n\n" PROSE "\n\n" MORE "\n\n" PROSE, "headline standfirst body duplicate"},
		{"Harbour closed\n" PROSE "\n" MORE, "headline body body"},
	};
	for (size_t i = 0; i < ROWS(rows); i++)
		if (strcmp(roles_in("en", rows[i].text), rows[i].roles) != 0)
			fail_msg("%.60s: %s", rows[i].text, roles_in("en", rows[i].text));
}

static void lines_between_paragraphs_are_told_by_phrase_or_shape(void **state)
{
	(void)state;
	static const struct {
		const char *line, *role;
	} rows[] = {
		{"A year without ships", "subheading"},
		{"Who Pays for the Quay?", "subheading"},
		{"Who pays for the quay?", "body"},
		{"What have they done with Tavish?", "body"},
		{"Ships left for the quay of Ruiz Bay, U.K.", "body"},
		{"9:45 p.m.", "dateline"},
		{"Tuesday, May 6, 2025", "dateline"},
		{"Nobody was there.", "body"},
		{"What is known:", "body"},
		{"|", "boilerplate"},
		{"Advertisement", "boilerplate"},
		{"Getting your Brook Audio player ready...", "boilerplate"},
		{"0 Response to \"Harbour closed\"", "boilerplate"},
		{"12 Comments", "boilerplate"},
		{"Post a Comment", "boilerplate"},
		{"Sign up for our morning newsletter", "boilerplate"},
		{"Share this", "boilerplate"},
		{"Read more: Harbour closed", "boilerplate"},
		{"READ MORE", "boilerplate"},
		{"Share this news with your neighbours, the clerk said.", "body"},
		{"Back to the quay. Fishermen have not been asked.", "body"},
		{"\u00a9 2025 Tamsin Courier", "boilerplate"},
		{"Photo: Anna Mertens", "credit"},
		{"(credit: Anna Mertens)", "credit"},
		{"The quay of Port Tamsin on Tuesday. (credit: Anna Mertens)", "caption"},
		{"The quay of Port Tamsin on Tuesday (Photo by Anna Mertens)", "caption"},
		{"The quay on Tuesday Image: Tamsin Courier.", "caption"},
		{"By Anna Mertens", "byline"},
		{"By: Anna Mertens \u2013 Tamsin Courier", "byline"},
		{"By the time the ships had left, the council was gone.", "body"},
		{"Published 5 May 2025", "dateline"},
		{"(Published Monday, Nov. 18, 2024)", "dateline"},
		{"Editor's note: an earlier version named another quay.", "author_note"},
	};
	for (size_t i = 0; i < ROWS(rows); i++)
		if (strcmp(role_between(rows[i].line), rows[i].role) != 0)
			fail_msg("%s: %s", rows[i].line, role_between(rows[i].line));
}

static void lines_below_the_text_sign_it(void **state)
{
	(void)state;
	static const struct {
		const char *line, *role;
	} rows[] = {
		{"The writer lives and works in Port Tamsin.", "author_note"},
		{"Anna Mertens is a reporter of the Courier.", "author_note"},
		{"Anna Mertens, a native of Port Tamsin, is a Courier columnist.", "author_note"},
		{"Anna Mertens, a fisher from the old quay, is leader of the protest.", "body"},
		{"Courier News reports that the letter, sent on Tuesday, was opened.", "body"},
		{"Anna Mertens is tired.", "body"},
		{"\u2013 Anna Mertens", "byline"},
		{"This article was originally published by the Courier.", "author_note"},
		{"Ships wait for better days.", "body"},
		{"A line at the end", "body"},
	};
	for (size_t i = 0; i < ROWS(rows); i++)
		if (strcmp(role_below(rows[i].line), rows[i].role) != 0)
			fail_msg("%s: %s", rows[i].line, role_below(rows[i].line));
	assert_string_equal(roles_in("en", PROSE "\n\n" MORE "\n\nBy\n\n\u2013 Anna Mertens"), "body body byline byline");
}

static void what_is_printed_twice_counts_once(void **state)
{
	(void)state;
	static const struct {
		const char *text, *roles;
	} rows[] = {
		{PROSE "\n\nThe quay of Port Tamsin on a Tuesday.\nThe quay of Port Tamsin on a Tuesday. (credit: Anna Mertens)\n\n" MORE,
		 "body caption duplicate body"},
		{PROSE "\n\n" MORE "\n\n" PROSE, "body body duplicate"},
		{PROSE "\n\nNobody came.\n\n" MORE "\n\nNobody came.", "body body body body"},
	};
	for (size_t i = 0; i < ROWS(rows); i++)
		assert_string_equal(roles_in("en", rows[i].text), rows[i].roles);
}

static void texts_disclose_what_they_are(void **state)
{
	(void)state;
	static const struct {
		const char *text, *kind, *span;
	} rows[] = {
		{"Harbour closed \u2013 Analysis\n\n" PROSE, "genre_tag", "Analysis"},
		{"Opinion: The harbour must open\n\n" PROSE, "genre_tag", "Opinion"},
		{"Harbour closed\n\nAnalysis by Anna Mertens\n\n" PROSE, "genre_tag", "Analysis by"},
		{PROSE "\n\n" MORE "\n\nThe writer lives in Port Tamsin.", "author_affiliation", "The writer lives in Port Tamsin."},
		{PROSE "\n\n" MORE "\n\nThis article first appeared in the Courier.", "syndication", "This article first appeared in the Courier."},
		{PROSE "\n\n" MORE "\n\nFirst published in the Courier, 5 May.", "first_published", "First published in the Courier, 5 May."},
		{"Harbour closed\n\n" PROSE, NULL, NULL},
		{PROSE " It was an analysis.\n\n" MORE, NULL, NULL},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct document d = build("en", rows[i].text);
		assert_int_equal(d.disclosure_count, rows[i].kind != NULL);
		if (rows[i].kind == NULL)
			continue;
		assert_string_equal(d.disclosures[0].kind, rows[i].kind);
		assert_string_equal(piece(&d, d.disclosures[0].start, d.disclosures[0].end), rows[i].span);
	}
}

static void another_language_brings_its_own_phrases(void **state)
{
	(void)state;
	assert_string_equal(roles_in("de", "Hafen zu\n\nVon Anna Mertens\n\nDer Stadtrat von Tamsin hat den Hafen am Dienstag geschlossen.\n\nAnzeige\n\n"
					   "Schiffe m\u00fcssen nun ein ganzes Jahr lang warten."),
			    "headline byline body boilerplate body");
	assert_string_equal(roles_in("", "Le port ferme\n\nBy Anna Mertens\n\nLe conseil a ferm\u00e9 le port de Tamsin mardi."),
			    "headline dateline body");
}

static void only_some_roles_are_analyzed_and_counted(void **state)
{
	(void)state;
	struct document d = build("en", "Harbour closed\n\nBy Anna Mertens\n\nThe well-known quay isn't open, it's shut: 12 ships wait.");
	static const int analyzed[] = {1, 0, 1};
	assert_int_equal(d.seen.paragraph_count, ROWS(analyzed));
	for (uint32_t i = 0; i < ROWS(analyzed); i++)
		assert_int_equal(d.seen.paragraphs[i].analyzed, analyzed[i]);
	assert_int_equal(d.words, 2 + 10);
	assert_int_equal(d.seen.sentence_count, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_stands_above_the_text_is_told_by_shape),
		cmocka_unit_test(lines_between_paragraphs_are_told_by_phrase_or_shape),
		cmocka_unit_test(lines_below_the_text_sign_it),
		cmocka_unit_test(what_is_printed_twice_counts_once),
		cmocka_unit_test(texts_disclose_what_they_are),
		cmocka_unit_test(another_language_brings_its_own_phrases),
		cmocka_unit_test(only_some_roles_are_analyzed_and_counted),
	};
	return cmocka_run_group_tests_name("structure", tests, text_setup, text_teardown);
}
