/* SPDX-License-Identifier: MIT */
/* What the tests of the text layer share: a document built from a string. */
#ifndef SLANT_TESTS_TEXT_UNIT_H
#define SLANT_TESTS_TEXT_UNIT_H

#include "unit/unit.h"

#include "base/arena.h"
#include "base/error.h"
#include "text/document.h"
#include "text/language.h"
#include "text/vocabulary.h"

static struct languages *languages;
static struct vocabulary *vocabulary;
static struct arena arena;

static int text_setup(void **state)
{
	struct error error = {0};
	char path[4096];
	(void)state;
	snprintf(path, sizeof path, "%s/lexicons", getenv("SLANT_SOURCE") ? getenv("SLANT_SOURCE") : ".");
	languages = languages_load(path, &error);
	if (languages == NULL)
		fail_msg("%s", error.text);
	vocabulary = vocabulary_new();
	arena_init(&arena);
	return 0;
}

static int text_teardown(void **state)
{
	(void)state;
	languages_free(languages);
	vocabulary_free(vocabulary);
	arena_free(&arena);
	return 0;
}

static inline struct document build(const char *tag, const char *text)
{
	struct document d;
	arena_reset(&arena);
	document_build(&d, &arena, vocabulary, languages_get(languages, tag), text, (uint32_t)strlen(text), NULL, 0);
	return d;
}

/* Bytes from start to end, in a buffer that the next calls overwrite. */
static inline const char *piece(const struct document *d, uint32_t start, uint32_t end)
{
	static char buffers[4][4096];
	static int next;
	char *out = buffers[next = (next + 1) % 4];
	snprintf(out, sizeof buffers[0], "%.*s", (int)(end - start), d->seen.text + start);
	return out;
}

#endif
