/* SPDX-License-Identifier: MIT */
/* Article records in, one comparison out (docs/schemas/comparison.schema.json).
 *
 * Nothing is read but the records and what the options name: the same records in
 * the same order with the same lexicons give the same bytes, wherever the records
 * come from. Articles are grouped by story and, within a story, by outlet; an
 * article whose outlet is unknown is a group of its own under its file name. */
#ifndef SLANT_COMPARE_COMPARE_H
#define SLANT_COMPARE_COMPARE_H

#include <jansson.h>

struct comparison;
struct error;

#define COMPARISON_FORMAT "slantwise-comparison/1"

struct comparison_options {
	/* Lexicon files as JSON arrays hold them (lexicons/FORMAT.md): records name concepts
	 * by id, and what a concept or variant is called, its side, pair, frame and
	 * alternatives are looked up here. NULL: ids are shown. */
	const json_t *lexicons;
	/* Folder with one folder a language (lexicons/): months, numbers and function words are
	 * read from <tag>/comparison.json and <tag>/language.json. NULL: what needs them is left out. */
	const char *language_dir;
	const char *version; /* of slantwise, or NULL */
};

/* The options are copied; the lexicons must live as long as the comparison. */
struct comparison *comparison_new(const struct comparison_options *);

/* One more article record, checked by record_read(). Its own reference is taken, so
 * the caller keeps its own. -1 when it is no article record (ERROR_INPUT) or
 * the files of its language cannot be read (ERROR_USAGE). */
int comparison_add(struct comparison *, json_t *record, struct error *);

/* The comparison of all articles added: new reference. NULL (ERROR_USAGE) when there is none. */
json_t *comparison_finish(struct comparison *, struct error *);

/* The records added so far, in order: new reference to an array of them. */
json_t *comparison_records(const struct comparison *);

void comparison_free(struct comparison *);

#endif
