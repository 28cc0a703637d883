/* SPDX-License-Identifier: MIT */
/* Inside lint. */
#ifndef SLANT_LEXICON_LINTER_H
#define SLANT_LEXICON_LINTER_H

#include "lexicon/check.h"
#include "lexicon/lint.h"

struct linter {
	const struct lexicons *lexicons;
	const struct languages *languages;
	lint_tell *tell;
	void *context;
};

void lint_say(const struct linter *, enum lint_level, const struct place *, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* The place of a variant (-1: none) of an entry. */
struct place lint_place(const struct linter *, uint32_t lexicon, uint32_t entry, int32_t variant);
/* The JSON there. */
const json_t *lint_object(const struct linter *, uint32_t lexicon, uint32_t entry, int32_t variant);

/* What the fields say: sources, sides, pairs, topics, examples that are missing. */
void lint_fields(const struct linter *);
/* What the terms do: repeated, contested, out of reach, examples that do not match. */
int lint_terms(const struct linter *);

#endif
