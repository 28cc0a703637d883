/* SPDX-License-Identifier: MIT */
/* One utterance in several articles: told in the same words, trimmed, altered, put
 * in another mouth, or with the quotation marks gone. */
#include "base/buffer.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/vector.h"
#include "compare/diff.h"
#include "compare/names.h"
#include "compare/sources.h"
#include "compare/tree.h"
#include "compare/words.h"

#include <stdlib.h>
#include <string.h>

#define FEWEST_WORDS 3      /* of the shorter one: two words alone may agree by chance */
#define FEWEST_ALTERED 5    /* common words of altered ones */
#define ALTERED_SHARE 0.6   /* ... and of the shorter one's words */
#define FEWEST_UNMARKED 5   /* words that stand elsewhere without marks */

struct quotation {
	const struct view *view;
	const struct view_finding *finding;
	uint32_t *words, count; /* folded words of its parts, without marks */
	uint64_t pairs;         /* a bit for each pair of neighbours: none in common, nothing shared */
	struct name speaker;    /* count 0: nobody is named */
	const char *speaker_text, *speaker_type;
};
struct quotations {
	struct quotation *items;
	uint32_t count, size;
};

/* ---- collecting ---- */

static void add_words(struct quotation *q, uint32_t start, uint32_t end)
{
	const struct view *v = q->view;
	for (uint32_t i = view_token_at(v, start); i < v->token_count && v->tokens[i].start < end; i++)
		if (v->tokens[i].kind != SLANT_MARK) {
			q->words = mem_resize(q->words, (q->count + 1) * sizeof *q->words);
			q->words[q->count++] = v->tokens[i].word;
		}
}

static void read_words(struct quotation *q)
{
	const json_t *parts = json_object_get(q->finding->data, "parts"), *part;
	size_t i;
	if (json_array_size(parts) == 0)
		add_words(q, q->finding->start, q->finding->end);
	json_array_foreach(parts, i, part)
		add_words(q, (uint32_t)json_integer_value(json_array_get(part, 0)),
			  (uint32_t)json_integer_value(json_array_get(part, 1)));
	for (uint32_t k = 0; k + 1 < q->count; k++)
		q->pairs |= 1ull << ((q->words[k] * 2654435761u ^ q->words[k + 1] * 40503u) >> 7 & 63);
}

/* Attribution knows the type of the source, quotes only its words. */
static const struct view_finding *attributed(const struct view *v, const struct view_finding *quote)
{
	for (uint32_t i = 0; i < v->finding_count; i++) {
		const struct view_finding *f = &v->findings[i];
		if (f->start <= quote->start && f->end >= quote->end && strcmp(f->plugin, "quotes") != 0 &&
		    source_is_content(v, f) && source_name(f) != NULL)
			return f;
	}
	return quote;
}

static void read_speaker(struct quotation *q)
{
	const struct view_finding *f = attributed(q->view, q->finding);
	q->speaker_text = source_name(f);
	q->speaker_type = source_type(f);
	if (q->speaker_text != NULL)
		source_read_name(&q->speaker, q->view, f);
}

static void collect(struct quotations *all, const struct view *v)
{
	for (uint32_t i = 0; i < v->finding_count; i++) {
		const struct view_finding *f = &v->findings[i];
		if (strcmp(f->plugin, "quotes") != 0 || (strcmp(f->rule, "direct") != 0 && strcmp(f->rule, "partial") != 0))
			continue;
		struct quotation *q = vector_push(all);
		*q = (struct quotation){.view = v, .finding = f};
		read_words(q);
		read_speaker(q);
	}
}

/* ---- how two are related ---- */

enum relation { UNRELATED, SAME, TRIMMED, ALTERED };

static int share_pair(const struct quotation *a, const struct quotation *b)
{
	return (a->pairs & b->pairs) != 0;
}

