/* SPDX-License-Identifier: MIT */
/* The sentence bootstrap of one article, kept while its story is compared. */
#ifndef SLANT_COMPARE_RESAMPLE_H
#define SLANT_COMPARE_RESAMPLE_H

#include "compare/bootstrap.h"
#include "compare/view.h"

struct metric;

/* Interval per word for what the metric counts in this voice; NAN bounds when the
 * record has no text, too few sentences, or the findings are not known. */
struct interval resample_rate(struct view *, const struct metric *, int voice);

void resample_free(struct resample *); /* NULL is fine */

#endif
