/* SPDX-License-Identifier: MIT */
/* Short words for building JSON trees: every value given is stolen, a NULL is left out. */
#ifndef SLANT_COMPARE_TREE_H
#define SLANT_COMPARE_TREE_H

#include "compare/statistics.h"

#include <jansson.h>

void tree_put(json_t *object, const char *key, json_t *value);
void tree_text(json_t *object, const char *key, const char *text); /* NULL: left out */
void tree_int(json_t *object, const char *key, int64_t value);

/* Copy these members as they are, where they exist; names end with NULL. */
void tree_copy(json_t *to, const json_t *from, const char *const *names);

/* A number of six significant digits, so that the last bits, in which machines may
 * differ, are not shown; null when it is not finite. */
json_t *tree_real(double);
/* [low, high], null where there is no bound. */
json_t *tree_interval(struct interval);

/* Append to the array at key, which is made when it is not there; returns the item, borrowed. */
json_t *tree_append(json_t *object, const char *key, json_t *item);
/* Borrowed: the object or array at key, made when it is not there. */
json_t *tree_object(json_t *object, const char *key);
json_t *tree_array(json_t *object, const char *key);

/* Add to the integer at key (0 when it is not there). */
void tree_add(json_t *object, const char *key, int64_t value);

#endif
