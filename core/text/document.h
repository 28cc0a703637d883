/* SPDX-License-Identifier: MIT */
/* An article as analyzed: text, paragraphs with roles, sentences, tokens and
 * quotation spans. Built once, then frozen. */
#ifndef SLANT_TEXT_DOCUMENT_H
#define SLANT_TEXT_DOCUMENT_H

#include "slantwise/plugin.h"

#include <stddef.h>

struct arena;
struct error;
struct language;
struct vocabulary;

/* A paragraph as the input found it, in order, not overlapping, in bytes. */
struct text_block {
	uint32_t start, end;
	enum slant_role role;
};

/* Something the reader should know about the text. */
struct text_note {
	uint32_t start, end;
	const char *severity; /* "note" or "warning" */
	const char *message;
};

/* What the text says of itself: what kind of text it is, who wrote it, where else it stands. */
struct disclosure {
	const char *kind; /* "genre_tag", "author_affiliation", "syndication", "first_published", "other" */
	uint32_t start, end;
};

struct document {
	slant_document seen;   /* what plugins see */
	uint32_t words;        /* of the analyzed paragraphs; a hyphenated compound is one, a clitic none */
	uint32_t code_points;  /* of the text */
	const uint32_t *marks; /* code points before byte 256 * i, see document_code_point */
	const struct text_note *notes;
	uint32_t note_count;
	const struct disclosure *disclosures; /* found in the text, by start */
	uint32_t disclosure_count;
};

/* Everything is taken from the arena. `text` must be valid UTF-8, followed by a
 * NUL, and live as long as the document. With `blocks` NULL paragraphs and their
 * roles are found in the text; of blocks that the input found, those that are body
 * are looked through for bylines, boilerplate and the like all the same. */
void document_build(struct document *, struct arena *, const struct vocabulary *, const struct language *,
		    const char *text, uint32_t length, const struct text_block *blocks, uint32_t block_count);

/* Code points before a byte offset. */
uint32_t document_code_point(const struct document *, uint32_t byte);

/* 1 when the token counts as a word in `words`: a word or number that is no clitic
 * and is not joined to the one before by a hyphen. */
int document_counts(const slant_token *);

/* "headline", "body" ... and back (-1 when there is none of that name). */
const char *role_name(int role);
int role_from_name(const char *);
/* "narrator" ... */
const char *voice_name(int voice);
int voice_from_name(const char *);

#endif
