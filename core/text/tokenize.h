/* SPDX-License-Identifier: MIT */
/* Bytes to words and marks. One rule set for articles and for the terms of
 * lexicons, so that whatever a term says is found as it stands in a text.
 *
 * A word is a run of letters, digits and combining marks with inner apostrophes
 * and inner full stops between single letters ("U.S.": one token, folded "u.s.").
 * Clitics ('s 're 've 'll 'd 'm) are tokens of their own, flag SLANT_CLITIC;
 * "don't" stays one. A hyphen (any of U+002D, U+2010, U+2011, U+2212 between letters
 * or digits) ends a word; the next carries SLANT_JOINED. Soft hyphens and zero-width
 * characters inside a word are nothing at all. Numbers keep inner points, commas,
 * colons and fractions ("1,200", "2½", "20.5", "10:30"); digits with letters behind
 * them are a word ("9th", "1990s").
 *
 * Runs of the same stop are one mark ("!!!"), as are "...", ". . ." and "…"
 * (SLANT_ELLIPSIS), "--" and "---" (SLANT_DASH). */
#ifndef SLANT_TEXT_TOKENIZE_H
#define SLANT_TEXT_TOKENIZE_H

#include "slantwise/plugin.h"

#include <stddef.h>

struct arena;
struct vocabulary;

/* Tokens of text[0..n), valid UTF-8, appended through the arena. Sentence and
 * quotation numbers are not set yet; quotation marks come out as SLANT_STRAY_QUOTE. */
uint32_t tokenize(const struct vocabulary *, const char *text, uint32_t n, struct arena *, slant_token **tokens);

/* The same, stretch by stretch of one text: tokens are added behind those that are there. */
struct token_list {
	slant_token *items;
	uint32_t count, size;
	uint32_t words;  /* tokens that count as words, see document_counts */
	uint32_t quotes; /* quotation marks */
};

/* Bit of `reserved`, until the sentences are found: a word with a stop of its own ("U.S."). */
#define TOKEN_OWN_STOP 1
/* Room for what so many bytes of text usually come to. */
void token_list_reserve(struct token_list *, struct arena *, uint32_t bytes);
void tokenize_range(const struct vocabulary *, const char *text, uint32_t start, uint32_t end, struct arena *,
		    struct token_list *);

/* The folded form by which words are compared: Unicode case folding, curly and
 * modifier apostrophes to ', hyphens to -, soft hyphens and zero-width characters
 * dropped, NFC. `out` has room for 4 * n + 1 bytes; returns the length. */
size_t text_fold(const char *word, size_t n, char *out);

#endif
