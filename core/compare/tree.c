/* SPDX-License-Identifier: MIT */
#include "compare/tree.h"
#include "base/json.h"

#include <math.h>

void tree_put(json_t *object, const char *key, json_t *value)
{
	if (value != NULL)
		json_object_set_new_nocheck(object, key, value);
}

void tree_text(json_t *object, const char *key, const char *text)
{
	if (text != NULL)
		tree_put(object, key, json_string_nocheck(text));
}

void tree_int(json_t *object, const char *key, int64_t value)
{
	tree_put(object, key, json_integer(value));
}

void tree_copy(json_t *to, const json_t *from, const char *const *names)
{
	for (; *names != NULL; names++) {
		json_t *value = json_object_get(from, *names);
		if (value != NULL)
			json_object_set_nocheck(to, *names, value);
	}
}

json_t *tree_real(double x)
{
	if (!isfinite(x))
		return json_null();
	if (x == 0)
		return json_real(0);
	int digits = 5 - (int)floor(log10(fabs(x))); /* behind the point */
	double scale = pow(10, abs(digits));
	return json_real(digits >= 0 ? round(x * scale) / scale : round(x / scale) * scale);
}

json_t *tree_interval(struct interval x)
{
	json_t *pair = json_array();
	json_array_append_new(pair, tree_real(x.low));
	json_array_append_new(pair, tree_real(x.high));
	return pair;
}

json_t *tree_append(json_t *object, const char *key, json_t *item)
{
	json_array_append_new(tree_array(object, key), item);
	return item;
}

json_t *tree_object(json_t *object, const char *key)
{
	json_t *found = json_object_get(object, key);
	if (found == NULL)
		tree_put(object, key, found = json_object());
	return found;
}

json_t *tree_array(json_t *object, const char *key)
{
	json_t *found = json_object_get(object, key);
	if (found == NULL)
		tree_put(object, key, found = json_array());
	return found;
}

void tree_add(json_t *object, const char *key, int64_t value)
{
	tree_int(object, key, json_get_int(object, key, 0) + value);
}
