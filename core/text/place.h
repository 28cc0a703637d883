/* SPDX-License-Identifier: MIT */
/* One place where a sentence may end, and the questions that can be asked of the
 * tokens around it. Shared by the units that decide. */
#ifndef SLANT_TEXT_PLACE_H
#define SLANT_TEXT_PLACE_H

#include "text/build.h"

/* "1. ... 2. ..." or "(a) ... (b) ..." or "• ... • ..." in one line: what the next item begins with. */
enum list_style { LIST_NONE, LIST_STOP, LIST_BRACKET, LIST_BRACKETS, LIST_BULLET };
struct list {
	enum list_style style;
	char bullet;    /* its first byte */
	uint32_t next;  /* a letter, or a number */
	int letters;
};

/* What is known about one candidate. */
struct place {
	const struct build *b;
	uint32_t sentence;   /* first token of the sentence so far */
	uint32_t stop;       /* the stop (or the word that carries its own: "U.S.") */
	uint32_t next;       /* first token behind the stop and the marks that close with it */
	uint32_t word;       /* first word or number of what comes next, or `end` */
	uint32_t end;        /* of the paragraph */
	int quote_closed, bracket_closed;
	struct list list;    /* the list whose item the sentence is */
};

static inline const slant_token *token(const struct place *p, uint32_t i)
{
	return &p->b->tokens.items[i];
}

static inline char first_char(const struct place *p, uint32_t i)
{
	return p->b->text[token(p, i)->start];
}

static inline int spaced(const struct place *p, uint32_t i)
{
	return (token(p, i)->flags & SLANT_SPACED) != 0;
}

static inline int is_stop(const slant_token *t)
{
	return t->word >= SLANT_PERIOD && t->word <= SLANT_ELLIPSIS;
}

static inline int is_capital(const struct place *p, uint32_t i)
{
	return i < p->end && token(p, i)->flags & SLANT_CAPITAL;
}

static inline int is_lower(const struct place *p, uint32_t i)
{
	return i < p->end && token(p, i)->kind == SLANT_WORD && !(token(p, i)->flags & SLANT_CAPITAL) &&
	       !(first_char(p, i) >= '0' && first_char(p, i) <= '9');
}

static inline uint32_t sorts(const struct place *p, uint32_t i)
{
	return i < p->end ? build_sorts(p->b, token(p, i)) : 0;
}

static inline uint32_t letters(const struct place *p, uint32_t i)
{
	return token(p, i)->end - token(p, i)->start;
}

/* Does the sentence end with p->stop? Sets p->next, the first token behind what closes with it. */
int stop_ends_sentence(struct place *);

/* The list whose first item begins at this token (style LIST_NONE: none). */
struct list items_begin(const struct place *, uint32_t at);
/* 1 when the next item of p->list begins at this token; p->list then waits for the one after. */
int items_next(struct place *, uint32_t at);

#endif
