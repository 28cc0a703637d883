/* SPDX-License-Identifier: MIT */
/* Regular expressions (PCRE2, UTF, Unicode properties) that cannot stall a run:
 * they run in one bounded window at a time, with a match limit and a budget per
 * article; where the JIT compiler reports a limit, the interpreter decides, so
 * that machines agree. */
#ifndef SLANT_PATTERN_PATTERN_H
#define SLANT_PATTERN_PATTERN_H

#include <stddef.h>
#include <stdint.h>

struct error;
struct pattern;

/* Refuses callouts, \C, (*LIMIT_...), and what can match the empty string. The
 * message names the offset in the expression. */
struct pattern *pattern_compile(const char *expression, struct error *);
void pattern_free(struct pattern *);

/* Steps left for this article; start with PATTERN_BUDGET. */
#define PATTERN_BUDGET 2000000u
struct pattern_budget {
	uint32_t left;
	int exceeded; /* 1: some match was given up */
};

/* First match in text[from..end) that begins at or after `from`; 1 and the span,
 * or 0. `text` is valid UTF-8; lookbehind may see back to `window_start`. */
int pattern_find(const struct pattern *, const char *text, uint32_t window_start, uint32_t from, uint32_t end,
		 struct pattern_budget *, uint32_t *match_start, uint32_t *match_end);

#endif
