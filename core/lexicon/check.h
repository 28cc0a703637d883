/* SPDX-License-Identifier: MIT */
/* Is a parsed file a lexicon as lexicons/FORMAT.md describes it? Strict about types
 * and unknown keys, since a misspelt key would silently change what is counted. */
#ifndef SLANT_LEXICON_CHECK_H
#define SLANT_LEXICON_CHECK_H

#include <jansson.h>
#include <stddef.h>

/* A place in a lexicon file, to be named in messages; -1 and NULL: not so deep. */
struct place {
	const char *file;
	long entry, variant;
	const char *key;
	long item;
	const char *entry_id; /* or NULL */
};

/* "FILE: entries[3].variants[0].terms[1]: MESSAGE (in harbour_works)" */
void place_text(const struct place *, const char *message, char *out, size_t size);

/* The first bytes of a string, whole characters, to be quoted in a message: brief(s).text */
struct brief {
	char text[64];
};
struct brief brief(const char *);

/* Tell every fault, in the order of the file; returns how many. */
unsigned lexicon_check(const char *file, const json_t *json,
		       void (*fault)(void *context, const char *message), void *context);

#endif
