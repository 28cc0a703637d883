/* SPDX-License-Identifier: MIT */
#include "compare/dates.h"
#include "compare/language_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- calendar ---- */

int64_t date_days(int year, int month, int day)
{
	/* years from March, so that the leap day is the last one (Howard Hinnant's algorithm) */
	int64_t y = year - (month <= 2), era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void calendar(int64_t days, int *year, int *month, int *day)
{
	days += 719468;
	int64_t era = (days >= 0 ? days : days - 146096) / 146097, of_era = days - era * 146097;
	int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * y + y / 4 - y / 100), m = (5 * of_year + 2) / 153;
	*day = (int)(of_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(y + era * 400 + (*month <= 2));
}

void date_text(int64_t days, char text[16])
{
	int year, month, day;
	calendar(days, &year, &month, &day);
	snprintf(text, 16, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
}

int date_from_iso(const char *text, int64_t *days)
{
	int year, month, day;
	if (text == NULL || sscanf(text, "%4d-%2d-%2d", &year, &month, &day) != 3 || month < 1 || month > 12 || day < 1 ||
	    day > 31)
		return 0;
	*days = date_days(year, month, day);
	return 1;
}

/* 1 Monday to 7 Sunday. */
static int weekday(int64_t days)
{
	return (int)(((days + 3) % 7 + 7) % 7) + 1;
}

/* ---- pieces ---- */

static int is_word(const struct view_token *t)
{
	return t->kind != SLANT_MARK;
}

/* A whole number without letters, or with an ordinal's ending; -1 when it is none. */
static int plain_number(const struct view *v, const struct view_token *t)
{
	const char *s = v->text + t->byte;
	size_t n = t->byte_end - t->byte, digits = 0;
	int value = 0;
	if (!is_word(t))
		return -1;
	for (; digits < n && digits < 5 && s[digits] >= '0' && s[digits] <= '9'; digits++)
		value = 10 * value + (s[digits] - '0');
	if (digits == 0 || digits > 4 || (digits < n && !language_ordinal_ending(v->language, s + digits, n - digits)))
		return -1;
	return value;
}

static int day_at(const struct view *v, uint32_t token, uint32_t end)
{
	int n = token < end ? plain_number(v, &v->tokens[token]) : -1;
	return n >= 1 && n <= 31 ? n : 0;
}

static int year_at(const struct view *v, uint32_t token, uint32_t end)
{
	int n = token < end ? plain_number(v, &v->tokens[token]) : -1;
	return n >= 1500 && n <= 2200 ? n : 0;
}

static uint32_t skip_mark(const struct view *v, uint32_t token, uint32_t end, uint32_t mark)
{
	return token < end && v->tokens[token].kind == SLANT_MARK && v->tokens[token].word == mark ? token + 1 : token;
}

/* ---- which day ---- */

/* Without a year: the day of that name which is nearest to the article's. */
static void resolve_month(struct date *d, const int64_t *published)
{
	int year, month, day;
	if (d->year == 0 && published == NULL)
		return;
	int last_day = d->day ? d->day : 28;
	if (d->year != 0)
		year = d->year;
	else {
		calendar(*published, &year, &month, &day);
		int64_t best = -1;
		for (int y = year - 1, from = year; y <= from + 1; y++) {
			int64_t away = llabs(date_days(y, d->month, d->day ? d->day : 15) - *published);
			if (best < 0 || away < best) {
				best = away;
				year = y;
			}
		}
	}
	d->resolved = 1;
	d->low = date_days(year, d->month, d->day ? d->day : 1);
	d->high = d->day ? d->low : date_days(year, d->month, last_day) + 3;
}

/* "Thursday" is the last one up to the article's day; "last Thursday" is before that
 * day, and may be a week earlier when it would be but a day or two ago. */
static void resolve_weekday(struct date *d, int day, int last, const int64_t *published)
{
	if (published == NULL)
		return;
	int back = (weekday(*published) - day + 7) % 7;
	if (last && back == 0)
		back = 7;
	d->resolved = 1;
	d->high = *published - back;
	d->low = last && back <= 2 ? d->high - 7 : d->high;
}

/* ---- reading ---- */

struct scan {
	const struct view *view;
	uint32_t first, end; /* of the sentence */
	const int64_t *published;
};

/* A month's name is one when it has a capital that is not the sentence's, or a day beside it ("May 5"). */
static int month_at(const struct scan *s, uint32_t token)
{
	const struct view_token *t = &s->view->tokens[token];
	int month = is_word(t) ? language_month(s->view->language, t->word) : 0;
	if (month == 0 || (t->flags & SLANT_CAPITAL) == 0)
		return 0;
	uint32_t next = skip_mark(s->view, token + 1, s->end, SLANT_PERIOD);
	int beside = day_at(s->view, next, s->end) || (token > s->first && day_at(s->view, token - 1, s->end));
	return beside || token > s->first ? month : 0;
}

/* "Oct. 10, 2025", "October", "10 October 2025" (its day was passed already). */
static uint32_t read_month(const struct scan *s, uint32_t token, struct date *d)
{
	const struct view *v = s->view;
	uint32_t next = skip_mark(v, token + 1, s->end, SLANT_PERIOD);
	*d = (struct date){.first_token = token, .month = month_at(s, token), .precision = DATE_MONTH};
	d->day = day_at(v, next, s->end);
	if (d->day) {
		next++;
	} else if (token > s->first && day_at(v, token - 1, s->end)) {
		d->day = day_at(v, token - 1, s->end);
		d->first_token--;
	}
	if (d->day)
		d->precision = DATE_DAY;
	uint32_t behind = skip_mark(v, next, s->end, SLANT_COMMA);
	d->year = year_at(v, behind, s->end);
	d->end_token = d->year ? behind + 1 : next;
	resolve_month(d, s->published);
	return d->end_token;
}

/* "2025-10-10": three numbers joined by hyphens. */
static int read_iso(const struct scan *s, uint32_t token, struct date *d)
{
	const struct view *v = s->view;
	if (token + 2 >= s->end || !(v->tokens[token + 1].flags & v->tokens[token + 2].flags & SLANT_JOINED))
		return 0;
	int year = year_at(v, token, s->end), month = plain_number(v, &v->tokens[token + 1]), day = day_at(v, token + 2, s->end);
	if (year == 0 || month < 1 || month > 12 || day == 0)
		return 0;
	*d = (struct date){.first_token = token, .end_token = token + 3, .precision = DATE_DAY, .month = month, .day = day,
			   .year = year};
	resolve_month(d, s->published);
	return 1;
}

static int read_weekday(const struct scan *s, uint32_t token, struct date *d)
{
	const struct view *v = s->view;
	const struct view_token *t = &v->tokens[token];
	int day = is_word(t) && (t->flags & SLANT_CAPITAL) ? language_weekday(v->language, t->word) : 0;
	int last = token > s->first && language_is_last(v->language, v->tokens[token - 1].word);
	if (day == 0)
		return 0;
	*d = (struct date){.first_token = token - (last ? 1 : 0), .end_token = token + 1, .precision = DATE_DAY};
	if (!(token > s->first && language_is_next(v->language, v->tokens[token - 1].word)))
		resolve_weekday(d, day, last, s->published);
	return 1;
}

static int read_day(const struct scan *s, uint32_t token, struct date *d)
{
	const struct view_token *t = &s->view->tokens[token];
	int days;
	if (!is_word(t) || !language_day(s->view->language, t->word, &days))
		return 0;
	*d = (struct date){.first_token = token, .end_token = token + 1, .precision = DATE_DAY};
	if (s->published != NULL) {
		d->resolved = 1;
		d->low = d->high = *s->published + days;
	}
	return 1;
}

uint32_t dates_in(const struct view *v, uint32_t sentence, const int64_t *published, struct date *dates, uint32_t room)
{
	struct scan s = {v, v->sentences[sentence].first_token, v->sentences[sentence].end_token, published};
	uint32_t count = 0;
	for (uint32_t i = s.first; i < s.end && count < room;) {
		struct date *d = &dates[count];
		uint32_t before = i++;
		if (month_at(&s, before))
			i = read_month(&s, before, d);
		else if (!read_iso(&s, before, d) && !read_weekday(&s, before, d) && !read_day(&s, before, d))
			continue;
		if (d->end_token > i)
			i = d->end_token;
		/* "Thursday, March 5": the day said twice is one */
		if (count > 0 && d->month && dates[count - 1].month == 0 && d->first_token <= dates[count - 1].end_token + 1)
			dates[count - 1] = *d;
		else
			count++;
	}
	return count;
}
