/* SPDX-License-Identifier: MIT */
/* Roles by shape and place: what stands above the first paragraph of prose, short
 * lines between paragraphs, and what is printed twice. */
#include "text/roles.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "text/structure.h"

#include <stdlib.h>

/* Longer lines above the text are standfirsts, not headlines (code points, words). */
#define LONGEST_HEADLINE 110
#define LONGEST_LINE 220
#define LONGEST_STANDFIRST 45
#define LONGEST_SUBHEADING 12
#define LONGEST_DATELINE 8
/* Prose without a final stop is at least so long (words). */
#define PROSE_WORDS 25
/* Shorter repetitions are refrains and labels, not paragraphs printed twice (words). */
#define SHORTEST_REPETITION 6

static const slant_token *tokens(const struct build *b)
{
	return b->tokens.items;
}

static uint32_t last_mark(const struct build *b, const struct build_paragraph *p)
{
	uint32_t at = p->end_token;
	while (at > p->first_token) {
		const slant_token *t = &tokens(b)[--at];
		if (is_word(t))
			return SLANT_WORD_UNKNOWN;
		if (t->word != SLANT_STRAY_QUOTE && t->word != SLANT_CLOSE_BRACKET)
			return t->word;
	}
	return SLANT_WORD_UNKNOWN;
}

/* "... in the U.S.": the last word's own stop ends a sentence as well as a heading. */
static int ends_with_abbreviation(const struct build *b, const struct build_paragraph *p)
{
	const slant_token *last = &tokens(b)[p->end_token - 1];
	return is_word(last) && b->text[last->end - 1] == '.';
}

int paragraph_ends_with_stop(const struct build *b, const struct build_paragraph *p)
{
	uint32_t mark = last_mark(b, p);
	return mark == SLANT_PERIOD || mark == SLANT_QUESTION || mark == SLANT_EXCLAMATION || mark == SLANT_ELLIPSIS;
}

static int is_body(const struct build_paragraph *p)
{
	return p->role == SLANT_ROLE_BODY;
}

static int is_prose(const struct build *b, const struct build_paragraph *p)
{
	return is_body(p) && (p->words >= PROSE_WORDS || paragraph_ends_with_stop(b, p));
}

/* A line without a full stop at its end; a question or a call may be a heading. */
static int is_line(const struct build *b, const struct build_paragraph *p)
{
	uint32_t mark = last_mark(b, p);
	return mark != SLANT_PERIOD && mark != SLANT_ELLIPSIS && mark != SLANT_COLON && mark != SLANT_COMMA &&
	       mark != SLANT_SEMICOLON && p->words > 0 && p->end - p->start <= 4 * LONGEST_LINE;
}

/* Every word with a capital, as in headings; with `small`, words up to three letters may go without. */
static int is_title_case(const struct build *b, const struct build_paragraph *p, int small)
{
	uint32_t capitals = 0;
	for (uint32_t i = p->first_token; i < p->end_token; i++) {
		const slant_token *t = &tokens(b)[i];
		if (t->kind != SLANT_WORD || t->flags & SLANT_CLITIC)
			continue;
		if (t->flags & SLANT_CAPITAL)
			capitals++;
		else if (!small || t->end - t->start > 3)
			return 0;
	}
	return capitals > 0;
}

static int has_mark(const struct build *b, const struct build_paragraph *p, uint32_t mark)
{
	for (uint32_t i = p->first_token; i < p->end_token; i++)
		if (tokens(b)[i].word == mark)
			return 1;
	return 0;
}

/* Nothing but days, months, clock times and numbers. */
static int is_date(const struct build *b, const struct build_paragraph *p)
{
	uint32_t numbers = 0, names = 0;
	if (p->words == 0 || p->words > LONGEST_DATELINE)
		return 0;
	for (uint32_t i = p->first_token; i < p->end_token; i++) {
		const slant_token *t = &tokens(b)[i];
		if (t->kind == SLANT_NUMBER || (t->kind == SLANT_WORD && b->text[t->start] >= '0' && b->text[t->start] <= '9'))
			numbers++;
		else if (t->kind == SLANT_WORD && build_sorts(b, t) & (WORD_AFTER_CLOCK | WORD_ENDS_BEFORE_CAPITAL | WORD_BEFORE_NUMBER | WORD_NUMBER_WORD))
			names++;
		else if (t->kind == SLANT_WORD)
			return 0;
	}
	return numbers > 0 && names > 0;
}

