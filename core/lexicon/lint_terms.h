/* SPDX-License-Identifier: MIT */
/* Inside lint: what is asked of compiled terms. */
#ifndef SLANT_LEXICON_LINT_TERMS_H
#define SLANT_LEXICON_LINT_TERMS_H

#include "lexicon/automaton.h"
#include "lexicon/linter.h"

/* Terms, examples, exclusions tried out on small texts. */
void lint_reach(const struct linter *, const struct matcher *, const struct vocabulary *);

#endif
