/* SPDX-License-Identifier: MIT */
#include "base/json.h"
#include "compare/figures.h"
#include "compare/passages.h"
#include "compare/sources.h"
#include "compare/tree.h"

#include <stdlib.h>
#include <string.h>

/* ---- findings of a sentence as sorted lists of texts ---- */

static int touches(const struct view_finding *f, const struct view_sentence *s)
{
	return f->start < s->end && f->end > s->start;
}

static void add_once(json_t *list, json_t *text)
{
	const json_t *known;
	size_t i;
	json_array_foreach(list, i, known)
		if (json_equal(known, text)) {
			json_decref(text);
			return;
		}
	json_array_append_new(list, text);
}

json_t *passage_texts(const struct sentence *s, json_t *(*wanted)(const struct view *, const struct view_finding *))
{
	const struct view *v = s->view;
	json_t *list = json_array();
	for (uint32_t i = 0; i < v->finding_count; i++) {
		json_t *text = touches(&v->findings[i], &v->sentences[s->index]) ? wanted(v, &v->findings[i]) : NULL;
		if (text != NULL)
			add_once(list, text);
	}
	return list;
}

static json_t *hedge(const struct view *v, const struct view_finding *f)
{
	(void)v;
	return strcmp(f->plugin, "hedging") == 0 && f->text && strcmp(json_get_text(f->data, "polarity", "hedge"), "hedge") == 0
		       ? json_string_nocheck(f->text) : NULL;
}

static json_t *booster(const struct view *v, const struct view_finding *f)
{
	(void)v;
	return strcmp(f->plugin, "hedging") == 0 && f->text && strcmp(json_get_text(f->data, "polarity", ""), "boost") == 0
		       ? json_string_nocheck(f->text) : NULL;
}

static json_t *source(const struct view *v, const struct view_finding *f)
{
	const char *name = source_is_content(v, f) ? source_name(f) : NULL;
	return name ? json_string_nocheck(name) : NULL;
}

/* "was destroyed (agent: the Guard)" */
static json_t *actor(const struct view *v, const struct view_finding *f)
{
	(void)v;
	const char *agent = json_get_text(json_object_get(f->data, "agent"), "text", NULL);
	if (strcmp(f->plugin, "agency") != 0 || f->text == NULL)
		return NULL;
	return agent ? json_sprintf("%s (agent: %s)", f->text, agent) : json_sprintf("%s (%s)", f->text, f->rule);
}

/* ---- differences ---- */

static void put(json_t *list, const char *kind, json_t *first, json_t *second)
{
	if (json_equal(first, second)) {
		json_decref(first);
		json_decref(second);
		return;
	}
	json_array_append_new(list, json_pack("{s:s,s:o,s:o}", "kind", kind, "first", first, "second", second));
}

static void put_by(json_t *list, const char *kind, const struct sentence *a, const struct sentence *b,
		   json_t *(*wanted)(const struct view *, const struct view_finding *))
{
	put(list, kind, passage_texts(a, wanted), passage_texts(b, wanted));
}

/* concept -> its variants in the sentence */
static json_t *concepts(const struct sentence *s)
{
	const struct view *v = s->view;
	json_t *all = json_object();
	for (uint32_t i = 0; i < v->finding_count; i++) {
		const char *concept_id = json_get_text(v->findings[i].data, "concept", NULL);
		const char *variant = json_get_text(v->findings[i].data, "variant", NULL);
		if (concept_id != NULL && variant != NULL && touches(&v->findings[i], &v->sentences[s->index]))
			add_once(tree_array(all, concept_id), json_string_nocheck(variant));
	}
	return all;
}

/* A concept that only one of the sentences speaks of is told by the words themselves;
 * what counts is two names for one thing. */
static void put_terms(json_t *list, const struct sentence *a, const struct sentence *b)
{
	json_t *first = concepts(a), *second = concepts(b), *variants;
	const char *concept_id;
	json_object_foreach(first, concept_id, variants) {
		json_t *other = json_object_get(second, concept_id);
		if (other == NULL || json_equal(variants, other))
			continue;
		json_array_append_new(list, json_pack("{s:s,s:s,s:O,s:O}", "kind", "term", "concept", concept_id, "first",
						      variants, "second", other));
	}
	json_decref(first);
	json_decref(second);
}

json_t *passage_differences(const struct sentence *a, const struct sentence *b)
{
	json_t *list = json_array();
	put_terms(list, a, b);
	put_by(list, "hedge", a, b, hedge);
	put_by(list, "booster", a, b, booster);
	put_by(list, "source", a, b, source);
	put_by(list, "actor", a, b, actor);
	figures_differ(list, a, b);
	return list;
}
