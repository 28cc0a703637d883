/* SPDX-License-Identifier: MIT */
/* Whom and what the articles of a scope name: persons, groups, places. Found by
 * capitals; short and long names of one are put together where only one long name
 * can be meant ("Reed", "Captain Orin Reed"). */
#ifndef SLANT_COMPARE_ENTITIES_H
#define SLANT_COMPARE_ENTITIES_H

#include "compare/scope.h"

#define ENTITY_WORDS 6

/* One place where a name stands. */
struct mention {
	const struct view *view;
	uint32_t first_token, end_token;
	uint32_t entity;
};

struct entity {
	uint32_t words[ENTITY_WORDS]; /* folded */
	uint32_t count;
	uint32_t same_as; /* the entity whose longer name stands for it, itself when there is none */
	uint32_t mentions; /* of itself and all that are the same as it */
	uint32_t first;    /* mention in which it stands first under this very name */
};

struct entities {
	struct entity *items;
	uint32_t count;
	struct mention *mentions; /* in article and text order; entity is the one that stands for the name */
	uint32_t mention_count;
};

void entities_init(struct entities *, const struct scope *);
void entities_free(struct entities *);

/* The name as it stands at a mention. */
json_t *mention_text(const struct mention *);

#endif
