/* SPDX-License-Identifier: MIT */
#include "compare/features.h"
#include "base/memory.h"
#include "base/vector.h"
#include "compare/language_words.h"
#include "compare/words.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STEM 6             /* letters of a longer word that tell its root well enough */
#define SHORTEST_WORD 4    /* shorter small words say little of an event */
#define NAME_WEIGHT 1.5
#define NUMBER_WEIGHT 1.5
#define DATE_WEIGHT 2.0
#define REMEMBERED 4       /* sentences for which a day that was named goes on */

/* Kinds of features share one table of names; the first letter tells them apart. */
enum { KIND_WORD = 'w', KIND_NAME = 'n', KIND_NUMBER = '#', KIND_DATE = 'd' };

/* ---- one sentence's features ---- */

static int by_id(const void *a, const void *b)
{
	const struct feature *x = a, *y = b;
	return x->id < y->id ? -1 : x->id > y->id;
}

static uint32_t add(struct features *f, struct sentence *s, char kind, const char *text, size_t n)
{
	char key[80];
	if (n + 1 >= sizeof key)
		return VIEW_NONE;
	key[0] = kind;
	memcpy(key + 1, text, n);
	s->features = mem_resize(s->features, (s->count + 1) * sizeof *s->features);
	s->features[s->count++] = (struct feature){words_add(f->names, key, n + 1), kind != KIND_WORD};
	return s->features[s->count - 1].id;
}

/* A word's root as far as it can be told without knowing the language: its first
 * letters, and a short word without its last s. */
static size_t stem(const char *word)
{
	size_t n = strlen(word);
	if (n > STEM) {
		n = STEM;
		while (n > 0 && ((unsigned char)word[n] & 0xc0) == 0x80)
			n--;
	} else if (n > SHORTEST_WORD && word[n - 1] == 's')
		n--;
	return n;
}

static int is_name(const struct view *v, uint32_t token)
{
	const struct view_token *t = &v->tokens[token];
	return (t->flags & SLANT_CAPITAL) && token != v->sentences[t->sentence].first_token;
}

static uint32_t add_number(struct features *f, struct sentence *s, const struct view_token *t)
{
	char digits[40];
	size_t n = 0;
	for (uint32_t i = t->byte; i < t->byte_end && n + 1 < sizeof digits; i++)
		if (s->view->text[i] != ',')
			digits[n++] = s->view->text[i];
	return n > 1 ? add(f, s, KIND_NUMBER, digits, n) : VIEW_NONE; /* "2" stands anywhere */
}

static uint32_t add_token(struct features *f, struct sentence *s, const struct words *words, uint32_t token)
{
	const struct view *v = s->view;
	const struct view_token *t = &v->tokens[token];
	if (t->kind == SLANT_MARK || (t->flags & SLANT_CLITIC) || language_is_function_word(v->language, t->word))
		return VIEW_NONE;
	const char *word = words_text(words, t->word);
	if (t->kind == SLANT_NUMBER)
		return add_number(f, s, t);
	if (is_name(v, token) && !language_is_title(v->language, t->word))
		return add(f, s, KIND_NAME, word, strlen(word));
	return strlen(word) >= SHORTEST_WORD ? add(f, s, KIND_WORD, word, stem(word)) : VIEW_NONE;
}

static void add_date(struct features *f, struct sentence *s, const struct date *d)
{
	char text[40];
	if (d->resolved && d->low == d->high)
		snprintf(text, sizeof text, "%lld", (long long)d->low);
	else if (d->month && d->day)
		snprintf(text, sizeof text, "%d/%d", d->month, d->day);
	else
		return;
	add(f, s, KIND_DATE, text, strlen(text));
}

static int in_date(const struct sentence *s, uint32_t token)
{
	for (uint32_t i = 0; i < s->date_count; i++)
		if (token >= s->dates[i].first_token && token < s->dates[i].end_token)
			return 1;
	return 0;
}

static void read_sentence(struct features *f, struct sentence *s, const struct words *words)
{
	const struct view_sentence *from = &s->view->sentences[s->index];
	int64_t day;
	const int64_t *published = date_from_iso(s->view->date, &day) ? &day : NULL;
	s->date_count = dates_in(s->view, s->index, published, s->dates, FEATURE_DATES);
	s->token_features = mem_alloc((from->end_token - from->first_token) * sizeof *s->token_features);
	for (uint32_t i = from->first_token; i < from->end_token; i++)
		s->token_features[i - from->first_token] = in_date(s, i) ? VIEW_NONE : add_token(f, s, words, i);
	for (uint32_t i = 0; i < s->date_count; i++)
		add_date(f, s, &s->dates[i]);
	if (s->count > 1)
		qsort(s->features, s->count, sizeof *s->features, by_id);
	uint32_t kept = 0;
	for (uint32_t i = 0; i < s->count; i++)
		if (kept == 0 || s->features[kept - 1].id != s->features[i].id)
			s->features[kept++] = s->features[i];
	s->count = kept;
}

