/* SPDX-License-Identifier: MIT */
/* From a term to the paths of the trie: the words are cut and folded by the same
 * rules as texts are, and every inflected form is written out here, so that
 * nothing of it is left to do while articles are read. */
#include "lexicon/automaton.h"
#include "base/error.h"
#include "lexicon/term.h"
#include "text/language.h"
#include "text/tokenize.h"
#include "text/vocabulary.h"

#include <stdio.h>
#include <string.h>

#define MAX_TOKENS 16u /* of one word with its hyphens */
#define MAX_PATHS 5000u

/* One token of a piece: a word, or the several forms of an inflected one. */
struct form {
	uint32_t label;
	uint8_t form;
	uint16_t common; /* bytes it shares with the word as written */
	uint8_t whole;   /* it is the word as written */
};

struct spelt {
	slant_token *tokens;
	uint32_t count;
	uint32_t labels[MAX_TOKENS]; /* of all but the last */
	struct form *forms;          /* of the last */
	uint32_t form_count;
};

struct expansion {
	struct compiler *c;
	const char *text; /* the term */
	size_t length;
	struct term term;
	struct spelt pieces[TERM_MAX_PIECES];
	uint32_t part_end; /* place behind the part being written */
	struct trie_output end;
	uint32_t paths;
};

int compiler_refuse(struct compiler *c, const char *term, const char *why)
{
	char message[700], text[1000];
	snprintf(message, sizeof message, "'%.100s': %s", term, why);
	place_text(&c->at, message, text, sizeof text);
	return error_set(c->error, ERROR_USAGE, "%s", text);
}

static uint32_t class_label(struct compiler *c, const char *folded, size_t n)
{
	uint32_t id = vocabulary_add_prefix(c->words, folded, n);
	*vector_push(&c->matcher->classes.wildcards) = (struct wildcard){arena_copy(&c->matcher->arena, folded, n), (uint32_t)n, id};
	return TRIE_CLASS | id;
}

/* ---- forms ---- */

struct forms {
	struct compiler *c;
	struct spelt *to;
	const char *base; /* folded */
	uint32_t size;
};

static void add_form(void *context, const char *folded, int slant_form)
{
	struct forms *f = context;
	struct spelt *s = f->to;
	if (s->form_count == f->size) {
		struct form *more = arena_alloc(&f->c->scratch, 2 * f->size * sizeof *more);
		memcpy(more, s->forms, f->size * sizeof *more);
		s->forms = more;
		f->size *= 2;
	}
	uint16_t common = 0;
	while (f->base[common] && f->base[common] == folded[common])
		common++;
	s->forms[s->form_count++] = (struct form){
		.label = vocabulary_add(f->c->words, folded, strlen(folded)), .form = (uint8_t)slant_form,
		.common = common, .whole = f->base[common] == '\0' && folded[common] == '\0'};
}

static uint32_t label_of(struct compiler *c, const struct term_piece *p, const slant_token *t, char **folded)
{
	size_t n = t->end - t->start;
	if (t->kind == SLANT_MARK)
		return t->word;
	*folded = arena_alloc(&c->scratch, 4 * n + 1);
	size_t length = text_fold(p->text + t->start, n, *folded);
	return vocabulary_add(c->words, *folded, length);
}

static int is_quote(const slant_token *t)
{
	return t->word == SLANT_OPEN_QUOTE || t->word == SLANT_CLOSE_QUOTE || t->word == SLANT_STRAY_QUOTE;
}

/* "workers'": to the tokeniser a quotation mark, to the reader part of the word. */
static int ends_in_apostrophe(const struct term_piece *p, const struct spelt *s)
{
	const slant_token *t = &s->tokens[s->count - 1];
	return s->count > 1 && is_quote(t) && phrase_apostrophe(p->text + t->start, t->end - t->start);
}

