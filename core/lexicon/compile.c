/* SPDX-License-Identifier: MIT */
/* From lexicons to automata: every entry becomes a unit of its plugin's group, and
 * each of its lists of terms so many phrases. */
#include "base/error.h"
#include "base/json.h"
#include "lexicon/automaton.h"
#include "lexicon/tag.h"
#include "lexicon/term.h"
#include "pattern/pattern.h"
#include "text/language.h"
#include "text/vocabulary.h"

#include <stdlib.h>
#include <string.h>

/* A variant or entry whose weight nobody gave counts as slightly marked. */
#define DEFAULT_WEIGHT 1
/* A hit carries its group in a byte. */
#define MAX_GROUPS 255

struct source {
	const struct lexicon *lexicon;
	const char *lexicon_name, *concept_id, *rule;
	uint32_t group;
	struct vocabulary *anchor_names; /* a set of strings with numbers is what we need */
};

/* ---- groups, automata ---- */

static uint32_t group_for(struct matcher *m, const char *plugin)
{
	uint32_t number = matcher_group(m, plugin);
	if (number != SLANT_NONE)
		return number;
	const char *name = arena_copy(&m->arena, plugin, strlen(plugin));
	*vector_push(&m->groups) = (struct group){.name = name};
	*vector_push(&m->names) = name;
	return m->groups.count - 1;
}

struct automaton *matcher_automaton(const struct matcher *m, const char *tag)
{
	for (uint32_t i = 0; i < m->automata.count; i++) {
		if (tag_same_language(m->automata.items[i]->language, tag))
			return m->automata.items[i];
	}
	return NULL;
}

static struct automaton *automaton_for(struct matcher *m, const char *tag)
{
	struct automaton *a = matcher_automaton(m, tag);
	if (a != NULL)
		return a;
	a = mem_alloc(sizeof *a);
	a->language = arena_copy(&m->arena, tag, tag_primary(tag));
	trie_init(&a->trie);
	*vector_push(&m->automata) = a;
	return a;
}

static void add_language(struct group *g, const char *primary)
{
	for (uint32_t i = 0; i < g->languages.count; i++) {
		if (tag_same_language(g->languages.items[i], primary))
			return;
	}
	*vector_push(&g->languages) = primary;
}

/* ---- lists of terms ---- */

static int add_terms(struct compiler *c, const json_t *object, const char *key, enum phrase_kind kind, uint32_t id)
{
	const json_t *terms = json_object_get(object, key);
	c->at.key = key;
	for (size_t i = 0; i < json_array_size(terms); i++) {
		const json_t *term = json_array_get(terms, i);
		c->at.item = (long)i;
		if (phrase_add(c, json_string_value(term), json_string_length(term), kind, id) != 0)
			return -1;
	}
	c->at.key = NULL;
	c->at.item = -1;
	return 0;
}

static int add_context(struct compiler *c, const json_t *object, const char *key, uint32_t *list)
{
	if (json_array_size(json_object_get(object, key)) == 0)
		return 0;
	*list = c->to->context_lists++;
	return add_terms(c, object, key, PHRASE_CONTEXT, *list);
}

/* An anchor that several lists name is one anchor. */
static int add_anchor(struct compiler *c, struct vocabulary *names, const json_t *term, uint32_t *anchor)
{
	const char *text = json_string_value(term);
	size_t n = json_string_length(term);
	*anchor = vocabulary_add(names, text, n) - SLANT_FIRST_WORD;
	if (*anchor < c->to->anchors)
		return 0;
	c->to->anchors++;
	return phrase_add(c, text, n, PHRASE_ANCHOR, *anchor);
}

static int add_anchors(struct compiler *c, struct vocabulary *names, const json_t *object, uint32_t *list)
{
	const json_t *terms = json_object_get(object, "anchors");
	struct automaton *a = c->to;
	if (json_array_size(terms) == 0)
		return 0;
	*list = a->anchor_lists.count;
	*vector_push(&a->anchor_lists) = (struct anchor_list){a->anchor_ids.count, (uint32_t)json_array_size(terms)};
	c->at.key = "anchors";
	for (size_t i = 0; i < json_array_size(terms); i++) {
		uint32_t anchor;
		c->at.item = (long)i;
		if (add_anchor(c, names, json_array_get(terms, i), &anchor) != 0)
			return -1;
		*vector_push(&a->anchor_ids) = anchor;
	}
	c->at.key = NULL;
	c->at.item = -1;
	return 0;
}

