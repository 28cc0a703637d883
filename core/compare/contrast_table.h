/* SPDX-License-Identifier: MIT */
/* All contrasts of a scope, with p values adjusted for their number. */
#ifndef SLANT_COMPARE_CONTRAST_TABLE_H
#define SLANT_COMPARE_CONTRAST_TABLE_H

#include "compare/contrasts.h"
#include "compare/scope.h"

#include <stdint.h>

struct contrast_table;
struct word_counts;

/* Some figure of every group. The caller fills the sides, index by group; a side
 * without units was not measured. `about` names the figure and is copied into every
 * contrast. */
struct measure {
	enum contrast_kind kind;
	json_t *about;
	const struct word_counts *words; /* of the voice the figure counts, or NULL */
	uint32_t *entries;               /* how often each entry stands in all groups: what random word lists are drawn to match */
	uint32_t entry_count;
	struct side *sides;
	uint32_t count;
	struct measure *variations; /* the same figure under other choices; about is their name, a string */
	uint32_t variation_count, variation_size;
};
void measure_init(struct measure *, enum contrast_kind, uint32_t groups, json_t *about); /* steals about */
void measure_free(struct measure *);
void measure_unit(struct measure *, uint32_t group, double y, double w, double squares);
/* A further variation, empty: borrowed until the next one is made. */
struct measure *measure_variation(struct measure *, const char *name);

struct contrast_table *contrast_table_new(uint32_t groups);
/* Every pair of groups; where there are more than eight groups, each against all others. */
void contrast_table_add(struct contrast_table *, const struct measure *);
/* {"tests", "too_few", "q", "sensitivity", "list"}: new reference; frees the table. */
json_t *contrast_table_end(struct contrast_table *);

#endif