/* `shorter` has no more words than `longer`. */
static enum relation relate(const struct quotation *longer, const struct quotation *shorter)
{
	if (shorter->count < FEWEST_WORDS || !share_pair(longer, shorter))
		return UNRELATED;
	if (diff_find(longer->words, longer->count, shorter->words, shorter->count) != UINT32_MAX)
		return longer->count == shorter->count ? SAME : TRIMMED;
	uint32_t *match = mem_alloc(shorter->count * sizeof *match);
	uint32_t common = diff_words(shorter->words, shorter->count, longer->words, longer->count, match);
	free(match);
	if (common == shorter->count && common >= FEWEST_ALTERED)
		return TRIMMED; /* words in the middle are gone, too */
	return common >= FEWEST_ALTERED && common >= ALTERED_SHARE * shorter->count ? ALTERED : UNRELATED;
}

/* Both say who spoke, and no word of the names agrees. A pronoun may be anybody. */
static int attributed_differently(const struct quotation *a, const struct quotation *b)
{
	if (a->speaker.count == 0 || b->speaker.count == 0 || strcmp(a->speaker_type, "pronoun") == 0 ||
	    strcmp(b->speaker_type, "pronoun") == 0)
		return 0;
	return !names_touch(&a->speaker, &b->speaker);
}

/* ---- JSON ---- */

/* What is said, without what the writer says between its parts. */
static json_t *spoken(const struct quotation *q)
{
	const json_t *parts = json_object_get(q->finding->data, "parts"), *part;
	struct buffer b = {0};
	size_t i;
	json_array_foreach(parts, i, part) {
		uint32_t n;
		const char *text = view_text(q->view, (uint32_t)json_integer_value(json_array_get(part, 0)),
					     (uint32_t)json_integer_value(json_array_get(part, 1)), &n);
		buffer_text(&b, i > 0 ? " … " : "");
		buffer_add(&b, text, n);
	}
	json_t *value = b.length > 0 ? json_stringn_nocheck(b.data, b.length) : json_string_nocheck(q->finding->text);
	buffer_free(&b);
	return value;
}

static json_t *place(const struct quotation *q)
{
	json_t *p = json_object();
	tree_int(p, "article", q->view->index);
	tree_text(p, "finding", q->finding->id);
	tree_put(p, "text", spoken(q));
	tree_text(p, "speaker", q->speaker_text);
	if (q->speaker_text != NULL)
		tree_text(p, "speaker_type", q->speaker_type);
	return p;
}

/* Words of `from` that have no counterpart in `in`, runs joined. */
static json_t *words_only_in(const struct quotation *from, const struct quotation *in, const struct words *words)
{
	json_t *list = json_array();
	uint32_t *match = mem_alloc((from->count + 1) * sizeof *match);
	char run[400] = "";
	diff_words(from->words, from->count, in->words, in->count, match);
	for (uint32_t i = 0; i <= from->count; i++) {
		int lone = i < from->count && match[i] == UINT32_MAX;
		if (lone && strlen(run) + strlen(words_text(words, from->words[i])) + 2 < sizeof run) {
			if (run[0] != '\0')
				strcat(run, " ");
			strcat(run, words_text(words, from->words[i]));
		}
		if (!lone && run[0] != '\0') {
			json_array_append_new(list, json_string_nocheck(run));
			run[0] = '\0';
		}
	}
	free(match);
	return list;
}

static void put_related(json_t *list, const struct scope *s, enum relation r, const struct quotation *longer,
			const struct quotation *shorter)
{
	static const char *const names[] = {"", "same", "trimmed", "altered"};
	json_t *item = json_object();
	tree_text(item, "relation", names[r]);
	tree_put(item, "first", place(longer));
	tree_put(item, "second", place(shorter));
	if (r != SAME)
		tree_put(item, "only_first", words_only_in(longer, shorter, s->words));
	if (r == ALTERED)
		tree_put(item, "only_second", words_only_in(shorter, longer, s->words));
	if (attributed_differently(longer, shorter))
		tree_put(item, "attributed_differently", json_true());
	json_array_append_new(list, item);
}

/* ---- the same words without marks ---- */

