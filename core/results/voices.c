/* SPDX-License-Identifier: MIT */
/* Who speaks where. Every span to which an analyzer (or, where none of them could
 * look, a pair of quotation marks) gives a voice is one interval; laid over each
 * other, the innermost wins: of those that cover a place, the one that begins
 * last. What is left is cut into spans that do not overlap. */
#include "results/results.h"

#include <stdlib.h>
#include <string.h>

#define NO_VOICE 0xff /* an interval that only says who speaks */

struct interval {
	uint32_t start, end;
	uint8_t voice, certain, nested; /* nested: inside a quotation that is inside another */
	uint32_t plugin;
	const char *speaker;
	const struct finding *by;
};

struct layers {
	struct results *results;
	struct interval *items;
	uint32_t count, size;
};

/* ---- collecting ---- */

/* The innermost quotation around the first token that ends behind `at`. */
static uint32_t quotation_at(const slant_document *d, uint32_t at)
{
	uint32_t low = 0, high = d->token_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (d->tokens[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < d->token_count ? d->tokens[low].quotation : SLANT_NONE;
}

static void add(struct layers *l, struct interval i)
{
	const slant_document *d = &l->results->document->seen;
	if (i.start >= i.end)
		return;
	if (l->count == l->size) {
		struct interval *more = arena_alloc(l->results->arena, (l->size ? l->size * 2 : 32) * sizeof *more);
		if (l->count > 0)
			memcpy(more, l->items, l->count * sizeof *more);
		l->items = more;
		l->size = l->size ? l->size * 2 : 32;
	}
	uint32_t quotation = quotation_at(d, i.start);
	i.nested = quotation != SLANT_NONE && d->quotations[quotation].parent != SLANT_NONE;
	l->items[l->count++] = i;
}

static void add_finding(struct layers *l, const struct finding *f)
{
	int voice = finding_voice(l->results, f);
	if (voice < 0 && f->given_speaker == NULL)
		return;
	struct interval i = {f->seen.start, f->seen.end, voice < 0 ? NO_VOICE : (uint8_t)voice, f->certain, 0,
			     f->plugin, f->given_speaker, f};
	const struct slant_datum *parts = datum_find(f->seen.data, "parts");
	if (parts == NULL || parts->kind != DATUM_ARRAY) {
		add(l, i);
		return;
	}
	for (const struct slant_datum *p = parts->next; p != NULL && p->kind == DATUM_RANGE; p = p->next) {
		i.start = p->start;
		i.end = p->end;
		add(l, i);
	}
}

static void add_marks(struct layers *l)
{
	const slant_document *d = &l->results->document->seen;
	for (uint32_t q = 0; q < d->quotation_count; q++)
		add(l, (struct interval){d->quotations[q].start, d->quotations[q].end, SLANT_VOICE_QUOTED, 1, 0, 0,
					 NULL, NULL});
}

/* Does a rule of this plugin speak for quotation marks, as `quotes` does? */
static int reads_marks(const struct plugin_result *p)
{
	for (uint32_t i = 0; i < p->rule_count; i++)
		if (p->rules[i].gives_voice &&
		    (p->rules[i].voice == SLANT_VOICE_QUOTED || p->rules[i].voice == SLANT_VOICE_DISTANCED))
			return 1;
	return 0;
}

static int gives_voice(const struct plugin_result *p)
{
	for (uint32_t i = 0; i < p->rule_count; i++)
		if (p->rules[i].gives_voice)
			return 1;
	return 0;
}

static int failed(const struct plugin_result *p)
{
	return p->status == PLUGIN_FAILED || p->status == PLUGIN_TIMED_OUT;
}

/* Marks decide where no analyzer that reads them did its work. Says so when one should have. */
static int marks_needed(struct results *r)
{
	int reader = 0, lost = 0;
	for (uint32_t i = 0; i < r->plugin_count; i++) {
		const struct plugin_result *p = &r->plugins[i];
		int marks = reads_marks(p);
		if (p->status == PLUGIN_OK)
			reader |= marks;
		if (!failed(p) || !gives_voice(p))
			continue;
		lost |= marks;
		results_add_note(r, 0, 0, "warning",
				 arena_printf(r->arena, marks ? "%s failed: voices rest on quotation marks"
							      : "%s failed: the voices that it gives are missing",
					      p->name));
	}
	return lost || !reader;
}

static void collect(struct layers *l)
{
	struct results *r = l->results;
	for (uint32_t i = 0; i < r->plugin_count; i++)
		if (r->plugins[i].status == PLUGIN_OK)
			for (uint32_t f = 0; f < r->plugins[i].finding_count; f++)
				add_finding(l, r->plugins[i].findings[f]);
	if (marks_needed(r))
		add_marks(l);
}

/* ---- order: outer before inner ---- */

/* Of two voices for the very same span the one with the better evidence lies
 * inside: marks seen by an analyzer before what it concluded from words, and both
 * before bare marks. */
static int strength(const struct interval *i)
{
	if (i->voice == NO_VOICE)
		return 0;
	if (i->by == NULL)
		return 1;
	return i->voice == SLANT_VOICE_QUOTED || i->voice == SLANT_VOICE_DISTANCED ? 3 : 2;
}

static int outer_first(const void *a, const void *b)
{
	const struct interval *x = a, *y = b;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	if (strength(x) != strength(y))
		return strength(x) - strength(y);
	if (x->plugin != y->plugin)
		return x->plugin < y->plugin ? -1 : 1;
	return x->by && y->by && x->by->order != y->by->order ? (x->by->order < y->by->order ? -1 : 1) : 0;
}

/* ---- speakers ---- */

static int takes_speaker(const struct interval *i)
{
	return i->voice == SLANT_VOICE_QUOTED || i->voice == SLANT_VOICE_REPORTED;
}

/* A quotation without a speaker takes the one of the attribution around it: what an
 * attribution covers is said by its source. But quotation marks inside a quotation
 * hold somebody else's words. */
static int may_inherit(const struct interval *inner, const struct interval *outer)
{
	if (inner->speaker != NULL || outer->speaker == NULL || outer->end < inner->end)
		return 0;
	if (!takes_speaker(inner))
		return 0;
	return outer->voice != SLANT_VOICE_QUOTED || !inner->nested || outer->nested;
}

#define LOOK_OUT 16 /* enclosing intervals looked at: keeps hostile nesting linear */

static void inherit_speakers(struct layers *l)
{
	uint32_t *open = arena_alloc(l->results->arena, (l->count + 1) * sizeof *open), depth = 0;
	for (uint32_t i = 0; i < l->count; i++) {
		struct interval *inner = &l->items[i];
		while (depth > 0 && l->items[open[depth - 1]].end <= inner->start)
			depth--;
		for (uint32_t k = depth; k > 0 && depth - k < LOOK_OUT && inner->speaker == NULL; k--)
			if (may_inherit(inner, &l->items[open[k - 1]]))
				inner->speaker = l->items[open[k - 1]].speaker;
		open[depth++] = i;
	}
}

/* `quotes` and `attribution` find the same words between the same marks, and only
 * one of them may know who says them. */
static void share_speakers(struct layers *l)
{
	for (uint32_t from = 0, to; from < l->count; from = to) {
		const char *speaker = NULL;
		for (to = from; to < l->count && l->items[to].start == l->items[from].start &&
				l->items[to].end == l->items[from].end; to++)
			if (l->items[to].speaker != NULL)
				speaker = l->items[to].speaker;
		for (uint32_t i = from; i < to; i++)
			if (l->items[i].speaker == NULL && takes_speaker(&l->items[i]))
				l->items[i].speaker = speaker;
	}
}

/* ---- cutting ---- */

struct cutter {
	struct voice_span *spans;
	uint32_t count;
};

static int same(const struct voice_span *s, const struct interval *i)
{
	return s->by == i->by && s->voice == i->voice && s->certain == i->certain &&
	       (s->speaker == i->speaker || (s->speaker && i->speaker && strcmp(s->speaker, i->speaker) == 0));
}

static void emit(struct cutter *c, uint32_t start, uint32_t end, const struct interval *i)
{
	if (start >= end || i->voice == SLANT_VOICE_NARRATOR)
		return;
	struct voice_span *last = c->count ? &c->spans[c->count - 1] : NULL;
	if (last != NULL && last->end == start && same(last, i))
		last->end = end;
	else
		c->spans[c->count++] = (struct voice_span){start, end, i->voice, i->certain, i->speaker, i->by};
}

/* Between the words of a source and those it quotes nothing but a mark may be left:
 * nobody says that. */
static void drop_wordless(struct results *r, struct voice_span *spans)
{
	const slant_document *d = &r->document->seen;
	uint32_t kept = 0, t = 0;
	for (uint32_t i = 0; i < r->voice_count; i++) {
		while (t < d->token_count && (d->tokens[t].kind == SLANT_MARK || d->tokens[t].end <= spans[i].start))
			t++;
		if (t < d->token_count && d->tokens[t].start < spans[i].end)
			spans[kept++] = spans[i];
	}
	r->voice_count = kept;
}

/* Intervals come by start; the open ones are a stack whose top is the innermost. */
static void cut(struct layers *l)
{
	struct results *r = l->results;
	struct cutter c = {arena_alloc(r->arena, (2 * (size_t)l->count + 1) * sizeof *c.spans), 0};
	uint32_t *open = arena_alloc(r->arena, (l->count + 1) * sizeof *open), depth = 0, at = 0;
	for (uint32_t i = 0; i <= l->count; i++) {
		if (i < l->count && l->items[i].voice == NO_VOICE)
			continue;
		uint32_t until = i < l->count ? l->items[i].start : UINT32_MAX;
		while (depth > 0 && at < until) {
			const struct interval *top = &l->items[open[depth - 1]];
			uint32_t end = top->end < until ? top->end : until;
			emit(&c, at, end, top);
			at = end > at ? end : at;
			if (top->end <= until)
				depth--;
		}
		if (i < l->count) {
			at = until;
			open[depth++] = i;
		}
	}
	r->voices = c.spans;
	r->voice_count = c.count;
	drop_wordless(r, c.spans);
}

/* ---- what follows from it ---- */

static void count_words(struct results *r)
{
	const slant_document *d = &r->document->seen;
	uint32_t span = 0;
	for (uint32_t p = 0; p < d->paragraph_count; p++) {
		const slant_paragraph *paragraph = &d->paragraphs[p];
		if (!paragraph->analyzed || paragraph->first_sentence == paragraph->end_sentence)
			continue;
		uint32_t from = d->sentences[paragraph->first_sentence].first_token;
		uint32_t to = d->sentences[paragraph->end_sentence - 1].end_token;
		for (uint32_t t = from; t < to; t++) {
			if (!document_counts(&d->tokens[t]))
				continue;
			while (span < r->voice_count && r->voices[span].end <= d->tokens[t].start)
				span++;
			int inside = span < r->voice_count && r->voices[span].start <= d->tokens[t].start;
			r->words_by_voice[inside ? r->voices[span].voice : SLANT_VOICE_NARRATOR]++;
		}
	}
}

/* For each span i: bytes of each voice before it, and the first span from i on with that voice. */
struct sums {
	uint32_t (*before)[SLANT_VOICES];
	uint32_t (*next)[SLANT_VOICES];
};

static struct sums add_up(const struct results *r)
{
	struct sums s;
	uint32_t n = r->voice_count;
	s.before = arena_zero(r->arena, (n + 1) * sizeof *s.before);
	s.next = arena_alloc(r->arena, (n + 1) * sizeof *s.next);
	for (uint32_t i = 0; i < n; i++) {
		memcpy(s.before[i + 1], s.before[i], sizeof *s.before);
		s.before[i + 1][r->voices[i].voice] += r->voices[i].end - r->voices[i].start;
	}
	for (int v = 0; v < SLANT_VOICES; v++)
		s.next[n][v] = n;
	for (uint32_t i = n; i-- > 0;) {
		memcpy(s.next[i], s.next[i + 1], sizeof *s.next);
		s.next[i][r->voices[i].voice] = i;
	}
	return s;
}

/* Number of spans that end at or before `at`. */
static uint32_t first_behind(const struct results *r, uint32_t at)
{
	uint32_t low = 0, high = r->voice_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (r->voices[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Bytes of each voice in text[0..at). */
static void bytes_before(const struct results *r, const struct sums *s, uint32_t at, uint32_t bytes[SLANT_VOICES])
{
	uint32_t i = first_behind(r, at);
	memcpy(bytes, s->before[i], sizeof *s->before);
	if (i < r->voice_count && r->voices[i].start < at)
		bytes[r->voices[i].voice] += at - r->voices[i].start;
	bytes[SLANT_VOICE_NARRATOR] = at;
	for (int v = SLANT_VOICE_NARRATOR + 1; v < SLANT_VOICES; v++)
		bytes[SLANT_VOICE_NARRATOR] -= bytes[v];
}

static int voice_of_place(const struct results *r, uint32_t at)
{
	uint32_t i = first_behind(r, at);
	return i < r->voice_count && r->voices[i].start <= at ? r->voices[i].voice : SLANT_VOICE_NARRATOR;
}

/* The voice of most of the finding; where two share it, that of its start. */
static void take_voice(const struct results *r, const struct sums *s, struct finding *f)
{
	uint32_t before[SLANT_VOICES], within[SLANT_VOICES];
	bytes_before(r, s, f->seen.start, before);
	bytes_before(r, s, f->seen.end, within);
	int best = voice_of_place(r, f->seen.start);
	for (int v = 0; v < SLANT_VOICES; v++)
		if (within[v] - before[v] > within[best] - before[best])
			best = v;
	f->voice = (uint8_t)best;
	if (best == SLANT_VOICE_NARRATOR)
		return;
	uint32_t i = s->next[first_behind(r, f->seen.start)][best];
	if (i < r->voice_count)
		f->speaker = r->voices[i].speaker;
}

static uint8_t role_of_place(const slant_document *d, uint32_t at)
{
	uint32_t low = 0, high = d->paragraph_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (d->paragraphs[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < d->paragraph_count && d->paragraphs[low].start <= at ? d->paragraphs[low].role : SLANT_ROLE_BODY;
}

static void place_findings(struct results *r)
{
	struct sums s = add_up(r);
	for (uint32_t p = 0; p < r->plugin_count; p++)
		for (uint32_t i = 0; i < r->plugins[p].finding_count; i++) {
			struct finding *f = r->plugins[p].findings[i];
			f->role = role_of_place(&r->document->seen, f->seen.start);
			if (finding_voice(r, f) < 0)
				take_voice(r, &s, f);
		}
}

/* A finding that gives a voice has it itself, whatever lies further inside. */
static void place_givers(struct layers *l)
{
	for (uint32_t i = 0; i < l->count; i++) {
		struct finding *f = (struct finding *)l->items[i].by;
		if (f == NULL || l->items[i].voice == NO_VOICE)
			continue;
		f->voice = l->items[i].voice;
		if (f->speaker == NULL && f->voice != SLANT_VOICE_NARRATOR)
			f->speaker = l->items[i].speaker;
	}
}

void voices_resolve(struct results *r)
{
	struct layers l = {.results = r};
	collect(&l);
	if (l.count > 1)
		qsort(l.items, l.count, sizeof *l.items, outer_first);
	share_speakers(&l);
	inherit_speakers(&l);
	cut(&l);
	place_givers(&l);
	count_words(r);
	place_findings(r);
}