/* Level 0: of the entry; 1: of the variant in it. */
static int add_contexts(struct compiler *c, const struct source *s, const json_t *object, struct unit_context *to,
			unsigned level)
{
	return add_context(c, object, "exclude", &to->exclude[level]) != 0 ||
	       add_context(c, object, "only_in", &to->only_in[level]) != 0 ||
	       add_anchors(c, s->anchor_names, object, &to->anchors[level]) != 0 ? -1 : 0;
}

/* ---- entries ---- */

static const char *copy(struct compiler *c, const char *s)
{
	return arena_copy(&c->matcher->arena, s, strlen(s));
}

static void fill_attributes(struct compiler *c, const json_t *object, slant_entry *e)
{
	const json_t *attributes = json_object_get(object, "attributes");
	const char *name;
	json_t *value;
	slant_attribute *list = arena_zero(&c->matcher->arena, (json_object_size(attributes) + 1) * sizeof *list);
	e->attributes = list;
	json_object_foreach((json_t *)(uintptr_t)attributes, name, value) {
		slant_attribute *a = &list[e->attribute_count++];
		a->name = copy(c, name);
		if (json_is_string(value))
			a->text = copy(c, json_string_value(value));
		else
			a->number = json_integer_value(value);
	}
}

static const char *lemma(struct compiler *c, const json_t *object)
{
	const json_t *first = json_array_get(json_object_get(object, "terms"), 0);
	if (first == NULL)
		first = json_object_get(object, "literal");
	size_t n = json_string_length(first);
	char *out = arena_alloc(&c->matcher->arena, n + 1);
	term_plain(json_string_value(first), n, out);
	return out;
}

static void fill_entry(struct compiler *c, const struct source *s, const json_t *object, const char *variant)
{
	const char *side = json_get_text(object, "side", "");
	slant_entry *e = vector_push(&c->matcher->groups.items[s->group].entries);
	*e = (slant_entry){
		.lexicon = s->lexicon_name, .concept_id = s->concept_id, .rule = s->rule,
		.variant = variant ? copy(c, variant) : "",
		.side = strcmp(side, "none") == 0 || side[0] == '\0' ? "" : copy(c, side),
		.lemma = lemma(c, object),
		.weight = (int32_t)json_get_int(object, "weight", DEFAULT_WEIGHT),
	};
	fill_attributes(c, object, e);
}

static int add_pattern(struct compiler *c, const struct source *s, const json_t *object, uint32_t unit)
{
	struct automaton *a = c->to;
	const char *expression = json_get_text(object, "pattern", NULL);
	const json_t *literal = json_object_get(object, "literal");
	if (expression == NULL)
		return 0;
	c->at.key = "pattern";
	struct error why;
	struct pattern *p = pattern_compile(expression, &why);
	if (p == NULL)
		return compiler_refuse(c, expression, why.text);
	*vector_push(&a->patterns) = (struct unit_pattern){
		p, unit, arena_printf(&c->matcher->arena, "%s/%s", s->lexicon_name, s->concept_id)};
	c->at.key = "literal";
	return phrase_add(c, json_string_value(literal), json_string_length(literal), PHRASE_LITERAL,
			  a->patterns.count - 1);
}

static int is_plain(const struct unit_context *c)
{
	for (int i = 0; i < 2; i++) {
		if (c->exclude[i] != NO_LIST || c->only_in[i] != NO_LIST || c->anchors[i] != NO_LIST)
			return 0;
	}
	return 1;
}

static int add_unit(struct compiler *c, const struct source *s, const json_t *object, const char *variant,
		    const struct unit_context *context)
{
	uint32_t number = c->to->units.count;
	*vector_push(&c->to->units) = (struct unit){
		.group = s->group, .entry = c->matcher->groups.items[s->group].entries.count, .context = *context,
		.plain = (uint8_t)is_plain(context), .lexicon = c->lexicon, .position = (uint32_t)c->at.entry,
		.variant = (int32_t)c->at.variant};
	fill_entry(c, s, object, variant);
	if (add_terms(c, object, "terms", PHRASE_HIT, number) != 0)
		return -1;
	return add_pattern(c, s, object, number);
}

