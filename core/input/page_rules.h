/* SPDX-License-Identifier: MIT */
/* What the names of elements, classes and ids say about a part of a web page. The
 * tables are the place to argue: each row has its reason. */
#ifndef SLANT_INPUT_PAGE_RULES_H
#define SLANT_INPUT_PAGE_RULES_H

#include <gumbo.h>

enum part {
	PART_UNKNOWN,
	PART_SKIP,     /* never article text */
	PART_UNLIKELY, /* counts against a container, and is left out inside the article */
	PART_LIKELY    /* counts for a container */
};

/* By tag alone. */
enum part part_of_tag(GumboTag);
/* By class, id and role attributes. */
enum part part_of_names(const GumboElement *);
/* Elements whose text is a block of its own. */
int is_block_tag(GumboTag);

const char *attribute_of(const GumboElement *, const char *name); /* "" when missing */

#endif
