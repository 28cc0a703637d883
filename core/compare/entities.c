/* SPDX-License-Identifier: MIT */
#include "compare/entities.h"
#include "base/memory.h"
#include "base/vector.h"
#include "compare/language_words.h"
#include "compare/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- capitals ---- */

struct finder {
	const struct scope *scope;
	uint8_t *capital; /* by word: stands with a capital inside a sentence somewhere */
	uint32_t word_count;
	VECTOR(struct mention) mentions;
	VECTOR(struct entity) entities;
	json_t *index; /* words as text -> entity */
};

static int is_capital(const struct view *v, uint32_t token)
{
	const struct view_token *t = &v->tokens[token];
	return t->kind == SLANT_WORD && (t->flags & SLANT_CAPITAL) && (t->flags & SLANT_CLITIC) == 0;
}

static int opens_sentence(const struct view *v, uint32_t token)
{
	uint32_t first = v->sentences[v->tokens[token].sentence].first_token;
	/* behind opening quotation marks, too */
	while (first < token && v->tokens[first].kind == SLANT_MARK)
		first++;
	return token == first;
}

/* Headlines write most words with a capital. */
static int in_running_text(const struct view *v, uint32_t token)
{
	int role = v->sentences[v->tokens[token].sentence].role;
	return role == SLANT_ROLE_BODY || role == SLANT_ROLE_QUOTE_BLOCK || role == SLANT_ROLE_CAPTION;
}

static void learn_capitals(struct finder *f)
{
	f->word_count = words_count(f->scope->words);
	f->capital = mem_alloc(f->word_count + 1);
	for (uint32_t i = 0; i < f->scope->count; i++) {
		const struct view *v = f->scope->views[i];
		for (uint32_t t = 0; t < v->token_count; t++)
			if (is_capital(v, t) && !opens_sentence(v, t) && in_running_text(v, t))
				f->capital[v->tokens[t].word] = 1;
	}
}

static int is_date_word(const struct view *v, uint32_t token)
{
	return language_month(v->language, v->tokens[token].word) || language_weekday(v->language, v->tokens[token].word);
}

/* May this token be part of a name? */
static int may_name(const struct finder *f, const struct view *v, uint32_t token)
{
	if (!is_capital(v, token) || is_date_word(v, token))
		return 0;
	/* "I"; but "US" is no "us" */
	if (language_is_function_word(v->language, v->tokens[token].word) && !(v->tokens[token].flags & SLANT_ALLCAPS))
		return 0;
	if (!opens_sentence(v, token) && in_running_text(v, token))
		return 1;
	/* a capital that had to be: only what is known to have one elsewhere */
	return f->capital[v->tokens[token].word];
}

/* ---- mentions ---- */

struct key {
	char text[ENTITY_WORDS * 12];
};

static struct key key_of(const struct entity *e)
{
	struct key key = {""};
	size_t n = 0;
	for (uint32_t i = 0; i < e->count; i++)
		n += (size_t)snprintf(key.text + n, sizeof key.text - n, "%u ", e->words[i]);
	return key;
}

static uint32_t entity_for(struct finder *f, const struct entity *e)
{
	struct key key = key_of(e);
	const json_t *known = json_object_get(f->index, key.text);
	if (known != NULL)
		return (uint32_t)json_integer_value(known);
	json_object_set_new(f->index, key.text, json_integer(f->entities.count));
	*vector_push(&f->entities) = *e;
	return f->entities.count - 1;
}

static void add_mention(struct finder *f, const struct view *v, uint32_t first, uint32_t end)
{
	struct entity e = {.same_as = f->entities.count, .first = f->mentions.count};
	for (uint32_t i = first; i < end && e.count < ENTITY_WORDS; i++)
		if (v->tokens[i].kind != SLANT_MARK && (v->tokens[i].flags & SLANT_CLITIC) == 0)
			e.words[e.count++] = v->tokens[i].word;
	uint32_t entity = entity_for(f, &e);
	*vector_push(&f->mentions) = (struct mention){v, first, end, entity};
}

/* The end of the name that begins here: capitals side by side, hyphens between them
 * ("al-Hayya") and a stop behind an initial ("James B. Comey") included. */
static uint32_t name_end(const struct finder *f, const struct view *v, uint32_t first)
{
	uint32_t end = first + 1, limit = v->sentences[v->tokens[first].sentence].end_token;
	while (end < limit && end < first + ENTITY_WORDS) {
		if (may_name(f, v, end) || (v->tokens[end].flags & SLANT_JOINED))
			end++;
		else if (end + 1 < limit && v->tokens[end].kind == SLANT_MARK && v->tokens[end].word == SLANT_PERIOD &&
			 v->tokens[end].byte - v->tokens[end - 1].byte <= 3 && may_name(f, v, end + 1))
			end += 2;
		else
			break;
	}
	return end;
}

#define SHORT_PART 2 /* letters of "al-", but not of "pro-" */

/* A name that begins with a small joined part ("al-Hayya"). */
static uint32_t name_start(const struct view *v, uint32_t first)
{
	if (first == 0 || !(v->tokens[first].flags & SLANT_JOINED) || v->tokens[first - 1].kind != SLANT_WORD)
		return first;
	return v->tokens[first - 1].byte_end - v->tokens[first - 1].byte <= SHORT_PART ? first - 1 : first;
}

