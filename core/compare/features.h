/* SPDX-License-Identifier: MIT */
/* What sentences are about, for finding those that tell the same: names, numbers,
 * days and rarer words, each weighted by how few sentences of the scope have it. */
#ifndef SLANT_COMPARE_FEATURES_H
#define SLANT_COMPARE_FEATURES_H

#include "compare/dates.h"
#include "compare/scope.h"

#define FEATURE_DATES 4

struct feature {
	uint32_t id;
	uint8_t anchor; /* 1: a name, a number or a day: something that events have of their own */
};

struct sentence {
	const struct view *view;
	uint32_t index;  /* in the view */
	uint32_t article; /* place of the view in the scope */
	struct feature *features; /* by id, each once */
	uint32_t count;
	uint32_t *token_features; /* by token of the sentence: its feature, or VIEW_NONE */
	double norm; /* root of the sum of squared weights */
	struct date dates[FEATURE_DATES]; /* said in it */
	uint32_t date_count;
	struct date when; /* said in it or a little before; first_token VIEW_NONE: never */
};

/* Where a feature stands: sentences by number, rising. */
struct posting {
	uint32_t *sentences;
	uint32_t count;
};

struct features {
	struct sentence *sentences; /* article by article, in text order */
	uint32_t count;
	struct posting *postings; /* by feature */
	double *weights;          /* by feature */
	uint32_t feature_count;
	struct words *names; /* feature -> how it is called */
};

void features_init(struct features *, const struct scope *);
void features_free(struct features *);

/* 1 when the feature is a name. */
int feature_is_name(const struct features *, uint32_t id);

/* 1 when the date names one day, whether or not its year is known. */
int says_day(const struct date *);

/* Days between what two sentences say of when it happened; 0 when one does not say, or they agree. */
int64_t dates_apart(const struct date *, const struct date *);

#endif
