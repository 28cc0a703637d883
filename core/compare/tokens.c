/* SPDX-License-Identifier: MIT */
#include "compare/tokens.h"
#include "base/arena.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "compare/view.h"
#include "compare/words.h"
#include "text/document.h"
#include "text/tokenize.h"
#include "text/vocabulary.h"

#include <string.h>

#define LONGEST 256 /* bytes of a word; what is longer is no word of a language */

struct reader {
	struct view *view;
	struct words *words;
	struct vocabulary *none; /* no word is known beforehand */
	struct arena arena;
	const json_t *voices;
	size_t voice;        /* index of the first one that ends behind the last token */
	uint32_t size;       /* room for tokens */
};

/* Voices of a record do not overlap and are in text order. */
static void set_voice(struct reader *r, struct view_token *t)
{
	const json_t *v;
	while ((v = json_array_get(r->voices, r->voice)) != NULL && json_get_int(v, "end", 0) <= t->start)
		r->voice++;
	if (v == NULL || json_get_int(v, "start", 0) > t->start)
		return;
	int voice = voice_from_name(json_get_text(v, "voice", ""));
	t->voice = (uint8_t)(voice < 0 ? SLANT_VOICE_NARRATOR : voice);
	t->uncertain = json_is_false(json_object_get(v, "certain"));
}

static uint32_t number_of(struct reader *r, const slant_token *t, const char *text)
{
	char folded[4 * LONGEST + 1];
	if (t->kind == SLANT_MARK)
		return t->word;
	uint32_t n = t->end - t->start < LONGEST ? t->end - t->start : LONGEST;
	while (n > 0 && ((unsigned char)text[t->start + n] & 0xc0) == 0x80)
		n--;
	return words_add(r->words, folded, text_fold(text + t->start, n, folded));
}

static struct view_token *add(struct reader *r)
{
	struct view *v = r->view;
	if (v->token_count == r->size) {
		r->size = r->size ? 2 * r->size : 1024;
		v->tokens = mem_resize(v->tokens, (size_t)r->size * sizeof *v->tokens);
	}
	return &v->tokens[v->token_count++];
}

static void read_sentence(struct reader *r, uint32_t index)
{
	struct view *v = r->view;
	struct view_sentence *s = &v->sentences[index];
	struct token_list list = {0};
	uint32_t byte = s->byte, code_point = s->start;
	tokenize_range(r->none, v->text, s->byte, s->byte_end, &r->arena, &list);
	for (uint32_t i = 0; i < list.count; i++) {
		const slant_token *from = &list.items[i];
		struct view_token *t = add(r);
		code_point += (uint32_t)utf8_count(v->text + byte, from->start - byte);
		byte = from->start;
		*t = (struct view_token){.byte = from->start, .byte_end = from->end, .start = code_point, .sentence = index,
					 .kind = from->kind, .flags = from->flags, .counts = (uint8_t)document_counts(from)};
		t->word = number_of(r, from, v->text);
		set_voice(r, t);
		s->words[t->voice] += t->counts;
		v->uncertain_words += t->counts && t->uncertain;
	}
	arena_reset(&r->arena);
}

void view_tokenize(struct view *v, struct words *words)
{
	struct reader r = {.view = v, .words = words, .none = vocabulary_new()};
	r.voices = json_object_get(json_object_get(v->record, "structure"), "voices");
	vocabulary_freeze(r.none);
	arena_init(&r.arena);
	for (uint32_t i = 0; i < v->sentence_count; i++) {
		v->sentences[i].first_token = v->token_count;
		if (v->sentences[i].analyzed)
			read_sentence(&r, i);
		v->sentences[i].end_token = v->token_count;
	}
	for (uint32_t i = 0; i < v->finding_count; i++) {
		uint32_t token = view_token_at(v, v->findings[i].start);
		v->findings[i].uncertain = token < v->token_count && v->tokens[token].uncertain;
	}
	arena_free(&r.arena);
	vocabulary_free(r.none);
}

uint32_t view_token_at(const struct view *v, uint32_t code_point)
{
	uint32_t low = 0, high = v->token_count;
	while (low < high) {
		uint32_t middle = (low + high) / 2;
		if (v->tokens[middle].start < code_point)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t view_token_end(const struct view *v, uint32_t token)
{
	const struct view_token *t = &v->tokens[token];
	return t->start + (uint32_t)utf8_count(v->text + t->byte, t->byte_end - t->byte);
}