static void find_mentions(struct finder *f, const struct view *v)
{
	for (uint32_t i = 0; i < v->token_count;) {
		if (!may_name(f, v, i)) {
			i++;
			continue;
		}
		uint32_t first = name_start(v, i), end = name_end(f, v, i);
		/* titles alone name nobody in particular; before a name they belong to how it is called */
		while (first < end && language_is_title(v->language, v->tokens[first].word) && end - first > 1)
			first += v->tokens[first + 1].kind == SLANT_MARK ? 2 : 1;
		if (first < end && !(end - first == 1 && language_is_title(v->language, v->tokens[first].word)))
			add_mention(f, v, first, end);
		i = end;
	}
}

/* ---- one under several names ---- */

static int ends_with(const struct entity *longer, const struct entity *shorter)
{
	return longer->count > shorter->count &&
	       memcmp(longer->words + longer->count - shorter->count, shorter->words, shorter->count * sizeof *shorter->words) == 0;
}

/* Follow to the longest name. */
static uint32_t root(const struct finder *f, uint32_t entity)
{
	while (f->entities.items[entity].same_as != entity)
		entity = f->entities.items[entity].same_as;
	return entity;
}

/* "Steve" and "Steven" are taken as one first name. */
static int alike(const struct finder *f, uint32_t a, uint32_t b)
{
	const char *x = words_text(f->scope->words, a), *y = words_text(f->scope->words, b);
	size_t n = strlen(x) < strlen(y) ? strlen(x) : strlen(y);
	return strncmp(x, y, n) == 0;
}

/* The word of the longer name right before what both have. */
static uint32_t word_before(const struct entity *longer, const struct entity *shorter)
{
	return longer->words[longer->count - shorter->count - 1];
}

/* What stands before the shared end is a name by itself: "the Halvia Saltgate plan"
 * names two places, and not one called Halvia Saltgate. */
static int is_compound(const struct finder *f, const struct entity *longer, const struct entity *shorter)
{
	struct entity before = {.count = longer->count - shorter->count};
	memcpy(before.words, longer->words, before.count * sizeof *before.words);
	return json_object_get(f->index, key_of(&before).text) != NULL;
}

/* "Reed" is "Orin Reed" when no other longer name ends so. */
static uint32_t longest_name(const struct finder *f, uint32_t entity, const json_t *same_end)
{
	const struct entity *e = &f->entities.items[entity];
	uint32_t found = UINT32_MAX;
	const json_t *other;
	size_t k;
	json_array_foreach(same_end, k, other) {
		uint32_t o = (uint32_t)json_integer_value(other);
		const struct entity *longer = &f->entities.items[o];
		if (!ends_with(longer, e) || is_compound(f, longer, e))
			continue;
		const struct entity *best = found == UINT32_MAX ? NULL : &f->entities.items[found];
		/* two first names are two persons */
		if (best != NULL && !alike(f, word_before(longer, e), word_before(best, e)))
			return UINT32_MAX;
		if (best == NULL || longer->count > best->count)
			found = o;
	}
	return found;
}

#define LEAST_ALIKE 4 /* letters: "Jo" is no short form that can be told from others */

/* "Steve Witley" and "Steven Witley": the first one met, or the entity itself. */
static uint32_t spelled_alike(const struct finder *f, uint32_t entity, const json_t *same_end)
{
	const struct entity *e = &f->entities.items[entity];
	const json_t *other;
	size_t k;
	json_array_foreach(same_end, k, other) {
		uint32_t o = (uint32_t)json_integer_value(other);
		const struct entity *x = &f->entities.items[o];
		if (o < entity && x->count == e->count && e->count > 1 && alike(f, x->words[0], e->words[0]) &&
		    strlen(words_text(f->scope->words, x->words[0])) >= LEAST_ALIKE &&
		    strlen(words_text(f->scope->words, e->words[0])) >= LEAST_ALIKE &&
		    memcmp(x->words + 1, e->words + 1, (e->count - 1) * sizeof *e->words) == 0)
			return o;
	}
	return entity;
}

static void join_names(struct finder *f)
{
	json_t *by_last = json_object();
	char key[16];
	for (uint32_t i = 0; i < f->entities.count; i++) {
		const struct entity *e = &f->entities.items[i];
		snprintf(key, sizeof key, "%u", e->words[e->count - 1]);
		json_t *list = json_object_get(by_last, key);
		if (list == NULL)
			json_object_set_new(by_last, key, list = json_array());
		json_array_append_new(list, json_integer(i));
	}
	for (uint32_t i = 0; i < f->entities.count; i++) {
		struct entity *e = &f->entities.items[i];
		snprintf(key, sizeof key, "%u", e->words[e->count - 1]);
		const json_t *same_end = json_object_get(by_last, key);
		uint32_t longest = longest_name(f, i, same_end);
		e->same_as = longest != UINT32_MAX ? longest : spelled_alike(f, i, same_end);
	}
	json_decref(by_last);
}

void entities_init(struct entities *all, const struct scope *scope)
{
	struct finder f = {.scope = scope, .index = json_object()};
	learn_capitals(&f);
	for (uint32_t i = 0; i < scope->count; i++)
		find_mentions(&f, scope->views[i]);
	join_names(&f);
	for (uint32_t i = 0; i < f.mentions.count; i++) {
		f.mentions.items[i].entity = root(&f, f.mentions.items[i].entity);
		f.entities.items[f.mentions.items[i].entity].mentions++;
	}
	*all = (struct entities){f.entities.items, f.entities.count, f.mentions.items, f.mentions.count};
	free(f.capital);
	json_decref(f.index);
}

void entities_free(struct entities *all)
{
	free(all->items);
	free(all->mentions);
}

json_t *mention_text(const struct mention *m)
{
	uint32_t start = m->view->tokens[m->first_token].byte;
	return json_stringn_nocheck(m->view->text + start, m->view->tokens[m->end_token - 1].byte_end - start);
}
