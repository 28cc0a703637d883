/* SPDX-License-Identifier: MIT */
#include "text/document.h"
#include "base/utf8.h"
#include "text/build.h"
#include "text/language.h"
#include "text/structure.h"
#include "text/vocabulary.h"

#include <string.h>

/* Bytes between two entries of the code point index. */
#define INDEX_STEP 256

static const char *const ROLES[SLANT_ROLES] = {
	"body", "headline", "standfirst", "subheading", "dateline", "byline", "caption", "credit", "author_note",
	"quote_block", "boilerplate", "duplicate",
};
static const char *const VOICES[SLANT_VOICES] = {"narrator", "quoted", "reported", "distanced"};

static int find_name(const char *const *names, int count, const char *name)
{
	for (int i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}

const char *role_name(int role)
{
	return ROLES[role];
}

int role_from_name(const char *name)
{
	return find_name(ROLES, SLANT_ROLES, name);
}

const char *voice_name(int voice)
{
	return VOICES[voice];
}

int voice_from_name(const char *name)
{
	return find_name(VOICES, SLANT_VOICES, name);
}

int document_counts(const slant_token *t)
{
	return is_word(t) && (t->flags & (SLANT_CLITIC | SLANT_JOINED)) == 0;
}

/* ---- services of the steps ---- */

size_t build_fold(const struct build *b, const slant_token *t, char folded[4 * LONGEST_LISTED + 1])
{
	size_t n = t->end - t->start;
	folded[0] = '\0';
	return n > LONGEST_LISTED ? 0 : text_fold(b->text + t->start, n, folded);
}

uint32_t build_sorts(const struct build *b, const slant_token *t)
{
	char folded[4 * LONGEST_LISTED + 1];
	size_t n = build_fold(b, t, folded);
	if (n > 1 && folded[n - 1] == '.')
		n--;
	uint32_t sorts = n ? language_sorts(b->language, folded, n) : 0;
	return sorts & WORD_NEEDS_CAPITAL && !(t->flags & SLANT_CAPITAL) ? sorts & ~(uint32_t)WORD_ABBREVIATION : sorts;
}

void build_note(struct build *b, uint32_t start, uint32_t end, const char *message)
{
	struct text_note *note = arena_push(b->arena, &b->notes, 4);
	*note = (struct text_note){.start = start, .end = end, .severity = "note", .message = message};
}

/* ---- the steps ---- */

static void take_blocks(struct build *b, const struct text_block *blocks, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		struct build_paragraph *p = arena_push(b->arena, &b->paragraphs, count);
		*p = (struct build_paragraph){.start = blocks[i].start, .end = blocks[i].end,
					      .role = (uint8_t)blocks[i].role};
	}
}

/* Paragraphs without a word or mark (white space only) are none. */
static void find_tokens(struct build *b, const struct vocabulary *vocabulary)
{
	uint32_t kept = 0;
	token_list_reserve(&b->tokens, b->arena, b->length);
	for (uint32_t i = 0; i < b->paragraphs.count; i++) {
		struct build_paragraph p = b->paragraphs.items[i];
		p.first_token = b->tokens.count;
		uint32_t words_before = b->tokens.words, quotes_before = b->tokens.quotes;
		tokenize_range(vocabulary, b->text, p.start, p.end, b->arena, &b->tokens);
		p.end_token = b->tokens.count;
		if (p.first_token == p.end_token)
			continue;
		p.start = b->tokens.items[p.first_token].start;
		p.end = b->tokens.items[p.end_token - 1].end;
		p.words = b->tokens.words - words_before;
		p.quotes = b->tokens.quotes - quotes_before;
		b->paragraphs.items[kept++] = p;
	}
	b->paragraphs.count = kept;
}

static int is_analyzed(int role)
{
	switch (role) {
	case SLANT_ROLE_HEADLINE: case SLANT_ROLE_STANDFIRST: case SLANT_ROLE_SUBHEADING: case SLANT_ROLE_BODY:
	case SLANT_ROLE_CAPTION: case SLANT_ROLE_QUOTE_BLOCK:
		return 1;
	default:
		return 0;
	}
}

static void finish_paragraphs(struct build *b, struct document *d)
{
	slant_paragraph *out = arena_alloc(b->arena, (b->paragraphs.count + 1) * sizeof *out);
	uint32_t sentence = 0;
	d->words = 0;
	for (uint32_t i = 0; i < b->paragraphs.count; i++) {
		const struct build_paragraph *p = &b->paragraphs.items[i];
		uint32_t first = sentence;
		while (sentence < b->sentences.count && b->sentences.items[sentence].paragraph == i)
			sentence++;
		out[i] = (slant_paragraph){.start = p->start, .end = p->end, .first_sentence = first,
					   .end_sentence = sentence, .role = p->role,
					   .analyzed = (uint8_t)is_analyzed(p->role)};
		if (out[i].analyzed)
			d->words += p->words;
	}
	d->seen.paragraphs = out;
	d->seen.paragraph_count = b->paragraphs.count;
}

static void index_code_points(struct document *d, struct arena *arena)
{
	uint32_t entries = d->seen.length / INDEX_STEP + 1, points = 0;
	uint32_t *marks = arena_alloc(arena, entries * sizeof *marks);
	for (uint32_t i = 0; i < entries; i++) {
		uint32_t at = i * INDEX_STEP, left = d->seen.length - at;
		marks[i] = points;
		points += (uint32_t)utf8_count(d->seen.text + at, left < INDEX_STEP ? left : INDEX_STEP);
	}
	d->marks = marks;
	d->code_points = points;
}

uint32_t document_code_point(const struct document *d, uint32_t byte)
{
	uint32_t entry = byte / INDEX_STEP, at = entry * INDEX_STEP;
	return d->marks[entry] + (uint32_t)utf8_count(d->seen.text + at, byte - at);
}

void document_build(struct document *d, struct arena *arena, const struct vocabulary *words,
		    const struct language *language, const char *text, uint32_t length,
		    const struct text_block *blocks, uint32_t block_count)
{
	struct build b = {.arena = arena, .language = language, .text = text, .length = length};
	if (blocks != NULL)
		take_blocks(&b, blocks, block_count);
	else
		paragraphs_find(&b);
	find_tokens(&b, words);
	structure_find(&b, blocks == NULL);
	quotations_find(&b);
	sentences_find(&b);
	*d = (struct document){
		.seen = {.text = text, .length = length, .language = language_tag(language),
			 .tokens = b.tokens.items, .token_count = b.tokens.count,
			 .sentences = b.sentences.items, .sentence_count = b.sentences.count,
			 .quotations = b.quotations.items, .quotation_count = b.quotations.count},
		.notes = b.notes.items, .note_count = b.notes.count,
		.disclosures = b.disclosures.items, .disclosure_count = b.disclosures.count,
	};
	finish_paragraphs(&b, d);
	index_code_points(d, arena);
}
