/* SPDX-License-Identifier: MIT */
#include "compare/names.h"

#include <string.h>

/* No language is known here, so a head is told by its form: it ends before a comma, a
 * bracket, a dash, and before a longer small word behind a capital one. Short small
 * words may join capital ones ("Ministry of Defence", "Ursel van Dam"). */
#define LONGEST_JOINER 4

static int is_capital(const struct view_token *t)
{
	return t->kind != SLANT_MARK && (t->flags & SLANT_CAPITAL) != 0;
}

static int is_break(const struct view_token *t)
{
	return t->kind == SLANT_MARK && (t->word == SLANT_COMMA || t->word == SLANT_OPEN_BRACKET || t->word == SLANT_DASH ||
					 t->word == SLANT_COLON || t->word == SLANT_SEMICOLON);
}

/* 1 when short small words lead from here to a capital one. */
static int joins(const struct view *v, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end && i < at + 3; i++) {
		if (is_capital(&v->tokens[i]))
			return 1;
		if (v->tokens[i].kind != SLANT_WORD || v->tokens[i].byte_end - v->tokens[i].byte > LONGEST_JOINER)
			return 0;
	}
	return 0;
}

/* A capital at the start of a sentence may be any word's. */
static int opens_sentence(const struct view *v, uint32_t token)
{
	return token == v->sentences[v->tokens[token].sentence].first_token;
}

/* Token behind the head of first..end. */
static uint32_t head_end(const struct view *v, uint32_t first, uint32_t end)
{
	int named = 0;
	for (uint32_t i = first; i < end; i++) {
		const struct view_token *t = &v->tokens[i];
		if (i > first && is_break(t))
			return i;
		if (named && !is_capital(t) && (t->flags & SLANT_CLITIC) == 0 && !joins(v, i, end))
			return i;
		named |= is_capital(t) && !opens_sentence(v, i);
	}
	return end;
}

static void take_words(struct name *n, uint32_t first, uint32_t end, int capitals)
{
	int real = 0; /* a capital that is not the sentence's */
	n->count = 0;
	n->capitals = capitals;
	for (uint32_t i = first; i < end && n->count < NAME_WORDS; i++) {
		const struct view_token *t = &n->view->tokens[i];
		if (t->kind == SLANT_MARK || (t->flags & SLANT_CLITIC) || (capitals && !is_capital(t)))
			continue;
		real |= !opens_sentence(n->view, i) || end == first + 1;
		n->words[n->count++] = t->word;
	}
	if (capitals && !real)
		n->count = 0;
}

void name_read(struct name *n, const struct view *v, uint32_t start, uint32_t end)
{
	*n = (struct name){.view = v, .start = start, .end = end};
	uint32_t first = view_token_at(v, start), last = view_token_at(v, end);
	if (last <= first)
		return;
	uint32_t head = head_end(v, first, last);
	if (head < last)
		n->end = view_token_end(v, head - 1);
	take_words(n, first, head, 1);
	if (n->count == 0)
		take_words(n, first, head, 0);
}

static int holds(const struct name *n, uint32_t word)
{
	for (uint32_t i = 0; i < n->count; i++)
		if (n->words[i] == word)
			return 1;
	return 0;
}

static int within(const struct name *small, const struct name *large)
{
	for (uint32_t i = 0; i < small->count; i++)
		if (!holds(large, small->words[i]))
			return 0;
	return 1;
}

int names_agree(const struct name *a, const struct name *b)
{
	if (a->count == 0 || b->count == 0)
		return 0;
	if (a->capitals && b->capitals && a->words[a->count - 1] == b->words[b->count - 1])
		return within(a, b) || within(b, a);
	return a->count == b->count && memcmp(a->words, b->words, a->count * sizeof *a->words) == 0;
}

int names_touch(const struct name *a, const struct name *b)
{
	for (uint32_t i = 0; i < a->count; i++)
		if (holds(b, a->words[i]))
			return 1;
	return 0;
}

const char *name_text(const struct name *n, uint32_t *bytes)
{
	return view_text(n->view, n->start, n->end, bytes);
}
