/* SPDX-License-Identifier: MIT */
/* Inside import: readers take rows out of a file, the importer makes entries of them. */
#ifndef SLANT_LEXICON_IMPORTER_H
#define SLANT_LEXICON_IMPORTER_H

#include "lexicon/automaton.h"
#include "lexicon/import.h"

/* A term and what was said of it; NULL where nothing was. */
struct import_row {
	const char *term, *category, *variant, *side, *weight, *topic, *label, *frame, *alternatives, *source, *note;
	int foreign; /* 1: only * at the end is a mark, everything else stands for itself */
};

struct import_entry {
	json_t *json;
	VECTOR(json_t *) variants; /* borrowed, with their names below */
	VECTOR(char *) names;
};

struct importer {
	const struct import_options *options;
	struct import_count count;
	struct error *error;
	struct arena arena; /* of the file */
	unsigned long line;
	struct vocabulary *categories; /* numbers of entries */
	struct vocabulary *ids;        /* taken */
	VECTOR(struct import_entry) entries;
	/* Terms are compiled to learn whether they can be. */
	struct compiler compiler;
	struct vocabulary *words;
	struct vocabulary *seen;       /* entry, variant and term */
};

void import_add(struct importer *, const struct import_row *);
/* Leave this line (or part of it) out. */
void import_leave_out(struct importer *, const char *what, const char *why);

/* The readers; text is valid UTF-8 and NUL-terminated. 0 or -1. */
int import_liwc(struct importer *, char *text);
int import_lexicoder(struct importer *, char *text);
int import_table(struct importer *, char *text, char separator);
int import_list(struct importer *, char *text);

/* The next line, cut off with a NUL and without white space at its ends; NULL at the end. */
char *import_line(struct importer *, char **text);

#endif
