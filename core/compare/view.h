/* SPDX-License-Identifier: MIT */
/* An article record as comparisons read it: what is asked often is taken out of
 * the JSON once. Offsets are code points of the text, as in the record. */
#ifndef SLANT_COMPARE_VIEW_H
#define SLANT_COMPARE_VIEW_H

#include "slantwise/plugin.h"

#include <jansson.h>
#include <stdint.h>

struct error;
struct words;
struct language_words;
struct resample;

#define VIEW_NONE UINT32_MAX

struct view_finding {
	const json_t *json; /* in the record */
	const json_t *data; /* its data, or NULL */
	const char *id, *plugin, *rule;
	const char *speaker; /* or NULL */
	const char *text;    /* or NULL, when the record has no text */
	uint32_t start, end;
	uint32_t sentence; /* index, or VIEW_NONE */
	uint8_t role, voice;
	uint8_t uncertain; /* 1: its voice is one of a weak rule */
};

struct view_sentence {
	uint32_t start, end; /* code points */
	uint32_t byte, byte_end;
	uint32_t paragraph;
	uint32_t first_token, end_token;
	uint32_t words[SLANT_VOICES]; /* in each voice */
	uint8_t role;
	uint8_t analyzed; /* findings are made here; others have no tokens */
};

/* A word, number or mark of an analyzed sentence. */
struct view_token {
	uint32_t byte, byte_end;
	uint32_t start;    /* code point */
	uint32_t word;     /* number among the comparison's words; a mark: id of plugin.h */
	uint32_t sentence;
	uint8_t kind, flags; /* as in plugin.h */
	uint8_t voice;
	uint8_t counts;    /* 1: one of the words that are counted */
	uint8_t uncertain; /* 1: the voice is one of a weak rule */
};

struct view {
	json_t *record;
	uint32_t index; /* among the comparison's articles */
	const char *id, *source, *outlet, *story, *title, *genre, *date; /* NULL: unknown */
	const char *text; /* NULL: the record was written without it */
	uint32_t text_bytes;
	struct view_finding *findings; /* in the record's order */
	uint32_t finding_count;
	struct view_sentence *sentences;
	uint32_t sentence_count;
	const struct language_words *language; /* of the article; set where it is compared */
	struct view_token *tokens; /* none without text */
	uint32_t token_count;
	int64_t words, words_by_voice[SLANT_VOICES];
	int64_t uncertain_words; /* in voices of weak rules */
	uint32_t group;          /* in the scope that is being compared */
	struct resample *resample; /* made when it is first asked for */
};

/* Takes a reference to the record. -1 when it is no article record. `words` gets the
 * words of the text; NULL: no tokens are wanted. */
int view_init(struct view *, json_t *record, uint32_t index, struct words *words, struct error *);
void view_free(struct view *);

/* What the record says of the plugin, or NULL when it did not run there. */
const json_t *view_plugin(const struct view *, const char *name);
/* 1 when the plugin ran there and did not fail: what it did not find is not there. */
int view_measured(const struct view *, const char *plugin);

/* The text of a stretch of code points: bytes in *n, or NULL when there is no text. */
const char *view_text(const struct view *, uint32_t start, uint32_t end, uint32_t *n);

/* The first token that begins at or behind a code point (token_count when none does). */
uint32_t view_token_at(const struct view *, uint32_t code_point);
/* The code point behind a token. */
uint32_t view_token_end(const struct view *, uint32_t token);

/* The first paragraph of a role: 1 and its place, or 0. */
int view_paragraph(const struct view *, const char *role, uint32_t *start, uint32_t *end);

/* What an article without an outlet is called: the last part of its source, or its id. */
const char *view_file_name(const struct view *);

#endif
