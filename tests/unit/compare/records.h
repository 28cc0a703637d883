/* SPDX-License-Identifier: MIT */
/* Article records written by hand: a text, and marks found in it by their words. */
#ifndef SLANT_TESTS_RECORDS_H
#define SLANT_TESTS_RECORDS_H

#include "base/utf8.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static json_t *object_from(const char *json)
{
	json_error_t why;
	json_t *value = json ? json_loads(json, JSON_DECODE_ANY, &why) : json_object();
	if (value == NULL)
		fprintf(stderr, "%s: %s\n", why.text, json);
	return value;
}

/* Words are runs without spaces; sentences end with ". " or a line end, paragraphs with a line end. */
static void add_structure(json_t *record, const char *text)
{
	json_t *sentences = json_array(), *paragraphs = json_array();
	json_int_t words = 0, at = 0, sentence = 0, paragraph = 0;
	int in_word = 0;
	for (const char *s = text;; s++, at += ((unsigned char)*s & 0xc0) != 0x80) {
		int end = *s == '\0' || *s == '\n', stop = end || (*s == '.' && s[1] == ' ');
		int letter = !end && *s != ' ';
		words += letter && !in_word;
		in_word = letter;
		if (stop && at > sentence) {
			json_array_append_new(sentences, json_pack("[I,I]", sentence, at + !end));
			sentence = at + (end ? 1 : 2);
		}
		if (end && at > paragraph)
			json_array_append_new(paragraphs, json_pack("{s:I,s:I}", "start", paragraph, "end", at));
		if (end)
			paragraph = sentence = at + 1;
		if (*s == '\0')
			break;
	}
	json_t *counts = json_pack("{s:I,s:I,s:I,s:{s:I}}", "words", words, "sentences", (json_int_t)json_array_size(sentences),
				   "paragraphs", (json_int_t)json_array_size(paragraphs), "words_by_voice", "narrator", words);
	json_object_set_new(record, "structure", json_pack("{s:o,s:o,s:[]}", "paragraphs", paragraphs, "sentences", sentences,
							   "voices"));
	json_object_set_new(record, "counts", counts);
}

/* `about` is the article's metadata as JSON. */
static json_t *make_record(const char *about, const char *text)
{
	json_t *r = json_pack("{s:s,s:o,s:s,s:[],s:[],s:[],s:{}}", "format", "slantwise-article/1", "article",
			      object_from(about), "text", text, "findings", "metrics", "plugins", "run");
	add_structure(r, text);
	return r;
}

static inline void add_plugin(json_t *record, const char *name, const char *status)
{
	json_array_append_new(json_object_get(record, "plugins"),
			      json_pack("{s:s,s:s,s:s}", "name", name, "version", "1.0.0", "status", status));
}

/* Records list voices in text order, without overlap: a stretch is listed once. */
static void add_voice(json_t *record, json_int_t start, json_int_t end, const char *voice)
{
	json_t *voices = json_object_get(json_object_get(record, "structure"), "voices"), *v;
	size_t i, place = 0;
	json_array_foreach(voices, i, v) {
		json_int_t from = json_integer_value(json_object_get(v, "start")), to = json_integer_value(json_object_get(v, "end"));
		if (start < to && end > from)
			return;
		place += from < start;
	}
	json_array_insert_new(voices, place, json_pack("{s:I,s:I,s:s}", "start", start, "end", end, "voice", voice));
}

/* Mark the nth (from 1) place of these words; voice NULL: the narrator's. Returns the finding, borrowed. */
static json_t *mark_nth(json_t *record, const char *plugin, const char *rule, const char *words, int nth, const char *voice,
			const char *data)
{
	const char *text = json_string_value(json_object_get(record, "text")), *at = text - 1;
	while (nth-- > 0 && at != NULL)
		at = strstr(at + 1, words);
	if (at == NULL)
		return NULL;
	json_t *findings = json_object_get(record, "findings");
	json_int_t start = (json_int_t)utf8_count(text, (size_t)(at - text));
	char id[16];
	snprintf(id, sizeof id, "f%zu", json_array_size(findings) + 1);
	json_t *f = json_pack("{s:s,s:s,s:s,s:I,s:I,s:I,s:i,s:I,s:s,s:o}", "id", id, "plugin", plugin, "rule", rule, "start",
			      start, "end", start + (json_int_t)utf8_count(words, strlen(words)), "byte",
			      (json_int_t)(at - text), "line", 1, "column", start + 1, "text", words, "data", object_from(data));
	if (voice != NULL) {
		json_object_set_new(f, "voice", json_string(voice));
		add_voice(record, start, start + (json_int_t)utf8_count(words, strlen(words)), voice);
	}
	json_array_append_new(findings, f);
	return f;
}

static inline json_t *mark(json_t *record, const char *plugin, const char *rule, const char *words, const char *voice,
		    const char *data)
{
	return mark_nth(record, plugin, rule, words, 1, voice, data);
}

static inline void add_metric(json_t *record, const char *json)
{
	json_array_append_new(json_object_get(record, "metrics"), object_from(json));
}

/* A term of the concept: its words, variant, and voice. */
static inline json_t *mark_term(json_t *record, const char *concept_id, const char *variant, const char *words, int nth,
				const char *voice)
{
	char data[200];
	snprintf(data, sizeof data, "{\"concept\":\"%s\",\"variant\":\"%s\",\"weight\":1,\"lexicon\":\"harbour\"}", concept_id,
		 variant);
	return mark_nth(record, "loaded_terms", concept_id, words, nth, voice, data);
}

#endif
