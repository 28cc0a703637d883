/* SPDX-License-Identifier: MIT */
/* An article record as comparisons read it: what is asked often is taken out of
 * the JSON once. Offsets are code points of the text, as in the record. */
#ifndef SLANT_COMPARE_VIEW_H
#define SLANT_COMPARE_VIEW_H

#include "slantwise/plugin.h"

#include <jansson.h>
#include <stdint.h>

struct error;

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
};

struct view_sentence {
	uint32_t start, end; /* code points */
	uint32_t byte, byte_end;
	uint8_t role;
	uint8_t analyzed; /* findings are made here */
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
	int64_t words, words_by_voice[SLANT_VOICES];
};

/* Takes a reference to the record. -1 when it is no article record. */
int view_init(struct view *, json_t *record, uint32_t index, struct error *);
void view_free(struct view *);

/* What the record says of the plugin, or NULL when it did not run there. */
const json_t *view_plugin(const struct view *, const char *name);
/* 1 when the plugin ran there and did not fail: what it did not find is not there. */
int view_measured(const struct view *, const char *plugin);

/* The text of a stretch of code points: bytes in *n, or NULL when there is no text. */
const char *view_text(const struct view *, uint32_t start, uint32_t end, uint32_t *n);

/* The first paragraph of a role: 1 and its place, or 0. */
int view_paragraph(const struct view *, const char *role, uint32_t *start, uint32_t *end);

/* What an article without an outlet is called: the last part of its source, or its id. */
const char *view_file_name(const struct view *);

#endif
