/* SPDX-License-Identifier: MIT */
/* How far reaches what a source is made to say: to the left of cues that close their
 * clause, to the right of the others. */
#include "attribution.h"

static uint32_t low_of(const struct reader *r, const struct record *c)
{
	return first_of(r, c->sentence);
}

static const slant_quotation *closes_quotation(const struct reader *r, uint32_t token, uint32_t *index)
{
	if (mark(r, token) != SLANT_CLOSE_QUOTE || !r->quotation_at[token])
		return NULL;
	*index = r->quotation_at[token] - 1;
	return &r->d->quotations[*index];
}

static void add_part(struct record *c, uint32_t start, uint32_t end)
{
	if (start >= end || c->part_count == MAX_PARTS)
		return;
	c->parts[c->part_count++] = (struct range){start, end};
}

/* Marks and white space at the end do not belong to what was said. */
static void add_tokens(const struct reader *r, struct record *c, uint32_t first, uint32_t end)
{
	while (first < end && mark(r, first) && mark(r, first) != SLANT_OPEN_QUOTE && mark(r, first) != SLANT_OPEN_BRACKET)
		first++;
	while (end > first && mark(r, end - 1) && mark(r, end - 1) != SLANT_CLOSE_QUOTE && mark(r, end - 1) != SLANT_CLOSE_BRACKET &&
	       mark(r, end - 1) != SLANT_OTHER_MARK)
		end--;
	if (first < end) {
		add_part(c, r->t[first].start, r->t[end - 1].end);
		for (uint32_t i = first; i < end; i++)
			r->covered[i] = 1;
	}
}

static void add_piece(const struct reader *r, struct record *c, uint32_t q)
{
	const slant_quotation *quotation = &r->d->quotations[q];
	add_part(c, quotation->start, quotation->end);
	r->spoken[q] = (uint32_t)(c - r->records) + 1;
	for (uint32_t i = quotation->first_token; i < quotation->end_token; i++)
		r->covered[i] = 1;
}

void content_add_quotation(const struct reader *r, struct record *c, uint32_t q)
{
	while (r->before[q])
		q = r->before[q] - 1;
	for (; q != SLANT_NONE; q = r->d->quotations[q].next)
		add_piece(r, c, q);
}

/* Behind time, place and manner: "said on Tuesday", "told reporters in Ardun". */
static uint32_t skip_phrases(const struct reader *r, uint32_t i, uint32_t high)
{
	while (i < high) {
		if (is(r, i, W_TIME) || (is_adverb(r, i) && !is(r, i, W_DETERMINER)) || r->t[i].kind == SLANT_NUMBER)
			i++;
		else if (is(r, i, W_PREPOSITION) && i + 1 < high) {
			uint32_t end = source_after(r, i + 1, high).end;
			for (end = i + 1; end < high && !mark_bounds(mark(r, end)) && !is(r, end, W_THAT | W_CONJUNCTION | W_PREPOSITION);)
				end++;
			i = end;
		} else
			break;
	}
	return i;
}

static int ends_clause(const struct reader *r, uint32_t i, uint32_t high)
{
	return i >= high || mark_stops(mark(r, i)) || mark(r, i) == SLANT_COMMA || mark(r, i) == SLANT_CLOSE_BRACKET || mark(r, i) == SLANT_DASH;
}

/* Only an addressee, time and place stand between the cue and the end of its clause. */
static int closes(const struct reader *r, const struct record *c, uint32_t from, uint32_t high, uint32_t *end)
{
	uint32_t i = from;
	if ((c->entry->frames & F_ADDRESSEE) && i < high && !is(r, i, W_THAT | W_PREPOSITION) && !mark(r, i))
		i = source_after(r, i, high).end;
	i = skip_phrases(r, i, high);
	if (i < high && is(r, i, W_CONJUNCTION))
		while (i < high && !mark_stops(mark(r, i)) && mark(r, i) != SLANT_COMMA)
			i++;
	*end = i;
	return ends_clause(r, i, high);
}

/* ---- left ---- */

static int leads_out(uint32_t m)
{
	return m == SLANT_COMMA || m == SLANT_CLOSE_QUOTE || m == SLANT_DASH;
}

