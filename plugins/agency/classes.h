/* SPDX-License-Identifier: MIT */
/* Word classes of the lexicon "agency", as bits on every token of a document. */
#ifndef SLANT_AGENCY_CLASSES_H
#define SLANT_AGENCY_CLASSES_H

#include <slantwise/plugin.h>

enum word_class {
	CLASS_BE = 1 << 0, CLASS_GET = 1 << 1, CLASS_ADVERB = 1 << 2, CLASS_AUXILIARY = 1 << 3, CLASS_BOUNDARY = 1 << 4,
	CLASS_RELATIVE = 1 << 5, CLASS_PARTICIPLE = 1 << 6, CLASS_NO_PARTICIPLE = 1 << 7, CLASS_STATE = 1 << 8,
	CLASS_INSTRUMENT = 1 << 9, CLASS_NO_AGENT = 1 << 10, CLASS_BY = 1 << 11, CLASS_DEATH = 1 << 12, CLASS_HARM = 1 << 13,
	CLASS_HARM_NOUN = 1 << 14, CLASS_HARM_STATE = 1 << 15, CLASS_PRONOUN = 1 << 16, CLASS_DETERMINER = 1 << 17
};

struct agency {
	const slant_entry *entries;
	uint32_t *classes; /* bits of each entry */
};

/* A document with its tokens' classes, for the time of analyze(). */
struct clauses {
	const slant_document *d;
	slant_sink *sink;
	uint32_t *classes; /* one a token */
};

/* Bits of a rule name of the lexicon, 0 when there is none such. */
uint32_t class_from_name(const char *name);

/* Does the token have one of these classes? Tokens outside the document have none. */
int has_class(const struct clauses *, uint32_t token, uint32_t classes);
/* May the token be a past participle? */
int is_participle(const struct clauses *, uint32_t token);
/* May it stand between auxiliary and participle? */
int is_adverb(const struct clauses *, uint32_t token);
/* A form of be or get, as an auxiliary (contractions told from possessives). */
int is_passive_auxiliary(const struct clauses *, uint32_t token);
/* A mark that ends a clause. */
int is_clause_mark(uint32_t word);
/* Does a clause, a verb group or a mark end a phrase here? */
int bounds_phrase(const struct clauses *, uint32_t token);

/* Noun phrase that ends before / begins at a token, within its clause; 1 and the
 * tokens [*first, *end), or 0. */
int subject_before(const struct clauses *, uint32_t token, uint32_t *first, uint32_t *end);
int phrase_after(const struct clauses *, uint32_t token, uint32_t *first, uint32_t *end);

/* The agent's phrase behind "by" after a participle: up to the end of its clause. */
int agent_after(const struct clauses *, uint32_t participle, uint32_t *first, uint32_t *end);

#endif
