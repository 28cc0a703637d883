/* SPDX-License-Identifier: MIT */
/* Bytes as given to valid UTF-8, with the way back from every byte. */
#ifndef SLANT_INPUT_DECODE_H
#define SLANT_INPUT_DECODE_H

#include "input/article.h"

struct error;

/* Decode bytes (of the article's arena) into article->source, with byte_map and notes. In this order: a
 * byte-order mark; valid UTF-8; UTF-16 without a mark, told by its NUL bytes; the
 * charset that the file declares (NULL: none); UTF-8 with some bytes broken, each of
 * which becomes U+FFFD; Windows-1252. What was not plain UTF-8 is noted. NUL bytes and
 * other signs of binary files are refused by `name`. ERROR_INPUT. */
int decode_article(struct article *, const char *name, const char *bytes, size_t n, const char *charset, struct error *);

/* The charset that an HTML page declares in its first 1,024 bytes, copied into `out`; 1 or 0. */
int declared_charset(const char *bytes, size_t n, char out[40]);

void article_note(struct article *, uint32_t at, const char *message);

#endif