/* ---- all of them ---- */

static void remember_dates(struct features *f)
{
	for (uint32_t i = 0; i < f->count; i++) {
		struct sentence *s = &f->sentences[i];
		s->when.first_token = VIEW_NONE;
		if (s->date_count > 0)
			s->when = s->dates[0];
		for (uint32_t back = 1; s->when.first_token == VIEW_NONE && back <= REMEMBERED && back <= i; back++) {
			const struct sentence *before = &f->sentences[i - back];
			if (before->article == s->article && before->date_count > 0)
				s->when = before->dates[before->date_count - 1];
		}
	}
}

static void post(struct features *f)
{
	f->feature_count = words_count(f->names);
	f->postings = mem_alloc((f->feature_count + 1) * sizeof *f->postings);
	f->weights = mem_alloc((f->feature_count + 1) * sizeof *f->weights);
	for (uint32_t i = 0; i < f->count; i++)
		for (uint32_t k = 0; k < f->sentences[i].count; k++) {
			struct posting *p = &f->postings[f->sentences[i].features[k].id];
			if ((p->count & (p->count - 1)) == 0) /* full at every power of two */
				p->sentences = mem_resize(p->sentences, (p->count ? 2 * (size_t)p->count : 1) * sizeof *p->sentences);
			p->sentences[p->count++] = i;
		}
}

static double kind_weight(char kind)
{
	return kind == KIND_NAME ? NAME_WEIGHT : kind == KIND_NUMBER ? NUMBER_WEIGHT : kind == KIND_DATE ? DATE_WEIGHT : 1;
}

static void weigh(struct features *f)
{
	for (uint32_t i = 0; i < f->feature_count; i++)
		f->weights[i] = kind_weight(words_text(f->names, i)[0]) * log(1 + (double)f->count / f->postings[i].count);
	for (uint32_t i = 0; i < f->count; i++) {
		struct sentence *s = &f->sentences[i];
		for (uint32_t k = 0; k < s->count; k++)
			s->norm += f->weights[s->features[k].id] * f->weights[s->features[k].id];
		s->norm = sqrt(s->norm);
	}
}

void features_init(struct features *f, const struct scope *scope)
{
	VECTOR(struct sentence) all = {0};
	*f = (struct features){.names = words_new()};
	for (uint32_t i = 0; i < scope->count; i++) {
		const struct view *v = scope->views[i];
		for (uint32_t k = 0; k < v->sentence_count; k++)
			if (v->sentences[k].analyzed && v->sentences[k].first_token < v->sentences[k].end_token)
				*vector_push(&all) = (struct sentence){.view = v, .index = k, .article = i};
	}
	f->sentences = all.items;
	f->count = all.count;
	for (uint32_t i = 0; i < f->count; i++)
		read_sentence(f, &f->sentences[i], scope->words);
	remember_dates(f);
	post(f);
	weigh(f);
}

void features_free(struct features *f)
{
	for (uint32_t i = 0; i < f->count; i++) {
		free(f->sentences[i].features);
		free(f->sentences[i].token_features);
	}
	for (uint32_t i = 0; i < f->feature_count; i++)
		free(f->postings[i].sentences);
	free(f->sentences);
	free(f->postings);
	free(f->weights);
	words_free(f->names);
}

int feature_is_name(const struct features *f, uint32_t id)
{
	return words_text(f->names, id)[0] == KIND_NAME;
}

/* ---- when ---- */

int says_day(const struct date *d)
{
	return d->precision == DATE_DAY && (d->resolved || (d->month && d->day));
}

static int64_t gap(int64_t low_a, int64_t high_a, int64_t low_b, int64_t high_b)
{
	return low_a > high_b ? low_a - high_b : low_b > high_a ? low_b - high_a : 0;
}

int64_t dates_apart(const struct date *a, const struct date *b)
{
	if (a->first_token == VIEW_NONE || b->first_token == VIEW_NONE)
		return 0;
	if (a->resolved && b->resolved)
		return gap(a->low, a->high, b->low, b->high);
	if (a->month == 0 || b->month == 0)
		return 0;
	/* no year on one side: the shorter way round the calendar */
	int64_t x = 30 * a->month + (a->day ? a->day : 15), y = 30 * b->month + (b->day ? b->day : 15);
	int64_t way = llabs(x - y), slack = a->day && b->day ? 0 : 16;
	way = way < 360 - way ? way : 360 - way;
	return way > slack ? way - slack : 0;
}
