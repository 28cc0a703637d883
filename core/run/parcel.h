/* SPDX-License-Identifier: MIT */
/* An article as bytes, on its way to a worker. */
#ifndef SLANT_RUN_PARCEL_H
#define SLANT_RUN_PARCEL_H

#include "input/article.h"

struct buffer;

/* Add the article; the buffer's length is a multiple of 8 before and after. */
void parcel_pack(struct buffer *, const struct article *);

/* The article in these bytes (aligned to 8): it points into them and, for small
 * things, into its arena. Returns the bytes used. */
size_t parcel_open(const char *bytes, struct arena *, struct article *);

#endif