/* "Port Tamsin/Osterby": a line of names above the text. */
static int is_place(const struct build *b, const struct build_paragraph *p)
{
	return p->words <= LONGEST_DATELINE && is_line(b, p) && is_title_case(b, p, 0) &&
	       !paragraph_ends_with_stop(b, p) &&
	       (p->words <= 3 || has_mark(b, p, SLANT_SLASH) || has_mark(b, p, SLANT_COMMA));
}

/* ---- above the text ---- */

static struct build_paragraph *next_kept(const struct build *b, struct build_paragraph *p)
{
	struct build_paragraph *end = b->paragraphs.items + b->paragraphs.count;
	for (p++; p < end; p++)
		if (p->role != SLANT_ROLE_BOILERPLATE && p->role != SLANT_ROLE_CAPTION && p->role != SLANT_ROLE_CREDIT &&
		    p->role != SLANT_ROLE_DUPLICATE)
			return p;
	return NULL;
}

static int prose_follows(const struct build *b, const struct build_paragraph *p)
{
	const struct build_paragraph *end = b->paragraphs.items + b->paragraphs.count;
	for (p++; p < end; p++)
		if (is_prose(b, p))
			return 1;
	return 0;
}

static int heads_text(const struct build *b, const struct build_paragraph *p)
{
	return is_line(b, p) && p->words <= LONGEST_STANDFIRST && prose_follows(b, p) &&
	       utf8_count(b->text + p->start, p->end - p->start) <= LONGEST_LINE;
}

static int is_headline(const struct build *b, const struct build_paragraph *p)
{
	return utf8_count(b->text + p->start, p->end - p->start) <= LONGEST_HEADLINE;
}

/* Printed in full again further down (set by find_repetitions), or standing above byline or dateline. */
static int is_standfirst(const struct build *b, struct build_paragraph *p)
{
	struct build_paragraph *next = next_kept(b, p);
	if (p->repeated)
		return 1;
	if (p->words > LONGEST_STANDFIRST || p->words < 5 || next == NULL)
		return 0;
	return next->role == SLANT_ROLE_BYLINE || next->role == SLANT_ROLE_DATELINE || heads_text(b, p);
}

static void find_top(struct build *b)
{
	int headed = 0, standfirst = 0;
	for (struct build_paragraph *p = b->paragraphs.items, *end = p + b->paragraphs.count; p < end; p++) {
		if (p->role == SLANT_ROLE_HEADLINE)
			headed = 1;
		if (!is_body(p))
			continue;
		if (is_date(b, p))
			p->role = SLANT_ROLE_DATELINE;
		else if (!headed && !standfirst && heads_text(b, p)) {
			p->role = is_headline(b, p) ? SLANT_ROLE_HEADLINE : SLANT_ROLE_STANDFIRST;
			headed = p->role == SLANT_ROLE_HEADLINE;
			standfirst = !headed;
		} else if ((headed || standfirst) && is_place(b, p) && prose_follows(b, p))
			p->role = SLANT_ROLE_DATELINE;
		else if (headed && !standfirst && is_standfirst(b, p)) {
			p->role = SLANT_ROLE_STANDFIRST;
			standfirst = 1;
		} else
			return;
	}
}

/* ---- between paragraphs ---- */

static int is_subheading(const struct build *b, struct build_paragraph *p)
{
	const slant_token *first = &tokens(b)[p->first_token];
	struct build_paragraph *next = next_kept(b, p);
	if (p->words > LONGEST_SUBHEADING || !is_line(b, p) || next == NULL || !is_prose(b, next))
		return 0;
	if (ends_with_abbreviation(b, p) || !is_word(first) || (first->kind == SLANT_WORD && !(first->flags & SLANT_CAPITAL)))
		return 0;
	return !paragraph_ends_with_stop(b, p) || (p->words > 1 && is_title_case(b, p, 1));
}

static void find_subheadings(struct build *b)
{
	int prose = 0;
	for (uint32_t i = 0; i < b->paragraphs.count; i++) {
		struct build_paragraph *p = &b->paragraphs.items[i];
		if (is_body(p) && is_date(b, p))
			p->role = SLANT_ROLE_DATELINE;
		else if (is_prose(b, p) && !(prose && is_subheading(b, p)))
			prose = 1;
		else if (is_body(p) && prose && is_subheading(b, p))
			p->role = SLANT_ROLE_SUBHEADING;
	}
}

