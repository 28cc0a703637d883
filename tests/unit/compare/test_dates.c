/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "base/error.h"
#include "compare/dates.h"
#include "compare/language_words.h"
#include "compare/words.h"
#include "unit/compare/records.h"

static void days_and_dates_belong_together(void **state)
{
	(void)state;
	static const struct { int year, month, day; int64_t days; } rows[] = {
		{1970, 1, 1, 0}, {1969, 12, 31, -1}, {2000, 2, 29, 11016}, {2026, 3, 10, 20522}, {1900, 3, 1, -25508}};
	for (size_t i = 0; i < ROWS(rows); i++) {
		char text[16], wanted[16];
		assert_int_equal(date_days(rows[i].year, rows[i].month, rows[i].day), rows[i].days);
		date_text(rows[i].days, text);
		snprintf(wanted, sizeof wanted, "%04d-%02d-%02d", rows[i].year, rows[i].month, rows[i].day);
		assert_string_equal(text, wanted);
	}
	int64_t days;
	assert_true(date_from_iso("2026-03-10T09:30:00Z", &days) && days == 20522);
	assert_false(date_from_iso("March 10", &days));
	assert_false(date_from_iso(NULL, &days));
}

/* What the first date of a sentence resolves to, as "2026-03-05", a range with "..",
 * "?" when it is a date that is not resolved, "" when there is none. The article is of Tuesday, 10 March 2026. */
static void resolve(const char *sentence, const char *published, char out[40])
{
	struct words *words = words_new();
	struct error error = {0};
	struct view v;
	struct date d[4];
	char low[16], high[16], dir[1000];
	int64_t day;
	json_t *record = make_record("{\"id\":\"a\"}", sentence);
	snprintf(dir, sizeof dir, "%s/lexicons", getenv("SLANT_SOURCE") ? getenv("SLANT_SOURCE") : "..");
	struct language_words *language = language_words_load(dir, "en", words, &error);
	if (language == NULL)
		fail_msg("%s", error.text);
	assert_int_equal(view_init(&v, record, 0, words, &error), 0);
	v.language = language;
	uint32_t count = dates_in(&v, 0, date_from_iso(published, &day) ? &day : NULL, d, 4);
	strcpy(out, count == 0 ? "" : "?");
	if (count > 0 && d[0].resolved) {
		date_text(d[0].low, low);
		date_text(d[0].high, high);
		snprintf(out, 40, d[0].low == d[0].high ? "%s" : "%s..%s", low, high);
	}
	view_free(&v);
	json_decref(record);
	language_words_free(language);
	words_free(words);
}

static void dates_are_read_and_resolved(void **state)
{
	(void)state;
	static const struct { const char *sentence, *date; } rows[] = {
		{"They met on March 5 in the harbour.", "2026-03-05"},
		{"They met on 5 March 2025 in the harbour.", "2025-03-05"},
		{"They met on Oct.\302\24010, as planned.", "2025-10-10"},
		{"They met on the 9th October.", "2025-10-09"},
		{"May 5 was a quiet day.", "2026-05-05"},
		{"They may meet.", ""},
		{"May they meet.", ""},
		{"The talks began in January.", "2026-01-01..2026-01-31"},
		{"They met on Thursday.", "2026-03-05"},
		{"They met last Friday on the ferry.", "2026-03-06"},
		{"They met last Monday.", "2026-03-02..2026-03-09"}, /* yesterday, or a week before */
		{"They will meet next Monday.", "?"},
		{"They met yesterday.", "2026-03-09"},
		{"They met on Thursday, March 5, at noon.", "2026-03-05"},
		{"The paper is of 2025-10-10 and no later.", "2025-10-10"},
		{"They march on.", ""},
		{"The ferry carries 31 cars.", ""},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		char got[40];
		resolve(rows[i].sentence, "2026-03-10", got);
		if (strcmp(got, rows[i].date) != 0)
			fail_msg("%s: got '%s', wanted '%s'", rows[i].sentence, got, rows[i].date);
	}
}

static void without_the_articles_day_only_full_dates_resolve(void **state)
{
	(void)state;
	char got[40];
	resolve("They met on Thursday.", NULL, got);
	assert_string_equal(got, "?");
	resolve("They met on March 5.", NULL, got);
	assert_string_equal(got, "?");
	resolve("They met on March 5, 2026.", NULL, got);
	assert_string_equal(got, "2026-03-05");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_and_dates_belong_together),
		cmocka_unit_test(dates_are_read_and_resolved),
		cmocka_unit_test(without_the_articles_day_only_full_dates_resolve),
	};
	return cmocka_run_group_tests_name("dates", tests, NULL, NULL);
}
