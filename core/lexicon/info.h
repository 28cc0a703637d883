/* SPDX-License-Identifier: MIT */
/* What lexicons hold, by topic and side: is each side's wording there? */
#ifndef SLANT_LEXICON_INFO_H
#define SLANT_LEXICON_INFO_H

#include "base/vector.h"
#include "lexicon/lexicon.h"

/* Wordings of one side in one topic. Strings are borrowed from the lexicons. */
struct balance_row {
	const char *topic; /* "" where the entry names none */
	const char *side;  /* "none" for the unmarked and for simple entries */
	uint32_t concepts; /* of the topic; on its first row, else 0 */
	uint32_t wordings, terms;
	uint32_t by_weight[4];
};

struct balance {
	VECTOR(struct balance_row) rows; /* by topic and side, each in the order they are met, "none" last */
};

void lexicons_balance(const struct lexicons *, struct balance *);
void balance_free(struct balance *);

struct lexicon_size {
	uint32_t entries, reviewed, wordings, terms;
};
void lexicon_count(const struct lexicon *, struct lexicon_size *);

#endif
