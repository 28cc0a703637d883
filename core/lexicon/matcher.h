/* SPDX-License-Identifier: MIT */
/* All terms of all lexicons compiled into one automaton over word ids, run once
 * an article. What it finds is sorted by plugin; context (exclusions, only_in,
 * anchors, longest match) is settled here, so that every analyzer, also a lexicon
 * without code, treats it alike. */
#ifndef SLANT_LEXICON_MATCHER_H
#define SLANT_LEXICON_MATCHER_H

#include "lexicon/lexicon.h"
#include "slantwise/plugin.h"

struct arena;
struct document;
struct error;
struct languages;
struct matcher;
struct vocabulary;

/* Compile; adds words to the vocabulary (not frozen yet). */
struct matcher *matcher_new(const struct lexicons *, const struct languages *, struct vocabulary *, struct error *);
/* After all plugins added their words and the vocabulary is frozen: finish the tables. */
void matcher_finish(struct matcher *, const struct vocabulary *);
void matcher_free(struct matcher *);

/* Names of plugins that lexicons ask for, in lexicon order. */
uint32_t matcher_plugins(const struct matcher *, const char *const **names);
/* A group is the entries of all lexicons of one plugin: its number, or SLANT_NONE. */
uint32_t matcher_group(const struct matcher *, const char *plugin);
uint32_t matcher_entries(const struct matcher *, uint32_t group, const slant_entry **entries);
/* 1 when the group has entries for this language tag (primary tags compared). */
int matcher_group_has_language(const struct matcher *, uint32_t group, const char *language);

struct matches {
	struct group_matches {
		const slant_hit *hits;
		uint32_t count;
	} *groups; /* by group number */
	const struct text_note *notes; /* budget exceeded ... */
	uint32_t note_count;
};

/* Run over a document; everything from the arena. Only analyzed paragraphs give
 * hits (anchors may stand anywhere). Lexicons of another language than the
 * document's find nothing. */
void matcher_run(const struct matcher *, const struct document *, struct arena *, struct matches *);

#endif