/* What stands before `end` (a comma or a closing mark) in the sentence is said. */
static int take_left(struct reader *r, struct record *c, uint32_t end)
{
	uint32_t q, low = low_of(r, c);
	if (end <= low)
		return 0;
	const slant_quotation *quotation = closes_quotation(r, end - 1, &q);
	if (quotation == NULL && end >= low + 2)
		quotation = closes_quotation(r, end - 2, &q);
	if (quotation != NULL) {
		uint32_t open = quotation->first_token - 1;
		if (open <= low || mark_stops(mark(r, open - 1)) || mark(r, open - 1) == SLANT_COLON) {
			content_add_quotation(r, c, q);
			return 1;
		}
	}
	if (low >= end || r->covered[low])
		return 0;
	add_tokens(r, c, low, end);
	return c->part_count > 0;
}

static int inverted(const struct reader *r, struct record *c)
{
	uint32_t high = last_of(r, c->sentence), end;
	if (c->group <= low_of(r, c) || c->end >= high || c->ing || c->passive || (c->entry->frames & F_AFTER) == 0)
		return 0;
	uint32_t m = mark(r, c->group - 1);
	if (!leads_out(m) || mark(r, c->end) || is(r, c->end, W_THAT | W_PREPOSITION | W_TO | W_OBJECT | W_TIME | W_WH) || is_adverb(r, c->end))
		return 0;
	struct span s = source_after(r, c->end, high);
	if (s.end == s.first)
		return 0;
	end = skip_phrases(r, s.end, high);
	if (!ends_clause(r, end, high) && !is(r, end, W_CONJUNCTION | W_RELATIVE | W_AND))
		return 0;
	c->source = s;
	c->inverted = 1;
	return 1;
}

static void go_on(struct reader *r, struct record *c, uint32_t end)
{
	uint32_t high = last_of(r, c->sentence);
	if (end + 1 >= high || mark(r, end) != SLANT_COMMA)
		return;
	if (mark(r, end + 1) == SLANT_OPEN_QUOTE && r->quotation_at[end + 1])
		content_add_quotation(r, c, r->quotation_at[end + 1] - 1);
}

static void find_left(struct reader *r, struct record *c)
{
	uint32_t high = last_of(r, c->sentence), end, before;
	if (c->entry->kind == KIND_ACCORDING || !(c->entry->frames & F_AFTER) || c->passive || c->ing || c->infinitive)
		return;
	if (inverted(r, c)) {
		before = c->group;
		end = c->source.end;
		end = skip_phrases(r, end, high);
	} else {
		if (!closes(r, c, c->end, high, &end))
			return;
		struct span s = source_before(r, c->group, low_of(r, c));
		if (s.first == s.end || s.first <= low_of(r, c) || is(r, s.first, W_RELATIVE) || !leads_out(mark(r, s.first - 1)))
			return;
		c->source = s;
		before = s.first;
	}
	if (take_left(r, c, before)) {
		c->taken = 1;
		go_on(r, c, end);
	}
}

/* ---- according to ---- */

static void find_according(struct reader *r, struct record *c)
{
	uint32_t low = low_of(r, c), high = last_of(r, c->sentence);
	if (c->end >= high)
		return;
	c->source = source_after(r, c->end, high);
	if (c->source.end == c->source.first)
		return;
	c->taken = 1;
	if (c->group <= low + 1) {
		uint32_t from = c->source.end;
		add_tokens(r, c, from, high);
	} else {
		add_tokens(r, c, low, c->group);
		if (c->source.end < high && mark(r, c->source.end) == SLANT_COMMA)
			add_tokens(r, c, c->source.end, high);
	}
	if (c->part_count == 0)
		c->taken = 0;
}

/* ---- right ---- */

static const struct record *record_at(const struct reader *r, uint32_t token)
{
	for (uint32_t i = 0; i < r->record_count; i++)
		if (r->records[i].group == token)
			return &r->records[i];
	return NULL;
}

static int cue_between(const struct reader *r, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
		if (is(r, i, W_CUE))
			return 1;
	return 0;
}

