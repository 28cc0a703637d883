/* SPDX-License-Identifier: MIT */
/* One term of a lexicon ("call@verb ... terrorist@noun") taken apart into its
 * places; what its words look like in a text is settled when it is compiled. */
#ifndef SLANT_LEXICON_TERM_H
#define SLANT_LEXICON_TERM_H

#include <stddef.h>
#include <stdint.h>

#define TERM_MAX_BYTES 500u
#define TERM_MAX_PIECES 64u /* all alternatives of all places */
#define TERM_MAX_GAP 10u    /* words */
#define TERM_MAX_GAPS 3u

/* One alternative in one place: a word with its marks. */
struct term_piece {
	const char *text; /* into the term, without marks */
	uint16_t length;
	uint8_t place;
	char kind;      /* 'n' @noun, 'v' @verb, 'a' @adj, 0: as it stands */
	uint8_t exact;  /* =word */
	uint8_t prefix; /* word* */
	uint8_t number; /* # */
};

struct term {
	struct term_piece pieces[TERM_MAX_PIECES]; /* by place */
	uint32_t count;
	uint32_t places;
	uint8_t gap[TERM_MAX_PIECES]; /* before a place: 0 none, else words + 1 */
};

/* NULL, or what is wrong with it. `text` must outlive the term. */
const char *term_parse(const char *text, size_t n, struct term *);

/* The term without its marks, first alternatives only; "call ... terrorist". `out`
 * has room for n + 1 bytes. */
void term_plain(const char *text, size_t n, char *out);

/* A text that the term matches: with this piece in its place (TERM_MAX_PIECES: any),
 * else the first of each place; base forms, nothing in gaps. `out` has room for
 * TERM_MAX_BYTES + 1 bytes. */
void term_sample(const struct term *, uint32_t chosen, char *out);

#endif
