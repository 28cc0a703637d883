/* SPDX-License-Identifier: MIT */
/* Names as articles write them: "Lidia Farro, the envoy of Ostrel", "Ms. Farro" and
 * "Farro" are one person when their last words agree and no first name speaks
 * against it. */
#ifndef SLANT_COMPARE_NAMES_H
#define SLANT_COMPARE_NAMES_H

#include "compare/view.h"

#define NAME_WORDS 12

struct name {
	const struct view *view;
	uint32_t start, end; /* code points of the head, without what follows it (", who chairs ...") */
	uint32_t words[NAME_WORDS]; /* its capitalised words, folded; all words when none is */
	uint32_t count;
	int capitals; /* 1: words are capitalised ones */
};

/* The name in a stretch of text; count 0 when there is no word. */
void name_read(struct name *, const struct view *, uint32_t start, uint32_t end);

/* 1 when both can be the same: equal words, or for names in capitals equal last words
 * and all words of the shorter one in the longer one. */
int names_agree(const struct name *, const struct name *);
/* 1 when they share any word. */
int names_touch(const struct name *, const struct name *);

/* The head as it stands in the text: bytes in *n; NULL without text. */
const char *name_text(const struct name *, uint32_t *n);

#endif
