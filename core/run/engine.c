/* SPDX-License-Identifier: MIT */
#include "run/run.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "lexicon/lexicon.h"
#include "text/language.h"
#include "text/vocabulary.h"

#include <stdlib.h>
#include <string.h>

struct engine {
	struct languages *languages;
	struct lexicons lexicons;
	struct vocabulary *vocabulary;
	struct matcher *matcher;
	struct host *host;
	struct record_lexicon *lexicon_names;
	struct record_run run;
	struct record_options record;
	char *version, *config_sha256;
};

static int load_lexicons(struct engine *e, const struct engine_options *o, struct error *error)
{
	if (lexicons_load_dir(&e->lexicons, o->lexicon_dir, error) != 0)
		return -1;
	for (const char *const *path = o->lexicons; path != NULL && *path != NULL; path++)
		if (lexicons_add(&e->lexicons, *path, error) != 0)
			return -1;
	return 0;
}

/* What every record says of the run. */
static void describe(struct engine *e, const struct engine_options *o)
{
	e->version = mem_copy(o->version);
	e->config_sha256 = mem_copy(o->config_sha256);
	e->lexicon_names = mem_alloc((e->lexicons.count + 1) * sizeof *e->lexicon_names);
	for (uint32_t i = 0; i < e->lexicons.count; i++) {
		const struct lexicon *l = e->lexicons.items[i];
		e->lexicon_names[i] = (struct record_lexicon){l->name, l->version, l->sha256};
	}
	e->run = (struct record_run){e->version, e->lexicon_names, e->lexicons.count, e->config_sha256};
	e->record = o->record;
}

static int prepare(struct engine *e, const struct engine_options *o, struct error *error)
{
	e->languages = languages_load(o->lexicon_dir, error);
	if (e->languages == NULL || load_lexicons(e, o, error) != 0)
		return -1;
	e->vocabulary = vocabulary_new();
	e->matcher = matcher_new(&e->lexicons, e->languages, e->vocabulary, error);
	if (e->matcher == NULL)
		return -1;
	e->host = host_new(&o->host, e->matcher, e->vocabulary, error);
	if (e->host == NULL)
		return -1;
	vocabulary_freeze(e->vocabulary);
	matcher_finish(e->matcher, e->vocabulary);
	describe(e, o);
	return 0;
}

struct engine *engine_new(const struct engine_options *o, struct error *error)
{
	struct engine *e = mem_alloc(sizeof *e);
	if (prepare(e, o, error) == 0)
		return e;
	engine_free(e);
	return NULL;
}

void engine_free(struct engine *e)
{
	if (e == NULL)
		return;
	host_free(e->host);
	if (e->matcher != NULL)
		matcher_free(e->matcher);
	if (e->vocabulary != NULL)
		vocabulary_free(e->vocabulary);
	lexicons_free(&e->lexicons);
	if (e->languages != NULL)
		languages_free(e->languages);
	free(e->lexicon_names);
	free(e->version);
	free(e->config_sha256);
	free(e);
}

const struct host *engine_host(const struct engine *e)
{
	return e->host;
}

const struct lexicons *engine_lexicons(const struct engine *e)
{
	return &e->lexicons;
}

const struct languages *engine_languages(const struct engine *e)
{
	return e->languages;
}

/* ---- one article ---- */

struct place {
	const struct article *article;
	struct source_cursor cursor;
};

static void position(void *context, uint32_t byte, uint64_t *source_byte, uint64_t *line, uint64_t *column)
{
	struct place *p = context;
	struct source_position at = article_position(p->article, &p->cursor, byte);
	*source_byte = at.byte;
	*line = at.line;
	*column = at.column;
}

static void copy_notes(struct results *r, const struct text_note *notes, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		results_add_note(r, notes[i].start, notes[i].end, notes[i].severity, notes[i].message);
}

static void add_disclosures(struct record_disclosure *list, uint32_t *count, const struct disclosure *more, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		list[(*count)++] = (struct record_disclosure){more[i].kind, more[i].start, more[i].end};
}

static int by_place(const void *a, const void *b)
{
	const struct record_disclosure *x = a, *y = b;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end < y->end ? -1 : 1;
	return strcmp(x->kind, y->kind);
}

/* What the input said and what the text says, each once. */
static const struct record_disclosure *disclosures(const struct article *a, const struct document *d, uint32_t *count)
{
	uint32_t all = 0;
	struct record_disclosure *list = arena_alloc(a->arena, (a->disclosure_count + d->disclosure_count + 1) * sizeof *list);
	add_disclosures(list, &all, a->disclosures, a->disclosure_count);
	add_disclosures(list, &all, d->disclosures, d->disclosure_count);
	if (all > 1)
		qsort(list, all, sizeof *list, by_place);
	*count = 0;
	for (uint32_t i = 0; i < all; i++)
		if (*count == 0 || by_place(&list[*count - 1], &list[i]) != 0)
			list[(*count)++] = list[i];
	return list;
}

static void write_record(const struct engine *e, const struct article *a, struct results *r, struct buffer *out)
{
	const struct article_meta *m = &a->meta;
	const char *guessed = *r->document->seen.language != '\0' ? r->document->seen.language : NULL;
	struct place place = {.article = a};
	struct record_article article = {
		.id = m->id, .source = m->source, .outlet = m->outlet, .story = m->story, .title = m->title,
		.author = m->author, .date = m->date, .url = m->url, .genre = m->genre,
		.language = m->language ? m->language : guessed,
		.position = position, .context = &place};
	article.disclosures = disclosures(a, r->document, &article.disclosure_count);
	record_write(out, r, &article, &e->run, &e->record);
}

static int any_failed(const struct results *r)
{
	for (uint32_t i = 0; i < r->plugin_count; i++)
		if (r->plugins[i].status == PLUGIN_FAILED || r->plugins[i].status == PLUGIN_TIMED_OUT)
			return 1;
	return 0;
}

int engine_analyze(const struct engine *e, const struct article *a, const struct host_article *how, struct buffer *out)
{
	const struct language *language = a->meta.language != NULL
		? languages_get(e->languages, a->meta.language)
		: languages_guess(e->languages, a->text, a->length);
	struct document document;
	struct matches matches;
	struct results results;
	document_build(&document, a->arena, e->vocabulary, language, a->text, a->length, a->blocks, a->block_count);
	matcher_run(e->matcher, &document, a->arena, &matches);
	host_analyze(e->host, &document, &matches, how, a->arena, &results);
	copy_notes(&results, a->notes, a->note_count);
	copy_notes(&results, document.notes, document.note_count);
	copy_notes(&results, matches.notes, matches.note_count);
	write_record(e, a, &results, out);
	return any_failed(&results);
}
