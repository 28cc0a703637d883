/* SPDX-License-Identifier: MIT */
/* A character reference ("&amp;", "&#8217;") to the characters it stands for. */
#ifndef SLANT_INPUT_ENTITY_H
#define SLANT_INPUT_ENTITY_H

#include <stddef.h>

/* UTF-8 of the reference in `out` (at least 32 bytes), its length returned; 0 when it is none. */
size_t entity_decode(const char *reference, size_t n, char *out);

#endif