static int inside_quotation(const struct view *v, uint32_t token)
{
	return v->tokens[token].voice == SLANT_VOICE_QUOTED || v->tokens[token].voice == SLANT_VOICE_DISTANCED;
}

/* Where the quotation's words stand in a sentence of the view, or VIEW_NONE. */
static uint32_t unmarked_in(const struct quotation *q, const struct view *v, uint32_t *last)
{
	for (uint32_t i = 0; i < v->token_count; i++) {
		if (v->tokens[i].word != q->words[0] || v->tokens[i].kind == SLANT_MARK || inside_quotation(v, i))
			continue;
		uint32_t matched = 0, k = i;
		for (; k < v->token_count && matched < q->count && v->tokens[k].sentence == v->tokens[i].sentence; k++) {
			if (v->tokens[k].kind == SLANT_MARK)
				continue;
			if (v->tokens[k].word != q->words[matched] || inside_quotation(v, k))
				break;
			matched++;
			*last = k;
		}
		if (matched == q->count)
			return i;
	}
	return VIEW_NONE;
}

static void put_unmarked(json_t *list, const struct quotation *q, const struct view *v)
{
	uint32_t last = 0, first = q->count >= FEWEST_UNMARKED ? unmarked_in(q, v, &last) : VIEW_NONE, n;
	if (first == VIEW_NONE)
		return;
	json_t *item = json_object(), *second = json_object();
	uint32_t start = v->tokens[first].start, end = view_token_end(v, last);
	tree_text(item, "relation", "unmarked");
	tree_put(item, "first", place(q));
	tree_int(second, "article", v->index);
	tree_int(second, "start", start);
	tree_int(second, "end", end);
	const char *text = view_text(v, start, end, &n);
	tree_put(second, "text", json_stringn_nocheck(text, n));
	tree_put(item, "second", second);
	json_array_append_new(list, item);
}

/* ---- the whole ---- */

/* The quotation around this one, or NULL. */
static const struct quotation *outer(const struct quotations *all, const struct quotation *q)
{
	for (uint32_t i = 0; i < all->count; i++) {
		const struct quotation *o = &all->items[i];
		if (o->view == q->view && o != q && o->finding->start <= q->finding->start &&
		    o->finding->end >= q->finding->end && o->count > q->count)
			return o;
	}
	return NULL;
}

static enum relation relate_any(const struct quotation *a, const struct quotation *b)
{
	return a->count >= b->count ? relate(a, b) : relate(b, a);
}

/* What a speaker quotes inside a quotation is told by the outer one already. */
static int told_by_outer(const struct quotations *all, const struct quotation *a, const struct quotation *b)
{
	const struct quotation *x = outer(all, a), *y = outer(all, b);
	return (x != NULL && relate_any(x, b) != UNRELATED) || (y != NULL && relate_any(a, y) != UNRELATED);
}

static void relate_all(json_t *list, const struct scope *s, const struct quotations *all)
{
	for (uint32_t i = 0; i < all->count; i++)
		for (uint32_t k = i + 1; k < all->count; k++) {
			const struct quotation *a = &all->items[i], *b = &all->items[k];
			if (a->view == b->view)
				continue;
			int swap = b->count > a->count;
			enum relation r = relate_any(a, b);
			if (r != UNRELATED && (r == SAME || !told_by_outer(all, a, b)))
				put_related(list, s, r, swap ? b : a, swap ? a : b);
		}
	for (uint32_t i = 0; i < all->count; i++)
		for (uint32_t k = 0; k < s->count; k++)
			if (s->views[k] != all->items[i].view)
				put_unmarked(list, &all->items[i], s->views[k]);
}

json_t *scope_quotations(const struct scope *s)
{
	struct quotations all = {0};
	json_t *list = json_array();
	for (uint32_t i = 0; i < s->count; i++)
		collect(&all, s->views[i]);
	relate_all(list, s, &all);
	for (uint32_t i = 0; i < all.count; i++)
		free(all.items[i].words);
	vector_free(&all);
	return list;
}
