/* SPDX-License-Identifier: MIT */
/* Bytes as given to valid UTF-8, with the way back from every byte. */
#ifndef SLANT_INPUT_DECODE_H
#define SLANT_INPUT_DECODE_H

#include "input/article.h"

struct error;

/* Decode article->source into article->text, with map and notes. `name` is for
 * messages. A byte-order mark is left out of the text when `strip_mark` is set.
 * Malformed bytes become U+FFFD each, with one note; NUL bytes and other signs of
 * binary files are refused. */
int decode_article(struct article *, const char *name, int strip_mark, struct error *);

#endif
