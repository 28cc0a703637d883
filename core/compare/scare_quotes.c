/* SPDX-License-Identifier: MIT */
/* Words in distancing quotation marks, with their sentences. */
#include "base/json.h"
#include "compare/scope.h"
#include "compare/tree.h"

#include <string.h>

static int is_scare(const struct view_finding *f)
{
	return strcmp(f->plugin, "quotes") == 0 && (strcmp(f->rule, "scare") == 0 || strcmp(f->rule, "term") == 0);
}

/* The sentence around a finding. */
static void put_sentence(json_t *to, const struct view *v, const struct view_finding *f)
{
	if (f->sentence == VIEW_NONE || v->text == NULL)
		return;
	const struct view_sentence *s = &v->sentences[f->sentence];
	tree_put(to, "sentence", json_stringn_nocheck(v->text + s->byte, s->byte_end - s->byte));
}

static json_t *scare_quotes_of(const struct view *v)
{
	json_t *cell = json_object();
	tree_int(cell, "article", v->index);
	json_t *list = tree_array(cell, "items");
	for (uint32_t i = 0; i < v->finding_count; i++) {
		const struct view_finding *f = &v->findings[i];
		if (!is_scare(f))
			continue;
		json_t *item = json_object();
		tree_text(item, "finding", f->id);
		tree_text(item, "rule", f->rule);
		tree_text(item, "text", f->text);
		put_sentence(item, v, f);
		json_array_append_new(list, item);
	}
	tree_int(cell, "count", (int64_t)json_array_size(list));
	return cell;
}

json_t *scope_scare_quotes(const struct scope *s)
{
	json_t *list = json_array();
	for (uint32_t i = 0; i < s->count; i++)
		json_array_append_new(list, scare_quotes_of(s->views[i]));
	return list;
}