static void spell_last(struct compiler *c, const struct term_piece *p, struct spelt *s)
{
	const slant_token *t = &s->tokens[s->count - 1];
	struct forms forms = {.c = c, .to = s, .size = 8};
	char *folded = NULL;
	s->forms = arena_alloc(&c->scratch, forms.size * sizeof *s->forms);
	s->form_count = 0;
	if (p->prefix && t->kind != SLANT_MARK) {
		size_t n = t->end - t->start;
		folded = arena_alloc(&c->scratch, 4 * n + 1);
		n = text_fold(p->text + t->start, n, folded);
		s->forms[s->form_count++] = (struct form){.label = class_label(c, folded, n), .form = FORM_UNMARKED,
							  .common = (uint16_t)(t->end - t->start)};
		return;
	}
	if (ends_in_apostrophe(p, s)) {
		static const uint32_t taken_for[] = {SLANT_OTHER_MARK, SLANT_STRAY_QUOTE, SLANT_CLOSE_QUOTE};
		for (int i = 0; i < 3; i++)
			s->forms[s->form_count++] =
				(struct form){.label = taken_for[i], .form = FORM_UNMARKED, .whole = 1};
		return;
	}
	uint32_t label = label_of(c, p, t, &folded);
	if (p->kind && folded != NULL) {
		forms.base = folded;
		language_inflect(c->language, p->kind, folded, add_form, &forms);
	}
	if (s->form_count == 0)
		s->forms[s->form_count++] = (struct form){.label = label, .form = FORM_UNMARKED, .whole = 1};
}

static const char *fault_in(const struct term_piece *p, const struct spelt *s)
{
	if (s->count == 0)
		return "there is no word in it";
	if (s->count > MAX_TOKENS)
		return "too many words are joined by hyphens";
	for (uint32_t i = 0; i + (uint32_t)ends_in_apostrophe(p, s) < s->count; i++) {
		if (is_quote(&s->tokens[i]))
			return "quotation marks cannot stand in a term";
	}
	return NULL;
}

static int spell(struct expansion *x, uint32_t piece)
{
	const struct term_piece *p = &x->term.pieces[piece];
	struct spelt *s = &x->pieces[piece];
	if (p->number) {
		s->tokens = NULL;
		s->count = s->form_count = 1;
		s->forms = arena_alloc(&x->c->scratch, sizeof *s->forms);
		x->c->matcher->classes.numbers = 1;
		s->forms[0] = (struct form){.label = CLASS_OF_NUMBERS, .form = FORM_UNMARKED};
		return 0;
	}
	s->count = tokenize(x->c->words, p->text, p->length, &x->c->scratch, &s->tokens);
	const char *why = fault_in(p, s);
	if (why != NULL)
		return compiler_refuse(x->c, x->text, why);
	for (uint32_t i = 0; i + 1 < s->count; i++) {
		char *folded;
		s->labels[i] = label_of(x->c, p, &s->tokens[i], &folded);
	}
	spell_last(x->c, p, s);
	return 0;
}

/* ---- paths ---- */

static uint32_t add_check(struct compiler *c, uint32_t next, uint32_t offset, const char *text, size_t n, int whole)
{
	*vector_push(&c->to->checks) = (struct phrase_check){
		.next = next, .offset = (uint16_t)offset, .length = (uint16_t)n, .whole = (uint8_t)whole,
		.text = arena_copy(&c->matcher->arena, text, n)};
	return c->to->checks.count - 1;
}

/* Letters must be as written where `=` says so, and marks that share one id must be the same mark. */
static uint32_t check_token(struct expansion *x, uint32_t piece, uint32_t token, uint32_t offset, uint32_t checks)
{
	const struct term_piece *p = &x->term.pieces[piece];
	const slant_token *t = x->pieces[piece].tokens ? &x->pieces[piece].tokens[token] : NULL;
	if (t == NULL || (!p->exact && t->word != SLANT_OTHER_MARK && !is_quote(t)))
		return checks;
	return add_check(x->c, checks, offset, p->text + t->start, t->end - t->start, 1);
}

static uint32_t check_form(struct expansion *x, uint32_t piece, const struct form *f, uint32_t offset, uint32_t checks)
{
	const struct term_piece *p = &x->term.pieces[piece];
	const struct spelt *s = &x->pieces[piece];
	if (f->whole || !p->exact)
		return check_token(x, piece, s->count - 1, offset, checks);
	/* A fold may change lengths beyond ASCII; the shorter is checked then. */
	const slant_token *t = &s->tokens[s->count - 1];
	size_t n = t->end - t->start < f->common ? t->end - t->start : f->common;
	return add_check(x->c, checks, offset, p->text + t->start, n, 0);
}

