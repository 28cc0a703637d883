/* SPDX-License-Identifier: MIT */
/* What differs between two sentences that tell the same. */
#ifndef SLANT_COMPARE_PASSAGES_H
#define SLANT_COMPARE_PASSAGES_H

#include "compare/features.h"

#include <jansson.h>

/* [{"kind", "first": [..], "second": [..]}]: words for one concept, hedges, boosters,
 * sources, who acts, days, figures; kinds in which both agree are left out. */
json_t *passage_differences(const struct sentence *, const struct sentence *);

/* How much two sentences are about the same: cosine of their weighted features, 0 to 1. */
double features_likeness(const struct features *, const struct sentence *, const struct sentence *);

/* Findings that touch the sentence, by what `wanted` makes of them (a new string, or NULL). */
json_t *passage_texts(const struct sentence *, json_t *(*wanted)(const struct view *, const struct view_finding *));

#endif
