/* SPDX-License-Identifier: MIT */
/* Who speaks: the sources of attributed content by group, what kind of source they
 * are, how much they say, and with which verbs the writer introduces them. */
#include "compare/sources.h"
#include "base/json.h"
#include "base/vector.h"
#include "compare/metrics.h"
#include "compare/tree.h"

#include <stdlib.h>
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

static int64_t words_between(const struct view *v, uint32_t start, uint32_t end)
{
	int64_t words = 0;
	for (uint32_t i = view_token_at(v, start); i < v->token_count && v->tokens[i].start < end; i++)
		words += v->tokens[i].counts;
	return words;
}

int64_t source_words(const struct view *v, const struct view_finding *f)
{
	const json_t *parts = json_object_get(f->data, "parts"), *part;
	int64_t words = 0;
	size_t i;
	if (json_array_size(parts) == 0)
		return words_between(v, f->start, f->end);
	json_array_foreach(parts, i, part)
		words += words_between(v, (uint32_t)json_integer_value(json_array_get(part, 0)),
				       (uint32_t)json_integer_value(json_array_get(part, 1)));
	return words;
}

/* ---- one group's sources ---- */

/* Attributed content, and whose it is. */
struct saying {
	const struct view *view;
	const struct view_finding *finding;
	const char *type, *label; /* label NULL: nobody is named */
	struct name name;
	uint32_t owner; /* index of the saying whose name stands for the source */
};
struct sayings {
	struct saying *items;
	uint32_t count, size;
};

void source_read_name(struct name *n, const struct view *v, const struct view_finding *f)
{
	const json_t *source = json_object_get(f->data, "source");
	*n = (struct name){.view = v};
	if (v->token_count > 0 && source != NULL)
		name_read(n, v, (uint32_t)json_get_int(source, "start", 0), (uint32_t)json_get_int(source, "end", 0));
}

static void collect(struct sayings *all, const struct group *g)
{
	for (uint32_t i = 0; i < g->count; i++)
		for (uint32_t k = 0; k < g->views[i]->finding_count; k++) {
			const struct view_finding *f = &g->views[i]->findings[k];
			if (!source_is_content(g->views[i], f))
				continue;
			struct saying *s = vector_push(all);
			*s = (struct saying){g->views[i], f, source_type(f), source_name(f), {0}, all->count - 1};
			source_read_name(&s->name, s->view, f);
		}
}

static int same_source(const struct saying *a, const struct saying *b)
{
	if (strcmp(a->type, b->type) != 0 || (a->label == NULL) != (b->label == NULL))
		return 0;
	if (a->label == NULL || strcmp(a->label, b->label) == 0)
		return 1;
	return names_agree(&a->name, &b->name);
}

/* The fullest name stands for all that agree with it: "Farro" belongs to "Lidia
 * Farro", wherever either is met first. */
static void find_owners(struct sayings *all)
{
	for (uint32_t i = 0; i < all->count; i++)
		for (uint32_t k = 0; k < all->count; k++) {
			const struct saying *owner = &all->items[all->items[i].owner], *other = &all->items[k];
			if (other->name.count > owner->name.count && same_source(&all->items[i], other))
				all->items[i].owner = k;
		}
	for (uint32_t i = 0; i < all->count; i++) /* equally full names: the first one */
		for (uint32_t k = 0; k < all->items[i].owner; k++)
			if (all->items[k].owner == k && same_source(&all->items[k], &all->items[all->items[i].owner])) {
				all->items[i].owner = k;
				break;
			}
}

static json_t *new_source(const struct saying *s)
{
	json_t *source = json_object();
	uint32_t n;
	const char *head = s->name.count > 0 ? name_text(&s->name, &n) : NULL;
	if (head != NULL)
		tree_put(source, "name", json_stringn_nocheck(head, n));
	else
		tree_text(source, "name", s->label);
	tree_text(source, "type", s->type);
	tree_int(source, "findings", 0);
	tree_int(source, "direct", 0);
	tree_int(source, "indirect", 0);
	tree_int(source, "mixed", 0);
	return source;
}

/* How else it is named: "Farro", "Lidia Farro, the envoy of Ostrel". */
static void add_other_name(json_t *source, const char *label)
{
	const json_t *known;
	size_t i;
	if (label == NULL || strcmp(label, json_get_text(source, "name", "")) == 0)
		return;
	json_array_foreach(tree_array(source, "also_named"), i, known)
		if (strcmp(json_string_value(known), label) == 0)
			return;
	json_array_append_new(tree_array(source, "also_named"), json_string_nocheck(label));
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

static void add_saying(json_t *source, const struct saying *s)
{
	tree_add(source, "findings", 1);
	tree_add(source, s->finding->rule, 1);
	tree_add(source, "words", source_words(s->view, s->finding));
	add_other_name(source, s->label);
	add_verb(source, json_object_get(s->finding->data, "cue"));
	add_relayers(source, s->finding);
	scope_refer(tree_array(source, "passages"), s->view, s->finding);
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
	struct sayings all = {0};
	tree_int(group, "group", index);
	json_t *sources = tree_array(group, "sources");
	collect(&all, g);
	find_owners(&all);
	json_t **by_owner = mem_alloc((all.count + 1) * sizeof *by_owner);
	for (uint32_t i = 0; i < all.count; i++) {
		uint32_t owner = all.items[i].owner;
		if (by_owner[owner] == NULL)
			json_array_append_new(sources, by_owner[owner] = new_source(&all.items[owner]));
		add_saying(by_owner[owner], &all.items[i]);
	}
	put_shares(group, sources, g);
	free(by_owner);
	vector_free(&all);
	return group;
}

json_t *scope_sources(const struct scope *s)
{
	json_t *list = json_array();
	for (uint32_t i = 0; i < s->group_count; i++)
		json_array_append_new(list, group_sources(&s->groups[i], i));
	return list;
}
