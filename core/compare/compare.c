/* SPDX-License-Identifier: MIT */
#include "compare/compare.h"
#include "base/error.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/vector.h"
#include "compare/catalogue.h"
#include "compare/entities.h"
#include "compare/features.h"
#include "compare/language_words.h"
#include "compare/methods.h"
#include "compare/scope.h"
#include "compare/tree.h"
#include "compare/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct language {
	char tag[16];
	struct language_words *words;
};

struct comparison {
	struct catalogue *catalogue;
	struct words *words;
	char *version, *language_dir;
	VECTOR(struct view *) views;
	VECTOR(struct language) languages;
};

struct comparison *comparison_new(const struct comparison_options *options)
{
	struct comparison *c = mem_alloc(sizeof *c);
	c->catalogue = catalogue_new(options->lexicons);
	c->words = words_new();
	c->version = mem_copy(options->version);
	c->language_dir = mem_copy(options->language_dir);
	return c;
}

/* By primary tag ("en" of "en-GB"), loaded once; NULL with the error told. */
static const struct language_words *language_for(struct comparison *c, const json_t *record, struct error *error)
{
	struct language l = {0};
	snprintf(l.tag, sizeof l.tag, "%s", json_get_text(json_object_get(record, "article"), "language", ""));
	l.tag[strcspn(l.tag, "-_")] = '\0';
	for (uint32_t i = 0; i < c->languages.count; i++)
		if (strcmp(c->languages.items[i].tag, l.tag) == 0)
			return c->languages.items[i].words;
	l.words = language_words_load(c->language_dir, l.tag, c->words, error);
	if (l.words != NULL)
		*vector_push(&c->languages) = l;
	return l.words;
}

int comparison_add(struct comparison *c, json_t *record, struct error *error)
{
	const struct language_words *language = language_for(c, record, error);
	if (language == NULL)
		return -1;
	struct view *v = mem_alloc(sizeof *v);
	if (view_init(v, record, c->views.count, c->words, error) != 0) {
		free(v);
		return -1;
	}
	v->language = language;
	*vector_push(&c->views) = v;
	return 0;
}

json_t *comparison_records(const struct comparison *c)
{
	json_t *list = json_array();
	for (uint32_t i = 0; i < c->views.count; i++)
		json_array_append(list, c->views.items[i]->record);
	return list;
}

void comparison_free(struct comparison *c)
{
	if (c == NULL)
		return;
	for (uint32_t i = 0; i < c->views.count; i++) {
		view_free(c->views.items[i]);
		free(c->views.items[i]);
	}
	vector_free(&c->views);
	catalogue_free(c->catalogue);
	for (uint32_t i = 0; i < c->languages.count; i++)
		language_words_free(c->languages.items[i].words);
	vector_free(&c->languages);
	words_free(c->words);
	free(c->language_dir);
	free(c->version);
	free(c);
}

/* ---- articles ---- */

static json_t *failed_plugins(const struct view *v)
{
	json_t *failed = NULL;
	const json_t *list = json_object_get(v->record, "plugins");
	json_t *p;
	size_t i;
	json_array_foreach(list, i, p) {
		if (strcmp(json_get_text(p, "status", "ok"), "ok") == 0)
			continue;
		if (failed == NULL)
			failed = json_array();
		json_array_append(failed, p);
	}
	return failed;
}

static json_t *article_json(const struct view *v)
{
	static const char *const about[] = {"id", "source", "outlet", "story", "title", "author", "date", "url", "genre",
					    "language", NULL};
	static const char *const counts[] = {"words", "sentences", "paragraphs", "words_by_voice", NULL};
	json_t *a = json_object();
	tree_copy(a, json_object_get(v->record, "article"), about);
	if (v->genre == NULL)
		tree_text(a, "genre", view_genre(v));
	tree_copy(a, json_object_get(v->record, "counts"), counts);
	tree_put(a, "plugins", failed_plugins(v));
	return a;
}

/* ---- stories ---- */

static int same_story(const struct view *a, const struct view *b)
{
	if (a->story == NULL || b->story == NULL)
		return a->story == b->story;
	return strcmp(a->story, b->story) == 0;
}

/* In the order in which a reader wants it. */
static void put_parts(json_t *story, const struct scope *s, const struct features *features, const struct entities *entities)
{
	tree_put(story, "groups", scope_groups(s));
	tree_put(story, "warnings", scope_warnings(s));
	tree_put(story, "headlines", scope_headlines(s, features));
	tree_put(story, "terms", scope_terms(s));
	tree_put(story, "metrics", scope_metrics(s));
	tree_put(story, "contrasts", scope_contrasts(s, json_object_get(story, "terms")));
	tree_put(story, "sources", scope_sources(s));
	tree_put(story, "agency", scope_agency(s));
	tree_put(story, "scare_quotes", scope_scare_quotes(s));
	tree_put(story, "quotations", scope_quotations(s));
	tree_put(story, "passages", scope_passages(s, features));
	tree_put(story, "facts", scope_facts(s, features, entities));
	tree_put(story, "people", scope_people(s, entities));
	tree_put(story, "distinctive", scope_distinctive(s));
}

static json_t *story_json(const struct scope *s)
{
	struct features features;
	struct entities entities;
	json_t *story = json_object(), *articles = tree_array(story, "articles");
	tree_text(story, "story", s->story);
	for (uint32_t i = 0; i < s->count; i++)
		json_array_append_new(articles, json_integer(s->views[i]->index));
	features_init(&features, s);
	entities_init(&entities, s);
	put_parts(story, s, &features, &entities);
	entities_free(&entities);
	features_free(&features);
	return story;
}

/* The articles of the same story as the first one not taken yet. */
static json_t *next_story(const struct comparison *c, uint32_t first, char *taken)
{
	VECTOR(struct view *) views = {0};
	for (uint32_t i = first; i < c->views.count; i++)
		if (!taken[i] && same_story(c->views.items[first], c->views.items[i])) {
			taken[i] = 1;
			*vector_push(&views) = c->views.items[i];
		}
	struct scope s;
	scope_init(&s, views.items, views.count, c->catalogue, c->words);
	s.story = c->views.items[first]->story;
	json_t *story = story_json(&s);
	scope_free(&s);
	vector_free(&views);
	return story;
}

json_t *comparison_finish(struct comparison *c, struct error *error)
{
	if (c->views.count == 0) {
		error_set(error, ERROR_USAGE, "nothing to compare: there is no article");
		return NULL;
	}
	json_t *all = json_object();
	tree_text(all, "format", COMPARISON_FORMAT);
	tree_text(all, "slantwise", c->version);
	for (uint32_t i = 0; i < c->views.count; i++)
		tree_append(all, "articles", article_json(c->views.items[i]));
	char *taken = mem_alloc(c->views.count);
	for (uint32_t i = 0; i < c->views.count; i++)
		if (!taken[i])
			tree_append(all, "stories", next_story(c, i, taken));
	free(taken);
	tree_put(all, "methods", methods_json());
	return all;
}
