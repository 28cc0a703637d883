/* SPDX-License-Identifier: MIT */
/* Which hits are cues: a verb must stand where a verb can stand. Nouns that look like
 * verbs ("plan", "state", "claims") are told by the word before them. */
#include "attribution.h"

static uint32_t group_start(const struct reader *r, uint32_t verb, uint32_t low)
{
	uint32_t i = verb;
	while (i > low && (is(r, i - 1, W_AUXILIARY | W_TO) || is_adverb(r, i - 1)))
		i--;
	return i;
}

static int group_has(const struct reader *r, const struct record *c, uint32_t classes)
{
	for (uint32_t i = c->group; i < c->verb; i++)
		if (is(r, i, classes))
			return 1;
	return 0;
}

static int is_plural_noun(const struct reader *r, uint32_t token)
{
	return is(r, token, W_PLURAL) || (words_end(r, token, "s") && !words_end(r, token, "ss") && !is_possessive_mark(r, token));
}

/* Could the word be the end of a subject? */
static int ends_subject(const struct reader *r, uint32_t token)
{
	uint32_t m = mark(r, token);
	if (m)
		return m == SLANT_COMMA || m == SLANT_CLOSE_QUOTE || m == SLANT_CLOSE_BRACKET || m == SLANT_DASH;
	return !is(r, token, W_POSSESSIVE | W_PREPOSITION | W_CONJUNCTION | W_TO) && !is_possessive_mark(r, token) &&
	       (!is(r, token, W_DETERMINER) || is(r, token, W_RELATIVE | W_PLURAL | W_OBJECT));
}

static int opens_content(const struct reader *r, uint32_t token, uint32_t end)
{
	return token < end && (is(r, token, W_THAT | W_WH | W_DETERMINER | W_SUBJECT | W_TO) || mark(r, token) == SLANT_OPEN_QUOTE);
}

static int reads_as_verb(const struct reader *r, struct record *c)
{
	uint32_t low = first_of(r, c->sentence), high = last_of(r, c->sentence);
	int has_before = c->verb > low, bare = c->group == c->verb;
	uint32_t before = has_before ? c->verb - 1 : c->verb, subject = c->group > low ? c->group - 1 : c->group;
	int be = group_has(r, c, W_BE), have = group_has(r, c, W_HAVE), helped = group_has(r, c, W_MODAL | W_DO | W_TO);
	if (has_before && bare && ((is(r, before, W_DETERMINER) && !is(r, before, W_RELATIVE | W_PLURAL | W_OBJECT)) ||
				   is(r, before, W_POSSESSIVE) || is_possessive_mark(r, before)))
		return 0;
	c->infinitive = (uint8_t)group_has(r, c, W_TO);
	switch (c->form) {
	case SLANT_FORM_BASE:
		if (helped)
			return 1;
		if (!has_before || c->group == low || !ends_subject(r, subject) || !is_plural_noun(r, subject))
			return 0;
		return !c->entry->noun_too || opens_content(r, c->end, high) || is(r, subject, W_SUBJECT);
	case SLANT_FORM_PRESENT_3:
	case SLANT_FORM_PLURAL:
		if (c->group == low || be || have || helped || !ends_subject(r, subject))
			return 0;
		return !c->entry->noun_too || opens_content(r, c->end, high) || is_capital(r, subject) || is(r, subject, W_SUBJECT | W_RELATIVE);
	case SLANT_FORM_ING:
		c->ing = (uint8_t)!be;
		return be || c->group == low || !is(r, subject, W_OF) || is(r, subject, W_CONJUNCTION);
	case SLANT_FORM_PARTICIPLE:
		c->passive = (uint8_t)!have;
		return be || have || (c->end < high && is(r, c->end, W_BY));
	default:
		c->passive = (uint8_t)(be || (c->end < high && is(r, c->end, W_BY)));
		return c->group > low || be || have;
	}
}

static void describe(const struct reader *r, struct record *c)
{
	c->negated = (uint8_t)group_has(r, c, W_NOT);
	c->modal = (uint8_t)group_has(r, c, W_MODAL);
}

/* The hit at this token as a cue; 0 when it is none. */
static int read_cue(const struct reader *r, uint32_t token, struct record *c)
{
	const slant_hit *hit = &r->hits[r->hit_at[token] - 1];
	*c = (struct record){.entry = &r->a->entries[hit->entry], .sentence = r->t[token].sentence, .group = token,
			     .verb = token, .end = hit->end_token, .form = hit->form, .antecedent = SLANT_NONE};
	if (c->entry->kind == KIND_VERB) {
		c->group = group_start(r, token, first_of(r, c->sentence));
		if (!reads_as_verb(r, c))
			return 0;
		describe(r, c);
		return 1;
	}
	return c->entry->kind == KIND_ACCORDING;
}

uint32_t cues_find(struct reader *r)
{
	for (uint32_t p = 0; p < r->d->paragraph_count; p++) {
		const slant_paragraph *paragraph = &r->d->paragraphs[p];
		if (!paragraph->analyzed || paragraph->first_sentence == paragraph->end_sentence)
			continue;
		uint32_t from = first_of(r, paragraph->first_sentence), to = last_of(r, paragraph->end_sentence - 1);
		for (uint32_t i = from; i < to; i++)
			if (r->hit_at[i] && r->t[i].quotation == SLANT_NONE && read_cue(r, i, &r->records[r->record_count])) {
				r->classes[i] |= W_CUE;
				i = r->records[r->record_count++].end - 1;
			}
	}
	return r->record_count;
}
