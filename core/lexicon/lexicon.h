/* SPDX-License-Identifier: MIT */
/* Lexicon files (lexicons/FORMAT.md) as they are read: checked, but not compiled. */
#ifndef SLANT_LEXICON_LEXICON_H
#define SLANT_LEXICON_LEXICON_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

struct error;

struct lexicon {
	char *path;
	char *name, *version, *language, *plugin;
	char sha256[65]; /* of the file's bytes */
	int enabled;
	json_t *json; /* the whole file */
};

/* Read and check one file against the format. Every fault names file, entry and
 * key ("lexicons/en/x.json: entries[3].variants[0].terms[1]: a term may not be empty"). */
struct lexicon *lexicon_load(const char *path, struct error *);
void lexicon_free(struct lexicon *);
/* The same, but every fault is told. NULL after any. */
struct lexicon *lexicon_read(const char *path, void (*fault)(void *context, const char *message), void *context);

/* A set: the lexicons of a run, in order. */
struct lexicons {
	struct lexicon **items;
	uint32_t count, size;
};

/* Every enabled *.json of every language folder below `dir`, by name (language.json and
 * other files whose format is not a lexicon's are passed over). */
int lexicons_load_dir(struct lexicons *, const char *dir, struct error *);
/* Also those that are not enabled; faulty files are told and left out. */
int lexicons_read_dir(struct lexicons *, const char *dir, void (*fault)(void *context, const char *message),
		      void *context, struct error *);
/* One more; one of equal name replaces the earlier one. */
int lexicons_add(struct lexicons *, const char *path, struct error *);
void lexicons_free(struct lexicons *);

#endif
