/* SPDX-License-Identifier: MIT */
/* Attributed content of a record and the sources behind it. */
#ifndef SLANT_COMPARE_SOURCES_H
#define SLANT_COMPARE_SOURCES_H

#include "compare/names.h"
#include "compare/scope.h"

/* 1 when the finding is content that somebody is made to say (attribution's direct,
 * indirect and mixed; a direct quotation where no attribution ran). */
int source_is_content(const struct view *, const struct view_finding *);
/* "named_person" ... "pronoun", or "none". */
const char *source_type(const struct view_finding *);
/* Who speaks as the text or the core names them; NULL when nobody does. */
const char *source_name(const struct view_finding *);
/* Whether that type can be looked up by a reader: a name, an institution, a document, an outlet. */
int source_type_named(const char *type);
/* The same as a name; count 0 when nobody is named or the record has no text. */
void source_read_name(struct name *, const struct view *, const struct view_finding *);
/* Words of the attributed content; 0 when the record has no text. */
int64_t source_words(const struct view *, const struct view_finding *);

#endif
