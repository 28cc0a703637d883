/* SPDX-License-Identifier: MIT */
/* Who stands before a cue: right before it, before what is put in between commas, or at
 * the head of the sentence. */
#include "attribution.h"

static const struct span none = {0, 0};

/* A part of the sentence that leads in: "In Ardun", "When asked", "Speaking there". */
int source_leads_in(const struct reader *r, uint32_t first, uint32_t end)
{
	if (is(r, first, W_AND) && first + 1 < end)
		first++;
	if (is(r, first, W_PREPOSITION | W_CONJUNCTION | W_TO) || (words_adverb(r, first) && !is(r, first, W_DETERMINER)))
		return 1;
	return is(r, first, W_TIME) || words_end(r, first, "ing") || (words_end(r, first, "ed") && first + 1 < end) || is(r, first, W_AND);
}

static int has_finite(const struct reader *r, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++) {
		if (is(r, i, W_RELATIVE | W_WH))
			return 0; /* in a clause of its own */
		if (phrases_finite(r, i))
			return 1;
	}
	return 0;
}

/* Subject at the head of the stretch: the first part between commas that does not lead
 * in, provided that nothing in it is a verb. `end` stands right behind what is put in. */
static struct span head_of(const struct reader *r, uint32_t low, uint32_t end)
{
	uint32_t first = low, i = low;
	while (first < end) {
		for (i = first; i < end && mark(r, i) != SLANT_COMMA; i++)
			if (mark(r, i) == SLANT_OPEN_BRACKET)
				while (i + 1 < end && mark(r, i) != SLANT_CLOSE_BRACKET)
					i++;
		if (i > first && !source_leads_in(r, first, i))
			break;
		first = i + 1;
	}
	if (first >= end || has_finite(r, first, i))
		return none;
	while (first + 1 < i && is(r, first, W_AND))
		first++;
	return (struct span){first, end};
}

static uint32_t comma_from(const struct reader *r, uint32_t i, uint32_t end)
{
	while (i < end && mark(r, i) != SLANT_COMMA)
		i++;
	return i;
}

/* Where the main clause begins: the first part between commas that does not lead in, or
 * the one with the verb, when its subject stands in it ("After talks in A, B and C, Orme left"). */
static uint32_t main_clause(const struct reader *r, uint32_t low, uint32_t end)
{
	uint32_t head = SLANT_NONE, first = low;
	for (uint32_t last; first < end; first = last + 1) {
		last = comma_from(r, first, end);
		if (first == last || source_leads_in(r, first, last))
			continue;
		if (head == SLANT_NONE)
			head = first;
		if (has_finite(r, first, last)) {
			int bare = phrases_finite(r, first) || (first + 1 < last && words_adverb(r, first) && phrases_finite(r, first + 1));
			head = bare || head == low ? head : first;
			break;
		}
	}
	low = head == SLANT_NONE ? low : head;
	while (low + 1 < end && is(r, low, W_AND))
		low++;
	return low;
}

/* A name has ended, and what follows is no part of a phrase: its verb, most likely. */
static int behind_name(const struct reader *r, uint32_t i, uint32_t low)
{
	if (is(r, low, W_DETERMINER))
		return 0; /* "the Egyptian envoy" */
	return i > low && is_capital(r, i - 1) && (i > low + 1 || r->t[i - 1].word == SLANT_WORD_UNKNOWN) && !is_capital(r, i) &&
	       r->t[i].kind == SLANT_WORD && !is(r, i, W_AND | W_OF | W_PERSON) && !is_possessive_mark(r, i) &&
	       !(r->t[i].flags & SLANT_JOINED);
}

struct span source_subject(const struct reader *r, uint32_t sentence, uint32_t end)
{
	uint32_t low = main_clause(r, first_of(r, sentence), end), i;
	for (i = low; i < end; i++) {
		if (mark(r, i) == SLANT_OPEN_BRACKET)
			while (i + 1 < end && mark(r, i) != SLANT_CLOSE_BRACKET)
				i++;
		if (phrases_finite(r, i) || (words_bound(mark(r, i)) && mark(r, i) != SLANT_CLOSE_BRACKET) || is(r, i, W_RELATIVE))
			break;
		if (behind_name(r, i, low))
			break;
	}
	return (struct span){low, i};
}

