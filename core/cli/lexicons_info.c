/* SPDX-License-Identifier: MIT */
/* What a lexicon holds, by topic and side, and where its words stand in articles. */
#include "cli/lexicons.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "base/memory.h"
#include "lexicon/info.h"
#include "lexicon/matcher.h"
#include "report/plain.h"
#include "report/report.h"
#include "text/language.h"
#include "text/vocabulary.h"

#include <stdio.h>
#include <string.h>

/* ---- the lexicon ---- */

static void show_key(struct buffer *out, const json_t *json, const char *key)
{
	const char *text = json_get_text(json, key, NULL);
	if (text == NULL)
		return;
	buffer_printf(out, "%-12s", key);
	plain_wrap(out, text, strlen(text), 12, 12, REPORT_WIDTH);
}

static void show_head(struct buffer *out, const struct lexicon *l)
{
	static const char *const shown[] = {"title", "description", "citation", "licence", "language", "plugin"};
	struct lexicon_size size;
	lexicon_count(l, &size);
	plain_text(out, l->name);
	buffer_printf(out, " %s%s\n", l->version, l->enabled ? "" : " (off: read only when named with --lexicon)");
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		show_key(out, l->json, shown[i]);
	buffer_printf(out, "%-12s", "file");
	plain_text(out, l->path);
	buffer_printf(out, "\n%-12s%u, %u of them reviewed; %u wordings, %u terms\n", "entries", size.entries, size.reviewed,
		      size.wordings, size.terms);
}

static void number_cell(struct plain_table *t, size_t column, uint32_t n)
{
	char text[16];
	snprintf(text, sizeof text, "%u", n);
	plain_table_cell(t, column, n ? text : "");
}

static void show_balance(struct buffer *out, const struct lexicons *all)
{
	static const char *const heads[] = {"concepts", "wordings", "terms", "weight 0", "weight 1", "weight 2", "weight 3"};
	struct balance b;
	struct plain_table *t = plain_table_new(7);
	for (size_t i = 0; i < 7; i++)
		plain_table_head(t, i, heads[i]);
	lexicons_balance(all, &b);
	for (uint32_t i = 0; i < b.rows.count; i++) {
		const struct balance_row *r = &b.rows.items[i];
		if (i == 0 || strcmp(r[-1].topic, r->topic) != 0)
			plain_table_row(t, *r->topic ? r->topic : "(no topic)", 0);
		if (r->concepts > 0)
			number_cell(t, 0, r->concepts);
		plain_table_row(t, r->side, 1);
		number_cell(t, 1, r->wordings);
		number_cell(t, 2, r->terms);
		for (size_t w = 0; w < 4; w++)
			number_cell(t, 3 + w, r->by_weight[w]);
	}
	buffer_byte(out, '\n');
	plain_table_end(t, out, REPORT_WIDTH);
	balance_free(&b);
}

/* ---- its words in articles ---- */

struct search {
	struct lexicons_command *c;
	struct vocabulary *words;
	struct matcher *matcher;
	const slant_entry *entries;
	uint32_t entry_count;
	uint32_t *found; /* by entry */
	unsigned long articles, hits, shown;
	struct buffer out;
};

#define LEFT 40u
#define RIGHT 36u

/* The last LEFT columns before the hit, then the hit, then what follows. */
static void show_context(struct buffer *out, const slant_document *d, const slant_hit *h)
{
	const slant_paragraph *p = &d->paragraphs[d->sentences[d->tokens[h->first_token].sentence].paragraph];
	uint32_t from = h->first_token, first = d->sentences[p->first_sentence].first_token;
	while (from > first && plain_width(d->text + d->tokens[from - 1].start, h->start - d->tokens[from - 1].start) <= LEFT)
		from--;
	uint32_t start = d->tokens[from].start < h->start ? d->tokens[from].start : h->start;
	for (size_t n = plain_width(d->text + start, h->start - start); n < LEFT; n++)
		buffer_byte(out, ' ');
	plain_add(out, d->text + start, h->start - start);
	buffer_byte(out, '[');
	plain_add(out, d->text + h->start, h->end - h->start);
	buffer_byte(out, ']');
	size_t left = RIGHT, width = plain_width(d->text + h->start, h->end - h->start);
	left = width > 16 ? left > width - 16 + 8 ? left - (width - 16) : 8 : left + 16 - width;
	plain_column(out, d->text + h->end, p->end - h->end, left);
}

static void show_hit(struct search *s, const struct article *a, struct source_cursor *cursor, const slant_document *d,
		     const slant_hit *h)
{
	const slant_entry *e = &s->entries[h->entry];
	struct source_position at = article_position(a, cursor, h->start);
	show_context(&s->out, d, h);
	buffer_printf(&s->out, "  %s%s%s%s%s %d  ", e->concept_id, e->variant[0] ? "." : "", e->variant, e->side[0] ? " " : "",
		      e->side, (int)e->weight);
	plain_text(&s->out, a->meta.source ? a->meta.source : "-");
	buffer_printf(&s->out, ":%llu:%llu\n", (unsigned long long)at.line, (unsigned long long)at.column);
}

