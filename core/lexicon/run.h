/* SPDX-License-Identifier: MIT */
/* Inside the matcher: one run over one document. */
#ifndef SLANT_LEXICON_RUN_H
#define SLANT_LEXICON_RUN_H

#include "base/arena.h"
#include "lexicon/automaton.h"
#include "pattern/pattern.h"
#include "slantwise/plugin.h"
#include "text/document.h"

/* A match of a term of some context list. */
struct context_span {
	uint32_t list, start, end; /* bytes */
	uint32_t furthest;         /* greatest end of this and the earlier ones of its list */
};

/* A literal stands here. */
struct literal_place {
	uint32_t pattern, first_token, end_token;
};

/* A growing array in the arena. */
#define GROWN(type)             \
	struct {                \
		type *items;    \
		uint32_t count; \
		uint32_t size;  \
	}

/* Hits of one group, by start; entry is the number of the unit. */
struct hit_list {
	slant_hit *items;
	uint32_t count, size;
};

struct run {
	const struct automaton *a;
	const struct classes *classes;
	const slant_document *d;
	struct arena *arena;
	struct hit_list *hits; /* by group */
	uint32_t groups;
	GROWN(struct context_span) contexts;
	GROWN(struct literal_place) literals;
	uint64_t *anchors; /* bits */
	GROWN(struct text_note) notes;

	/* While a phrase is followed. */
	uint32_t start, part; /* its first token; that of the part behind the last gap */
	uint32_t end;         /* of the sentence */
	unsigned form;
	int analyzed;
	uint64_t steps; /* left for gaps */
	uint32_t room;  /* for hits, contexts, literals each */
	int overrun;
};

void *run_grow(struct run *, void *items, uint32_t count, uint32_t *size, size_t each);

/* Room for one more; 0 when there may be no more. */
#define run_has_room(r, v)                                                                                          \
	((v)->count < (v)->size ||                                                                                  \
	 ((v)->items = run_grow((r), (v)->items, (v)->count, &(v)->size, sizeof *(v)->items), (v)->count < (v)->size))

void run_init(struct run *, const struct matcher *, const struct automaton *, const slant_document *, struct arena *);
/* Follow every phrase through the document. */
void run_scan(struct run *);
/* Run the patterns whose literals were met; adds to hits. */
void run_patterns(struct run *);
/* Once before run_inside. */
void run_prepare_contexts(struct run *);
/* Does [start, end) lie inside a match of this context list? */
int run_inside(const struct run *, uint32_t list, uint32_t start, uint32_t end);
/* Was some anchor of this list met? */
int run_anchored(const struct run *, uint32_t list);
/* Within each group drop what its context forbids, sort, drop what is nested. */
void run_settle(struct run *, struct matches *);

#endif
