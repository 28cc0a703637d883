/* SPDX-License-Identifier: MIT */
/* The words of a record's text, cut as the program cuts them everywhere. */
#ifndef SLANT_COMPARE_TOKENS_H
#define SLANT_COMPARE_TOKENS_H

struct view;
struct words;

/* Fill tokens of the analyzed sentences, and their words by voice. */
void view_tokenize(struct view *, struct words *);

#endif