/* "By", and the name in the next line. */
static void find_split_bylines(struct build *b)
{
	for (uint32_t i = 0; i + 1 < b->paragraphs.count; i++) {
		struct build_paragraph *p = &b->paragraphs.items[i];
		if (p->role == SLANT_ROLE_BYLINE && p->words == 1 && is_body(&p[1]) && p[1].words <= 8 && is_line(b, &p[1]))
			p[1].role = SLANT_ROLE_BYLINE;
	}
}

/* ---- printed twice ---- */

static uint64_t token_hash(const struct build *b, uint32_t at)
{
	const slant_token *t = &tokens(b)[at];
	return hash_bytes(b->text + t->start, t->end - t->start);
}

/* Of words and length only a few: whole paragraphs are compared where these agree. */
static uint64_t repetition_key(const struct build *b, const struct build_paragraph *p)
{
	uint64_t key = p->end_core - p->first_token;
	for (uint32_t i = 0; i < 3; i++) {
		key = key * 31 + token_hash(b, p->first_token + i);
		key = key * 31 + token_hash(b, p->end_core - 1 - i);
	}
	return key ^ key >> 32;
}

static int same_words(const struct build *b, const struct build_paragraph *p, const struct build_paragraph *q)
{
	if (p->end_core - p->first_token != q->end_core - q->first_token)
		return 0;
	for (uint32_t i = 0; i < p->end_core - p->first_token; i++) {
		const slant_token *s = &tokens(b)[p->first_token + i], *t = &tokens(b)[q->first_token + i];
		if (s->end - s->start != t->end - t->start ||
		    memcmp(b->text + s->start, b->text + t->start, s->end - s->start) != 0)
			return 0;
	}
	return 1;
}

static void repeat(struct build_paragraph *first, struct build_paragraph *again)
{
	first->repeated = 1;
	if (again->role == SLANT_ROLE_CAPTION && is_body(first))
		first->role = SLANT_ROLE_CAPTION;
	if (is_body(again) || again->role == SLANT_ROLE_CAPTION)
		again->role = SLANT_ROLE_DUPLICATE;
}

/* Where the first paragraph of this key is noted, or the place to note it. */
struct first_of_key {
	uint64_t key;
	uint32_t paragraph; /* + 1; 0: free */
};

static struct first_of_key *slot_of(struct first_of_key *slots, uint32_t size, uint64_t key)
{
	uint32_t at = (uint32_t)key & (size - 1);
	while (slots[at].paragraph != 0 && slots[at].key != key)
		at = (at + 1) & (size - 1);
	return &slots[at];
}

static void find_repetitions(struct build *b)
{
	uint32_t size = 16;
	while (size < b->paragraphs.count * 2)
		size *= 2;
	struct first_of_key *slots = arena_zero(b->arena, size * sizeof *slots);
	for (uint32_t i = 0; i < b->paragraphs.count; i++) {
		struct build_paragraph *p = &b->paragraphs.items[i];
		if (p->words < SHORTEST_REPETITION || p->end_core - p->first_token < SHORTEST_REPETITION)
			continue;
		uint64_t key = repetition_key(b, p);
		struct first_of_key *slot = slot_of(slots, size, key);
		if (slot->paragraph == 0)
			*slot = (struct first_of_key){key, i + 1};
		else if (same_words(b, &b->paragraphs.items[slot->paragraph - 1], p))
			repeat(&b->paragraphs.items[slot->paragraph - 1], p);
	}
}

static int by_start(const void *a, const void *b)
{
	uint32_t x = ((const struct disclosure *)a)->start, y = ((const struct disclosure *)b)->start;
	return x < y ? -1 : x > y;
}

void structure_find(struct build *b, int shape)
{
	for (uint32_t i = 0; i < b->paragraphs.count; i++) {
		b->paragraphs.items[i].end_core = b->paragraphs.items[i].end_token;
		if (b->paragraphs.count > 1 && is_body(&b->paragraphs.items[i]))
			structure_phrases(b, i);
	}
	find_split_bylines(b);
	if (b->paragraphs.count > 1)
		find_repetitions(b);
	if (shape && b->paragraphs.count > 1) {
		find_top(b);
		find_subheadings(b);
	}
	for (uint32_t i = 0; i < b->paragraphs.count; i++)
		structure_disclosures(b, i);
	if (b->disclosures.count > 1)
		qsort(b->disclosures.items, b->disclosures.count, sizeof *b->disclosures.items, by_start);
}
