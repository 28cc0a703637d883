/* SPDX-License-Identifier: MIT */
/* The `metrics` of a record: sums by voice over the findings of one article. */
#ifndef SLANT_RESULTS_METRICS_H
#define SLANT_RESULTS_METRICS_H

#include "results/results.h"

struct json_writer;

/* Add the entries of all reported plugins to the open array. */
void metrics_write(struct json_writer *, const struct results *);

#endif
