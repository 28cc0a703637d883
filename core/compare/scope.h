/* SPDX-License-Identifier: MIT */
/* What is compared with what: the articles of one story in groups by outlet, or all
 * articles by outlet. Every part of a comparison takes a scope and gives a piece of
 * JSON in which groups and articles are named by index. */
#ifndef SLANT_COMPARE_SCOPE_H
#define SLANT_COMPARE_SCOPE_H

#include "compare/view.h"

#include <jansson.h>
#include <stdint.h>

struct catalogue;
struct entities;
struct features;

struct group {
	const char *name; /* outlet, or file name */
	int named;        /* 1: it is an outlet */
	struct view **views;
	uint32_t count;
};

struct scope {
	const char *story; /* NULL: unnamed, or all stories */
	struct view **views; /* in input order */
	uint32_t count;
	struct group *groups; /* in order of their first article */
	uint32_t group_count;
	const struct catalogue *catalogue;
	const struct words *words;
};

/* The articles in groups; the list is copied. */
void scope_init(struct scope *, struct view **views, uint32_t count, const struct catalogue *, const struct words *);
void scope_free(struct scope *);

/* [{"outlet"|"file", "articles": [index]}] */
json_t *scope_groups(const struct scope *);

/* A reference to passages: findings of one article, added to an array of
 * {"article": index, "findings": [id]}; those of one article follow one another. */
void scope_refer(json_t *passages, const struct view *, const struct view_finding *);

/* ---- the parts, each a new reference ---- */

json_t *scope_metrics(const struct scope *);
json_t *scope_terms(const struct scope *);
json_t *scope_contrasts(const struct scope *, const json_t *terms); /* as scope_terms gives them */
json_t *scope_sources(const struct scope *);
json_t *scope_agency(const struct scope *);
json_t *scope_passages(const struct scope *, const struct features *);
json_t *scope_facts(const struct scope *, const struct features *, const struct entities *);
json_t *scope_people(const struct scope *, const struct entities *);
json_t *scope_quotations(const struct scope *);
json_t *scope_scare_quotes(const struct scope *);
json_t *scope_distinctive(const struct scope *);
json_t *scope_headlines(const struct scope *, const struct features *);
json_t *scope_warnings(const struct scope *);

/* The genre that the article or its text states, or NULL; and whether it is one that argues. */
const char *view_genre(const struct view *);
int view_is_opinion(const struct view *);

#endif
