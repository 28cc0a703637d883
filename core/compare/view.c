/* SPDX-License-Identifier: MIT */
#include "compare/view.h"
#include "base/error.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "compare/resample.h"
#include "compare/tokens.h"
#include "text/document.h"

#include <stdlib.h>
#include <string.h>

/* ---- code points to bytes ---- */

/* Walks forward only; every list of the record is in text order. */
struct walk {
	const char *text;
	uint32_t byte, bytes, code_point;
};

static uint32_t byte_at(struct walk *w, uint32_t code_point)
{
	while (w->code_point < code_point && w->byte < w->bytes) {
		unsigned n;
		utf8_get(w->text + w->byte, &n);
		w->byte += n;
		w->code_point++;
	}
	return w->byte;
}

const char *view_text(const struct view *v, uint32_t start, uint32_t end, uint32_t *n)
{
	*n = 0;
	if (v->text == NULL)
		return NULL;
	struct walk w = {.text = v->text, .bytes = v->text_bytes};
	/* begin at the last sentence before, so that excerpts cost no walk over the whole text */
	uint32_t low = 0, high = v->sentence_count;
	while (low < high) {
		uint32_t middle = (low + high) / 2;
		if (v->sentences[middle].start <= start)
			low = middle + 1;
		else
			high = middle;
	}
	if (low > 0) {
		w.byte = v->sentences[low - 1].byte;
		w.code_point = v->sentences[low - 1].start;
	}
	uint32_t from = byte_at(&w, start);
	*n = byte_at(&w, end) - from;
	return v->text + from;
}

/* ---- sentences and paragraphs ---- */

static int role_analyzed(int role)
{
	return role == SLANT_ROLE_BODY || role == SLANT_ROLE_HEADLINE || role == SLANT_ROLE_STANDFIRST ||
	       role == SLANT_ROLE_SUBHEADING || role == SLANT_ROLE_CAPTION || role == SLANT_ROLE_QUOTE_BLOCK;
}

static int role_of(const json_t *object)
{
	int role = role_from_name(json_get_text(object, "role", "body"));
	return role < 0 ? SLANT_ROLE_BODY : role;
}

static int voice_of(const json_t *object)
{
	int voice = voice_from_name(json_get_text(object, "voice", "narrator"));
	return voice < 0 ? SLANT_VOICE_NARRATOR : voice;
}

static uint32_t offset(const json_t *value)
{
	json_int_t n = json_integer_value(value);
	return n < 0 ? 0 : n > UINT32_MAX - 1 ? UINT32_MAX - 1 : (uint32_t)n;
}

static void read_sentences(struct view *v)
{
	const json_t *structure = json_object_get(v->record, "structure");
	const json_t *list = json_object_get(structure, "sentences"), *paragraphs = json_object_get(structure, "paragraphs");
	struct walk w = {.text = v->text ? v->text : "", .bytes = v->text_bytes};
	size_t paragraph = 0;
	v->sentence_count = (uint32_t)json_array_size(list);
	v->sentences = mem_alloc((v->sentence_count + 1) * sizeof *v->sentences);
	for (uint32_t i = 0; i < v->sentence_count; i++) {
		const json_t *pair = json_array_get(list, i);
		struct view_sentence *s = &v->sentences[i];
		s->start = offset(json_array_get(pair, 0));
		s->end = offset(json_array_get(pair, 1));
		s->byte = byte_at(&w, s->start);
		s->byte_end = byte_at(&w, s->end);
		while (paragraph + 1 < json_array_size(paragraphs) &&
		       offset(json_object_get(json_array_get(paragraphs, paragraph + 1), "start")) <= s->start)
			paragraph++;
		int role = role_of(json_array_get(paragraphs, paragraph));
		s->paragraph = (uint32_t)paragraph;
		s->role = (uint8_t)role;
		s->analyzed = (uint8_t)role_analyzed(role);
	}
}

int view_paragraph(const struct view *v, const char *role, uint32_t *start, uint32_t *end)
{
	const json_t *list = json_object_get(json_object_get(v->record, "structure"), "paragraphs"), *p;
	size_t i;
	json_array_foreach(list, i, p)
		if (strcmp(json_get_text(p, "role", "body"), role) == 0) {
			*start = offset(json_object_get(p, "start"));
			*end = offset(json_object_get(p, "end"));
			return 1;
		}
	return 0;
}

