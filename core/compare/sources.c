/* SPDX-License-Identifier: MIT */
/* Who speaks: the sources of attributed content by group, what kind of source they
 * are, how much they say, and with which verbs the writer introduces them. */
#include "compare/sources.h"
#include "base/json.h"
#include "compare/metrics.h"
#include "compare/tree.h"

#include <ctype.h>
#include <string.h>

/* ---- which findings are attributed content ---- */

static int is_content_rule(const char *rule)
{
	return strcmp(rule, "direct") == 0 || strcmp(rule, "indirect") == 0 || strcmp(rule, "mixed") == 0;
}

int source_is_content(const struct view *v, const struct view_finding *f)
{
	/* quotes gives its own source to a quotation; where attribution ran, that is the same content twice */
	if (strcmp(f->plugin, "quotes") == 0)
		return !view_measured(v, "attribution") && strcmp(f->rule, "direct") == 0;
	return is_content_rule(f->rule) && (json_object_get(f->data, "source") || json_object_get(f->data, "cue"));
}

const char *source_type(const struct view_finding *f)
{
	return json_get_text(json_object_get(f->data, "source"), "type", "none");
}

int source_type_named(const char *type)
{
	return strcmp(type, "named_person") == 0 || strcmp(type, "named_institution") == 0 ||
	       strcmp(type, "document") == 0 || strcmp(type, "outlet") == 0;
}

const char *source_name(const struct view_finding *f)
{
	const char *text = json_get_text(json_object_get(f->data, "source"), "text", NULL);
	return f->speaker ? f->speaker : text;
}

int64_t source_words(const struct view_finding *f)
{
	int64_t words = 0;
	int inside = 0;
	for (const unsigned char *s = (const unsigned char *)(f->text ? f->text : ""); *s != '\0'; s++) {
		int letter = isalnum(*s) || *s >= 0x80 || (inside && (*s == '\'' || *s == '-' || *s == '.' || *s == ','));
		words += letter && !inside;
		inside = letter;
	}
	return words;
}

/* ---- one group's sources ---- */

static json_t *source_for(json_t *sources, const char *name, const char *type)
{
	json_t *s;
	size_t i;
	json_array_foreach(sources, i, s)
		if (strcmp(json_get_text(s, "name", ""), name ? name : "") == 0 &&
		    strcmp(json_get_text(s, "type", ""), type) == 0)
			return s;
	s = json_object();
	tree_text(s, "name", name);
	tree_text(s, "type", type);
	json_array_append_new(sources, s);
	return s;
}

static void add_verb(json_t *source, const json_t *cue)
{
	static const char *const keys[] = {"lemma", "class", "strength", NULL};
	const char *lemma = json_get_text(cue, "lemma", NULL);
	json_t *verbs, *verb;
	size_t i;
	if (lemma == NULL)
		return;
	verbs = tree_array(source, "verbs");
	json_array_foreach(verbs, i, verb)
		if (strcmp(json_get_text(verb, "lemma", ""), lemma) == 0) {
			tree_add(verb, "count", 1);
			return;
		}
	verb = json_object();
	tree_copy(verb, cue, keys);
	tree_int(verb, "count", 1);
	json_array_append_new(verbs, verb);
}

/* Through whom it came: "the ministry said, according to the paper". */
static void add_relayers(json_t *source, const struct view_finding *f)
{
	const json_t *chain = json_object_get(f->data, "chain"), *link;
	size_t i;
	json_array_foreach(chain, i, link) {
		const json_t *relayer = json_object_get(link, "source");
		const char *name = json_is_string(relayer) ? json_string_value(relayer) : json_get_text(relayer, "text", NULL);
		if (name != NULL)
			tree_add(tree_object(source, "through"), name, 1);
	}
}

static void add_finding(json_t *sources, const struct view *v, const struct view_finding *f)
{
	json_t *s = source_for(sources, source_name(f), source_type(f));
	tree_add(s, "findings", 1);
	tree_add(s, f->rule, 1);
	tree_add(s, "words", source_words(f));
	add_verb(s, json_object_get(f->data, "cue"));
	add_relayers(s, f);
	scope_refer(tree_array(s, "passages"), v, f);
}

static json_t *share(int64_t k, int64_t n, const struct group *g)
{
	json_t *s = json_object();
	tree_int(s, "k", k);
	tree_int(s, "n", n);
	if (n == 0)
		return s;
	tree_put(s, "value", tree_real((double)k / (double)n));
	if (g->count == 1) {
		tree_put(s, "interval", tree_interval(wilson_interval((double)k, (double)n, METRIC_LEVEL)));
		tree_text(s, "method", "wilson");
	}
	return s;
}

/* Shares over the attributions: of named sources, and of the source that speaks most often. */
static void put_shares(json_t *group, const json_t *sources, const struct group *g)
{
	int64_t n = 0, named = 0, most = 0;
	const json_t *s, *dominant = NULL;
	size_t i;
	json_array_foreach(sources, i, s) {
		int64_t count = json_get_int(s, "findings", 0);
		const char *type = json_get_text(s, "type", "none");
		n += count;
		named += source_type_named(type) ? count : 0;
		tree_add(tree_object(group, "types"), type, count);
		if (count > most && strcmp(type, "none") != 0) {
			most = count;
			dominant = s;
		}
	}
	tree_put(group, "named", share(named, n, g));
	if (dominant != NULL) {
		json_t *d = share(most, n, g);
		tree_text(d, "name", json_get_text(dominant, "name", NULL));
		tree_put(group, "most_often", d);
	}
}

static json_t *group_sources(const struct group *g, uint32_t index)
{
	json_t *group = json_object();
	tree_int(group, "group", index);
	json_t *sources = tree_array(group, "sources");
	for (uint32_t i = 0; i < g->count; i++)
		for (uint32_t k = 0; k < g->views[i]->finding_count; k++)
			if (source_is_content(g->views[i], &g->views[i]->findings[k]))
				add_finding(sources, g->views[i], &g->views[i]->findings[k]);
	put_shares(group, sources, g);
	return group;
}

json_t *scope_sources(const struct scope *s)
{
	json_t *list = json_array();
	for (uint32_t i = 0; i < s->group_count; i++)
		json_array_append_new(list, group_sources(&s->groups[i], i));
	return list;
}
