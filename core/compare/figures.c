/* SPDX-License-Identifier: MIT */
#include "compare/figures.h"
#include "compare/language_words.h"
#include "compare/tree.h"

#include <stdlib.h>
#include <string.h>

/* ---- numbers ---- */

/* "1,200", "2.5" in thousandths; -1 when it is anything else. */
static int64_t digits_value(const struct view *v, const struct view_token *t)
{
	int64_t value = 0, unit = 1000;
	int point = 0;
	for (uint32_t i = t->byte; i < t->byte_end; i++) {
		char c = v->text[i];
		if (c == ',' && !point)
			continue;
		if (c == '.' && !point) {
			point = 1;
			continue;
		}
		if (c < '0' || c > '9' || value > INT64_MAX / 100)
			return -1;
		if (point) {
			unit /= 10;
			value += unit * (c - '0');
		} else
			value = 10 * value + 1000 * (c - '0');
	}
	return value;
}

/* One token's number, or -1. */
static int64_t token_value(const struct view *v, uint32_t token)
{
	const struct view_token *t = &v->tokens[token];
	if (t->kind == SLANT_NUMBER)
		return digits_value(v, t);
	int64_t n = t->kind == SLANT_WORD ? language_number(v->language, t->word) : 0;
	return n > 0 ? 1000 * n : -1;
}

/* "sixty-one", "two hundred", "2.5 million": the number that begins here, or -1. */
static int64_t read_number(const struct view *v, uint32_t *token, uint32_t end)
{
	int64_t value = token_value(v, *token);
	if (value < 0)
		return -1;
	for (++*token; *token < end; ++*token) {
		const struct view_token *t = &v->tokens[*token];
		int64_t times = t->kind == SLANT_WORD ? language_multiplier(v->language, t->word) : 0;
		int64_t more = t->kind == SLANT_WORD && (t->flags & SLANT_JOINED) ? language_number(v->language, t->word) : 0;
		if (times > 0 && value <= INT64_MAX / times)
			value *= times;
		else if (more > 0 && more < 10 && value >= 20000)
			value += 1000 * more;
		else
			break;
	}
	return value;
}

static int in_date(const struct sentence *s, uint32_t token)
{
	for (uint32_t i = 0; i < s->date_count; i++)
		if (token >= s->dates[i].first_token && token < s->dates[i].end_token)
			return 1;
	return 0;
}

/* The thing counted: the word right behind the number, when it is no small word of the
 * language, no name and no other number. An adjective may stand there ("14 burned
 * bodies"), which then is the thing for every sentence that has it. */
static uint32_t thing_behind(const struct view *v, uint32_t token, uint32_t end)
{
	if (token >= end)
		return VIEW_NONE;
	const struct view_token *t = &v->tokens[token];
	if (t->kind != SLANT_WORD || (t->flags & SLANT_CAPITAL) || token_value(v, token) >= 0 ||
	    language_is_function_word(v->language, t->word))
		return VIEW_NONE;
	return t->word;
}

static int is_share(const struct view *v, uint32_t first, uint32_t end, uint32_t sentence_first)
{
	uint32_t behind = end < v->token_count ? v->tokens[end].byte : v->text_bytes;
	if (memchr(v->text + v->tokens[end - 1].byte_end, '%', behind - v->tokens[end - 1].byte_end) != NULL)
		return 1;
	if (first == sentence_first)
		return 0;
	/* a sign of money right before */
	const char *s = v->text + v->tokens[first].byte;
	return s[-1] == '$' || memcmp(s - 2, "\xc2\xa3", 2) == 0 || memcmp(s - 3, "\xe2\x82\xac", 3) == 0;
}

uint32_t figures_in(const struct sentence *s, struct figure figures[FIGURES_MOST])
{
	const struct view *v = s->view;
	const struct view_sentence *from = &v->sentences[s->index];
	uint32_t count = 0;
	for (uint32_t i = from->first_token; i < from->end_token && count < FIGURES_MOST;) {
		uint32_t first = i;
		int64_t value = in_date(s, i) ? -1 : read_number(v, &i, from->end_token);
		if (value < 0) {
			i = first + 1;
			continue;
		}
		figures[count++] = (struct figure){first, i, value, thing_behind(v, i, from->end_token),
						   is_share(v, first, i, from->first_token)};
	}
	return count;
}

/* ---- where two sentences differ ---- */

static json_t *token_text(const struct view *v, uint32_t first, uint32_t end)
{
	uint32_t start = v->tokens[first].byte;
	return json_stringn_nocheck(v->text + start, v->tokens[end - 1].byte_end - start);
}

static json_t *day_json(const struct sentence *s, const struct date *d)
{
	char low[16], high[16];
	json_t *day = json_object();
	tree_put(day, "text", token_text(s->view, d->first_token, d->end_token));
	if (!d->resolved)
		return day;
	date_text(d->low, low);
	date_text(d->high, high);
	tree_text(day, "from", low);
	tree_text(day, "to", high);
	return day;
}