/* The source of the record before in this sentence: "praised the envoy and said". */
static struct span shared_source(const struct reader *r, uint32_t index)
{
	const struct record *c = &r->records[index];
	for (uint32_t k = index; k-- > 0 && r->records[k].sentence == c->sentence;)
		if (is_some(r->records[k].source) && (r->records[k].entry->kind == KIND_VERB || r->records[k].entry->kind == KIND_ADJECTIVE))
			return r->records[k].source;
	return none;
}

static struct span shared_or_head(const struct reader *r, uint32_t index)
{
	struct span s = shared_source(r, index);
	return is_some(s) ? s : source_subject(r, r->records[index].sentence, r->records[index].group);
}

/* "Orme, a clerk at the port, said": the source with what is put in. */
static struct span before_comma(const struct reader *r, uint32_t index, uint32_t comma)
{
	const struct record *c = &r->records[index];
	uint32_t low = first_of(r, c->sentence), i = comma;
	for (uint32_t k = comma; k > low; k--) /* behind a quotation the sentence begins anew */
		if (mark(r, k - 1) == SLANT_CLOSE_QUOTE && k >= 2 && (mark(r, k - 2) == SLANT_COMMA || words_stop(mark(r, k - 2)))) {
			low = k;
			break;
		}
	struct span s = head_of(r, low, comma + 1);
	if (is_some(s) && s.first < comma)
		return s;
	while (i > low && mark(r, i - 1) != SLANT_COMMA)
		i--;
	if (i > low + 1) {
		s = phrases_before(r, i - 1, low);
		if (is_some(s))
			return (struct span){s.first, comma + 1};
	}
	return shared_or_head(r, index);
}

static struct span before_dash(const struct reader *r, uint32_t index, uint32_t dash)
{
	uint32_t low = first_of(r, r->records[index].sentence), i = dash;
	while (i > low && mark(r, i - 1) != SLANT_DASH)
		i--;
	if (i > low + 1)
		return phrases_before(r, i - 1, low);
	return shared_or_head(r, index);
}

/* "By accepting the heat, Orme gained time": the source stands behind the comma. */
static struct span source_behind(const struct reader *r, const struct record *c)
{
	uint32_t low = first_of(r, c->sentence), high = last_of(r, c->sentence);
	if (!source_leads_in(r, low, c->group) || comma_from(r, low, c->group) < c->group)
		return none;
	uint32_t comma = comma_from(r, c->end, high), i = comma + 1;
	while (i < high && !phrases_finite(r, i) && !words_bound(mark(r, i)) && !is(r, i, W_RELATIVE) && i < comma + 8)
		i++;
	return comma < high && i < high && phrases_finite(r, i) ? (struct span){comma + 1, i} : none;
}

static struct span participle_source(const struct reader *r, uint32_t index)
{
	const struct record *c = &r->records[index];
	uint32_t p = c->group - 1;
	struct span behind = source_behind(r, c);
	if (is_some(behind))
		return behind;
	if (!mark(r, p) && !is(r, p, W_PREPOSITION | W_CONJUNCTION | W_AND | W_ADVERB)) {
		struct span s = phrases_before(r, c->group, first_of(r, c->sentence));
		if (is_some(s))
			return s; /* "residents saying" */
	}
	return shared_or_head(r, index);
}

struct span source_find(const struct reader *r, uint32_t index)
{
	const struct record *c = &r->records[index];
	uint32_t low = first_of(r, c->sentence), p = c->group - 1;
	if (c->group == low)
		return none; /* that of the next one; see content.c */
	if (c->ing)
		return participle_source(r, index);
	if (c->infinitive || is(r, p, W_AND | W_PREPOSITION | W_CONJUNCTION))
		return shared_or_head(r, index);
	if (mark(r, p) == SLANT_COMMA)
		return before_comma(r, index, p);
	if (mark(r, p) == SLANT_DASH)
		return before_dash(r, index, p);
	if (mark(r, p) && mark(r, p) != SLANT_CLOSE_QUOTE && mark(r, p) != SLANT_CLOSE_BRACKET)
		return shared_or_head(r, index);
	struct span s = phrases_before(r, c->group, low);
	if (is_some(s) && s.first > low && is(r, s.first - 1, W_TO))
		return source_subject(r, c->sentence, c->group); /* "the will to convene signals" */
	return is_some(s) ? s : shared_or_head(r, index);
}