/* ---- findings ---- */

static uint32_t sentence_at(const struct view *v, uint32_t place)
{
	uint32_t low = 0, high = v->sentence_count;
	while (low < high) {
		uint32_t middle = (low + high) / 2;
		if (v->sentences[middle].end <= place)
			low = middle + 1;
		else
			high = middle;
	}
	return low < v->sentence_count && v->sentences[low].start <= place ? low : VIEW_NONE;
}

static void read_findings(struct view *v)
{
	const json_t *list = json_object_get(v->record, "findings");
	v->finding_count = (uint32_t)json_array_size(list);
	v->findings = mem_alloc((v->finding_count + 1) * sizeof *v->findings);
	for (uint32_t i = 0; i < v->finding_count; i++) {
		const json_t *json = json_array_get(list, i);
		struct view_finding *f = &v->findings[i];
		f->json = json;
		f->data = json_object_get(json, "data");
		f->id = json_get_text(json, "id", "");
		f->plugin = json_get_text(json, "plugin", "");
		f->rule = json_get_text(json, "rule", "");
		f->speaker = json_get_text(json, "speaker", NULL);
		f->text = json_get_text(json, "text", NULL);
		f->start = offset(json_object_get(json, "start"));
		f->end = offset(json_object_get(json, "end"));
		f->role = (uint8_t)role_of(json);
		f->voice = (uint8_t)voice_of(json);
		f->sentence = sentence_at(v, f->start);
	}
}

/* ---- the whole ---- */

static void read_counts(struct view *v)
{
	const json_t *counts = json_object_get(v->record, "counts"), *by_voice = json_object_get(counts, "words_by_voice");
	v->words = json_get_int(counts, "words", 0);
	for (int i = 0; i < SLANT_VOICES; i++)
		v->words_by_voice[i] = json_get_int(by_voice, voice_name(i), 0);
}

int view_init(struct view *v, json_t *record, uint32_t index, struct words *words, struct error *error)
{
	if (strcmp(json_get_text(record, "format", ""), "slantwise-article/1") != 0)
		return error_set(error, ERROR_INPUT, "record %u: not an article record (its \"format\" is not \"slantwise-article/1\")",
				 index + 1);
	const json_t *article = json_object_get(record, "article"), *text = json_object_get(record, "text");
	if (json_string_length(text) > UINT32_MAX - 16)
		return error_set(error, ERROR_INPUT, "record %u: the text is longer than 4 GB", index + 1);
	*v = (struct view){.record = json_incref(record), .index = index};
	v->id = json_get_text(article, "id", NULL);
	v->source = json_get_text(article, "source", NULL);
	v->outlet = json_get_text(article, "outlet", NULL);
	v->story = json_get_text(article, "story", NULL);
	v->title = json_get_text(article, "title", NULL);
	v->genre = json_get_text(article, "genre", NULL);
	v->date = json_get_text(article, "date", NULL);
	v->text = json_string_value(text);
	v->text_bytes = (uint32_t)json_string_length(text);
	read_counts(v);
	read_sentences(v);
	read_findings(v);
	if (words != NULL && v->text != NULL)
		view_tokenize(v, words);
	return 0;
}

void view_free(struct view *v)
{
	resample_free(v->resample);
	free(v->findings);
	free(v->sentences);
	free(v->tokens);
	json_decref(v->record);
}

const json_t *view_plugin(const struct view *v, const char *name)
{
	const json_t *list = json_object_get(v->record, "plugins"), *p;
	size_t i;
	json_array_foreach(list, i, p)
		if (strcmp(json_get_text(p, "name", ""), name) == 0)
			return p;
	return NULL;
}

int view_measured(const struct view *v, const char *plugin)
{
	const json_t *p = view_plugin(v, plugin);
	return p != NULL && strcmp(json_get_text(p, "status", "ok"), "ok") == 0;
}

const char *view_file_name(const struct view *v)
{
	const char *name = v->source ? v->source : v->id ? v->id : "";
	const char *slash = strrchr(name, '/');
	return slash != NULL && slash[1] != '\0' ? slash + 1 : name;
}