static uint32_t content_end(const struct reader *r, const struct record *c, uint32_t from, uint32_t high)
{
	int in_relative = c->source.end > c->source.first && is(r, c->source.first, W_RELATIVE);
	for (uint32_t i = from; i < high; i++) {
		uint32_t m = mark(r, i);
		if (m == SLANT_OPEN_QUOTE && r->quotation_at[i]) {
			const slant_quotation *q = &r->d->quotations[r->quotation_at[i] - 1];
			if (q->end_token >= high)
				return high;
			i = q->end_token;
			continue;
		}
		if (m == SLANT_SEMICOLON)
			return i;
		if (m == SLANT_COMMA && i + 1 < high) {
			const struct record *next = record_at(r, i + 1);
			if (in_relative || (next && (next->ing || next->entry->kind == KIND_ACCORDING)))
				return i;
			if (is(r, i + 1, W_AND | W_CONJUNCTION) && cue_between(r, i + 1, high))
				return i;
		}
		if (is(r, i, W_AND) && i + 1 < high && record_at(r, i + 1) && !record_at(r, i + 1)->ing)
			return i;
	}
	return high;
}

static void take_right(struct reader *r, struct record *c, uint32_t from, uint32_t high)
{
	uint32_t q = mark(r, from) == SLANT_OPEN_QUOTE ? r->quotation_at[from] : 0;
	if (q) {
		const slant_quotation *quotation = &r->d->quotations[q - 1];
		if (quotation->end_token + 1 >= high || mark_stops(mark(r, quotation->end_token + 1)) ) {
			content_add_quotation(r, c, q - 1);
			c->taken = 1;
			return;
		}
	}
	uint32_t end = content_end(r, c, from, high);
	add_tokens(r, c, from, end);
	c->taken = c->part_count > 0;
}

static uint32_t seek(const struct reader *r, uint32_t from, uint32_t high)
{
	for (uint32_t i = from; i < high && i < from + 14; i++) {
		uint32_t m = mark(r, i);
		if (m == SLANT_OPEN_QUOTE || is(r, i, W_THAT))
			return i;
		if (m == SLANT_COLON || m == SLANT_COMMA)
			return i + 1 < high && (mark(r, i + 1) == SLANT_OPEN_QUOTE || is(r, i + 1, W_THAT)) ? i + 1 : m == SLANT_COLON ? i + 1 : SLANT_NONE;
		if (mark_bounds(m) || is(r, i, W_AUXILIARY | W_CUE))
			return SLANT_NONE;
	}
	return SLANT_NONE;
}

static uint32_t content_start(const struct reader *r, const struct record *c, uint32_t high)
{
	uint32_t i = c->end, f = c->entry->frames;
	while (i < high && (is(r, i, W_TIME) || (is_adverb(r, i) && !is(r, i, W_DETERMINER))))
		i++;
	if (i >= high)
		return SLANT_NONE;
	uint32_t m = mark(r, i);
	if (m == SLANT_OPEN_QUOTE)
		return i;
	if (m == SLANT_COLON)
		return i + 1 < high ? i + 1 : SLANT_NONE;
	if (m == SLANT_COMMA)
		return i + 1 < high && mark(r, i + 1) == SLANT_OPEN_QUOTE ? i + 1 : SLANT_NONE;
	if (m)
		return SLANT_NONE;
	if (is(r, i, W_TO))
		return f & F_INFINITIVE ? i : f & F_OBJECT ? SLANT_NONE : seek(r, i + 1, high);
	if (is(r, i, W_THAT) && (f & (F_THAT | F_CLAUSE)))
		return i;
	if (is(r, i, W_WH) && (f & (F_THAT | F_WH | F_OBJECT)))
		return i;
	if (is(r, i, W_PREPOSITION))
		return f & F_QUOTE ? seek(r, i + 1, high) : SLANT_NONE;
	if (f & F_ADDRESSEE) {
		uint32_t end = source_after(r, i, high).end;
		uint32_t found = seek(r, i, high);
		if (found != SLANT_NONE)
			return found;
		if (is(r, i, W_OBJECT))
			end = i + 1;
		while (end < high && is(r, end, W_TIME))
			end++;
		if (end < high && is(r, end, W_TO) && (f & F_INFINITIVE))
			return i;
		if (end < high && is(r, end, W_WH | W_SUBJECT | W_DETERMINER | W_CONJUNCTION))
			return end;
		if (is_capital(r, i) && end < high && !mark(r, end))
			return end;
		return f & (F_CLAUSE | F_OBJECT) && end < high ? i : SLANT_NONE;
	}
	if (f & (F_CLAUSE | F_OBJECT))
		return i;
	if (f & F_QUOTE)
		return seek(r, i, high);
	return SLANT_NONE;
}

