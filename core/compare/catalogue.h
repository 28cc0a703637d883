/* SPDX-License-Identifier: MIT */
/* What the lexicons say of the concepts that records name by id. */
#ifndef SLANT_COMPARE_CATALOGUE_H
#define SLANT_COMPARE_CATALOGUE_H

#include <jansson.h>

struct catalogue;

/* Of lexicon files in an array; borrowed, and may be NULL. A later lexicon of the same
 * name takes the place of the earlier one. */
struct catalogue *catalogue_new(const json_t *lexicons);
void catalogue_free(struct catalogue *);

/* The entry with this id, or NULL; `lexicon` NULL: of any lexicon that has it. */
const json_t *catalogue_concept(const struct catalogue *, const char *lexicon, const char *concept_id);
/* One variant of an entry, or NULL. */
const json_t *catalogue_variant(const json_t *entry, const char *variant);

#endif