static int add_variants(struct compiler *c, const struct source *s, const json_t *variants,
			const struct unit_context *of_entry)
{
	for (size_t i = 0; i < json_array_size(variants); i++) {
		const json_t *variant = json_array_get(variants, i);
		struct unit_context context = *of_entry;
		c->at.variant = (long)i;
		if (add_contexts(c, s, variant, &context, 1) != 0 ||
		    add_unit(c, s, variant, json_get_text(variant, "id", ""), &context) != 0)
			return -1;
	}
	c->at.variant = -1;
	return 0;
}

static int add_entry(struct compiler *c, struct source *s, const json_t *entry)
{
	static const struct unit_context nothing = {
		{NO_LIST, NO_LIST}, {NO_LIST, NO_LIST}, {NO_LIST, NO_LIST}};
	struct unit_context context = nothing;
	const json_t *variants = json_object_get(entry, "variants");
	const char *id = json_get_text(entry, "id", ""), *rule = json_get_text(entry, "rule", NULL);
	s->concept_id = copy(c, id);
	s->rule = rule ? copy(c, rule) : s->concept_id;
	c->at.entry_id = id;
	if (add_contexts(c, s, entry, &context, 0) != 0)
		return -1;
	return variants ? add_variants(c, s, variants, &context) : add_unit(c, s, entry, NULL, &context);
}

static int add_lexicon(struct compiler *c, const struct languages *languages, const struct lexicon *l,
		       struct vocabulary *anchor_names)
{
	struct source s = {.lexicon = l, .anchor_names = anchor_names};
	const json_t *entries = json_object_get(l->json, "entries");
	s.group = group_for(c->matcher, l->plugin);
	s.lexicon_name = copy(c, l->name);
	c->to = automaton_for(c->matcher, l->language);
	c->language = languages_get(languages, l->language);
	add_language(&c->matcher->groups.items[s.group], c->to->language);
	for (size_t i = 0; i < json_array_size(entries); i++) {
		c->at = (struct place){l->path, (long)i, -1, NULL, -1, NULL};
		if (add_entry(c, &s, json_array_get(entries, i)) != 0)
			return -1;
	}
	return 0;
}

static void take_numeral(void *context, const char *folded)
{
	struct compiler *c = context;
	*vector_push(&c->matcher->classes.numerals) = vocabulary_add(c->words, folded, strlen(folded));
}

/* Language by language, since anchors are numbered within one. */
static int add_language_of(struct compiler *c, const struct lexicons *all, const struct languages *languages, uint32_t first)
{
	struct vocabulary *anchor_names = vocabulary_new();
	const char *tag = all->items[first]->language;
	int result = 0;
	for (uint32_t i = first; i < all->count && result == 0; i++) {
		if (!tag_same_language(all->items[i]->language, tag))
			continue;
		c->lexicon = i;
		result = add_lexicon(c, languages, all->items[i], anchor_names);
	}
	if (c->matcher->classes.numbers)
		language_numerals(languages_get(languages, tag), take_numeral, c);
	vocabulary_free(anchor_names);
	return result;
}

struct matcher *matcher_new(const struct lexicons *all, const struct languages *languages, struct vocabulary *words,
			    struct error *error)
{
	return matcher_compile(all, languages, words, NULL, NULL, error);
}

struct matcher *matcher_compile(const struct lexicons *all, const struct languages *languages, struct vocabulary *words,
				void (*watch)(struct compiler *, uint32_t, const struct trie_output *), void *watcher,
				struct error *error)
{
	struct matcher *m = mem_alloc(sizeof *m);
	struct compiler c = {.matcher = m, .words = words, .error = error, .watch = watch, .watcher = watcher};
	int result = 0;
	arena_init(&m->arena);
	arena_init(&c.scratch);
	for (uint32_t i = 0; i < all->count; i++)
		group_for(m, all->items[i]->plugin); /* numbered in lexicon order */
	if (m->groups.count > MAX_GROUPS)
		result = error_set(error, ERROR_USAGE, "the lexicons name more than %d plugins", MAX_GROUPS);
	for (uint32_t i = 0; i < all->count && result == 0; i++) {
		if (matcher_automaton(m, all->items[i]->language) == NULL)
			result = add_language_of(&c, all, languages, i);
	}
	arena_free(&c.scratch);
	if (result == 0)
		return m;
	matcher_free(m);
	return NULL;
}
