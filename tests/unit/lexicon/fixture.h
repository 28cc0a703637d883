/* SPDX-License-Identifier: MIT */
/* Entries and a text in, hits out as one string to compare. */
#ifndef SLANT_TESTS_LEXICON_FIXTURE_H
#define SLANT_TESTS_LEXICON_FIXTURE_H

#include "unit/unit.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/json.h"
#include "lexicon/matcher.h"
#include "text/document.h"
#include "text/language.h"
#include "text/vocabulary.h"

struct fixture {
	struct languages *languages;
	struct lexicon items[4];
	struct lexicon *pointers[4];
	struct lexicons lexicons;
	struct vocabulary *words;
	struct matcher *matcher;
	struct arena arena;
	struct document document;
	struct matches matches;
	struct buffer text;
};

static inline struct languages *fixture_languages(void)
{
	static struct languages *languages;
	struct error error = {0};
	char path[2000];
	if (languages != NULL)
		return languages;
	snprintf(path, sizeof path, "%s/lexicons", getenv("SLANT_SOURCE") ? getenv("SLANT_SOURCE") : ".");
	languages = languages_load(path, &error);
	if (languages == NULL)
		fail_msg("%s", error.text);
	return languages;
}

/* A lexicon named after its number, unchecked: entries are written as in a file. */
static inline void fixture_add(struct fixture *f, const char *plugin, const char *language, const char *entries)
{
	static char names[4][2] = {"0", "1", "2", "3"};
	struct error error = {0};
	struct lexicon *l = &f->items[f->lexicons.count];
	struct buffer json = {0};
	buffer_printf(&json, "{\"entries\":[%s]}", entries);
	*l = (struct lexicon){.path = "x.json", .name = names[f->lexicons.count], .version = "1.0.0",
			      .language = (char *)(uintptr_t)language, .plugin = (char *)(uintptr_t)plugin, .enabled = 1};
	l->json = json_parse("x.json", json.data, json.length, ERROR_USAGE, &error);
	if (l->json == NULL)
		fail_msg("%s in %s", error.text, json.data);
	buffer_free(&json);
	f->pointers[f->lexicons.count] = l;
	f->lexicons.items = f->pointers;
	f->lexicons.count++;
}

/* 0, or -1 and why. */
static inline int fixture_compile(struct fixture *f, struct error *error)
{
	*error = (struct error){0};
	arena_init(&f->arena);
	f->words = vocabulary_new();
	f->matcher = matcher_new(&f->lexicons, fixture_languages(), f->words, error);
	if (f->matcher == NULL)
		return -1;
	vocabulary_freeze(f->words);
	matcher_finish(f->matcher, f->words);
	return 0;
}

static inline void fixture_read(struct fixture *f, const char *language, const char *text,
				const struct text_block *blocks, uint32_t count)
{
	struct text_block whole = {0, (uint32_t)strlen(text), SLANT_ROLE_BODY};
	arena_reset(&f->arena);
	document_build(&f->document, &f->arena, f->words, languages_get(fixture_languages(), language), text,
		       (uint32_t)strlen(text), blocks ? blocks : &whole, blocks ? count : 1);
	matcher_run(f->matcher, &f->document, &f->arena, &f->matches);
}

/* "concept.variant=matched text; ..." */
static inline const char *fixture_hits(struct fixture *f, const char *plugin)
{
	uint32_t group = matcher_group(f->matcher, plugin);
	const slant_entry *entries;
	buffer_clear(&f->text);
	buffer_text(&f->text, "");
	if (group == SLANT_NONE)
		return "no such group";
	uint32_t count = matcher_entries(f->matcher, group, &entries);
	const struct group_matches *g = &f->matches.groups[group];
	for (uint32_t i = 0; i < g->count; i++) {
		const slant_hit *h = &g->hits[i];
		const slant_entry *e = &entries[h->entry];
		assert_true(h->entry < count);
		assert_true(h->first_token < h->end_token && h->end_token <= f->document.seen.token_count);
		buffer_printf(&f->text, "%s%s%s%s=%.*s", i ? "; " : "", e->concept_id, e->variant[0] ? "." : "",
			      e->variant, (int)(h->end - h->start), f->document.seen.text + h->start);
	}
	return f->text.length ? f->text.data : "";
}

static inline void fixture_free(struct fixture *f)
{
	matcher_free(f->matcher);
	vocabulary_free(f->words);
	for (uint32_t i = 0; i < f->lexicons.count; i++)
		json_decref(f->items[i].json);
	arena_free(&f->arena);
	buffer_free(&f->text);
	memset(f, 0, sizeof *f);
}

#endif
