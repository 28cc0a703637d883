/* SPDX-License-Identifier: MIT */
/* Headlines side by side, and each against its own body: the sentence of the body that
 * tells the same, what differs between the two, and words for a concept that the
 * headline alone uses. */
#include "base/json.h"
#include "compare/passages.h"
#include "compare/tree.h"

#include <string.h>

#define LEAST_LIKENESS 0.1

/* ---- the body's sentence ---- */

static const struct sentence *headline_sentence(const struct features *f, const struct view *v)
{
	for (uint32_t i = 0; i < f->count; i++)
		if (f->sentences[i].view == v && v->sentences[f->sentences[i].index].role == SLANT_ROLE_HEADLINE)
			return &f->sentences[i];
	return NULL;
}

static const struct sentence *told_in_body(const struct features *f, const struct sentence *headline, double *likeness)
{
	const struct sentence *best = NULL;
	*likeness = LEAST_LIKENESS;
	for (uint32_t i = 0; i < f->count; i++) {
		const struct sentence *s = &f->sentences[i];
		if (s->view != headline->view || s->view->sentences[s->index].role != SLANT_ROLE_BODY)
			continue;
		double x = features_likeness(f, headline, s);
		if (x > *likeness) {
			*likeness = x;
			best = s;
		}
	}
	return best;
}

/* Does the body use this wording of the concept anywhere? */
static int in_body(const struct view *v, const char *concept_id, const char *variant)
{
	for (uint32_t i = 0; i < v->finding_count; i++)
		if (v->findings[i].role != SLANT_ROLE_HEADLINE && v->findings[i].role != SLANT_ROLE_STANDFIRST &&
		    strcmp(json_get_text(v->findings[i].data, "concept", ""), concept_id) == 0 &&
		    strcmp(json_get_text(v->findings[i].data, "variant", ""), variant) == 0)
			return 1;
	return 0;
}

static void put_own_terms(json_t *h, const struct view *v)
{
	json_t *list = tree_array(h, "only_in_headline");
	for (uint32_t i = 0; i < v->finding_count; i++) {
		const struct view_finding *f = &v->findings[i];
		const char *concept_id = json_get_text(f->data, "concept", NULL), *variant = json_get_text(f->data, "variant", NULL);
		if (f->role == SLANT_ROLE_HEADLINE && concept_id && variant && !in_body(v, concept_id, variant))
			json_array_append_new(list, json_string_nocheck(f->id));
	}
}

static void put_body(json_t *h, const struct view *v, const struct features *f)
{
	const struct sentence *headline = headline_sentence(f, v), *body;
	double likeness;
	if (headline == NULL)
		return;
	put_own_terms(h, v);
	body = told_in_body(f, headline, &likeness);
	if (body == NULL)
		return;
	const struct view_sentence *s = &v->sentences[body->index];
	json_t *b = tree_object(h, "body");
	tree_int(b, "start", s->start);
	tree_int(b, "end", s->end);
	tree_put(b, "text", json_stringn_nocheck(v->text + s->byte, s->byte_end - s->byte));
	tree_put(b, "score", tree_real(likeness));
	tree_put(b, "differences", passage_differences(headline, body));
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

static json_t *headline_of(const struct view *v, const struct features *f)
{
	json_t *h = json_object();
	tree_int(h, "article", v->index);
	put_paragraph(h, v, "headline");
	put_paragraph(h, v, "standfirst");
	if (v->title != NULL && !title_is_file_name(v))
		tree_text(h, "title", v->title);
	put_body(h, v, f);
	json_t *marks = tree_array(h, "findings");
	for (uint32_t i = 0; i < v->finding_count; i++)
		if (v->findings[i].role == SLANT_ROLE_HEADLINE || v->findings[i].role == SLANT_ROLE_STANDFIRST)
			json_array_append_new(marks, json_string_nocheck(v->findings[i].id));
	return h;
}

json_t *scope_headlines(const struct scope *s, const struct features *f)
{
	json_t *list = json_array();
	for (uint32_t i = 0; i < s->count; i++)
		json_array_append_new(list, headline_of(s->views[i], f));
	return list;
}
