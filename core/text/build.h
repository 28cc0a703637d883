/* SPDX-License-Identifier: MIT */
/* A document while it is built: what the steps of document_build hand on. Order:
 * paragraphs, tokens, roles, quotations, sentences. Each step is linear in the text. */
#ifndef SLANT_TEXT_BUILD_H
#define SLANT_TEXT_BUILD_H

#include "base/arena.h"
#include "text/document.h"
#include "text/language_data.h"
#include "text/tokenize.h"

#include <string.h>

/* A list that grows in the arena. */
#define ARENA_LIST(type)        \
	struct {                \
		type *items;    \
		uint32_t count; \
		uint32_t size;  \
	}

/* A pointer to a new last item, not initialised; at least `first` are made room for. */
#define arena_push(arena, list, first)                                                                             \
	((list)->count == (list)->size ? (void)((list)->items = arena_more((arena), (list)->items, (list)->count,    \
									   sizeof *(list)->items, (first),           \
									   &(list)->size))                           \
				       : (void)0,                                                                  \
	 &(list)->items[(list)->count++])

static inline void *arena_more(struct arena *a, const void *old, uint32_t count, size_t item, uint32_t first,
			       uint32_t *size)
{
	*size = count ? count * 2 : first;
	void *items = arena_alloc(a, *size * item);
	if (count)
		memcpy(items, old, count * item);
	return items;
}

struct build_paragraph {
	uint32_t start, end;             /* bytes */
	uint32_t first_token, end_token;
	uint32_t words, quotes;          /* as document_counts; quotation marks */
	uint32_t end_core;               /* token: a credit in brackets at its end left out */
	uint8_t role;
	uint8_t repeated;                /* 1: printed again further down */
	uint8_t continued;               /* 1: ends inside a quotation that the next analyzed paragraph goes on with */
};

struct build {
	struct arena *arena;
	const struct language *language;
	const char *text;
	uint32_t length;
	struct token_list tokens;
	ARENA_LIST(struct build_paragraph) paragraphs;
	ARENA_LIST(slant_quotation) quotations;
	ARENA_LIST(slant_sentence) sentences;
	ARENA_LIST(struct text_note) notes;
	ARENA_LIST(struct disclosure) disclosures;
};

/* Longest folded word that the lists of a language are asked for. */
#define LONGEST_LISTED 48

/* 1 for words and numbers. */
static inline int is_word(const slant_token *t)
{
	return t->kind != SLANT_MARK;
}

/* Sorts of the token's word in the language, a final stop ("u.s.") taken off. */
uint32_t build_sorts(const struct build *, const slant_token *);
/* Folded form of a token, at most LONGEST_LISTED bytes of text; 0 when it is longer. */
size_t build_fold(const struct build *, const slant_token *, char folded[4 * LONGEST_LISTED + 1]);

void build_note(struct build *, uint32_t start, uint32_t end, const char *message);

void paragraphs_find(struct build *);
void quotations_find(struct build *);
void sentences_find(struct build *);

#endif