static int extend(struct expansion *, uint32_t node, uint32_t place, uint32_t offset, unsigned form, uint32_t checks);

static int extend_by_piece(struct expansion *x, uint32_t piece, uint32_t node, uint32_t offset, unsigned form,
			   uint32_t checks)
{
	const struct spelt *s = &x->pieces[piece];
	uint32_t place = x->term.pieces[piece].place;
	for (uint32_t i = 0; i + 1 < s->count; i++) {
		node = trie_add(&x->c->to->trie, node, s->labels[i]);
		checks = check_token(x, piece, i, offset + i, checks);
	}
	offset += s->count;
	for (uint32_t i = 0; i < s->form_count; i++) {
		const struct form *f = &s->forms[i];
		uint32_t child = trie_add(&x->c->to->trie, node, f->label);
		uint32_t more = check_form(x, piece, f, offset - 1, checks);
		if (extend(x, child, place + 1, offset, form == FORM_UNMARKED ? f->form : form, more) != 0)
			return -1;
	}
	return 0;
}

static int end_path(struct expansion *x, uint32_t node, unsigned form, uint32_t checks)
{
	if (++x->paths > MAX_PATHS)
		return compiler_refuse(x->c, x->text, "alternatives and forms make more than 5000 phrases of it");
	struct trie_output out = x->end;
	out.form = (uint8_t)form;
	out.checks = checks;
	trie_output(&x->c->to->trie, node, out);
	return 0;
}

static int extend(struct expansion *x, uint32_t node, uint32_t place, uint32_t offset, unsigned form, uint32_t checks)
{
	if (place == x->part_end)
		return end_path(x, node, form, checks);
	for (uint32_t i = 0; i < x->term.count; i++) {
		if (x->term.pieces[i].place == place && extend_by_piece(x, i, node, offset, form, checks) != 0)
			return -1;
	}
	return 0;
}

static uint32_t next_part(const struct term *t, uint32_t place)
{
	do
		place++;
	while (place < t->places && t->gap[place] == 0);
	return place;
}

/* Each part ends in a gap that leads to the root of the next; the last in what the term means. */
static int write_parts(struct expansion *x, enum phrase_kind kind, uint32_t id)
{
	struct automaton *a = x->c->to;
	uint32_t root = TRIE_ROOT;
	for (uint32_t place = 0; place < x->term.places; place = x->part_end) {
		uint32_t from = root;
		x->part_end = next_part(&x->term, place);
		x->end = (struct trie_output){.kind = (uint8_t)kind, .id = id};
		if (x->part_end < x->term.places) {
			root = trie_root(&a->trie);
			x->end = (struct trie_output){.kind = PHRASE_GAP, .id = a->gaps.count};
			*vector_push(&a->gaps) = (struct phrase_gap){root, x->term.gap[x->part_end] - 1u};
		}
		if (extend(x, from, place, 0, FORM_UNMARKED, TRIE_NOTHING) != 0)
			return -1;
	}
	return 0;
}

static int only_marks(const struct expansion *x)
{
	for (uint32_t i = 0; i < x->term.count; i++) {
		const struct spelt *s = &x->pieces[i];
		for (uint32_t k = 0; s->tokens != NULL && k < s->count; k++) {
			if (s->tokens[k].kind != SLANT_MARK)
				return 0;
		}
	}
	return 1;
}

int phrase_add(struct compiler *c, const char *text, size_t n, enum phrase_kind kind, uint32_t id)
{
	arena_reset(&c->scratch);
	struct expansion *x = arena_alloc(&c->scratch, sizeof *x);
	x->c = c;
	x->text = text;
	x->length = n;
	x->paths = 0;
	const char *why = term_parse(text, n, &x->term);
	if (why != NULL)
		return compiler_refuse(c, text, why);
	for (uint32_t i = 0; i < x->term.count; i++) {
		if (spell(x, i) != 0)
			return -1;
	}
	if (only_marks(x))
		return compiler_refuse(c, text, "a term may not consist only of marks");
	return write_parts(x, kind, id);
}
