/* SPDX-License-Identifier: MIT */
/* Inside the matcher: the phrases of all lexicons of one language, compiled, and
 * what each of them belongs to. */
#ifndef SLANT_LEXICON_AUTOMATON_H
#define SLANT_LEXICON_AUTOMATON_H

#include "base/arena.h"
#include "base/vector.h"
#include "lexicon/check.h"
#include "lexicon/matcher.h"
#include "lexicon/trie.h"

#include <string.h>

struct language;
struct languages;
struct pattern;

/* What it means that a phrase stands in a text. The id of an output is then ... */
enum phrase_kind {
	PHRASE_HIT,     /* a unit */
	PHRASE_CONTEXT, /* a context list: exclude or only_in of some unit */
	PHRASE_ANCHOR,  /* an anchor */
	PHRASE_LITERAL, /* a pattern that is worth running here */
	PHRASE_GAP      /* a gap: the phrase goes on some words later */
};

#define FORM_UNMARKED 0xffu /* no marked word so far; SLANT_FORM_BASE in the end */

/* A word that was given with its capitals, or a mark whose id many marks share. */
struct phrase_check {
	uint32_t next;   /* index, or TRIE_NOTHING */
	uint16_t offset; /* token within the phrase (or the part behind a gap) */
	uint16_t length;
	uint8_t whole; /* 1: the token has just these bytes; 0: it begins so */
	const char *text;
};

struct phrase_gap {
	uint32_t root;
	uint32_t words; /* at most so many between */
};

/* Of a simple entry or variant, and of the concept it is in: up to two lists of each kind. */
#define NO_LIST UINT32_MAX
struct unit_context {
	uint32_t exclude[2], only_in[2], anchors[2];
};

/* An entry that hits belong to. */
struct unit {
	uint32_t group, entry;
	struct unit_context context;
	uint8_t plain; /* no context at all */
	/* Where it stands: number of the lexicon, of the entry, of the variant (or -1). */
	uint32_t lexicon, position;
	int32_t variant;
};

struct unit_pattern {
	struct pattern *pattern;
	uint32_t unit;
	const char *name; /* for notes: LEXICON/ENTRY */
};

struct anchor_list {
	uint32_t first, count; /* in anchor_ids */
};

struct automaton {
	const char *language;
	struct trie trie;
	VECTOR(struct unit) units;
	VECTOR(struct phrase_check) checks;
	VECTOR(struct phrase_gap) gaps;
	VECTOR(struct unit_pattern) patterns;
	VECTOR(struct anchor_list) anchor_lists;
	VECTOR(uint32_t) anchor_ids;
	uint32_t anchors, context_lists;
};

/* A wildcard's class has the number of its vocabulary id. */
#define CLASS_OF_NUMBERS (TRIE_CLASS | SLANT_WORD_NUMBER)
struct wildcard {
	const char *folded;
	uint32_t length, id;
};

/* Which words belong to which classes, over the whole vocabulary. */
struct classes {
	VECTOR(struct wildcard) wildcards; /* by the time they are met some repeatedly */
	uint32_t *start, *of; /* classes of word w: of[start[w]] ... of[start[w + 1] - 1] */
	uint32_t limit;
	int numbers;          /* some term says # */
	VECTOR(uint32_t) numerals; /* words that are numbers, too */
};

struct group {
	const char *name;
	VECTOR(slant_entry) entries;
	VECTOR(const char *) languages;
};

struct matcher {
	struct arena arena;
	VECTOR(struct group) groups;
	VECTOR(const char *) names;
	VECTOR(struct automaton *) automata;
	struct classes classes;
};

/* What compiling a term needs. */
struct compiler {
	struct matcher *matcher;
	struct automaton *to;
	const struct language *language;
	struct vocabulary *words;
	struct arena scratch; /* of one term */
	struct place at;
	uint32_t lexicon; /* number of the one at hand */
	const char *term; /* the one at hand */
	struct error *error;
	/* Told of every path, with its last node; NULL but for lint. */
	void (*watch)(struct compiler *, uint32_t node, const struct trie_output *);
	void *watcher;
};

/* matcher_new, watched. */
struct matcher *matcher_compile(const struct lexicons *, const struct languages *, struct vocabulary *,
				void (*watch)(struct compiler *, uint32_t node, const struct trie_output *),
				void *watcher, struct error *);

/* Add every form of the term as a path that ends in this output. */
int phrase_add(struct compiler *, const char *term, size_t n, enum phrase_kind, uint32_t id);

/* Fill in error; -1. */
int compiler_refuse(struct compiler *, const char *term, const char *why);

/* Is this token an apostrophe, straight or curly (or curled the wrong way)? */
static inline int phrase_apostrophe(const char *s, size_t n)
{
	return (n == 1 && *s == '\'') || (n == 3 && (memcmp(s, "\xe2\x80\x99", 3) == 0 || memcmp(s, "\xe2\x80\x98", 3) == 0));
}

/* The automaton of a language tag, or NULL. */
struct automaton *matcher_automaton(const struct matcher *, const char *tag);

#endif