static void search_article(struct search *s, const struct article *a)
{
	struct document document;
	struct matches matches;
	struct source_cursor cursor = {0};
	const struct languages *languages = s->c->input.languages;
	const struct language *language = a->meta.language ? languages_get(languages, a->meta.language)
							   : languages_guess(languages, a->text, a->length);
	document_build(&document, a->arena, s->words, language, a->text, a->length, a->blocks, a->block_count);
	matcher_run(s->matcher, &document, a->arena, &matches);
	s->articles++;
	for (uint32_t i = 0; i < matches.groups[0].count; i++) {
		const slant_hit *h = &matches.groups[0].hits[i];
		s->hits++;
		s->found[h->entry]++;
		if (s->shown < s->c->limit) {
			s->shown++;
			show_hit(s, a, &cursor, &document.seen, h);
		}
	}
}

static void show_found(struct search *s)
{
	buffer_printf(&s->out, "\n%lu places in %lu articles", s->hits, s->articles);
	if (s->shown < s->hits)
		buffer_printf(&s->out, " (%lu shown; --limit shows more)", s->shown);
	buffer_byte(&s->out, '\n');
	for (uint32_t i = 0; i < s->entry_count; i++) {
		const slant_entry *e = &s->entries[i];
		if (s->found[i] > 0)
			buffer_printf(&s->out, "%8u  %s%s%s\n", s->found[i], e->concept_id, e->variant[0] ? "." : "", e->variant);
	}
}

static void search_articles(struct search *s, char **files, int count)
{
	struct error error = {0};
	struct arena arena;
	struct article article;
	const char *record;
	size_t record_length;
	enum input_result result;
	struct input *input = input_open(&s->c->input, (const char *const *)files, (size_t)count, &error);
	if (input == NULL) {
		lexicons_fault(s->c, &error);
		return;
	}
	arena_init(&arena);
	while ((result = input_next(input, &arena, &article, &record, &record_length, &error)) != INPUT_END) {
		if (result == INPUT_ARTICLE)
			search_article(s, &article);
		else if (result == INPUT_BAD)
			lexicons_fault(s->c, &error);
		arena_reset(&arena);
	}
	input_close(input);
	arena_free(&arena);
}

static void search(struct lexicons_command *c, const struct lexicons *one, struct languages *languages, char **files,
		   int count, struct buffer *out)
{
	struct error error = {0};
	struct search s = {.c = c, .words = vocabulary_new()};
	s.matcher = matcher_new(one, languages, s.words, &error);
	if (s.matcher == NULL)
		lexicons_fault(c, &error);
	else {
		vocabulary_freeze(s.words);
		matcher_finish(s.matcher, s.words);
		s.entry_count = matcher_entries(s.matcher, 0, &s.entries);
		s.found = mem_alloc((s.entry_count + 1) * sizeof *s.found);
		search_articles(&s, files, count);
		show_found(&s);
		buffer_byte(out, '\n');
		buffer_add(out, s.out.data, s.out.length);
	}
	matcher_free(s.matcher);
	vocabulary_free(s.words);
	free(s.found);
	buffer_free(&s.out);
}

/* ---- */

static struct lexicon *by_name(const struct lexicons *all, const char *name)
{
	for (uint32_t i = 0; i < all->count; i++) {
		if (strcmp(all->items[i]->name, name) == 0)
			return all->items[i];
	}
	return NULL;
}

static void show(struct lexicons_command *c, struct lexicon *l, char **files, int count)
{
	struct error error = {0};
	struct buffer out = {0};
	struct lexicons one = {&l, 1, 1};
	struct languages *languages = languages_load(c->places.lexicons, &error);
	if (languages == NULL) {
		lexicons_fault(c, &error);
		return;
	}
	c->input.languages = languages;
	show_head(&out, l);
	show_balance(&out, &one);
	if (count > 0)
		search(c, &one, languages, files, count, &out);
	if (file_write("-", out.data, out.length, &error) != 0)
		lexicons_fault(c, &error);
	languages_free(languages);
	buffer_free(&out);
}

void lexicons_info(struct lexicons_command *c, const char *name, char **files, int count)
{
	struct error error = {0};
	struct lexicons all = {0};
	if (strchr(name, '/') != NULL || file_is_regular(name)) {
		if (lexicons_add(&all, name, &error) != 0)
			lexicons_fault(c, &error);
		else
			show(c, all.items[0], files, count);
	} else if (lexicons_find(c, &all) == 0) {
		struct lexicon *l = by_name(&all, name);
		if (l != NULL)
			show(c, l, files, count);
		else {
			error_set(&error, ERROR_USAGE, "there is no lexicon '%s'; 'slantwise lexicons list' shows them", name);
			lexicons_fault(c, &error);
		}
	}
	lexicons_free(&all);
}
