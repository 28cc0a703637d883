/* SPDX-License-Identifier: MIT */
/* Inside the check of lexicon files: what a single value must look like. */
#ifndef SLANT_LEXICON_CHECKER_H
#define SLANT_LEXICON_CHECKER_H

#include "lexicon/check.h"

struct checker {
	struct place at;
	void (*tell)(void *, const char *);
	void *context;
	unsigned faults;
};

void check_fault(struct checker *, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *check_type(const json_t *); /* "a list", "a string" ... */

void check_text(struct checker *, const json_t *);
void check_texts(struct checker *, const json_t *);
void check_id(struct checker *, const json_t *);
void check_format(struct checker *, const json_t *);
void check_version(struct checker *, const json_t *);
void check_language(struct checker *, const json_t *);
void check_bool(struct checker *, const json_t *);
void check_weight(struct checker *, const json_t *);
void check_term(struct checker *, const json_t *);
void check_terms(struct checker *, const json_t *);
void check_pattern(struct checker *, const json_t *);
void check_sources(struct checker *, const json_t *);
void check_history(struct checker *, const json_t *);
void check_attributes(struct checker *, const json_t *);

#endif
