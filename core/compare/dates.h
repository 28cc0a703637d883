/* SPDX-License-Identifier: MIT */
/* Dates as articles write them ("Oct. 10", "9 October 2025", "last Wednesday"), and
 * which day that is. Days are counted from 1 January 1970; a date that may be any of
 * several days is a range. */
#ifndef SLANT_COMPARE_DATES_H
#define SLANT_COMPARE_DATES_H

#include "compare/view.h"

enum date_precision { DATE_DAY, DATE_MONTH };

struct date {
	uint32_t first_token, end_token;
	enum date_precision precision;
	int month;        /* 1 to 12, or 0: not said */
	int day;          /* of the month, or 0 */
	int year;         /* or 0 */
	int resolved;     /* 1: the range below is known */
	int64_t low, high; /* days, inclusive */
};

/* Days since 1970-01-01 of a date of the Gregorian calendar (month 1 to 12). */
int64_t date_days(int year, int month, int day);
/* "2026-03-06" of such a number; at least 11 bytes. */
void date_text(int64_t days, char text[16]);
/* The day that an ISO date begins with ("2026-03-06T10:00"); 0 when it is none. */
int date_from_iso(const char *text, int64_t *days);

/* Dates of one sentence, in order; at most `room`. `published` NULL: the day of the
 * article is not known, so a date without a year is not resolved. */
uint32_t dates_in(const struct view *, uint32_t sentence, const int64_t *published, struct date *dates, uint32_t room);

#endif
