/* SPDX-License-Identifier: MIT */
/* How each group calls one person, group or place: the forms of the name, the titles
 * before it and what stands in apposition ("Lidia Farro, the envoy of Ostrel"). */
#include "base/json.h"
#include "base/memory.h"
#include "compare/entities.h"
#include "compare/language_words.h"
#include "compare/tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FEWEST_GROUPS 2     /* that name it, else there is nothing to compare */
#define LONGEST_PHRASE 10   /* words of an apposition */
#define LONGEST_CLAUSE 15   /* ... that begins with "who" */
#define MOST 60

static json_t *tokens_text(const struct view *v, uint32_t first, uint32_t end)
{
	return json_stringn_nocheck(v->text + v->tokens[first].byte, v->tokens[end - 1].byte_end - v->tokens[first].byte);
}

static void count(json_t *list, json_t *text, const struct mention *m)
{
	json_t *item, *place = json_pack("[i,i,i]", (int)m->view->index, (int)m->view->tokens[m->first_token].start,
					 (int)view_token_end(m->view, m->end_token - 1));
	size_t i;
	json_array_foreach(list, i, item)
		if (json_equal(json_object_get(item, "text"), text)) {
			tree_add(item, "count", 1);
			json_decref(text);
			json_array_append_new(tree_array(item, "places"), place);
			return;
		}
	item = json_pack("{s:o,s:i,s:[o]}", "text", text, "count", 1, "places", place);
	json_array_append_new(list, item);
}

static int is_plain_word(const struct view *v, uint32_t token)
{
	const struct view_token *t = &v->tokens[token];
	return t->kind == SLANT_WORD && (t->flags & SLANT_CLITIC) == 0 && !language_is_function_word(v->language, t->word);
}

/* Titles right before the name, with the capitals before them ("U.S. Middle East
 * envoy"); before a small title one small word may stand ("special envoy"). */
static uint32_t titles_before(const struct mention *m)
{
	const struct view *v = m->view;
	uint32_t first = v->sentences[v->tokens[m->first_token].sentence].first_token, at = m->first_token;
	if (at == first || !language_is_title(v->language, v->tokens[at - 1].word))
		return at;
	at--;
	int small = (v->tokens[at].flags & SLANT_CAPITAL) == 0, adjectives = 0;
	for (; at > first && at + 6 > m->first_token && is_plain_word(v, at - 1); at--) {
		if (v->tokens[at - 1].flags & SLANT_CAPITAL)
			continue;
		if (!small || adjectives++ > 0 || at - 1 == first)
			break;
	}
	return at;
}

/* What stands between two commas behind the name, when it begins as an apposition of
 * the language does and the second comma comes soon. 0 when there is none. */
static uint32_t apposition_end(const struct mention *m)
{
	const struct view *v = m->view;
	uint32_t end = v->sentences[v->tokens[m->first_token].sentence].end_token, first = m->end_token + 1;
	if (first >= end || v->tokens[m->end_token].kind != SLANT_MARK || v->tokens[m->end_token].word != SLANT_COMMA)
		return 0;
	uint32_t word = v->tokens[first].word, longest = language_is_relative(v->language, word) ? LONGEST_CLAUSE : LONGEST_PHRASE;
	if (v->tokens[first].kind != SLANT_WORD || (v->tokens[first].flags & SLANT_CAPITAL) ||
	    (longest == LONGEST_PHRASE && !language_begins_apposition(v->language, word)))
		return 0;
	for (uint32_t i = first; i < end && i < first + longest; i++)
		if (v->tokens[i].kind == SLANT_MARK)
			return v->tokens[i].word == SLANT_COMMA || v->tokens[i].word == SLANT_PERIOD ? i : 0;
	return 0;
}

static json_t *group_for(json_t *person, uint32_t index)
{
	json_t *groups = tree_array(person, "groups"), *group;
	size_t i;
	json_array_foreach(groups, i, group)
		if (json_get_int(group, "group", -1) == index)
			return group;
	group = json_pack("{s:i,s:i}", "group", (int)index, "mentions", 0);
	json_array_append_new(groups, group);
	return group;
}

static void add_mention(json_t *person, const struct mention *m)
{
	json_t *group = group_for(person, m->view->group);
	tree_add(group, "mentions", 1);
	uint32_t before = titles_before(m), behind = apposition_end(m);
	count(tree_array(group, "names"), tokens_text(m->view, m->first_token, m->end_token), m);
	if (before < m->first_token)
		count(tree_array(group, "descriptors"), tokens_text(m->view, before, m->first_token), m);
	if (behind > 0)
		count(tree_array(group, "descriptors"), tokens_text(m->view, m->end_token + 1, behind), m);
}

json_t *scope_people(const struct scope *s, const struct entities *all)
{
	json_t **people = mem_alloc((all->count + 1) * sizeof *people), *list = json_array(), *kept = json_array(), *person;
	size_t i;
	for (uint32_t k = 0; k < all->mention_count; k++) {
		const struct mention *m = &all->mentions[k];
		if (people[m->entity] == NULL) {
			people[m->entity] = json_object();
			tree_put(people[m->entity], "name", mention_text(&all->mentions[all->items[m->entity].first]));
			json_array_append_new(list, people[m->entity]);
		}
		add_mention(people[m->entity], m);
	}
	json_array_foreach(list, i, person)
		if (json_array_size(json_object_get(person, "groups")) >= (s->group_count < FEWEST_GROUPS ? 1 : FEWEST_GROUPS) &&
		    json_array_size(kept) < MOST)
			json_array_append(kept, person);
	json_decref(list);
	free(people);
	return kept;
}
