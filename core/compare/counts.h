/* SPDX-License-Identifier: MIT */
/* How often each word stands in each group of a scope. */
#ifndef SLANT_COMPARE_COUNTS_H
#define SLANT_COMPARE_COUNTS_H

#include "compare/scope.h"

struct word_counts {
	uint32_t groups, words;
	uint32_t *of;      /* [group * words + word] */
	uint32_t *totals;  /* by word, over all groups */
	uint64_t *lengths; /* by group: words of any kind */
	uint64_t length;   /* of all groups */
	/* words by falling total, for drawing ones of a given frequency */
	uint32_t *by_total;
};

/* Words that count in texts; of the writer's voice, or of all (`all_voices`). */
void word_counts_init(struct word_counts *, const struct scope *, int all_voices);
void word_counts_free(struct word_counts *);

/* Places in by_total of the words that stand about as often as `total` (four fifths
 * to five fourths): first, and behind the last. Equal when there is none. */
void word_counts_like(const struct word_counts *, uint32_t total, uint32_t *first, uint32_t *end);

#endif
