/* SPDX-License-Identifier: MIT */
/* Two short lists that need no counting: words in distancing quotation marks, and
 * headlines. */
#include "base/json.h"
#include "compare/scope.h"
#include "compare/tree.h"
#include "text/document.h"

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

/* ---- headlines ---- */

static void put_paragraph(json_t *to, const struct view *v, const char *role)
{
	uint32_t start, end, n;
	if (!view_paragraph(v, role, &start, &end))
		return;
	json_t *p = tree_object(to, role);
	tree_int(p, "start", start);
	tree_int(p, "end", end);
	const char *text = view_text(v, start, end, &n);
	if (text != NULL)
		tree_put(p, "text", json_stringn_nocheck(text, n));
}

/* A title that is only the file's name again says nothing of a headline. */
static int title_is_file_name(const struct view *v)
{
	const char *name = view_file_name(v);
	size_t n = strlen(v->title);
	return strncmp(name, v->title, n) == 0 && (name[n] == '\0' || name[n] == '.');
}

static json_t *headline_of(const struct view *v)
{
	json_t *h = json_object();
	tree_int(h, "article", v->index);
	put_paragraph(h, v, "headline");
	put_paragraph(h, v, "standfirst");
	if (json_object_get(h, "headline") == NULL && v->title != NULL && !title_is_file_name(v))
		tree_text(h, "title", v->title);
	json_t *marks = tree_array(h, "findings");
	for (uint32_t i = 0; i < v->finding_count; i++)
		if (v->findings[i].role == SLANT_ROLE_HEADLINE || v->findings[i].role == SLANT_ROLE_STANDFIRST)
			json_array_append_new(marks, json_string_nocheck(v->findings[i].id));
	return h;
}

json_t *scope_headlines(const struct scope *s)
{
	json_t *list = json_array();
	for (uint32_t i = 0; i < s->count; i++)
		json_array_append_new(list, headline_of(s->views[i]));
	return list;
}
