/* SPDX-License-Identifier: MIT */
/* Facts side by side: names, days and figures that some articles of a story have and
 * others lack. What an article lacks it may have told in other words: these are
 * questions to ask, not faults. */
#include "base/json.h"
#include "base/memory.h"
#include "compare/entities.h"
#include "compare/figures.h"
#include "compare/tree.h"
#include "compare/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLACES_KEPT 5 /* an article */
#define FACTS_MOST 200 /* of a kind */

/* ---- a list of facts under keys ---- */

struct facts {
	json_t *index; /* key -> fact, borrowed from list */
	json_t *list;
};

static json_t *fact_for(struct facts *f, const char *key, json_t *label, const char *member)
{
	json_t *fact = json_object_get(f->index, key);
	if (fact != NULL) {
		json_decref(label);
		return fact;
	}
	fact = json_object();
	tree_put(fact, member, label);
	json_array_append(f->list, fact);
	json_object_set_new(f->index, key, fact);
	return fact;
}

static void add_place(json_t *fact, const struct view *v, uint32_t first_token, uint32_t end_token)
{
	json_t *articles = tree_array(fact, "articles");
	size_t n = json_array_size(articles);
	json_t *last = n > 0 ? json_array_get(articles, n - 1) : NULL;
	if (last == NULL || json_get_int(last, "article", -1) != v->index) {
		last = json_pack("{s:i,s:i}", "article", (int)v->index, "count", 0);
		json_array_append_new(articles, last);
	}
	tree_add(last, "count", 1);
	json_t *places = tree_array(last, "places");
	if (json_array_size(places) < PLACES_KEPT)
		json_array_append_new(places, json_pack("[i,i]", (int)v->tokens[first_token].start,
							(int)view_token_end(v, end_token - 1)));
}

/* Those that at least one article lacks, in order of appearance. */
static json_t *end_facts(struct facts *f, const struct scope *s)
{
	json_t *kept = json_array(), *fact;
	size_t i;
	json_array_foreach(f->list, i, fact)
		if (json_array_size(json_object_get(fact, "articles")) < s->count && json_array_size(kept) < FACTS_MOST)
			json_array_append(kept, fact);
	json_decref(f->index);
	json_decref(f->list);
	return kept;
}

static struct facts begin_facts(void)
{
	return (struct facts){json_object(), json_array()};
}

/* ---- names ---- */

/* Said once by one article, a lone word may be anything with a capital. */
static int is_slight(const struct entity *e)
{
	return e->mentions < 2 && e->count < 2;
}

static json_t *names(const struct scope *s, const struct entities *all)
{
	struct facts f = begin_facts();
	char key[16];
	for (uint32_t i = 0; i < all->mention_count; i++) {
		const struct mention *m = &all->mentions[i];
		const struct entity *e = &all->items[m->entity];
		if (is_slight(e))
			continue;
		snprintf(key, sizeof key, "%u", m->entity);
		json_t *label = mention_text(&all->mentions[e->first]);
		add_place(fact_for(&f, key, label, "name"), m->view, m->first_token, m->end_token);
	}
	return end_facts(&f, s);
}

/* ---- days and figures ---- */

static void add_days(struct facts *f, const struct sentence *s)
{
	char key[32];
	for (uint32_t i = 0; i < s->date_count; i++) {
		const struct date *d = &s->dates[i];
		if (!says_day(d) || (d->resolved && d->low != d->high))
			continue;
		if (d->resolved)
			date_text(d->low, key);
		else
			snprintf(key, sizeof key, "--%02d-%02d", d->month, d->day);
		add_place(fact_for(f, key, json_string(key), "day"), s->view, d->first_token, d->end_token);
	}
}

static void add_figures(struct facts *f, const struct sentence *s, const struct words *words)
{
	struct figure list[FIGURES_MOST];
	uint32_t count = figures_in(s, list);
	char key[64], value[32];
	for (uint32_t i = 0; i < count; i++) {
		const struct figure *g = &list[i];
		if (g->thing == VIEW_NONE || g->value < 2000) /* "one man" is no figure */
			continue;
		snprintf(key, sizeof key, "%lld %u %d", (long long)g->value, g->thing, g->is_share);
		snprintf(value, sizeof value, g->value % 1000 ? "%.3f" : "%.0f", (double)g->value / 1000);
		json_t *fact = fact_for(f, key, json_string(words_text(words, g->thing)), "thing");
		tree_text(fact, "value", value);
		add_place(fact, s->view, g->first_token, g->end_token);
	}
}

json_t *scope_facts(const struct scope *s, const struct features *features, const struct entities *entities)
{
	struct facts days = begin_facts(), figures = begin_facts();
	json_t *facts = json_object();
	for (uint32_t i = 0; i < features->count; i++) {
		add_days(&days, &features->sentences[i]);
		add_figures(&figures, &features->sentences[i], s->words);
	}
	tree_put(facts, "names", names(s, entities));
	tree_put(facts, "days", end_facts(&days, s));
	tree_put(facts, "figures", end_facts(&figures, s));
	return facts;
}
