/* SPDX-License-Identifier: MIT */
#include "compare/scope.h"
#include "base/json.h"
#include "base/memory.h"
#include "compare/tree.h"

#include <stdlib.h>
#include <string.h>

/* The group of the view's outlet; without one it stands for itself. */
static struct group *group_for(struct scope *s, const struct view *v)
{
	for (uint32_t i = 0; v->outlet != NULL && i < s->group_count; i++)
		if (s->groups[i].named && strcmp(s->groups[i].name, v->outlet) == 0)
			return &s->groups[i];
	struct group *g = &s->groups[s->group_count++];
	g->named = v->outlet != NULL;
	g->name = g->named ? v->outlet : view_file_name(v);
	return g;
}

static void join(struct group *g, struct view *v)
{
	if ((g->count & (g->count - 1)) == 0) /* full at every power of two */
		g->views = mem_resize(g->views, (g->count ? 2 * (size_t)g->count : 1) * sizeof *g->views);
	g->views[g->count++] = v;
}

void scope_init(struct scope *s, struct view **views, uint32_t count, const struct catalogue *catalogue,
		const struct words *words)
{
	*s = (struct scope){.count = count, .catalogue = catalogue, .words = words};
	s->views = mem_alloc((count + 1) * sizeof *s->views);
	s->groups = mem_alloc((count + 1) * sizeof *s->groups);
	for (uint32_t i = 0; i < count; i++) {
		s->views[i] = views[i];
		struct group *g = group_for(s, views[i]);
		views[i]->group = (uint32_t)(g - s->groups);
		join(g, views[i]);
	}
}

void scope_free(struct scope *s)
{
	for (uint32_t i = 0; i < s->group_count; i++)
		free(s->groups[i].views);
	free(s->groups);
	free(s->views);
}

json_t *scope_groups(const struct scope *s)
{
	json_t *list = json_array();
	for (uint32_t i = 0; i < s->group_count; i++) {
		json_t *g = json_object();
		tree_text(g, s->groups[i].named ? "outlet" : "file", s->groups[i].name);
		json_t *articles = tree_array(g, "articles");
		for (uint32_t k = 0; k < s->groups[i].count; k++)
			json_array_append_new(articles, json_integer(s->groups[i].views[k]->index));
		json_array_append_new(list, g);
	}
	return list;
}

void scope_refer(json_t *passages, const struct view *v, const struct view_finding *f)
{
	size_t n = json_array_size(passages);
	json_t *last = n > 0 ? json_array_get(passages, n - 1) : NULL;
	if (last == NULL || json_get_int(last, "article", -1) != v->index) {
		last = json_object();
		tree_int(last, "article", v->index);
		json_array_append_new(passages, last);
	}
	json_array_append_new(tree_array(last, "findings"), json_string_nocheck(f->id));
}
