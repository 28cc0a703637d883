/* SPDX-License-Identifier: MIT */
/* Language tags, compared by their primary part: "en-GB" is "en". */
#ifndef SLANT_LEXICON_TAG_H
#define SLANT_LEXICON_TAG_H

#include <string.h>

static inline size_t tag_primary(const char *tag)
{
	return strcspn(tag, "-_");
}

static inline int tag_same_language(const char *a, const char *b)
{
	size_t n = tag_primary(a);
	if (n == 0 || n != tag_primary(b))
		return 0;
	for (size_t i = 0; i < n; i++) {
		if ((a[i] | 0x20) != (b[i] | 0x20))
			return 0;
	}
	return 1;
}

#endif