/* The source of a verb that has none of its own before it: that of the record before. */
static const struct record *subject_of(const struct reader *r, uint32_t index)
{
	const struct record *c = &r->records[index];
	for (uint32_t k = index; k-- > 0 && r->records[k].sentence == c->sentence;)
		if (r->records[k].source.end > r->records[k].source.first && !r->covered[r->records[k].group])
			return &r->records[k];
	for (uint32_t k = index + 1; k < r->record_count && r->records[k].sentence == c->sentence; k++)
		if (r->records[k].source.end > r->records[k].source.first)
			return &r->records[k];
	return NULL;
}

/* First phrase of the sentence, up to its verb. */
static struct span sentence_subject(const struct reader *r, const struct record *c)
{
	uint32_t low = low_of(r, c), i = low;
	if (is(r, i, W_PREPOSITION | W_CONJUNCTION)) {
		while (i < c->group && mark(r, i) != SLANT_COMMA)
			i++;
		if (i + 1 < c->group)
			low = i + 1;
	}
	for (i = low; i < c->group; i++) {
		if (is(r, i, W_AUXILIARY | W_CUE) || mark_bounds(mark(r, i)) || words_end(r, i, "ed"))
			break;
		if (i > low && is_capital(r, i - 1) && !is_capital(r, i) && !is(r, i, W_AND | W_OF) && !is_possessive_mark(r, i) && !mark(r, i))
			break;
	}
	return (struct span){low, i};
}

static struct span find_source(const struct reader *r, uint32_t index)
{
	const struct record *c = &r->records[index], *other;
	uint32_t low = low_of(r, c), g = c->group;
	struct span none = {0, 0};
	if (g == low)
		return (other = subject_of(r, index)) ? other->source : none;
	uint32_t m = mark(r, g - 1);
	if (c->ing || c->infinitive || is(r, g - 1, W_AND | W_PREPOSITION | W_CONJUNCTION)) {
		if ((other = subject_of(r, index)))
			return other->source;
		return sentence_subject(r, c);
	}
	if (m == SLANT_COMMA) {
		uint32_t i = g - 1;
		while (i > low && mark(r, i - 1) != SLANT_COMMA)
			i--;
		if (i > low) {
			struct span s = source_before(r, i - 1, low);
			if (s.end > s.first)
				return (struct span){s.first, g - 1};
		}
		return (other = subject_of(r, index)) ? other->source : sentence_subject(r, c);
	}
	if (m && m != SLANT_CLOSE_QUOTE && m != SLANT_CLOSE_BRACKET)
		return sentence_subject(r, c);
	return source_before(r, g, low);
}

static void find_right(struct reader *r, uint32_t index)
{
	struct record *c = &r->records[index];
	uint32_t high = last_of(r, c->sentence);
	if (c->taken || c->entry->kind == KIND_ACCORDING || r->covered[c->group] || c->passive)
		return;
	c->source = find_source(r, index);
	uint32_t from = content_start(r, c, high);
	if (from == SLANT_NONE || from >= high)
		return;
	take_right(r, c, from, high);
}

void content_find(struct reader *r)
{
	for (uint32_t i = 0; i < r->record_count; i++)
		find_left(r, &r->records[i]);
	for (uint32_t i = 0; i < r->record_count; i++)
		if (r->records[i].entry->kind == KIND_ACCORDING)
			find_according(r, &r->records[i]);
	for (uint32_t i = 0; i < r->record_count; i++)
		find_right(r, i);
}