#define NEAR 6 /* words between a day and the name that both sentences have */

/* A name that the other sentence has, too: what the day beside it belongs to. */
static int is_shared_name(const struct sentence *s, uint32_t token, const struct sentence *other)
{
	const struct view_token *t = &s->view->tokens[token];
	const struct view_sentence *in = &other->view->sentences[other->index];
	if (t->kind == SLANT_MARK || !(t->flags & SLANT_CAPITAL) || token == s->view->sentences[s->index].first_token)
		return 0;
	for (uint32_t i = in->first_token; i < in->end_token; i++)
		if (other->view->tokens[i].word == t->word && (other->view->tokens[i].flags & SLANT_CAPITAL))
			return 1;
	return 0;
}

static uint32_t distance(const struct sentence *s, const struct date *d, const struct sentence *other)
{
	const struct view_sentence *in = &s->view->sentences[s->index];
	uint32_t least = UINT32_MAX;
	for (uint32_t i = in->first_token; i < in->end_token; i++) {
		if ((i >= d->first_token && i < d->end_token) || !is_shared_name(s, i, other))
			continue;
		uint32_t away = i < d->first_token ? d->first_token - i : i - d->end_token + 1;
		least = away < least ? away : least;
	}
	return least;
}

/* The day that stands nearest to a shared name, of those that agree with none of the
 * other sentence's; NULL when there is none near enough. */
static const struct date *own_day(const struct sentence *s, const struct sentence *other)
{
	const struct date *best = NULL;
	uint32_t least = NEAR + 1;
	for (uint32_t i = 0; i < s->date_count; i++) {
		const struct date *d = &s->dates[i];
		int agrees = !says_day(d);
		for (uint32_t k = 0; k < other->date_count; k++)
			agrees |= dates_apart(d, &other->dates[k]) == 0;
		uint32_t away = agrees ? UINT32_MAX : distance(s, d, other);
		if (away < least) {
			least = away;
			best = d;
		}
	}
	return best;
}

/* Each gives the event another day: a conflict where both are resolved, else only
 * told differently. */
static void days_differ(json_t *list, const struct sentence *a, const struct sentence *b)
{
	const struct date *x = own_day(a, b), *y = own_day(b, a);
	if (x == NULL || y == NULL)
		return;
	json_t *d = json_object();
	tree_text(d, "kind", "day");
	tree_put(d, "first", day_json(a, x));
	tree_put(d, "second", day_json(b, y));
	tree_put(d, "conflict", json_boolean(x->resolved && y->resolved));
	json_array_append_new(list, d);
}

static json_t *values_of(const struct sentence *s, const struct figure *f, uint32_t count, uint32_t thing, int share)
{
	json_t *list = json_array();
	for (uint32_t i = 0; i < count; i++)
		if (f[i].thing == thing && f[i].is_share == share)
			json_array_append_new(list, token_text(s->view, f[i].first_token, f[i].end_token));
	return list;
}

static int any_agrees(const struct figure *a, uint32_t a_count, const struct figure *b, uint32_t b_count,
		      const struct figure *like)
{
	for (uint32_t i = 0; i < a_count; i++)
		for (uint32_t k = 0; k < b_count; k++)
			if (a[i].thing == like->thing && b[k].thing == like->thing && a[i].value == b[k].value &&
			    a[i].is_share == b[k].is_share)
				return 1;
	return 0;
}

static int seen_before(const struct figure *f, uint32_t index)
{
	for (uint32_t i = 0; i < index; i++)
		if (f[i].thing == f[index].thing && f[i].is_share == f[index].is_share)
			return 1;
	return 0;
}

static void numbers_differ(json_t *list, const struct sentence *a, const struct sentence *b)
{
	struct figure x[FIGURES_MOST], y[FIGURES_MOST];
	uint32_t n = figures_in(a, x), m = figures_in(b, y);
	for (uint32_t i = 0; i < n; i++) {
		if (x[i].thing == VIEW_NONE || seen_before(x, i) || any_agrees(x, n, y, m, &x[i]))
			continue;
		json_t *second = values_of(b, y, m, x[i].thing, x[i].is_share);
		if (json_array_size(second) == 0) {
			json_decref(second);
			continue;
		}
		json_t *d = json_object();
		tree_text(d, "kind", "figure");
		tree_put(d, "first", values_of(a, x, n, x[i].thing, x[i].is_share));
		tree_put(d, "second", second);
		json_array_append_new(list, d);
	}
}

void figures_differ(json_t *list, const struct sentence *a, const struct sentence *b)
{
	days_differ(list, a, b);
	numbers_differ(list, a, b);
}
