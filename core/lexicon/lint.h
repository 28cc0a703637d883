/* SPDX-License-Identifier: MIT */
/* What a careful editor would ask about lexicons that are valid: words that
 * compete with themselves, that can never be found, whose other side is missing. */
#ifndef SLANT_LEXICON_LINT_H
#define SLANT_LEXICON_LINT_H

#include "lexicon/lexicon.h"

struct languages;

enum lint_level {
	LINT_NOTE,    /* might be better */
	LINT_WARNING, /* does not do what it says, or is unbalanced */
	LINT_ERROR    /* cannot be used at all */
};

typedef void lint_tell(void *context, enum lint_level, const char *message);

/* Look at these lexicons together. Messages begin with file and place. -1 when they
 * cannot be compiled, which is told as LINT_ERROR. */
int lexicons_lint(const struct lexicons *, const struct languages *, lint_tell *, void *context);

#endif
