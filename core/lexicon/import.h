/* SPDX-License-Identifier: MIT */
/* Word lists of other programs as lexicons: LIWC (.dic), Lexicoder and Yoshikoder
 * (.lcd, .ykd, .lc3), tables (.csv, .tsv), plain lists. */
#ifndef SLANT_LEXICON_IMPORT_H
#define SLANT_LEXICON_IMPORT_H

#include <jansson.h>
#include <stddef.h>

struct error;
struct languages;

enum import_format { IMPORT_LIWC, IMPORT_LEXICODER, IMPORT_CSV, IMPORT_TSV, IMPORT_LIST };
/* "liwc" ...; -1 when there is none of that name. */
int import_format_from_name(const char *);
/* By the ending of a path; a list when it has none that we know. */
enum import_format import_format_of_path(const char *path);

struct import_options {
	enum import_format format;
	const char *path;                  /* for messages and the default name */
	const char *name, *plugin, *title, *licence; /* NULL: default */
	const char *language;
	const struct languages *languages;
	/* What is left out, with line and reason. */
	void (*tell)(void *context, const char *message);
	void *context;
};

struct import_count {
	unsigned long terms, entries, left_out;
};

/* A lexicon file's JSON, checked; or NULL. */
json_t *lexicon_import(const struct import_options *, const char *bytes, size_t n, struct import_count *, struct error *);

#endif
